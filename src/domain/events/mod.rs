//! Events: when people meet. What an event is and when it is held ([`ops`]); its thematic tables and their sessions
//! ([`tables`]); its documents ([`files`]); who enrolled, and who gets the next seat ([`enrol`], [`seats`]); the guide that goes to them ([`guide`]); who
//! came ([`door`], [`door_news`], [`door_known`]); and the figures of all that ([`figures`]); names in words that are to be published ([`naming`]).
//!
//! A seat is decided inside the writing transaction, and the database counts them itself (`docs/decisions/0014-seats.md`).

pub mod door;
pub mod door_address;
pub mod door_known;
pub mod door_news;
pub mod ended;
pub mod enrol;
mod enrol_store;
pub mod figures;
pub mod files;
pub mod guide;
mod letters;
mod model;
pub mod naming;
pub mod ops;
pub mod present;
mod rules;
mod seats;
mod store;
pub mod tables;

pub use model::{
    Admission, Document, Enrolment, EnrolmentState, Event, Facts, Guest, Kind, Mode, NewEnrolment, Session, State,
    Table, Wish,
};
pub use rules::{
    DOOR_OPENS_HOURS, Near, door_closes, door_is_open, facts as check, is_outside, may_enrol, name_key, near,
};
