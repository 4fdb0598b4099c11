//! What rereading is made of.

use diesel::prelude::*;

use super::super::model::{Line, Place};
use crate::clock::Instant;
use crate::events::Enrolment;
use crate::id::{CorrectionId, EnrolmentId, SessionId};
use crate::text_enum;

text_enum! {
    /// Where a request to correct a line stands.
    State {
        /// Nobody has decided.
        Asked = "asked",
        /// The line was corrected.
        Accepted = "accepted",
        /// It was not, with a reason.
        Declined = "declined",
    }
}

/// Until when a session's lines can be reread.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Queryable)]
pub struct Rereading {
    /// When the link was first sent.
    pub opened_at: Instant,
    /// From this instant on nothing is asked for any more.
    pub until_at: Instant,
}

/// A request to correct a line.
#[derive(Debug, Clone, Queryable)]
pub struct Correction {
    /// Which one.
    pub id: CorrectionId,
    /// Of which session.
    pub session: SessionId,
    /// Of which line.
    pub line_key: String,
    /// Its words when it was asked.
    pub before: String,
    /// Who asks.
    pub enrolment: Option<EnrolmentId>,
    /// What the line should say.
    pub wording: String,
    /// Why, if anything was said.
    pub note: String,
    /// When it was asked.
    pub asked_at: Instant,
    /// Where it stands.
    pub state: State,
    /// Why it was declined, or what was said about accepting it.
    pub reason: String,
    /// When it was decided.
    pub decided_at: Option<Instant>,
}

/// A request as the staff reads it.
#[derive(Debug, Clone)]
pub struct Asked {
    /// The request.
    pub correction: Correction,
    /// The name of who asks; empty once they are forgotten.
    pub name: String,
    /// The number of the table.
    pub table: i32,
    /// What it is about.
    pub theme: String,
    /// The place of the session.
    pub position: i32,
}

/// A line of one's own, with what was asked about it.
#[derive(Debug, Clone)]
pub struct Mine {
    /// The line.
    pub line: Line,
    /// What was asked, newest first.
    pub corrections: Vec<Correction>,
}

/// What stands behind a link.
#[derive(Debug, Clone)]
pub struct Reread {
    /// The session.
    pub place: Place,
    /// Who reads.
    pub enrolment: Enrolment,
    /// Until when.
    pub rereading: Rereading,
    /// What was taken down as theirs.
    pub lines: Vec<Mine>,
    /// Whether their organisation agreed to be named.
    pub named: bool,
}

/// What is decided about a request.
#[derive(Debug, Clone)]
pub struct Decision {
    /// Whether the line is corrected.
    pub accept: bool,
    /// What it is to say from now on.
    pub wording: String,
    /// Why not, or something about it.
    pub reason: String,
}
