//! The SQL of events, tables and sessions. Which seats are taken is counted by the database itself.

use diesel::prelude::*;
use diesel::result::{DatabaseErrorKind, Error::DatabaseError};

use super::model::{Document, Event, Facts, Guest, Kind, Session, State, Table};
use crate::access::{ManageEvents, Permit};
use crate::clock::Instant;
use crate::db::schema::{
    accounts, enrolments, event_documents, event_files, event_guests, event_tables, events, grants, processes,
    table_facilitators, table_sessions,
};
use crate::db::{Conn, Write};
use crate::id::{AccountId, EventId, ProcessId, RowId, SessionId, TableId};
use crate::{Error, Result, error::Found};

/// Events that one feed tells at most.
const MOST_TOLD: i64 = 2000;

pub fn insert(
    w: &mut Write<'_>,
    p: &Permit<ManageEvents>,
    process: ProcessId,
    number: i32,
    facts: &Facts,
) -> Result<EventId> {
    let id = EventId::fresh(w.now);
    diesel::insert_into(events::table)
        .values((
            events::id.eq(id),
            events::process_id.eq(process),
            events::number.eq(number),
            events::kind.eq(facts.kind),
            events::title.eq(&facts.title),
            events::programme.eq(&facts.programme),
            events::place.eq(&facts.place),
            events::address.eq(&facts.address),
            events::accessibility.eq(&facts.accessibility),
            events::online_link.eq(&facts.online_link),
            (
                events::starts_at.eq(facts.starts_at),
                events::ends_at.eq(facts.ends_at),
                events::admission.eq(facts.admission),
                events::closes_at.eq(facts.closes_at.unwrap_or(facts.starts_at)),
                events::room_seats.eq(facts.room_seats),
                events::remote_seats.eq(facts.remote_seats),
                events::state.eq(State::Planned),
                events::state_reason.eq(""),
                events::revision.eq(0),
                events::guide_text.eq(""),
                events::created_by.eq(p.somebody()?),
                events::created_at.eq(w.now),
            ),
        ))
        .execute(w.conn)?;
    Ok(id)
}

pub fn update(w: &mut Write<'_>, _p: &Permit<ManageEvents>, id: EventId, facts: &Facts) -> Result<()> {
    diesel::update(events::table.find(id))
        .set((
            events::kind.eq(facts.kind),
            events::title.eq(&facts.title),
            events::programme.eq(&facts.programme),
            events::place.eq(&facts.place),
            events::address.eq(&facts.address),
            events::accessibility.eq(&facts.accessibility),
            events::online_link.eq(&facts.online_link),
            events::starts_at.eq(facts.starts_at),
            events::ends_at.eq(facts.ends_at),
            events::admission.eq(facts.admission),
            events::closes_at.eq(facts.closes_at.unwrap_or(facts.starts_at)),
            events::room_seats.eq(facts.room_seats),
            events::remote_seats.eq(facts.remote_seats),
            events::revision.eq(events::revision + 1),
        ))
        .execute(w.conn)?;
    Ok(())
}

/// Takes a draft out with what belongs to it alone. What others said or did of it points to it, and holds it.
pub fn delete(w: &mut Write<'_>, _p: &Permit<ManageEvents>, id: EventId) -> Result<()> {
    let held = |e: diesel::result::Error| match e {
        DatabaseError(DatabaseErrorKind::ForeignKeyViolation, _) => Error::Refused("refused-event-used"),
        other => other.into(),
    };
    let tables: Vec<TableId> =
        event_tables::table.filter(event_tables::event_id.eq(id)).select(event_tables::id).load(w.conn)?;
    diesel::delete(table_sessions::table.filter(table_sessions::table_id.eq_any(&tables)))
        .execute(w.conn)
        .map_err(held)?;
    diesel::delete(event_tables::table.filter(event_tables::event_id.eq(id))).execute(w.conn).map_err(held)?;
    diesel::delete(event_documents::table.filter(event_documents::event_id.eq(id))).execute(w.conn)?;
    diesel::delete(event_guests::table.filter(event_guests::event_id.eq(id))).execute(w.conn)?;
    diesel::delete(event_files::table.filter(event_files::event_id.eq(id))).execute(w.conn)?;
    diesel::delete(events::table.find(id)).execute(w.conn).map_err(held)?;
    Ok(())
}

/// Whoever reminds of an event whose beginning was moved reminds again.
pub fn remind_anew(w: &mut Write<'_>, _p: &Permit<ManageEvents>, id: EventId) -> Result<()> {
    diesel::update(events::table.find(id)).set(events::reminded_at.eq(None::<Instant>)).execute(w.conn)?;
    let told = enrolments::table.filter(enrolments::event_id.eq(id).and(enrolments::reminded_at.is_not_null()));
    diesel::update(told).set(enrolments::reminded_at.eq(None::<Instant>)).execute(w.conn)?;
    Ok(())
}

pub fn publish(w: &mut Write<'_>, _p: &Permit<ManageEvents>, id: EventId) -> Result<()> {
    diesel::update(events::table.find(id).filter(events::published_at.is_null()))
        .set(events::published_at.eq(w.now))
        .execute(w.conn)?;
    Ok(())
}

pub fn set_state(
    w: &mut Write<'_>,
    _p: &Permit<ManageEvents>,
    of: &Event,
    next: State,
    reason: &str,
    online_link: &str,
) -> Result<()> {
    let link = if next == State::MovedOnline { online_link } else { &of.online_link };
    let reason = if reason.is_empty() { &of.state_reason } else { reason };
    let moved = if next == State::MovedOnline { Some(w.now) } else { of.moved_online_at };
    diesel::update(events::table.find(of.id))
        .set((
            events::state.eq(next),
            events::state_reason.eq(reason),
            events::online_link.eq(link),
            events::moved_online_at.eq(moved),
            events::ended_at.eq((next != State::MovedOnline).then_some(w.now)),
            events::revision.eq(events::revision + 1),
        ))
        .execute(w.conn)?;
    Ok(())
}

/// Takes an event's row for this transaction: whoever gives or frees a seat waits in line, on both databases.
pub fn lock(w: &mut Write<'_>, id: EventId) -> Result<Event> {
    diesel::update(events::table.find(id)).set(events::last_turn.eq(events::last_turn)).execute(w.conn)?;
    by_id(w.conn, id)
}

/// The next turn of an event whose row is locked by this.
pub fn next_turn(w: &mut Write<'_>, id: EventId) -> Result<i32> {
    diesel::update(events::table.find(id))
        .set(events::last_turn.eq(events::last_turn + 1))
        .returning(events::last_turn)
        .get_result(w.conn)
        .found()
}

pub fn by_number(conn: &mut Conn, process: ProcessId, number: i32) -> Result<Event> {
    let found = events::table.filter(events::process_id.eq(process).and(events::number.eq(number)));
    found.select(Event::as_select()).first(conn).found()
}

pub fn by_id(conn: &mut Conn, id: EventId) -> Result<Event> {
    events::table.find(id).select(Event::as_select()).first(conn).found()
}

/// The events of a process by their beginning, and whether this account is a guest of each.
pub fn of_process(conn: &mut Conn, process: ProcessId) -> Result<Vec<Event>> {
    let found = events::table.filter(events::process_id.eq(process)).order((events::starts_at, events::id));
    Ok(found.select(Event::as_select()).limit(500).load(conn)?)
}

pub fn guest_of(conn: &mut Conn, account: AccountId, process: ProcessId) -> Result<Vec<EventId>> {
    let found = event_guests::table
        .inner_join(events::table.on(events::id.eq(event_guests::event_id)))
        .filter(event_guests::account_id.eq(account).and(events::process_id.eq(process)));
    Ok(found.select(event_guests::event_id).load(conn)?)
}

/// The restricted events of all processes somebody is invited to.
pub fn guest_of_any(conn: &mut Conn, account: AccountId) -> Result<Vec<EventId>> {
    let found = event_guests::table.filter(event_guests::account_id.eq(account));
    Ok(found.select(event_guests::event_id).load(conn)?)
}

/// Published events that end after an instant, with whether their process is public, its address part and its title;
/// what begins last comes first.
pub fn published_since(conn: &mut Conn, since: Instant) -> Result<Vec<(Event, bool, String, String)>> {
    let found = events::table
        .inner_join(processes::table.on(processes::id.eq(events::process_id)))
        .filter(events::published_at.is_not_null().and(events::ends_at.gt(since)))
        .order((events::starts_at.desc(), events::id))
        .select((Event::as_select(), processes::published_at.is_not_null(), processes::slug, processes::title));
    Ok(found.limit(MOST_TOLD).load(conn)?)
}

pub fn guests(conn: &mut Conn, of: EventId) -> Result<Vec<Guest>> {
    let found = event_guests::table
        .inner_join(accounts::table.on(accounts::id.eq(event_guests::account_id)))
        .filter(event_guests::event_id.eq(of))
        .order((accounts::name, accounts::id));
    Ok(found.select((accounts::id, accounts::name, accounts::email)).limit(500).load(conn)?)
}

/// False for who was a guest already.
pub fn add_guest(w: &mut Write<'_>, _p: &Permit<ManageEvents>, of: EventId, account: AccountId) -> Result<bool> {
    if event_guests::table.find((of, account)).count().get_result::<i64>(w.conn)? > 0 {
        return Ok(false);
    }
    let row = (event_guests::event_id.eq(of), event_guests::account_id.eq(account));
    diesel::insert_into(event_guests::table).values(row).execute(w.conn)?;
    Ok(true)
}

pub fn remove_guest(w: &mut Write<'_>, _p: &Permit<ManageEvents>, of: EventId, account: AccountId) -> Result<usize> {
    Ok(diesel::delete(event_guests::table.find((of, account))).execute(w.conn)?)
}

pub fn documents(conn: &mut Conn, of: EventId) -> Result<Vec<Document>> {
    let rows = event_documents::table.filter(event_documents::event_id.eq(of)).order(event_documents::position);
    Ok(rows.select(Document::as_select()).load(conn)?)
}

pub fn set_documents(w: &mut Write<'_>, _p: &Permit<ManageEvents>, of: EventId, list: &[Document]) -> Result<()> {
    diesel::delete(event_documents::table.filter(event_documents::event_id.eq(of))).execute(w.conn)?;
    for (position, x) in (1..).zip(list) {
        diesel::insert_into(event_documents::table)
            .values((
                event_documents::id.eq(RowId::fresh(w.now)),
                event_documents::event_id.eq(of),
                event_documents::position.eq(position),
                event_documents::title.eq(&x.title),
                event_documents::note.eq(&x.note),
                event_documents::link.eq(&x.link),
            ))
            .execute(w.conn)?;
    }
    Ok(())
}

pub fn tables(conn: &mut Conn, of: EventId) -> Result<Vec<Table>> {
    let rows = event_tables::table.filter(event_tables::event_id.eq(of)).order(event_tables::number);
    Ok(rows.select(Table::as_select()).limit(200).load(conn)?)
}

pub fn insert_table(w: &mut Write<'_>, _p: &Permit<ManageEvents>, table: &Table) -> Result<TableId> {
    let id = TableId::fresh(w.now);
    diesel::insert_into(event_tables::table)
        .values((
            event_tables::id.eq(id),
            event_tables::event_id.eq(table.event_id),
            event_tables::number.eq(table.number),
            event_tables::theme.eq(&table.theme),
            event_tables::room.eq(&table.room),
            event_tables::seats.eq(table.seats),
        ))
        .execute(w.conn)?;
    Ok(id)
}

pub fn update_table(w: &mut Write<'_>, _p: &Permit<ManageEvents>, id: TableId, table: &Table) -> Result<()> {
    diesel::update(event_tables::table.find(id))
        .set((
            event_tables::theme.eq(&table.theme),
            event_tables::room.eq(&table.room),
            event_tables::seats.eq(table.seats),
        ))
        .execute(w.conn)?;
    Ok(())
}

pub fn delete_table(w: &mut Write<'_>, _p: &Permit<ManageEvents>, id: TableId) -> Result<()> {
    diesel::delete(table_sessions::table.filter(table_sessions::table_id.eq(id))).execute(w.conn).map_err(spoken)?;
    diesel::delete(event_tables::table.find(id)).execute(w.conn)?;
    Ok(())
}

/// The sessions of all tables of an event, in order.
pub fn sessions(conn: &mut Conn, of: EventId) -> Result<Vec<Session>> {
    let rows = table_sessions::table
        .inner_join(event_tables::table.on(event_tables::id.eq(table_sessions::table_id)))
        .filter(event_tables::event_id.eq(of))
        .order((event_tables::number, table_sessions::position));
    Ok(rows.select(Session::as_select()).limit(2000).load(conn)?)
}

/// A session whose minutes were begun stays: they point to it.
fn spoken(e: diesel::result::Error) -> Error {
    match e {
        DatabaseError(DatabaseErrorKind::ForeignKeyViolation, _) => Error::Refused("refused-session-spoken"),
        other => other.into(),
    }
}

/// Sessions that are still there keep their identity, because what was said speaks of them.
pub fn set_sessions(w: &mut Write<'_>, _p: &Permit<ManageEvents>, of: TableId, list: &[Session]) -> Result<()> {
    let mine = table_sessions::table.filter(table_sessions::table_id.eq(of));
    let known: Vec<SessionId> = mine.select(table_sessions::id).load(w.conn)?;
    let gone: Vec<SessionId> = known.iter().copied().filter(|k| list.iter().all(|x| x.id != *k)).collect();
    diesel::delete(table_sessions::table.filter(table_sessions::id.eq_any(&gone))).execute(w.conn).map_err(spoken)?;
    for x in list {
        let facts = (
            table_sessions::position.eq(x.position),
            table_sessions::question.eq(&x.question),
            table_sessions::starts_at.eq(x.starts_at),
            table_sessions::ends_at.eq(x.ends_at),
        );
        if known.contains(&x.id) {
            diesel::update(table_sessions::table.find(x.id)).set(facts).execute(w.conn)?;
        } else {
            let id = (table_sessions::id.eq(SessionId::fresh(w.now)), table_sessions::table_id.eq(of));
            diesel::insert_into(table_sessions::table).values((id, facts)).execute(w.conn)?;
        }
    }
    Ok(())
}

/// Who facilitates at the tables of an event.
pub fn facilitators(conn: &mut Conn, of: EventId) -> Result<Vec<(TableId, AccountId, String)>> {
    let rows = table_facilitators::table
        .inner_join(event_tables::table.on(event_tables::id.eq(table_facilitators::table_id)))
        .inner_join(accounts::table.on(accounts::id.eq(table_facilitators::account_id)))
        .filter(event_tables::event_id.eq(of))
        .order((event_tables::number, accounts::name));
    Ok(rows.select((table_facilitators::table_id, accounts::id, accounts::name)).limit(2000).load(conn)?)
}

/// Who may be put at a table: accounts with the facilitator's role in the process.
pub fn may_facilitate(conn: &mut Conn, process: ProcessId) -> Result<Vec<(AccountId, String)>> {
    let rows = grants::table
        .inner_join(accounts::table.on(accounts::id.eq(grants::account_id)))
        .filter(grants::process_id.eq(process).and(grants::role.eq("facilitator")).and(grants::revoked_at.is_null()))
        .order((accounts::name, accounts::id));
    Ok(rows.select((accounts::id, accounts::name)).limit(500).load(conn)?)
}

pub fn set_facilitators(w: &mut Write<'_>, _p: &Permit<ManageEvents>, of: TableId, list: &[AccountId]) -> Result<()> {
    diesel::delete(table_facilitators::table.filter(table_facilitators::table_id.eq(of))).execute(w.conn)?;
    for account in list {
        let row = (table_facilitators::table_id.eq(of), table_facilitators::account_id.eq(*account));
        diesel::insert_into(table_facilitators::table).values(row).execute(w.conn)?;
    }
    Ok(())
}

pub fn set_guide_text(w: &mut Write<'_>, _p: &Permit<ManageEvents>, id: EventId, text: &str) -> Result<()> {
    diesel::update(events::table.find(id)).set(events::guide_text.eq(text)).execute(w.conn)?;
    Ok(())
}

/// Events that begin before `horizon` and of which nobody was reminded.
pub fn unreminded(conn: &mut Conn, now: Instant, horizon: Instant) -> Result<Vec<Event>> {
    let due = events::published_at
        .is_not_null()
        .and(events::reminded_at.is_null())
        .and(events::starts_at.gt(now))
        .and(events::starts_at.le(horizon))
        .and(events::state.eq_any([State::Planned, State::MovedOnline]))
        .and(events::kind.ne(Kind::Steering));
    Ok(events::table.filter(due).select(Event::as_select()).limit(50).load(conn)?)
}

/// Marks an event as reminded of; false when another node was quicker.
pub fn reminded(w: &mut Write<'_>, id: EventId) -> Result<bool> {
    let mine = events::table.find(id).filter(events::reminded_at.is_null());
    Ok(diesel::update(mine).set(events::reminded_at.eq(w.now)).execute(w.conn)? > 0)
}
