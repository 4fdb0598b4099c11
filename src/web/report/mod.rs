//! The report: who took part, the words of the staff, what is missing, and the numbered publication.

mod document;
mod publish;

pub use document::{Edition, document};
pub use publish::{OFFICIAL, publish_now, render};

use crate::http::Door;

/// The doors of this room.
pub fn doors() -> Vec<Door> {
    Vec::new()
}

/// A passage's permanent address: what is frozen must lead somewhere for good.
pub fn passage_href(slug: &str, code: i32) -> String {
    format!("/percorsi/{slug}/passaggi/{code}")
}
