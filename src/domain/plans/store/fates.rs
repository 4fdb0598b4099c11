//! The SQL of where passages went that a version no longer has, and of where those come from that were parted from others.

use std::collections::{HashMap, HashSet};

use diesel::prelude::*;

use super::super::model::{End, Ended, Origin, Said};
use super::passages as there;
use crate::Result;
use crate::db::schema::{passage_ends, passage_origins, passages, versions};
use crate::db::{Conn, Write};
use crate::id::{PassageId, ProcessId, RowId, VersionId};

pub fn set_end(w: &mut Write<'_>, version: VersionId, end: &End) -> Result<()> {
    no_end(w, version, end.passage)?;
    diesel::insert_into(passage_ends::table)
        .values((
            passage_ends::version_id.eq(version),
            passage_ends::passage_id.eq(end.passage),
            passage_ends::into_passage_id.eq(end.into),
            passage_ends::said.eq(end.said),
            passage_ends::confidence.eq(end.confidence),
            passage_ends::likely_text_id.eq(end.likely),
        ))
        .execute(w.conn)?;
    Ok(())
}

/// Says nothing any more of where a passage went: it lives again.
pub fn no_end(w: &mut Write<'_>, version: VersionId, passage: PassageId) -> Result<()> {
    diesel::delete(passage_ends::table.find((version, passage))).execute(w.conn)?;
    Ok(())
}

/// Says nothing any more of where the passages went that are said to have gone into one: it is no longer there.
pub fn no_heir(w: &mut Write<'_>, version: VersionId, heir: PassageId) -> Result<()> {
    let of = passage_ends::version_id.eq(version).and(passage_ends::into_passage_id.eq(heir));
    diesel::delete(passage_ends::table.filter(of)).execute(w.conn)?;
    Ok(())
}

type EndRow = (PassageId, Option<PassageId>, Said, i32, Option<RowId>);

/// Where the matter of the passages a version no longer has went.
pub fn ends(conn: &mut Conn, version: VersionId) -> Result<Vec<End>> {
    let rows: Vec<EndRow> = passage_ends::table
        .filter(passage_ends::version_id.eq(version))
        .select((
            passage_ends::passage_id,
            passage_ends::into_passage_id,
            passage_ends::said,
            passage_ends::confidence,
            passage_ends::likely_text_id,
        ))
        .load(conn)?;
    let end = |(passage, into, said, confidence, likely)| End { passage, into, said, confidence, likely };
    Ok(rows.into_iter().map(end).collect())
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

/// Where the matter of passages went that ended in some versions: the passage, and the code of what took it in.
pub fn ends_among(conn: &mut Conn, of: &[VersionId]) -> Result<Vec<(PassageId, Option<i32>)>> {
    Ok(passage_ends::table
        .left_join(passages::table.on(passage_ends::into_passage_id.eq(passages::id.nullable())))
        .filter(passage_ends::version_id.eq_any(of))
        .select((passage_ends::passage_id, passages::code.nullable()))
        .load(conn)?)
}

/// Where passages went in the published versions up to a number, the earliest version first.
pub fn ends_until(conn: &mut Conn, process: ProcessId, number: i32) -> Result<Vec<(PassageId, Option<PassageId>)>> {
    let rows = passage_ends::table
        .inner_join(versions::table.on(versions::id.eq(passage_ends::version_id)))
        .filter(versions::process_id.eq(process).and(versions::published_at.is_not_null()))
        .filter(versions::number.le(number))
        .order(versions::number);
    Ok(rows.select((passage_ends::passage_id, passage_ends::into_passage_id)).load(conn)?)
}

/// The passages of one version that another does not have, with what is said of where they went.
pub fn ended(conn: &mut Conn, before: VersionId, after: VersionId) -> Result<Vec<Ended>> {
    let is: HashMap<PassageId, i32> = there(conn, after)?.into_iter().filter_map(|p| Some((p.id?, p.code?))).collect();
    let mut said: HashMap<PassageId, End> = ends(conn, after)?.into_iter().map(|e| (e.passage, e)).collect();
    let gone = there(conn, before)?.into_iter().filter(|p| p.id.is_some_and(|id| !is.contains_key(&id)));
    let told = gone.filter_map(|p| {
        let id = p.id?;
        let end = said.remove(&id);
        let into = end.as_ref().and_then(|e| e.into).and_then(|i| is.get(&i).copied());
        Some(Ended {
            id,
            code: p.code?,
            text: p.text,
            into,
            said: end.as_ref().map(|e| e.said),
            confidence: end.as_ref().map_or(0, |e| e.confidence),
            likely: end.and_then(|e| e.likely),
        })
    });
    Ok(told.collect())
}

pub fn set_origin(w: &mut Write<'_>, version: VersionId, origin: &Origin) -> Result<()> {
    diesel::delete(passage_origins::table.find((version, origin.passage, origin.from))).execute(w.conn)?;
    diesel::insert_into(passage_origins::table)
        .values((
            passage_origins::version_id.eq(version),
            passage_origins::passage_id.eq(origin.passage),
            passage_origins::from_passage_id.eq(origin.from),
            passage_origins::said.eq(origin.said),
            passage_origins::confidence.eq(origin.confidence),
        ))
        .execute(w.conn)?;
    Ok(())
}

/// Says of a passage that it was parted from no other.
pub fn no_origins(w: &mut Write<'_>, version: VersionId, passage: PassageId) -> Result<()> {
    let of = passage_origins::version_id.eq(version).and(passage_origins::passage_id.eq(passage));
    diesel::delete(passage_origins::table.filter(of)).execute(w.conn)?;
    Ok(())
}

/// From which passages those of a version were parted.
pub fn origins(conn: &mut Conn, version: VersionId) -> Result<Vec<Origin>> {
    origins_among(conn, &[version])
}

/// From which passages those of some versions were parted.
pub fn origins_among(conn: &mut Conn, of: &[VersionId]) -> Result<Vec<Origin>> {
    let rows: Vec<(PassageId, PassageId, i32, Said, i32)> = passage_origins::table
        .inner_join(passages::table.on(passages::id.eq(passage_origins::from_passage_id)))
        .filter(passage_origins::version_id.eq_any(of))
        .order((passage_origins::passage_id, passages::code))
        .select((
            passage_origins::passage_id,
            passage_origins::from_passage_id,
            passages::code,
            passage_origins::said,
            passage_origins::confidence,
        ))
        .load(conn)?;
    let origin = |(passage, from, code, said, confidence)| Origin { passage, from, code, said, confidence };
    Ok(rows.into_iter().map(origin).collect())
}

/// From which passages one was parted, and in which published version.
pub fn came_from(conn: &mut Conn, passage: PassageId) -> Result<Vec<(i32, i32)>> {
    Ok(passage_origins::table
        .inner_join(passages::table.on(passages::id.eq(passage_origins::from_passage_id)))
        .inner_join(versions::table.on(versions::id.eq(passage_origins::version_id)))
        .filter(passage_origins::passage_id.eq(passage).and(versions::published_at.is_not_null()))
        .order((versions::number, passages::code))
        .select((versions::number, passages::code))
        .load(conn)?)
}

/// Which passages were parted from one, or took in its matter when they ended in it: in which published version, and which.
pub fn went_apart(conn: &mut Conn, passage: PassageId) -> Result<Vec<(i32, i32)>> {
    Ok(passage_origins::table
        .inner_join(passages::table.on(passages::id.eq(passage_origins::passage_id)))
        .inner_join(versions::table.on(versions::id.eq(passage_origins::version_id)))
        .filter(passage_origins::from_passage_id.eq(passage).and(versions::published_at.is_not_null()))
        .order((versions::number, passages::code))
        .select((versions::number, passages::code))
        .load(conn)?)
}

/// The passages that ended in one, with the published version in which they did.
pub fn took_in(conn: &mut Conn, passage: PassageId) -> Result<Vec<(i32, i32)>> {
    Ok(passage_ends::table
        .inner_join(passages::table.on(passages::id.eq(passage_ends::passage_id)))
        .inner_join(versions::table.on(versions::id.eq(passage_ends::version_id)))
        .filter(passage_ends::into_passage_id.eq(passage).and(versions::published_at.is_not_null()))
        .order((versions::number, passages::code))
        .select((versions::number, passages::code))
        .load(conn)?)
}

/// Forgets what is said of passages that are no longer there.
pub fn forget(w: &mut Write<'_>, version: VersionId, gone: &[PassageId]) -> Result<()> {
    let either = passage_origins::passage_id.eq_any(gone).or(passage_origins::from_passage_id.eq_any(gone));
    diesel::delete(passage_origins::table.filter(passage_origins::version_id.eq(version)).filter(either))
        .execute(w.conn)?;
    let ends = passage_ends::version_id.eq(version).and(passage_ends::passage_id.eq_any(gone));
    diesel::delete(passage_ends::table.filter(ends)).execute(w.conn)?;
    Ok(())
}

/// Drops what is said of passages as ended that live, of heirs that do not, and of parts that are not there.
pub fn tidy(w: &mut Write<'_>, version: VersionId) -> Result<()> {
    let lives: HashSet<PassageId> = there(w.conn, version)?.into_iter().filter_map(|p| p.id).collect();
    for end in ends(w.conn, version)? {
        if lives.contains(&end.passage) || end.into.is_some_and(|into| !lives.contains(&into)) {
            no_end(w, version, end.passage)?;
        }
    }
    for origin in origins(w.conn, version)?.iter().filter(|o| !lives.contains(&o.passage)) {
        no_origins(w, version, origin.passage)?;
    }
    Ok(())
}
