//! Passages made printable, and what a renderer asks of them.

use super::{
    grid::{Grid, Slot},
    links::Links,
    prepare_spans,
    table::{longest, share},
    text::{clean, line, slug},
};
use crate::{
    model::{Block, Document, Span},
    passage::{Passage, PassageBody, Role},
};

/// Whether a document is a plan: made of passages.
pub(crate) fn is_plan(doc: &Document) -> bool {
    doc.blocks.iter().any(|b| matches!(b, Block::Passage(_)))
}

/// The name of a heading: that of its code, or else its place.
pub(super) fn anchor(passage: &Passage, count: usize) -> String {
    code(passage).unwrap_or_else(|| format!("s-{count}"))
}

/// The name a passage has by its code.
pub(super) fn code(passage: &Passage) -> Option<String> {
    passage.code.as_ref().map(|c| slug(&c.text)).filter(|s| !s.is_empty())
}

/// The names a passage leads to within its document.
pub(crate) fn led_to(block: &Block) -> Vec<String> {
    let spans: Vec<&Span> = match block {
        Block::Passage(Passage { body: PassageBody::Text { spans, .. }, .. }) => spans.iter().collect(),
        Block::Passage(Passage { body: PassageBody::Table(rows), .. }) => {
            rows.iter().flatten().flat_map(|cell| &cell.spans).collect()
        }
        _ => Vec::new(),
    };
    spans.iter().filter_map(|span| span.link.as_deref()?.strip_prefix('#')).map(slug).collect()
}

/// Whether nothing of a passage would be printed, and so no place of it either.
pub(super) fn is_silent(passage: &Passage) -> bool {
    match &passage.body {
        PassageBody::Text { spans, .. } => {
            passage.number.as_deref().is_none_or(|n| line(n).is_empty())
                && spans.iter().all(|s| clean(&s.text).is_empty())
        }
        _ => is_empty(passage),
    }
}

pub(super) fn is_empty(passage: &Passage) -> bool {
    match &passage.body {
        PassageBody::Text { spans, .. } => spans.is_empty() && passage.number.is_none(),
        PassageBody::Picture { .. } => false,
        PassageBody::Table(rows) => rows.iter().all(Vec::is_empty),
    }
}

pub(super) fn prepare_passage(passage: &mut Passage, links: &Links) {
    passage.number = passage.number.as_deref().map(line).filter(|n| !n.is_empty());
    if let Some(code) = &mut passage.code {
        code.text = line(&code.text);
        code.link = links.resolve(&code.link).unwrap_or_default();
    }
    match &mut passage.body {
        PassageBody::Text { spans, .. } => prepare_spans(spans, links),
        PassageBody::Picture { alt, picture } => {
            *alt = line(alt);
            if let Some(picture) = picture {
                picture.link = links.resolve(&picture.link).unwrap_or_default();
            }
        }
        PassageBody::Table(rows) => {
            rows.iter_mut().flatten().for_each(|cell| prepare_spans(&mut cell.spans, links));
        }
    }
}

/// A block, and the notes to it that follow.
pub(crate) struct Hosted<'d> {
    /// The block; a note stands alone where there is nothing before it.
    pub(crate) block: &'d Block,
    /// Its notes.
    pub(crate) notes: Vec<&'d Passage>,
}

/// The blocks, each with its notes.
pub(crate) fn hosted(blocks: &[Block]) -> Vec<Hosted<'_>> {
    let mut out: Vec<Hosted<'_>> = Vec::new();
    for block in blocks {
        match (block, out.last_mut()) {
            (Block::Passage(note), Some(host)) if note.role() == Some(Role::Footnote) => host.notes.push(note),
            _ => out.push(Hosted { block, notes: Vec::new() }),
        }
    }
    out
}

/// The words of spans.
pub(crate) fn words(spans: &[Span]) -> String {
    clean(&spans.iter().map(|s| s.text.as_str()).collect::<String>())
}

/// Relative widths for the columns of a table, from what is in them.
pub(crate) fn widths(grid: &Grid<'_>) -> Vec<f32> {
    let mut measures = vec![(0, 0, 0_usize); grid.columns];
    for row in &grid.rows {
        let mut column = 0;
        for slot in row {
            if let (Slot::Cell { cell, columns: 1, .. }, Some(m)) = (slot, measures.get_mut(column)) {
                let text = words(&cell.spans);
                *m = (m.0.max(longest(&text)), m.1 + text.chars().take(400).count(), m.2 + 1);
            }
            column += slot.width();
        }
    }
    share(measures.into_iter().map(|(word, sum, count)| (word.max(8), sum / count.max(1))))
}
