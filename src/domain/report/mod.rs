//! The report: the frozen, numbered publication of all of it (*resoconto*). The software writes it from what was recorded;
//! it is refused, with the list of what is missing, while anything is unanswered (design, promise 2).

mod content;
mod heard;
mod met;
mod model;
pub mod ops;
mod order;
mod store;

pub use content::gather;
pub use model::{
    ActFacts, Agreement, Change, Chapter, Content, Entry, EntryChannel, EventFacts, Format, Frozen, InterviewFacts,
    MAX_REASON, NewEntry, Outcomes, Participants, PhaseFacts, Ready, Report, Taken, ThemeFacts, VersionFacts, WayFacts,
    WindowFacts,
};
pub use order::sort_names;
