//! What was done by hand to the draft: one passage from change to change, and all that changed, with its words counted apart
//! from those of the file.

use std::collections::BTreeMap;

use domain::access::{ImportVersion, Permit, Subject};
use domain::db::Conn;
use domain::id::RowId;
use domain::paging::{Page, Slice};
use domain::plans::{self, Act, Edit, Version};
use domain::processes::Process;
use domain::{Error, Result, access::Actor};
use maud::{Markup, html};

use super::super::passage::start;
use super::super::{address, formed, redline};
use super::list_address;
use crate::http::{Answer, Visit};
use crate::locale::Arg;
use crate::processes::{StaffSection, staff_frame_within};
use crate::ui::{self, lists, plan};

fn read(conn: &mut Conn, actor: &Actor, slug: &str, row: Option<RowId>) -> Result<(Process, Version, Vec<Edit>)> {
    let (process, draft) = super::draft(conn, actor, slug)?;
    let permit: Permit<ImportVersion> = actor.permit(Subject::of(process.id))?;
    let mut edits = plans::ops::edits(conn, &permit, draft.id, row)?;
    // What was done before a file took the draft's place is no longer in it.
    edits.retain(|e| e.at >= draft.imported_at);
    Ok((process, draft, edits))
}

/// The history of one passage.
pub async fn one(v: Visit) -> Answer {
    let row = RowId(v.path_as::<i64>("riga")?);
    let (actor, slug) = (v.actor().clone(), v.path("slug").to_owned());
    let (process, from, edits) = v
        .read(move |conn| {
            let (process, draft, edits) = read(conn, &actor, &slug, Some(row))?;
            // What was taken out has a history, and is no passage any more.
            let passage = match plans::ops::passage(conn, draft.id, row) {
                Err(Error::NotFound) if !edits.is_empty() => None,
                found => found?.id,
            };
            let from = super::from(conn, &actor, &draft, passage)?;
            Ok((process, from, edits))
        })
        .await?;
    let code = edits.iter().rev().find_map(|e| e.code).map(plan::code).unwrap_or_default();
    let title = v.t_with("history-title", &[("code", Arg::from(code))]);
    let content = html! {
        (ui::head(&title, None))
        (super::put_from(&v, &process.slug, &from))
        @if edits.is_empty() { (ui::empty(&v.t("history-none"), &v.t("history-none-text"))) }
        @else { (redline::key(v.l())) }
        @for (n, edit) in edits.iter().enumerate().rev() {
            section.block {
                h2.h4 { (done(&v, edit)) }
                @match n.checked_sub(1).and_then(|n| edits.get(n)).map(|before| (before, plans::shape(&before.block, &edit.block))) {
                    Some((before, form)) if before.text != edit.text => {
                        (redline::whole(v.l(), &reader::compare::redline(&before.text, &edit.text)))
                        (formed::too(v.l(), &form))
                    }
                    Some((_, form)) if !form.is_empty() => { (formed::same_words(v.l(), &form)) }
                    Some(_) => { p { (v.t("passage-same-words")) } }
                    None => { p { (edit.text) } }
                }
            }
        }
        p.page-actions { a href=(list_address(&process.slug, "")) { (v.t("working-title")) } }
    };
    v.page(&title, &staff_frame_within(&v, &process, StaffSection::Plan, &title, &content))
}

/// Who did what, and when.
fn done(v: &Visit, edit: &Edit) -> String {
    let act = v.t(&format!("act-{}", edit.act.as_str())).into_owned();
    let args =
        [("act", Arg::from(act)), ("name", Arg::from(edit.name.as_str())), ("when", Arg::from(v.l().instant(edit.at)))];
    v.t_with("history-line", &args)
}

/// A passage that was changed by hand: as it was first, as it is now.
pub struct Changed {
    first: Edit,
    last: Edit,
}

impl Changed {
    /// Words it brings, or takes away.
    pub fn words(&self) -> i64 {
        let before = if self.first.act == Act::Imported { i64::from(self.first.words) } else { 0 };
        let after = if self.last.act == Act::Removed { 0 } else { i64::from(self.last.words) };
        after - before
    }
}

/// The passages changed by hand, in the order in which they were first.
pub fn changed(edits: Vec<Edit>) -> Vec<Changed> {
    let mut found: Vec<Changed> = Vec::new();
    let mut at: BTreeMap<RowId, usize> = BTreeMap::new();
    for edit in edits {
        match at.get(&edit.row) {
            Some(n) => found[*n].last = edit,
            None => {
                at.insert(edit.row, found.len());
                found.push(Changed { first: edit.clone(), last: edit });
            }
        }
    }
    found
}

/// All that was changed by hand, with the words it brings and takes away.
pub async fn changes(v: Visit) -> Answer {
    let (actor, slug, page) = (v.actor().clone(), v.path("slug").to_owned(), Page::new(v.page_number(), 50));
    let (process, draft, edits) = v.read(move |conn| read(conn, &actor, &slug, None)).await?;
    let all = changed(edits);
    let sum: i64 = all.iter().map(Changed::words).sum();
    let (skip, take) = (usize::try_from(page.offset()).unwrap_or(0), usize::try_from(page.limit()).unwrap_or(0));
    let total = all.len();
    let slice: Slice<Changed> = page.slice(all.into_iter().skip(skip).take(take).collect());
    let title = v.t("changes-title");
    let report = draft.report().map_err(|_| Error::NotFound)?;
    let imported = i64::try_from(report.words_in_blocks).unwrap_or(i64::MAX);
    let content = html! {
        (ui::head(&title, Some(&v.t("changes-lead"))))
        @if !draft.source_name.is_empty() {
            p { (v.t_with("changes-words", &[("file", Arg::from(v.l().number(imported))), ("by_hand", Arg::from(signed(&v, sum))), ("now", Arg::from(v.l().number(imported + sum)))])) }
        }
        @if total == 0 { (ui::empty(&v.t("history-none"), &v.t("changes-none-text"))) }
        @else { ul.queue-list { @for c in &slice.rows { (line(&v, &process.slug, c)) } } }
        (lists::pager(&v, slice.page, slice.more))
        p.page-actions { a href=(list_address(&process.slug, "")) { (v.t("working-title")) } " " a href=(address::desk(&process.slug, "")) { (v.t("decide-back")) } }
    };
    v.page(&title, &staff_frame_within(&v, &process, StaffSection::Plan, &title, &content))
}

fn signed(v: &Visit, n: i64) -> String {
    let sign = if n < 0 { "−" } else { "+" };
    format!("{sign}{}", v.l().number(n.abs()))
}

fn line(v: &Visit, slug: &str, of: &Changed) -> Markup {
    html! {
        li.queue-item {
            div.queue-main {
                p.queue-title {
                    @if let Some(code) = of.last.code { span.code { (plan::code(code)) } " " }
                    a href=(list_address(slug, &format!("/{}/storia", of.last.row))) { (start(if of.last.text.is_empty() { "–" } else { &of.last.text })) }
                }
                p.queue-meta { (done(v, &of.last)) ". " (v.t_with("changes-line-words", &[("n", Arg::from(signed(v, of.words())))])) }
            }
        }
    }
}
