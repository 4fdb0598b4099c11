//! Small words with a shape: outcomes, states, labels.

use maud::{Markup, html};

use crate::locale::Locale;

/// An outcome by its key (`integrated`, ...), or `none` for what has no answer yet.
pub fn outcome(l: &Locale, key: &str) -> Markup {
    html! { span class=(format!("outcome outcome-{key}")) { (l.t(&format!("outcome-{key}"))) } }
}

/// A state by its key (`received`, `published`, `withdrawn`, ...).
pub fn status(l: &Locale, key: &str) -> Markup {
    html! { span class=(format!("status status-{key}")) { (l.t(&format!("status-{key}"))) } }
}

/// A neutral label.
pub fn tag(text: &str) -> Markup {
    html! { span.tag { (text) } }
}

/// A small number.
pub fn count(l: &Locale, n: i64) -> Markup {
    html! { span.count { (l.number(n)) } }
}
