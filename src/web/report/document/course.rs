//! How it went: promoters, phases, windows, figures of participation, acts, documents.

use domain::report::{ActFacts, Content, PhaseFacts, WayFacts, WindowFacts};
use press::{Block, Figure, Item, List, Span};

use super::{bold_row, day, heading, prose, row, table, text};
use crate::locale::{Arg, Locale};

/// Who answers for the process, and by which acts.
pub(super) fn promoters(l: &Locale, c: &Content) -> Vec<Block> {
    let mut blocks = vec![heading(l, 1, "doc-promoters")];
    if !c.founding_act.is_empty() {
        let said = match c.founded_on {
            Some(on) => l.t_with(
                "doc-founded-on",
                &[("act", Arg::from(c.founding_act.as_str())), ("day", Arg::from(l.day(on)))],
            ),
            None => l.t_with("doc-founded", &[("act", Arg::from(c.founding_act.as_str()))]),
        };
        blocks.push(Block::text(said));
    }
    if c.promoters.iter().any(|p| !p.1.is_empty()) {
        let rows = c.promoters.iter().map(|(name, kind, number, on)| row(&[name, kind, number, &day(l, *on)]));
        let head = ["doc-col-promoter", "doc-col-act", "doc-col-number", "doc-col-date"];
        let caption = l.t("doc-promoters-caption").into_owned();
        blocks.push(table(l, caption, &head, rows.collect(), &[4.0, 3.0, 1.2, 2.0], &[]));
    } else {
        let items = c.promoters.iter().map(|p| Item::plain(p.0.clone())).collect();
        blocks.push(Block::List(List { items, ..List::default() }));
    }
    if !c.facilitator.is_empty() {
        blocks.push(Block::text(l.t_with("doc-facilitator", &[("name", Arg::from(c.facilitator.as_str()))])));
    }
    blocks
}

/// The phases with dates and figures.
pub(super) fn phases(l: &Locale, c: &Content) -> Vec<Block> {
    let mut blocks = vec![heading(l, 1, "doc-phases")];
    blocks.extend(c.phases.iter().zip(1..).flat_map(|(phase, n)| phase_blocks(l, phase, n)));
    blocks
}

fn phase_blocks(l: &Locale, phase: &PhaseFacts, n: i32) -> Vec<Block> {
    let title = l.t_with("doc-phase", &[("n", text(n)), ("title", Arg::from(phase.title.as_str()))]);
    let mut blocks = vec![Block::heading(2, title)];
    if phase.starts_on.is_some() || phase.ends_on.is_some() {
        blocks.push(Block::Paragraph { spans: vec![Span::italic(l.days(phase.starts_on, phase.ends_on))] });
    }
    blocks.extend(prose(&phase.description));
    if !phase.figures.is_empty() {
        let figure = |(label, value): &(String, String)| Figure { value: value.clone(), label: label.clone() };
        blocks.push(Block::Figures { items: phase.figures.iter().map(figure).collect() });
    }
    blocks
}

/// The windows, and what came in.
pub(super) fn consultation(l: &Locale, c: &Content) -> Vec<Block> {
    let mut blocks = vec![heading(l, 1, "doc-consultation")];
    blocks.extend(c.windows.iter().flat_map(|w| window(l, w)));
    blocks.push(counts(l, c));
    blocks.push(Block::text(l.t("doc-counts-text").into_owned()));
    blocks.extend(ways(l, c));
    if c.late > 0 {
        blocks.push(Block::text(l.t_with("doc-late", &[("n", Arg::from(c.late))])));
    }
    blocks.extend(authors(l, c));
    blocks
}

fn window(l: &Locale, w: &WindowFacts) -> Vec<Block> {
    let at = |instant| Arg::from(l.instant_long(instant));
    let open =
        l.t_with("doc-window", &[("version", text(w.version)), ("opens", at(w.opens_at)), ("closes", at(w.closes_at))]);
    let mut blocks = vec![Block::text(open)];
    let extension = |(before, after, reason): &(_, _, String)| {
        let said = l.t_with(
            "doc-extension",
            &[("before", at(*before)), ("after", at(*after)), ("reason", Arg::from(reason.as_str()))],
        );
        Item::plain(said)
    };
    if !w.extensions.is_empty() {
        let items = w.extensions.iter().map(extension).collect();
        blocks.push(Block::List(List { items, ..List::default() }));
    }
    blocks
}

/// Received, state by state: it adds up before everybody's eyes.
fn counts(l: &Locale, c: &Content) -> Block {
    let state = |(key, n): &(String, i64)| row(&[&l.t(&format!("intake-state-{key}")), &l.number(*n)]);
    let mut rows: Vec<_> = c.states.iter().map(state).collect();
    rows.push(bold_row(&[&l.t("doc-received-total"), &l.number(c.received)]));
    let head = ["doc-col-state", "doc-col-contributions"];
    table(l, l.t("doc-counts-caption").into_owned(), &head, rows, &[4.0, 1.0], &[false, true])
}

/// How they came, where that was more than one way.
fn ways(l: &Locale, c: &Content) -> Option<Block> {
    let asked = |w: &WayFacts| w.outcomes.iter().map(|(_, n)| n).sum();
    let way = |w: &WayFacts| row(&[&l.t(&format!("doc-way-{}", w.way)), &l.number(w.received), &l.number(asked(w))]);
    let head = ["doc-col-way", "doc-col-contributions", "doc-col-requests"];
    let rows = c.ways.iter().map(way).collect();
    let caption = l.t("doc-ways-caption").into_owned();
    (c.ways.len() > 1).then(|| table(l, caption, &head, rows, &[4.0, 1.0, 1.0], &[false, true, true]))
}

/// Organisations and people, unless so few people wrote that the number says who (design, promise 5).
fn authors(l: &Locale, c: &Content) -> Option<Block> {
    let enough = c.from_people == 0 || c.from_people >= 5;
    let args = [("organisations", Arg::from(c.from_organisations)), ("people", Arg::from(c.from_people))];
    (enough && c.from_organisations + c.from_people > 0).then(|| Block::text(l.t_with("doc-authors", &args)))
}

/// Acts of other bodies: those that were received and answered, and those the process refers to.
pub(super) fn acts(l: &Locale, c: &Content) -> Vec<Block> {
    if c.acts.is_empty() && c.received_acts.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![heading(l, 1, "doc-acts")];
    if !c.received_acts.is_empty() {
        blocks.push(Block::text(l.t("doc-acts-received").into_owned()));
        let items = c.received_acts.iter().map(|act| received(l, &c.slug, act)).collect();
        blocks.push(Block::List(List { items, ..List::default() }));
    }
    if !c.acts.is_empty() {
        blocks.push(Block::text(l.t("doc-acts-text").into_owned()));
    }
    for (body, title, number, on, note) in &c.acts {
        let mut said = vec![body.clone()];
        if !number.is_empty() {
            said.push(l.t_with("doc-act-number", &[("n", Arg::from(number.as_str()))]));
        }
        said.extend(on.map(|d| l.day(d)));
        let spans = vec![Span::bold(title.clone()), Span::plain(format!("\n{}", said.join(", ")))];
        blocks.push(Block::Paragraph { spans });
        blocks.extend(prose(note));
    }
    blocks
}

/// An act of the register, with the way to its page, and to its file where everybody may read it.
fn received(l: &Locale, slug: &str, act: &ActFacts) -> Item {
    let page = format!("/percorsi/{slug}/contributi/{}", act.contribution);
    let named = crate::comments::act_words(l, act.kind, &act.act_number, act.act_date);
    let contribution = l.t_with("doc-act-contribution", &[("n", text(act.contribution))]);
    let mut spans = vec![
        Span::bold(act.title.clone()),
        Span::plain(format!("\n{}, {named}, ", act.body)),
        Span::link(contribution, page.clone()),
    ];
    if act.file_public {
        spans.extend([Span::plain(", "), Span::link(l.t("doc-act-file").into_owned(), format!("{page}/atto"))]);
    }
    spans.push(Span::plain(format!(" (SHA-256 {})", act.sha256)));
    Item { spans, list: None }
}

/// The reference documents.
pub(super) fn documents(l: &Locale, c: &Content) -> Vec<Block> {
    if c.documents.is_empty() {
        return Vec::new();
    }
    let item = |(title, note, link): &(String, String, String)| {
        let name = if link.is_empty() { Span::bold(title.clone()) } else { Span::link(title.clone(), link.clone()) };
        let note = (!note.is_empty()).then(|| Span::plain(format!(" – {note}")));
        Item { spans: std::iter::once(name).chain(note).collect(), list: None }
    };
    let items = c.documents.iter().map(item).collect();
    vec![heading(l, 1, "doc-documents"), Block::List(List { items, ..List::default() })]
}
