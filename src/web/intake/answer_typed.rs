//! What was typed in an answer's form, and the answer it says.

use domain::access::Actor;
use domain::db::Conn;
use domain::id::ProcessId;
use domain::intake::{self, Answer, Cited, NewResponse, Outcome};
use domain::{Problems, Result};

use super::words::numbers;
use crate::http::Visit;

/// What was typed.
pub struct Typed {
    /// The numbers of the requests.
    pub requests: Vec<i32>,
    /// Whether it is to stay a draft.
    pub draft: bool,
    outcome: Option<Outcome>,
    version: Option<i32>,
    codes: Option<Vec<i32>>,
    reason: String,
    competence: String,
    step: String,
    owner: String,
}

impl Typed {
    /// What this visit brings.
    pub fn of(v: &Visit) -> Self {
        let text = |name: &str| v.field(name).to_owned();
        let ticked = v.fields("codes").into_iter().filter_map(|c| c.parse::<i32>().ok());
        let written = numbers(v.field("passages"));
        let only: Vec<i32> = v.fields("only").into_iter().filter_map(|n| n.parse().ok()).collect();
        let all = || numbers(v.field("requests")).unwrap_or_default();
        Self {
            requests: if only.is_empty() { all() } else { only },
            draft: v.ticked("draft"),
            outcome: Outcome::parse(v.field("outcome")),
            version: v.field("version").parse().ok(),
            codes: written.map(|w| ticked.chain(w).collect()),
            reason: text("reason"),
            competence: text("competence"),
            step: text("deferred_step"),
            owner: text("deferred_owner"),
        }
    }

    /// The answer: the version is found where none was chosen.
    ///
    /// # Errors
    /// Invalid when no outcome was chosen, or a code is none.
    pub fn resolve(self, conn: &mut Conn, actor: &Actor, process: ProcessId) -> Result<NewResponse> {
        let mut p = Problems::default();
        let outcome = self.outcome;
        if outcome.is_none() {
            p.add("outcome", "problem-choose");
        }
        let cites =
            matches!(outcome, Some(Outcome::Integrated | Outcome::PartiallyIntegrated | Outcome::AlreadyPresent));
        if cites && self.codes.is_none() {
            p.add("passages", "problem-codes");
        }
        if self.reason.trim().is_empty() {
            p.add("reason", "problem-required");
        }
        p.check()?;
        let mut cited = || -> Result<Cited> {
            let earlier = outcome == Some(Outcome::AlreadyPresent);
            let version = intake::version_for(conn, actor, process, &self.requests, self.version, earlier)?;
            Ok(Cited { version, codes: self.codes.clone().unwrap_or_default() })
        };
        let answer = match outcome {
            Some(Outcome::Integrated) => Answer::Integrated(cited()?),
            Some(Outcome::PartiallyIntegrated) => Answer::PartiallyIntegrated(cited()?),
            Some(Outcome::AlreadyPresent) => Answer::AlreadyPresent(cited()?),
            Some(Outcome::Noted) => Answer::Noted,
            Some(Outcome::Deferred) => Answer::Deferred { step: self.step, owner: self.owner },
            Some(Outcome::OutOfScope) => Answer::OutOfScope { competence: self.competence },
            Some(Outcome::NotAccepted) => Answer::NotAccepted { competence: self.competence },
            Some(Outcome::Accepted) | None => Answer::Accepted,
        };
        Ok(NewResponse { requests: self.requests, answer, reason: self.reason })
    }
}
