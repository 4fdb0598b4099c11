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

/// What is looked for: the stems of its words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted(HashSet<String>);

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
        Self(all.iter().filter(telling).take(20).map(|w| stem(&stemmer, w)).collect())
    }

    /// Whether there is nothing to look for.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The passages that hold all of it, in order.
    pub fn found<'a>(&self, passages: &'a [Passage]) -> Vec<Hit<'a>> {
        if self.is_empty() {
            return Vec::new();
        }
        let stemmer = Stemmer::create(Algorithm::Italian);
        passages.iter().filter_map(|p| Some(Hit { passage: p, marks: self.marks(&stemmer, &p.text)? })).collect()
    }

    fn marks(&self, stemmer: &Stemmer, text: &str) -> Option<Vec<Range<usize>>> {
        let (mut seen, mut marks) = (HashSet::new(), Vec::new());
        for at in words(text) {
            let stem = stem(stemmer, &text[at.clone()].to_lowercase());
            if self.0.contains(&stem) {
                seen.insert(stem);
                marks.push(at);
            }
        }
        (seen.len() == self.0.len()).then_some(marks)
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
}
