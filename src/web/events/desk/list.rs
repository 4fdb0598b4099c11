//! All events of a process, for its staff.

use domain::access::ManageEvents;
use domain::events::{Event, ops};
use domain::processes;
use maud::{Markup, html};

use super::super::parts;
use crate::http::{Answer, Visit};
use crate::processes::{StaffSection, staff_frame};
use crate::ui::{self, time};

/// The page.
pub async fn page(v: Visit) -> Answer {
    let (actor, slug) = (v.actor().clone(), v.path("slug").to_owned());
    let (process, events) = v
        .read(move |conn| {
            let process = processes::ops::by_slug(conn, &actor, &slug)?;
            let events = ops::of_process(conn, &actor, process.id)?;
            Ok((process, events))
        })
        .await?;
    let base = format!("/percorsi/{}/gestione/incontri", process.slug);
    let (past, to_come): (Vec<&Event>, Vec<&Event>) = events.iter().partition(|e| ops::is_past(e, v.now()));
    let content = html! {
        (ui::head(&v.t("event-list-title"), Some(&v.t("event-list-lead"))))
        @if v.actor().may::<ManageEvents>(process.id) {
            div.page-actions { a.btn.btn-primary href=(format!("{base}/nuovo")) { (v.t("event-new")) } }
        }
        @if events.is_empty() { (ui::empty(&v.t("events-none"), &v.t("event-list-none-text"))) }
        (section(&v, &base, "events-to-come", &to_come))
        (section(&v, &base, "events-past", &past.into_iter().rev().collect::<Vec<_>>()))
    };
    v.page(&v.t("event-list-title"), &staff_frame(&v, &process, StaffSection::Events, &content))
}

fn section(v: &Visit, base: &str, title: &str, events: &[&Event]) -> Markup {
    html! {
        @if !events.is_empty() {
            section.block {
                h2 { (v.t(title)) }
                ol.queue-list {
                    @for e in events {
                        li.queue-item {
                            div.queue-main {
                                a.queue-title href=(format!("{base}/{}", e.number)) { (e.title) }
                                p.queue-meta { (time::from_to(v.l(), e.starts_at, e.ends_at)) }
                            }
                            div.queue-side { (parts::kind(v.l(), e.kind)) " " (parts::state(v, e)) }
                        }
                    }
                }
            }
        }
    }
}
