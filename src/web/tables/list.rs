//! The sessions of an event, for whoever keeps their minutes.

use domain::events;
use domain::processes;
use domain::tables::{Place, ops, rereading};
use maud::{Markup, html};

use super::address;
use crate::http::{Answer, Visit};
use crate::locale::{Arg, Locale};
use crate::processes::{StaffSection, staff_frame_within};
use crate::ui;

/// The page.
pub async fn page(v: Visit) -> Answer {
    let (actor, slug, n) = (v.actor().clone(), v.path("slug").to_owned(), v.path_as::<i32>("n")?);
    let (process, event, sessions, asked) = v
        .read(move |conn| {
            let process = processes::ops::by_slug(conn, &actor, &slug)?;
            let event = events::ops::by_number(conn, &actor, process.id, n)?;
            let sessions = ops::of_event(conn, &actor, &event)?;
            let asked = rereading::ops::to_decide(conn, &actor, &event)?;
            Ok((process, event, sessions, asked))
        })
        .await?;
    let title = v.t("minutes-list-title");
    let content = html! {
        (ui::head(&title, Some(&event.title)))
        @if sessions.is_empty() { (ui::empty(&v.t("minutes-list-none"), &v.t("minutes-list-none-text"))) }
        @else {
            ol.queue-list { @for (place, lines) in &sessions { (one(&v, &address(&process, place, ""), place, *lines)) } }
            @if asked > 0 { (ui::notice(ui::Tone::Info, &html! { p { (v.t_with("reread-to-decide", &[("n", Arg::from(asked))])) } })) }
            p { a href=(format!("/percorsi/{}/gestione/incontri/{n}/correzioni", process.slug)) { (v.t("reread-list")) } }
            p { a href=(format!("/percorsi/{}/gestione/incontri/{n}/restituzioni", process.slug)) { (v.t("restitution-list")) } }
        }
    };
    let page = staff_frame_within(&v, &process, StaffSection::Events, &event.title, &content);
    v.page(&format!("{title} – {}", event.title), &page)
}

fn one(v: &Visit, href: &str, place: &Place, lines: i64) -> Markup {
    html! {
        li.queue-item {
            div.queue-main {
                a.queue-title href=(href) { (place.session.question) }
                p.queue-meta { (where_it_is(v, place)) }
                @if lines > 0 && place.event.starts_at <= v.now() {
                    p.queue-meta { a href=(format!("{href}/rilettura")) { (v.t("reread-open-title")) span.visually-hidden { ": " (where_it_is(v, place)) } } }
                }
            }
            div.queue-side { span.tag { (v.t_with("minutes-lines", &[("n", Arg::from(lines))])) } }
        }
    }
}

/// `Tavolo 3. Theme, sessione 1, 18:00–19:00`.
pub fn where_it_is(v: &Visit, place: &Place) -> String {
    where_in(v.l(), place)
}

/// The same in a language.
pub fn where_in(l: &Locale, place: &Place) -> String {
    let (n, session) = (Arg::from(place.table.number.to_string()), Arg::from(place.session.position.to_string()));
    let args = [("n", n), ("theme", Arg::from(place.table.theme.as_str())), ("session", session)];
    let mut said = l.t_with("minutes-where", &args);
    if let (Some(a), Some(b)) = (place.session.starts_at, place.session.ends_at) {
        said = format!("{said}, {}–{}", l.hour(a), l.hour(b));
    }
    said
}
