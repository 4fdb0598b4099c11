//! What Markdown has no marks for, as HTML, which every reader of Markdown takes (CommonMark 0.31, 4.6): tables with merged cells, with
//! several head rows or with a caption; captions; headings below the sixth level. No line within it is empty: that would end it.

use super::{Passage, code_link};
use crate::{
    model::Span,
    passage::GridCell,
    prepare::grid::{Grid, Slot},
};

/// Whether a table has nothing that Markdown's own tables have not: each place of the grid a cell, one head row, and words in it.
pub(super) fn is_plain(rows: &[Vec<GridCell>], grid: &Grid<'_>) -> bool {
    let simple = |slot: &Slot<'_>| matches!(slot, Slot::Cell { columns: 1, rows: 1, .. });
    let said = |cell: &GridCell| cell.spans.iter().any(|span| !span.text.trim().is_empty());
    let head = match rows.first() {
        Some(first) if grid.head == 1 => first.iter().any(said),
        _ => grid.head == 0,
    };
    let heads = rows.iter().skip(grid.head).flatten().any(|cell| cell.head);
    head && !heads && grid.rows.iter().flatten().all(simple)
}

/// A table; its caption is written already.
pub(super) fn table(out: &mut String, rows: &[Vec<GridCell>], head: usize, caption: Option<&str>) {
    out.push_str("<table>\n");
    if let Some(caption) = caption {
        out.push_str(&format!("<caption>{caption}</caption>\n"));
    }
    for (part, rows) in [("thead", rows.get(..head)), ("tbody", rows.get(head..))] {
        let rows = rows.unwrap_or_default();
        if rows.is_empty() {
            continue;
        }
        out.push_str(&format!("<{part}>\n"));
        for row in rows {
            let cells: String = row.iter().map(cell).collect();
            out.push_str(&format!("<tr>{cells}</tr>\n"));
        }
        out.push_str(&format!("</{part}>\n"));
    }
    out.push_str("</table>\n");
}

fn cell(of: &GridCell) -> String {
    let tag = if of.head { "th" } else { "td" };
    let span = |name: &str, of: u16| if of > 1 { format!(" {name}=\"{of}\"") } else { String::new() };
    let (columns, rows) = (span("colspan", of.columns), span("rowspan", of.rows));
    format!("<{tag}{columns}{rows}>{}</{tag}>", inline(&of.spans))
}

/// A passage's number, words and code.
pub(super) fn words(passage: &Passage, spans: &[Span]) -> String {
    let number = passage.number.as_deref().map_or_else(String::new, |n| format!("{} ", escape(n)));
    let code = passage.code.as_ref().map_or_else(String::new, |code| {
        let text = escape(&code.text);
        match code_link(code) {
            Some(link) => format!(" <a href=\"{}\">{text}</a>", escape(&link)),
            None => format!(" {text}"),
        }
    });
    format!("{number}{}{code}", inline(spans))
}

fn inline(spans: &[Span]) -> String {
    let one = |span: &Span| {
        let mut text = escape(&span.text).replace('\n', "<br>");
        if span.italic {
            text = format!("<em>{text}</em>");
        }
        if span.bold {
            text = format!("<strong>{text}</strong>");
        }
        match &span.link {
            Some(link) => format!("<a href=\"{}\">{text}</a>", escape(link)),
            None => text,
        }
    };
    spans.iter().map(one).collect::<String>().trim().to_owned()
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::prepare::grid::grid;

    #[test]
    fn only_what_markdown_can_say_is_left_to_it() {
        let cell = |text: &str, columns| GridCell {
            spans: vec![Span::plain(text)],
            head: text.starts_with('*'),
            columns,
            rows: 1,
        };
        let plain = |rows: &[Vec<GridCell>]| is_plain(rows, &grid(rows));
        assert!(plain(&[vec![cell("*a", 1), cell("*b", 1)], vec![cell("c", 1), cell("", 1)]]));
        assert!(plain(&[vec![cell("a", 1)], vec![cell("b", 1)]]));
        // Merged cells; two head rows; a head column; a head and nothing under it; a short row.
        assert!(!plain(&[vec![cell("*a", 2)], vec![cell("c", 1), cell("d", 1)]]));
        assert!(!plain(&[vec![cell("*a", 1)], vec![cell("*b", 1)], vec![cell("c", 1)]]));
        assert!(!plain(&[vec![cell("*a", 1), cell("b", 1)]]));
        assert!(!plain(&[vec![cell("*a", 1)]]));
        assert!(!plain(&[vec![cell("a", 1), cell("b", 1)], vec![cell("c", 1)]]));
        let mut out = String::new();
        table(&mut out, &[vec![cell("*a\n\n\"<b>", 2)], vec![cell("c", 1)]], 1, Some("d"));
        assert_eq!(
            out,
            "<table>\n<caption>d</caption>\n<thead>\n<tr><th colspan=\"2\">*a<br><br>&quot;&lt;b&gt;</th></tr>\n</thead>\n\
             <tbody>\n<tr><td>c</td></tr>\n</tbody>\n</table>\n"
        );
    }
}
