//! PDF: typeset by Typst from a fixed template, with the document as data beside it.

mod fit;
mod world;

use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use self::{
    fit::{Letters, fit},
    world::Press,
};
use crate::{
    error::PressError,
    model::Document,
    prepare::{Place, prepare},
};

/// Typesets the document as a tagged PDF that claims PDF/UA-1 (accessible) and PDF/A-2a (to be kept) at once; Typst checks
/// the claims it can check.
///
/// # Errors
///
/// Only for a defect of the template or of the typesetter: no content is refused.
pub fn pdf(doc: &Document) -> Result<Vec<u8>, PressError> {
    let doc = prepare(doc, Place::File);
    // A rare sequence of characters may have no glyph together although each has one alone. PDF/A forbids missing glyphs, so
    // then the whole document is set again with everything outside the text face written as its code point.
    let first = typeset(&doc, Letters::All);
    let result = first.or_else(|_| typeset(&doc, Letters::TextFace));
    // Typst memoises between runs; a server must not grow with each report.
    comemo::evict(0);
    result
}

fn typeset(doc: &Document, letters: Letters) -> Result<Vec<u8>, PressError> {
    let content = serde_json::to_string(&fit(doc, letters)?)?;
    let timestamp = doc.issued.and_then(|m| {
        let time = Datetime::from_ymd_hms(m.year.into(), m.month, m.day, m.hour, m.minute, m.second)?;
        Some(Timestamp::new_utc(time))
    });
    let claims: &[PdfStandard] =
        if timestamp.is_some() { &[PdfStandard::Ua_1, PdfStandard::A_2a] } else { &[PdfStandard::Ua_1] };
    let standards = PdfStandards::new(claims).map_err(|e| PressError::Typeset(e.message().to_string()))?;
    let options = PdfOptions {
        // Only a hash of it enters the file: the same content, the same identifier.
        ident: Smart::Custom(content.clone()),
        creator: Smart::Custom(Some("Ascolto".into())),
        timestamp,
        standards,
        ..PdfOptions::default()
    };
    let world = Press::new(content)?;
    let document = typst::compile::<PagedDocument>(&world).output.map_err(|e| refused(&e))?;
    typst_pdf::pdf(&document, &options).map_err(|e| refused(&e))
}

fn refused(errors: &[typst::diag::SourceDiagnostic]) -> PressError {
    let messages: Vec<_> = errors.iter().take(5).map(|e| e.message.as_str()).collect();
    PressError::Typeset(messages.join("; "))
}
