//! The walk through a page: what begins and ends a paragraph, and what each paragraph is.

use super::css::Sheets;
use super::inline::{Inline, Look};
use super::list;
use super::marks::{self, Apart};
use super::notes::Notes;
use crate::labels;
use crate::model::BlockKind;
use crate::report::NoteKind;
use crate::role::Role;
use crate::sheet::Sheet;
use crate::xml::El;

/// Everything that is known while walking.
pub struct Walker<'t> {
    pub(super) sheet: Sheet,
    pub(super) css: Sheets,
    pub(super) marks: Notes<'t>,
    /// How many footnotes and endnotes were handed out.
    numbers: [u32; 2],
}

/// The paragraph that is being collected.
pub struct Flow<'t> {
    pub(super) inline: Inline<'t>,
    /// What the paragraph is, by the elements around it.
    role: BlockKind,
    /// An item of a list that waits for its first paragraph: its kind and number.
    pub(super) item: Option<(BlockKind, Option<String>)>,
    /// How many lists are open.
    pub(super) lists: u8,
    /// Paragraphs in Word's manner: the item's depth, when its label is yet to be found in the text.
    pub(super) labelled: Option<u8>,
    /// Lines of the table of contents.
    contents: bool,
    /// Of a cell or a note: paragraphs become lines.
    pub(super) flat: bool,
}

impl Flow<'_> {
    /// Nothing yet.
    pub fn new(flat: bool) -> Self {
        Self {
            inline: Inline::default(),
            role: BlockKind::Paragraph,
            item: None,
            lists: 0,
            labelled: None,
            contents: false,
            flat,
        }
    }
}

impl<'t> Walker<'t> {
    /// Ready to walk.
    pub fn new(css: Sheets, marks: Notes<'t>) -> Self {
        Self { sheet: Sheet::default(), css, marks, numbers: [0; 2] }
    }

    /// Reads the body.
    pub fn whole(&mut self, body: El<'t>) {
        let mut flow = Flow::new(false);
        self.children(body, &Look::default(), &mut flow);
        self.flush(&mut flow);
    }

    /// Walks through what is in an element.
    pub fn children(&mut self, parent: El<'t>, look: &Look, flow: &mut Flow<'t>) {
        for element in parent.children() {
            self.element(element, look, flow);
        }
    }

    fn element(&mut self, element: El<'t>, look: &Look, flow: &mut Flow<'t>) {
        if self.marks.holds(element) {
            return;
        }
        if let Some(what) = marks::apart(element) {
            return self.apart(element, what);
        }
        match element.name() {
            "table" => self.table(element, look, flow),
            "ul" | "ol" | "menu" | "dir" => self.list(element, look, flow),
            "hr" => {
                self.flush(flow);
                self.named(element);
            }
            "li" => self.item(element, look, flow, None),
            _ if marks::is_block(element) => self.block(element, look, flow),
            _ => self.piece(element, look, flow),
        }
    }

    /// What is no text of the document is told, and not read.
    fn apart(&mut self, element: El<'_>, what: Apart) {
        let text = super::inline::all_text(element);
        let kind = match what {
            Apart::Silent | Apart::Comment => return,
            Apart::Header => NoteKind::HeaderDropped,
            Apart::Footer => NoteKind::FooterDropped,
            Apart::Contents => NoteKind::ContentsDropped,
            Apart::Object => NoteKind::ObjectDropped,
        };
        self.sheet.notes.add(kind, &self.sheet.place(), &text);
    }

    /// A paragraph, or something that holds paragraphs.
    pub fn block(&mut self, element: El<'t>, look: &Look, flow: &mut Flow<'t>) {
        self.flush(flow);
        self.named(element);
        let says = self.css.of(element);
        if says.hidden == Some(true) {
            let text = super::inline::all_text(element);
            return self.sheet.notes.add(NoteKind::HiddenText, &self.sheet.place(), &text);
        }
        let (role, contents) = (flow.role, flow.contents);
        flow.role = match (marks::role(element), says.level) {
            (Role::Heading(level), _) | (Role::Plain | Role::Cover, Some(level)) => BlockKind::Heading { level },
            (Role::Quote, _) => BlockKind::Quote,
            (Role::Code, _) => BlockKind::Code,
            (Role::Caption, _) => BlockKind::Caption,
            (Role::Contents, _) => {
                flow.contents = true;
                role
            }
            (Role::Plain | Role::Cover, None) if element.name() == "blockquote" => BlockKind::Quote,
            (Role::Plain | Role::Cover, None) => role,
        };
        if let (Some(item), true) = (list::of_word(element), flow.flat) {
            let made = item.label.map(|label| list::labelled(item.depth, &label));
            flow.inline.label(made.and_then(|(_, number)| labels::label(number.as_deref(), false, false)));
        } else if let Some(item) = list::of_word(element) {
            flow.labelled = Some(item.depth).filter(|_| item.label.is_none());
            flow.item = item.label.map(|label| list::labelled(item.depth, &label));
        }
        let mut look = look.clone();
        look.verbatim |= element.name() == "pre";
        self.children(element, &look, flow);
        self.flush(flow);
        (flow.role, flow.contents) = (role, contents);
    }

    /// Ends the paragraph: it becomes a block, followed by what hangs on it.
    pub fn flush(&mut self, flow: &mut Flow<'t>) {
        if flow.flat {
            flow.inline.end_line();
            return;
        }
        let mut inline = std::mem::take(&mut flow.inline);
        let labelled = flow.labelled.take();
        if inline.spans.iter().any(|span| !span.text.trim().is_empty()) {
            if let Some(depth) = labelled.filter(|_| flow.item.is_none()) {
                flow.item = list::label_in(depth, &mut inline.spans);
            }
            let item = flow.item.take();
            let (kind, number) = match (flow.role, item) {
                (BlockKind::Paragraph, Some((kind, number))) => (kind, number),
                (role, item) => (role, item.and_then(|(_, number)| number)),
            };
            if flow.contents {
                self.sheet.notes.count(NoteKind::ContentsDropped);
            } else {
                self.sheet.text(std::mem::take(&mut inline.spans), kind, number);
            }
        }
        inline.pictures.into_iter().for_each(|picture| self.sheet.figure(picture));
        self.hand_out(inline.cited);
    }

    /// Puts the cited notes after the block that cites them.
    pub fn hand_out(&mut self, cited: Vec<(bool, El<'t>)>) {
        for (end, container) in cited {
            let mut flat = Flow::new(true);
            self.named(container);
            self.children(container, &Look::default(), &mut flat);
            let Some(number) = self.numbers.get_mut(usize::from(end)) else {
                continue;
            };
            *number += 1;
            self.sheet.notes.count(NoteKind::FootnotesMoved);
            if flat.inline.listed {
                self.sheet.notes.count(NoteKind::ListInCell);
            }
            self.sheet.footnote(flat.inline.spans, *number);
            self.sheet.figures_moved(flat.inline.pictures);
            self.hand_out(flat.inline.cited);
        }
    }
}
