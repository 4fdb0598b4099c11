//! What the name of a paragraph style tells, in the formats that have styles.

/// What a style's name tells of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// A heading of that level.
    Heading(u8),
    /// A quotation.
    Quote,
    /// Code.
    Code,
    /// A caption.
    Caption,
    /// A line of the generated table of contents.
    Contents,
    /// What an export of ours puts on the cover.
    Cover,
    /// Anything else.
    Plain,
}

/// Word keeps the English names of its own styles whatever its language; other writers may not.
pub fn by_name(name: &str) -> Role {
    let name = name.to_lowercase().replace([' ', '-', '_'], "");
    for prefix in ["heading", "titolo"] {
        if let Some(level) = name.strip_prefix(prefix).and_then(|rest| rest.parse::<u8>().ok()) {
            return if (1..=9).contains(&level) { Role::Heading(level) } else { Role::Plain };
        }
    }
    if name.starts_with("ascoltocover") {
        return Role::Cover;
    }
    if ["toc", "sommario", "contents"].iter().any(|prefix| name.strip_prefix(prefix).is_some_and(is_level)) {
        return Role::Contents;
    }
    match name.as_str() {
        "title" | "titolo" => Role::Heading(1),
        "quote" | "intensequote" | "citazioneintensa" | "blocktext" | "citazione" | "quotations" => Role::Quote,
        "sourcecode" | "htmlpreformatted" | "preformattedtext" => Role::Code,
        "caption" | "tablecaption" | "imagecaption" | "didascalia" => Role::Caption,
        _ => Role::Plain,
    }
}

fn is_level(rest: &str) -> bool {
    rest == "heading" || (rest.len() == 1 && rest.bytes().all(|b| b.is_ascii_digit()))
}
