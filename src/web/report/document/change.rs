//! The versions, and the changes that no request explains.

use domain::report::{Change, Content, VersionFacts};
use press::{Block, Span};

use super::taken::run_spans;
use super::{heading, row, table, text};
use crate::locale::{Arg, Locale};

/// The published versions and what changed between them.
pub(super) fn versions(l: &Locale, c: &Content) -> Vec<Block> {
    if c.versions.is_empty() {
        return Vec::new();
    }
    let count = |n: usize| l.number(i64::try_from(n).unwrap_or(0));
    // A column of its own only where there is something in it.
    let formal = c.versions.iter().any(|v| v.reshaped > 0);
    let version = |v: &VersionFacts| {
        let changed = |i: usize| v.changes.and_then(|c| c.get(i).copied()).map_or_else(|| "–".to_owned(), count);
        let mut cells = vec![v.number.to_string(), l.date(v.published_at), count(v.passages)];
        cells.extend((0..4).map(changed));
        if formal {
            cells.push(v.changes.map_or_else(|| "–".to_owned(), |_| count(v.reshaped)));
        }
        row(&cells.iter().map(String::as_str).collect::<Vec<_>>())
    };
    let head = [
        "doc-col-version",
        "doc-col-published",
        "doc-col-passages",
        "doc-col-edited",
        "doc-col-new",
        "doc-col-moved",
        "doc-col-removed",
        "doc-col-reshaped",
    ];
    let columns = if formal { head.len() } else { head.len() - 1 };
    let rows = c.versions.iter().map(version).collect();
    let numeric = [false, false, true, true, true, true, true, true];
    let widths = [1.8, 2.4, 1.5, 1.6, 1.2, 1.5, 1.2, 1.4];
    let caption = l.t("doc-versions-caption").into_owned();
    let mut blocks = vec![
        heading(l, 1, "doc-versions"),
        table(l, caption, &head[..columns], rows, &widths[..columns], &numeric[..columns]),
    ];
    for v in c.versions.iter().filter(|v| !v.note.is_empty()) {
        let name = l.t_with("doc-version-note", &[("n", text(v.number))]);
        blocks.push(Block::Paragraph { spans: vec![Span::bold(format!("{name} ")), Span::plain(v.note.clone())] });
    }
    blocks.extend(agreement(l, c));
    blocks
}

/// Whether the answers that speak of the text, and the text, agree.
fn agreement(l: &Locale, c: &Content) -> Vec<Block> {
    let held = &c.agreement;
    let mut said = Vec::new();
    if held.claims > 0 && held.unfounded.is_empty() {
        said.push(l.t_with("doc-agreement", &[("n", Arg::from(held.claims))]));
    }
    if !held.unfounded.is_empty() {
        let list = held.unfounded.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        let words = [("n", Arg::from(held.claims)), ("list", Arg::from(list))];
        said.push(l.t_with("doc-agreement-unfounded", &words));
    }
    let lighter = [
        ("doc-agreement-typographic", &held.typographic),
        ("doc-agreement-formal", &held.formal),
        ("doc-agreement-renumbered", &held.renumbered),
    ];
    for (key, counts) in lighter {
        let only = |(version, n): &(i32, i64)| l.t_with(key, &[("n", Arg::from(*n)), ("version", text(*version))]);
        said.extend(counts.iter().map(only));
    }
    said.into_iter().map(Block::text).collect()
}

/// Changes of the later versions that no request explains, with the reason given.
pub(super) fn unexplained(l: &Locale, c: &Content) -> Vec<Block> {
    if c.explained.is_empty() {
        return Vec::new();
    }
    let (said, unsaid): (Vec<&Change>, Vec<&Change>) = c.explained.iter().partition(|change| change.reason.is_some());
    let mut blocks = vec![heading(l, 2, "doc-unexplained")];
    if !said.is_empty() {
        blocks.extend(reasons(l, c, &said));
    }
    let mut versions: Vec<i32> = unsaid.iter().map(|change| change.version).collect();
    versions.dedup();
    blocks.extend(versions.into_iter().map(|version| {
        let n = unsaid.iter().filter(|change| change.version == version).count();
        let count = Arg::from(i64::try_from(n).unwrap_or(0));
        let words = l.t_with("doc-unexplained-unsaid", &[("n", count), ("version", text(version))]);
        let compare =
            Span::link(l.t("doc-unexplained-compare").into_owned(), format!("/percorsi/{}/piano/confronto", c.slug));
        Block::Paragraph { spans: vec![Span::plain(words), Span::plain(" "), compare, Span::plain(".")] }
    }));
    blocks
}

/// The changes for which a reason was given.
fn reasons(l: &Locale, c: &Content, said: &[&Change]) -> Vec<Block> {
    let groups = for_one_reason(said);
    let rows = groups.iter().map(|same| change_row(l, &c.slug, same)).collect();
    // Where many passages have one reason, they need the room.
    let widths = if groups.iter().any(|g| g.len() > 12) { [4.6, 1.6, 2.8] } else { [2.4, 1.8, 4.0] };
    let head = ["doc-col-passages", "doc-col-why", "doc-col-note"];
    vec![
        Block::text(l.t("doc-unexplained-text").into_owned()),
        table(l, l.t("doc-unexplained-caption").into_owned(), &head, rows, &widths, &[]),
    ]
}

/// Changes of one version that have one reason in common, in the order of the first of each.
fn for_one_reason<'c>(changes: &[&'c Change]) -> Vec<Vec<&'c Change>> {
    let mut groups: Vec<Vec<&Change>> = Vec::new();
    let alike = |a: &Change, b: &Change| (a.version, a.reason, &a.note) == (b.version, b.reason, &b.note);
    for one in changes.iter().copied() {
        match groups.iter_mut().find(|g| g.first().is_some_and(|first| alike(first, one))) {
            Some(group) => group.push(one),
            None => groups.push(vec![one]),
        }
    }
    groups
}

fn change_row(l: &Locale, slug: &str, same: &[&Change]) -> Vec<Vec<Span>> {
    let Some(first) = same.first() else { return Vec::new() };
    let codes: Vec<i32> = same.iter().map(|c| c.code).collect();
    let mut passages = run_spans(slug, &codes);
    passages
        .push(Span::plain(format!(" {}", l.t_with("doc-of-version", &[("n", Arg::from(first.version.to_string()))]))));
    let why = first.reason.map_or("doc-reason-none".to_owned(), |r| format!("doc-reason-{}", r.as_str()));
    vec![passages, vec![Span::plain(l.t(&why).into_owned())], vec![Span::plain(first.note.clone())]]
}
