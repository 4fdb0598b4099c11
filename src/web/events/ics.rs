//! Events for calendar programs: one file for the process, one for an event, one in a letter.

use actix_web::HttpResponse;
use chrono::{DateTime, Utc};
use domain::clock::Instant;
use domain::events::{Event, State};
use icalendar::{Calendar, Component, Event as Entry, EventLike, EventStatus};

use crate::http::Answer;

/// What a calendar program is told of an event.
#[derive(Debug, Clone, Default)]
pub struct Told {
    /// What makes it the same event when it is told again.
    pub id: String,
    /// Rises with every change.
    pub revision: u32,
    /// Its title.
    pub title: String,
    /// What is to be known.
    pub text: String,
    /// Where; the online link where there is no place.
    pub location: String,
    /// Its page; for who takes part from elsewhere, the online link.
    pub url: String,
    /// First instant.
    pub starts_at: Instant,
    /// Last instant.
    pub ends_at: Instant,
    /// Whether it is not to be.
    pub cancelled: bool,
}

impl Told {
    /// What everybody is told.
    pub fn of(event: &Event, url: String) -> Self {
        let place = [event.place.as_str(), event.address.as_str()];
        let place: Vec<&str> = place.into_iter().filter(|p| event.in_room() && !p.is_empty()).collect();
        Self {
            id: event.id.to_string(),
            revision: u32::try_from(event.revision).unwrap_or(0),
            title: event.title.clone(),
            text: event.programme.clone(),
            location: place.join(", "),
            url,
            starts_at: event.starts_at,
            ends_at: event.ends_at,
            cancelled: event.state == State::Cancelled,
        }
    }
}

impl Told {
    /// For who takes part from elsewhere: the link is where it is, and its page stands in the words.
    pub fn online(&mut self, link: &str) {
        let page = std::mem::replace(&mut self.url, link.to_owned());
        link.clone_into(&mut self.location);
        self.text = [self.text.as_str(), &page].into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>().join("\n\n");
    }

    /// It is not to be, for whom this is told: calendars take it out.
    pub fn cancel(&mut self) {
        self.cancelled = true;
        self.revision += 1;
    }
}

fn utc(at: Instant) -> DateTime<Utc> {
    at.utc()
}

/// One entry; `now` is when it is told.
fn one(told: &Told, now: Instant) -> Entry {
    let mut entry = Entry::new();
    entry
        .uid(&format!("incontro-{}@ascolto", told.id))
        .timestamp(utc(now))
        .sequence(told.revision)
        .summary(&told.title)
        .starts(utc(told.starts_at))
        .ends(utc(told.ends_at))
        .status(if told.cancelled { EventStatus::Cancelled } else { EventStatus::Confirmed });
    for (text, set) in [(&told.text, "DESCRIPTION"), (&told.location, "LOCATION"), (&told.url, "URL")] {
        if !text.is_empty() {
            match set {
                "DESCRIPTION" => entry.description(text),
                "LOCATION" => entry.location(text),
                _ => entry.url(text),
            };
        }
    }
    entry.done()
}

/// A calendar with one event, as a file.
pub fn entry(told: &Told, now: Instant) -> String {
    Calendar::new().push(one(told, now)).done().to_string()
}

/// A calendar with several.
pub fn calendar(name: &str, all: &[Told], now: Instant) -> String {
    let mut calendar = Calendar::new().name(name).done();
    for told in all {
        calendar.push(one(told, now));
    }
    calendar.to_string()
}

/// The answer that holds one.
///
/// # Errors
/// None.
pub fn answer(file: &str, text: String) -> Answer {
    Ok(HttpResponse::Ok()
        .content_type("text/calendar; charset=utf-8")
        .insert_header(("content-disposition", format!("attachment; filename=\"{file}.ics\"")))
        .insert_header(("cache-control", "no-cache"))
        .body(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_calendar_program_is_told_what_changed() {
        let told = Told {
            id: "7".into(),
            revision: 3,
            title: "Incontro; con, virgole".into(),
            location: "Sala".into(),
            starts_at: Instant(1_740_502_800_000_000),
            ends_at: Instant(1_740_510_000_000_000),
            cancelled: true,
            ..Told::default()
        };
        let text = entry(&told, Instant(0));
        for line in [
            "UID:incontro-7@ascolto",
            "SEQUENCE:3",
            "DTSTART:20250225T170000Z",
            "DTEND:20250225T190000Z",
            "STATUS:CANCELLED",
            "SUMMARY:Incontro\\; con\\, virgole",
            "LOCATION:Sala",
        ] {
            assert!(text.contains(line), "{line} in {text}");
        }
        assert!(!text.contains("DESCRIPTION"));
    }
}
