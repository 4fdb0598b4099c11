//! Processes: one participatory process, its promoters, dated phases, figures, reference documents, and the acts of other
//! bodies it takes note of. A process is seen by its staff until it is published, then by everybody.

mod model;
pub mod ops;
mod rules;
mod store;

pub use model::{
    Act, Document, Facts, Figure, NewAct, Phase, PhaseKind, PhaseState, Process, ProcessLine, ProcessPage, Promoter,
};
pub use rules::{facts as checked_facts, phase_state, slug as checked_slug};
