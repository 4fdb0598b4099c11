//! What an event is, and what an enrolment is.

use diesel::prelude::*;

use crate::clock::Instant;
use crate::id::{AccountId, EnrolmentId, EventId, ProcessId, SessionId, TableId};
use crate::text_enum;

text_enum! {
    /// What kind of event it is.
    Kind {
        /// A participatory event, with plenaries and thematic tables.
        Participatory = "participatory",
        /// A seminar.
        Seminar = "seminar",
        /// An evening to inform.
        Evening = "evening",
        /// A desk that goes where people are.
        Desk = "desk",
        /// A meeting of the steering committee: seen by the staff and by named people only.
        Steering = "steering",
    }
}

text_enum! {
    /// Where an event stands.
    State {
        /// It is to be.
        Planned = "planned",
        /// It is to be, online instead of in the room.
        MovedOnline = "moved_online",
        /// It was.
        Held = "held",
        /// It is not to be.
        Cancelled = "cancelled",
    }
}

text_enum! {
    /// How one gets in.
    Admission {
        /// By enrolling: names are taken.
        Names = "names",
        /// Freely: heads are counted.
        Headcount = "headcount",
    }
}

text_enum! {
    /// How one takes part.
    Mode {
        /// In the room.
        Room = "room",
        /// From elsewhere: the plenaries only.
        Remote = "remote",
    }
}

text_enum! {
    /// Where an enrolment stands.
    EnrolmentState {
        /// It has a seat.
        Seated = "seated",
        /// It waits for one, in the order of turns.
        Waiting = "waiting",
        /// It was made at the door by somebody who came without.
        WalkIn = "walk_in",
        /// It was given up.
        Cancelled = "cancelled",
    }
}

/// An event.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = crate::db::schema::events)]
pub struct Event {
    /// Which one.
    pub id: EventId,
    /// Of which process.
    pub process_id: ProcessId,
    /// Its number in the process, for addresses.
    pub number: i32,
    /// What kind.
    pub kind: Kind,
    /// Its title.
    pub title: String,
    /// What happens, plain text.
    pub programme: String,
    /// The place by name; empty where it is online only.
    pub place: String,
    /// Its address.
    pub address: String,
    /// How one gets in and around there.
    pub accessibility: String,
    /// Where it is followed from elsewhere; empty where it cannot be.
    pub online_link: String,
    /// First instant.
    pub starts_at: Instant,
    /// Last instant.
    pub ends_at: Instant,
    /// How one gets in.
    pub admission: Admission,
    /// From this instant on nobody enrols any more.
    pub closes_at: Instant,
    /// Seats in the plenary room.
    pub room_seats: i32,
    /// How many of them are taken.
    pub room_taken: i32,
    /// Seats at the plenaries from elsewhere.
    pub remote_seats: i32,
    /// How many of them are taken.
    pub remote_taken: i32,
    /// Where it stands.
    pub state: State,
    /// Why it was moved or cancelled.
    pub state_reason: String,
    /// When it was moved online, if it was.
    pub moved_online_at: Option<Instant>,
    /// When it was said to be held or cancelled.
    pub ended_at: Option<Instant>,
    /// Rises with every change that calendars should know of.
    pub revision: i32,
    /// The text of the guide being prepared, Markdown.
    pub guide_text: String,
    /// When it was shown to the public (a steering meeting: to its guests).
    pub published_at: Option<Instant>,
    /// Rises with every change of what a door's list shows of somebody who enrolled.
    pub enrolment_changes: i32,
}

impl Event {
    /// Whether it is still to be.
    pub fn to_come(&self) -> bool {
        matches!(self.state, State::Planned | State::MovedOnline)
    }

    /// Whether one can be there in person.
    pub fn in_room(&self) -> bool {
        !self.place.is_empty() && self.moved_online_at.is_none()
    }
}

/// What is typed about an event.
#[derive(Debug, Clone)]
pub struct Facts {
    /// What kind.
    pub kind: Kind,
    /// Its title.
    pub title: String,
    /// What happens.
    pub programme: String,
    /// The place by name.
    pub place: String,
    /// Its address.
    pub address: String,
    /// How one gets in and around there.
    pub accessibility: String,
    /// Where it is followed from elsewhere.
    pub online_link: String,
    /// First instant.
    pub starts_at: Instant,
    /// Last instant.
    pub ends_at: Instant,
    /// How one gets in.
    pub admission: Admission,
    /// When enrolling ends; at the first instant where nothing was typed.
    pub closes_at: Option<Instant>,
    /// Seats in the plenary room.
    pub room_seats: i32,
    /// Seats at the plenaries from elsewhere.
    pub remote_seats: i32,
    /// Whether a time that lies wholly in the past is meant, although people are enrolled.
    pub past_meant: bool,
}

/// A document of an event.
#[derive(Debug, Clone, Default, Queryable, Selectable)]
#[diesel(table_name = crate::db::schema::event_documents)]
pub struct Document {
    /// Its title.
    pub title: String,
    /// What it is.
    pub note: String,
    /// Where it stands.
    pub link: String,
}

/// Somebody who may know of a restricted event.
#[derive(Debug, Clone, Queryable)]
pub struct Guest {
    /// Who.
    pub account: AccountId,
    /// Their name.
    pub name: String,
    /// Their address.
    pub email: String,
}

/// A thematic table.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = crate::db::schema::event_tables)]
pub struct Table {
    /// Which one.
    pub id: TableId,
    /// Of which event.
    pub event_id: EventId,
    /// Its number in the event.
    pub number: i32,
    /// What it is about.
    pub theme: String,
    /// Where it stands.
    pub room: String,
    /// Its seats.
    pub seats: i32,
    /// How many of them are taken.
    pub taken: i32,
}

/// A session of a table.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = crate::db::schema::table_sessions)]
pub struct Session {
    /// Which one.
    pub id: SessionId,
    /// Of which table.
    pub table_id: TableId,
    /// Its place among the table's sessions, from 1.
    pub position: i32,
    /// What is discussed.
    pub question: String,
    /// When it begins, where that is known.
    pub starts_at: Option<Instant>,
    /// When it ends, where that is known.
    pub ends_at: Option<Instant>,
}

/// What somebody who enrols wants: how, and at which table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wish {
    /// In the room or from elsewhere.
    pub mode: Mode,
    /// First choice of table.
    pub first: Option<TableId>,
    /// Second choice of table.
    pub second: Option<TableId>,
}

/// What is typed to enrol.
#[derive(Debug, Clone)]
pub struct NewEnrolment {
    /// Name and surname; never shown publicly.
    pub name: String,
    /// Where letters go; of whoever has signed in, the account's.
    pub email: String,
    /// `it` or `en`: the language of letters.
    pub lang: String,
    /// For which organisation one comes, if for any.
    pub organisation: String,
    /// Whether it may be named among those who took part.
    pub organisation_listed: bool,
    /// What kind of organisation: one of [`crate::accounts::CATEGORIES`], or empty.
    pub category: String,
    /// Municipality or homogeneous zone.
    pub zone: String,
    /// What one needs to take part; seen by the staff of the event only.
    pub needs: String,
    /// How, and at which table.
    pub wish: Wish,
    /// Whether one agrees that all this is kept for the event.
    pub consent: bool,
}

/// Somebody's enrolment. Everything in it speaks of a person.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = crate::db::schema::enrolments)]
pub struct Enrolment {
    /// Which one.
    pub id: EnrolmentId,
    /// For which event.
    pub event_id: EventId,
    /// Its place in the order of arrival, from 1.
    pub turn: i32,
    /// What the QR code holds: it is of use to the staff only.
    pub code: String,
    /// Whose, where they had signed in.
    pub account_id: Option<AccountId>,
    /// Name and surname.
    pub name: String,
    /// Where letters go; empty for who came to the door without.
    pub email: String,
    /// The language of letters.
    pub lang: String,
    /// For which organisation.
    pub organisation: String,
    /// Whether it may be named among those who took part.
    pub organisation_listed: bool,
    /// Its category.
    pub category: String,
    /// Municipality or zone.
    pub zone: String,
    /// What they need to take part.
    pub needs: String,
    /// In the room or from elsewhere.
    pub mode: Mode,
    /// First choice of table.
    pub first_table: Option<TableId>,
    /// Second choice of table.
    pub second_table: Option<TableId>,
    /// The table where they sit.
    pub table_id: Option<TableId>,
    /// Where it stands.
    pub state: EnrolmentState,
    /// When they enrolled.
    pub enrolled_at: Instant,
    /// Whether they came.
    pub present: bool,
    /// When the last act at the door that counted was done.
    pub door_at: Option<Instant>,
    /// When name, address and needs were forgotten.
    pub forgotten_at: Option<Instant>,
    /// When the letter left that serves as the reminder of the day before.
    pub reminded_at: Option<Instant>,
}

impl Enrolment {
    /// Whether the staff may put them at another table: who has a seat in the room, who came to the door, and who waits and was let in.
    pub fn may_be_moved(&self) -> bool {
        let sits = match self.state {
            EnrolmentState::Seated | EnrolmentState::WalkIn => true,
            EnrolmentState::Waiting => self.present,
            EnrolmentState::Cancelled => false,
        };
        sits && self.mode == Mode::Room && self.forgotten_at.is_none()
    }

    /// Whether they take part from elsewhere: they chose so, or nobody can be there in person.
    pub fn is_online(&self, event: &Event) -> bool {
        self.mode == Mode::Remote || !event.in_room()
    }

    /// What was wished for.
    pub fn wish(&self) -> Wish {
        Wish { mode: self.mode, first: self.first_table, second: self.second_table }
    }
}
