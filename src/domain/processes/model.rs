//! What a process is made of.

use chrono::NaiveDate;
use diesel::prelude::*;

use crate::clock::Instant;
use crate::id::{PhaseId, ProcessId, RowId};
use crate::text_enum;

text_enum! {
    /// What a phase is about, and so what may be done in it.
    PhaseKind {
        /// Reading what there is.
        Analysis = "analysis",
        /// Hearing people one by one.
        Interviews = "interviews",
        /// The participatory event.
        Event = "event",
        /// Drafting and open consultation.
        Consultation = "consultation",
        /// Approval and presentation.
        Presentation = "presentation",
    }
}

/// Where a phase stands today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhaseState {
    /// It is over.
    Past,
    /// It is under way.
    Now,
    /// It has yet to begin, or has no dates yet.
    ToCome,
}

/// A process.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = crate::db::schema::processes)]
pub struct Process {
    /// Which one.
    pub id: ProcessId,
    /// Its word in addresses.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// What it is about, in a few sentences.
    pub summary: String,
    /// The act that founded it.
    pub founding_act: String,
    /// The day of that act.
    pub founded_on: Option<NaiveDate>,
    /// Whom to write to.
    pub contact: String,
    /// Who facilitates.
    pub facilitator: String,
    /// The report's introduction, by the staff.
    pub introduction: String,
    /// The report's thanks, by the staff.
    pub thanks: String,
    /// When it was published.
    pub published_at: Option<Instant>,
}

/// What is typed about a process.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    /// Its title.
    pub title: String,
    /// What it is about.
    pub summary: String,
    /// The act that founded it.
    pub founding_act: String,
    /// The day of that act.
    pub founded_on: Option<NaiveDate>,
    /// Whom to write to.
    pub contact: String,
    /// Who facilitates.
    pub facilitator: String,
}

/// A body that answers for the process, and its approval act.
#[derive(Debug, Clone, Default, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = crate::db::schema::promoters)]
pub struct Promoter {
    /// Its name.
    pub name: String,
    /// Whom to write to there.
    pub contact: String,
    /// The kind of approval act, empty until there is one.
    pub act_kind: String,
    /// Its number.
    pub act_number: String,
    /// Its day.
    pub act_date: Option<NaiveDate>,
}

/// A dated step.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = crate::db::schema::phases)]
pub struct Phase {
    /// Which one.
    pub id: PhaseId,
    /// What it is about.
    pub kind: PhaseKind,
    /// Its title.
    pub title: String,
    /// What happens in it.
    pub description: String,
    /// First day.
    pub starts_on: Option<NaiveDate>,
    /// Last day.
    pub ends_on: Option<NaiveDate>,
}

/// A figure: "persone intervistate: 30".
#[derive(Debug, Clone, Default, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = crate::db::schema::figures)]
pub struct Figure {
    /// The phase it speaks of, if one.
    pub phase_id: Option<PhaseId>,
    /// What was counted.
    pub label: String,
    /// How many.
    pub value: String,
}

/// A reference document.
#[derive(Debug, Clone, Default, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = crate::db::schema::documents)]
pub struct Document {
    /// Its title.
    pub title: String,
    /// What it is.
    pub note: String,
    /// Where it stands, if anywhere public.
    pub link: String,
}

/// An act of another body, such as a council motion: it stands beside the contributions.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = crate::db::schema::acts)]
pub struct Act {
    /// Which one.
    pub id: RowId,
    /// The body that adopted it.
    pub body: String,
    /// Its title.
    pub title: String,
    /// Its number.
    pub act_number: String,
    /// Its day.
    pub act_date: Option<NaiveDate>,
    /// What is to be known about it.
    pub note: String,
}

/// What is typed about an act.
#[derive(Debug, Clone, Default)]
pub struct NewAct {
    /// The body that adopted it.
    pub body: String,
    /// Its title.
    pub title: String,
    /// Its number.
    pub act_number: String,
    /// Its day.
    pub act_date: Option<NaiveDate>,
    /// What is to be known about it.
    pub note: String,
}

/// A process in a list, with what the list says of it.
#[derive(Debug, Clone)]
pub struct ProcessLine {
    /// The process.
    pub process: Process,
    /// Its promoters' names.
    pub promoters: Vec<String>,
    /// First and last day of its phases.
    pub days: (Option<NaiveDate>, Option<NaiveDate>),
    /// Where it stands today.
    pub state: PhaseState,
    /// The title of the phase under way.
    pub phase: Option<String>,
}

/// Everything the process page shows of the process itself.
#[derive(Debug, Clone)]
pub struct ProcessPage {
    /// The process.
    pub process: Process,
    /// In their order.
    pub promoters: Vec<Promoter>,
    /// In their order.
    pub phases: Vec<Phase>,
    /// In their order.
    pub figures: Vec<Figure>,
    /// In their order.
    pub documents: Vec<Document>,
    /// In order of entry.
    pub acts: Vec<Act>,
}
