//! The passages of the draft, each with what may be done to it, and what is to be mended.

use domain::id::RowId;
use domain::paging::{Page, Slice};
use domain::plans::{self, Flaw, Passage, Version, flaws};
use domain::processes::Process;
use domain::{Error, Result};
use maud::{Markup, html};

use super::super::passage::start;
use super::super::ways::Ways;
use super::super::{address, passages};
use super::{SIZE, kinds, list_address, place};
use crate::http::{Answer, Visit};
use crate::locale::Arg;
use crate::processes::{StaffSection, staff_frame_within};
use crate::ui::{self, form, lists, plan};

struct Working {
    process: Process,
    draft: Version,
    slice: Slice<Passage>,
    all: usize,
    /// What is to be mended: row, position, first words, what.
    flaws: Vec<Mend>,
}

/// A passage to be mended.
pub struct Mend {
    row: RowId,
    position: i32,
    text: String,
    flaw: Flaw,
}

/// What is to be mended in some passages.
pub fn mends(of: &[Passage]) -> Vec<Mend> {
    flaws(of)
        .into_iter()
        .map(|(p, flaw)| Mend { row: p.row, position: p.position, text: start(&p.text), flaw })
        .collect()
}

/// The page.
pub async fn page(v: Visit) -> Answer {
    let (actor, slug, page) = (v.actor().clone(), v.path("slug").to_owned(), Page::new(v.page_number(), SIZE.into()));
    let working = v
        .read(move |conn| -> Result<Working> {
            let (process, draft) = super::draft(conn, &actor, &slug)?;
            let all = plans::ops::passages(conn, draft.id)?;
            let (flaws, n) = (mends(&all), all.len());
            let (skip, take) =
                (usize::try_from(page.offset()).unwrap_or(0), usize::try_from(page.limit()).unwrap_or(0));
            let slice = page.slice(all.into_iter().skip(skip).take(take).collect());
            Ok(Working { process, draft, slice, all: n, flaws })
        })
        .await?;
    v.page(&v.t("working-title"), &view(&v, &working))
}

/// Begins the next version from the published one.
pub async fn begin(v: Visit) -> Answer {
    let process = crate::processes::of(&v).await?;
    let (actor, to, from) = (v.actor().clone(), list_address(&process.slug, ""), v.field("versione").parse().ok());
    v.write_once_saying("done-begun", move |_| to, move |w| plans::ops::begin(w, &actor, process.id, from)).await
}

/// Lets a passage change places with its neighbour, or puts it after another.
pub async fn shift(v: Visit) -> Answer {
    let row = RowId(v.path_as::<i64>("riga")?);
    if v.field("verso") == "dopo" {
        return super::placing::take(&v, row).await;
    }
    let way = v.field("verso").to_owned();
    let (actor, slug) = (v.actor().clone(), v.path("slug").to_owned());
    let there = slug.clone();
    v.write_once_saying(
        "done-moved",
        move |position: &i32| place(&there, *position, row),
        move |w| {
            let (_, draft) = super::draft(w.conn, &actor, &slug)?;
            let up = match way.as_str() {
                "su" => true,
                "giu" => false,
                _ => return Err(Error::NotFound),
            };
            plans::ops::shift(w, &actor, draft.id, row, up)?;
            Ok(plans::ops::passage(w.conn, draft.id, row)?.position)
        },
    )
    .await
}

fn view(v: &Visit, working: &Working) -> Markup {
    let slug = working.process.slug.as_str();
    let title = v.t_with("working-of", &[("n", Arg::from(working.draft.number.to_string()))]);
    let content = html! {
        (ui::head(&title, Some(&v.t("working-lead"))))
        p.page-actions {
            a.btn.btn-primary href=(list_address(slug, "/nuovo")) { (v.t("working-insert-first")) } " "
            a href=(address::desk(slug, "/modifiche")) { (v.t("working-changes")) } " "
            a href=(address::desk(slug, "/anteprima")) { (v.t("draft-preview")) } " "
            a href=(address::desk(slug, "")) { (v.t("decide-back")) }
        }
        (mend(v, slug, &working.flaws))
        p { (v.t_with("working-count", &[("n", Arg::from(working.all))])) }
        ol.queue-list.working { @for p in &working.slice.rows { (one(v, slug, p, working.all)) } }
        (lists::pager(v, working.slice.page, working.slice.more))
    };
    staff_frame_within(v, &working.process, StaffSection::Plan, &v.t("working-title"), &content)
}

/// Mends shown at once; the rest unfolds.
const FEW: usize = 20;

/// What is to be mended, each with the way to mend it.
pub fn mend(v: &Visit, slug: &str, of: &[Mend]) -> Markup {
    let line = |m: &Mend| {
        let words = match &m.flaw {
            Flaw::NoAlternative => v.t("flaw-no-alternative").into_owned(),
            Flaw::Skipped { from: 0, to } => v.t_with("flaw-skipped-first", &[("to", Arg::from(*to))]),
            Flaw::Skipped { from, to } => {
                v.t_with("flaw-skipped", &[("from", Arg::from(*from)), ("to", Arg::from(*to))])
            }
            Flaw::EmptyHeading => v.t("flaw-empty-heading").into_owned(),
            Flaw::Away { to } => v.t_with("flaw-away", &[("to", Arg::from(to.as_str()))]),
        };
        html! {
            li {
                a href=(list_address(slug, &format!("/{}", m.row))) { (v.t_with("flaw-passage", &[("n", Arg::from(m.position))])) }
                ": " (words) @if !m.text.is_empty() { " (" (m.text) ")" }
            }
        }
    };
    let (first, rest) = of.split_at(of.len().min(FEW));
    html! {
        @if !of.is_empty() {
            (ui::notice(ui::Tone::Warning, &html! {
                p.notice-title { (v.t_with("flaws-title", &[("n", Arg::from(of.len()))])) }
                ul { @for m in first { (line(m)) } }
                @if !rest.is_empty() {
                    details { summary { (v.t_with("import-more", &[("n", Arg::from(rest.len()))])) } ul { @for m in rest { (line(m)) } } }
                }
            }))
        }
    }
}

fn one(v: &Visit, slug: &str, p: &Passage, all: usize) -> Markup {
    let here = |rest: &str| list_address(slug, &format!("/{}{rest}", p.row));
    let code = p.code.map(plan::code);
    let named = code.clone().unwrap_or_else(|| v.t_with("flaw-passage", &[("n", Arg::from(p.position))]));
    let last = usize::try_from(p.position).is_ok_and(|n| n >= all);
    let say = |key: &str| html! { (v.t(key)) span.visually-hidden { " " (named) } };
    html! {
        li.queue-item id=(format!("r{}", p.row)) {
            div.queue-main {
                p.queue-meta {
                    @match &code { Some(code) => { span.code { (code) } } None => { span.tag { (v.t("plan-undecided-code")) } } } " "
                    (kinds::name(v.l(), p.block.kind))
                }
                div.passage-text { (passages::text(v.l(), slug, p, 2, Ways::Draft)) }
            }
            div.queue-side.working-acts {
                a.btn.btn-sm.btn-primary href=(here("")) { (say("working-edit")) }
                (arrow(v, &here("/sposta"), "su", p.position > 1, &named))
                (arrow(v, &here("/sposta"), "giu", !last, &named))
                a.btn.btn-sm.btn-outline-primary href=(list_address(slug, &format!("/nuovo?dopo={}", p.row))) { (say("working-insert")) }
                a.btn.btn-sm.btn-outline-primary href=(here("?sposta=si#sposta")) { (say("working-place")) }
            }
        }
    }
}

fn arrow(v: &Visit, action: &str, way: &str, can: bool, named: &str) -> Markup {
    let (key, sign) = if way == "su" { ("working-up", "↑") } else { ("working-down", "↓") };
    html! {
        @if can {
            form.inline-form method="post" action=(action) {
                (form::hidden(v))
                input type="hidden" name="verso" value=(way);
                button.btn.btn-sm.btn-outline-primary aria-label=(v.t_with(key, &[("what", Arg::from(named))])) { span aria-hidden="true" { (sign) } }
            }
        }
    }
}
