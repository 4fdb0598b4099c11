//! The few old passages each new one is compared with, and the reverse.

use super::Effort;
use super::index::Index;
use super::likeness::{in_any_order, in_order, ratio, share};
use super::pairs::Pairs;
use super::prepared::{Family, Prepared, Sides};
use std::collections::HashSet;

/// Alike enough to be put before a person.
pub const WORTH_ASKING: f32 = 0.45;
/// So much of the shorter one in the longer one, that it may be a part of it.
const A_PART: f32 = 0.75;
/// Alike enough to be asked about in what is left between two settled pairs, where the place speaks for it.
const WORTH_ASKING_IN_GAP: f32 = 0.15;
/// A part shorter than this is in everything.
const SHORT: usize = 8;
/// Gaps with more pairs to compare are left to the index.
const SMALL_GAP: usize = 64;

/// Two passages that were compared, and what came of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Possible {
    pub old: usize,
    pub new: usize,
    /// Share of the words of both that stand in the same order.
    pub likeness: f32,
    /// Share of the shorter one's words that stand in the longer one in the same order.
    pub within: f32,
}

/// Looks for candidates from both sides, so that aligning back finds the same ones.
pub fn find(sides: &Sides, pairs: &Pairs, effort: &mut Effort) -> Vec<Possible> {
    let mut wanted: Vec<(usize, usize)> = Vec::new();
    let (olds, news) = (Index::new(&sides.olds, pairs.free_old()), Index::new(&sides.news, pairs.free_new()));
    let expected = expected(&pairs.of_new);
    for new in pairs.free_new() {
        wanted.extend(olds.near(&sides.news[new], expected[new], effort).into_iter().map(|old| (old, new)));
        wanted.extend(beside(new, pairs).map(|old| (old, new)));
    }
    let expected = self::expected(&pairs.of_old);
    for old in pairs.free_old() {
        wanted.extend(news.near(&sides.olds[old], expected[old], effort).into_iter().map(|new| (old, new)));
    }
    wanted.retain(|(old, new)| pairs.is_free(*old, *new));
    wanted.sort_unstable();
    wanted.dedup();
    let compared = wanted.into_iter().filter_map(|(old, new)| compare(sides, old, new, WORTH_ASKING, effort));
    compared.collect()
}

/// What is left on both sides between two pairs that follow each other: compared each with each, and kept when only
/// a little alike. One passage left on each side is kept even when nothing is alike: it may have been rewritten.
pub fn in_gaps(sides: &Sides, pairs: &Pairs, known: &[Possible], effort: &mut Effort) -> Vec<Possible> {
    let known: HashSet<(usize, usize)> = known.iter().map(|it| (it.old, it.new)).collect();
    let mut chain = pairs.chain();
    chain.push((sides.olds.len(), sides.news.len()));
    let mut found = Vec::new();
    let (mut old_from, mut new_from) = (0, 0);
    for (old_to, new_to) in chain {
        let olds: Vec<usize> = (old_from..old_to).filter(|at| pairs.of_old[*at].is_none()).collect();
        let news: Vec<usize> = (new_from..new_to).filter(|at| pairs.of_new[*at].is_none()).collect();
        (old_from, new_from) = (old_to + 1, new_to + 1);
        if olds.len() * news.len() > SMALL_GAP {
            continue;
        }
        let least = if olds.len() == 1 && news.len() == 1 { 0.0 } else { WORTH_ASKING_IN_GAP };
        let each = olds.iter().flat_map(|old| news.iter().map(move |new| (*old, *new)));
        for (old, new) in each.filter(|pair| !known.contains(pair)) {
            found.extend(compare(sides, old, new, least, effort));
        }
    }
    found
}

/// Compares two passages, a quick upper bound first.
fn compare(sides: &Sides, old: usize, new: usize, least: f32, effort: &mut Effort) -> Option<Possible> {
    let (a, b) = (&sides.olds[old], &sides.news[new]);
    if !may_continue(a, b) {
        return None;
    }
    effort.compared += 1;
    let (long, short) = (a.words.len().max(b.words.len()), a.words.len().min(b.words.len()));
    let made = |same| Possible { old, new, likeness: ratio(same, long, short), within: share(same, short) };
    let worth = |it: &Possible| it.likeness >= least || (short >= SHORT && it.within >= A_PART);
    Some(made(in_any_order(&a.sorted, &b.sorted))).filter(worth)?;
    Some(made(in_order(&a.words, &b.words))).filter(worth)
}

/// A heading may be a part of what becomes running text, and the reverse; otherwise like goes with like.
fn may_continue(a: &Prepared, b: &Prepared) -> bool {
    let text = |it: &Prepared| matches!(it.family, Family::Heading | Family::Prose);
    !a.words.is_empty() && !b.words.is_empty() && (a.family == b.family || (text(a) && text(b)))
}

/// The old passages next to those the neighbours are settled with.
fn beside(new: usize, pairs: &Pairs) -> impl Iterator<Item = usize> {
    let before = new.checked_sub(1).and_then(|at| pairs.of_new[at]).map(|old| old + 1);
    let after = pairs.of_new.get(new + 1).copied().flatten().and_then(|old| old.checked_sub(1));
    before.into_iter().chain(after)
}

/// Where on the other side each passage would stand: after the one its forerunner is settled with.
fn expected(of: &[Option<usize>]) -> Vec<usize> {
    let next = of.iter().scan(0, |next, pair| {
        let here = *next;
        *next = pair.map_or(here, |at| at) + 1;
        Some(here)
    });
    next.collect()
}
