//! The SQL of rereading.

use diesel::prelude::*;

use super::super::model::Place;
use super::model::{Asked, Correction, Decision, Rereading, State};
use crate::access::{KeepMinutes, Permit};
use crate::clock::Instant;
use crate::db::schema::{
    enrolments, event_tables, event_voices, line_corrections as corrections, rereading_links as links, rereadings,
    table_sessions,
};
use crate::db::{Conn, Write};
use crate::events::{Enrolment, EnrolmentState, ended};
use crate::id::{CorrectionId, EnrolmentId, EventId, SessionId, TableId, random_hex, sha256};
use crate::paging::Page;
use crate::{Error, Result, error::Found};

pub fn find(conn: &mut Conn, of: SessionId) -> Result<Option<Rereading>> {
    let found = rereadings::table.find(of).select((rereadings::opened_at, rereadings::until_at));
    Ok(found.first(conn).optional()?)
}

/// Of several sessions at once; those that were never set are not among them.
pub fn find_all(conn: &mut Conn, of: &[SessionId]) -> Result<Vec<(SessionId, Rereading)>> {
    let found = rereadings::table.filter(rereadings::session_id.eq_any(of));
    Ok(found.select((rereadings::session_id, (rereadings::opened_at, rereadings::until_at))).load(conn)?)
}

pub fn open(w: &mut Write<'_>, p: &Permit<KeepMinutes>, of: SessionId, until: Instant) -> Result<()> {
    let mine = diesel::update(rereadings::table.find(of)).set(rereadings::until_at.eq(until)).execute(w.conn)?;
    if mine == 0 {
        diesel::insert_into(rereadings::table)
            .values((
                rereadings::session_id.eq(of),
                rereadings::opened_at.eq(w.now),
                rereadings::opened_by.eq(p.somebody()?),
                rereadings::until_at.eq(until),
            ))
            .execute(w.conn)?;
    }
    Ok(())
}

/// Who was at a table, and who of the same event is said to have spoken there, whoever they are and wherever their seat was; in the
/// order of arrival.
pub fn there(conn: &mut Conn, place: &Place, spoke: &[EnrolmentId]) -> Result<Vec<Enrolment>> {
    let seated = enrolments::state.eq_any([EnrolmentState::Seated, EnrolmentState::WalkIn]);
    let at_table =
        enrolments::table_id.eq(place.table.id).assume_not_null().and(enrolments::present.eq(true)).and(seated);
    let rows = enrolments::table
        .filter(enrolments::event_id.eq(place.event.id).and(enrolments::forgotten_at.is_null()))
        .filter(at_table.or(enrolments::id.eq_any(spoke)))
        .order(enrolments::turn);
    Ok(rows.select(Enrolment::as_select()).load(conn)?)
}

/// Makes a link; its token, which is nowhere else.
pub fn new_link(w: &mut Write<'_>, session: SessionId, of: EnrolmentId) -> Result<String> {
    let token = random_hex::<24>();
    let row = row(w, (session, of), &token, false);
    diesel::insert_into(links::table).values(row).execute(w.conn)?;
    Ok(token)
}

type NewLink = (
    diesel::dsl::Eq<links::token_hash, String>,
    diesel::dsl::Eq<links::session_id, SessionId>,
    diesel::dsl::Eq<links::enrolment_id, EnrolmentId>,
    diesel::dsl::Eq<links::created_at, Instant>,
    diesel::dsl::Eq<links::slip, bool>,
);

fn row(w: &Write<'_>, (session, of): (SessionId, EnrolmentId), token: &str, slip: bool) -> NewLink {
    (
        links::token_hash.eq(sha256(token)),
        links::session_id.eq(session),
        links::enrolment_id.eq(of),
        links::created_at.eq(w.now),
        links::slip.eq(slip),
    )
}

/// Makes a link for a slip of each of these, in the order they are in; the tokens, which are nowhere else. Slips they had end.
pub fn new_slips(
    w: &mut Write<'_>,
    _permit: &Permit<KeepMinutes>,
    session: SessionId,
    of: &[EnrolmentId],
) -> Result<Vec<String>> {
    // Ten bytes: no one guesses them, and they can be copied by hand.
    let tokens: Vec<String> = of.iter().map(|_| random_hex::<10>()).collect();
    // Either database bounds how many values one statement may hold.
    for (of, tokens) in of.chunks(500).zip(tokens.chunks(500)) {
        let before = links::table.filter(links::session_id.eq(session).and(links::enrolment_id.eq_any(of)));
        diesel::update(before.filter(links::slip.eq(true).and(links::replaced_at.is_null())))
            .set(links::replaced_at.eq(w.now))
            .execute(w.conn)?;
        let rows: Vec<NewLink> = of.iter().zip(tokens).map(|(of, token)| row(w, (session, *of), token, true)).collect();
        for row in rows {
            diesel::insert_into(links::table).values(row).execute(w.conn)?;
        }
    }
    Ok(tokens)
}

/// When the slip was made that somebody of a session has.
pub fn slips(conn: &mut Conn, of: SessionId) -> Result<Vec<(EnrolmentId, Instant)>> {
    let stand =
        links::table.filter(links::session_id.eq(of).and(links::slip.eq(true)).and(links::replaced_at.is_null()));
    Ok(stand.select((links::enrolment_id, links::created_at)).load(conn)?)
}

/// The session, its table and the enrolment behind a link; that a slip was replaced by another is said.
pub fn by_token(conn: &mut Conn, token: &str) -> Result<(SessionId, TableId, Enrolment)> {
    type Found = (SessionId, TableId, Enrolment, Option<Instant>);
    let (session, table, enrolment, replaced): Found = links::table
        .inner_join(enrolments::table.on(enrolments::id.eq(links::enrolment_id)))
        .inner_join(table_sessions::table.on(table_sessions::id.eq(links::session_id)))
        .filter(links::token_hash.eq(sha256(token)))
        .filter(enrolments::forgotten_at.is_null())
        .select((links::session_id, table_sessions::table_id, Enrolment::as_select(), links::replaced_at))
        .first(conn)
        .found()?;
    if replaced.is_some() { Err(Error::Gone("gone-slip")) } else { Ok((session, table, enrolment)) }
}

/// What somebody asked about lines of a session, newest first.
pub fn of_enrolment(conn: &mut Conn, session: SessionId, of: EnrolmentId) -> Result<Vec<Correction>> {
    let mine = corrections::session_id.eq(session).and(corrections::enrolment_id.eq(of));
    Ok(all().filter(mine).order(corrections::id.desc()).limit(500).load(conn)?)
}

pub fn by_id(conn: &mut Conn, id: CorrectionId) -> Result<Correction> {
    all().filter(corrections::id.eq(id)).first(conn).found()
}

type Columns = (
    corrections::id,
    corrections::session_id,
    corrections::line_key,
    corrections::before,
    corrections::enrolment_id,
    corrections::wording,
    corrections::note,
    corrections::asked_at,
    corrections::state,
    corrections::reason,
    corrections::decided_at,
);

const COLUMNS: Columns = (
    corrections::id,
    corrections::session_id,
    corrections::line_key,
    corrections::before,
    corrections::enrolment_id,
    corrections::wording,
    corrections::note,
    corrections::asked_at,
    corrections::state,
    corrections::reason,
    corrections::decided_at,
);

fn all() -> diesel::dsl::Select<corrections::table, Columns> {
    corrections::table.select(COLUMNS)
}

pub fn ask(
    w: &mut Write<'_>,
    (session, of): (SessionId, EnrolmentId),
    (key, before): (&str, &str),
    (wording, note): (&str, &str),
) -> Result<CorrectionId> {
    let id = CorrectionId::fresh(w.now);
    diesel::insert_into(corrections::table)
        .values((
            corrections::id.eq(id),
            corrections::session_id.eq(session),
            corrections::line_key.eq(key),
            corrections::before.eq(before),
            corrections::enrolment_id.eq(of),
            corrections::wording.eq(wording),
            corrections::note.eq(note),
            corrections::asked_at.eq(w.now),
            corrections::state.eq(State::Asked),
            corrections::reason.eq(""),
        ))
        .execute(w.conn)?;
    Ok(id)
}

/// Keeps what was decided; whether it was still to be.
pub fn decide(w: &mut Write<'_>, p: &Permit<KeepMinutes>, id: CorrectionId, new: &Decision) -> Result<bool> {
    let open = corrections::table.filter(corrections::id.eq(id).and(corrections::state.eq(State::Asked)));
    let state = if new.accept { State::Accepted } else { State::Declined };
    let done = diesel::update(open)
        .set((
            corrections::state.eq(state),
            corrections::reason.eq(&new.reason),
            corrections::decided_by.eq(Some(p.somebody()?)),
            corrections::decided_at.eq(Some(w.now)),
        ))
        .execute(w.conn)?;
    Ok(done > 0)
}

/// What was asked at an event, what is still to be decided first, then the newest.
pub fn of_event(conn: &mut Conn, of: EventId, tables: &[TableId], page: Page) -> Result<Vec<Asked>> {
    let rows: Vec<(Correction, Option<String>, i32, String, i32)> = corrections::table
        .inner_join(table_sessions::table.on(table_sessions::id.eq(corrections::session_id)))
        .inner_join(event_tables::table.on(event_tables::id.eq(table_sessions::table_id)))
        .left_join(enrolments::table.on(corrections::enrolment_id.eq(enrolments::id.nullable())))
        .filter(event_tables::event_id.eq(of).and(event_tables::id.eq_any(tables)))
        .order((corrections::decided_at.is_not_null(), corrections::id.desc()))
        .select((
            COLUMNS,
            enrolments::name.nullable(),
            event_tables::number,
            event_tables::theme,
            table_sessions::position,
        ))
        .limit(page.limit())
        .offset(page.offset())
        .load(conn)?;
    let asked = |(correction, name, table, theme, position): (Correction, Option<String>, i32, String, i32)| Asked {
        correction,
        name: name.unwrap_or_default(),
        table,
        theme,
        position,
    };
    Ok(rows.into_iter().map(asked).collect())
}

/// How many requests of an event are still to be decided.
pub fn open_of(conn: &mut Conn, tables: &[TableId]) -> Result<i64> {
    let rows = corrections::table
        .inner_join(table_sessions::table.on(table_sessions::id.eq(corrections::session_id)))
        .filter(table_sessions::table_id.eq_any(tables).and(corrections::state.eq(State::Asked)));
    Ok(rows.count().get_result(conn)?)
}

/// The keys of lines somebody asked to be corrected, of which nothing was decided.
pub fn asked(conn: &mut Conn, of: &[SessionId]) -> Result<Vec<String>> {
    let rows = corrections::table.filter(corrections::session_id.eq_any(of).and(corrections::state.eq(State::Asked)));
    Ok(rows.select(corrections::line_key).load(conn)?)
}

pub fn enrolment(conn: &mut Conn, id: EnrolmentId) -> Result<Enrolment> {
    enrolments::table.find(id).select(Enrolment::as_select()).first(conn).found()
}

pub fn is_named(conn: &mut Conn, of: EventId, organisation: &str) -> Result<bool> {
    Ok(event_voices::table.find((of, organisation)).count().get_result::<i64>(conn)? > 0)
}

/// An organisation says itself whether it may be named.
pub fn set_named(w: &mut Write<'_>, of: EventId, organisation: &str, named: bool) -> Result<()> {
    if is_named(w.conn, of, organisation)? == named {
        return Ok(());
    }
    if !named {
        diesel::delete(event_voices::table.find((of, organisation))).execute(w.conn)?;
        return Ok(());
    }
    diesel::insert_into(event_voices::table)
        .values((
            event_voices::event_id.eq(of),
            event_voices::organisation.eq(organisation),
            event_voices::recorded_at.eq(w.now),
        ))
        .execute(w.conn)?;
    Ok(())
}

/// Forgets the links of those who are forgotten, and what they said beside a correction.
pub fn forget(w: &mut Write<'_>) -> Result<()> {
    let over = "SELECT l.token_hash FROM rereading_links l JOIN enrolments e ON e.id = l.enrolment_id WHERE e.forgotten_at IS NOT NULL";
    ended::keep(w, over)?;
    let gone = enrolments::table.filter(enrolments::forgotten_at.is_not_null()).select(enrolments::id);
    diesel::delete(links::table.filter(links::enrolment_id.eq_any(gone))).execute(w.conn)?;
    let theirs =
        corrections::table.filter(corrections::note.ne("")).filter(corrections::enrolment_id.eq_any(gone.nullable()));
    diesel::update(theirs).set(corrections::note.eq("")).execute(w.conn)?;
    Ok(())
}
