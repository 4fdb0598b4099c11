//! The walk through a document's body: paragraphs and tables become blocks.

use super::inline::{Inline, Look};
use super::notes::{Kind, Waiting};
use super::numbering::{Item, Numbering};
use super::package::Relations;
use super::styles::{NumRef, Styles, outline};
use crate::labels;
use crate::model::{BlockKind, push_span};
use crate::report::NoteKind;
use crate::role::Role;
use crate::sheet::{Picture, Sheet};
use crate::xml::El;

/// Everything that is known while walking.
pub struct Walker<'r> {
    pub(super) relations: &'r Relations,
    pub(super) styles: Styles,
    pub(super) numbering: Numbering,
    pub(super) waiting: Waiting,
    pub(super) sheet: Sheet,
    /// Text of paragraphs whose end was deleted: it belongs to the next one.
    carried: Inline<'static>,
}

impl<'r> Walker<'r> {
    /// Ready to walk; styles and the rest are filled in by the caller.
    pub fn new(relations: &'r Relations) -> Self {
        Self {
            relations,
            styles: Styles::default(),
            numbering: Numbering::default(),
            waiting: Waiting::default(),
            sheet: Sheet::default(),
            carried: Inline::default(),
        }
    }

    /// What was read.
    pub fn finish(mut self) -> Sheet {
        let carried = std::mem::take(&mut self.carried);
        self.sheet.text(carried.spans, BlockKind::Paragraph, None);
        self.after(carried.pictures, carried.cited);
        self.hand_out_rest();
        self.sheet
    }

    /// Where we are, for a note: the block that comes next.
    pub fn place(&self) -> String {
        self.sheet.place()
    }

    /// What hangs on a paragraph follows it.
    fn after(&mut self, pictures: Vec<Picture>, cited: Vec<(Kind, String)>) {
        pictures.into_iter().for_each(|picture| self.sheet.figure(picture));
        self.hand_out(cited);
    }

    /// Reads everything that stands in a body, a text box or a control.
    pub fn blocks(&mut self, parent: El<'_>) {
        for element in parent.children() {
            match element.name() {
                "p" => self.paragraph(element),
                "tbl" => self.table(element),
                "sdt" if is_contents(element) => self.sheet.notes.add(NoteKind::ContentsDropped, &self.place(), ""),
                "bookmarkStart" => self.bookmark(element),
                "altChunk" | "subDoc" => self.sheet.notes.add(NoteKind::ForeignContent, &self.place(), ""),
                "AlternateContent" => {
                    if let Some(choice) = element.child("Choice").or_else(|| element.child("Fallback")) {
                        self.blocks(choice);
                    }
                }
                "del" => self.sheet.notes.count(NoteKind::DeletionsAccepted),
                "moveFrom" => self.sheet.notes.count(NoteKind::MovesAccepted),
                "sdtPr" | "sdtEndPr" | "sectPr" | "Fallback" => {}
                // Stray inline content is kept as a paragraph; wrappers are walked through.
                "r" | "hyperlink" | "oMath" | "oMathPara" => self.stray(element),
                _ => self.blocks(element),
            }
        }
    }

    fn stray(&mut self, element: El<'_>) {
        let mut inline = Inline::default();
        let relations = self.relations;
        self.inline(element, &Look::default(), relations, &mut inline);
        self.sheet.text(inline.spans, BlockKind::Paragraph, None);
        self.after(inline.pictures, inline.cited);
    }

    fn paragraph(&mut self, paragraph: El<'_>) {
        let properties = paragraph.child("pPr");
        let mut inline = Inline::default();
        let relations = self.relations;
        self.inline(paragraph, &Look::default(), relations, &mut inline);
        let mut spans = std::mem::take(&mut self.carried.spans);
        inline.spans.into_iter().for_each(|span| push_span(&mut spans, span));
        let mut cited = std::mem::take(&mut self.carried.cited);
        cited.append(&mut inline.cited);
        let mut pictures = std::mem::take(&mut self.carried.pictures);
        pictures.append(&mut inline.pictures);
        if properties.is_some_and(|it| self.mark_removed(it)) {
            self.carried = Inline { spans, cited, pictures, ..Inline::default() };
        } else {
            let empty = spans.iter().all(|span| span.text.trim().is_empty());
            let role = self.role(properties);
            if role == Role::Cover || (role == Role::Contents && self.sheet.own.is_known()) {
                let text: String = spans.iter().map(|span| span.text.as_str()).collect();
                self.sheet.own.line(&text);
                return;
            }
            if let Some((kind, number)) = self.kind(properties, empty) {
                self.sheet.text(spans, kind, number);
            }
            self.after(pictures, cited);
        }
        for text_box in inline.boxes {
            self.sheet.notes.count(NoteKind::TextBoxMoved);
            self.blocks(text_box);
        }
    }

    /// Whether a tracked change removed the paragraph's end, so that it runs on into the next.
    pub(super) fn mark_removed(&mut self, properties: El<'_>) -> bool {
        if properties.child("pPrChange").is_some() {
            self.sheet.notes.count(NoteKind::FormattingAccepted);
        }
        let Some(mark) = properties.child("rPr") else {
            return false;
        };
        // Who divides a paragraph in two inserts its end.
        if mark.child("ins").is_some() {
            self.sheet.notes.count(NoteKind::InsertionsAccepted);
        }
        if mark.child("del").is_some() {
            self.sheet.notes.count(NoteKind::DeletionsAccepted);
            return true;
        }
        mark.child("moveFrom").is_some()
    }

    /// What the paragraph is, and its automatic number; `None` when it is not to be kept.
    fn kind(&mut self, properties: Option<El<'_>>, empty: bool) -> Option<(BlockKind, Option<String>)> {
        let style = style(properties);
        let role = self.role(properties);
        if role == Role::Contents {
            if !empty {
                self.sheet.notes.count(NoteKind::ContentsDropped);
            }
            return None;
        }
        let item = self.item(properties, style);
        if empty {
            return None;
        }
        let kind = match (role, &item) {
            (Role::Heading(level), _) => BlockKind::Heading { level },
            (Role::Quote, _) => BlockKind::Quote,
            (Role::Code, _) => BlockKind::Code,
            (Role::Caption, _) => BlockKind::Caption,
            (_, Some(Item { depth, ordered, blank: false, .. })) => {
                BlockKind::ListItem { depth: *depth, ordered: *ordered }
            }
            _ => BlockKind::Paragraph,
        };
        Some((kind, item.and_then(|item| item.number)))
    }

    /// What its outline level or its style says a paragraph is.
    fn role(&self, properties: Option<El<'_>>) -> Role {
        match properties.and_then(outline) {
            Some(level @ 0..=8) => Role::Heading(level + 1),
            _ => self.styles.role(style(properties)),
        }
    }

    fn item(&mut self, properties: Option<El<'_>>, style: Option<&str>) -> Option<Item> {
        let direct = properties.and_then(|it| it.child("numPr")).map(NumRef::read);
        let by_style = self.styles.numbering(style);
        let reference = match (direct, by_style) {
            (Some(NumRef { id: None, level }), Some(by_style)) => {
                NumRef { id: by_style.id.clone(), level: level.or(by_style.level) }
            }
            (Some(direct), _) => direct,
            (None, by_style) => by_style?.clone(),
        };
        if reference.id.as_deref() == Some("0") {
            return None;
        }
        self.numbering.next(&reference, style, &mut self.sheet.notes)
    }

    /// What stands before a paragraph of a cell or a note, where no block bears its number.
    pub fn label(&mut self, paragraph: El<'_>) -> Option<String> {
        let properties = paragraph.child("pPr");
        let item = self.item(properties, style(properties))?;
        labels::label(item.number.as_deref(), item.ordered, item.blank)
    }
}

/// The style of a paragraph.
fn style(properties: Option<El<'_>>) -> Option<&str> {
    properties.and_then(|it| it.child("pStyle")).and_then(|it| it.attr("val"))
}

/// A control that holds the generated table of contents.
fn is_contents(control: El<'_>) -> bool {
    control
        .path(&["sdtPr", "docPartObj", "docPartGallery"])
        .and_then(|gallery| gallery.attr("val"))
        .is_some_and(|name| name.eq_ignore_ascii_case("Table of Contents"))
}
