//! Which old passage does each block of a new version continue?
//!
//! Three steps, each on what the one before left: equal texts (`equal`); texts nearly the same, found through rare
//! words they share (`index`) and matched when clearly the best for both sides (`alike`); the rest is put before a
//! person, with the likeliest old passages. No code is ever given twice. The time grows with the number of passages,
//! not with its square, because a passage is compared with a handful of candidates only.

mod alike;
mod equal;
mod index;
mod prepared;

use crate::model::{Block, BlockKind};
use prepared::Prepared;
use serde::{Deserialize, Serialize};

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

/// An old passage that may be the one, and how alike it is: from 0, nothing, to 1, the same words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Candidate {
    /// The old passage's code.
    pub code: String,
    /// Share of the words of both that stand in the same order.
    pub likeness: f32,
}

/// What becomes of a new block.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Match {
    /// The same text: it keeps the code.
    Equal {
        /// The old passage's code.
        code: String,
        /// It stands in another order than its neighbours did.
        moved: bool,
    },
    /// Edited, and clearly this one: it keeps the code.
    Alike {
        /// The old passage's code.
        code: String,
        /// How alike they are.
        likeness: f32,
        /// It stands in another order than its neighbours did.
        moved: bool,
    },
    /// A person decides: one of these, the likeliest first, or none.
    Unsure(Vec<Candidate>),
    /// Nothing old is like it: it gets a new code.
    New,
}

impl Match {
    /// The code it keeps, if that is settled.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        match self {
            Self::Equal { code, .. } | Self::Alike { code, .. } => Some(code),
            Self::Unsure(_) | Self::New => None,
        }
    }
}

/// The whole answer.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Alignment {
    /// One for each new block, in order.
    pub matches: Vec<Match>,
    /// Codes of old passages that no new block may continue: removed.
    pub removed: Vec<String>,
    /// Codes of old passages without a successor as yet, but offered as candidates.
    pub undecided: Vec<String>,
}

/// Which index of the other side each passage is settled with.
struct Pairs {
    of_old: Vec<Option<usize>>,
    of_new: Vec<Option<usize>>,
    likeness: Vec<Option<f32>>,
}

impl Pairs {
    fn new(old: usize, new: usize) -> Self {
        Self { of_old: vec![None; old], of_new: vec![None; new], likeness: vec![None; new] }
    }

    fn is_free(&self, old: usize, new: usize) -> bool {
        self.of_old.get(old) == Some(&None) && self.of_new.get(new) == Some(&None)
    }

    /// Settles a pair, unless one of the two is settled.
    fn settle(&mut self, old: usize, new: usize, likeness: Option<f32>) -> bool {
        let free = self.is_free(old, new);
        if free {
            self.of_old[old] = Some(new);
            self.of_new[new] = Some(old);
            self.likeness[new] = likeness;
        }
        free
    }

    fn free_old(&self) -> impl Iterator<Item = usize> {
        self.of_old.iter().enumerate().filter(|(_, pair)| pair.is_none()).map(|(at, _)| at)
    }

    fn free_new(&self) -> impl Iterator<Item = usize> {
        self.of_new.iter().enumerate().filter(|(_, pair)| pair.is_none()).map(|(at, _)| at)
    }

    /// New passages, in old order, that stand outside the longest run of pairs whose order did not change.
    fn moved(&self) -> Vec<bool> {
        let mut moved = vec![false; self.of_new.len()];
        let pairs: Vec<(usize, usize)> =
            self.of_new.iter().enumerate().filter_map(|(new, old)| old.map(|old| (new, old))).collect();
        // Patience: the last element of the best run of each length, and who came before each.
        let mut ends: Vec<usize> = Vec::new();
        let mut before: Vec<Option<usize>> = vec![None; pairs.len()];
        for (at, (new, old)) in pairs.iter().enumerate() {
            moved[*new] = true;
            let length = ends.partition_point(|end| pairs[*end].1 < *old);
            before[at] = length.checked_sub(1).map(|shorter| ends[shorter]);
            if length == ends.len() { ends.push(at) } else { ends[length] = at }
        }
        let mut next = ends.last().copied();
        while let Some(at) = next {
            moved[pairs[at].0] = false;
            next = before[at];
        }
        moved
    }
}

/// Aligns a new version with the old one.
#[must_use]
pub fn align(old: &[OldPassage], new: &[Block]) -> Alignment {
    let olds: Vec<Prepared> = old.iter().map(|it| Prepared::new(it.kind, &it.text)).collect();
    let news: Vec<Prepared> = new.iter().map(|it| Prepared::new(it.kind, &it.text())).collect();
    let mut pairs = Pairs::new(olds.len(), news.len());
    let mut unsure = equal::settle(&olds, &news, &mut pairs);
    let scored = alike::settle(&olds, &news, &mut pairs);
    for (new, candidates) in scored {
        unsure.entry(new).or_default().extend(candidates);
    }

    let mut offered = vec![false; olds.len()];
    let mut matches = Vec::with_capacity(news.len());
    for (at, moved) in pairs.moved().into_iter().enumerate() {
        let code = pairs.of_new[at].and_then(|at| old.get(at)).map(|it| it.code.clone());
        matches.push(match (code, pairs.likeness[at]) {
            (Some(code), None) => Match::Equal { code, moved },
            (Some(code), Some(likeness)) => Match::Alike { code, likeness, moved },
            (None, _) => open(unsure.remove(&at).unwrap_or_default(), old, &pairs, &mut offered),
        });
    }
    let codes = |wanted: bool| {
        let free = pairs.free_old().filter(|at| offered[*at] == wanted);
        free.filter_map(|at| old.get(at)).map(|it| it.code.clone()).collect()
    };
    Alignment { removed: codes(false), undecided: codes(true), matches }
}

/// What is put before a person: at most five candidates that are still free.
fn open(mut found: Vec<(usize, f32)>, old: &[OldPassage], pairs: &Pairs, offered: &mut [bool]) -> Match {
    found.retain(|(at, _)| pairs.of_old[*at].is_none());
    found.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    let mut seen = std::collections::HashSet::new();
    found.retain(|(at, _)| seen.insert(*at));
    found.truncate(5);
    if found.is_empty() {
        return Match::New;
    }
    for (at, _) in &found {
        offered[*at] = true;
    }
    let candidate = |(at, likeness): (usize, f32)| old.get(at).map(|it| Candidate { code: it.code.clone(), likeness });
    Match::Unsure(found.into_iter().filter_map(candidate).collect())
}
