//! The independent count for Markdown: a plain scan of the raw text, chunk by chunk, that knows nothing of the parser.
//! It takes off what is markup on sight; where it and the parser disagree, the report lists the words.

use super::html;
use crate::reconcile::Raw;

/// How far the end of a mark is looked for.
const NEAR: usize = 1_000;

/// The stretches between empty lines.
pub fn chunks(text: &str) -> Vec<Raw> {
    let mut out = Vec::new();
    let mut open = String::new();
    let mut begun = 1;
    let body = skip_front_matter(text);
    let skipped = text.lines().count().saturating_sub(body.lines().count());
    let (mut fenced, mut markup) = (false, false);
    let lines: Vec<&str> = body.lines().collect();
    for (at, line) in lines.iter().copied().enumerate() {
        let fence = !markup && is_fence(line);
        fenced ^= fence;
        if line.trim().is_empty() || fence {
            flush(&mut out, &mut open, begun, std::mem::take(&mut markup));
            begun = skipped + at + 2;
        } else if !fenced && !markup && html::is_read(line) {
            // HTML, until a line is empty: no mark of Markdown is one there.
            flush(&mut out, &mut open, begun, false);
            begun = skipped + at + 1;
            markup = true;
            open.push_str(line);
            open.push('\n');
        } else if fenced || markup {
            open.push_str(line);
            open.push('\n');
        } else if !is_definition(line) {
            let text = without_marker(line);
            let heading = text.starts_with('#') || lines.get(at + 1).is_some_and(|next| is_underline(next));
            open.push_str(if heading { without_name(text) } else { text });
            open.push('\n');
        }
    }
    flush(&mut out, &mut open, begun, markup);
    out
}

fn flush(out: &mut Vec<Raw>, open: &mut String, line: usize, markup: bool) {
    let open = std::mem::take(open);
    let text = if markup { html::paragraphs(&open).join("\n") } else { strip(&open) };
    if !text.trim().is_empty() {
        out.push(Raw { place: format!("line:{line}"), text });
    }
}

fn skip_front_matter(text: &str) -> &str {
    let Some(rest) = text.strip_prefix("---\n") else {
        return text;
    };
    rest.split_once("\n---\n").map_or(text, |(_, body)| body)
}

fn is_fence(line: &str) -> bool {
    let line = line.trim_start();
    line.starts_with("```") || line.starts_with("~~~")
}

/// `[name]: address`
fn is_definition(line: &str) -> bool {
    let line = line.trim_start();
    line.starts_with('[')
        && !line.starts_with("[^")
        && line.split_once("]:").is_some_and(|(name, _)| !name.contains("]("))
}

/// What makes a heading of the line above it.
fn is_underline(line: &str) -> bool {
    let line = line.trim_start_matches(['>', ' ']).trim_end();
    !line.is_empty() && (line.bytes().all(|b| b == b'=') || line.bytes().all(|b| b == b'-'))
}

/// A heading without the name that stands in braces after it, and before the marks that may close it.
fn without_name(line: &str) -> &str {
    let open = if line.starts_with('#') { line.trim_end().trim_end_matches('#').trim_end() } else { line.trim_end() };
    let name = open.rfind("{#").filter(|_| open.ends_with('}'));
    let inside = name
        .and_then(|at| open.get(at + 2..))
        .is_some_and(|name| name.len() > 1 && !name.contains(char::is_whitespace));
    name.filter(|_| inside).and_then(|at| open.get(..at)).unwrap_or(line)
}

/// The line without quote marks, bullets, list numbers and note names at its head.
fn without_marker(line: &str) -> &str {
    let mut line = line.trim_start().trim_start_matches(['>', ' ']);
    if let Some(note) = line.strip_prefix("[^").and_then(|rest| rest.split_once("]:")) {
        return note.1;
    }
    // A list may begin within the first line of an item.
    while let Some(rest) = line.strip_prefix(['-', '*', '+']).filter(|rest| rest.starts_with(' ')) {
        line = rest.trim_start();
    }
    let figures = line.bytes().take_while(u8::is_ascii_digit).count();
    match line.get(figures..).and_then(|rest| rest.strip_prefix(['.', ')'])) {
        Some(rest) if (1..=9).contains(&figures) && rest.starts_with(' ') => rest,
        _ => line,
    }
}

/// Without tags, link addresses, note references and emphasis.
fn strip(chunk: &str) -> String {
    let text = html::paragraphs(&guard_autolinks(chunk)).join("\n");
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(at) = rest.find(['[', ']', '!', '*', '`', '\\', '~', '_', '|']) {
        let (before, tail) = rest.split_at(at);
        out.push_str(before);
        rest = mark(tail, &mut out);
    }
    out.push_str(rest);
    out
}

/// Autolinks look like tags, but their text is shown.
fn guard_autolinks(chunk: &str) -> String {
    chunk.replace("<http", " http").replace("<mailto:", " mailto:")
}

/// Takes one mark off the head of the text; says what comes after it.
fn mark<'t>(text: &'t str, out: &mut String) -> &'t str {
    if let Some(rest) = text.strip_prefix("![") {
        return html::split_near(rest, "](", NEAR).map_or(rest, |(_, address)| after_address(address));
    }
    if let Some(rest) = text.strip_prefix("[^") {
        return html::split_near(rest, "]", NEAR).map_or(rest, |(_, after)| after);
    }
    if let Some(rest) = text.strip_prefix("](") {
        return after_address(rest);
    }
    let mut chars = text.chars();
    match chars.next() {
        Some('\\') => out.extend(chars.next()),
        Some('|') => out.push(' '),
        Some('_') if chars.as_str().starts_with(char::is_alphanumeric) && out.ends_with(char::is_alphanumeric) => {
            out.push('_');
        }
        Some('!') => out.push('!'),
        _ => {}
    }
    chars.as_str()
}

/// What follows an address and its brackets, balanced.
fn after_address(text: &str) -> &str {
    let mut depth = 1_i32;
    for (at, c) in text.char_indices().take(NEAR) {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return text.get(at + 1..).unwrap_or_default();
        }
    }
    text
}
