//! What goes with a letter about an event: the event for a calendar program, and the code a camera reads at the door. Both are
//! made of the letter's own parameters when it leaves, so that the outbox holds no files.

use domain::clock::Instant;
use domain::mail::Params;
use serde::{Deserialize, Serialize};

use crate::events::{Told, entry, png};
use crate::locale::Locale;

/// A file of a letter.
#[derive(Debug, Clone, Serialize, Deserialize, PartialEq, Eq)]
pub struct Attachment {
    /// Its name.
    pub name: String,
    /// What kind of file.
    pub content_type: String,
    /// Its bytes, in hexadecimal.
    pub hex: String,
}

impl Attachment {
    fn new(name: String, content_type: &str, bytes: impl AsRef<[u8]>) -> Self {
        Self { name, content_type: content_type.to_owned(), hex: hex::encode(bytes) }
    }

    /// Its content.
    pub fn bytes(&self) -> Vec<u8> {
        hex::decode(&self.hex).unwrap_or_default()
    }
}

/// Letters after which a calendar should hold the event, or no longer.
const CALENDAR: [&str; 8] = [
    "enrolled",
    "moved_up",
    "event_reminder",
    "event_changed",
    "event_moved",
    "event_cancelled",
    "enrolment_cancelled",
    "enrolment_removed",
];
/// Letters after which a calendar should hold the event no longer, although it is to be.
const GIVEN_UP: [&str; 2] = ["enrolment_cancelled", "enrolment_removed"];
/// Letters with the code for the door.
const CODE: [&str; 3] = ["enrolled", "moved_up", "event_reminder"];

/// What goes with a letter of this kind.
pub fn of(l: &Locale, kind: &str, params: &Params, base_url: &str, now: Instant) -> Vec<Attachment> {
    let mut out = Vec::new();
    if CALENDAR.contains(&kind) {
        let mut told = told(params, base_url);
        if GIVEN_UP.contains(&kind) {
            told.cancel();
        }
        let text = entry(&told, now);
        out.push(Attachment::new(l.t("letter-file-calendar").into_owned(), "text/calendar; charset=utf-8", text));
    }
    let value = |name: &str| params.get(name).map_or("", String::as_str);
    if CODE.contains(&kind) && value("attends") != "online" {
        let (slug, number, code) = (value("slug"), value("event_number"), value("code"));
        let picture = png(&format!("{base_url}/percorsi/{slug}/gestione/incontri/{number}/porta/{code}"));
        out.extend(picture.map(|p| Attachment::new(l.t("letter-file-code").into_owned(), "image/png", p)));
    }
    out
}

fn told(params: &Params, base_url: &str) -> Told {
    let value = |name: &str| params.get(name).cloned().unwrap_or_default();
    let instant = |name: &str| Instant(value(name).parse().unwrap_or_default());
    let place: Vec<String> = [value("place"), value("address")].into_iter().filter(|p| !p.is_empty()).collect();
    let mut told = Told {
        id: value("event_id"),
        revision: value("revision").parse().unwrap_or(0),
        title: value("event"),
        text: String::new(),
        location: place.join(", "),
        url: format!("{base_url}/iscrizioni/{}", value("token")),
        starts_at: instant("starts_at"),
        ends_at: instant("ends_at"),
        cancelled: value("state") == "cancelled",
    };
    if place.is_empty() && !value("online").is_empty() {
        told.online(&value("online"));
    }
    told
}
