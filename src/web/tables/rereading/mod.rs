//! Rereading: the staff opens it, who was at the table reads their own lines behind a link and asks for corrections, and whoever
//! keeps the minutes decides.

mod decide;
mod list;
mod open;
mod own;
mod slips;

use crate::http::{Access, Door};

/// The doors of rereading.
pub fn doors() -> Vec<Door> {
    use Access::{Public, Staff};
    vec![
        Door::get("/percorsi/{slug}/gestione/incontri/{n}/verbali/{table}/{session}/rilettura", Staff, open::form),
        Door::post("/percorsi/{slug}/gestione/incontri/{n}/verbali/{table}/{session}/rilettura", Staff, open::send),
        Door::get(
            "/percorsi/{slug}/gestione/incontri/{n}/verbali/{table}/{session}/rilettura/foglietti",
            Staff,
            open::form,
        ),
        Door::post(
            "/percorsi/{slug}/gestione/incontri/{n}/verbali/{table}/{session}/rilettura/foglietti",
            Staff,
            slips::make,
        ),
        Door::get("/percorsi/{slug}/gestione/incontri/{n}/correzioni", Staff, list::page),
        Door::get("/percorsi/{slug}/gestione/incontri/{n}/correzioni/{id}", Staff, decide::form),
        Door::post("/percorsi/{slug}/gestione/incontri/{n}/correzioni/{id}", Staff, decide::send),
        Door::get("/riletture/{token}", Public, own::page),
        Door::post("/riletture/{token}/ente", Public, own::agree),
        Door::get("/riletture/{token}/{key}", Public, own::form),
        Door::post("/riletture/{token}/{key}", Public, own::send),
    ]
}
