//! What is within a paragraph: stretches, links, fields, notes, frames.

use super::body::Walker;
use super::lists::Open;
use crate::model::{Span, push_span, push_written, trim_spans};
use crate::report::NoteKind;
use crate::sheet::Picture;
use crate::xml::{El, TEXT};
use crate::{labels, link};

/// The content of a paragraph, as it is collected.
#[derive(Default)]
pub struct Inline<'t> {
    /// The text.
    pub spans: Vec<Span>,
    /// Its images.
    pub pictures: Vec<Picture>,
    /// Text boxes and shapes that hang on it.
    pub boxes: Vec<El<'t>>,
    /// The notes it cites.
    pub noted: Vec<Noted>,
    /// Items of lists became lines of it.
    pub listed: bool,
}

/// A footnote or endnote.
#[derive(Default)]
pub struct Noted {
    /// At the end of the document rather than at the foot of the page.
    pub end: bool,
    /// Its text.
    pub spans: Vec<Span>,
    /// Its images.
    pub pictures: Vec<Picture>,
    /// The names of places in it.
    pub names: Vec<String>,
}

/// How text looks at a point.
#[derive(Clone, Default)]
pub struct Look {
    bold: bool,
    italic: bool,
    hidden: bool,
    link: Option<String>,
}

impl Look {
    /// The look after a style had its say.
    pub fn with(&self, style: super::styles::Look) -> Self {
        Self {
            bold: style.bold.unwrap_or(self.bold),
            italic: style.italic.unwrap_or(self.italic),
            hidden: style.hidden.unwrap_or(self.hidden),
            link: self.link.clone(),
        }
    }
}

impl Inline<'_> {
    /// Text as written (OpenDocument part 3, 6.1.2).
    fn written(&mut self, text: &str, look: &Look) {
        let link = look.link.clone();
        push_written(&mut self.spans, Span { text: text.to_owned(), bold: look.bold, italic: look.italic, link });
    }

    fn sign(&mut self, text: &str, look: &Look) {
        let link = look.link.clone();
        push_span(&mut self.spans, Span { text: text.to_owned(), bold: look.bold, italic: look.italic, link });
    }
}

impl Walker {
    /// Collects the children of a paragraph, or of anything within one.
    pub fn inline<'t>(&mut self, parent: El<'t>, look: &Look, out: &mut Inline<'t>) {
        for element in parent.children() {
            self.piece(element, look, out);
        }
    }

    fn piece<'t>(&mut self, element: El<'t>, look: &Look, out: &mut Inline<'t>) {
        match element.name() {
            TEXT if look.hidden && !element.text().trim().is_empty() => {
                self.sheet.notes.add(NoteKind::HiddenText, &self.sheet.place(), element.text());
            }
            TEXT => out.written(element.text(), look),
            "s" => {
                let count = element.attr("c").and_then(|c| c.parse::<usize>().ok()).unwrap_or(1);
                out.sign(&" ".repeat(count.min(40)), look);
            }
            "tab" => out.sign("\t", look),
            "line-break" => out.sign("\n", look),
            "span" => {
                let style = self.styles.text(element.attr("style-name"));
                if style.struck == Some(true) {
                    self.sheet.notes.count(NoteKind::StrikeDropped);
                }
                if style.drawn == Some(true) && look.link.is_none() && !all_text(element).trim().is_empty() {
                    self.sheet.notes.count(NoteKind::LookDropped);
                }
                let text = if style.raised == Some(true) { all_text(element) } else { String::new() };
                if !text.trim().is_empty() {
                    self.sheet.notes.add(NoteKind::RaisedFlattened, &self.sheet.place(), &text);
                }
                self.inline(element, &look.with(style), out);
            }
            "a" => {
                let link = element.attr("href").and_then(|address| self.checked(address));
                self.inline(element, &Look { link, ..look.clone() }, out);
            }
            "bookmark-ref" | "reference-ref" | "note-ref" | "sequence-ref" => {
                let place = element.attr("ref-name").map(|name| format!("#{name}"));
                self.inline(element, &Look { link: look.link.clone().or(place), ..look.clone() }, out);
            }
            "bookmark" | "bookmark-start" | "reference-mark" | "reference-mark-start" => self.named(element, "name"),
            "sequence" => {
                self.named(element, "ref-name");
                self.inline(element, look, out);
            }
            "note" => self.note(element, out),
            "annotation" => self.sheet.notes.count(NoteKind::CommentsDropped),
            "hidden-text" | "hidden-paragraph" => {
                let text = element.attr("string-value").map_or_else(|| all_text(element), str::to_owned);
                self.sheet.notes.add(NoteKind::HiddenText, &self.sheet.place(), &text);
            }
            "ruby" => element.child("ruby-base").into_iter().for_each(|base| self.inline(base, look, out)),
            // `number` is the written label of a list, which is counted; `script` may be a program's.
            "number" | "note-citation" | "annotation-end" | "script" | "soft-page-break" => {}
            "frame" | "g" | "custom-shape" | "rect" | "line" | "ellipse" | "polygon" | "path" | "polyline"
            | "regular-polygon" | "circle" | "connector" | "caption" | "control" => self.drawing(element, out),
            _ => self.inline(element, look, out),
        }
    }

    /// A name by which links and references find the place.
    fn named(&mut self, element: El<'_>, attribute: &str) {
        self.sheet.anchors.name(element.attr(attribute).unwrap_or_default());
    }

    /// LibreOffice leads to what has a name of its own by that and its kind: "Tabella1|table".
    pub fn named_as(&mut self, element: El<'_>, kinds: &[&str]) {
        if let Some(name) = element.attr("name") {
            kinds.iter().for_each(|kind| self.sheet.anchors.name(&format!("{name}|{kind}")));
        }
    }

    fn checked(&mut self, address: &str) -> Option<String> {
        let safe = link::safe(address);
        if safe.is_none() {
            self.sheet.notes.add(NoteKind::LinkDropped, &self.sheet.place(), address);
        }
        safe
    }

    fn note(&mut self, element: El<'_>, out: &mut Inline<'_>) {
        let mut noted = Noted { end: element.attr("note-class") == Some("endnote"), ..Noted::default() };
        self.named(element, "id");
        if let Some(body) = element.child("note-body") {
            let before = self.sheet.anchors.take();
            let mut flat = Inline::default();
            self.flatten(body, &mut flat);
            if flat.listed {
                self.sheet.notes.count(NoteKind::ListInCell);
            }
            trim_spans(&mut flat.spans);
            noted.spans = flat.spans;
            noted.pictures = flat.pictures;
            noted.names = self.sheet.anchors.take();
            self.sheet.anchors.put(before);
        }
        self.sheet.notes.count(NoteKind::FootnotesMoved);
        out.noted.push(noted);
    }

    /// An image becomes a figure after the paragraph; the text of a box is read after it, too. What is neither is told.
    pub fn drawing<'t>(&mut self, element: El<'t>, out: &mut Inline<'t>) {
        self.named_as(element, &["frame", "graphic", "ole"]);
        let holds = |names: &[&str]| element.descendants().find(|it| names.contains(&it.name()));
        if holds(&["p", "h", "list"]).is_some() {
            out.boxes.push(element);
            return;
        }
        let alt = alternative(element);
        let image = holds(&["image"]);
        let object = holds(&["object", "object-ole", "plugin", "applet", "floating-frame"]).is_some();
        if object || (image.is_none() && alt.is_empty()) {
            self.sheet.notes.add(NoteKind::ObjectDropped, &self.sheet.place(), &alt);
        }
        if image.is_some() || !alt.is_empty() {
            let target = image.and_then(|image| image.attr("href")).map(str::to_owned);
            out.pictures.push(Picture { alt, target });
        }
    }

    /// The text of everything below, paragraphs separated by "\n": for notes and for cells.
    pub fn flatten<'t>(&mut self, parent: El<'t>, out: &mut Inline<'t>) {
        for element in parent.children() {
            match element.name() {
                "p" | "h" => self.line(element, None, out),
                "table" => {
                    self.sheet.notes.add(NoteKind::NestedTable, &self.sheet.place(), "");
                    self.flatten(element, out);
                }
                "list" => self.lines(element, None, out),
                "annotation" => self.sheet.notes.count(NoteKind::CommentsDropped),
                "number" | "title" | "desc" | TEXT => {}
                "image" => self.drawing(parent, out),
                _ => self.flatten(element, out),
            }
        }
    }

    /// A paragraph as a line, behind its item's sign.
    fn line<'t>(&mut self, element: El<'t>, label: Option<String>, out: &mut Inline<'t>) {
        let mut inline = Inline::default();
        let look = Look::default().with(self.styles.by_hand(element.attr("style-name")));
        self.inline(element, &look, &mut inline);
        if !out.spans.is_empty() && !inline.spans.is_empty() {
            out.sign("\n", &Look::default());
        }
        if let Some(label) = label.filter(|_| !inline.spans.is_empty()) {
            out.listed = true;
            push_span(&mut out.spans, labels::span(label));
        }
        inline.spans.into_iter().for_each(|span| push_span(&mut out.spans, span));
        out.pictures.append(&mut inline.pictures);
        out.noted.append(&mut inline.noted);
        for text_box in inline.boxes {
            self.sheet.notes.count(NoteKind::TextBoxMoved);
            self.flatten(text_box, out);
        }
    }

    /// The items of a list as lines: counted as where they are blocks.
    fn lines<'t>(&mut self, list: El<'t>, within: Option<(&Open, bool)>, out: &mut Inline<'t>) {
        let open = self.lists.open(list, within.map(|it| it.0), within.is_some_and(|it| it.1));
        for item in list.children() {
            let start = item.attr("start-value").and_then(|start| start.parse().ok());
            let mut first = item.name() == "list-item";
            for child in item.children() {
                match child.name() {
                    "p" | "h" => {
                        let by_style = self.styles.list(child.attr("style-name"));
                        let item = std::mem::take(&mut first).then(|| self.lists.item(&open, by_style, start));
                        let label = item.and_then(|it| labels::label(it.number.as_deref(), it.ordered, it.blank));
                        self.line(child, label, out);
                    }
                    "list" => self.lines(child, Some((&open, first)), out),
                    _ => self.flatten(child, out),
                }
            }
        }
    }
}

/// What the author wrote to stand for the picture: its description, or else its title.
fn alternative(element: El<'_>) -> String {
    let of = |name: &str| element.descendants().filter(|it| it.name() == name).map(all_text).find(|it| !it.is_empty());
    of("desc").or_else(|| of("title")).unwrap_or_default()
}

/// All text below, white space normalised.
pub fn all_text(element: El<'_>) -> String {
    let texts: Vec<&str> = element.descendants().filter(|it| it.name() == TEXT).map(El::text).collect();
    crate::words::tidy(&texts.join(" "))
}
