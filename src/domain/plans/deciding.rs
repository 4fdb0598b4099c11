//! The verbs by which a person says what the alignment could not: which passage a block continues, where one went that is
//! gone, whether one is a part of another. They may be said anew until the version is published.

use std::collections::HashSet;

use super::compare::compare;
use super::model::{End, Ended, Matched, Origin, Passage, Said, Undecided, Version};
use super::questions::{Known, Question, questions as all_questions};
use super::relations::{Related, relations as all_relations};
use super::{inner, lineage::Lineage, rules, store};
use crate::access::{Actor, ImportVersion, Permit, Subject};
use crate::db::{Conn, Counter, Write, next};
use crate::id::{PassageId, ProcessId, RowId, VersionId};
use crate::{Error, Result, audit};

/// Something to be said of a draft, by somebody who may.
pub(super) fn draft_of(
    w: &mut Write<'_>,
    actor: &Actor,
    version: VersionId,
) -> Result<(Version, Permit<ImportVersion>)> {
    let version = store::by_id(w.conn, version)?;
    let permit = actor.permit(Subject::of(version.process_id))?;
    if version.published_at.is_some() {
        Err(Error::Refused("refused-version-published"))
    } else {
        Ok((version, permit))
    }
}

/// Says which passage a block of the draft continues: the code of one of the version before, or none for a new passage.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Refused`] when that passage stands in the draft already; [`Error::NotFound`].
pub fn decide(w: &mut Write<'_>, actor: &Actor, version: VersionId, row: RowId, continues: Option<i32>) -> Result<()> {
    let (draft, permit) = draft_of(w, actor, version)?;
    let block = store::block(w.conn, version, row)?;
    let was = inner::to_block(row, block.code);
    let (passage, code, matched) = match continues {
        Some(code) => {
            let passage = store::passage_by_code(w.conn, draft.process_id, code)?;
            if block.id == Some(passage) {
                return Ok(());
            }
            if store::lives_in(w.conn, version, passage)? {
                return Err(Error::Refused("refused-code-taken"));
            }
            (passage, code, Matched::ByHand)
        }
        None if block.matched == Matched::New => return Ok(()),
        None => {
            let code = next(w, draft.process_id, Counter::Passage, 1)?;
            (store::insert_passage(w, draft.process_id, code)?, code, Matched::New)
        }
    };
    store::set_passage(w, &permit, row, passage, matched)?;
    store::lead_anew(w, version, &was, &inner::to(code))?;
    store::no_end(w, version, passage)?;
    if let Some(before) = block.id {
        store::no_origins(w, version, before)?;
        store::no_heir(w, version, before)?;
        store::forget_born(w, &draft, &[before], &[])?;
    }
    audit::record(w, &permit, &format!("draft position {}", block.position), matched.as_str())
}

/// Says of all blocks that may have continued passages which others continue by now that they are new: how many they were.
///
/// # Errors
/// [`Error::Denied`].
pub fn decide_rest(w: &mut Write<'_>, actor: &Actor, version: VersionId) -> Result<usize> {
    draft_of(w, actor, version)?;
    let there = store::passages(w.conn, version)?;
    let open = store::undecided(w.conn, version)?;
    let rest = without_candidates(&open, &there);
    rest.iter().try_for_each(|row| decide(w, actor, version, *row, None))?;
    Ok(rest.len())
}

/// The undecided blocks all of whose candidates stand in the draft already.
pub fn without_candidates(open: &[Undecided], there: &[Passage]) -> Vec<RowId> {
    let taken: HashSet<i32> = there.iter().filter_map(|p| p.code).collect();
    let bare = |u: &&Undecided| u.candidates.iter().all(|c| taken.contains(&c.code));
    open.iter().filter(bare).map(|u| u.passage.row).collect()
}

/// Opens the decision on a block of the draft again, a person's or the program's: which passage it continues is to be said
/// anew.
///
/// # Errors
/// [`Error::Denied`]; [`Error::NotFound`]; [`Error::Refused`] for the first version, which continues nothing.
pub fn reopen(w: &mut Write<'_>, actor: &Actor, version: VersionId, row: RowId) -> Result<()> {
    let (draft, permit) = draft_of(w, actor, version)?;
    let base = store::newest_published(w.conn, draft.process_id)?.ok_or(Error::Refused("refused-nothing-before"))?;
    let there = store::passages(w.conn, version)?;
    let block = there.iter().find(|p| p.row == row).ok_or(Error::NotFound)?;
    let Some(passage) = block.id else { return Ok(()) };
    let before = store::passages(w.conn, base.id)?;
    let candidates = rules::candidates(block, &before, &there);
    store::reopen(w, &permit, row, &candidates)?;
    store::lead_anew(w, version, &inner::to_block(row, block.code), &inner::to_block(row, None))?;
    store::no_origins(w, version, passage)?;
    store::no_heir(w, version, passage)?;
    store::forget_born(w, &draft, &[passage], &[])?;
    audit::record(w, &permit, &format!("draft position {}", block.position), "reopened")
}

/// Says whether a new passage of the draft is a part of the one it seems to be parted from.
///
/// # Errors
/// [`Error::Denied`]; [`Error::NotFound`] when that is not asked.
pub fn set_part(w: &mut Write<'_>, actor: &Actor, version: VersionId, row: RowId, from: Option<i32>) -> Result<()> {
    let (_, permit) = draft_of(w, actor, version)?;
    let block = store::block(w.conn, version, row)?;
    let passage = block.id.ok_or(Error::NotFound)?;
    let open: Vec<Origin> = store::origins(w.conn, version)?.into_iter().filter(|o| o.passage == passage).collect();
    let chosen = from.map(|code| open.iter().find(|o| o.code == code).ok_or(Error::NotFound)).transpose()?;
    store::no_origins(w, version, passage)?;
    if let Some(origin) = chosen {
        store::set_origin(w, version, &Origin { said: Said::ByHand, ..origin.clone() })?;
    }
    let said = if from.is_some() { "part" } else { "no part" };
    audit::record(w, &permit, &format!("draft position {}", block.position), said)
}

/// Says where the matter of a passage went that the draft no longer has.
///
/// # Errors
/// [`Error::Denied`]; [`Error::NotFound`]; [`Error::Refused`] when it is in the draft, or what it is to have gone into is not.
pub fn set_end(w: &mut Write<'_>, actor: &Actor, version: VersionId, code: i32, into: Option<i32>) -> Result<()> {
    let (draft, permit) = draft_of(w, actor, version)?;
    let passage = store::passage_by_code(w.conn, draft.process_id, code)?;
    let into = into.map(|code| store::passage_by_code(w.conn, draft.process_id, code)).transpose()?;
    if store::lives_in(w.conn, version, passage)? || into == Some(passage) {
        return Err(Error::Refused("refused-passage-lives"));
    }
    if let Some(heir) = into
        && !store::lives_in(w.conn, version, heir)?
    {
        return Err(Error::NotFound);
    }
    store::set_end(w, version, &End { passage, into, said: Said::ByHand, confidence: 1000, likely: None })?;
    audit::record(w, &permit, &format!("passage {code} ends"), "")
}

/// All that a person is to say before a draft is published.
///
/// # Errors
/// The database's.
pub fn questions(conn: &mut Conn, draft: &Version) -> Result<Vec<Question>> {
    let undecided = store::undecided(conn, draft.id)?;
    let (origins, ends) = (store::origins(conn, draft.id)?, store::ends(conn, draft.id)?);
    let unsure = origins.iter().any(|o| o.said == Said::Unsure) || ends.iter().any(|e| e.said == Said::Unsure);
    if !unsure {
        return Ok(undecided.into_iter().map(Question::Continues).collect());
    }
    let there = store::passages(conn, draft.id)?;
    let base = store::newest_published(conn, draft.process_id)?;
    let (before, ended) = match &base {
        Some(base) => (store::passages(conn, base.id)?, store::ended(conn, base.id, draft.id)?),
        None => (Vec::new(), Vec::new()),
    };
    Ok(all_questions(Known { before: &before, there: &there, undecided, origins: &origins, ended: &ended }))
}

/// The passages of a draft a person has decided on.
///
/// # Errors
/// The database's.
pub fn decided(conn: &mut Conn, version: VersionId) -> Result<Vec<Undecided>> {
    store::decided(conn, version)
}

/// The blocks of a draft a person is to decide on.
///
/// # Errors
/// The database's.
pub fn undecided(conn: &mut Conn, version: VersionId) -> Result<Vec<Undecided>> {
    store::undecided(conn, version)
}

/// The passages the version before has and this one has not.
///
/// # Errors
/// The database's.
pub fn ended(conn: &mut Conn, before: VersionId, after: VersionId) -> Result<Vec<Ended>> {
    store::ended(conn, before, after)
}

/// What each passage of a version is to those of the one before.
///
/// # Errors
/// The database's.
pub fn relations(conn: &mut Conn, before: VersionId, after: VersionId) -> Result<Vec<Related>> {
    let changes = compare(&store::passages(conn, before)?, &store::passages(conn, after)?);
    Ok(all_relations(&changes, &store::origins(conn, after)?, &store::ended(conn, before, after)?))
}

/// From which passages those that are new in some versions were parted.
///
/// # Errors
/// The database's.
pub fn origins(conn: &mut Conn, of: &[VersionId]) -> Result<Vec<Origin>> {
    store::origins_among(conn, of)
}

/// Where everything that ever stood in the plan is in a version, which may be a draft.
///
/// # Errors
/// The database's.
pub fn lineage(conn: &mut Conn, of: &Version) -> Result<Lineage> {
    let mut ends = store::ends_until(conn, of.process_id, of.number)?;
    if of.published_at.is_none()
        && let Some(base) = store::newest_published(conn, of.process_id)?
    {
        let said: Vec<(PassageId, Option<PassageId>)> =
            store::ends(conn, of.id)?.into_iter().map(|e| (e.passage, e.into)).collect();
        ends.extend(store::ended(conn, base.id, of.id)?.into_iter().map(|e| (e.id, None)));
        ends.extend(said);
    }
    let lives = store::passages(conn, of.id)?.into_iter().filter_map(|p| p.id);
    Ok(Lineage::new(lives, ends))
}

/// The passages one was parted from, those parted from it, and those that went into it: each with the number of the version.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Kin {
    /// What it was parted from.
    pub parted_from: Vec<(i32, i32)>,
    /// Its parts.
    pub parts: Vec<(i32, i32)>,
    /// What went into it.
    pub took_in: Vec<(i32, i32)>,
}

/// The kin of a passage in the published versions: the number of the version, and a code.
///
/// # Errors
/// The database's.
pub fn kin(conn: &mut Conn, passage: PassageId) -> Result<Kin> {
    Ok(Kin {
        parted_from: store::came_from(conn, passage)?,
        parts: store::went_apart(conn, passage)?,
        took_in: store::took_in(conn, passage)?,
    })
}

/// The codes of some passages.
///
/// # Errors
/// The database's.
pub fn codes(conn: &mut Conn, process: ProcessId) -> Result<Vec<(PassageId, i32)>> {
    store::codes(conn, process)
}
