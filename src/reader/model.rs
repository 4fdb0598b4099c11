//! What a document is made of, whatever its format was.

use crate::images::Image;
use crate::report::ImportReport;
use crate::words::{tidy, words};
use serde::{Deserialize, Serialize};

/// A document read: its blocks, and what is to be known about the reading.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Source {
    /// The content, in reading order.
    pub blocks: Vec<Block>,
    /// The images that figures show, each once. Bytes are no part of the JSON: whoever stores blocks stores these beside
    /// them, under their names.
    #[serde(skip)]
    pub images: Vec<Image>,
    /// What was simplified, dropped, or does not add up.
    pub report: ImportReport,
}

/// One heading, paragraph, list item, table, note or image.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its content.
    pub body: Body,
    /// Its number as it is read ("2.1", "a)"), automatic or typed; never repeated in the body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
}

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BlockKind {
    /// A title; level 1 is the highest.
    Heading {
        /// 1 to 9.
        level: u8,
    },
    /// Running text.
    Paragraph,
    /// One item of a list.
    ListItem {
        /// 0 for the outermost list.
        depth: u8,
        /// Numbered or lettered, rather than bulleted.
        ordered: bool,
    },
    /// A table.
    Table,
    /// A quotation.
    Quote,
    /// Text to be shown as typed.
    Code,
    /// The caption of a table or figure.
    Caption,
    /// A footnote or endnote; it stands after the block that cites it.
    Footnote,
    /// An image; its text is its alternative text.
    Figure,
}

/// A block's content.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Body {
    /// Text; a line break within it is a "\n".
    Text(Vec<Span>),
    /// Rows of cells. A cell that is covered by another's span is not there, as in HTML.
    Table {
        /// The rows.
        rows: Vec<Vec<Cell>>,
    },
    /// An image.
    Figure {
        /// Its alternative text; empty when the file has none, and then it is to be written by a person.
        alt: String,
        /// The name of the [`Image`] in [`Source::images`]: SHA-256 of its bytes. `None` when its bytes were not in the file
        /// or could not be kept.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        image: Option<String>,
    },
}

impl Body {
    /// How the text of a paragraph, or of a cell, begins, where it has more characters than `most`.
    pub(crate) fn longer_than(&self, most: usize) -> Option<String> {
        match self {
            Self::Text(spans) => longer(spans, most),
            Self::Table { rows } => rows.iter().flatten().find_map(|cell| longer(&cell.spans, most)),
            Self::Figure { .. } => None,
        }
    }
}

/// A stretch of text in one style.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// The text.
    pub text: String,
    /// Bold.
    #[serde(default, skip_serializing_if = "is_false")]
    pub bold: bool,
    /// Italic.
    #[serde(default, skip_serializing_if = "is_false")]
    pub italic: bool,
    /// Where it leads: `http:`, `https:`, `mailto:` or `#...` only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    /// Its text; paragraphs are separated by "\n".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub spans: Vec<Span>,
    /// In a header row.
    #[serde(default, skip_serializing_if = "is_false")]
    pub header: bool,
    /// How many columns it covers, at least 1.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub colspan: u16,
    /// How many rows it covers, at least 1.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub rowspan: u16,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes references")]
const fn is_false(value: &bool) -> bool {
    !*value
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes references")]
const fn is_one(value: &u16) -> bool {
    *value == 1
}

const fn one() -> u16 {
    1
}

impl Block {
    /// The plain text without the number: white space normalised, cells separated by " | ", rows by a newline.
    #[must_use]
    pub fn text(&self) -> String {
        match &self.body {
            Body::Text(spans) => spans_text(spans),
            Body::Figure { alt, .. } => tidy(alt),
            Body::Table { rows } => {
                let row = |cells: &Vec<Cell>| {
                    cells.iter().map(|cell| spans_text(&cell.spans)).collect::<Vec<_>>().join(" | ")
                };
                rows.iter().map(row).collect::<Vec<_>>().join("\n")
            }
        }
    }

    /// How many words [`Block::text`] has.
    #[must_use]
    pub fn words(&self) -> usize {
        words(&self.text())
    }
}

/// How the text of a paragraph or cell begins, where it has more characters than `most`.
fn longer(spans: &[Span], most: usize) -> Option<String> {
    // Bytes first: hardly any paragraph is counted by characters.
    let long = spans.iter().map(|s| s.text.len()).sum::<usize>() > most
        && spans.iter().map(|s| s.text.chars().count()).sum::<usize>() > most;
    long.then(|| spans.iter().flat_map(|s| s.text.chars()).take(60).collect())
}

fn spans_text(spans: &[Span]) -> String {
    let whole: String = spans.iter().map(|span| span.text.as_str()).collect();
    tidy(&whole)
}

/// Adds text to the last span when the style is the same, otherwise begins a new one.
pub(crate) fn push_span(spans: &mut Vec<Span>, span: Span) {
    if span.text.is_empty() {
        return;
    }
    match spans.last_mut() {
        Some(last) if last.bold == span.bold && last.italic == span.italic && last.link == span.link => {
            last.text.push_str(&span.text);
        }
        _ => spans.push(span),
    }
}

/// Adds text as XML and HTML write it: a run of white space counts once, none at the head of a line.
pub(crate) fn push_written(spans: &mut Vec<Span>, span: Span) {
    let mut out = String::with_capacity(span.text.len());
    let mut last = spans.last().and_then(|span| span.text.chars().next_back()).unwrap_or(' ');
    for c in span.text.chars() {
        let c = if matches!(c, ' ' | '\t' | '\r' | '\n' | '\u{c}') { ' ' } else { c };
        if c != ' ' || !matches!(last, ' ' | '\n') {
            out.push(c);
        }
        last = c;
    }
    push_span(spans, Span { text: out, ..span });
}

/// Removes white space at both ends, and the spans that are left empty there.
pub(crate) fn trim_spans(spans: &mut Vec<Span>) {
    let filled = |span: &Span| !span.text.trim().is_empty();
    let end = spans.iter().rposition(filled).map_or(0, |at| at + 1);
    spans.truncate(end);
    let start = spans.iter().position(filled).unwrap_or(0);
    spans.drain(..start);
    if let Some(first) = spans.first_mut() {
        let cut = first.text.len() - first.text.trim_start().len();
        first.text.drain(..cut);
    }
    if let Some(last) = spans.last_mut() {
        let kept = last.text.trim_end().len();
        last.text.truncate(kept);
    }
}
