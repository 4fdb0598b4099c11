//! The report as a document: what was recorded, in the words of one language. It knows nothing of layout; the press does.

mod change;
mod course;
mod heard;
mod met;
mod taken;

use chrono::{Datelike, NaiveDate, Timelike};
use domain::clock::Instant;
use domain::report::Content;
use press::{Block, Document, Figure, Labels, Moment, Span, Table};

use crate::locale::{Arg, Lang, Locale};

/// Which edition of a report it is.
#[derive(Debug, Clone, Copy)]
pub struct Edition<'a> {
    /// Its number and the SHA-256 of its content; a preview has neither, and says on every page what it is.
    pub published: Option<(i32, &'a str)>,
    /// When it is published, or was looked at.
    pub at: Instant,
    /// How the public reaches the site, for links that outlive the page.
    pub base_url: &'a str,
}

/// The whole report.
pub fn document(l: &Locale, content: &Content, edition: &Edition<'_>) -> Document {
    let parts = [
        brief(l, content),
        prose_section(l, "doc-introduction", &content.introduction),
        course::promoters(l, content),
        course::phases(l, content),
        met::events(l, content, edition.at),
        heard::interviews(l, content),
        course::consultation(l, content),
        taken::taken(l, content),
        course::acts(l, content),
        change::versions(l, content),
        change::unexplained(l, content),
        prose_section(l, "doc-thanks", &content.thanks),
        participants(l, content),
        course::documents(l, content),
        check(l, content, edition),
    ];
    Document {
        lang: if l.lang() == Lang::It { press::Lang::It } else { press::Lang::En },
        title: content.title.clone(),
        subtitle: Some(l.t("doc-subtitle").into_owned()),
        promoters: content.promoters.iter().map(|p| p.0.clone()).collect(),
        number: Some(match edition.published {
            Some((number, _)) => l.t_with("doc-number", &[("n", text(number))]),
            None => l.t("doc-preview").into_owned(),
        }),
        date: l.date(edition.at),
        issued: moment(edition.at),
        summary: None,
        fingerprint: Some(match edition.published {
            Some((_, fingerprint)) => fingerprint.to_owned(),
            None => l.t("doc-preview-foot").into_owned(),
        }),
        base_url: Some(edition.base_url.to_owned()),
        labels: labels(l, if edition.published.is_some() { "doc-label-fingerprint" } else { "doc-preview" }),
        short: false,
        blocks: parts.into_iter().flatten().collect(),
    }
}

/// The words the press adds to a document of this language that is no report, and the instant for its metadata: for other
/// rooms that print.
pub fn printed_labels(l: &Locale, at: Instant) -> (Labels, Option<Moment>) {
    (labels(l, "doc-label-fingerprint"), moment(at))
}

fn labels(l: &Locale, foot: &str) -> Labels {
    let t = |key: &str| l.t(key).into_owned();
    Labels {
        contents: t("doc-label-contents"),
        page: t("doc-label-page"),
        of: t("doc-label-of"),
        table: t("doc-label-table"),
        fingerprint: t(foot),
        added: t("doc-label-added"),
        removed: t("doc-label-removed"),
    }
}

fn moment(at: Instant) -> Option<Moment> {
    let at = at.utc();
    let small = |n: u32| u8::try_from(n).ok();
    Some(Moment {
        year: u16::try_from(at.year()).ok()?,
        month: small(at.month())?,
        day: small(at.day())?,
        hour: small(at.hour())?,
        minute: small(at.minute())?,
        second: small(at.second().min(59))?,
    })
}

/// A number that is a name: no separators, no plural.
fn text(n: impl ToString) -> Arg<'static> {
    Arg::from(n.to_string())
}

fn heading(l: &Locale, level: u8, key: &str) -> Block {
    Block::Heading { level, text: l.t(key).into_owned(), anchor: Some(key.trim_start_matches("doc-").to_owned()) }
}

/// Plain text as paragraphs: an empty line parts them, a line end is kept.
fn prose(words: &str) -> impl Iterator<Item = Block> + '_ {
    words.split("\n\n").map(str::trim).filter(|p| !p.is_empty()).map(Block::text)
}

fn prose_section(l: &Locale, key: &str, words: &str) -> Vec<Block> {
    if words.trim().is_empty() {
        return Vec::new();
    }
    std::iter::once(heading(l, 1, key)).chain(prose(words)).collect()
}

/// A row of cells with one span each.
fn row(cells: &[&str]) -> Vec<Vec<Span>> {
    cells.iter().map(|c| vec![Span::plain(*c)]).collect()
}

fn bold_row(cells: &[&str]) -> Vec<Vec<Span>> {
    cells.iter().map(|c| vec![Span::bold(*c)]).collect()
}

fn table(
    l: &Locale,
    caption: String,
    head: &[&str],
    rows: Vec<Vec<Vec<Span>>>,
    widths: &[f32],
    numeric: &[bool],
) -> Block {
    Block::Table(Table {
        caption,
        head: head.iter().map(|key| l.t(key).into_owned()).collect(),
        rows,
        widths: Some(widths.to_vec()),
        numeric: numeric.to_vec(),
    })
}

fn day(l: &Locale, day: Option<NaiveDate>) -> String {
    day.map(|d| l.day(d)).unwrap_or_default()
}

/// What can be said in numbers before anything is read.
fn brief(l: &Locale, c: &Content) -> Vec<Block> {
    let requests: i64 = c.outcomes.iter().map(|(_, n)| n).sum();
    let organisations = i64::try_from(c.participants.organisations.len()).unwrap_or(0);
    let figure = |n: i64, key: &str| Figure { value: l.number(n), label: l.fill(key, &[("n", Arg::from(n))]) };
    let mut blocks = vec![heading(l, 1, "doc-brief")];
    blocks.extend(prose(&c.summary));
    let mut items = vec![
        figure(c.received, "doc-figure-received"),
        figure(requests, "doc-figure-requests"),
        figure(organisations, "doc-figure-organisations"),
    ];
    // No figure says "none": private citizens who came to events only are counted among those who were there, and by nothing else.
    let more = [(c.participants.citizens, "doc-figure-citizens"), (met::present(c), "doc-figure-present")];
    items.extend(more.into_iter().filter(|(n, _)| *n > 0).map(|(n, key)| figure(n, key)));
    blocks.push(Block::Figures { items });
    let figures = c.figures.iter().map(|(label, value)| Figure { value: value.clone(), label: label.clone() });
    let figures: Vec<Figure> = figures.collect();
    if !figures.is_empty() {
        blocks.push(Block::Figures { items: figures });
    }
    blocks
}

/// More names than these begin on a page of their own.
const LONG_LIST: i64 = 60;

/// Organisations by name, in the published order; people by number only.
fn participants(l: &Locale, c: &Content) -> Vec<Block> {
    let (names, citizens) = (&c.participants.organisations, c.participants.citizens);
    let n = i64::try_from(names.len()).unwrap_or(0);
    let mut blocks = vec![heading(l, 1, "doc-participants")];
    if n > LONG_LIST {
        blocks.insert(0, Block::PageBreak);
    }
    if n > 0 {
        blocks.push(Block::text(l.t_with("doc-participants-text", &[("n", Arg::from(n))])));
        blocks.push(Block::Names { items: names.clone() });
    }
    let (first, last) = (text(n + 1), text(n + citizens));
    match citizens {
        0 => {}
        1 => blocks.push(Block::text(l.t_with("doc-citizen", &[("first", first)]))),
        _ => blocks.push(Block::text(
            l.t_with("doc-citizens", &[("n", Arg::from(citizens)), ("first", first), ("last", last)]),
        )),
    }
    blocks
}

/// How anyone can check what the report says.
fn check(l: &Locale, c: &Content, edition: &Edition<'_>) -> Vec<Block> {
    let link = |key: &str, path: &str| Span::link(l.t(key).into_owned(), format!("/percorsi/{}{path}", c.slug));
    let say = |key: &str| Span::plain(l.t(key).into_owned());
    let space = || Span::plain(" ");
    let mut blocks = vec![
        heading(l, 1, "doc-check"),
        Block::Paragraph {
            spans: vec![
                say("doc-check-outcomes"),
                space(),
                link("doc-check-outcomes-link", "/esiti"),
                Span::plain("."),
            ],
        },
        Block::Paragraph {
            spans: vec![
                say("doc-check-register"),
                space(),
                link("doc-check-register-link", "/registro"),
                Span::plain("."),
            ],
        },
        Block::Paragraph { spans: vec![say("doc-check-head"), Span::plain("\n"), Span::bold(c.register_head.clone())] },
    ];
    if edition.published.is_some() {
        blocks.push(Block::text(l.t("doc-check-fingerprint").into_owned()));
    }
    blocks
}
