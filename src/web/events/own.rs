//! One's own enrolment, behind the link of a letter: what stands, the code for the door, changing and giving up.

use actix_web::HttpResponse;
use actix_web::http::header;
use domain::Problems;
use domain::events::guide::{self as guides, File, Guide};
use domain::events::{Enrolment, EnrolmentState, Event, State, enrol, may_enrol, ops};
use domain::processes;
use maud::{Markup, html};

use super::enrol::{Place, more, person, typed, unsaid, wishes};
use super::ics::{self, Told};
use super::{address, parts, qr, staff_address};
use crate::http::{Answer, Fault, Visit, documents};
use crate::locale::Arg;
use crate::ui::form::button;
use crate::ui::{self, Form, Tone, lists};

struct Mine {
    place: Place,
    enrolment: Enrolment,
    before: i64,
    guide: Option<Guide>,
    link: String,
}

async fn load(v: &Visit) -> Result<Mine, Fault> {
    let token = v.path("token").to_owned();
    let link = format!("/iscrizioni/{token}");
    v.read(move |conn| {
        let (event, enrolment) = enrol::by_token(conn, &token)?;
        let process = processes::ops::by_id(conn, event.process_id)?;
        let waits = enrolment.state == EnrolmentState::Waiting;
        let before = if waits { enrol::waiting_before(conn, &enrolment)? } else { 0 };
        let guide = if enrolment.state == EnrolmentState::Cancelled { None } else { guides::newest(conn, event.id)? };
        let tables = ops::tables(conn, event.id)?;
        Ok(Mine { place: Place { process, event, tables }, enrolment, before, guide, link })
    })
    .await
}

/// The page.
pub async fn page(v: Visit) -> Answer {
    let mine = load(&v).await?;
    v.page(&title(&v, &mine), &view(&v, &mine, &Problems::default()))
}

fn title(v: &Visit, m: &Mine) -> String {
    v.t_with("own-enrolment", &[("event", Arg::from(m.place.event.title.as_str()))])
}

fn stands(m: &Mine) -> bool {
    m.enrolment.state != EnrolmentState::Cancelled
}

fn view(v: &Visit, m: &Mine, problems: &Problems) -> Markup {
    let (process, event) = (&m.place.process, &m.place.event);
    let way = [("/", v.t("layout-processes")), (&address(process, event, ""), event.title.as_str().into())];
    let way: Vec<(&str, &str)> = way.iter().map(|(href, name)| (*href, name.as_ref())).collect();
    html! {
        (ui::breadcrumb(&v.t("breadcrumb-label"), &way, &v.t("own-enrolment-name")))
        (ui::head(&v.t("own-enrolment-name"), Some(&event.title)))
        (parts::change(v, event))
        (standing(v, m))
        (parts::facts(v, &where_for(m), seated(m)))
        @if stands(m) && event.to_come() { (links(v, m)) }
        @if stands(m) && m.enrolment.state != EnrolmentState::WalkIn && may_enrol(event, v.now()) { (change_form(v, m, problems)) }
        @if stands(m) && enrol::may_cancel(event, &m.enrolment, v.now()).is_ok() {
            section.block.d-print-none {
                h2 { (v.t("own-cancel")) }
                p { (v.t("own-cancel-text")) }
                p { a.btn.btn-outline-danger href=(format!("{}/annulla", m.link)) { (v.t("own-cancel-go")) } }
            }
        }
    }
}

/// Whether they have a seat at an event that is to be, or was.
fn seated(m: &Mine) -> bool {
    m.enrolment.state == EnrolmentState::Seated && m.place.event.state != State::Cancelled
}

/// The event as it is for this person: who takes part from elsewhere is told of no room.
fn where_for(m: &Mine) -> Event {
    let mut event = m.place.event.clone();
    if m.enrolment.is_online(&event) {
        event.place.clear();
    }
    event
}

fn standing(v: &Visit, m: &Mine) -> Markup {
    let e = &m.enrolment;
    if e.state == EnrolmentState::Cancelled {
        return ui::notice(Tone::Info, &html! { p { (v.t("own-cancelled")) } });
    }
    if m.place.event.state == State::Cancelled {
        return ui::notice(Tone::Info, &html! { p { (v.t("own-event-cancelled")) } });
    }
    if e.state == EnrolmentState::Waiting {
        let text = v.t_with("own-waiting-before", &[("n", Arg::from(m.before))]);
        return ui::notice(
            Tone::Warning,
            &html! { p.notice-title { (v.t("own-waiting")) } p { (text) " " (v.t("own-waiting-text")) } },
        );
    }
    let table = m.place.tables.iter().find(|(t, _)| Some(t.id) == e.table_id).map(|(t, _)| t);
    let mut rows = vec![(v.t("enrol-person"), html! { (e.name) })];
    rows.push((v.t("enrol-mode"), html! { (v.t(&format!("enrol-mode-{}", e.mode.as_str()))) }));
    if let Some(t) = table {
        let room = html! { (parts::table_name(v.l(), t)) @if !t.room.is_empty() { br; (t.room) } };
        rows.push((v.t("own-table"), room));
    }
    let rows: Vec<(&str, Markup)> = rows.iter().map(|(k, m)| (k.as_ref(), m.clone())).collect();
    html! {
        section.receipt {
            p.receipt-label { (v.t("own-seated")) }
            (lists::definition(&rows))
            @if e.is_online(&m.place.event) {
                p { (v.t(if m.place.event.online_link.is_empty() { "own-online-later" } else { "own-online-text" })) }
            } @else {
                p { img src=(format!("{}/codice.svg", m.link)) alt=(v.t("own-code-alt")) width="240" height="240"; }
                p { (v.t("own-code-text")) }
            }
        }
    }
}

fn links(v: &Visit, m: &Mine) -> Markup {
    html! {
        ul.d-print-none {
            li { a href=(format!("{}/incontro.ics", m.link)) { (v.t("event-to-calendar")) } }
            @if let Some(guide) = &m.guide {
                li { a href=(format!("{}/guida/{}", m.link, guide.edition)) { (v.t("own-guide")) } }
            }
        }
    }
}

fn change_form(v: &Visit, m: &Mine, problems: &Problems) -> Markup {
    let e = &m.enrolment;
    let table = |t: Option<domain::id::TableId>| t.map(|t| t.to_string()).unwrap_or_default();
    let form = Form::new(v, &m.link, problems)
        .value("name", &e.name)
        .value("organisation", &e.organisation)
        .value("organisation_listed", if e.organisation_listed { "si" } else { "" })
        .value("category", &e.category)
        .value("zone", &e.zone)
        .value("needs", &e.needs)
        .value("mode", e.mode.as_str())
        .value("first", table(e.first_table))
        .value("second", table(e.second_table));
    let fields = html! { (person(v, &form, Some(&e.email))) (wishes(v, &form, &m.place)) (more(v, &form)) };
    html! {
        details.fold.d-print-none open[!problems.0.is_empty()] {
            summary { (v.t("own-change")) }
            p { (v.t("own-change-text")) }
            (form.show(&fields, "settings-save", None))
        }
    }
}

/// Changes it.
pub async fn change(v: Visit) -> Answer {
    let mine = load(&v).await?;
    let (token, new, to) = (v.path("token").to_owned(), typed(&v, &mine.place), mine.link.clone());
    let done = if unsaid(&v, &mine.place) {
        Err(super::enrol::choose_mode())
    } else {
        v.write_once_saying("done-saved", move |()| to, move |w| enrol::change(w, &token, &new)).await
    };
    match done {
        Err(fault) => v.form_again(fault, &title(&v, &mine), |p| view(&v, &mine, p)),
        ok => ok,
    }
}

/// Asks whether it is meant.
pub async fn cancel_form(v: Visit) -> Answer {
    let mine = load(&v).await?;
    let content = html! {
        (ui::head(&v.t("own-cancel"), Some(&mine.place.event.title)))
        @if let (true, Err(why)) = (stands(&mine), enrol::may_cancel(&mine.place.event, &mine.enrolment, v.now())) {
            (ui::notice(Tone::Info, &html! { p { (v.t(why)) } }))
            p { a href=(mine.link) { (v.t("own-enrolment-name")) } }
        } @else if stands(&mine) {
            p { (v.t("own-cancel-sure")) }
            div.page-actions {
                (button(&v, v.path_only(), "btn btn-danger", "own-cancel-button", &[])) " "
                a.btn.btn-link href=(mine.link) { (v.t("form-cancel")) }
            }
        } @else { (standing(&v, &mine)) p { a href=(mine.link) { (v.t("own-enrolment-name")) } } }
    };
    v.page(&v.t("own-cancel"), &content)
}

/// Gives it up.
pub async fn cancel(v: Visit) -> Answer {
    let mine = load(&v).await?;
    let (token, to) = (v.path("token").to_owned(), mine.link);
    v.write_once_saying("done-enrolment-cancelled", move |()| to, move |w| enrol::cancel(w, &token)).await
}

/// The event for a calendar program, with what only those who enrolled are told.
pub async fn file(v: Visit) -> Answer {
    let mine = load(&v).await?;
    let (base, event) = (&v.app().config.base_url, &mine.place.event);
    let mut told = Told::of(&where_for(&mine), format!("{base}{}", mine.link));
    if mine.enrolment.is_online(event) && seated(&mine) && !event.online_link.is_empty() {
        told.online(&event.online_link);
    }
    if !stands(&mine) {
        told.cancel();
    }
    ics::answer(&format!("incontro-{}-{}", mine.place.process.slug, event.number), ics::entry(&told, v.now()))
}

/// Whether the code is of any use: to who has, or waits for, a seat in the room of an event that was not cancelled.
fn needs_code(m: &Mine) -> bool {
    stands(m) && m.place.event.state != State::Cancelled && !m.enrolment.is_online(&m.place.event)
}

/// The code a camera reads at the door.
pub async fn code(v: Visit) -> Answer {
    let mine = load(&v).await?;
    let door = staff_address(&mine.place.process, &mine.place.event, &format!("/porta/{}", mine.enrolment.code));
    let svg = qr::svg(&format!("{}{door}", v.app().config.base_url)).filter(|_| needs_code(&mine));
    let svg = svg.ok_or(Fault::Domain(domain::Error::NotFound))?;
    Ok(HttpResponse::Ok().content_type("image/svg+xml").insert_header((header::CACHE_CONTROL, "no-store")).body(svg))
}

/// The guide, for whoever is registered, with a seat or waiting.
pub async fn guide(v: Visit) -> Answer {
    let (mine, edition) = (load(&v).await?, v.path_as::<i32>("edition")?);
    if mine.guide.is_none() {
        return Err(domain::Error::NotFound.into());
    }
    let id = mine.place.event.id;
    let file = v.read(move |conn| guides::file(conn, id, edition)).await?;
    sent(file)
}

/// A guide's file as an answer.
pub fn sent(file: File) -> Answer {
    Ok(documents::answer(&file.name, &file.content_type).body(file.bytes))
}
