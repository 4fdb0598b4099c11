//! What is typed of a line: the fields of the page and of the form that mends one.

use domain::id::EnrolmentId;
use domain::tables::{Kind, Line, MAX_OBJECTIVE, MAX_TEXT, NewLine, Person, Who};
use maud::{Markup, html};

use crate::http::Visit;
use crate::ui::Form;

/// What the fields choose from.
pub struct Choices {
    /// Who sits at the table.
    pub people: Vec<Person>,
    /// Organisations of the event.
    pub organisations: Vec<String>,
    /// Headings of the plan and objectives named before.
    pub objectives: Vec<String>,
}

/// `Anna Prova (Ente)`.
pub fn person(v: &Visit, name: &str, organisation: &str) -> String {
    match (name.is_empty(), organisation.is_empty()) {
        (true, _) => v.t("minutes-somebody").into_owned(),
        (false, true) => name.to_owned(),
        (false, false) => format!("{name} ({organisation})"),
    }
}

/// Who said it, as a field holds it.
pub fn who_value(who: &Who) -> String {
    match who {
        Who::Nobody => String::new(),
        Who::Person(id) => format!("p:{id}"),
        Who::Organisation(name) => format!("o:{name}"),
    }
}

/// Who said it, out of a field.
pub fn who(text: &str) -> Who {
    match text.split_once(':') {
        Some(("p", id)) => id.parse::<EnrolmentId>().map_or(Who::Nobody, Who::Person),
        Some(("o", name)) => Who::Organisation(name.to_owned()),
        _ => Who::Nobody,
    }
}

/// What was typed.
pub fn typed(v: &Visit, otherwise: Kind) -> NewLine {
    NewLine {
        kind: Kind::parse(v.field("kind")).unwrap_or(otherwise),
        text: v.field("text").to_owned(),
        who: who(v.field("who")),
        objective: v.field("objective").to_owned(),
    }
}

/// What it is: four big buttons of which one is pressed.
pub fn kinds(v: &Visit, form: &Form<'_>) -> Markup {
    form.drawn("kind", v.t("minutes-kind"));
    html! {
        fieldset.minutes-kinds {
            legend.visually-hidden { (v.t("minutes-kind")) }
            @for (n, kind) in Kind::SAID.into_iter().enumerate() {
                @let id = if n == 0 { "f-kind".to_owned() } else { format!("f-kind-{n}") };
                input type="radio" name="kind" id=(id) value=(kind.as_str()) checked[form.chosen("kind", kind.as_str())];
                label for=(id) { (v.t(&format!("minutes-kind-{}", kind.as_str()))) }
            }
        }
    }
}

/// Who said it; `now` is who it was, should they no longer be among the choices.
pub fn who_field(v: &Visit, form: &Form<'_>, c: &Choices, now: Option<(&Line, &str)>) -> Markup {
    form.drawn("who", v.t("minutes-who"));
    let option =
        |value: String, words: &str| html! { option value=(value) selected[form.chosen("who", &value)] { (words) } };
    let known = |value: &str| {
        c.people.iter().any(|p| format!("p:{}", p.id) == value)
            || c.organisations.iter().any(|o| format!("o:{o}") == value)
    };
    let other =
        now.map(|(l, name)| (who_value(&l.who()), name)).filter(|(value, _)| !value.is_empty() && !known(value));
    html! {
        div.field {
            label.form-label for="f-who" { (v.t("minutes-who")) }
            select.form-select #f-who name="who" data-people=(v.t("minutes-at-table")) data-organisations=(v.t("minutes-organisations")) {
                option value="" { (v.t("minutes-nobody")) }
                @if let Some((value, name)) = other { (option(value, name)) }
                @if !c.people.is_empty() {
                    optgroup label=(v.t("minutes-at-table")) {
                        @for p in &c.people { (option(format!("p:{}", p.id), &person(v, &p.name, &p.organisation))) }
                    }
                }
                @if !c.organisations.is_empty() {
                    optgroup label=(v.t("minutes-organisations")) {
                        @for o in &c.organisations { (option(format!("o:{o}"), o)) }
                    }
                }
            }
        }
    }
}

/// What it is about.
pub fn objective(v: &Visit, form: &Form<'_>, c: &Choices) -> Markup {
    form.drawn("objective", v.t("minutes-objective"));
    html! {
        div.field {
            label.form-label for="f-objective" { (v.t("minutes-objective")) }
            input.form-control #f-objective name="objective" list="objectives" autocomplete="off" maxlength=(MAX_OBJECTIVE)
                value=(form.now_in("objective"));
            datalist #objectives { @for o in &c.objectives { option value=(o) {} } }
        }
    }
}

/// What was said.
pub fn text(v: &Visit, form: &Form<'_>, problem: Option<&str>, focus: bool) -> Markup {
    form.drawn("text", v.t("minutes-text"));
    html! {
        div.field.field-invalid[problem.is_some()] {
            label.form-label for="f-text" { (v.t("minutes-text")) }
            input.form-control #f-text name="text" autocomplete="off" enterkeyhint="send" maxlength=(MAX_TEXT) value=(form.now_in("text"))
                autofocus[focus] aria-invalid=[problem.map(|_| "true")] aria-describedby=[problem.map(|_| "f-text-err")];
            @if let Some(problem) = problem { p.invalid-feedback #f-text-err { (problem) } }
        }
    }
}
