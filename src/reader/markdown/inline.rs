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
                if html::breaks(&tag) {
                    say("\n");
                }
                self.tag(&tag);
            }
            NodeValue::FootnoteReference(reference) => self.cited.push(reference.name),
            NodeValue::Image(image) => self.image(node, &image.url),
            NodeValue::Strong => self.inline(node, &Span { bold: true, ..look.clone() }, level, out)?,
            NodeValue::Emph => self.inline(node, &Span { italic: true, ..look.clone() }, level, out)?,
            NodeValue::Link(target) => {
                let link = link::safe(&target.url);
                if link.is_none() {
                    self.sheet.notes.add(NoteKind::LinkDropped, &self.place(), &target.url);
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

    /// A tag within text: what it does is dropped and told, but for the name it gives the place.
    fn tag(&mut self, tag: &str) {
        html::names(tag).iter().for_each(|name| self.sheet.anchors.name(name));
        if html::is_anchor(tag) {
            self.named += 1;
        } else if self.named > 0 && tag.eq_ignore_ascii_case("</a>") {
            self.named -= 1;
        } else {
            self.sheet.notes.count(NoteKind::HtmlDropped);
        }
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

/// A heading's text and name, where it was given one as Pandoc does: `Costi {#costi}`. It is no text of the heading.
pub(super) fn named(text: &str) -> Option<(&str, &str)> {
    let (words, name) = text.trim_end().strip_suffix('}')?.rsplit_once("{#")?;
    let plain = !name.is_empty() && !name.contains(|c: char| c.is_whitespace() || matches!(c, '{' | '}'));
    plain.then_some((words, name))
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
