//! The text of a guide: a beginning made of what is known of event and plan, and Markdown turned into a document to print.

use domain::clock::Instant;
use domain::events::{Event, Session, Table};
use domain::interviews::ByTheme;
use domain::plans::Passage;
use domain::{Error, Problems, Result};
use press::{Block, Document, Item, List, Span};
use reader::{BlockKind, Body};

use super::parts;
use crate::locale::{Arg, Locale};
use crate::report::printed_labels;

/// What is known before people meet, and everybody may read.
pub struct Known<'a> {
    /// The newest version of the plan.
    pub chapters: &'a [Passage],
    /// What was learnt from the interviews, by theme.
    pub learnt: &'a [ByTheme],
}

/// What a guide begins with: when and where, the programme, each table with its questions, what was learnt from the interviews by
/// theme, the chapters of the plan with their addresses. Whoever writes it goes on from there.
pub fn beginning(
    l: &Locale,
    event: &Event,
    tables: &[(Table, Vec<Session>)],
    known: &Known<'_>,
    process: &str,
) -> String {
    let mut out = format!("# {}\n\n{}\n\n", l.t("guide-when"), when(l, event));
    if !event.programme.is_empty() {
        out.push_str(&format!(
            "# {}\n\n{}\n\n",
            l.t("event-programme"),
            event.programme.lines().map(escaped).collect::<Vec<_>>().join("  \n")
        ));
    }
    for (table, sessions) in tables {
        out.push_str(&format!("# {}\n\n", escaped(&parts::table_name(l, table))));
        for (n, s) in (1..).zip(sessions) {
            out.push_str(&format!("{n}. {}\n", escaped(&one_line(&s.question))));
        }
        out.push('\n');
    }
    let themes: Vec<&ByTheme> = known.learnt.iter().filter(|t| !t.findings.is_empty()).collect();
    if !themes.is_empty() {
        out.push_str(&format!("# {}\n\n{}\n\n", l.t("guide-learnt"), l.t("guide-learnt-text")));
        for of in themes {
            out.push_str(&format!("## {}\n\n", escaped(&of.theme.title)));
            of.findings.iter().for_each(|f| out.push_str(&format!("- {}\n", escaped(&one_line(&f.text)))));
            out.push('\n');
        }
    }
    let chapters = known.chapters.iter().filter(|p| p.kind == domain::plans::PassageKind::Heading && p.level <= 2);
    let lines: Vec<String> =
        chapters.filter_map(|p| Some(format!("- [{}]({process}/passaggi/{})", escaped(&p.text), p.code?))).collect();
    if !lines.is_empty() {
        out.push_str(&format!("# {}\n\n{}\n\n{}\n", l.t("guide-plan"), l.t("guide-plan-text"), lines.join("\n")));
    }
    out
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn when(l: &Locale, event: &Event) -> String {
    let ends =
        if event.starts_at.day() == event.ends_at.day() { l.hour(event.ends_at) } else { l.instant(event.ends_at) };
    let mut line = format!("{} – {ends}", l.instant_long(event.starts_at));
    for part in [&event.place, &event.address].into_iter().filter(|p| event.in_room() && !p.is_empty()) {
        line.push_str(", ");
        line.push_str(part);
    }
    line
}

/// What Markdown would take for a mark stands as it is.
fn escaped(text: &str) -> String {
    text.chars().flat_map(|c| if "\\[]*_`<>#".contains(c) { vec!['\\', c] } else { vec![c] }).collect()
}

/// Characters of a text that is read at a glance, on two pages at most: it is printed without a cover and a table of contents.
pub const SHORT: usize = 4_500;

/// The guide as a document to print.
///
/// # Errors
/// [`Error::Invalid`] when the text holds nothing that can be printed.
pub fn document(l: &Locale, event: &Event, base_url: &str, at: Instant) -> Result<Document> {
    let read = reader::read("guida.md", event.guide_text.as_bytes());
    let source = read.map_err(|_| {
        let mut p = Problems::default();
        p.add("text", "problem-guide-none");
        Error::Invalid(p)
    })?;
    let (labels, moment) = printed_labels(l, at);
    Ok(Document {
        lang: if l.lang() == crate::Lang::It { press::Lang::It } else { press::Lang::En },
        title: l.t_with("guide-document", &[("event", Arg::from(event.title.as_str()))]),
        subtitle: None,
        promoters: Vec::new(),
        number: None,
        date: l.date(at),
        issued: moment,
        summary: None,
        fingerprint: None,
        base_url: Some(base_url.to_owned()),
        labels,
        short: event.guide_text.chars().count() < SHORT,
        blocks: blocks(&source.blocks),
    })
}

fn spans(of: &[reader::Span]) -> Vec<Span> {
    let span = |s: &reader::Span| Span { text: s.text.clone(), bold: s.bold, italic: s.italic, link: s.link.clone() };
    of.iter().map(span).collect()
}

/// What was read, as the press prints it.
fn blocks(read: &[reader::Block]) -> Vec<Block> {
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(block) = read.get(at) {
        if let BlockKind::ListItem { depth, .. } = block.kind {
            let (list, next) = list(read, at, depth);
            out.push(Block::List(list));
            at = next;
            continue;
        }
        out.push(one(block));
        at += 1;
    }
    out
}

fn one(block: &reader::Block) -> Block {
    match (&block.kind, &block.body) {
        (BlockKind::Heading { level }, _) => Block::heading(*level, block.text()),
        (BlockKind::Quote, Body::Text(text)) => Block::Quote { spans: spans(text), source: None },
        (_, Body::Text(text)) => Block::Paragraph { spans: spans(text) },
        (_, Body::Table { rows }) => grid(rows),
        (_, Body::Figure { alt, .. }) => Block::text(alt),
    }
}

fn grid(rows: &[Vec<reader::Cell>]) -> Block {
    let cells = |row: &Vec<reader::Cell>| row.iter().map(|c| spans(&c.spans)).collect::<Vec<_>>();
    let words = |c: &reader::Cell| c.spans.iter().map(|s| s.text.as_str()).collect::<String>();
    let head = rows.first().map(|r| r.iter().map(words).collect()).unwrap_or_default();
    Block::Table(press::Table { head, rows: rows.iter().skip(1).map(cells).collect(), ..press::Table::default() })
}

/// The list that begins at an item, with the lists inside it, and where what comes after it begins.
fn list(read: &[reader::Block], from: usize, depth: u8) -> (List, usize) {
    let mut list = List::default();
    let mut at = from;
    while let Some(reader::Block { kind: BlockKind::ListItem { depth: d, ordered }, body, .. }) = read.get(at) {
        if *d < depth {
            break;
        }
        if *d > depth {
            let (inner, next) = self::list(read, at, *d);
            match list.items.last_mut() {
                Some(last) => last.list = Some(inner),
                None => list.items.extend(inner.items),
            }
            at = next;
            continue;
        }
        list.ordered = *ordered;
        let text = if let Body::Text(text) = body { spans(text) } else { Vec::new() };
        list.items.push(Item { spans: text, list: None });
        at += 1;
    }
    (list, at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_becomes_a_document() {
        let text = "# Uno\n\nUn **testo**.\n\n1. primo\n   - dentro\n   - ancora\n2. secondo\n\n> detto\n\n| a | b |\n|---|---|\n| 1 | 2 |\n";
        let read = reader::read("guida.md", text.as_bytes()).unwrap();
        let made = blocks(&read.blocks);
        assert!(matches!(&made[0], Block::Heading { level: 1, text, .. } if text == "Uno"), "{made:?}");
        assert!(matches!(&made[1], Block::Paragraph { spans } if spans.iter().any(|s| s.bold && s.text == "testo")));
        let Block::List(list) = &made[2] else { panic!("{made:?}") };
        assert!(list.ordered && list.items.len() == 2);
        assert_eq!(list.items[0].list.as_ref().map(|l| l.items.len()), Some(2));
        assert!(matches!(&made[3], Block::Quote { .. }));
        assert!(matches!(&made[4], Block::Table(t) if t.head == ["a", "b"] && t.rows.len() == 1), "{:?}", made[4]);
    }

    #[test]
    fn marks_in_titles_stay_words() {
        let text = format!("- [{}](https://x.example/1)", escaped("A [b] *c* _d_ #e"));
        let read = reader::read("x.md", text.as_bytes()).unwrap();
        assert_eq!(read.blocks[0].text(), "A [b] *c* _d_ #e");
    }
}
