//! Markdown (CommonMark with the tables and notes of GitHub's): what a plan says, readable as it stands and by every program.
//!
//! Markdown has no merged cells: a cell stands where it begins, and what it covers is empty. It has no head of several rows: the
//! first is the head. Pictures stand as addresses.

mod lists;
mod text;

use crate::{
    model::{Block, Document},
    passage::{MARK, Passage, PassageBody, Role},
    prepare::{
        Place,
        grid::{Slot, grid},
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
    let mut page = Page::default();
    for hosted in hosted(&doc.blocks) {
        if let Block::Passage(passage) = hosted.block {
            page.passage(&mut out, passage, &hosted);
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
    out.push_str("---\n");
    out
}

#[derive(Default)]
struct Page {
    lists: Lists,
    notes: String,
    count: usize,
}

impl Page {
    fn passage(&mut self, out: &mut String, passage: &Passage, hosted: &Hosted<'_>) {
        let notes: String = hosted.notes.iter().map(|note| self.note(note)).collect();
        let after = format!("{notes}{}", code(passage).map_or_else(String::new, |c| format!(" {c}")));
        if let PassageBody::Text { role: Role::Item { depth, .. }, spans } = &passage.body {
            let (indent, number) = self.lists.item(out, *depth, passage.number.as_deref());
            let number = number.map_or_else(String::new, |n| format!("{} ", escape(n, Around::Line)));
            out.push_str(&number);
            out.push_str(&inline(spans, if number.is_empty() { Around::Line } else { Around::Text }, &indent));
            out.push_str(&after);
            out.push('\n');
            return;
        }
        self.lists.end();
        out.push('\n');
        match &passage.body {
            PassageBody::Text { role, spans } => self.text(out, passage, *role, spans, &after),
            PassageBody::Picture { alt, picture } => {
                let link = picture.as_ref().map(|p| p.link.as_str()).filter(|link| !link.is_empty());
                match link {
                    Some(link) => {
                        out.push_str(&format!("![{}]({}){after}\n", escape(alt, Around::Text), address(link)))
                    }
                    None => out.push_str(&format!("![{}](){after}\n", escape(alt, Around::Text))),
                }
            }
            PassageBody::Table(_) => {
                self::table(out, passage);
                out.push_str(&format!("\n{}\n", after.trim_start()));
            }
        }
    }

    fn text(&self, out: &mut String, passage: &Passage, role: Role, spans: &[crate::model::Span], after: &str) {
        let number = |at| passage.number.as_deref().map_or_else(String::new, |n| format!("{} ", escape(n, at)));
        let first = |number: &str, at| if number.is_empty() { at } else { Around::Text };
        match role {
            Role::Heading(level) => {
                let number = number(Around::Heading);
                let text = inline(spans, Around::Heading, "");
                out.push_str(&format!("{} {number}{text}{after}\n", "#".repeat(usize::from(level.clamp(1, 6)))));
            }
            Role::Code => {
                let text = words(spans);
                let fence = "`".repeat(text.split(|c| c != '`').map(str::len).max().unwrap_or(0).max(2) + 1);
                let number = number(Around::Line);
                if !number.is_empty() {
                    out.push_str(&format!("{number}\n\n"));
                }
                out.push_str(&format!("{fence}\n{text}\n{fence}\n"));
                if !after.is_empty() {
                    out.push_str(&format!("\n{}\n", after.trim_start()));
                }
            }
            Role::Quote => {
                let number = number(Around::Line);
                let text = inline(spans, first(&number, Around::Line), "> ");
                out.push_str(&format!("> {number}{text}{after}\n"));
            }
            _ => {
                let number = number(Around::Line);
                out.push_str(&format!("{number}{}{after}\n", inline(spans, first(&number, Around::Line), "")));
            }
        }
    }

    /// Keeps a note for the end; gives its mark.
    fn note(&mut self, note: &Passage) -> String {
        let PassageBody::Text { spans, .. } = &note.body else { return String::new() };
        self.count += 1;
        let code = code(note).map_or_else(String::new, |c| format!(" {c}"));
        self.notes.push_str(&format!("[^{}]: {}{code}\n\n", self.count, inline(spans, Around::Line, "    ")));
        format!("[^{}]", self.count)
    }
}

fn code(passage: &Passage) -> Option<String> {
    let code = passage.code.as_ref()?;
    let text = escape(&code.text, Around::Text);
    Some(if code.link.is_empty() { text } else { format!("[{text}]({}{MARK})", code.link) })
}

/// A table, every place of its grid a cell.
fn table(out: &mut String, passage: &Passage) {
    let PassageBody::Table(rows) = &passage.body else { return };
    let grid = grid(rows);
    let row = |out: &mut String, cells: &[String]| {
        out.push_str(&format!("| {} |\n", cells.join(" | ")));
    };
    let mut lines = grid.rows.iter().map(|slots| {
        let mut cells = Vec::with_capacity(grid.columns);
        for slot in slots {
            cells.push(match slot {
                Slot::Cell { cell, .. } => inline(&cell.spans, Around::Cell, ""),
                Slot::Below(_) | Slot::Empty => String::new(),
            });
            cells.extend(std::iter::repeat_n(String::new(), slot.width() - 1));
        }
        cells
    });
    let empty = vec![String::new(); grid.columns];
    let head = if grid.head > 0 { lines.next().unwrap_or_else(|| empty.clone()) } else { empty };
    row(out, &head);
    row(out, &vec!["---".to_owned(); grid.columns]);
    lines.for_each(|cells| row(out, &cells));
}
