//! The SQL of windows.

use diesel::prelude::*;

use super::model::{Consultation, Extension};
use crate::access::{ExtendWindow, Permit, SetWindow};
use crate::clock::{Instant, ROME};
use crate::db::schema::{consultations, extensions, versions};
use crate::db::{Conn, Write};
use crate::id::{ConsultationId, ProcessId, RowId, VersionId};
use crate::{Result, error::Found};

pub fn by_id(conn: &mut Conn, id: ConsultationId) -> Result<Consultation> {
    consultations::table.find(id).select(Consultation::as_select()).first(conn).found()
}

pub fn of_version(conn: &mut Conn, version: VersionId) -> Result<Option<Consultation>> {
    let found = consultations::table.filter(consultations::version_id.eq(version));
    Ok(found.select(Consultation::as_select()).first(conn).optional()?)
}

pub fn of_process(conn: &mut Conn, process: ProcessId) -> Result<Vec<Consultation>> {
    let found = consultations::table.filter(consultations::process_id.eq(process)).order(consultations::id.desc());
    Ok(found.select(Consultation::as_select()).limit(100).load(conn)?)
}

pub fn of_processes(conn: &mut Conn, of: &[ProcessId]) -> Result<Vec<(Consultation, i32)>> {
    let found = consultations::table
        .inner_join(versions::table.on(versions::id.eq(consultations::version_id)))
        .filter(consultations::process_id.eq_any(of))
        .order(consultations::id.desc());
    Ok(found.select((Consultation::as_select(), versions::number)).limit(1000).load(conn)?)
}

/// The process of a published version.
pub fn published_version(conn: &mut Conn, version: VersionId) -> Result<ProcessId> {
    let found = versions::table.find(version).filter(versions::published_at.is_not_null());
    found.select(versions::process_id).first(conn).found()
}

pub fn set(
    w: &mut Write<'_>,
    p: &Permit<SetWindow>,
    process: ProcessId,
    version: VersionId,
    opens: Instant,
    closes: Instant,
) -> Result<ConsultationId> {
    if let Some(known) = of_version(w.conn, version)? {
        diesel::update(consultations::table.find(known.id))
            .set((
                consultations::opens_at.eq(opens),
                consultations::closes_at.eq(closes),
                consultations::set_by.eq(p.somebody()?),
                consultations::set_at.eq(w.now),
            ))
            .execute(w.conn)?;
        return Ok(known.id);
    }
    let id = ConsultationId::fresh(w.now);
    diesel::insert_into(consultations::table)
        .values((
            consultations::id.eq(id),
            consultations::process_id.eq(process),
            consultations::version_id.eq(version),
            consultations::opens_at.eq(opens),
            consultations::closes_at.eq(closes),
            consultations::zone.eq(ROME.name()),
            consultations::set_by.eq(p.somebody()?),
            consultations::set_at.eq(w.now),
        ))
        .execute(w.conn)?;
    Ok(id)
}

/// Lets a window that has not opened be about another version.
pub fn move_to(w: &mut Write<'_>, _p: &Permit<SetWindow>, of: &Consultation, version: VersionId) -> Result<()> {
    if of_version(w.conn, version)?.is_none() {
        diesel::update(consultations::table.find(of.id)).set(consultations::version_id.eq(version)).execute(w.conn)?;
    }
    Ok(())
}

pub fn extend(
    w: &mut Write<'_>,
    p: &Permit<ExtendWindow>,
    of: &Consultation,
    closes: Instant,
    reason: &str,
) -> Result<()> {
    diesel::insert_into(extensions::table)
        .values((
            extensions::id.eq(RowId::fresh(w.now)),
            extensions::consultation_id.eq(of.id),
            extensions::closed_at_before.eq(of.closes_at),
            extensions::closes_at_after.eq(closes),
            extensions::reason.eq(reason),
            extensions::extended_by.eq(p.somebody()?),
            extensions::extended_at.eq(w.now),
        ))
        .execute(w.conn)?;
    diesel::update(consultations::table.find(of.id))
        .set((consultations::closes_at.eq(closes), consultations::closing_told_at.eq(None::<Instant>)))
        .execute(w.conn)?;
    Ok(())
}

pub fn extensions_of(conn: &mut Conn, of: ConsultationId) -> Result<Vec<Extension>> {
    let found = extensions::table.filter(extensions::consultation_id.eq(of)).order(extensions::id);
    Ok(found.select(Extension::as_select()).limit(100).load(conn)?)
}

pub fn extensions_in(conn: &mut Conn, of: &[ConsultationId]) -> Result<Vec<(ConsultationId, Extension)>> {
    let found = extensions::table.filter(extensions::consultation_id.eq_any(of)).order(extensions::id);
    Ok(found.select((extensions::consultation_id, Extension::as_select())).limit(1000).load(conn)?)
}

/// Windows that have opened and whose opening was not told.
pub fn opened_untold(conn: &mut Conn, now: Instant) -> Result<Vec<Consultation>> {
    let found = consultations::table.filter(
        consultations::opens_at
            .le(now)
            .and(consultations::closes_at.gt(now))
            .and(consultations::opening_told_at.is_null()),
    );
    Ok(found.select(Consultation::as_select()).limit(50).load(conn)?)
}

/// Open windows that close before `horizon` and whose closing was not told.
pub fn closing_untold(conn: &mut Conn, now: Instant, horizon: Instant) -> Result<Vec<Consultation>> {
    let found = consultations::table.filter(
        consultations::opens_at
            .le(now)
            .and(consultations::closes_at.gt(now))
            .and(consultations::closes_at.le(horizon))
            .and(consultations::closing_told_at.is_null()),
    );
    Ok(found.select(Consultation::as_select()).limit(50).load(conn)?)
}

/// Marks an opening as told; false when another node was quicker.
pub fn opening_told(w: &mut Write<'_>, id: ConsultationId) -> Result<bool> {
    let mine = consultations::table.find(id).filter(consultations::opening_told_at.is_null());
    Ok(diesel::update(mine).set(consultations::opening_told_at.eq(w.now)).execute(w.conn)? > 0)
}

/// Marks a closing as told; false when another node was quicker.
pub fn closing_told(w: &mut Write<'_>, id: ConsultationId) -> Result<bool> {
    let mine = consultations::table.find(id).filter(consultations::closing_told_at.is_null());
    Ok(diesel::update(mine).set(consultations::closing_told_at.eq(w.now)).execute(w.conn)? > 0)
}
