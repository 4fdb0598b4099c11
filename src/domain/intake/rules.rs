//! What may be written in an answer.

use super::model::{Answer, Cited, Excerpt, NewRequest, Outcome};
use crate::{Problems, Result};

impl Answer {
    /// Its outcome.
    pub const fn outcome(&self) -> Outcome {
        match self {
            Self::Accepted => Outcome::Accepted,
            Self::Integrated(_) => Outcome::Integrated,
            Self::PartiallyIntegrated(_) => Outcome::PartiallyIntegrated,
            Self::AlreadyPresent(_) => Outcome::AlreadyPresent,
            Self::Noted => Outcome::Noted,
            Self::Deferred { .. } => Outcome::Deferred,
            Self::OutOfScope { .. } => Outcome::OutOfScope,
            Self::NotAccepted { .. } => Outcome::NotAccepted,
        }
    }

    /// The passages it names.
    pub const fn cited(&self) -> Option<&Cited> {
        match self {
            Self::Integrated(c) | Self::PartiallyIntegrated(c) | Self::AlreadyPresent(c) => Some(c),
            _ => None,
        }
    }

    /// Whether the passages it names must have changed.
    pub const fn claims_change(&self) -> bool {
        matches!(self, Self::Integrated(_) | Self::PartiallyIntegrated(_))
    }

    /// Whose competence it is.
    pub fn competence(&self) -> &str {
        match self {
            Self::OutOfScope { competence } | Self::NotAccepted { competence } => competence,
            _ => "",
        }
    }

    /// The later step and its owner.
    pub fn deferred(&self) -> (&str, &str) {
        match self {
            Self::Deferred { step, owner } => (step, owner),
            _ => ("", ""),
        }
    }

    /// Trimmed and checked.
    pub fn check(self, p: &mut Problems) -> Self {
        match self {
            Self::Integrated(c) => Self::Integrated(cited(p, c)),
            Self::PartiallyIntegrated(c) => Self::PartiallyIntegrated(cited(p, c)),
            Self::AlreadyPresent(c) => Self::AlreadyPresent(cited(p, c)),
            Self::Deferred { step, owner } => Self::Deferred {
                step: p.text("deferred_step", &step, true, 300),
                owner: p.text("deferred_owner", &owner, true, 300),
            },
            Self::OutOfScope { competence } => {
                Self::OutOfScope { competence: p.text("competence", &competence, false, 300) }
            }
            Self::NotAccepted { competence } => {
                Self::NotAccepted { competence: p.text("competence", &competence, false, 300) }
            }
            other => other,
        }
    }
}

fn cited(p: &mut Problems, mut cited: Cited) -> Cited {
    cited.codes.sort_unstable();
    cited.codes.dedup();
    if cited.codes.is_empty() {
        p.add("passages", "problem-passages-required");
    }
    cited
}

/// A request, trimmed and checked against the text it is cut from.
pub fn request(new: &NewRequest, text: &str) -> Result<NewRequest> {
    let mut p = Problems::default();
    let length = i32::try_from(text.chars().count()).unwrap_or(i32::MAX);
    let mut excerpts = new.excerpts.clone();
    excerpts.sort_unstable_by_key(|e| (e.starts, e.ends));
    if excerpts.iter().any(|e| e.starts < 0 || e.ends <= e.starts || e.ends > length) || excerpts.len() > 50 {
        p.add("excerpts", "problem-excerpt");
    }
    let summary = p.text("summary", &new.summary, true, 300);
    let theme = p.text("theme", &new.theme, false, 100);
    p.check()?;
    Ok(NewRequest { excerpts, summary, theme })
}

/// The words of a stretch.
pub fn words_of(text: &str, excerpt: Excerpt) -> String {
    let (from, to) = (usize::try_from(excerpt.starts).unwrap_or(0), usize::try_from(excerpt.ends).unwrap_or(0));
    text.chars().skip(from).take(to.saturating_sub(from)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn excerpts_lie_in_the_text() {
        let new = |starts, ends| NewRequest {
            excerpts: vec![Excerpt { starts, ends }],
            summary: "s".into(),
            theme: String::new(),
        };
        assert!(request(&new(0, 5), "perché").is_ok());
        assert!(request(&new(0, 6), "perché").is_ok());
        for (starts, ends) in [(0, 7), (-1, 2), (3, 3), (4, 2)] {
            assert!(request(&new(starts, ends), "perché").is_err(), "{starts} {ends}");
        }
        assert_eq!(words_of("perché sì", Excerpt { starts: 5, ends: 8 }), "é s");
    }

    #[test]
    fn an_outcome_says_all_it_must() {
        let check = |answer: Answer| {
            let mut p = Problems::default();
            let _ = answer.check(&mut p);
            p.0.into_iter().map(|x| x.field).collect::<Vec<_>>()
        };
        let none = Cited { version: crate::id::VersionId(1), codes: vec![] };
        assert_eq!(check(Answer::Integrated(none.clone())), ["passages"]);
        assert_eq!(check(Answer::AlreadyPresent(none)), ["passages"]);
        let deferred = Answer::Deferred { step: " ".into(), owner: String::new() };
        assert_eq!(check(deferred), ["deferred_step", "deferred_owner"]);
        assert!(check(Answer::NotAccepted { competence: String::new() }).is_empty());
    }
}
