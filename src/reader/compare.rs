//! Two texts become a redline, word by word.

use std::hash::Hash;
use std::ops::Range;

use similar::{Algorithm, DiffOp, DiffTag, capture_diff_slices};

/// A stretch of a redline.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case", tag = "piece", content = "text")]
pub enum Piece {
    /// In both texts.
    Same(String),
    /// Only in the new text.
    Added(String),
    /// Only in the old text.
    Removed(String),
}

/// Beyond this many tokens that differ on both sides, they are shown as replaced whole: nobody could read such a
/// redline, and the time to compute it grows with the square.
const MOST: usize = 6_000;

/// What was removed and added. The pieces that are `Same` or `Removed` make the old text exactly; those that are `Same`
/// or `Added`, the new one. Within a change what was removed comes first.
#[must_use]
pub fn redline(old: &str, new: &str) -> Vec<Piece> {
    let (old, new) = (tokens(old), tokens(new));
    let head = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let (old_rest, new_rest) = (&old[head..], &new[head..]);
    let tail = old_rest.iter().rev().zip(new_rest.iter().rev()).take_while(|(a, b)| a == b).count();
    let (old_middle, same_tail) = old_rest.split_at(old_rest.len() - tail);
    let new_middle = &new_rest[..new_rest.len() - tail];

    let mut line = Redline::default();
    line.same(&old[..head].concat());
    if old_middle.len().min(new_middle.len()) > MOST {
        line.change(&old_middle.concat(), &new_middle.concat());
    } else {
        line.middle(old_middle, new_middle);
    }
    line.same(&same_tail.concat());
    line.finish()
}

/// A stretch of two lists: the same things in both, or what stands in the place of what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// Whether they are the same, one by one.
    pub same: bool,
    /// Where they stand in the old list.
    pub old: Range<usize>,
    /// Where they stand in the new one.
    pub new: Range<usize>,
}

/// The stretches that make both lists, in order. Beyond [`MOST`] things that differ on both sides they stand for one another whole.
#[must_use]
pub fn stretches<T: Hash + Eq + Ord>(old: &[T], new: &[T]) -> Vec<Stretch> {
    let head = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let most = old.len().min(new.len()) - head;
    let tail = old.iter().rev().zip(new.iter().rev()).take(most).take_while(|(a, b)| a == b).count();
    let (old_end, new_end) = (old.len() - tail, new.len() - tail);
    let mut out = vec![Stretch { same: true, old: 0..head, new: 0..head }];
    if (old_end - head).min(new_end - head) > MOST {
        out.push(Stretch { same: false, old: head..old_end, new: head..new_end });
    } else {
        for op in capture_diff_slices(Algorithm::Myers, &old[head..old_end], &new[head..new_end]) {
            let (tag, old, new) = op.as_tag_tuple();
            let shifted = |r: Range<usize>| r.start + head..r.end + head;
            out.push(Stretch { same: tag == DiffTag::Equal, old: shifted(old), new: shifted(new) });
        }
    }
    out.push(Stretch { same: true, old: old_end..old.len(), new: new_end..new.len() });
    out.retain(|s| !s.old.is_empty() || !s.new.is_empty());
    out
}

/// Words, runs of white space, and single signs: they join to the text exactly.
fn tokens(text: &str) -> Vec<&str> {
    let kind = |c: char| match c {
        c if c.is_alphanumeric() => 0,
        c if c.is_whitespace() => 1,
        _ => 2,
    };
    let mut out = Vec::new();
    let mut from = 0;
    let mut last = None;
    for (at, c) in text.char_indices() {
        let this = kind(c);
        if last.is_some_and(|last| last != this || this == 2) {
            out.extend(text.get(from..at));
            from = at;
        }
        last = Some(this);
    }
    if from < text.len() {
        out.extend(text.get(from..));
    }
    out
}

#[derive(Default)]
struct Redline {
    pieces: Vec<Piece>,
    removed: String,
    added: String,
}

impl Redline {
    fn middle(&mut self, old: &[&str], new: &[&str]) {
        let ops = capture_diff_slices(Algorithm::Myers, old, new);
        for (at, op) in ops.iter().enumerate() {
            let (was, is) = (op.old_range(), op.new_range());
            match op {
                DiffOp::Equal { .. } => {
                    let text = old[was].concat();
                    let between = at > 0 && at + 1 < ops.len();
                    if between && is_scrap(&text) { self.change(&text, &text) } else { self.same(&text) }
                }
                _ => self.change(&old[was].concat(), &new[is].concat()),
            }
        }
    }

    fn same(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        self.flush();
        match self.pieces.last_mut() {
            Some(Piece::Same(last)) => last.push_str(text),
            _ => self.pieces.push(Piece::Same(text.to_owned())),
        }
    }

    fn change(&mut self, removed: &str, added: &str) {
        self.removed.push_str(removed);
        self.added.push_str(added);
    }

    fn flush(&mut self) {
        let (removed, added) = (std::mem::take(&mut self.removed), std::mem::take(&mut self.added));
        if !removed.is_empty() {
            self.pieces.push(Piece::Removed(removed));
        }
        if !added.is_empty() {
            self.pieces.push(Piece::Added(added));
        }
    }

    fn finish(mut self) -> Vec<Piece> {
        self.flush();
        self.pieces
    }
}

/// Too little to stand between two changes: reading "di" kept in the midst of two rewritten phrases helps nobody.
fn is_scrap(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphanumeric()).count();
    letters <= 3 && text.chars().count() <= 5
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn sides(pieces: &[Piece]) -> (String, String) {
        let (mut old, mut new) = (String::new(), String::new());
        for piece in pieces {
            match piece {
                Piece::Same(text) => {
                    old.push_str(text);
                    new.push_str(text);
                }
                Piece::Removed(text) => old.push_str(text),
                Piece::Added(text) => new.push_str(text),
            }
        }
        (old, new)
    }

    #[test]
    fn reads_well() {
        let pieces = redline("Il comune apre lo sportello.", "Il comune chiude gli uffici.");
        assert_eq!(
            pieces,
            [
                Piece::Same("Il comune ".into()),
                Piece::Removed("apre lo sportello".into()),
                Piece::Added("chiude gli uffici".into()),
                Piece::Same(".".into()),
            ]
        );
        assert_eq!(redline("", ""), []);
        assert_eq!(redline("uno", "uno"), [Piece::Same("uno".into())]);
    }

    proptest! {
        #[test]
        fn both_texts_come_back(old in "\\PC{0,80}", new in "\\PC{0,80}") {
            prop_assert_eq!(sides(&redline(&old, &new)), (old, new));
        }

        #[test]
        fn both_texts_come_back_when_alike(words in prop::collection::vec("[a-dàè]{1,3}[ ,.\n]{1,2}", 0..40), cut in 0usize..40) {
            let old = words.concat();
            let new: String = words.iter().enumerate().filter(|(at, _)| at % 7 != cut % 7).map(|(_, word)| word.as_str()).collect();
            prop_assert_eq!(sides(&redline(&old, &new)), (old, new));
        }
    }
}
