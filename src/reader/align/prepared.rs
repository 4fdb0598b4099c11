//! A passage made ready for comparing.

use crate::model::BlockKind;
use crate::words::tidy;
use std::hash::{DefaultHasher, Hash, Hasher};

/// Headings continue headings, tables tables. Running text may become a list item or a quotation and the reverse.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Family {
    Heading,
    Prose,
    Table,
    Code,
    Caption,
    Footnote,
    Figure,
}

/// A passage: its family, its text, its words as hashes.
#[derive(Debug)]
pub struct Prepared {
    pub family: Family,
    /// White space normalised.
    pub text: String,
    /// Its words in lower case, without punctuation, hashed.
    pub words: Vec<u64>,
    /// The same, sorted: what two passages share in any order is counted in one walk.
    pub sorted: Vec<u64>,
    /// The figures among them: "LA 12" is not "LA 13".
    pub figures: Vec<u64>,
}

impl Prepared {
    pub fn new(kind: BlockKind, text: &str) -> Self {
        let family = match kind {
            BlockKind::Heading { .. } => Family::Heading,
            BlockKind::Paragraph | BlockKind::ListItem { .. } | BlockKind::Quote => Family::Prose,
            BlockKind::Table => Family::Table,
            BlockKind::Code => Family::Code,
            BlockKind::Caption => Family::Caption,
            BlockKind::Footnote => Family::Footnote,
            BlockKind::Figure => Family::Figure,
        };
        let mut words = Vec::new();
        let mut figures = Vec::new();
        for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
            let word = word.to_lowercase();
            let hash = hash(&word);
            words.push(hash);
            if word.chars().any(|c| c.is_ascii_digit()) {
                figures.push(hash);
            }
        }
        let mut sorted = words.clone();
        sorted.sort_unstable();
        Self { family, text: tidy(text), words, sorted, figures }
    }

    /// What equal passages share.
    pub fn key(&self) -> (Family, &str) {
        (self.family, &self.text)
    }
}

/// Both versions, ready, with the heading each passage stands under.
pub struct Sides {
    pub olds: Vec<Prepared>,
    pub news: Vec<Prepared>,
    pub old_heads: Vec<Option<usize>>,
    pub new_heads: Vec<Option<usize>>,
}

impl Sides {
    pub fn new(olds: Vec<Prepared>, news: Vec<Prepared>) -> Self {
        let (old_heads, new_heads) = (heads(&olds), heads(&news));
        Self { olds, news, old_heads, new_heads }
    }

    /// The same text, of the same family.
    pub fn equal(&self, old: usize, new: usize) -> bool {
        self.olds.get(old).zip(self.news.get(new)).is_some_and(|(a, b)| a.key() == b.key())
    }
}

fn heads(all: &[Prepared]) -> Vec<Option<usize>> {
    let mut last = None;
    let mut out = Vec::with_capacity(all.len());
    for (at, passage) in all.iter().enumerate() {
        out.push(last);
        if passage.family == Family::Heading {
            last = Some(at);
        }
    }
    out
}

/// Stable within a run, which is all that is asked.
pub fn hash(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}
