//! A passage's content as HTML. Everything is escaped by Maud; addresses are let through by scheme.

use maud::{Markup, html};
use reader::{Block, BlockKind, Body, Cell, Span};

use domain::plans;

use super::address;
use super::ways::Ways;

/// What a block needs to know of the page it stands on.
#[derive(Debug, Clone, Copy)]
pub struct Around<'a> {
    /// The word of the process in addresses: where its pictures are.
    pub slug: &'a str,
    /// The rank of the element for a heading.
    pub heading: u8,
    /// Names a table for those who hear it.
    pub label: &'a str,
    /// Stands for a picture that has no alternative text yet.
    pub unsaid: &'a str,
    /// Where links to other passages lead.
    pub ways: Ways<'a>,
}

/// The content of a block.
pub fn block(block: &Block, around: Around<'_>) -> Markup {
    let heading = around.heading;
    let spans: &[Span] = match &block.body {
        Body::Table { rows } => return table(rows, around),
        Body::Figure { alt, image } => return figure(alt, image.as_deref(), around),
        Body::Text(spans) => spans,
    };
    let (number, text) = (number(block), inline(spans, around));
    match block.kind {
        BlockKind::Heading { .. } => ranked(heading, &html! { (number) (text) }),
        BlockKind::Quote => html! { blockquote.blockquote { p { (number) (text) } } },
        BlockKind::Code => html! { pre tabindex="0" { code { (plain(spans)) } } },
        BlockKind::Caption => html! { p.small.fst-italic { (number) (text) } },
        BlockKind::Footnote => html! { p.small { sup { (block.number.as_deref().unwrap_or("*")) } " " (text) } },
        BlockKind::Paragraph | BlockKind::ListItem { .. } | BlockKind::Table | BlockKind::Figure => {
            html! { p { (number) (text) } }
        }
    }
}

/// A picture with its alternative text; where its bytes could not be kept, the text stands in its place.
fn figure(alt: &str, image: Option<&str>, around: Around<'_>) -> Markup {
    let words = if alt.trim().is_empty() { around.unsaid } else { alt };
    html! {
        figure.passage-figure {
            @match image {
                Some(name) => { img src=(address::image(around.slug, name)) alt=(words) loading="lazy" decoding="async"; }
                None => { figcaption.small { (words) } }
            }
        }
    }
}

fn number(block: &Block) -> Markup {
    html! { @if let Some(number) = &block.number { (number) " " } }
}

fn ranked(rank: u8, text: &Markup) -> Markup {
    match rank {
        0..=2 => html! { h2 { (text) } },
        3 => html! { h3 { (text) } },
        4 => html! { h4 { (text) } },
        5 => html! { h5 { (text) } },
        _ => html! { h6 { (text) } },
    }
}

fn plain(spans: &[Span]) -> String {
    spans.iter().map(|s| s.text.as_str()).collect()
}

/// Stretches of text: bold, italic, links, line breaks. A link whose words look different here and there is one link.
fn inline(spans: &[Span], around: Around<'_>) -> Markup {
    html! {
        @for run in spans.chunk_by(|a, b| a.link == b.link) {
            @let words = html! { @for span in run { (styled(span)) } };
            (linked(run.first().and_then(|span| span.link.as_deref()), &words, around))
        }
    }
}

fn styled(span: &Span) -> Markup {
    let mut out = lines(&span.text);
    if span.italic {
        out = html! { em { (out) } };
    }
    if span.bold {
        out = html! { strong { (out) } };
    }
    out
}

fn linked(link: Option<&str>, words: &Markup, around: Around<'_>) -> Markup {
    match (link, link.and_then(plans::target)) {
        (_, Some(code)) => html! { a href=(around.ways.to(around.slug, code)) { (words) } },
        (Some(link), None) if leads_out(link) => html! { a href=(link) rel="noopener nofollow" { (words) } },
        _ => words.clone(),
    }
}

/// Text with its line breaks.
pub fn lines(text: &str) -> Markup {
    html! { @for (i, line) in text.split('\n').enumerate() { @if i > 0 { br; } (line) } }
}

/// Whether an address leads to the web or to mail. A name that a document gave a place of its own is none here: it stays text.
fn leads_out(link: &str) -> bool {
    let link = link.to_ascii_lowercase();
    ["http://", "https://", "mailto:"].iter().any(|scheme| link.starts_with(scheme))
}

/// Rows that are all header cells, at the top, are the table's head, unless a cell of theirs reaches below it.
fn head_rows(rows: &[Vec<Cell>]) -> usize {
    let head = rows.iter().take_while(|r| !r.is_empty() && r.iter().all(|c| c.header)).count();
    let inside = |(n, row): (usize, &Vec<Cell>)| row.iter().all(|c| n + usize::from(c.rowspan) <= head);
    if head < rows.len() && rows.iter().take(head).enumerate().all(inside) { head } else { 0 }
}

fn table(rows: &[Vec<Cell>], around: Around<'_>) -> Markup {
    let (head, body) = rows.split_at(head_rows(rows));
    html! {
        div.table-scroll role="region" aria-label=(around.label) tabindex="0" {
            table.table {
                @if !head.is_empty() { thead { @for cells in head { tr { @for c in cells { (cell(c, "col", around)) } } } } }
                tbody {
                    @for cells in body {
                        @let scope = if cells.iter().all(|c| c.header) { "col" } else { "row" };
                        tr { @for c in cells { (cell(c, scope, around)) } }
                    }
                }
            }
        }
    }
}

fn cell(cell: &Cell, scope: &str, around: Around<'_>) -> Markup {
    let over = |n: u16| (n > 1).then_some(n.min(1000));
    let (columns, rows, text) = (over(cell.colspan), over(cell.rowspan), inline(&cell.spans, around));
    if cell.header && !plain(&cell.spans).trim().is_empty() {
        html! { th scope=(scope) colspan=[columns] rowspan=[rows] { (text) } }
    } else {
        html! { td colspan=[columns] rowspan=[rows] { (text) } }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(text: &str) -> Span {
        Span { text: text.to_owned(), ..Span::default() }
    }

    const AROUND: Around<'_> =
        Around { slug: "x", heading: 3, label: "Tabella \"<P-001>\"", unsaid: "senza <testo>", ways: Ways::Permanent };

    #[test]
    fn a_picture_has_its_words() {
        let figure = |alt: &str, image: Option<&str>| {
            let body = Body::Figure { alt: alt.to_owned(), image: image.map(str::to_owned) };
            block(&Block { kind: BlockKind::Figure, body, number: None }, AROUND).into_string()
        };
        assert!(
            figure("\"><b>x", Some("ab")).contains("<img src=\"/percorsi/x/immagini/ab\" alt=\"&quot;&gt;&lt;b&gt;x\"")
        );
        assert!(figure("", Some("ab")).contains("alt=\"senza &lt;testo&gt;\""));
        assert!(figure("una pianta", None).contains("<figcaption class=\"small\">una pianta"));
    }

    fn shown(kind: BlockKind, body: Body) -> String {
        block(&Block { kind, body, number: Some("1.<b>".to_owned()) }, AROUND).into_string()
    }

    const HOSTILE: [&str; 5] = [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "</p></section><h1>x</h1>",
        "' onmouseover='alert(1)",
        "&lt;script&gt; ${x} {{x}} <!-- ",
    ];

    const KINDS: [BlockKind; 7] = [
        BlockKind::Heading { level: 9 },
        BlockKind::Paragraph,
        BlockKind::ListItem { depth: 9, ordered: true },
        BlockKind::Quote,
        BlockKind::Code,
        BlockKind::Caption,
        BlockKind::Footnote,
    ];

    /// The tags of a piece of HTML, names only; what is escaped is no tag.
    fn tags(html: &str) -> Vec<String> {
        let names = html.split('<').skip(1).map(|t| t.trim_start_matches('/'));
        names.map(|t| t.chars().take_while(char::is_ascii_alphanumeric).collect()).collect()
    }

    #[test]
    fn hostile_words_stay_words() {
        let known = [
            "p",
            "h3",
            "blockquote",
            "pre",
            "code",
            "sup",
            "strong",
            "em",
            "a",
            "br",
            "div",
            "table",
            "tbody",
            "thead",
            "tr",
            "td",
            "th",
        ];
        for hostile in HOSTILE {
            let inner = [format!("#P-{hostile}"), format!("#P-036{hostile}"), format!("#{hostile}")];
            let links = [hostile.to_owned(), format!("https://x/{hostile}")].into_iter().chain(inner);
            for link in [None].into_iter().chain(links.map(Some)) {
                let one = Span { text: format!("{hostile}\n{hostile}"), bold: true, italic: true, link };
                let cell = Cell { spans: vec![one.clone()], header: true, colspan: 2, rowspan: 9 };
                let mut pages: Vec<String> = KINDS.iter().map(|k| shown(*k, Body::Text(vec![one.clone()]))).collect();
                pages.push(shown(BlockKind::Table, Body::Table { rows: vec![vec![cell]] }));
                for page in pages {
                    assert!(tags(&page).iter().all(|t| known.contains(&t.as_str())), "{page}");
                    for open in page.split('<').skip(1).filter_map(|t| t.split('>').next()) {
                        let outside: String = open.split('"').step_by(2).collect();
                        assert!(!outside.contains(" on"), "an attribute broke out: {open}");
                    }
                }
            }
        }
    }

    #[test]
    fn only_the_web_and_mail_are_linked() {
        let link = |to: &str| inline(&[Span { link: Some(to.to_owned()), ..span("x") }], AROUND).into_string();
        for bad in [
            "javascript:alert(1)",
            " https://x",
            "#sez1",
            "#r77",
            "#P-",
            "#P-1x",
            "data:text/html,x",
            "//evil",
            "vbscript:x",
            "",
        ] {
            assert_eq!(link(bad), "x", "{bad}");
        }
        assert!(link("HTTPS://example.org/?a=1&b=\"").contains("href=\"HTTPS://example.org/?a=1&amp;b=&quot;\""));
        assert!(link("mailto:a@example.org").starts_with("<a href=\"mailto:"));
    }

    #[test]
    fn another_passage_is_linked_where_it_is_read() {
        let spans = [Span { link: Some("#P-036".to_owned()), bold: true, ..span("qui") }];
        let places = |codes: &[i32]| plans::Places::of_codes(codes.iter().copied());
        let (here, near, nowhere) = (places(&[36]), places(&[36, 1]), places(&[1]));
        let version = |number, here, there| Ways::Version { number, here, there };
        let table = [
            (Ways::Permanent, "/percorsi/x/passaggi/36"),
            (Ways::Draft, "/percorsi/x/gestione/piano/anteprima?capitolo=36#p36"),
            (version(Some(2), &here, &here), "#p36"),
            (version(Some(2), &nowhere, &near), "/percorsi/x/piano/2/capitolo/36#p36"),
            (version(None, &nowhere, &near), "/percorsi/x/gestione/piano/anteprima?capitolo=36#p36"),
            (version(Some(2), &nowhere, &nowhere), "/percorsi/x/passaggi/36"),
        ];
        for (ways, to) in table {
            let html = inline(&spans, Around { ways, ..AROUND }).into_string();
            assert_eq!(html, format!("<a href=\"{to}\"><strong>qui</strong></a>"));
        }
    }

    #[test]
    fn spans_nest_and_break() {
        let spans = [span("a\nb "), Span { bold: true, italic: true, ..span("c") }];
        assert_eq!(inline(&spans, AROUND).into_string(), "a<br>b <strong><em>c</em></strong>");
        let to = |text: &str, bold| Span { link: Some("mailto:a@example.org".to_owned()), bold, ..span(text) };
        let one = inline(&[to("si ", false), to("scriva", true), span(".")], AROUND).into_string();
        assert_eq!(one, "<a href=\"mailto:a@example.org\" rel=\"noopener nofollow\">si <strong>scriva</strong></a>.");
    }

    fn row(header: bool, cells: &[(&str, u16, u16)]) -> Vec<Cell> {
        let cell = |(text, colspan, rowspan): &(&str, u16, u16)| Cell {
            spans: vec![span(text)],
            header,
            colspan: *colspan,
            rowspan: *rowspan,
        };
        cells.iter().map(cell).collect()
    }

    #[test]
    fn tables_have_heads_and_spans() {
        let rows = vec![row(true, &[("A", 2, 1), ("", 1, 1)]), row(false, &[("1", 1, 1), ("2", 1, 1), ("3", 1, 1)])];
        let html = table(&rows, AROUND).into_string();
        assert!(html.contains("<thead><tr><th scope=\"col\" colspan=\"2\">A</th><td></td></tr></thead>"), "{html}");
        assert!(html.contains("<tbody><tr><td>1</td>"), "{html}");
        // A head cell that reaches into the body would be cut there: then there is no head.
        let rows = vec![row(true, &[("A", 1, 2), ("B", 1, 1)]), row(false, &[("2", 1, 1)])];
        let html = table(&rows, AROUND).into_string();
        assert!(!html.contains("<thead>") && html.contains("<th scope=\"col\" rowspan=\"2\">A</th>"), "{html}");
    }

    #[test]
    fn headings_end_at_six() {
        let html = |rank| {
            block(
                &Block { kind: BlockKind::Heading { level: 1 }, body: Body::Text(vec![span("t")]), number: None },
                Around { heading: rank, ..AROUND },
            )
            .into_string()
        };
        assert_eq!((html(2).as_str(), html(9).as_str()), ("<h2>t</h2>", "<h6>t</h6>"));
    }
}
