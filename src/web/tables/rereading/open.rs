//! Letting those who were at the table reread their lines, until an instant.

use domain::Problems;
use domain::processes::Process;
use domain::tables::Place;
use domain::tables::rereading::{DAYS, Rereading, ops};
use maud::{Markup, html};

use super::super::{address, found, list};
use crate::http::{Answer, Fault, Visit};
use crate::locale::Arg;
use crate::processes::{StaffSection, staff_frame_within};
use crate::ui::{self, Form, Tone, time};

struct Page {
    process: Process,
    place: Place,
    known: Option<Rereading>,
    readers: usize,
}

async fn load(v: &Visit) -> Result<Page, Fault> {
    let (process, place) = found(v).await?;
    let actor = v.actor().clone();
    v.read(move |conn| {
        let (known, readers) = (ops::of_session(conn, &place)?, ops::readers(conn, &actor, &place)?);
        Ok(Page { process, place, known, readers })
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
    let form = Form::new(v, v.path_only(), problems).value("until_at", time::field(until));
    let fields = html! { (form.datetime("until_at", "reread-until").required().hint("reread-until-hint")) };
    let button = if p.known.is_some() { "reread-longer-button" } else { "reread-open-button" };
    let content = html! {
        (ui::head(&v.t("reread-open-title"), Some(&list::where_it_is(v, &p.place))))
        p { (v.t("reread-open-text")) }
        @if let Some(known) = p.known {
            (ui::notice(Tone::Info, &html! { p { (v.t_with("reread-open-until", &[("when", Arg::from(v.l().instant_long(known.until_at)))])) } }))
        }
        p { (v.t_with("reread-readers", &[("n", Arg::from(p.readers))])) }
        (form.show(&fields, button, Some(&address(&p.process, &p.place, ""))))
        p { a href=(format!("/percorsi/{}/gestione/incontri/{}/correzioni", p.process.slug, p.place.event.number)) { (v.t("reread-list")) } }
    };
    staff_frame_within(v, &p.process, StaffSection::Events, &list::where_it_is(v, &p.place), &content)
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
