//! Tables: made rectangular, numbered, and given widths.

use super::{links::Links, prepare_spans, text::line};
use crate::model::Table;

/// Letters on a full line of a table, about.
pub(crate) const LINE_LETTERS: f32 = 95.0;

/// Makes a table rectangular, and numbers it in its caption.
pub(super) fn prepare_table(table: &mut Table, links: &Links, label: &str, tables: &mut u32) {
    let columns = table.rows.iter().map(Vec::len).max().unwrap_or(0).max(table.head.len());
    table.head = table.head.iter().map(|h| line(h)).collect();
    table.head.resize(columns, String::new());
    for row in &mut table.rows {
        row.resize(columns, Vec::new());
        for cell in row {
            prepare_spans(cell, links);
        }
    }
    table.numeric.resize(columns, false);
    let given = table.widths.take().filter(|w| w.len() == columns && w.iter().all(|w| w.is_finite() && *w > 0.0));
    table.widths = Some(given.unwrap_or_else(|| estimate(table)));
    *tables += 1;
    let caption = line(&table.caption);
    table.caption = match (label.is_empty(), caption.is_empty()) {
        (true, _) => caption,
        (false, true) => format!("{label} {tables}"),
        (false, false) => format!("{label} {tables} \u{2013} {caption}"),
    };
}

/// Widths for the columns, from what is in them.
fn estimate(table: &Table) -> Vec<f32> {
    let columns = (0..table.head.len()).map(|column| {
        let head = table.head.get(column).map_or("", String::as_str);
        let (mut word, mut sum, mut count) = (longest(head), 0, 0);
        for span in table.rows.iter().filter_map(|r| r.get(column)).inspect(|_| count += 1).flatten() {
            word = word.max(longest(&span.text));
            sum += span.text.chars().take(400).count();
        }
        (word, sum / count.max(1))
    });
    share(columns)
}

/// Widths for columns of which the letters of the longest word and of a usual cell are known: each holds its longest word, and
/// what is left of the line goes to the columns with long texts, though not in proportion, or one of them would take it all.
pub(crate) fn share(columns: impl Iterator<Item = (usize, usize)>) -> Vec<f32> {
    const PADDING: f32 = 3.5;
    let columns = columns.map(|(word, mean)| {
        let word = number(word.min(16));
        (word + PADDING, (number(mean) - word).max(0.0).sqrt())
    });
    let columns: Vec<(f32, f32)> = columns.collect();
    let left = (LINE_LETTERS - columns.iter().map(|c| c.0).sum::<f32>()).max(0.0);
    let wish: f32 = columns.iter().map(|c| c.1).sum();
    columns.iter().map(|(least, more)| if wish > 0.0 { least + left * more / wish } else { *least }).collect()
}

/// Letters in the longest word.
pub(crate) fn longest(text: &str) -> usize {
    text.split_whitespace().map(|w| w.chars().count()).max().unwrap_or(0)
}

/// A count as a measure.
pub(crate) fn number(n: usize) -> f32 {
    u16::try_from(n).map_or(f32::from(u16::MAX), f32::from)
}
