//! Forms: labels above their controls, everything typed still there when something was wrong, the errors first.

mod field;

use std::cell::RefCell;
use std::collections::BTreeMap;

use domain::id::random_hex;
use domain::{Problem, Problems};
use maud::{Markup, html};

pub use field::{Choice, Field};

use crate::http::Visit;
use crate::http::door::Verb;
use crate::locale::{Arg, Locale};

/// A form being drawn: make the fields from it, then [`Form::show`] them.
pub struct Form<'a> {
    v: &'a Visit,
    action: String,
    problems: &'a Problems,
    values: BTreeMap<String, String>,
    labels: RefCell<BTreeMap<String, String>>,
    files: bool,
    keep: Option<String>,
}

impl<'a> Form<'a> {
    /// A form that posts to `action`; `problems` are those of its last sending, empty at first.
    pub fn new(v: &'a Visit, action: &str, problems: &'a Problems) -> Self {
        let (values, labels) = (BTreeMap::new(), RefCell::default());
        Self { v, action: action.to_owned(), problems, values, labels, files: false, keep: None }
    }

    /// What stands in a field before anything is typed.
    #[must_use]
    pub fn value(mut self, name: &str, value: impl Into<String>) -> Self {
        self.values.insert(name.to_owned(), value.into());
        self
    }

    /// Files go with it.
    #[must_use]
    pub fn with_files(mut self) -> Self {
        self.files = true;
        self
    }

    /// What is typed is kept in this browser under a key, until it was sent.
    #[must_use]
    pub fn keep(mut self, key: impl Into<String>) -> Self {
        self.keep = Some(key.into());
        self
    }

    /// What stands in a field now: what was typed, when this page answers the form's sending.
    pub fn now_in(&self, name: &str) -> String {
        if self.sent() { self.v.field(name).to_owned() } else { self.values.get(name).cloned().unwrap_or_default() }
    }

    /// Whether one of several values of a field is chosen now.
    pub fn chosen(&self, name: &str, value: &str) -> bool {
        if self.sent() {
            self.v.fields(name).contains(&value)
        } else {
            self.values.get(name).is_some_and(|v| v == value || v.split('\n').any(|one| one == value))
        }
    }

    /// Whether this page answers the sending of this very form (a page may hold several).
    fn sent(&self) -> bool {
        self.v.verb() == Verb::Post && self.v.path_only() == self.action
    }

    /// A field the page draws itself, by its label: the summary of errors links to `f-<name>`.
    pub fn drawn(&self, name: &str, label: impl Into<String>) {
        self.labels.borrow_mut().insert(name.to_owned(), label.into());
    }

    fn problem(&self, name: &str) -> Option<String> {
        self.problems.0.iter().find(|p| p.field == name).map(|p| problem(self.v.l(), p))
    }

    /// The whole form: the errors, the fields, the button (by its key), and a way out if there is one.
    pub fn show(&self, fields: &Markup, button: &str, cancel: Option<&str>) -> Markup {
        self.show_with(
            fields,
            &html! {
                button.btn.btn-primary { (self.v.t(button)) } " "
                @if let Some(href) = cancel { a.btn.btn-link href=(href) { (self.v.t("form-cancel")) } }
            },
        )
    }

    /// The same with other buttons at its foot: the first is what the Enter key presses.
    pub fn show_with(&self, fields: &Markup, buttons: &Markup) -> Markup {
        let kind = self.files.then_some("multipart/form-data");
        html! {
            (self.summary())
            form.form method="post" action=(self.action) enctype=[kind] data-keep=[self.keep.as_deref()] {
                (hidden(self.v))
                @if self.keep.is_some() {
                    div.notice.notice-info data-keep-notice hidden {
                        p { (self.v.t("form-restored")) }
                        button.btn.btn-sm.btn-outline-primary type="button" data-keep-discard { (self.v.t("form-discard")) }
                    }
                }
                (fields)
                div.form-actions { (buttons) }
            }
        }
    }

    fn summary(&self) -> Markup {
        let labels = self.labels.borrow();
        let many = Arg::from(self.problems.0.len());
        html! {
            @if !self.problems.0.is_empty() {
                div.error-summary role="alert" tabindex="-1" data-error-summary aria-labelledby="es" {
                    h2.error-summary-title #es { (self.v.t_with("form-errors", &[("n", many)])) }
                    ul {
                        @for p in &self.problems.0 {
                            @let text = problem(self.v.l(), p);
                            li {
                                @if let Some(label) = labels.get(p.field.as_ref()) { a href=(format!("#f-{}", p.field)) { (label) ": " (text) } }
                                @else { (text) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The fields every form carries: the token, and the key of this showing.
pub fn hidden(v: &Visit) -> Markup {
    html! {
        input type="hidden" name="_csrf" value=(v.csrf());
        input type="hidden" name="_once" value=(random_hex::<16>());
    }
}

/// A form of one button, with hidden values.
pub fn button(v: &Visit, action: &str, class: &str, label: &str, values: &[(&str, &str)]) -> Markup {
    html! {
        form.inline-form method="post" action=(action) {
            (hidden(v))
            @for (name, value) in values { input type="hidden" name=(name) value=(value); }
            button class=(class) { (v.t(label)) }
        }
    }
}

/// A problem in words.
pub fn problem(l: &Locale, p: &Problem) -> String {
    match p.arg {
        Some(n) => l.t_with(p.key, &[("n", Arg::from(n))]),
        None => l.t(p.key).into_owned(),
    }
}
