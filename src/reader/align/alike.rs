//! Texts nearly the same. The thresholds were set by reading the pairs of two real plans and their successors:
//! a wrong automatic match costs more than ten questions to a person.

use super::candidates::Possible;
use super::equal;
use super::pairs::Pairs;
use super::prepared::Sides;
use std::collections::HashMap;

/// Alike enough to be settled, for a text of some length.
pub const SURE: f32 = 0.75;
/// The same, when both neighbours, or the section and a neighbour, are settled with each other.
const SURE_IN_PLACE: f32 = 0.6;
/// How much better than the next best, on either side; in place it is enough to be no worse.
pub const CLEARLY: f32 = 0.15;
/// What one sign of its place adds where candidates are as like.
const PLACE: f32 = 0.05;
/// Shorter texts are settled only in place.
const SHORT: usize = 8;
/// A pair settled gives its neighbours a place: so many times round at most.
const ROUNDS: usize = 12;

/// Settles what is clear.
pub fn settle(possible: &[Possible], sides: &Sides, pairs: &mut Pairs) {
    for _ in 0..ROUNDS {
        // All that is clear is the only best of both its sides: no two of them compete, and their order is nothing.
        let clear = clear(possible, sides, pairs);
        if !clear.iter().fold(false, |any, it| any | pairs.settle(it.old, it.new)) {
            break;
        }
        // Edited passages lead to equal ones beside them.
        equal::spread(sides, pairs, equal::Trust::Held);
    }
}

/// The pairs that are clear as things stand.
fn clear(possible: &[Possible], sides: &Sides, pairs: &Pairs) -> Vec<Possible> {
    let live: Vec<(&Possible, u8)> = possible
        .iter()
        .filter(|it| pairs.is_free(it.old, it.new) && sides.olds[it.old].family == sides.news[it.new].family)
        .map(|it| (it, signs(it.old, it.new, sides, pairs)))
        .collect();
    let score = |it: &Possible, signs: u8| it.likeness + PLACE * f32::from(signs);
    let (mut likes, mut scores) = (Rivals::default(), Rivals::default());
    for (it, signs) in &live {
        likes.add(it, it.likeness);
        scores.add(it, score(it, *signs));
    }
    let is_clear = |(it, signs): &&(&Possible, u8)| {
        let placed = *signs >= 2;
        let lead = it.likeness - likes.next(it);
        let ahead = score(it, *signs) > scores.next(it);
        ahead && lead >= if placed { 0.0 } else { CLEARLY } && is_sure(it, sides, placed)
    };
    live.iter().filter(is_clear).map(|(it, _)| **it).collect()
}

/// The two best of each passage, so that the best other than a given one is known.
#[derive(Default)]
struct Rivals {
    of_old: HashMap<usize, [(usize, f32); 2]>,
    of_new: HashMap<usize, [(usize, f32); 2]>,
}

impl Rivals {
    fn add(&mut self, it: &Possible, value: f32) {
        const NOBODY: (usize, f32) = (usize::MAX, 0.0);
        for (best, rival) in [
            (self.of_old.entry(it.old).or_insert([NOBODY; 2]), it.new),
            (self.of_new.entry(it.new).or_insert([NOBODY; 2]), it.old),
        ] {
            if value > best[0].1 {
                *best = [(rival, value), best[0]];
            } else if value > best[1].1 {
                best[1] = (rival, value);
            }
        }
    }

    /// The best of those that want one of the two.
    fn next(&self, it: &Possible) -> f32 {
        let other = |best: Option<&[(usize, f32); 2]>, than: usize| {
            best.and_then(|best| best.iter().find(|(rival, _)| *rival != than)).map_or(0.0, |(_, value)| *value)
        };
        other(self.of_old.get(&it.old), it.new).max(other(self.of_new.get(&it.new), it.old))
    }
}

/// Clear enough not to ask.
fn is_sure(it: &Possible, sides: &Sides, placed: bool) -> bool {
    let (old, new) = (&sides.olds[it.old], &sides.news[it.new]);
    let shorter = old.words.len().min(new.words.len());
    if placed {
        let enough = if shorter < SHORT { SURE } else { SURE_IN_PLACE };
        return it.likeness >= enough && (shorter >= SHORT || old.figures == new.figures);
    }
    shorter >= SHORT && it.likeness >= SURE && (shorter >= 3 * SHORT || old.figures == new.figures)
}

/// How many signs say that it is this one: what stands before, what stands after, the heading above.
pub fn signs(old: usize, new: usize, sides: &Sides, pairs: &Pairs) -> u8 {
    let before = match (old.checked_sub(1), new.checked_sub(1)) {
        (Some(old), Some(new)) => pairs.are(old, new),
        (None, None) => true,
        _ => false,
    };
    let ends = (old + 1 == sides.olds.len(), new + 1 == sides.news.len());
    let after = ends == (true, true) || pairs.are(old + 1, new + 1);
    let section = sides.old_heads[old].zip(sides.new_heads[new]).is_some_and(|(old, new)| pairs.are(old, new));
    u8::from(before) + u8::from(after) + u8::from(section)
}
