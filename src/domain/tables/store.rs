//! The SQL of minutes.

use std::collections::BTreeSet;

use diesel::prelude::*;

use super::model::{Kind, Line, NewLine, Person, Who, Wording};
use crate::access::{KeepMinutes, Permit};
use crate::clock::Instant;
use crate::db::schema::{
    accounts, contributions, enrolments, event_tables, events, minute_acts, minute_contributions, minute_lines,
    minute_wordings, minutes, passages, table_sessions,
};
use crate::db::{Conn, Write};
use crate::events::EnrolmentState;
use crate::id::{AccountId, ContributionId, EnrolmentId, EventId, PassageId, ProcessId, SessionId, TableId};
use crate::{Error, Result, error::Found};

/// A line that is to be kept.
pub struct Row<'a> {
    pub key: &'a str,
    pub session: SessionId,
    pub new: &'a NewLine,
    pub passage: Option<PassageId>,
    pub said_at: Instant,
    pub position: i64,
    pub changed: i64,
}

/// The number of the next change of a session's minutes: whoever changes them waits in line here, on both databases, so that
/// who has read up to a number has read everything before it.
pub fn next_change(w: &mut Write<'_>, _p: &Permit<KeepMinutes>, of: SessionId) -> Result<i64> {
    let mine = minutes::table.find(of);
    let next = diesel::update(mine)
        .set(minutes::changes.eq(minutes::changes + 1))
        .returning(minutes::changes)
        .get_result(w.conn)
        .optional()?;
    if let Some(next) = next {
        return Ok(next);
    }
    diesel::insert_into(minutes::table).values((minutes::session_id.eq(of), minutes::changes.eq(1))).execute(w.conn)?;
    Ok(1)
}

pub fn changes(conn: &mut Conn, of: SessionId) -> Result<i64> {
    Ok(minutes::table.find(of).select(minutes::changes).first(conn).optional()?.unwrap_or(0))
}

pub fn is_done(conn: &mut Conn, key: &str) -> Result<bool> {
    Ok(minute_acts::table.find(key).count().get_result::<i64>(conn)? > 0)
}

/// Keeps that an act was done: (its key, its name, the line it was done to, when).
pub fn done(
    w: &mut Write<'_>,
    p: &Permit<KeepMinutes>,
    of: SessionId,
    (key, act, line, at): (&str, &str, &str, Instant),
) -> Result<()> {
    diesel::insert_into(minute_acts::table)
        .values((
            minute_acts::key.eq(key),
            minute_acts::session_id.eq(of),
            minute_acts::act.eq(act),
            minute_acts::line_key.eq(line),
            minute_acts::done_at.eq(at),
            minute_acts::recorded_at.eq(w.now),
            minute_acts::done_by.eq(p.somebody()?),
        ))
        .execute(w.conn)?;
    Ok(())
}

pub fn count(conn: &mut Conn, of: SessionId) -> Result<i64> {
    Ok(minute_lines::table.filter(minute_lines::session_id.eq(of)).count().get_result(conn)?)
}

pub fn insert(w: &mut Write<'_>, p: &Permit<KeepMinutes>, row: &Row<'_>) -> Result<()> {
    let (enrolment, organisation) = parts(&row.new.who);
    diesel::insert_into(minute_lines::table)
        .values((
            minute_lines::key.eq(row.key),
            minute_lines::session_id.eq(row.session),
            minute_lines::kind.eq(row.new.kind),
            minute_lines::text.eq(&row.new.text),
            minute_lines::enrolment_id.eq(enrolment),
            minute_lines::organisation.eq(organisation),
            minute_lines::objective.eq(&row.new.objective),
            minute_lines::passage_id.eq(row.passage),
            minute_lines::position.eq(row.position),
            minute_lines::revision.eq(1),
            minute_lines::changed.eq(row.changed),
            minute_lines::said_at.eq(row.said_at),
            minute_lines::written_at.eq(w.now),
            minute_lines::written_by.eq(p.somebody()?),
        ))
        .execute(w.conn)?;
    Ok(())
}

fn parts(who: &Who) -> (Option<EnrolmentId>, &str) {
    match who {
        Who::Nobody => (None, ""),
        Who::Person(id) => (Some(*id), ""),
        Who::Organisation(name) => (None, name),
    }
}

/// Mends a line; the words it had stay beside it.
pub fn mend(
    w: &mut Write<'_>,
    p: &Permit<KeepMinutes>,
    key: &str,
    new: &NewLine,
    passage: Option<PassageId>,
    changed: i64,
) -> Result<()> {
    let before = minute_lines::table.find(key).select((
        minute_lines::revision,
        minute_lines::kind,
        minute_lines::text,
        minute_lines::written_by,
        minute_lines::written_at,
    ));
    let (revision, kind, text, by, at): (i32, Kind, String, AccountId, Instant) = before.first(w.conn).found()?;
    diesel::insert_into(minute_wordings::table)
        .values((
            minute_wordings::line_key.eq(key),
            minute_wordings::revision.eq(revision),
            minute_wordings::kind.eq(kind),
            minute_wordings::text.eq(text),
            minute_wordings::written_by.eq(by),
            minute_wordings::written_at.eq(at),
        ))
        .execute(w.conn)?;
    let (enrolment, organisation) = parts(&new.who);
    diesel::update(minute_lines::table.find(key))
        .set((
            minute_lines::kind.eq(new.kind),
            minute_lines::text.eq(&new.text),
            minute_lines::enrolment_id.eq(enrolment),
            minute_lines::organisation.eq(organisation),
            minute_lines::objective.eq(&new.objective),
            minute_lines::passage_id.eq(passage),
            minute_lines::revision.eq(minute_lines::revision + 1),
            minute_lines::changed.eq(changed),
            minute_lines::written_at.eq(w.now),
            minute_lines::written_by.eq(p.somebody()?),
        ))
        .execute(w.conn)?;
    Ok(())
}

pub fn set_position(w: &mut Write<'_>, _p: &Permit<KeepMinutes>, key: &str, position: i64, changed: i64) -> Result<()> {
    diesel::update(minute_lines::table.find(key))
        .set((minute_lines::position.eq(position), minute_lines::changed.eq(changed)))
        .execute(w.conn)?;
    Ok(())
}

pub fn set_heading(
    w: &mut Write<'_>,
    _p: &Permit<KeepMinutes>,
    lines: &[String],
    heading: Option<&str>,
    changed: i64,
) -> Result<()> {
    diesel::update(minute_lines::table.filter(minute_lines::key.eq_any(lines)))
        .set((minute_lines::heading.eq(heading), minute_lines::changed.eq(changed)))
        .execute(w.conn)?;
    Ok(())
}

pub fn set_removed(
    w: &mut Write<'_>,
    _p: &Permit<KeepMinutes>,
    key: &str,
    removed_at: Option<Instant>,
    changed: i64,
) -> Result<()> {
    diesel::update(minute_lines::table.find(key))
        .set((minute_lines::removed_at.eq(removed_at), minute_lines::changed.eq(changed)))
        .execute(w.conn)?;
    Ok(())
}

/// Keeps which contribution lines became, in the wording they have now.
pub fn contributed(
    w: &mut Write<'_>,
    _p: &Permit<KeepMinutes>,
    lines: &[&Line],
    contribution: ContributionId,
    changed: i64,
) -> Result<()> {
    let row = |l: &Line| {
        (
            minute_contributions::line_key.eq(l.key.clone()),
            minute_contributions::revision.eq(l.revision),
            minute_contributions::contribution_id.eq(contribution),
        )
    };
    for line in lines {
        diesel::insert_into(minute_contributions::table).values(row(line)).execute(w.conn)?;
    }
    let keys: Vec<&str> = lines.iter().map(|l| l.key.as_str()).collect();
    diesel::update(minute_lines::table.filter(minute_lines::key.eq_any(keys)))
        .set(minute_lines::changed.eq(changed))
        .execute(w.conn)?;
    Ok(())
}

/// The numbers of the contributions that lines of a table became, in the order of the register.
pub fn numbers_of(conn: &mut Conn, of: TableId) -> Result<Vec<i32>> {
    let rows = minute_contributions::table
        .inner_join(minute_lines::table.on(minute_lines::key.eq(minute_contributions::line_key)))
        .inner_join(table_sessions::table.on(table_sessions::id.eq(minute_lines::session_id)))
        .inner_join(contributions::table.on(contributions::id.eq(minute_contributions::contribution_id)))
        .filter(table_sessions::table_id.eq(of))
        .order(contributions::number);
    Ok(rows.select(contributions::number).distinct().load(conn)?)
}

/// The contributions that lines of several events became: event, and number in the register.
pub fn numbers_in(conn: &mut Conn, of: &[EventId]) -> Result<Vec<(EventId, i32)>> {
    let rows = minute_contributions::table
        .inner_join(minute_lines::table.on(minute_lines::key.eq(minute_contributions::line_key)))
        .inner_join(table_sessions::table.on(table_sessions::id.eq(minute_lines::session_id)))
        .inner_join(event_tables::table.on(event_tables::id.eq(table_sessions::table_id)))
        .inner_join(contributions::table.on(contributions::id.eq(minute_contributions::contribution_id)))
        .filter(event_tables::event_id.eq_any(of));
    Ok(rows.select((event_tables::event_id, contributions::number)).distinct().load(conn)?)
}

/// Where the lines were said that became some contributions: contribution, event, table and its theme, in order. Only of events that
/// everybody may know of.
pub fn public_places(conn: &mut Conn, of: &[ContributionId]) -> Result<Vec<(ContributionId, i32, i32, String)>> {
    let rows = minute_contributions::table
        .inner_join(minute_lines::table.on(minute_lines::key.eq(minute_contributions::line_key)))
        .inner_join(table_sessions::table.on(table_sessions::id.eq(minute_lines::session_id)))
        .inner_join(event_tables::table.on(event_tables::id.eq(table_sessions::table_id)))
        .inner_join(events::table.on(events::id.eq(event_tables::event_id)))
        .filter(minute_contributions::contribution_id.eq_any(of))
        .filter(events::published_at.is_not_null().and(events::kind.ne(crate::events::Kind::Steering)))
        .order((minute_contributions::contribution_id, event_tables::number));
    let place = (minute_contributions::contribution_id, events::number, event_tables::number, event_tables::theme);
    Ok(rows.select(place).distinct().load(conn)?)
}

/// The event a session is of.
pub fn event_of(conn: &mut Conn, of: SessionId) -> Result<Option<EventId>> {
    let rows = table_sessions::table
        .inner_join(event_tables::table.on(event_tables::id.eq(table_sessions::table_id)))
        .filter(table_sessions::id.eq(of));
    Ok(rows.select(event_tables::event_id).first(conn).optional()?)
}

/// The keys of the lines that became a contribution, and their sessions.
pub fn lines_of(conn: &mut Conn, contribution: ContributionId) -> Result<Vec<(String, SessionId)>> {
    let rows = minute_contributions::table
        .inner_join(minute_lines::table.on(minute_lines::key.eq(minute_contributions::line_key)))
        .filter(minute_contributions::contribution_id.eq(contribution));
    Ok(rows.select((minute_lines::key, minute_lines::session_id)).load(conn)?)
}

/// Key, kind and position of everything in a session's minutes, in order.
pub fn order(conn: &mut Conn, of: SessionId) -> Result<Vec<(String, Kind, i64)>> {
    let rows =
        minute_lines::table.filter(minute_lines::session_id.eq(of)).order((minute_lines::position, minute_lines::key));
    Ok(rows.select((minute_lines::key, minute_lines::kind, minute_lines::position)).load(conn)?)
}

/// The words a line had before, newest first: its words, who wrote them, when.
pub fn wordings(conn: &mut Conn, key: &str) -> Result<Vec<Wording>> {
    let rows = minute_wordings::table
        .inner_join(accounts::table.on(accounts::id.eq(minute_wordings::written_by)))
        .filter(minute_wordings::line_key.eq(key))
        .order(minute_wordings::revision.desc());
    Ok(rows.select((minute_wordings::text, accounts::name, minute_wordings::written_at)).limit(100).load(conn)?)
}

/// The lines that changed after a number, in order; all of them after 0. Removed ones are among them.
pub fn since(conn: &mut Conn, of: SessionId, number: i64) -> Result<Vec<Line>> {
    read(conn, &[of], number, None)
}

/// One line of a session.
pub fn line(conn: &mut Conn, of: SessionId, key: &str) -> Result<Line> {
    read(conn, &[of], 0, Some(&[key.to_owned()]))?.pop().ok_or(Error::NotFound)
}

/// Lines of several sessions by their keys, in the order of each session.
pub fn chosen(conn: &mut Conn, of: &[SessionId], keys: &[String]) -> Result<Vec<Line>> {
    read(conn, of, 0, Some(keys))
}

fn read(conn: &mut Conn, of: &[SessionId], number: i64, keys: Option<&[String]>) -> Result<Vec<Line>> {
    let mut rows = minute_lines::table
        .left_join(enrolments::table.on(minute_lines::enrolment_id.eq(enrolments::id.nullable())))
        .left_join(passages::table.on(minute_lines::passage_id.eq(passages::id.nullable())))
        .left_join(minute_contributions::table.on(minute_contributions::line_key.eq(minute_lines::key)))
        .left_join(
            contributions::table.on(minute_contributions::contribution_id.nullable().eq(contributions::id.nullable())),
        )
        .inner_join(accounts::table.on(accounts::id.eq(minute_lines::written_by)))
        .select((
            minute_lines::key,
            minute_lines::kind,
            minute_lines::text,
            minute_lines::enrolment_id,
            enrolments::name.nullable(),
            enrolments::organisation.nullable(),
            minute_lines::organisation,
            minute_lines::objective,
            passages::code.nullable(),
            minute_lines::heading,
            minute_lines::position,
            minute_lines::revision,
            minute_lines::changed,
            minute_lines::said_at,
            accounts::name,
            minute_lines::removed_at,
            contributions::number.nullable(),
            minute_lines::session_id,
        ))
        .filter(minute_lines::session_id.eq_any(of).and(minute_lines::changed.gt(number)))
        .order((minute_lines::position, minute_lines::key))
        .into_boxed();
    if let Some(keys) = keys {
        rows = rows.filter(minute_lines::key.eq_any(keys));
    }
    Ok(rows.load(conn)?)
}

/// How many lines stand in each session of an event, headings apart.
pub fn counts(conn: &mut Conn, of: EventId) -> Result<Vec<(SessionId, i64)>> {
    let rows = minute_lines::table
        .inner_join(table_sessions::table.on(table_sessions::id.eq(minute_lines::session_id)))
        .inner_join(event_tables::table.on(event_tables::id.eq(table_sessions::table_id)))
        .filter(event_tables::event_id.eq(of).and(minute_lines::removed_at.is_null()))
        .filter(minute_lines::kind.ne(Kind::Heading))
        .group_by(minute_lines::session_id);
    Ok(rows.select((minute_lines::session_id, diesel::dsl::count_star())).load(conn)?)
}

/// People of one table, and of others where they came for an organisation, that are read at most.
const MOST_PEOPLE: i64 = 3000;

/// Who sits at a table, those the door saw first, and the organisations of everybody who takes part in its event: one statement,
/// for it is asked every few seconds.
pub fn people(conn: &mut Conn, event: EventId, of: TableId) -> Result<(Vec<Person>, Vec<String>)> {
    let counted = enrolments::state.eq_any([EnrolmentState::Seated, EnrolmentState::WalkIn]);
    let rows: Vec<(Person, Option<TableId>)> = enrolments::table
        .filter(enrolments::event_id.eq(event).and(counted))
        .filter(enrolments::table_id.eq(of).or(enrolments::organisation.nullable().ne("")))
        .order((enrolments::present.desc(), enrolments::name_key, enrolments::id))
        .select((
            (enrolments::id, enrolments::name, enrolments::organisation, enrolments::present),
            enrolments::table_id,
        ))
        .limit(MOST_PEOPLE)
        .load(conn)?;
    let names = rows.iter().map(|(p, _)| p.organisation.clone()).filter(|o| !o.is_empty());
    let names: BTreeSet<String> = names.collect();
    let here = rows.into_iter().filter(|(_, table)| *table == Some(of)).map(|(p, _)| p);
    Ok((here.collect(), names.into_iter().collect()))
}

pub fn is_of_event(conn: &mut Conn, enrolment: EnrolmentId, of: EventId) -> Result<bool> {
    let found = enrolments::table.find(enrolment).filter(enrolments::event_id.eq(of));
    Ok(found.count().get_result::<i64>(conn)? > 0)
}

pub fn passage(conn: &mut Conn, process: ProcessId, code: i32) -> Result<Option<PassageId>> {
    let found = passages::table.filter(passages::process_id.eq(process).and(passages::code.eq(code)));
    Ok(found.select(passages::id).first(conn).optional()?)
}
