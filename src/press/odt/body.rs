//! The content as OpenDocument. Expects a prepared document.

use std::{collections::BTreeSet, sync::Arc};

use super::{
    lists::Lists,
    picture_name,
    text::{Line, escape},
};
use crate::{
    model::{Block, Document, Span},
    passage::{MARK, Passage, PassageBody, PassageCode, Picture, Role},
    prepare::{
        passages::{Hosted, hosted},
        picture,
    },
};

/// What the body needs from the rest of the package.
#[derive(Default)]
pub(super) struct Body {
    /// The XML of the text.
    pub(super) xml: String,
    /// The lists.
    pub(super) lists: Lists,
    /// The pictures, each once.
    pub(super) pictures: Vec<Arc<Vec<u8>>>,
    pub(super) tables: usize,
    drawings: usize,
    notes: usize,
    widths: BTreeSet<u32>,
}

impl Body {
    /// Writes the whole body.
    pub(super) fn write(doc: &Document) -> Self {
        let mut body = Self::default();
        let headings: Vec<(u8, String, &str)> = doc
            .blocks
            .iter()
            .filter_map(|b| match b {
                Block::Passage(p) => {
                    p.heading().map(|(level, text)| (level, text, p.anchor.as_deref().unwrap_or_default()))
                }
                _ => None,
            })
            .collect();
        body.cover(doc, headings.len() > 1);
        body.summary(doc, headings.len() > 1);
        if headings.len() > 1 {
            body.contents(doc, &headings);
        }
        for hosted in hosted(&doc.blocks) {
            if let Block::Passage(passage) = hosted.block {
                body.passage(passage, &hosted);
            }
        }
        let mut xml = std::mem::take(&mut body.xml);
        body.lists.close(&mut xml, 0);
        body.xml = xml;
        body
    }

    fn line(&mut self, style: &str, text: &str) {
        if !text.is_empty() {
            let mut line = Line::new();
            line.text(text);
            self.xml.push_str(&format!("<text:p text:style-name=\"{style}\">{}</text:p>", line.xml));
        }
    }

    /// What is on the cover is no passage of the plan: its styles tell the reader, should the file come back.
    fn cover(&mut self, doc: &Document, whole: bool) {
        self.line("Ascolto_20_Cover_20_Promoters", &doc.promoters.join(" \u{b7} "));
        let title = if whole { "Ascolto_20_Cover_20_Title" } else { "Ascolto_20_Cover_20_Title_20_Small" };
        self.line(title, &doc.title);
        self.line("Ascolto_20_Cover_20_Subtitle", doc.subtitle.as_deref().unwrap_or_default());
        self.line("Ascolto_20_Cover_20_Number", doc.number.as_deref().unwrap_or_default());
        self.line("Ascolto_20_Cover_20_Date", &doc.date);
    }

    /// What the plan says in short: no passage of it either.
    fn summary(&mut self, doc: &Document, whole: bool) {
        let Some(summary) = &doc.summary else { return };
        let small = if whole { "" } else { "_20_Small" };
        self.line(&format!("Ascolto_20_Cover_20_Summary_20_Title{small}"), &summary.title);
        summary.paragraphs.iter().for_each(|text| self.line("Ascolto_20_Cover_20_Summary", text));
    }

    /// The table of contents, already filled; the word processor adds the pages when it is asked to bring it up to date.
    fn contents(&mut self, doc: &Document, headings: &[(u8, String, &str)]) {
        let title = escape(&doc.labels.contents);
        let levels: String = (1..=3)
            .map(|n| {
                format!(
                    "<text:table-of-content-entry-template text:outline-level=\"{n}\" text:style-name=\"Contents_20_{n}\">\
                     <text:index-entry-link-start/><text:index-entry-chapter/><text:index-entry-text/><text:index-entry-tab-stop \
                     style:type=\"right\" style:leader-char=\".\"/><text:index-entry-page-number/><text:index-entry-link-end/>\
                     </text:table-of-content-entry-template>"
                )
            })
            .collect();
        self.xml.push_str(&format!(
            "<text:table-of-content text:name=\"Indice\"><text:table-of-content-source text:outline-level=\"3\">\
             <text:index-title-template text:style-name=\"Contents_20_Heading\">{title}</text:index-title-template>{levels}\
             </text:table-of-content-source><text:index-body><text:index-title text:name=\"Indice_Head\"><text:p \
             text:style-name=\"Contents_20_Heading\">{title}</text:p></text:index-title>"
        ));
        for (level, text, anchor) in headings.iter().filter(|h| h.0 <= 3) {
            let level = (*level).max(1);
            self.xml.push_str(&format!(
                "<text:p text:style-name=\"Contents_20_{level}\"><text:a xlink:type=\"simple\" xlink:href=\"#{anchor}\">{}</text:a>\
                 </text:p>",
                escape(text)
            ));
        }
        self.xml.push_str(
            "</text:index-body></text:table-of-content><text:p text:style-name=\"Ascolto_20_Cover_20_Break\"/>",
        );
    }

    fn passage(&mut self, passage: &Passage, hosted: &Hosted<'_>) {
        let notes: String = hosted.notes.iter().map(|note| self.note(note)).collect();
        let mut xml = std::mem::take(&mut self.xml);
        let item = match passage.role() {
            Some(Role::Item { depth, .. }) => Some(self.lists.item(&mut xml, depth, passage.number.as_deref())),
            _ => {
                self.lists.close(&mut xml, 0);
                None
            }
        };
        self.xml = xml;
        match &passage.body {
            PassageBody::Text { role: Role::Heading(level), spans } => self.heading(passage, *level, spans, &notes),
            PassageBody::Text { role, spans } => {
                let mut line = Line::new();
                line.named(passage.anchor.as_deref());
                // In a list the number is the list's, unless no list gives it.
                let number = item.unwrap_or(passage.number.as_deref());
                if let Some(number) = number {
                    line.text(&format!("{number} "));
                }
                line.spans(spans);
                line.raw(&notes);
                line.raw(&code(passage, "\u{2002}"));
                self.xml.push_str(&format!("<text:p text:style-name=\"{}\">{}</text:p>", style(*role), line.xml));
            }
            PassageBody::Picture { alt, picture } => {
                let frame = picture.as_ref().and_then(|p| self.picture(alt, p));
                let content = frame.unwrap_or_else(|| {
                    let words = if alt.is_empty() { "\u{2014}" } else { alt };
                    format!("<text:span text:style-name=\"I\">{}</text:span>", escape(words))
                });
                let mut line = Line::new();
                line.named(passage.anchor.as_deref());
                line.raw(&content);
                self.xml.push_str(&format!("<text:p text:style-name=\"Ascolto_20_Picture\">{}</text:p>", line.xml));
                self.code_line(passage, &notes);
            }
            PassageBody::Table(rows) => {
                self.table(rows, passage.anchor.as_deref());
                self.code_line(passage, &notes);
            }
        }
    }

    fn heading(&mut self, passage: &Passage, level: u8, spans: &[Span], notes: &str) {
        let level = level.clamp(1, 9);
        let list = passage.number.as_deref().and_then(|n| self.lists.heading(n));
        let mut line = Line::new();
        if let (Some(number), None) = (&passage.number, &list) {
            line.text(&format!("{number} "));
        }
        line.spans(spans);
        line.raw(notes);
        let name = escape(passage.anchor.as_deref().unwrap_or_default());
        let style = if passage.code.is_some() { format!("H{level}") } else { format!("Heading_20_{level}") };
        let text = format!(
            "<text:h text:style-name=\"{style}\" text:outline-level=\"{level}\"><text:bookmark-start \
             text:name=\"{name}\"/>{}<text:bookmark-end text:name=\"{name}\"/></text:h>",
            line.xml
        );
        match list {
            Some((style, value)) => self.xml.push_str(&format!(
                "<text:list text:style-name=\"{style}\"><text:list-item text:start-value=\"{value}\">{text}</text:list-item></text:list>"
            )),
            None => self.xml.push_str(&text),
        }
        if passage.code.is_some() {
            self.code_line(passage, "");
        }
    }

    fn code_line(&mut self, passage: &Passage, notes: &str) {
        let code = code(passage, "");
        self.xml.push_str(&format!("<text:p text:style-name=\"Ascolto_20_Code_20_Line\">{code}{notes}</text:p>"));
    }

    /// A note at the foot of the page, with the number it has in the version.
    fn note(&mut self, note: &Passage) -> String {
        let PassageBody::Text { spans, .. } = &note.body else { return String::new() };
        self.notes += 1;
        let mut line = Line::new();
        line.named(note.anchor.as_deref());
        line.text(" ");
        line.spans(spans);
        line.raw(&code(note, "\u{2002}"));
        let (id, counted) = (self.notes, self.notes.to_string());
        let number = note.number.as_deref().unwrap_or(&counted);
        let label = if number == counted { String::new() } else { format!(" text:label=\"{}\"", escape(number)) };
        format!(
            "<text:note text:id=\"ftn{id}\" text:note-class=\"footnote\"><text:note-citation{label}>{}</text:note-citation>\
             <text:note-body><text:p text:style-name=\"Footnote\">{}</text:p></text:note-body></text:note>",
            escape(number),
            line.xml
        )
    }

    /// A picture in the line; `None` for one of no kind that is known.
    fn picture(&mut self, alt: &str, of: &Picture) -> Option<String> {
        picture::kind(&of.bytes)?;
        let known = self.pictures.iter().position(|p| *p == of.bytes);
        let id = known.unwrap_or_else(|| {
            self.pictures.push(of.bytes.clone());
            self.pictures.len() - 1
        });
        self.drawings += 1;
        let (wide, high) = picture::within(&of.bytes, 2_540, 15_800, 18_000);
        let alt = if alt.is_empty() { String::new() } else { format!("<svg:desc>{}</svg:desc>", escape(alt)) };
        Some(format!(
            "<draw:frame draw:style-name=\"Picture\" draw:name=\"Immagine{}\" text:anchor-type=\"as-char\" \
             svg:width=\"{}mm\" svg:height=\"{}mm\"><draw:image xlink:href=\"{}\" xlink:type=\"simple\" xlink:show=\"embed\" \
             xlink:actuate=\"onLoad\"/>{alt}</draw:frame>",
            self.drawings,
            hundredths(wide),
            hundredths(high),
            picture_name(id, &of.bytes),
        ))
    }

    /// The name of a column's width, in thousandths of what all columns share.
    pub(super) fn width(&mut self, weight: f32) -> u32 {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a width on a page")]
        let width = (weight * 100.0).clamp(1.0, 1_000_000.0) as u32;
        self.widths.insert(width);
        width
    }

    /// The widths of columns, as styles.
    pub(super) fn columns(&self) -> String {
        let one = |w: &u32| {
            format!(
                "<style:style style:name=\"W{w}\" style:family=\"table-column\"><style:table-column-properties \
                 style:rel-column-width=\"{w}*\"/></style:style>"
            )
        };
        self.widths.iter().map(one).collect()
    }
}

/// Hundredths as a decimal number.
fn hundredths(n: u32) -> String {
    format!("{}.{:02}", n / 100, n % 100)
}

/// A passage's code, after what parts it from the words.
fn code(passage: &Passage, before: &str) -> String {
    let Some(PassageCode { text, link }) = &passage.code else { return String::new() };
    let text = format!("<text:span text:style-name=\"Ascolto_20_Code\">{before}{}</text:span>", escape(text));
    if link.is_empty() {
        return text;
    }
    let link = escape(link);
    format!(
        "<text:a xlink:type=\"simple\" xlink:href=\"{link}{MARK}\" text:style-name=\"Ascolto_20_Code\">{text}</text:a>"
    )
}

const fn style(role: Role) -> &'static str {
    match role {
        Role::Heading(_) | Role::Text => "Standard",
        Role::Item { .. } => "List_20_Contents",
        Role::Quote => "Quotations",
        Role::Code => "Preformatted_20_Text",
        Role::Caption => "Caption",
        Role::Footnote => "Footnote",
    }
}
