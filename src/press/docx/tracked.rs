//! Two versions of a text as one DOCX whose differences are tracked changes: insertions, deletions, and changes of what a paragraph
//! is or how words look, which a word processor accepts or rejects. Accepted, it is the later version; rejected, the earlier.

use super::{
    body::Body,
    numbering::{Numbering, Series},
    package,
    passage::heading,
    section::{Begins, TEXT_WIDTH, properties},
    xml::escape,
};
use crate::{
    error::PressError,
    model::{
        Document, Labels, Moment, PieceKind, Tracked, TrackedBlock, TrackedCell, TrackedLook, TrackedRole, TrackedRow,
        TrackedRun,
    },
    prepare::{Place, clean, prepare},
};

/// Writes the file.
///
/// # Errors
///
/// Only if the package cannot be packed in memory.
pub fn tracked(of: &Tracked) -> Result<Vec<u8>, PressError> {
    let mut writer = Writer {
        stamp: stamp(of, of.at),
        other: stamp(of, of.at.map(apart)),
        changes: 0,
        xml: String::new(),
        numbering: Numbering::default(),
    };
    let worn: Vec<Worn> = of.blocks.iter().map(|block| writer.worn(block)).collect();
    let next = next(&of.blocks, &worn);
    for ((block, worn), next) in of.blocks.iter().zip(&worn).zip(next) {
        match block {
            TrackedBlock::Paragraph { runs, fate, .. } => writer.paragraph(worn, &next, runs, *fate),
            TrackedBlock::Table(rows) => {
                // Two tables that touch would be taken for one.
                if writer.xml.ends_with("</w:tbl>") {
                    writer.xml.push_str("<w:p/>");
                }
                writer.table(rows);
            }
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
        summary: None,
        fingerprint: None,
        base_url: None,
        labels,
        short: false,
        blocks: Vec::new(),
    };
    package::pack(&prepare(&doc, Place::File), Body::of(writer.xml, writer.numbering))
}

/// Who changed it, and when, as every change says.
fn stamp(of: &Tracked, at: Option<Moment>) -> String {
    let date = at.map_or_else(String::new, |m: Moment| {
        format!(" w:date=\"{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z\"", m.year, m.month, m.day, m.hour, m.minute, m.second)
    });
    format!("w:author=\"{}\"{date}", escape(clean(&of.author).trim()))
}

/// Two minutes off, within the same hour.
const fn apart(of: Moment) -> Moment {
    Moment { minute: if of.minute < 2 { of.minute + 2 } else { of.minute - 2 }, ..of }
}

struct Writer {
    /// For changes within what stays; for paragraphs that go or come. LibreOffice takes changes of one kind that touch and are less than
    /// a minute apart for one: words added at a paragraph's end, rejected with the new paragraph after them, took the paragraph's
    /// own end with them.
    stamp: String,
    other: String,
    changes: usize,
    xml: String,
    numbering: Numbering,
}

/// A paragraph's properties but for its mark, and the part of its number that is text.
#[derive(Clone, Default)]
struct Dressed {
    properties: String,
    number: String,
}

/// What a paragraph is, and what it was.
#[derive(Default)]
struct Worn {
    is: Dressed,
    was: Dressed,
}

/// The properties of what a paragraph becomes one with, should it go, in the later version and in the earlier.
#[derive(Clone, Default)]
struct Next {
    is: String,
    was: String,
}

/// What follows each block: the next paragraph that stays. Nothing becomes one with a table, wherever that goes itself: what is left
/// before it is an empty paragraph, that must not count as an item. After the last block stands an empty paragraph.
fn next(blocks: &[TrackedBlock], worn: &[Worn]) -> Vec<Next> {
    let mut next = Next::default();
    let mut out = Vec::with_capacity(blocks.len());
    for (block, worn) in blocks.iter().zip(worn).rev() {
        out.push(next.clone());
        match block {
            TrackedBlock::Table(_) => next = Next::default(),
            TrackedBlock::Paragraph { fate, .. } => {
                if *fate != PieceKind::Removed {
                    next.is.clone_from(&worn.is.properties);
                }
                if *fate != PieceKind::Added {
                    next.was.clone_from(&worn.was.properties);
                }
            }
        }
    }
    out.reverse();
    out
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

    fn worn(&mut self, block: &TrackedBlock) -> Worn {
        let TrackedBlock::Paragraph { look, was, fate, .. } = block else { return Worn::default() };
        // Only what both versions have in the same place may go on counting with its neighbour.
        let is = self.dressed(look, *fate == PieceKind::Same && was.is_none());
        let was = was.as_ref().map_or_else(|| is.clone(), |was| self.dressed(was, false));
        Worn { is, was }
    }

    fn paragraph(&mut self, worn: &Worn, next: &Next, runs: &[TrackedRun], fate: PieceKind) {
        // Where a paragraph's mark goes, the next paragraph takes its place: for Word it keeps its own properties, for LibreOffice
        // it takes those of the one that went. So that one wears them already.
        let (is, was) = (&worn.is.properties, &worn.was.properties);
        let (is, was) = match fate {
            PieceKind::Same => (is, was),
            PieceKind::Removed => (&next.is, was),
            PieceKind::Added => (is, &next.was),
        };
        let change = if is == was {
            String::new()
        } else {
            self.changes += 1;
            let (id, stamp) = (self.changes, &self.stamp);
            format!("<w:pPrChange w:id=\"{id}\" {stamp}><w:pPr>{was}</w:pPr></w:pPrChange>")
        };
        let mut all = number(&worn.was.number, &worn.is.number, fate);
        all.extend(runs.iter().cloned());
        let whole = fate != PieceKind::Same;
        if whole {
            std::mem::swap(&mut self.stamp, &mut self.other);
        }
        let content = self.paragraph_of(is, &change, &all, fate);
        if whole {
            std::mem::swap(&mut self.stamp, &mut self.other);
        }
        self.xml.push_str(&content);
    }

    /// What a paragraph wears. The number of a heading or of an item is the word processor's to write, where it can.
    fn dressed(&mut self, look: &TrackedLook, stays: bool) -> Dressed {
        let (series, depth) = match look.role {
            TrackedRole::Heading(_) => (Some(Series::Headings), 0),
            TrackedRole::Item(depth) => (Some(Series::Items), depth.min(8)),
            _ => (None, 0),
        };
        let counted = series.zip(look.number.as_deref()).and_then(|(series, number)| {
            if stays { self.numbering.next(series, depth, number) } else { self.numbering.alone(series, depth, number) }
        });
        let list = counted.or_else(|| matches!(look.role, TrackedRole::Item(_)).then_some(1));
        let list = list.map_or_else(String::new, |id| Numbering::properties(id, depth));
        let number = look.number.as_deref().filter(|_| counted.is_none()).map_or_else(String::new, |n| format!("{n} "));
        let style = match look.role {
            // LibreOffice (7.4), rejecting a change of paragraph, gives it its style and its list back, and the level its style has.
            TrackedRole::Item(_) => format!("Item{}", depth + 1),
            role => style(role).to_owned(),
        };
        let style = if style.is_empty() { String::new() } else { format!("<w:pStyle w:val=\"{style}\"/>") };
        Dressed { properties: format!("{style}{list}"), number }
    }

    fn paragraph_of(&mut self, properties: &str, change: &str, runs: &[TrackedRun], fate: PieceKind) -> String {
        // The mark of a paragraph that is new, or gone, is so too: else an empty one would be left behind.
        let mark = self.mark(fate).map_or_else(String::new, |(name, with)| format!("<w:rPr><{name} {with}/></w:rPr>"));
        let runs: String = runs.iter().map(|run| self.run(run)).collect();
        format!("<w:p><w:pPr>{properties}{mark}{change}</w:pPr>{runs}</w:p>")
    }

    fn run(&mut self, of: &TrackedRun) -> String {
        let text = if of.change == PieceKind::Removed { "w:delText" } else { "w:t" };
        let look = emphasis(of.bold, of.italic);
        let change = of.was.map_or_else(String::new, |(bold, italic)| {
            self.changes += 1;
            let (id, stamp) = (self.changes, &self.stamp);
            format!("<w:rPrChange w:id=\"{id}\" {stamp}><w:rPr>{}</w:rPr></w:rPrChange>", emphasis(bold, italic))
        });
        let look = format!("{look}{change}");
        let look = if look.is_empty() { look } else { format!("<w:rPr>{look}</w:rPr>") };
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
        let style = if row.head { "<w:pStyle w:val=\"TableHead\"/>" } else { "<w:pStyle w:val=\"TableText\"/>" };
        let runs = content.first().map(|c| c.runs.as_slice()).unwrap_or_default();
        let paragraph = self.paragraph_of(style, "", runs, PieceKind::Same);
        self.xml.push_str(&format!("<w:tc><w:tcPr>{span}{merge}</w:tcPr>{paragraph}</w:tc>"));
    }
}

/// A number that is text: where it changed, one goes and one comes.
fn number(was: &str, is: &str, fate: PieceKind) -> Vec<TrackedRun> {
    let run = |change, text: &str| TrackedRun { change, text: text.to_owned(), bold: false, italic: false, was: None };
    let runs = if was == is || fate != PieceKind::Same {
        vec![run(fate, is)]
    } else {
        vec![run(PieceKind::Removed, was), run(PieceKind::Added, is)]
    };
    runs.into_iter().filter(|r| !r.text.is_empty()).collect()
}

const fn emphasis(bold: bool, italic: bool) -> &'static str {
    match (bold, italic) {
        (false, false) => "",
        (true, false) => "<w:b/><w:bCs/>",
        (false, true) => "<w:i/><w:iCs/>",
        (true, true) => "<w:b/><w:bCs/><w:i/><w:iCs/>",
    }
}

const fn style(role: TrackedRole) -> &'static str {
    match role {
        TrackedRole::Heading(level) => heading(level),
        TrackedRole::Text | TrackedRole::Item(_) => "",
        TrackedRole::Quote => "Quote",
        TrackedRole::Code => "SourceCode",
        TrackedRole::Caption => "Caption",
        TrackedRole::Note => "FootnoteText",
    }
}
