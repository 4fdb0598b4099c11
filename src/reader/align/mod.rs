//! Which old passage does each block of a new version continue, and what became of each old one?
//!
//! Each step works on what the one before left: equal texts (`equal`); texts nearly the same, found through rare words
//! they share (`index`, `candidates`) and matched when clearly the best for both sides (`alike`); what stands between
//! two settled pairs; passages that were split or merged (`joint`, `grow`); the rest is put before a person, with the
//! likeliest answer first (`outcome`). No code is ever given twice. The time grows with the number of passages, not with
//! its square, because a passage is compared with a handful of candidates only. More, with the figures:
//! `docs/decisions/0013-alignment.md`.

mod alike;
mod candidates;
mod equal;
mod grow;
mod index;
mod joint;
mod likeness;
mod outcome;
mod pairs;
mod prepared;
mod result;

use crate::model::{Block, BlockKind};
use outcome::Outcome;
use pairs::Pairs;
use prepared::{Prepared, Sides};
use serde::{Deserialize, Serialize};

pub use result::{Alignment, Candidate, Effort, Fate, Kind, Match, Origin};

/// A passage of the version before.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OldPassage {
    /// Its permanent code.
    pub code: String,
    /// What it is.
    pub kind: BlockKind,
    /// Its number as it was read.
    pub number: Option<String>,
    /// Its text, as [`Block::text`] gives it.
    pub text: String,
}

/// Aligns a new version with the old one.
#[must_use]
pub fn align(old: &[OldPassage], new: &[Block]) -> Alignment {
    let sides = Sides::new(
        old.iter().map(|it| Prepared::new(it.kind, &it.text)).collect(),
        new.iter().map(|it| Prepared::new(it.kind, &it.text())).collect(),
    );
    let mut pairs = Pairs::new(old.len(), new.len());
    let mut effort = Effort::default();
    equal::settle(&sides, &mut pairs);
    let mut possible = candidates::find(&sides, &pairs, &mut effort);
    alike::settle(&possible, &sides, &mut pairs);
    possible.extend(candidates::in_gaps(&sides, &pairs, &possible, &mut effort));
    alike::settle(&possible, &sides, &mut pairs);
    if equal::spread(&sides, &mut pairs, equal::Trust::Any) {
        alike::settle(&possible, &sides, &mut pairs);
    }
    let joints = joint::settle(&possible, &sides, &mut pairs, &mut effort);
    Outcome { old, sides: &sides, pairs: &pairs, possible: &possible, joints: &joints }.tell(effort)
}
