//! Two texts become a redline, word by word.

use similar::{Algorithm, DiffOp, capture_diff_slices};

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
