//! Reading the plan: a version whole, or a chapter at a time.

use std::collections::HashMap;

use domain::consultations::{self, InSight};
use domain::id::PassageId;
use domain::plans::{self, Change, ChangeKind, FileFormat, Passage, PassageKind, Places, Version};
use domain::processes::{self, Process};
use domain::{Error, interviews, register};
use maud::{Markup, html};

use super::chapters::Shown;
use super::passages::{self, Beside};
use super::ways::Ways;
use super::{address, chapters, download, size, summary};
use crate::http::{Answer, Fault, Visit};
use crate::locale::Arg;
use crate::processes::{Section, StaffSection, frame, frame_within, staff_frame_within};
use crate::ui::{self, time};

/// A version with more passages is read chapter by chapter, unless all of it is asked for.
pub const LONG: usize = 150;

/// Everything the reading page shows.
pub(super) struct Reading {
    pub process: Process,
    pub version: Version,
    versions: Vec<Version>,
    windows: InSight,
    pub passages: Vec<Passage>,
    counts: HashMap<PassageId, i64>,
    sources: HashMap<PassageId, i64>,
    whole: i64,
    /// What became of passages since the version before, where it is worth a word.
    changed: HashMap<PassageId, ChangeKind>,
    /// The files that were made of it, and their bytes.
    files: Vec<(FileFormat, i64)>,
    /// A draft, seen by its staff before it is published.
    pub draft: bool,
}

/// Which version: the newest, or a number.
async fn load(v: &Visit, number: Option<i32>) -> Result<Option<Reading>, Fault> {
    let (actor, slug, now) = (v.actor().clone(), v.path("slug").to_owned(), v.now());
    v.read(move |conn| {
        let process = processes::ops::by_slug(conn, &actor, &slug)?;
        let versions = plans::ops::published(conn, process.id)?;
        let found = versions.iter().find(|v| number.is_none_or(|n| v.number == n)).cloned();
        let version = match (found, number) {
            (Some(version), _) => version,
            (None, Some(_)) => return Err(Error::NotFound),
            (None, None) => return Ok(None),
        };
        let windows = consultations::ops::in_sight(conn, process.id, version.id, now)?;
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
            windows,
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

/// What is new, what says something else, what stands elsewhere, and what looks otherwise; other quotation marks, and numbers that shifted, are no change
/// worth a word.
fn changed(before: &[Passage], after: &[Passage]) -> HashMap<PassageId, ChangeKind> {
    let told = |change: &Change| match change.kind {
        ChangeKind::Removed => None,
        kind if change.counts() => Some((change.id()?, kind)),
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
    let title = format!("{} – {}", named(&r, parts[at]), r.version.title);
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
            let (versions, windows, counts, whole, draft) = (Vec::new(), InSight::default(), HashMap::new(), 0, true);
            let (sources, changed, files) = (HashMap::new(), HashMap::new(), Vec::new());
            Ok(Reading { process, version, versions, windows, passages, counts, sources, whole, changed, files, draft })
        })
        .await?;
    let Some(code) = v.query("capitolo").and_then(|c| c.parse::<i32>().ok()) else { return show(&v, &r) };
    let parts = plans::chapters(&r.passages);
    let Some(at) = parts.iter().position(|part| part.iter().any(|p| p.code == Some(code))) else {
        // A link may lead to a passage that the draft has no more.
        return Ok(ui::see_other(&address::passage(&r.process.slug, code)));
    };
    v.page(&v.t("preview-title"), &view(&v, &r, &Shown::Part { parts: &parts, at, cover: false }))
}

impl Reading {
    /// The version's own page.
    pub(super) fn cover(&self) -> String {
        if self.draft {
            address::desk(&self.process.slug, "/anteprima")
        } else {
            address::version(&self.process.slug, self.version.number)
        }
    }

    /// The page of the chapter that holds a passage.
    pub(super) fn chapter(&self, code: i32) -> String {
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
    let shown = if whole { Shown::Whole { parts: &parts } } else { Shown::Part { parts: &parts, at: 0, cover: true } };
    v.page(&title, &view(v, r, &shown))
}

/// The heading of a part.
pub fn heading(part: &[Passage]) -> String {
    part.iter().find(|p| p.kind == PassageKind::Heading).map(title).unwrap_or_default()
}

/// What a part's page is called: what stands before the first heading has none.
fn named(r: &Reading, part: &[Passage]) -> String {
    Some(heading(part)).filter(|h| !h.trim().is_empty()).unwrap_or_else(|| r.version.title.clone())
}

/// A heading with its number.
pub fn title(p: &Passage) -> String {
    if p.number.is_empty() { p.text.clone() } else { format!("{} {}", p.number, p.text) }
}

fn view(v: &Visit, r: &Reading, shown: &Shown<'_>) -> Markup {
    let open = r.windows.open(v.now());
    let (list, inside) = match shown {
        Shown::Whole { .. } => (r.passages.as_slice(), None),
        Shown::Part { parts, at, cover } => (parts[*at], (!cover).then(|| named(r, parts[*at]))),
    };
    let (here, there) = (Places::of(list), Places::of(&r.passages));
    let number = (!r.draft).then_some(r.version.number);
    let beside = Beside {
        l: v.l(),
        slug: &r.process.slug,
        counts: &r.counts,
        sources: &r.sources,
        open,
        draft: r.draft,
        ways: Ways::Version { number, here: &here, there: &there },
        changed: &r.changed,
    };
    let content = html! {
        (size::link())
        (head(v, r, inside.as_deref()))
        (chapters::printing(v, r, shown))
        @if !r.draft { (strip(v, &r.process.slug, &r.windows, &chapters::progress(v, shown))) }
        @if inside.is_none() { (summary::shown(v, &r.version)) (doing(v, r, open)) }
        @if inside.is_none() && !r.draft { (download::part(v, &r.process.slug, r.version.number, &r.files)) }
        @if inside.is_none() { (chapters::ways(v, r, shown)) }
        (size::choices(v))
        div.with-aside {
            (chapters::toc(v, r, shown))
            div.main-col {
                article.passages { (passages::passages(&beside, list)) }
                (chapters::beyond(v, r, shown))
                @if inside.is_some() { (doing(v, r, open)) }
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

fn head(v: &Visit, r: &Reading, chapter: Option<&str>) -> Markup {
    let key = if r.draft { "plan-draft-facts" } else { "plan-facts" };
    let facts = v.t_with(
        key,
        &[
            ("n", Arg::from(r.version.number.to_string())),
            ("date", Arg::from(r.version.published_at.map(|at| v.l().date(at)).unwrap_or_default())),
            ("passages", Arg::from(r.passages.len())),
        ],
    );
    html! {
        @if r.draft {
            (ui::notice(ui::Tone::Info, &html! {
                p { (v.t("preview-text")) " " a href=(address::desk(&r.process.slug, "")) { (v.t("decide-back")) } }
            }))
        }
        div.page-head {
            h1 { (chapter.unwrap_or(&r.version.title)) }
            p.lead { @if chapter.is_some() { (r.version.title) ". " } (facts) }
            (versions(v, r))
            @if !r.version.note.is_empty() && chapter.is_none() { (ui::prose(&r.version.note)) }
            @if r.draft { (download::draft_part(v, &r.process.slug)) }
        }
    }
}

/// What one may do with the plan as a whole: after what it says in short; on a chapter's page, after the chapter.
fn doing(v: &Visit, r: &Reading, open: bool) -> Markup {
    let (slug, number) = (r.process.slug.as_str(), r.version.number);
    let before = r.versions.iter().find(|o| o.number < number).map(|o| (o.number, number));
    let pair = before.or_else(|| r.versions.iter().rfind(|o| o.number > number).map(|o| (number, o.number)));
    html! {
        p.page-actions {
            @if open { a.btn.btn-primary href=(address::comment(slug, None)) { (v.t("plan-comment-whole")) } }
            @if r.whole > 0 {
                a.btn.btn-link href=(format!("/percorsi/{slug}/contributi?passaggio=piano")) { (v.t_with("plan-whole-count", &[("n", Arg::from(r.whole))])) }
            }
            @if !r.draft { a.btn.btn-link href=(address::search(slug, number)) { (v.t("search-title")) } }
            @if let Some((from, to)) = pair {
                a.btn.btn-link href=(address::comparison(slug, from, to)) { (v.t("plan-compare")) }
                a.btn.btn-link href=(address::since(slug, None)) { (v.t("since-link")) }
            }
        }
    }
}

fn versions(v: &Visit, r: &Reading) -> Markup {
    let newest = r.versions.first().map_or(0, |n| n.number);
    html! {
        @if r.versions.len() > 1 {
            nav.d-print-none aria-label=(v.t("plan-versions")) {
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
pub(super) fn bar(v: &Visit, slug: &str, windows: &InSight) -> Markup {
    strip(v, slug, windows, &html! {})
}

/// The window and how far one is, in sight while one reads.
fn strip(v: &Visit, slug: &str, windows: &InSight, progress: &Markup) -> Markup {
    html! {
        div.plan-bar {
            @match (&windows.elsewhere, &windows.own) {
                (Some((w, number)), _) => {
                    (time::countdown(v.l(), v.now(), w.opens_at, w.closes_at))
                    p.countdown { a href=(address::version(slug, *number)) { (v.t_with("plan-window-elsewhere", &[("n", Arg::from(number.to_string()))])) } }
                }
                (None, Some(w)) => { (time::countdown(v.l(), v.now(), w.opens_at, w.closes_at)) }
                (None, None) => { p.countdown.countdown-closed { (v.t("plan-no-window")) } }
            }
            (progress)
        }
    }
}
