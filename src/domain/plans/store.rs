//! The SQL of versions and passages.

use std::collections::HashMap;

use diesel::prelude::*;

use super::import::{Placed, Prepared, kind_of};
use super::model::{Candidate, ChangeReason, Ended, Life, Matched, Passage, PassageKind, Reason, Undecided, Version};
use crate::access::{ExplainChange, ImportVersion, Permit, PublishVersion};
use crate::db::schema::{change_reasons, counters, passage_ends, passage_texts, passages, versions};
use crate::db::{Conn, Counter, Write, next};
use crate::id::{PassageId, ProcessId, RowId, VersionId};
use crate::{Result, error::Found};

pub fn newest_published(conn: &mut Conn, process: ProcessId) -> Result<Option<Version>> {
    let found = versions::table
        .filter(versions::process_id.eq(process).and(versions::published_at.is_not_null()))
        .order(versions::number.desc());
    Ok(found.select(Version::as_select()).first(conn).optional()?)
}

pub fn draft(conn: &mut Conn, process: ProcessId) -> Result<Option<Version>> {
    let found = versions::table.filter(versions::process_id.eq(process).and(versions::published_at.is_null()));
    Ok(found.select(Version::as_select()).first(conn).optional()?)
}

pub fn published_in(conn: &mut Conn, of: &[ProcessId]) -> Result<Vec<ProcessId>> {
    let found = versions::table.filter(versions::process_id.eq_any(of).and(versions::published_at.is_not_null()));
    Ok(found.select(versions::process_id).distinct().load(conn)?)
}

pub fn published(conn: &mut Conn, process: ProcessId) -> Result<Vec<Version>> {
    let found = versions::table
        .filter(versions::process_id.eq(process).and(versions::published_at.is_not_null()))
        .order(versions::number.desc())
        .limit(200);
    Ok(found.select(Version::as_select()).load(conn)?)
}

pub fn by_number(conn: &mut Conn, process: ProcessId, number: i32) -> Result<Version> {
    let found = versions::table.filter(versions::process_id.eq(process).and(versions::number.eq(number)));
    found.select(Version::as_select()).first(conn).found()
}

pub fn by_id(conn: &mut Conn, id: VersionId) -> Result<Version> {
    versions::table.find(id).select(Version::as_select()).first(conn).found()
}

#[derive(Queryable)]
struct Row {
    passage_id: Option<PassageId>,
    code: Option<i32>,
    position: i32,
    kind: PassageKind,
    level: i32,
    number: String,
    block: String,
    text: String,
    matched: Matched,
    likeness: i32,
    candidates: String,
}

impl Row {
    fn read(self) -> Result<Undecided> {
        let Self { passage_id: id, code, position, kind, level, number, text, matched, likeness, .. } = self;
        let block = serde_json::from_str(&self.block)?;
        let candidates: Vec<Candidate> = serde_json::from_str(&self.candidates)?;
        Ok(Undecided {
            passage: Passage { id, code, position, kind, level, number, block, text, matched, likeness },
            candidates,
        })
    }
}

/// The columns of a passage in a version, in the order of [`Row`].
macro_rules! columns {
    () => {
        (
            passage_texts::passage_id,
            passages::code.nullable(),
            passage_texts::position,
            passage_texts::kind,
            passage_texts::level,
            passage_texts::number,
            passage_texts::block,
            passage_texts::text,
            passage_texts::matched,
            passage_texts::likeness,
            passage_texts::candidates,
        )
    };
}

pub fn passages(conn: &mut Conn, version: VersionId) -> Result<Vec<Passage>> {
    let rows = passage_texts::table
        .left_join(passages::table.on(passage_texts::passage_id.eq(passages::id.nullable())))
        .filter(passage_texts::version_id.eq(version))
        .order(passage_texts::position)
        .select(columns!())
        .load::<Row>(conn)?;
    rows.into_iter().map(|r| r.read().map(|u| u.passage)).collect()
}

pub fn undecided(conn: &mut Conn, version: VersionId) -> Result<Vec<Undecided>> {
    let rows = passage_texts::table
        .left_join(passages::table.on(passage_texts::passage_id.eq(passages::id.nullable())))
        .filter(passage_texts::version_id.eq(version).and(passage_texts::matched.eq(Matched::Unsure)))
        .order(passage_texts::position)
        .select(columns!())
        .load::<Row>(conn)?;
    rows.into_iter().map(Row::read).collect()
}

/// What a person has decided on: passages that may have continued others.
pub fn decided(conn: &mut Conn, version: VersionId) -> Result<Vec<Undecided>> {
    let rows = passage_texts::table
        .left_join(passages::table.on(passage_texts::passage_id.eq(passages::id.nullable())))
        .filter(passage_texts::version_id.eq(version).and(passage_texts::matched.ne(Matched::Unsure)))
        .filter(passage_texts::candidates.ne_all(["", "[]"]))
        .order(passage_texts::position)
        .select(columns!())
        .load::<Row>(conn)?;
    rows.into_iter().map(Row::read).collect()
}

/// Which passage a block of a version is, and how it came to it.
pub fn standing(conn: &mut Conn, version: VersionId, position: i32) -> Result<(Option<PassageId>, Matched)> {
    passage_texts::table
        .filter(passage_texts::version_id.eq(version).and(passage_texts::position.eq(position)))
        .select((passage_texts::passage_id, passage_texts::matched))
        .first(conn)
        .found()
}

/// How many passages of a version came to their code in each way.
pub fn matched_counts(conn: &mut Conn, version: VersionId) -> Result<Vec<(Matched, i64)>> {
    Ok(passage_texts::table
        .filter(passage_texts::version_id.eq(version))
        .group_by(passage_texts::matched)
        .select((passage_texts::matched, diesel::dsl::count_star()))
        .load(conn)?)
}

/// A passage in every published version it lives in, newest first.
pub fn lives(conn: &mut Conn, process: ProcessId, code: i32) -> Result<Vec<Life>> {
    let rows = passage_texts::table
        .inner_join(versions::table.on(versions::id.eq(passage_texts::version_id)))
        .inner_join(passages::table.on(passage_texts::passage_id.eq(passages::id.nullable())))
        .filter(passages::process_id.eq(process).and(passages::code.eq(code)).and(versions::published_at.is_not_null()))
        .order(versions::number.desc())
        .select((Version::as_select(), columns!()))
        .load::<(Version, Row)>(conn)?;
    rows.into_iter().map(|(version, row)| row.read().map(|u| Life { version, passage: u.passage })).collect()
}

/// The words of some passages, in every version.
pub fn texts(conn: &mut Conn, of: &[PassageId]) -> Result<Vec<(VersionId, Option<PassageId>, String)>> {
    let rows = passage_texts::table.filter(passage_texts::passage_id.eq_any(of.iter().map(|p| Some(*p))));
    Ok(rows.select((passage_texts::version_id, passage_texts::passage_id, passage_texts::text)).load(conn)?)
}

pub fn passage_by_code(conn: &mut Conn, process: ProcessId, code: i32) -> Result<PassageId> {
    let found = passages::table.filter(passages::process_id.eq(process).and(passages::code.eq(code)));
    found.select(passages::id).first(conn).found()
}

/// Throws a draft away, with the codes that only it had: they were never published, so never quoted.
pub fn discard(w: &mut Write<'_>, _p: &Permit<ImportVersion>, draft: &Version) -> Result<()> {
    let born: Vec<Option<PassageId>> = passage_texts::table
        .filter(passage_texts::version_id.eq(draft.id).and(passage_texts::passage_id.is_not_null()))
        .select(passage_texts::passage_id)
        .load(w.conn)?;
    diesel::delete(passage_ends::table.filter(passage_ends::version_id.eq(draft.id))).execute(w.conn)?;
    diesel::delete(change_reasons::table.filter(change_reasons::version_id.eq(draft.id))).execute(w.conn)?;
    diesel::delete(passage_texts::table.filter(passage_texts::version_id.eq(draft.id))).execute(w.conn)?;
    diesel::delete(versions::table.find(draft.id)).execute(w.conn)?;
    let born: Vec<PassageId> = born.into_iter().flatten().collect();
    for some in born.chunks(500) {
        let alive = passage_texts::table
            .filter(passage_texts::passage_id.eq_any(some.iter().map(|id| Some(*id))))
            .select(passage_texts::passage_id.assume_not_null());
        diesel::delete(passages::table.filter(passages::id.eq_any(some)).filter(passages::id.ne_all(alive)))
            .execute(w.conn)?;
    }
    let highest: Option<i32> = passages::table
        .filter(passages::process_id.eq(draft.process_id))
        .select(diesel::dsl::max(passages::code))
        .first(w.conn)?;
    diesel::update(counters::table.find((draft.process_id, "passage")))
        .set(counters::value.eq(i64::from(highest.unwrap_or(0))))
        .execute(w.conn)?;
    Ok(())
}

/// What is kept of the file a draft came from.
pub struct From<'a> {
    pub title: &'a str,
    pub source_name: &'a str,
    pub source_sha256: &'a str,
}

pub fn insert(
    w: &mut Write<'_>,
    p: &Permit<ImportVersion>,
    process: ProcessId,
    prepared: &Prepared,
    from: &From<'_>,
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
            versions::import_report.eq(serde_json::to_string(&prepared.report)?),
            versions::note.eq(""),
            versions::imported_by.eq(p.somebody()?),
            versions::imported_at.eq(w.now),
        ))
        .execute(w.conn)?;
    let new = prepared.placed.iter().filter(|b| b.matched == Matched::New).count();
    let mut code = next(w, process, Counter::Passage, i64::try_from(new).unwrap_or(0))?;
    for (position, placed) in (1..).zip(&prepared.placed) {
        let passage = if placed.matched == Matched::New {
            code += 1;
            Some(insert_passage(w, process, code - 1)?)
        } else {
            placed.passage
        };
        insert_text(w, id, position, passage, placed)?;
    }
    Ok(id)
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
    position: i32,
    passage: Option<PassageId>,
    placed: &Placed,
) -> Result<()> {
    let (kind, level) = kind_of(&placed.block);
    let text = placed.block.text();
    let words = i32::try_from(reader::words(&text)).unwrap_or(i32::MAX);
    diesel::insert_into(passage_texts::table)
        .values((
            passage_texts::id.eq(RowId::fresh(w.now)),
            passage_texts::version_id.eq(version),
            passage_texts::position.eq(position),
            passage_texts::passage_id.eq(passage),
            passage_texts::kind.eq(kind),
            passage_texts::level.eq(level),
            passage_texts::number.eq(placed.block.number.as_deref().unwrap_or("")),
            passage_texts::block.eq(serde_json::to_string(&placed.block)?),
            passage_texts::text.eq(text),
            passage_texts::words.eq(words),
            passage_texts::matched.eq(placed.matched),
            passage_texts::likeness.eq(placed.likeness),
            passage_texts::candidates.eq(serde_json::to_string(&placed.candidates)?),
        ))
        .execute(w.conn)?;
    Ok(())
}

/// Whether a passage stands already in a version.
pub fn lives_in(conn: &mut Conn, version: VersionId, passage: PassageId) -> Result<bool> {
    let found =
        passage_texts::table.filter(passage_texts::version_id.eq(version).and(passage_texts::passage_id.eq(passage)));
    Ok(found.count().get_result::<i64>(conn)? > 0)
}

pub fn set_passage(
    w: &mut Write<'_>,
    _p: &Permit<ImportVersion>,
    version: VersionId,
    position: i32,
    passage: PassageId,
    matched: Matched,
) -> Result<usize> {
    let row =
        passage_texts::table.filter(passage_texts::version_id.eq(version).and(passage_texts::position.eq(position)));
    Ok(diesel::update(row)
        .set((passage_texts::passage_id.eq(passage), passage_texts::matched.eq(matched)))
        .execute(w.conn)?)
}

pub fn publish(w: &mut Write<'_>, p: &Permit<PublishVersion>, version: VersionId, note: &str) -> Result<()> {
    diesel::update(versions::table.find(version))
        .set((versions::note.eq(note), versions::published_by.eq(p.somebody()?), versions::published_at.eq(w.now)))
        .execute(w.conn)?;
    Ok(())
}

pub fn set_end(w: &mut Write<'_>, version: VersionId, passage: PassageId, into: Option<PassageId>) -> Result<()> {
    diesel::delete(passage_ends::table.find((version, passage))).execute(w.conn)?;
    diesel::insert_into(passage_ends::table)
        .values((
            passage_ends::version_id.eq(version),
            passage_ends::passage_id.eq(passage),
            passage_ends::into_passage_id.eq(into),
        ))
        .execute(w.conn)?;
    Ok(())
}

/// Where the matter of the passages a version no longer has went, by passage.
pub fn ends(conn: &mut Conn, version: VersionId) -> Result<Vec<(PassageId, Option<PassageId>)>> {
    let rows = passage_ends::table.filter(passage_ends::version_id.eq(version));
    Ok(rows.select((passage_ends::passage_id, passage_ends::into_passage_id)).load(conn)?)
}

/// Where the matter of one passage went: the version that no longer has it, and the code of what took it in.
pub fn end_of(conn: &mut Conn, passage: PassageId) -> Result<Option<(i32, Option<i32>)>> {
    let row = passage_ends::table
        .inner_join(versions::table.on(versions::id.eq(passage_ends::version_id)))
        .left_join(passages::table.on(passage_ends::into_passage_id.eq(passages::id.nullable())))
        .filter(passage_ends::passage_id.eq(passage).and(versions::published_at.is_not_null()))
        .order(versions::number.desc())
        .select((versions::number, passages::code.nullable()))
        .first(conn);
    Ok(row.optional()?)
}

pub fn explain(
    w: &mut Write<'_>,
    p: &Permit<ExplainChange>,
    version: VersionId,
    passage: PassageId,
    kind: Reason,
    note: &str,
) -> Result<()> {
    diesel::delete(change_reasons::table.find((version, passage))).execute(w.conn)?;
    diesel::insert_into(change_reasons::table)
        .values((
            change_reasons::version_id.eq(version),
            change_reasons::passage_id.eq(passage),
            change_reasons::kind.eq(kind),
            change_reasons::note.eq(note),
            change_reasons::given_by.eq(p.somebody()?),
            change_reasons::given_at.eq(w.now),
        ))
        .execute(w.conn)?;
    Ok(())
}

/// Why passages changed, as the staff said, with the number of the version; of some versions, or of one passage.
pub fn reasons(conn: &mut Conn, of: &[VersionId], passage: Option<PassageId>) -> Result<Vec<(i32, ChangeReason)>> {
    let mut found = change_reasons::table
        .inner_join(passages::table.on(passages::id.eq(change_reasons::passage_id)))
        .inner_join(versions::table.on(versions::id.eq(change_reasons::version_id)))
        .order((passages::code, versions::number))
        .select((
            versions::number,
            change_reasons::passage_id,
            passages::code,
            change_reasons::kind,
            change_reasons::note,
        ))
        .into_boxed();
    found = match passage {
        Some(passage) => found.filter(change_reasons::passage_id.eq(passage)),
        None => found.filter(change_reasons::version_id.eq_any(of)),
    };
    let rows = found.load::<(i32, PassageId, i32, Reason, String)>(conn)?;
    Ok(rows
        .into_iter()
        .map(|(version, passage, code, kind, note)| (version, ChangeReason { passage, code, kind, note }))
        .collect())
}

/// Where the matter of passages went that ended in some versions: the passage, and the code of what took it in.
pub fn ends_among(conn: &mut Conn, of: &[VersionId]) -> Result<Vec<(PassageId, Option<i32>)>> {
    Ok(passage_ends::table
        .left_join(passages::table.on(passage_ends::into_passage_id.eq(passages::id.nullable())))
        .filter(passage_ends::version_id.eq_any(of))
        .select((passage_ends::passage_id, passages::code.nullable()))
        .load(conn)?)
}

/// The passages of one version that another does not have.
pub fn ended(conn: &mut Conn, before: VersionId, after: VersionId) -> Result<Vec<Ended>> {
    let is: HashMap<PassageId, i32> =
        passages(conn, after)?.into_iter().filter_map(|p| Some((p.id?, p.code?))).collect();
    let into: HashMap<PassageId, Option<PassageId>> = ends(conn, after)?.into_iter().collect();
    let gone = passages(conn, before)?.into_iter().filter(|p| p.id.is_some_and(|id| !is.contains_key(&id)));
    let told = gone.filter_map(|p| {
        let id = p.id?;
        let into = into.get(&id).copied().flatten().and_then(|i| is.get(&i).copied());
        Some(Ended { id, code: p.code?, text: p.text, into })
    });
    Ok(told.collect())
}
