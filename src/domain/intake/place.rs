//! The versions and passages an answer may name.

use std::collections::{BTreeSet, HashMap};

use super::model::RequestLine;
use super::store;
use crate::access::{Actor, Permit, ReadRegister};
use crate::db::Conn;
use crate::id::{ProcessId, VersionId};
use crate::plans::{self, Change, ChangeKind, Passage, Version};
use crate::register;
use crate::{Problems, Result};

/// No more changed passages than these are shown to be ticked, those nearest to what was commented: the codes of others are
/// written.
const MOST: usize = 60;

/// What an answer to some requests may name.
#[derive(Debug, Clone, Default)]
pub struct Place {
    /// The versions, newest first, and whether each is public.
    pub versions: Vec<(i32, bool)>,
    /// The number of the newest.
    pub newest: i32,
    /// The code of the passage each contribution is on, by its number.
    pub on: HashMap<i32, Option<i32>>,
    /// The passages that changed or ended in the newest version since the one that was commented: those of the chapters
    /// concerned, else all of them, nearest first where they are many; what was commented is first of all.
    pub changes: Vec<Change>,
    /// Whether there were more.
    pub more: bool,
}

fn versions(conn: &mut Conn, actor: &Actor, process: ProcessId) -> Result<Vec<Version>> {
    let mut found = plans::ops::published(conn, process)?;
    if let Some(draft) = plans::ops::draft(conn, actor, process)? {
        found.insert(0, draft);
    }
    Ok(found)
}

/// What an answer to these requests may name.
///
/// # Errors
/// [`crate::Error::Denied`] for who may not see drafts.
pub fn place(
    conn: &mut Conn,
    actor: &Actor,
    permit: &Permit<ReadRegister>,
    process: ProcessId,
    requests: &[RequestLine],
) -> Result<Place> {
    let versions = versions(conn, actor, process)?;
    let mut numbers: Vec<i32> = requests.iter().map(|r| r.contribution).collect();
    numbers.sort_unstable();
    numbers.dedup();
    let of = register::ops::staff_lines(conn, permit, process, &numbers)?;
    let on: HashMap<i32, Option<i32>> = of.iter().map(|l| (l.contribution.number, l.passage_code)).collect();
    let commented: Option<VersionId> = of.first().map(|l| l.contribution.version_id);
    let commented = versions.iter().find(|v| Some(v.id) == commented);
    let mut found = Place {
        versions: versions.iter().map(|v| (v.number, v.published_at.is_some())).collect(),
        newest: versions.first().map_or(0, |v| v.number),
        on,
        ..Place::default()
    };
    if let (Some(base), Some(newest)) = (commented, versions.first())
        && base.number < newest.number
    {
        let (old, new) = (plans::ops::passages(conn, base.id)?, plans::ops::passages(conn, newest.id)?);
        let codes: Option<Vec<i32>> = found.on.values().copied().collect();
        (found.changes, found.more) = changed(&old, &new, codes.as_deref());
    }
    Ok(found)
}

/// The passages that changed or ended, and whether there were more than are shown; `on` is where the contributions are, if
/// each is on a passage: then only their chapters count, if anything changed there.
fn changed(old: &[Passage], new: &[Passage], on: Option<&[i32]>) -> (Vec<Change>, bool) {
    let differs = |c: &Change| !matches!(c.kind, ChangeKind::Same | ChangeKind::Renumbered) && c.code().is_some();
    let all: Vec<Change> = plans::compare(old, new).into_iter().filter(differs).collect();
    let chapter =
        |passages: &[Passage], code: i32| plans::chapter_of(passages, at(passages, code)?).and_then(|c| c.code);
    let on = on.unwrap_or_default();
    let chapters: BTreeSet<i32> = on.iter().filter_map(|c| chapter(new, *c).or_else(|| chapter(old, *c))).collect();
    let within = |code: i32| chapter(new, code).or_else(|| chapter(old, code));
    let near = |c: &&Change| c.code().and_then(within).is_some_and(|c| chapters.contains(&c));
    let some: Vec<Change> = all.iter().filter(near).cloned().collect();
    let mut found = if some.is_empty() { all } else { some };
    let more = found.len() > MOST;
    if more {
        let places: Vec<i32> = on.iter().filter_map(|c| at(new, *c).or_else(|| at(old, *c))).collect();
        found.sort_by_cached_key(|c| {
            let here = c.after.as_ref().or(c.before.as_ref()).map_or(0, |p| p.position);
            places.iter().map(|there| (here - there).abs()).min().unwrap_or(here)
        });
        found.truncate(MOST);
        found.sort_by_key(|c| c.after.as_ref().or(c.before.as_ref()).map_or(0, |p| p.position));
    }
    found.sort_by_key(|c| !c.code().is_some_and(|code| on.contains(&code)));
    (found, more)
}

/// Where a passage stands in a version.
fn at(passages: &[Passage], code: i32) -> Option<i32> {
    passages.iter().find(|p| p.code == Some(code)).map(|p| p.position)
}

/// The version an answer names passages of: the one chosen; else, for what was there already, the one that was commented;
/// else the newest, be it a draft.
///
/// # Errors
/// [`crate::Error::Invalid`] when there is none.
pub fn version_for(
    conn: &mut Conn,
    actor: &Actor,
    process: ProcessId,
    requests: &[i32],
    chosen: Option<i32>,
    earlier: bool,
) -> Result<VersionId> {
    if let Some(number) = chosen {
        return Ok(plans::ops::by_number(conn, actor, process, number)?.id);
    }
    if earlier && let Some(request) = store::requests_by_numbers(conn, process, requests)?.first() {
        return Ok(register::ops::by_id(conn, request.contribution_id)?.version_id);
    }
    let newest = versions(conn, actor, process)?.first().map(|v| v.id);
    newest.ok_or_else(|| {
        let mut p = Problems::default();
        p.add("version", "problem-choose");
        crate::Error::Invalid(p)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::PassageId;
    use crate::plans::{Matched, PassageKind};

    fn version(words: &str) -> Vec<Passage> {
        let of = |code: i32| {
            let span = reader::Span { text: format!("{words} {code}"), ..reader::Span::default() };
            let block = reader::Block {
                kind: reader::BlockKind::Paragraph,
                body: reader::Body::Text(vec![span]),
                number: None,
            };
            Passage {
                row: crate::id::RowId(code.into()),
                id: Some(PassageId(code.into())),
                code: Some(code),
                position: code,
                kind: PassageKind::Paragraph,
                level: 0,
                number: String::new(),
                text: block.text(),
                block,
                matched: Matched::New,
                likeness: 0,
                confidence: 1000,
                revision: 1,
            }
        };
        (1..=200).map(of).collect()
    }

    #[test]
    fn of_many_changes_those_near_the_comment_are_shown() {
        let (old, new) = (version("prima"), version("dopo"));
        let codes = |on: &[i32]| {
            let (found, more) = changed(&old, &new, Some(on));
            assert!(more);
            found.iter().filter_map(Change::code).collect::<Vec<_>>()
        };
        let near = codes(&[150]);
        assert_eq!((near.len(), near[0]), (MOST, 150), "what was commented is first");
        assert!(near.iter().all(|c| (c - 150).abs() <= 30), "{near:?}");
        assert_eq!(codes(&[])[..3], [1, 2, 3], "of the whole, from the beginning");
    }
}
