//! What was typed into a form that could not be taken, shown back so that it can be copied: nobody writes twice.

use maud::{Markup, html};

use super::Visit;
use crate::ui;

/// What fields that people write in are called on their forms.
const CALLED: [(&str, &str); 43] = [
    ("accessibility", "event-accessibility"),
    ("act_number", "act-number-label"),
    ("address", "event-address"),
    ("body", "act-body"),
    ("by_when", "restitution-when"),
    ("competence", "answer-competence"),
    ("conducted_by", "interview-conducted-by"),
    ("contact", "facts-contact"),
    ("deferred_owner", "answer-owner"),
    ("deferred_step", "answer-step"),
    ("email", "account-email"),
    ("evidence", "moderation-evidence"),
    ("facilitator", "facts-facilitator"),
    ("founding_act", "facts-founding-act"),
    ("introduction", "editor-introduction"),
    ("label", "figure-label"),
    ("link", "document-link"),
    ("means", "restitution-means"),
    ("name", "promoter-name"),
    ("needs", "enrol-needs"),
    ("note", "moderation-note"),
    ("objective", "restitution-objective"),
    ("online_link", "event-online-link"),
    ("organisation", "organisation-name"),
    ("organisations", "participants-organisations"),
    ("passages", "answer-passages"),
    ("place", "event-place"),
    ("programme", "event-programme"),
    ("proposed", "contribution-proposed"),
    ("pseudonym", "comment-pseudonym"),
    ("questions", "interviews-questions-label"),
    ("quote", "intake-quote"),
    ("reason", "redact-reason"),
    ("room", "event-table-room"),
    ("sender", "moderation-sender"),
    ("summary", "facts-summary"),
    ("text", "receipt-text"),
    ("thanks", "editor-thanks"),
    ("theme", "intake-theme-label"),
    ("title", "facts-title"),
    ("who", "restitution-who"),
    ("wording", "reread-wording"),
    ("zone", "organisation-zone"),
];

/// The words for a field; rows of a table have their number after it. The place of a row is its place among the others, and none
/// where people meet.
fn called(name: &str) -> Option<&'static str> {
    let row = name.rsplit_once('-').filter(|(word, n)| n.parse::<u16>().is_ok() && *word != "place");
    let name = row.map_or(name, |(word, _)| word);
    CALLED.iter().find(|(known, _)| *known == name).map(|(_, key)| *key)
}

fn long(value: &str) -> bool {
    value.len() > 60 || value.contains('\n')
}

/// Whether a field is shown back: what somebody wrote, not choices, whose values are words of the program; never passwords.
fn shown(name: &str, value: &str) -> bool {
    let ours = name.starts_with('_') || name.contains("password");
    // Who spoke at a table is chosen, by number or as an organisation; who does what of an action plan is written.
    let chosen = name == "who" && (value.starts_with("p:") || value.starts_with("o:"));
    !ours && !chosen && !value.trim().is_empty() && (called(name).is_some() || long(value))
}

/// The fields that were typed; with a button to send them again where the only fault was an old token.
pub fn typed(v: &Visit, again: bool) -> Markup {
    let values = &v.typed().values;
    let files = !v.typed().files.is_empty();
    let secret = values.iter().any(|(k, _)| k.contains("password"));
    if !values.iter().any(|(k, x)| shown(k, x)) && !files {
        return html! {};
    }
    html! {
        section.block {
            h2 { (v.t("kept-title")) }
            p { (v.t("kept-text")) }
            @if files { p { (v.t("kept-files")) } }
            @for (i, (name, value)) in values.iter().enumerate().filter(|(_, (k, x))| shown(k, x)) {
                div.field {
                    label.form-label for=(format!("k-{i}")) {
                        @match called(name) { Some(key) => (v.t(key)), None => (name) }
                    }
                    @if long(value) {
                        textarea.form-control id=(format!("k-{i}")) rows="8" readonly { "\n" (value) }
                    } @else {
                        input.form-control id=(format!("k-{i}")) value=(value) readonly;
                    }
                }
            }
        }
        @if again && !secret && !files { (send_again(v)) }
    }
}

fn send_again(v: &Visit) -> Markup {
    html! {
        form.form method="post" action=(v.uri()) {
            (ui::form::hidden(v))
            @for (name, value) in v.typed().values.iter().filter(|(k, _)| !k.starts_with('_')) {
                input type="hidden" name=(name) value=(value);
            }
            div.form-actions { button.btn.btn-primary { (v.t("kept-again")) } }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{Lang, Locales};

    #[test]
    fn what_was_written_is_shown_and_choices_are_not() {
        assert!(shown("text", "a") && shown("title-12", "a") && shown("anything", &"a ".repeat(40)));
        assert!(shown("place", "Sala civica") && shown("online_link", "https://example.org"));
        assert!(!shown("kind", "addition") && !shown("password", &"a".repeat(99)) && !shown("_csrf", &"a".repeat(99)));
        assert!(
            shown("who", "Il Comune") && !shown("who", "p:123") && !shown("who", "o:Ente") && !shown("place-2", "1")
        );
        assert!(!shown("text", " \n"));
    }

    #[test]
    fn every_field_is_called_something() {
        let locales = Locales::load().unwrap();
        for (name, key) in CALLED {
            assert!(!locales.of(Lang::It).t(key).contains('⟦'), "{name}: {key}");
        }
    }
}
