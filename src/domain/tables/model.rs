//! What a line is, and what can be done to it.

use diesel::prelude::*;

use crate::clock::Instant;
use crate::events::{Event, Session, Table};
use crate::id::{EnrolmentId, SessionId};
use crate::{register, text_enum};

text_enum! {
    /// What a line is.
    Kind {
        /// Something that is needed.
        Need = "need",
        /// Something that does not do.
        Criticism = "criticism",
        /// Something that could be done.
        Proposal = "proposal",
        /// Something the table agrees on.
        Agreement = "agreement",
        /// Nothing that was said: a heading under which lines are joined.
        Heading = "heading",
    }
}

impl Kind {
    /// What somebody may say.
    pub const SAID: [Self; 4] = [Self::Need, Self::Criticism, Self::Proposal, Self::Agreement];
}

/// A session of a table of an event.
#[derive(Debug, Clone)]
pub struct Place {
    /// The event.
    pub event: Event,
    /// The table.
    pub table: Table,
    /// The session.
    pub session: Session,
}

/// Who said it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Who {
    /// Nobody in particular.
    #[default]
    Nobody,
    /// Somebody at the table.
    Person(EnrolmentId),
    /// An organisation, by name.
    Organisation(String),
}

/// What is typed of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewLine {
    /// What it is.
    pub kind: Kind,
    /// What was said, or the words of a heading.
    pub text: String,
    /// Who said it.
    pub who: Who,
    /// The objective it is about, if any; `P-014` at its beginning names a passage of the plan.
    pub objective: String,
}

/// Where lines are moved to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum To {
    /// They stay where they are in the order of what was said.
    Stay,
    /// Before all others.
    First,
    /// After the line with this key.
    After(String),
}

/// Something done to the minutes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// Adds a line, whose key is the act's own.
    Add(NewLine),
    /// Mends a line: `revision` is the one whose words were before whoever mends.
    Mend {
        /// Its key.
        line: String,
        /// The revision that was shown.
        revision: i32,
        /// What it is to be.
        new: NewLine,
    },
    /// Moves lines, in the order named.
    Move {
        /// Their keys.
        lines: Vec<String>,
        /// The key of the heading they stand under from now on.
        under: Option<String>,
        /// Where to.
        to: To,
    },
    /// Removes a line; it can be put back.
    Remove {
        /// Its key.
        line: String,
        /// The revision that was shown.
        revision: i32,
    },
    /// Puts a line back that was removed.
    Restore {
        /// Its key.
        line: String,
    },
}

/// An act as it is sent.
#[derive(Debug, Clone)]
pub struct Sent {
    /// Made where the act was done: see [`super::is_key`].
    pub key: String,
    /// When it was done, by the device; now where it was not kept waiting.
    pub at: Option<Instant>,
    /// What.
    pub act: Act,
}

/// What came of an act.
#[derive(Debug, Clone)]
pub enum Outcome {
    /// It counts.
    Done,
    /// It had been sent before.
    Known,
    /// Somebody else mended the line meanwhile: this is how it stands. Nothing was done.
    Overtaken(Box<Line>),
}

/// What came of one act among several.
#[derive(Debug)]
pub struct Answered {
    /// The act's key.
    pub key: String,
    /// What came of it, or why it was not done.
    pub outcome: crate::Result<Outcome>,
}

/// A line as it stands.
#[derive(Debug, Clone, Queryable)]
pub struct Line {
    /// Its key.
    pub key: String,
    /// What it is.
    pub kind: Kind,
    /// Its words.
    pub text: String,
    /// Who said it, by enrolment.
    pub enrolment: Option<EnrolmentId>,
    /// Their name; personal.
    pub person: Option<String>,
    /// Their organisation.
    pub person_for: Option<String>,
    /// The organisation that said it, where no person is named.
    pub organisation: String,
    /// The objective it is about, as typed.
    pub objective: String,
    /// The code of the passage it is about.
    pub passage_code: Option<i32>,
    /// The key of the heading it stands under; also of one that was removed.
    pub heading: Option<String>,
    /// Its place in the order: microseconds of when it was said, until it is moved.
    pub position: i64,
    /// How often it was mended; 1 at first.
    pub revision: i32,
    /// The number of the change that made it so: rises within the session.
    pub changed: i64,
    /// When it was said.
    pub said_at: Instant,
    /// The name of who wrote it, or mended it last.
    pub writer: String,
    /// When it was removed, if it was.
    pub removed_at: Option<Instant>,
    /// The number of the contribution it became in the register.
    pub contribution: Option<i32>,
    /// The session it was said in.
    pub session: SessionId,
}

impl Line {
    /// Who said it.
    pub fn who(&self) -> Who {
        match (self.enrolment, self.organisation.as_str()) {
            (Some(id), _) => Who::Person(id),
            (None, "") => Who::Nobody,
            (None, name) => Who::Organisation(name.to_owned()),
        }
    }

    /// Whether it stands.
    pub fn stands(&self) -> bool {
        self.removed_at.is_none()
    }
}

/// The words a line had before it was mended.
#[derive(Debug, Clone, Queryable)]
pub struct Wording {
    /// Its words.
    pub text: String,
    /// Who wrote them.
    pub writer: String,
    /// When.
    pub written_at: Instant,
}

/// Lines joined under a heading; those under none come last, where the next line is added.
#[derive(Debug, Clone)]
pub struct Group {
    /// The heading.
    pub heading: Option<Line>,
    /// The lines, in order.
    pub lines: Vec<Line>,
}

/// Lines that are to become one contribution.
#[derive(Debug, Clone)]
pub struct Together {
    /// Their keys.
    pub lines: Vec<String>,
    /// What they said when they were read: [`super::contribute::fingerprint`].
    pub seen: String,
    /// What the contribution is.
    pub kind: register::Kind,
    /// The code of the passage it speaks of; none for the plan as a whole.
    pub passage: Option<i32>,
    /// How the table or tables are named beside it, in 40 characters at most: no person is.
    pub named: String,
    /// Where its minutes are: event, tables and sessions, in words.
    pub evidence: String,
}

/// Lines of one session, with where they were said.
#[derive(Debug, Clone)]
pub struct Chosen {
    /// Where.
    pub place: Place,
    /// The lines, in order.
    pub lines: Vec<Line>,
}

/// Somebody who sits at the table.
#[derive(Debug, Clone, Queryable)]
pub struct Person {
    /// Their enrolment.
    pub id: EnrolmentId,
    /// Their name.
    pub name: String,
    /// For which organisation they came.
    pub organisation: String,
    /// Whether the door saw them.
    pub present: bool,
}
