//! The report: who took part, the words of the staff, what is missing, and the numbered publication.

mod document;
mod editor;
mod participants;
mod public;
mod publish;
mod withdraw;

pub use document::{Edition, document, printed_labels};
pub use publish::{OFFICIAL, Printed, commit, print, publish_now, render};

use crate::http::{Access, Door};

/// The doors of this room.
pub fn doors() -> Vec<Door> {
    use Access::{Public, Staff};
    vec![
        Door::get("/percorsi/{slug}/gestione/partecipanti", Staff, participants::desk),
        Door::post("/percorsi/{slug}/gestione/partecipanti", Staff, participants::enter),
        Door::post("/percorsi/{slug}/gestione/partecipanti/{entry}/togli", Staff, participants::remove),
        Door::get("/percorsi/{slug}/gestione/resoconto", Staff, editor::page),
        Door::post("/percorsi/{slug}/gestione/resoconto", Staff, editor::save),
        Door::get("/percorsi/{slug}/gestione/resoconto/anteprima", Staff, editor::preview),
        Door::get("/percorsi/{slug}/gestione/resoconto/pubblica", Staff, editor::confirm),
        Door::post("/percorsi/{slug}/gestione/resoconto/pubblica", Staff, editor::publish),
        Door::get("/percorsi/{slug}/gestione/resoconto/{n}/ritira", Staff, withdraw::form),
        Door::post("/percorsi/{slug}/gestione/resoconto/{n}/ritira", Staff, withdraw::save),
        Door::get("/percorsi/{slug}/partecipanti", Public, participants::page).cached(),
        Door::get("/percorsi/{slug}/resoconto", Public, public::newest).cached(),
        Door::get("/percorsi/{slug}/resoconto/{n}", Public, public::edition).cached(),
        Door::get("/percorsi/{slug}/resoconto/{n}/{file}", Public, public::file),
    ]
}

/// A passage's permanent address: what is frozen must lead somewhere for good.
pub fn passage_href(slug: &str, code: i32) -> String {
    format!("/percorsi/{slug}/passaggi/{code}")
}
