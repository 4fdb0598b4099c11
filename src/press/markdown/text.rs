//! Text within a paragraph: what Markdown would read as a mark is escaped.

use crate::model::Span;

/// Where text stands, which decides what would be taken for a mark there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Around {
    /// At the head of a line.
    Line,
    /// Within a line.
    Text,
    /// In a heading: one line.
    Heading,
    /// In a cell: one line, without bars.
    Cell,
}

/// Text without marks.
pub(super) fn escape(text: &str, at: Around) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut head = at == Around::Line;
    let mut figures = 0;
    for c in text.chars() {
        let mark = match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '~' | '|' => true,
            '#' => head || at == Around::Heading,
            '>' | '+' | '-' | '=' | ':' => head,
            '.' | ')' => figures > 0,
            _ => false,
        };
        if mark {
            out.push('\\');
        }
        match c {
            '<' => out.push_str("&lt;"),
            '&' => out.push_str("&amp;"),
            c => out.push(c),
        }
        // Figures at the head of a line would begin a list with the sign after them.
        figures = if c.is_ascii_digit() && (head || figures > 0) { figures + 1 } else { 0 };
        head = head && c.is_whitespace() && c != '\n';
    }
    out
}

/// An address in its brackets.
pub(super) fn address(link: &str) -> String {
    format!("<{}>", link.replace('\\', "%5C").replace('<', "%3C").replace('>', "%3E"))
}

/// Stretches of text; a further line begins with `indent`.
pub(super) fn inline(spans: &[Span], at: Around, indent: &str) -> String {
    let mut out = String::new();
    let mut head = at;
    for (n, span) in spans.iter().enumerate() {
        let next = spans.get(n + 1).and_then(|s| s.text.chars().next());
        styled(&mut out, span, head, indent, next);
        if !span.text.trim().is_empty() && head == Around::Line {
            head = Around::Text;
        }
    }
    out.trim().to_owned()
}

/// A stretch after a line break stands at the head of a line.
fn here(out: &str, at: Around) -> Around {
    if at == Around::Text && out.trim_end_matches(' ').ends_with("\\\n") { Around::Line } else { at }
}

/// A stretch: white space stays outside its marks, which would not be marks otherwise.
fn styled(out: &mut String, span: &Span, at: Around, indent: &str, next: Option<char>) {
    let inner = span.text.trim();
    let at = here(out, at);
    if inner.is_empty() {
        out.push_str(&lines(&span.text, at, indent));
        return;
    }
    let lead = span.text.len() - span.text.trim_start().len();
    let (lead, trail) = (&span.text[..lead], &span.text[lead + inner.len()..]);
    out.push_str(&lines(lead, at, indent));
    let mut text = lines(inner, here(out, at), indent);
    let before = out.chars().next_back();
    let after = trail.chars().next().or(next);
    let mark = match (span.bold, span.italic) {
        (false, false) => "",
        (true, false) => "**",
        (false, true) => "*",
        (true, true) => "***",
    };
    if !mark.is_empty() {
        text = if flanks(before, inner, after) { format!("{mark}{text}{mark}") } else { tagged(span, &text) };
    }
    if let Some(link) = &span.link {
        text = format!("[{text}]({})", address(link));
    }
    out.push_str(&text);
    out.push_str(&lines(trail, Around::Text, indent));
}

/// Whether marks of emphasis around a text would be taken for such (CommonMark 6.2): beside letters only when what they enclose
/// begins and ends with a letter; and never where other marks touch them.
fn flanks(before: Option<char>, inner: &str, after: Option<char>) -> bool {
    let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let outside = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let (first, last) = (inner.chars().next(), inner.chars().next_back());
    !inner.contains('\n')
        && (outside(before) || (word(first) && before.is_some_and(|c| !matches!(c, '*' | '_'))))
        && (outside(after) || (word(last) && after.is_some_and(|c| !matches!(c, '*' | '_'))))
}

/// The same in HTML, where Markdown's own marks would stay signs.
fn tagged(span: &Span, text: &str) -> String {
    let text = if span.italic { format!("<em>{text}</em>") } else { text.to_owned() };
    if span.bold { format!("<strong>{text}</strong>") } else { text }
}

/// Text with its line breaks.
fn lines(text: &str, at: Around, indent: &str) -> String {
    let lines = text.split('\n').enumerate().map(|(n, line)| {
        let at = if n > 0 && matches!(at, Around::Text) { Around::Line } else { at };
        escape(line, at)
    });
    match at {
        Around::Heading | Around::Cell => lines.collect::<Vec<_>>().join("<br>"),
        Around::Line | Around::Text => lines.collect::<Vec<_>>().join(&format!("\\\n{indent}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_stay_signs() {
        assert_eq!(escape("1. uno", Around::Line), "1\\. uno");
        assert_eq!(escape("il 1. maggio", Around::Line), "il 1. maggio");
        assert_eq!(escape("- *a* [b] | <c> # d", Around::Line), "\\- \\*a\\* \\[b\\] \\| &lt;c> # d");
        assert_eq!(escape("a | b #", Around::Heading), "a \\| b \\#");
    }

    #[test]
    fn emphasis_is_told_so_that_it_is_understood() {
        assert_eq!(inline(&[Span::plain("a "), Span::bold("b "), Span::plain("c")], Around::Line, ""), "a **b** c");
        assert_eq!(
            inline(&[Span::plain("a"), Span::bold("\"b\""), Span::plain("c")], Around::Line, ""),
            "a<strong>\"b\"</strong>c"
        );
        assert_eq!(inline(&[Span::link("qui", "https://x.it/(a)")], Around::Line, ""), "[qui](<https://x.it/(a)>)");
        assert_eq!(inline(&[Span::plain("a\n2. b")], Around::Line, "  "), "a\\\n  2\\. b");
        let parted = [Span::plain("a"), Span::plain("\n"), Span::plain("2. b"), Span::plain("\n3. c")];
        assert_eq!(inline(&parted, Around::Line, "  "), "a\\\n  2\\. b\\\n  3\\. c");
    }
}
