//! A document's bytes in, blocks out.
//!
//! The rooms:
//! - [`read`]: a DOCX, ODT, HTML or Markdown file becomes a list of [`Block`]s and an [`ImportReport`] that says, word for word,
//!   what the blocks do not hold.
//! - [`align`]: which passage of the old version each new block continues.
//! - [`compare`]: two texts become a redline.
//!
//! Nothing here knows of databases or pages. Every input is hostile until read: no panic, and limits on everything.
// Tests may unwrap: a failed fixture should stop the test there, with its line.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

pub mod align;
mod anchors;
mod archive;
pub mod compare;
mod detect;
mod docx;
mod error;
mod html;
mod images;
mod labels;
pub mod limits;
mod link;
mod markdown;
mod model;
mod odt;
mod ordinal;
mod own;
mod reconcile;
mod report;
mod role;
mod sheet;
mod typed;
mod words;
mod xml;

pub use anchors::{leading, led};
pub use detect::{Format, detect};
pub use error::{ReadError, TooLarge};
pub use images::{Image, ImageKind};
pub use model::{Block, BlockKind, Body, Cell, Source, Span};
pub use report::{Difference, ImportReport, Note, NoteKind};
pub use words::words;

/// Reads a whole file. `name` only helps to tell the format; the bytes decide.
///
/// # Errors
/// Every file that cannot be read says why: see [`ReadError`].
pub fn read(name: &str, bytes: &[u8]) -> Result<Source, ReadError> {
    let format = detect(name, bytes)?;
    // Nothing here panics; should a parser below do so on bytes nobody foresaw, the file is damaged, not the server.
    let source = std::panic::catch_unwind(|| match format {
        Format::Docx => docx::read(bytes),
        Format::Odt => odt::read(bytes),
        Format::Html => html::read(bytes),
        Format::Markdown => markdown::read(bytes),
    })
    .unwrap_or_else(|_| Err(ReadError::damaged("file", "the parser stopped")))?;
    if source.blocks.is_empty() {
        return Err(ReadError::Empty);
    }
    if source.blocks.len() > limits::BLOCKS {
        return Err(ReadError::too_large(TooLarge::Blocks, limits::BLOCKS as u64));
    }
    match source.blocks.iter().find_map(|b| b.body.longer_than(limits::PARAGRAPH)) {
        Some(begins) => Err(ReadError::LongParagraph { begins, limit: limits::PARAGRAPH }),
        None => Ok(source),
    }
}
