//! What is within a paragraph: stretches, links, images, marks of notes.

use super::css::declared;
use super::flow::{Flow, Walker};
use super::list;
use crate::labels;
use crate::link;
use crate::model::{Span, push_span, push_written};
use crate::report::NoteKind;
use crate::sheet::Picture;
use crate::xml::{El, TEXT};

/// The content of a paragraph, as it is collected.
#[derive(Default)]
pub struct Inline<'t> {
    /// The text.
    pub spans: Vec<Span>,
    /// Its images.
    pub pictures: Vec<Picture>,
    /// The notes it cites: whether each is an endnote, and what holds it.
    pub cited: Vec<(bool, El<'t>)>,
    /// A line ended; the next text begins another.
    ended: bool,
    /// What is to stand before the next text.
    label: Option<String>,
    /// Items of lists became lines of it.
    pub listed: bool,
}

/// How text looks at a point.
#[derive(Clone, Default)]
pub struct Look {
    bold: bool,
    italic: bool,
    hidden: bool,
    link: Option<String>,
    /// White space counts.
    pub verbatim: bool,
}

impl Inline<'_> {
    /// Ends the line, where paragraphs are lines.
    pub fn end_line(&mut self) {
        self.ended = !self.spans.is_empty();
    }

    /// What is to stand before the text that comes next: an item's sign, where paragraphs are lines.
    pub fn label(&mut self, label: Option<String>) {
        self.label = label;
    }

    fn push(&mut self, text: &str, look: &Look) {
        if std::mem::take(&mut self.ended) {
            if text.trim().is_empty() {
                self.ended = true;
                return;
            }
            push_span(&mut self.spans, Span { text: "\n".to_owned(), ..Span::default() });
        }
        if let Some(label) = self.label.take_if(|_| !text.trim().is_empty()) {
            self.listed = true;
            push_span(&mut self.spans, labels::span(label));
        }
        let (bold, italic, link) = (look.bold, look.italic, look.link.clone());
        let span = Span { text: text.to_owned(), bold, italic, link };
        if look.verbatim { push_span(&mut self.spans, span) } else { push_written(&mut self.spans, span) }
    }
}

impl<'t> Walker<'t> {
    /// An element or stretch of text within a paragraph.
    pub fn piece(&mut self, element: El<'t>, look: &Look, flow: &mut Flow<'t>) {
        self.named(element);
        match element.name() {
            TEXT if look.hidden && !element.text().trim().is_empty() => {
                self.sheet.notes.add(NoteKind::HiddenText, &self.sheet.place(), element.text());
            }
            TEXT => flow.inline.push(element.text(), look),
            // A link goes on after the end of a line.
            "br" => {
                let link = look.link.clone();
                push_span(&mut flow.inline.spans, Span { text: "\n".to_owned(), link, ..Span::default() });
            }
            "img" => self.image(element, flow),
            "del" => self.sheet.notes.count(NoteKind::DeletionsAccepted),
            "a" => self.anchor(element, look, flow),
            "object" | "embed" | "video" | "audio" => {
                self.sheet.notes.add(NoteKind::ObjectDropped, &self.sheet.place(), &all_text(element));
                self.children(element, look, flow);
            }
            "math" => {
                self.sheet.notes.count(NoteKind::FormulaFlattened);
                self.children(element, look, flow);
            }
            // The label of a list, which Word writes beside the text: see `list.rs`.
            "span" if declared(element, "mso-list").is_some_and(|it| it.eq_ignore_ascii_case("ignore")) => {}
            "span" if list::is_label(element) && flow.item.is_some() => {
                flow.item = flow.item.take().map(|item| list::relabelled(item, &all_text(element)));
            }
            _ => self.stretch(element, look, flow),
        }
    }

    fn stretch(&mut self, element: El<'t>, look: &Look, flow: &mut Flow<'t>) {
        let says = self.css.of(element);
        let mut look = look.clone();
        match element.name() {
            "b" | "strong" => look.bold = true,
            "i" | "em" | "cite" | "var" | "dfn" => look.italic = true,
            "ins" => self.sheet.notes.count(NoteKind::InsertionsAccepted),
            "u" | "mark" if look.link.is_none() => self.sheet.notes.count(NoteKind::LookDropped),
            "s" | "strike" => self.sheet.notes.count(NoteKind::StrikeDropped),
            // The sign that cites a note is a link within the page.
            "sub" | "sup" if !look.link.as_ref().is_some_and(|to| to.starts_with('#')) => {
                self.sheet.notes.add(NoteKind::RaisedFlattened, &self.sheet.place(), &all_text(element));
            }
            _ => {}
        }
        if says.struck == Some(true) {
            self.sheet.notes.count(NoteKind::StrikeDropped);
        }
        look.bold = says.bold.unwrap_or(look.bold);
        look.italic = says.italic.unwrap_or(look.italic);
        look.hidden = look.hidden || says.hidden == Some(true);
        self.children(element, &look, flow);
    }

    /// The names by which links find an element.
    pub fn named(&mut self, element: El<'_>) {
        let name = element.attr("name").filter(|_| element.name() == "a");
        [element.attr("id"), name].into_iter().flatten().for_each(|name| self.sheet.anchors.name(name));
    }

    /// A link; or a note's mark, which is no text.
    fn anchor(&mut self, element: El<'t>, look: &Look, flow: &mut Flow<'t>) {
        if let Some(note) = self.marks.cited(element) {
            flow.inline.cited.extend(note);
            return;
        }
        if self.marks.leads_back(element) {
            return;
        }
        let mut look = look.clone();
        if let Some(address) = element.attr("href").filter(|address| !address.trim().is_empty()) {
            look.link = link::safe(address);
            if look.link.is_none() {
                self.sheet.notes.add(NoteKind::LinkDropped, &self.sheet.place(), address);
            }
        }
        self.stretch(element, &look, flow);
    }

    fn image(&mut self, element: El<'_>, flow: &mut Flow<'_>) {
        let alt = element.attr("alt").unwrap_or_default().to_owned();
        if matches!(element.attr("role"), Some("presentation" | "none")) {
            return self.sheet.notes.add(NoteKind::ImageDropped, &self.sheet.place(), &alt);
        }
        let target = element.attr("src").filter(|src| !src.trim().is_empty()).map(str::to_owned);
        flow.inline.pictures.push(Picture { alt, target });
    }
}

/// All text below, white space normalised; at most what a note shows.
pub fn all_text(element: El<'_>) -> String {
    let mut text = String::new();
    for piece in element.descendants().filter(|it| it.name() == TEXT) {
        text.push_str(piece.text());
        text.push(' ');
        if text.len() > 2_000 {
            break;
        }
    }
    crate::words::tidy(&text)
}
