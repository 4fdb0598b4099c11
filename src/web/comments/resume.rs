//! A text that waited while its writer signed in, registered or confirmed the address: back in its form, ready to be sent.

use domain::Problems;
use domain::access::Denied;
use domain::accounts::drafts;
use domain::id::AccountId;
use domain::{Error, Result};
use maud::html;

use super::fields::Typed;
use super::{place, write};
use crate::http::{Answer, Fault, Visit};
use crate::ui::{self, Tone};

fn me(v: &Visit) -> std::result::Result<AccountId, Fault> {
    v.actor().account.ok_or_else(|| Error::Denied(Denied::SignIn).into())
}

/// What a draft holds; nothing when it cannot be read any more.
fn typed(payload: &str) -> Option<Typed> {
    serde_json::from_str(payload).ok()
}

/// The form of the text that waits.
pub async fn page(v: Visit) -> Answer {
    let (me, actor, now) = (me(&v)?, v.actor().clone(), v.now());
    let found = v.read(move |conn| {
        let draft = drafts::of_account(conn, me, now)?;
        let Some(typed) = draft.and_then(|(_, payload)| typed(&payload)) else { return Ok(None) };
        match place::find(conn, &actor, &typed.asked(), now) {
            Ok((_, place)) => Ok(Some((typed, place))),
            Err(Error::NotFound) => Ok(Some((typed, None))),
            Err(e) => Err(e),
        }
    });
    let title = v.t("resume-title");
    match found.await? {
        None => v.page(&title, &html! {
            (ui::head(&title, None))
            (ui::empty(&v.t("resume-none"), &v.t("resume-none-text")))
            p { a href="/" { (v.t("fault-home")) } }
        }),
        // What it spoke of is no longer there: the words are given back all the same.
        Some((typed, None)) => v.page(&title, &html! {
            (ui::head(&title, None))
            (ui::notice(Tone::Warning, &html! { p { (v.t("resume-lost")) } }))
            div.prose { (ui::prose(&typed.text)) (ui::prose(&typed.proposed)) }
            (discard_button(&v))
        }),
        Some((typed, Some(place))) => v.page(&title, &html! {
            (ui::notice(Tone::Success, &html! { p.notice-title { (v.t("resume-found")) } p { (v.t("resume-found-text")) } }))
            (write::page(&v, &place, &typed, &Problems::default(), place.state(v.now())))
            (discard_button(&v))
        }),
    }
}

fn discard_button(v: &Visit) -> maud::Markup {
    html! { p { (ui::form::button(v, "/riprendi/scarta", "btn btn-link", "resume-discard", &[])) } }
}

/// Throws it away.
pub async fn discard(v: Visit) -> Answer {
    let me = me(&v)?;
    v.write(move |w| -> Result<()> { drafts::forget(w, me) }).await?;
    v.done("done-waiting-text-discarded", "/i-miei-contributi")
}
