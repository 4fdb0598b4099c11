//! The SQL that makes, replaces and throws away a draft, and says which passage each of its blocks is.

use std::collections::{HashMap, HashSet};

use diesel::prelude::*;

use super::super::import::{Placed, Prepared, kind_of};
use super::super::inner;
use super::super::model::{Candidate, End, Matched, Origin, Said, Version};
use super::{codes, edits, fates, images};
use crate::Result;
use crate::access::{ImportVersion, Permit};
use crate::db::schema::{
    change_reasons, counters, passage_ends, passage_origins, passage_texts, passages, response_passages, versions,
};
use crate::db::{Counter, Write, next};
use crate::id::{PassageId, ProcessId, RowId, VersionId};

/// Throws a draft away, with the codes that only it had: they were never published, so never quoted.
pub fn discard(w: &mut Write<'_>, _p: &Permit<ImportVersion>, draft: &Version) -> Result<()> {
    diesel::delete(change_reasons::table.filter(change_reasons::version_id.eq(draft.id))).execute(w.conn)?;
    diesel::delete(passage_ends::table.filter(passage_ends::version_id.eq(draft.id))).execute(w.conn)?;
    diesel::delete(passage_origins::table.filter(passage_origins::version_id.eq(draft.id))).execute(w.conn)?;
    edits::forget_edits(w, draft.id)?;
    super::forget_leads(w, draft.id)?;
    images::drop_all(w, draft)?;
    let born = clear(w, draft)?;
    diesel::delete(versions::table.find(draft.id)).execute(w.conn)?;
    for some in born.chunks(500) {
        diesel::delete(passages::table.filter(passages::id.eq_any(some)).filter(passages::id.ne_all(living(some))))
            .execute(w.conn)?;
    }
    recount(w, draft.process_id)
}

/// Puts a document in the place of what a draft said. The version stays, because answers may name it; of the codes that only
/// the draft had, those that the document keeps and those that answers name stay too. So do the reasons given for its
/// changes, and what a person said of where passages went and come from, as far as the passages are still there.
pub fn replace(
    w: &mut Write<'_>,
    p: &Permit<ImportVersion>,
    draft: &Version,
    prepared: &Prepared,
    from: &From<'_>,
) -> Result<VersionId> {
    super::forget_leads(w, draft.id)?;
    let born = clear(w, draft)?;
    let kept: Vec<PassageId> = prepared.placed.iter().filter_map(|b| b.passage).collect();
    forget_born(w, draft, &born, &kept)?;
    recount(w, draft.process_id)?;
    diesel::update(versions::table.find(draft.id))
        .set((
            versions::title.eq(from.title),
            versions::source_name.eq(from.source_name),
            versions::source_sha256.eq(from.source_sha256),
            versions::import_report.eq(serde_json::to_string(&prepared.report)?),
            versions::imported_by.eq(p.somebody()?),
            versions::imported_at.eq(w.now),
        ))
        .execute(w.conn)?;
    images::drop_all(w, draft)?;
    images::keep(w, draft.id, draft.process_id, &prepared.images)?;
    insert_blocks(w, draft.id, draft.process_id, prepared)?;
    fates::tidy(w, draft.id)?;
    Ok(draft.id)
}

/// Empties a draft of its text and of what the program said of it; the passages that stood in it.
fn clear(w: &mut Write<'_>, draft: &Version) -> Result<Vec<PassageId>> {
    let stood: Vec<Option<PassageId>> = passage_texts::table
        .filter(passage_texts::version_id.eq(draft.id).and(passage_texts::passage_id.is_not_null()))
        .select(passage_texts::passage_id)
        .load(w.conn)?;
    let ends = passage_ends::table.filter(passage_ends::version_id.eq(draft.id));
    diesel::delete(ends.filter(passage_ends::said.ne(Said::ByHand))).execute(w.conn)?;
    let origins = passage_origins::table.filter(passage_origins::version_id.eq(draft.id));
    diesel::delete(origins.filter(passage_origins::said.ne(Said::ByHand))).execute(w.conn)?;
    diesel::delete(passage_texts::table.filter(passage_texts::version_id.eq(draft.id))).execute(w.conn)?;
    Ok(stood.into_iter().flatten().collect())
}

/// Of some passages, those that live in a version.
#[diesel::dsl::auto_type(no_type_alias)]
fn living<'a>(of: &'a [PassageId]) -> _ {
    let some = passage_texts::passage_id.assume_not_null().eq_any(of);
    let there = passage_texts::passage_id.is_not_null().and(some);
    passage_texts::table.filter(there).select(passage_texts::passage_id.assume_not_null())
}

/// Forgets passages that live in no version any more, unless they are to be kept or an answer names them (whose author then
/// reads that it is to be checked again). It reads a table of a later room, for that alone.
pub fn forget_born(w: &mut Write<'_>, draft: &Version, of: &[PassageId], kept: &[PassageId]) -> Result<()> {
    let kept: HashSet<_> = kept.iter().collect();
    let of: Vec<PassageId> = of.iter().filter(|id| !kept.contains(id)).copied().collect();
    for some in of.chunks(500) {
        let named = response_passages::table.select(response_passages::passage_id);
        let gone: Vec<PassageId> = passages::table
            .filter(passages::id.eq_any(some))
            .filter(passages::id.ne_all(living(some)))
            .filter(passages::id.ne_all(named))
            .select(passages::id)
            .load(w.conn)?;
        diesel::delete(
            change_reasons::table
                .filter(change_reasons::version_id.eq(draft.id).and(change_reasons::passage_id.eq_any(&gone))),
        )
        .execute(w.conn)?;
        fates::forget(w, draft.id, &gone)?;
        let into = gone.iter().map(|id| Some(*id));
        diesel::delete(
            passage_ends::table
                .filter(passage_ends::version_id.eq(draft.id).and(passage_ends::into_passage_id.eq_any(into))),
        )
        .execute(w.conn)?;
        diesel::delete(passages::table.filter(passages::id.eq_any(&gone))).execute(w.conn)?;
    }
    Ok(())
}

/// The next new code follows the highest that is there.
fn recount(w: &mut Write<'_>, process: ProcessId) -> Result<()> {
    let highest: Option<i32> = passages::table
        .filter(passages::process_id.eq(process))
        .select(diesel::dsl::max(passages::code))
        .first(w.conn)?;
    diesel::update(counters::table.find((process, "passage")))
        .set(counters::value.eq(i64::from(highest.unwrap_or(0))))
        .execute(w.conn)?;
    Ok(())
}

/// Writes the summary of a draft.
pub fn summarize(w: &mut Write<'_>, _p: &Permit<ImportVersion>, draft: VersionId, text: &str) -> Result<()> {
    diesel::update(versions::table.find(draft)).set(versions::summary.eq(text)).execute(w.conn)?;
    Ok(())
}

/// Leaves it to a person which passage a block of a draft continues.
pub fn reopen(w: &mut Write<'_>, _p: &Permit<ImportVersion>, row: RowId, candidates: &[Candidate]) -> Result<()> {
    diesel::update(passage_texts::table.find(row))
        .set((
            passage_texts::passage_id.eq(None::<PassageId>),
            passage_texts::matched.eq(Matched::Unsure),
            passage_texts::likeness.eq(0),
            passage_texts::confidence.eq(0),
            passage_texts::candidates.eq(serde_json::to_string(candidates)?),
        ))
        .execute(w.conn)?;
    Ok(())
}

/// What is kept of the file a draft came from.
pub struct From<'a> {
    pub title: &'a str,
    pub source_name: &'a str,
    pub source_sha256: &'a str,
}

/// A version without passages yet, written inside the product.
pub fn begin(w: &mut Write<'_>, p: &Permit<ImportVersion>, process: ProcessId, title: &str) -> Result<VersionId> {
    let from = From { title, source_name: "", source_sha256: "" };
    new_version(w, p, process, &from, &reader::ImportReport::default())
}

fn new_version(
    w: &mut Write<'_>,
    p: &Permit<ImportVersion>,
    process: ProcessId,
    from: &From<'_>,
    report: &reader::ImportReport,
) -> Result<VersionId> {
    let number: Option<i32> = versions::table
        .filter(versions::process_id.eq(process))
        .select(diesel::dsl::max(versions::number))
        .first(w.conn)?;
    let id = VersionId::fresh(w.now);
    diesel::insert_into(versions::table)
        .values((
            versions::id.eq(id),
            versions::process_id.eq(process),
            versions::number.eq(number.unwrap_or(0) + 1),
            versions::title.eq(from.title),
            versions::source_name.eq(from.source_name),
            versions::source_sha256.eq(from.source_sha256),
            versions::import_report.eq(serde_json::to_string(report)?),
            versions::note.eq(""),
            versions::imported_by.eq(p.somebody()?),
            versions::imported_at.eq(w.now),
        ))
        .execute(w.conn)?;
    Ok(id)
}

/// One new passage of a draft.
pub fn insert_block(
    w: &mut Write<'_>,
    version: VersionId,
    position: i32,
    passage: PassageId,
    block: reader::Block,
) -> Result<RowId> {
    let row = RowId::fresh(w.now);
    let placed = Placed::new(block);
    insert_text(w, version, (position, row, Some(passage)), &placed, &placed.block)?;
    Ok(row)
}

pub fn insert(
    w: &mut Write<'_>,
    p: &Permit<ImportVersion>,
    process: ProcessId,
    prepared: &Prepared,
    from: &From<'_>,
) -> Result<VersionId> {
    let id = new_version(w, p, process, from, &prepared.report)?;
    images::keep(w, id, process, &prepared.images)?;
    insert_blocks(w, id, process, prepared)?;
    Ok(id)
}

fn insert_blocks(w: &mut Write<'_>, id: VersionId, process: ProcessId, prepared: &Prepared) -> Result<()> {
    let fresh = |b: &&Placed| b.matched == Matched::New && b.passage.is_none();
    let new = prepared.placed.iter().filter(fresh).count();
    let mut code = next(w, process, Counter::Passage, i64::try_from(new).unwrap_or(0))?;
    // Where a block leads to others, the codes of all have to be known before the first is written.
    let known = if linked(prepared) { codes(w.conn, process)? } else { Vec::new() };
    let known: HashMap<PassageId, i32> = known.into_iter().collect();
    let mut standing: Vec<(RowId, Option<PassageId>)> = Vec::with_capacity(prepared.placed.len());
    let mut ways: Vec<String> = Vec::with_capacity(prepared.placed.len());
    for placed in &prepared.placed {
        let row = RowId::fresh(w.now);
        let (passage, code) = if fresh(&placed) {
            code += 1;
            (Some(insert_passage(w, process, code - 1)?), Some(code - 1))
        } else {
            (placed.passage, placed.passage.and_then(|passage| known.get(&passage)).copied())
        };
        standing.push((row, passage));
        ways.push(inner::to_block(row, code));
    }
    let lead = |link: &str| ways.get(reader::led(link)?).cloned();
    for ((position, placed), (row, passage)) in (1..).zip(&prepared.placed).zip(&standing) {
        let mut block = placed.block.clone();
        inner::relink(&mut block, lead);
        insert_text(w, id, (position, *row, *passage), placed, &block)?;
    }
    insert_origins(w, id, prepared, &standing)?;
    insert_ends(w, id, prepared, &standing)
}

/// Whether any block leads to another.
fn linked(prepared: &Prepared) -> bool {
    prepared.placed.iter().any(|placed| inner::links(&placed.block).next().is_some())
}

/// From which passages new ones were parted, as the alignment says.
fn insert_origins(
    w: &mut Write<'_>,
    version: VersionId,
    prepared: &Prepared,
    standing: &[(RowId, Option<PassageId>)],
) -> Result<()> {
    let known: Vec<PassageId> = fates::origins(w.conn, version)?.iter().map(|o| o.passage).collect();
    for (placed, (_, passage)) in prepared.placed.iter().zip(standing) {
        let Some(passage) = passage.filter(|p| !known.contains(p)) else { continue };
        for from in placed.parted.iter().filter(|from| **from != passage) {
            let said = if placed.sure { Said::Program } else { Said::Unsure };
            let origin = Origin { passage, from: *from, code: 0, said, confidence: placed.confidence };
            fates::set_origin(w, version, &origin)?;
        }
    }
    Ok(())
}

/// Where the passages went that no block continues, as the alignment says: what is sure is taken, the rest waits for a person.
fn insert_ends(
    w: &mut Write<'_>,
    version: VersionId,
    prepared: &Prepared,
    standing: &[(RowId, Option<PassageId>)],
) -> Result<()> {
    let known: Vec<PassageId> = fates::ends(w.conn, version)?.iter().map(|e| e.passage).collect();
    let lives: HashSet<PassageId> = standing.iter().filter_map(|(_, passage)| *passage).collect();
    for fate in prepared.fates.iter().filter(|f| !lives.contains(&f.passage) && !known.contains(&f.passage)) {
        let heir = fate.into.and_then(|n| standing.get(n)).copied();
        let into = heir.and_then(|(_, passage)| passage).filter(|_| fate.sure);
        let sure = fate.sure && (heir.is_none() || into.is_some());
        let said = if sure { Said::Program } else { Said::Unsure };
        let likely = heir.map(|(row, _)| row).filter(|_| !sure);
        let end = End { passage: fate.passage, into, said, confidence: fate.confidence, likely };
        fates::set_end(w, version, &end)?;
    }
    Ok(())
}

pub fn insert_passage(w: &mut Write<'_>, process: ProcessId, code: i32) -> Result<PassageId> {
    let id = PassageId::fresh(w.now);
    diesel::insert_into(passages::table)
        .values((passages::id.eq(id), passages::process_id.eq(process), passages::code.eq(code)))
        .execute(w.conn)?;
    Ok(id)
}

fn insert_text(
    w: &mut Write<'_>,
    version: VersionId,
    (position, id, passage): (i32, RowId, Option<PassageId>),
    placed: &Placed,
    block: &reader::Block,
) -> Result<()> {
    let (kind, level) = kind_of(block);
    let text = block.text();
    let words = i32::try_from(reader::words(&text)).unwrap_or(i32::MAX);
    diesel::insert_into(passage_texts::table)
        .values((
            passage_texts::id.eq(id),
            passage_texts::version_id.eq(version),
            passage_texts::position.eq(position),
            passage_texts::passage_id.eq(passage),
            passage_texts::kind.eq(kind),
            passage_texts::level.eq(level),
            passage_texts::number.eq(block.number.as_deref().unwrap_or("")),
            passage_texts::block.eq(serde_json::to_string(block)?),
            passage_texts::text.eq(text),
            passage_texts::words.eq(words),
            passage_texts::matched.eq(placed.matched),
            passage_texts::likeness.eq(placed.likeness),
            passage_texts::candidates.eq(serde_json::to_string(&placed.candidates)?),
            passage_texts::confidence.eq(placed.confidence),
        ))
        .execute(w.conn)?;
    Ok(())
}

pub fn set_passage(
    w: &mut Write<'_>,
    _p: &Permit<ImportVersion>,
    row: RowId,
    passage: PassageId,
    matched: Matched,
) -> Result<()> {
    diesel::update(passage_texts::table.find(row))
        .set((
            passage_texts::passage_id.eq(passage),
            passage_texts::matched.eq(matched),
            passage_texts::confidence.eq(1000),
        ))
        .execute(w.conn)?;
    Ok(())
}
