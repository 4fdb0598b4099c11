//! Events: the calendar and an event's page for everybody, enrolling and one's own enrolment, the staff's desk, the door, the
//! figures.

mod calendar;
mod desk;
mod enrol;
mod figures;
mod guide_text;
mod ics;
mod own;
mod page;
mod parts;
mod qr;

pub use guide_text::SHORT;
pub use ics::{Told, entry};
pub use parts::{table_name, table_words};
pub use qr::{png, svg};

use domain::events::{Event, ops};
use domain::processes::{self, Process};

use crate::http::{Access, Door, Fault, Limit, Visit};

/// The doors of this room.
pub fn doors() -> Vec<Door> {
    use Access::{Public, SignedIn};
    let mut doors = vec![
        Door::get("/percorsi/{slug}/incontri", Public, calendar::page).cached(),
        Door::get("/percorsi/{slug}/incontri/calendario.ics", Public, calendar::feed),
        Door::get("/calendari/{token}/incontri.ics", Public, calendar::own_feed),
        Door::get("/percorsi/{slug}/incontri/cifre", Public, figures::all).cached(),
        Door::get("/percorsi/{slug}/incontri/{n}", Public, page::page).cached(),
        Door::get("/percorsi/{slug}/incontri/{n}/incontro.ics", Public, page::file),
        Door::get("/percorsi/{slug}/incontri/{n}/documenti/{file}", Public, page::document),
        Door::get("/percorsi/{slug}/incontri/{n}/cifre", Public, figures::one).cached(),
        Door::get("/percorsi/{slug}/incontri/{n}/iscrizione", Public, enrol::form),
        Door::post("/percorsi/{slug}/incontri/{n}/iscrizione", Public, enrol::send).limit(Limit::Letters),
        Door::get("/percorsi/{slug}/incontri/{n}/iscrizione/inviata", Public, enrol::sent),
        Door::get("/percorsi/{slug}/incontri/{n}/iscrizione/mia", SignedIn, enrol::form),
        Door::post("/percorsi/{slug}/incontri/{n}/iscrizione/mia", SignedIn, enrol::mine),
        Door::get("/iscrizioni/{token}", Public, own::page),
        Door::post("/iscrizioni/{token}", Public, own::change),
        Door::get("/iscrizioni/{token}/annulla", Public, own::cancel_form),
        Door::post("/iscrizioni/{token}/annulla", Public, own::cancel),
        Door::get("/iscrizioni/{token}/incontro.ics", Public, own::file),
        Door::get("/iscrizioni/{token}/codice.svg", Public, own::code),
        Door::get("/iscrizioni/{token}/guida/{edition}", Public, own::guide),
    ];
    doors.extend(desk::doors());
    doors
}

/// The event of `{slug}` and `{n}`, if this visitor may know of it.
///
/// # Errors
/// Not found otherwise.
async fn found(v: &Visit) -> Result<(Process, Event), Fault> {
    let (actor, slug, number) = (v.actor().clone(), v.path("slug").to_owned(), v.path_as::<i32>("n")?);
    v.read(move |conn| {
        let process = processes::ops::by_slug(conn, &actor, &slug)?;
        let event = ops::by_number(conn, &actor, process.id, number)?;
        Ok((process, event))
    })
    .await
}

/// The address of an event, with what comes after it.
fn address(process: &Process, event: &Event, rest: &str) -> String {
    format!("/percorsi/{}/incontri/{}{rest}", process.slug, event.number)
}

/// The address of an event's page for its staff, with what comes after it.
fn staff_address(process: &Process, event: &Event, rest: &str) -> String {
    format!("/percorsi/{}/gestione/incontri/{}{rest}", process.slug, event.number)
}
