//! What elements are, by their names and by what Word, LibreOffice and pandoc write on them.

use super::css::declared;
use crate::role::{Role, by_name};
use crate::xml::El;

/// Elements that begin and end a paragraph.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
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
    "hgroup",
    "hr",
    "legend",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "optgroup",
    "option",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "ul",
];

/// What a part of a page is, when it is not text of the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Apart {
    /// Not shown, or of the parser's own.
    Silent,
    /// A reviewer's comment, or the mark of one.
    Comment,
    /// A page header.
    Header,
    /// A page footer.
    Footer,
    /// The table of contents.
    Contents,
    /// A drawing or an embedded page.
    Object,
}

/// Whether an element begins and ends a paragraph.
pub fn is_block(element: El<'_>) -> bool {
    BLOCKS.contains(&element.name())
}

/// What an element is that is not read; `None` for text.
pub fn apart(element: El<'_>) -> Option<Apart> {
    match element.name() {
        "script" | "style" | "template" | "title" | "head" | "#comment" | "noframes" | "noembed" | "datalist" => {
            return Some(Apart::Silent);
        }
        "svg" | "iframe" | "canvas" | "applet" => return Some(Apart::Object),
        "nav" if element.attr("role") == Some("doc-toc") => return Some(Apart::Contents),
        _ => {}
    }
    let class = element.attr("class").unwrap_or_default().to_ascii_lowercase();
    if class.contains("msocom") || class.contains("msocommentreference") {
        return Some(Apart::Comment);
    }
    if element.name() == "div" {
        let title = element.attr("title").unwrap_or_default();
        return match (declared(element, "mso-element").unwrap_or_default(), title) {
            ("comment-list" | "comment", _) => Some(Apart::Comment),
            ("header", _) | (_, "header") => Some(Apart::Header),
            ("footer", _) | (_, "footer") => Some(Apart::Footer),
            _ => None,
        };
    }
    None
}

/// What a paragraph is by its classes: "MsoToc1" is Word's, "contents-1-western" LibreOffice's.
pub fn role(element: El<'_>) -> Role {
    if let Some(level) = element.name().strip_prefix('h').and_then(|level| level.parse::<u8>().ok()) {
        return Role::Heading(level);
    }
    // WAI-ARIA: a heading without a level is of the second.
    if element.attr("role").is_some_and(|role| role.eq_ignore_ascii_case("heading")) {
        let level = element.attr("aria-level").and_then(|level| level.trim().parse::<u8>().ok()).unwrap_or(2);
        return Role::Heading(level.clamp(1, 9));
    }
    match element.name() {
        "figcaption" | "caption" => return Role::Caption,
        "pre" => return Role::Code,
        _ => {}
    }
    let plain = |class: &str| {
        let class = class.to_ascii_lowercase();
        let class = class.strip_prefix("mso").unwrap_or(&class);
        let class = ["-western", "-cjk", "-ctl"].iter().find_map(|end| class.strip_suffix(end)).unwrap_or(class);
        by_name(&class.replace("_20_", ""))
    };
    let classes = element.attr("class").unwrap_or_default();
    classes.split_whitespace().map(plain).find(|role| *role != Role::Plain).unwrap_or(Role::Plain)
}
