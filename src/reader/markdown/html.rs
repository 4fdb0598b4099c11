//! Raw HTML within Markdown: of what is not read as HTML (`is_read`) only its text is kept. What comes out is plain text, to be escaped
//! like any other.

/// Tags at which a new paragraph begins.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "br",
    "caption",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "main",
    "nav",
    "ol",
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

/// Elements whose content is not text.
const SILENT: &[&str] = &["script", "style"];

/// Longest tag that is looked for, in bytes, and longest entity: an unclosed one must not be sought to the end of the
/// file again and again.
const TAG: usize = 1_000;
const ENTITY: usize = 12;

/// Splits at a sign, if it comes within that many bytes.
pub fn split_near<'t>(text: &'t str, sign: &str, within: usize) -> Option<(&'t str, &'t str)> {
    let mut end = within.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let at = text.get(..end)?.find(sign)?;
    Some((text.get(..at)?, text.get(at + sign.len()..)?))
}

/// The paragraphs of text in a piece of HTML.
pub fn paragraphs(html: &str) -> Vec<String> {
    let mut out = vec![String::new()];
    let mut rest = html;
    let mut silent: Option<String> = None;
    while let Some((text, tail)) = rest.split_once('<') {
        if silent.is_none() {
            add(&mut out, text);
        }
        if let Some(comment) = tail.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        let starts_tag = tail.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'));
        let Some((tag, after)) = split_near(tail, ">", TAG).filter(|_| starts_tag) else {
            add(&mut out, if silent.is_none() { "<" } else { "" });
            rest = tail;
            continue;
        };
        let name = tag_name(tag);
        silent = match silent {
            Some(open) if tag.starts_with('/') && open == name => None,
            Some(open) => Some(open),
            None => SILENT.contains(&name.as_str()).then(|| name.clone()).filter(|_| !tag.starts_with('/')),
        };
        if BLOCKS.contains(&name.as_str()) {
            out.push(String::new());
        }
        rest = after;
    }
    if silent.is_none() {
        add(&mut out, rest);
    }
    out.iter().map(|text| crate::words::tidy(text)).filter(|text| !text.is_empty()).collect()
}

/// Whether a piece of HTML says what Markdown has no marks for, and is read as HTML: a table, a caption, a heading of any level.
pub fn is_read(html: &str) -> bool {
    let Some(tag) = html.trim_start_matches(' ').strip_prefix('<') else { return false };
    let name = tag.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    ["table", "figcaption"].iter().any(|known| name.eq_ignore_ascii_case(known))
        || tag.get(..16).is_some_and(|head| head.eq_ignore_ascii_case("p role=\"heading\""))
}

/// The first tag, for a note.
pub fn first_tag(html: &str) -> String {
    let tag = html.trim_start().trim_start_matches('<');
    format!("<{}>", tag_name(tag))
}

/// Whether a piece of HTML begins with a tag that does nothing but give a name to a place: `<a id="costi">`.
pub fn is_anchor(html: &str) -> bool {
    let tag = html.strip_prefix('<').and_then(|tag| split_near(tag, ">", TAG)).map_or("", |(tag, _)| tag);
    tag_name(tag) == "a" && !tag.starts_with('/') && attribute(tag, "href").is_none() && !named(tag).is_empty()
}

/// The names that places have in a piece of HTML.
pub fn names(html: &str) -> Vec<String> {
    let (mut out, mut rest) = (Vec::new(), html);
    while let Some((_, tail)) = rest.split_once('<') {
        let starts_tag = tail.starts_with(|c: char| c.is_ascii_alphabetic());
        let Some((tag, after)) = split_near(tail, ">", TAG).filter(|_| starts_tag) else {
            rest = tail;
            continue;
        };
        out.extend(named(tag));
        rest = after;
    }
    out
}

/// The names a tag gives: its own, and the older `name` of an anchor.
fn named(tag: &str) -> Vec<String> {
    let old = attribute(tag, "name").filter(|_| tag_name(tag) == "a");
    [attribute(tag, "id"), old].into_iter().flatten().map(decode).filter(|name| !name.trim().is_empty()).collect()
}

/// What an attribute of a tag says.
fn attribute<'t>(tag: &'t str, key: &str) -> Option<&'t str> {
    let mut rest = tag.trim_start_matches(|c: char| c.is_ascii_alphanumeric());
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        let end = rest.find(|c: char| c == '=' || c == '/' || c.is_whitespace()).unwrap_or(rest.len());
        let (name, tail) = rest.split_at_checked(end).filter(|_| !rest.is_empty())?;
        let (value, after) = match tail.trim_start().strip_prefix('=').map(str::trim_start) {
            None => ("", tail),
            Some(value) => match value.strip_prefix(['"', '\'']) {
                Some(quoted) => {
                    quoted.split_once(if value.starts_with('"') { '"' } else { '\'' }).unwrap_or((quoted, ""))
                }
                None => value.split_once(char::is_whitespace).unwrap_or((value, "")),
            },
        };
        if name.eq_ignore_ascii_case(key) {
            return Some(value);
        }
        rest = after;
    }
}

/// Does this tag begin a new line?
pub fn breaks(tag: &str) -> bool {
    BLOCKS.contains(&tag_name(tag.trim_start_matches('<')).as_str())
}

fn tag_name(tag: &str) -> String {
    let tag = tag.trim_start_matches('/');
    tag.chars().take_while(char::is_ascii_alphanumeric).collect::<String>().to_lowercase()
}

fn add(out: &mut [String], text: &str) {
    if let Some(last) = out.last_mut() {
        last.push_str(&decode(text));
    }
}

/// Entities that Italian texts use; any other stays as it is written.
pub fn decode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, tail)) = rest.split_once('&') {
        out.push_str(before);
        let name = split_near(tail, ";", ENTITY).map(|(name, _)| name);
        match name.and_then(|name| Some((name, entity(name)?))) {
            Some((name, c)) => {
                out.push(c);
                rest = tail.get(name.len() + 1..).unwrap_or_default();
            }
            None => {
                out.push('&');
                rest = tail;
            }
        }
    }
    out.push_str(rest);
    out
}

fn entity(name: &str) -> Option<char> {
    const NAMED: &[(&str, char)] = &[
        ("amp", '&'),
        ("lt", '<'),
        ("gt", '>'),
        ("quot", '"'),
        ("apos", '\''),
        ("nbsp", '\u{a0}'),
        ("agrave", 'à'),
        ("egrave", 'è'),
        ("eacute", 'é'),
        ("igrave", 'ì'),
        ("ograve", 'ò'),
        ("ugrave", 'ù'),
        ("Egrave", 'È'),
        ("laquo", '«'),
        ("raquo", '»'),
        ("ldquo", '“'),
        ("rdquo", '”'),
        ("lsquo", '‘'),
        ("rsquo", '’'),
        ("ndash", '–'),
        ("mdash", '—'),
        ("hellip", '…'),
        ("euro", '€'),
        ("deg", '°'),
    ];
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code).filter(|c| *c != '\0');
    }
    NAMED.iter().find(|(known, _)| *known == name).map(|(_, c)| *c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_in_tags() {
        let table: [(&str, &[&str], bool); 8] = [
            ("<a id=\"costi\"></a>", &["costi"], true),
            ("<a name='I costi'>", &["I costi"], true),
            ("<A ID=x />", &["x"], true),
            ("<a id=\"x\" href=\"#y\">", &["x"], false),
            ("<div class=\"id=n\" id=due><p id=\"tre\">", &["due", "tre"], false),
            ("<input name=\"no\">", &[], false),
            ("<a id=\"\">", &[], false),
            ("</a> < id=\"x\" <a =\"=", &[], false),
        ];
        for (html, found, anchor) in table {
            assert_eq!(names(html), found, "{html}");
            assert_eq!(is_anchor(html), anchor, "{html}");
        }
    }

    #[test]
    fn keeps_text_only() {
        let html = "<div onclick=\"x\">Uno &egrave; <b>due</b></div><script>alert(1)</script><p>tre < 4";
        assert_eq!(paragraphs(html), ["Uno è due", "tre < 4"]);
        assert_eq!(paragraphs("<!-- nota --><style>p{}</style>"), Vec::<String>::new());
        assert_eq!(paragraphs("<scr<script>x</script>ipt>y"), ["xipt>y"]);
    }
}
