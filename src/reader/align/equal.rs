//! Equal texts. Those that occur once on both sides pair at once; their neighbours follow (Heckel); what repeats is
//! decided by the section it stands in; what cannot be decided is left open.

use super::Pairs;
use super::prepared::{Family, Prepared};
use std::collections::{BTreeMap, HashMap};

type Places<'t> = HashMap<(Family, &'t str), (Vec<usize>, Vec<usize>)>;

/// Settles equal texts; returns, for repeated ones that stay open, their candidates.
pub fn settle(olds: &[Prepared], news: &[Prepared], pairs: &mut Pairs) -> BTreeMap<usize, Vec<(usize, f32)>> {
    for (old, new) in groups(olds, news, pairs).values() {
        if let ([old], [new]) = (old.as_slice(), new.as_slice())
            && is_telling(&olds[*old])
        {
            pairs.settle(*old, *new, None);
        }
    }
    neighbours(olds, news, pairs);
    sections(olds, news, pairs);
    neighbours(olds, news, pairs);
    rest(olds, news, pairs)
}

/// Long enough that the text alone tells which passage it is; headings are few and tell it anyway.
fn is_telling(passage: &Prepared) -> bool {
    // Two images without alternative text are not the same for that.
    !passage.text.is_empty() && (passage.words.len() >= 8 || passage.family != Family::Prose)
}

/// Where each text that is still free occurs on each side.
fn groups<'t>(olds: &'t [Prepared], news: &'t [Prepared], pairs: &Pairs) -> Places<'t> {
    let mut places: Places<'t> = HashMap::new();
    for at in pairs.free_old() {
        places.entry(olds[at].key()).or_default().0.push(at);
    }
    for at in pairs.free_new() {
        places.entry(news[at].key()).or_default().1.push(at);
    }
    places.retain(|_, (old, new)| !old.is_empty() && !new.is_empty());
    places
}

/// An equal text right after, or right before, a settled pair is settled with it.
fn neighbours(olds: &[Prepared], news: &[Prepared], pairs: &mut Pairs) {
    let equal = |old: usize, new: usize| olds.get(old).zip(news.get(new)).is_some_and(|(a, b)| a.key() == b.key());
    for new in 0..news.len() {
        if let Some(old) = pairs.of_new[new]
            && equal(old + 1, new + 1)
        {
            pairs.settle(old + 1, new + 1, None);
        }
    }
    for new in (1..news.len()).rev() {
        if let Some(old) = pairs.of_new[new].and_then(|old| old.checked_sub(1))
            && equal(old, new - 1)
        {
            pairs.settle(old, new - 1, None);
        }
    }
}

/// The same text as often in a section and in the section that continues it: in order.
fn sections(olds: &[Prepared], news: &[Prepared], pairs: &mut Pairs) {
    let (old_heads, new_heads) = (heads(olds), heads(news));
    let mut found: BTreeMap<(usize, u64), (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    for at in pairs.free_old() {
        if let Some(head) = old_heads[at] {
            found.entry((head, super::prepared::hash(&olds[at].key()))).or_default().0.push(at);
        }
    }
    for at in pairs.free_new() {
        if let Some(head) = new_heads[at].and_then(|head| pairs.of_new[head]) {
            found.entry((head, super::prepared::hash(&news[at].key()))).or_default().1.push(at);
        }
    }
    for (old, new) in found.into_values() {
        in_order(&old, &new, olds, news, pairs);
    }
}

/// The heading each passage stands under.
pub fn heads(all: &[Prepared]) -> Vec<Option<usize>> {
    let mut last = None;
    let mut out = Vec::with_capacity(all.len());
    for (at, passage) in all.iter().enumerate() {
        out.push(last);
        if passage.family == Family::Heading {
            last = Some(at);
        }
    }
    out
}

/// What is left: as many on both sides pair in order; otherwise a person decides. A short text that occurs once may
/// be another sentence's: it is left open too.
fn rest(olds: &[Prepared], news: &[Prepared], pairs: &mut Pairs) -> BTreeMap<usize, Vec<(usize, f32)>> {
    let mut open = BTreeMap::new();
    let left: Vec<(Vec<usize>, Vec<usize>)> = groups(olds, news, pairs).into_values().collect();
    for (old, new) in left {
        let telling = old.first().is_some_and(|at| is_telling(&olds[*at]));
        if telling && in_order(&old, &new, olds, news, pairs) {
            continue;
        }
        for at in &new {
            open.insert(*at, old.iter().take(5).map(|old| (*old, 1.0)).collect());
        }
    }
    open
}

fn in_order(old: &[usize], new: &[usize], olds: &[Prepared], news: &[Prepared], pairs: &mut Pairs) -> bool {
    let same = old.len() == new.len() && old.iter().zip(new).all(|(old, new)| olds[*old].key() == news[*new].key());
    if same {
        for (old, new) in old.iter().zip(new) {
            pairs.settle(*old, *new, None);
        }
    }
    same
}
