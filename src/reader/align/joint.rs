//! One passage that became several, or several that became one. The same work both ways round: a *whole* on one side,
//! its *parts*, side by side, on the other.

use super::Effort;
use super::alike::{CLEARLY, SURE};
use super::candidates::Possible;
use super::likeness::{in_any_order, in_order, ratio, share, sorted};
use super::pairs::Pairs;
use super::prepared::{Family, Prepared, Sides};
use std::collections::{HashMap, HashSet};

/// So much of a part that stands nowhere else in the whole makes it worth asking.
const SOME: f32 = 0.6;
/// So much of it settles the matter.
const MOST: f32 = 0.8;
/// A part shorter than this must be there to the last word.
const SHORT: usize = 8;
/// And together they must be as good as the whole.
const COMPLETE: f32 = 0.9;

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

/// One of the two ways of looking.
struct View<'a> {
    wholes: &'a [Prepared],
    parts: &'a [Prepared],
    of_whole: &'a [Option<usize>],
    of_part: &'a [Option<usize>],
}

/// Finds splits and mergers, and settles the part that keeps the code where it is sure.
pub fn settle(possible: &[Possible], sides: &Sides, pairs: &mut Pairs, effort: &mut Effort) -> Joints {
    let Sides { olds, news, .. } = sides;
    let view = View { wholes: olds, parts: news, of_whole: &pairs.of_old, of_part: &pairs.of_new };
    let split = view.find(possible.iter().map(|it| Seed::new(it.old, it.new, it)), effort);
    let view = View { wholes: news, parts: olds, of_whole: &pairs.of_new, of_part: &pairs.of_old };
    let merged = view.find(possible.iter().map(|it| Seed::new(it.new, it.old, it)), effort);

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

/// Where nothing is settled yet, a joint is sure only if it is clearly the best of all its members.
fn doubt(found: &mut [Joint], seeds: &[Seed], settled: &[Option<usize>]) {
    let (mut whole_best, mut part_best) = (HashMap::<usize, f32>::new(), HashMap::<usize, [(usize, f32); 2]>::new());
    for it in seeds {
        let best = whole_best.entry(it.whole).or_default();
        *best = best.max(it.likeness);
    }
    for it in found.iter() {
        for part in &it.parts {
            let best = part_best.entry(*part).or_insert([(usize::MAX, 0.0); 2]);
            if it.whole == best[0].0 {
                best[0].1 = best[0].1.max(it.likeness);
            } else if it.likeness > best[0].1 {
                *best = [(it.whole, it.likeness), best[0]];
            } else if it.likeness > best[1].1 {
                best[1] = (it.whole, it.likeness);
            }
        }
    }
    for it in found.iter_mut().filter(|it| settled[it.whole].is_none()) {
        let other = |part: &usize| {
            let rivals = part_best.get(part).into_iter().flatten();
            rivals.filter(|(whole, _)| *whole != it.whole).map(|(_, likeness)| *likeness).fold(0.0, f32::max)
        };
        let single = whole_best.get(&it.whole).copied().unwrap_or_default();
        let next = it.parts.iter().map(other).fold(single, f32::max);
        it.sure &= it.likeness - next >= CLEARLY;
    }
}

impl View<'_> {
    /// Begins with pairs that are settled but not equal, and with those of which one holds the other.
    fn find(&self, seeds: impl Iterator<Item = Seed>, effort: &mut Effort) -> Vec<Joint> {
        let seeds: Vec<Seed> = seeds.collect();
        let smaller = |it: &Seed| self.parts[it.part].words.len() < self.wholes[it.whole].words.len();
        let mut found = Vec::new();
        let mut far = Vec::new();
        for it in &seeds {
            match (self.of_whole[it.whole], self.of_part[it.part]) {
                (Some(of), _) if of == it.part => found.extend(self.grow(it.whole, it.part, effort)),
                (None, None) if smaller(it) && it.within >= SOME => found.extend(self.grow(it.whole, it.part, effort)),
                (Some(_), None) if smaller(it) && it.within >= MOST => far.push((it.whole, it.part)),
                _ => {}
            }
        }
        doubt(&mut found, &seeds, self.of_whole);
        let near: HashSet<usize> = found.iter().flat_map(|it| it.parts.iter().copied()).collect();
        far.retain(|(_, part)| !near.contains(part));
        found.extend(far.into_iter().filter_map(|(whole, part)| self.elsewhere(whole, part, effort)));
        found
    }

    /// Takes in free neighbours for as long as they bring words of the whole that were missing.
    fn grow(&self, whole: usize, seed: usize, effort: &mut Effort) -> Option<Joint> {
        let of = &self.wholes[whole].words;
        let mut words = self.parts[seed].words.clone();
        let (mut first, mut last) = (seed, seed);
        let mut same = in_order(of, &words);
        let mut sure = self.of_whole[whole].is_some() || share(same, words.len()) >= MOST;
        let mut tiny = false;
        loop {
            let before = first.checked_sub(1).and_then(|part| {
                let joined = [self.part(whole, part)?, words.as_slice()].concat();
                Some((part, joined))
            });
            let after = self.part(whole, last + 1).map(|more| (last + 1, [words.as_slice(), more].concat()));
            let mut grown = false;
            for (part, joined) in before.into_iter().chain(after) {
                effort.compared += 1;
                let (more, now) = (self.parts[part].words.len(), in_order(of, &joined));
                let gain = share(now.saturating_sub(same), more);
                if gain < SOME || (more < SHORT && (more < 2 || gain < 1.0)) {
                    continue;
                }
                sure &= gain >= MOST;
                tiny |= more < SHORT;
                (first, last) = (first.min(part), last.max(part));
                (words, same, grown) = (joined, now, true);
                break;
            }
            if !grown {
                break;
            }
        }
        let likeness = ratio(same, of.len(), words.len());
        sure &= likeness >= if tiny { COMPLETE } else { SURE };
        let parts: Vec<usize> = (first..=last).collect();
        let keeper = self.of_whole[whole].unwrap_or_else(|| self.largest(whole, &parts));
        (parts.len() > 1).then_some(Joint { whole, parts, keeper, likeness, sure })
    }

    /// A part that stands elsewhere: never sure.
    fn elsewhere(&self, whole: usize, part: usize, effort: &mut Effort) -> Option<Joint> {
        let keeper = self.of_whole[whole]?;
        let more = self.part(whole, part).filter(|words| words.len() >= SHORT)?;
        effort.compared += 1;
        let of = &self.wholes[whole];
        let both = sorted(&[self.parts[keeper].words.as_slice(), more].concat());
        let same = in_any_order(&of.sorted, &both);
        let gain = same - in_any_order(&of.sorted, &self.parts[keeper].sorted);
        let likeness = ratio(same, of.words.len(), both.len());
        let mut parts = vec![keeper, part];
        parts.sort_unstable();
        (share(gain, more.len()) >= MOST).then_some(Joint { whole, parts, keeper, likeness, sure: false })
    }

    /// The words of a free passage that may be a part of this whole: running text, or a heading above it.
    fn part(&self, whole: usize, part: usize) -> Option<&[u64]> {
        let it = self.parts.get(part).filter(|_| self.of_part[part].is_none())?;
        let text = matches!(it.family, Family::Prose | Family::Heading) && self.wholes[whole].family == Family::Prose;
        let shared = in_any_order(&self.wholes[whole].sorted, &it.sorted);
        (text && share(shared, it.words.len()) >= SOME).then_some(it.words.as_slice())
    }

    fn largest(&self, whole: usize, parts: &[usize]) -> usize {
        let of = &self.wholes[whole];
        let same_family = |part: &&usize| self.parts[**part].family == of.family;
        let best =
            parts.iter().filter(same_family).rev().max_by_key(|part| in_order(&of.words, &self.parts[**part].words));
        best.or(parts.first()).copied().unwrap_or_default()
    }
}
