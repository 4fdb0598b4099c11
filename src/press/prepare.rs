//! Makes any document printable, the same way for every renderer, so that all print the same words.
//!
//! Characters that no format can hold are removed, heading levels are closed up, every heading gets an anchor of its own,
//! links that lead nowhere or to something else than an address become plain text, tables become rectangular and numbered.

use std::collections::HashSet;

use crate::model::{Block, Document, Item, List, Piece, Span, Table};

/// The deepest list that is still set as a list; what is inside it is raised to its level.
const MAX_DEPTH: usize = 5;
/// Longer addresses are printed as text: no reader follows them reliably.
const MAX_LINK: usize = 2_000;

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
        out.title = out
            .number
            .as_deref()
            .map(line)
            .filter(|n| !n.is_empty())
            .unwrap_or_else(|| "\u{2014}".into());
    }
    for text in [&mut out.subtitle, &mut out.number, &mut out.fingerprint] {
        *text = text.as_deref().map(line).filter(|t| !t.is_empty());
    }
    out.date = line(&out.date);
    out.promoters = out
        .promoters
        .iter()
        .map(|p| line(p))
        .filter(|p| !p.is_empty())
        .collect();
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

    name_headings(&mut out.blocks);
    let anchors = out.blocks.iter().filter_map(|b| match b {
        Block::Heading { anchor, .. } => anchor.clone(),
        _ => None,
    });
    let links = Links {
        anchors: anchors.collect(),
        base: out.base_url.clone(),
        place,
    };
    let mut tables = 0;
    for block in &mut out.blocks {
        prepare_block(block, &links, &out.labels.table, &mut tables);
    }
    out.blocks.retain(|b| !is_empty(b));
    out
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
        Block::PageBreak => false,
    }
}

/// Cleans headings, closes up skipped levels, and gives each a unique anchor made of ASCII letters, digits and hyphens.
fn name_headings(blocks: &mut [Block]) {
    let mut used = HashSet::new();
    let mut above = 0;
    let mut count = 0;
    for block in blocks {
        let Block::Heading {
            level,
            text,
            anchor,
        } = block
        else {
            continue;
        };
        *text = line(text);
        if text.is_empty() {
            continue;
        }
        *level = (*level).clamp(1, 5).min(above + 1);
        above = *level;
        count += 1;
        let wanted = anchor
            .as_deref()
            .map(slug)
            .filter(|s| !s.is_empty())
            .unwrap_or_else(|| format!("s-{count}"));
        let mut name = wanted.clone();
        let mut copy = 2;
        while !used.insert(name.clone()) {
            name = format!("{wanted}-{copy}");
            copy += 1;
        }
        *anchor = Some(name);
    }
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
                .map(|p| Piece {
                    text: clean(&p.text),
                    ..p.clone()
                })
                .filter(|p| !p.text.is_empty())
                .collect();
        }
        Block::Names { items } => *items = items.iter().map(|n| line(n)).collect(),
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
            inner => items.push(Item {
                list: inner.filter(|l| !l.items.is_empty()),
                ..item
            }),
        }
    }
    list.items = items;
}

fn prepare_table(table: &mut Table, links: &Links, label: &str, tables: &mut u32) {
    let columns = table
        .rows
        .iter()
        .map(Vec::len)
        .max()
        .unwrap_or(0)
        .max(table.head.len());
    table.head = table.head.iter().map(|h| line(h)).collect();
    table.head.resize(columns, String::new());
    for row in &mut table.rows {
        row.resize(columns, Vec::new());
        for cell in row {
            prepare_spans(cell, links);
        }
    }
    table.numeric.resize(columns, false);
    let given = table
        .widths
        .take()
        .filter(|w| w.len() == columns && w.iter().all(|w| w.is_finite() && *w > 0.0));
    table.widths = Some(given.unwrap_or_else(|| estimate(table)));
    *tables += 1;
    let caption = line(&table.caption);
    table.caption = match (label.is_empty(), caption.is_empty()) {
        (true, _) => caption,
        (false, true) => format!("{label} {tables}"),
        (false, false) => format!("{label} {tables} \u{2013} {caption}"),
    };
}

/// Widths for the columns, from what is in them: each holds its longest word, and what is left of the line goes to the columns
/// with long texts, though not in proportion, or one of them would take it all.
fn estimate(table: &Table) -> Vec<f32> {
    const LINE: f32 = 95.0;
    const PADDING: f32 = 2.5;
    let columns = (0..table.head.len()).map(|column| {
        let head = table.head.get(column).map_or("", String::as_str);
        let (mut word, mut sum, mut count) = (longest(head), 0, 0);
        for span in table
            .rows
            .iter()
            .filter_map(|r| r.get(column))
            .inspect(|_| count += 1)
            .flatten()
        {
            word = word.max(longest(&span.text));
            sum += span.text.chars().take(400).count();
        }
        let word = number(word.min(16));
        let mean = number(sum / count.max(1));
        (word + PADDING, (mean - word).max(0.0).sqrt())
    });
    let columns: Vec<(f32, f32)> = columns.collect();
    let left = (LINE - columns.iter().map(|c| c.0).sum::<f32>()).max(0.0);
    let wish: f32 = columns.iter().map(|c| c.1).sum();
    columns
        .iter()
        .map(|(least, more)| {
            if wish > 0.0 {
                least + left * more / wish
            } else {
                *least
            }
        })
        .collect()
}

fn longest(text: &str) -> usize {
    text.split_whitespace()
        .map(|w| w.chars().count())
        .max()
        .unwrap_or(0)
}

fn number(n: usize) -> f32 {
    u16::try_from(n).map_or(f32::from(u16::MAX), f32::from)
}

/// What a link may lead to.
struct Links {
    anchors: HashSet<String>,
    base: Option<String>,
    place: Place,
}

impl Links {
    fn resolve(&self, link: &str) -> Option<String> {
        let link: String = link.trim().chars().filter(|c| !c.is_control()).collect();
        if link.len() > MAX_LINK {
            return None;
        }
        if let Some(anchor) = link.strip_prefix('#') {
            let anchor = slug(anchor);
            return self.anchors.contains(&anchor).then(|| format!("#{anchor}"));
        }
        if link.starts_with('/') && !link.starts_with("//") {
            return match (self.place, &self.base) {
                (Place::Site, _) => Some(uri(&link)),
                (Place::File, Some(base)) => {
                    self.resolve(&format!("{}{link}", base.trim_end_matches('/')))
                }
                (Place::File, None) => None,
            };
        }
        let scheme = link
            .split(':')
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase();
        let address =
            matches!(scheme.as_str(), "http" | "https") && link[scheme.len()..].starts_with("://");
        let mail = scheme == "mailto" && link.len() > "mailto:".len();
        (address || mail).then(|| uri(&link))
    }
}

/// Percent-encodes what may not stand in an address.
fn uri(link: &str) -> String {
    let mut out = String::with_capacity(link.len());
    for byte in link.bytes() {
        if byte.is_ascii_graphic()
            && !matches!(
                byte,
                b'"' | b'<' | b'>' | b'\\' | b'^' | b'`' | b'{' | b'|' | b'}'
            )
        {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

fn slug(text: &str) -> String {
    let safe = text.chars().map(|c| {
        if c.is_ascii_alphanumeric() || c == '_' {
            c
        } else {
            '-'
        }
    });
    safe.take(80)
        .collect::<String>()
        .trim_matches('-')
        .to_owned()
}

/// Text on a single line, without space at its ends.
fn line(text: &str) -> String {
    clean(text).replace('\n', " ").trim().to_owned()
}

/// Text without the characters that have no place on paper: controls, non-characters, and the invisible ones that reorder
/// what follows them, with which a text could be made to read differently from what was written.
fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' => {
                if chars.peek() != Some(&'\n') {
                    out.push('\n');
                }
            }
            '\n' => out.push('\n'),
            '\u{2028}' | '\u{2029}' | '\u{85}' | '\u{b}' | '\u{c}' => out.push('\n'),
            '\t' => out.push(' '),
            '\u{202a}'..='\u{202e}'
            | '\u{2066}'..='\u{206f}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{61c}' => {}
            '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{ad}' | '\u{fff9}'..='\u{fffc}' => {}
            '\u{fdd0}'..='\u{fdef}' | '\u{e0000}'..='\u{e0fff}' => {}
            c if c.is_control() || u32::from(c) & 0xfffe == 0xfffe => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_that_reorder_or_break_a_file_are_removed() {
        assert_eq!(
            clean("a\u{0}b\u{202e}c\u{7}d\r\ne\rf\u{ffff}"),
            "abcd\ne\nf"
        );
        assert_eq!(line("  due\nrighe\t "), "due righe");
    }

    #[test]
    fn only_addresses_and_known_anchors_stay_links() {
        let links = |place, base: Option<&str>| Links {
            anchors: HashSet::from(["fasi".to_owned()]),
            base: base.map(str::to_owned),
            place,
        };
        let file = links(Place::File, None);
        assert_eq!(
            file.resolve("https://example.org/è b").as_deref(),
            Some("https://example.org/%C3%A8%20b")
        );
        assert_eq!(
            file.resolve("mailto:a@example.org").as_deref(),
            Some("mailto:a@example.org")
        );
        assert_eq!(file.resolve("#fasi").as_deref(), Some("#fasi"));
        for bad in [
            "#altro",
            "javascript:alert(1)",
            "java\u{0}script:alert(1)",
            "data:text/html,x",
            "//evil.example",
            "http:x",
            "/piano",
            "",
        ] {
            assert_eq!(file.resolve(bad), None, "{bad}");
        }
        assert_eq!(
            links(Place::Site, None).resolve("/piano").as_deref(),
            Some("/piano")
        );
        let based = links(Place::File, Some("https://example.org/"));
        assert_eq!(
            based.resolve("/piano").as_deref(),
            Some("https://example.org/piano")
        );
    }

    #[test]
    fn headings_never_skip_a_level_and_never_share_an_anchor() {
        let named = |level, name: &str| Block::Heading {
            level,
            text: "T".into(),
            anchor: Some(name.into()),
        };
        let mut blocks = vec![
            named(4, "a"),
            named(6, "a"),
            named(1, "a b"),
            Block::heading(9, "T"),
        ];
        name_headings(&mut blocks);
        let got: Vec<_> = blocks
            .iter()
            .map(|b| match b {
                Block::Heading { level, anchor, .. } => (*level, anchor.clone().unwrap()),
                _ => panic!("only headings"),
            })
            .collect();
        assert_eq!(
            got,
            [
                (1, "a".into()),
                (2, "a-2".into()),
                (1, "a-b".into()),
                (2, "s-4".into())
            ]
        );
    }

    #[test]
    fn lists_too_deep_are_raised_and_lose_nothing() {
        let mut list = List {
            items: vec![Item::plain("ultimo")],
            ..List::default()
        };
        for _ in 0..20 {
            list = List {
                items: vec![Item {
                    list: Some(list),
                    ..Item::plain("x")
                }],
                ..List::default()
            };
        }
        prepare_list(
            &mut list,
            &Links {
                anchors: HashSet::new(),
                base: None,
                place: Place::File,
            },
            1,
        );
        fn count(list: &List) -> usize {
            list.items
                .iter()
                .map(|i| 1 + i.list.as_ref().map_or(0, count))
                .sum()
        }
        fn depth(list: &List) -> usize {
            1 + list
                .items
                .iter()
                .filter_map(|i| i.list.as_ref())
                .map(depth)
                .max()
                .unwrap_or(0)
        }
        assert_eq!((count(&list), depth(&list)), (21, MAX_DEPTH));
    }
}
