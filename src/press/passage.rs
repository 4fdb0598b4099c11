//! The words for a plan: its passages, each with the code by which people quote it.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::model::Span;

/// One passage of a plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Passage {
    /// Its permanent code; none in a draft where a person is still to say.
    #[serde(default)]
    pub code: Option<PassageCode>,
    /// Its number as printed in the version ("2.1", "a)"); never repeated in its text.
    #[serde(default)]
    pub number: Option<String>,
    /// What it says.
    pub body: PassageBody,
    /// For a heading, or a passage that another leads to (by `#` and its code), a name that links can point to; made up when it is
    /// printed.
    #[serde(default)]
    pub anchor: Option<String>,
}

/// At the end of a code's address: by it the reader knows the code of an export from a word of the text, and leaves it out.
pub(crate) const MARK: &str = "#codice";

/// The code of a passage, and where it leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PassageCode {
    /// As people write it: "P-036".
    pub text: String,
    /// The passage's permanent address, as a path of the site or whole.
    pub link: String,
}

/// What a passage says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PassageBody {
    /// Words.
    Text {
        /// What they are.
        role: Role,
        /// The words; a line feed is a line break.
        spans: Vec<Span>,
    },
    /// A picture.
    Picture {
        /// What stands for it; empty while nobody has written it.
        alt: String,
        /// Its bytes; none where they could not be kept, and then the text stands in its place.
        #[serde(skip)]
        picture: Option<Picture>,
    },
    /// A table. A cell that another covers is not there, as in HTML.
    Table(Vec<Vec<GridCell>>),
}

/// What the words of a passage are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// A heading, from 1.
    Heading(u8),
    /// Running text.
    Text,
    /// An item of a list.
    Item {
        /// How deep, from 0.
        depth: u8,
        /// Numbered or lettered rather than bulleted.
        ordered: bool,
    },
    /// A quotation.
    Quote,
    /// Text as typed.
    Code,
    /// A caption.
    Caption,
    /// A note to the passage before it.
    Footnote,
}

/// A picture: PNG, JPEG, GIF or WebP.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Its bytes.
    pub bytes: Arc<Vec<u8>>,
    /// Where it stands on the site, for formats that hold addresses rather than pictures.
    pub link: String,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct GridCell {
    /// Its text.
    pub spans: Vec<Span>,
    /// In a head row.
    pub head: bool,
    /// How many columns it covers, at least 1.
    pub columns: u16,
    /// How many rows it covers, at least 1.
    pub rows: u16,
}

impl Passage {
    /// Its heading level and text, its number before it, if it is a heading.
    pub(crate) fn heading(&self) -> Option<(u8, String)> {
        let PassageBody::Text { role: Role::Heading(level), spans } = &self.body else { return None };
        let text: String = spans.iter().map(|s| s.text.as_str()).collect();
        Some((*level, self.with_number(text.replace('\n', " ").trim())))
    }

    /// A text with the number before it.
    pub(crate) fn with_number(&self, text: &str) -> String {
        self.number.as_ref().map_or_else(|| text.to_owned(), |n| format!("{n} {text}"))
    }

    /// What its words are, if it has words.
    pub(crate) fn role(&self) -> Option<Role> {
        match &self.body {
            PassageBody::Text { role, .. } => Some(*role),
            _ => None,
        }
    }
}
