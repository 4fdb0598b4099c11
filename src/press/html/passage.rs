//! A passage of a plan as HTML. Expects a prepared document.

use std::fmt::Write as _;

use super::body::{escape, spans};
use crate::{
    passage::{Passage, PassageBody, Role},
    prepare::grid::{Slot, grid},
};

/// Appends a passage, its code after it. Its list items are paragraphs with their numbers: a fragment may begin anywhere.
pub(super) fn passage(out: &mut String, passage: &Passage) {
    let number = |out: &mut String| {
        if let Some(number) = &passage.number {
            escape(out, number);
            out.push(' ');
        }
    };
    if let (Some(anchor), None) = (&passage.anchor, passage.heading()) {
        let _ = writeln!(out, "<a id=\"{anchor}\"></a>");
    }
    match &passage.body {
        PassageBody::Text { role: Role::Heading(level), .. } => {
            let rank = level.clamp(&1, &5) + 1;
            let _ = write!(out, "<h{rank} id=\"{}\">", passage.anchor.as_deref().unwrap_or_default());
            escape(out, &passage.heading().unwrap_or_default().1);
            let _ = writeln!(out, "</h{rank}>");
        }
        PassageBody::Text { role, spans: words } => {
            let (open, close) = match role {
                Role::Quote => ("<blockquote class=\"blockquote\"><p>", "</p></blockquote>\n"),
                Role::Code => ("<pre><code>", "</code></pre>\n"),
                Role::Caption | Role::Footnote => ("<p class=\"small\">", "</p>\n"),
                _ => ("<p>", "</p>\n"),
            };
            out.push_str(open);
            number(out);
            spans(out, words);
            out.push_str(close);
        }
        PassageBody::Picture { alt, picture } => match picture.as_ref().filter(|p| !p.link.is_empty()) {
            Some(picture) => {
                out.push_str("<figure><img src=\"");
                escape(out, &picture.link);
                out.push_str("\" alt=\"");
                escape(out, alt);
                out.push_str("\"></figure>\n");
            }
            None => {
                out.push_str("<p class=\"small\">");
                escape(out, alt);
                out.push_str("</p>\n");
            }
        },
        PassageBody::Table(rows) => {
            let grid = grid(rows);
            out.push_str("<table class=\"table\">\n");
            for (at, row) in grid.rows.iter().enumerate() {
                out.push_str("<tr>");
                row.iter().for_each(|slot| self::slot(out, slot, at < grid.head));
                out.push_str("</tr>\n");
            }
            out.push_str("</table>\n");
        }
    }
    if let Some(code) = &passage.code {
        out.push_str("<p class=\"small\"><a href=\"");
        escape(out, &code.link);
        out.push_str("\">");
        escape(out, &code.text);
        out.push_str("</a></p>\n");
    }
}

fn slot(out: &mut String, slot: &Slot<'_>, head: bool) {
    match slot {
        Slot::Below(_) => {}
        Slot::Empty => out.push_str("<td></td>"),
        Slot::Cell { cell, columns, rows } => {
            let tag = if head && !cell.spans.is_empty() { "th scope=\"col\"" } else { "td" };
            let _ = write!(out, "<{tag} colspan=\"{columns}\" rowspan=\"{rows}\">");
            spans(out, &cell.spans);
            let _ = write!(out, "</{}>", &tag[..2]);
        }
    }
}
