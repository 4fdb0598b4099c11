//! What is within a paragraph of Markdown.

use super::{Walker, deeper, html};
use crate::error::ReadError;
use crate::link;
use crate::model::{Body, Span, push_span};
use crate::reconcile::Draft;
use crate::report::NoteKind;
use crate::sheet::Picture;
use comrak::nodes::{Node, NodeValue};

impl<'a> Walker<'a> {
    /// The text below a node.
    pub(super) fn spans(&mut self, node: Node<'a>, level: usize) -> Result<Vec<Span>, ReadError> {
        let mut spans = Vec::new();
        self.inline(node, &Span::default(), level, &mut spans)?;
        // Notes are handed out from the end.
        self.cited.reverse();
        Ok(spans)
    }

    fn inline(&mut self, node: Node<'a>, look: &Span, level: usize, out: &mut Vec<Span>) -> Result<(), ReadError> {
        let level = deeper(level)?;
        node.children().try_for_each(|child| self.piece(child, look, level, out))
    }

    fn piece(&mut self, node: Node<'a>, look: &Span, level: usize, out: &mut Vec<Span>) -> Result<(), ReadError> {
        let mut say = |text: &str| push_span(out, Span { text: text.to_owned(), ..look.clone() });
        let value = node.data().value.clone();
        match value {
            NodeValue::Text(text) => say(&text),
            NodeValue::Code(code) => say(&code.literal),
            NodeValue::SoftBreak => say(" "),
            NodeValue::LineBreak => say("\n"),
            NodeValue::HtmlInline(tag) => {
                self.sheet.notes.count(NoteKind::HtmlDropped);
                if html::breaks(&tag) {
                    say("\n");
                }
            }
            NodeValue::FootnoteReference(reference) => self.cited.push(reference.name),
            NodeValue::Image(image) => self.image(node, &image.url),
            NodeValue::Strong => self.inline(node, &Span { bold: true, ..look.clone() }, level, out)?,
            NodeValue::Emph => self.inline(node, &Span { italic: true, ..look.clone() }, level, out)?,
            NodeValue::Link(target) => {
                let link = link::safe(&target.url);
                match &link {
                    None => self.sheet.notes.add(NoteKind::LinkDropped, &self.place(), &target.url),
                    Some(to) if to.starts_with('#') => self.sheet.notes.count(NoteKind::CrossReferenceFlattened),
                    Some(_) => {}
                }
                self.inline(node, &Span { link, ..look.clone() }, level, out)?;
            }
            NodeValue::Strikethrough => {
                self.sheet.notes.count(NoteKind::StrikeDropped);
                self.inline(node, look, level, out)?;
            }
            _ => self.inline(node, look, level, out)?,
        }
        Ok(())
    }

    fn image(&mut self, node: Node<'a>, address: &str) {
        let mut alt = String::new();
        for child in node.descendants() {
            if let NodeValue::Text(text) = &child.data().value {
                alt.push_str(text);
            }
        }
        let target = Some(crate::report::shorten(address)).filter(|address| !address.is_empty());
        self.pictures.push(Picture { alt, target });
    }
}

/// Adds a block to a note's text.
pub(super) fn join(spans: &mut Vec<Span>, draft: Draft) {
    if !spans.is_empty() {
        push_span(spans, Span { text: "\n".to_owned(), ..Span::default() });
    }
    if let Some(number) = &draft.block.number {
        push_span(spans, Span { text: format!("{number} "), ..Span::default() });
    }
    let text = draft.block.text();
    match draft.block.body {
        Body::Text(more) => more.into_iter().for_each(|span| push_span(spans, span)),
        Body::Table { .. } | Body::Figure { .. } => push_span(spans, Span { text, ..Span::default() }),
    }
}
