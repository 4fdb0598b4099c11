//! Comments as they are seen: writing one, its receipt, what became of it, the public list, the chain, moderation.

mod acts;
mod change;
mod fields;
mod mine;
mod moderation;
mod moderation_acts;
mod other_channel;
mod place;
mod public;
mod receipt;
mod register_chain;
mod resume;
pub mod show;
mod write;

pub use acts::{shown as act_shown, words as act_words};
pub use place::code_typed;

use crate::http::{Access, Door};

/// The doors of this room.
pub fn doors() -> Vec<Door> {
    let mut doors = participants();
    doors.extend(everybody());
    doors.extend(staff());
    doors
}

fn participants() -> Vec<Door> {
    use Access::{Public, SignedIn};
    vec![
        Door::get("/percorsi/{slug}/commenta", Public, write::form),
        Door::post("/percorsi/{slug}/commenta", Public, write::take),
        Door::get("/riprendi", SignedIn, resume::page),
        Door::post("/riprendi/scarta", SignedIn, resume::discard),
        Door::get("/i-miei-contributi", SignedIn, mine::page),
        Door::get("/percorsi/{slug}/contributi/{number}/ricevuta", SignedIn, receipt::page),
        Door::get("/percorsi/{slug}/contributi/{number}/modifica", SignedIn, change::edit_form),
        Door::post("/percorsi/{slug}/contributi/{number}/modifica", SignedIn, change::edit),
        Door::get("/percorsi/{slug}/contributi/{number}/ritira", SignedIn, change::withdraw_form),
        Door::post("/percorsi/{slug}/contributi/{number}/ritira", SignedIn, change::withdraw),
        Door::get("/percorsi/{slug}/contributi/{number}/sostieni", SignedIn, change::support_form),
        Door::post("/percorsi/{slug}/contributi/{number}/sostieni", SignedIn, change::support),
    ]
}

fn everybody() -> Vec<Door> {
    use Access::Public;
    vec![
        Door::get("/percorsi/{slug}/contributi", Public, public::list).cached(),
        Door::get("/percorsi/{slug}/contributi/{number}", Public, public::one).cached(),
        Door::get("/percorsi/{slug}/contributi/{number}/atto", Public, acts::file),
        Door::get("/percorsi/{slug}/registro", Public, register_chain::page).cached(),
        Door::get("/percorsi/{slug}/registro.json", Public, register_chain::json).cached(),
        Door::get("/percorsi/{slug}/registro/verifica", Public, register_chain::verify_form),
        Door::post("/percorsi/{slug}/registro/verifica", Public, register_chain::verify),
    ]
}

fn staff() -> Vec<Door> {
    use Access::Staff;
    vec![
        Door::get("/percorsi/{slug}/gestione/contributi", Staff, moderation::list),
        Door::post("/percorsi/{slug}/gestione/contributi/pubblica", Staff, moderation::publish_selected),
        Door::get("/percorsi/{slug}/gestione/contributi/nuovo", Staff, other_channel::form),
        Door::post("/percorsi/{slug}/gestione/contributi/nuovo", Staff, other_channel::enter),
        Door::get("/percorsi/{slug}/gestione/contributi/nuovo-atto", Staff, acts::form),
        Door::post("/percorsi/{slug}/gestione/contributi/nuovo-atto", Staff, acts::enter).upload(acts::MOST_SENT),
        Door::get("/percorsi/{slug}/gestione/contributi/{number}", Staff, moderation::one),
        Door::post("/percorsi/{slug}/gestione/contributi/{number}/pubblica", Staff, moderation_acts::publish),
        Door::post("/percorsi/{slug}/gestione/contributi/{number}/file", Staff, acts::show_file),
        Door::get("/percorsi/{slug}/gestione/contributi/{number}/trattieni", Staff, moderation_acts::hold_form),
        Door::post("/percorsi/{slug}/gestione/contributi/{number}/trattieni", Staff, moderation_acts::hold),
        Door::get("/percorsi/{slug}/gestione/contributi/{number}/rifiuta", Staff, moderation_acts::refuse_form),
        Door::post("/percorsi/{slug}/gestione/contributi/{number}/rifiuta", Staff, moderation_acts::refuse),
        Door::get("/percorsi/{slug}/gestione/contributi/{number}/oscura", Staff, moderation_acts::redact_form),
        Door::post("/percorsi/{slug}/gestione/contributi/{number}/oscura", Staff, moderation_acts::redact),
        Door::get("/percorsi/{slug}/gestione/contributi/{number}/duplicato", Staff, moderation_acts::duplicate_form),
        Door::post("/percorsi/{slug}/gestione/contributi/{number}/duplicato", Staff, moderation_acts::duplicate),
    ]
}
