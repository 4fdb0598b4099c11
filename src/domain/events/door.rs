//! The door: who came. Each act has a key that was made where it was done, so that it counts once, however often it is sent
//! and from however many doors. Acts carry their own instant; for one person the latest counts, whenever it arrives
//! (`docs/decisions/0016-door.md`).

use std::collections::HashMap;

use diesel::dsl::sum;
use diesel::prelude::*;

use super::door_address::{self, Left, Note};
use super::enrol_store::{self, Row};
use super::model::{Admission, Enrolment, EnrolmentState, Event, Mode, NewEnrolment, Table, Wish};
use super::{door_known, door_news, rules, store};
use crate::access::{Actor, KeepDoor, Permit, Subject};
use crate::clock::Instant;
use crate::db::schema::{accounts, door_acts, enrolments};
use crate::db::{Conn, Write};
use crate::id::{EnrolmentId, EventId, TableId, sha256};
use crate::{Error, Problems, Result, text_enum};

/// Heads that one act may count, up or down.
const MOST_HEADS: i32 = 500;
/// People one door's page can find.
pub const MOST_PEOPLE: i64 = 2000;

text_enum! {
    /// What was done.
    Kind {
        /// Somebody who had enrolled came in.
        In = "in",
        /// That was taken back.
        Undo = "undo",
        /// Somebody came who had not enrolled.
        WalkIn = "walk_in",
        /// Heads were counted.
        Heads = "heads",
    }
}

/// Somebody at the door who had not enrolled.
#[derive(Debug, Clone, Default)]
pub struct WalkIn {
    /// Their name.
    pub name: String,
    /// Where the link to their own lines is to go, if they leave an address.
    pub email: String,
    /// For which organisation.
    pub organisation: String,
    /// Its category; where none was chosen, what is known of the organisation, or else `other`.
    pub category: String,
    /// Municipality or zone; where none was typed, the organisation's, if it is known.
    pub zone: String,
    /// At which table; at none for the plenaries only.
    pub table: Option<TableId>,
}

/// An act at the door.
#[derive(Debug, Clone)]
pub enum Act {
    /// Somebody came.
    In(EnrolmentId),
    /// Somebody came whose code was read without network, by a device whose list did not know it.
    Code(String),
    /// They did not.
    Undo(EnrolmentId),
    /// Somebody came who had not enrolled.
    WalkIn(WalkIn),
    /// So many came (or, below zero, so many were counted too often).
    Heads(i32),
}

/// An act as it is sent: its key, and when it was done where that was without network.
#[derive(Debug, Clone)]
pub struct Sent {
    /// Made where the act was done: 8 to 64 letters, digits and hyphens.
    pub key: String,
    /// When it was done; now where it was not kept waiting.
    pub at: Option<Instant>,
    /// What was done.
    pub act: Act,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It counts.
    Done,
    /// It had been sent before.
    Known,
    /// Somebody who was let in before, perhaps by another door, was let in once more: the act is kept and changes nothing.
    Already(Before),
    /// It counts, and something is to be said about the address that was left.
    Noted(Note),
}

/// How somebody came to be there.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Before {
    /// Their name.
    pub name: String,
    /// When they were let in.
    pub at: Instant,
    /// The name of who did it.
    pub by: String,
}

/// Does an act, once. What was done without network is a fact and is not refused for want of a seat.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Invalid`]; [`Error::Refused`] while the door is closed or where it does not fit; a unique
/// violation where the same act arrives twice in one instant (sent again, it is known).
pub fn act(w: &mut Write<'_>, actor: &Actor, id: EventId, sent: &Sent) -> Result<Outcome> {
    let event = store::by_id(w.conn, id)?;
    let permit: Permit<KeepDoor> = actor.permit(Subject::of(event.process_id))?;
    if !is_key(&sent.key) {
        return Err(Error::Refused("refused-door-key"));
    }
    if door_acts::table.find(&sent.key).count().get_result::<i64>(w.conn)? > 0 {
        return Ok(Outcome::Known);
    }
    if !rules::door_is_open(&event, w.now) {
        return Err(Error::Refused("refused-door-closed"));
    }
    let at = instant(&event, sent.at, w.now);
    let (mut before, mut note) = (None, None);
    let (kind, of, heads) = match &sent.act {
        Act::In(of) => {
            before = already(w.conn, *of)?;
            (Kind::In, Some(came(w, &event, *of, true, at)?), 0)
        }
        Act::Code(code) => {
            let of = enrol_store::by_code(w.conn, id, code)?.id;
            before = already(w.conn, of)?;
            (Kind::In, Some(came(w, &event, of, true, at)?), 0)
        }
        Act::Undo(of) => (Kind::Undo, Some(came(w, &event, *of, false, at)?), 0),
        Act::WalkIn(new) => {
            let left = door_address::left(w, &event, new)?;
            note = left.note();
            match left {
                // Nobody is there twice: it is the enrolment that comes in.
                Left::Theirs(known) => {
                    before = already(w.conn, known.id)?;
                    (Kind::In, Some(came(w, &event, known.id, true, at)?), 0)
                }
                left => (Kind::WalkIn, Some(walk_in(w, &event, new, left.address(), sent.at.is_some(), at)?), 0),
            }
        }
        Act::Heads(n) => (Kind::Heads, None, counted(w, &event, *n)?),
    };
    diesel::insert_into(door_acts::table)
        .values((
            door_acts::key.eq(&sent.key),
            door_acts::event_id.eq(id),
            door_acts::enrolment_id.eq(of),
            door_acts::kind.eq(kind),
            door_acts::heads.eq(heads),
            door_acts::done_at.eq(at),
            door_acts::recorded_at.eq(w.now),
            door_acts::done_by.eq(permit.somebody()?),
        ))
        .execute(w.conn)?;
    Ok(before.map(Outcome::Already).or(note.map(Outcome::Noted)).unwrap_or(Outcome::Done))
}

/// Who let somebody in that is there.
fn already(conn: &mut Conn, of: EnrolmentId) -> Result<Option<Before>> {
    let came = door_acts::table
        .inner_join(enrolments::table.on(door_acts::enrolment_id.eq(enrolments::id.nullable())))
        .inner_join(accounts::table.on(accounts::id.eq(door_acts::done_by)))
        .filter(door_acts::enrolment_id.eq(of).and(enrolments::present.eq(true)))
        .filter(door_acts::kind.eq_any([Kind::In, Kind::WalkIn]))
        .order((door_acts::done_at.desc(), door_acts::recorded_at.desc()))
        .select((enrolments::name, door_acts::done_at, accounts::name));
    Ok(came.first(conn).optional()?)
}

fn is_key(key: &str) -> bool {
    (8..=64).contains(&key.len()) && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
}

/// When an act was done: the clock of a device may be wrong, but nothing is done after it arrives, nor before the door opens.
fn instant(event: &Event, at: Option<Instant>, now: Instant) -> Instant {
    let opens = event.starts_at.plus_seconds(-rules::DOOR_OPENS_HOURS * 3600);
    at.map_or(now, |at| at.clamp(opens.min(now), now))
}

fn came(w: &mut Write<'_>, event: &Event, of: EnrolmentId, present: bool, at: Instant) -> Result<EnrolmentId> {
    let known = enrol_store::by_id(w.conn, of)?;
    if known.event_id != event.id {
        return Err(Error::NotFound);
    }
    if known.state == EnrolmentState::Cancelled {
        return Err(Error::Refused("refused-door-cancelled"));
    }
    enrol_store::set_present(w, of, present, at)?;
    Ok(of)
}

/// At the door counts who is there, not who enrolled: a table whose people did not come has room.
fn walk_in(
    w: &mut Write<'_>,
    event: &Event,
    new: &WalkIn,
    email: String,
    happened: bool,
    at: Instant,
) -> Result<EnrolmentId> {
    if event.admission != Admission::Names {
        return Err(Error::Refused("refused-door-heads"));
    }
    let event = store::lock(w, event.id)?;
    let tables = store::tables(w.conn, event.id)?;
    let mut p = Problems::default();
    let table = new.table.filter(|t| tables.iter().any(|x| x.id == *t));
    if new.table.is_some() && table.is_none() {
        p.add("table", "problem-choose");
    }
    let known = door_known::named(w.conn, event.process_id, &new.organisation)?;
    let person = NewEnrolment {
        name: new.name.clone(),
        email,
        lang: "it".to_owned(),
        organisation: new.organisation.clone(),
        organisation_listed: false,
        category: chosen(&new.category, known.as_ref().map(|k| &k.category), "other"),
        zone: chosen(&new.zone, known.as_ref().map(|k| &k.zone), ""),
        needs: String::new(),
        wish: Wish { mode: Mode::Room, first: None, second: None },
        consent: true,
    };
    let person = rules::person(&mut p, &person);
    if !happened {
        room(w.conn, &mut p, &event, &tables, table)?;
    }
    p.check()?;
    let turn = store::next_turn(w, event.id)?;
    let state = EnrolmentState::WalkIn;
    let row = Row { event: event.id, turn, account: None, state, seat: table, new: &person };
    let id = enrol_store::insert(w, &row)?.id;
    enrol_store::set_present(w, id, true, at)?;
    Ok(id)
}

/// What was typed, or else what is known, or else this.
fn chosen(typed: &str, known: Option<&String>, otherwise: &str) -> String {
    let typed = Some(typed.trim()).filter(|t| !t.is_empty());
    typed.or(known.map(String::as_str)).unwrap_or(otherwise).to_owned()
}

fn room(conn: &mut Conn, p: &mut Problems, event: &Event, tables: &[Table], at: Option<TableId>) -> Result<()> {
    let there = enrol_store::present_at(conn, event.id)?;
    let table = tables.iter().find(|t| Some(t.id) == at);
    let at_table: i64 = there.iter().filter(|(t, ..)| *t == at).map(|(.., n)| n).sum();
    let in_room: i64 = there.iter().filter(|(_, mode, _)| *mode == Mode::Room).map(|(.., n)| n).sum();
    if table.is_some_and(|t| at_table >= i64::from(t.seats)) {
        p.add("table", "problem-table-full");
    } else if in_room >= i64::from(event.room_seats) {
        p.add("name", "problem-room-full");
    }
    Ok(())
}

fn counted(w: &mut Write<'_>, event: &Event, n: i32) -> Result<i32> {
    if event.admission != Admission::Headcount {
        return Err(Error::Refused("refused-door-names"));
    }
    let event = store::lock(w, event.id)?;
    let mut p = Problems::default();
    if n == 0 || n.abs() > MOST_HEADS || heads(w.conn, event.id)? + i64::from(n) < 0 {
        p.add_with("heads", "problem-heads", i64::from(MOST_HEADS));
    }
    p.check()?;
    Ok(n)
}

/// How many heads were counted.
///
/// # Errors
/// The database's.
pub fn heads(conn: &mut Conn, id: EventId) -> Result<i64> {
    let all = door_acts::table.filter(door_acts::event_id.eq(id)).select(sum(door_acts::heads));
    Ok(all.first::<Option<i64>>(conn)?.unwrap_or(0))
}

/// How many heads were counted at each event of several.
///
/// # Errors
/// The database's.
pub fn heads_in(conn: &mut Conn, of: &[EventId]) -> Result<HashMap<EventId, i64>> {
    let rows: Vec<(EventId, Option<i64>)> = door_acts::table
        .filter(door_acts::event_id.eq_any(of).and(door_acts::kind.eq(Kind::Heads)))
        .group_by(door_acts::event_id)
        .select((door_acts::event_id, sum(door_acts::heads)))
        .load(conn)?;
    Ok(rows.into_iter().map(|(e, n)| (e, n.unwrap_or(0))).collect())
}

/// What the door's page knows.
#[derive(Debug, Clone)]
pub struct List {
    /// Everybody it can find, by name.
    pub people: Vec<Enrolment>,
    /// The last acts, newest first.
    pub acts: Vec<Done>,
    /// Heads, where no names are taken.
    pub heads: i64,
    /// How far the page has heard of what was done: see [`super::door_news`].
    pub mark: String,
}

/// An act that was done.
#[derive(Debug, Clone, Queryable)]
pub struct Done {
    /// What.
    pub kind: Kind,
    /// To whom.
    pub enrolment: Option<EnrolmentId>,
    /// Their name.
    pub name: Option<String>,
    /// Heads.
    pub heads: i32,
    /// When.
    pub done_at: Instant,
    /// Whether they are there now.
    pub here: Option<bool>,
}

/// Everything the door's page shows: five statements.
///
/// # Errors
/// [`Error::Denied`].
pub fn list(conn: &mut Conn, actor: &Actor, event: &Event) -> Result<List> {
    let _permit: Permit<KeepDoor> = actor.permit(Subject::of(event.process_id))?;
    // How far it goes first: what is done in between is told again, never missed.
    let mark = door_news::mark(conn, event)?;
    let names = event.admission == Admission::Names;
    let people = if names { enrol_store::door_list(conn, event.id, MOST_PEOPLE)? } else { Vec::new() };
    Ok(List { people, acts: last(conn, event.id)?, heads: heads(conn, event.id)?, mark })
}

/// The last acts, newest first.
pub(super) fn last(conn: &mut Conn, id: EventId) -> Result<Vec<Done>> {
    let acts = door_acts::table
        .left_join(enrolments::table.on(door_acts::enrolment_id.eq(enrolments::id.nullable())))
        .filter(door_acts::event_id.eq(id))
        .order((door_acts::recorded_at.desc(), door_acts::done_at.desc()));
    let done = acts.select((
        door_acts::kind,
        door_acts::enrolment_id,
        enrolments::name.nullable(),
        door_acts::heads,
        door_acts::done_at,
        enrolments::present.nullable(),
    ));
    Ok(done.limit(10).load(conn)?)
}

/// Whose code a camera read.
///
/// # Errors
/// [`Error::Denied`]; [`Error::NotFound`] for a code of another event.
pub fn by_code(conn: &mut Conn, actor: &Actor, event: &Event, code: &str) -> Result<Enrolment> {
    let _permit: Permit<KeepDoor> = actor.permit(Subject::of(event.process_id))?;
    enrol_store::by_code(conn, event.id, code)
}

/// What the door's page holds of a code, so that a device finds it in its list without network: enough of its SHA-256 to tell the
/// people of an event apart.
pub fn code_mark(code: &str) -> String {
    sha256(code).chars().take(16).collect()
}

/// Whether what was typed begins a word of the name; what was typed is taken as names are kept.
pub fn matches(name: &str, typed: &str) -> bool {
    let (name, typed) = (rules::name_key(name), rules::name_key(typed));
    name.starts_with(&typed) || name.contains(&format!(" {typed}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_letters_find_a_name() {
        for (name, typed, found) in [
            ("Nicolò D’Àngelo", "nic", true),
            ("Nicolò D’Àngelo", "dan", true),
            ("Nicolò D’Àngelo", "ang", false),
            ("Anna Maria Prova", "MAR", true),
            ("Anna Maria Prova", "", true),
        ] {
            assert_eq!(matches(name, typed), found, "{name} {typed}");
        }
    }

    #[test]
    fn keys_are_plain() {
        assert!(is_key("0d9f2a11-5c3e-4b7a") && is_key(&"a".repeat(64)));
        for bad in ["", "short", "ha spazi ma è lunga", &"a".repeat(65)] {
            assert!(!is_key(bad), "{bad}");
        }
    }
}
