//! Numbers that were typed rather than automatic: "2.1 Obiettivi", "a) il primo punto".

use crate::model::{Span, trim_spans};

/// Takes a typed number off the head of the text. Headings may be numbered without a closing mark ("2.1 Titolo"); in
/// running text it is asked for ("a) ...", "3. ..."), because figures begin sentences.
pub fn take(spans: &mut Vec<Span>, heading: bool) -> Option<String> {
    let first = spans.first()?;
    let end = first.text.find(char::is_whitespace)?;
    let label = first.text.get(..end)?.to_owned();
    let more = spans.len() > 1 || !first.text.get(end..)?.trim().is_empty();
    if !more || !is_number(&label, heading) {
        return None;
    }
    spans.first_mut()?.text.drain(..end);
    trim_spans(spans);
    Some(label)
}

fn is_number(label: &str, heading: bool) -> bool {
    let (core, closed) = if let Some(core) = label.strip_suffix(')') {
        (core.strip_prefix('(').unwrap_or(core), true)
    } else if let Some(core) = label.strip_suffix('.') {
        (core, true)
    } else {
        (label, false)
    };
    if digits(core) {
        return closed || (heading && core.len() <= 11);
    }
    label.ends_with(')') && (letter(core) || roman(core))
}

/// 1, 12, 2.1, 2.1.3: groups of at most two figures, so that years and "1.000" are not numbers of anything.
fn digits(core: &str) -> bool {
    !core.is_empty()
        && core.split('.').all(|group| (1..=2).contains(&group.len()) && group.bytes().all(|b| b.is_ascii_digit()))
}

fn letter(core: &str) -> bool {
    core.len() == 1 && core.bytes().all(|b| b.is_ascii_alphabetic())
}

fn roman(core: &str) -> bool {
    (1..=6).contains(&core.len()) && core.bytes().all(|b| b"ivxIVX".contains(&b))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken(text: &str, heading: bool) -> (Option<String>, String) {
        let mut spans = vec![Span { text: text.to_owned(), ..Span::default() }];
        let number = take(&mut spans, heading);
        (number, spans.into_iter().map(|span| span.text).collect())
    }

    #[test]
    fn takes_numbers_only() {
        assert_eq!(taken("2.1 Obiettivi", true), (Some("2.1".into()), "Obiettivi".into()));
        assert_eq!(taken("a) uno", false), (Some("a)".into()), "uno".into()));
        assert_eq!(taken("(iv) quattro", false), (Some("(iv)".into()), "quattro".into()));
        assert_eq!(taken("3. tre", false), (Some("3.".into()), "tre".into()));
    }

    #[test]
    fn leaves_sentences_alone() {
        for text in ["2018 fu un anno", "2.1 milioni di euro", "1.000 persone", "E. Rossi", "a)", "12"] {
            assert_eq!(taken(text, false), (None, text.to_owned()), "{text}");
        }
        assert_eq!(taken("2018 in cifre", true).0, None);
    }
}
