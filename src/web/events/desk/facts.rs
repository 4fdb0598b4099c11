//! The facts of an event: a new one, and changing one.

use domain::access::{ManageEvents, Permit, Subject};
use domain::clock::Instant;
use domain::events::{Admission, Event, Facts, Kind, ops};
use domain::processes::Process;
use domain::{Error, Problems};
use maud::{Markup, html};

use super::super::staff_address;
use super::{framed, managed, named};
use crate::http::{Answer, Fault, Visit};
use crate::processes::{self, StaffSection, staff_frame_within};
use crate::ui::{self, Choice, Form, time};

/// An instant that must be there.
fn instant(v: &Visit, field: &'static str, p: &mut Problems) -> Instant {
    let typed = v.field(field);
    let found = time::typed(typed);
    if found.is_none() {
        p.add(field, if typed.trim().is_empty() { "problem-required" } else { "problem-date-time" });
    }
    found.unwrap_or_default()
}

/// A whole number; nothing typed is none.
pub fn number(v: &Visit, field: &str, p: &mut Problems) -> i32 {
    let typed = v.field(field).trim();
    if typed.is_empty() {
        return 0;
    }
    typed.parse().unwrap_or_else(|_| {
        p.add(field.to_owned(), "problem-whole-number");
        0
    })
}

fn typed(v: &Visit) -> Result<Facts, Problems> {
    let mut p = Problems::default();
    let field = |name: &str| v.field(name).to_owned();
    let kind = Kind::parse(v.field("kind"));
    if kind.is_none() {
        p.add("kind", "problem-choose");
    }
    let closes = v.field("closes_at").trim();
    let closes_at = time::typed(closes);
    if !closes.is_empty() && closes_at.is_none() {
        p.add("closes_at", "problem-date-time");
    }
    let facts = Facts {
        kind: kind.unwrap_or(Kind::Participatory),
        title: field("title"),
        programme: field("programme"),
        place: field("place"),
        address: field("address"),
        accessibility: field("accessibility"),
        online_link: field("online_link"),
        starts_at: instant(v, "starts_at", &mut p),
        ends_at: instant(v, "ends_at", &mut p),
        admission: Admission::parse(v.field("admission")).unwrap_or(Admission::Names),
        closes_at,
        room_seats: number(v, "room_seats", &mut p),
        remote_seats: number(v, "remote_seats", &mut p),
        past_meant: v.ticked("past_meant"),
    };
    if p.0.is_empty() { Ok(facts) } else { Err(everything(p, &facts)) }
}

/// What cannot be read, and what else is wrong: said in one go. Of a field that could not be read, and of what is compared with it,
/// nothing more is said.
fn everything(mut p: Problems, facts: &Facts) -> Problems {
    let unread = |field: &str, p: &Problems| {
        let when = ["starts_at", "ends_at", "closes_at"];
        p.0.iter().any(|x| x.field == field || when.contains(&field) && when.contains(&x.field.as_ref()))
    };
    if let Err(Error::Invalid(more)) = domain::events::check(facts) {
        for x in more.0 {
            if !unread(&x.field, &p) {
                p.0.push(x);
            }
        }
    }
    p
}

fn fields(v: &Visit, form: &Form<'_>) -> Markup {
    let kinds = Kind::ALL.iter().map(|k| Choice::new(k.as_str(), v.t(&format!("event-kind-{}", k.as_str()))));
    let kinds = std::iter::once(Choice::new("", v.t("form-choose"))).chain(kinds).collect();
    let admissions = Admission::ALL.iter().map(|a| {
        let key = format!("event-admission-{}", a.as_str());
        Choice::new(a.as_str(), v.t(&key)).hint(v.t(&format!("{key}-hint")))
    });
    html! {
        (form.text("title", "event-title").required().max(200))
        (form.select("kind", "event-kind", kinds).required().hint("event-kind-hint"))
        div.field-row {
            (form.datetime("starts_at", "event-starts").required().hint("event-zone-hint"))
            (form.datetime("ends_at", "event-ends").required())
        }
        (form.text("place", "event-place").max(200).hint("event-place-hint"))
        (form.text("address", "event-address").max(300))
        (form.area("accessibility", "event-accessibility", 3).max(2000).hint("event-accessibility-hint"))
        (form.text("online_link", "event-online-link").max(1000).hint("event-online-link-hint"))
        (form.area("programme", "event-programme", 6).max(10_000).hint("event-programme-hint"))
        (form.radios("admission", "event-admission", admissions.collect()).required())
        div.field-row {
            (form.number("room_seats", "event-room-seats").expected().hint("event-room-seats-hint"))
            (form.number("remote_seats", "event-remote-seats").expected().hint("event-remote-seats-hint"))
        }
        (form.datetime("closes_at", "event-closes").hint("event-closes-hint"))
    }
}

async fn making(v: &Visit) -> Result<Process, Fault> {
    let process = processes::of(v).await?;
    let _may: Permit<ManageEvents> = v.actor().permit(Subject::of(process.id))?;
    Ok(process)
}

/// The form of a new event.
pub async fn new(v: Visit) -> Answer {
    let process = making(&v).await?;
    v.page(&v.t("event-new"), &new_view(&v, &process, &Problems::default()))
}

fn new_view(v: &Visit, process: &Process, problems: &Problems) -> Markup {
    let base = format!("/percorsi/{}/gestione/incontri", process.slug);
    let action = format!("{base}/nuovo");
    let form = Form::new(v, &action, problems).value("admission", "names");
    let content = html! {
        (ui::head(&v.t("event-new"), Some(&v.t("event-new-lead"))))
        (form.show(&fields(v, &form), "event-create", Some(&base)))
    };
    staff_frame_within(v, process, StaffSection::Events, &v.t("event-new"), &content)
}

/// Makes it, and goes to its desk.
pub async fn create(v: Visit) -> Answer {
    let process = making(&v).await?;
    let (actor, id, slug) = (v.actor().clone(), process.id, process.slug.clone());
    let made = match typed(&v) {
        Err(problems) => Err(Error::Invalid(problems).into()),
        Ok(facts) => {
            let to = move |n: &i32| format!("/percorsi/{slug}/gestione/incontri/{n}");
            v.write_once_saying("done-event-created", to, move |w| ops::create(w, &actor, id, &facts)).await
        }
    };
    match made {
        Err(fault) => v.form_again(fault, &v.t("event-new"), |p| new_view(&v, &process, p)),
        ok => ok,
    }
}

/// The form of an event.
pub async fn form(v: Visit) -> Answer {
    let (process, event) = managed(&v).await?;
    v.page(&named(&event, &v.t("event-desk-facts")), &view(&v, &process, &event, &Problems::default()))
}

fn view(v: &Visit, process: &Process, event: &Event, problems: &Problems) -> Markup {
    let action = staff_address(process, event, "/dati");
    let seats = |n: i32| if n == 0 { String::new() } else { n.to_string() };
    let form = Form::new(v, &action, problems)
        .value("kind", event.kind.as_str())
        .value("title", &event.title)
        .value("programme", &event.programme)
        .value("place", &event.place)
        .value("address", &event.address)
        .value("accessibility", &event.accessibility)
        .value("online_link", &event.online_link)
        .value("starts_at", time::field(event.starts_at))
        .value("ends_at", time::field(event.ends_at))
        .value("admission", event.admission.as_str())
        .value("closes_at", time::field(event.closes_at))
        .value("room_seats", seats(event.room_seats))
        .value("remote_seats", seats(event.remote_seats));
    let content = html! {
        @if !event.to_come() { p { (v.t("refused-event-over")) } }
        @else {
            @if event.published_at.is_some() { p { (v.t("event-change-told")) } }
            @let asked = !form.now_in("past_meant").is_empty() || problems.0.iter().any(|x| x.field == "past_meant");
            @let fields = html! {
                (fields(v, &form))
                @if asked { (form.tick("past_meant", "event-past-meant").required()) }
            };
            (form.show(&fields, "settings-save", Some(&staff_address(process, event, ""))))
        }
    };
    framed(v, process, event, "/dati", &v.t("event-desk-facts"), &content)
}

/// Saves.
pub async fn save(v: Visit) -> Answer {
    let (process, event) = managed(&v).await?;
    let (actor, id, here) = (v.actor().clone(), event.id, v.path_only().to_owned());
    let saved = match typed(&v) {
        Err(problems) => Err(Error::Invalid(problems).into()),
        Ok(facts) => {
            v.write_once_saying("done-saved", move |()| here, move |w| ops::change(w, &actor, id, &facts)).await
        }
    };
    match saved {
        Err(fault) => v.form_again(fault, &v.t("event-desk-facts"), |p| view(&v, &process, &event, p)),
        ok => ok,
    }
}
