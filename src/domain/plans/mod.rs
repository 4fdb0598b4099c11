//! Plans: the document, its published versions, and its passages. A passage keeps its code through all versions it lives
//! in (design, promise 7); a version once published does not change (promise 6).

mod again;
mod compare;
mod import;
mod model;
pub mod ops;
mod rules;
mod store;

pub use compare::{Change, ChangeKind, compare};
pub use import::{Prepared, prepare};
pub use model::{Candidate, ChangeReason, Ended, Life, Matched, Passage, PassageKind, Reason, Undecided, Version};
pub use rules::{Heirs, chapter_level, chapter_of, chapters, contents};
