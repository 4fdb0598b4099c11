//! The SQL of restitutions.

use diesel::prelude::*;

use super::model::{Edition, Format, Frozen, NewPoint, Of, PointKind, Rest, Row};
use crate::access::{Action, KeepMinutes, Permit, PublishRestitution};
use crate::db::schema::{
    accounts, contributions, enrolments, event_tables, event_voices, minute_contributions, minute_lines, minutes,
    restitution_editions as editions, restitution_files as files, restitution_lines, restitution_points as points,
    restitution_sources, restitution_withdrawals as withdrawals, restitutions, table_sessions, withheld_lines,
};
use crate::db::{Conn, Write};
use crate::id::{EventId, PointId, RestitutionId, SessionId, sha256};
use crate::register::Moderation;
use crate::{Result, error::Found};

pub fn find(conn: &mut Conn, of: &Of) -> Result<Option<RestitutionId>> {
    let all = restitutions::table.filter(restitutions::event_id.eq(of.event().id)).select(restitutions::id);
    let found = match of.session() {
        Some(session) => all.filter(restitutions::session_id.eq(session)).first(conn),
        None => all.filter(restitutions::session_id.is_null()).first(conn),
    };
    Ok(found.optional()?)
}

/// The restitution, made where there was none. Whoever changes it waits in line here, on both databases: first at what was there
/// before it, a session's minutes or the sessions' restitutions.
pub fn lock<A: Action>(w: &mut Write<'_>, _p: &Permit<A>, of: &Of) -> Result<RestitutionId> {
    if let Some(session) = of.session() {
        diesel::update(minutes::table.find(session)).set(minutes::changes.eq(minutes::changes)).execute(w.conn)?;
    } else {
        let theirs = restitutions::event_id.eq(of.event().id).and(restitutions::session_id.is_not_null());
        let theirs = restitutions::table.filter(theirs);
        diesel::update(theirs).set(restitutions::changes.eq(restitutions::changes)).execute(w.conn)?;
    }
    if let Some(id) = find(w.conn, of)? {
        diesel::update(restitutions::table.find(id))
            .set(restitutions::changes.eq(restitutions::changes + 1))
            .execute(w.conn)?;
        return Ok(id);
    }
    let id = RestitutionId::fresh(w.now);
    diesel::insert_into(restitutions::table)
        .values((
            restitutions::id.eq(id),
            restitutions::event_id.eq(of.event().id),
            restitutions::session_id.eq(of.session()),
            restitutions::changes.eq(1),
        ))
        .execute(w.conn)?;
    Ok(id)
}

pub fn points_of(conn: &mut Conn, of: &[RestitutionId]) -> Result<Vec<(RestitutionId, Row)>> {
    let rows = points::table
        .inner_join(accounts::table.on(accounts::id.eq(points::written_by)))
        .filter(points::restitution_id.eq_any(of))
        .order((points::restitution_id, points::position, points::id));
    let row = (
        points::id,
        points::kind,
        points::text,
        points::objective,
        points::who,
        points::by_when,
        points::means,
        points::position,
        points::revision,
        points::written_by,
        accounts::name,
        points::written_at,
    );
    Ok(rows.select((points::restitution_id, row)).load(conn)?)
}

/// Point, line, the revision that was read.
pub fn lines_of(conn: &mut Conn, of: &[PointId]) -> Result<Vec<(PointId, String, i32)>> {
    let rows = restitution_lines::table.filter(restitution_lines::point_id.eq_any(of));
    let row = (restitution_lines::point_id, restitution_lines::line_key, restitution_lines::revision);
    Ok(rows.select(row).load(conn)?)
}

/// Point, the point it rests on, the revision that was read.
pub fn sources_of(conn: &mut Conn, of: &[PointId]) -> Result<Vec<(PointId, PointId, i32)>> {
    let rows = restitution_sources::table.filter(restitution_sources::point_id.eq_any(of));
    let row = (restitution_sources::point_id, restitution_sources::source_id, restitution_sources::revision);
    Ok(rows.select(row).load(conn)?)
}

/// The points of all sessions' restitutions of an event, by table and session.
pub fn session_points(conn: &mut Conn, of: EventId) -> Result<Vec<Rest>> {
    let rows = points::table
        .inner_join(restitutions::table.on(restitutions::id.eq(points::restitution_id)))
        .inner_join(table_sessions::table.on(restitutions::session_id.eq(table_sessions::id.nullable())))
        .inner_join(event_tables::table.on(event_tables::id.eq(table_sessions::table_id)))
        .filter(restitutions::event_id.eq(of))
        .order((event_tables::number, table_sessions::position, points::position, points::id));
    let row = (
        points::id,
        event_tables::number,
        event_tables::theme,
        table_sessions::position,
        points::kind,
        points::text,
        points::revision,
        points::revision,
    );
    Ok(rows.select(row).load(conn)?)
}

/// The restitutions of an event's sessions.
pub fn sessions(conn: &mut Conn, of: EventId) -> Result<Vec<RestitutionId>> {
    let rows = restitutions::table.filter(restitutions::event_id.eq(of).and(restitutions::session_id.is_not_null()));
    Ok(rows.select(restitutions::id).load(conn)?)
}

pub fn insert(
    w: &mut Write<'_>,
    p: &Permit<KeepMinutes>,
    of: RestitutionId,
    new: &NewPoint,
    position: i32,
) -> Result<PointId> {
    let id = PointId::fresh(w.now);
    diesel::insert_into(points::table)
        .values((
            points::id.eq(id),
            points::restitution_id.eq(of),
            points::kind.eq(new.kind),
            points::text.eq(&new.text),
            points::objective.eq(&new.objective),
            points::who.eq(&new.who),
            points::by_when.eq(&new.by_when),
            points::means.eq(&new.means),
            points::position.eq(position),
            points::revision.eq(1),
            points::written_by.eq(p.somebody()?),
            points::written_at.eq(w.now),
        ))
        .execute(w.conn)?;
    Ok(id)
}

pub fn update(w: &mut Write<'_>, p: &Permit<KeepMinutes>, id: PointId, new: &NewPoint) -> Result<()> {
    diesel::update(points::table.find(id))
        .set((
            points::text.eq(&new.text),
            points::objective.eq(&new.objective),
            points::who.eq(&new.who),
            points::by_when.eq(&new.by_when),
            points::means.eq(&new.means),
            points::revision.eq(points::revision + 1),
            points::written_by.eq(p.somebody()?),
            points::written_at.eq(w.now),
        ))
        .execute(w.conn)?;
    Ok(())
}

/// Puts what a point rests on, each with the revision in which it was read.
pub fn set_rests(
    w: &mut Write<'_>,
    _p: &Permit<KeepMinutes>,
    of: PointId,
    lines: &[(String, i32)],
    sources: &[(PointId, i32)],
) -> Result<()> {
    diesel::delete(restitution_lines::table.filter(restitution_lines::point_id.eq(of))).execute(w.conn)?;
    diesel::delete(restitution_sources::table.filter(restitution_sources::point_id.eq(of))).execute(w.conn)?;
    for (key, revision) in lines {
        diesel::insert_into(restitution_lines::table)
            .values((
                restitution_lines::point_id.eq(of),
                restitution_lines::line_key.eq(key),
                restitution_lines::revision.eq(revision),
            ))
            .execute(w.conn)?;
    }
    for (source, revision) in sources {
        diesel::insert_into(restitution_sources::table)
            .values((
                restitution_sources::point_id.eq(of),
                restitution_sources::source_id.eq(source),
                restitution_sources::revision.eq(revision),
            ))
            .execute(w.conn)?;
    }
    Ok(())
}

pub fn is_source(conn: &mut Conn, id: PointId) -> Result<bool> {
    let of = restitution_sources::table.filter(restitution_sources::source_id.eq(id));
    Ok(of.count().get_result::<i64>(conn)? > 0)
}

pub fn delete(w: &mut Write<'_>, p: &Permit<KeepMinutes>, id: PointId) -> Result<()> {
    set_rests(w, p, id, &[], &[])?;
    diesel::delete(points::table.find(id)).execute(w.conn)?;
    Ok(())
}

pub fn set_position(w: &mut Write<'_>, _p: &Permit<KeepMinutes>, id: PointId, position: i32) -> Result<()> {
    diesel::update(points::table.find(id)).set(points::position.eq(position)).execute(w.conn)?;
    Ok(())
}

/// The keys of an event's lines that whoever writes keeps from the public.
pub fn withheld(conn: &mut Conn, of: &[SessionId]) -> Result<Vec<String>> {
    let rows = withheld_lines::table
        .inner_join(minute_lines::table.on(minute_lines::key.eq(withheld_lines::line_key)))
        .filter(minute_lines::session_id.eq_any(of));
    Ok(rows.select(withheld_lines::line_key).load(conn)?)
}

pub fn set_withheld(w: &mut Write<'_>, p: &Permit<KeepMinutes>, key: &str, withheld: bool) -> Result<()> {
    diesel::delete(withheld_lines::table.find(key)).execute(w.conn)?;
    if withheld {
        diesel::insert_into(withheld_lines::table)
            .values((
                withheld_lines::line_key.eq(key),
                withheld_lines::withheld_by.eq(p.somebody()?),
                withheld_lines::withheld_at.eq(w.now),
            ))
            .execute(w.conn)?;
    }
    Ok(())
}

/// The keys of lines that became a contribution which the register does not show.
pub fn held_back(conn: &mut Conn, of: &[SessionId]) -> Result<Vec<String>> {
    let back = [Moderation::Held, Moderation::Refused];
    let rows = minute_contributions::table
        .inner_join(minute_lines::table.on(minute_lines::key.eq(minute_contributions::line_key)))
        .inner_join(contributions::table.on(contributions::id.eq(minute_contributions::contribution_id)))
        .filter(minute_lines::session_id.eq_any(of))
        .filter(contributions::moderation.eq_any(back).or(contributions::withdrawn_at.is_not_null()));
    Ok(rows.select(minute_contributions::line_key).load(conn)?)
}

/// The organisations that agreed to be named at an event.
pub fn voices(conn: &mut Conn, of: EventId) -> Result<Vec<String>> {
    let rows = event_voices::table.filter(event_voices::event_id.eq(of)).order(event_voices::organisation);
    Ok(rows.select(event_voices::organisation).load(conn)?)
}

/// Takes down that organisations agreed, or no longer do; what stands keeps who took it down and when.
pub fn set_voices(w: &mut Write<'_>, p: &Permit<KeepMinutes>, of: EventId, list: &[String]) -> Result<()> {
    let known = voices(w.conn, of)?;
    let gone = event_voices::table.filter(event_voices::event_id.eq(of).and(event_voices::organisation.ne_all(list)));
    diesel::delete(gone).execute(w.conn)?;
    for organisation in list.iter().filter(|o| !known.contains(o)) {
        diesel::insert_into(event_voices::table)
            .values((
                event_voices::event_id.eq(of),
                event_voices::organisation.eq(organisation),
                event_voices::recorded_by.eq(Some(p.somebody()?)),
                event_voices::recorded_at.eq(w.now),
            ))
            .execute(w.conn)?;
    }
    Ok(())
}

/// The organisations that lines of an event name, or whose people said them.
pub fn organisations(conn: &mut Conn, of: EventId) -> Result<Vec<String>> {
    let rows = minute_lines::table
        .inner_join(table_sessions::table.on(table_sessions::id.eq(minute_lines::session_id)))
        .inner_join(event_tables::table.on(event_tables::id.eq(table_sessions::table_id)))
        .left_join(enrolments::table.on(minute_lines::enrolment_id.eq(enrolments::id.nullable())))
        .filter(event_tables::event_id.eq(of).and(minute_lines::removed_at.is_null()))
        .select((minute_lines::organisation, enrolments::organisation.nullable()))
        .distinct();
    let found: Vec<(String, Option<String>)> = rows.load(conn)?;
    let mut names: Vec<String> = found.into_iter().flat_map(|(a, b)| [a, b.unwrap_or_default()]).collect();
    names.retain(|n| !n.is_empty());
    names.sort();
    names.dedup();
    Ok(names)
}

/// The names of everybody who enrolled for an event.
pub fn people(conn: &mut Conn, of: EventId) -> Result<Vec<String>> {
    let rows = enrolments::table.filter(enrolments::event_id.eq(of).and(enrolments::name.ne("")));
    Ok(rows.select(enrolments::name).distinct().load(conn)?)
}

/// The organisations for which somebody enrolled for an event.
pub fn enrolled_for(conn: &mut Conn, of: EventId) -> Result<Vec<String>> {
    let rows = enrolments::table.filter(enrolments::event_id.eq(of).and(enrolments::organisation.ne("")));
    Ok(rows.select(enrolments::organisation).distinct().load(conn)?)
}

pub fn editions_of(conn: &mut Conn, of: RestitutionId) -> Result<Vec<Edition>> {
    let rows = editions::table
        .left_join(withdrawals::table.on(withdrawals::edition_id.eq(editions::id)))
        .filter(editions::restitution_id.eq(of))
        .order(editions::number.desc());
    let withdrawn = (withdrawals::reason, withdrawals::withdrawn_at).nullable();
    Ok(rows
        .select((editions::number, editions::content_sha256, editions::published_at, withdrawn))
        .limit(200)
        .load(conn)?)
}

/// What the editions of several restitutions say that were not taken back, the oldest first.
pub fn contents(conn: &mut Conn, of: &[RestitutionId]) -> Result<Vec<(RestitutionId, i32, String)>> {
    let rows = editions::table
        .left_join(withdrawals::table.on(withdrawals::edition_id.eq(editions::id)))
        .filter(editions::restitution_id.eq_any(of).and(withdrawals::edition_id.nullable().is_null()))
        .order(editions::number);
    Ok(rows.select((editions::restitution_id, editions::number, editions::content)).load(conn)?)
}

pub fn content(conn: &mut Conn, of: RestitutionId, number: i32) -> Result<String> {
    let found = editions::table.filter(editions::restitution_id.eq(of).and(editions::number.eq(number)));
    found.select(editions::content).first(conn).found()
}

pub fn publish(
    w: &mut Write<'_>,
    p: &Permit<PublishRestitution>,
    of: RestitutionId,
    number: i32,
    content: &str,
    frozen: &[Frozen],
) -> Result<()> {
    let id = crate::id::RowId::fresh(w.now);
    diesel::insert_into(editions::table)
        .values((
            editions::id.eq(id),
            editions::restitution_id.eq(of),
            editions::number.eq(number),
            editions::content.eq(content),
            editions::content_sha256.eq(sha256(content)),
            editions::published_by.eq(p.somebody()?),
            editions::published_at.eq(w.now),
        ))
        .execute(w.conn)?;
    for file in frozen {
        diesel::insert_into(files::table)
            .values((
                files::edition_id.eq(id),
                files::format.eq(file.format),
                files::sha256.eq(sha256(&file.bytes)),
                files::bytes.eq(&file.bytes),
            ))
            .execute(w.conn)?;
    }
    Ok(())
}

/// A file of an edition, and its SHA-256.
pub fn file(conn: &mut Conn, of: RestitutionId, number: i32, format: Format) -> Result<(Vec<u8>, String)> {
    files::table
        .inner_join(editions::table.on(editions::id.eq(files::edition_id)))
        .filter(editions::restitution_id.eq(of).and(editions::number.eq(number)).and(files::format.eq(format)))
        .select((files::bytes, files::sha256))
        .first(conn)
        .found()
}

/// How many points of each kind the restitutions of an event have.
pub fn counts(conn: &mut Conn, of: EventId) -> Result<Vec<(Option<SessionId>, PointKind, i64)>> {
    let all = restitutions::table.filter(restitutions::event_id.eq(of));
    let all: Vec<(RestitutionId, Option<SessionId>)> =
        all.select((restitutions::id, restitutions::session_id)).load(conn)?;
    let ids: Vec<RestitutionId> = all.iter().map(|(id, _)| *id).collect();
    let rows =
        points::table.filter(points::restitution_id.eq_any(ids)).group_by((points::restitution_id, points::kind));
    let rows: Vec<(RestitutionId, PointKind, i64)> =
        rows.select((points::restitution_id, points::kind, diesel::dsl::count_star())).load(conn)?;
    let session = |id| all.iter().find(|(known, _)| *known == id).and_then(|(_, session)| *session);
    Ok(rows.into_iter().map(|(id, kind, n)| (session(id), kind, n)).collect())
}

/// The restitutions of an event that were published: of which session, the number of the newest edition, when, and whether that was
/// taken back.
pub fn published(conn: &mut Conn, of: EventId) -> Result<Vec<Published>> {
    let rows = editions::table
        .inner_join(restitutions::table.on(restitutions::id.eq(editions::restitution_id)))
        .left_join(withdrawals::table.on(withdrawals::edition_id.eq(editions::id)))
        .filter(restitutions::event_id.eq(of))
        .order((restitutions::session_id, editions::number));
    let row = (
        restitutions::session_id,
        editions::number,
        editions::published_at,
        withdrawals::edition_id.nullable().is_not_null(),
    );
    Ok(rows.select(row).load(conn)?)
}

/// Which of several events have a restitution with an edition that was not taken back.
pub fn published_in(conn: &mut Conn, of: &[EventId]) -> Result<Vec<EventId>> {
    let rows = editions::table
        .inner_join(restitutions::table.on(restitutions::id.eq(editions::restitution_id)))
        .left_join(withdrawals::table.on(withdrawals::edition_id.eq(editions::id)))
        .filter(restitutions::event_id.eq_any(of).and(withdrawals::edition_id.is_null()));
    Ok(rows.select(restitutions::event_id).distinct().load(conn)?)
}

/// Of which session an edition is, its number, when it was published, whether it was taken back.
pub type Published = (Option<SessionId>, i32, crate::clock::Instant, bool);

/// Takes an edition back; false where that was done before.
pub fn withdraw(
    w: &mut Write<'_>,
    p: &Permit<PublishRestitution>,
    of: RestitutionId,
    number: i32,
    reason: &str,
) -> Result<bool> {
    let found = editions::table.filter(editions::restitution_id.eq(of).and(editions::number.eq(number)));
    let id: crate::id::RowId = found.select(editions::id).first(w.conn).found()?;
    if withdrawals::table.find(id).count().get_result::<i64>(w.conn)? > 0 {
        return Ok(false);
    }
    diesel::insert_into(withdrawals::table)
        .values((
            withdrawals::edition_id.eq(id),
            withdrawals::reason.eq(reason),
            withdrawals::withdrawn_by.eq(p.somebody()?),
            withdrawals::withdrawn_at.eq(w.now),
        ))
        .execute(w.conn)?;
    Ok(true)
}

/// Whether an edition was taken back.
pub fn is_withdrawn(conn: &mut Conn, of: RestitutionId, number: i32) -> Result<bool> {
    let found = withdrawals::table
        .inner_join(editions::table.on(editions::id.eq(withdrawals::edition_id)))
        .filter(editions::restitution_id.eq(of).and(editions::number.eq(number)));
    Ok(found.count().get_result::<i64>(conn)? > 0)
}
