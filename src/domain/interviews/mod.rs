//! Interviews: who was heard, and, apart from it, what was learnt. Findings are written by theme, for the whole set; between
//! them and an interview there is no link of any kind (docs/decisions/0022): no column, no instant, no order, no line of the
//! trail. A finding is public once the set was published and its theme rests on at least three interviews, no more than were held;
//! it can be taken back, with a reason for everybody ([`publication`]).

mod model;
pub mod ops;
pub mod publication;
mod rules;
mod store;

pub use model::{
    Alike, ByTheme, Consent, Finding, Heard, Interview, Looked, NewInterview, Published, Source, State, Theme,
    Tombstone, TypedTheme, Way, Withdrawn,
};
pub use rules::{ENOUGH, FEW, MAX_REASON, heard, is_enough};
