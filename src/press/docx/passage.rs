//! Passages of a plan as WordprocessingML. A passage's code stands small after its words, as a link to its permanent address by
//! which the reader knows it again; headings, tables and pictures have it on a line of its own, or a table of contents would
//! take it for a part of the title.

use super::{
    body::{Body, share},
    numbering::{Numbering, Series},
    section::TEXT_WIDTH,
    xml::{escape, paragraph, run},
};
use crate::{
    model::Block,
    passage::{Passage, PassageBody, PassageCode, Picture, Role},
    prepare::{
        grid::{Slot, grid},
        passages::{Hosted, widths, words},
        picture,
    },
};

/// English metric units (914,400 to the inch) in a twentieth of a point.
const EMU: u32 = 635;
/// The tallest picture: 18 cm.
const TALLEST: u32 = 6_480_000;

/// The style of a heading.
pub(super) const fn heading(level: u8) -> &'static str {
    match level {
        0 | 1 => "Heading1",
        2 => "Heading2",
        3 => "Heading3",
        4 => "Heading4",
        5 => "Heading5",
        6 => "Heading6",
        7 => "Heading7",
        8 => "Heading8",
        _ => "Heading9",
    }
}

impl Body {
    /// A block, with what it has for notes if it is a passage.
    pub(super) fn hosted(&mut self, hosted: &Hosted<'_>) -> bool {
        let Block::Passage(passage) = hosted.block else { return false };
        let notes: String = hosted.notes.iter().map(|note| self.note(note)).collect();
        match &passage.body {
            PassageBody::Text { role, spans } => self.words(passage, *role, spans, &notes),
            PassageBody::Picture { alt, picture } => {
                let content = match picture.as_ref().and_then(|p| self.picture(alt, p)) {
                    Some(drawing) => drawing,
                    None => run("<w:i/><w:iCs/>", if alt.is_empty() { "\u{2014}" } else { alt }),
                };
                let content = self.named(passage.anchor.as_deref(), &content);
                self.paragraph("", "<w:keepNext/>", &content);
                self.code_line(passage, &notes);
            }
            PassageBody::Table(rows) => {
                self.merged_table(rows, passage.anchor.as_deref());
                self.code_line(passage, &notes);
            }
        }
        true
    }

    fn words(&mut self, passage: &Passage, role: Role, spans: &[crate::model::Span], notes: &str) {
        let (series, depth) = match role {
            Role::Heading(_) => (Some(Series::Headings), 0),
            Role::Item { depth, .. } => (Some(Series::Items), depth.min(super::numbering::LEVELS - 1)),
            _ => (None, 0),
        };
        if matches!(role, Role::Heading(_)) {
            self.numbering.end_items();
        }
        let number = passage.number.as_deref();
        let counted = series.zip(number).and_then(|(series, number)| self.numbering.next(series, depth, number));
        let list = counted.or_else(|| matches!(role, Role::Item { .. }).then_some(1));
        let more = list.map_or_else(String::new, |id| Numbering::properties(id, depth));
        let mut content = number.filter(|_| counted.is_none()).map_or_else(String::new, |n| run("", &format!("{n} ")));
        content.push_str(&self.spans(spans));
        content = self.named(passage.anchor.as_deref(), &content);
        match role {
            Role::Heading(level) => {
                let content = format!("{content}{notes}");
                let space = if passage.code.is_some() { "<w:spacing w:after=\"0\"/>" } else { "" };
                self.paragraph(heading(level), &format!("{more}{space}"), &content);
                if passage.code.is_some() {
                    self.code_line(passage, "");
                }
            }
            _ => {
                content.push_str(notes);
                content.push_str(&self.code(passage, "\u{2002}"));
                self.paragraph(style(role), &more, &content);
            }
        }
    }

    /// The code, after what parts it from the words.
    fn code(&mut self, passage: &Passage, before: &str) -> String {
        let Some(PassageCode { text, link }) = &passage.code else { return String::new() };
        let content = run("<w:rStyle w:val=\"AscoltoCode\"/>", &format!("{before}{text}"));
        if link.is_empty() {
            return content;
        }
        let id = self.links.len();
        self.links.push(format!("{link}{}", crate::passage::MARK));
        format!("<w:hyperlink r:id=\"rLink{id}\" w:history=\"1\">{content}</w:hyperlink>")
    }

    /// A line with nothing but the code, and the notes to what has no words of its own.
    fn code_line(&mut self, passage: &Passage, notes: &str) {
        let content = format!("{}{notes}", self.code(passage, ""));
        let keep = if passage.heading().is_some() { "<w:keepNext/>" } else { "" };
        self.paragraph("AscoltoCodeLine", keep, &content);
    }

    /// Puts a note at the foot of the page, where the word processor numbers it; gives its mark.
    fn note(&mut self, note: &Passage) -> String {
        let PassageBody::Text { spans, .. } = &note.body else { return String::new() };
        // Links of notes stand in the notes' own part.
        let links = std::mem::replace(&mut self.links, std::mem::take(&mut self.note_links));
        let content = self.spans(spans);
        let content = self.named(note.anchor.as_deref(), &content) + &self.code(note, "\u{2002}");
        self.note_links = std::mem::replace(&mut self.links, links);
        let id = self.notes.len() + 2;
        let look = "<w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr>";
        let text =
            paragraph("FootnoteText", "", &format!("<w:r>{look}<w:footnoteRef/></w:r>{}{content}", run("", " ")));
        self.notes.push(format!("<w:footnote w:id=\"{id}\">{text}</w:footnote>"));
        format!("<w:r>{look}<w:footnoteReference w:id=\"{id}\"/></w:r>")
    }

    /// A picture in the line; `None` for one of no kind that is known.
    fn picture(&mut self, alt: &str, of: &Picture) -> Option<String> {
        let (ending, _) = picture::kind(&of.bytes)?;
        let known = self.pictures.iter().position(|p| p.0 == of.bytes);
        let id = known.unwrap_or_else(|| {
            self.pictures.push((of.bytes.clone(), ending));
            self.pictures.len() - 1
        });
        self.drawings += 1;
        let (wide, high) = picture::within(&of.bytes, 914_400, TEXT_WIDTH * EMU, TALLEST);
        let (alt, n) = (escape(alt), self.drawings);
        let name = format!("id=\"{n}\" name=\"p{n}.{ending}\" descr=\"{alt}\"");
        Some(format!(
            "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"{wide}\" \
             cy=\"{high}\"/><wp:docPr {name}/><a:graphic xmlns:a=\"{MAIN}\"><a:graphicData uri=\"{PICTURE}\"><pic:pic \
             xmlns:pic=\"{PICTURE}\"><pic:nvPicPr><pic:cNvPr {name}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip \
             r:embed=\"rPic{id}\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" \
             y=\"0\"/><a:ext cx=\"{wide}\" cy=\"{high}\"/></a:xfrm><a:prstGeom \
             prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        ))
    }

    /// A table with merged cells. Its name stands in its first cell.
    fn merged_table(&mut self, rows: &[Vec<crate::passage::GridCell>], mut anchor: Option<&str>) {
        let grid = grid(rows);
        let widths = share(&widths(&grid));
        let mut xml = format!(
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"Data\"/><w:tblW w:w=\"{TEXT_WIDTH}\" w:type=\"dxa\"/><w:tblLayout \
             w:type=\"fixed\"/><w:tblLook w:val=\"{}\" w:firstRow=\"{}\" w:lastRow=\"0\" w:firstColumn=\"0\" \
             w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/></w:tblPr><w:tblGrid>",
            if grid.head > 0 { "0620" } else { "0600" },
            u8::from(grid.head > 0),
        );
        widths.iter().for_each(|w| xml.push_str(&format!("<w:gridCol w:w=\"{w}\"/>")));
        xml.push_str("</w:tblGrid>");
        for (at, row) in grid.rows.iter().enumerate() {
            let letters: usize = row
                .iter()
                .filter_map(|s| if let Slot::Cell { cell, .. } = s { Some(words(&cell.spans).len()) } else { None })
                .sum();
            let whole = if letters < 900 { "<w:cantSplit/>" } else { "" };
            let head = if at < grid.head { "<w:tblHeader/>" } else { "" };
            xml.push_str(&format!("<w:tr><w:trPr>{whole}{head}</w:trPr>"));
            let mut column = 0;
            for slot in row {
                let width: u32 = widths.iter().skip(column).take(slot.width()).sum();
                xml.push_str(&self.slot(slot, width, at < grid.head, anchor.take()));
                column += slot.width();
            }
            xml.push_str("</w:tr>");
        }
        xml.push_str("</w:tbl>");
        self.xml.push_str(&xml);
    }

    fn slot(&mut self, slot: &Slot<'_>, width: u32, head: bool, anchor: Option<&str>) -> String {
        let span = if slot.width() > 1 { format!("<w:gridSpan w:val=\"{}\"/>", slot.width()) } else { String::new() };
        let style = if head { "TableHead" } else { "TableText" };
        let (merge, content) = match slot {
            Slot::Cell { cell, rows, .. } => {
                (if *rows > 1 { "<w:vMerge w:val=\"restart\"/>" } else { "" }, self.spans(&cell.spans))
            }
            Slot::Below(_) => ("<w:vMerge/>", String::new()),
            Slot::Empty => ("", String::new()),
        };
        let content = self.named(anchor, &content);
        let text = paragraph(style, if head { "<w:keepNext/>" } else { "" }, &content);
        format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{span}{merge}</w:tcPr>{text}</w:tc>")
    }
}

const MAIN: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
const PICTURE: &str = "http://schemas.openxmlformats.org/drawingml/2006/picture";

const fn style(role: Role) -> &'static str {
    match role {
        Role::Heading(level) => heading(level),
        Role::Text => "",
        Role::Item { .. } => "ListParagraph",
        Role::Quote => "Quote",
        Role::Code => "SourceCode",
        Role::Caption => "Caption",
        Role::Footnote => "FootnoteText",
    }
}
