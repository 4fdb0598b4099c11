//! What everybody reads: the list of shown contributions, one by one, and the tombstones of the others.

use domain::access::WindowState;
use domain::clock::Instant;
use domain::consultations::{self, Consultation};
use domain::db::Conn;
use domain::intake::Outcome;
use domain::paging::{Page, Slice};
use domain::plans;
use domain::processes::{self, Process};
use domain::register::{self, Contribution, Filter, Kind, ListLine, Repeats};
use domain::{Error, Result};
use maud::{Markup, html};

use super::place::code_typed;
use super::show::{self, Around, Shown};
use crate::http::{Answer, Visit};
use crate::locale::Arg;
use crate::processes::{Section, frame, frame_within};
use crate::ui::{self, lists, time};

/// What the query asks for.
#[derive(Debug, Clone, Default)]
struct Wanted {
    kind: Option<Kind>,
    organisations: Option<bool>,
    passage: Option<i32>,
    /// Those on the plan as a whole: `passaggio=piano`.
    whole: bool,
    late: Option<bool>,
    /// `Some(None)`: those without an answer yet.
    outcome: Option<Option<Outcome>>,
}

impl Wanted {
    fn of(v: &Visit) -> Self {
        let asked = |name: &str| v.query(name).filter(|q| !q.is_empty());
        Self {
            kind: asked("tipo").and_then(Kind::parse),
            organisations: asked("autore").map(|q| q == "enti"),
            // What is no code is no passage: nothing is on it.
            passage: asked("passaggio").filter(|q| *q != "piano").map(|typed| code_typed(typed).unwrap_or(0)),
            whole: asked("passaggio") == Some("piano"),
            late: asked("arrivo").map(|q| q == "tardivi"),
            outcome: asked("esito").map(Outcome::parse),
        }
    }

    fn is_all(&self) -> bool {
        let Self { kind, organisations, passage, whole, late, outcome } = self;
        !whole && kind.is_none() && organisations.is_none() && passage.is_none() && late.is_none() && outcome.is_none()
    }

    fn filter(&self, conn: &mut Conn, process: &Process) -> Result<Filter> {
        let (passage, numbers) = match self.passage.map(|code| plans::ops::passage_by_code(conn, process.id, code)) {
            None => (None, None),
            Some(Ok(passage)) => (Some(passage), None),
            Some(Err(Error::NotFound)) => (None, Some(Vec::new())),
            Some(Err(other)) => return Err(other),
        };
        let Self { kind, organisations, whole, late, outcome, .. } = *self;
        Ok(Filter { passage, whole, numbers, kind, late, organisations, outcome, ..Filter::default() })
    }
}

/// What the list shows.
struct List {
    process: Process,
    rows: Slice<ListLine>,
    around: Around,
    received: i64,
    late: i64,
    shown: i64,
    window: Option<Consultation>,
}

/// The list, newest first.
pub async fn list(v: Visit) -> Answer {
    let (actor, slug, wanted) = (v.actor().clone(), v.path("slug").to_owned(), Wanted::of(&v));
    let (page, now, asked) = (Page::new(v.page_number(), 50), v.now(), wanted.clone());
    let list = v.read(move |conn| {
        let process = processes::ops::by_slug(conn, &actor, &slug)?;
        let filter = asked.filter(conn, &process)?;
        let rows = register::ops::public_list(conn, process.id, &filter, page)?;
        let around = Around::read(conn, &rows.rows)?;
        let counts = register::ops::counts(conn, process.id)?;
        let sum = |late: bool| counts.iter().filter(|c| c.0 == late).map(|c| c.2).sum();
        let shown = register::ops::shown_by_passage(conn, process.id)?.iter().map(|(_, n)| n).sum();
        let window = consultations::ops::current(conn, process.id, now)?;
        Ok(List { rows, around, received: sum(false), late: sum(true), shown, window, process })
    });
    let list = list.await?;
    let title = v.t_with("contributions-title-of", &[("process", Arg::from(list.process.title.as_str()))]);
    v.page(&title, &frame(&v, &list.process, Section::Contributions, &list_view(&v, &list, &wanted)))
}

fn list_view(v: &Visit, list: &List, wanted: &Wanted) -> Markup {
    let (l, base) = (v.l(), format!("/percorsi/{}", list.process.slug));
    let open = list.window.as_ref().is_some_and(|w| w.state(v.now()) == WindowState::Open);
    let figure = |key: &str, n: i64| (v.t(key).into_owned(), l.number(n));
    let numbers = [
        figure("contributions-received", list.received),
        figure("contributions-shown", list.shown),
        figure("contributions-late", list.late),
    ];
    let cards: Vec<_> = numbers
        .iter()
        .map(|(label, n)| lists::Figure { label, number: html! { (n) }, note: None, sum: false })
        .collect();
    html! {
        (ui::head(&v.t("contributions-title"), Some(&v.t("contributions-lead"))))
        @if let Some(w) = &list.window { (time::countdown(l, v.now(), w.opens_at, w.closes_at)) }
        @if open { p { a.btn.btn-primary href=(format!("{base}/commenta")) { (v.t("contributions-write")) } } }
        (lists::figures(&cards))
        (filters(v, wanted))
        @if list.rows.rows.is_empty() {
            @if wanted.is_all() { (ui::empty(&v.t("contributions-none"), &v.t("contributions-none-text"))) }
            @else { (ui::empty(&v.t("contributions-none-such"), &v.t("contributions-none-such-text"))) }
        }
        div.contributions { @for line in &list.rows.rows { (shown(v, list, line)) } }
        (lists::pager(v, list.rows.page, list.rows.more))
        p { (v.t("contributions-register")) " " a href=(format!("{base}/registro")) { (v.t("chain-title")) } }
    }
}

fn shown(v: &Visit, list: &List, line: &ListLine) -> Markup {
    let (slug, href) =
        (&list.process.slug, format!("/percorsi/{}/contributi/{}", list.process.slug, line.contribution.number));
    let foot = show::supports(v.l(), line.supports);
    Shown { l: v.l(), slug, line, around: &list.around, href, quoted: false, foot, staff: false }.article()
}

/// A field of the filters: no token, nothing is sent but the address.
fn choice(v: &Visit, name: &str, label: &str, options: &[(String, String)]) -> Markup {
    let now = v.query(name).unwrap_or("");
    html! {
        div.field {
            label.form-label for=(format!("f-{name}")) { (v.t(label)) }
            select.form-select id=(format!("f-{name}")) name=(name) {
                option value="" { (v.t("filter-all")) }
                @for (value, words) in options { option value=(value) selected[value == now] { (words) } }
            }
        }
    }
}

fn filters(v: &Visit, wanted: &Wanted) -> Markup {
    let word = |value: &str, key: &str| (value.to_owned(), v.t(key).into_owned());
    let kinds: Vec<_> = Kind::ALL.iter().map(|k| (k.as_str().to_owned(), show::kind(v.l(), *k))).collect();
    let authors = [word("enti", "filter-organisations"), word("persone", "filter-people")];
    let arrival = [word("tempo", "filter-in-time"), word("tardivi", "filter-late")];
    let outcomes = Outcome::ALL.iter().map(|o| word(o.as_str(), &format!("outcome-{}", o.as_str())));
    let outcomes: Vec<_> = outcomes.chain([word("nessuno", "outcome-none")]).collect();
    html! {
        details.fold open[!wanted.is_all()] {
            summary { (v.t("filter-title")) }
            form.filters method="get" action=(v.path_only()) {
                (choice(v, "tipo", "comment-kind", &kinds))
                (choice(v, "autore", "filter-author", &authors))
                (choice(v, "arrivo", "filter-arrival", &arrival))
                (choice(v, "esito", "filter-outcome", &outcomes))
                div.field {
                    label.form-label for="f-passaggio" { (v.t("filter-passage")) }
                    input.form-control id="f-passaggio" name="passaggio" placeholder=(v.t("filter-passage-example")) value=(v.query("passaggio").unwrap_or(""));
                }
                div.form-actions {
                    button.btn.btn-primary { (v.t("filter-button")) } " "
                    @if !wanted.is_all() { a.btn.btn-link href=(v.path_only()) { (v.t("filter-clear")) } }
                }
            }
        }
    }
}

/// What the page of one shows.
struct One {
    process: Process,
    of: Contribution,
    /// Its words, only where everybody may read them.
    shown: Option<(ListLine, Around)>,
    duplicate_of: Option<i32>,
    /// Whether it was marked as repeating one whose answer cannot stand for it.
    lost: bool,
    open: bool,
}

/// One contribution, or its tombstone.
pub async fn one(v: Visit) -> Answer {
    let (actor, slug, now) = (v.actor().clone(), v.path("slug").to_owned(), v.now());
    let number = v.path_as::<i32>("number")?;
    let one = v.read(move |conn| {
        let process = processes::ops::by_slug(conn, &actor, &slug)?;
        one_of(conn, process, number, now)
    });
    let one = one.await?;
    let title = v.t_with("contribution-title", &[("number", Arg::from(number.to_string()))]);
    let content = html! {
        (ui::head(&title, None))
        @match &one.shown {
            Some((line, around)) => (whole(&v, &one, line, around)),
            None => (tombstone(&v, &one)),
        }
        (ways(&v, &one))
    };
    v.page(&title, &frame_within(&v, &one.process, Section::Contributions, &title, &content))
}

fn one_of(conn: &mut Conn, process: Process, number: i32, now: Instant) -> Result<One> {
    let of = register::ops::by_number(conn, process.id, number)?;
    let window = consultations::ops::by_id(conn, of.consultation_id)?;
    let open = window.state(now) == WindowState::Open;
    let duplicate_of = register::ops::duplicate_of(conn, &of)?;
    let lost = register::ops::originals(conn, &[&of])?.values().any(|r| *r == Repeats::Lost);
    let shown = if register::ops::is_public(&of) {
        let code = register::ops::passage_code(conn, &of)?;
        let line = register::ops::line(conn, of.clone(), code)?;
        let around = Around::read(conn, std::slice::from_ref(&line))?;
        Some((line, around))
    } else {
        None
    };
    Ok(One { process, of, shown, duplicate_of, lost, open })
}

fn whole(v: &Visit, one: &One, line: &ListLine, around: &Around) -> Markup {
    let slug = &one.process.slug;
    let href = format!("/percorsi/{slug}/contributi/{}", one.of.number);
    let foot = html! {
        (show::supports(v.l(), line.supports)) " "
        @if one.open { a href=(format!("{href}/sostieni")) { (v.t("contribution-support")) } }
    };
    html! {
        (Shown { l: v.l(), slug, line, around, href, quoted: true, foot, staff: false }.article())
        @if !around.answers.contains_key(&one.of.id) { p { (ui::badge::outcome(v.l(), "none")) } }
    }
}

/// What is left to see of what is not shown: number, date, state, and why where there is a reason; never text or author.
fn tombstone(v: &Visit, one: &One) -> Markup {
    let (l, of) = (v.l(), &one.of);
    let text = match show::state(of) {
        "withdrawn" => "tombstone-withdrawn",
        "refused" => "tombstone-refused",
        "duplicate" if one.lost => "tombstone-duplicate-lost",
        "duplicate" => "tombstone-duplicate",
        "waiting" | "held" => "tombstone-waiting",
        _ => "tombstone-not-shown",
    };
    let refused = (show::state(of) == "refused").then(|| show::refusal(l, of));
    html! {
        div.tombstone {
            p { strong { (l.t("contribution-number-short")) " " (of.number) } " " (show::badges(l, of)) }
            p { (l.t("tombstone-received")) " " (time::instant(l, of.received_at)) }
            p { (l.t(text)) }
            @if let Some(reason) = refused { p { (l.t("contribution-refused-because")) " " (reason) } }
            @if let (Some(other), "duplicate") = (one.duplicate_of, show::state(of)) {
                p { a href=(format!("/percorsi/{}/contributi/{other}", one.process.slug)) {
                    (l.t_with("contribution-duplicate-of", &[("number", Arg::from(other.to_string()))]))
                } }
            }
        }
    }
}

/// Where its author and the staff go from here.
fn ways(v: &Visit, one: &One) -> Markup {
    let base = format!("/percorsi/{}", one.process.slug);
    let mine = one.of.account_id.is_some() && one.of.account_id == v.actor().account;
    html! {
        @if mine { p { a href=(format!("{base}/contributi/{}/ricevuta", one.of.number)) { (v.t("contribution-mine")) } } }
        @if v.actor().is_staff(one.process.id) {
            p { a href=(format!("{base}/gestione/contributi/{}", one.of.number)) { (v.t("contribution-moderate")) } }
        }
        p { a href=(format!("{base}/contributi")) { (v.t("contribution-all")) } }
    }
}
