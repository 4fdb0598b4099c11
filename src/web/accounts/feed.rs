//! The address for one's own calendar program: made, shown once, ended.

use domain::accounts::feeds;
use maud::{Markup, html};

use crate::http::{Answer, Visit};
use crate::ui::form::button;
use crate::ui::{self, Tone};

/// Makes one, in the place of the one before. Its token is kept nowhere, so the answer itself shows it: sent again, the form leads back.
pub async fn make(v: Visit) -> Answer {
    let actor = v.actor().clone();
    let token = v.write_once_told("/account".to_owned(), move |w| feeds::make(w, &actor)).await?;
    v.page(&v.t("feed-title"), &view(&v, &token))
}

fn view(v: &Visit, token: &str) -> Markup {
    let address = format!("{}/calendari/{token}/incontri.ics", v.app().config.base_url);
    let (_, rest) = address.split_once("://").unwrap_or(("", &address));
    html! {
        (ui::head(&v.t("feed-title"), None))
        (ui::notice(Tone::Warning, &html! { p.notice-title { (v.t("feed-once")) } p { (v.t("feed-secret")) } }))
        p { (v.t("feed-address")) br; strong { code.text-break { (address) } } }
        p { (v.t("feed-how")) }
        div.page-actions { a.btn.btn-primary href=(format!("webcal://{rest}")) { (v.t("feed-open")) } }
        p { a href="/account" { (v.t("feed-back")) } }
    }
}

/// Ends it.
pub async fn end(v: Visit) -> Answer {
    let actor = v.actor().clone();
    v.write(move |w| feeds::end(w, &actor)).await?;
    v.done("done-feed-ended", "/account")
}

/// The part of one's own page about it.
pub fn section(v: &Visit, made: Option<domain::clock::Instant>) -> Markup {
    html! {
        section.block #calendario {
            h2 { (v.t("feed-section")) }
            p { (v.t("feed-text")) }
            p { (v.t("feed-secret")) }
            @if let Some(at) = made {
                p { (v.t("feed-made")) " " (ui::time::instant(v.l(), at)) }
                div.page-actions {
                    (button(v, "/account/calendario", "btn btn-outline-primary", "feed-renew", &[])) " "
                    (button(v, "/account/calendario/togli", "btn btn-outline-danger", "feed-end", &[]))
                }
            } @else {
                (button(v, "/account/calendario", "btn btn-outline-primary", "feed-make", &[]))
            }
        }
    }
}
