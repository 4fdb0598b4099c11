//! The SQL of versions and passages: here what is read and a version's publication, beside it the rest.

mod draft;
mod edits;
mod fates;
mod files;
mod images;
mod inner;
mod reasons;

use diesel::prelude::*;

use super::model::{Candidate, Life, Matched, Passage, PassageKind, Undecided, Version};
use crate::access::{Permit, PublishVersion};
use crate::db::schema::{passage_texts, passages, versions};
use crate::db::{Conn, Write};
use crate::id::{PassageId, ProcessId, RowId, VersionId};
use crate::{Result, error::Found};

pub use draft::{
    From, begin, discard, forget_born, insert, insert_block, insert_passage, reopen, replace, set_passage, summarize,
};
pub use edits::{
    copy, count, edits, is_published, keep, make_room, neighbour, other_heir, rewrite, swap, take_out, transfer,
};
pub use fates::{
    came_from, end_of, ended, ends, ends_among, ends_until, no_end, no_heir, no_origins, origins, origins_among,
    set_end, set_origin, tidy, took_in, went_apart,
};
pub use files::{file, files, keep_file};
pub use images::{carry_images, image, pictures};
pub use inner::{drop_blind, forget_leads, lead_anew, settle};
pub use reasons::{explain, reasons};

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

/// The published versions of some processes, the newest last.
pub fn published_among(conn: &mut Conn, of: &[ProcessId]) -> Result<Vec<(ProcessId, VersionId, i32)>> {
    let found = versions::table.filter(versions::process_id.eq_any(of).and(versions::published_at.is_not_null()));
    Ok(found.select((versions::process_id, versions::id, versions::number)).order(versions::number).load(conn)?)
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
    id: RowId,
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
    confidence: i32,
    revision: i32,
}

impl Row {
    fn read(self) -> Result<Undecided> {
        let candidates: Vec<Candidate> = serde_json::from_str(&self.candidates)?;
        let passage = Passage {
            row: self.id,
            id: self.passage_id,
            code: self.code,
            position: self.position,
            kind: self.kind,
            level: self.level,
            number: self.number,
            block: serde_json::from_str(&self.block)?,
            text: self.text,
            matched: self.matched,
            likeness: self.likeness,
            confidence: self.confidence,
            revision: self.revision,
        };
        Ok(Undecided { passage, candidates })
    }
}

/// The columns of a passage in a version, in the order of [`Row`].
macro_rules! columns {
    () => {
        (
            passage_texts::id,
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
            passage_texts::confidence,
            passage_texts::revision,
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

/// One block of a version.
pub fn block(conn: &mut Conn, version: VersionId, row: RowId) -> Result<Passage> {
    let found = passage_texts::table
        .left_join(passages::table.on(passage_texts::passage_id.eq(passages::id.nullable())))
        .filter(passage_texts::version_id.eq(version).and(passage_texts::id.eq(row)))
        .select(columns!())
        .first::<Row>(conn)
        .found()?;
    Ok(found.read()?.passage)
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

/// Some passages, in every version, as JSON.
pub fn blocks(conn: &mut Conn, of: &[PassageId]) -> Result<Vec<(VersionId, Option<PassageId>, String)>> {
    let rows = passage_texts::table.filter(passage_texts::passage_id.eq_any(of.iter().map(|p| Some(*p))));
    Ok(rows.select((passage_texts::version_id, passage_texts::passage_id, passage_texts::block)).load(conn)?)
}

/// Passages in some versions, by code, as JSON.
pub fn blocks_by_code(conn: &mut Conn, of: &[VersionId], codes: &[i32]) -> Result<Vec<(VersionId, i32, String)>> {
    Ok(passage_texts::table
        .inner_join(passages::table.on(passage_texts::passage_id.eq(passages::id.nullable())))
        .filter(passage_texts::version_id.eq_any(of).and(passages::code.eq_any(codes)))
        .select((passage_texts::version_id, passages::code, passage_texts::block))
        .load(conn)?)
}

/// The codes of the passages of some versions, each version's in reading order.
pub fn orders(conn: &mut Conn, of: &[VersionId]) -> Result<Vec<(VersionId, i32)>> {
    Ok(passage_texts::table
        .inner_join(passages::table.on(passage_texts::passage_id.eq(passages::id.nullable())))
        .filter(passage_texts::version_id.eq_any(of))
        .order(passage_texts::position)
        .select((passage_texts::version_id, passages::code))
        .load(conn)?)
}

/// The code of every passage of a process.
pub fn codes(conn: &mut Conn, process: ProcessId) -> Result<Vec<(PassageId, i32)>> {
    let all = passages::table.filter(passages::process_id.eq(process));
    Ok(all.select((passages::id, passages::code)).load(conn)?)
}

pub fn passage_by_code(conn: &mut Conn, process: ProcessId, code: i32) -> Result<PassageId> {
    let found = passages::table.filter(passages::process_id.eq(process).and(passages::code.eq(code)));
    found.select(passages::id).first(conn).found()
}

/// Whether a passage stands already in a version.
pub fn lives_in(conn: &mut Conn, version: VersionId, passage: PassageId) -> Result<bool> {
    let found =
        passage_texts::table.filter(passage_texts::version_id.eq(version).and(passage_texts::passage_id.eq(passage)));
    Ok(found.count().get_result::<i64>(conn)? > 0)
}

pub fn publish(w: &mut Write<'_>, p: &Permit<PublishVersion>, version: VersionId, note: &str) -> Result<()> {
    diesel::update(versions::table.find(version))
        .set((versions::note.eq(note), versions::published_by.eq(p.somebody()?), versions::published_at.eq(w.now)))
        .execute(w.conn)?;
    Ok(())
}
