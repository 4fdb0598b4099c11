//! Who was heard, for the staff.

use domain::interviews::{Interview, ops};
use domain::paging::{Page, Slice};
use domain::processes::{self, Process};
use maud::{Markup, html};

use super::{desk, framed};
use crate::http::{Answer, Visit};
use crate::locale::Arg;
use crate::ui::{self, lists};

/// The page.
pub async fn page(v: Visit) -> Answer {
    let (actor, slug, page) = (v.actor().clone(), v.path("slug").to_owned(), Page::new(v.page_number(), 50));
    let (process, found, n) = v
        .read(move |conn| {
            let process = processes::ops::by_slug(conn, &actor, &slug)?;
            let found = ops::list(conn, &actor, process.id, page)?;
            let n = ops::count(conn, &actor, process.id)?;
            Ok((process, found, n))
        })
        .await?;
    v.page(&v.t("interviews-heard"), &view(&v, &process, &found, n))
}

fn view(v: &Visit, process: &Process, found: &Slice<Interview>, n: i64) -> Markup {
    let content = html! {
        p.page-actions { a.btn.btn-primary href=(desk(process, "/nuova")) { (v.t("interviews-record")) } }
        @if n == 0 {
            (ui::empty(&v.t("interviews-none"), &v.t("interviews-none-text")))
        } @else {
            p { (v.t_with("interviews-count", &[("n", Arg::from(n))])) }
        }
        ol.queue-list { @for x in &found.rows { (item(v, process, x)) } }
        (lists::pager(v, found.page, found.more))
    };
    framed(v, process, "", "interviews-heard", "interviews-heard-lead", &content)
}

fn item(v: &Visit, process: &Process, x: &Interview) -> Markup {
    let facts = [
        v.l().day(x.held_on),
        v.t(&format!("interview-way-{}", x.way.as_str())).into_owned(),
        v.t_with("interview-minutes-short", &[("n", Arg::from(x.minutes))]),
        v.t_with("interview-by", &[("name", Arg::from(x.conducted_by.as_str()))]),
        v.t(&format!("interview-consent-{}", x.consent.as_str())).into_owned(),
    ];
    let listed = if x.organisation_listed { "interview-listed" } else { "interview-not-listed" };
    html! {
        li.queue-item {
            div.queue-main {
                p.queue-title { a href=(desk(process, &format!("/{}", x.id))) { (x.name) } }
                @if !x.organisation.is_empty() { p { (x.organisation) " " (ui::badge::tag(&v.t(listed))) } }
                p.queue-meta { (facts.join(" · ")) }
            }
        }
    }
}
