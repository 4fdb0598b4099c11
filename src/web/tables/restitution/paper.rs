//! A restitution as a document, in the words of one language: what the press prints.

use domain::clock::Instant;
use domain::tables::restitution::{Action, Content, Heard, Place, Sentence};
use press::{Block, Document, Item, List, Span, Table};

use super::where_said;
use crate::events::SHORT;
use crate::locale::{Arg, Lang, Locale};
use crate::report::printed_labels;

/// Which edition it is.
pub struct Edition<'a> {
    /// Its number.
    pub number: i32,
    /// SHA-256 of its content.
    pub fingerprint: &'a str,
    /// When it is published.
    pub at: Instant,
    /// How the public reaches the site.
    pub base_url: &'a str,
}

/// The whole document.
pub fn document(l: &Locale, c: &Content, edition: &Edition<'_>) -> Document {
    let (labels, issued) = printed_labels(l, edition.at);
    Document {
        lang: if l.lang() == Lang::It { press::Lang::It } else { press::Lang::En },
        title: title(l, c),
        subtitle: Some(format!("{} – {}", c.event, l.date(c.held_at))),
        promoters: c.promoters.clone(),
        number: Some(l.t_with("restitution-edition", &[("n", Arg::from(edition.number.to_string()))])),
        date: l.date(edition.at),
        issued,
        summary: None,
        fingerprint: Some(edition.fingerprint.to_owned()),
        base_url: Some(edition.base_url.to_owned()),
        labels,
        short: letters(c) < SHORT,
        blocks: blocks(l, c),
    }
}

/// How many characters it says, without what the words of the program add.
fn letters(c: &Content) -> usize {
    let heard = |lines: &[Heard]| lines.iter().map(|h| h.text.chars().count()).sum::<usize>();
    let sentence = |s: &Sentence| {
        s.text.chars().count() + heard(&s.lines) + s.from.iter().map(|(_, text)| text.chars().count()).sum::<usize>()
    };
    let action = |a: &Action| {
        [&a.text, &a.who, &a.by_when, &a.means].iter().map(|t| t.chars().count()).sum::<usize>() + heard(&a.lines)
    };
    let plan = c.plan.iter().flat_map(|o| &o.actions).map(action).sum::<usize>();
    c.sentences.iter().map(sentence).sum::<usize>() + plan
}

/// `Restituzione: Tavolo 3. Theme, sessione 1`.
pub fn title(l: &Locale, c: &Content) -> String {
    let of = match &c.session {
        Some(at) => place(l, at),
        None => l.t("restitution-whole").into_owned(),
    };
    l.t_with("restitution-of", &[("of", Arg::from(of.as_str()))])
}

fn place(l: &Locale, at: &Place) -> String {
    where_said(l, at.table, &at.theme, at.session)
}

fn blocks(l: &Locale, c: &Content) -> Vec<Block> {
    let mut out = vec![Block::text(l.t("restitution-names").into_owned())];
    if let Some(at) = &c.session {
        out.push(Block::heading(1, l.t("restitution-question")));
        out.push(Block::text(at.question.clone()));
    }
    if !c.sentences.is_empty() {
        out.push(Block::heading(1, l.t("restitution-synthesis")));
        c.sentences.iter().for_each(|s| sentence(l, &mut out, s));
    }
    if !c.plan.is_empty() {
        out.push(Block::heading(1, l.t("restitution-plan")));
    }
    for objective in &c.plan {
        out.push(Block::heading(2, objective.title.clone()));
        out.push(plan(l, &objective.title, &objective.actions));
        out.extend(behind_plan(l, c.session.is_none(), &objective.actions));
    }
    out
}

fn sentence(l: &Locale, out: &mut Vec<Block>, s: &Sentence) {
    out.extend(s.text.split("\n\n").map(Block::text));
    let from = s.from.iter().map(|(at, text)| Item::plain(format!("{}: {text}", place(l, at))));
    let items: Vec<Item> = lines(l, &s.lines, s.unshown).into_iter().chain(from).collect();
    if !items.is_empty() {
        out.push(Block::List(List { items, ..List::default() }));
    }
}

/// The lines that may be shown, and how many more there are.
fn lines(l: &Locale, shown: &[Heard], unshown: usize) -> Vec<Item> {
    let mut items: Vec<Item> = shown.iter().map(|h| Item { spans: heard(l, h), list: None }).collect();
    if unshown > 0 {
        items.push(Item::plain(l.t_with("restitution-unshown", &[("n", Arg::from(unshown))])));
    }
    items
}

fn heard(l: &Locale, h: &Heard) -> Vec<Span> {
    let kind = l.t(&format!("minutes-kind-{}", h.kind.as_str()));
    let mut spans = vec![Span::italic(format!("{kind}: ")), Span::plain(h.text.clone())];
    if !h.by.is_empty() {
        spans.push(Span::plain(format!(" ({})", h.by)));
    }
    spans
}

fn plan(l: &Locale, objective: &str, actions: &[Action]) -> Block {
    let cell = |text: &str| vec![Span::plain(if text.is_empty() { "–" } else { text })];
    let row = |a: &Action| vec![cell(&a.text), cell(&a.who), cell(&a.by_when), cell(&a.means)];
    let head = ["restitution-action", "restitution-who", "restitution-when", "restitution-means"];
    Block::Table(Table {
        caption: l.t_with("restitution-actions", &[("objective", Arg::from(objective))]),
        head: head.iter().map(|key| l.t(key).into_owned()).collect(),
        rows: actions.iter().map(row).collect(),
        widths: Some(vec![4.0, 2.0, 1.5, 2.5]),
        numeric: Vec::new(),
    })
}

/// What is behind each action; in the event's restitution also where it emerged.
fn behind_plan(l: &Locale, whole: bool, actions: &[Action]) -> Vec<Block> {
    let mut items = Vec::new();
    for a in actions {
        let mut under = lines(l, &a.lines, a.unshown);
        if whole {
            under.insert(0, Item::plain(place(l, &a.place)));
        }
        if !under.is_empty() {
            let list = Some(List { items: under, ..List::default() });
            items.push(Item { spans: vec![Span::bold(a.text.clone())], list });
        }
    }
    if items.is_empty() {
        return Vec::new();
    }
    let intro = Block::text(l.t("restitution-behind-plan").into_owned());
    vec![intro, Block::List(List { items, ..List::default() })]
}
