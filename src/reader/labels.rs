//! The signs of list items in cells and notes, where a paragraph is a line and no block of its own: bullet and automatic number stand
//! in the text there. Automatic numbers are in neither count of words, so until the reading is closed they stand between two
//! signs that are no characters (U+FDD0 and U+FDD1, which Unicode gives to programs for such uses).

use crate::limits;
use crate::model::{Block, Body, Cell, Span};
use std::borrow::Cow;

const OPEN: char = '\u{fdd0}';
const CLOSE: char = '\u{fdd1}';

/// What stands before an item's text: its number, or a bullet; nothing where it shows nothing.
pub fn label(number: Option<&str>, ordered: bool, blank: bool) -> Option<String> {
    match number {
        // Too long to be a number: see `Sheet::text`.
        Some(number) if number.chars().nth(limits::NUMBER).is_some() => None,
        Some(number) => Some(format!("{OPEN}{number} {CLOSE}")),
        None if ordered || blank => None,
        None => Some("• ".to_owned()),
    }
}

/// A label as a span.
pub fn span(label: String) -> Span {
    Span { text: label, ..Span::default() }
}

/// A text without the numbers that were not typed: what is counted.
pub fn typed(text: &str) -> Cow<'_, str> {
    if !text.contains(OPEN) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(OPEN) {
        out.push_str(before);
        rest = match after.split_once(CLOSE) {
            Some((_, after)) => after,
            None => after,
        };
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// Leaves in a block what may stand in a document: the labels' own signs go, and control characters, which no format that is written
/// afterwards can hold (XML 1.0, 2.2); those that are white space become a space.
pub fn clean(block: &mut Block) {
    let texts: Vec<&mut String> = match &mut block.body {
        Body::Text(spans) => spans.iter_mut().map(|s| &mut s.text).collect(),
        Body::Table { rows } => cells(rows).flat_map(|c| &mut c.spans).map(|s| &mut s.text).collect(),
        Body::Figure { alt, .. } => vec![alt],
    };
    for text in texts.into_iter().chain(&mut block.number).filter(|text| text.contains(stray)) {
        let kept = text.chars().filter_map(|c| if stray(c) { c.is_whitespace().then_some(' ') } else { Some(c) });
        *text = kept.collect();
    }
}

fn cells(rows: &mut [Vec<Cell>]) -> impl Iterator<Item = &mut Cell> {
    rows.iter_mut().flatten()
}

fn stray(c: char) -> bool {
    matches!(c, OPEN | CLOSE | '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::BlockKind;

    #[test]
    fn a_number_that_was_not_typed_is_not_counted() {
        let text = |number| format!("{}Voce 1", label(Some(number), true, false).unwrap());
        assert_eq!(typed(&text("2.1")), "Voce 1");
        assert_eq!(typed(&format!("{}\n{}", text("a)"), text("b)"))), "Voce 1\nVoce 1");
        assert_eq!(typed("senza"), "senza");
        assert_eq!(typed("\u{fdd0}aperto"), "aperto", "one that a file held itself");
        assert_eq!((label(None, false, false).as_deref(), label(None, false, true)), (Some("• "), None));
    }

    #[test]
    fn what_no_format_can_hold_goes() {
        let spans = vec![span(label(Some("1."), true, false).unwrap()), span("a\u{1}b\u{b}c\u{ffff}\td\n".to_owned())];
        let mut block =
            Block { kind: BlockKind::Paragraph, body: Body::Text(spans), number: Some("\u{2}3".to_owned()) };
        clean(&mut block);
        assert_eq!((block.text().as_str(), block.number.as_deref()), ("1. ab c d", Some("3")));
    }
}
