//! The dates of a process for the reader's own calendar: the phases, the opening and the closing of the window.

use actix_web::HttpResponse;
use chrono::{Days, NaiveDate};
use domain::clock::Instant;
use domain::consultations::{self, Consultation};
use domain::processes::{Phase, ProcessPage, ops};
use icalendar::{Calendar, Component, Event, EventLike};

use super::frame::address;
use crate::http::{Answer, Visit};
use crate::locale::Arg;

/// The file.
pub async fn file(v: Visit) -> Answer {
    let (actor, slug) = (v.actor().clone(), v.path("slug").to_owned());
    let (page, windows) = v
        .read(move |conn| {
            let process = ops::by_slug(conn, &actor, &slug)?;
            let windows = consultations::ops::of_process(conn, process.id)?;
            Ok((ops::page(conn, process)?, windows))
        })
        .await?;
    let name = format!("attachment; filename=\"{}.ics\"", page.process.slug);
    let answer = HttpResponse::Ok()
        .content_type("text/calendar; charset=utf-8")
        .insert_header(("content-disposition", name))
        .insert_header(("cache-control", "no-cache"))
        .body(written(&v, &page, &windows));
    Ok(answer)
}

fn written(v: &Visit, page: &ProcessPage, windows: &[Consultation]) -> String {
    let mut calendar = Calendar::new().name(&page.process.title).done();
    for phase in &page.phases {
        if let Some(first) = phase.starts_on.or(phase.ends_on) {
            calendar.push(whole_days(v, page, phase, first));
        }
    }
    for w in windows {
        calendar.push(hour(v, page, &format!("{}-opens", w.id), "calendar-opens", w.opens_at));
        calendar.push(hour(v, page, &format!("{}-closes", w.id), "calendar-closes", w.closes_at));
    }
    calendar.to_string()
}

fn event(v: &Visit, page: &ProcessPage, id: &str, summary: &str) -> Event {
    let mut event = Event::new();
    event
        .uid(&format!("{id}@{}", page.process.slug))
        .timestamp(v.now().utc())
        .summary(summary)
        .url(&format!("{}{}", v.app().config.base_url, address(&page.process, "")));
    event
}

/// A phase, from its first day to its last; the end of whole days is the day after.
fn whole_days(v: &Visit, page: &ProcessPage, phase: &Phase, first: NaiveDate) -> Event {
    let last = phase.ends_on.unwrap_or(first);
    let mut event = event(v, page, &phase.id.to_string(), &format!("{}: {}", page.process.title, phase.title));
    event.description(&phase.description).starts(first).ends(last.checked_add_days(Days::new(1)).unwrap_or(last));
    event
}

/// An instant of the window, as a quarter of an hour.
fn hour(v: &Visit, page: &ProcessPage, id: &str, key: &str, at: Instant) -> Event {
    let mut event = event(v, page, id, &v.t_with(key, &[("title", Arg::from(page.process.title.as_str()))]));
    event.starts(at.utc()).ends(at.plus_seconds(900).utc());
    event
}
