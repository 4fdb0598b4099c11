//! Finds passages of one side that may be like one of the other: an index of short runs of words, the common ones
//! left out.

use super::Effort;
use super::prepared::{Prepared, hash};
use std::collections::HashMap;

/// A run of words that more passages share tells nothing, and would make the search grow with the square.
const COMMON: usize = 24;
/// How many candidates are looked at closely.
const CLOSE: usize = 6;
/// How many runs of a passage are looked up, the rarest: they tell most, and a table can have thousands of words.
const LOOKED_UP: usize = 64;

/// From runs of words to the passages that hold them.
pub struct Index {
    places: HashMap<u64, Vec<u32>>,
}

impl Index {
    /// Indexes the passages at these places.
    pub fn new(all: &[Prepared], free: impl Iterator<Item = usize>) -> Self {
        let mut places: HashMap<u64, Vec<u32>> = HashMap::new();
        for at in free {
            for run in runs(&all[at]) {
                let list = places.entry(run).or_default();
                let place = u32::try_from(at).unwrap_or(u32::MAX);
                if list.last() != Some(&place) && list.len() <= COMMON {
                    list.push(place);
                }
            }
        }
        places.retain(|_, list| list.len() <= COMMON);
        Self { places }
    }

    /// The likeliest, best first: rare runs weigh more. Among equals the nearest to where it is expected.
    pub fn near(&self, passage: &Prepared, expected: usize, effort: &mut Effort) -> Vec<usize> {
        let mut weights: HashMap<usize, f32> = HashMap::new();
        let mut lists: Vec<&Vec<u32>> = runs(passage).iter().filter_map(|run| self.places.get(run)).collect();
        lists.sort_by_key(|list| list.len());
        for list in lists.into_iter().take(LOOKED_UP) {
            effort.looked_up += list.len();
            let weight = 1.0 / f32::from(u16::try_from(list.len()).unwrap_or(u16::MAX));
            for at in list.iter().filter_map(|at| usize::try_from(*at).ok()) {
                *weights.entry(at).or_default() += weight;
            }
        }
        let mut found: Vec<(usize, f32)> = weights.into_iter().collect();
        found.sort_by(|a, b| {
            b.1.total_cmp(&a.1).then_with(|| (a.0.abs_diff(expected), a.0).cmp(&(b.0.abs_diff(expected), b.0)))
        });
        found.into_iter().take(CLOSE).map(|(at, _)| at).collect()
    }
}

/// Single words, pairs, and threes. Families are not told apart here: a paragraph may be split into a heading and text.
fn runs(passage: &Prepared) -> Vec<u64> {
    let sizes = 1..=3;
    sizes.flat_map(|size| passage.words.windows(size)).map(|run| hash(&run)).collect()
}
