//! Reading the plan: a version whole, or a chapter at a time.

use std::collections::HashMap;

use domain::access::WindowState;
use domain::consultations::{self, Consultation};
use domain::id::PassageId;
use domain::plans::{self, Change, ChangeKind, FileFormat, Passage, PassageKind, Version};
use domain::processes::{self, Process};
use domain::{Error, interviews, register};
use maud::{Markup, html};

use super::address;
use super::download;
use super::passages::{self, Beside};
use crate::http::{Answer, Fault, Visit};
use crate::locale::Arg;
use crate::processes::{Section, StaffSection, frame, frame_within, staff_frame_within};
use crate::ui::{self, time};

/// A version with more passages is read chapter by chapter, unless all of it is asked for.
pub const LONG: usize = 400;

/// Everything the reading page shows.
struct Reading {
    process: Process,
    version: Version,
    versions: Vec<Version>,
    window: Option<Consultation>,
    passages: Vec<Passage>,
    counts: HashMap<PassageId, i64>,
    sources: HashMap<PassageId, i64>,
    whole: i64,
    /// The passages that are new in this version (true), or say something else than in the one before.
    changed: HashMap<PassageId, bool>,
    /// The files that were made of it, and their bytes.
    files: Vec<(FileFormat, i64)>,
    /// A draft, seen by its staff before it is published.
    draft: bool,
}

/// Which version: the newest, or a number.
async fn load(v: &Visit, number: Option<i32>) -> Result<Option<Reading>, Fault> {
    let (actor, slug) = (v.actor().clone(), v.path("slug").to_owned());
    v.read(move |conn| {
        let process = processes::ops::by_slug(conn, &actor, &slug)?;
        let versions = plans::ops::published(conn, process.id)?;
        let found = versions.iter().find(|v| number.is_none_or(|n| v.number == n)).cloned();
        let version = match (found, number) {
            (Some(version), _) => version,
            (None, Some(_)) => return Err(Error::NotFound),
            (None, None) => return Ok(None),
        };
        let window = consultations::ops::of_version(conn, version.id)?;
        let passages = plans::ops::passages(conn, version.id)?;
        let shown = register::ops::shown_by_passage(conn, process.id)?;
        let whole = shown.iter().filter(|(p, _)| p.is_none()).map(|(_, n)| *n).sum();
        let counts = shown.into_iter().filter_map(|(p, n)| Some((p?, n))).collect();
        let sources = interviews::ops::source_counts(conn, process.id)?;
        let before = versions.iter().find(|v| v.number < version.number).map(|v| v.id);
        let changed = match before {
            Some(before) => changed(&plans::ops::passages(conn, before)?, &passages),
            None => HashMap::new(),
        };
        let files = plans::ops::files(conn, version.id)?;
        Ok(Some(Reading {
            process,
            version,
            versions,
            window,
            passages,
            counts,
            sources,
            whole,
            changed,
            files,
            draft: false,
        }))
    })
    .await
}

/// What is new, and what says something else; other quotation marks are no change worth a word.
fn changed(before: &[Passage], after: &[Passage]) -> HashMap<PassageId, bool> {
    let told = |change: &Change| match change.kind {
        ChangeKind::New => Some((change.id()?, true)),
        ChangeKind::Edited | ChangeKind::MovedAndEdited if !change.only_typography() => Some((change.id()?, false)),
        _ => None,
    };
    plans::compare(before, after).iter().filter_map(told).collect()
}

/// The newest version.
pub async fn newest(v: Visit) -> Answer {
    match load(&v, None).await? {
        Some(r) => show(&v, &r),
        None => none_yet(&v).await,
    }
}

/// No version is published yet: that is said, not hidden.
async fn none_yet(v: &Visit) -> Answer {
    let process = crate::processes::of(v).await?;
    let content = html! {
        (ui::head(&v.t("plan-title"), None))
        (ui::empty(&v.t("plan-none"), &v.t("plan-none-text")))
        p { a href=(crate::processes::address(&process, "")) { (v.t("plan-to-process")) } }
    };
    v.page(&v.t("plan-title"), &frame(v, &process, Section::Plan, &content))
}

/// A version by its number.
pub async fn version(v: Visit) -> Answer {
    let number = v.path_as::<i32>("n")?;
    let r = load(&v, Some(number)).await?.ok_or(Error::NotFound)?;
    show(&v, &r)
}

/// A chapter: the one that holds the passage of `{code}`.
pub async fn chapter(v: Visit) -> Answer {
    let (number, code) = (v.path_as::<i32>("n")?, v.path_as::<i32>("code")?);
    let r = load(&v, Some(number)).await?.ok_or(Error::NotFound)?;
    let parts = plans::chapters(&r.passages);
    let at = parts.iter().position(|part| part.iter().any(|p| p.code == Some(code))).ok_or(Error::NotFound)?;
    let title = format!("{} – {}", heading(parts[at]), r.version.title);
    v.page(&title, &view(&v, &r, &Shown::Part { parts: &parts, at, cover: false }))
}

/// The draft as readers will see it; `?capitolo=` opens a chapter.
pub async fn preview(v: Visit) -> Answer {
    let (actor, slug) = (v.actor().clone(), v.path("slug").to_owned());
    let r = v
        .read(move |conn| {
            let process = processes::ops::by_slug(conn, &actor, &slug)?;
            let version = plans::ops::draft(conn, &actor, process.id)?.ok_or(Error::NotFound)?;
            let passages = plans::ops::passages(conn, version.id)?;
            let (versions, window, counts, whole, draft) = (Vec::new(), None, HashMap::new(), 0, true);
            let (sources, changed, files) = (HashMap::new(), HashMap::new(), Vec::new());
            Ok(Reading { process, version, versions, window, passages, counts, sources, whole, changed, files, draft })
        })
        .await?;
    let Some(code) = v.query("capitolo").and_then(|c| c.parse::<i32>().ok()) else { return show(&v, &r) };
    let parts = plans::chapters(&r.passages);
    let at = parts.iter().position(|part| part.iter().any(|p| p.code == Some(code))).ok_or(Error::NotFound)?;
    v.page(&v.t("preview-title"), &view(&v, &r, &Shown::Part { parts: &parts, at, cover: false }))
}

impl Reading {
    /// The version's own page.
    fn cover(&self) -> String {
        if self.draft {
            address::desk(&self.process.slug, "/anteprima")
        } else {
            address::version(&self.process.slug, self.version.number)
        }
    }

    /// The page of the chapter that holds a passage.
    fn chapter(&self, code: i32) -> String {
        if self.draft {
            format!("{}?capitolo={code}", self.cover())
        } else {
            address::chapter(&self.process.slug, self.version.number, code)
        }
    }
}

fn show(v: &Visit, r: &Reading) -> Answer {
    let title = v.t_with(
        "plan-version-title",
        &[("title", Arg::from(r.version.title.as_str())), ("n", Arg::from(r.version.number.to_string()))],
    );
    let parts = plans::chapters(&r.passages);
    let whole = r.passages.len() <= LONG || parts.len() < 2 || v.query("tutto") == Some("si");
    let shown = if whole { Shown::Whole } else { Shown::Part { parts: &parts, at: 0, cover: true } };
    v.page(&title, &view(v, r, &shown))
}

/// What of the version stands on the page.
enum Shown<'a> {
    /// All of it.
    Whole,
    /// One part of several; the cover is the version's own page.
    Part { parts: &'a [&'a [Passage]], at: usize, cover: bool },
}

/// The heading of a part.
pub fn heading(part: &[Passage]) -> String {
    part.iter().find(|p| p.kind == PassageKind::Heading).map(title).unwrap_or_default()
}

/// A heading with its number.
pub fn title(p: &Passage) -> String {
    if p.number.is_empty() { p.text.clone() } else { format!("{} {}", p.number, p.text) }
}

fn view(v: &Visit, r: &Reading, shown: &Shown<'_>) -> Markup {
    let open = r.window.as_ref().is_some_and(|w| w.state(v.now()) == WindowState::Open);
    let beside = Beside {
        l: v.l(),
        slug: &r.process.slug,
        counts: &r.counts,
        sources: &r.sources,
        open,
        draft: r.draft,
        changed: &r.changed,
    };
    let (list, inside) = match shown {
        Shown::Whole => (r.passages.as_slice(), None),
        Shown::Part { parts, at, cover } => (parts[*at], (!cover).then(|| heading(parts[*at]))),
    };
    let content = html! {
        (head(v, r, inside.as_deref(), open))
        @if !r.draft { (bar(v, r.window.as_ref())) }
        div.with-aside {
            (toc(v, r, shown))
            div.main-col {
                @if let Shown::Part { cover: true, .. } = shown { (long_notice(v, r)) }
                article.passages { (passages::passages(&beside, list)) }
                (beyond(v, r, shown))
            }
        }
    };
    if r.draft {
        return staff_frame_within(v, &r.process, StaffSection::Plan, &v.t("preview-title"), &content);
    }
    match inside {
        Some(name) => frame_within(v, &r.process, Section::Plan, &name, &content),
        None => frame(v, &r.process, Section::Plan, &content),
    }
}

fn head(v: &Visit, r: &Reading, chapter: Option<&str>, open: bool) -> Markup {
    let (slug, number) = (r.process.slug.as_str(), r.version.number);
    let key = if r.draft { "plan-draft-facts" } else { "plan-facts" };
    let facts = v.t_with(
        key,
        &[
            ("n", Arg::from(number.to_string())),
            ("date", Arg::from(r.version.published_at.map(|at| v.l().date(at)).unwrap_or_default())),
            ("passages", Arg::from(r.passages.len())),
        ],
    );
    let before = r.versions.iter().find(|o| o.number < number).map(|o| (o.number, number));
    let pair = before.or_else(|| r.versions.iter().rfind(|o| o.number > number).map(|o| (number, o.number)));
    html! {
        @if r.draft {
            (ui::notice(ui::Tone::Info, &html! {
                p { (v.t("preview-text")) " " a href=(address::desk(slug, "")) { (v.t("decide-back")) } }
            }))
        }
        div.page-head {
            h1 { (chapter.unwrap_or(&r.version.title)) }
            p.lead { @if chapter.is_some() { (r.version.title) ". " } (facts) }
            (versions(v, r))
            @if !r.version.note.is_empty() && chapter.is_none() { (ui::prose(&r.version.note)) }
            @if r.draft { (download::draft_part(v, slug)) }
            @else if chapter.is_none() { (download::part(v, slug, number, &r.files)) }
            p.page-actions {
                @if open { a.btn.btn-primary href=(address::comment(slug, None)) { (v.t("plan-comment-whole")) } }
                @if r.whole > 0 {
                    a.btn.btn-link href=(format!("/percorsi/{slug}/contributi?passaggio=piano")) { (v.t_with("plan-whole-count", &[("n", Arg::from(r.whole))])) }
                }
                @if !r.draft { a.btn.btn-link href=(address::search(slug, number)) { (v.t("search-title")) } }
                @if let Some((from, to)) = pair {
                    a.btn.btn-link href=(address::comparison(slug, from, to)) { (v.t("plan-compare")) }
                }
            }
        }
    }
}

fn versions(v: &Visit, r: &Reading) -> Markup {
    let newest = r.versions.first().map_or(0, |n| n.number);
    html! {
        @if r.versions.len() > 1 {
            nav aria-label=(v.t("plan-versions")) {
                ul.list-inline {
                    @for other in &r.versions {
                        @let key = if other.number == newest { "plan-version-newest" } else { "plan-version" };
                        @let name = v.t_with(key, &[("n", Arg::from(other.number.to_string()))]);
                        li.list-inline-item {
                            @if other.number == r.version.number { strong aria-current="true" { (name) } }
                            @else { a href=(address::version(&r.process.slug, other.number)) { (name) } }
                        }
                    }
                }
            }
            @if r.version.number != newest {
                (ui::notice(ui::Tone::Warning, &html! {
                    p { (v.t("plan-older")) " " a href=(address::version(&r.process.slug, newest)) { (v.t("plan-older-link")) } }
                }))
            }
        }
    }
}

/// The window, in sight while one reads.
pub(super) fn bar(v: &Visit, window: Option<&Consultation>) -> Markup {
    html! {
        div.plan-bar {
            @match window {
                Some(w) => { (time::countdown(v.l(), v.now(), w.opens_at, w.closes_at)) }
                None => { p.countdown.countdown-closed { (v.t("plan-no-window")) } }
            }
        }
    }
}

fn long_notice(v: &Visit, r: &Reading) -> Markup {
    let here = r.cover();
    ui::notice(
        ui::Tone::Info,
        &html! {
            p { (v.t_with("plan-long", &[("n", Arg::from(r.passages.len()))])) " " a href=(format!("{here}?tutto=si")) rel="nofollow" { (v.t("plan-all")) } }
        },
    )
}

/// The table of contents. On a chapter's page only its own headings of the second level are there.
fn toc(v: &Visit, r: &Reading, shown: &Shown<'_>) -> Markup {
    let level = plans::chapter_level(&r.passages).unwrap_or(1);
    let headings = plans::contents(&r.passages);
    let here: Option<(i32, i32)> = match shown {
        Shown::Part { parts, at, .. } => {
            parts[*at].first().zip(parts[*at].last()).map(|(a, b)| (a.position, b.position))
        }
        Shown::Whole => None,
    };
    let inside = |p: &Passage| here.is_none_or(|(a, b)| (a..=b).contains(&p.position));
    let cover = !matches!(shown, Shown::Part { cover: false, .. });
    let wanted = headings.into_iter().filter(|p| p.code.is_some() && (p.level <= level || cover || inside(p)));
    let wanted: Vec<&Passage> = wanted.collect();
    let link = |p: &Passage| {
        let code = p.code.unwrap_or_default();
        if inside(p) { format!("#p{code}") } else { format!("{}#p{code}", r.chapter(code)) }
    };
    html! {
        @if !wanted.is_empty() {
            details.toc.aside data-open-wide {
                summary { (v.t("plan-contents")) }
                nav aria-label=(v.t("plan-contents")) { ol {
                    @for group in wanted.chunk_by(|_, b| b.level > level) {
                        li {
                            a href=(link(group[0])) { (title(group[0])) }
                            @if group.len() > 1 { ol { @for p in &group[1..] { li { a href=(link(p)) { (title(p)) } } } } }
                        }
                    }
                } }
            }
        }
    }
}

/// The way to the chapter before and the one after.
fn beyond(v: &Visit, r: &Reading, shown: &Shown<'_>) -> Markup {
    let Shown::Part { parts, at, .. } = shown else { return html! {} };
    let link = |part: &[Passage]| r.chapter(part.iter().find_map(|p| p.code).unwrap_or_default());
    let (before, after) = (at.checked_sub(1).and_then(|n| parts.get(n)), parts.get(at + 1));
    let place = [("n", Arg::from(at + 1)), ("of", Arg::from(parts.len()))];
    html! {
        nav.pager aria-label=(v.t("plan-chapters")) {
            @if let Some(part) = before { a.pager-prev rel="prev" href=(link(part)) { (v.t("plan-chapter-before")) ": " (heading(part)) } }
            span.pager-where { (v.t_with("plan-chapter-where", &place)) }
            @if let Some(part) = after { a.pager-next rel="next" href=(link(part)) { (v.t("plan-chapter-after")) ": " (heading(part)) } }
        }
    }
}
