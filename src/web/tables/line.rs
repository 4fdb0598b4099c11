//! A line on the page, and the lines together. The script clones the same markup out of two `template`s.

use domain::id::SessionId;
use domain::tables::{Group, Kind, Line};
use maud::{Markup, html};

use super::entry::person;
use crate::http::Visit;
use crate::locale::Arg;

/// Where lines lead to.
pub struct At {
    /// The session's minutes.
    pub minutes: String,
    /// The staff's list of contributions.
    pub register: String,
}

/// Who said it, by name.
pub fn name(v: &Visit, line: &Line) -> String {
    match (&line.person, line.enrolment) {
        (Some(name), _) => person(v, name, line.person_for.as_deref().unwrap_or_default()),
        (None, Some(_)) => v.t("minutes-somebody").into_owned(),
        (None, None) => line.organisation.clone(),
    }
}

/// What is said beside a line: who, about what, when.
pub fn about(v: &Visit, line: &Line) -> String {
    let parts = [name(v, line), line.objective.clone(), v.l().hour(line.said_at)];
    parts.into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// The number it has in the register.
fn in_register(v: &Visit, line: &Line) -> String {
    line.contribution.map_or_else(String::new, |n| v.t_with("minutes-contribution", &[("n", Arg::from(n.to_string()))]))
}

/// A line that was said.
fn said(v: &Visit, at: &At, line: &Line) -> Markup {
    html! {
        li.minute id=(format!("r-{}", line.key)) tabindex="-1" {
            label.minute-choose {
                input.form-check-input type="checkbox" name="chosen" value=(line.key);
                span.visually-hidden { (v.t("minutes-choose")) ": " span data-f="label" { (line.text) } }
            }
            div.minute-main {
                p.minute-text { span.tag data-f="kind" { (v.t(&format!("minutes-kind-{}", line.kind.as_str()))) } " " span data-f="text" { (line.text) } }
                p.minute-about {
                    span data-f="about" { (about(v, line)) } " "
                    a data-contribution=(at.register) hidden[line.contribution.is_none()]
                        href=(format!("{}/{}", at.register, line.contribution.unwrap_or_default())) { (in_register(v, line)) }
                }
            }
            span.minute-handle aria-hidden="true" { "⠿" }
            (acts(v, at, line))
        }
    }
}

fn acts(v: &Visit, at: &At, line: &Line) -> Markup {
    let (up, down) = (v.t("minutes-up"), v.t("minutes-down"));
    html! {
        details.minute-do {
            summary { span aria-hidden="true" { "⋯" } span.visually-hidden { (v.t("minutes-acts")) ": " span data-f="label" { (line.text) } } }
            div.minute-acts {
                button.btn.btn-outline-primary name="up" value=(line.key) { "↑ " (up) }
                button.btn.btn-outline-primary name="down" value=(line.key) { "↓ " (down) }
                a.btn.btn-outline-primary data-mend=(line.key) hidden[line.contribution.is_some()] href=(format!("{}/righe/{}", at.minutes, line.key)) { (v.t("minutes-mend")) }
                button.btn.btn-outline-danger name="remove" hidden[line.contribution.is_some()] value=(format!("{} {}", line.key, line.revision)) { (v.t("minutes-remove")) }
            }
        }
    }
}

/// A group: its heading, if it has one, and its lines.
fn group(v: &Visit, at: &At, g: &Group) -> Markup {
    let key = g.heading.as_ref().map_or("", |h| h.key.as_str());
    html! {
        section.minutes-group data-heading=(key) {
            @if let Some(h) = &g.heading {
                div.minutes-heading id=(format!("r-{}", h.key)) tabindex="-1" {
                    h2 data-f="text" { (h.text) }
                    (acts(v, at, h))
                }
            }
            ol.minutes-lines { @for line in &g.lines { (said(v, at, line)) } }
        }
    }
}

/// Everything that stands.
pub fn groups(v: &Visit, at: &At, all: &[Group]) -> Markup {
    html! { @for g in all { (group(v, at, g)) } }
}

/// What was removed, to be put back.
pub fn removed(v: &Visit, lines: &[&Line]) -> Markup {
    html! {
        details.fold data-removed hidden[lines.is_empty()] {
            summary data-f="count" { (v.t_with("minutes-removed", &[("n", Arg::from(lines.len()))])) }
            ul.list-unstyled { @for line in lines { (gone(v, line)) } }
        }
    }
}

fn gone(v: &Visit, line: &Line) -> Markup {
    html! {
        li.minute {
            p.minute-text data-f="text" { (line.text) }
            button.btn.btn-outline-primary name="restore" value=(line.key) {
                (v.t("minutes-restore")) span.visually-hidden { ": " span data-f="label" { (line.text) } }
            }
        }
    }
}

/// The same with nothing in it, for the script to fill.
pub fn templates(v: &Visit, at: &At) -> Markup {
    let empty = Line {
        key: String::new(),
        kind: Kind::Need,
        text: String::new(),
        enrolment: None,
        person: None,
        person_for: None,
        organisation: String::new(),
        objective: String::new(),
        passage_code: None,
        heading: None,
        position: 0,
        revision: 1,
        changed: 0,
        said_at: v.now(),
        writer: String::new(),
        removed_at: None,
        contribution: None,
        session: SessionId(0),
    };
    let heading = Group { heading: Some(Line { kind: Kind::Heading, ..empty.clone() }), lines: Vec::new() };
    html! {
        template data-template="line" { (said(v, at, &empty)) }
        template data-template="group" { (group(v, at, &heading)) }
        template data-template="gone" { (gone(v, &empty)) }
    }
}
