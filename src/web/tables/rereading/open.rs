//! Letting those who were at the table reread their lines, until an instant.

use domain::Problems;
use domain::processes::Process;
use domain::tables::Place;
use domain::tables::rereading::slips::{self, Audience, Unreached};
use domain::tables::rereading::{DAYS, Rereading, ops};
use maud::{Markup, html};

use super::super::{address, found, list};
use crate::http::{Answer, Fault, Visit};
use crate::locale::Arg;
use crate::processes::{StaffSection, staff_frame_within};
use crate::ui::form::button;
use crate::ui::{self, Form, Tone, time};

/// What the page shows.
pub struct Page {
    pub process: Process,
    pub place: Place,
    pub known: Option<Rereading>,
    audience: Audience,
}

/// Finds it.
///
/// # Errors
/// What the domain refuses.
pub async fn load(v: &Visit) -> Result<Page, Fault> {
    let (process, place) = found(v).await?;
    let actor = v.actor().clone();
    v.read(move |conn| {
        let (known, audience) = (ops::of_session(conn, &place)?, slips::audience(conn, &actor, &place)?);
        Ok(Page { process, place, known, audience })
    })
    .await
}

/// The form.
pub async fn form(v: Visit) -> Answer {
    let page = load(&v).await?;
    v.page(&title(&v, &page), &view(&v, &page, &Problems::default()))
}

fn title(v: &Visit, p: &Page) -> String {
    format!("{} – {}", v.t("reread-open-title"), list::where_it_is(v, &p.place))
}

fn view(v: &Visit, p: &Page, problems: &Problems) -> Markup {
    let until = p.known.map_or_else(|| v.now().plus_days(DAYS), |k| k.until_at.max(v.now().plus_days(1)));
    let action = address(&p.process, &p.place, "/rilettura");
    let form = Form::new(v, &action, problems).value("until_at", time::field(until));
    let fields = html! { (form.datetime("until_at", "reread-until").required().hint("reread-until-hint")) };
    let button = if p.known.is_some() { "reread-longer-button" } else { "reread-open-button" };
    let content = html! {
        (ui::head(&v.t("reread-open-title"), Some(&list::where_it_is(v, &p.place))))
        p { (v.t("reread-open-text")) }
        @if let Some(known) = p.known {
            (ui::notice(Tone::Info, &html! { p { (v.t_with("reread-open-until", &[("when", Arg::from(v.l().instant_long(known.until_at)))])) } }))
        }
        p { (v.t_with("reread-readers", &[("n", Arg::from(p.audience.letters))])) }
        (form.show(&fields, button, Some(&address(&p.process, &p.place, ""))))
        (without_address(v, p))
        p { a href=(format!("/percorsi/{}/gestione/incontri/{}/correzioni", p.process.slug, p.place.event.number)) { (v.t("reread-list")) } }
    };
    staff_frame_within(v, &p.process, StaffSection::Events, &list::where_it_is(v, &p.place), &content)
}

/// Who spoke and left no address: each is handed a slip, once there is something behind it.
fn without_address(v: &Visit, p: &Page) -> Markup {
    let to = address(&p.process, &p.place, "/rilettura/foglietti");
    let missing = p.audience.unreached.iter().filter(|u| u.slip.is_none()).count();
    html! {
        @if !p.audience.unreached.is_empty() {
            section.block {
                h2 { (v.t("slips-list")) }
                p { (v.t(if p.known.is_some() { "slips-text" } else { "slips-before" })) }
                ol.queue-list { @for u in &p.audience.unreached { (unreached(v, &to, p.known.is_some(), u)) } }
                @if p.known.is_some() && missing > 1 {
                    div.page-actions { (button(v, &to, "btn btn-primary", "slips-all", &[])) }
                }
            }
        }
    }
}

fn unreached(v: &Visit, to: &str, open: bool, u: &Unreached) -> Markup {
    let key = if u.slip.is_some() { "slips-again" } else { "slips-one" };
    html! {
        li.queue-item {
            div.queue-main {
                p.queue-title { (u.enrolment.name) }
                p.queue-meta {
                    (v.t_with("slips-lines", &[("n", Arg::from(u.lines))]))
                    @if let Some(at) = u.slip { " · " (v.t("slips-made")) " " (time::instant(v.l(), at)) }
                }
            }
            @if open {
                div.queue-side {
                    form.inline-form method="post" action=(to) {
                        (ui::form::hidden(v))
                        input type="hidden" name="of" value=(u.enrolment.id);
                        button.btn.btn-outline-primary { (v.t(key)) span.visually-hidden { ": " (u.enrolment.name) } }
                    }
                }
            }
        }
    }
}

/// Opens it, or gives more time.
pub async fn send(v: Visit) -> Answer {
    let page = load(&v).await?;
    let (actor, place, until) = (v.actor().clone(), page.place.clone(), time::typed(v.field("until_at")));
    let to = address(&page.process, &page.place, "/rilettura");
    let done =
        v.write_once_saying("done-reread-open", move |_: &usize| to, move |w| ops::open(w, &actor, &place, until));
    match done.await {
        Err(fault) => v.form_again(fault, &title(&v, &page), |p| view(&v, &page, p)),
        ok => ok,
    }
}
