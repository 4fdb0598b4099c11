//! A thematic table: theme, room, seats, who facilitates, and its sessions with their guiding questions.

use domain::events::tables::NewTable;
use domain::events::{Event, Session, Table, ops, tables};
use domain::id::{AccountId, SessionId, TableId};
use domain::processes::Process;
use domain::{Error, Problems};
use maud::{Markup, html};

use super::super::staff_address;
use super::facts::number;
use super::{framed, managed, named};
use crate::http::{Answer, Fault, Visit};
use crate::locale::Arg;
use crate::ui::form::button;
use crate::ui::{Choice, Form, time};

/// Sessions one table may have.
const MOST: usize = 12;

struct Desk {
    process: Process,
    event: Event,
    /// The table; none for a new one.
    table: Option<(Table, Vec<Session>)>,
    may: Vec<(AccountId, String)>,
    at: Vec<AccountId>,
}

async fn load(v: &Visit, wanted: Option<i32>) -> Result<Desk, Fault> {
    let (process, event) = managed(v).await?;
    let (actor, of) = (v.actor().clone(), event.clone());
    let (all, may, at) = v
        .read(move |conn| {
            Ok((
                ops::tables(conn, of.id)?,
                tables::may_facilitate(conn, &actor, &of)?,
                tables::facilitators_of(conn, of.id)?,
            ))
        })
        .await?;
    let table = match wanted {
        None => None,
        Some(n) => Some(all.into_iter().find(|(t, _)| t.number == n).ok_or(Fault::Domain(Error::NotFound))?),
    };
    let id = table.as_ref().map_or(TableId(0), |(t, _)| t.id);
    let at = at.into_iter().filter(|(t, ..)| *t == id).map(|(_, a, _)| a).collect();
    Ok(Desk { process, event, table, may, at })
}

fn typed(v: &Visit) -> Result<NewTable, Problems> {
    let mut p = Problems::default();
    let mut sessions: Vec<Session> = Vec::new();
    for n in 1..=MOST {
        let in_row = |field: &str| v.field(&format!("{field}-{n}")).trim();
        let said = ["question", "starts_at", "ends_at"].map(in_row);
        if said.iter().all(|s| s.is_empty()) {
            continue;
        }
        let mut instant = |field: &str, text: &str| {
            let found = time::typed(text);
            if !text.is_empty() && found.is_none() {
                p.add(format!("{field}-{}", sessions.len() + 1), "problem-date-time");
            }
            found
        };
        let (starts_at, ends_at) = (instant("starts_at", said[1]), instant("ends_at", said[2]));
        let id = in_row("id").parse().unwrap_or(SessionId(0));
        sessions.push(Session {
            id,
            table_id: TableId(0),
            position: 0,
            question: said[0].to_owned(),
            starts_at,
            ends_at,
        });
    }
    let seats = number(v, "seats", &mut p);
    let facilitators = v.fields("facilitators").iter().filter_map(|a| a.parse().ok()).collect();
    let table = NewTable {
        theme: v.field("theme").to_owned(),
        room: v.field("room").to_owned(),
        seats,
        facilitators,
        sessions,
    };
    if p.0.is_empty() { Ok(table) } else { Err(p) }
}

/// Problems by the numbers the rows have in the form: empty ones between them were left out.
fn renumbered(v: &Visit, mut problems: Problems) -> Problems {
    let filled = |n: &usize| {
        ["question", "starts_at", "ends_at"].iter().any(|f| !v.field(&format!("{f}-{n}")).trim().is_empty())
    };
    let rows: Vec<usize> = (1..=MOST).filter(filled).collect();
    for p in &mut problems.0 {
        let at = p.field.rsplit_once('-').and_then(|(f, n)| Some((f.to_owned(), n.parse::<usize>().ok()?)));
        if let Some((field, n)) = at {
            p.field = format!("{field}-{}", rows.get(n.wrapping_sub(1)).copied().unwrap_or(n)).into();
        }
    }
    problems
}

/// The form of a new table.
pub async fn new(v: Visit) -> Answer {
    let desk = load(&v, None).await?;
    v.page(&named(&desk.event, &title(&v, &desk)), &view(&v, &desk, &Problems::default()))
}

/// The form of a table.
pub async fn form(v: Visit) -> Answer {
    let desk = load(&v, Some(v.path_as("table")?)).await?;
    v.page(&named(&desk.event, &title(&v, &desk)), &view(&v, &desk, &Problems::default()))
}

fn title(v: &Visit, d: &Desk) -> String {
    match &d.table {
        None => v.t("event-table-new").into_owned(),
        Some((t, _)) => v.t_with("event-table-title", &[("n", Arg::from(t.number.to_string()))]),
    }
}

fn action(d: &Desk) -> String {
    let rest = d.table.as_ref().map_or_else(|| "nuovo".to_owned(), |(t, _)| t.number.to_string());
    staff_address(&d.process, &d.event, &format!("/tavoli/{rest}"))
}

fn view(v: &Visit, d: &Desk, problems: &Problems) -> Markup {
    let mut form = Form::new(v, &action(d), problems);
    let sessions: &[Session] = d.table.as_ref().map_or(&[], |(_, s)| s);
    if let Some((t, _)) = &d.table {
        let at: Vec<String> = d.at.iter().map(ToString::to_string).collect();
        form = form.value("theme", &t.theme).value("room", &t.room).value("seats", t.seats.to_string());
        form = form.value("facilitators", at.join("\n"));
    }
    for (n, s) in (1..).zip(sessions) {
        form = form
            .value(&format!("id-{n}"), s.id.to_string())
            .value(&format!("question-{n}"), &s.question)
            .value(&format!("starts_at-{n}"), s.starts_at.map(time::field).unwrap_or_default())
            .value(&format!("ends_at-{n}"), s.ends_at.map(time::field).unwrap_or_default());
    }
    let rows = (sessions.len() + 2).min(MOST);
    let facilitators: Vec<Choice> = d.may.iter().map(|(a, name)| Choice::new(a.to_string(), name.as_str())).collect();
    let fields = html! {
        (form.text("theme", "event-table-theme").required().max(200))
        (form.text("room", "event-table-room").max(200))
        (form.number("seats", "event-table-seats").required())
        @if facilitators.is_empty() { p { (v.t("event-table-no-facilitators")) } }
        @else { (form.checks("facilitators", "event-table-facilitators", facilitators)) }
        h2 { (v.t("event-table-sessions")) }
        p { (v.t("event-table-sessions-hint")) }
        @for n in 1..=rows { (session(v, &form, n)) }
    };
    let content = html! {
        (form.show(&fields, "settings-save", Some(&staff_address(&d.process, &d.event, ""))))
        @if d.table.is_some() && d.event.to_come() {
            details.fold {
                summary { (v.t("event-table-remove")) }
                p { (v.t("event-table-remove-text")) }
                (button(v, &format!("{}/togli", action(d)), "btn btn-outline-danger", "event-table-remove", &[]))
            }
        }
    };
    framed(v, &d.process, &d.event, "", &title(v, d), &content)
}

fn session(v: &Visit, form: &Form<'_>, n: usize) -> Markup {
    let name = |field: &str| format!("{field}-{n}");
    let (id, question, starts, ends) = (name("id"), name("question"), name("starts_at"), name("ends_at"));
    let title = v.t_with("event-session", &[("n", Arg::from(n))]);
    let listed = |key: &str| format!("{title}, {}", v.t(key));
    html! {
        fieldset.field.border-top.pt-3 {
            legend.form-label { span.h4 { (title) } }
            @if !form.now_in(&id).is_empty() { input type="hidden" name=(id) value=(form.now_in(&id)); }
            (form.area(&question, "event-session-question", 2).expected().max(1000).listed_as(listed("event-session-question")))
            div.field-row {
                (form.datetime(&starts, "event-session-starts").listed_as(listed("event-session-starts")))
                (form.datetime(&ends, "event-session-ends").listed_as(listed("event-session-ends")))
            }
        }
    }
}

/// Adds it.
pub async fn create(v: Visit) -> Answer {
    store(v, None).await
}

/// Saves it.
pub async fn save(v: Visit) -> Answer {
    let number = v.path_as("table")?;
    store(v, Some(number)).await
}

async fn store(v: Visit, number: Option<i32>) -> Answer {
    let desk = load(&v, number).await?;
    let (actor, id, to) = (v.actor().clone(), desk.event.id, staff_address(&desk.process, &desk.event, ""));
    let done = match typed(&v) {
        Err(problems) => Err(Error::Invalid(problems).into()),
        Ok(new) => {
            let write = move |w: &mut domain::db::Write<'_>| match number {
                None => tables::add(w, &actor, id, &new).map(|_| ()),
                Some(n) => tables::change(w, &actor, id, n, &new),
            };
            v.write_once_saying("done-saved", move |()| to, write).await
        }
    };
    match done {
        Err(Fault::Domain(Error::Invalid(problems))) => {
            let fault = Error::Invalid(renumbered(&v, problems)).into();
            v.form_again(fault, &title(&v, &desk), |p| view(&v, &desk, p))
        }
        other => other,
    }
}

/// Takes it away.
pub async fn remove(v: Visit) -> Answer {
    let (process, event) = managed(&v).await?;
    let (actor, id, number) = (v.actor().clone(), event.id, v.path_as::<i32>("table")?);
    let to = staff_address(&process, &event, "");
    v.write_once_saying("done-table-removed", move |()| to, move |w| tables::remove(w, &actor, id, number)).await
}
