//! What each block of a draft, or of a version, is to the version before. Pure.

use std::collections::HashMap;

use super::compare::{Change, ChangeKind};
use super::model::{Ended, Matched, Origin, Passage, Said};
use super::shape::Facet;
use crate::id::PassageId;

/// What a passage is to the version before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Relation {
    /// A person is to say.
    Unsure,
    /// A part of one that was there, with a code of its own.
    Parted,
    /// It stands elsewhere.
    Moved,
    /// Its words changed.
    Edited,
    /// It was not there.
    New,
    /// The same.
    Unchanged,
}

impl Relation {
    /// All of them, those first that a person looks at first.
    pub const ALL: [Self; 6] = [Self::Unsure, Self::Parted, Self::Moved, Self::Edited, Self::New, Self::Unchanged];
}

/// A passage, and what it is to the version before.
#[derive(Debug, Clone)]
pub struct Related {
    /// The passage.
    pub passage: Passage,
    /// What it is.
    pub relation: Relation,
    /// The codes it was parted from.
    pub from: Vec<i32>,
    /// The codes of those whose matter went into it.
    pub took_in: Vec<i32>,
    /// What is different about its form: what it is to the version before, its words say.
    pub form: Vec<Facet>,
}

/// Each passage that is there, in order.
pub fn relations(changes: &[Change], origins: &[Origin], ended: &[Ended]) -> Vec<Related> {
    let mut from: HashMap<PassageId, Vec<i32>> = HashMap::new();
    for origin in origins.iter().filter(|o| o.said != Said::Unsure) {
        from.entry(origin.passage).or_default().push(origin.code);
    }
    let mut took_in: HashMap<i32, Vec<i32>> = HashMap::new();
    for gone in ended {
        if let Some(into) = gone.into {
            took_in.entry(into).or_default().push(gone.code);
        }
    }
    let related = |change: &Change| {
        let passage = change.after.clone()?;
        let from = passage.id.and_then(|id| from.remove(&id)).unwrap_or_default();
        let relation = match change.kind {
            _ if passage.matched == Matched::Unsure => Relation::Unsure,
            _ if !from.is_empty() => Relation::Parted,
            ChangeKind::Moved | ChangeKind::MovedAndEdited => Relation::Moved,
            ChangeKind::Edited => Relation::Edited,
            ChangeKind::New => Relation::New,
            ChangeKind::Same | ChangeKind::Renumbered | ChangeKind::Reshaped | ChangeKind::Removed => {
                Relation::Unchanged
            }
        };
        let took_in = passage.code.and_then(|code| took_in.remove(&code)).unwrap_or_default();
        Some(Related { passage, relation, from, took_in, form: change.form.clone() })
    };
    changes.iter().filter_map(related).collect()
}
