//! What was taken up and what was not: by outcome, then chapter by chapter with the reasons.

use domain::report::{Chapter, Content, Taken, WayFacts};
use press::{Block, Span, Table};

use super::{bold_row, heading, row, table};
use crate::locale::{Arg, Locale};
use crate::ui::plan;

/// The whole part.
pub(super) fn taken(l: &Locale, c: &Content) -> Vec<Block> {
    let requests: i64 = c.outcomes.iter().map(|(_, n)| n).sum();
    let mut blocks =
        vec![heading(l, 1, "doc-taken"), Block::text(l.t_with("doc-taken-text", &[("n", Arg::from(requests))]))];
    if requests == 0 {
        return blocks;
    }
    let label = |key: &str| l.t(&format!("outcome-{key}")).into_owned();
    let shares = l.shares(&c.outcomes.iter().map(|(_, n)| *n).collect::<Vec<_>>());
    let with_share = c.outcomes.iter().zip(&shares);
    let mut rows: Vec<_> = with_share.map(|((o, n), share)| row(&[&label(o.as_str()), &l.number(*n), share])).collect();
    rows.push(bold_row(&[&l.t("doc-total"), &l.number(requests), &l.percent(requests, requests)]));
    let head = ["doc-col-outcome", "doc-col-requests", "doc-col-share"];
    blocks.push(table(
        l,
        l.t("doc-outcomes-caption").into_owned(),
        &head,
        rows,
        &[4.0, 1.0, 1.0],
        &[false, true, true],
    ));
    blocks.extend(by_way(l, c));
    blocks.push(Block::text(l.t("doc-chapters-text").into_owned()));
    blocks.extend(c.chapters.iter().flat_map(|chapter| chapter_blocks(l, &c.slug, chapter)));
    blocks
}

/// The same by the way the contributions came, where that was more than one.
fn by_way(l: &Locale, c: &Content) -> Option<Block> {
    let ways: Vec<&WayFacts> = c.ways.iter().filter(|w| !w.outcomes.is_empty()).collect();
    if ways.len() < 2 {
        return None;
    }
    let cells = |label: String, n: &dyn Fn(&WayFacts) -> i64| {
        std::iter::once(label).chain(ways.iter().map(|w| l.number(n(w)))).collect::<Vec<String>>()
    };
    let count = |w: &WayFacts, o| w.outcomes.iter().find(|(x, _)| *x == o).map_or(0, |(_, n)| *n);
    let label = |key: &str| l.t(&format!("outcome-{key}")).into_owned();
    let spans = |cells: Vec<String>| cells.into_iter().map(|c| vec![Span::plain(c)]).collect();
    let mut rows: Vec<Vec<Vec<Span>>> =
        c.outcomes.iter().map(|(o, _)| spans(cells(label(o.as_str()), &|w| count(w, *o)))).collect();
    let total = cells(l.t("doc-total").into_owned(), &|w| w.outcomes.iter().map(|(_, n)| n).sum());
    rows.push(total.into_iter().map(|c| vec![Span::bold(c)]).collect());
    let head = std::iter::once(l.t("doc-col-outcome").into_owned())
        .chain(ways.iter().map(|w| l.t(&format!("doc-way-{}", w.way)).into_owned()));
    Some(Block::Table(Table {
        caption: l.t("doc-ways-outcomes").into_owned(),
        head: head.collect(),
        widths: Some(std::iter::once(3.0).chain(ways.iter().map(|_| 1.4)).collect()),
        numeric: std::iter::once(false).chain(ways.iter().map(|_| true)).collect(),
        rows,
    }))
}

fn chapter_blocks(l: &Locale, slug: &str, chapter: &Chapter) -> Vec<Block> {
    let title = if chapter.title.is_empty() { l.t("doc-whole-plan").into_owned() } else { chapter.title.clone() };
    let rows = answered_together(&chapter.taken).iter().map(|same| answer_row(l, slug, same)).collect();
    let n = i64::try_from(chapter.taken.len()).unwrap_or(0);
    let caption = l.t_with("doc-chapter-caption", &[("n", Arg::from(n)), ("title", Arg::from(title.as_str()))]);
    let head = ["doc-col-request", "doc-col-outcome", "doc-col-reason"];
    vec![Block::heading(2, title), table(l, caption, &head, rows, &[3.4, 1.6, 4.0], &[])]
}

/// Requests that one answer was given to, in the order of the first of each.
fn answered_together(taken: &[Taken]) -> Vec<Vec<&Taken>> {
    let mut groups: Vec<Vec<&Taken>> = Vec::new();
    let alike = |a: &Taken, b: &Taken| {
        (a.outcome, &a.reason, &a.competence, &a.deferred, &a.passages)
            == (b.outcome, &b.reason, &b.competence, &b.deferred, &b.passages)
    };
    for one in taken {
        match groups.iter_mut().find(|g| g.first().is_some_and(|first| alike(first, one))) {
            Some(group) => group.push(one),
            None => groups.push(vec![one]),
        }
    }
    groups
}

fn answer_row(l: &Locale, slug: &str, same: &[&Taken]) -> Vec<Vec<Span>> {
    let mut asked = Vec::new();
    for (i, one) in same.iter().enumerate() {
        if i > 0 {
            asked.push(Span::plain("\n"));
        }
        asked.push(Span::bold(format!(
            "{} ",
            l.t_with("doc-request-number", &[("n", Arg::from(one.number.to_string()))])
        )));
        asked.push(Span::plain(format!("{} ", one.summary)));
        asked.push(Span::italic(l.t_with("doc-request-of", &[("n", Arg::from(one.contribution.to_string()))])));
    }
    let Some(first) = same.first() else { return Vec::new() };
    let outcome = l.t(&format!("outcome-{}", first.outcome.as_str())).into_owned();
    vec![asked, vec![Span::bold(outcome)], reason(l, slug, first)]
}

fn reason(l: &Locale, slug: &str, of: &Taken) -> Vec<Span> {
    let mut spans = vec![Span::plain(of.reason.replace("\n\n", "\n"))];
    let mut line = |text: String| spans.push(Span::plain(format!("\n{text}")));
    if !of.competence.is_empty() {
        line(l.t_with("doc-competence", &[("whose", Arg::from(of.competence.as_str()))]));
    }
    let (step, owner) = &of.deferred;
    if !step.is_empty() {
        line(l.t_with("doc-deferred", &[("step", Arg::from(step.as_str())), ("owner", Arg::from(owner.as_str()))]));
    }
    if let Some((version, codes)) = &of.passages {
        line(format!("{} ", l.t("doc-passages")));
        spans.extend(code_spans(slug, codes));
        spans.push(Span::plain(format!(" {}", l.t_with("doc-of-version", &[("n", Arg::from(version.to_string()))]))));
    }
    spans
}

/// The codes of many passages in order, as links; three or more that follow one another as the first and the last.
pub(super) fn run_spans(slug: &str, codes: &[i32]) -> Vec<Span> {
    let mut spans = Vec::new();
    for run in runs(codes) {
        let (head, tail): (&[i32], &[i32]) =
            if run.len() > 2 { (&run[..1], &run[run.len() - 1..]) } else { (&run, &[]) };
        for (between, codes) in [(", ", head), ("–", tail)].into_iter().filter(|(_, codes)| !codes.is_empty()) {
            if !spans.is_empty() {
                spans.push(Span::plain(between));
            }
            spans.extend(code_spans(slug, codes));
        }
    }
    spans
}

/// Codes in order, cut where one is missing.
fn runs(codes: &[i32]) -> Vec<Vec<i32>> {
    let mut sorted = codes.to_vec();
    sorted.sort_unstable();
    sorted.dedup();
    sorted.chunk_by(|a, b| a + 1 == *b).map(<[i32]>::to_vec).collect()
}

/// The codes of passages as links, with commas between.
pub(super) fn code_spans(slug: &str, codes: &[i32]) -> Vec<Span> {
    let mut spans = Vec::new();
    for (i, code) in codes.iter().enumerate() {
        if i > 0 {
            spans.push(Span::plain(", "));
        }
        spans.push(Span::link(plan::code(*code), crate::report::passage_href(slug, *code)));
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passages_that_follow_one_another_are_a_run() {
        let said = |codes: &[i32]| run_spans("rive", codes).iter().map(|s| s.text.clone()).collect::<String>();
        assert_eq!(said(&[9, 2, 3, 4, 6, 7]), "P-002–P-004, P-006, P-007, P-009");
        assert_eq!(said(&[5]), "P-005");
        assert_eq!(said(&[]), "");
    }
}
