//! What a report is made of.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use crate::clock::Instant;
use crate::events;
use crate::id::{ProcessId, ReportId, RowId};
use crate::intake::{Outcome, Reconciliation};
use crate::interviews::Heard;
use crate::plans::Reason;
use crate::register::ActKind;
use crate::text_enum;

text_enum! {
    /// Through which channel a participant took part that the product did not see itself.
    EntryChannel {
        /// Interviewed.
        Interview = "interview",
        /// At an event.
        Event = "event",
        /// In the consultation, by a way that is not in the register.
        Consultation = "consultation",
        /// Otherwise.
        Other = "other",
    }
}

text_enum! {
    /// The forms a report is published in.
    Format {
        /// A page.
        Html = "html",
        /// Tagged PDF.
        Pdf = "pdf",
        /// Word.
        Docx = "docx",
    }
}

/// Everything a report says, without labels: frozen as JSON, rendered in each language and form.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Content {
    /// The process's title.
    pub title: String,
    /// Its word in addresses.
    pub slug: String,
    /// What it is about.
    pub summary: String,
    /// The act that founded it, and its day.
    pub founding_act: String,
    /// The day of that act.
    pub founded_on: Option<NaiveDate>,
    /// Who facilitated.
    pub facilitator: String,
    /// Name, kind of approval act, number, day.
    pub promoters: Vec<(String, String, String, Option<NaiveDate>)>,
    /// Written by the staff.
    pub introduction: String,
    /// Written by the staff.
    pub thanks: String,
    /// The phases with their figures.
    pub phases: Vec<PhaseFacts>,
    /// Figures of the whole.
    pub figures: Vec<(String, String)>,
    /// The published versions, oldest first.
    pub versions: Vec<VersionFacts>,
    /// The windows, oldest first.
    pub windows: Vec<WindowFacts>,
    /// Received, by state; late ones apart.
    pub received: i64,
    /// Received late.
    pub late: i64,
    /// State and count.
    pub states: Vec<(String, i64)>,
    /// Received in time, by kind of author: organisations, people.
    pub from_organisations: i64,
    /// Received in time from people.
    pub from_people: i64,
    /// Outcome and number of requests.
    pub outcomes: Vec<(Outcome, i64)>,
    /// What was taken up and what was not, chapter by chapter.
    pub chapters: Vec<Chapter>,
    /// Changes of later versions that no request explains, with their reason.
    pub explained: Vec<Change>,
    /// Whether the answers that speak of the text and the text agree; reports frozen before this was told have no numbers.
    #[serde(default)]
    pub agreement: Agreement,
    /// The same by the way they came; reports frozen before there were several have none.
    #[serde(default)]
    pub ways: Vec<WayFacts>,
    /// The acts of other bodies in the register.
    #[serde(default)]
    pub received_acts: Vec<ActFacts>,
    /// Acts of other bodies the process refers to: body, title, number, day, note.
    pub acts: Vec<(String, String, String, Option<NaiveDate>, String)>,
    /// Title, note, link.
    pub documents: Vec<(String, String, String)>,
    /// Who took part.
    pub participants: Participants,
    /// The last hash of the register's chain.
    pub register_head: String,
    /// The interviews; reports frozen before there were any have none.
    #[serde(default)]
    pub interviews: InterviewFacts,
    /// The events everybody may know of, by their beginning; left out where there are none, as in reports frozen before they were told.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<EventFacts>,
}

/// Answers and text, held against each other.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreement {
    /// Published answers that name passages: changed because of them, or that said it already.
    pub claims: i64,
    /// The numbers of those whose passages are not what they say of them.
    pub unfounded: Vec<i32>,
    /// Changes that no request explains and that are nothing but quotation marks, dashes or spaces: version and number of passages.
    pub typographic: Vec<(i32, i64)>,
    /// Changes that no request explains and that are nothing but another form of the same words: version and number of passages;
    /// reports frozen before these were told have none.
    #[serde(default)]
    pub formal: Vec<(i32, i64)>,
    /// Passages whose number alone is another: version and how many.
    #[serde(default)]
    pub renumbered: Vec<(i32, i64)>,
}

/// The interviews in the report: who was heard, in numbers, and what was learnt, by theme.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct InterviewFacts {
    /// In numbers.
    pub heard: Heard,
    /// The themes with public findings, in order.
    pub themes: Vec<ThemeFacts>,
}

/// Left out of the content where there is none: what was frozen before keeps its fingerprint.
#[allow(clippy::trivially_copy_pass_by_ref, reason = "the signature serde asks for")]
fn is_none(n: &usize) -> bool {
    *n == 0
}

/// A theme in the report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ThemeFacts {
    /// Its title.
    pub title: String,
    /// On how many interviews it rests.
    pub interviews: i32,
    /// What was learnt, and the codes of the passages that cite it.
    pub findings: Vec<(String, Vec<i32>)>,
    /// Findings that were published and taken back.
    #[serde(default, skip_serializing_if = "is_none")]
    pub withdrawn: usize,
}

/// What came by one way, in time, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WayFacts {
    /// `act` for acts of other bodies, whichever way they came; else the word of a [`crate::register::Channel`].
    pub way: String,
    /// How many contributions.
    pub received: i64,
    /// Outcome and number of requests.
    pub outcomes: Vec<(Outcome, i64)>,
}

/// An act of another body that was received.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActFacts {
    /// Its number in the register.
    pub contribution: i32,
    /// What kind of act.
    pub kind: ActKind,
    /// Who issued it.
    pub body: String,
    /// Its title.
    pub title: String,
    /// Its number.
    pub act_number: String,
    /// Its day.
    pub act_date: NaiveDate,
    /// SHA-256 of its file.
    pub sha256: String,
    /// Whether everybody may read the file.
    pub file_public: bool,
}

/// A phase in the report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhaseFacts {
    /// Its title.
    pub title: String,
    /// What happened in it.
    pub description: String,
    /// First day.
    pub starts_on: Option<NaiveDate>,
    /// Last day.
    pub ends_on: Option<NaiveDate>,
    /// Label and value.
    pub figures: Vec<(String, String)>,
}

/// A version in the report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VersionFacts {
    /// Its number.
    pub number: i32,
    /// When it was published.
    pub published_at: Instant,
    /// How many passages it has.
    pub passages: usize,
    /// What is to be known about it.
    pub note: String,
    /// Passages edited, new, moved, removed since the version before; one edited and moved counts in both.
    pub changes: Option<[usize; 4]>,
    /// Passages with the same words in another form, where they stood; reports frozen before these were told have none.
    #[serde(default)]
    pub reshaped: usize,
}

/// An event in the report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventFacts {
    /// Its number in the process, for its address.
    pub number: i32,
    /// What kind of event.
    pub kind: events::Kind,
    /// Its title.
    pub title: String,
    /// When it began, or was to begin.
    pub starts_at: Instant,
    /// The place by name; empty where it was online only.
    pub place: String,
    /// Whether it was held, is still to be, or was cancelled.
    pub state: events::State,
    /// Why it was moved or cancelled.
    pub reason: String,
    /// How many thematic tables it had.
    pub tables: i64,
    /// How many contributions to the register come from what was said at them, in time.
    pub contributions: i64,
    /// How many people came, by name or by head, where it was held.
    pub present: Option<i64>,
    /// Whether a restitution of it is public.
    pub restitution: bool,
}

/// A window in the report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WindowFacts {
    /// The number of the version that could be commented.
    pub version: i32,
    /// When it opened.
    pub opens_at: Instant,
    /// When it closed.
    pub closes_at: Instant,
    /// When it would have closed, when instead, and why.
    pub extensions: Vec<(Instant, Instant, String)>,
}

/// A chapter of the plan with the requests that concern it; the title is empty for the plan as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chapter {
    /// Its heading.
    pub title: String,
    /// The requests, by outcome and number.
    pub taken: Vec<Taken>,
}

/// A request and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taken {
    /// The request's number.
    pub number: i32,
    /// The contribution's number in the register.
    pub contribution: i32,
    /// What was asked for.
    pub summary: String,
    /// Its theme, as the staff calls it.
    #[serde(default)]
    pub theme: String,
    /// What became of it.
    pub outcome: Outcome,
    /// Why.
    pub reason: String,
    /// Whose competence it is, where that is the reason.
    pub competence: String,
    /// The later step and its owner, if deferred.
    pub deferred: (String, String),
    /// The version and the codes of the passages it names.
    pub passages: Option<(i32, Vec<i32>)>,
}

/// Every request with a published response, for everybody.
#[derive(Debug, Clone, Default)]
pub struct Outcomes {
    /// By chapter, as in the report; those of late contributions stand here too.
    pub chapters: Vec<Chapter>,
    /// The numbers of the contributions that came late: their requests are counted apart.
    pub late: std::collections::BTreeSet<i32>,
    /// The numbers of the contributions everybody may read.
    pub shown: std::collections::BTreeSet<i32>,
}

/// A change that no request explains.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The version.
    pub version: i32,
    /// The passage's code.
    pub code: i32,
    /// The kind of reason; none when nobody gave one.
    pub reason: Option<Reason>,
    /// In words.
    pub note: String,
}

/// Who took part: organisations by name, people by number only (design, promise 5).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Participants {
    /// In the published order.
    pub organisations: Vec<String>,
    /// How many private citizens.
    pub citizens: i64,
}

/// What can be said before publishing.
#[derive(Debug, Clone)]
pub enum Ready {
    /// Everything is answered: what the report will say.
    Yes(Box<Content>),
    /// What is missing.
    No(Reconciliation),
}

/// Characters of the reason for taking a report back.
pub const MAX_REASON: usize = 2000;

/// A report that was published.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = crate::db::schema::reports)]
pub struct Report {
    /// Which one.
    pub id: ReportId,
    /// Of which process.
    pub process_id: ProcessId,
    /// Its number.
    pub number: i32,
    /// SHA-256 of its content.
    pub content_sha256: String,
    /// When it was published.
    pub published_at: Instant,
    /// When it was withdrawn behind a tombstone.
    pub withdrawn_at: Option<Instant>,
    /// Why it was withdrawn.
    pub withdrawn_reason: String,
}

/// A file of a published report.
#[derive(Debug, Clone)]
pub struct Frozen {
    /// Its form.
    pub format: Format,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Participants the staff entered for a channel that is not in the product.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = crate::db::schema::participant_entries)]
pub struct Entry {
    /// Which one.
    pub id: RowId,
    /// Through which channel.
    pub channel: EntryChannel,
    /// The organisation's name; empty for citizens.
    pub organisation: String,
    /// How many citizens.
    pub citizens: i32,
    /// When it was entered.
    pub entered_at: Instant,
}

/// What is typed to enter participants.
#[derive(Debug, Clone)]
pub struct NewEntry {
    /// Through which channel.
    pub channel: EntryChannel,
    /// Organisations, by name.
    pub organisations: Vec<String>,
    /// How many citizens, beside them.
    pub citizens: i32,
}
