//! Looking for words within a version: a page of its own with a form, so that the pages of the plan stay without one.

use domain::Error;
use domain::consultations::{self, InSight};
use domain::paging::{Page, Slice};
use domain::plans::{self, Hit, Passage, Version, Wanted};
use domain::processes::{self, Process};
use maud::{Markup, html};

use super::address;
use super::read::{LONG, bar, title};
use crate::http::{Answer, Visit};
use crate::locale::Arg;
use crate::processes::{Section, frame_within};
use crate::ui::{self, lists, plan};

/// Passages a page.
const SIZE: i64 = 30;
/// Characters one may look for, and those shown of a long passage.
const MOST: usize = 100;
const SHOWN: usize = 360;

/// The page.
pub async fn page(v: Visit) -> Answer {
    let number = v.path_as::<i32>("n")?;
    let (actor, slug, now) = (v.actor().clone(), v.path("slug").to_owned(), v.now());
    let typed = typed(&v);
    let code = Wanted::new(&typed).code();
    let (process, version, passages, windows, elsewhere) = v
        .read(move |conn| {
            let process = processes::ops::by_slug(conn, &actor, &slug)?;
            let version = plans::ops::by_number(conn, &actor, process.id, number)?;
            if version.published_at.is_none() {
                return Err(Error::NotFound);
            }
            let passages = plans::ops::passages(conn, version.id)?;
            let windows = consultations::ops::in_sight(conn, process.id, version.id, now)?;
            // A code that is told by phone may be one of another version.
            let elsewhere = match code.filter(|c| passages.iter().all(|p| p.code != Some(*c))) {
                Some(code) => match plans::ops::lives(conn, process.id, code) {
                    Ok(_) => Some(code),
                    Err(Error::NotFound) => None,
                    Err(e) => return Err(e),
                },
                None => None,
            };
            Ok((process, version, passages, windows, elsewhere))
        })
        .await?;
    let name = v.t("search-title");
    v.page(&format!("{name} – {}", version.title), &view(&v, &process, &version, &passages, (&windows, elsewhere)))
}

fn typed(v: &Visit) -> String {
    v.query("q").unwrap_or("").chars().filter(|c| !c.is_control()).take(MOST).collect()
}

fn view(
    v: &Visit,
    process: &Process,
    version: &Version,
    passages: &[Passage],
    (windows, elsewhere): (&InSight, Option<i32>),
) -> Markup {
    let typed = typed(v);
    let wanted = Wanted::new(&typed);
    let hits = wanted.found(passages);
    let page = Page::new(v.page_number(), SIZE);
    let (skip, take) = (usize::try_from(page.offset()).unwrap_or(0), usize::try_from(page.limit()).unwrap_or(0));
    let (all, number) = (hits.len(), version.number);
    let slice: Slice<Hit<'_>> = page.slice(hits.into_iter().skip(skip).take(take).collect());
    let content = html! {
        (ui::head(&v.t_with("search-in", &[("n", Arg::from(number.to_string()))]), Some(&v.t("search-lead"))))
        (bar(v, &process.slug, windows))
        form.form role="search" method="get" action=(address::search(&process.slug, number)) {
            div.field {
                label.form-label for="f-q" { (v.t("search-words")) }
                input.form-control #f-q type="search" name="q" maxlength=(MOST) value=(typed) required;
            }
            div.form-actions { button.btn.btn-primary { (v.t("search-button")) } }
        }
        @if !typed.is_empty() {
            section.block aria-labelledby="trovati" {
                h2 #trovati { (v.t_with("search-found", &[("n", Arg::from(all))])) }
                @if slice.rows.is_empty() { p { (v.t("search-none")) } }
                @if let Some(code) = elsewhere {
                    p { a href=(address::passage(&process.slug, code)) { (v.t_with("search-code", &[("code", Arg::from(plan::code(code)))])) } }
                }
                ul.queue-list { @for hit in &slice.rows { (one(v, process, version, passages, hit)) } }
                (lists::pager(v, slice.page, slice.more))
            }
        }
        p.page-actions { a href=(address::version(&process.slug, number)) { (v.t_with("compare-read", &[("n", Arg::from(number.to_string()))])) } }
    };
    frame_within(v, process, Section::Plan, &v.t("search-title"), &content)
}

fn one(v: &Visit, process: &Process, version: &Version, all: &[Passage], hit: &Hit<'_>) -> Markup {
    let p = hit.passage;
    let code = p.code.unwrap_or_default();
    let to = address::reading(&process.slug, version.number, code, all.len() > LONG);
    let chapter = plans::chapter_of(all, p.position).filter(|c| c.code != p.code);
    html! {
        li.queue-item { div.queue-main {
            p.queue-meta { a.code href=(to) { span.visually-hidden { (v.t("plan-passage")) " " } (plan::code(code)) } @if let Some(c) = chapter { " · " (title(c)) } }
            p { (marked(hit)) }
        } }
    }
}

/// The text around the first word found, each found word marked.
fn marked(hit: &Hit<'_>) -> Markup {
    let text = &hit.passage.text;
    let first = hit.marks.first().map_or(0, |at| at.start);
    let edge = |wanted: usize| (0..=wanted.min(text.len())).rev().find(|n| text.is_char_boundary(*n)).unwrap_or(0);
    let (from, to) = if text.len() <= SHOWN {
        (0, text.len())
    } else {
        (edge(first.saturating_sub(SHOWN / 3)), edge(first + SHOWN * 2 / 3))
    };
    let marks: Vec<_> = hit.marks.iter().filter(|m| m.start >= from && m.end <= to).collect();
    let ends = std::iter::once(from).chain(marks.iter().map(|m| m.end));
    html! {
        @if from > 0 { "…" }
        @for (at, mark) in ends.clone().zip(&marks) { (text[at..mark.start]) mark { (text[mark.start..mark.end]) } }
        (text[ends.last().unwrap_or(from)..to])
        @if to < text.len() { "…" }
    }
}
