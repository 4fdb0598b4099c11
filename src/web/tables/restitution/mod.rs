//! Restitutions: written by the facilitators from the minutes, published by others, read by everybody as page, PDF and DOCX.

mod draft;
mod list;
mod paper;
mod point;
mod public;
mod publish;
mod voices;
mod withdraw;

pub use publish::publish_all;

use domain::events;
use domain::events::Event;
use domain::processes::{self, Process};
use domain::tables::restitution::{Of, ops};
use domain::{Result, db::Conn};

use crate::http::{Access, Door, Fault, Visit};
use crate::locale::{Arg, Locale};

/// The doors of restitutions.
pub fn doors() -> Vec<Door> {
    use Access::{Public, Staff};
    vec![
        Door::get("/percorsi/{slug}/gestione/incontri/{n}/restituzioni", Staff, list::desk),
        Door::get("/percorsi/{slug}/gestione/incontri/{n}/restituzioni/enti", Staff, voices::form),
        Door::post("/percorsi/{slug}/gestione/incontri/{n}/restituzioni/enti", Staff, voices::save),
        Door::get("/percorsi/{slug}/gestione/incontri/{n}/restituzioni/{which}", Staff, draft::page),
        Door::post("/percorsi/{slug}/gestione/incontri/{n}/restituzioni/{which}", Staff, draft::order),
        Door::get("/percorsi/{slug}/gestione/incontri/{n}/restituzioni/{which}/nuovo", Staff, point::new),
        Door::post("/percorsi/{slug}/gestione/incontri/{n}/restituzioni/{which}/nuovo", Staff, point::create),
        Door::get("/percorsi/{slug}/gestione/incontri/{n}/restituzioni/{which}/pubblica", Staff, publish::page),
        Door::post("/percorsi/{slug}/gestione/incontri/{n}/restituzioni/{which}/pubblica", Staff, publish::publish),
        Door::get(
            "/percorsi/{slug}/gestione/incontri/{n}/restituzioni/{which}/edizioni/{edition}/ritira",
            Staff,
            withdraw::form,
        ),
        Door::post(
            "/percorsi/{slug}/gestione/incontri/{n}/restituzioni/{which}/edizioni/{edition}/ritira",
            Staff,
            withdraw::save,
        ),
        Door::get("/percorsi/{slug}/gestione/incontri/{n}/restituzioni/{which}/punti/{point}", Staff, point::form),
        Door::post("/percorsi/{slug}/gestione/incontri/{n}/restituzioni/{which}/punti/{point}", Staff, point::save),
        Door::get("/percorsi/{slug}/incontri/{n}/restituzioni", Public, list::public).cached(),
        Door::get("/percorsi/{slug}/incontri/{n}/restituzioni/{which}", Public, public::newest).cached(),
        Door::get("/percorsi/{slug}/incontri/{n}/restituzioni/{which}/{edition}", Public, public::edition).cached(),
        Door::get("/percorsi/{slug}/incontri/{n}/restituzioni/{which}/{edition}/{file}", Public, public::file),
    ]
}

/// The event of the address, if this visitor may know of it.
fn event_of(conn: &mut Conn, v: &Visit) -> Result<(Process, Event)> {
    let number = v.path("n").parse().map_err(|_| domain::Error::NotFound)?;
    let process = processes::ops::by_slug(conn, v.actor(), v.path("slug"))?;
    let event = events::ops::by_number(conn, v.actor(), process.id, number)?;
    Ok((process, event))
}

/// The restitution of the address, if this visitor may write it.
async fn mine(v: &Visit) -> std::result::Result<(Process, Of), Fault> {
    let visit = v.clone();
    v.read(move |conn| {
        let (process, event) = event_of(conn, &visit)?;
        let of = ops::mine(conn, visit.actor(), &event, visit.path("which"))?;
        Ok((process, of))
    })
    .await
}

/// The address of a restitution's desk, with what comes after it.
fn desk(process: &Process, of: &Of, rest: &str) -> String {
    format!("{}/{}{rest}", all(process, of.event()), of.name())
}

/// The address of the desk of an event's restitutions.
fn all(process: &Process, event: &Event) -> String {
    format!("/percorsi/{}/gestione/incontri/{}/restituzioni", process.slug, event.number)
}

/// The address everybody reads a restitution at, with what comes after it.
pub fn address(process: &Process, of: &Of, rest: &str) -> String {
    format!("/percorsi/{}/incontri/{}/restituzioni/{}{rest}", process.slug, of.event().number, of.name())
}

/// `Tavolo 3. Theme, sessione 1`, or the whole event.
pub fn name(l: &Locale, of: &Of) -> String {
    match of {
        Of::Session(at) => where_said(l, at.table.number, &at.table.theme, at.session.position),
        Of::Event(_) => l.t("restitution-whole").into_owned(),
    }
}

/// `Tavolo 3. Theme, sessione 1`.
fn where_said(l: &Locale, table: i32, theme: &str, session: i32) -> String {
    let (n, session) = (Arg::from(table.to_string()), Arg::from(session.to_string()));
    l.t_with("minutes-where", &[("n", n), ("theme", Arg::from(theme)), ("session", session)])
}
