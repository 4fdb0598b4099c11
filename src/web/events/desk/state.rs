//! Saying that an event was held, is moved online, or is cancelled.

use domain::events::{Event, State, ops};
use domain::processes::Process;
use domain::{Error, Problems};
use maud::{Markup, html};

use super::super::staff_address;
use super::{framed, managed, named};
use crate::http::{Answer, Visit};
use crate::ui::{Choice, Form};

/// The form.
pub async fn form(v: Visit) -> Answer {
    let (process, event) = managed(&v).await?;
    v.page(&named(&event, &v.t("event-change-state")), &view(&v, &process, &event, &Problems::default()))
}

fn view(v: &Visit, process: &Process, event: &Event, problems: &Problems) -> Markup {
    let form =
        Form::new(v, &staff_address(process, event, "/stato"), problems).value("online_link", &event.online_link);
    let choice = |s: State| {
        let key = format!("event-become-{}", s.as_str());
        Choice::new(s.as_str(), v.t(&key)).hint(v.t(&format!("{key}-hint")))
    };
    let mut next = vec![choice(State::Held)];
    if event.state == State::Planned {
        next.push(choice(State::MovedOnline));
    }
    next.push(choice(State::Cancelled));
    let fields = html! {
        (form.radios("next", "event-become", next).required())
        (form.area("reason", "event-reason", 4).max(2000).counted().hint("event-reason-hint"))
        (form.text("online_link", "event-online-link").max(1000).hint("event-become-link-hint"))
    };
    let content = html! {
        @if event.to_come() { (form.show(&fields, "event-become-button", Some(&staff_address(process, event, "")))) }
        @else { p { (v.t("refused-event-over")) } }
    };
    framed(v, process, event, "", &v.t("event-change-state"), &content)
}

/// Does it.
pub async fn save(v: Visit) -> Answer {
    let (process, event) = managed(&v).await?;
    let (actor, id, to) = (v.actor().clone(), event.id, staff_address(&process, &event, ""));
    let (reason, link) = (v.field("reason").to_owned(), v.field("online_link").to_owned());
    let done = match State::parse(v.field("next")).filter(|s| *s != State::Planned) {
        None => {
            let mut p = Problems::default();
            p.add("next", "problem-choose");
            Err(Error::Invalid(p).into())
        }
        Some(next) => {
            let done = match next {
                State::Held => "done-event-held",
                State::Cancelled => "done-event-cancelled",
                _ => "done-event-moved",
            };
            v.write_once_saying(done, move |()| to, move |w| ops::set_state(w, &actor, id, next, &reason, &link)).await
        }
    };
    match done {
        Err(fault) => v.form_again(fault, &v.t("event-change-state"), |p| view(&v, &process, &event, p)),
        ok => ok,
    }
}
