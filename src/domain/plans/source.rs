//! A passage as it is typed, and back. Text: `**strong**`, `*emphasis*`, `[words](https://address)`, `[words](#P-036)` for another passage,
//! a line end is a line end.
//! A table: a line for each row, `| cell | cell |`; `!` before a header cell, `{2x3}` before one that covers two columns and three
//! rows, `\n` for a line end within. A backslash before any other sign makes it a plain sign. Pure; reading what was written
//! gives the same words, and the same styles but for those of spaces at their edges.

use reader::{Block, BlockKind, Body, Cell, Span};

use super::inner;

/// What a passage's text is typed as.
pub fn written(block: &Block) -> String {
    match &block.body {
        Body::Text(spans) if block.kind == BlockKind::Code => spans.iter().map(|s| s.text.as_str()).collect(),
        Body::Text(spans) => inline(spans, false),
        Body::Figure { alt, .. } => alt.clone(),
        Body::Table { rows } => rows.iter().map(|row| line(row)).collect::<Vec<_>>().join("\n"),
    }
}

/// The block of some kind that a text says; `image` is the picture a figure keeps. None where a table has no cell.
pub fn block(kind: BlockKind, number: &str, source: &str, image: Option<String>) -> Option<Block> {
    let source = source.trim_matches(['\n', '\r']);
    let body = match kind {
        BlockKind::Table => Body::Table { rows: rows(source)? },
        BlockKind::Figure => Body::Figure { alt: source.trim().to_owned(), image },
        BlockKind::Code => Body::Text(vec![Span { text: source.to_owned(), ..Span::default() }]),
        _ => Body::Text(spans(source.trim())),
    };
    let number = number.trim();
    Some(Block { kind, body, number: (!number.is_empty()).then(|| number.to_owned()) })
}

/// Stretches of text as they are typed; within a cell a line end is `\n`.
pub fn inline(of: &[Span], cell: bool) -> String {
    let mut out = String::new();
    let (mut bold, mut italic) = (false, false);
    for span in plain_edges(of) {
        if bold != span.bold {
            out.push_str("**");
        }
        if italic != span.italic {
            out.push('*');
        }
        (bold, italic) = (span.bold, span.italic);
        let text = escaped(&span.text, cell);
        match &span.link {
            Some(link) => out.push_str(&format!("[{text}]({})", address(link))),
            None => out.push_str(&text),
        }
    }
    out.push_str(if bold { "**" } else { "" });
    out.push_str(if italic { "*" } else { "" });
    out
}

/// Plain words, typed so that none of their signs means anything.
pub fn plain(words: &str) -> String {
    escaped(words, false)
}

fn escaped(text: &str, cell: bool) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' if cell => out.push_str("\\n"),
            '\\' | '*' | '[' | ']' => out.extend(['\\', c]),
            '|' if cell => out.push_str("\\|"),
            c => out.push(c),
        }
    }
    out
}

/// An address without the signs that would end it.
fn address(link: &str) -> String {
    link.chars().fold(String::with_capacity(link.len()), |mut out, c| {
        match c {
            '(' => out.push_str("%28"),
            ')' => out.push_str("%29"),
            c if c.is_whitespace() => out.push_str("%20"),
            c => out.push(c),
        }
        out
    })
}

/// The same stretches, with spaces at the edges of emphasis outside it, and like stretches together.
pub fn plain_edges(of: &[Span]) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    for span in of {
        let styled = (span.bold || span.italic) && span.link.is_none();
        let inner = if styled { span.text.trim() } else { span.text.as_str() };
        if inner.is_empty() {
            push(&mut out, Span { text: span.text.clone(), ..Span::default() });
            continue;
        }
        let from = span.text.find(inner).unwrap_or(0);
        let (before, after) = (&span.text[..from], &span.text[from + inner.len()..]);
        push(&mut out, Span { text: before.to_owned(), ..Span::default() });
        push(&mut out, Span { text: inner.to_owned(), ..span.clone() });
        push(&mut out, Span { text: after.to_owned(), ..Span::default() });
    }
    out
}

fn push(out: &mut Vec<Span>, span: Span) {
    if span.text.is_empty() {
        return;
    }
    match out.last_mut() {
        Some(last) if (last.bold, last.italic, &last.link) == (span.bold, span.italic, &span.link) => {
            last.text.push_str(&span.text);
        }
        _ => out.push(span),
    }
}

/// A sign of the text as it was typed.
#[derive(Debug, Clone, PartialEq)]
enum Sign {
    Bold,
    Italic,
    Char(char),
    Link(Vec<char>, String),
}

/// What a text typed says.
pub fn spans(source: &str) -> Vec<Span> {
    let mut signs = signs(&source.chars().collect::<Vec<_>>());
    for (mark, text) in [(Sign::Bold, "**"), (Sign::Italic, "*")] {
        // What was opened and never closed is no emphasis.
        if signs.iter().filter(|s| **s == mark).count() % 2 == 1
            && let Some(at) = signs.iter().rposition(|s| *s == mark)
        {
            signs.splice(at..=at, text.chars().map(Sign::Char));
        }
    }
    let (mut out, mut bold, mut italic) = (Vec::new(), false, false);
    for sign in signs {
        match sign {
            Sign::Bold => bold = !bold,
            Sign::Italic => italic = !italic,
            Sign::Char(c) => push(&mut out, Span { text: c.to_string(), bold, italic, link: None }),
            Sign::Link(text, to) => {
                let text: String = text.into_iter().collect();
                push(&mut out, Span { text, bold, italic, link: Some(to) });
            }
        }
    }
    out
}

fn signs(typed: &[char]) -> Vec<Sign> {
    let (mut out, mut i) = (Vec::new(), 0);
    while let Some(c) = typed.get(i).copied() {
        match c {
            '\\' => {
                let (c, n) = unescaped(&typed[i..]);
                out.push(Sign::Char(c));
                i += n;
            }
            '*' => {
                let run = typed[i..].iter().take_while(|c| **c == '*').count();
                let blank = |c: Option<&char>| c.is_none_or(|c| c.is_whitespace());
                let alone = blank(i.checked_sub(1).and_then(|b| typed.get(b))) && blank(typed.get(i + run));
                if alone || run > 3 {
                    out.extend(std::iter::repeat_n(Sign::Char('*'), run));
                } else {
                    out.extend((run >= 2).then_some(Sign::Bold));
                    out.extend((run % 2 == 1).then_some(Sign::Italic));
                }
                i += run;
            }
            '[' => match link(&typed[i..]) {
                Some((text, to, n)) => {
                    out.push(Sign::Link(text, to));
                    i += n;
                }
                None => {
                    out.push(Sign::Char('['));
                    i += 1;
                }
            },
            c => {
                out.push(Sign::Char(c));
                i += 1;
            }
        }
    }
    out
}

/// The sign a backslash makes plain, and how long both are.
fn unescaped(typed: &[char]) -> (char, usize) {
    match typed.get(1) {
        Some('n') => ('\n', 2),
        Some(c) if !c.is_alphanumeric() && !c.is_whitespace() => (*c, 2),
        _ => ('\\', 1),
    }
}

/// `[words](address)`, and how long it is; only where the address is one that may stand in a plan.
fn link(typed: &[char]) -> Option<(Vec<char>, String, usize)> {
    let (mut text, mut i) = (Vec::new(), 1);
    loop {
        match typed.get(i)? {
            ']' => break,
            '[' => return None,
            '\\' => {
                let (c, n) = unescaped(&typed[i..]);
                text.push(c);
                i += n;
            }
            c => {
                text.push(*c);
                i += 1;
            }
        }
    }
    if typed.get(i + 1) != Some(&'(') || text.is_empty() {
        return None;
    }
    let end = typed[i..].iter().position(|c| *c == ')')? + i;
    let to: String = typed[i + 2..end].iter().collect();
    let lower = to.to_ascii_lowercase();
    let known = ["http://", "https://", "mailto:", "#"].iter().any(|scheme| lower.starts_with(scheme));
    let plain = !to.chars().any(|c| c.is_whitespace() || c.is_control());
    (known && plain).then(|| (text, inner::typed(&to), end + 1))
}

/// A row of a table as it is typed.
fn line(row: &[Cell]) -> String {
    let mut out = "|".to_owned();
    for cell in row {
        out.push(' ');
        out.push_str(if cell.header { "!" } else { "" });
        if (cell.colspan, cell.rowspan) != (1, 1) {
            out.push_str(&format!("{{{}x{}}}", cell.colspan, cell.rowspan));
        }
        let text = inline(&cell.spans, true);
        // A text that begins as a mark does is no mark.
        let (trimmed, marks) = (text.trim(), text.trim().starts_with(['!', '{']));
        out.push_str(if marks { "\\" } else { "" });
        out.push_str(trimmed);
        out.push_str(" |");
    }
    out
}

/// The rows a text says; none where there is no cell in it.
fn rows(source: &str) -> Option<Vec<Vec<Cell>>> {
    let rows: Vec<Vec<Cell>> = source.lines().map(str::trim).filter(|l| !l.is_empty()).map(row).collect();
    rows.iter().any(|row| !row.is_empty()).then_some(rows)
}

fn row(line: &str) -> Vec<Cell> {
    let inner = line.strip_prefix('|').unwrap_or(line);
    let mut cells: Vec<String> = vec![String::new()];
    let mut escaped = false;
    for c in inner.chars() {
        if c == '|' && !escaped {
            cells.push(String::new());
        } else if let Some(last) = cells.last_mut() {
            last.push(c);
        }
        escaped = c == '\\' && !escaped;
    }
    if cells.last().is_some_and(|last| last.trim().is_empty()) {
        cells.pop();
    }
    cells.iter().map(|text| cell(text.trim())).collect()
}

fn cell(text: &str) -> Cell {
    let (header, text) = text.strip_prefix('!').map_or((false, text), |rest| (true, rest.trim_start()));
    let covers = |text: &str| {
        let (mark, rest) = text.strip_prefix('{')?.split_once('}')?;
        let (columns, rows) = mark.split_once('x')?;
        let within = |n: &str| n.parse::<u16>().ok().filter(|n| (1..=1000).contains(n));
        Some((within(columns)?, within(rows)?, rest.trim_start().to_owned()))
    };
    let (colspan, rowspan, text) = covers(text).unwrap_or((1, 1, text.to_owned()));
    Cell { spans: spans(&text), header, colspan, rowspan }
}

/// Two blocks out of one: the text is cut where an empty line stands.
pub fn parts(source: &str) -> Vec<String> {
    let mut parts: Vec<String> = vec![String::new()];
    for line in source.replace("\r\n", "\n").split('\n') {
        if line.trim().is_empty() {
            if parts.last().is_some_and(|p| !p.is_empty()) {
                parts.push(String::new());
            }
        } else if let Some(last) = parts.last_mut() {
            if !last.is_empty() {
                last.push('\n');
            }
            last.push_str(line);
        }
    }
    parts.retain(|p| !p.trim().is_empty());
    parts
}

/// One text out of two passages: the words of the second after those of the first.
pub fn joined(first: &Block, second: &Block) -> Option<Body> {
    let (Body::Text(a), Body::Text(b)) = (&first.body, &second.body) else { return None };
    let mut spans: Vec<Span> = Vec::new();
    let number = second.number.iter().map(|n| Span { text: format!("{n} "), ..Span::default() });
    let gap = Span { text: " ".to_owned(), ..Span::default() };
    a.iter().cloned().chain([gap]).chain(number).chain(b.iter().cloned()).for_each(|s| push(&mut spans, s));
    Some(Body::Text(spans))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn span(text: &str, bold: bool, italic: bool, link: Option<&str>) -> Span {
        Span { text: text.to_owned(), bold, italic, link: link.map(str::to_owned) }
    }

    #[test]
    fn what_is_typed_is_what_is_meant() {
        let table = [
            (
                "uno **due** tre",
                vec![
                    span("uno ", false, false, None),
                    span("due", true, false, None),
                    span(" tre", false, false, None),
                ],
            ),
            ("***a***b", vec![span("a", true, true, None), span("b", false, false, None)]),
            ("5 * 3 e 2 ** 4", vec![span("5 * 3 e 2 ** 4", false, false, None)]),
            ("mai *chiuso", vec![span("mai *chiuso", false, false, None)]),
            (
                "si veda [il sito](https://example.org/?a=1)",
                vec![
                    span("si veda ", false, false, None),
                    span("il sito", false, false, Some("https://example.org/?a=1")),
                ],
            ),
            (
                "[qui](#p36), [lì](#r7)",
                vec![
                    span("qui", false, false, Some("#P-036")),
                    span(", ", false, false, None),
                    span("lì", false, false, Some("#r7")),
                ],
            ),
            ("[x](javascript:alert(1))", vec![span("[x](javascript:alert(1))", false, false, None)]),
            ("\\*uno\\* \\[due\\]", vec![span("*uno* [due]", false, false, None)]),
        ];
        for (typed, meant) in table {
            assert_eq!(spans(typed), meant, "{typed}");
        }
        assert_eq!(parts("uno\ndue\n\n\n tre\n"), ["uno\ndue", " tre"]);
    }

    #[test]
    fn tables_are_lines() {
        let typed = "| !Anno | !{2x1}Spesa |\n| 2031 | a \\| b | \\!c\\nd |\n|";
        let block = block(BlockKind::Table, "", typed, None).unwrap();
        let Body::Table { rows } = &block.body else { panic!() };
        assert_eq!((rows.len(), rows[0].len(), rows[1].len(), rows[2].len()), (3, 2, 3, 0));
        assert_eq!((rows[0][1].colspan, rows[0][1].header), (2, true));
        assert_eq!((rows[1][2].spans[0].text.as_str(), rows[1][2].header), ("!c\nd", false));
        assert_eq!(written(&block), typed);
        assert!(super::block(BlockKind::Table, "", " | ", None).is_none());
    }

    prop_compose! {
        fn any_span()(text in "[a-zè*\\\\\\[\\]()| \n!{}_.]{1,8}", bold: bool, italic: bool, link: bool) -> Span {
            let to = link.then(|| if bold { "https://example.org/a" } else { "#P-036" }.to_owned());
            Span { text, bold, italic, link: to }
        }
    }

    proptest! {
        #[test]
        fn what_was_written_is_read_back(of in prop::collection::vec(any_span(), 0..6)) {
            let tidy = plain_edges(&of);
            let back = spans(&inline(&of, false));
            prop_assert_eq!(&back, &tidy, "{:?}", inline(&of, false));
            let words = |spans: &[Span]| spans.iter().map(|s| s.text.as_str()).collect::<String>();
            prop_assert_eq!(words(&back), words(&of));
        }

        #[test]
        fn tables_are_read_back(texts in prop::collection::vec(prop::collection::vec("[a-z!{}|x2\\\\*\\[ \n]{0,6}", 1..4), 1..4), header: bool, wide in 1_u16..4) {
            let cell = |text: &String| {
                let spans = if text.trim().is_empty() { vec![] } else { vec![span(text.trim(), false, false, None)] };
                Cell { spans, header, colspan: wide, rowspan: 1 }
            };
            let rows: Vec<Vec<Cell>> = texts.iter().map(|row| row.iter().map(cell).collect()).collect();
            let table = Block { kind: BlockKind::Table, body: Body::Table { rows }, number: None };
            prop_assert_eq!(block(BlockKind::Table, "", &written(&table), None), Some(table.clone()), "{}", written(&table));
        }

        /// Cut where an empty line stands and joined again: the same words, the same styles.
        #[test]
        fn split_then_join_is_identity(words in prop::collection::vec("[a-zà]{1,6}", 2..12), strong in 0_usize..12, at in 1_usize..11) {
            let at = at.min(words.len() - 1);
            let typed: Vec<String> =
                words.iter().enumerate().map(|(n, w)| if n == strong { format!("**{w}**") } else { w.clone() }).collect();
            let cut = format!("{}\n\n{}", typed[..at].join(" "), typed[at..].join(" "));
            let parts = parts(&cut);
            prop_assert_eq!(parts.len(), 2);
            let part = |text: &str| block(BlockKind::Paragraph, "", text, None).unwrap();
            prop_assert_eq!(joined(&part(&parts[0]), &part(&parts[1])), Some(Body::Text(spans(&typed.join(" ")))));
        }

        #[test]
        fn anything_typed_is_read(typed in "\\PC{0,60}") {
            let _ = spans(&typed);
            let _ = block(BlockKind::Table, "", &typed, None);
        }
    }
}
