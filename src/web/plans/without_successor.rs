//! Contributions on passages that no passage of a version carries on: none is orphaned without standing in this list. The
//! staff sees it before the version is published, everybody afterwards.

use std::collections::{BTreeMap, HashMap, HashSet};

use domain::db::Conn;
use domain::id::PassageId;
use domain::paging::{Page, Slice};
use domain::plans::{self, Version};
use domain::processes::{self, Process};
use domain::{Error, Result, register};
use maud::{Markup, html};

use super::address;
use super::passage::start;
use crate::http::{Answer, Visit};
use crate::locale::Arg;
use crate::processes::{Section, StaffSection, frame_within, staff_frame_within};
use crate::ui::{self, lists, plan};

/// Passages a page.
const SIZE: i64 = 50;

/// A passage without a successor, and the contributions on it.
struct Lost {
    code: i32,
    text: String,
    contributions: Vec<i32>,
}

struct Found {
    process: Process,
    version: Version,
    slice: Slice<Lost>,
    contributions: usize,
    public: HashSet<i32>,
}

fn found(conn: &mut Conn, process: Process, version: Version, page: Page) -> Result<Found> {
    let all = register::ops::without_successor(conn, &version)?;
    let contributions = all.len();
    let mut on: BTreeMap<PassageId, Vec<i32>> = BTreeMap::new();
    for (number, passage) in all {
        on.entry(passage).or_default().push(number);
    }
    let codes: HashMap<PassageId, i32> = plans::ops::codes(conn, process.id)?.into_iter().collect();
    let words = plans::ops::last_words(conn, &on.keys().copied().collect::<Vec<_>>())?;
    let mut rows: Vec<Lost> = on
        .into_iter()
        .filter_map(|(passage, contributions)| {
            let text = words.get(&passage).map(|w| start(w)).unwrap_or_default();
            Some(Lost { code: *codes.get(&passage)?, text, contributions })
        })
        .collect();
    rows.sort_by_key(|lost| lost.code);
    let (skip, take) = (usize::try_from(page.offset()).unwrap_or(0), usize::try_from(page.limit()).unwrap_or(0));
    let slice = page.slice(rows.into_iter().skip(skip).take(take).collect());
    let public = register::ops::public_numbers(conn, process.id)?.into_iter().collect();
    Ok(Found { process, version, slice, contributions, public })
}

/// What publishing the draft would bring, for the staff.
pub async fn draft(v: Visit) -> Answer {
    let (actor, slug, page) = (v.actor().clone(), v.path("slug").to_owned(), Page::new(v.page_number(), SIZE));
    let found = v
        .read(move |conn| {
            let process = processes::ops::by_slug(conn, &actor, &slug)?;
            let draft = plans::ops::draft(conn, &actor, process.id)?.ok_or(Error::NotFound)?;
            found(conn, process, draft, page)
        })
        .await?;
    let title = v.t("lost-title");
    let slug = found.process.slug.as_str();
    let content = html! {
        (ui::head(&title, Some(&v.t("lost-lead-draft"))))
        (list(&v, &found, true))
        p.page-actions {
            a.btn.btn-outline-primary href=(address::desk(slug, "/conclusi")) { (v.t("lost-to-ended")) } " "
            a href=(address::desk(slug, "")) { (v.t("decide-back")) }
        }
    };
    v.page(&title, &staff_frame_within(&v, &found.process, StaffSection::Plan, &title, &content))
}

/// Of a published version, for everybody.
pub async fn published(v: Visit) -> Answer {
    let (number, page) = (v.path_as::<i32>("n")?, Page::new(v.page_number(), SIZE));
    let (actor, slug) = (v.actor().clone(), v.path("slug").to_owned());
    let found = v
        .read(move |conn| {
            let process = processes::ops::by_slug(conn, &actor, &slug)?;
            let version = plans::ops::by_number(conn, &actor, process.id, number)?;
            if version.published_at.is_none() {
                return Err(Error::NotFound);
            }
            found(conn, process, version, page)
        })
        .await?;
    let title = v.t_with("lost-title-version", &[("n", Arg::from(number.to_string()))]);
    let content = html! {
        (ui::head(&title, Some(&v.t("lost-lead"))))
        (list(&v, &found, false))
        p.page-actions { a href=(address::version(&found.process.slug, number)) { (v.t_with("compare-read", &[("n", Arg::from(number.to_string()))])) } }
    };
    let here = v.t("lost-title");
    v.page(
        &format!("{title} – {}", found.version.title),
        &frame_within(&v, &found.process, Section::Plan, &here, &content),
    )
}

fn list(v: &Visit, found: &Found, staff: bool) -> Markup {
    let slug = found.process.slug.as_str();
    html! {
        @if found.slice.rows.is_empty() { (ui::empty(&v.t("lost-none"), &v.t("lost-none-text"))) }
        @else {
            p { (v.t_with("lost-count", &[("n", Arg::from(found.contributions))])) }
            ul.queue-list {
                @for lost in &found.slice.rows {
                    li.queue-item { div.queue-main {
                        p.queue-title { a.code href=(address::passage(slug, lost.code)) { (plan::code(lost.code)) } " " (lost.text) }
                        p.queue-meta { (numbers(v, slug, &lost.contributions, &found.public, staff)) }
                    } }
                }
            }
            (lists::pager(v, found.slice.page, found.slice.more))
        }
    }
}

/// The contributions on one passage: a link to each that the reader may read.
pub fn numbers(v: &Visit, slug: &str, of: &[i32], public: &HashSet<i32>, staff: bool) -> Markup {
    html! {
        (v.t_with("lost-contributions", &[("n", Arg::from(of.len()))])) " "
        @for (i, number) in of.iter().enumerate() {
            @if i > 0 { ", " }
            @let name = v.t_with("change-contribution", &[("n", Arg::from(number.to_string()))]);
            @if staff { a href=(format!("/percorsi/{slug}/gestione/istruttoria/{number}")) { (name) } }
            @else if public.contains(number) { a href=(address::contribution(slug, *number)) { (name) } }
            @else { (name) }
        }
    }
}
