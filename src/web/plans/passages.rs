//! Passages one under the other, as they are read: headings ranked, list items in real lists.

use std::collections::HashMap;

use domain::id::PassageId;
use domain::plans::{ChangeKind, Passage, PassageKind};
use maud::{Markup, html};
use reader::BlockKind;

use super::ways::Ways;
use super::{address, block};
use crate::locale::{Arg, Locale};
use crate::ui::{self, plan};

/// What the page says beside each passage.
pub struct Beside<'a> {
    /// The words.
    pub l: &'a Locale,
    /// The word of the process in addresses.
    pub slug: &'a str,
    /// How many shown contributions each passage has.
    pub counts: &'a HashMap<PassageId, i64>,
    /// How many sources each passage cites.
    pub sources: &'a HashMap<PassageId, i64>,
    /// Whether it may be commented now.
    pub open: bool,
    /// Whether it is a draft: nothing beside it leads anywhere yet.
    pub draft: bool,
    /// Where links to other passages lead.
    pub ways: Ways<'a>,
    /// What became of passages since the version before, where it is worth a word.
    pub changed: &'a HashMap<PassageId, ChangeKind>,
}

/// The passages.
pub fn passages(beside: &Beside<'_>, list: &[Passage]) -> Markup {
    let ranks = ranks(list);
    let is_item = |p: &Passage| p.kind == PassageKind::ListItem;
    let mut runs: Vec<(usize, &[Passage])> = Vec::new();
    let mut at = 0;
    for run in list.chunk_by(|a, b| is_item(a) && is_item(b)) {
        runs.push((at, run));
        at += run.len();
    }
    html! {
        @for (at, run) in runs {
            @if is_item(&run[0]) { (items(beside, run)) }
            @else { (single(beside, &run[0], ranks[at])) }
        }
    }
}

/// The rank of the element of each heading: 2 for the highest, no rank skipped whatever the levels; 0 for other passages.
fn ranks(list: &[Passage]) -> Vec<u8> {
    let mut above: Vec<i32> = Vec::new();
    let mut rank = |p: &Passage| {
        if p.kind != PassageKind::Heading {
            return 0;
        }
        while above.last().is_some_and(|level| *level >= p.level) {
            above.pop();
        }
        above.push(p.level);
        u8::try_from(above.len() + 1).unwrap_or(6).min(6)
    };
    list.iter().map(&mut rank).collect()
}

fn single(beside: &Beside<'_>, p: &Passage, rank: u8) -> Markup {
    let heading = p.kind == PassageKind::Heading;
    html! {
        section.passage.passage-heading[heading] id=[anchor(p)] {
            (code(beside, p))
            div.passage-text { (text(beside.l, beside.slug, p, rank, beside.ways)) }
            (actions(beside, p))
        }
    }
}

/// What a passage says.
pub fn text(l: &Locale, slug: &str, p: &Passage, rank: u8, ways: Ways<'_>) -> Markup {
    let label = l.t_with("plan-table-label", &[("code", Arg::from(p.code.map(plan::code).unwrap_or_default()))]);
    let unsaid = l.t("plan-figure-unsaid");
    block::block(&p.block, block::Around { slug, heading: rank, label: &label, unsaid: &unsaid, ways })
}

fn ordered(p: &Passage) -> bool {
    matches!(p.block.kind, BlockKind::ListItem { ordered: true, .. })
}

/// A run of list items: a list for each stretch of one kind, deeper items inside the item they follow.
fn items(beside: &Beside<'_>, run: &[Passage]) -> Markup {
    let Some(depth) = run.first().map(|p| p.level) else { return html! {} };
    let entries: Vec<&[Passage]> = run.chunk_by(|_, b| b.level > depth).collect();
    html! {
        @for list in entries.chunk_by(|a, b| ordered(&a[0]) == ordered(&b[0])) {
            @let content = html! { @for entry in list { (item(beside, entry)) } };
            @if ordered(&list[0][0]) { ol.passage-list { (content) } } @else { ul.passage-list { (content) } }
        }
    }
}

fn item(beside: &Beside<'_>, entry: &[Passage]) -> Markup {
    let (p, inside) = (&entry[0], &entry[1..]);
    html! {
        li.passage id=[anchor(p)] {
            (code(beside, p))
            div.passage-text { (text(beside.l, beside.slug, p, 0, beside.ways)) }
            (actions(beside, p))
            (items(beside, inside))
        }
    }
}

fn anchor(p: &Passage) -> Option<String> {
    p.code.map(|code| format!("p{code}"))
}

fn code(beside: &Beside<'_>, p: &Passage) -> Markup {
    let l = beside.l;
    html! {
        @match p.code {
            Some(code) if beside.draft => { span.passage-code { (plan::code(code)) } }
            Some(code) => {
                a.passage-code href=(address::passage(beside.slug, code)) {
                    span.visually-hidden { (l.t("plan-passage")) " " } (plan::code(code))
                }
            }
            None => { span.passage-code { (l.t("plan-undecided-code")) } }
        }
    }
}

fn actions(beside: &Beside<'_>, p: &Passage) -> Markup {
    let (l, Some(code)) = (beside.l, p.code) else { return html! {} };
    let count = p.id.and_then(|id| beside.counts.get(&id)).copied().unwrap_or(0);
    let sources = p.id.and_then(|id| beside.sources.get(&id)).copied().unwrap_or(0);
    let changed = p.id.and_then(|id| beside.changed.get(&id));
    if beside.draft || (count == 0 && sources == 0 && !beside.open && changed.is_none()) {
        return html! {};
    }
    let written = plan::code(code);
    html! {
        p.passage-actions {
            @if count > 0 {
                a.passage-count href=(format!("{}#contributi", address::passage(beside.slug, code))) {
                    (ui::icon("comment")) (l.t_with("plan-count", &[("n", Arg::from(count))]))
                    span.visually-hidden { " " (l.t_with("plan-on-passage", &[("code", Arg::from(written.as_str()))])) }
                }
            }
            @if sources > 0 {
                a.passage-count href=(format!("{}#fonti", address::passage(beside.slug, code))) {
                    (l.t_with("plan-sources", &[("n", Arg::from(sources))]))
                    span.visually-hidden { " " (l.t_with("plan-of-passage", &[("code", Arg::from(written.as_str()))])) }
                }
            }
            @if let Some(kind) = changed {
                @let key = match kind {
                    ChangeKind::New => "plan-new-why",
                    ChangeKind::Moved => "plan-moved-why",
                    ChangeKind::Reshaped => "plan-reshaped-why",
                    _ => "plan-changed-why",
                };
                a href=(format!("{}#storia", address::passage(beside.slug, code))) {
                    (l.t(key))
                    span.visually-hidden { " " (l.t_with("plan-the-passage", &[("code", Arg::from(written.as_str()))])) }
                }
            }
            @if beside.open {
                a.passage-comment href=(address::comment(beside.slug, Some(code))) {
                    (l.t("plan-comment")) span.visually-hidden { " " (l.t_with("plan-the-passage", &[("code", Arg::from(written.as_str()))])) }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{Lang, Locales};
    use domain::plans::Matched;

    fn passage(code: i32, block_kind: BlockKind) -> Passage {
        let (kind, level) = match block_kind {
            BlockKind::Heading { level } => (PassageKind::Heading, i32::from(level)),
            BlockKind::ListItem { depth, .. } => (PassageKind::ListItem, i32::from(depth)),
            _ => (PassageKind::Paragraph, 0),
        };
        let text = format!("testo {code}");
        let spans = vec![reader::Span { text: text.clone(), ..reader::Span::default() }];
        let block = reader::Block { kind: block_kind, body: reader::Body::Text(spans), number: None };
        let (id, matched) = (Some(PassageId(i64::from(code))), Matched::New);
        Passage {
            row: domain::id::RowId(i64::from(code)),
            id,
            code: Some(code),
            position: code,
            kind,
            level,
            number: String::new(),
            block,
            text,
            matched,
            likeness: 0,
            confidence: 1000,
            revision: 1,
        }
    }

    fn shown(kinds: &[BlockKind], open: bool) -> String {
        let locales = Locales::load().unwrap();
        let counts = HashMap::from([(PassageId(1), 3)]);
        let changed = HashMap::new();
        let beside = Beside {
            l: locales.of(Lang::It),
            slug: "x",
            counts: &counts,
            sources: &HashMap::new(),
            open,
            draft: false,
            ways: Ways::Permanent,
            changed: &changed,
        };
        let list: Vec<Passage> = (1..).zip(kinds).map(|(code, kind)| passage(code, *kind)).collect();
        passages(&beside, &list).into_string()
    }

    const fn li(depth: u8, ordered: bool) -> BlockKind {
        BlockKind::ListItem { depth, ordered }
    }

    /// The skeleton of a page: its lists and items only.
    fn skeleton(html: &str) -> String {
        let names = html.split('<').skip(1).map(|t| t.split([' ', '>']).next().unwrap_or(""));
        names.filter(|t| ["ul", "/ul", "ol", "/ol", "li", "/li", "section"].contains(t)).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn items_stand_in_real_lists() {
        let html =
            shown(&[BlockKind::Paragraph, li(0, false), li(1, true), li(1, true), li(0, false), li(0, true)], false);
        assert_eq!(skeleton(&html), "section ul li ol li /li li /li /ol /li li /li /ul ol li /li /ol");
        // A list that begins deep and comes up is two lists, and nothing is lost.
        let html = shown(&[li(2, false), li(0, false), li(5, false)], false);
        assert_eq!(skeleton(&html), "ul li /li li ul li /li /ul /li /ul");
        assert!((1..=3).all(|n| html.contains(&format!("id=\"p{n}\""))));
    }

    #[test]
    fn headings_skip_no_rank() {
        let heading = |level| BlockKind::Heading { level };
        let list: Vec<Passage> = [1, 4, 9, 2, 1].iter().map(|l| passage(1, heading(*l))).collect();
        assert_eq!(ranks(&list), [2, 3, 4, 3, 2]);
        assert!(shown(&[heading(3)], false).contains("<h2>testo 1</h2>"));
    }

    #[test]
    fn comments_are_offered_while_the_window_is_open() {
        let (open, shut) = (shown(&[BlockKind::Paragraph; 2], true), shown(&[BlockKind::Paragraph; 2], false));
        assert!(
            open.contains("/percorsi/x/commenta?passaggio=2") && open.contains("/percorsi/x/passaggi/1#contributi")
        );
        assert!(!shut.contains("commenta") && shut.contains("/percorsi/x/passaggi/2"));
    }
}
