//! Asking to be told by letter, or no longer.

use domain::Error;
use domain::access::Denied;
use domain::processes::{Process, ops};
use maud::{Markup, html};

use super::frame::{Section, address, frame_within};
use crate::http::{Answer, Visit};
use crate::ui;
use crate::ui::form::button;

/// The page: what would be told, and the button.
pub async fn page(v: Visit) -> Answer {
    let me = v.actor().account.ok_or(Error::Denied(Denied::SignIn))?;
    let (actor, slug) = (v.actor().clone(), v.path("slug").to_owned());
    let (process, on) = v
        .read(move |conn| {
            let process = ops::by_slug(conn, &actor, &slug)?;
            let on = ops::is_subscribed(conn, process.id, me)?;
            Ok((process, on))
        })
        .await?;
    let title = v.t("letters-title");
    v.page(&title, &frame_within(&v, &process, Section::Process, &title, &view(&v, &process, on)))
}

/// Does as the button says.
pub async fn change(v: Visit) -> Answer {
    let (actor, slug, on) = (v.actor().clone(), v.path("slug").to_owned(), v.field("on") == "si");
    let here = v.path_only().to_owned();
    let done = if on { "done-subscribed" } else { "done-unsubscribed" };
    v.write_once_saying(
        done,
        move |()| here,
        move |w| {
            let process = ops::by_slug(w.conn, &actor, &slug)?;
            ops::subscribe(w, &actor, process.id, on)
        },
    )
    .await
}

fn view(v: &Visit, process: &Process, on: bool) -> Markup {
    let kinds = ["letters-opening", "letters-closing", "letters-extension", "letters-version", "letters-report"];
    let (class, label, value) =
        if on { ("btn btn-outline-primary", "letters-stop", "no") } else { ("btn btn-primary", "letters-start", "si") };
    html! {
        (ui::head(&v.t("letters-title"), Some(&process.title)))
        p { (v.t("letters-text")) }
        ul { @for kind in kinds { li { (v.t(kind)) } } }
        p {
            (v.t(if on { "letters-on" } else { "letters-off" })) " "
            strong { (v.actor().email) }
        }
        (button(v, v.path_only(), class, label, &[("on", value)]))
        p { a href=(address(process, "")) { (v.t("letters-back")) } }
    }
}
