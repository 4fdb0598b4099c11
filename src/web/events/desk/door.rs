//! The door, on a phone or a tablet with a queue before it: find a name by three letters, press once, next. Everything is a
//! plain form; `porta.js` only finds faster and keeps what is done while there is no network.

use actix_web::{HttpResponse, ResponseError};
use domain::access::{KeepDoor, Permit, Subject};
use domain::accounts::CATEGORIES;
use domain::clock::Instant;
use domain::events::door::{self, Act, Before, Done, Kind, List, Outcome, Sent, WalkIn};
use domain::events::door_address::Note;
use domain::events::door_known::{self, Known};
use domain::events::{
    Admission, DOOR_OPENS_HOURS, Enrolment, EnrolmentState, Event, Mode, Session, Table, door_closes, door_is_open, ops,
};
use domain::id::{EnrolmentId, TableId, random_hex};
use domain::processes::Process;
use domain::{Error, Problems};
use maud::{Markup, html};

use super::super::{found, parts, staff_address};
use super::{framed, named};
use crate::http::static_files::address as file;
use crate::http::{Answer, Fault, Visit};
use crate::locale::Arg;
use crate::ui::lists::Figure;
use crate::ui::{self, Choice, Form, Tone, lists};

/// A table and its sessions.
pub type Tables = (Table, Vec<Session>);

struct Page {
    process: Process,
    event: Event,
    tables: Vec<Tables>,
    list: List,
    /// Organisations whose category is known.
    known: Vec<Known>,
}

async fn load(v: &Visit) -> Result<Page, Fault> {
    let (process, event) = found(v).await?;
    let (actor, of) = (v.actor().clone(), event.clone());
    let (list, tables, known) = v
        .read(move |conn| {
            let list = door::list(conn, &actor, &of)?;
            let names = of.admission == Admission::Names;
            let known = if names { door_known::organisations(conn, of.process_id)? } else { Vec::new() };
            Ok((list, ops::tables(conn, of.id)?, known))
        })
        .await?;
    Ok(Page { process, event, tables, list, known })
}

/// The page.
pub async fn page(v: Visit) -> Answer {
    let page = load(&v).await?;
    v.page(&named(&page.event, &v.t("door-title")), &view(&v, &page, &Problems::default()))
}

fn view(v: &Visit, p: &Page, problems: &Problems) -> Markup {
    let action = staff_address(&p.process, &p.event, "/porta");
    let names = p.event.admission == Admission::Names;
    let content = if door_is_open(&p.event, v.now()) {
        html! {
            link rel="stylesheet" href=(file("luce.css"));
            div.notice.notice-warning data-door-waiting data-now=(v.now().0 / 1000) data-one=(v.t("door-waiting-one")) data-many=(v.t("door-waiting-many"))
                data-refused=(v.t("door-waiting-refused")) data-sign-in=(v.t("door-waiting-sign-in"))
                data-other=(v.t("door-other")) data-reload=(v.t("door-other-reload")) data-others-one=(v.t("door-others-one"))
                data-others-many=(v.t("door-others-many")) data-account=(v.account_mark())
                data-until=(door_closes(&p.event).0 / 1000) data-news=(format!("{action}/presenze")) data-mark=(p.list.mark)
                data-worker=(file("verbale-sw.js")) role="status" hidden {}
            div.notice.notice-info data-door-read data-known=(v.t("door-read-known")) data-already=(v.t("door-read-already"))
                data-unknown=(v.t("door-read-unknown")) data-found=(v.t("door-read-found")) data-code=(v.t("door-read-code"))
                role="status" hidden {}
            // On a phone, what is done a hundred times an evening stands first, and its answer right below.
            @if names { (finder(v, &action)) (walk_in(v, p, &action, problems)) (people(v, p, &action)) (numbers(v, p)) }
            @else { (numbers(v, p)) (heads(v, &action, problems)) }
            div data-door-last { (last(v, &p.list.acts, &action)) }
            script src=(file("porta.js")) defer {}
        }
    } else {
        let hours = [("hours", Arg::from(DOOR_OPENS_HOURS))];
        html! { (ui::notice(Tone::Info, &html! { p { (v.t_with("door-closed", &hours)) } })) }
    };
    framed(v, &p.process, &p.event, "/porta", &v.t("door-title"), &content)
}

/// How many are there at each table, in words.
pub fn at_tables(v: &Visit, tables: &[Tables], there: &dyn Fn(TableId) -> i64) -> Vec<String> {
    let at = |t: &Table| {
        let of = [("n", Arg::from(there(t.id))), ("seats", Arg::from(t.seats))];
        format!("{}: {}", parts::table_name(v.l(), t), v.t_with("event-taken", &of))
    };
    tables.iter().map(|(t, _)| at(t)).collect()
}

fn numbers(v: &Visit, p: &Page) -> Markup {
    let there = |f: &dyn Fn(&&Enrolment) -> bool| {
        i64::try_from(p.list.people.iter().filter(|e| e.present).filter(f).count()).unwrap_or(0)
    };
    let present = there(&|_| true) + p.list.heads;
    let tables = at_tables(v, &p.tables, &|t| there(&|e| e.table_id == Some(t)));
    let label = v.t("figures-present");
    let sum = Figure { label: &label, number: html! { span data-door-present { (present) } }, note: None, sum: false };
    html! {
        (lists::figures(&[sum]))
        @if !tables.is_empty() {
            details.fold { summary { (v.t("door-tables")) } ul data-door-tables { @for table in &tables { li { (table) } } } }
        }
    }
}

/// The letters that were typed.
fn letters(v: &Visit) -> &str {
    v.query("nome").unwrap_or("").trim()
}

/// Finding a name. Without a script the letters are sent; with one the list shrinks while they are typed.
fn finder(v: &Visit, action: &str) -> Markup {
    html! {
        form.mb-3 method="get" action=(action) data-door-find {
            label.form-label for="f-nome" { (v.t("door-find")) }
            div.search {
                input.form-control #f-nome name="nome" type="search" value=(letters(v)) autocomplete="off" autocapitalize="none"
                    spellcheck="false";
                button.btn.btn-outline-primary { (v.t("door-find-button")) }
            }
        }
    }
}

/// Those who are found, each with the one button.
fn people(v: &Visit, p: &Page, action: &str) -> Markup {
    let needs = if v.query("copia").is_some() { Needs::Marked } else { Needs::Said };
    let shown: Vec<&Enrolment> = p.list.people.iter().filter(|e| door::matches(&e.name, letters(v))).collect();
    html! {
        @if p.list.people.is_empty() { p data-door-none { (v.t("door-nobody")) } }
        p data-door-not-found role="status" hidden[p.list.people.is_empty() || !shown.is_empty()] { (v.t("door-not-found")) }
        form method="post" action=(action) data-door data-busy-not data-done=(v.t("door-came")) data-undo=(v.t("door-undo"))
            data-in=(v.t("door-in")) {
            (ui::form::hidden(v))
            input type="hidden" name="key" value=(random_hex::<16>());
            ol.queue-list { @for e in shown { (person(v, &p.tables, e, needs)) } }
        }
    }
}

/// How the list speaks of what people need to take part, which may speak of their health.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Needs {
    /// In their words: for whoever looks at it now.
    Said,
    /// Only that there is something to be asked: in the copy of the page that a device keeps (`docs/decisions/0044-what-a-device-keeps.md`).
    Marked,
}

/// Somebody in the list, with the one button.
pub fn person(v: &Visit, tables: &[Tables], e: &Enrolment, needs: Needs) -> Markup {
    let table = tables.iter().find(|(t, _)| Some(t.id) == e.table_id).map(|(t, _)| parts::table_name(v.l(), t));
    let place = match (table, e.mode, e.state) {
        (Some(table), ..) => table,
        (None, _, EnrolmentState::Waiting) => v.t("door-waiting").into_owned(),
        (None, Mode::Remote, _) => v.t("enrol-mode-remote").into_owned(),
        _ => v.t("figures-no-table").into_owned(),
    };
    let needs = match needs {
        _ if e.needs.is_empty() => None,
        Needs::Said => Some(e.needs.clone()),
        Needs::Marked => Some(v.t("door-needs").into_owned()),
    };
    let (action, class, key) =
        if e.present { ("undo", "btn btn-link", "door-undo") } else { ("in", "btn btn-primary", "door-in") };
    html! {
        li.queue-item data-person=(e.id) data-here[e.present] data-code=(door::code_mark(&e.code)) data-name=(domain::events::name_key(&e.name)) {
            div.queue-main {
                p.queue-title { (e.name) }
                p.queue-meta { (place) @if !e.organisation.is_empty() { " · " (e.organisation) } @if let Some(n) = needs { " · " (n) } }
            }
            div.queue-side {
                span.status.status-answered data-came hidden[!e.present] { (v.t("door-came")) } " "
                button class=(class) name=(action) value=(e.id) { (v.t(key)) span.visually-hidden { ": " (e.name) } }
            }
        }
    }
}

/// Somebody who had not enrolled: a name, a table, done.
fn walk_in(v: &Visit, p: &Page, action: &str, problems: &Problems) -> Markup {
    let form = Form::new(v, action, problems);
    let tables = p.tables.iter().map(|(t, _)| Choice::new(t.id.to_string(), parts::table_name(v.l(), t)));
    let tables: Vec<Choice> = std::iter::once(Choice::new("", v.t("figures-no-table"))).chain(tables).collect();
    let categories = CATEGORIES.iter().map(|c| Choice::new(*c, v.t(&format!("category-{c}"))));
    let categories = std::iter::once(Choice::new("", v.t("door-category-known"))).chain(categories).collect();
    let fields = html! {
        input type="hidden" name="key" value=(random_hex::<16>());
        input type="hidden" name="walk_in" value="si";
        (form.text("name", "enrol-person").required().max(120).autocomplete("off"))
        (form.text("email", "account-email").max(254).keys("email").autocomplete("off").hint("door-email-hint"))
        @if p.tables.is_empty() {} @else { (form.select("table", "door-table", tables).expected()) }
        (form.text("organisation", "organisation-name").max(200).autocomplete("off").suggestions("organisations"))
        datalist #organisations { @for k in &p.known { option value=(k.name) data-category=(k.category) {} } }
        (form.select("category", "organisation-category", categories).hint("door-category-hint"))
        (form.text("zone", "enrol-zone").max(120).autocomplete("off"))
        p.form-text { (v.t("door-walk-in-privacy")) }
    };
    html! {
        details.fold.mb-4 open[!problems.0.is_empty()] data-door-walk-in {
            summary { (v.t("door-walk-in")) }
            (form.show(&fields, "door-walk-in-button", None))
        }
    }
}

/// Counting heads, where no names are taken.
fn heads(v: &Visit, action: &str, problems: &Problems) -> Markup {
    let form = Form::new(v, action, problems);
    let one = |n: &str, class: &str| html! { button class=(class) name="heads" value=(n) { (n) } " " };
    html! {
        form.mb-4 method="post" action=(action) data-door data-busy-not {
            (ui::form::hidden(v))
            input type="hidden" name="key" value=(random_hex::<16>());
            p { (v.t("door-heads")) }
            div.page-actions {
                (one("+1", "btn btn-primary btn-lg")) (one("+5", "btn btn-primary btn-lg")) (one("+10", "btn btn-primary btn-lg"))
                (one("-1", "btn btn-outline-primary btn-lg"))
            }
        }
        details.fold open[!problems.0.is_empty()] {
            summary { (v.t("door-heads-other")) }
            (form.show(&html! {
                input type="hidden" name="key" value=(random_hex::<16>());
                (form.number("heads", "door-heads-number").required().hint("door-heads-hint"))
            }, "door-heads-button", None))
        }
    }
}

/// The last acts; what was done last can be undone there.
pub fn last(v: &Visit, acts: &[Done], action: &str) -> Markup {
    let said = |d: &Done| {
        let name = d.name.clone().unwrap_or_default();
        let args = [("name", Arg::from(name)), ("n", Arg::from(d.heads)), ("hour", Arg::from(v.l().hour(d.done_at)))];
        v.t_with(&format!("door-act-{}", d.kind.as_str()), &args)
    };
    let came = |d: &Done| matches!(d.kind, Kind::In | Kind::WalkIn) && d.here == Some(true);
    html! {
        @if !acts.is_empty() {
            section.block {
                h2 { (v.t("door-last")) }
                ul.list-unstyled { @for d in acts {
                    li {
                        (said(d)) " "
                        @if let (true, Some(id)) = (came(d), d.enrolment) {
                            form.inline-form method="post" action=(action) {
                                (ui::form::hidden(v))
                                input type="hidden" name="key" value=(random_hex::<16>());
                                button.btn.btn-sm.btn-link name="undo" value=(id) { (v.t("door-undo")) span.visually-hidden { ": " (d.name.as_deref().unwrap_or_default()) } }
                            }
                        }
                    }
                } }
            }
        }
    }
}

/// What was pressed.
fn typed(v: &Visit) -> Result<Sent, Error> {
    let id = |field: &str| v.field(field).parse::<EnrolmentId>().ok();
    let act = if let Some(id) = id("in") {
        Act::In(id)
    } else if let Some(id) = id("undo") {
        Act::Undo(id)
    } else if !v.field("code").is_empty() {
        Act::Code(v.field("code").to_owned())
    } else if v.ticked("walk_in") {
        let field = |name: &str| v.field(name).to_owned();
        let table = v.field("table").parse::<TableId>().ok();
        Act::WalkIn(WalkIn {
            name: field("name"),
            email: field("email"),
            organisation: field("organisation"),
            category: field("category"),
            zone: field("zone"),
            table,
        })
    } else {
        let n = v.field("heads").trim().trim_start_matches('+').parse::<i32>().unwrap_or(0);
        Act::Heads(n)
    };
    // Milliseconds of the device's clock, where the act was kept waiting.
    let at = v.field("at").parse::<i64>().ok().map(|ms| Instant(ms.saturating_mul(1000)));
    Ok(Sent { key: v.field("key").to_owned(), at, act })
}

/// Does it. The script asks for a word instead of a page.
pub async fn act(v: Visit) -> Answer {
    let (process, event) = found(&v).await?;
    let _may: Permit<KeepDoor> = v.actor().permit(Subject::of(process.id))?;
    v.same_account(v.field("account"))?;
    let sent = typed(&v)?;
    let done = match once(&v, &event, &sent).await {
        // The same act arrived twice in one instant: now it is known.
        Err(Fault::Domain(e)) if e.is_unique_violation() => once(&v, &event, &sent).await,
        other => other,
    };
    if v.ticked("script") {
        let tables = if matches!(done, Ok(Outcome::Noted(_))) { tables(&v, &event).await? } else { Vec::new() };
        return done
            .map_or_else(|fault| refused(&v, fault), |o| Ok(HttpResponse::Ok().json(answered(&v, &tables, &o))));
    }
    let to = staff_address(&process, &event, "/porta");
    match done {
        Ok(Outcome::Already(_)) => v.done("done-door-already", &to),
        Ok(Outcome::Noted(Note::Wrong { .. })) => v.done("done-door-address-wrong", &to),
        Ok(Outcome::Noted(Note::Others { .. })) => v.done("done-door-address-others", &to),
        Ok(Outcome::Noted(Note::Enrolled { .. })) => v.done("done-door-enrolled", &to),
        Ok(_) => {
            let key = match &sent.act {
                Act::In(_) | Act::Code(_) | Act::WalkIn(_) => "done-door-in",
                Act::Undo(_) => "done-door-undo",
                Act::Heads(_) => "done-door-heads",
            };
            v.done(key, &to)
        }
        Err(fault) => {
            let page = load(&v).await?;
            v.form_again(fault, &v.t("door-title"), |p| view(&v, &page, p))
        }
    }
}

/// What came of an act, for the script: whether it had been sent before, and how somebody came in before who was let in again.
fn answered(v: &Visit, tables: &[Tables], o: &Outcome) -> serde_json::Value {
    let already = |b: &Before| {
        let (name, by) = (Arg::from(b.name.as_str()), Arg::from(b.by.as_str()));
        v.t_with("door-already-at", &[("name", name), ("hour", Arg::from(v.l().hour(b.at))), ("by", by)])
    };
    match o {
        Outcome::Already(before) => serde_json::json!({ "known": false, "already": already(before) }),
        Outcome::Noted(note) => serde_json::json!({ "known": false, "note": noted(v, tables, note) }),
        o => serde_json::json!({ "known": *o == Outcome::Known }),
    }
}

/// What is said about an address that was left.
fn noted(v: &Visit, tables: &[Tables], note: &Note) -> String {
    match note {
        Note::Wrong { name, typed } => {
            let args = [("name", Arg::from(name.as_str())), ("typed", Arg::from(typed.as_str()))];
            v.t_with("door-address-wrong", &args)
        }
        Note::Others { name, whose } => {
            let args = [("name", Arg::from(name.as_str())), ("whose", Arg::from(whose.as_str()))];
            v.t_with("door-address-others", &args)
        }
        Note::Enrolled { name, table } => {
            let table = tables.iter().find(|(t, _)| Some(t.id) == *table).map(|(t, _)| parts::table_name(v.l(), t));
            let key = if table.is_some() { "door-enrolled-at" } else { "door-enrolled" };
            v.t_with(key, &[("name", Arg::from(name.as_str())), ("table", Arg::from(table.unwrap_or_default()))])
        }
    }
}

async fn tables(v: &Visit, event: &Event) -> Result<Vec<Tables>, Fault> {
    let id = event.id;
    v.read(move |conn| ops::tables(conn, id)).await
}

/// Why an act was not taken, for the script, which gives back what was typed; any other fault answers with its page.
fn refused(v: &Visit, fault: Fault) -> Answer {
    let why = match &fault {
        Fault::Domain(Error::Invalid(Problems(all))) => {
            all.iter().map(|p| ui::form::problem(v.l(), p)).collect::<Vec<_>>().join("; ")
        }
        Fault::Domain(Error::Refused(key)) => v.t(key).into_owned(),
        _ => return Err(fault),
    };
    Ok(HttpResponse::build(fault.status_code()).json(serde_json::json!({ "why": why })))
}

async fn once(v: &Visit, event: &Event, sent: &Sent) -> Result<Outcome, Fault> {
    let (actor, id, sent) = (v.actor().clone(), event.id, sent.clone());
    v.write(move |w| door::act(w, &actor, id, &sent)).await
}

/// What a camera opens: whose code it is, and the one button. The script presses it.
pub async fn by_code(v: Visit) -> Answer {
    let (process, event) = found(&v).await?;
    let (actor, of, code) = (v.actor().clone(), event.clone(), v.path("code").to_owned());
    let (e, tables) =
        v.read(move |conn| Ok((door::by_code(conn, &actor, &of, &code)?, ops::tables(conn, of.id)?))).await?;
    let action = staff_address(&process, &event, "/porta");
    let table = tables.iter().find(|(t, _)| Some(t.id) == e.table_id).map(|(t, _)| t);
    let open = door_is_open(&event, v.now());
    let content = html! {
        section.receipt {
            p.receipt-label { (v.t(&format!("people-one-{}", e.state.as_str()))) }
            p.receipt-number { (e.name) }
            @if let Some(t) = table { p.h3 { (parts::table_name(v.l(), t)) } @if !t.room.is_empty() { p { (t.room) } } }
            @if !e.needs.is_empty() { p { (e.needs) } }
        }
        @if e.present { (ui::notice(Tone::Info, &html! { p { (v.t("door-already")) } })) }
        @else if e.state == EnrolmentState::Cancelled { (ui::notice(Tone::Warning, &html! { p { (v.t("refused-door-cancelled")) } })) }
        @else if open {
            form.mb-3 method="post" action=(action) data-send-now=(e.name) data-account=(v.account_mark())
                data-until=(door_closes(&event).0 / 1000) {
                (ui::form::hidden(&v))
                input type="hidden" name="key" value=(random_hex::<16>());
                button.btn.btn-primary.btn-lg name="in" value=(e.id) { (v.t("door-in")) }
            }
            script src=(file("porta.js")) defer {}
        }
        p { a href=(action) { (v.t("door-back")) } }
    };
    v.page(&named(&event, &v.t("door-title")), &framed(&v, &process, &event, "/porta", &v.t("door-title"), &content))
}
