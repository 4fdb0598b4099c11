//! DOCX: WordprocessingML written directly.
//!
//! Small enough to write by hand, and the only way to have what an accessible file needs: the language of the text, a title in
//! the file's properties, table headings that repeat, captions, and the same bytes every time.

mod body;
mod numbering;
mod package;
mod passage;
mod section;
mod tracked;
mod xml;

pub use tracked::tracked;
pub(crate) use xml::escape;

use crate::{
    error::PressError,
    model::Document,
    prepare::{Place, prepare},
};

/// Writes the document as a DOCX file: heading styles, a table of contents that Word fills in when it opens the file,
/// numbered lists, tables with repeating headings, page numbers and live links.
///
/// # Errors
///
/// Only if the package cannot be packed in memory: no content is refused.
pub fn docx(doc: &Document) -> Result<Vec<u8>, PressError> {
    let doc = prepare(doc, Place::File);
    package::pack(&doc, body::write(&doc))
}
