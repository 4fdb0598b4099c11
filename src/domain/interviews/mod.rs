//! Interviews: who was heard, and, apart from it, what was learnt. Findings are written by theme, for the whole set; between
//! them and an interview there is no link of any kind (docs/decisions/0022): no column, no instant, no order, no line of the
//! trail. A finding is public once the set was published and its theme rests on at least three interviews.

mod model;
pub mod ops;
mod rules;
mod store;

pub use model::{
    ByTheme, Consent, Finding, Heard, Interview, NewInterview, Published, Source, State, Theme, TypedTheme, Way,
};
pub use rules::{ENOUGH, FEW, heard, is_enough};
