//! Processes: what everybody sees of one, and the desk of its staff.
//!
//! Pages of other rooms stand in the same frame: [`of`] finds the process, [`frame()`] and [`staff_frame()`] go around.

mod administration;
mod calendar;
mod desk;
mod frame;
mod letters;
mod now;
mod page;
mod parts;
mod trail;

pub use desk::typed_day;
pub use frame::{
    Section, StaffSection, address, frame, frame_within, of, staff_address, staff_frame, staff_frame_within,
};

use crate::http::{Access, Door};

/// The doors of this room.
pub fn doors() -> Vec<Door> {
    use Access::{Public, SignedIn};
    let mut doors = vec![
        Door::get("/percorsi/{slug}", Public, page::page).cached(),
        Door::get("/percorsi/{slug}/calendario.ics", Public, calendar::file),
        Door::get("/percorsi/{slug}/avvisi", SignedIn, letters::page),
        Door::post("/percorsi/{slug}/avvisi", SignedIn, letters::change),
    ];
    doors.extend(desk::doors());
    doors.extend(administration::doors());
    doors
}
