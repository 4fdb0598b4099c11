//! What each passage of the draft is to the version before, the least certain first, and the button that opens the decision
//! again.

use domain::id::RowId;
use domain::paging::{Page, Slice};
use domain::plans::{self, Related, Relation, Version};
use domain::processes::{self, Process};
use domain::{Error, Result};
use maud::{Markup, html};

use super::passage::start;
use super::{address, formed};
use crate::http::{Answer, Visit};
use crate::locale::Arg;
use crate::processes::{StaffSection, staff_frame_within};
use crate::ui::{self, form, lists, plan};

/// Passages a page.
const SIZE: i64 = 50;

/// The relations, as the addresses and the locales call them.
pub const RELATIONS: [(&str, &str, Relation); 6] = [
    ("da-decidere", "relation-unsure", Relation::Unsure),
    ("divisi", "relation-parted", Relation::Parted),
    ("spostati", "relation-moved", Relation::Moved),
    ("modificati", "relation-edited", Relation::Edited),
    ("nuovi", "relation-new", Relation::New),
    ("uguali", "relation-unchanged", Relation::Unchanged),
];

struct Desk {
    process: Process,
    draft: Version,
    relation: Relation,
    counts: Vec<usize>,
    rows: Slice<Related>,
}

fn relation(v: &Visit) -> Relation {
    let asked = v.query("come").unwrap_or_default();
    RELATIONS.iter().find(|(word, ..)| *word == asked).map_or(Relation::Edited, |(_, _, relation)| *relation)
}

/// The page.
pub async fn page(v: Visit) -> Answer {
    let (actor, slug, relation, page) =
        (v.actor().clone(), v.path("slug").to_owned(), relation(&v), Page::new(v.page_number(), SIZE));
    let desk = v
        .read(move |conn| -> Result<Desk> {
            let process = processes::ops::by_slug(conn, &actor, &slug)?;
            let draft = plans::ops::draft(conn, &actor, process.id)?.ok_or(Error::NotFound)?;
            let base = plans::ops::newest(conn, process.id)?;
            let all = match &base {
                Some(base) => plans::ops::relations(conn, base.id, draft.id)?,
                None => Vec::new(),
            };
            let counts = RELATIONS.iter().map(|(.., r)| all.iter().filter(|x| x.relation == *r).count()).collect();
            let mut some: Vec<Related> = all.into_iter().filter(|x| x.relation == relation).collect();
            some.sort_by_key(|x| (x.passage.confidence, x.passage.position));
            let (skip, take) =
                (usize::try_from(page.offset()).unwrap_or(0), usize::try_from(page.limit()).unwrap_or(0));
            let rows = page.slice(some.into_iter().skip(skip).take(take).collect());
            Ok(Desk { process, draft, relation, counts, rows })
        })
        .await?;
    v.page(&v.t("matches-title"), &view(&v, &desk))
}

/// Opens one again and goes to where it is decided.
pub async fn reopen(v: Visit) -> Answer {
    let row = RowId(v.field("riga").parse().map_err(|_| Error::NotFound)?);
    let (actor, slug) = (v.actor().clone(), v.path("slug").to_owned());
    let to = format!("{}#d{row}", address::desk(&slug, "/decisioni"));
    v.write_once_saying(
        "done-reopened",
        move |()| to,
        move |w| {
            let process = processes::ops::by_slug(w.conn, &actor, &slug)?;
            let draft = plans::ops::draft(w.conn, &actor, process.id)?.ok_or(Error::NotFound)?;
            plans::ops::reopen(w, &actor, draft.id, row)
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
                @for ((word, key, relation), n) in RELATIONS.iter().zip(&desk.counts) {
                    a.queue-count href=(format!("{here}?come={word}")) aria-current=[(*relation == desk.relation).then_some("true")] {
                        b { (v.l().number(i64::try_from(*n).unwrap_or(0))) } " " (v.t(key))
                    } " "
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

fn one(v: &Visit, here: &str, of: &Related) -> Markup {
    let p = &of.passage;
    let code = p.code.map(plan::code);
    let list = |codes: &[i32]| codes.iter().map(|c| plan::code(*c)).collect::<Vec<_>>().join(", ");
    html! {
        li.queue-item {
            div.queue-main {
                p.queue-title { @if let Some(code) = &code { span.code { (code) } " – " } (start(&p.text)) }
                @if of.relation == Relation::Unchanged { (formed::same_words(v.l(), &of.form)) } @else { (formed::too(v.l(), &of.form)) }
                p.queue-meta {
                    @if !of.from.is_empty() { (v.t_with("relation-from", &[("codes", Arg::from(list(&of.from)))])) " " }
                    @if !of.took_in.is_empty() { (v.t_with("relation-took-in", &[("codes", Arg::from(list(&of.took_in)))])) " " }
                    (v.t_with("relation-confidence", &[("percent", Arg::from(v.l().percent(i64::from(p.confidence), 1000)))]))
                }
            }
            div.queue-side {
                @match &code {
                    Some(code) => {
                        form.inline-form method="post" action=(here) {
                            (form::hidden(v))
                            input type="hidden" name="riga" value=(p.row);
                            button.btn.btn-sm.btn-outline-primary { (v.t_with("matches-reopen", &[("code", Arg::from(code.as_str()))])) }
                        }
                    }
                    None => { a href=(format!("{}#d{}", here.replace("/abbinamenti", "/decisioni"), p.row)) { (v.t("relation-decide")) } }
                }
            }
        }
    }
}
