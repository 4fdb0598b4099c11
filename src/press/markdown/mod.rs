//! Markdown (CommonMark with the tables and notes of GitHub's): what a plan says, readable as it stands and by every program.
//!
//! What it has no marks for is HTML (`html.rs`). Pictures stand as addresses.

mod html;
mod lists;
mod text;

use std::collections::HashSet;

use crate::{
    model::{Block, Document},
    passage::{MARK, Passage, PassageBody, PassageCode, Role},
    prepare::{
        Place,
        grid::{Grid, Slot, grid},
        passages::{Hosted, hosted, words},
        prepare,
    },
};
use lists::Lists;
use text::{Around, address, escape, inline};

/// Writes a plan as Markdown, the code of each passage after it as a link to its permanent address. Blocks that are no passages
/// are left out.
#[must_use]
pub fn markdown(doc: &Document) -> String {
    let doc = prepare(doc, Place::File);
    let mut out = front_matter(&doc);
    let mut page = Page { led_to: led_to(&doc), ..Page::default() };
    let mut hosted = hosted(&doc.blocks).into_iter().peekable();
    while let Some(one) = hosted.next() {
        if let Block::Passage(passage) = one.block {
            let table = hosted.peek().is_some_and(|next| is_table(next.block));
            page.passage(&mut out, passage, &one, table);
        }
    }
    if !page.notes.is_empty() {
        out.push('\n');
        out.push_str(&page.notes);
    }
    out
}

/// What the document is, for programs and people: it is no part of the text.
fn front_matter(doc: &Document) -> String {
    let quoted = |text: &str| format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""));
    let mut out = format!("---\ntitle: {}\n", quoted(&doc.title));
    let promoters = doc.promoters.join("; ");
    let more = [
        ("subtitle", doc.subtitle.as_deref().unwrap_or_default()),
        ("author", promoters.as_str()),
        ("version", doc.number.as_deref().unwrap_or_default()),
        ("date", doc.date.as_str()),
        ("lang", doc.lang.code()),
    ];
    for (key, value) in more.iter().filter(|m| !m.1.is_empty()) {
        out.push_str(&format!("{key}: {}\n", quoted(value)));
    }
    // Pandoc prints both after the title.
    if let Some(summary) = &doc.summary {
        out.push_str(&format!("abstract-title: {}\nabstract: |\n", quoted(&summary.title)));
        for (n, text) in summary.paragraphs.iter().enumerate() {
            out.push_str(if n > 0 { "\n" } else { "" });
            text.lines().for_each(|line| out.push_str(&format!("  {}\n", line.trim_end())));
        }
    }
    out.push_str("---\n");
    out
}

fn is_table(block: &Block) -> bool {
    matches!(block, Block::Passage(Passage { body: PassageBody::Table(_), .. }))
}

#[derive(Default)]
struct Page {
    lists: Lists,
    /// The caption of the table that comes next.
    caption: Option<String>,
    notes: String,
    count: usize,
    /// The names that links lead to. Markdown has no mark for a name: an empty anchor of HTML bears it.
    led_to: HashSet<String>,
}

/// The names that links of a document lead to.
fn led_to(doc: &Document) -> HashSet<String> {
    doc.blocks.iter().flat_map(crate::prepare::passages::led_to).collect()
}

impl Page {
    /// The mark of a place that a link leads to.
    fn place(&self, passage: &Passage) -> String {
        let anchor = passage.anchor.as_ref().filter(|anchor| self.led_to.contains(*anchor));
        anchor.map_or_else(String::new, |anchor| format!("<a id=\"{anchor}\"></a>"))
    }

    /// Writes a passage with its notes; `table` says that a table comes next.
    fn passage(&mut self, out: &mut String, passage: &Passage, hosted: &Hosted<'_>, table: bool) {
        let notes: String = hosted.notes.iter().map(|note| self.note(note)).collect();
        let after = format!("{notes}{}", code(passage).map_or_else(String::new, |c| format!(" {c}")));
        if let PassageBody::Text { role: Role::Item { depth, .. }, spans } = &passage.body {
            let (indent, number) = self.lists.item(out, *depth, passage.number.as_deref());
            let number = number.map_or_else(String::new, |n| format!("{} ", escape(n, Around::Line)));
            out.push_str(&self.place(passage));
            out.push_str(&number);
            out.push_str(&inline(spans, if number.is_empty() { Around::Line } else { Around::Text }, &indent));
            out.push_str(&after);
            out.push('\n');
            return;
        }
        self.lists.end();
        if let PassageBody::Text { role: Role::Caption, spans } = &passage.body
            && table
            && notes.is_empty()
        {
            self.caption = Some(format!("{}{}", self.place(passage), html::words(passage, spans)));
            return;
        }
        out.push('\n');
        let place = self.place(passage);
        match &passage.body {
            PassageBody::Text { role: Role::Caption, spans } => {
                out.push_str(&format!("<figcaption>{place}{}</figcaption>\n", html::words(passage, spans)));
                below(out, &notes);
            }
            PassageBody::Text { role: Role::Heading(level @ 7..), spans } => {
                let words = html::words(passage, spans);
                out.push_str(&format!("<p role=\"heading\" aria-level=\"{level}\">{place}{words}</p>\n"));
                below(out, &notes);
            }
            PassageBody::Text { role, spans } => self.text(out, passage, *role, spans, &after),
            PassageBody::Picture { alt, picture } => {
                out.push_str(&place);
                let link = picture.as_ref().map(|p| p.link.as_str()).filter(|link| !link.is_empty());
                match link {
                    Some(link) => {
                        out.push_str(&format!("![{}]({}){after}\n", escape(alt, Around::Text), address(link)))
                    }
                    None => out.push_str(&format!("![{}](){after}\n", escape(alt, Around::Text))),
                }
            }
            PassageBody::Table(rows) => {
                if !place.is_empty() {
                    out.push_str(&format!("{place}\n\n"));
                }
                let (grid, caption) = (grid(rows), self.caption.take());
                if caption.is_none() && html::is_plain(rows, &grid) {
                    self::table(out, &grid);
                } else {
                    html::table(out, rows, grid.head, caption.as_deref());
                }
                below(out, after.trim_start());
            }
        }
    }

    fn text(&self, out: &mut String, passage: &Passage, role: Role, spans: &[crate::model::Span], after: &str) {
        let number = |at| passage.number.as_deref().map_or_else(String::new, |n| format!("{} ", escape(n, at)));
        let first = |number: &str, at| if number.is_empty() { at } else { Around::Text };
        let place = self.place(passage);
        match role {
            Role::Heading(level) => {
                let number = number(Around::Heading);
                let text = inline(spans, Around::Heading, "");
                out.push_str(&format!("{} {place}{number}{text}{after}\n", "#".repeat(usize::from(level.max(1)))));
            }
            Role::Code => {
                let text = words(spans);
                let fence = "`".repeat(text.split(|c| c != '`').map(str::len).max().unwrap_or(0).max(2) + 1);
                let number = number(Around::Line);
                if !(number.is_empty() && place.is_empty()) {
                    out.push_str(&format!("{place}{number}\n\n"));
                }
                out.push_str(&format!("{fence}\n{text}\n{fence}\n"));
                below(out, after.trim_start());
            }
            Role::Quote => {
                let number = number(Around::Line);
                let text = inline(spans, first(&number, Around::Line), "> ");
                out.push_str(&format!("> {place}{number}{text}{after}\n"));
            }
            _ => {
                let number = number(Around::Line);
                out.push_str(&format!("{place}{number}{}{after}\n", inline(spans, first(&number, Around::Line), "")));
            }
        }
    }

    /// Keeps a note for the end; gives its mark.
    fn note(&mut self, note: &Passage) -> String {
        let PassageBody::Text { spans, .. } = &note.body else { return String::new() };
        self.count += 1;
        let code = code(note).map_or_else(String::new, |c| format!(" {c}"));
        let words = inline(spans, Around::Line, "    ");
        self.notes.push_str(&format!("[^{}]: {}{words}{code}\n\n", self.count, self.place(note)));
        format!("[^{}]", self.count)
    }
}

fn code(passage: &Passage) -> Option<String> {
    let code = passage.code.as_ref()?;
    let text = escape(&code.text, Around::Text);
    Some(code_link(code).map_or_else(|| text.clone(), |link| format!("[{text}]({link})")))
}

/// Where a code leads, marked as one; nowhere in a draft.
fn code_link(code: &PassageCode) -> Option<String> {
    (!code.link.is_empty()).then(|| format!("{}{MARK}", code.link))
}

/// What cannot stand in a block stands below it: its notes, its code.
fn below(out: &mut String, after: &str) {
    if !after.is_empty() {
        out.push_str(&format!("\n{after}\n"));
    }
}

/// A table, every place of its grid a cell.
fn table(out: &mut String, grid: &Grid<'_>) {
    let row = |out: &mut String, cells: &[String]| {
        out.push_str(&format!("| {} |\n", cells.join(" | ")));
    };
    let text = |slot: &Slot<'_>| match slot {
        Slot::Cell { cell, .. } => inline(&cell.spans, Around::Cell, ""),
        Slot::Below(_) | Slot::Empty => String::new(),
    };
    let mut lines = grid.rows.iter().map(|slots| slots.iter().map(text).collect::<Vec<_>>());
    let empty = vec![String::new(); grid.columns];
    let head = if grid.head > 0 { lines.next().unwrap_or_else(|| empty.clone()) } else { empty };
    row(out, &head);
    row(out, &vec!["---".to_owned(); grid.columns]);
    lines.for_each(|cells| row(out, &cells));
}
