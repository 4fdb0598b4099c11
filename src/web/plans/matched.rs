//! How each passage of the draft came to its code, and the button that opens a decision again.

use domain::paging::{Page, Slice};
use domain::plans::{self, Matched, Passage, Version};
use domain::processes::{self, Process};
use domain::{Error, Result};
use maud::{Markup, html};

use super::address;
use super::passage::start;
use crate::http::{Answer, Visit};
use crate::locale::Arg;
use crate::processes::{StaffSection, staff_frame_within};
use crate::ui::{self, form, lists, plan};

/// Passages a page.
const SIZE: i64 = 50;

/// What may be opened again, as the addresses and the locales call it.
const KINDS: [(&str, &str, Matched); 4] = [
    ("mano", "matched-by-hand", Matched::ByHand),
    ("simili", "matched-alike", Matched::Alike),
    ("nuovi", "matched-new", Matched::New),
    ("uguali", "matched-equal", Matched::Equal),
];

struct Desk {
    process: Process,
    draft: Version,
    kind: Matched,
    rows: Slice<Passage>,
}

fn kind(v: &Visit) -> Matched {
    let asked = v.query("come").unwrap_or_default();
    KINDS.iter().find(|(word, ..)| *word == asked).map_or(Matched::ByHand, |(_, _, kind)| *kind)
}

/// The page.
pub async fn page(v: Visit) -> Answer {
    let (actor, slug, kind, page) =
        (v.actor().clone(), v.path("slug").to_owned(), kind(&v), Page::new(v.page_number(), SIZE));
    let desk = v
        .read(move |conn| -> Result<Desk> {
            let process = processes::ops::by_slug(conn, &actor, &slug)?;
            let draft = plans::ops::draft(conn, &actor, process.id)?.ok_or(Error::NotFound)?;
            let of = plans::ops::passages(conn, draft.id)?.into_iter().filter(|p| p.matched == kind);
            let (skip, take) =
                (usize::try_from(page.offset()).unwrap_or(0), usize::try_from(page.limit()).unwrap_or(0));
            let rows = page.slice(of.skip(skip).take(take).collect());
            Ok(Desk { process, draft, kind, rows })
        })
        .await?;
    v.page(&v.t("matches-title"), &view(&v, &desk))
}

/// Opens one again and goes to where it is decided.
pub async fn reopen(v: Visit) -> Answer {
    let position: i32 = v.field("posizione").parse().map_err(|_| Error::NotFound)?;
    let (actor, slug) = (v.actor().clone(), v.path("slug").to_owned());
    let to = address::desk(&slug, "/decisioni");
    v.write_once_saying(
        "done-reopened",
        move |()| to,
        move |w| {
            let process = processes::ops::by_slug(w.conn, &actor, &slug)?;
            let draft = plans::ops::draft(w.conn, &actor, process.id)?.ok_or(Error::NotFound)?;
            plans::ops::reopen(w, &actor, draft.id, position)
        },
    )
    .await
}

fn view(v: &Visit, desk: &Desk) -> Markup {
    let slug = desk.process.slug.as_str();
    let here = address::desk(slug, "/abbinamenti");
    let content = html! {
        (ui::head(&v.t("matches-title"), Some(&v.t("matches-lead"))))
        nav.queue aria-label=(v.t("matched-title")) {
            p.queue-counts {
                @for (word, key, kind) in KINDS {
                    a.queue-count href=(format!("{here}?come={word}")) aria-current=[(kind == desk.kind).then_some("true")] { (v.t(key)) } " "
                }
            }
        }
        @if desk.rows.rows.is_empty() { (ui::empty(&v.t("matches-none"), &v.t("matches-none-text"))) }
        @else { ol.queue-list { @for p in &desk.rows.rows { (one(v, &here, p)) } } }
        (lists::pager(v, desk.rows.page, desk.rows.more))
        p.page-actions { a href=(address::desk(slug, "")) { (v.t_with("matches-back", &[("n", Arg::from(desk.draft.number.to_string()))])) } }
    };
    staff_frame_within(v, &desk.process, StaffSection::Plan, &v.t("matches-title"), &content)
}

fn one(v: &Visit, here: &str, p: &Passage) -> Markup {
    let code = p.code.map(plan::code).unwrap_or_default();
    html! {
        li.queue-item {
            div.queue-main {
                p.queue-title { span.code { (code) } " – " (start(&p.text)) }
            }
            div.queue-side {
                form.inline-form method="post" action=(here) {
                    (form::hidden(v))
                    input type="hidden" name="posizione" value=(p.position);
                    button.btn.btn-sm.btn-outline-primary { (v.t_with("matches-reopen", &[("code", Arg::from(code.as_str()))])) }
                }
            }
        }
    }
}
