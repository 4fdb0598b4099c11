//! Footnotes and endnotes: collected first, handed out where they are cited.

use super::body::Walker;
use super::inline::{Inline, Look};
use super::package::Relations;
use crate::labels;
use crate::model::{Span, push_span, trim_spans};
use crate::report::NoteKind;
use crate::sheet::Picture;
use crate::xml::El;
use std::collections::BTreeMap;

/// The content of a note or a cell, which has no blocks of its own.
#[derive(Debug, Default)]
pub struct Flat {
    /// Its text; paragraphs are separated by "\n".
    pub spans: Vec<Span>,
    /// Its images.
    pub pictures: Vec<Picture>,
    /// The names of places in it.
    pub names: Vec<String>,
    /// The notes it cites.
    pub cited: Vec<(Kind, String)>,
    /// Items of lists became lines of it.
    pub listed: bool,
}

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
    notes: BTreeMap<(Kind, String), Flat>,
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
            let mut flat = Flat::default();
            self.flatten(note, relations, &mut flat);
            trim_spans(&mut flat.spans);
            if flat.listed {
                self.sheet.notes.count(NoteKind::ListInCell);
            }
            flat.names = self.sheet.anchors.take();
            self.waiting.notes.insert((kind, id.to_owned()), flat);
        }
    }

    /// The text of everything below: for notes and for cells.
    pub fn flatten(&mut self, parent: El<'_>, relations: &Relations, out: &mut Flat) {
        let mut runs_on = false;
        for element in parent.children() {
            match element.name() {
                "p" => {
                    let mut inline = Inline::default();
                    self.inline(element, &Look::default(), relations, &mut inline);
                    let label = self.label(element).filter(|_| !inline.spans.is_empty());
                    if !runs_on {
                        newline(&mut out.spans);
                    }
                    if let Some(label) = label {
                        out.listed = true;
                        push_span(&mut out.spans, labels::span(label));
                    }
                    runs_on = element.child("pPr").is_some_and(|it| self.mark_removed(it));
                    inline.spans.into_iter().for_each(|span| push_span(&mut out.spans, span));
                    out.pictures.append(&mut inline.pictures);
                    out.cited.append(&mut inline.cited);
                    for text_box in inline.boxes {
                        self.sheet.notes.count(NoteKind::TextBoxMoved);
                        self.flatten(text_box, relations, out);
                    }
                }
                "bookmarkStart" => self.bookmark(element),
                "tbl" => {
                    self.sheet.notes.add(NoteKind::NestedTable, &self.place(), "");
                    self.flatten(element, relations, out);
                }
                "del" => self.sheet.notes.count(NoteKind::DeletionsAccepted),
                "moveFrom" => self.sheet.notes.count(NoteKind::MovesAccepted),
                "tcPr" | "trPr" | "tblPr" => {
                    if element.children().any(|it| it.name().ends_with("PrChange")) {
                        self.sheet.notes.count(NoteKind::FormattingAccepted);
                    }
                }
                "Fallback" | "sdtPr" => {}
                _ => self.flatten(element, relations, out),
            }
        }
    }

    /// Puts the cited notes after the block that cites them.
    pub fn hand_out(&mut self, cited: Vec<(Kind, String)>) {
        for key in cited {
            match self.waiting.notes.remove(&key) {
                Some(flat) => {
                    self.sheet.notes.count(NoteKind::FootnotesMoved);
                    self.footnote(key.0, flat);
                    self.waiting.given.insert(key, ());
                }
                None if self.waiting.given.contains_key(&key) => {}
                None => self.sheet.notes.add(NoteKind::FootnoteMissing, &self.place(), &key.1),
            }
        }
    }

    /// Notes that nothing cites still hold text: they stand at the end.
    pub fn hand_out_rest(&mut self) {
        for ((kind, _), flat) in std::mem::take(&mut self.waiting.notes) {
            let text: String = flat.spans.iter().map(|span| span.text.as_str()).collect();
            if !text.trim().is_empty() {
                self.sheet.notes.add(NoteKind::FootnoteUncited, &self.place(), &text);
                self.footnote(kind, flat);
            }
        }
    }

    fn footnote(&mut self, kind: Kind, flat: Flat) {
        let Some(number) = self.waiting.numbers.get_mut(kind as usize) else {
            return;
        };
        *number += 1;
        self.sheet.anchors.put(flat.names);
        self.sheet.footnote(flat.spans, *number);
        self.sheet.figures_moved(flat.pictures);
    }
}

fn newline(spans: &mut Vec<Span>) {
    if !spans.is_empty() {
        push_span(spans, Span { text: "\n".to_owned(), ..Span::default() });
    }
}
