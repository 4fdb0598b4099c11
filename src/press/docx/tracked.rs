//! Two versions of a text as one DOCX whose differences are tracked changes: insertions and deletions that a word processor
//! accepts or rejects. Accepted, it is the later version; rejected, the earlier.

use super::{
    body::Body,
    package,
    section::{Begins, TEXT_WIDTH, properties},
    xml::escape,
};
use crate::{
    error::PressError,
    model::{
        Document, Labels, Moment, PieceKind, Tracked, TrackedBlock, TrackedCell, TrackedRole, TrackedRow, TrackedRun,
    },
    prepare::{Place, clean, prepare},
};

/// Writes the file.
///
/// # Errors
///
/// Only if the package cannot be packed in memory.
pub fn tracked(of: &Tracked) -> Result<Vec<u8>, PressError> {
    let mut writer = Writer { stamp: stamp(of), changes: 0, xml: String::new() };
    for block in &of.blocks {
        match block {
            TrackedBlock::Paragraph { role, runs, fate } => writer.paragraph(*role, runs, *fate),
            TrackedBlock::Table(rows) => writer.table(rows),
        }
    }
    // A paragraph of its own at the end: a deletion needs one to merge into.
    writer.xml.push_str("<w:p/>");
    writer.xml.push_str(&properties(Begins::Page, 1, true));
    let labels = Labels { page: of.page.clone(), ..Labels::default() };
    let doc = Document {
        lang: of.lang,
        title: of.title.clone(),
        subtitle: None,
        promoters: vec![of.author.clone()],
        number: None,
        date: String::new(),
        issued: of.at,
        fingerprint: None,
        base_url: None,
        labels,
        blocks: Vec::new(),
    };
    package::pack(&prepare(&doc, Place::File), Body::of(writer.xml))
}

/// Who changed it, and when, as every change says.
fn stamp(of: &Tracked) -> String {
    let date = of.at.map_or_else(String::new, |m: Moment| {
        format!(" w:date=\"{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z\"", m.year, m.month, m.day, m.hour, m.minute, m.second)
    });
    format!("w:author=\"{}\"{date}", escape(clean(&of.author).trim()))
}

struct Writer {
    stamp: String,
    changes: usize,
    xml: String,
}

impl Writer {
    /// `w:ins` or `w:del`, with a number of its own; nothing for what stays.
    fn mark(&mut self, change: PieceKind) -> Option<(&'static str, String)> {
        let name = match change {
            PieceKind::Same => return None,
            PieceKind::Added => "w:ins",
            PieceKind::Removed => "w:del",
        };
        self.changes += 1;
        Some((name, format!("w:id=\"{}\" {}", self.changes, self.stamp)))
    }

    fn paragraph(&mut self, role: TrackedRole, runs: &[TrackedRun], fate: PieceKind) {
        let more = match role {
            TrackedRole::Item { depth, bullet } => {
                let depth = u32::from(depth.min(5));
                let left = 425 + depth * 425;
                let list = if bullet {
                    format!("<w:numPr><w:ilvl w:val=\"{depth}\"/><w:numId w:val=\"1\"/></w:numPr>")
                } else {
                    String::new()
                };
                format!("{list}<w:ind w:left=\"{left}\" w:hanging=\"425\"/>")
            }
            _ => String::new(),
        };
        let content = self.paragraph_of(style(role), &more, runs, fate);
        self.xml.push_str(&content);
    }

    fn paragraph_of(&mut self, style: &str, more: &str, runs: &[TrackedRun], fate: PieceKind) -> String {
        let style = if style.is_empty() { String::new() } else { format!("<w:pStyle w:val=\"{style}\"/>") };
        // The mark of a paragraph that is new, or gone, is so too: else an empty one would be left behind.
        let mark = self.mark(fate).map_or_else(String::new, |(name, with)| format!("<w:rPr><{name} {with}/></w:rPr>"));
        let runs: String = runs.iter().map(|run| self.run(run)).collect();
        format!("<w:p><w:pPr>{style}{more}{mark}</w:pPr>{runs}</w:p>")
    }

    fn run(&mut self, of: &TrackedRun) -> String {
        let text = if of.change == PieceKind::Removed { "w:delText" } else { "w:t" };
        let look = match (of.bold, of.italic) {
            (false, false) => "",
            (true, false) => "<w:rPr><w:b/><w:bCs/></w:rPr>",
            (false, true) => "<w:rPr><w:i/><w:iCs/></w:rPr>",
            (true, true) => "<w:rPr><w:b/><w:bCs/><w:i/><w:iCs/></w:rPr>",
        };
        let mut content = format!("<w:r>{look}");
        for (n, line) in clean(&of.text).split('\n').enumerate() {
            if n > 0 {
                content.push_str("<w:br/>");
            }
            content.push_str(&format!("<{text} xml:space=\"preserve\">{}</{text}>", escape(line)));
        }
        content.push_str("</w:r>");
        match self.mark(of.change) {
            Some((name, with)) => format!("<{name} {with}>{content}</{name}>"),
            None => content,
        }
    }

    fn table(&mut self, rows: &[TrackedRow]) {
        let columns =
            rows.iter().map(|r| r.cells.iter().map(|c| usize::from(c.columns.max(1))).sum()).max().unwrap_or(1).max(1);
        let width = TEXT_WIDTH / u32::try_from(columns).unwrap_or(1).max(1);
        self.xml.push_str(&format!(
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"Data\"/><w:tblW w:w=\"{TEXT_WIDTH}\" w:type=\"dxa\"/></w:tblPr><w:tblGrid>{}</w:tblGrid>",
            format!("<w:gridCol w:w=\"{width}\"/>").repeat(columns)
        ));
        // For each column, rows that a cell above still covers, and how many columns it covers.
        let mut covered: Vec<(u16, u16)> = vec![(0, 1); columns];
        let mut change = None;
        for row in rows {
            // Rows that go and rows that come are two tables in one: nothing reaches from one into the other.
            if change.replace(row.change).is_some_and(|before| before != row.change) {
                covered.fill((0, 1));
            }
            self.row(row, &mut covered);
        }
        self.xml.push_str("</w:tbl>");
    }

    fn row(&mut self, row: &TrackedRow, covered: &mut [(u16, u16)]) {
        let mark = self.mark(row.change).map_or_else(String::new, |(name, with)| format!("<{name} {with}/>"));
        let head = if row.head { "<w:tblHeader/>" } else { "" };
        self.xml.push_str(&format!("<w:tr><w:trPr>{head}{mark}</w:trPr>"));
        let (mut column, mut cells) = (0, row.cells.iter());
        while column < covered.len() {
            let (left, wide) = covered[column];
            if left > 0 {
                covered[column].0 -= 1;
                self.cell(wide, "<w:vMerge/>", &[], row);
                column += usize::from(wide.max(1));
                continue;
            }
            let Some(cell) = cells.next() else { break };
            let wide = cell.columns.max(1);
            covered[column] = (cell.rows.max(1) - 1, wide);
            let merge = if cell.rows > 1 { "<w:vMerge w:val=\"restart\"/>" } else { "" };
            self.cell(wide, merge, std::slice::from_ref(cell), row);
            column += usize::from(wide);
        }
        if row.cells.is_empty() && column == 0 {
            self.cell(1, "", &[], row);
        }
        self.xml.push_str("</w:tr>");
    }

    fn cell(&mut self, columns: u16, merge: &str, content: &[TrackedCell], row: &TrackedRow) {
        let span = if columns > 1 { format!("<w:gridSpan w:val=\"{columns}\"/>") } else { String::new() };
        let style = if row.head { "TableHead" } else { "TableText" };
        let runs = content.first().map(|c| c.runs.as_slice()).unwrap_or_default();
        let paragraph = self.paragraph_of(style, "", runs, PieceKind::Same);
        self.xml.push_str(&format!("<w:tc><w:tcPr>{span}{merge}</w:tcPr>{paragraph}</w:tc>"));
    }
}

const fn style(role: TrackedRole) -> &'static str {
    match role {
        TrackedRole::Heading(0 | 1) => "Heading1",
        TrackedRole::Heading(2) => "Heading2",
        TrackedRole::Heading(3) => "Heading3",
        TrackedRole::Heading(4) => "Heading4",
        TrackedRole::Heading(_) => "Heading5",
        TrackedRole::Text => "",
        TrackedRole::Item { .. } => "ListParagraph",
        TrackedRole::Quote => "Quote",
        TrackedRole::Caption => "Caption",
    }
}
