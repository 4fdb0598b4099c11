//! Restitutions: what the facilitators make of the minutes. Of each session a synthesis in sentences, and the actions of the plan
//! that emerged, each resting on lines of its minutes; of the whole event one that brings the sessions' together, each sentence
//! resting on what they say. Drafts are written by several hands; what is published is an edition that does not change
//! (`docs/decisions/0029-restitutions.md`).

mod gather;
mod model;
pub mod ops;
mod rules;
mod store;

pub use model::{
    Action, Alike, Behind, Content, Draft, Edition, Format, Frozen, Heard, Looked, Missing, NewPoint, Objective, Of,
    Place, Point, PointKind, Ready, Rest, Row, Sentence, Why, Withdrawn, Written,
};
pub use rules::{MAX_REASON, MAX_SHORT, MAX_TEXT, MOST_POINTS};
