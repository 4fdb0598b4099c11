//! Deciding about a request to correct a line.

use domain::events::{self, Event};
use domain::id::CorrectionId;
use domain::processes::{self, Process};
use domain::tables::rereading::{Correction, Decision, MAX_NOTE, State, ops};
use domain::tables::{Line, MAX_TEXT, Place};
use domain::{Error, Problems};
use maud::{Markup, html};

use super::list::state;
use crate::http::{Answer, Fault, Visit};
use crate::processes::{StaffSection, staff_frame_within};
use crate::tables::list as minutes;
use crate::ui::{self, Choice, Form, Tone, time};

struct Page {
    process: Process,
    event: Event,
    correction: Correction,
    line: Line,
    place: Place,
}

async fn load(v: &Visit) -> Result<Page, Fault> {
    let (actor, slug, n) = (v.actor().clone(), v.path("slug").to_owned(), v.path_as::<i32>("n")?);
    let id: CorrectionId = v.path_as("id")?;
    v.read(move |conn| {
        let process = processes::ops::by_slug(conn, &actor, &slug)?;
        let event = events::ops::by_number(conn, &actor, process.id, n)?;
        let (correction, line, place) = ops::one(conn, &actor, &event, id)?;
        Ok(Page { process, event, correction, line, place })
    })
    .await
}

fn back(p: &Page) -> String {
    format!("/percorsi/{}/gestione/incontri/{}/correzioni", p.process.slug, p.event.number)
}

/// The form.
pub async fn form(v: Visit) -> Answer {
    let page = load(&v).await?;
    v.page(&title(&v, &page), &view(&v, &page, &Problems::default()))
}

fn title(v: &Visit, p: &Page) -> String {
    format!("{} – {}", v.t("reread-decide"), minutes::where_it_is(v, &p.place))
}

fn view(v: &Visit, p: &Page, problems: &Problems) -> Markup {
    let c = &p.correction;
    let content = html! {
        (ui::head(&v.t("reread-decide"), Some(&minutes::where_it_is(v, &p.place))))
        p { (state(v, c.state)) " " (time::instant(v.l(), c.asked_at)) }
        section.block {
            h2 { (v.t("reread-as-it-is")) }
            blockquote { p { (p.line.text) } }
            @if p.line.text != c.before { p { (v.t("reread-as-it-was")) } blockquote { p { (c.before) } } }
            h2 { (v.t("reread-wanted")) }
            blockquote { p { (c.wording) } }
            @if !c.note.is_empty() { h2 { (v.t("reread-note")) } (ui::prose(&c.note)) }
        }
        @if c.state == State::Asked { (decision(v, p, problems)) }
        @else if !c.reason.is_empty() { h2 { (v.t("reread-reason")) } (ui::prose(&c.reason)) }
        p { a href=(back(p)) { (v.t("reread-list")) } }
    };
    staff_frame_within(v, &p.process, StaffSection::Events, &minutes::where_it_is(v, &p.place), &content)
}

fn decision(v: &Visit, p: &Page, problems: &Problems) -> Markup {
    let form = Form::new(v, v.path_only(), problems).value("wording", &p.correction.wording);
    let choices =
        [("si", "reread-accept"), ("no", "reread-decline")].map(|(value, key)| Choice::new(value, v.t(key))).to_vec();
    let fields = html! {
        input type="hidden" name="revision" value=(p.line.revision);
        (form.radios("accept", "reread-decide-what", choices).required())
        (form.area("wording", "reread-new-wording", 3).max(u32::try_from(MAX_TEXT).unwrap_or(u32::MAX)).hint("reread-new-wording-hint"))
        (form.area("reason", "reread-reason", 3).max(u32::try_from(MAX_NOTE).unwrap_or(u32::MAX)).hint("reread-reason-hint"))
    };
    html! {
        @if p.line.contribution.is_some() { (ui::notice(Tone::Warning, &html! { p { (v.t("refused-minutes-in-register")) } })) }
        (form.show(&fields, "reread-decide-button", Some(&back(p))))
    }
}

/// Decides.
pub async fn send(v: Visit) -> Answer {
    let page = load(&v).await?;
    let done = if ["si", "no"].contains(&v.field("accept")) {
        let new = Decision {
            accept: v.field("accept") == "si",
            wording: v.field("wording").to_owned(),
            reason: v.field("reason").to_owned(),
        };
        let (actor, event, id, to) = (v.actor().clone(), page.event.id, page.correction.id, back(&page));
        let revision = v.field("revision").parse().unwrap_or(0);
        let work = move |w: &mut domain::db::Write<'_>| ops::decide(w, &actor, event, (id, revision), &new);
        v.write_once_saying("done-reread-decided", move |()| to, work).await
    } else {
        let mut p = Problems::default();
        p.add("accept", "problem-choose");
        Err(Error::Invalid(p).into())
    };
    match done {
        Err(fault) => v.form_again(fault, &title(&v, &page), |p| view(&v, &page, p)),
        ok => ok,
    }
}
