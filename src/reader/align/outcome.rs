//! What was found, told from both sides: for each new block its code and origin, for each old passage its fate.

use super::alike::{SURE, signs};
use super::candidates::Possible;
use super::joint::{Joint, Joints};
use super::likeness::{in_order, ratio};
use super::pairs::Pairs;
use super::prepared::{Family, Sides};
use super::{Alignment, Candidate, Effort, Fate, Kind, Match, OldPassage, Origin, equal};
use std::collections::{HashMap, HashSet};

/// A person is shown so many candidates at most.
const SHOWN: usize = 5;
/// Candidates so near to the best make it less certain.
const NEAR: f32 = 0.15;
/// A short text that stands elsewhere too says nothing about where this one went.
const SHORT: usize = 8;

/// Kind, partners on the other side, confidence, sure.
type Said = (Kind, Vec<usize>, f32, bool);

/// All that was found.
pub struct Outcome<'a> {
    pub old: &'a [OldPassage],
    pub sides: &'a Sides,
    pub pairs: &'a Pairs,
    pub possible: &'a [Possible],
    pub joints: &'a Joints,
}

impl Outcome<'_> {
    /// Puts it together.
    pub fn tell(&self, effort: Effort) -> Alignment {
        let moved = self.pairs.moved();
        let open = self.open();
        let mut of_old: Vec<Option<Said>> = vec![None; self.sides.olds.len()];
        let mut of_new: Vec<Option<Said>> = vec![None; self.sides.news.len()];
        self.tell_settled(&moved, &mut of_old, &mut of_new);
        self.tell_joints(&mut of_old, &mut of_new);
        tell_open(&open, &mut of_old, &mut of_new);
        self.tell_twins(&mut of_old);

        let offered: HashSet<usize> = open.values().flatten().map(|it| it.old).collect();
        let codes = |wanted: bool| {
            let free = self.pairs.free_old().filter(|at| offered.contains(at) == wanted);
            free.map(|at| self.code(at)).collect::<Vec<String>>()
        };
        Alignment {
            matches: (0..moved.len()).map(|new| self.of(new, moved[new], open.get(&new))).collect(),
            removed: codes(false),
            undecided: codes(true),
            fates: self.fates(of_old),
            origins: self.origins(of_new),
            effort,
        }
    }

    fn code(&self, old: usize) -> String {
        self.old.get(old).map(|it| it.code.clone()).unwrap_or_default()
    }

    /// Which code a new block has.
    fn of(&self, new: usize, moved: bool, open: Option<&Vec<Possible>>) -> Match {
        let Some(old) = self.pairs.of_new[new] else {
            let shown = open.into_iter().flatten().take(SHOWN);
            let candidates: Vec<Candidate> =
                shown.map(|it| Candidate { code: self.code(it.old), likeness: it.likeness }).collect();
            return if candidates.is_empty() { Match::New } else { Match::Unsure(candidates) };
        };
        let code = self.code(old);
        if self.sides.equal(old, new) {
            return Match::Equal { code, moved };
        }
        Match::Alike { code, likeness: self.likeness(old, new), moved }
    }

    fn likeness(&self, old: usize, new: usize) -> f32 {
        let (a, b) = (&self.sides.olds[old].words, &self.sides.news[new].words);
        ratio(in_order(a, b), a.len(), b.len())
    }

    /// Pairs: the place makes up for words that differ.
    fn tell_settled(&self, moved: &[bool], of_old: &mut [Option<Said>], of_new: &mut [Option<Said>]) {
        for (new, old) in self.pairs.of_new.iter().enumerate().filter_map(|(new, old)| Some((new, (*old)?))) {
            let equal = self.sides.equal(old, new);
            let kind = match (moved[new], equal) {
                (true, _) => Kind::Moved,
                (false, true) => Kind::Unchanged,
                (false, false) => Kind::Edited,
            };
            let doubt = if equal { 0.0 } else { 1.0 - self.likeness(old, new) };
            let confidence = 1.0 - doubt * (1.0 - 0.25 * f32::from(signs(old, new, self.sides, self.pairs)));
            of_old[old] = Some((kind, vec![new], confidence, true));
            of_new[new] = Some((kind, vec![old], confidence, true));
        }
    }

    fn tell_joints(&self, of_old: &mut [Option<Said>], of_new: &mut [Option<Said>]) {
        for Joint { whole, parts, likeness, sure, .. } in &self.joints.split {
            of_old[*whole] = Some((Kind::Split, parts.clone(), *likeness, *sure));
            for part in parts {
                of_new[*part] = Some((Kind::Split, vec![*whole], *likeness, *sure));
            }
        }
        for Joint { whole, parts, likeness, sure, .. } in &self.joints.merged {
            of_new[*whole] = Some((Kind::Merged, parts.clone(), *likeness, *sure));
            for part in parts {
                of_old[*part] = Some((Kind::Merged, vec![*whole], *likeness, *sure));
            }
        }
    }

    /// For each new block that is still open: the old passages that are, the likeliest first.
    fn open(&self) -> HashMap<usize, Vec<Possible>> {
        let sure = |all: &[Joint]| -> Vec<Joint> { all.iter().filter(|it| it.sure).cloned().collect() };
        let parts = |all: Vec<Joint>| -> HashSet<usize> { all.into_iter().flat_map(|it| it.parts).collect() };
        let (old_parts, new_parts) = (parts(sure(&self.joints.merged)), parts(sure(&self.joints.split)));
        let same_family = |old: usize, new: usize| self.sides.olds[old].family == self.sides.news[new].family;
        let free = |old: usize, new: usize| {
            self.pairs.is_free(old, new) && !old_parts.contains(&old) && !new_parts.contains(&new)
        };
        let mut open: HashMap<usize, Vec<Possible>> = HashMap::new();
        let worth = |it: &&Possible| same_family(it.old, it.new) || self.restyled(it);
        for it in self.possible.iter().filter(|it| free(it.old, it.new)).filter(worth) {
            open.entry(it.new).or_default().push(*it);
        }
        for (olds, news) in equal::open(self.sides, self.pairs) {
            for (place, new) in news.iter().enumerate() {
                // The first five for the first, and so on: of forty equal lines each is offered the ones near it.
                let from = place.min(olds.len().saturating_sub(SHOWN));
                let equal = olds.iter().skip(from).take(SHOWN).filter(|old| free(**old, *new));
                let made = equal.map(|old| Possible { old: *old, new: *new, likeness: 1.0, within: 1.0 });
                open.entry(*new).or_default().extend(made.collect::<Vec<_>>());
            }
        }
        for list in open.values_mut() {
            let rank = |it: &Possible| signs(it.old, it.new, self.sides, self.pairs);
            list.sort_by(|a, b| b.likeness.total_cmp(&a.likeness).then(rank(b).cmp(&rank(a))).then(a.old.cmp(&b.old)));
            list.dedup_by_key(|it| it.old);
        }
        open.retain(|_, list| !list.is_empty());
        open
    }

    /// The same words, a heading on one side and a paragraph on the other: somebody changed their style. It is never taken for sure,
    /// but its code does not end unasked either.
    fn restyled(&self, it: &Possible) -> bool {
        let (old, new) = (&self.sides.olds[it.old], &self.sides.news[it.new]);
        let families =
            matches!((old.family, new.family), (Family::Heading, Family::Prose) | (Family::Prose, Family::Heading));
        let long = old.words.len().min(new.words.len()) >= SHORT;
        families && (long && it.likeness >= SURE || it.likeness >= 1.0)
    }

    /// An old passage without a successor, whose text another one carries on: its matter is there.
    fn tell_twins(&self, of_old: &mut [Option<Said>]) {
        for it in self.possible.iter().filter(|it| it.likeness >= SURE && self.pairs.of_new[it.new].is_some()) {
            let long = self.sides.olds[it.old].words.len() >= SHORT;
            let better = of_old[it.old]
                .as_ref()
                .is_none_or(|said| said.0 == Kind::Merged && !said.3 && said.2 < it.likeness / 2.0);
            if long && better {
                of_old[it.old] = Some((Kind::Merged, vec![it.new], it.likeness / 2.0, false));
            }
        }
    }

    fn fates(&self, said: Vec<Option<Said>>) -> Vec<Fate> {
        let gone = gone(said.len(), self.possible.iter().map(|it| (it.old, it.likeness)));
        let each = said.into_iter().zip(gone).enumerate().map(|(old, (said, gone))| {
            let (kind, into, confidence, sure) = said.unwrap_or((Kind::Removed, Vec::new(), gone, true));
            Fate { code: self.code(old), kind, into, confidence, sure }
        });
        each.collect()
    }

    fn origins(&self, said: Vec<Option<Said>>) -> Vec<Origin> {
        let gone = gone(said.len(), self.possible.iter().map(|it| (it.new, it.likeness)));
        let each = said.into_iter().zip(gone).map(|(said, gone)| {
            let (kind, from, confidence, sure) = said.unwrap_or((Kind::New, Vec::new(), gone, true));
            Origin { kind, from: from.into_iter().map(|old| self.code(old)).collect(), confidence, sure }
        });
        each.collect()
    }
}

/// How certain it is of each that nothing continues it, or nothing came before: less so when something was like it and
/// went elsewhere.
fn gone(of: usize, seen: impl Iterator<Item = (usize, f32)>) -> Vec<f32> {
    let mut certain = vec![1.0; of];
    for (at, likeness) in seen {
        certain[at] = f32::min(certain[at], 1.0 - likeness / 2.0);
    }
    certain
}

/// What is put before a person, with the likeliest answer.
fn tell_open(open: &HashMap<usize, Vec<Possible>>, of_old: &mut [Option<Said>], of_new: &mut [Option<Said>]) {
    let mut news: Vec<&usize> = open.keys().collect();
    news.sort_unstable();
    for (new, list) in news.into_iter().filter_map(|new| Some((*new, open.get(new)?))) {
        let Some(best) = list.first() else { continue };
        let near = list.iter().filter(|it| best.likeness - it.likeness < NEAR).count();
        let confidence = best.likeness / f32::from(u16::try_from(near).unwrap_or(u16::MAX));
        let kind = |it: &Possible| if it.likeness >= 1.0 { Kind::Unchanged } else { Kind::Edited };
        of_new[new].get_or_insert((kind(best), vec![best.old], confidence, false));
        for it in list {
            let said = of_old[it.old].get_or_insert((kind(it), vec![new], 0.0, false));
            if !said.3 && said.2 < it.likeness && matches!(said.0, Kind::Edited | Kind::Unchanged) {
                *said = (kind(it), vec![new], it.likeness, false);
            }
        }
    }
}
