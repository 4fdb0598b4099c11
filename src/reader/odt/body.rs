//! The walk through a document's text: paragraphs, lists and tables become blocks.

use super::inline::{Inline, Look, Noted, all_text};
use super::lists::{Item, Lists, Open};
use super::styles::Styles;
use crate::model::BlockKind;
use crate::report::NoteKind;
use crate::role::Role;
use crate::sheet::{Picture, Sheet};
use crate::xml::El;

/// Everything that is known while walking.
#[derive(Default)]
pub struct Walker {
    pub(super) sheet: Sheet,
    pub(super) styles: Styles,
    pub(super) lists: Lists,
    /// How many footnotes and endnotes were handed out.
    numbers: [u32; 2],
}

/// Where in a list a paragraph stands.
struct InList<'l> {
    open: &'l Open,
    /// The first paragraph of its item, which bears the number.
    first: bool,
    /// Where the item asks to begin.
    start: Option<u32>,
}

impl Walker {
    /// Reads everything that stands in the text, a section or a box.
    pub fn blocks(&mut self, parent: El<'_>) {
        for element in parent.children() {
            self.block(element, None);
        }
    }

    fn block(&mut self, element: El<'_>, within: Option<&InList<'_>>) {
        match element.name() {
            "p" | "h" => self.paragraph(element, within),
            "list" => self.list(element, within),
            "table" => self.table(element),
            "section" if element.attr("display") == Some("none") || element.attr("is-hidden") == Some("true") => {
                self.sheet.notes.add(NoteKind::HiddenText, &self.sheet.place(), &all_text(element));
            }
            "section" if self.styles.hides(element.attr("style-name")) => {
                self.sheet.notes.add(NoteKind::HiddenText, &self.sheet.place(), &all_text(element));
            }
            // Other indexes are made from the text, too; a bibliography is text.
            "table-of-content" | "illustration-index" | "table-index" | "object-index" | "alphabetical-index"
            | "user-index"
                if self.sheet.own.is_known() =>
            {
                for line in element.descendants().filter(|it| it.name() == "p") {
                    self.sheet.own.line(&all_text(line));
                }
            }
            "table-of-content" | "illustration-index" | "table-index" | "object-index" | "alphabetical-index"
            | "user-index" => self.sheet.notes.add(NoteKind::ContentsDropped, &self.sheet.place(), ""),
            "tracked-changes" => self.tracked(element),
            "section-source" => self.sheet.notes.add(NoteKind::ForeignContent, &self.sheet.place(), ""),
            "frame" | "g" | "custom-shape" | "rect" | "ellipse" | "line" | "path" | "polygon" | "connector" => {
                let mut inline = Inline::default();
                self.drawing(element, &mut inline);
                self.after(inline);
            }
            "forms"
            | "variable-decls"
            | "sequence-decls"
            | "user-field-decls"
            | "dde-connection-decls"
            | "title"
            | "desc"
            | "annotation"
            | "bibliography-source"
            | "image" => {}
            _ => {
                if element.name() == "section" {
                    self.named_as(element, &["region"]);
                }
                for child in element.children() {
                    self.block(child, within);
                }
            }
        }
    }

    /// The deleted words stand in here, and who did it: nothing of it is read but how many there are.
    fn tracked(&mut self, changes: El<'_>) {
        for change in changes.children().flat_map(El::children) {
            match change.name() {
                "insertion" => self.sheet.notes.count(NoteKind::InsertionsAccepted),
                "deletion" => self.sheet.notes.count(NoteKind::DeletionsAccepted),
                "format-change" => self.sheet.notes.count(NoteKind::FormattingAccepted),
                _ => {}
            }
        }
    }

    fn list(&mut self, element: El<'_>, within: Option<&InList<'_>>) {
        let open = self.lists.open(element, within.map(|it| it.open), within.is_some_and(|it| it.first));
        for item in element.children() {
            let bears = item.name() == "list-item";
            let start = item.attr("start-value").and_then(|start| start.parse().ok());
            let mut first = bears;
            for child in item.children() {
                let here = InList { open: &open, first, start };
                self.block(child, Some(&here));
                first = first && !matches!(child.name(), "p" | "h");
            }
        }
    }

    fn paragraph(&mut self, element: El<'_>, within: Option<&InList<'_>>) {
        let style = element.attr("style-name");
        let role = self.role(element, style);
        let heading = matches!(role, Role::Heading(_));
        let look = if heading { Look::default() } else { Look::default().with(self.styles.by_hand(style)) };
        let mut inline = Inline::default();
        self.inline(element, &look, &mut inline);
        let empty = inline.spans.iter().all(|span| span.text.trim().is_empty());
        if role == Role::Cover || (role == Role::Contents && self.sheet.own.is_known()) {
            let text: String = inline.spans.iter().map(|span| span.text.as_str()).collect();
            self.sheet.own.line(&text);
            return;
        }
        if role == Role::Contents {
            if !empty {
                self.sheet.notes.count(NoteKind::ContentsDropped);
            }
            return;
        }
        let item = self.item(element, role, within).filter(|_| !empty);
        let depth = within.map_or(0, |it| u8::try_from(it.open.depth).unwrap_or(u8::MAX));
        let kind = match (role, &item) {
            (Role::Heading(level), _) => BlockKind::Heading { level },
            (Role::Quote, _) => BlockKind::Quote,
            (Role::Code, _) => BlockKind::Code,
            (Role::Caption, _) => BlockKind::Caption,
            (_, Some(item)) if !item.blank => BlockKind::ListItem { depth, ordered: item.ordered },
            _ => BlockKind::Paragraph,
        };
        let spans = std::mem::take(&mut inline.spans);
        self.sheet.text(spans, kind, item.and_then(|item| item.number));
        self.after(inline);
    }

    /// A heading says so itself; otherwise its style does.
    fn role(&self, element: El<'_>, style: Option<&str>) -> Role {
        if element.name() != "h" {
            return self.styles.role(style);
        }
        let level = element.attr("outline-level").and_then(|level| level.parse::<u8>().ok());
        Role::Heading(level.unwrap_or(1).clamp(1, 9))
    }

    /// The paragraph as an item: of the list it stands in, or of the numbered headings.
    fn item(&mut self, element: El<'_>, role: Role, within: Option<&InList<'_>>) -> Option<Item> {
        let by_style = self.styles.list(element.attr("style-name"));
        if let Some(InList { open, first, start }) = within {
            return first.then(|| self.lists.item(open, by_style, *start));
        }
        let (Role::Heading(level), "h") = (role, element.name()) else {
            return None;
        };
        if element.attr("is-list-header") == Some("true") {
            return None;
        }
        let asked = element.attr("start-value").and_then(|start| start.parse().ok());
        let start = asked.or(Some(1)).filter(|_| element.attr("restart-numbering") == Some("true"));
        Some(self.lists.heading(level, by_style, start))
    }

    /// What hangs on a paragraph follows it.
    fn after(&mut self, inline: Inline<'_>) {
        inline.pictures.into_iter().for_each(|picture| self.sheet.figure(picture));
        self.hand_out(inline.noted);
        for text_box in inline.boxes {
            self.sheet.notes.count(NoteKind::TextBoxMoved);
            self.text_box(text_box);
        }
    }

    /// The text of a box, and the images that stand beside it there.
    fn text_box(&mut self, element: El<'_>) {
        self.blocks(element);
        let images = element.children().filter(|it| it.name() == "image").filter_map(|it| it.attr("href"));
        for target in images {
            self.sheet.figure(Picture { alt: String::new(), target: Some(target.to_owned()) });
        }
    }

    /// Puts the cited notes after the block that cites them.
    pub fn hand_out(&mut self, noted: Vec<Noted>) {
        for note in noted {
            let Some(number) = self.numbers.get_mut(usize::from(note.end)) else {
                continue;
            };
            *number += 1;
            self.sheet.anchors.put(note.names);
            self.sheet.footnote(note.spans, *number);
            self.sheet.figures_moved(note.pictures);
        }
    }
}
