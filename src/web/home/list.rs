//! The home page: every process one may know of, by where it stands, with what can be done in it now.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use domain::access::{Actor, WindowState};
use domain::clock::Instant;
use domain::consultations::{self, Consultation};
use domain::db::Conn;
use domain::id::ProcessId;
use domain::processes::{PhaseState, ProcessLine, ops};
use domain::{plans, report};
use maud::{Markup, html};

use crate::http::{Answer, Visit};
use crate::locale::Arg;
use crate::ui;

/// A process on the home page.
struct Card {
    line: ProcessLine,
    window: Option<(Consultation, WindowState)>,
    /// The number of the version it is about.
    version: i32,
    has_plan: bool,
    has_report: bool,
    staff: bool,
}

impl Card {
    /// Which part of the page it stands in: an open window counts more than the dates of the phases.
    fn state(&self) -> PhaseState {
        if self.opened() { PhaseState::Now } else { self.line.state }
    }

    fn opened(&self) -> bool {
        self.window.as_ref().is_some_and(|(_, s)| *s == WindowState::Open)
    }
}

/// Everything in six statements, however many processes there are.
fn cards(conn: &mut Conn, actor: &Actor, now: Instant) -> domain::Result<Vec<Card>> {
    let lines = ops::list(conn, actor, now)?;
    let ids: Vec<ProcessId> = lines.iter().map(|l| l.process.id).collect();
    let mut windows: HashMap<ProcessId, (Consultation, i32)> = HashMap::new();
    // As everywhere: the one that is open counts, or else the newest.
    for found in consultations::ops::of_processes(conn, &ids)? {
        let open = found.0.state(now) == WindowState::Open;
        match windows.entry(found.0.process_id) {
            Entry::Vacant(none) => drop(none.insert(found)),
            Entry::Occupied(mut one) if open => drop(one.insert(found)),
            Entry::Occupied(_) => {}
        }
    }
    let plans: HashSet<ProcessId> = plans::ops::published_in(conn, &ids)?.into_iter().collect();
    let reports: HashSet<ProcessId> = report::ops::published_in(conn, &ids)?.into_iter().collect();
    let card = |line: ProcessLine| {
        let id = line.process.id;
        let (window, version) = windows.remove(&id).map_or((None, 0), |(w, version)| {
            let state = w.state(now);
            (Some((w, state)), version)
        });
        Card {
            window,
            version,
            has_plan: plans.contains(&id),
            has_report: reports.contains(&id),
            staff: actor.is_staff(id),
            line,
        }
    };
    Ok(lines.into_iter().map(card).collect())
}

/// The page.
pub async fn home(v: Visit) -> Answer {
    let (actor, now) = (v.actor().clone(), v.now());
    let mut found = v.read(move |conn| cards(conn, &actor, now)).await?;
    found.sort_by_key(|c| !c.opened());
    v.page(&v.t("home-title"), &view(&v, &found))
}

fn view(v: &Visit, found: &[Card]) -> Markup {
    let is_public = |c: &&Card| c.line.process.published_at.is_some();
    let public = |state| found.iter().filter(is_public).filter(|c| c.state() == state).collect::<Vec<_>>();
    let drafts: Vec<&Card> = found.iter().filter(|c| c.line.process.published_at.is_none()).collect();
    html! {
        (ui::head(&v.t("home-title"), Some(&v.t("home-lead"))))
        @if v.actor().administrator {
            div.page-actions {
                a.btn.btn-primary href="/percorsi/nuovo" { (v.t("home-new")) } " "
                a.btn.btn-outline-primary href="/amministrazione" { (v.t("layout-administration")) }
            }
        }
        @if found.is_empty() { (ui::empty(&v.t("home-none"), &v.t("home-none-text"))) }
        (section(v, "home-drafts", &drafts))
        (section(v, "home-now", &public(PhaseState::Now)))
        (section(v, "home-to-come", &public(PhaseState::ToCome)))
        (section(v, "home-past", &public(PhaseState::Past)))
    }
}

fn section(v: &Visit, title: &str, cards: &[&Card]) -> Markup {
    html! {
        @if !cards.is_empty() {
            section.block {
                h2 { (v.t(title)) }
                div.cards { @for card in cards { (article(v, card)) } }
            }
        }
    }
}

fn article(v: &Visit, card: &Card) -> Markup {
    let (p, promoters) = (&card.line.process, card.line.promoters.join(", "));
    let first = p.summary.split("\n\n").next().unwrap_or_default();
    html! {
        article.card {
            div.card-body {
            h3.card-title { a href=(format!("/percorsi/{}", p.slug)) { (p.title) } }
            @if !promoters.is_empty() { p.card-meta { (v.t_with("home-promoted-by", &[("names", Arg::from(promoters))])) } }
            p.card-text { (first) }
            p.card-meta {
                (v.l().days(card.line.days.0, card.line.days.1))
                @if let Some(phase) = &card.line.phase { br; (v.t_with("home-phase", &[("phase", Arg::from(phase.as_str()))])) }
            }
            (deadline(v, card))
            }
            (now(v, card))
        }
    }
}

fn deadline(v: &Visit, card: &Card) -> Markup {
    let when = |key: &str, at: Instant| v.t_with(key, &[("when", Arg::from(v.l().instant_long(at)))]);
    html! {
        @match &card.window {
            Some((w, WindowState::Open)) => p.card-text { strong { (when("home-comment-until", w.closes_at)) } },
            Some((w, WindowState::Before)) => p.card-text { strong { (when("home-opens", w.opens_at)) } },
            _ => {}
        }
    }
}

/// What can be done in it now.
fn now(v: &Visit, card: &Card) -> Markup {
    let to = |rest: &str| format!("/percorsi/{}{rest}", card.line.process.slug);
    html! {
        div.card-foot {
            @if card.opened() { a.btn.btn-primary href=(to(&format!("/piano/{}", card.version))) { (v.t("home-do-comment")) } }
            @else if card.has_report { a.btn.btn-outline-primary href=(to("/resoconto")) { (v.t("home-do-report")) } }
            @else if card.has_plan { a.btn.btn-outline-primary href=(to("/piano")) { (v.t("home-do-plan")) } }
            @else if !card.staff { a href=(to("")) { (v.t("home-do-more")) } }
            @if card.staff { " " a.btn.btn-link href=(to("/gestione")) { (v.t("section-staff")) } }
        }
    }
}
