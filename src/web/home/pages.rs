//! The accessibility statement and the privacy notice. They say what this program does; what only the owner of an
//! installation can say (assessments, officers) stands in its settings or is said to be missing.

use maud::{Markup, html};

use crate::http::{Answer, Visit};
use crate::locale::Arg;
use crate::ui;

/// Who runs it, and where to write.
fn contact(v: &Visit) -> Markup {
    let config = &v.app().config;
    let owner = [("owner", Arg::from(config.owner.as_str()))];
    html! {
        p { (v.t_with("page-owner", &owner)) }
        @if config.contact.is_empty() { p { (v.t("page-no-contact")) } }
        @else { p { (v.t("page-contact")) " " a href=(format!("mailto:{}", config.contact)) { (config.contact) } } }
    }
}

fn sections(v: &Visit, keys: &[(&str, &str)]) -> Markup {
    html! {
        @for (title, text) in keys { section.block { h2 { (v.t(title)) } (ui::prose(&v.t(text))) } }
    }
}

/// The accessibility statement.
pub async fn accessibility(v: Visit) -> Answer {
    let parts = [
        ("accessibility-done", "accessibility-done-text"),
        ("accessibility-limits", "accessibility-limits-text"),
        ("accessibility-feedback", "accessibility-feedback-text"),
    ];
    let content = html! {
        (ui::head(&v.t("accessibility-title"), Some(&v.t("accessibility-lead"))))
        div.prose { (sections(&v, &parts)) (contact(&v)) }
    };
    v.page(&v.t("accessibility-title"), &content)
}

/// The privacy notice.
pub async fn privacy(v: Visit) -> Answer {
    let parts = [
        ("privacy-what", "privacy-what-text"),
        ("privacy-public", "privacy-public-text"),
        ("privacy-interviews", "privacy-interviews-text"),
        ("privacy-register", "privacy-register-text"),
        ("privacy-cookies", "privacy-cookies-text"),
        ("privacy-rights", "privacy-rights-text"),
    ];
    let content = html! {
        (ui::head(&v.t("privacy-title"), Some(&v.t("privacy-lead"))))
        div.prose { (sections(&v, &parts)) (contact(&v)) }
    };
    v.page(&v.t("privacy-title"), &content)
}
