//! Excerpts in a text: found by their words, and marked where they stand.

use domain::intake::Excerpt;
use maud::{Markup, PreEscaped};

/// Where words stand in a text: exactly, or but for white space, case and the shape of quotation marks.
pub fn find(text: &str, quote: &str) -> Option<Excerpt> {
    let wanted: Vec<char> = plain(quote.trim()).into_iter().map(|(c, _)| c).collect();
    let there = plain(text);
    if wanted.is_empty() || wanted.len() > there.len() {
        return None;
    }
    let at = (0..=there.len() - wanted.len()).find(|i| there[*i..].iter().zip(&wanted).all(|((a, _), b)| a == b))?;
    let number = |n: usize| i32::try_from(n).ok();
    Some(Excerpt { starts: number(there[at].1)?, ends: number(there[at + wanted.len() - 1].1 + 1)? })
}

/// The words of a text as they are compared, each character with its place.
fn plain(text: &str) -> Vec<(char, usize)> {
    let mut out: Vec<(char, usize)> = Vec::new();
    for (at, c) in text.chars().enumerate() {
        let c = match c {
            '’' | '‘' => '\'',
            '“' | '”' | '«' | '»' => '"',
            c if c.is_whitespace() => ' ',
            c => c.to_lowercase().next().unwrap_or(c),
        };
        if c != ' ' || out.last().is_some_and(|(last, _)| *last != ' ') {
            out.push((c, at));
        }
    }
    out
}

/// The excerpt the page's script marked, if its words are those that were sent; else wherever the words stand.
pub fn placed(text: &str, quote: &str, starts: Option<i32>, ends: Option<i32>) -> Option<Excerpt> {
    let said = starts.zip(ends).map(|(starts, ends)| Excerpt { starts, ends });
    said.filter(|e| words(text, *e) == quote.trim()).or_else(|| find(text, quote))
}

/// The words of an excerpt.
pub fn words(text: &str, of: Excerpt) -> String {
    let (from, to) = (usize::try_from(of.starts).unwrap_or(0), usize::try_from(of.ends).unwrap_or(0));
    text.chars().skip(from).take(to.saturating_sub(from)).collect()
}

/// A text in paragraphs with its excerpts marked. What a browser reads as its text content is the text itself, character by
/// character: the script counts on it.
pub fn marked(text: &str, excerpts: &[Excerpt]) -> Markup {
    let mut out = String::from("<p>");
    let (mut open, mut feeds) = (false, 0);
    for (at, c) in (0_i32..).zip(text.chars()) {
        let inside = excerpts.iter().any(|e| e.starts <= at && at < e.ends);
        let parts = c != '\n' && feeds > 0;
        if open && (!inside || parts) {
            out.push_str("</mark>");
            open = false;
        }
        if parts {
            out.push_str(if feeds > 1 { "</p><p>" } else { "<br>" });
        }
        if inside && !open && c != '\n' {
            out.push_str("<mark class=\"excerpt\">");
            open = true;
        }
        feeds = if c == '\n' { feeds + 1 } else { 0 };
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            c => out.push(c),
        }
    }
    out.push_str(if open { "</mark></p>" } else { "</p>" });
    PreEscaped(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn excerpt(starts: i32, ends: i32) -> Excerpt {
        Excerpt { starts, ends }
    }

    #[test]
    fn words_are_found_however_they_were_pasted() {
        let text = "Perché no?\n\nL’orto «grande» va\naperto la sera.";
        for quote in ["va aperto", "  VA\r\n aperto ", "va\naperto"] {
            assert_eq!(words(text, find(text, quote).unwrap()), "va\naperto", "{quote}");
        }
        assert_eq!(words(text, find(text, "l'orto \"grande\"").unwrap()), "L’orto «grande»");
        assert_eq!(find(text, "la mattina"), None);
        assert_eq!(find(text, " "), None);
    }

    #[test]
    fn offsets_count_only_when_they_hold_the_words() {
        let text = "uno due uno";
        assert_eq!(placed(text, "uno", Some(8), Some(11)), Some(excerpt(8, 11)));
        assert_eq!(placed(text, "uno", Some(7), Some(10)), Some(excerpt(0, 3)));
        assert_eq!(placed(text, "uno", None, None), Some(excerpt(0, 3)));
    }

    #[test]
    fn the_text_content_is_the_text() {
        let text = "a <b>\nc\n\n\nd & e";
        let html = marked(text, &[excerpt(2, 7), excerpt(4, 12)]).into_string();
        let mut content = String::new();
        let mut inside = false;
        for c in html.chars() {
            match c {
                '<' => inside = true,
                '>' => inside = false,
                c if !inside => content.push(c),
                _ => {}
            }
        }
        assert_eq!(content.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"), text);
        assert_eq!(html.matches("<mark").count(), html.matches("</mark").count());
        assert!(html.starts_with("<p>a <mark class=\"excerpt\">&lt;b&gt;\n</mark><br>"), "{html}");
    }
}
