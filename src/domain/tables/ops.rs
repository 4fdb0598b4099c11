//! The verbs of the tables: finding a session, reading its minutes, and doing something to them.

use super::model::{Act, Answered, Chosen, Kind, Line, NewLine, Outcome, Person, Place, Sent, To, Who, Wording};
use super::rules;
use super::store::{self, Row};
use crate::access::{Actor, Denied, KeepMinutes, Permit, Role, Subject};
use crate::clock::Instant;
use crate::db::{Conn, Write};
use crate::events::{self, Event};
use crate::id::{PassageId, ProcessId, SessionId};
use crate::{Error, Problems, Result};

/// Who facilitates only, does so at their own tables; the rest of the staff may look after every one.
pub(super) fn keep(conn: &mut Conn, actor: &Actor, place: &Place) -> Result<Permit<KeepMinutes>> {
    let permit: Permit<KeepMinutes> = actor.permit(Subject::of(place.event.process_id))?;
    if permit.role() != Role::Facilitator {
        return Ok(permit);
    }
    let who = events::tables::facilitators_of(conn, place.event.id)?;
    let mine = who.iter().any(|(table, account, _)| *table == place.table.id && Some(*account) == permit.account());
    if mine { Ok(permit) } else { Err(Error::Denied(Denied::Role)) }
}

/// A session by the numbers of its event, its table and its own place, for whoever may keep its minutes.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] for who facilitates elsewhere.
pub fn place(
    conn: &mut Conn,
    actor: &Actor,
    process: ProcessId,
    event: i32,
    table: i32,
    session: i32,
) -> Result<Place> {
    let event = events::ops::by_number(conn, actor, process, event)?;
    let tables = events::ops::tables(conn, event.id)?;
    let (table, sessions) = tables.into_iter().find(|(t, _)| t.number == table).ok_or(Error::NotFound)?;
    let session = sessions.into_iter().find(|s| s.position == session).ok_or(Error::NotFound)?;
    let place = Place { event, table, session };
    keep(conn, actor, &place)?;
    Ok(place)
}

/// The sessions of an event whose minutes somebody may keep, each with how many lines stand in it.
///
/// # Errors
/// [`Error::Denied`].
pub fn of_event(conn: &mut Conn, actor: &Actor, event: &Event) -> Result<Vec<(Place, i64)>> {
    let permit: Permit<KeepMinutes> = actor.permit(Subject::of(event.process_id))?;
    let counts = store::counts(conn, event.id)?;
    let facilitators = events::tables::facilitators_of(conn, event.id)?;
    let mine = |table| facilitators.iter().any(|(t, a, _)| *t == table && Some(*a) == permit.account());
    let lines = |id: SessionId| counts.iter().find(|(s, _)| *s == id).map_or(0, |(_, n)| *n);
    let mut out = Vec::new();
    for (table, sessions) in events::ops::tables(conn, event.id)? {
        if permit.role() == Role::Facilitator && !mine(table.id) {
            continue;
        }
        for session in sessions {
            let n = lines(session.id);
            out.push((Place { event: event.clone(), table: table.clone(), session }, n));
        }
    }
    Ok(out)
}

/// The lines of a session that changed after a number (all after 0), in order, and the number they go up to. Removed lines are
/// among them. The place was asked for by whoever reads.
///
/// # Errors
/// The database's.
pub fn lines(conn: &mut Conn, place: &Place, since: i64) -> Result<(i64, Vec<Line>)> {
    // The number first: what changes in between is read again, never missed.
    let changes = store::changes(conn, place.session.id)?;
    let lines = if changes > since { store::since(conn, place.session.id, since)? } else { Vec::new() };
    Ok((changes, lines))
}

/// One line.
///
/// # Errors
/// [`Error::NotFound`].
pub fn line(conn: &mut Conn, place: &Place, key: &str) -> Result<Line> {
    store::line(conn, place.session.id, key)
}

/// Lines of an event by their keys, wherever they were said, in the order of its tables and sessions: three statements. Keys of
/// other events find nothing.
///
/// # Errors
/// [`Error::Denied`] where one of them was said at a table that is another facilitator's.
pub fn chosen(conn: &mut Conn, actor: &Actor, event: &Event, keys: &[String]) -> Result<Vec<Chosen>> {
    let chosen = placed(conn, event, keys)?;
    for at in &chosen {
        keep(conn, actor, &at.place)?;
    }
    Ok(chosen)
}

pub(super) fn placed(conn: &mut Conn, event: &Event, keys: &[String]) -> Result<Vec<Chosen>> {
    let tables = events::ops::tables(conn, event.id)?;
    let ids: Vec<SessionId> = tables.iter().flat_map(|(_, s)| s.iter().map(|s| s.id)).collect();
    let mut lines = store::chosen(conn, &ids, keys)?;
    let mut out = Vec::new();
    for (table, sessions) in tables {
        for session in sessions {
            let (mine, others) = lines.into_iter().partition(|l: &Line| l.session == session.id);
            lines = others;
            if !mine.is_empty() {
                let place = Place { event: event.clone(), table: table.clone(), session };
                out.push(Chosen { place, lines: mine });
            }
        }
    }
    Ok(out)
}

/// The words a line had before, newest first.
///
/// # Errors
/// The database's.
pub fn wordings(conn: &mut Conn, line: &Line) -> Result<Vec<Wording>> {
    store::wordings(conn, &line.key)
}

/// Who sits at the table, and the organisations of everybody at the event: one statement. The place was asked for by whoever
/// reads.
///
/// # Errors
/// The database's.
pub fn people(conn: &mut Conn, place: &Place) -> Result<(Vec<Person>, Vec<String>)> {
    store::people(conn, place.event.id, place.table.id)
}

/// Does one act, once.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Invalid`]; [`Error::NotFound`] for a line of another session; [`Error::Refused`] while minutes may
/// not be written; a unique violation where the same act arrives twice in one instant (sent again, it is known).
pub fn act(w: &mut Write<'_>, actor: &Actor, place: &Place, sent: &Sent) -> Result<Outcome> {
    let permit = keep(w.conn, actor, place)?;
    one(w, &permit, place, sent, &mut 0)
}

/// Does several acts in order, each once: one that is not done does not keep the others from it.
///
/// # Errors
/// [`Error::Denied`]; the database's, and then none of them was done.
pub fn act_all(w: &mut Write<'_>, actor: &Actor, place: &Place, sent: &[Sent]) -> Result<Vec<Answered>> {
    let permit = keep(w.conn, actor, place)?;
    let mut last = 0;
    let mut out = Vec::with_capacity(sent.len());
    for sent in sent {
        match one(w, &permit, place, sent, &mut last) {
            Err(broken @ (Error::Database(_) | Error::Connection(_) | Error::Stored(_))) => return Err(broken),
            outcome => out.push(Answered { key: sent.key.clone(), outcome }),
        }
    }
    Ok(out)
}

/// Nothing is written before everything was checked: what is refused leaves no trace. `last` is where the line before was put.
fn one(w: &mut Write<'_>, p: &Permit<KeepMinutes>, place: &Place, sent: &Sent, last: &mut i64) -> Result<Outcome> {
    if !rules::is_key(&sent.key) {
        return Err(Error::Refused("refused-minutes-key"));
    }
    let changed = store::next_change(w, p, place.session.id)?;
    if store::is_done(w.conn, &sent.key)? {
        return Ok(Outcome::Known);
    }
    if !rules::may_write(&place.event, w.now) {
        return Err(Error::Refused("refused-minutes-closed"));
    }
    let at = rules::said_at(&place.event, sent.at, w.now);
    let (name, line) = match &sent.act {
        Act::Add(new) => {
            *last = at.0.max(*last + 1);
            add(w, p, place, (&sent.key, new), (at, *last), changed)?;
            ("add", sent.key.as_str())
        }
        Act::Mend { line, revision, new } => {
            let before = match mendable(w.conn, place, line, *revision)? {
                Ok(before) => before,
                Err(overtaken) => return Ok(overtaken),
            };
            mend(w, p, place, (&before, new), changed)?;
            ("mend", line.as_str())
        }
        Act::Move { lines, under, to } => {
            moved(w, p, place, (lines, under.as_deref(), to), changed)?;
            ("move", lines.first().map_or("", String::as_str))
        }
        Act::Remove { line, revision } => {
            if let Err(overtaken) = mendable(w.conn, place, line, *revision)? {
                return Ok(overtaken);
            }
            store::set_removed(w, p, line, Some(w.now), changed)?;
            ("remove", line.as_str())
        }
        Act::Restore { line } => {
            store::line(w.conn, place.session.id, line)?;
            store::set_removed(w, p, line, None, changed)?;
            ("restore", line.as_str())
        }
    };
    store::done(w, p, place.session.id, (&sent.key, name, line, at))?;
    Ok(Outcome::Done)
}

/// A line that may be mended or removed; how it stands, where it was mended after it was shown: nobody mends words they have
/// not read. What is in the register stays as it was received.
fn mendable(conn: &mut Conn, place: &Place, key: &str, revision: i32) -> Result<std::result::Result<Line, Outcome>> {
    let line = store::line(conn, place.session.id, key)?;
    if line.contribution.is_some() {
        return Err(Error::Refused("refused-minutes-in-register"));
    }
    Ok(if line.revision == revision { Ok(line) } else { Err(Outcome::Overtaken(Box::new(line))) })
}

fn add(
    w: &mut Write<'_>,
    p: &Permit<KeepMinutes>,
    place: &Place,
    (key, new): (&str, &NewLine),
    (said_at, position): (Instant, i64),
    changed: i64,
) -> Result<()> {
    let new = rules::line(new)?;
    let passage = about(w.conn, place, &new)?;
    if store::count(w.conn, place.session.id)? >= rules::MOST_LINES {
        return Err(Error::Refused("refused-minutes-full"));
    }
    store::insert(w, p, &Row { key, session: place.session.id, new: &new, passage, said_at, position, changed })
}

fn mend(
    w: &mut Write<'_>,
    p: &Permit<KeepMinutes>,
    place: &Place,
    (before, new): (&Line, &NewLine),
    changed: i64,
) -> Result<()> {
    // What was said does not become a heading, nor a heading something said.
    if (before.kind == Kind::Heading) != (new.kind == Kind::Heading) {
        let mut p = Problems::default();
        p.add("kind", "problem-choose");
        return Err(Error::Invalid(p));
    }
    let new = rules::line(new)?;
    let passage = about(w.conn, place, &new)?;
    store::mend(w, p, &before.key, &new, passage, changed)
}

/// The passage a line names, if there is one; whoever it names must be of the event.
fn about(conn: &mut Conn, place: &Place, new: &NewLine) -> Result<Option<PassageId>> {
    if let Who::Person(id) = new.who
        && !store::is_of_event(conn, id, place.event.id)?
    {
        let mut p = Problems::default();
        p.add("who", "problem-choose");
        return Err(Error::Invalid(p));
    }
    rules::passage_code(&new.objective).map_or(Ok(None), |code| store::passage(conn, place.event.process_id, code))
}

fn moved(
    w: &mut Write<'_>,
    p: &Permit<KeepMinutes>,
    place: &Place,
    (lines, under, to): (&[String], Option<&str>, &To),
    changed: i64,
) -> Result<()> {
    let order = store::order(w.conn, place.session.id)?;
    let kind = |key: &str| order.iter().find(|(k, ..)| k == key).map(|(_, kind, _)| *kind);
    if under.is_some_and(|h| kind(h) != Some(Kind::Heading)) || lines.is_empty() {
        return Err(Error::NotFound);
    }
    let positions: Vec<(String, i64)> = order.iter().map(|(k, _, at)| (k.clone(), *at)).collect();
    let changes = rules::moved(&positions, lines, to).ok_or(Error::NotFound)?;
    for (key, position) in changes {
        store::set_position(w, p, &key, position, changed)?;
    }
    let said: Vec<String> = lines.iter().filter(|l| kind(l) != Some(Kind::Heading)).cloned().collect();
    store::set_heading(w, p, &said, under, changed)
}
