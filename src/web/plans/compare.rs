//! Two versions side by side: what changed, word by word, and why.

use std::collections::{HashMap, HashSet};

use domain::consultations::{self, InSight};
use domain::id::{PassageId, VersionId};
use domain::intake::{self, PublishedRequest};
use domain::paging::{Page, Slice};
use domain::plans::{self, Change, ChangeKind, ChangeReason, Origin, Passage, Version};
use domain::processes::{self, Process};
use domain::{Error, register};
use maud::{Markup, html};

use super::read::{bar, title};
use super::ways::Ways;
use super::{address, chapters as parts, explained, formed, passages, redline, size, without_successor};
use crate::http::{Answer, Fault, Visit};
use crate::locale::Arg;
use crate::processes::{Section, frame_within};
use crate::ui::{self, lists, plan, table};

/// Changes a page.
const SIZE: i64 = 50;

/// Everything the page shows.
struct Compared {
    process: Process,
    versions: Vec<Version>,
    from: Version,
    to: Version,
    changes: Vec<Change>,
    chapters: HashMap<i32, String>,
    behind: HashMap<i32, Vec<PublishedRequest>>,
    public: HashSet<i32>,
    named: explained::Public,
    reasons: Vec<ChangeReason>,
    ends: HashMap<PassageId, Option<i32>>,
    /// From which passages new ones were parted.
    origins: Vec<Origin>,
    /// Contributions on passages that nothing in the later version carries on.
    lost: HashMap<PassageId, Vec<i32>>,
    /// The windows as the newest version's page tells of them.
    windows: InSight,
    /// Whether the later version was asked for first: the page reads forwards in time all the same, and says so.
    turned: bool,
}

/// The page; without `da` and `a` the two newest versions.
pub async fn page(v: Visit) -> Answer {
    let number =
        |name: &str| v.query(name).map(|n| n.parse::<i32>().map_err(|_| Fault::from(Error::NotFound))).transpose();
    let (from, to) = (number("da")?, number("a")?);
    let (actor, slug, now) = (v.actor().clone(), v.path("slug").to_owned(), v.now());
    let found = v
        .read(move |conn| {
            let process = processes::ops::by_slug(conn, &actor, &slug)?;
            let versions = plans::ops::published(conn, process.id)?;
            let turned = from.zip(to).is_some_and(|(from, to)| from > to);
            let Some((from, to)) = pair(&versions, from, to)? else { return Ok(Err(process)) };
            let newest = versions.first().map_or(to.id, |newest| newest.id);
            let windows = consultations::ops::in_sight(conn, process.id, newest, now)?;
            let (before, after) = (plans::ops::passages(conn, from.id)?, plans::ops::passages(conn, to.id)?);
            let between = |v: &&Version| v.number > from.number && v.number <= to.number;
            let ids: Vec<VersionId> = versions.iter().filter(between).map(|v| v.id).collect();
            let behind = intake::ops::behind_among(conn, &ids)?;
            let mut lost: HashMap<PassageId, Vec<i32>> = HashMap::new();
            for (number, passage) in register::ops::without_successor(conn, &to)? {
                lost.entry(passage).or_default().push(number);
            }
            let public = if lost.is_empty() { Vec::new() } else { register::ops::public_numbers(conn, process.id)? };
            Ok(Ok(Compared {
                public: public.into_iter().collect(),
                named: explained::public(conn, process.id, behind.values().flatten())?,
                reasons: plans::ops::reasons_among(conn, &ids)?,
                ends: plans::ops::ends_among(conn, &ids)?.into_iter().collect(),
                changes: plans::compare(&before, &after),
                chapters: chapters(&before, &after),
                origins: plans::ops::origins(conn, &ids)?,
                lost,
                windows,
                turned,
                process,
                versions,
                from,
                to,
                behind,
            }))
        })
        .await?;
    match found {
        Ok(found) => {
            let title = v.t_with("compare-title", &numbers(&found));
            v.page(&format!("{title} – {}", found.to.title), &view(&v, &found, &title))
        }
        Err(process) => {
            let title = v.t("compare-name");
            let content = html! { (ui::head(&title, None)) (ui::empty(&v.t("compare-one"), &v.t("compare-one-text"))) };
            v.page(&title, &frame_within(&v, &process, Section::Plan, &title, &content))
        }
    }
}

/// The two versions asked for, the earlier first; `None` where there is one version only.
pub(super) fn pair(
    versions: &[Version],
    from: Option<i32>,
    to: Option<i32>,
) -> domain::Result<Option<(Version, Version)>> {
    let find = |n: i32| versions.iter().find(|v| v.number == n).cloned().ok_or(Error::NotFound);
    let to = match (to, versions.first()) {
        (Some(n), _) => find(n)?,
        (None, Some(newest)) => newest.clone(),
        (None, None) => return Ok(None),
    };
    let from = match from {
        Some(n) => find(n)?,
        None => match versions.iter().find(|v| v.number < to.number) {
            Some(before) => before.clone(),
            None => return Ok(None),
        },
    };
    match from.number.cmp(&to.number) {
        std::cmp::Ordering::Less => Ok(Some((from, to))),
        std::cmp::Ordering::Greater => Ok(Some((to, from))),
        // Chosen twice by oversight: it is compared with the one before it, or, as the first, with the one after it.
        std::cmp::Ordering::Equal => {
            let before = versions.iter().find(|v| v.number < to.number).cloned();
            let after = versions.iter().rfind(|v| v.number > to.number).cloned();
            Ok(before.map(|b| (b, to.clone())).or_else(|| after.map(|a| (to, a))))
        }
    }
}

/// The chapter of every passage of either version, by code; that of the later one where it lives in both.
fn chapters(before: &[Passage], after: &[Passage]) -> HashMap<i32, String> {
    let mut found = HashMap::new();
    for list in [before, after] {
        let level = plans::chapter_level(list).unwrap_or(0);
        let mut chapter = String::new();
        for p in list {
            if p.kind == plans::PassageKind::Heading && p.level <= level {
                chapter = title(p);
            }
            found.extend(p.code.map(|c| (c, chapter.clone())));
        }
    }
    found
}

fn numbers(c: &Compared) -> [(&'static str, Arg<'static>); 2] {
    [("from", Arg::from(c.from.number.to_string())), ("to", Arg::from(c.to.number.to_string()))]
}

/// When the two versions were published.
fn dates(v: &Visit, c: &Compared) -> String {
    let day = |of: &Version| of.published_at.map(|at| v.l().date(at)).unwrap_or_default();
    let days = [("from-date", Arg::from(day(&c.from))), ("to-date", Arg::from(day(&c.to)))];
    v.t_with("compare-dates", &numbers(c).into_iter().chain(days).collect::<Vec<_>>())
}

/// What the page may show: changed passages (so it begins), one kind of change, or all passages. What changed in its quotation
/// marks, dashes and spaces only is set apart, and so is what has another number only.
const FILTERS: [(&str, &str); 10] = [
    ("cambiati", "compare-changed"),
    COUNTED[0],
    COUNTED[1],
    COUNTED[2],
    COUNTED[3],
    COUNTED[4],
    COUNTED[5],
    COUNTED[6],
    COUNTED[7],
    ("tutto", "compare-all"),
];

/// The kinds of change: each change is of one of them, so that they sum up.
pub(super) const COUNTED: [(&str, &str); 8] = [
    ("modificati", "compare-edited"),
    ("spostati", "compare-moved"),
    ("spostati-e-modificati", "compare-moved-and-edited"),
    ("nuovi", "compare-new"),
    ("tolti", "compare-removed"),
    ("forma", "compare-reshaped"),
    ("tipografici", "compare-typography"),
    ("rinumerati", "compare-renumbered"),
];

/// Whether a change is of those a filter shows.
pub(super) fn wanted(filter: &str, change: &Change) -> bool {
    let kind = change.kind;
    let typography = change.only_typography();
    match filter {
        "tutto" => true,
        "tipografici" => typography,
        "modificati" => kind == ChangeKind::Edited && !typography,
        "spostati" => kind == ChangeKind::Moved,
        "spostati-e-modificati" => kind == ChangeKind::MovedAndEdited,
        "nuovi" => kind == ChangeKind::New,
        "tolti" => kind == ChangeKind::Removed,
        "forma" => kind == ChangeKind::Reshaped,
        "rinumerati" => kind == ChangeKind::Renumbered,
        _ => change.counts(),
    }
}

/// How words are shown: `continua` in one text, else side by side.
fn inline(v: &Visit) -> bool {
    v.query("vista") == Some("continua")
}

/// The page's own address with another filter or view.
fn address_of(v: &Visit, c: &Compared, filter: &str, inline: bool) -> String {
    let view = if inline { "&vista=continua" } else { "" };
    let chapter = v.query("capitolo").filter(|n| n.parse::<i32>().is_ok());
    let chapter = chapter.map(|n| format!("&capitolo={n}")).unwrap_or_default();
    format!("{}&mostra={filter}{view}{chapter}", address::comparison(&c.process.slug, c.from.number, c.to.number))
}

fn view(v: &Visit, c: &Compared, title: &str) -> Markup {
    let (chosen, _) = FILTERS.iter().find(|(word, _)| v.query("mostra") == Some(word)).unwrap_or(&FILTERS[0]);
    let chapter = v.query("capitolo").and_then(|n| n.parse::<usize>().ok());
    let names = chapter_names(c);
    let inside = |x: &Change| chapter.is_none_or(|n| names.get(n).is_some_and(|name| chapter_name(c, x) == *name));
    let some = c.changes.iter().filter(|x| wanted(chosen, x) && inside(x));
    let page = Page::new(v.page_number(), SIZE);
    let (skip, take) = (usize::try_from(page.offset()).unwrap_or(0), usize::try_from(page.limit()).unwrap_or(0));
    let slice = page.slice(some.skip(skip).take(take).collect::<Vec<_>>());
    let content = html! {
        (size::link())
        (parts::lasting(v, v.query("da").is_none() || v.query("a").is_none(), &address::comparison(&c.process.slug, c.from.number, c.to.number)))
        div.page-head {
            h1 { (title) }
            p.lead { (v.t("compare-lead")) }
            p.text-muted { (c.to.title) ". " (dates(v, c)) }
            (versions(v, c))
            (size::choices(v))
        }
        (bar(v, &c.process.slug, &c.windows))
        @if c.turned { (ui::notice(ui::Tone::Info, &html! { p { (v.t_with("compare-turned", &numbers(c))) } })) }
        (by_chapter(v, c, &names, chapter))
        (filters(v, c, chosen))
        (views(v, c, chosen))
        (redline::key(v.l()))
        @if slice.rows.is_empty() { (ui::empty(&v.t("compare-nothing"), &v.t("compare-nothing-text"))) }
        (changes(v, c, &slice))
        (lists::pager(v, slice.page, slice.more))
        @if !c.lost.is_empty() {
            p.page-actions { a href=(address::without_successor(&c.process.slug, c.to.number)) { (v.t("compare-lost")) } }
        }
    };
    frame_within(v, &c.process, Section::Plan, &v.t("compare-name"), &content)
}

/// The chapters in which something changed, in the order of the page.
fn chapter_names(c: &Compared) -> Vec<&str> {
    let mut names: Vec<&str> = Vec::new();
    for change in c.changes.iter().filter(|x| x.kind != ChangeKind::Same) {
        let name = chapter_name(c, change);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

fn chapter_name<'a>(c: &'a Compared, of: &Change) -> &'a str {
    of.code().and_then(|code| c.chapters.get(&code)).map(String::as_str).unwrap_or_default()
}

/// How much changed in each chapter: a line each, that leads to its changes.
fn by_chapter(v: &Visit, c: &Compared, names: &[&str], chosen: Option<usize>) -> Markup {
    if names.len() < 2 {
        return html! {};
    }
    let all = address::comparison(&c.process.slug, c.from.number, c.to.number);
    let mut of: HashMap<&str, Vec<&Change>> = HashMap::new();
    for change in c.changes.iter().filter(|x| x.kind != ChangeKind::Same) {
        of.entry(chapter_name(c, change)).or_default().push(change);
    }
    let count =
        |name: &str, filter: &str| of.get(name).map_or(0, |all| all.iter().filter(|x| wanted(filter, x)).count());
    let row = |(n, name): (usize, &&str)| {
        let words = if name.is_empty() { v.t("compare-no-chapter").into_owned() } else { (*name).to_owned() };
        let shown = of.get(name).is_some_and(|all| all.iter().any(|x| wanted("", x)));
        let rest = if shown {
            ""
        } else if count(name, "rinumerati") > 0 {
            "&mostra=rinumerati"
        } else {
            "&mostra=tipografici"
        };
        let link = html! { a href=(format!("{all}{rest}&capitolo={n}")) aria-current=[(chosen == Some(n)).then_some("true")] { (words) } };
        let numbers = COUNTED.map(|(f, _)| html! { (v.l().number(i64::try_from(count(name, f)).unwrap_or(0))) });
        std::iter::once(link).chain(numbers).collect::<Vec<_>>()
    };
    let heads: Vec<_> =
        std::iter::once("compare-chapter").chain(COUNTED.map(|(_, key)| key)).map(|key| v.t(key)).collect();
    let columns: Vec<(&str, bool)> = heads.iter().enumerate().map(|(n, h)| (h.as_ref(), n > 0)).collect();
    html! {
        details.fold open[chosen.is_some()] {
            summary { (v.t("compare-by-chapter")) }
            (table::table(&v.t("compare-by-chapter"), &columns, &names.iter().enumerate().map(row).collect::<Vec<_>>()))
            @if chosen.is_some() { p { a href=(all) { (v.t("compare-all-chapters")) } } }
        }
    }
}

/// Side by side, or in one text.
fn views(v: &Visit, c: &Compared, filter: &str) -> Markup {
    let now = inline(v);
    html! {
        nav.queue aria-label=(v.t("compare-view")) { p.queue-counts {
            @for (on, key) in [(false, "compare-view-beside"), (true, "compare-view-inline")] {
                a.queue-count href=(address_of(v, c, filter, on)) aria-current=[(on == now).then_some("true")] { (v.t(key)) } " "
            }
        } }
    }
}

/// Other pairs of versions, where there are more than two.
fn versions(v: &Visit, c: &Compared) -> Markup {
    let slug = c.process.slug.as_str();
    let read = |n: i32| html! { a href=(address::version(slug, n)) { (v.t_with("compare-read", &[("n", Arg::from(n.to_string()))])) } };
    html! {
        p.page-actions {
            (read(c.from.number)) " " (read(c.to.number)) " "
            a href=(address::tracked(slug, c.from.number, c.to.number)) { (v.t("compare-docx")) }
        }
        @if c.versions.len() > 2 {
            nav aria-label=(v.t("compare-others")) { ul.list-inline {
                @for pair in c.versions.windows(2) {
                    @let (to, from) = (pair[0].number, pair[1].number);
                    @let name = v.t_with("compare-pair", &[("from", Arg::from(from.to_string())), ("to", Arg::from(to.to_string()))]);
                    li.list-inline-item {
                        @if (from, to) == (c.from.number, c.to.number) { strong aria-current="true" { (name) } }
                        @else { a href=(address::comparison(slug, from, to)) { (name) } }
                    }
                }
            } }
            (any_two(v, c))
        }
    }
}

/// Any two versions, also such as do not follow one another.
fn any_two(v: &Visit, c: &Compared) -> Markup {
    let choice = |name: &str, label: &str, chosen: i32| {
        let id = format!("f-{name}");
        html! {
            div.field {
                label.form-label for=(id) { (v.t(label)) }
                select.form-select id=(id) name=(name) {
                    @for version in &c.versions {
                        option value=(version.number) selected[version.number == chosen] {
                            (v.t_with("plan-version", &[("n", Arg::from(version.number.to_string()))]))
                        }
                    }
                }
            }
        }
    };
    html! {
        form.form method="get" action=(format!("/percorsi/{}/piano/confronto", c.process.slug)) {
            (choice("da", "compare-from", c.from.number))
            (choice("a", "compare-to", c.to.number))
            div.form-actions { button.btn.btn-outline-primary { (v.t("compare-go")) } }
        }
    }
}

fn filters(v: &Visit, c: &Compared, chosen: &str) -> Markup {
    let count = |filter: &str| c.changes.iter().filter(|x| wanted(filter, x)).count();
    html! {
        nav.queue aria-label=(v.t("compare-filter")) {
            p.queue-counts {
                @for (word, key) in FILTERS {
                    a.queue-count href=(address_of(v, c, word, inline(v))) aria-current=[(word == chosen).then_some("true")] {
                        b { (v.l().number(i64::try_from(count(word)).unwrap_or(0))) } " " (v.t(key))
                    } " "
                }
            }
        }
    }
}

fn changes(v: &Visit, c: &Compared, slice: &Slice<&Change>) -> Markup {
    let chapter = |x: &Change| chapter_name(c, x);
    html! {
        @for group in slice.rows.chunk_by(|a, b| chapter(a) == chapter(b)) {
            section.block {
                h2 { @if chapter(group[0]).is_empty() { (v.t("compare-no-chapter")) } @else { (chapter(group[0])) } }
                @for change in group { (one(v, c, change)) }
            }
        }
    }
}

/// The word for a kind of change, and the look of its passage.
const fn look(kind: ChangeKind) -> (&'static str, &'static str) {
    match kind {
        ChangeKind::Same => ("change-same", "change"),
        ChangeKind::Renumbered => ("change-renumbered", "change"),
        ChangeKind::Reshaped => ("change-reshaped", "change passage-changed"),
        ChangeKind::Edited => ("change-edited", "change passage-changed"),
        ChangeKind::Moved => ("change-moved", "change passage-changed"),
        ChangeKind::MovedAndEdited => ("change-moved-and-edited", "change passage-changed"),
        ChangeKind::New => ("change-new", "change passage-new"),
        ChangeKind::Removed => ("change-removed", "change passage-removed"),
    }
}

fn one(v: &Visit, c: &Compared, change: &Change) -> Markup {
    let Some(code) = change.code() else { return html! {} };
    let ((key, class), slug) = (look(change.kind), c.process.slug.as_str());
    let requests: Vec<&PublishedRequest> = c.behind.get(&code).map(|list| list.iter().collect()).unwrap_or_default();
    let reason = c.reasons.iter().rfind(|r| r.code == code);
    html! {
        article class=(class) id=(format!("p{code}")) {
            h3.change-head { a.code href=(address::passage(slug, code)) { (plan::code(code)) } " " span.tag { (v.t(key)) } }
            @if change.moved() { (formed::elsewhere(v.l(), slug, change.stood_after)) }
            (parted(v, c, change))
            (form(v, change))
            @if inline(v) && matches!(change.kind, ChangeKind::Edited | ChangeKind::MovedAndEdited) { (redline::whole(v.l(), &change.redline())) }
            @else if inline(v) && change.kind == ChangeKind::Reshaped { (now(v, change, 4)) }
            @else { (words(v, c, change, 4)) }
            @if change.kind == ChangeKind::Removed { (went(v, c, change)) }
            @let told = !requests.is_empty() || reason.is_some();
            @if change.only_typography() && !told { p.change-why { (v.t("change-typography")) } }
            @else if change.kind != ChangeKind::Same && (told || change.asks_why()) { (explained::why(v.l(), slug, &requests, reason, &c.named)) }
        }
    }
}

/// The passages one was parted from.
fn parted(v: &Visit, c: &Compared, change: &Change) -> Markup {
    let from: Vec<i32> = c.origins.iter().filter(|o| Some(o.passage) == change.id()).map(|o| o.code).collect();
    html! {
        @if !from.is_empty() {
            p { (v.t("change-parted")) " "
                @for (i, code) in from.iter().enumerate() { @if i > 0 { ", " } a.code href=(address::passage(&c.process.slug, *code)) { (plan::code(*code)) } }
            }
        }
    }
}

/// What is different about its form; beside other words, or in another place, as an addition.
pub(super) fn form(v: &Visit, change: &Change) -> Markup {
    match change.kind {
        ChangeKind::Reshaped | ChangeKind::Renumbered => formed::same_words(v.l(), &change.form),
        _ => formed::too(v.l(), &change.form),
    }
}

/// It as it looks now.
fn now(v: &Visit, change: &Change, rank: u8) -> Markup {
    let shown = change.after.as_ref().or(change.before.as_ref());
    html! { @if let Some(p) = shown { div.passage-text { (passages::text(v.l(), v.path("slug"), p, rank, Ways::Permanent)) } } }
}

/// What it said and says: side by side where the words changed, or the form did, once otherwise; a heading shown whole gets `rank`.
pub(super) fn words(v: &Visit, c: &impl Numbered, change: &Change, rank: u8) -> Markup {
    let l = v.l();
    let side = |n: i32, what: Markup| {
        html! { section.side { p.side-title { (v.t_with("plan-version", &[("n", Arg::from(n.to_string()))])) } (what) } }
    };
    let (from, to) = c.numbers();
    match (&change.before, &change.after) {
        (Some(before), Some(after)) if before.text != after.text => {
            let pieces = change.redline();
            html! { div.sidebyside { (side(from, redline::before(l, &pieces))) (side(to, redline::after(l, &pieces))) } }
        }
        (Some(before), Some(after)) if change.kind == ChangeKind::Reshaped => {
            let look = |p: &Passage| html! { div.passage-text { (passages::text(l, v.path("slug"), p, rank, Ways::Permanent)) } };
            html! { div.sidebyside { (side(from, look(before))) (side(to, look(after))) } }
        }
        _ => now(v, change, rank),
    }
}

/// The numbers of the two versions compared.
pub(super) trait Numbered {
    /// The earlier and the later.
    fn numbers(&self) -> (i32, i32);
}

impl Numbered for Compared {
    fn numbers(&self) -> (i32, i32) {
        (self.from.number, self.to.number)
    }
}

/// Where the matter of a removed passage went.
fn went(v: &Visit, c: &Compared, change: &Change) -> Markup {
    let into = change.id().and_then(|id| c.ends.get(&id)).copied().flatten();
    html! {
        p {
            @match into {
                Some(code) => { (v.t("passage-ended-into")) " " a.code href=(address::passage(&c.process.slug, code)) { (plan::code(code)) } }
                None => { (v.t("passage-ended-nowhere")) }
            }
        }
        @if let Some(numbers) = change.id().and_then(|id| c.lost.get(&id)) {
            p { (without_successor::numbers(v, &c.process.slug, numbers, &c.public, false)) }
        }
    }
}
