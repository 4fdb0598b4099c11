//! What is to be known about a reading.

use serde::{Deserialize, Serialize};

/// What the reading lost, simplified or moved, so that a person can check it before anything is published.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportReport {
    /// Words counted in the raw file, by code that shares nothing with the code that makes blocks. Alternative texts of
    /// images are in neither count.
    pub words_in_file: usize,
    /// Words in the blocks, their typed numbers included (automatic numbers are in neither count).
    pub words_in_blocks: usize,
    /// Every word that is on one side only.
    pub differences: Vec<Difference>,
    /// What was not understood, or simplified.
    pub notes: Vec<Note>,
}

/// Words that are in the file and not in the blocks, or the other way round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Difference {
    /// Where: "paragraph:12", "footnote:2", "endnote:1" or "line:40" of the file, or "block:9" of the result; all count
    /// from 1, and the interface puts words to them.
    pub place: String,
    /// The words.
    pub text: String,
    /// In the file and not in the blocks; otherwise the reverse.
    pub lost: bool,
}

/// Something that was not understood, or simplified.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Where, as "block:9" or "line:40"; empty when it is about the whole file.
    pub place: String,
    /// What.
    pub what: NoteKind,
    /// The text it is about, or a count.
    pub detail: String,
}

macro_rules! note_kinds {
    ($($(#[$doc:meta])* $name:ident = $key:literal),+ $(,)?) => {
        /// Kinds of notes. [`NoteKind::key`] is stable: the interface translates it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        #[non_exhaustive]
        pub enum NoteKind { $($(#[$doc])* $name),+ }

        impl NoteKind {
            /// Every kind, for tests on translations.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// A stable name, the same as in JSON.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self { $(Self::$name => $key),+ }
            }
        }
    };
}

note_kinds! {
    /// An image has no alternative text: it is to be written. The detail is the image's name in the file.
    ImageWithoutAlt = "image_without_alt",
    /// An image was left out that its author marked as decoration; the detail is its alternative text, if any.
    ImageDropped = "image_dropped",
    /// Only in older reports, for the four below; the detail is the image's name in the file, and why.
    ImageNotKept = "image_not_kept",
    /// An image's bytes are not in the file. Its block stands, as with the three below; the detail is its name.
    ImageMissing = "image_missing",
    /// An image is of a type that browsers do not show, or that may hold a program.
    ImageKindRefused = "image_kind_refused",
    /// An image is too large.
    ImageTooLarge = "image_too_large",
    /// There were too many images before it.
    ImagesTooMany = "images_too_many",
    /// Images within cells or notes now stand after the block that held them; the detail is how many.
    ImageMoved = "image_moved",
    /// A chart, drawing or embedded file was left out; where it has an alternative text, that stands as a figure.
    ObjectDropped = "object_dropped",
    /// Tracked insertions were read as accepted; the detail is how many.
    InsertionsAccepted = "insertions_accepted",
    /// Tracked deletions were read as accepted; the detail is how many.
    DeletionsAccepted = "deletions_accepted",
    /// Tracked moves were read as accepted; the detail is how many.
    MovesAccepted = "moves_accepted",
    /// Tracked changes of formatting were read as accepted; the detail is how many.
    FormattingAccepted = "formatting_accepted",
    /// Comments were dropped; the detail is how many.
    CommentsDropped = "comments_dropped",
    /// Notes now stand after the block that cites them; the detail is how many.
    FootnotesMoved = "footnotes_moved",
    /// A note that nothing cites stands at the end.
    FootnoteUncited = "footnote_uncited",
    /// A note is cited that does not exist.
    FootnoteMissing = "footnote_missing",
    /// A heading is more than one level below the one before it.
    HeadingSkipped = "heading_skipped",
    /// A page header was dropped; the detail is its text.
    HeaderDropped = "header_dropped",
    /// A page footer was dropped; the detail is its text.
    FooterDropped = "footer_dropped",
    /// A table within a table became text of its cell.
    NestedTable = "nested_table",
    /// A table has no marked header row: its first row, all bold, was taken as one.
    HeaderRowGuessed = "header_row_guessed",
    /// The generated table of contents was dropped.
    ContentsDropped = "contents_dropped",
    /// Hidden text was dropped.
    HiddenText = "hidden_text",
    /// Text from a box now stands after the paragraph that held it.
    TextBoxMoved = "text_box_moved",
    /// A formula became plain text.
    FormulaFlattened = "formula_flattened",
    /// A symbol from a special font became a bullet.
    SymbolReplaced = "symbol_replaced",
    /// A list in a cell or a note became lines, each with its sign; the detail is the cell's text.
    ListInCell = "list_in_cell",
    /// An automatic number too long to be one was left out; the detail is how it begins.
    NumberDropped = "number_dropped",
    /// A numbering style is not supported; figures stand in its place.
    NumberingSimplified = "numbering_simplified",
    /// Content kept in another file, or of another format, is not read.
    ForeignContent = "foreign_content",
    /// A link leads to something other than the web or mail: its text stays, its address is dropped.
    LinkDropped = "link_dropped",
    /// Struck-through text became plain text.
    StrikeDropped = "strike_dropped",
    /// Links and references to a place within the document now lead to the block there; the detail is how many.
    InnerLinkLed = "inner_link_led",
    /// A link or reference leads to a place that is not in the document: its words stay; the detail is these and the place's name.
    InnerLinkLost = "inner_link_lost",
    /// Only in reports of before links within the document were led: their words stayed; the detail is how many.
    CrossReferenceFlattened = "cross_reference_flattened",
    /// Underlined, highlighted or capital text became plain text; the detail is how many stretches.
    LookDropped = "look_dropped",
    /// Raised or lowered text (an exponent, an index) became plain text, which may mean another thing; the detail is the text.
    RaisedFlattened = "raised_flattened",
    /// Raw HTML: its text stays, its markup is dropped.
    HtmlDropped = "html_dropped",
    /// Programs within the page were dropped; the detail is how many.
    ScriptDropped = "script_dropped",
    /// The codes that an export of ours wrote after the passages were left out; the detail is how many.
    OwnCodesDropped = "own_codes_dropped",
    /// The data at the head of a Markdown file were dropped.
    FrontMatterDropped = "front_matter_dropped",
}

/// Collects notes while reading.
#[derive(Debug, Default)]
pub struct Notes {
    list: Vec<Note>,
    counts: std::collections::BTreeMap<NoteKind, usize>,
}

impl Notes {
    /// A note on one place.
    pub fn add(&mut self, what: NoteKind, place: &str, detail: &str) {
        self.list.push(Note { place: place.to_owned(), what, detail: shorten(detail) });
    }

    /// One more of a kind that is told only as a count.
    pub fn count(&mut self, what: NoteKind) {
        *self.counts.entry(what).or_default() += 1;
    }

    /// All of them, counts last.
    pub fn finish(mut self) -> Vec<Note> {
        for (what, count) in self.counts {
            self.list.push(Note { place: String::new(), what, detail: count.to_string() });
        }
        self.list
    }
}

/// At most some 200 characters, for a detail or a place.
pub fn shorten(text: &str) -> String {
    let text = crate::words::tidy(text);
    match text.char_indices().nth(200) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_those_of_json() {
        for kind in NoteKind::ALL {
            assert_eq!(serde_json::to_string(kind).unwrap(), format!("\"{}\"", kind.key()));
        }
    }
}
