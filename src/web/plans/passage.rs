//! A passage at its permanent address: its words, where it stands, how it came to be so, what was said of it.

use std::collections::HashMap;

use domain::consultations::{self, InSight};
use domain::db::Conn;
use domain::id::{PassageId, VersionId};
use domain::intake::{self, PublishedRequest};
use domain::interviews::{self, Source};
use domain::paging::{Page, Slice};
use domain::plans::ops::Kin;
use domain::plans::{self, ChangeReason, Life, Passage, Version, moves};
use domain::processes::{self, Process};
use domain::register::{self, Filter, ListLine};
use maud::{Markup, html};

use super::read::{LONG, bar, title};
use super::ways::Ways;
use super::{address, explained, formed, passages, redline, size};
use crate::comments::show::{Around, Shown, supports};
use crate::http::{Answer, Visit};
use crate::locale::{Arg, Locale};
use crate::processes::{Section, frame_within};
use crate::ui::{self, lists, plan};

/// Everything the page shows.
struct Found {
    process: Process,
    code: i32,
    lives: Vec<Life>,
    /// In which versions it stands elsewhere than in the one it lived in before, and after which passage it had stood.
    moved: HashMap<i32, Option<i32>>,
    newest: Option<Version>,
    end: Option<(i32, Option<i32>)>,
    /// Where its matter is in the newest version, if it ended and something carries it on.
    now: Option<i32>,
    kin: Kin,
    windows: InSight,
    place: Place,
    shown: Slice<ListLine>,
    around: Around,
    behind: Vec<(i32, PublishedRequest)>,
    public: explained::Public,
    reasons: Vec<(i32, ChangeReason)>,
    sources: Vec<Source>,
}

/// Where the passage stands in the newest version it lives in.
#[derive(Default)]
struct Place {
    chapter: Option<Passage>,
    before: Option<Passage>,
    after: Option<Passage>,
    long: bool,
}

pub use domain::plans::code as number;

/// The page. A code written as on paper leads to it.
pub async fn page(v: Visit) -> Answer {
    let code = number(v.path("code")).ok_or(domain::Error::NotFound)?;
    if v.path("code") != code.to_string() {
        return v.see(&address::passage(v.path("slug"), code));
    }
    let (actor, slug, at) = (v.actor().clone(), v.path("slug").to_owned(), v.now());
    let page = Page::new(v.page_number(), 50);
    let found = v
        .read(move |conn| {
            let process = processes::ops::by_slug(conn, &actor, &slug)?;
            let lives = plans::ops::lives(conn, process.id, code)?;
            let Some((version, id)) = lives.first().and_then(|l| Some((l.version.id, l.passage.id?))) else {
                return Err(domain::Error::NotFound);
            };
            let around = plans::ops::passages(conn, version)?;
            let filter = Filter { passage: Some(id), ..Filter::default() };
            let shown = register::ops::public_list(conn, process.id, &filter, page)?;
            let behind = intake::ops::behind_passage(conn, id)?;
            let newest = plans::ops::newest(conn, process.id)?;
            Ok(Found {
                public: explained::public(conn, process.id, behind.iter().map(|(_, r)| r))?,
                behind,
                moved: moved(conn, &lives)?,
                now: now(conn, newest.as_ref(), version, id)?,
                kin: plans::ops::kin(conn, id)?,
                newest,
                end: plans::ops::end_of(conn, id)?,
                windows: consultations::ops::in_sight(conn, process.id, version, at)?,
                place: place(&around, code),
                around: Around::read(conn, &shown.rows)?,
                reasons: plans::ops::reasons_of(conn, id)?,
                sources: interviews::ops::sources(conn, process.id, id)?,
                process,
                code,
                lives,
                shown,
            })
        })
        .await?;
    let title = v.t_with("passage-title", &[("code", Arg::from(plan::code(code)))]);
    let content = view(&v, &found);
    v.page(
        &format!("{title} – {}", found.process.title),
        &frame_within(&v, &found.process, Section::Plan, &plan::code(code), &content),
    )
}

/// The versions whose order took the passage elsewhere, each with the code it had stood after.
fn moved(conn: &mut Conn, lives: &[Life]) -> domain::Result<HashMap<i32, Option<i32>>> {
    let pairs: Vec<_> = lives.windows(2).map(|two| (two[1].version.id, two[0].version.id)).collect();
    let found = moves::among(conn, &pairs)?;
    let stood = lives
        .iter()
        .zip(&pairs)
        .filter_map(|(life, pair)| Some((life.version.number, *found.get(pair)?.get(&life.passage.code?)?)));
    Ok(stood.collect())
}

/// The code of what carries on, in the newest version, a passage that lived last in an earlier one.
fn now(conn: &mut Conn, newest: Option<&Version>, lived: VersionId, of: PassageId) -> domain::Result<Option<i32>> {
    let Some(newest) = newest.filter(|n| n.id != lived) else { return Ok(None) };
    let Some(heir) = plans::ops::lineage(conn, newest)?.successor(of) else { return Ok(None) };
    let there = plans::ops::passages(conn, newest.id)?;
    Ok(there.iter().find(|p| p.id == Some(heir)).and_then(|p| p.code))
}

fn place(around: &[Passage], code: i32) -> Place {
    let Some(at) = around.iter().position(|p| p.code == Some(code)) else { return Place::default() };
    let near = |n: Option<usize>| n.and_then(|n| around.get(n)).cloned();
    Place {
        chapter: plans::chapter_of(around, around[at].position).filter(|c| c.code != Some(code)).cloned(),
        before: near(at.checked_sub(1)),
        after: near(Some(at + 1)),
        long: around.len() > LONG,
    }
}

fn view(v: &Visit, f: &Found) -> Markup {
    let Some(newest) = f.lives.first() else { return html! {} };
    html! {
        (size::link())
        (ui::head(&v.t_with("passage-title", &[("code", Arg::from(plan::code(f.code)))]), None))
        (size::choices(v))
        (bar(v, &f.process.slug, &f.windows))
        (ended(v, f))
        section.block aria-label=(v.t("passage-text")) {
            article.passages { section.passage id=(format!("p{}", f.code)) {
                span.passage-code { (plan::code(f.code)) }
                div.passage-text { (passages::text(v.l(), &f.process.slug, &newest.passage, 2, Ways::Permanent)) }
            } }
            (doing(v, f, newest))
            (facts(v, f, newest))
        }
        (crate::interviews::sources_of_passage(v, &f.process.slug, &f.sources))
        (history(v, f))
        (contributions(v, f))
    }
}

/// A passage that is no longer in the plan says since when, and where its matter went.
fn ended(v: &Visit, f: &Found) -> Markup {
    let gone = f.lives.first().zip(f.newest.as_ref()).is_some_and(|(l, n)| l.version.number < n.number);
    let Some((number, into)) = f.end.filter(|_| gone) else { return html! {} };
    ui::notice(
        ui::Tone::Warning,
        &html! {
            p {
                (v.t_with("passage-ended", &[("n", Arg::from(number.to_string()))])) " "
                @match into {
                    Some(code) => { (v.t("passage-ended-into")) " " a.code href=(address::passage(&f.process.slug, code)) { (plan::code(code)) } "." }
                    None => { (v.t("passage-ended-nowhere")) }
                }
                @if let Some(now) = f.now.filter(|now| into != Some(*now)) {
                    " " (v.t("passage-now-in")) " " a.code href=(address::passage(&f.process.slug, now)) { (plan::code(now)) } "."
                }
            }
            @if explains(f, number) { (explanation(v, f, number)) }
        },
    )
}

fn facts(v: &Visit, f: &Found, newest: &Life) -> Markup {
    let slug = f.process.slug.as_str();
    let number = newest.version.number;
    let link = |p: &Passage| {
        html! { @if let Some(code) = p.code { a href=(address::passage(slug, code)) { span.code { (plan::code(code)) } " " (start(&p.text)) } } }
    };
    let (version, chapter) = (v.t("passage-version"), v.t("passage-chapter"));
    let (before, after) = (v.t("passage-before"), v.t("passage-after"));
    let reading = address::reading(slug, number, f.code, f.place.long);
    let mut facts = vec![(
        version.as_ref(),
        html! { a href=(reading) { (v.t_with("passage-in-version", &[("n", Arg::from(number.to_string()))])) } },
    )];
    if let Some(p) = &f.place.chapter {
        let inside = address::reading(slug, number, p.code.unwrap_or_default(), f.place.long);
        facts.push((chapter.as_ref(), html! { a href=(inside) { (title(p)) } }));
    }
    for (word, near) in [(before.as_ref(), &f.place.before), (after.as_ref(), &f.place.after)] {
        if let Some(p) = near {
            facts.push((word, link(p)));
        }
    }
    let kin = &f.kin;
    let words = ["passage-parted-from", "passage-parts", "passage-took-in"].map(|key| v.t(key));
    for (word, list) in words.iter().zip([&kin.parted_from, &kin.parts, &kin.took_in]) {
        if !list.is_empty() {
            facts.push((word.as_ref(), relatives(v, slug, list)));
        }
    }
    lists::definition(&facts)
}

/// Passages one was parted from or into, or took in, each with the version in which that came about.
fn relatives(v: &Visit, slug: &str, list: &[(i32, i32)]) -> Markup {
    html! {
        @for (i, (version, code)) in list.iter().enumerate() {
            @if i > 0 { ", " }
            a.code href=(address::passage(slug, *code)) { (plan::code(*code)) } " "
            "(" (v.t_with("plan-version", &[("n", Arg::from(version.to_string()))])) ")"
        }
    }
}

/// The first words of a text.
pub fn start(text: &str) -> String {
    const CHARACTERS: usize = 80;
    match text.char_indices().nth(CHARACTERS) {
        None => text.to_owned(),
        Some((end, _)) => {
            let cut = text.get(..end).unwrap_or_default();
            format!("{}…", cut.rsplit_once(' ').map_or(cut, |(words, _)| words))
        }
    }
}

/// The button that comments it, on whichever version is open, if it lives there.
fn doing(v: &Visit, f: &Found, newest: &Life) -> Markup {
    let own = f.windows.open(v.now()).then_some(newest.version.number);
    let lives = |n: &i32| f.lives.iter().any(|life| life.version.number == *n);
    let open = own.or_else(|| f.windows.elsewhere.as_ref().map(|(_, n)| *n).filter(lives));
    let last = f.newest.as_ref().map(|n| n.number);
    html! {
        @if let Some(n) = open {
            p.page-actions { a.btn.btn-primary href=(address::comment(&f.process.slug, Some(f.code))) {
                @if Some(n) == last { (v.t("passage-comment")) } @else { (v.t_with("passage-comment-in", &[("n", Arg::from(n.to_string()))])) }
            } }
        }
    }
}

fn history(v: &Visit, f: &Found) -> Markup {
    html! {
        section.block #storia {
            h2 { (v.t("passage-history")) }
            @for (i, life) in f.lives.iter().enumerate() {
                @let number = life.version.number;
                @let long = f.place.long;
                h3 { a href=(address::reading(&f.process.slug, number, f.code, long)) { (v.t_with("plan-version", &[("n", Arg::from(number.to_string()))])) } }
                @match f.lives.get(i + 1) {
                    None if number > 1 => { p { (v.t("passage-born")) } (explanation(v, f, number)) }
                    None => { p { (v.t("passage-first")) } }
                    Some(before) => { (since(v, f, &before.passage, life)) }
                }
            }
        }
    }
}

/// What changed from one version to the next: words, form, place, or nothing.
fn since(v: &Visit, f: &Found, before: &Passage, life: &Life) -> Markup {
    let (now, number) = (&life.passage, life.version.number);
    let form = plans::shape(&before.block, &now.block);
    let stood = f.moved.get(&number);
    let edited = before.text != now.text;
    html! {
        @if edited { (redline::whole(v.l(), &reader::compare::redline(&before.text, &now.text))) (formed::too(v.l(), &form)) }
        @else if !form.is_empty() { (formed::same_words(v.l(), &form)) }
        @else if stood.is_some() { p { (v.t("passage-moved")) } }
        @else { p { (v.t("passage-same-words")) } }
        @if let Some(after) = stood { (formed::elsewhere(v.l(), &f.process.slug, *after)) }
        @if edited || stood.is_some() || explains(f, number) { (explanation(v, f, number)) }
    }
}

/// Whether a request or a reason stands behind what changed in a version: another form needs none.
fn explains(f: &Found, version: i32) -> bool {
    f.behind.iter().any(|(n, _)| *n == version) || f.reasons.iter().any(|(n, _)| *n == version)
}

fn explanation(v: &Visit, f: &Found, version: i32) -> Markup {
    let requests: Vec<&PublishedRequest> = f.behind.iter().filter(|(n, _)| *n == version).map(|(_, r)| r).collect();
    let reason = f.reasons.iter().find(|(n, _)| *n == version).map(|(_, r)| r);
    explained::why(v.l(), &f.process.slug, &requests, reason, &f.public)
}

fn contributions(v: &Visit, f: &Found) -> Markup {
    html! {
        section.block #contributi {
            h2 { (v.t("passage-contributions")) }
            @if f.shown.rows.is_empty() { p { (v.t("passage-no-contributions")) } }
            div.contributions { @for line in &f.shown.rows { (one(v.l(), f, line)) } }
            (lists::pager(v, f.shown.page, f.shown.more))
        }
    }
}

/// A contribution on it; what it proposes is a redline over the words it speaks of.
fn one(l: &Locale, f: &Found, line: &ListLine) -> Markup {
    let slug = f.process.slug.as_str();
    let href = address::contribution(slug, line.contribution.number);
    Shown { l, slug, line, around: &f.around, href, quoted: false, foot: supports(l, line.supports), staff: false }
        .article()
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn a_code_is_found_however_it_is_written() {
        for written in ["36", "P-036", "p-36", "P036", "p 36", "P‑036"] {
            assert_eq!(number(written), Some(36), "{written}");
        }
        for other in ["", "P-", "x36", "36x", "-36", "99999999999", "3.6", "P-+6"] {
            assert!(number(other).is_none() || other == "-36", "{other}");
        }
    }
}
