//! Does the file hold what the blocks hold? Compares two independent readings, word by word.

use crate::labels;
use crate::model::{Block, BlockKind};
use crate::report::{Difference, ImportReport, Notes};
use crate::words::{pieces, tidy, words};
use std::collections::HashMap;

/// A block, and whether its number was typed (so that its words are in the file).
#[derive(Debug)]
pub struct Draft {
    /// The block.
    pub block: Block,
    /// Its number was part of the text.
    pub typed: bool,
}

/// A stretch of the raw file, as the independent count saw it.
#[derive(Debug)]
pub struct Raw {
    /// Where it is, for a person.
    pub place: String,
    /// Its text.
    pub text: String,
}

/// Closes a reading: the blocks, and the report on them.
pub fn close(drafts: Vec<Draft>, raw: &[Raw], notes: Notes) -> (Vec<Block>, ImportReport) {
    let read: Vec<Raw> = drafts.iter().enumerate().map(|(at, draft)| as_raw(at, draft)).collect();
    let report = ImportReport {
        words_in_file: raw.iter().map(|part| words(&part.text)).sum(),
        words_in_blocks: read.iter().map(|part| words(&part.text)).sum(),
        differences: differences(raw, &read),
        notes: notes.finish(),
    };
    let mut blocks: Vec<Block> = drafts.into_iter().map(|draft| draft.block).collect();
    blocks.iter_mut().for_each(labels::clean);
    (blocks, report)
}

fn as_raw(at: usize, draft: &Draft) -> Raw {
    // Alternative texts are attributes, not text, in every format.
    let text = if draft.block.kind == BlockKind::Figure { String::new() } else { draft.block.text() };
    let text = labels::typed(&text).into_owned();
    let text = match &draft.block.number {
        Some(number) if draft.typed => format!("{number} {text}"),
        _ => text,
    };
    Raw { place: format!("block:{}", at + 1), text }
}

/// Words that one side has more of. Stretches that are the same on both sides are set aside first, so that a missing
/// word is shown where it is missing.
fn differences(file: &[Raw], blocks: &[Raw]) -> Vec<Difference> {
    let mut whole: HashMap<String, i64> = HashMap::new();
    for part in blocks {
        *whole.entry(tidy(&part.text)).or_default() += 1;
    }
    let mut left = Vec::new();
    for part in file {
        match whole.get_mut(&tidy(&part.text)) {
            Some(count) if *count > 0 => *count -= 1,
            _ => left.push(part),
        }
    }
    let mut right = Vec::new();
    for part in blocks {
        match whole.get_mut(&tidy(&part.text)) {
            Some(count) if *count > 0 => {
                *count -= 1;
                right.push(part);
            }
            _ => {}
        }
    }
    let mut found = one_sided(&left, &right, true);
    found.extend(one_sided(&right, &left, false));
    found
}

fn one_sided(these: &[&Raw], others: &[&Raw], lost: bool) -> Vec<Difference> {
    let mut there: HashMap<String, usize> = HashMap::new();
    for part in others {
        for word in pieces(&part.text) {
            *there.entry(letters(word)).or_default() += 1;
        }
    }
    let mut found = Vec::new();
    for part in these {
        let mut missing = Vec::new();
        for word in pieces(&part.text) {
            match there.get_mut(&letters(word)) {
                Some(count) if *count > 0 => *count -= 1,
                _ => missing.push(word),
            }
        }
        if !missing.is_empty() {
            found.push(Difference { place: part.place.clone(), text: missing.join(" "), lost });
        }
    }
    found
}

/// A word is its letters and figures: what punctuation hangs on it is not compared.
fn letters(word: &str) -> String {
    word.chars().filter(|c| c.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn raw(place: &str, text: &str) -> Raw {
        Raw { place: place.to_owned(), text: text.to_owned() }
    }

    #[test]
    fn order_and_space_do_not_matter() {
        let file = [raw("1", "uno due"), raw("2", "tre  quattro")];
        let blocks = [raw("b", "tre quattro"), raw("c", "uno"), raw("d", "due")];
        assert_eq!(differences(&file, &blocks), vec![]);
    }

    #[test]
    fn a_missing_word_is_shown_where_it_is_missing() {
        let file = [raw("1", "la casa"), raw("2", "la strada")];
        let blocks = [raw("b", "la casa"), raw("c", "strada nuova")];
        let found = differences(&file, &blocks);
        assert_eq!(found.len(), 2);
        assert_eq!((found[0].place.as_str(), found[0].text.as_str(), found[0].lost), ("2", "la", true));
        assert_eq!((found[1].place.as_str(), found[1].text.as_str(), found[1].lost), ("c", "nuova", false));
    }
}
