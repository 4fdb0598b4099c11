//! Who, besides the staff, may know of a restricted event.

use domain::events::{Event, Guest, ops};
use domain::id::AccountId;
use domain::processes::Process;
use domain::{Error, Problems};
use maud::{Markup, html};

use super::super::staff_address;
use super::{framed, managed, named};
use crate::http::{Answer, Fault, Visit};
use crate::ui::{self, Form};

async fn load(v: &Visit) -> Result<(Process, Event, Vec<Guest>), Fault> {
    let (process, event) = managed(v).await?;
    let (actor, of) = (v.actor().clone(), event.clone());
    let guests = v.read(move |conn| ops::guests(conn, &actor, &of)).await?;
    Ok((process, event, guests))
}

/// The page.
pub async fn page(v: Visit) -> Answer {
    let (process, event, guests) = load(&v).await?;
    v.page(&named(&event, &v.t("event-desk-guests")), &view(&v, &process, &event, &guests, &Problems::default()))
}

fn view(v: &Visit, process: &Process, event: &Event, guests: &[Guest], problems: &Problems) -> Markup {
    let action = staff_address(process, event, "/invitati");
    let form = Form::new(v, &action, problems);
    let fields = html! { (form.email("email", "account-email").required().hint("roles-email-hint")) };
    let content = html! {
        p { (v.t("event-guests-text")) }
        @if guests.is_empty() { (ui::empty(&v.t("event-guests-none"), &v.t("event-guests-none-text"))) }
        @else {
            ol.queue-list { @for g in guests {
                li.queue-item {
                    div.queue-main { p.queue-title { (g.name) } p.queue-meta { (g.email) } }
                    div.queue-side {
                        form.inline-form method="post" action=(format!("{action}/{}/togli", g.account)) {
                            (ui::form::hidden(v))
                            button.btn.btn-sm.btn-link { (v.t("event-guest-remove")) span.visually-hidden { ": " (g.name) } }
                        }
                    }
                }
            } }
        }
        section.block { h2 { (v.t("event-guest-new")) } (form.show(&fields, "event-guest-add", None)) }
    };
    framed(v, process, event, "/invitati", &v.t("event-desk-guests"), &content)
}

/// Adds one.
pub async fn add(v: Visit) -> Answer {
    let (process, event, guests) = load(&v).await?;
    let (actor, id, here, email) = (v.actor().clone(), event.id, v.path_only().to_owned(), v.field("email").to_owned());
    let done = v.write_once_saying("done-guest", move |()| here, move |w| ops::invite(w, &actor, id, &email));
    match done.await {
        Err(fault @ Fault::Domain(Error::Invalid(_))) => {
            v.form_again(fault, &v.t("event-desk-guests"), |p| view(&v, &process, &event, &guests, p))
        }
        other => other,
    }
}

/// Takes one off.
pub async fn remove(v: Visit) -> Answer {
    let (process, event) = managed(&v).await?;
    let (actor, id, guest) = (v.actor().clone(), event.id, v.path_as::<AccountId>("guest")?);
    let to = staff_address(&process, &event, "/invitati");
    v.write_once_saying("done-guest-removed", move |()| to, move |w| ops::uninvite(w, &actor, id, guest)).await
}
