//! Intake: the queue, requests cut out of contributions, responses by two people, and their publication.

mod answer;
mod answer_form;
mod answer_typed;
mod batch;
mod choose;
mod contribution;
mod correct;
mod marked;
mod outcomes;
mod proposal;
mod queue;
pub mod recheck;
mod response;
mod responses;
mod words;

pub use queue::{missing, way};

use crate::http::{Access, Door};

/// The doors of this room.
pub fn doors() -> Vec<Door> {
    use Access::{Public, Staff};
    vec![
        Door::get("/percorsi/{slug}/gestione/istruttoria", Staff, queue::page),
        Door::get("/percorsi/{slug}/gestione/istruttoria/{number}", Staff, contribution::page),
        Door::post("/percorsi/{slug}/gestione/istruttoria/{number}", Staff, contribution::cut),
        Door::post(
            "/percorsi/{slug}/gestione/istruttoria/{number}/richieste/{request}/annulla",
            Staff,
            contribution::uncut,
        ),
        Door::get("/percorsi/{slug}/gestione/istruttoria/{number}/richieste/{request}", Staff, correct::page),
        Door::post("/percorsi/{slug}/gestione/istruttoria/{number}/richieste/{request}", Staff, correct::correct),
        Door::get("/percorsi/{slug}/gestione/richieste/{number}/testo", Staff, proposal::page),
        Door::post("/percorsi/{slug}/gestione/richieste/{number}/testo", Staff, proposal::put),
        Door::get("/percorsi/{slug}/gestione/riscontri", Staff, responses::page),
        Door::post("/percorsi/{slug}/gestione/riscontri/invia", Staff, responses::submit),
        Door::post("/percorsi/{slug}/gestione/riscontri/approva", Staff, responses::approve),
        Door::get("/percorsi/{slug}/gestione/riscontri/nuovo", Staff, answer::new),
        Door::post("/percorsi/{slug}/gestione/riscontri/nuovo", Staff, answer::prepare),
        Door::get("/percorsi/{slug}/gestione/riscontri/pubblica", Staff, batch::page),
        Door::post("/percorsi/{slug}/gestione/riscontri/pubblica", Staff, batch::publish),
        Door::get("/percorsi/{slug}/gestione/riscontri/{number}", Staff, response::page),
        Door::get("/percorsi/{slug}/gestione/riscontri/{number}/modifica", Staff, answer::edit),
        Door::post("/percorsi/{slug}/gestione/riscontri/{number}/modifica", Staff, answer::rewrite),
        Door::get("/percorsi/{slug}/gestione/riscontri/{number}/sostituisci", Staff, answer::replacement),
        Door::post("/percorsi/{slug}/gestione/riscontri/{number}/sostituisci", Staff, answer::supersede),
        Door::post("/percorsi/{slug}/gestione/riscontri/{number}/invia", Staff, response::submit),
        Door::post("/percorsi/{slug}/gestione/riscontri/{number}/approva", Staff, response::approve),
        Door::post("/percorsi/{slug}/gestione/riscontri/{number}/rimanda", Staff, response::send_back),
        Door::post("/percorsi/{slug}/gestione/riscontri/{number}/scarta", Staff, response::discard),
        Door::get("/percorsi/{slug}/esiti", Public, outcomes::page).cached(),
    ]
}
