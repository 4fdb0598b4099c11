//! Footnotes and endnotes: collected first, handed out where they are cited.

use super::body::Walker;
use super::inline::{Inline, Look};
use super::package::Relations;
use super::xml::El;
use crate::model::{Block, BlockKind, Body, Span, push_span, trim_spans};
use crate::reconcile::Draft;
use crate::report::NoteKind;
use std::collections::BTreeMap;

/// The two kinds of notes; each is counted apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// At the foot of the page.
    Footnote,
    /// At the end of the document.
    Endnote,
}

/// The notes of a document that are not handed out yet.
#[derive(Debug, Default)]
pub struct Waiting {
    notes: BTreeMap<(Kind, String), Vec<Span>>,
    given: BTreeMap<(Kind, String), ()>,
    numbers: [u32; 2],
}

impl Walker<'_> {
    /// Reads a part of notes.
    pub fn collect_notes(&mut self, kind: Kind, list: El<'_>, relations: &Relations) {
        for note in list.children().filter(|it| matches!(it.name(), "footnote" | "endnote")) {
            let special = !matches!(note.attr("type"), None | Some("normal"));
            let Some(id) = note.attr("id").filter(|_| !special) else {
                continue;
            };
            let mut spans = Vec::new();
            self.flatten(note, relations, &mut spans, &mut Vec::new());
            trim_spans(&mut spans);
            self.waiting.notes.insert((kind, id.to_owned()), spans);
        }
    }

    /// The text of everything below, paragraphs separated by "\n": for notes and for cells.
    pub fn flatten(
        &mut self,
        parent: El<'_>,
        relations: &Relations,
        spans: &mut Vec<Span>,
        cited: &mut Vec<(Kind, String)>,
    ) {
        for element in parent.children() {
            match element.name() {
                "p" => {
                    let mut inline = Inline::default();
                    self.inline(element, &Look::default(), relations, &mut inline);
                    self.count_in_cell(element);
                    newline(spans);
                    inline.spans.into_iter().for_each(|span| push_span(spans, span));
                    cited.extend(inline.cited);
                    for text_box in inline.boxes {
                        self.notes.count(NoteKind::TextBoxMoved);
                        self.flatten(text_box, relations, spans, cited);
                    }
                }
                "tbl" => {
                    self.notes.add(NoteKind::NestedTable, &self.place(), "");
                    self.flatten(element, relations, spans, cited);
                }
                "del" | "moveFrom" => self.notes.count(NoteKind::DeletionsAccepted),
                "Fallback" | "tcPr" | "trPr" | "tblPr" | "sdtPr" => {}
                _ => self.flatten(element, relations, spans, cited),
            }
        }
    }

    /// Puts the cited notes after the block that cites them.
    pub fn hand_out(&mut self, cited: Vec<(Kind, String)>) {
        for key in cited {
            match self.waiting.notes.remove(&key) {
                Some(spans) => {
                    self.notes.count(NoteKind::FootnotesMoved);
                    self.footnote(key.0, spans);
                    self.waiting.given.insert(key, ());
                }
                None if self.waiting.given.contains_key(&key) => {}
                None => self.notes.add(NoteKind::FootnoteMissing, &self.place(), &key.1),
            }
        }
    }

    /// Notes that nothing cites still hold text: they stand at the end.
    pub fn hand_out_rest(&mut self) {
        for ((kind, _), spans) in std::mem::take(&mut self.waiting.notes) {
            let text: String = spans.iter().map(|span| span.text.as_str()).collect();
            if !text.trim().is_empty() {
                self.notes.add(NoteKind::FootnoteUncited, &self.place(), &text);
                self.footnote(kind, spans);
            }
        }
    }

    fn footnote(&mut self, kind: Kind, spans: Vec<Span>) {
        let Some(number) = self.waiting.numbers.get_mut(kind as usize) else {
            return;
        };
        *number += 1;
        let number = Some(number.to_string());
        if !spans.is_empty() {
            let block = Block { kind: BlockKind::Footnote, body: Body::Text(spans), number };
            self.out.push(Draft { block, typed: false });
        }
    }
}

fn newline(spans: &mut Vec<Span>) {
    if !spans.is_empty() {
        push_span(spans, Span { text: "\n".to_owned(), ..Span::default() });
    }
}
