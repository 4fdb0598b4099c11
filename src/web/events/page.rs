//! The page of an event.

use actix_web::body::SizedStream;
use domain::access::KeepDoor;
use domain::events::files::{self, EventFile};
use domain::events::{Admission, Document, Event, Kind, Session, State, Table, may_enrol, ops};
use domain::id::EventFileId;
use domain::processes::Process;
use maud::{Markup, html};

use super::ics::{self, Told};
use super::{address, found, parts, staff_address};
use crate::http::pieces::pieces;
use crate::http::{Answer, Visit, documents};
use crate::locale::Arg;
use crate::processes::{Section, frame_within};
use crate::ui::{self, Tone};

/// What the page shows.
struct Shown {
    process: Process,
    event: Event,
    tables: Vec<(Table, Vec<Session>)>,
    links: Vec<Document>,
    files: Vec<EventFile>,
}

/// The page.
pub async fn page(v: Visit) -> Answer {
    let (process, event) = found(&v).await?;
    let id = event.id;
    let (tables, links, files) =
        v.read(move |conn| Ok((ops::tables(conn, id)?, ops::documents(conn, id)?, files::of(conn, id)?))).await?;
    let shown = Shown { process, event, tables, links, files };
    let title = format!("{} – {}", shown.event.title, shown.process.title);
    v.page(&title, &frame_within(&v, &shown.process, Section::Events, &shown.event.title, &view(&v, &shown)))
}

fn view(v: &Visit, s: &Shown) -> Markup {
    let e = &s.event;
    let with_link = e.admission == Admission::Headcount;
    html! {
        (ui::head(&e.title, None))
        p { (parts::kind(v.l(), e.kind)) " " (parts::state(v, e)) }
        @if e.published_at.is_none() { (ui::notice(Tone::Warning, &html! { p { (v.t("event-unpublished")) } })) }
        @if e.kind == Kind::Steering { (ui::notice(Tone::Info, &html! { p { (v.t("event-restricted")) } })) }
        (parts::change(v, e))
        (parts::facts(v, e, with_link))
        (now(v, s))
        @if !e.programme.is_empty() {
            section.block { h2 { (v.t("event-programme")) } div.prose { (ui::prose(&e.programme)) } }
        }
        (parts::tables(v, &address(&s.process, e, ""), &s.tables, may_enrol(e, v.now()).then_some(e)))
        @if !s.tables.is_empty() && e.starts_at <= v.now() {
            p { a href=(address(&s.process, e, "/restituzioni")) { (v.t("restitution-to-list")) } }
        }
        (papers(v, s))
        @if e.state != State::Cancelled {
            p { a href=(address(&s.process, e, "/incontro.ics")) { (v.t("event-to-calendar")) } }
        }
    }
}

/// What can be done now.
fn now(v: &Visit, s: &Shown) -> Markup {
    let e = &s.event;
    html! {
        section.block {
            @if e.state == State::Held {
                @if e.kind != Kind::Steering { p { a.btn.btn-outline-primary href=(address(&s.process, e, "/cifre")) { (v.t("event-figures")) } } }
            } @else if may_enrol(e, v.now()) { (enrol(v, s)) }
            @else if e.to_come() && e.published_at.is_some() && e.admission == Admission::Names {
                p { (v.t("event-enrolment-closed")) }
            } @else if e.to_come() && e.kind != Kind::Steering { p { (v.t("event-free-entry")) } }
            @if v.actor().may::<KeepDoor>(s.process.id) {
                p { a href=(staff_address(&s.process, e, "")) { (v.t("event-to-desk")) } }
            }
        }
    }
}

fn enrol(v: &Visit, s: &Shown) -> Markup {
    let e = &s.event;
    let seats = |key: &str, seats: i32, taken: i32| {
        html! { @if seats > 0 { li { (v.t(key)) ": " (parts::left(v.l(), seats, taken)) } } }
    };
    html! {
        div.page-actions { a.btn.btn-primary href=(address(&s.process, e, "/iscrizione")) { (v.t("event-enrol")) } }
        p.mt-3 { (v.t_with("event-enrol-until", &[("when", Arg::from(v.l().instant_long(e.closes_at)))])) }
        ul.list-unstyled {
            (seats("event-room-seats", e.room_seats, e.room_taken))
            (seats("event-remote-seats", e.remote_seats, e.remote_taken))
        }
    }
}

/// The documents: those that were uploaded, then those that stand elsewhere.
fn papers(v: &Visit, s: &Shown) -> Markup {
    let base = address(&s.process, &s.event, "");
    let note = |note: &str| html! { @if !note.is_empty() { br; span.text-muted { (note) } } };
    html! {
        @if !s.links.is_empty() || !s.files.is_empty() {
            section.block {
                h2 { (v.t("event-documents")) }
                ul {
                    @for f in &s.files { li { (parts::uploaded(v.l(), &base, f)) (note(&f.note)) } }
                    @for d in &s.links {
                        li {
                            @if d.link.is_empty() { (d.title) } @else { a href=(d.link) rel="noreferrer" { (d.title) } }
                            (note(&d.note))
                        }
                    }
                }
            }
        }
    }
}

/// An uploaded document, for whoever may know of its event.
pub async fn document(v: Visit) -> Answer {
    let ((_, event), id) = (found(&v).await?, v.path_as::<EventFileId>("file")?);
    let file = v.read(move |conn| files::one(conn, event.id, id)).await?;
    let parts = pieces(v.clone(), move |conn, n| files::part(conn, id, n));
    let size = u64::try_from(file.size).unwrap_or(0);
    Ok(documents::answer(&file.file_name, &file.content_type)
        .insert_header(("etag", format!("\"{}\"", file.sha256)))
        .body(SizedStream::new(size, parts)))
}

/// The event for a calendar program.
pub async fn file(v: Visit) -> Answer {
    let (process, event) = found(&v).await?;
    let url = format!("{}{}", v.app().config.base_url, address(&process, &event, ""));
    let mut told = Told::of(&event, url);
    if event.admission == Admission::Headcount && told.location.is_empty() {
        told.location.clone_from(&event.online_link);
    }
    ics::answer(&format!("incontro-{}-{}", process.slug, event.number), ics::entry(&told, v.now()))
}
