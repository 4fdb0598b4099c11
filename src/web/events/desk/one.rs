//! The desk of one event: where it stands, what is to be done, its tables; publishing it; its figures for the staff.

use domain::access::ManageEvents;
use domain::events::{
    Admission, EnrolmentState, Event, Kind, Session, Table, door_is_open, enrol, figures, guide, is_outside, ops,
    tables,
};
use domain::id::{AccountId, TableId};
use domain::processes::Process;
use maud::{Markup, html};

use super::super::{address, figures as shown_figures, parts, staff_address};
use super::{framed, managed, named, read};
use crate::http::{Answer, Visit};
use crate::locale::Arg;
use crate::ui::form::button;
use crate::ui::lists::Figure;
use crate::ui::{self, Tone, lists, table};

struct Desk {
    process: Process,
    event: Event,
    tables: Vec<(Table, Vec<Session>)>,
    facilitators: Vec<(TableId, AccountId, String)>,
    counts: Vec<(EnrolmentState, i64)>,
    guide: Option<i32>,
}

/// The page.
pub async fn page(v: Visit) -> Answer {
    let (process, event) = read(&v).await?;
    let id = event.id;
    let (tables, facilitators, counts, guide) = v
        .read(move |conn| {
            Ok((
                ops::tables(conn, id)?,
                tables::facilitators_of(conn, id)?,
                enrol::counts(conn, id)?,
                guide::newest(conn, id)?.map(|g| g.edition),
            ))
        })
        .await?;
    let desk = Desk { process, event, tables, facilitators, counts, guide };
    let title = v.t("event-desk");
    let page = framed(&v, &desk.process, &desk.event, "", &title, &view(&v, &desk));
    v.page(&named(&desk.event, &title), &page)
}

fn view(v: &Visit, d: &Desk) -> Markup {
    let (e, may) = (&d.event, v.actor().may::<ManageEvents>(d.process.id));
    html! {
        p { (parts::kind(v.l(), e.kind)) " " (parts::state(v, e)) }
        (parts::change(v, e))
        (parts::facts(v, e, true))
        @if e.published_at.is_none() && may {
            (ui::notice(Tone::Warning, &html! {
                p { (v.t(publishing(e))) }
                (button(v, &staff_address(&d.process, e, "/pubblica"), "btn btn-primary", "event-publish", &[]))
            }))
        }
        (outside(v, d))
        (numbers(v, d))
        div.page-actions {
            @if door_is_open(e, v.now()) { a.btn.btn-primary href=(staff_address(&d.process, e, "/porta")) { (v.t("event-open-door")) } " " }
            @if may && e.to_come() && e.published_at.is_some() {
                a.btn.btn-outline-primary href=(staff_address(&d.process, e, "/stato")) { (v.t("event-change-state")) } " "
            }
            a.btn.btn-link href=(address(&d.process, e, "")) { (v.t("event-public-page")) }
        }
        (tables_block(v, d, may))
        @if !e.programme.is_empty() {
            section.block { h2 { (v.t("event-programme")) } div.prose { (ui::prose(&e.programme)) } }
        }
        @if e.published_at.is_none() && may {
            details.fold {
                summary { (v.t("event-delete")) }
                p { (v.t("event-delete-text")) }
                (button(v, &staff_address(&d.process, e, "/elimina"), "btn btn-outline-danger", "event-delete", &[]))
            }
        }
    }
}

/// What publishing does, by kind and by how one gets in.
fn publishing(e: &Event) -> &'static str {
    match (e.kind, e.admission) {
        (Kind::Steering, _) => "event-publish-text-restricted",
        (_, Admission::Headcount) => "event-publish-text-free",
        _ => "event-publish-text",
    }
}

/// Tables with a session outside the event's time: after an event was moved its sessions are to be moved too.
fn outside(v: &Visit, d: &Desk) -> Markup {
    let away = |(_, sessions): &&(Table, Vec<Session>)| sessions.iter().any(|s| is_outside(&d.event, s));
    let tables: Vec<String> = d.tables.iter().filter(away).map(|(t, _)| parts::table_name(v.l(), t)).collect();
    html! {
        @if !tables.is_empty() && d.event.to_come() {
            (ui::notice(Tone::Warning, &html! {
                p { (v.t("event-sessions-outside")) }
                ul { @for name in &tables { li { (name) } } }
            }))
        }
    }
}

/// Deletes a draft.
pub async fn delete(v: Visit) -> Answer {
    let (process, event) = managed(&v).await?;
    let (actor, id) = (v.actor().clone(), event.id);
    let to = format!("/percorsi/{}/gestione/incontri", process.slug);
    v.write_once_saying("done-event-deleted", move |()| to, move |w| ops::delete(w, &actor, id)).await
}

fn numbers(v: &Visit, d: &Desk) -> Markup {
    let e = &d.event;
    let count = |state| d.counts.iter().find(|(s, _)| *s == state).map_or(0, |(_, n)| *n);
    let of = |n: i32, seats: i32| v.t_with("event-taken", &[("n", Arg::from(n)), ("seats", Arg::from(seats))]);
    let labels = ["event-room-seats", "event-remote-seats", "event-waiting", "event-guide-edition"].map(|k| v.t(k));
    let guide = d.guide.map_or_else(|| "–".to_owned(), |n| n.to_string());
    let all = [
        (e.room_seats > 0, of(e.room_taken, e.room_seats)),
        (e.remote_seats > 0, of(e.remote_taken, e.remote_seats)),
        (true, v.l().number(count(EnrolmentState::Waiting))),
        (!d.tables.is_empty(), guide),
    ];
    let figure = |(label, (_, n)): (&std::borrow::Cow<'_, str>, &(bool, String))| (label.to_string(), n.clone());
    let shown: Vec<(String, String)> = labels.iter().zip(&all).filter(|(_, (show, _))| *show).map(figure).collect();
    let shown: Vec<Figure<'_>> =
        shown.iter().map(|(label, n)| Figure { label, number: html! { (n) }, note: None, sum: false }).collect();
    html! { @if e.admission == domain::events::Admission::Names { (lists::figures(&shown)) } }
}

fn tables_block(v: &Visit, d: &Desk, may: bool) -> Markup {
    let heads = [
        "event-table-name",
        "event-table-room",
        "event-table-seats",
        "event-table-sessions",
        "event-table-facilitators",
    ];
    let heads = heads.map(|k| v.t(k));
    let columns: Vec<(&str, bool)> = heads.iter().enumerate().map(|(n, h)| (h.as_ref(), n == 2 || n == 3)).collect();
    let who = |t: &Table| {
        let names: Vec<&str> = d.facilitators.iter().filter(|f| f.0 == t.id).map(|f| f.2.as_str()).collect();
        names.join(", ")
    };
    let row = |(t, sessions): &(Table, Vec<Session>)| {
        let name = parts::table_name(v.l(), t);
        let href = staff_address(&d.process, &d.event, &format!("/tavoli/{}", t.number));
        vec![
            html! { @if may { a href=(href) { (name) } } @else { (name) } },
            html! { (t.room) },
            html! { (t.taken) " / " (t.seats) },
            html! { (sessions.len()) },
            html! { (who(t)) },
        ]
    };
    html! {
        section.block {
            h2 { (v.t("event-tables")) }
            @if d.tables.is_empty() { p { (v.t("event-tables-none")) } }
            @else { (table::table(&v.t("event-tables"), &columns, &d.tables.iter().map(row).collect::<Vec<_>>())) }
            @if may && d.event.to_come() {
                p { a.btn.btn-outline-primary href=(staff_address(&d.process, &d.event, "/tavoli/nuovo")) { (v.t("event-table-new")) } }
            }
        }
    }
}

/// Shows it to everybody.
pub async fn publish(v: Visit) -> Answer {
    let (process, event) = managed(&v).await?;
    let (actor, id, to) = (v.actor().clone(), event.id, staff_address(&process, &event, ""));
    v.write_once_saying("done-event-published", move |()| to, move |w| ops::publish(w, &actor, id)).await
}

/// Its figures, whole: for the staff.
pub async fn figures(v: Visit) -> Answer {
    let (process, event) = read(&v).await?;
    let of = event.clone();
    let found = v.read(move |conn| figures::of_event(conn, &of)).await?;
    let title = v.t("event-desk-figures");
    let content = html! {
        p { (v.t("figures-staff-text")) }
        (shown_figures::view(&v, &found, event.admission, figures::whole))
    };
    v.page(&named(&event, &title), &framed(&v, &process, &event, "/cifre", &title, &content))
}
