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

/// More changed passages than these are not shown to be ticked: their codes are written.
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
    /// concerned, else all of them where they are few.
    pub changes: Vec<Change>,
    /// Whether even those were too many.
    pub too_many: bool,
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
        (found.changes, found.too_many) = changed(&old, &new, codes.as_deref());
    }
    Ok(found)
}

/// The passages that changed or ended, and whether there were too many; `on` is where the contributions are, if each is
/// on a passage: then only their chapters count, if anything changed there.
fn changed(old: &[Passage], new: &[Passage], on: Option<&[i32]>) -> (Vec<Change>, bool) {
    let differs = |c: &Change| c.kind != ChangeKind::Same && c.code().is_some();
    let all: Vec<Change> = plans::compare(old, new).into_iter().filter(differs).collect();
    let chapter = |passages: &[Passage], code: i32| {
        let at = passages.iter().find(|p| p.code == Some(code))?.position;
        plans::chapter_of(passages, at).and_then(|c| c.code)
    };
    let on = on.unwrap_or_default();
    let chapters: BTreeSet<i32> = on.iter().filter_map(|c| chapter(new, *c).or_else(|| chapter(old, *c))).collect();
    let within = |code: i32| chapter(new, code).or_else(|| chapter(old, code));
    let near = |c: &&Change| c.code().and_then(within).is_some_and(|c| chapters.contains(&c));
    let some: Vec<Change> = all.iter().filter(near).cloned().collect();
    let found = if some.is_empty() { all } else { some };
    if found.len() <= MOST { (found, false) } else { (Vec::new(), true) }
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
