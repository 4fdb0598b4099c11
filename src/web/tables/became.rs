//! A table as everybody sees it: what was discussed there, and what became of what was said.

use domain::events::{self, Event, Session, Table};
use domain::paging::{Page, Slice};
use domain::processes::{self, Process};
use domain::register::{self, Filter, ListLine};
use domain::tables::contribute;
use domain::tables::restitution::{Of, ops as restituted};
use domain::{Error, Result, db::Conn};
use maud::{Markup, html};

use super::restitution;
use crate::comments::show::{Around, Shown};
use crate::http::{Answer, Visit};
use crate::locale::Arg;
use crate::processes::{Section, frame_within};
use crate::ui::{self, lists};

struct Became {
    process: Process,
    event: Event,
    table: Table,
    sessions: Vec<Session>,
    /// Its published restitutions.
    restitutions: Vec<Of>,
    /// How many contributions it became, shown or not.
    all: usize,
    rows: Slice<ListLine>,
    around: Around,
}

/// The page.
pub async fn page(v: Visit) -> Answer {
    let (actor, slug) = (v.actor().clone(), v.path("slug").to_owned());
    let (n, table, page) = (v.path_as::<i32>("n")?, v.path_as::<i32>("table")?, Page::new(v.page_number(), 50));
    let became = v
        .read(move |conn| {
            let process = processes::ops::by_slug(conn, &actor, &slug)?;
            let event = events::ops::by_number(conn, &actor, process.id, n)?;
            read(conn, process, event, table, page)
        })
        .await?;
    let name = crate::events::table_name(v.l(), &became.table);
    let title = format!("{name} – {}", became.event.title);
    v.page(&title, &frame_within(&v, &became.process, Section::Events, &name, &view(&v, &became, &name)))
}

fn read(conn: &mut Conn, process: Process, event: Event, number: i32, page: Page) -> Result<Became> {
    let tables = events::ops::tables(conn, event.id)?;
    let (table, sessions) = tables.into_iter().find(|(t, _)| t.number == number).ok_or(Error::NotFound)?;
    let mut restitutions: Vec<Of> = restituted::published(conn, &event)?.into_iter().map(|s| s.of).collect();
    restitutions.retain(|of| matches!(of, Of::Session(at) if at.table.id == table.id));
    let numbers = contribute::of_table(conn, &table)?;
    let all = numbers.len();
    let filter = Filter { numbers: Some(numbers), ..Filter::default() };
    let rows = register::ops::public_list(conn, process.id, &filter, page)?;
    let around = Around::read(conn, &rows.rows)?;
    Ok(Became { process, event, table, sessions, restitutions, all, rows, around })
}

fn view(v: &Visit, b: &Became, name: &str) -> Markup {
    let base = format!("/percorsi/{}", b.process.slug);
    html! {
        (ui::head(name, Some(&b.event.title)))
        @if !b.sessions.is_empty() {
            section.block {
                h2 { (v.t("minutes-questions")) }
                ol { @for s in &b.sessions { li { (s.question) } } }
            }
        }
        @if !b.restitutions.is_empty() {
            section.block {
                h2 { (v.t("restitution-list")) }
                ul { @for of in &b.restitutions { li { a href=(restitution::address(&b.process, of, "")) { (restitution::name(v.l(), of)) } } } }
            }
        }
        section.block {
            h2 { (v.t("minutes-became")) }
            @if b.all == 0 { p { (v.t("minutes-became-none")) } }
            @else { p { (v.t_with("minutes-became-text", &[("n", Arg::from(b.all))])) } }
            div.contributions { @for line in &b.rows.rows { (one(v, b, line)) } }
            (lists::pager(v, b.rows.page, b.rows.more))
        }
        p { a href=(format!("{base}/incontri/{}", b.event.number)) { (v.t("minutes-to-event")) } }
    }
}

fn one(v: &Visit, b: &Became, line: &ListLine) -> Markup {
    let slug = &b.process.slug;
    let href = format!("/percorsi/{slug}/contributi/{}", line.contribution.number);
    let answered = b.around.answers.contains_key(&line.contribution.id);
    let foot = html! { @if !answered { (ui::badge::outcome(v.l(), "none")) } };
    Shown { l: v.l(), slug, line, around: &b.around, href, quoted: true, foot, staff: false }.article()
}
