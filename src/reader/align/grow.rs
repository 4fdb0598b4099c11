//! Grows a passage of one side into several that together make one of the other. Seen from a *whole* and its *parts*:
//! for a split the whole is old, for a merger it is new.

use super::Effort;
use super::alike::SURE;
use super::joint::Joint;
use super::likeness::{in_any_order, in_order, ratio, share, sorted};
use super::prepared::{Family, Prepared};

/// So much of a part that stands nowhere else in the whole makes it worth asking.
pub const SOME: f32 = 0.6;
/// So much of it settles the matter.
pub const MOST: f32 = 0.8;
/// A part shorter than this must be there to the last word.
const SHORT: usize = 8;
/// And together they must be as good as the whole.
const COMPLETE: f32 = 0.9;

/// One of the two ways of looking.
pub struct View<'a> {
    pub wholes: &'a [Prepared],
    pub parts: &'a [Prepared],
    pub of_whole: &'a [Option<usize>],
    pub of_part: &'a [Option<usize>],
}

/// Parts side by side, as far as they were taken in.
struct Growth {
    first: usize,
    last: usize,
    words: Vec<u64>,
    /// How many of the words stand in the whole, in order.
    same: usize,
    /// Each part is nearly all there.
    firm: bool,
    /// A short part is among them.
    tiny: bool,
}

impl View<'_> {
    /// Takes in free neighbours for as long as they bring words of the whole that were missing.
    pub fn grow(&self, whole: usize, seed: usize, effort: &mut Effort) -> Option<Joint> {
        let of = &self.wholes[whole];
        let words = self.parts[seed].words.clone();
        let same = in_order(&of.words, &words);
        let firm = self.of_whole[whole].is_some() || share(same, words.len()) >= MOST;
        let mut parts = Growth { first: seed, last: seed, words, same, firm, tiny: false };
        while self.takes_in(whole, &mut parts, effort) {}
        if parts.first == parts.last {
            return None;
        }
        let likeness = ratio(parts.same, of.words.len(), parts.words.len());
        let (firm, enough) = (parts.firm, if parts.tiny { COMPLETE } else { SURE });
        let parts: Vec<usize> = (parts.first..=parts.last).collect();
        let keeper = self.of_whole[whole].unwrap_or_else(|| self.largest(whole, &parts));
        // A heading goes on as a heading: a person says whether it goes on as text.
        let sure = firm && likeness >= enough && self.parts[keeper].family == of.family;
        Some(Joint { whole, parts, keeper, likeness, sure })
    }

    /// The passage before or the one after, if it brings enough.
    fn takes_in(&self, whole: usize, parts: &mut Growth, effort: &mut Effort) -> bool {
        let before = parts.first.checked_sub(1).and_then(|at| Some((at, self.part(whole, at)?, true)));
        let after = self.part(whole, parts.last + 1).map(|words| (parts.last + 1, words, false));
        for (at, more, is_before) in before.into_iter().chain(after) {
            effort.compared += 1;
            let words = if is_before { [more, &parts.words].concat() } else { [&parts.words, more].concat() };
            let same = in_order(&self.wholes[whole].words, &words);
            let gain = share(same.saturating_sub(parts.same), more.len());
            let tiny = more.len() < SHORT;
            if gain < SOME || (tiny && (more.len() < 2 || gain < 1.0)) {
                continue;
            }
            *parts = Growth {
                first: parts.first.min(at),
                last: parts.last.max(at),
                words,
                same,
                firm: parts.firm && gain >= MOST,
                tiny: parts.tiny || tiny,
            };
            return true;
        }
        false
    }

    /// A part that stands elsewhere: never sure.
    pub fn elsewhere(&self, whole: usize, part: usize, effort: &mut Effort) -> Option<Joint> {
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
