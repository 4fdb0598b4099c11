//! Everything is answered, and it adds up: each contribution is in exactly one state, counted in contributions, the late
//! ones apart (design, promise 2).

use std::collections::HashMap;

use serde::Serialize;

use crate::register::Repeats;

/// The one state a contribution is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ContributionState {
    /// At least one request, and every request's final response published.
    Answered,
    /// Something is missing.
    Open,
    /// Withdrawn by its author.
    Withdrawn,
    /// It repeats another one that stands.
    Duplicate,
    /// Refused by moderation.
    Refused,
}

impl ContributionState {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Answered, Self::Open, Self::Withdrawn, Self::Duplicate, Self::Refused];

    /// Its word, for filters and the locales.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Answered => "answered",
            Self::Open => "open",
            Self::Withdrawn => "withdrawn",
            Self::Duplicate => "duplicate",
            Self::Refused => "refused",
        }
    }

    /// The state behind a word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.as_str() == word)
    }
}

/// What decides the state of a contribution.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Facts {
    /// Its author withdrew it.
    pub withdrawn: bool,
    /// Moderation refused it.
    pub refused: bool,
    /// What it repeats.
    pub repeats: Repeats,
    /// Moderation has yet to decide.
    pub undecided: bool,
    /// Requests cut out of it.
    pub requests: i64,
    /// Requests whose response is published and final.
    pub answered: i64,
}

/// The state: what its author did goes before what moderation did, and both before answers.
pub const fn state_of(facts: Facts) -> ContributionState {
    if facts.withdrawn {
        ContributionState::Withdrawn
    } else if facts.refused {
        ContributionState::Refused
    } else if matches!(facts.repeats, Repeats::Standing(_)) {
        ContributionState::Duplicate
    } else if matches!(facts.repeats, Repeats::Lost) {
        ContributionState::Open
    } else if !facts.undecided && facts.requests > 0 && facts.answered == facts.requests {
        ContributionState::Answered
    } else {
        ContributionState::Open
    }
}

/// Why something is still open; its name is the stem of the sentence that says what to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// Moderation has yet to decide.
    Moderation,
    /// No request was cut out of it.
    NoRequest,
    /// A request has no response.
    NoResponse,
    /// A response is not published yet.
    NotPublished,
    /// A response says "accepted": the wording is still to come.
    StillAccepted,
    /// It was marked as repeating one that was withdrawn, refused or came late: nobody's answer stands for it.
    LostOriginal,
}

/// One thing that keeps the report from being made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Missing {
    /// The contribution's number.
    pub contribution: i32,
    /// The request's number, where it is about one.
    pub request: Option<i32>,
    /// The response's number, where it is about one.
    pub response: Option<i32>,
    /// What is missing.
    pub why: Why,
}

/// The account of what was received.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Reconciliation {
    /// Received in time.
    pub received: i64,
    /// Of these, by state.
    pub by_state: HashMap<&'static str, i64>,
    /// Received late, counted apart.
    pub late: i64,
    /// Requests cut out of what was received in time.
    pub requests: i64,
    /// What is missing, item by item.
    pub missing: Vec<Missing>,
}

impl Reconciliation {
    /// How many are in a state.
    pub fn count(&self, state: ContributionState) -> i64 {
        self.by_state.get(state.as_str()).copied().unwrap_or(0)
    }

    /// Whether received = answered + open + withdrawn + duplicate + refused.
    pub fn adds_up(&self) -> bool {
        self.received == ContributionState::ALL.iter().map(|s| self.count(*s)).sum::<i64>()
    }

    /// Whether a report can be made: it adds up and nothing is open.
    pub fn is_complete(&self) -> bool {
        self.adds_up() && self.count(ContributionState::Open) == 0 && self.missing.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::ContributionId;
    use proptest::prelude::*;

    #[test]
    fn states() {
        let base = Facts { requests: 2, answered: 2, ..Facts::default() };
        let standing = Repeats::Standing(ContributionId(1));
        let table = [
            (base, ContributionState::Answered),
            (Facts { answered: 1, ..base }, ContributionState::Open),
            (Facts { requests: 0, answered: 0, ..base }, ContributionState::Open),
            (Facts { undecided: true, ..base }, ContributionState::Open),
            (Facts { repeats: standing, ..base }, ContributionState::Duplicate),
            (Facts { repeats: Repeats::Lost, ..base }, ContributionState::Open),
            (Facts { refused: true, repeats: standing, ..base }, ContributionState::Refused),
            (Facts { withdrawn: true, refused: true, ..base }, ContributionState::Withdrawn),
        ];
        for (facts, expected) in table {
            assert_eq!(state_of(facts), expected, "{facts:?}");
        }
    }

    proptest! {
        #[test]
        fn every_contribution_is_in_exactly_one_state(list in proptest::collection::vec(
            (any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>(), 0_i64..4, 0_i64..4), 0..50)) {
            let mut found = Reconciliation::default();
            for (withdrawn, refused, duplicate, undecided, requests, answered) in list {
                let repeats = if duplicate { Repeats::Lost } else { Repeats::Nothing };
                let facts = Facts { withdrawn, refused, repeats, undecided, requests, answered: answered.min(requests) };
                found.received += 1;
                *found.by_state.entry(state_of(facts).as_str()).or_default() += 1;
            }
            prop_assert!(found.adds_up());
        }
    }
}
