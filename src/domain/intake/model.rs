//! What an answer is made of.

use diesel::prelude::*;

use crate::clock::Instant;
use crate::id::{AccountId, ContributionId, ProcessId, RequestId, ResponseId, VersionId};
use crate::register::ListLine;
use crate::text_enum;

text_enum! {
    /// The outcome of a request: the enum is the product.
    Outcome {
        /// Agreed, the wording still to come; counts as open until it is integrated or deferred.
        Accepted = "accepted",
        /// In the text.
        Integrated = "integrated",
        /// In the text, in part.
        PartiallyIntegrated = "partially_integrated",
        /// The text said so already.
        AlreadyPresent = "already_present",
        /// Appreciation that confirms the draft.
        Noted = "noted",
        /// Left to a later step, with an owner.
        Deferred = "deferred",
        /// Not a matter of this plan.
        OutOfScope = "out_of_scope",
        /// Not taken up.
        NotAccepted = "not_accepted",
    }
}

text_enum! {
    /// Where a response stands.
    ResponseState {
        /// Being written.
        Draft = "draft",
        /// Waiting for a second person.
        Submitted = "submitted",
        /// Sent back with a note.
        Returned = "returned",
        /// Approved by a second person, not yet public.
        Approved = "approved",
        /// Public; does not change any more.
        Published = "published",
    }
}

/// An outcome with all it must name: what cannot be said without its passages, its later step or its owner cannot be
/// written down without them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// Agreed, the wording still to come.
    Accepted,
    /// In the text: the passages of a later version that changed.
    Integrated(Cited),
    /// In part in the text: the passages of a later version that changed.
    PartiallyIntegrated(Cited),
    /// The passages that say it already.
    AlreadyPresent(Cited),
    /// Taken note of.
    Noted,
    /// Left to a later step.
    Deferred {
        /// Which step.
        step: String,
        /// Who owns it.
        owner: String,
    },
    /// Not a matter of this plan; whose competence it is, where there is one.
    OutOfScope {
        /// Whose.
        competence: String,
    },
    /// Not taken up; whose competence it is, where there is one.
    NotAccepted {
        /// Whose.
        competence: String,
    },
}

/// Passages of a version, by code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cited {
    /// The version.
    pub version: VersionId,
    /// The codes, one at least.
    pub codes: Vec<i32>,
}

/// A stretch of a contribution's text: offsets in Unicode scalar values, half open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Excerpt {
    /// The first character.
    pub starts: i32,
    /// The character after the last.
    pub ends: i32,
}

/// What is typed to cut a request out of a contribution.
#[derive(Debug, Clone, Default)]
pub struct NewRequest {
    /// The stretches that say it; none means the whole text.
    pub excerpts: Vec<Excerpt>,
    /// What is asked for, in a line.
    pub summary: String,
    /// The theme it belongs to, as the staff calls it.
    pub theme: String,
}

/// What is typed to answer requests.
#[derive(Debug, Clone)]
pub struct NewResponse {
    /// The numbers of the requests it answers, one at least.
    pub requests: Vec<i32>,
    /// The outcome, with what it names.
    pub answer: Answer,
    /// Why.
    pub reason: String,
}

/// One thing asked for.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = crate::db::schema::requests)]
pub struct Request {
    /// Which one.
    pub id: RequestId,
    /// Of which process.
    pub process_id: ProcessId,
    /// Its number there.
    pub number: i32,
    /// The contribution it was cut out of.
    pub contribution_id: ContributionId,
    /// What is asked for.
    pub summary: String,
    /// Its theme.
    pub theme: String,
    /// The response it has.
    pub response_id: Option<ResponseId>,
    /// The one that will take its place, once that is public.
    pub next_response_id: Option<ResponseId>,
}

impl Request {
    /// Whether a response is, or will be, its answer.
    pub fn is_of(&self, response: ResponseId) -> bool {
        self.response_id == Some(response) || self.next_response_id == Some(response)
    }
}

/// The answer to one or more requests.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = crate::db::schema::responses)]
pub struct Response {
    /// Which one.
    pub id: ResponseId,
    /// Of which process.
    pub process_id: ProcessId,
    /// Its number there.
    pub number: i32,
    /// The outcome.
    pub outcome: Outcome,
    /// Why.
    pub reason: String,
    /// Whose competence it is, where that is the reason.
    pub competence: String,
    /// The later step, if deferred.
    pub deferred_step: String,
    /// Who owns that step.
    pub deferred_owner: String,
    /// The version whose passages it names.
    pub version_id: Option<VersionId>,
    /// Where it stands.
    pub state: ResponseState,
    /// Why it was sent back.
    pub return_note: String,
    /// Who prepared it.
    pub prepared_by: AccountId,
    /// When.
    pub prepared_at: Instant,
    /// Who approved it: somebody else.
    pub approved_by: Option<AccountId>,
    /// When it became public.
    pub published_at: Option<Instant>,
    /// The published response it takes the place of.
    pub supersedes: Option<ResponseId>,
}

/// A request with what a list shows of it.
#[derive(Debug, Clone)]
pub struct RequestLine {
    /// The request.
    pub request: Request,
    /// The number of the contribution.
    pub contribution: i32,
    /// The words it was cut from, as they may be read; empty means the whole text.
    pub excerpts: Vec<String>,
    /// Where those words stand.
    pub places: Vec<Excerpt>,
    /// Its response, if it has one.
    pub response: Option<Response>,
}

/// A response with what a list shows of it.
#[derive(Debug, Clone)]
pub struct ResponseLine {
    /// The response.
    pub response: Response,
    /// The requests it answers.
    pub requests: Vec<RequestLine>,
    /// The codes of the passages it names.
    pub codes: Vec<i32>,
    /// The number of the version they stand in.
    pub version: Option<i32>,
    /// Who prepared it, for the staff.
    pub prepared_by: String,
}

/// A request with its published response, for everybody.
#[derive(Debug, Clone)]
pub struct PublishedRequest {
    /// The request.
    pub request: Request,
    /// The contribution's number.
    pub contribution: i32,
    /// Its response.
    pub response: Response,
    /// The codes of the passages it names.
    pub codes: Vec<i32>,
}

/// A contribution in the queue.
#[derive(Debug, Clone)]
pub struct QueueLine {
    /// The contribution.
    pub line: ListLine,
    /// Where it stands.
    pub state: super::ContributionState,
    /// How many requests were cut out of it.
    pub requests: i64,
    /// How many of them have a published, final response.
    pub answered: i64,
}

/// Which contributions of the queue one wants to see.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Filter {
    /// All of them.
    #[default]
    All,
    /// Those received in time that are in a state.
    In(super::ContributionState),
    /// Those that came late.
    Late,
}

/// Where a clerk goes from a contribution: its neighbours in the queue, by number.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Neighbours {
    /// The nearest open one before it.
    pub before: Option<i32>,
    /// The nearest open one after it.
    pub after: Option<i32>,
    /// The first after it, or else from the start, that no request was cut out of yet.
    pub uncut: Option<i32>,
}

/// What publishing now would make public.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Batch {
    /// The numbers of the responses.
    pub responses: Vec<i32>,
    /// How many requests they answer.
    pub requests: usize,
    /// How many authors get a letter.
    pub letters: usize,
    /// Those approved that are left out for now.
    pub left_out: Vec<LeftOut>,
}

/// An approved response that is not published with the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LeftOut {
    /// Its number.
    pub number: i32,
    /// What is wrong with the passages it names: the key of a sentence; nothing where it only waits for the version it
    /// names to be published.
    pub why: Option<&'static str>,
}
