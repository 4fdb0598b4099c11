//! HTML, as a person or a word processor writes it. Parsed by html5ever, as a browser would, onto a tree of our own that is
//! bounded (`sink.rs`); counted by a plain scan that knows nothing of it (`count.rs`).

mod bytes;
mod count;
mod css;
mod flow;
mod guard;
mod inline;
mod list;
mod marks;
mod notes;
mod sink;
mod table;

pub use bytes::{begins, is_text};

use crate::error::{ReadError, TooLarge};
use crate::limits;
use crate::model::Source;
use crate::report::NoteKind;
use crate::sheet::Sheet;
use crate::xml::El;
use css::Sheets;
use flow::Walker;

/// Reads a page whole.
pub fn read(file: &[u8]) -> Result<Source, ReadError> {
    let text = bytes::decode(file);
    let (markup, images) = bytes::take_images(&text);
    if markup.len() as u64 > limits::HTML {
        return Err(ReadError::too_large(TooLarge::TextFile, limits::HTML));
    }
    let raw = count::paragraphs(&text);
    let tree = sink::parse(&markup)?;
    let whole = tree.top().and_then(|top| top.child("html"));
    let body = whole.and_then(|whole| whole.child("body"));
    let (Some(whole), Some(body)) = (whole, body) else {
        return Err(ReadError::Empty);
    };
    let mut walker = Walker::new(Sheets::read(whole), notes::Notes::find(body));
    left_out(whole, &mut walker);
    walker.whole(body);
    let mut sheet = walker.sheet;
    sheet.fetch(|target, _| Ok(images.get(target)));
    Ok(sheet.close(&raw))
}

/// Reads markup that stands within another format's text; its blocks go onto that one's sheet. The independent count is its own.
pub fn within(markup: &str, sheet: Sheet) -> Result<Sheet, ReadError> {
    let tree = sink::parse(markup)?;
    let whole = tree.top().and_then(|top| top.child("html"));
    let (Some(whole), Some(body)) = (whole, whole.and_then(|whole| whole.child("body"))) else {
        return Ok(sheet);
    };
    let mut walker = Walker::new(Sheets::read(whole), notes::Notes::find(body));
    walker.sheet = sheet;
    left_out(whole, &mut walker);
    walker.whole(body);
    Ok(walker.sheet)
}

/// No program is run or kept, and no reviewer's word: that there were some is told.
fn left_out(whole: El<'_>, walker: &mut Walker<'_>) {
    for element in whole.descendants() {
        match element.name() {
            "script" => walker.sheet.notes.count(NoteKind::ScriptDropped),
            "a" if element.attr("class").is_some_and(|class| class.eq_ignore_ascii_case("msocomanchor")) => {
                walker.sheet.notes.count(NoteKind::CommentsDropped);
            }
            _ => {}
        }
    }
}
