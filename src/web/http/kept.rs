//! What was typed into a form that could not be taken, shown back so that it can be copied: nobody writes twice.

use maud::{Markup, html};

use super::Visit;
use crate::ui;

/// Whether a field may be shown back: not passwords, not our own hidden ones.
fn shown(name: &str, value: &str) -> bool {
    !name.starts_with('_') && !name.contains("password") && !value.trim().is_empty()
}

/// The fields that were typed; with a button to send them again where the only fault was an old token.
pub fn typed(v: &Visit, again: bool) -> Markup {
    let values = &v.typed().values;
    let (files, long) = (!v.typed().files.is_empty(), |s: &str| s.len() > 60 || s.contains('\n'));
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
                    label.form-label for=(format!("k-{i}")) { (name) }
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
