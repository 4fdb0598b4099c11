//! The content as WordprocessingML. Expects a prepared document.

use std::{collections::HashMap, sync::Arc};

use super::{
    numbering::Numbering,
    section::{Begins, TEXT_WIDTH, properties},
    xml::{escape, field, paragraph, run},
};
use crate::{
    model::{Block, Document, Figure, List, Piece, PieceKind, Span, Table},
    prepare::passages::{hosted, is_plan},
};

/// What the body needs from the rest of the package.
#[derive(Debug, Default)]
pub(super) struct Body {
    /// The XML of the body.
    pub(super) xml: String,
    /// Addresses linked to; the relationship of the first is `rLink0`.
    pub(super) links: Vec<String>,
    /// First numbers of the numbered lists: list `n` is numbering `n + 2`. Numbering 1 are the bullets.
    pub(super) lists: Vec<u32>,
    /// Numbers the word processor writes.
    pub(super) numbering: Numbering,
    /// Footnotes, and the addresses they link to.
    pub(super) notes: Vec<String>,
    pub(super) note_links: Vec<String>,
    /// Pictures, each once, with the ending of their names.
    pub(super) pictures: Vec<(Arc<Vec<u8>>, &'static str)>,
    pub(super) drawings: usize,
    bookmarks: HashMap<String, usize>,
    sections: usize,
}

/// Writes the whole body.
pub(super) fn write(doc: &Document) -> Body {
    let mut body = Body::default();
    let headings: Vec<_> = doc
        .blocks
        .iter()
        .filter_map(|b| match b {
            Block::Heading { level, text, anchor: Some(anchor) } => Some((*level, text.clone(), anchor.as_str())),
            Block::Passage(passage) => {
                let (level, text) = passage.heading()?;
                Some((level, text, passage.anchor.as_deref()?))
            }
            _ => None,
        })
        .collect();
    let anchors = headings.iter().map(|(_, _, anchor)| *anchor).chain(doc.blocks.iter().filter_map(place));
    body.bookmarks = anchors.enumerate().map(|(i, anchor)| (anchor.to_owned(), i)).collect();

    let cover = !doc.short && headings.len() > 1;
    body.head(doc, cover);
    body.summary(doc, cover);
    if cover {
        body.contents(doc, &headings);
    }
    for hosted in hosted(&doc.blocks) {
        if !body.hosted(&hosted) {
            body.block(hosted.block, doc);
        }
    }
    let last = properties(if body.sections == 0 { Begins::Page } else { Begins::Here }, 1, body.sections == 0);
    body.xml.push_str(&last);
    body
}

/// The name of a passage that is no heading and to which another leads.
fn place(block: &Block) -> Option<&str> {
    match block {
        Block::Passage(passage) if passage.heading().is_none() => passage.anchor.as_deref(),
        _ => None,
    }
}

impl Body {
    /// A body written elsewhere, which links to nothing and has no numbered list.
    pub(super) fn of(xml: String, numbering: Numbering) -> Self {
        Self { xml, numbering, ..Self::default() }
    }

    pub(super) fn paragraph(&mut self, style: &str, more: &str, content: &str) {
        self.xml.push_str(&paragraph(style, more, content));
    }

    fn line(&mut self, style: &str, text: &str) {
        if !text.is_empty() {
            self.paragraph(style, "", &run("", text));
        }
    }

    fn head(&mut self, doc: &Document, cover: bool) {
        // What is on a plan's cover is no passage of it: its styles tell the reader, should the file come back.
        let own = |style: &str| if is_plan(doc) { format!("AscoltoCover{style}") } else { style.to_owned() };
        self.line(&own("Promoters"), &doc.promoters.join(" \u{b7} "));
        let space = if cover { "<w:spacing w:before=\"2800\"/>" } else { "" };
        self.paragraph(&own("Title"), space, &run("", &doc.title));
        self.line(&own("Subtitle"), doc.subtitle.as_deref().unwrap_or_default());
        self.line(&own("Number"), doc.number.as_deref().unwrap_or_default());
        self.line(&own("Date"), &doc.date);
    }

    /// What the plan says in short: no passage of it, as its styles tell the reader.
    fn summary(&mut self, doc: &Document, cover: bool) {
        let Some(summary) = &doc.summary else { return };
        if !summary.title.is_empty() {
            let page = if cover { "<w:pageBreakBefore/>" } else { "" };
            self.paragraph("AscoltoCoverSummaryTitle", page, &run("", &summary.title));
        }
        summary.paragraphs.iter().for_each(|text| self.line("AscoltoCoverSummary", text));
    }

    /// The table of contents: a field, already holding its entries, whose page numbers the word processor works out.
    fn contents(&mut self, doc: &Document, headings: &[(u8, String, &str)]) {
        let title = if doc.labels.contents.is_empty() { String::new() } else { run("", &doc.labels.contents) };
        self.paragraph("ContentsTitle", "<w:pageBreakBefore/>", &title);
        let entries: Vec<_> = headings.iter().filter(|h| h.0 <= 3).collect();
        for (i, (level, text, anchor)) in entries.iter().enumerate() {
            let mut content = String::new();
            if i == 0 {
                content.push_str(
                    "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> TOC \\o \"1-3\" \
                     \\h \\z \\u </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>",
                );
            }
            let name = self.bookmark(anchor);
            content.push_str(&format!("<w:hyperlink w:anchor=\"{name}\" w:history=\"1\">{}", run("", text)));
            content.push_str("<w:r><w:tab/></w:r>");
            content.push_str(&field("", &format!("PAGEREF {name} \\h"), ""));
            content.push_str("</w:hyperlink>");
            if i + 1 == entries.len() {
                content.push_str("<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>");
            }
            self.paragraph(&format!("TOC{level}"), "", &content);
        }
        self.paragraph("", "", "<w:r><w:br w:type=\"page\"/></w:r>");
    }

    pub(super) fn bookmark(&self, anchor: &str) -> String {
        format!("_Ascolto{}", self.bookmarks.get(anchor).copied().unwrap_or_default())
    }

    /// Content at which links can point, where it has a name.
    pub(super) fn named(&self, anchor: Option<&str>, content: &str) -> String {
        let Some(anchor) = anchor else { return content.to_owned() };
        let name = self.bookmark(anchor);
        let id = name.trim_start_matches("_Ascolto");
        format!("<w:bookmarkStart w:id=\"{id}\" w:name=\"{name}\"/>{content}<w:bookmarkEnd w:id=\"{id}\"/>")
    }

    fn block(&mut self, block: &Block, doc: &Document) {
        match block {
            Block::Heading { level, text, anchor } => {
                let content = self.named(anchor.as_deref(), &run("", text));
                self.paragraph(&format!("Heading{level}"), "", &content);
            }
            Block::Paragraph { spans } => {
                let content = self.spans(spans);
                self.paragraph("", "", &content);
            }
            Block::List(list) => self.list(list, 0),
            Block::Table(table) => self.table(table),
            Block::Quote { spans, source } => {
                let content = self.spans(spans);
                self.paragraph("Quote", if source.is_some() { "<w:keepNext/>" } else { "" }, &content);
                if let Some(source) = source {
                    self.paragraph("QuoteSource", "", &run("", &format!("\u{2014} {source}")));
                }
            }
            Block::Figures { items } => self.figures(items),
            Block::Redline { pieces } => self.redline(pieces, doc),
            Block::Names { items } => self.names(items),
            // A passage has been written with its notes.
            Block::Passage(_) => {}
            Block::PageBreak => self.paragraph("", "", "<w:r><w:br w:type=\"page\"/></w:r>"),
        }
    }

    pub(super) fn spans(&mut self, spans: &[Span]) -> String {
        let mut out = String::new();
        for span in spans {
            let link = if span.link.is_some() { "<w:rStyle w:val=\"Hyperlink\"/>" } else { "" };
            let bold = if span.bold { "<w:b/><w:bCs/>" } else { "" };
            let italic = if span.italic { "<w:i/><w:iCs/>" } else { "" };
            let text = run(&format!("{link}{bold}{italic}"), &span.text);
            match span.link.as_deref() {
                None => out.push_str(&text),
                Some(link) => match link.strip_prefix('#') {
                    Some(anchor) => {
                        let name = self.bookmark(anchor);
                        out.push_str(&format!("<w:hyperlink w:anchor=\"{name}\" w:history=\"1\">{text}</w:hyperlink>"));
                    }
                    None => {
                        let id = self.links.len();
                        self.links.push(link.to_owned());
                        out.push_str(&format!("<w:hyperlink r:id=\"rLink{id}\" w:history=\"1\">{text}</w:hyperlink>"));
                    }
                },
            }
        }
        out
    }

    /// A new numbering that begins at `start`.
    fn numbering(&mut self, start: u32) -> usize {
        self.lists.push(start);
        self.lists.len() + 1
    }

    fn list(&mut self, list: &List, depth: usize) {
        let number = if list.ordered { self.numbering(list.start.unwrap_or(1)) } else { 1 };
        for item in &list.items {
            let content = self.spans(&item.spans);
            let more = format!("<w:numPr><w:ilvl w:val=\"{depth}\"/><w:numId w:val=\"{number}\"/></w:numPr>");
            self.paragraph("ListParagraph", &more, &content);
            if let Some(inner) = &item.list {
                self.list(inner, depth + 1);
            }
        }
    }

    fn table(&mut self, table: &Table) {
        let weights = table.widths.clone().unwrap_or_default();
        if !table.caption.is_empty() {
            let more = if weights.is_empty() { "" } else { "<w:keepNext/>" };
            self.paragraph("Caption", more, &run("", &table.caption));
        }
        if weights.is_empty() {
            return;
        }
        let widths = share(&weights);
        let mut xml = format!(
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"Data\"/><w:tblW w:w=\"{TEXT_WIDTH}\" w:type=\"dxa\"/><w:tblLayout \
             w:type=\"fixed\"/><w:tblLook w:val=\"0020\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" \
             w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/><w:tblCaption w:val=\"{}\"/></w:tblPr><w:tblGrid>",
            escape(&table.caption)
        );
        for width in &widths {
            xml.push_str(&format!("<w:gridCol w:w=\"{width}\"/>"));
        }
        xml.push_str("</w:tblGrid>");
        let side = |column: usize| match table.numeric.get(column) {
            Some(true) => "<w:jc w:val=\"right\"/>",
            _ => "",
        };
        let cell = |column: usize, style: &str, more: &str, content: &str| {
            let width = widths.get(column).copied().unwrap_or_default();
            let text = paragraph(style, &format!("{more}{}", side(column)), content);
            format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>{text}</w:tc>")
        };
        if table.head.iter().any(|h| !h.is_empty()) {
            xml.push_str("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
            for (column, head) in table.head.iter().enumerate() {
                xml.push_str(&cell(column, "TableHead", "<w:keepNext/>", &run("", head)));
            }
            xml.push_str("</w:tr>");
        }
        for row in &table.rows {
            let letters: usize = row.iter().flatten().map(|s| s.text.len()).sum();
            xml.push_str(if letters < 900 { "<w:tr><w:trPr><w:cantSplit/></w:trPr>" } else { "<w:tr>" });
            for (column, content) in row.iter().enumerate() {
                let content = self.spans(content);
                xml.push_str(&cell(column, "TableText", "", &content));
            }
            xml.push_str("</w:tr>");
        }
        xml.push_str("</w:tbl>");
        self.xml.push_str(&xml);
        self.paragraph("AfterTable", "", "");
    }

    /// Cards, as cells of a table without borders: a layout table, in reading order.
    fn figures(&mut self, items: &[Figure]) {
        let columns = match items.len() {
            0 => return,
            n @ 1..=4 => n.max(2),
            5 | 6 | 9 => 3,
            _ => 4,
        };
        for row in items.chunks(columns) {
            let widths = share(&vec![1.0; columns]);
            let mut xml = format!(
                "<w:tbl><w:tblPr><w:tblStyle w:val=\"Cards\"/><w:tblW w:w=\"{TEXT_WIDTH}\" w:type=\"dxa\"/><w:tblLayout \
                 w:type=\"fixed\"/></w:tblPr><w:tblGrid>"
            );
            for width in &widths {
                xml.push_str(&format!("<w:gridCol w:w=\"{width}\"/>"));
            }
            xml.push_str("</w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>");
            for (column, width) in widths.iter().enumerate() {
                let text = row.get(column).map_or_else(
                    || paragraph("FigureLabel", "", ""),
                    |f| {
                        paragraph("FigureValue", "<w:keepNext/>", &run("", &f.value))
                            + &paragraph("FigureLabel", "", &run("", &f.label))
                    },
                );
                let look = if column < row.len() {
                    "<w:tcBorders><w:top w:val=\"single\" w:sz=\"18\" w:space=\"0\" w:color=\"0066CC\"/></w:tcBorders><w:shd \
                     w:val=\"clear\" w:color=\"auto\" w:fill=\"F2F7FC\"/>"
                } else {
                    ""
                };
                xml.push_str(&format!(
                    "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{look}</w:tcPr>{text}</w:tc>"
                ));
            }
            xml.push_str("</w:tr></w:tbl>");
            self.xml.push_str(&xml);
            self.paragraph("AfterTable", "", "");
        }
    }

    /// Changes are shown by formatting, not as tracked changes: nobody should be asked to accept what was published.
    fn redline(&mut self, pieces: &[Piece], doc: &Document) {
        let style = |kind| match kind {
            PieceKind::Same => "",
            PieceKind::Added => "<w:rStyle w:val=\"Added\"/>",
            PieceKind::Removed => "<w:rStyle w:val=\"Removed\"/>",
        };
        let mut legend = String::new();
        for (kind, label) in [(PieceKind::Added, &doc.labels.added), (PieceKind::Removed, &doc.labels.removed)] {
            if !label.is_empty() {
                legend.push_str(&run(style(kind), label));
                legend.push_str(&run("", "   "));
            }
        }
        if !legend.is_empty() {
            self.paragraph("RedlineLegend", "", &legend);
        }
        let content: String = pieces.iter().map(|p| run(style(p.change), &p.text)).collect();
        self.paragraph("Redline", "", &content);
    }

    /// Names stand in a section of their own with three columns, which the word processor balances.
    fn names(&mut self, items: &[String]) {
        let number = self.numbering(1);
        let columns = if items.len() < 6 { 1 } else { 3 };
        self.end_section(1);
        for item in items {
            let more = format!(
                "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"{number}\"/></w:numPr><w:ind w:left=\"567\" w:hanging=\"567\"/>"
            );
            self.paragraph("Name", &more, &run("", item));
        }
        self.end_section(columns);
    }

    fn end_section(&mut self, columns: u32) {
        let first = self.sections == 0;
        let begins = if first { Begins::Page } else { Begins::Here };
        self.sections += 1;
        let section = properties(begins, columns, first);
        self.paragraph("Hidden", &section, "");
    }
}

/// Divides the width of the text by weight, to the last twentieth of a point.
pub(super) fn share(weights: &[f32]) -> Vec<u32> {
    let total: f32 = weights.iter().sum();
    let mut left = TEXT_WIDTH;
    let mut widths: Vec<u32> = Vec::with_capacity(weights.len());
    for (i, weight) in weights.iter().enumerate() {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::cast_precision_loss,
            reason = "between 0 and the width of a page"
        )]
        let width = if i + 1 == weights.len() { left } else { ((TEXT_WIDTH as f32 * weight / total) as u32).min(left) };
        widths.push(width);
        left -= width;
    }
    widths
}
