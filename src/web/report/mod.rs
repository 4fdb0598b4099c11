//! The report: who took part, the words of the staff, what is missing, and the numbered publication.

mod document;
mod publish;

pub use document::{Edition, document};
pub use publish::{OFFICIAL, publish_now, render};

use crate::http::Door;
use crate::ui::plan;

/// The doors of this room.
pub fn doors() -> Vec<Door> {
    Vec::new()
}

/// Where a passage of a published version stands.
pub fn passage_href(slug: &str, version: i32, code: i32) -> String {
    format!("/percorsi/{slug}/piano/{version}#{}", plan::code(code))
}
