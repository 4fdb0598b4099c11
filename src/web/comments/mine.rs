//! Everything one has sent, and what became of it.

use std::collections::HashMap;

use domain::accounts::drafts;
use domain::id::{ProcessId, VersionId};
use domain::paging::{Page, Slice};
use domain::plans;
use domain::processes::{self, Process};
use domain::register::{self, ListLine};
use maud::{Markup, html};

use super::show::{self, Around, Shown};
use crate::http::{Answer, Visit};
use crate::ui::{self, Tone, lists};

struct Mine {
    rows: Slice<ListLine>,
    around: Around,
    processes: HashMap<ProcessId, Process>,
    newest: HashMap<ProcessId, (VersionId, i32)>,
    waiting: bool,
}

/// The page.
pub async fn page(v: Visit) -> Answer {
    let (actor, page, now) = (v.actor().clone(), Page::new(v.page_number(), 50), v.now());
    let mine = v.read(move |conn| {
        let rows = register::ops::my_list(conn, &actor, page)?;
        let around = Around::read(conn, &rows.rows)?;
        let mut ids: Vec<ProcessId> = rows.rows.iter().map(|l| l.contribution.process_id).collect();
        ids.sort_unstable();
        ids.dedup();
        let newest = plans::ops::newest_among(conn, &ids)?;
        let processes = processes::ops::by_ids(conn, &ids)?.into_iter().map(|p| (p.id, p)).collect();
        let waiting = match actor.account {
            Some(me) => !drafts::of_account(conn, me, now)?.is_empty(),
            None => false,
        };
        Ok(Mine { rows, around, processes, newest, waiting })
    });
    let mine = mine.await?;
    let title = v.t("mine-title");
    v.page(&title, &view(&v, &mine))
}

fn view(v: &Visit, mine: &Mine) -> Markup {
    html! {
        (ui::head(&v.t("mine-title"), Some(&v.t("mine-lead"))))
        @if mine.waiting {
            (ui::notice(Tone::Info, &html! { p { (v.t("mine-waiting")) " " a href="/riprendi" { (v.t("mine-resume")) } } }))
        }
        @if mine.rows.rows.is_empty() {
            (ui::empty(&v.t("mine-none"), &v.t("mine-none-text")))
            p { a href="/" { (v.t("layout-processes")) } }
        }
        div.contributions { @for line in &mine.rows.rows { (one(v, mine, line)) } }
        (lists::pager(v, mine.rows.page, mine.rows.more))
    }
}

fn one(v: &Visit, mine: &Mine, line: &ListLine) -> Markup {
    let of = &line.contribution;
    let Some(process) = mine.processes.get(&of.process_id) else { return html! {} };
    let slug = &process.slug;
    let href = format!("/percorsi/{slug}/contributi/{}/ricevuta", of.number);
    let refused = show::refusal(v.l(), of);
    let open = !mine.around.answers.contains_key(&of.id) && of.withdrawn_at.is_none() && refused.is_empty();
    let foot = html! {
        a href=(format!("/percorsi/{slug}")) { (process.title) } " "
        a href=(href) { (v.t("mine-receipt")) } " "
        @if of.withdrawn_at.is_none() && mine.newest.get(&of.process_id).is_some_and(|(id, _)| *id != of.version_id) {
            a href=(crate::plans::address::since(slug, None)) { (v.t("mine-since")) } " "
        }
        (show::supports(v.l(), line.supports))
        @if !refused.is_empty() { " " (v.t("contribution-refused-because")) " " (refused) }
        @if open { " " (ui::badge::outcome(v.l(), "none")) }
    };
    Shown { l: v.l(), slug, line, around: &mine.around, href: href.clone(), quoted: true, foot, staff: false }.article()
}
