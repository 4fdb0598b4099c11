//! Rereading: who was at a table gets a link to what was taken down as theirs, or as their organisation's, and can ask for a line
//! to be corrected until an instant that the staff set. Whoever keeps the minutes accepts, and the line changes, or declines with a
//! reason (`docs/decisions/0030-rereading.md`).

mod model;
pub mod ops;
mod rules;
pub mod slips;
mod store;

pub use model::{Asked, Correction, Decision, Mine, Reread, Rereading, State};
pub use rules::{DAYS, MAX_NOTE, MOST_DAYS};
pub(super) use store::asked;
