//! A plan a chapter at a time: its table of contents, how far one is, the ways on and back.

use domain::plans::{self, Passage};
use maud::{Markup, html};

use super::read::{LONG, Reading, heading, title};
use crate::http::Visit;
use crate::locale::Arg;

/// What of the version stands on the page.
pub enum Shown<'a> {
    /// All of it.
    Whole {
        /// Its parts.
        parts: &'a [&'a [Passage]],
    },
    /// One part of several.
    Part {
        /// All parts.
        parts: &'a [&'a [Passage]],
        /// Which one, from 0.
        at: usize,
        /// Whether it stands on the version's own page, which begins with the first.
        cover: bool,
    },
}

/// Bytes of Italian text that somebody reads in a minute: some 180 words.
const MINUTE: usize = 1_150;

fn length(of: &[Passage]) -> usize {
    of.iter().map(|p| p.text.len()).sum()
}

/// How much of the text is behind somebody who has read a part: in hundredths, of letters rather than of chapters.
fn share(parts: &[&[Passage]], at: usize) -> usize {
    let all: usize = parts.iter().map(|part| length(part)).sum();
    let read: usize = parts.iter().take(at + 1).map(|part| length(part)).sum();
    read * 100 / all.max(1)
}

/// Which chapter this is, and how much of the plan ends with it.
pub fn progress(v: &Visit, shown: &Shown<'_>) -> Markup {
    let Shown::Part { parts, at, .. } = shown else { return html! {} };
    let share = share(parts, *at);
    let place = [("n", Arg::from(at + 1)), ("of", Arg::from(parts.len()))];
    let percent = [("percent", Arg::from(share))];
    html! {
        p.plan-where {
            span { (v.t_with("plan-chapter-where", &place)) }
            progress.bar max="100" value=(share) aria-label=(v.t("plan-share-label")) { (v.t_with("plan-share", &percent)) }
        }
    }
}

/// What a part of the plan says of itself on paper, and the way to print all of it; of all of it, where this version stays.
pub fn printing(v: &Visit, r: &Reading, shown: &Shown<'_>) -> Markup {
    let Shown::Part { parts, at, .. } = shown else {
        return lasting(v, !r.draft && !v.path_only().starts_with(&r.cover()), &r.cover());
    };
    let place = [("n", Arg::from(at + 1)), ("of", Arg::from(parts.len()))];
    let whole = format!("{}?tutto=si", r.cover());
    html! {
        p.printed hidden { (v.t_with("plan-printed-part", &place)) " " (v.app().config.base_url) (whole) }
        p.d-print-none { a href=(whole) rel="nofollow" { (v.t("plan-print")) } }
    }
}

/// On paper, beside an address that will show something else one day, the one that will not.
pub fn lasting(v: &Visit, passing: bool, stays: &str) -> Markup {
    html! { @if passing { p.printed hidden { (v.app().config.base_url) (stays) } } }
}

/// All of it in one page, or a chapter at a time: the way that this page is not.
pub fn ways(v: &Visit, r: &Reading, shown: &Shown<'_>) -> Markup {
    let minutes = [("minutes", Arg::from(length(&r.passages).div_ceil(MINUTE)))];
    html! {
        p.text-muted.d-print-none {
            (v.t_with("plan-minutes", &minutes)) " "
            @match shown {
                Shown::Part { .. } => {
                    (v.t_with("plan-long", &[("n", Arg::from(r.passages.len()))])) " "
                    a href=(format!("{}?tutto=si", r.cover())) rel="nofollow" { (v.t("plan-all")) }
                }
                Shown::Whole { parts } if parts.len() > 1 && r.passages.len() <= LONG => {
                    @if let Some(code) = parts[0].iter().find_map(|p| p.code) { a href=(r.chapter(code)) { (v.t("plan-by-chapter")) } }
                }
                Shown::Whole { parts } if parts.len() > 1 => { (v.t("plan-print-here")) }
                Shown::Whole { .. } => {}
            }
        }
    }
}

/// The table of contents. On a chapter's page only its own headings of the second level are there.
pub fn toc(v: &Visit, r: &Reading, shown: &Shown<'_>) -> Markup {
    let level = plans::chapter_level(&r.passages).unwrap_or(1);
    let headings = plans::contents(&r.passages);
    let here: Option<(i32, i32)> = match shown {
        Shown::Part { parts, at, .. } => {
            parts[*at].first().zip(parts[*at].last()).map(|(a, b)| (a.position, b.position))
        }
        Shown::Whole { .. } => None,
    };
    let inside = |p: &Passage| here.is_none_or(|(a, b)| (a..=b).contains(&p.position));
    let cover = !matches!(shown, Shown::Part { cover: false, .. });
    let wanted = headings.into_iter().filter(|p| p.code.is_some() && (p.level <= level || cover || inside(p)));
    let wanted: Vec<&Passage> = wanted.collect();
    let link = |p: &Passage| {
        let code = p.code.unwrap_or_default();
        if inside(p) { format!("#p{code}") } else { format!("{}#p{code}", r.chapter(code)) }
    };
    let now = |p: &Passage| (here.is_some() && inside(p)).then_some("true");
    html! {
        @if !wanted.is_empty() {
            details.toc.aside data-open-wide {
                summary { (v.t("plan-contents")) }
                nav aria-label=(v.t("plan-contents")) { ol {
                    @for group in wanted.chunk_by(|_, b| b.level > level) {
                        li {
                            a href=(link(group[0])) aria-current=[now(group[0])] { (title(group[0])) }
                            @if group.len() > 1 { ol { @for p in &group[1..] { li { a href=(link(p)) { (title(p)) } } } } }
                        }
                    }
                } }
            }
        }
    }
}

/// The way to the chapter before and the one after, and how much is read with this one.
pub fn beyond(v: &Visit, r: &Reading, shown: &Shown<'_>) -> Markup {
    let Shown::Part { parts, at, .. } = shown else { return html! {} };
    let link = |part: &[Passage]| r.chapter(part.iter().find_map(|p| p.code).unwrap_or_default());
    let (before, after) = (at.checked_sub(1).and_then(|n| parts.get(n)), parts.get(at + 1));
    let place = [("n", Arg::from(at + 1)), ("of", Arg::from(parts.len()))];
    let percent = [("percent", Arg::from(share(parts, *at)))];
    html! {
        nav.pager aria-label=(v.t("plan-chapters")) {
            @if let Some(part) = before { a.pager-prev rel="prev" href=(link(part)) { (v.t("plan-chapter-before")) ": " (heading(part)) } }
            span.pager-where { (v.t_with("plan-chapter-where", &place)) ". " (v.t_with("plan-share", &percent)) }
            @if let Some(part) = after { a.pager-next rel="next" href=(link(part)) { (v.t("plan-chapter-after")) ": " (heading(part)) } }
        }
    }
}
