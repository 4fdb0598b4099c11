//! The plan: reading it, comparing its versions, making the next one; and the window in which it can be commented.

pub mod address;
mod block;
mod by_chapter;
mod chapters;
mod compare;
mod decisions;
mod desk;
mod download;
mod ended;
mod explain;
mod explained;
pub mod formed;
mod image;
mod imported;
mod matched;
mod passage;
mod passages;
mod publish;
mod read;
pub mod redline;
mod search;
mod since;
mod size;
mod summary;
mod tracked;
pub mod unreadable;
mod ways;
mod window;
mod without_successor;
mod working;

pub use download::printed;
pub use passage::start;
pub use tracked::blocks as tracked_blocks;

use crate::http::{Access, Door, Limit};

/// The doors of this room.
pub fn doors() -> Vec<Door> {
    use Access::{Public, Staff};
    vec![
        Door::get("/percorsi/{slug}/piano", Public, read::newest).cached(),
        Door::get("/percorsi/{slug}/piano/{n}", Public, read::version).cached(),
        Door::get("/percorsi/{slug}/piano/{n}/capitolo/{code}", Public, read::chapter).cached(),
        Door::get("/percorsi/{slug}/piano/{n}/cerca", Public, search::page),
        Door::get("/percorsi/{slug}/piano/{n}/senza-seguito", Public, without_successor::published).cached(),
        Door::get("/carattere.css", Public, size::sheet),
        Door::get("/carattere/{misura}", Public, size::choose),
        Door::get("/percorsi/{slug}/piano/novita", Public, since::page),
        Door::get("/percorsi/{slug}/piano/confronto", Public, compare::page).cached(),
        Door::get("/percorsi/{slug}/piano/confronto.docx", Public, tracked::file),
        Door::get("/percorsi/{slug}/piano/{n}/scarica/{file}", Public, download::file).limit(Limit::Download),
        Door::get("/percorsi/{slug}/immagini/{sha}", Public, image::show),
        Door::get("/percorsi/{slug}/passaggi/{code}", Public, passage::page).cached(),
        Door::get("/percorsi/{slug}/gestione/piano", Staff, desk::page),
        Door::post("/percorsi/{slug}/gestione/piano", Staff, desk::import).upload(desk::FILE_BYTES),
        Door::get("/percorsi/{slug}/gestione/piano/scarta", Staff, desk::page),
        Door::post("/percorsi/{slug}/gestione/piano/scarta", Staff, desk::discard),
        Door::get("/percorsi/{slug}/gestione/piano/anteprima", Staff, read::preview),
        Door::get("/percorsi/{slug}/gestione/piano/bozza/{file}", Staff, download::draft).limit(Limit::Download),
        Door::get("/percorsi/{slug}/gestione/piano/decisioni", Staff, decisions::page),
        Door::post("/percorsi/{slug}/gestione/piano/decisioni", Staff, decisions::decide),
        Door::get("/percorsi/{slug}/gestione/piano/abbinamenti", Staff, matched::page),
        Door::post("/percorsi/{slug}/gestione/piano/abbinamenti", Staff, matched::reopen),
        Door::get("/percorsi/{slug}/gestione/piano/conclusi", Staff, ended::page),
        Door::post("/percorsi/{slug}/gestione/piano/conclusi", Staff, ended::keep),
        Door::get("/percorsi/{slug}/gestione/piano/senza-seguito", Staff, without_successor::draft),
        Door::get("/percorsi/{slug}/gestione/piano/sintesi", Staff, summary::page),
        Door::post("/percorsi/{slug}/gestione/piano/sintesi", Staff, summary::take),
        Door::get("/percorsi/{slug}/gestione/piano/pubblica", Staff, publish::form),
        Door::post("/percorsi/{slug}/gestione/piano/pubblica", Staff, publish::publish),
        Door::post("/percorsi/{slug}/gestione/piano/inizia", Staff, working::begin),
        Door::get("/percorsi/{slug}/gestione/piano/modifiche", Staff, working::changes),
        Door::get("/percorsi/{slug}/gestione/piano/testo", Staff, working::page),
        Door::get("/percorsi/{slug}/gestione/piano/testo/nuovo", Staff, working::new),
        Door::post("/percorsi/{slug}/gestione/piano/testo/nuovo", Staff, working::put),
        Door::get("/percorsi/{slug}/gestione/piano/testo/{riga}", Staff, working::open),
        Door::post("/percorsi/{slug}/gestione/piano/testo/{riga}", Staff, working::take),
        Door::post("/percorsi/{slug}/gestione/piano/testo/{riga}/sposta", Staff, working::shift),
        Door::get("/percorsi/{slug}/gestione/piano/testo/{riga}/storia", Staff, working::history),
        Door::get("/percorsi/{slug}/gestione/piano/spiegazioni", Staff, explain::page),
        Door::post("/percorsi/{slug}/gestione/piano/spiegazioni", Staff, explain::keep),
        Door::get("/percorsi/{slug}/gestione/consultazione", Staff, window::page),
        Door::post("/percorsi/{slug}/gestione/consultazione", Staff, window::set),
        Door::get("/percorsi/{slug}/gestione/consultazione/proroga", Staff, window::page),
        Door::post("/percorsi/{slug}/gestione/consultazione/proroga", Staff, window::extend),
    ]
}
