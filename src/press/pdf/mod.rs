//! PDF: typeset by Typst from a fixed template, with the document as data beside it.

mod fit;
mod passages;
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
    model::{Block, Document},
    passage::PassageBody,
    prepare::{Place, prepare},
};

/// Typesets the document as a tagged PDF that claims PDF/UA-1 (accessible) and PDF/A-2a (to be kept) at once; Typst checks
/// the claims it can check.
///
/// # Errors
///
/// Only for a defect of the template or of the typesetter: no content is refused.
pub fn pdf(doc: &Document) -> Result<Vec<u8>, PressError> {
    let mut doc = prepare(doc, Place::File);
    // A rare sequence of characters may have no glyph together although each has one alone. PDF/A forbids missing glyphs, so
    // then the whole document is set again with everything outside the text face written as its code point.
    let mut result = typeset(&doc, Letters::All);
    if result.is_err() && drop_unsound(&mut doc) {
        result = typeset(&doc, Letters::All);
    }
    let result = result.or_else(|_| typeset(&doc, Letters::TextFace));
    // Typst memoises between runs; a server must not grow with each report.
    comemo::evict(0);
    result
}

/// A picture may be damaged, or of a kind that may not be kept for ever: such a one is printed as its words. Says whether there was
/// any.
fn drop_unsound(doc: &mut Document) -> bool {
    let empty = Document { blocks: Vec::new(), ..doc.clone() };
    let alone = |block: &Block| Document { blocks: vec![block.clone()], ..empty.clone() };
    let unsound: Vec<bool> = doc
        .blocks
        .iter()
        .map(|block| match block {
            Block::Passage(p) if matches!(&p.body, PassageBody::Picture { picture: Some(_), .. }) => {
                typeset(&alone(block), Letters::All).is_err()
            }
            _ => false,
        })
        .collect();
    for (block, _) in doc.blocks.iter_mut().zip(&unsound).filter(|b| *b.1) {
        if let Block::Passage(p) = block
            && let PassageBody::Picture { picture, .. } = &mut p.body
        {
            *picture = None;
        }
    }
    unsound.contains(&true)
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
    let world = Press::new(content, passages::pictures(&doc.blocks))?;
    let document = typst::compile::<PagedDocument>(&world).output.map_err(|e| refused(&e))?;
    typst_pdf::pdf(&document, &options).map_err(|e| refused(&e))
}

fn refused(errors: &[typst::diag::SourceDiagnostic]) -> PressError {
    let messages: Vec<_> = errors.iter().take(5).map(|e| e.message.as_str()).collect();
    PressError::Typeset(messages.join("; "))
}
