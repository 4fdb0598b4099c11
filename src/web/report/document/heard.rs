//! The interviews: who was heard, in numbers, and what was learnt, by theme.

use domain::report::{Content, ThemeFacts};
use press::{Block, Item, List, Span};

use super::heading;
use super::taken::code_spans;
use crate::interviews::{heard, rests};
use crate::locale::{Arg, Locale};

/// The whole part; nothing where nobody was heard.
pub(super) fn interviews(l: &Locale, c: &Content) -> Vec<Block> {
    let of = &c.interviews;
    if !of.heard.any && of.themes.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![heading(l, 1, "doc-interviews")];
    if of.heard.any {
        blocks.push(Block::text(heard(l, &of.heard)));
    }
    if !of.themes.is_empty() {
        blocks.push(Block::text(l.t("interviews-learnt-text").into_owned()));
    }
    blocks.extend(of.themes.iter().flat_map(|theme| theme_blocks(l, &c.slug, theme)));
    blocks
}

fn theme_blocks(l: &Locale, slug: &str, theme: &ThemeFacts) -> Vec<Block> {
    let item = |(text, codes): &(String, Vec<i32>)| {
        let mut spans = vec![Span::plain(text.replace("\n\n", "\n"))];
        if !codes.is_empty() {
            spans.push(Span::plain(format!(" {} ", l.t("interviews-cited-by"))));
            spans.extend(code_spans(slug, codes));
        }
        Item { spans, list: None }
    };
    let items = theme.findings.iter().map(item).collect();
    let mut blocks = vec![
        Block::heading(2, theme.title.clone()),
        Block::Paragraph { spans: vec![Span::italic(rests(l, theme.interviews))] },
    ];
    if !theme.findings.is_empty() {
        blocks.push(Block::List(List { items, ..List::default() }));
    }
    if theme.withdrawn > 0 {
        let n = [("n", Arg::from(theme.withdrawn))];
        blocks.push(Block::Paragraph { spans: vec![Span::italic(l.t_with("doc-findings-withdrawn", &n))] });
    }
    blocks
}
