//! The tables: what is said at them. A session's minutes are lines, each with a key made where it was typed, so that it is
//! there once however often it is sent; lines are mended, put in order, joined under headings, removed and put back by several
//! hands at once, with the network coming and going (`docs/decisions/0023-minutes.md`). The events room says which tables there
//! are and who sits at them.

pub mod contribute;
mod model;
pub mod ops;
pub mod rereading;
pub mod restitution;
mod rules;
mod store;

pub use model::{
    Act, Answered, Chosen, Group, Kind, Line, NewLine, Outcome, Person, Place, Sent, To, Together, Who, Wording,
};
pub use rules::{MAX_OBJECTIVE, MAX_TEXT, MOST_TOGETHER, groups, is_key, may_write, step};
