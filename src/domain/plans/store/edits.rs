//! The SQL of a draft's passages as they are changed by hand: text, order, and the history of both.

use diesel::prelude::*;

use super::super::import::kind_of;
use super::super::model::{Act, Edit, Matched, Passage, PassageKind, Said, Version};
use super::super::placing::Step;
use crate::access::{ImportVersion, Permit};
use crate::clock::Instant;
use crate::db::schema::{accounts, passage_edits, passage_ends, passage_texts, versions};
use crate::db::{Conn, Write};
use crate::id::{AccountId, PassageId, RowId, VersionId};
use crate::{Result, error::Found};

/// Changes by one person in a row are one line of the history, as long as they are not further apart than this.
const TOGETHER_MICROSECONDS: i64 = 10 * 60 * 1_000_000;

/// Writes a passage's content, if it is still at the revision that was seen; whether it was.
pub fn rewrite(
    w: &mut Write<'_>,
    _p: &Permit<ImportVersion>,
    row: RowId,
    seen: i32,
    block: &reader::Block,
    matched: Matched,
) -> Result<bool> {
    let (kind, level) = kind_of(block);
    let text = block.text();
    let there = passage_texts::table.filter(passage_texts::id.eq(row).and(passage_texts::revision.eq(seen)));
    let written = diesel::update(there)
        .set((
            passage_texts::kind.eq(kind),
            passage_texts::level.eq(level),
            passage_texts::number.eq(block.number.as_deref().unwrap_or("")),
            passage_texts::block.eq(serde_json::to_string(block)?),
            passage_texts::words.eq(words(&text)),
            passage_texts::text.eq(text),
            passage_texts::matched.eq(matched),
            passage_texts::revision.eq(seen + 1),
        ))
        .execute(w.conn)?;
    Ok(written > 0)
}

fn words(text: &str) -> i32 {
    i32::try_from(reader::words(text)).unwrap_or(i32::MAX)
}

/// Makes room after a position.
pub fn make_room(w: &mut Write<'_>, version: VersionId, after: i32) -> Result<()> {
    let later = passage_texts::version_id.eq(version).and(passage_texts::position.gt(after));
    // By way of negative numbers: no two passages may have one position, not even for a moment.
    diesel::update(passage_texts::table.filter(later))
        .set(passage_texts::position.eq(passage_texts::position * -1 - 1))
        .execute(w.conn)?;
    settle(w, version)
}

/// Closes the gap that a passage left.
fn close_gap(w: &mut Write<'_>, version: VersionId, at: i32) -> Result<()> {
    let later = passage_texts::version_id.eq(version).and(passage_texts::position.gt(at));
    diesel::update(passage_texts::table.filter(later))
        .set(passage_texts::position.eq(passage_texts::position * -1 + 1))
        .execute(w.conn)?;
    settle(w, version)
}

fn settle(w: &mut Write<'_>, version: VersionId) -> Result<()> {
    let away = passage_texts::version_id.eq(version).and(passage_texts::position.lt(0));
    diesel::update(passage_texts::table.filter(away))
        .set(passage_texts::position.eq(passage_texts::position * -1))
        .execute(w.conn)?;
    Ok(())
}

/// Lets two passages change places.
pub fn swap(w: &mut Write<'_>, _p: &Permit<ImportVersion>, a: &Passage, b: &Passage) -> Result<()> {
    for (row, position) in [(a.row, -1), (b.row, a.position), (a.row, b.position)] {
        diesel::update(passage_texts::table.find(row)).set(passage_texts::position.eq(position)).execute(w.conn)?;
    }
    Ok(())
}

/// Puts a stretch of passages after another position; those between make way.
pub fn transfer(w: &mut Write<'_>, _p: &Permit<ImportVersion>, version: VersionId, step: Step) -> Result<()> {
    let Step { from, to, after } = step;
    let long = to - from + 1;
    let (between, way, along) = if after < from {
        ((after + 1, from - 1), long, after + 1 - from)
    } else {
        ((to + 1, after), -long, after - to)
    };
    // By way of negative numbers, as where room is made.
    for ((first, last), by) in [(between, way), ((from, to), along)] {
        let there = passage_texts::version_id.eq(version).and(passage_texts::position.between(first, last));
        diesel::update(passage_texts::table.filter(there))
            .set(passage_texts::position.eq(passage_texts::position * -1 - by))
            .execute(w.conn)?;
    }
    settle(w, version)
}

/// The passage above or below one.
pub fn neighbour(conn: &mut Conn, version: VersionId, of: &Passage, above: bool) -> Result<Option<RowId>> {
    let there = passage_texts::table.filter(passage_texts::version_id.eq(version)).select(passage_texts::id);
    let found = if above {
        there.filter(passage_texts::position.lt(of.position)).order(passage_texts::position.desc()).first(conn)
    } else {
        there.filter(passage_texts::position.gt(of.position)).order(passage_texts::position).first(conn)
    };
    Ok(found.optional()?)
}

/// How many passages a version has.
pub fn count(conn: &mut Conn, version: VersionId) -> Result<i64> {
    Ok(passage_texts::table.filter(passage_texts::version_id.eq(version)).count().get_result(conn)?)
}

/// Takes a passage out of a draft. What waits to be said of passages that may have gone into it waits no more.
pub fn take_out(w: &mut Write<'_>, _p: &Permit<ImportVersion>, version: VersionId, of: &Passage) -> Result<()> {
    let waits = passage_ends::version_id.eq(version).and(passage_ends::likely_text_id.eq(of.row));
    diesel::delete(passage_ends::table.filter(waits.and(passage_ends::said.eq(Said::Unsure)))).execute(w.conn)?;
    diesel::delete(passage_texts::table.find(of.row)).execute(w.conn)?;
    close_gap(w, version, of.position)
}

/// What went into one passage went into another.
pub fn other_heir(w: &mut Write<'_>, version: VersionId, before: PassageId, after: PassageId) -> Result<()> {
    let of = passage_ends::version_id.eq(version).and(passage_ends::into_passage_id.eq(before));
    diesel::update(passage_ends::table.filter(of)).set(passage_ends::into_passage_id.eq(after)).execute(w.conn)?;
    Ok(())
}

/// Whether a passage stands in a published version.
pub fn is_published(conn: &mut Conn, of: PassageId) -> Result<bool> {
    let found = passage_texts::table
        .inner_join(versions::table.on(versions::id.eq(passage_texts::version_id)))
        .filter(passage_texts::passage_id.eq(of).and(versions::published_at.is_not_null()));
    Ok(found.count().get_result::<i64>(conn)? > 0)
}

/// Makes the passages of a version those of a new one, each with its code.
pub fn copy(w: &mut Write<'_>, _p: &Permit<ImportVersion>, from: &[Passage], to: VersionId) -> Result<()> {
    for p in from {
        diesel::insert_into(passage_texts::table)
            .values((
                passage_texts::id.eq(RowId::fresh(w.now)),
                passage_texts::version_id.eq(to),
                passage_texts::position.eq(p.position),
                passage_texts::passage_id.eq(p.id),
                passage_texts::kind.eq(p.kind),
                passage_texts::level.eq(p.level),
                passage_texts::number.eq(&p.number),
                passage_texts::block.eq(serde_json::to_string(&p.block)?),
                passage_texts::text.eq(&p.text),
                passage_texts::words.eq(words(&p.text)),
                passage_texts::matched.eq(Matched::Equal),
                passage_texts::likeness.eq(1000),
                passage_texts::candidates.eq("[]"),
            ))
            .execute(w.conn)?;
    }
    Ok(())
}

/// Keeps what was done to a passage, as it was left; before the first time, as it was.
pub fn keep(
    w: &mut Write<'_>,
    p: &Permit<ImportVersion>,
    draft: &Version,
    before: Option<&Passage>,
    after: &Passage,
    act: Act,
) -> Result<()> {
    let by = p.somebody()?;
    let last: Option<(RowId, Act, AccountId, Instant)> = passage_edits::table
        .filter(passage_edits::version_id.eq(draft.id).and(passage_edits::row_id.eq(after.row)))
        .order(passage_edits::id.desc())
        .select((passage_edits::id, passage_edits::act, passage_edits::edited_by, passage_edits::edited_at))
        .first(w.conn)
        .optional()?;
    match (last, before) {
        (None, Some(before)) => {
            let importer = versions::table.find(draft.id).select(versions::imported_by).first(w.conn).found()?;
            line(w, draft.id, before, Act::Imported, importer, draft.imported_at)?;
        }
        (Some((id, was, who, at)), _)
            if was == act
                && who == by
                && matches!(act, Act::Edited | Act::Moved)
                && w.now.0 - at.0 < TOGETHER_MICROSECONDS =>
        {
            diesel::delete(passage_edits::table.find(id)).execute(w.conn)?;
        }
        _ => {}
    }
    line(w, draft.id, after, act, by, w.now)
}

fn line(w: &mut Write<'_>, version: VersionId, of: &Passage, act: Act, by: AccountId, at: Instant) -> Result<()> {
    diesel::insert_into(passage_edits::table)
        .values((
            passage_edits::id.eq(RowId::fresh(w.now)),
            passage_edits::version_id.eq(version),
            passage_edits::row_id.eq(of.row),
            passage_edits::code.eq(of.code),
            passage_edits::act.eq(act),
            passage_edits::revision.eq(of.revision),
            passage_edits::kind.eq(of.kind),
            passage_edits::level.eq(of.level),
            passage_edits::block.eq(serde_json::to_string(&of.block)?),
            passage_edits::text.eq(&of.text),
            passage_edits::words.eq(words(&of.text)),
            passage_edits::edited_by.eq(by),
            passage_edits::edited_at.eq(at),
        ))
        .execute(w.conn)?;
    Ok(())
}

type Line = (RowId, Option<i32>, Act, i32, PassageKind, String, String, i32, AccountId, String, Instant);

/// What was done to the passages of a version, or to one of them, oldest first.
pub fn edits(conn: &mut Conn, version: VersionId, row: Option<RowId>) -> Result<Vec<Edit>> {
    let mut found = passage_edits::table
        .inner_join(accounts::table.on(accounts::id.eq(passage_edits::edited_by)))
        .filter(passage_edits::version_id.eq(version))
        .order(passage_edits::id)
        .select((
            passage_edits::row_id,
            passage_edits::code,
            passage_edits::act,
            passage_edits::revision,
            passage_edits::kind,
            passage_edits::block,
            passage_edits::text,
            passage_edits::words,
            passage_edits::edited_by,
            accounts::name,
            passage_edits::edited_at,
        ))
        .into_boxed();
    if let Some(row) = row {
        found = found.filter(passage_edits::row_id.eq(row));
    }
    let edit = |(row, code, act, revision, kind, block, text, words, by, name, at): Line| {
        let block = serde_json::from_str(&block)?;
        Ok(Edit { row, code, act, revision, kind, block, text, words, by, name, at })
    };
    found.load::<Line>(conn)?.into_iter().map(edit).collect()
}

/// Forgets what was done to the passages of a draft that is thrown away.
pub fn forget_edits(w: &mut Write<'_>, draft: VersionId) -> Result<()> {
    diesel::delete(passage_edits::table.filter(passage_edits::version_id.eq(draft))).execute(w.conn)?;
    Ok(())
}
