//! Equal texts. Those that occur once on both sides pair at once; their neighbours follow (Heckel); what repeats is
//! decided by the section it stands in; what cannot be decided is left open.

use super::alike::signs;
use super::pairs::Pairs;
use super::prepared::{Family, Prepared, Sides};
use std::collections::HashMap;

type Places<'t> = HashMap<(Family, &'t str), (Vec<usize>, Vec<usize>)>;

/// Settles equal texts.
pub fn settle(sides: &Sides, pairs: &mut Pairs) {
    same_throughout(sides, pairs);
    for (old, new) in groups(sides, pairs).values() {
        if let ([old], [new]) = (old.as_slice(), new.as_slice())
            && is_telling(&sides.olds[*old])
        {
            pairs.settle(*old, *new);
        }
    }
    spread(sides, pairs, Trust::Held);
    for (old, new) in groups(sides, pairs).into_values() {
        if old.first().is_some_and(|at| is_telling(&sides.olds[*at])) {
            in_order(&old, &new, sides, pairs);
        }
    }
}

/// How much a settled pair says of the line beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trust {
    /// For a short line, only if the pair has its place: on its other side too it stands beside the same.
    Held,
    /// Any pair: when all else is settled.
    Any,
}

/// From what is settled to equal texts beside it and in the same section. Says whether anything was settled.
pub fn spread(sides: &Sides, pairs: &mut Pairs, trust: Trust) -> bool {
    let mut any = neighbours(sides, pairs, trust);
    any |= sections(sides, pairs);
    any | neighbours(sides, pairs, trust)
}

/// What stays open: each text that both sides still have, and where.
pub fn open(sides: &Sides, pairs: &Pairs) -> Vec<(Vec<usize>, Vec<usize>)> {
    let mut left: Vec<_> = groups(sides, pairs).into_values().collect();
    left.sort();
    left
}

/// A version without a change, be it of short lines only that tell nothing each by itself.
fn same_throughout(sides: &Sides, pairs: &mut Pairs) {
    if sides.olds.len() == sides.news.len() && (0..sides.olds.len()).all(|at| sides.equal(at, at)) {
        for at in 0..sides.olds.len() {
            pairs.settle(at, at);
        }
    }
}

/// Long enough that the text alone tells which passage it is; headings are few and tell it anyway.
fn is_telling(passage: &Prepared) -> bool {
    // Two images without alternative text are not the same for that.
    !passage.text.is_empty() && (passage.words.len() >= 8 || passage.family != Family::Prose)
}

/// Where each text that is still free occurs on each side.
fn groups<'t>(sides: &'t Sides, pairs: &Pairs) -> Places<'t> {
    let mut places: Places<'t> = HashMap::new();
    for at in pairs.free_old() {
        places.entry(sides.olds[at].key()).or_default().0.push(at);
    }
    for at in pairs.free_new() {
        if let Some(place) = places.get_mut(&sides.news[at].key()) {
            place.1.push(at);
        }
    }
    places.retain(|_, (_, new)| !new.is_empty());
    places
}

/// An equal text right after, or right before, a settled pair is settled with it.
fn neighbours(sides: &Sides, pairs: &mut Pairs, trust: Trust) -> bool {
    let mut any = false;
    for new in 0..sides.news.len() {
        any |= step(sides, pairs, trust, new, 1);
    }
    for new in (0..sides.news.len()).rev() {
        any |= step(sides, pairs, trust, new, -1);
    }
    any
}

/// From the pair of one new passage to the texts beside it, one place on or one place back.
fn step(sides: &Sides, pairs: &mut Pairs, trust: Trust, new: usize, by: isize) -> bool {
    let beside = |old: usize, new: usize, by: isize| Some((old.checked_add_signed(by)?, new.checked_add_signed(by)?));
    let Some(anchor) = pairs.of_new[new] else { return false };
    let Some((old_next, new_next)) = beside(anchor, new, by) else { return false };
    if !pairs.is_free(old_next, new_next) || !sides.equal(old_next, new_next) {
        return false;
    }
    // One paragraph that moved may have come to stand before a line like the one it stood before.
    let held = beside(anchor, new, -by).is_none_or(|(old, new)| pairs.are(old, new));
    if trust == Trust::Held && !held && !is_telling(&sides.olds[old_next]) {
        return false;
    }
    let mine = signs(old_next, new_next, sides, pairs);
    let is_rival = |(old, new): (usize, usize)| {
        (old, new) != (old_next, new_next)
            && pairs.is_free(old, new)
            && sides.equal(old, new)
            && signs(old, new, sides, pairs) >= mine
    };
    // What the passages on the far side of the two would have beside them.
    let of_new = new_next.checked_add_signed(by).and_then(|far| pairs.of_new.get(far).copied().flatten());
    let of_old = old_next.checked_add_signed(by).and_then(|far| pairs.of_old.get(far).copied().flatten());
    let rivals = [
        of_new.and_then(|far| Some((far.checked_add_signed(-by)?, new_next))),
        of_old.and_then(|far| Some((old_next, far.checked_add_signed(-by)?))),
    ];
    !rivals.into_iter().flatten().any(is_rival) && pairs.settle(old_next, new_next)
}

/// The same text as often in a section and in the section that continues it: in order.
fn sections(sides: &Sides, pairs: &mut Pairs) -> bool {
    type Found<'t> = HashMap<(usize, Family, &'t str), (Vec<usize>, Vec<usize>)>;
    let mut found: Found<'_> = HashMap::new();
    for at in pairs.free_old() {
        if let Some(head) = sides.old_heads[at] {
            let (family, text) = sides.olds[at].key();
            found.entry((head, family, text)).or_default().0.push(at);
        }
    }
    for at in pairs.free_new() {
        if let Some(head) = sides.new_heads[at].and_then(|head| pairs.of_new[head]) {
            let (family, text) = sides.news[at].key();
            found.entry((head, family, text)).or_default().1.push(at);
        }
    }
    // Every text is in one group only, so that the order in which groups are taken does not matter.
    found.into_values().fold(false, |any, (old, new)| any | in_order(&old, &new, sides, pairs))
}

/// As many on both sides pair in order.
fn in_order(old: &[usize], new: &[usize], sides: &Sides, pairs: &mut Pairs) -> bool {
    let same = !old.is_empty() && old.len() == new.len();
    if same && old.iter().zip(new).all(|(old, new)| sides.equal(*old, *new)) {
        return old.iter().zip(new).fold(false, |any, (old, new)| any | pairs.settle(*old, *new));
    }
    false
}
