//! Where the words a request was cut from stand once parts of the text were blacked out.

use reader::compare::{Piece, redline};

use super::model::Excerpt;

/// The places of stretches of one text in another that took its place: words that stayed stay marked, what was replaced is
/// marked by what replaced it. `None` where nothing is left of one of them.
pub fn moved(excerpts: &[Excerpt], before: &str, after: &str) -> Option<Vec<Excerpt>> {
    let pieces = redline(before, after);
    let words: Vec<char> = after.chars().collect();
    let one = |e: &Excerpt| {
        let (starts, ends) = (starts(&pieces, e.starts), ends(&pieces, e.ends));
        let (from, to) = (usize::try_from(starts).ok()?, usize::try_from(ends).ok()?);
        let left = words.get(from..to)?.iter().any(|c| !c.is_whitespace());
        left.then_some(Excerpt { starts, ends })
    };
    excerpts.iter().map(one).collect()
}

fn length(text: &str) -> i32 {
    i32::try_from(text.chars().count()).unwrap_or(i32::MAX)
}

/// Where a stretch that began there begins.
fn starts(pieces: &[Piece], old: i32) -> i32 {
    let (mut was, mut is) = (0, 0);
    for piece in pieces {
        match piece {
            Piece::Same(text) if old < was + length(text) => return is + old - was,
            Piece::Removed(text) if old < was + length(text) => return is,
            Piece::Same(text) => (was, is) = (was + length(text), is + length(text)),
            Piece::Removed(text) => was += length(text),
            Piece::Added(text) => is += length(text),
        }
    }
    is
}

/// Where a stretch that ended there ends: what came in the place of its last words belongs to it.
fn ends(pieces: &[Piece], old: i32) -> i32 {
    let (mut was, mut is) = (0, 0);
    let mut pieces = pieces.iter().peekable();
    while let Some(piece) = pieces.next() {
        match piece {
            Piece::Same(text) if old <= was + length(text) => return is + old - was,
            Piece::Removed(text) if old <= was + length(text) => {
                return is + if let Some(Piece::Added(text)) = pieces.peek() { length(text) } else { 0 };
            }
            Piece::Same(text) => (was, is) = (was + length(text), is + length(text)),
            Piece::Removed(text) => was += length(text),
            Piece::Added(text) => is += length(text),
        }
    }
    is
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::rules::words_of;
    use super::*;

    const BEFORE: &str = "Sono Mario Rossi, via Roma 3. Chiedo anche panchine rosse. Grazie.";

    fn place(words: &str) -> Excerpt {
        let at = BEFORE.find(words).unwrap();
        let starts = length(&BEFORE[..at]);
        Excerpt { starts, ends: starts + length(words) }
    }

    #[test]
    fn words_that_stay_stay_marked() {
        let after = "Sono […]. Chiedo anche panchine rosse. Grazie.";
        let told = |words: &str| moved(&[place(words)], BEFORE, after).map(|e| words_of(after, e[0]));
        assert_eq!(told("Chiedo anche panchine rosse.").unwrap(), "Chiedo anche panchine rosse.");
        assert_eq!(told("Mario Rossi").unwrap(), "[…]");
        assert_eq!(told("Sono Mario").unwrap(), "Sono […]");
        assert_eq!(told("3. Chiedo anche").unwrap(), "[…]. Chiedo anche");
        let gone = "Sono. Chiedo anche panchine rosse. Grazie.";
        assert_eq!(moved(&[place("Mario")], BEFORE, gone), None);
    }

    proptest! {
        #[test]
        fn an_excerpt_outside_what_was_blacked_out_keeps_its_words(
            parts in proptest::collection::vec("[a-z]{1,6}( [a-z]{1,6}){0,4}", 3..6), which in 0_usize..6) {
            let which = which % parts.len();
            let before = parts.join(" # ");
            let mut after = parts.clone();
            after[which] = "█".into();
            let after = after.join(" # ");
            let mut at = 0;
            for (i, part) in parts.iter().enumerate() {
                let e = Excerpt { starts: at, ends: at + length(part) };
                at += length(part) + 3;
                if i != which {
                    let now = moved(&[e], &before, &after).unwrap();
                    prop_assert_eq!(&words_of(&after, now[0]), part);
                }
            }
        }
    }
}
