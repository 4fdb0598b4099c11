//! The tables: the minutes of each session, kept by whoever facilitates, standing, with a tablet and little network. Every page
//! is a plain form; `verbale.js` keeps what is typed in the browser and sends it when it can.

mod became;
mod contribute;
mod entry;
mod line;
mod list;
mod mend;
mod page;
mod present;
mod rereading;
mod restitution;
mod sync;

pub use list::where_it_is;
pub use restitution::publish_all;

use domain::processes::{self, Process};
use domain::tables::{Place, ops};

use crate::http::{Access, Door, Fault, Visit};

/// The doors of this room.
pub fn doors() -> Vec<Door> {
    use Access::{Public, Staff};
    let mut doors = vec![
        Door::get("/percorsi/{slug}/incontri/{n}/tavoli/{table}", Public, became::page).cached(),
        Door::get("/percorsi/{slug}/gestione/incontri/{n}/verbali", Staff, list::page),
        Door::get("/percorsi/{slug}/gestione/incontri/{n}/verbali/{table}/{session}", Staff, page::page),
        Door::post("/percorsi/{slug}/gestione/incontri/{n}/verbali/{table}/{session}", Staff, page::take),
        Door::post("/percorsi/{slug}/gestione/incontri/{n}/verbali/{table}/{session}/ordina", Staff, page::order),
        Door::get(
            "/percorsi/{slug}/gestione/incontri/{n}/verbali/{table}/{session}/contributo",
            Staff,
            contribute::form,
        ),
        Door::post(
            "/percorsi/{slug}/gestione/incontri/{n}/verbali/{table}/{session}/contributo",
            Staff,
            contribute::send,
        ),
        Door::get("/percorsi/{slug}/gestione/incontri/{n}/verbali/{table}/{session}/scelta", Staff, contribute::choose),
        Door::get("/percorsi/{slug}/gestione/incontri/{n}/verbali/{table}/{session}/righe", Staff, sync::since),
        Door::post("/percorsi/{slug}/gestione/incontri/{n}/verbali/{table}/{session}/righe", Staff, sync::acts),
        Door::get("/percorsi/{slug}/gestione/incontri/{n}/verbali/{table}/{session}/righe/{key}", Staff, mend::form),
        Door::post("/percorsi/{slug}/gestione/incontri/{n}/verbali/{table}/{session}/righe/{key}", Staff, mend::save),
    ];
    doors.extend(rereading::doors());
    doors.extend(restitution::doors());
    doors
}

/// The session of the address, if this visitor may keep its minutes.
///
/// # Errors
/// Not found or denied otherwise.
async fn found(v: &Visit) -> Result<(Process, Place), Fault> {
    let (actor, slug) = (v.actor().clone(), v.path("slug").to_owned());
    let numbers = (v.path_as::<i32>("n")?, v.path_as::<i32>("table")?, v.path_as::<i32>("session")?);
    v.read(move |conn| {
        let process = processes::ops::by_slug(conn, &actor, &slug)?;
        let place = ops::place(conn, &actor, process.id, numbers.0, numbers.1, numbers.2)?;
        Ok((process, place))
    })
    .await
}

/// The address of a line in its session's minutes.
pub fn line_address(process: &Process, place: &Place, key: &str) -> String {
    address(process, place, &format!("#r-{key}"))
}

/// The address of a session's minutes, with what comes after it.
fn address(process: &Process, place: &Place, rest: &str) -> String {
    let (event, table, session) = (place.event.number, place.table.number, place.session.position);
    format!("/percorsi/{}/gestione/incontri/{event}/verbali/{table}/{session}{rest}", process.slug)
}
