//! The independent count for HTML: one scan of the characters that knows tags by sight and nothing of trees. Left out is what
//! no reader sees as text: programs, comments, marks of notes and lists, deleted words.

use crate::reconcile::Raw;

/// Tags at which a new paragraph begins.
const BREAKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "br",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "legend",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "option",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
];

/// Elements whose content is not text, whatever stands in it.
const RAW: &[&str] = &["script", "style", "title", "iframe", "noframes", "noembed"];

/// Elements that never have content.
const VOID: &[&str] =
    &["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

/// The paragraphs of a page.
pub fn paragraphs(page: &str) -> Vec<Raw> {
    let mut scan = Scan::default();
    let mut rest = page;
    while let Some((text, tail)) = rest.split_once('<') {
        scan.text(text);
        rest = scan.markup(tail);
    }
    scan.text(rest);
    scan.end();
    scan.done
}

#[derive(Default)]
struct Scan {
    done: Vec<Raw>,
    open: String,
    seen: usize,
    /// The element that is passed over, and how many of its name are open.
    skip: Option<(String, usize)>,
}

impl Scan {
    fn text(&mut self, text: &str) {
        if self.skip.is_none() {
            decode(text, &mut self.open);
        }
    }

    fn end(&mut self) {
        let text = std::mem::take(&mut self.open);
        if text.chars().any(char::is_alphanumeric) {
            self.seen += 1;
            self.done.push(Raw { place: format!("paragraph:{}", self.seen), text });
        }
    }

    /// Takes one tag or comment off the head; says what comes after it.
    fn markup<'t>(&mut self, tail: &'t str) -> &'t str {
        if let Some(comment) = tail.strip_prefix("!--") {
            return comment.split_once("-->").map_or("", |(_, after)| after);
        }
        if tail.starts_with("![if !supportLists]") {
            return tail.split_once("<![endif]>").map_or("", |(_, after)| after);
        }
        let first = tail.chars().next();
        if !first.is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')) {
            self.text("<");
            return tail;
        }
        let (tag, after) = split_tag(tail);
        let closes = tag.starts_with('/');
        let name: String = tag
            .trim_start_matches('/')
            .chars()
            .take_while(|c| !c.is_whitespace() && !matches!(c, '/' | '>'))
            .collect::<String>()
            .to_ascii_lowercase();
        if RAW.contains(&name.as_str()) && !closes {
            return after_close(after, &name);
        }
        self.tag(&name, tag, closes);
        after
    }

    fn tag(&mut self, name: &str, tag: &str, closes: bool) {
        match &mut self.skip {
            Some((skipped, depth)) if skipped == name => {
                *depth = if closes { depth.saturating_sub(1) } else { *depth + 1 };
                if *depth == 0 {
                    self.skip = None;
                }
            }
            Some(_) => {}
            None if BREAKS.contains(&name) && !silent(name, tag) => self.end(),
            None if !closes && !VOID.contains(&name) && silent(name, tag) => self.skip = Some((name.to_owned(), 1)),
            None => {}
        }
    }
}

/// Whether the content of an element is no text of the document.
fn silent(name: &str, tag: &str) -> bool {
    if matches!(name, "svg" | "del" | "template" | "canvas" | "applet" | "datalist") {
        return true;
    }
    let tag: String = tag.to_ascii_lowercase().split_whitespace().collect::<Vec<_>>().join(" ").replace(": ", ":");
    let has = |signs: &[&str]| signs.iter().any(|sign| tag.contains(sign));
    match name {
        "a" => has(&[
            "#_ftn",
            "#_edn",
            "sdfootnoteanc",
            "sdfootnotesym",
            "sdendnoteanc",
            "sdendnotesym",
            "footnote-ref",
            "footnote-back",
            "footnoteref",
            "footnote_symbol",
            "#body_ftn",
            "id=\"body_ftn",
            "msocom",
        ]),
        "span" => {
            has(&["mso-list:ignore", "msocommentreference", "msocom"])
                || (has(&["float:left"])
                    && has(&["class=\"listlabel_20_", "class=\"bullet_20_", "class=\"numbering_20_"]))
        }
        "div" => has(&[
            "mso-element:comment",
            "mso-element:header",
            "mso-element:footer",
            "title=\"header\"",
            "title=\"footer\"",
            "msocom",
        ]),
        _ => false,
    }
}

/// The tag and what follows its ">"; one within quotes is not its end.
fn split_tag(tail: &str) -> (&str, &str) {
    let mut quote = None;
    let mut before = ' ';
    for (at, c) in tail.char_indices() {
        match quote {
            Some(open) if c == open => quote = None,
            Some(_) => {}
            None if c == '>' => return (tail.get(..at).unwrap_or_default(), tail.get(at + 1..).unwrap_or_default()),
            None if matches!(c, '"' | '\'') && before == '=' => quote = Some(c),
            None => {}
        }
        if !c.is_whitespace() {
            before = c;
        }
    }
    (tail, "")
}

/// What follows the closing tag of an element whose content is not parsed.
fn after_close<'t>(text: &'t str, name: &str) -> &'t str {
    let mut rest = text;
    while let Some((_, tail)) = rest.split_once("</") {
        if tail.get(..name.len()).is_some_and(|head| head.eq_ignore_ascii_case(name)) {
            return tail.split_once('>').map_or("", |(_, after)| after);
        }
        rest = tail;
    }
    ""
}

/// Adds text, its entities as the characters they stand for (by the standard's own table).
fn decode(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some((before, tail)) = rest.split_once('&') {
        out.push_str(before);
        let end = tail.bytes().take(40).position(|b| b == b';');
        let name = end.and_then(|end| tail.get(..end));
        match name.and_then(|name| Some((name, entity(name)?))) {
            Some((name, signs)) => {
                out.push_str(&signs);
                rest = tail.get(name.len() + 1..).unwrap_or_default();
            }
            None => {
                out.push('&');
                rest = tail;
            }
        }
    }
    out.push_str(rest);
}

fn entity(name: &str) -> Option<String> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        // Numbers of Windows' western European, which writers still give.
        if let Ok(byte @ 0x80..=0x9F) = u8::try_from(code) {
            return Some(encoding_rs::WINDOWS_1252.decode_without_bom_handling(&[byte]).0.into_owned());
        }
        return char::from_u32(code).map(String::from);
    }
    let (one, two) = html5ever::data::NAMED_ENTITIES.get(format!("{name};").as_str())?;
    Some([*one, *two].into_iter().filter(|code| *code != 0).filter_map(char::from_u32).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(page: &str) -> Vec<String> {
        paragraphs(page).into_iter().map(|raw| crate::words::tidy(&raw.text)).collect()
    }

    #[test]
    fn text_only() {
        assert_eq!(
            texts("<p title=\"a > b\">Citt&agrave; <b>di</b>&#8217; &#146;<br>due<script>x</script>"),
            ["Città di’ ’", "due"]
        );
        assert_eq!(texts("<head><title>t</title></head>a < b <!-- <p>no --> c"), ["a < b c"]);
        assert_eq!(
            texts("uno<a href=\"#_ftn1\"><span>[1]</span></a> due <del>tre <del>x</del></del> quattro"),
            ["uno due quattro"]
        );
    }
}
