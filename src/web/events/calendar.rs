//! The calendar of a process: what is to come, what was, and the feed for calendar programs.

use actix_web::http::header;
use domain::access::ManageEvents;
use domain::accounts::feeds;
use domain::events::{Event, ops};
use domain::processes::{self, Process};
use maud::{Markup, html};

use super::ics::{self, Told};
use super::{address, parts};
use crate::http::{Answer, Fault, Visit};
use crate::processes::{Section, frame};
use crate::ui::{self, lists::Figure, time};

async fn load(v: &Visit) -> Result<(Process, Vec<Event>), Fault> {
    let (actor, slug) = (v.actor().clone(), v.path("slug").to_owned());
    v.read(move |conn| {
        let process = processes::ops::by_slug(conn, &actor, &slug)?;
        let events = ops::of_process(conn, &actor, process.id)?;
        Ok((process, events))
    })
    .await
}

/// The page.
pub async fn page(v: Visit) -> Answer {
    let (process, events) = load(&v).await?;
    let (past, to_come): (Vec<&Event>, Vec<&Event>) = events.iter().partition(|e| ops::is_past(e, v.now()));
    let title = v.t("events-title");
    let content = html! {
        (ui::head(&title, Some(&v.t("events-lead"))))
        @if v.actor().may::<ManageEvents>(process.id) {
            div.page-actions { a.btn.btn-outline-primary href=(format!("/percorsi/{}/gestione/incontri", process.slug)) { (v.t("events-to-desk")) } }
        }
        @if events.is_empty() { (ui::empty(&v.t("events-none"), &v.t("events-none-text"))) }
        @else {
            (numbers(&v, &events))
            (list(&v, &process, "events-to-come", &to_come))
            (list(&v, &process, "events-past", &past.into_iter().rev().collect::<Vec<_>>()))
            p { a href=(format!("/percorsi/{}/incontri/calendario.ics", process.slug)) { (v.t("events-feed")) } " " span.text-muted { (v.t("events-feed-hint")) } }
            @if v.signed_in() { p { a href="/account#calendario" { (v.t("events-feed-own")) } " " span.text-muted { (v.t("events-feed-own-hint")) } } }
            @if events.iter().any(|e| e.state == domain::events::State::Held) {
                p { a href=(format!("/percorsi/{}/incontri/cifre", process.slug)) { (v.t("events-figures")) } }
            }
        }
    };
    let name = format!("{title} – {}", process.title);
    v.page(&name, &frame(&v, &process, Section::Events, &content))
}

/// What was planned and what was held are counted apart.
fn numbers(v: &Visit, events: &[Event]) -> Markup {
    let (planned, held, cancelled) = ops::counts(events);
    let figure = |label, n: i64| (v.t(label), n);
    let all = [figure("events-planned", planned), figure("events-held", held), figure("events-cancelled", cancelled)];
    let shown: Vec<Figure<'_>> = all
        .iter()
        .enumerate()
        .filter(|(i, (_, n))| *i < 2 || *n > 0)
        .map(|(_, (label, n))| Figure { label, number: html! { (v.l().number(*n)) }, note: None, sum: false })
        .collect();
    ui::lists::figures(&shown)
}

fn list(v: &Visit, process: &Process, title: &str, events: &[&Event]) -> Markup {
    html! {
        @if !events.is_empty() {
            section.block {
                h2 { (v.t(title)) }
                div.cards { @for event in events { (card(v, process, event)) } }
            }
        }
    }
}

fn card(v: &Visit, process: &Process, event: &Event) -> Markup {
    let open = domain::events::may_enrol(event, v.now());
    html! {
        article.card {
            div.card-body {
                h3.card-title { a href=(address(process, event, "")) { (event.title) } }
                p.card-text { strong { (time::from_to(v.l(), event.starts_at, event.ends_at)) } }
                p.card-text {
                    @if event.in_room() { (event.place) } @else { (v.t("event-online-only")) }
                }
                p.card-meta { (parts::kind(v.l(), event.kind)) " " (parts::state(v, event)) }
            }
            @if open { div.card-foot { a.btn.btn-primary href=(address(process, event, "/iscrizione")) { (v.t("event-enrol")) span.visually-hidden { ": " (event.title) } } } }
        }
    }
}

/// The feed for calendar programs: what is public, and what whoever asks may know of besides.
pub async fn feed(v: Visit) -> Answer {
    let (process, events) = load(&v).await?;
    let base = &v.app().config.base_url;
    let told: Vec<Told> = events
        .iter()
        .filter(|e| e.published_at.is_some())
        .map(|e| Told::of(e, format!("{base}{}", address(&process, e, ""))))
        .collect();
    ics::answer(&format!("incontri-{}", process.slug), ics::calendar(&process.title, &told, v.now()))
}

/// The feed of one person, behind an address that is theirs alone: every event they may know of at this moment, of all processes.
/// Calendar programs do not sign in; what they read is kept by nobody on the way, and found by no search.
pub async fn own_feed(v: Visit) -> Answer {
    let (token, since) = (v.path("token").to_owned(), v.now().plus_days(-ops::RECENT_DAYS));
    let events = v
        .read(move |conn| {
            let actor = feeds::reader(conn, &token)?;
            ops::known_to(conn, &actor, since)
        })
        .await?;
    let base = &v.app().config.base_url;
    let told = |(event, slug, process): &(Event, String, String)| {
        let mut told = Told::of(event, format!("{base}/percorsi/{slug}/incontri/{}", event.number));
        told.title = format!("{} – {process}", told.title);
        told
    };
    let told: Vec<Told> = events.iter().map(told).collect();
    let mut answer = ics::answer("incontri", ics::calendar(&v.t("feed-name"), &told, v.now()))?;
    let headers = answer.headers_mut();
    headers.insert(header::CACHE_CONTROL, header::HeaderValue::from_static("private, no-cache"));
    headers.insert(header::HeaderName::from_static("x-robots-tag"), header::HeaderValue::from_static("noindex"));
    Ok(answer)
}
