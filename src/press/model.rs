//! The words of the press: a neutral document, with no layout in it.

use serde::{Deserialize, Serialize};

use crate::passage::Passage;

/// A whole document, as its author hands it over: every text already in the language of the document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// The language of all its texts; it decides hyphenation and what assistive technology speaks.
    pub lang: Lang,
    /// Title, on the cover, in the page header and in the file's metadata.
    pub title: String,
    /// Subtitle, under the title.
    #[serde(default)]
    pub subtitle: Option<String>,
    /// The bodies that publish it.
    #[serde(default)]
    pub promoters: Vec<String>,
    /// Its number in a series, in full: "Resoconto n. 1".
    #[serde(default)]
    pub number: Option<String>,
    /// Its date, already written out for readers: "14 aprile 2025".
    #[serde(default)]
    pub date: String,
    /// The same instant for machines, in UTC: the creation date in the file's metadata. PDF/A demands one: without it the PDF
    /// claims PDF/UA only.
    #[serde(default)]
    pub issued: Option<Moment>,
    /// A hash of the content, printed at the foot of every page so that a printed copy can be checked.
    #[serde(default)]
    pub fingerprint: Option<String>,
    /// The address that links beginning with `/` are relative to. Without it such links stay live in [`crate::html_body`] only.
    #[serde(default)]
    pub base_url: Option<String>,
    /// The few words the press adds itself.
    pub labels: Labels,
    /// Whether it is read at a glance: then it has no page for its title and none for a table of contents, however many headings.
    #[serde(default)]
    pub short: bool,
    /// What it says in short, printed after the cover and before the contents.
    #[serde(default)]
    pub summary: Option<Summary>,
    /// The content, in reading order.
    #[serde(default)]
    pub blocks: Vec<Block>,
}

/// What a document says in short.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// Its title: "In breve".
    pub title: String,
    /// Its paragraphs; a line feed is a line break.
    pub paragraphs: Vec<String>,
}

/// Language of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Lang {
    /// Italian.
    #[serde(rename = "it")]
    It,
    /// English.
    #[serde(rename = "en")]
    En,
}

impl Lang {
    /// The language's code: `it` or `en`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::It => "it",
            Self::En => "en",
        }
    }

    /// Language and region, where a format wants both: `it-IT` or `en-GB`.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::It => "it-IT",
            Self::En => "en-GB",
        }
    }
}

/// An instant in UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Moment {
    /// Year, from 1 to 9999.
    pub year: u16,
    /// Month, from 1.
    pub month: u8,
    /// Day of the month, from 1.
    pub day: u8,
    /// Hour, from 0.
    #[serde(default)]
    pub hour: u8,
    /// Minute, from 0.
    #[serde(default)]
    pub minute: u8,
    /// Second, from 0 to 59.
    #[serde(default)]
    pub second: u8,
}

/// The words the press adds to a document, translated by the caller. An empty label is not printed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Labels {
    /// Heading of the table of contents: "Indice".
    pub contents: String,
    /// Before a page number: "Pagina".
    pub page: String,
    /// Between page number and number of pages: "di".
    pub of: String,
    /// Before the number of a table: "Tabella".
    pub table: String,
    /// Before the fingerprint: "Impronta".
    pub fingerprint: String,
    /// Names what a redline underlines: "testo aggiunto".
    pub added: String,
    /// Names what a redline strikes out: "testo rimosso".
    pub removed: String,
}

/// One block of content.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Block {
    /// A heading, listed in the table of contents down to level 3.
    Heading {
        /// 1 is the highest under the title; skipped levels are closed up when printing.
        level: u8,
        /// Its text.
        text: String,
        /// A name that links can point to as `#name`; made up when absent.
        #[serde(default)]
        anchor: Option<String>,
    },
    /// A paragraph.
    Paragraph {
        /// Its text; a line feed is a line break.
        spans: Vec<Span>,
    },
    /// A list, possibly nested.
    List(List),
    /// A table of data.
    Table(Table),
    /// Somebody's words, set apart.
    Quote {
        /// What was said.
        spans: Vec<Span>,
        /// Who said it, or where.
        #[serde(default)]
        source: Option<String>,
    },
    /// Key figures, as a row of cards.
    Figures {
        /// The cards, in order.
        items: Vec<Figure>,
    },
    /// A text with its changes shown.
    Redline {
        /// What stayed, what was added, what was removed, in reading order.
        pieces: Vec<Piece>,
    },
    /// A long list of names, numbered from 1 and set in columns.
    Names {
        /// The names, in the order to print.
        items: Vec<String>,
    },
    /// A passage of a plan.
    Passage(Passage),
    /// What follows begins on a new page.
    PageBreak,
}

/// A list.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct List {
    /// Numbered rather than bulleted.
    #[serde(default)]
    pub ordered: bool,
    /// First number of a numbered list, 1 when absent.
    #[serde(default)]
    pub start: Option<u32>,
    /// Its items.
    pub items: Vec<Item>,
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Item {
    /// Its text.
    pub spans: Vec<Span>,
    /// A list inside it.
    #[serde(default)]
    pub list: Option<List>,
}

/// A table of data, with one row of column headings.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Table {
    /// What the table shows.
    pub caption: String,
    /// Column headings.
    pub head: Vec<String>,
    /// Rows of cells; short rows are filled up with empty cells.
    pub rows: Vec<Vec<Vec<Span>>>,
    /// Relative widths of the columns; estimated from the content when absent.
    #[serde(default)]
    pub widths: Option<Vec<f32>>,
    /// Which columns hold numbers, and are aligned to the right.
    #[serde(default)]
    pub numeric: Vec<bool>,
}

/// A key figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// The figure, as written: "1.204".
    pub value: String,
    /// What it counts.
    pub label: String,
}

/// A piece of a redline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    /// What happened to the text.
    pub change: PieceKind,
    /// The text.
    pub text: String,
}

/// What happened to a piece of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PieceKind {
    /// In both versions.
    Same,
    /// Only in the later version.
    Added,
    /// Only in the earlier version.
    Removed,
}

/// A stretch of text with one look.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Span {
    /// The text; never read as markup.
    pub text: String,
    /// Strong.
    #[serde(default)]
    pub bold: bool,
    /// Emphasised.
    #[serde(default)]
    pub italic: bool,
    /// Where it leads: an `http`, `https` or `mailto` address, a path beginning with `/`, or `#anchor`. Others are dropped.
    #[serde(default)]
    pub link: Option<String>,
}

impl Span {
    /// Plain text.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// Strong text.
    #[must_use]
    pub fn bold(text: impl Into<String>) -> Self {
        Self { bold: true, ..Self::plain(text) }
    }

    /// Emphasised text.
    #[must_use]
    pub fn italic(text: impl Into<String>) -> Self {
        Self { italic: true, ..Self::plain(text) }
    }

    /// A link.
    #[must_use]
    pub fn link(text: impl Into<String>, target: impl Into<String>) -> Self {
        Self { link: Some(target.into()), ..Self::plain(text) }
    }
}

impl From<&str> for Span {
    fn from(text: &str) -> Self {
        Self::plain(text)
    }
}

impl From<String> for Span {
    fn from(text: String) -> Self {
        Self::plain(text)
    }
}

impl Item {
    /// An item of plain text.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self { spans: vec![Span::plain(text)], list: None }
    }
}

impl Block {
    /// A heading without an anchor of its own.
    #[must_use]
    pub fn heading(level: u8, text: impl Into<String>) -> Self {
        Self::Heading { level, text: text.into(), anchor: None }
    }

    /// A paragraph of plain text.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self::Paragraph { spans: vec![Span::plain(text)] }
    }
}

/// Two versions of a text, to be printed with their differences as tracked changes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Tracked {
    /// The language.
    pub lang: Lang,
    /// Its title, in the page header and the file's properties.
    pub title: String,
    /// Who changed it: the author of every change.
    pub author: String,
    /// When: the date of every change.
    pub at: Option<Moment>,
    /// Before a page number: "Pagina".
    pub page: String,
    /// The paragraphs and tables of both versions, in the order of the later one.
    pub blocks: Vec<TrackedBlock>,
}

/// A paragraph or table of either version.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum TrackedBlock {
    /// A paragraph.
    Paragraph {
        /// What it is.
        look: TrackedLook,
        /// What it was, where that was something else.
        was: Option<TrackedLook>,
        /// Its text, without its number.
        runs: Vec<TrackedRun>,
        /// Whether the paragraph itself came or went.
        fate: PieceKind,
    },
    /// A table; rows that go stand before those that come.
    Table(Vec<TrackedRow>),
}

/// What a paragraph is, and the number before it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrackedLook {
    /// What it is.
    pub role: TrackedRole,
    /// Its number, if any.
    pub number: Option<String>,
}

/// What a paragraph is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum TrackedRole {
    /// A heading, from 1.
    Heading(u8),
    /// Running text.
    Text,
    /// An item of a list, so many levels deep, from 0; a bullet stands before it where it has no number.
    Item(u8),
    /// A quotation.
    Quote,
    /// Text as typed.
    Code,
    /// A caption.
    Caption,
    /// A note.
    Note,
}

/// A stretch of text of a tracked paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrackedRun {
    /// What happened to it.
    pub change: PieceKind,
    /// The text; a line feed is a line break.
    pub text: String,
    /// Strong.
    pub bold: bool,
    /// Emphasised.
    pub italic: bool,
    /// Whether it was strong and emphasised, where only that changed.
    pub was: Option<(bool, bool)>,
}

/// A row of a tracked table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrackedRow {
    /// Whether the row came or went.
    pub change: PieceKind,
    /// Whether it is a head row.
    pub head: bool,
    /// Its cells; those that another covers are not there.
    pub cells: Vec<TrackedCell>,
}

/// A cell of a tracked table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrackedCell {
    /// Its text.
    pub runs: Vec<TrackedRun>,
    /// How many columns it covers.
    pub columns: u16,
    /// How many rows it covers.
    pub rows: u16,
}
