//! Words found in a plan in all their Italian forms: *cooperative* finds *cooperativa*. Pure; a plan is small enough to be read whole
//! for each question.

use std::collections::HashSet;
use std::ops::Range;

use rust_stemmers::{Algorithm, Stemmer};

use super::model::Passage;

/// Words that stand everywhere and find nothing.
const EVERYWHERE: [&str; 40] = [
    "il", "lo", "la", "gli", "le", "un", "uno", "una", "di", "del", "dell", "della", "dei", "degli", "delle", "da",
    "dal", "in", "nel", "nell", "nella", "con", "su", "sul", "sull", "sulla", "per", "tra", "fra", "ed", "al", "all",
    "alla", "ai", "agli", "alle", "che", "non", "si", "ad",
];

/// What is looked for: the stems of its words; or a passage, by its code or its own number.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted {
    stems: HashSet<String>,
    code: Option<i32>,
    number: String,
}

/// A passage that holds all of it, and where.
#[derive(Debug, Clone)]
pub struct Hit<'a> {
    /// The passage.
    pub passage: &'a Passage,
    /// Where the words stand in its text, in bytes, in order.
    pub marks: Vec<Range<usize>>,
}

impl Wanted {
    /// Reads what was typed.
    pub fn new(typed: &str) -> Self {
        let stemmer = Stemmer::create(Algorithm::Italian);
        let all: Vec<String> = words(typed).map(|at| typed[at].to_lowercase()).collect();
        let telling = |w: &&String| w.chars().count() > 1 && !EVERYWHERE.contains(&w.as_str());
        let stems = all.iter().filter(telling).take(20).map(|w| stem(&stemmer, w)).collect();
        Self { stems, code: code(typed), number: bare(typed) }
    }

    /// Whether there is nothing to look for.
    pub fn is_empty(&self) -> bool {
        self.stems.is_empty() && self.number.is_empty()
    }

    /// The code that was typed, if it may be one: `P-036`, `p36`, `36`.
    pub fn code(&self) -> Option<i32> {
        self.code
    }

    /// The passages it names, by code or by number; then those that hold all its words, in order.
    pub fn found<'a>(&self, passages: &'a [Passage]) -> Vec<Hit<'a>> {
        let named = |p: &Passage| {
            self.code.is_some() && p.code == self.code || !self.number.is_empty() && bare(&p.number) == self.number
        };
        let mut found: Vec<Hit<'a>> =
            passages.iter().filter(|p| named(p)).map(|passage| Hit { passage, marks: Vec::new() }).collect();
        if !self.stems.is_empty() {
            let stemmer = Stemmer::create(Algorithm::Italian);
            let others = passages.iter().filter(|p| !named(p));
            found.extend(others.filter_map(|p| Some(Hit { passage: p, marks: self.marks(&stemmer, &p.text)? })));
        }
        found
    }

    fn marks(&self, stemmer: &Stemmer, text: &str) -> Option<Vec<Range<usize>>> {
        let (mut seen, mut marks) = (HashSet::new(), Vec::new());
        for at in words(text) {
            let stem = stem(stemmer, &text[at.clone()].to_lowercase());
            if self.stems.contains(&stem) {
                seen.insert(stem);
                marks.push(at);
            }
        }
        (seen.len() == self.stems.len()).then_some(marks)
    }
}

/// The number of a code however it is written: `P-036`, `p36`, `36`.
pub fn code(written: &str) -> Option<i32> {
    let digits = written.trim().trim_start_matches(['p', 'P']).trim_start_matches(['-', '‑', '–', ' ']);
    let plain = !digits.is_empty() && digits.len() < 10 && digits.bytes().all(|b| b.is_ascii_digit());
    digits.parse().ok().filter(|_| plain)
}

/// A number as it is compared: `3.2.` and `3.2)` are `3.2`; empty for what is no number.
pub(super) fn bare(number: &str) -> String {
    let number = number.trim().trim_end_matches(['.', ')', ' ']).to_lowercase();
    if number.chars().any(|c| c.is_ascii_digit()) && !number.contains(char::is_whitespace) {
        number
    } else {
        String::new()
    }
}

/// Where words stand: an apostrophe ends one.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut from = None;
    let ends = text.char_indices().map(Some).chain([None]);
    ends.filter_map(move |next| {
        let (at, letter) = next.map_or((text.len(), false), |(at, c)| (at, c.is_alphanumeric()));
        match (letter, from) {
            (true, None) => {
                from = Some(at);
                None
            }
            (false, Some(began)) => {
                from = None;
                Some(began..at)
            }
            _ => None,
        }
    })
}

/// What the forms of a word have in common; accents count for nothing, because they are often left out. The stemmer leaves short
/// words that begin with a vowel as they are (*orto*, *orti*): their ending goes too.
fn stem(stemmer: &Stemmer, word: &str) -> String {
    let plain = |c: char| match c {
        'à' | 'á' => 'a',
        'è' | 'é' => 'e',
        'ì' | 'í' => 'i',
        'ò' | 'ó' => 'o',
        'ù' | 'ú' => 'u',
        c => c,
    };
    let mut stem: String = stemmer.stem(word).chars().map(plain).collect();
    if stem.chars().count() > 3 && stem.ends_with(['a', 'e', 'i', 'o']) {
        stem.pop();
    }
    stem
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(text: &str, typed: &str) -> Option<Vec<String>> {
        let marks = Wanted::new(typed).marks(&Stemmer::create(Algorithm::Italian), text)?;
        Some(marks.into_iter().map(|at| text[at].to_owned()).collect())
    }

    #[test]
    fn words_are_found_in_all_their_forms() {
        let text = "La cooperativa sociale cura gli orti dell'acquedotto; le cooperative nuove, la città.";
        let found = [
            ("cooperative", vec!["cooperativa", "cooperative"]),
            ("COOPERATIVA orto", vec!["cooperativa", "orti", "cooperative"]),
            ("l'acquedotto", vec!["acquedotto"]),
            ("citta", vec!["città"]),
            ("della cooperativa", vec!["cooperativa", "cooperative"]),
        ];
        for (typed, words) in found {
            assert_eq!(marked(text, typed).unwrap_or_default(), words, "{typed}");
        }
        assert!(marked(text, "cooperativa treno").is_none(), "all of it, or nothing");
        assert!(Wanted::new("di la <> ' a").is_empty() && Wanted::new("").found(&[]).is_empty());
    }

    #[test]
    fn a_code_is_read_however_it_is_written() {
        for (typed, expected) in
            [("P-036", Some(36)), ("p 36", Some(36)), ("36", Some(36)), ("P-", None), ("36 bis", None), ("orti", None)]
        {
            assert_eq!((code(typed), Wanted::new(typed).code()), (expected, expected), "{typed}");
        }
        for (typed, expected) in [("3.2.", "3.2"), ("3.2)", "3.2"), (" 3.2 ", "3.2"), ("orti", ""), ("3 orti", "")] {
            assert_eq!(bare(typed), expected, "{typed}");
        }
    }
}
