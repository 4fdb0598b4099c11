//! What was asked about the lines of an event's tables, for whoever keeps their minutes.

use domain::paging::Page;
use domain::tables::rereading::{Asked, State, ops};
use domain::{events, processes};
use maud::{Markup, html};

use crate::http::{Answer, Visit};
use crate::locale::{Arg, Locale};
use crate::processes::{StaffSection, staff_frame_within};
use crate::ui::{self, lists, time};

/// The page.
pub async fn page(v: Visit) -> Answer {
    let (actor, slug, n, page) =
        (v.actor().clone(), v.path("slug").to_owned(), v.path_as::<i32>("n")?, Page::new(v.page_number(), 30));
    let (process, event, list) = v
        .read(move |conn| {
            let process = processes::ops::by_slug(conn, &actor, &slug)?;
            let event = events::ops::by_number(conn, &actor, process.id, n)?;
            let list = ops::list(conn, &actor, &event, page)?;
            Ok((process, event, list))
        })
        .await?;
    let title = v.t("reread-list");
    let base = format!("/percorsi/{}/gestione/incontri/{n}", process.slug);
    let content = html! {
        (ui::head(&title, Some(&event.title)))
        @if list.rows.is_empty() { (ui::empty(&v.t("reread-list-none"), &v.t("reread-list-none-text"))) }
        @else { ol.queue-list { @for asked in &list.rows { (one(&v, &base, asked)) } } }
        (lists::pager(&v, list.page, list.more))
        p { a href=(format!("{base}/verbali")) { (v.t("minutes-list-title")) } }
    };
    let page = staff_frame_within(&v, &process, StaffSection::Events, &event.title, &content);
    v.page(&format!("{title} – {}", event.title), &page)
}

fn one(v: &Visit, base: &str, a: &Asked) -> Markup {
    let c = &a.correction;
    html! {
        li.queue-item {
            div.queue-main {
                a.queue-title href=(format!("{base}/correzioni/{}", c.id)) { (c.before) }
                p.mb-1 { (v.t("reread-wanted")) " " q { (c.wording) } }
                p.queue-meta {
                    (where_said(v.l(), a)) " · "
                    @if a.name.is_empty() { (v.t("minutes-somebody")) } @else { (a.name) }
                    " · " (time::instant(v.l(), c.asked_at))
                }
            }
            div.queue-side { (state(v, c.state)) }
        }
    }
}

fn where_said(l: &Locale, a: &Asked) -> String {
    let (n, session) = (Arg::from(a.table.to_string()), Arg::from(a.position.to_string()));
    l.t_with("minutes-where", &[("n", n), ("theme", Arg::from(a.theme.as_str())), ("session", session)])
}

/// Where a request stands, in a word with a shape.
pub fn state(v: &Visit, state: State) -> Markup {
    let (look, key) = match state {
        State::Asked => ("open", "reread-asked"),
        State::Accepted => ("approved", "reread-accepted"),
        State::Declined => ("refused", "reread-declined"),
    };
    html! { span class=(format!("status status-{look}")) { (v.t(key)) } }
}
