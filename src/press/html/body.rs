//! The content as HTML. Expects a prepared document.

use std::fmt::Write as _;

use crate::model::{Block, Document, Figure, Item, List, Piece, PieceKind, Span, Table};

/// Appends text with everything that HTML would read as markup escaped.
pub(super) fn escape(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
}

/// Appends an element around a text; nothing when the text is empty.
fn element(out: &mut String, tag: &str, class: &str, text: &str) {
    if text.is_empty() {
        return;
    }
    open(out, tag, class);
    escape(out, text);
    close(out, tag);
}

fn open(out: &mut String, tag: &str, class: &str) {
    out.push('<');
    out.push_str(tag);
    if !class.is_empty() {
        out.push_str(" class=\"");
        out.push_str(class);
        out.push('"');
    }
    out.push('>');
}

fn close(out: &mut String, tag: &str) {
    out.push_str("</");
    out.push_str(tag);
    out.push_str(">\n");
}

/// Appends the whole document: its title, its contents, its blocks, its fingerprint.
pub(super) fn document(out: &mut String, doc: &Document) {
    // Writing to a String cannot fail: here and below the result of write! carries nothing.
    let _ = writeln!(out, "<article class=\"press\" lang=\"{}\">", doc.lang.code());
    out.push_str("<header class=\"press-head\">\n");
    element(out, "p", "press-promoters", &doc.promoters.join(" \u{b7} "));
    element(out, "h1", "", &doc.title);
    element(out, "p", "press-subtitle lead", doc.subtitle.as_deref().unwrap_or_default());
    element(out, "p", "press-number", doc.number.as_deref().unwrap_or_default());
    element(out, "p", "press-date", &doc.date);
    out.push_str("</header>\n");
    summary(out, doc);
    contents(out, doc);
    let mut tables = 0;
    for block in &doc.blocks {
        self::block(out, block, doc, &mut tables);
    }
    if let Some(fingerprint) = &doc.fingerprint {
        out.push_str("<footer class=\"press-foot\">\n<p>");
        escape(out, &doc.labels.fingerprint);
        out.push_str(" <code>");
        escape(out, fingerprint);
        out.push_str("</code></p>\n</footer>\n");
    }
    out.push_str("</article>\n");
}

/// What the document says in short.
fn summary(out: &mut String, doc: &Document) {
    let Some(summary) = &doc.summary else { return };
    out.push_str("<section class=\"press-summary\">\n");
    element(out, "h2", "", &summary.title);
    for text in &summary.paragraphs {
        out.push_str("<p>");
        for (n, line) in text.lines().enumerate() {
            if n > 0 {
                out.push_str("<br>");
            }
            escape(out, line);
        }
        close(out, "p");
    }
    out.push_str("</section>\n");
}

/// The table of contents: nested lists of links down to level 3, when there is more than one heading and the document is not short.
fn contents(out: &mut String, doc: &Document) {
    let entries: Vec<_> = doc
        .blocks
        .iter()
        .filter_map(|b| match b {
            Block::Heading { level, text, anchor: Some(anchor) } if *level <= 3 => Some((*level, text.clone(), anchor)),
            Block::Passage(passage) => {
                let (level, text) = passage.heading().filter(|h| h.0 <= 3)?;
                Some((level.max(1), text, passage.anchor.as_ref()?))
            }
            _ => None,
        })
        .collect();
    if doc.short || entries.len() < 2 {
        return;
    }
    let (label, title) =
        if doc.labels.contents.is_empty() { ("aria-label", "#") } else { ("aria-labelledby", "press-contents") };
    let _ = writeln!(out, "<nav class=\"press-contents\" {label}=\"{title}\">");
    if !doc.labels.contents.is_empty() {
        out.push_str("<h2 id=\"press-contents\">");
        escape(out, &doc.labels.contents);
        close(out, "h2");
    }
    let mut depth = 0;
    for (level, text, anchor) in entries {
        let level = level.min(depth + 1);
        if level > depth {
            out.push_str("<ol>\n");
        } else {
            for _ in level..depth {
                out.push_str("</li>\n</ol>\n");
            }
            out.push_str("</li>\n");
        }
        depth = level;
        let _ = write!(out, "<li><a href=\"#{anchor}\">");
        escape(out, &text);
        out.push_str("</a>");
    }
    for _ in 0..depth {
        out.push_str("</li>\n</ol>\n");
    }
    out.push_str("</nav>\n");
}

fn block(out: &mut String, block: &Block, doc: &Document, tables: &mut u32) {
    match block {
        Block::Heading { level, text, anchor } => {
            let _ = write!(out, "<h{} id=\"{}\">", level + 1, anchor.as_deref().unwrap_or_default());
            escape(out, text);
            let _ = writeln!(out, "</h{}>", level + 1);
        }
        Block::Paragraph { spans } => {
            open(out, "p", "");
            self::spans(out, spans);
            close(out, "p");
        }
        Block::List(list) => self::list(out, list),
        Block::Table(table) => {
            *tables += 1;
            self::table(out, table, *tables);
        }
        Block::Quote { spans, source } => {
            out.push_str("<figure class=\"press-quote\">\n<blockquote class=\"blockquote\"><p>");
            self::spans(out, spans);
            out.push_str("</p></blockquote>\n");
            element(out, "figcaption", "blockquote-footer", source.as_deref().unwrap_or_default());
            close(out, "figure");
        }
        Block::Figures { items } => figures(out, items),
        Block::Redline { pieces } => redline(out, pieces, doc),
        Block::Names { items } => {
            out.push_str("<ol class=\"press-names\">\n");
            for name in items {
                out.push_str("<li>");
                escape(out, name);
                close(out, "li");
            }
            close(out, "ol");
        }
        Block::Passage(passage) => super::passage::passage(out, passage),
        Block::PageBreak => out.push_str("<hr class=\"press-break\">\n"),
    }
}

/// Text of several looks. Several lines become line breaks.
pub(super) fn spans(out: &mut String, spans: &[Span]) {
    for span in spans {
        if let Some(link) = &span.link {
            out.push_str("<a href=\"");
            escape(out, link);
            out.push_str("\">");
        }
        let tags = [(span.bold, "strong"), (span.italic, "em")];
        for (_, tag) in tags.iter().filter(|(on, _)| *on) {
            let _ = write!(out, "<{tag}>");
        }
        lines(out, &span.text);
        for (_, tag) in tags.iter().rev().filter(|(on, _)| *on) {
            let _ = write!(out, "</{tag}>");
        }
        if span.link.is_some() {
            out.push_str("</a>");
        }
    }
}

fn lines(out: &mut String, text: &str) {
    for (i, line) in text.split('\n').enumerate() {
        if i > 0 {
            out.push_str("<br>\n");
        }
        escape(out, line);
    }
}

fn list(out: &mut String, list: &List) {
    match (list.ordered, list.start) {
        (true, Some(start)) if start != 1 => {
            let _ = writeln!(out, "<ol start=\"{start}\">");
        }
        (true, _) => out.push_str("<ol>\n"),
        (false, _) => out.push_str("<ul>\n"),
    }
    for Item { spans, list } in &list.items {
        out.push_str("<li>");
        self::spans(out, spans);
        if let Some(inner) = list {
            out.push('\n');
            self::list(out, inner);
        }
        close(out, "li");
    }
    close(out, if list.ordered { "ol" } else { "ul" });
}

/// A table in a region of its own, which the keyboard can reach and scroll when it is wider than the screen.
fn table(out: &mut String, table: &Table, number: u32) {
    let named = !table.caption.is_empty();
    if named {
        let _ = writeln!(
            out,
            "<div class=\"press-table table-responsive\" role=\"region\" tabindex=\"0\" aria-labelledby=\"press-table-{number}\">"
        );
    } else {
        out.push_str("<div class=\"press-table table-responsive\">\n");
    }
    out.push_str("<table class=\"table\">\n");
    if named {
        let _ = write!(out, "<caption id=\"press-table-{number}\">");
        escape(out, &table.caption);
        close(out, "caption");
    }
    let numeric = |column: usize| table.numeric.get(column).copied().unwrap_or_default();
    if table.head.iter().any(|h| !h.is_empty()) {
        out.push_str("<thead>\n<tr>");
        for (column, head) in table.head.iter().enumerate() {
            // A heading without text would be announced as one: an empty cell is no heading.
            if head.is_empty() {
                out.push_str("<td></td>");
                continue;
            }
            out.push_str(if numeric(column) { "<th scope=\"col\" class=\"text-end\">" } else { "<th scope=\"col\">" });
            escape(out, head);
            out.push_str("</th>");
        }
        out.push_str("</tr>\n</thead>\n");
    }
    out.push_str("<tbody>\n");
    for row in &table.rows {
        out.push_str("<tr>");
        for (column, cell) in row.iter().enumerate() {
            out.push_str(if numeric(column) { "<td class=\"text-end\">" } else { "<td>" });
            spans(out, cell);
            out.push_str("</td>");
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>\n</div>\n");
}

fn figures(out: &mut String, items: &[Figure]) {
    out.push_str("<ul class=\"press-figures\">\n");
    for Figure { value, label } in items {
        out.push_str("<li><strong>");
        escape(out, value);
        out.push_str("</strong> <span>");
        escape(out, label);
        out.push_str("</span></li>\n");
    }
    close(out, "ul");
}

fn redline(out: &mut String, pieces: &[Piece], doc: &Document) {
    out.push_str("<div class=\"press-redline\">\n");
    let (added, removed) = (&doc.labels.added, &doc.labels.removed);
    if !added.is_empty() || !removed.is_empty() {
        out.push_str("<p class=\"press-legend\">");
        for (tag, label) in [("ins", added), ("del", removed)] {
            if !label.is_empty() {
                let _ = write!(out, "<{tag}>");
                escape(out, label);
                let _ = write!(out, "</{tag}> ");
            }
        }
        out.push_str("</p>\n");
    }
    out.push_str("<p>");
    for piece in pieces {
        let tag = match piece.change {
            PieceKind::Same => "",
            PieceKind::Added => "ins",
            PieceKind::Removed => "del",
        };
        if tag.is_empty() {
            lines(out, &piece.text);
        } else {
            let _ = write!(out, "<{tag}>");
            lines(out, &piece.text);
            let _ = write!(out, "</{tag}>");
        }
    }
    out.push_str("</p>\n</div>\n");
}
