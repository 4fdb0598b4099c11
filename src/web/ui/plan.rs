//! Parts of pages about a process: its dated steps, the codes of passages.

use maud::{Markup, html};

use super::lists;
use crate::locale::Locale;

/// Where a step stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepState {
    /// Over.
    Past,
    /// Under way.
    Now,
    /// To come.
    Future,
}

/// A dated step as the page shows it.
pub struct Step {
    /// Its name; may hold a link.
    pub name: Markup,
    /// Its dates, written.
    pub dates: String,
    /// What happens in it.
    pub text: String,
    /// Where it stands.
    pub state: StepState,
}

/// The steps of a process.
pub fn phases(l: &Locale, steps: &[Step]) -> Markup {
    let look = |state: StepState| match state {
        StepState::Past => ("phase phase-past", "phase-state-past"),
        StepState::Now => ("phase phase-now", "phase-state-now"),
        StepState::Future => ("phase phase-future", "phase-state-future"),
    };
    html! {
        ol.phases {
            @for step in steps {
                @let (class, state) = look(step.state);
                li class=(class) aria-current=[(step.state == StepState::Now).then_some("step")] {
                    span.phase-name { (step.name) } " "
                    span.phase-dates { (step.dates) } " "
                    span.phase-state { (l.t(state)) }
                    @if !step.text.is_empty() { p.phase-text { (step.text) } }
                }
            }
        }
    }
}

/// The permanent code of a passage, as it is written everywhere.
pub fn code(number: i32) -> String {
    format!("P-{number:03}")
}

/// Facts of a receipt, with its number set large.
pub fn receipt(label: &str, number: &str, facts: &[(&str, Markup)], hash: &str) -> Markup {
    html! {
        section.receipt {
            p.receipt-label { (label) }
            p.receipt-number { (number) }
            (lists::definition(facts))
            @if !hash.is_empty() { p.receipt-hash { (hash) } }
        }
    }
}
