//! Who enrolled, for the staff of the event: by state, with what they need to take part; taking somebody off the list.

use domain::Problems;
use domain::access::{KeepDoor, ManageEvents};
use domain::events::{Enrolment, EnrolmentState, Event, Session, Table, door_address, enrol, ops};
use domain::id::{EnrolmentId, TableId};
use domain::paging::{Page, Slice};
use domain::processes::Process;
use maud::{Markup, html};

use super::super::{parts, staff_address};
use super::{framed, named, read};
use crate::http::{Answer, Fault, Visit};
use crate::locale::{Arg, Locale};
use crate::ui::form::button;
use crate::ui::{self, Choice, Form, lists, table, time};

/// The states one can look at, with their words in the address.
const STATES: [(EnrolmentState, &str); 4] = [
    (EnrolmentState::Seated, "posto"),
    (EnrolmentState::Waiting, "attesa"),
    (EnrolmentState::WalkIn, "porta"),
    (EnrolmentState::Cancelled, "annullate"),
];

struct List {
    process: Process,
    event: Event,
    tables: Vec<(Table, Vec<Session>)>,
    state: EnrolmentState,
    rows: Slice<Enrolment>,
    counts: Vec<(EnrolmentState, i64)>,
}

/// The page.
pub async fn page(v: Visit) -> Answer {
    let (process, event) = read(&v).await?;
    let wanted = v.query("stato").unwrap_or("");
    let state = STATES.iter().find(|(_, word)| *word == wanted).map_or(EnrolmentState::Seated, |(s, _)| *s);
    let (actor, of, page) = (v.actor().clone(), event.clone(), Page::new(v.page_number(), 100));
    let (rows, tables, counts) = v
        .read(move |conn| {
            Ok((enrol::list(conn, &actor, &of, state, page)?, ops::tables(conn, of.id)?, enrol::counts(conn, of.id)?))
        })
        .await?;
    let list = List { process, event, tables, state, rows, counts };
    let title = v.t("event-desk-people");
    let page = framed(&v, &list.process, &list.event, "/iscritti", &title, &view(&v, &list));
    v.page(&named(&list.event, &title), &page)
}

fn view(v: &Visit, d: &List) -> Markup {
    let base = staff_address(&d.process, &d.event, "/iscritti");
    let count = |s: EnrolmentState| d.counts.iter().find(|(x, _)| *x == s).map_or(0, |(_, n)| *n);
    html! {
        p { (v.t("people-lead")) }
        p.queue-counts {
            @for (state, word) in STATES {
                a.queue-count href=(format!("{base}?stato={word}")) aria-current=[(state == d.state).then_some("true")] {
                    b { (count(state)) } " " (v.t_with(&format!("people-{}", state.as_str()), &[("n", Arg::from(count(state)))]))
                } " "
            }
        }
        @if d.rows.rows.is_empty() { (ui::empty(&v.t("people-none"), &v.t("people-none-text"))) }
        @else { (rows(v, d, &base)) }
        (lists::pager(v, d.rows.page, d.rows.more))
        section.block.d-print-none {
            h2 { (v.t("people-csv")) }
            p { (v.t("people-csv-text")) }
            (button(v, &format!("{base}/csv"), "btn btn-outline-primary", "people-csv-button", &[]))
        }
    }
}

/// The name of a table; nothing where there is none.
pub fn table_of(l: &Locale, tables: &[(Table, Vec<Session>)], id: Option<TableId>) -> String {
    let found = tables.iter().find(|(t, _)| Some(t.id) == id);
    found.map(|(t, _)| parts::table_name(l, t)).unwrap_or_default()
}

/// A name; of who was forgotten, that they were.
pub fn name(v: &Visit, e: &Enrolment) -> String {
    if e.name.is_empty() { v.t("people-forgotten").into_owned() } else { e.name.clone() }
}

fn rows(v: &Visit, d: &List, base: &str) -> Markup {
    let heads = ["people-name", "people-table", "people-organisation", "people-needs", "people-came"].map(|k| v.t(k));
    let columns: Vec<(&str, bool)> = heads.iter().map(|h| (h.as_ref(), false)).collect();
    let row = |e: &Enrolment| {
        let table = table_of(v.l(), &d.tables, e.table_id.or(e.first_table));
        vec![
            html! { a href=(format!("{base}/{}", e.id)) { (name(v, e)) } },
            html! { @if table.is_empty() { (v.t(&format!("enrol-mode-{}", e.mode.as_str()))) } @else { (table) } },
            html! { (e.organisation) },
            html! { (e.needs) },
            html! { @if e.present { (v.t("people-yes")) } },
        ]
    };
    table::table(&v.t("event-desk-people"), &columns, &d.rows.rows.iter().map(row).collect::<Vec<_>>())
}

struct One {
    process: Process,
    event: Event,
    enrolment: Enrolment,
    tables: Vec<(Table, Vec<Session>)>,
}

async fn load(v: &Visit) -> Result<One, Fault> {
    let (process, event) = read(v).await?;
    let (actor, of, id) = (v.actor().clone(), event.clone(), v.path_as::<EnrolmentId>("id")?);
    let (enrolment, tables) =
        v.read(move |conn| Ok((enrol::one(conn, &actor, &of, id)?, ops::tables(conn, of.id)?))).await?;
    Ok(One { process, event, enrolment, tables })
}

/// One enrolment.
pub async fn one(v: Visit) -> Answer {
    let one = load(&v).await?;
    let title = v.t("people-one");
    v.page(&named(&one.event, &title), &one_view(&v, &one, &Problems::default()))
}

fn one_view(v: &Visit, d: &One, problems: &Problems) -> Markup {
    let e = &d.enrolment;
    let here = staff_address(&d.process, &d.event, &format!("/iscritti/{}", e.id));
    // Each form says what is wrong with it, and nothing of the others.
    let of = |field: &str| problems.0.iter().any(|x| x.field == field);
    let none = Problems::default();
    let its = |field: &str| if of(field) { problems } else { &none };
    let form = Form::new(v, &here, its("reason"));
    let fields = html! { (form.area("reason", "people-reason", 3).required().max(1000).hint("people-reason-hint")) };
    let removable = e.state != EnrolmentState::Cancelled && !e.present && v.actor().may::<ManageEvents>(d.process.id);
    let content = html! {
        h2 { (name(v, e)) }
        (facts(v, d))
        @if door_address::may_set(e) && v.actor().may::<KeepDoor>(d.process.id) { (address(v, e, &here, its("email"))) }
        @if v.actor().may::<ManageEvents>(d.process.id) && e.may_be_moved() && !d.tables.is_empty() {
            details.fold open[of("table")] {
                summary { (v.t(if e.table_id.is_some() { "people-move" } else { "people-seat" })) }
                (move_form(v, d, &here, its("table")))
            }
        }
        @if removable {
            details.fold open[of("reason")] {
                summary { (v.t("people-remove")) }
                p { (v.t("people-remove-text")) }
                (form.show(&fields, "people-remove-button", None))
            }
        }
        @if e.state != EnrolmentState::Cancelled && !e.name.is_empty() {
            p { a href=(staff_address(&d.process, &d.event, &format!("/porta/{}", e.code))) { (v.t("people-to-door")) } }
        }
        p { a href=(staff_address(&d.process, &d.event, "/iscritti")) { (v.t("people-back")) } }
    };
    framed(v, &d.process, &d.event, "/iscritti", &v.t("people-one"), &content)
}

/// The address of who walked in: only the staff can put it right, or add it.
fn address(v: &Visit, e: &Enrolment, here: &str, problems: &Problems) -> Markup {
    let action = format!("{here}/indirizzo");
    let form = Form::new(v, &action, problems).value("email", &e.email);
    let fields = html! { (form.text("email", "account-email").max(254).keys("email").autocomplete("off").hint("people-address-hint")) };
    html! {
        details.fold open[!problems.0.is_empty()] {
            summary { (v.t("people-address")) }
            (form.show(&fields, "people-address-button", None))
        }
    }
}

/// Keeps it.
pub async fn set_address(v: Visit) -> Answer {
    let one = load(&v).await?;
    let (actor, event, id, email) = (v.actor().clone(), one.event.id, one.enrolment.id, v.field("email").to_owned());
    let to = staff_address(&one.process, &one.event, &format!("/iscritti/{id}"));
    let done =
        v.write_once_saying("done-saved", move |()| to, move |w| door_address::set(w, &actor, event, id, &email));
    match done.await {
        Err(fault) => v.form_again(fault, &v.t("people-one"), |p| one_view(&v, &one, p)),
        ok => ok,
    }
}

/// Another table, or a first one for who was let in from the waiting list.
fn move_form(v: &Visit, d: &One, here: &str, problems: &Problems) -> Markup {
    let table = |(t, _): &(Table, Vec<Session>)| {
        let left = v.t_with("people-move-left", &[("n", Arg::from(t.taken)), ("seats", Arg::from(t.seats))]);
        Choice::new(t.id.to_string(), format!("{} – {left}", parts::table_name(v.l(), t)))
    };
    let choices = std::iter::once(Choice::new("", v.t("form-choose"))).chain(d.tables.iter().map(table));
    let to = format!("{here}/tavolo");
    let form =
        Form::new(v, &to, problems).value("table", d.enrolment.table_id.map(|t| t.to_string()).unwrap_or_default());
    let fields =
        html! { (form.select("table", "people-table", choices.collect()).required().hint("people-move-hint")) };
    form.show(&fields, "people-move-button", None)
}

/// Puts them at another table.
pub async fn seat(v: Visit) -> Answer {
    let one = load(&v).await?;
    let (actor, event, id, table) = (v.actor().clone(), one.event.id, one.enrolment.id, v.field("table").parse().ok());
    let to = staff_address(&one.process, &one.event, &format!("/iscritti/{id}"));
    let done =
        v.write_once_saying("done-person-moved", move |()| to, move |w| enrol::move_to(w, &actor, event, id, table));
    match done.await {
        Err(fault) => v.form_again(fault, &v.t("people-one"), |p| one_view(&v, &one, p)),
        ok => ok,
    }
}

fn facts(v: &Visit, d: &One) -> Markup {
    let (e, l) = (&d.enrolment, v.l());
    let category =
        if e.category.is_empty() { String::new() } else { l.t(&format!("category-{}", e.category)).into_owned() };
    let listed = if e.organisation_listed { l.t("people-yes").into_owned() } else { String::new() };
    let rows = [
        ("people-state", l.t(&format!("people-one-{}", e.state.as_str())).into_owned()),
        ("enrol-mode", l.t(&format!("enrol-mode-{}", e.mode.as_str())).into_owned()),
        ("people-table", table_of(l, &d.tables, e.table_id)),
        ("enrol-first", table_of(l, &d.tables, e.first_table)),
        ("enrol-second", table_of(l, &d.tables, e.second_table)),
        ("account-email", e.email.clone()),
        ("organisation-name", e.organisation.clone()),
        ("enrol-organisation-listed-short", listed),
        ("organisation-category", category),
        ("enrol-zone", e.zone.clone()),
        ("people-needs", e.needs.clone()),
    ];
    let words: Vec<(std::borrow::Cow<'_, str>, Markup)> =
        rows.iter().filter(|(_, text)| !text.is_empty()).map(|(k, text)| (l.t(k), html! { (text) })).collect();
    let mut shown: Vec<(&str, Markup)> = words.iter().map(|(k, m)| (k.as_ref(), m.clone())).collect();
    let (when, turn) = (l.t("people-enrolled"), l.t("people-turn"));
    shown.push((&when, time::instant(l, e.enrolled_at)));
    shown.push((&turn, html! { (e.turn) }));
    let reminded = l.t("people-reminded");
    if let Some(at) = e.reminded_at {
        shown.push((&reminded, time::instant(l, at)));
    }
    lists::definition(&shown)
}

/// Takes somebody off the list.
pub async fn remove(v: Visit) -> Answer {
    let one = load(&v).await?;
    let (actor, event, id, reason) = (v.actor().clone(), one.event.id, one.enrolment.id, v.field("reason").to_owned());
    let to = staff_address(&one.process, &one.event, "/iscritti");
    let done =
        v.write_once_saying("done-person-removed", move |()| to, move |w| enrol::remove(w, &actor, event, id, &reason));
    match done.await {
        Err(fault) => v.form_again(fault, &v.t("people-one"), |p| one_view(&v, &one, p)),
        ok => ok,
    }
}
