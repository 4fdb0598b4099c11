//! HTML: a whole page, or the fragment the site embeds.

mod body;
mod passage;

use crate::{
    model::Document,
    prepare::{Place, prepare},
};

/// Marks up the document as one standalone page: no other file is needed to read or print it.
#[must_use]
pub fn html(doc: &Document) -> String {
    let doc = prepare(doc, Place::File);
    let mut out = String::from("<!DOCTYPE html>\n<html lang=\"");
    out.push_str(doc.lang.code());
    out.push_str("\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
    body::escape(&mut out, &doc.title);
    out.push_str("</title>\n<style>\n");
    out.push_str(include_str!("page.css"));
    out.push_str("</style>\n</head>\n<body>\n<main>\n");
    body::document(&mut out, &doc);
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

/// Marks up the document as a fragment: an `article` with plain semantic tags, the class names of Bootstrap Italia and no
/// inline style, to be placed in a page of the site. Its title is an `h1`.
#[must_use]
pub fn html_body(doc: &Document) -> String {
    let mut out = String::new();
    body::document(&mut out, &prepare(doc, Place::Site));
    out
}
