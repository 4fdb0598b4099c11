//! What changed since a version was commented: first the passages one commented on, each from the version one had before one
//! to the newest; then how much changed elsewhere. Everybody may ask by `?da=`; only who signed in has passages of their own.
//! The page is not kept for others, because it asks who comes.

use std::collections::HashMap;

use domain::Error;
use domain::consultations::{self, InSight};
use domain::id::{PassageId, VersionId};
use domain::paging::{Page, Slice};
use domain::plans::{self, Lineage, Passage, Version};
use domain::processes::{self, Process};
use domain::register::{self, Place};
use maud::{Markup, html};

use super::read::bar;
use super::{address, compare, formed, redline, size};
use crate::http::{Answer, Fault, Visit};
use crate::locale::Arg;
use crate::processes::{Section, frame_within};
use crate::ui::lists::{self, Figure};
use crate::ui::{self, plan};

/// Contributions of one's own a page.
const SIZE: i64 = 50;

struct Since {
    process: Process,
    versions: Vec<Version>,
    newest: Version,
    /// From which version on the other changes are counted; none where the newest is the only one.
    from: Option<Version>,
    windows: InSight,
    own: Option<Slice<Place>>,
    /// What one's own were on, as one had it before one.
    blocks: HashMap<(VersionId, PassageId), reader::Block>,
    lineage: Lineage,
    now: HashMap<PassageId, Passage>,
    changes: Vec<plans::Change>,
    /// What moved from the versions one commented to the newest.
    moves: HashMap<(VersionId, VersionId), plans::Moves>,
}

/// The page.
pub async fn page(v: Visit) -> Answer {
    let asked = v.query("da").map(|n| n.parse::<i32>().map_err(|_| Fault::from(Error::NotFound))).transpose()?;
    let (actor, slug, page) = (v.actor().clone(), v.path("slug").to_owned(), Page::new(v.page_number(), SIZE));
    let now = v.now();
    let found = v
        .read(move |conn| {
            let process = processes::ops::by_slug(conn, &actor, &slug)?;
            let versions = plans::ops::published(conn, process.id)?;
            let Some(newest) = versions.first().cloned() else { return Ok(Err(process)) };
            let own = match actor.account {
                Some(_) => Some(register::ops::my_places(conn, &actor, process.id, newest.id, page)?),
                None => None,
            };
            let places: Vec<_> = own.iter().flat_map(|s| &s.rows).map(|p| (p.version, p.passage)).collect();
            let from = from(&versions, asked, &places)?;
            let there = plans::ops::passages(conn, newest.id)?;
            let changes = match &from {
                Some(from) => plans::compare(&plans::ops::passages(conn, from.id)?, &there),
                None => Vec::new(),
            };
            Ok(Ok(Since {
                windows: consultations::ops::in_sight(conn, process.id, newest.id, now)?,
                blocks: plans::ops::blocks(conn, &places)?,
                moves: plans::moves::among(conn, &places.iter().map(|(v, _)| (*v, newest.id)).collect::<Vec<_>>())?,
                lineage: if places.is_empty() { Lineage::default() } else { plans::ops::lineage(conn, &newest)? },
                now: there.into_iter().filter_map(|p| Some((p.id?, p))).collect(),
                process,
                versions,
                newest,
                from,
                own,
                changes,
            }))
        })
        .await?;
    let title = v.t("since-title");
    let content = match &found {
        Ok(found) => view(&v, found),
        Err(process) => {
            let none = html! { (ui::head(&title, None)) (ui::empty(&v.t("plan-none"), &v.t("plan-none-text"))) };
            frame_within(&v, process, Section::Plan, &title, &none)
        }
    };
    v.page(&title, &content)
}

/// The version asked for; else the earliest one commented; else the one before the newest.
fn from(
    versions: &[Version],
    asked: Option<i32>,
    places: &[(VersionId, PassageId)],
) -> domain::Result<Option<Version>> {
    let earlier = versions.get(1..).unwrap_or_default();
    match asked {
        Some(n) if versions.first().is_some_and(|v| v.number == n) => Ok(None),
        Some(n) => earlier.iter().find(|v| v.number == n).cloned().map(Some).ok_or(Error::NotFound),
        None => {
            let commented = earlier.iter().rfind(|v| places.iter().any(|(version, _)| *version == v.id));
            Ok(commented.or_else(|| earlier.first()).cloned())
        }
    }
}

fn view(v: &Visit, s: &Since) -> Markup {
    let slug = s.process.slug.as_str();
    let newest = [("n", Arg::from(s.newest.number.to_string())), ("date", Arg::from(published(v, &s.newest)))];
    let content = html! {
        (size::link())
        (ui::head(&v.t("since-title"), Some(&v.t_with("since-lead", &newest))))
        (bar(v, slug, &s.windows))
        (own(v, s))
        (elsewhere(v, s))
        p.page-actions { a href=(address::version(slug, s.newest.number)) { (v.t_with("compare-read", &[("n", Arg::from(s.newest.number.to_string()))])) } }
    };
    frame_within(v, &s.process, Section::Plan, &v.t("since-title"), &content)
}

fn published(v: &Visit, version: &Version) -> String {
    version.published_at.map(|at| v.l().date(at)).unwrap_or_default()
}

/// The passages one commented on.
fn own(v: &Visit, s: &Since) -> Markup {
    let Some(own) = &s.own else {
        let back = ui::query(&[("ritorno", v.here())]);
        return html! { p { (v.t("since-sign-in")) " " a href=(format!("/accedi?{back}")) { (v.t("layout-sign-in")) } } };
    };
    html! {
        section.block aria-labelledby="commentati" {
            h2 #commentati { (v.t("since-own")) }
            @if own.rows.is_empty() { p { (v.t("since-own-none")) } }
            @else { (redline::key(v.l())) }
            @for group in own.rows.chunk_by(|a, b| (a.passage, a.version) == (b.passage, b.version)) { (one(v, s, group)) }
            (lists::pager(v, own.page, own.more))
        }
    }
}

/// A passage, and what became of it since the version one had before one; the group are one's contributions on it.
fn one(v: &Visit, s: &Since, group: &[Place]) -> Markup {
    let (slug, place) = (s.process.slug.as_str(), group[0]);
    let before = s.blocks.get(&(place.version, place.passage));
    let was = before.map(reader::Block::text).unwrap_or_default();
    let was = was.as_str();
    let heir = s.lineage.successor(place.passage).and_then(|id| s.now.get(&id));
    // Of another passage that took the matter in, the form says nothing of this one's.
    let itself = heir.filter(|p| p.id == Some(place.passage));
    let stood = itself.and_then(|_| s.moves.get(&(place.version, s.newest.id))?.get(&place.code));
    let form = before.zip(itself).map(|(was, p)| plans::shape(was, &p.block)).unwrap_or_default();
    let (class, key) = match heir {
        None => ("change passage-removed", "change-removed"),
        Some(p) if p.id != Some(place.passage) => ("change passage-changed", "since-into"),
        Some(p) if p.text != was => ("change passage-changed", "change-edited"),
        Some(_) if formed::formal(&form) => ("change passage-changed", "change-reshaped"),
        Some(_) if stood.is_some() => ("change passage-changed", "change-moved"),
        Some(_) if !form.is_empty() => ("change", "change-renumbered"),
        Some(_) => ("change", "change-same"),
    };
    let number = s.versions.iter().find(|v| v.id == place.version).map_or(0, |v| v.number);
    html! {
        article class=(class) {
            h3.change-head { a.code href=(address::passage(slug, place.code)) { (plan::code(place.code)) } " " span.tag { (v.t(key)) } }
            p.text-muted {
                (v.t_with("since-from", &[("n", Arg::from(number.to_string()))])) " "
                @for (i, at) in group.iter().enumerate() {
                    @if i > 0 { ", " }
                    a href=(format!("/percorsi/{slug}/contributi/{}/ricevuta", at.number)) { (v.t_with("change-contribution", &[("n", Arg::from(at.number.to_string()))])) }
                }
            }
            @match heir {
                None => { (redline::before(v.l(), &reader::compare::redline(was, ""))) p { (v.t("passage-ended-nowhere")) } }
                Some(p) => {
                    @if p.id != Some(place.passage) {
                        p { (v.t("passage-now-in")) " " @if let Some(code) = p.code { a.code href=(address::passage(slug, code)) { (plan::code(code)) } "." } }
                    }
                    @if p.text == was { (formed::same_words(v.l(), &form)) div.redline { (super::block::lines(was)) } }
                    @else { (redline::whole(v.l(), &reader::compare::redline(was, &p.text))) (formed::too(v.l(), &form)) }
                    @if let Some(after) = stood { (formed::elsewhere(v.l(), slug, *after)) }
                }
            }
        }
    }
}

/// How much changed in the whole plan, each number with the way to it; and the other versions one may count from.
fn elsewhere(v: &Visit, s: &Since) -> Markup {
    let slug = s.process.slug.as_str();
    let Some(from) = &s.from else { return html! { p { (v.t("since-only")) } } };
    let there = address::comparison(slug, from.number, s.newest.number);
    let numbers: Vec<(String, Markup)> = compare::COUNTED
        .iter()
        .map(|(word, key)| {
            let n = s.changes.iter().filter(|c| compare::wanted(word, c)).count();
            let number = html! { a href=(format!("{there}&mostra={word}")) { (v.l().number(i64::try_from(n).unwrap_or(i64::MAX))) } };
            (v.t(key).into_owned(), number)
        })
        .collect();
    let figures: Vec<Figure<'_>> = numbers
        .iter()
        .map(|(label, number)| Figure { label, number: number.clone(), note: None, sum: false })
        .collect();
    let since = [("n", Arg::from(from.number.to_string())), ("date", Arg::from(published(v, from)))];
    html! {
        section.block aria-labelledby="altrove" {
            h2 #altrove { (v.t_with("since-elsewhere", &since)) }
            (lists::figures(&figures))
            p { a href=(there) { (v.t("since-all")) } }
            @if s.versions.len() > 2 {
                nav aria-label=(v.t("since-others")) { p { (v.t("since-others")) ": "
                    @for other in s.versions.iter().skip(1).rev() {
                        @let name = v.t_with("plan-version", &[("n", Arg::from(other.number.to_string()))]);
                        @if other.id == from.id { strong aria-current="true" { (name) } " " } @else { a href=(address::since(slug, Some(other.number))) { (name) } " " }
                    }
                } }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::clock::Instant;
    use domain::id::ProcessId;

    fn version(number: i32) -> Version {
        let nothing = String::new;
        Version {
            id: VersionId(i64::from(number)),
            process_id: ProcessId(1),
            number,
            title: nothing(),
            source_name: nothing(),
            source_sha256: nothing(),
            import_report: nothing(),
            note: nothing(),
            imported_at: Instant(0),
            published_at: Some(Instant(0)),
            summary: nothing(),
        }
    }

    #[test]
    fn one_counts_from_the_earliest_version_commented() {
        let all = [version(4), version(3), version(2), version(1)];
        let number = |asked, places: &[(VersionId, PassageId)]| from(&all, asked, places).map(|f| f.map(|v| v.number));
        let places = [(VersionId(3), PassageId(1)), (VersionId(2), PassageId(2))];
        assert_eq!(number(None, &places).unwrap(), Some(2));
        assert_eq!(number(None, &[]).unwrap(), Some(3), "else from the version before");
        assert_eq!(number(Some(1), &places).unwrap(), Some(1));
        assert_eq!(number(Some(4), &[]).unwrap(), None, "nothing is newer than the newest");
        assert!(number(Some(9), &[]).is_err());
        assert!(from(&all[..1], None, &[]).unwrap().is_none());
    }
}
