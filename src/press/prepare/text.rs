//! Texts and names cleaned of what has no place on paper.

pub(super) fn slug(text: &str) -> String {
    let safe = text.chars().map(|c| if c.is_ascii_alphanumeric() || c == '_' { c } else { '-' });
    safe.take(80).collect::<String>().trim_matches('-').to_owned()
}

/// Text on a single line, without space at its ends.
pub(super) fn line(text: &str) -> String {
    clean(text).replace('\n', " ").trim().to_owned()
}

/// Text without the characters that have no place on paper: controls, non-characters, and the invisible ones that reorder
/// what follows them, with which a text could be made to read differently from what was written.
pub(crate) fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' => {
                if chars.peek() != Some(&'\n') {
                    out.push('\n');
                }
            }
            '\n' => out.push('\n'),
            '\u{2028}' | '\u{2029}' | '\u{85}' | '\u{b}' | '\u{c}' => out.push('\n'),
            '\t' => out.push(' '),
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{206f}' | '\u{200e}' | '\u{200f}' | '\u{61c}' => {}
            '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{ad}' | '\u{fff9}'..='\u{fffc}' => {}
            '\u{fdd0}'..='\u{fdef}' | '\u{e0000}'..='\u{e0fff}' => {}
            c if c.is_control() || u32::from(c) & 0xfffe == 0xfffe => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_that_reorder_or_break_a_file_are_removed() {
        assert_eq!(clean("a\u{0}b\u{202e}c\u{7}d\r\ne\rf\u{ffff}"), "abcd\ne\nf");
        assert_eq!(line("  due\nrighe\t "), "due righe");
    }
}
