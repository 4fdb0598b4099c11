//! Texts nearly the same. The thresholds were set by reading the pairs of two real plans and their successors:
//! a wrong automatic match costs more than ten questions to a person.

use super::index::Index;
use super::prepared::Prepared;
use super::{Pairs, equal};
use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::collections::{BTreeMap, HashMap, HashSet};

/// Alike enough to be put before a person.
const WORTH_ASKING: f32 = 0.45;
/// Alike enough to be settled, for a text of some length.
const SURE: f32 = 0.75;
/// The same, when both neighbours, or the section and a neighbour, are settled with each other.
const SURE_IN_PLACE: f32 = 0.6;
/// How much better than the next best, on either side; in place it is enough to be no worse.
const CLEARLY: f32 = 0.15;
/// Shorter texts are settled only in place.
const SHORT: usize = 8;
/// Longer texts are compared as bags of words: their order costs too much.
const LONG: usize = 6_000;

/// A possible pair.
struct Possible {
    old: usize,
    new: usize,
    likeness: f32,
}

/// The heading each passage stands under.
struct Heads {
    old: Vec<Option<usize>>,
    new: Vec<Option<usize>>,
}

/// Settles what is clear; returns the candidates of what is not.
pub fn settle(olds: &[Prepared], news: &[Prepared], pairs: &mut Pairs) -> BTreeMap<usize, Vec<(usize, f32)>> {
    let mut possible = possible(olds, news, pairs);
    possible.sort_by(|a, b| b.likeness.total_cmp(&a.likeness).then(a.new.cmp(&b.new)).then(a.old.cmp(&b.old)));
    let heads = Heads { old: equal::heads(olds), new: equal::heads(news) };
    // A pair settled gives its neighbours a place: go round until nothing more is clear.
    for _ in 0..4 {
        let (for_old, for_new) = rivals(&possible, pairs);
        let mut settled = false;
        for it in &possible {
            let next = for_old.other(it.old, it.new).max(for_new.other(it.new, it.old));
            let placed = in_place(it, pairs, &heads);
            let lead = if placed { 0.0 } else { CLEARLY };
            if it.likeness - next >= lead && is_sure(it, &olds[it.old], &news[it.new], placed) {
                settled |= pairs.settle(it.old, it.new, Some(it.likeness));
            }
        }
        if !settled {
            break;
        }
    }
    let mut open: BTreeMap<usize, Vec<(usize, f32)>> = BTreeMap::new();
    for it in possible.iter().filter(|it| pairs.is_free(it.old, it.new)) {
        open.entry(it.new).or_default().push((it.old, it.likeness));
    }
    open
}

/// Each new passage with its few candidates: those that share rare words, and those that stand where it stands.
fn possible(olds: &[Prepared], news: &[Prepared], pairs: &Pairs) -> Vec<Possible> {
    let index = Index::new(olds, pairs.free_old());
    let mut out = Vec::new();
    for new in pairs.free_new() {
        let mut candidates = index.near(&news[new]);
        candidates.extend(nearby(new, pairs).filter(|old| *old < olds.len()));
        let mut seen = HashSet::new();
        candidates.retain(|old| pairs.is_free(*old, new) && seen.insert(*old));
        for old in candidates {
            let likeness = likeness(&olds[old], &news[new]);
            if likeness >= WORTH_ASKING {
                out.push(Possible { old, new, likeness });
            }
        }
    }
    out
}

/// The old passages next to those the neighbours are settled with.
fn nearby(new: usize, pairs: &Pairs) -> impl Iterator<Item = usize> {
    let before = new.checked_sub(1).and_then(|at| pairs.of_new[at]).map(|old| old + 1);
    let after = pairs.of_new.get(new + 1).copied().flatten().and_then(|old| old.checked_sub(1));
    before.into_iter().chain(after)
}

/// The two best of each passage, so that the best other than a given one is known.
#[derive(Default)]
struct Rivals(HashMap<usize, Vec<(usize, f32)>>);

impl Rivals {
    /// To be told of best first.
    fn add(&mut self, at: usize, rival: usize, likeness: f32) {
        let best = self.0.entry(at).or_default();
        if best.len() < 2 {
            best.push((rival, likeness));
        }
    }

    fn other(&self, at: usize, than: usize) -> f32 {
        let best = self.0.get(&at);
        best.and_then(|best| best.iter().find(|(rival, _)| *rival != than)).map_or(0.0, |(_, likeness)| *likeness)
    }
}

/// The rivals for each old and for each new passage; `possible` comes best first.
fn rivals(possible: &[Possible], pairs: &Pairs) -> (Rivals, Rivals) {
    let (mut for_old, mut for_new) = (Rivals::default(), Rivals::default());
    for it in possible.iter().filter(|it| pairs.is_free(it.old, it.new)) {
        for_old.add(it.old, it.new, it.likeness);
        for_new.add(it.new, it.old, it.likeness);
    }
    (for_old, for_new)
}

/// Share of the words of both that stand in the same order, as a quick upper bound first.
fn likeness(old: &Prepared, new: &Prepared) -> f32 {
    let (a, b) = (&old.words, &new.words);
    if old.family != new.family || a.is_empty() || b.is_empty() {
        return 0.0;
    }
    let bound = ratio(in_common(a, b), a.len(), b.len());
    if bound < WORTH_ASKING || a.len().max(b.len()) > LONG {
        return bound;
    }
    let ops = capture_diff_slices(Algorithm::Myers, a, b);
    let same = ops.iter().map(|op| if let DiffOp::Equal { len, .. } = op { *len } else { 0 }).sum();
    ratio(same, a.len(), b.len())
}

#[allow(clippy::cast_precision_loss)] // counts of words
fn ratio(same: usize, a: usize, b: usize) -> f32 {
    2.0 * same as f32 / (a + b) as f32
}

/// How many words both have, in any order.
fn in_common(a: &[u64], b: &[u64]) -> usize {
    let mut counts: HashMap<u64, usize> = HashMap::new();
    for word in a {
        *counts.entry(*word).or_default() += 1;
    }
    b.iter().filter(|word| counts.get_mut(word).is_some_and(take_one)).count()
}

fn take_one(count: &mut usize) -> bool {
    let some = *count > 0;
    *count = count.saturating_sub(1);
    some
}

/// Clear enough not to ask.
fn is_sure(it: &Possible, old: &Prepared, new: &Prepared, placed: bool) -> bool {
    let shorter = old.words.len().min(new.words.len());
    if placed {
        let enough = if shorter < SHORT { SURE } else { SURE_IN_PLACE };
        return it.likeness >= enough && (shorter >= SHORT || old.figures == new.figures);
    }
    shorter >= SHORT && it.likeness >= SURE && (shorter >= 3 * SHORT || old.figures == new.figures)
}

/// Do the neighbours say that it is this one?
fn in_place(it: &Possible, pairs: &Pairs, heads: &Heads) -> bool {
    let pair = |new: Option<usize>| new.and_then(|at| pairs.of_new.get(at).copied().flatten());
    let before = it.old > 0 && pair(it.new.checked_sub(1)) == it.old.checked_sub(1);
    let after = pair(Some(it.new + 1)) == Some(it.old + 1);
    let head = heads.old.get(it.old).copied().flatten();
    let section = head.is_some() && pair(heads.new.get(it.new).copied().flatten()) == head;
    (before && after) || (section && (before || after))
}
