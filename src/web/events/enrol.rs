//! Enrolling, with or without an account.

use domain::accounts::CATEGORIES;
use domain::events::{EnrolmentState, Event, Mode, NewEnrolment, Session, Table, Wish, enrol, may_enrol, ops};
use domain::id::TableId;
use domain::processes::Process;
use domain::{Error, Problems};
use maud::{Markup, html};

use super::{address, found, parts};
use crate::http::{Answer, Fault, Visit};
use crate::locale::Arg;
use crate::processes::{Section, frame_within};
use crate::ui::form::button;
use crate::ui::{self, Choice, Form, Tone};

/// Where somebody enrols.
pub struct Place {
    /// The process.
    pub process: Process,
    /// The event.
    pub event: Event,
    /// Its tables.
    pub tables: Vec<(Table, Vec<Session>)>,
}

async fn place(v: &Visit) -> Result<Place, Fault> {
    let (process, event) = found(v).await?;
    let id = event.id;
    let tables = v.read(move |conn| ops::tables(conn, id)).await?;
    Ok(Place { process, event, tables })
}

/// The form; for whoever has signed in and enrolled already, the way to what stands.
pub async fn form(v: Visit) -> Answer {
    let place = place(&v).await?;
    let (actor, id) = (v.actor().clone(), place.event.id);
    let mine = v.read(move |conn| enrol::own(conn, &actor, id)).await?;
    let content = if mine.is_some() { already(&v, &place) } else { view(&v, &place, &Problems::default()) };
    show(&v, &place, &content)
}

fn show(v: &Visit, place: &Place, content: &Markup) -> Answer {
    let title = v.t_with("enrol-title", &[("event", Arg::from(place.event.title.as_str()))]);
    v.page(&title, &frame_within(v, &place.process, Section::Events, &v.t("enrol-name"), content))
}

fn already(v: &Visit, place: &Place) -> Markup {
    html! {
        (ui::head(&v.t("enrol-already"), Some(&place.event.title)))
        p { (v.t("enrol-already-text")) }
        (button(v, &address(&place.process, &place.event, "/iscrizione/mia"), "btn btn-primary", "enrol-open-mine", &[]))
    }
}

/// What was typed.
pub fn typed(v: &Visit, place: &Place) -> NewEnrolment {
    let field = |name: &str| v.field(name).to_owned();
    let table = |name: &str| v.field(name).parse().ok().filter(|n| *n != TableId(0));
    // Where there is one way only, nothing is asked.
    let only = match (place.event.room_seats > 0, place.event.remote_seats > 0) {
        (false, true) => Some(Mode::Remote),
        (true, false) => Some(Mode::Room),
        _ => None,
    };
    let mode = only.or_else(|| Mode::parse(v.field("mode")));
    NewEnrolment {
        name: field("name"),
        email: field("email"),
        lang: v.lang().code().to_owned(),
        organisation: field("organisation"),
        organisation_listed: v.ticked("organisation_listed"),
        category: field("category"),
        zone: field("zone"),
        needs: field("needs"),
        wish: Wish { mode: mode.unwrap_or(Mode::Room), first: table("first"), second: table("second") },
        consent: v.ticked("consent"),
    }
}

/// Whether how one takes part was to be said and was not.
pub fn unsaid(v: &Visit, place: &Place) -> bool {
    place.event.room_seats > 0 && place.event.remote_seats > 0 && Mode::parse(v.field("mode")).is_none()
}

/// The problem of that, where it is the only one the form can tell.
pub fn choose_mode() -> Fault {
    let mut p = Problems::default();
    p.add("mode", "problem-choose");
    Error::Invalid(p).into()
}

/// Enrols.
pub async fn send(v: Visit) -> Answer {
    let place = place(&v).await?;
    let done = if unsaid(&v, &place) { Err(choose_mode()) } else { write(&v, &place).await };
    match done {
        Err(fault) => {
            let title = v.t_with("enrol-title", &[("event", Arg::from(place.event.title.as_str()))]);
            let framed = |p: &Problems| {
                frame_within(&v, &place.process, Section::Events, &v.t("enrol-name"), &view(&v, &place, p))
            };
            v.form_again(fault, &title, framed)
        }
        ok => ok,
    }
}

async fn write(v: &Visit, place: &Place) -> Answer {
    let (actor, id, new) = (v.actor().clone(), place.event.id, typed(v, place));
    let sent = address(&place.process, &place.event, "/iscrizione/inviata");
    let to = move |done: &enrol::Enrolled| {
        let said = if done.state == EnrolmentState::Waiting { format!("{sent}?attesa=si") } else { sent };
        // The new link is kept nowhere: sent again, the form leads to what is said to those who have none.
        (done.token.as_ref().map_or_else(|| said.clone(), |token| format!("/iscrizioni/{token}")), said)
    };
    v.write_once_keeping(to, move |w| enrol::enrol(w, &actor, id, &new)).await
}

/// What happens next: the letter.
pub async fn sent(v: Visit) -> Answer {
    let place = place(&v).await?;
    let waits = v.query("attesa") == Some("si");
    let content = html! {
        (ui::head(&v.t(if waits { "enrol-sent-waiting" } else { "enrol-sent" }), Some(&place.event.title)))
        p { (v.t(if waits { "enrol-sent-waiting-text" } else { "enrol-sent-text" })) }
        p { (v.t("enrol-sent-letter")) }
        (parts::facts(&v, &place.event, false))
        p { a href=(address(&place.process, &place.event, "")) { (v.t("enrol-back")) } }
    };
    show(&v, &place, &content)
}

/// Opens one's own enrolment.
pub async fn mine(v: Visit) -> Answer {
    let place = place(&v).await?;
    let (actor, id) = (v.actor().clone(), place.event.id);
    let again = address(&place.process, &place.event, "/iscrizione");
    v.write_once_keeping(
        move |token: &String| (format!("/iscrizioni/{token}"), again),
        move |w| enrol::own_link(w, &actor, id),
    )
    .await
}

fn view(v: &Visit, place: &Place, problems: &Problems) -> Markup {
    let e = &place.event;
    html! {
        (ui::head(&v.t("enrol-name"), Some(&e.title)))
        (parts::facts(v, e, false))
        @if may_enrol(e, v.now()) { (blank(v, place, problems)) }
        @else {
            (ui::notice(Tone::Warning, &html! { p { (v.t("refused-enrolment-closed")) } }))
            p { a href=(address(&place.process, e, "")) { (v.t("enrol-back")) } }
        }
    }
}

fn blank(v: &Visit, place: &Place, problems: &Problems) -> Markup {
    let action = address(&place.process, &place.event, "/iscrizione");
    let name = if v.signed_in() { v.actor().name.as_str() } else { "" };
    let form = Form::new(v, &action, problems).value("name", name);
    let fields = html! {
        (person(v, &form, v.signed_in().then_some(v.actor().email.as_str())))
        (wishes(v, &form, place))
        (more(v, &form))
        (form.tick("consent", "enrol-consent").required())
        p.form-text { (v.t("enrol-privacy")) " " a href="/privacy" { (v.t("layout-privacy")) } }
    };
    form.show(&fields, "enrol-button", Some(&address(&place.process, &place.event, "")))
}

/// Who one is; where the address is known (of an account, of an enrolment) it is not asked for.
pub fn person(v: &Visit, form: &Form<'_>, known: Option<&str>) -> Markup {
    html! {
        (form.text("name", "enrol-person").required().max(120).autocomplete("name").hint("enrol-person-hint"))
        @match known {
            None => (form.email("email", "account-email").required().hint("enrol-email-hint")),
            Some(email) => p { (v.t("enrol-letters-to")) " " strong { (email) } },
        }
    }
}

/// How one takes part, and at which table.
pub fn wishes(v: &Visit, form: &Form<'_>, place: &Place) -> Markup {
    let (l, e) = (v.l(), &place.event);
    let mode = |mode: Mode, seats: i32, taken: i32| {
        // The tables are in the room: from elsewhere one follows the plenaries.
        let tables = if mode == Mode::Remote && !place.tables.is_empty() { "-tables" } else { "" };
        Choice::new(mode.as_str(), l.t(&format!("enrol-mode-{}{tables}", mode.as_str())))
            .hint(parts::left(l, seats, taken))
    };
    let table = |(t, _): &(Table, Vec<Session>)| {
        Choice::new(t.id.to_string(), format!("{} – {}", parts::table_name(l, t), parts::left_at(l, e, t)))
    };
    let choices = |first: &str| {
        std::iter::once(Choice::new("", l.t(first))).chain(place.tables.iter().map(table)).collect::<Vec<_>>()
    };
    let both = e.room_seats > 0 && e.remote_seats > 0;
    html! {
        @if both {
            (form.radios("mode", "enrol-mode", vec![
                mode(Mode::Room, e.room_seats, e.room_taken),
                mode(Mode::Remote, e.remote_seats, e.remote_taken),
            ]).required())
        }
        @if e.room_seats > 0 && !place.tables.is_empty() {
            @let first = form.select("first", "enrol-first", choices("form-choose"));
            @if both { (first.expected().hint("enrol-tables-room-hint")) } @else { (first.required()) }
            (form.select("second", "enrol-second", choices("enrol-second-none")).hint("enrol-second-hint"))
        }
    }
}

/// For whom one comes, from where, and what one needs.
pub fn more(v: &Visit, form: &Form<'_>) -> Markup {
    let categories = CATEGORIES.iter().map(|c| Choice::new(*c, v.t(&format!("category-{c}"))));
    let categories = std::iter::once(Choice::new("", v.t("form-choose"))).chain(categories).collect();
    let said = ["organisation", "category"].iter().any(|f| !form.now_in(f).trim().is_empty());
    html! {
        details.fold.mb-4 open[said] {
            summary { (v.t("enrol-for-organisation")) }
            (form.text("organisation", "organisation-name").max(200).autocomplete("organization").hint("enrol-organisation-hint"))
            (form.select("category", "organisation-category", categories))
            (form.tick("organisation_listed", "enrol-organisation-listed").hint("enrol-organisation-listed-hint"))
        }
        (form.text("zone", "enrol-zone").max(120).hint("enrol-zone-hint"))
        (form.area("needs", "enrol-needs", 3).max(1000).hint("enrol-needs-hint"))
    }
}
