//! Being built.

use crate::http::Door;

/// The doors of this room.
pub fn doors() -> Vec<Door> {
    Vec::new()
}
