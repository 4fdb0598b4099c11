//! What an export of ours adds to a plan, so that a plan that comes back is the plan: its cover, its table of contents, and the
//! code after each passage. They are known by what survives another program's saving: the names of the cover's styles, and the
//! codes' addresses.

use std::collections::HashMap;

use crate::model::Span;
use crate::reconcile::Raw;
use crate::words::tidy;

/// At the end of the address of a code that an export wrote.
const MARK: &str = "#codice";

/// What was left out.
#[derive(Debug, Default)]
pub struct Own {
    codes: HashMap<String, usize>,
    lines: HashMap<String, usize>,
}

impl Own {
    /// Whether the file is an export of ours, as far as it has been read.
    pub fn is_known(&self) -> bool {
        !self.codes.is_empty() || !self.lines.is_empty()
    }

    /// A whole paragraph that is left out.
    pub fn line(&mut self, text: &str) {
        *self.lines.entry(tidy(text)).or_default() += 1;
    }

    /// Takes the code off the end of a passage. Says whether there was one.
    pub fn take_code(&mut self, spans: &mut Vec<Span>) -> bool {
        let last = spans.iter().rposition(|span| !span.text.trim().is_empty());
        let Some(code) = last.and_then(|at| spans.get(at)).and_then(code) else { return false };
        *self.codes.entry(code).or_default() += 1;
        spans.truncate(last.unwrap_or(0));
        true
    }

    /// The raw file without what was left out: its words are nobody's.
    pub fn without(mut self, raw: &[Raw]) -> Vec<Raw> {
        let taken = |known: &mut HashMap<String, usize>, text: &str| {
            let count = known.get_mut(text).filter(|count| **count > 0);
            count.map(|count| *count -= 1).is_some()
        };
        let mut out = Vec::with_capacity(raw.len());
        for part in raw {
            if taken(&mut self.lines, &tidy(&part.text)) {
                continue;
            }
            let words = part.text.split_whitespace().filter(|word| !taken(&mut self.codes, word));
            out.push(Raw { place: part.place.clone(), text: words.collect::<Vec<_>>().join(" ") });
        }
        out
    }
}

/// The code a stretch of text is, if it is one: its address says so too.
fn code(span: &Span) -> Option<String> {
    let address = span.link.as_deref()?.strip_suffix(MARK)?;
    let (before, number) = address.rsplit_once("/passaggi/")?;
    let code = span.text.trim();
    let figures = code.strip_prefix("P-")?;
    let same = figures.parse::<u32>().ok()? == number.parse::<u32>().ok()?;
    (same && before.contains("/percorsi/")).then(|| code.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn linked(text: &str, link: &str) -> Span {
        Span { text: text.to_owned(), link: Some(link.to_owned()), ..Span::default() }
    }

    #[test]
    fn a_code_is_known_by_its_address() {
        let mut own = Own::default();
        let ours = "https://x.it/percorsi/verde/passaggi/36#codice";
        let mut spans = vec![linked("P-036", ours), linked("\u{2002}P-036", ours), linked(" ", "#a")];
        assert!(own.take_code(&mut spans) && spans.len() == 1, "the last one only");
        for (text, link) in [
            ("P-036", "https://x.it/percorsi/verde/passaggi/36"),
            ("P-037", ours),
            ("questo", ours),
            ("P-036", "https://x.it/passaggi/36#codice"),
            ("P-", "https://x.it/percorsi/verde/passaggi/#codice"),
        ] {
            assert!(!own.take_code(&mut vec![linked(text, link)]), "{text} {link}");
        }
        let raw = [Raw { place: String::new(), text: "P-036 uno P-036".to_owned() }];
        assert_eq!(own.without(&raw)[0].text, "uno P-036");
    }
}
