//! Intake: what was received is cut into requests, each is answered with an outcome and a reason, a second person approves,
//! a batch is published, and it all adds up (design, promises 2, 3 and 8).

mod citations;
mod correct;
pub mod desk;
mod excerpts;
mod lines;
mod model;
pub mod ops;
mod place;
mod proposals;
mod reconcile;
mod rules;
mod store;

pub(crate) use citations::recheck;
pub use model::{
    Answer, Batch, Cited, Excerpt, Filter, LeftOut, Neighbours, NewRequest, NewResponse, Outcome, PublishedRequest,
    QueueLine, Request, RequestLine, Response, ResponseLine, ResponseState,
};
pub use place::{Place, place, version_for};
pub use proposals::{Proposal, Put, PutFrom, Way, put_into};
pub use reconcile::{ContributionState, Facts, Missing, Reconciliation, Why, state_of};
