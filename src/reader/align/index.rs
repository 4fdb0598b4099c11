//! Finds old passages that may be like a new one: an index of short runs of words, the common ones left out.

use super::prepared::{Prepared, hash};
use std::collections::HashMap;

/// A run of words that more passages share tells nothing, and would make the search grow with the square.
const COMMON: usize = 24;
/// How many candidates are looked at closely.
const CLOSE: usize = 6;
/// How many runs of a passage are looked up: a table can have thousands of words.
const LOOKED_UP: usize = 400;

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

    /// The likeliest, best first: rare runs weigh more.
    pub fn near(&self, passage: &Prepared) -> Vec<usize> {
        let mut weights: HashMap<u32, f32> = HashMap::new();
        let all = runs(passage);
        let step = (all.len() / LOOKED_UP).max(1);
        for run in all.iter().step_by(step) {
            let Some(list) = self.places.get(run) else {
                continue;
            };
            let weight = 1.0 / f32::from(u16::try_from(list.len()).unwrap_or(u16::MAX));
            for at in list {
                *weights.entry(*at).or_default() += weight;
            }
        }
        let mut found: Vec<(u32, f32)> = weights.into_iter().collect();
        found.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        found.into_iter().take(CLOSE).filter_map(|(at, _)| usize::try_from(at).ok()).collect()
    }
}

/// Single words, pairs, and threes, within one family.
fn runs(passage: &Prepared) -> Vec<u64> {
    let sizes = 1..=3;
    sizes.flat_map(|size| passage.words.windows(size)).map(|run| hash(&(passage.family, run))).collect()
}
