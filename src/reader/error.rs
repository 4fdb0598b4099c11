//! Why a file could not be read.

/// Why a file could not be read. The interface chooses its words by variant.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// None of the formats that are read; `what` is what it seems to be, when that can be told.
    #[error("not a format that can be read: {what}")]
    UnknownFormat {
        /// What the bytes look like: "PDF", "ODS", "ZIP", "binary".
        what: String,
    },
    /// The name promises one thing, the bytes are another.
    #[error("the name ends in .{extension} but the content is {what}")]
    WrongExtension {
        /// The extension in the name.
        extension: String,
        /// What the bytes look like.
        what: String,
    },
    /// The old binary Word format (.doc): to be saved again as .docx.
    #[error("an old binary Word document (.doc)")]
    OldWord,
    /// Protected by a password.
    #[error("the file is protected by a password")]
    Encrypted,
    /// It holds a program (macros), which no plan needs: to be saved again without.
    #[error("the file holds a program (macros)")]
    Program,
    /// Larger than what is accepted.
    #[error("{what} is larger than {limit}")]
    TooLarge {
        /// What is too large.
        what: TooLarge,
        /// The limit: bytes, or a count.
        limit: u64,
    },
    /// A paragraph, or a cell of a table, is longer than what can be commented and corrected as one.
    #[error("a paragraph is longer than {limit} characters: {begins}")]
    LongParagraph {
        /// How it begins, to find it by.
        begins: String,
        /// The limit, in characters.
        limit: usize,
    },
    /// Promises to be a document, but cannot be read through.
    #[error("damaged: {part}: {why}")]
    Damaged {
        /// The part of the file.
        part: String,
        /// What the parser said.
        why: String,
    },
    /// A file that is nothing but text, and not written in UTF-8.
    #[error("not in UTF-8")]
    Encoding,
    /// Nothing in it.
    #[error("nothing in the file")]
    Empty,
}

/// What of a file is too large.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TooLarge {
    /// The file as uploaded, in bytes.
    #[error("the file")]
    Upload,
    /// What the archive unzips to, in bytes.
    #[error("the unzipped content")]
    Unzipped,
    /// The count of entries in the archive.
    #[error("the number of parts")]
    Entries,
    /// The count of XML nodes in a part.
    #[error("the number of elements")]
    Elements,
    /// The nesting of elements.
    #[error("the nesting")]
    Depth,
    /// The text of a document, in bytes.
    #[error("the text")]
    Text,
    /// A file that is nothing but text (HTML, Markdown), in bytes.
    #[error("the text file")]
    TextFile,
    /// The count of blocks.
    #[error("the number of paragraphs")]
    Blocks,
}

impl ReadError {
    pub(crate) fn damaged(part: &str, why: impl std::fmt::Display) -> Self {
        Self::Damaged { part: part.to_owned(), why: why.to_string() }
    }

    pub(crate) const fn too_large(what: TooLarge, limit: u64) -> Self {
        Self::TooLarge { what, limit }
    }
}
