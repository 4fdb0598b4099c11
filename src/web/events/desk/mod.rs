//! The staff's desk of events.

mod csv;
mod documents;
mod door;
mod door_news;
mod facts;
mod guests;
mod guide;
mod list;
mod one;
mod people;
mod state;
mod table;

use domain::access::{ManageEvents, Permit, ReadEnrolments, Subject};
use domain::events::{Event, guide as guides};
use domain::processes::Process;
use maud::{Markup, html};

use super::{found, staff_address};
use crate::http::{Access, Door, Fault, Limit, Visit};
use crate::processes::{StaffSection, staff_frame_within};
use crate::ui;

/// The doors of the desk.
pub fn doors() -> Vec<Door> {
    use Access::Staff;
    vec![
        Door::get("/percorsi/{slug}/gestione/incontri", Staff, list::page),
        Door::get("/percorsi/{slug}/gestione/incontri/nuovo", Staff, facts::new),
        Door::post("/percorsi/{slug}/gestione/incontri/nuovo", Staff, facts::create),
        Door::get("/percorsi/{slug}/gestione/incontri/{n}", Staff, one::page),
        Door::get("/percorsi/{slug}/gestione/incontri/{n}/dati", Staff, facts::form),
        Door::post("/percorsi/{slug}/gestione/incontri/{n}/dati", Staff, facts::save),
        Door::get("/percorsi/{slug}/gestione/incontri/{n}/pubblica", Staff, one::page),
        Door::post("/percorsi/{slug}/gestione/incontri/{n}/pubblica", Staff, one::publish),
        Door::get("/percorsi/{slug}/gestione/incontri/{n}/elimina", Staff, one::page),
        Door::post("/percorsi/{slug}/gestione/incontri/{n}/elimina", Staff, one::delete),
        Door::get("/percorsi/{slug}/gestione/incontri/{n}/stato", Staff, state::form),
        Door::post("/percorsi/{slug}/gestione/incontri/{n}/stato", Staff, state::save),
        Door::get("/percorsi/{slug}/gestione/incontri/{n}/tavoli/nuovo", Staff, table::new),
        Door::post("/percorsi/{slug}/gestione/incontri/{n}/tavoli/nuovo", Staff, table::create),
        Door::get("/percorsi/{slug}/gestione/incontri/{n}/tavoli/{table}", Staff, table::form),
        Door::post("/percorsi/{slug}/gestione/incontri/{n}/tavoli/{table}", Staff, table::save),
        Door::get("/percorsi/{slug}/gestione/incontri/{n}/tavoli/{table}/togli", Staff, table::form),
        Door::post("/percorsi/{slug}/gestione/incontri/{n}/tavoli/{table}/togli", Staff, table::remove),
        Door::get("/percorsi/{slug}/gestione/incontri/{n}/documenti", Staff, documents::form),
        Door::post("/percorsi/{slug}/gestione/incontri/{n}/documenti", Staff, documents::save),
        Door::get("/percorsi/{slug}/gestione/incontri/{n}/documenti/carica", Staff, documents::form),
        Door::post("/percorsi/{slug}/gestione/incontri/{n}/documenti/carica", Staff, documents::add)
            .upload(documents::MOST_SENT),
        Door::post("/percorsi/{slug}/gestione/incontri/{n}/documenti/{file}/togli", Staff, documents::remove),
        Door::get("/percorsi/{slug}/gestione/incontri/{n}/invitati", Staff, guests::page),
        Door::post("/percorsi/{slug}/gestione/incontri/{n}/invitati", Staff, guests::add),
        Door::post("/percorsi/{slug}/gestione/incontri/{n}/invitati/{guest}/togli", Staff, guests::remove),
        Door::get("/percorsi/{slug}/gestione/incontri/{n}/guida", Staff, guide::page),
        Door::post("/percorsi/{slug}/gestione/incontri/{n}/guida", Staff, guide::save),
        Door::get("/percorsi/{slug}/gestione/incontri/{n}/guida/anteprima", Staff, guide::preview),
        Door::get("/percorsi/{slug}/gestione/incontri/{n}/guida/pubblica", Staff, guide::page),
        Door::post("/percorsi/{slug}/gestione/incontri/{n}/guida/pubblica", Staff, guide::publish)
            .upload(guides::MOST_BYTES + 64 * 1024),
        Door::get("/percorsi/{slug}/gestione/incontri/{n}/guida/{edition}", Staff, guide::file),
        Door::get("/percorsi/{slug}/gestione/incontri/{n}/iscritti", Staff, people::page),
        Door::post("/percorsi/{slug}/gestione/incontri/{n}/iscritti/csv", Staff, csv::take),
        Door::get("/percorsi/{slug}/gestione/incontri/{n}/iscritti/{id}", Staff, people::one),
        Door::post("/percorsi/{slug}/gestione/incontri/{n}/iscritti/{id}", Staff, people::remove),
        Door::get("/percorsi/{slug}/gestione/incontri/{n}/iscritti/{id}/indirizzo", Staff, people::one),
        Door::post("/percorsi/{slug}/gestione/incontri/{n}/iscritti/{id}/indirizzo", Staff, people::set_address),
        Door::get("/percorsi/{slug}/gestione/incontri/{n}/iscritti/{id}/tavolo", Staff, people::one),
        Door::post("/percorsi/{slug}/gestione/incontri/{n}/iscritti/{id}/tavolo", Staff, people::seat),
        Door::get("/percorsi/{slug}/gestione/incontri/{n}/porta", Staff, door::page),
        Door::post("/percorsi/{slug}/gestione/incontri/{n}/porta", Staff, door::act).limit(Limit::Door),
        Door::get("/percorsi/{slug}/gestione/incontri/{n}/porta/presenze", Staff, door_news::since),
        Door::get("/percorsi/{slug}/gestione/incontri/{n}/porta/{code}", Staff, door::by_code),
        Door::get("/percorsi/{slug}/gestione/incontri/{n}/cifre", Staff, one::figures),
    ]
}

/// The event, where whoever asks may change it.
async fn managed(v: &Visit) -> Result<(Process, Event), Fault> {
    let (process, event) = found(v).await?;
    let _may: Permit<ManageEvents> = v.actor().permit(Subject::of(process.id))?;
    Ok((process, event))
}

/// The event, where whoever asks may read who enrolled.
async fn read(v: &Visit) -> Result<(Process, Event), Fault> {
    let (process, event) = found(v).await?;
    let _may: Permit<ReadEnrolments> = v.actor().permit(Subject::of(process.id))?;
    Ok((process, event))
}

/// The pages of one event's desk, and whether they are for who may change it only.
const PAGES: [(&str, &str, bool); 10] = [
    ("", "event-desk", false),
    ("/dati", "event-desk-facts", true),
    ("/documenti", "event-desk-documents", true),
    ("/invitati", "event-desk-guests", true),
    ("/guida", "event-desk-guide", true),
    ("/iscritti", "event-desk-people", false),
    ("/porta", "event-desk-door", false),
    ("/verbali", "event-desk-minutes", false),
    ("/restituzioni", "event-desk-restitutions", false),
    ("/cifre", "event-desk-figures", false),
];

/// A page of an event's desk, with the way to the others.
fn framed(v: &Visit, process: &Process, event: &Event, here: &str, title: &str, content: &Markup) -> Markup {
    let restricted = event.kind == domain::events::Kind::Steering;
    let names = event.admission == domain::events::Admission::Names;
    let shown = |rest: &str, manage: bool| {
        (names || !["/iscritti", "/guida"].contains(&rest))
            && (!manage || v.actor().may::<ManageEvents>(process.id))
            && (rest != "/invitati" || restricted)
    };
    let body = html! {
        (ui::head(title, Some(&event.title)))
        nav.d-print-none aria-label=(v.t("event-desk-nav")) {
            ul.nav.nav-pills.mb-4 {
                @for (rest, key, _) in PAGES.into_iter().filter(|(rest, _, manage)| shown(rest, *manage)) {
                    li.nav-item {
                        a.nav-link.active[rest == here] aria-current=[(rest == here).then_some("page")]
                            href=(staff_address(process, event, rest)) { (v.t(key)) }
                    }
                }
            }
        }
        (content)
    };
    staff_frame_within(v, process, StaffSection::Events, &event.title, &body)
}

/// The title of a page of the desk, in the browser's own list.
fn named(event: &Event, title: &str) -> String {
    format!("{title} – {}", event.title)
}
