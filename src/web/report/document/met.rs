//! The events: where people met, how many came, and what of it can be read.

use domain::clock::Instant;
use domain::events::State;
use domain::report::{Content, EventFacts};
use press::{Block, Item, List, Span};

use super::{heading, table};
use crate::locale::{Arg, Locale};

/// The whole part, as of an instant; nothing where there were no events.
pub(super) fn events(l: &Locale, c: &Content, at: Instant) -> Vec<Block> {
    if c.events.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![heading(l, 1, "doc-events")];
    let held: Vec<&EventFacts> = c.events.iter().filter(|e| e.state == State::Held).collect();
    if !held.is_empty() {
        let args = [("n", Arg::from(held.len())), ("present", Arg::from(present(c)))];
        blocks.push(Block::text(l.t_with("doc-events-text", &args)));
        blocks.push(met(l, &c.slug, &held));
    }
    let open: Vec<&EventFacts> =
        c.events.iter().filter(|e| matches!(e.state, State::Planned | State::MovedOnline)).collect();
    let to_come = open.iter().filter(|e| e.starts_at > at).count();
    for (n, key) in [(to_come, "doc-events-to-come"), (open.len() - to_come, "doc-events-unsaid")] {
        if n > 0 {
            blocks.push(Block::text(l.t_with(key, &[("n", Arg::from(n))])));
        }
    }
    let cancelled: Vec<Item> =
        c.events.iter().filter(|e| e.state == State::Cancelled).map(|e| called_off(l, &c.slug, e)).collect();
    if !cancelled.is_empty() {
        blocks.push(Block::text(l.t("doc-events-cancelled").into_owned()));
        blocks.push(Block::List(List { items: cancelled, ..List::default() }));
    }
    blocks
}

/// Who came to all events that were held: somebody who came to two counts twice, since nothing kept can tell.
pub(super) fn present(c: &Content) -> i64 {
    c.events.iter().filter_map(|e| e.present).sum()
}

fn address(slug: &str, of: &EventFacts, rest: &str) -> String {
    format!("/percorsi/{slug}/incontri/{}{rest}", of.number)
}

/// Those that were held, with who came and what became of what was said at the tables, where there were any.
fn met(l: &Locale, slug: &str, held: &[&EventFacts]) -> Block {
    let seated = held.iter().any(|e| e.tables > 0);
    let row = |e: &&EventFacts| {
        let number = |n: i64| vec![Span::plain(if e.tables > 0 { l.number(n) } else { "–".to_owned() })];
        let mut cells = vec![vec![Span::plain(l.date(e.starts_at))], named(l, slug, e)];
        if seated {
            cells.extend([number(e.tables), number(e.contributions)]);
        }
        let present = e.present.filter(|n| *n > 0);
        cells.push(vec![Span::plain(present.map_or_else(|| "–".to_owned(), |n| l.number(n)))]);
        cells
    };
    let rows = held.iter().map(row).collect();
    let caption = l.t("doc-events-caption").into_owned();
    if seated {
        let head = ["doc-col-day", "doc-col-event", "doc-col-tables", "doc-col-from-tables", "doc-col-present"];
        table(l, caption, &head, rows, &[2.0, 4.0, 1.0, 1.6, 1.4], &[false, false, true, true, true])
    } else {
        let head = ["doc-col-day", "doc-col-event", "doc-col-present"];
        table(l, caption, &head, rows, &[2.0, 4.0, 1.4], &[false, false, true])
    }
}

/// Title, kind and place, with the way to its page and to its restitution.
fn named(l: &Locale, slug: &str, e: &EventFacts) -> Vec<Span> {
    let kind = l.t(&format!("event-kind-{}", e.kind.as_str()));
    let place = if e.place.is_empty() { l.t("doc-event-online") } else { e.place.as_str().into() };
    let mut spans = vec![Span::link(e.title.clone(), address(slug, e, "")), Span::plain(format!("\n{kind}. {place}"))];
    if e.restitution {
        let link = Span::link(l.t("doc-event-restitution").into_owned(), address(slug, e, "/restituzioni"));
        spans.extend([Span::plain("\n"), link]);
    }
    spans
}

fn called_off(l: &Locale, slug: &str, e: &EventFacts) -> Item {
    let why = if e.reason.is_empty() { String::new() } else { format!(". {}", e.reason) };
    let said = format!(" ({}){why}", l.date(e.starts_at));
    Item { spans: vec![Span::link(e.title.clone(), address(slug, e, "")), Span::plain(said)], list: None }
}
