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
        Self { family, text: tidy(text), words, figures }
    }

    /// What equal passages share.
    pub fn key(&self) -> (Family, &str) {
        (self.family, &self.text)
    }
}

/// Stable within a run, which is all that is asked.
pub fn hash(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}
