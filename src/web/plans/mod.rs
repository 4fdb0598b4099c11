//! The plan: reading it, comparing its versions, making the next one; and the window in which it can be commented.

pub mod address;
mod block;
mod explained;
mod passage;
mod passages;
mod read;
pub mod redline;

use crate::http::{Access, Door};

/// The doors of this room.
pub fn doors() -> Vec<Door> {
    use Access::Public;
    vec![
        Door::get("/percorsi/{slug}/piano", Public, read::newest).cached(),
        Door::get("/percorsi/{slug}/piano/{n}", Public, read::version).cached(),
        Door::get("/percorsi/{slug}/piano/{n}/capitolo/{code}", Public, read::chapter).cached(),
        Door::get("/percorsi/{slug}/passaggi/{code}", Public, passage::page).cached(),
    ]
}
