//! Which organisations agreed to be named beside what was said for them.

use domain::events::Event;
use domain::processes::Process;
use domain::tables::restitution::{Of, ops};
use domain::{Problems, Result};
use maud::{Markup, html};

use super::{all, event_of};
use crate::http::{Answer, Fault, Visit};
use crate::processes::{StaffSection, staff_frame_within};
use crate::ui::{self, Choice, Form};

struct Page {
    process: Process,
    event: Event,
    voices: Vec<(String, bool)>,
}

async fn load(v: &Visit) -> Result<Page, Fault> {
    let visit = v.clone();
    v.read(move |conn| {
        let (process, event) = event_of(conn, &visit)?;
        ops::mine(conn, visit.actor(), &event, &Of::Event(event.clone()).name())?;
        let voices = ops::voices(conn, &event)?;
        Ok(Page { process, event, voices })
    })
    .await
}

/// The form.
pub async fn form(v: Visit) -> Answer {
    let page = load(&v).await?;
    v.page(&title(&v, &page), &view(&v, &page, &Problems::default()))
}

fn title(v: &Visit, p: &Page) -> String {
    format!("{} – {}", v.t("restitution-voices"), p.event.title)
}

fn view(v: &Visit, p: &Page, problems: &Problems) -> Markup {
    let back = all(&p.process, &p.event);
    let agreed: Vec<&str> = p.voices.iter().filter(|(_, yes)| *yes).map(|(name, _)| name.as_str()).collect();
    let form = Form::new(v, v.path_only(), problems).value("voices", agreed.join("\n"));
    let choices: Vec<Choice> = p.voices.iter().map(|(name, _)| Choice::new(name, name)).collect();
    let content = html! {
        (ui::head(&v.t("restitution-voices"), Some(&p.event.title)))
        p { (v.t("restitution-voices-text")) }
        @if p.voices.is_empty() { (ui::empty(&v.t("restitution-voices-none"), &v.t("restitution-voices-none-text"))) }
        @else {
            @let fields = html! { (form.checks("voices", "restitution-voices-agreed", choices)) };
            (form.show(&fields, "restitution-save", Some(&back)))
        }
        p { a href=(back) { (v.t("restitution-list")) } }
    };
    staff_frame_within(v, &p.process, StaffSection::Events, &p.event.title, &content)
}

/// Takes it down.
pub async fn save(v: Visit) -> Answer {
    let page = load(&v).await?;
    let (actor, event, to) = (v.actor().clone(), page.event.clone(), all(&page.process, &page.event));
    let list: Vec<String> = v.fields("voices").into_iter().map(str::to_owned).collect();
    let done = v.write_once_saying(
        "done-restitution-voices",
        move |()| to,
        move |w| ops::set_voices(w, &actor, &event, &list),
    );
    match done.await {
        Err(fault) => v.form_again(fault, &title(&v, &page), |p| view(&v, &page, p)),
        ok => ok,
    }
}
