//! Makes any document printable, the same way for every renderer, so that all print the same words.
//!
//! Characters that no format can hold are removed, heading levels are closed up, every heading gets an anchor of its own,
//! links that lead nowhere or to something else than an address become plain text, tables become rectangular and numbered.

pub(crate) mod grid;
mod links;
pub(crate) mod ordinal;
pub(crate) mod passages;
pub(crate) mod picture;
pub(crate) mod table;
mod text;

use std::collections::HashSet;

pub(crate) use self::text::clean;
use self::{
    links::Links,
    table::prepare_table,
    text::{line, slug},
};
use crate::model::{Block, Document, Item, List, Piece, Span, Summary};

/// The deepest list that is still set as a list; what is inside it is raised to its level.
const MAX_DEPTH: usize = 5;
/// A longer heading is a paragraph that somebody marked as a heading, and is set as one: no table of contents holds it.
const MAX_HEADING: usize = 1_000;

/// Where the document will be read, which decides what a link relative to the site can mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// Inside a page of the site.
    Site,
    /// In a file of its own.
    File,
}

/// The document, printable.
pub(crate) fn prepare(doc: &Document, place: Place) -> Document {
    let mut out = doc.clone();
    out.title = line(&out.title);
    if out.title.is_empty() {
        // A title is obligatory in every format; an empty document still gets one that says so little.
        out.title = out.number.as_deref().map(line).filter(|n| !n.is_empty()).unwrap_or_else(|| "\u{2014}".into());
    }
    for text in [&mut out.subtitle, &mut out.number, &mut out.fingerprint] {
        *text = text.as_deref().map(line).filter(|t| !t.is_empty());
    }
    out.date = line(&out.date);
    out.promoters = out.promoters.iter().map(|p| line(p)).filter(|p| !p.is_empty()).collect();
    out.summary = out.summary.take().and_then(summary);
    let labels = &mut out.labels;
    for label in [
        &mut labels.contents,
        &mut labels.page,
        &mut labels.of,
        &mut labels.table,
        &mut labels.fingerprint,
        &mut labels.added,
        &mut labels.removed,
    ] {
        *label = line(label);
    }

    name_places(&mut out.blocks);
    let anchors = out.blocks.iter().filter_map(|b| match b {
        Block::Heading { anchor, .. } => anchor.clone(),
        Block::Passage(passage) if !passages::is_silent(passage) => passage.anchor.clone(),
        _ => None,
    });
    let links = Links { anchors: anchors.collect(), base: out.base_url.clone(), place };
    let mut tables = 0;
    for block in &mut out.blocks {
        prepare_block(block, &links, &out.labels.table, &mut tables);
    }
    out.blocks.retain(|b| !is_empty(b));
    out
}

/// The paragraphs that say something; no summary where none does.
fn summary(of: Summary) -> Option<Summary> {
    let paragraphs = of.paragraphs.iter().map(|p| clean(p).trim().to_owned()).filter(|p| !p.is_empty());
    let paragraphs: Vec<String> = paragraphs.collect();
    (!paragraphs.is_empty()).then(|| Summary { title: line(&of.title), paragraphs })
}

fn is_empty(block: &Block) -> bool {
    match block {
        Block::Heading { text, .. } => text.is_empty(),
        Block::Paragraph { spans } => spans.is_empty(),
        Block::Quote { spans, source } => spans.is_empty() && source.is_none(),
        Block::List(list) => list.items.is_empty(),
        Block::Table(table) => table.head.is_empty() && table.caption.is_empty(),
        Block::Figures { items } => items.is_empty(),
        Block::Redline { pieces } => pieces.is_empty(),
        Block::Names { items } => items.is_empty(),
        Block::Passage(passage) => passages::is_empty(passage),
        Block::PageBreak => false,
    }
}

/// Cleans headings, closes up skipped levels, and gives each a unique anchor made of ASCII letters, digits and hyphens; so it does a
/// passage to which another leads.
fn name_places(blocks: &mut [Block]) {
    let wanted: HashSet<String> = blocks.iter().flat_map(passages::led_to).collect();
    let mut used = HashSet::new();
    let mut above = 0;
    let mut count = 0;
    for block in blocks {
        if let Block::Passage(passage) = block {
            // A plan keeps the levels it was written with; a format that has no place for a gap closes it up itself.
            if passage.heading().is_some() {
                count += 1;
                passage.anchor = Some(unused(&mut used, &passages::anchor(passage, count)));
            } else {
                let code = passages::code(passage).filter(|code| wanted.contains(code));
                passage.anchor = code.map(|code| unused(&mut used, &code));
            }
            continue;
        }
        let Block::Heading { level, text, anchor } = block else {
            continue;
        };
        *text = line(text);
        if text.chars().count() > MAX_HEADING {
            let spans = vec![Span::bold(std::mem::take(text))];
            *block = Block::Paragraph { spans };
            continue;
        }
        if text.is_empty() {
            continue;
        }
        *level = (*level).clamp(1, 5).min(above + 1);
        above = *level;
        count += 1;
        let wanted = anchor.as_deref().map(slug).filter(|s| !s.is_empty()).unwrap_or_else(|| format!("s-{count}"));
        *anchor = Some(unused(&mut used, &wanted));
    }
}

/// A name like the one wanted that nothing else has.
fn unused(used: &mut HashSet<String>, wanted: &str) -> String {
    let (mut name, mut copy) = (wanted.to_owned(), 2);
    while !used.insert(name.clone()) {
        name = format!("{wanted}-{copy}");
        copy += 1;
    }
    name
}

fn prepare_block(block: &mut Block, links: &Links, table_label: &str, tables: &mut u32) {
    match block {
        Block::Heading { .. } | Block::PageBreak => {}
        Block::Paragraph { spans } => prepare_spans(spans, links),
        Block::Quote { spans, source } => {
            prepare_spans(spans, links);
            *source = source.as_deref().map(line).filter(|s| !s.is_empty());
        }
        Block::List(list) => prepare_list(list, links, 1),
        Block::Table(table) => prepare_table(table, links, table_label, tables),
        Block::Figures { items } => {
            for item in items.iter_mut() {
                item.value = line(&item.value);
                item.label = line(&item.label);
            }
            items.retain(|i| !i.value.is_empty() || !i.label.is_empty());
        }
        Block::Redline { pieces } => {
            *pieces = pieces
                .iter()
                .map(|p| Piece { text: clean(&p.text), ..p.clone() })
                .filter(|p| !p.text.is_empty())
                .collect();
        }
        Block::Names { items } => *items = items.iter().map(|n| line(n)).collect(),
        Block::Passage(passage) => passages::prepare_passage(passage, links),
    }
}

fn prepare_spans(spans: &mut Vec<Span>, links: &Links) {
    for span in spans.iter_mut() {
        span.text = clean(&span.text);
        span.link = span.link.as_deref().and_then(|l| links.resolve(l));
    }
    spans.retain(|s| !s.text.is_empty());
}

fn prepare_list(list: &mut List, links: &Links, depth: usize) {
    let mut items = Vec::with_capacity(list.items.len());
    for mut item in std::mem::take(&mut list.items) {
        prepare_spans(&mut item.spans, links);
        let inner = item.list.take().map(|mut inner| {
            prepare_list(&mut inner, links, depth + 1);
            inner
        });
        match inner {
            Some(inner) if depth >= MAX_DEPTH => {
                items.push(item);
                items.extend(inner.items);
            }
            inner => items.push(Item { list: inner.filter(|l| !l.items.is_empty()), ..item }),
        }
    }
    list.items = items;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_never_skip_a_level_and_never_share_an_anchor() {
        let named = |level, name: &str| Block::Heading { level, text: "T".into(), anchor: Some(name.into()) };
        let mut blocks = vec![named(4, "a"), named(6, "a"), named(1, "a b"), Block::heading(9, "T")];
        name_places(&mut blocks);
        let got: Vec<_> = blocks
            .iter()
            .map(|b| match b {
                Block::Heading { level, anchor, .. } => (*level, anchor.clone().unwrap()),
                _ => panic!("only headings"),
            })
            .collect();
        assert_eq!(got, [(1, "a".into()), (2, "a-2".into()), (1, "a-b".into()), (2, "s-4".into())]);
    }

    #[test]
    fn lists_too_deep_are_raised_and_lose_nothing() {
        let mut list = List { items: vec![Item::plain("ultimo")], ..List::default() };
        for _ in 0..20 {
            list = List { items: vec![Item { list: Some(list), ..Item::plain("x") }], ..List::default() };
        }
        prepare_list(&mut list, &Links { anchors: HashSet::new(), base: None, place: Place::File }, 1);
        fn count(list: &List) -> usize {
            list.items.iter().map(|i| 1 + i.list.as_ref().map_or(0, count)).sum()
        }
        fn depth(list: &List) -> usize {
            1 + list.items.iter().filter_map(|i| i.list.as_ref()).map(depth).max().unwrap_or(0)
        }
        assert_eq!((count(&list), depth(&list)), (21, MAX_DEPTH));
    }
}
