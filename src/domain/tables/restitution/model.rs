//! What a restitution is made of.

use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::super::model::{Kind, Line, Place as Session};
use crate::clock::Instant;
use crate::events::Event;
use crate::id::{AccountId, PointId, SessionId};
use crate::text_enum;

text_enum! {
    /// What a point of a restitution is.
    PointKind {
        /// A sentence of the synthesis.
        Sentence = "sentence",
        /// An action of the plan that emerged.
        Action = "action",
    }
}

text_enum! {
    /// The files of a published restitution.
    Format {
        /// PDF.
        Pdf = "pdf",
        /// DOCX.
        Docx = "docx",
    }
}

/// What is restituted.
#[derive(Debug, Clone)]
pub enum Of {
    /// A session of a table.
    Session(Session),
    /// The whole event.
    Event(Event),
}

impl Of {
    /// The event.
    pub const fn event(&self) -> &Event {
        match self {
            Self::Session(place) => &place.event,
            Self::Event(event) => event,
        }
    }

    /// Whether what it is about has begun: before that nothing was said that could be given back.
    pub fn has_begun(&self, now: Instant) -> bool {
        let begins = match self {
            Self::Session(place) => place.session.starts_at.unwrap_or(place.event.starts_at),
            Self::Event(event) => event.starts_at,
        };
        now >= begins
    }

    /// The session, where it is of one.
    pub const fn session(&self) -> Option<SessionId> {
        match self {
            Self::Session(place) => Some(place.session.id),
            Self::Event(_) => None,
        }
    }

    /// Its name in addresses and in the trail: `2-1` is table 2, session 1.
    pub fn name(&self) -> String {
        match self {
            Self::Session(place) => format!("{}-{}", place.table.number, place.session.position),
            Self::Event(_) => "incontro".to_owned(),
        }
    }
}

/// What is typed of a point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPoint {
    /// What it is.
    pub kind: PointKind,
    /// The sentence, or the action.
    pub text: String,
    /// The objective an action is for.
    pub objective: String,
    /// Who does it.
    pub who: String,
    /// By when.
    pub by_when: String,
    /// With what.
    pub means: String,
    /// The keys of the lines it rests on.
    pub lines: Vec<String>,
    /// The points it rests on, in a restitution of the whole event.
    pub sources: Vec<PointId>,
}

/// A point as it stands.
#[derive(Debug, Clone, Queryable)]
pub struct Row {
    /// Which one.
    pub id: PointId,
    /// What it is.
    pub kind: PointKind,
    /// The sentence, or the action.
    pub text: String,
    /// The objective an action is for.
    pub objective: String,
    /// Who does it.
    pub who: String,
    /// By when.
    pub by_when: String,
    /// With what.
    pub means: String,
    /// Its place in the order.
    pub position: i32,
    /// How often it was written; 1 at first.
    pub revision: i32,
    /// Who wrote it last.
    pub written_by: AccountId,
    /// Their name.
    pub writer: String,
    /// When.
    pub written_at: Instant,
}

/// A point with what it rests on.
#[derive(Debug, Clone)]
pub struct Point {
    /// Its words.
    pub row: Row,
    /// The lines behind it, in the order in which they were said.
    pub lines: Vec<Behind>,
    /// The points behind it.
    pub sources: Vec<Rest>,
}

impl Point {
    /// Whether something behind it is no longer as it was when the point was written.
    pub fn overtaken(&self) -> bool {
        self.lines.iter().any(Behind::changed) || self.sources.iter().any(|s| s.read != s.revision)
    }
}

/// A line behind a point.
#[derive(Debug, Clone)]
pub struct Behind {
    /// The line as it stands.
    pub line: Line,
    /// Its revision when the point was written.
    pub read: i32,
    /// Whether it is kept from the public, by whoever writes.
    pub withheld: bool,
    /// Whether it cannot be shown: the register holds it back, or somebody asked for it to be corrected.
    pub barred: bool,
}

impl Behind {
    /// Whether it was mended or removed after it was read.
    pub fn changed(&self) -> bool {
        self.line.revision != self.read || !self.line.stands()
    }

    /// Whether the public may read it.
    pub fn shown(&self) -> bool {
        !self.withheld && !self.barred && self.line.stands()
    }
}

/// A point of a session's restitution, where one of the event's rests on it.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Rest {
    /// Which one.
    pub id: PointId,
    /// The number of its table.
    pub table: i32,
    /// What the table is about.
    pub theme: String,
    /// The place of its session.
    pub session: i32,
    /// What it is.
    pub kind: PointKind,
    /// Its words.
    pub text: String,
    /// Its revision.
    pub revision: i32,
    /// Its revision when the sentence that rests on it was written.
    pub read: i32,
}

/// A restitution that is being written.
#[derive(Debug, Clone)]
pub struct Draft {
    /// Its points, in order.
    pub points: Vec<Point>,
    /// What was published of it, newest first.
    pub editions: Vec<Edition>,
}

/// A word of a point, or of a line that would be shown behind it, that is also the surname of somebody who was there; or the name of
/// an organisation that was there and has not agreed to be named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alike {
    /// In which point.
    pub point: PointId,
    /// The word, as it stands there.
    pub word: String,
    /// The text it stands in.
    pub text: String,
}

/// What is being written, and what it would say if it were published now.
#[derive(Debug, Clone)]
pub struct Looked {
    /// What is being written, and what was published of it.
    pub draft: Draft,
    /// What it would say, or what is to be done before.
    pub ready: Ready,
    /// Words that may be somebody's surname: whoever publishes says that they are not.
    pub alike: Vec<Alike>,
}

/// What came of writing over a point.
#[derive(Debug, Clone)]
pub enum Written {
    /// It counts.
    Done,
    /// Somebody else wrote meanwhile: this is how it stands. Nothing was done.
    Overtaken(Box<Row>),
}

/// A published edition, without its content.
#[derive(Debug, Clone, Queryable)]
pub struct Edition {
    /// Its number, from 1.
    pub number: i32,
    /// SHA-256 of its content.
    pub sha256: String,
    /// When it was published.
    pub published_at: Instant,
    /// Why and when it was taken back, if it was: then nobody is served it any more.
    pub withdrawn: Option<Withdrawn>,
}

/// Why and when an edition was taken back: for everybody.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Withdrawn {
    /// Why.
    pub reason: String,
    /// When.
    pub at: Instant,
}

/// A file to be frozen.
#[derive(Debug, Clone)]
pub struct Frozen {
    /// Its form.
    pub format: Format,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Whether a restitution can be published.
#[derive(Debug, Clone)]
pub enum Ready {
    /// It can, and would say this.
    Yes(Box<Content>),
    /// It cannot yet.
    No(Vec<Missing>),
}

/// Why a restitution cannot be published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// It says nothing yet.
    Nothing,
    /// A line or sentence behind the point changed after it was written.
    Overtaken,
    /// The name of somebody who was there stands in the point.
    Named,
    /// The name of somebody who was there stands in a line that would be shown behind it.
    NamedBehind,
    /// A session's restitution is not published, or was written on since.
    Session,
}

/// Something that must be done before a restitution can be published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// What.
    pub why: Why,
    /// The point, where it is about one.
    pub point: Option<PointId>,
    /// Its words, or the session's name in addresses.
    pub words: String,
}

/// Where something was said, in public.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The number of the table.
    pub table: i32,
    /// What it is about.
    pub theme: String,
    /// The place of the session.
    pub session: i32,
    /// What was discussed.
    pub question: String,
}

/// A line as the public reads it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heard {
    /// What it is.
    pub kind: Kind,
    /// Its words.
    pub text: String,
    /// The organisation that said it and agreed to be named; empty otherwise. Never a person.
    pub by: String,
}

/// A sentence as the public reads it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentence {
    /// Its words.
    pub text: String,
    /// The lines behind it that may be shown.
    pub lines: Vec<Heard>,
    /// How many more there are.
    pub unshown: usize,
    /// What it rests on in the sessions' restitutions: where, and the words.
    pub from: Vec<(Place, String)>,
}

/// An action as the public reads it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Action {
    /// What is to be done.
    pub text: String,
    /// Who does it.
    pub who: String,
    /// By when.
    pub by_when: String,
    /// With what.
    pub means: String,
    /// The lines behind it that may be shown.
    pub lines: Vec<Heard>,
    /// How many more there are.
    pub unshown: usize,
    /// Where it emerged.
    pub place: Place,
}

/// An objective with the plan that emerged for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Objective {
    /// Its words.
    pub title: String,
    /// The actions, in order.
    pub actions: Vec<Action>,
}

/// Everything a published restitution says. It names no person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// The process.
    pub process: String,
    /// The bodies that answer for it.
    pub promoters: Vec<String>,
    /// The event.
    pub event: String,
    /// Its number.
    pub number: i32,
    /// When it was held.
    pub held_at: Instant,
    /// The session; none where it is of the whole event.
    pub session: Option<Place>,
    /// The synthesis.
    pub sentences: Vec<Sentence>,
    /// The plan that emerged, by objective.
    pub plan: Vec<Objective>,
}
