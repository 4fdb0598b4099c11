//! The restitutions of an event: for whoever writes them, and for everybody.

use domain::tables::restitution::{Of, ops};
use maud::{Markup, html};

use super::{address, all, desk as desk_of, event_of, name};
use crate::http::{Answer, Visit};
use crate::locale::Arg;
use crate::processes::{Section, StaffSection, frame_within, staff_frame_within};
use crate::ui::{self, time};

/// The desk.
pub async fn desk(v: Visit) -> Answer {
    let visit = v.clone();
    let (process, event, list) = v
        .read(move |conn| {
            let (process, event) = event_of(conn, &visit)?;
            let list = ops::list(conn, visit.actor(), &event)?;
            Ok((process, event, list))
        })
        .await?;
    let title = v.t("restitution-list");
    let content = html! {
        (ui::head(&title, Some(&event.title)))
        p { (v.t("restitution-list-text")) }
        @if list.is_empty() { (ui::empty(&v.t("minutes-list-none"), &v.t("minutes-list-none-text"))) }
        @else {
            ol.queue-list { @for stands in &list { (one(&v, &desk_of(&process, &stands.of, ""), stands)) } }
            p { a href=(format!("{}/enti", all(&process, &event))) { (v.t("restitution-voices")) } }
        }
        p { a href=(format!("/percorsi/{}/gestione/incontri/{}/verbali", process.slug, event.number)) { (v.t("minutes-list-title")) } }
    };
    let page = staff_frame_within(&v, &process, StaffSection::Events, &event.title, &content);
    v.page(&format!("{title} – {}", event.title), &page)
}

fn one(v: &Visit, href: &str, s: &ops::Stands) -> Markup {
    let n = |n: i64| [("n", Arg::from(n))];
    html! {
        li.queue-item {
            div.queue-main {
                a.queue-title href=(href) { (name(v.l(), &s.of)) }
                p.queue-meta {
                    @if let Of::Session(at) = &s.of { (at.session.question) } @else { (v.t("restitution-whole-text")) }
                }
            }
            div.queue-side {
                span.tag { (v.t_with("restitution-sentences-n", &n(s.sentences))) } " "
                @if s.actions > 0 { span.tag { (v.t_with("restitution-actions-n", &n(s.actions))) } " " }
                @if s.withdrawn { (ui::badge::tag(&v.t("restitution-withdrawn-tag"))) }
                @else if s.published.is_some() { (ui::badge::status(v.l(), "published")) } @else { (ui::badge::status(v.l(), "draft")) }
            }
        }
    }
}

/// What was published, for everybody.
pub async fn public(v: Visit) -> Answer {
    let visit = v.clone();
    let (process, event, list) = v
        .read(move |conn| {
            let (process, event) = event_of(conn, &visit)?;
            let list = ops::published(conn, &event)?;
            Ok((process, event, list))
        })
        .await?;
    let title = v.t("restitution-list");
    let content = html! {
        (ui::head(&title, Some(&event.title)))
        p { (v.t("restitution-public-text")) }
        @if list.is_empty() { (ui::empty(&v.t("restitution-none"), &v.t("restitution-none-text"))) }
        @else { ul { @for s in &list { li {
            a href=(address(&process, &s.of, "")) { (name(v.l(), &s.of)) }
            @if let Some((_, at)) = s.published { ", " (time::instant(v.l(), at)) }
            @if s.withdrawn { " " (ui::badge::tag(&v.t("restitution-withdrawn-tag"))) }
            @if let Of::Session(at) = &s.of { br; span.text-muted { (at.session.question) } }
        } } } }
        p { a href=(format!("/percorsi/{}/incontri/{}", process.slug, event.number)) { (v.t("minutes-to-event")) } }
    };
    let page = frame_within(&v, &process, Section::Events, &title, &content);
    v.page(&format!("{title} – {}", event.title), &page)
}
