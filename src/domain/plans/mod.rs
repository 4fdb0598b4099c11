//! Plans: the document, its published versions, and its passages. A passage keeps its code through all versions it lives
//! in (design, promise 7); a version once published does not change (promise 6).

mod again;
mod compare;
mod deciding;
mod editing;
mod flaws;
mod import;
mod inner;
mod lineage;
mod model;
pub mod moves;
pub mod ops;
mod pictures;
mod placing;
mod questions;
mod relations;
mod reword;
mod rules;
mod search;
mod shape;
pub mod source;
mod store;
pub mod summary;
mod typography;

pub use compare::{Change, ChangeKind, compare};
pub use editing::{LONGEST, Typed};
pub use flaws::{Flaw, flaws};
pub use import::{Prepared, prepare};
pub use inner::{Places, links, target};
pub use lineage::Lineage;
pub use model::{
    Act, Candidate, ChangeReason, Edit, Ended, FileFormat, Life, Matched, Origin, Passage, PassageKind, Reason, Said,
    Undecided, Version,
};
pub use moves::Moves;
pub use placing::{Wish, contained};
pub use questions::Question;
pub use relations::{Related, Relation};
pub use reword::reworded;
pub use rules::{Heirs, chapter_level, chapter_of, chapters, contents};
pub use search::{Hit, Wanted, code};
pub use shape::{Facet, shape};
