//! The verbs of thematic tables.

use super::model::{Event, Session, Table};
use super::{enrol, ops, rules, store};
use crate::access::Actor;
use crate::db::{Conn, Write};
use crate::id::{AccountId, EventId, TableId};
use crate::{Error, Problems, Result, audit};

/// What is typed about a table.
#[derive(Debug, Clone)]
pub struct NewTable {
    /// What it is about.
    pub theme: String,
    /// Where it stands.
    pub room: String,
    /// Its seats.
    pub seats: i32,
    /// Who facilitates: accounts with that role in the process.
    pub facilitators: Vec<AccountId>,
    /// Its sessions in order; one with the `id` of a session that is there is that session, any other is new.
    pub sessions: Vec<Session>,
}

/// Adds a table; its number is the next one.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Invalid`]; [`Error::Refused`] when the event is over.
pub fn add(w: &mut Write<'_>, actor: &Actor, id: EventId, new: &NewTable) -> Result<TableId> {
    let event = store::lock(w, id)?;
    let permit = ops::manage(actor, event.process_id)?;
    still(&event)?;
    let number = store::tables(w.conn, id)?.iter().map(|t| t.number).max().unwrap_or(0) + 1;
    let (table, sessions) = rules::table(&event, &table_of(&event, number, new), &new.sessions)?;
    let facilitators = facilitators(w.conn, &event, new)?;
    let table_id = store::insert_table(w, &permit, &table)?;
    store::set_sessions(w, &permit, table_id, &sessions)?;
    store::set_facilitators(w, &permit, table_id, &facilitators)?;
    audit::record(w, &permit, &format!("event {} table {number}", event.number), "")?;
    Ok(table_id)
}

/// Changes a table; where it has more seats now, those who wait for it move up.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Invalid`], also with fewer seats than are taken; [`Error::NotFound`].
pub fn change(w: &mut Write<'_>, actor: &Actor, id: EventId, number: i32, new: &NewTable) -> Result<()> {
    let event = store::lock(w, id)?;
    let permit = ops::manage(actor, event.process_id)?;
    let known = by_number(w.conn, id, number)?;
    let (table, sessions) = rules::table(&event, &table_of(&event, number, new), &new.sessions)?;
    if table.seats < known.taken {
        let mut p = Problems::default();
        p.add_with("seats", "problem-seats-taken", i64::from(known.taken));
        return Err(Error::Invalid(p));
    }
    let facilitators = facilitators(w.conn, &event, new)?;
    store::update_table(w, &permit, known.id, &table)?;
    store::set_sessions(w, &permit, known.id, &sessions)?;
    store::set_facilitators(w, &permit, known.id, &facilitators)?;
    audit::record(w, &permit, &format!("event {} table {number} changed", event.number), "")?;
    enrol::move_up(w, &event)
}

/// Takes a table away that nobody has chosen.
///
/// # Errors
/// [`Error::Denied`]; [`Error::NotFound`]; [`Error::Refused`] once somebody has chosen it, or when the event is over.
pub fn remove(w: &mut Write<'_>, actor: &Actor, id: EventId, number: i32) -> Result<()> {
    let event = store::lock(w, id)?;
    let permit = ops::manage(actor, event.process_id)?;
    still(&event)?;
    let table = by_number(w.conn, id, number)?;
    if super::enrol_store::chosen(w.conn, table.id)? {
        return Err(Error::Refused("refused-table-chosen"));
    }
    store::delete_table(w, &permit, table.id)?;
    audit::record(w, &permit, &format!("event {} table {number} removed", event.number), "")
}

/// Who facilitates at the tables of an event: table, account, name.
///
/// # Errors
/// The database's.
pub fn facilitators_of(conn: &mut Conn, id: EventId) -> Result<Vec<(TableId, AccountId, String)>> {
    store::facilitators(conn, id)
}

/// Who may be put at a table of this event.
///
/// # Errors
/// [`Error::Denied`].
pub fn may_facilitate(conn: &mut Conn, actor: &Actor, event: &Event) -> Result<Vec<(AccountId, String)>> {
    let _permit = ops::manage(actor, event.process_id)?;
    store::may_facilitate(conn, event.process_id)
}

fn still(event: &Event) -> Result<()> {
    if event.to_come() { Ok(()) } else { Err(Error::Refused("refused-event-over")) }
}

fn by_number(conn: &mut Conn, id: EventId, number: i32) -> Result<Table> {
    store::tables(conn, id)?.into_iter().find(|t| t.number == number).ok_or(Error::NotFound)
}

fn table_of(event: &Event, number: i32, new: &NewTable) -> Table {
    Table {
        id: TableId(0),
        event_id: event.id,
        number,
        theme: new.theme.clone(),
        room: new.room.clone(),
        seats: new.seats,
        taken: 0,
    }
}

fn facilitators(conn: &mut Conn, event: &Event, new: &NewTable) -> Result<Vec<AccountId>> {
    let may = store::may_facilitate(conn, event.process_id)?;
    let mut wanted = new.facilitators.clone();
    wanted.sort_unstable();
    wanted.dedup();
    if wanted.iter().all(|a| may.iter().any(|(m, _)| m == a)) {
        return Ok(wanted);
    }
    let mut p = Problems::default();
    p.add("facilitators", "problem-choose");
    Err(Error::Invalid(p))
}
