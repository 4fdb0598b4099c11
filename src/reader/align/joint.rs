//! One passage that became several, or several that became one. The same work both ways round: a *whole* on one side,
//! its *parts* on the other.

use super::Effort;
use super::alike::CLEARLY;
use super::candidates::Possible;
use super::grow::{MOST, SOME, View};
use super::pairs::Pairs;
use super::prepared::Sides;
use std::collections::{HashMap, HashSet};

/// A whole and its parts.
#[derive(Debug, Clone, PartialEq)]
pub struct Joint {
    pub whole: usize,
    /// In reading order.
    pub parts: Vec<usize>,
    /// The part that has most of the whole: it goes on under the whole's code, or gives it its own.
    pub keeper: usize,
    /// How alike the whole is to its parts taken together.
    pub likeness: f32,
    pub sure: bool,
}

/// What was found, both ways.
#[derive(Default)]
pub struct Joints {
    /// An old whole, new parts.
    pub split: Vec<Joint>,
    /// A new whole, old parts.
    pub merged: Vec<Joint>,
}

/// Finds splits and mergers, and settles the part that keeps the code where it is sure.
pub fn settle(possible: &[Possible], sides: &Sides, pairs: &mut Pairs, effort: &mut Effort) -> Joints {
    let Sides { olds, news, .. } = sides;
    let view = View { wholes: olds, parts: news, of_whole: &pairs.of_old, of_part: &pairs.of_new };
    let seeds: Vec<Seed> = possible.iter().map(|it| Seed::new(it.old, it.new, it)).collect();
    let split = find(&view, &seeds, effort);
    let view = View { wholes: news, parts: olds, of_whole: &pairs.of_new, of_part: &pairs.of_old };
    let seeds: Vec<Seed> = possible.iter().map(|it| Seed::new(it.new, it.old, it)).collect();
    let merged = find(&view, &seeds, effort);
    choose(split, merged, pairs)
}

/// The surest first; a passage is a member of one joint only.
fn choose(split: Vec<Joint>, merged: Vec<Joint>, pairs: &mut Pairs) -> Joints {
    let mut all: Vec<(Joint, bool)> = split.into_iter().map(|it| (it, true)).collect();
    all.extend(merged.into_iter().map(|it| (it, false)));
    all.sort_by(|(a, _), (b, _)| (b.sure.cmp(&a.sure)).then(b.likeness.total_cmp(&a.likeness)));
    let (mut old_used, mut new_used) = (HashSet::new(), HashSet::new());
    let mut joints = Joints::default();
    for (it, is_split) in all {
        let (whole_used, part_used) =
            if is_split { (&mut old_used, &mut new_used) } else { (&mut new_used, &mut old_used) };
        if whole_used.contains(&it.whole) || it.parts.iter().any(|part| part_used.contains(part)) {
            continue;
        }
        whole_used.insert(it.whole);
        part_used.extend(it.parts.iter().copied());
        if it.sure {
            if is_split {
                pairs.settle(it.whole, it.keeper)
            } else {
                pairs.settle(it.keeper, it.whole)
            };
        }
        if is_split { &mut joints.split } else { &mut joints.merged }.push(it);
    }
    joints
}

/// A pair that was compared, as one of the two ways sees it.
struct Seed {
    whole: usize,
    part: usize,
    likeness: f32,
    within: f32,
}

impl Seed {
    fn new(whole: usize, part: usize, it: &Possible) -> Self {
        Self { whole, part, likeness: it.likeness, within: it.within }
    }
}

/// Begins with pairs that are settled but not equal, and with those of which one holds the other.
fn find(view: &View<'_>, seeds: &[Seed], effort: &mut Effort) -> Vec<Joint> {
    let smaller = |it: &Seed| view.parts[it.part].words.len() < view.wholes[it.whole].words.len();
    let mut found = Vec::new();
    let mut far = Vec::new();
    for it in seeds {
        match (view.of_whole[it.whole], view.of_part[it.part]) {
            (Some(of), _) if of == it.part => found.extend(view.grow(it.whole, it.part, effort)),
            (None, None) if smaller(it) && it.within >= SOME => found.extend(view.grow(it.whole, it.part, effort)),
            (Some(_), None) if smaller(it) && it.within >= MOST => far.push((it.whole, it.part)),
            _ => {}
        }
    }
    doubt(&mut found, seeds, view.of_whole);
    let near: HashSet<usize> = found.iter().flat_map(|it| it.parts.iter().copied()).collect();
    far.retain(|(_, part)| !near.contains(part));
    found.extend(far.into_iter().filter_map(|(whole, part)| view.elsewhere(whole, part, effort)));
    found
}

/// Where nothing is settled yet, a joint is sure only if it is clearly the best of all its members.
fn doubt(found: &mut [Joint], seeds: &[Seed], settled: &[Option<usize>]) {
    let mut alone: HashMap<usize, f32> = HashMap::new();
    for it in seeds {
        let best = alone.entry(it.whole).or_default();
        *best = best.max(it.likeness);
    }
    let wanted = wanted(found);
    for it in found.iter_mut().filter(|it| settled[it.whole].is_none()) {
        let other = |part: &usize| {
            let rivals = wanted.get(part).into_iter().flatten();
            rivals.filter(|(whole, _)| *whole != it.whole).map(|(_, likeness)| *likeness).fold(0.0, f32::max)
        };
        let single = alone.get(&it.whole).copied().unwrap_or_default();
        let next = it.parts.iter().map(other).fold(single, f32::max);
        it.sure &= it.likeness - next >= CLEARLY;
    }
}

/// For each part, the two best wholes that want it.
fn wanted(found: &[Joint]) -> HashMap<usize, [(usize, f32); 2]> {
    let mut wanted: HashMap<usize, [(usize, f32); 2]> = HashMap::new();
    for it in found {
        for part in &it.parts {
            let best = wanted.entry(*part).or_insert([(usize::MAX, 0.0); 2]);
            if it.whole == best[0].0 {
                best[0].1 = best[0].1.max(it.likeness);
            } else if it.likeness > best[0].1 {
                *best = [(it.whole, it.likeness), best[0]];
            } else if it.likeness > best[1].1 {
                best[1] = (it.whole, it.likeness);
            }
        }
    }
    wanted
}
