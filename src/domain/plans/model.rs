//! What a plan is made of.

use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use crate::clock::Instant;
use crate::id::{PassageId, ProcessId, RowId, VersionId};
use crate::text_enum;

text_enum! {
    /// What a passage is.
    PassageKind {
        /// A title.
        Heading = "heading",
        /// Running text.
        Paragraph = "paragraph",
        /// One item of a list.
        ListItem = "list_item",
        /// A table.
        Table = "table",
        /// A quotation.
        Quote = "quote",
        /// Text as typed.
        Code = "code",
        /// The caption of a table or figure.
        Caption = "caption",
        /// A footnote or endnote.
        Footnote = "footnote",
    }
}

text_enum! {
    /// How a passage of a version came to its code.
    Matched {
        /// It is new, with a new code.
        New = "new",
        /// Its text is equal to that of the version before.
        Equal = "equal",
        /// Its text is nearly that of the version before.
        Alike = "alike",
        /// A person said so.
        ByHand = "by_hand",
        /// A person is to say.
        Unsure = "unsure",
    }
}

text_enum! {
    /// Who said where a passage went, or from which it was parted.
    Said {
        /// The alignment, for sure.
        Program = "program",
        /// A person.
        ByHand = "by_hand",
        /// A person is to say; the alignment has a guess.
        Unsure = "unsure",
    }
}

text_enum! {
    /// What was done by hand to a passage of a draft.
    Act {
        /// Nothing yet: as it came with the file, or from the version before.
        Imported = "imported",
        /// Its words, kind, level or number changed.
        Edited = "edited",
        /// It changed places with its neighbour.
        Moved = "moved",
        /// Some of its words became a passage of their own.
        Split = "split",
        /// It took in the words of the one after it.
        Joined = "joined",
        /// It was written anew.
        Inserted = "inserted",
        /// It was taken out.
        Removed = "removed",
        /// Words that somebody proposed were put into it.
        Proposal = "proposal",
    }
}

text_enum! {
    /// The forms in which a version is handed out.
    FileFormat {
        /// Tagged PDF.
        Pdf = "pdf",
        /// Word.
        Docx = "docx",
        /// OpenDocument.
        Odt = "odt",
        /// Markdown.
        Markdown = "md",
        /// For programs.
        Json = "json",
    }
}

text_enum! {
    /// Why a passage changed that no request explains.
    Reason {
        /// Spelling, order, clarity.
        Editorial = "editorial",
        /// An act of another body, such as a council motion.
        Motion = "motion",
        /// A change of law, or of what the law requires.
        Law = "law",
    }
}

/// A version of a plan.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = crate::db::schema::versions)]
pub struct Version {
    /// Which one.
    pub id: VersionId,
    /// Of which process.
    pub process_id: ProcessId,
    /// From 1.
    pub number: i32,
    /// Its title.
    pub title: String,
    /// The name of the file it was imported from.
    pub source_name: String,
    /// That file's SHA-256.
    pub source_sha256: String,
    /// JSON of the reader's report; for the staff.
    pub import_report: String,
    /// What is to be known about it, public.
    pub note: String,
    /// When it was imported.
    pub imported_at: Instant,
    /// When it was published.
    pub published_at: Option<Instant>,
    /// What it says in plain words; empty when nobody wrote it.
    pub summary: String,
}

impl Version {
    /// What the reader said of the file.
    ///
    /// # Errors
    /// When what was stored cannot be read back.
    pub fn report(&self) -> crate::Result<reader::ImportReport> {
        Ok(serde_json::from_str(&self.import_report)?)
    }
}

/// A passage as it stands in a version.
#[derive(Debug, Clone, PartialEq)]
pub struct Passage {
    /// The row it stands in, which stays the same while the draft is rearranged.
    pub row: RowId,
    /// Which one; none while a person is to say.
    pub id: Option<PassageId>,
    /// Its permanent code; none while a person is to say.
    pub code: Option<i32>,
    /// From 1, in reading order.
    pub position: i32,
    /// What it is.
    pub kind: PassageKind,
    /// Of a heading, from 1; of a list item, its depth from 0.
    pub level: i32,
    /// Its number as printed in the version, if any.
    pub number: String,
    /// Its content.
    pub block: reader::Block,
    /// Its plain text.
    pub text: String,
    /// How it came to its code.
    pub matched: Matched,
    /// In thousandths, for those that are alike.
    pub likeness: i32,
    /// How certain the alignment is of what it says, in thousandths: it orders, it is no probability.
    pub confidence: i32,
    /// How often it was written, from 1: who changes it says which of them they saw.
    pub revision: i32,
}

/// A passage of the version before that a block may continue.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Candidate {
    /// Its code.
    pub code: i32,
    /// In thousandths.
    pub likeness: i32,
    /// Its text in the version before.
    pub text: String,
}

/// A block a person is to decide on.
#[derive(Debug, Clone, PartialEq)]
pub struct Undecided {
    /// The block.
    pub passage: Passage,
    /// What it may continue, likeliest first.
    pub candidates: Vec<Candidate>,
}

/// A passage of the version before that the new one no longer has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ended {
    /// Which one.
    pub id: PassageId,
    /// Its code.
    pub code: i32,
    /// Its last text.
    pub text: String,
    /// The code of the passage its matter went into, if somebody said.
    pub into: Option<i32>,
    /// Who said so, if anybody.
    pub said: Option<Said>,
    /// How certain it is, in thousandths.
    pub confidence: i32,
    /// While a person is to say: the block of the draft that seems to have taken it in.
    pub likely: Option<RowId>,
}

/// Where a passage went that a version no longer has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct End {
    /// Which one.
    pub passage: PassageId,
    /// The passage that took its matter in; none when its matter is gone.
    pub into: Option<PassageId>,
    /// Who said so.
    pub said: Said,
    /// How certain it is, in thousandths.
    pub confidence: i32,
    /// While a person is to say: the block of the draft that seems to have taken it in.
    pub likely: Option<RowId>,
}

/// From which passage another was parted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The part, which has a code of its own.
    pub passage: PassageId,
    /// The passage it was parted from.
    pub from: PassageId,
    /// That one's code.
    pub code: i32,
    /// Who said so.
    pub said: Said,
    /// How certain it is, in thousandths.
    pub confidence: i32,
}

/// A passage in one of the versions it lives in.
#[derive(Debug, Clone)]
pub struct Life {
    /// The version.
    pub version: Version,
    /// The passage there.
    pub passage: Passage,
}

/// Why a passage changed that no request explains.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeReason {
    /// Which passage.
    pub passage: PassageId,
    /// Its code.
    pub code: i32,
    /// The kind of reason.
    pub kind: Reason,
    /// In words.
    pub note: String,
}

/// What somebody did to a passage of a draft, and how it was left.
#[derive(Debug, Clone)]
pub struct Edit {
    /// The row it stood in.
    pub row: RowId,
    /// Its code then.
    pub code: Option<i32>,
    /// What was done.
    pub act: Act,
    /// Its revision then.
    pub revision: i32,
    /// What it was then.
    pub kind: PassageKind,
    /// Its content then.
    pub block: reader::Block,
    /// Its plain text then.
    pub text: String,
    /// How many words that has.
    pub words: i32,
    /// Who.
    pub by: crate::id::AccountId,
    /// Their name, for the staff.
    pub name: String,
    /// When.
    pub at: Instant,
}
