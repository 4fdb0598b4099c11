//! The verbs of rereading.

use std::collections::HashMap;

use super::model::{Asked, Correction, Decision, Mine, Reread, Rereading};
use super::{rules, store};
use crate::access::{Actor, KeepMinutes, Permit, Role, Subject};
use crate::clock::Instant;
use crate::db::{Conn, Write};
use crate::events::{self, Enrolment, Event};
use crate::id::{CorrectionId, EnrolmentId, EventId, SessionId, TableId, random_hex};
use crate::mail::{self, Params};
use crate::paging::{Page, Slice};
use crate::tables::{Act, Kind, Line, NewLine, Outcome, Place, Sent, ops as minutes, store as lines};
use crate::{Error, Result, audit, processes};

/// Until when a session's lines can be reread, once that was set.
///
/// # Errors
/// The database's.
pub fn of_session(conn: &mut Conn, place: &Place) -> Result<Option<Rereading>> {
    store::find(conn, place.session.id)
}

/// Until when the lines of several sessions can be reread, where that was set: one statement.
///
/// # Errors
/// The database's.
pub fn of_sessions(conn: &mut Conn, of: &[SessionId]) -> Result<HashMap<SessionId, Rereading>> {
    Ok(store::find_all(conn, of)?.into_iter().collect())
}

/// Who was at the table, or is said to have spoken there.
pub(super) fn there(conn: &mut Conn, place: &Place, said: &[Line]) -> Result<Vec<Enrolment>> {
    let mut spoke: Vec<EnrolmentId> = said.iter().filter_map(|l| l.enrolment).collect();
    spoke.sort_unstable();
    spoke.dedup();
    store::there(conn, place, &spoke)
}

/// Lets those who were at the table reread what was taken down as theirs, until an instant; later, gives them more time. Each gets a
/// letter with a link. How many letters were queued.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Invalid`] for an instant that is past, too far, or before the one that was promised;
/// [`Error::Refused`] before the event, or while nothing was taken down.
pub fn open(w: &mut Write<'_>, actor: &Actor, place: &Place, until: Option<Instant>) -> Result<usize> {
    let permit = minutes::keep(w.conn, actor, place)?;
    let said = standing(w.conn, place.session.id)?;
    if !rules::may_open(&place.event, said.len(), w.now) {
        return Err(Error::Refused("refused-reread-too-early"));
    }
    let known = store::find(w.conn, place.session.id)?;
    let until = rules::until(until, w.now, known.map(|k| k.until_at))?;
    store::open(w, &permit, place.session.id, until)?;
    let name = format!("{}-{}", place.table.number, place.session.position);
    audit::record(w, &permit, &format!("event {} rereading {name}", place.event.number), &until.rfc3339())?;
    let about = about(w, place, until)?;
    let mut readers = there(w.conn, place, &said)?;
    readers.retain(|e| !e.email.is_empty());
    for reader in &readers {
        send(w, place, &about, reader, "lines_to_reread")?;
    }
    Ok(readers.len())
}

/// What was said in a session and stands, headings apart.
pub(super) fn standing(conn: &mut Conn, of: SessionId) -> Result<Vec<Line>> {
    let mut all = lines::since(conn, of, 0)?;
    all.retain(|l| l.stands() && l.kind != Kind::Heading);
    Ok(all)
}

/// What a letter about a session's lines says, whoever it goes to.
fn about(w: &mut Write<'_>, place: &Place, until: Instant) -> Result<Params> {
    let process = processes::ops::by_id(w.conn, place.event.process_id)?;
    Ok(Params::from([
        ("process".into(), process.title),
        ("slug".into(), process.slug),
        ("event".into(), place.event.title.clone()),
        ("table".into(), format!("{}. {}", place.table.number, place.table.theme)),
        ("session".into(), place.session.position.to_string()),
        ("question".into(), place.session.question.clone()),
        ("until_at".into(), until.0.to_string()),
    ]))
}

/// Every letter has a link of its own: tokens are kept as SHA-256 only.
fn send(w: &mut Write<'_>, place: &Place, about: &Params, to: &Enrolment, kind: &str) -> Result<()> {
    if to.email.is_empty() {
        return Ok(());
    }
    let mut params = about.clone();
    params.insert("token".into(), store::new_link(w, place.session.id, to.id)?);
    params.insert("name".into(), to.name.clone());
    mail::queue(w, kind, &to.email, &to.lang, &params)
}

/// A link of somebody's own, for the demo: others find theirs in a letter.
pub(crate) fn link(w: &mut Write<'_>, place: &Place, of: EnrolmentId) -> Result<String> {
    store::new_link(w, place.session.id, of)
}

/// What stands behind a link: one's own lines, with what was asked about them.
///
/// # Errors
/// [`Error::Gone`] once its term is over and the people are forgotten; [`Error::NotFound`].
pub fn by_token(conn: &mut Conn, token: &str) -> Result<Reread> {
    let (session, table, enrolment) = match store::by_token(conn, token) {
        Err(Error::NotFound) => return Err(events::ended::why(conn, token, "gone-reread")?),
        found => found?,
    };
    let event = events::ops::by_id(conn, enrolment.event_id)?;
    let place = place(conn, event, table, session)?;
    let rereading = store::find(conn, session)?.ok_or(Error::NotFound)?;
    let asked = store::of_enrolment(conn, session, enrolment.id)?;
    let mine = |line: Line| {
        let corrections = asked.iter().filter(|c| c.line_key == line.key).cloned().collect();
        Mine { line, corrections }
    };
    let theirs = standing(conn, session)?.into_iter().filter(|l| rules::is_theirs(l, &enrolment));
    let lines = theirs.map(mine).collect();
    let named = store::is_named(conn, enrolment.event_id, &enrolment.organisation)?;
    Ok(Reread { place, enrolment, rereading, lines, named })
}

fn place(conn: &mut Conn, event: Event, table: TableId, session: SessionId) -> Result<Place> {
    let tables = events::ops::tables(conn, event.id)?;
    let (table, sessions) = tables.into_iter().find(|(t, _)| t.id == table).ok_or(Error::NotFound)?;
    let session = sessions.into_iter().find(|s| s.id == session).ok_or(Error::NotFound)?;
    Ok(Place { event, table, session })
}

/// Asks for one of one's own lines to be corrected. `before` is the wording that was read.
///
/// # Errors
/// [`Error::NotFound`] for a line of somebody else; [`Error::Invalid`]; [`Error::Refused`] when the time is over, when the line
/// changed meanwhile, is in the register, or something was asked about it that is not decided.
pub fn ask(w: &mut Write<'_>, token: &str, key: &str, before: &str, wording: &str, note: &str) -> Result<CorrectionId> {
    let reread = by_token(w.conn, token)?;
    let Mine { line, corrections } = reread.lines.into_iter().find(|m| m.line.key == key).ok_or(Error::NotFound)?;
    if w.now >= reread.rereading.until_at {
        return Err(Error::Refused("refused-reread-over"));
    }
    if line.contribution.is_some() {
        return Err(Error::Refused("refused-minutes-in-register"));
    }
    if corrections.iter().any(|c| c.decided_at.is_none()) {
        return Err(Error::Refused("refused-reread-asked"));
    }
    let (wording, note) = rules::asked(&line, wording, note)?;
    if line.text != before {
        return Err(Error::Refused("refused-reread-changed"));
    }
    let who = (reread.place.session.id, reread.enrolment.id);
    store::ask(w, who, (key, &line.text), (&wording, &note))
}

/// Says whether the organisation one came for may be named beside what was said for it.
///
/// # Errors
/// [`Error::NotFound`], also for who came for nobody but themselves.
pub fn agree(w: &mut Write<'_>, token: &str, named: bool) -> Result<()> {
    let (_, _, enrolment) = store::by_token(w.conn, token)?;
    if enrolment.organisation.is_empty() {
        return Err(Error::NotFound);
    }
    store::set_named(w, enrolment.event_id, &enrolment.organisation, named)
}

/// The tables of an event whose minutes somebody may keep.
fn my_tables(conn: &mut Conn, actor: &Actor, event: &Event) -> Result<Vec<TableId>> {
    let permit: Permit<KeepMinutes> = actor.permit(Subject::of(event.process_id))?;
    let all = events::ops::tables(conn, event.id)?.into_iter().map(|(t, _)| t.id);
    if permit.role() != Role::Facilitator {
        return Ok(all.collect());
    }
    let who = events::tables::facilitators_of(conn, event.id)?;
    let mine = |id: &TableId| who.iter().any(|(t, account, _)| t == id && Some(*account) == permit.account());
    Ok(all.filter(mine).collect())
}

/// What was asked about the lines of an event's tables, a page at a time; who facilitates only sees their own tables.
///
/// # Errors
/// [`Error::Denied`].
pub fn list(conn: &mut Conn, actor: &Actor, event: &Event, page: Page) -> Result<Slice<Asked>> {
    let tables = my_tables(conn, actor, event)?;
    Ok(page.slice(store::of_event(conn, event.id, &tables, page)?))
}

/// How many requests are to be decided.
///
/// # Errors
/// [`Error::Denied`].
pub fn to_decide(conn: &mut Conn, actor: &Actor, event: &Event) -> Result<i64> {
    let tables = my_tables(conn, actor, event)?;
    store::open_of(conn, &tables)
}

/// A request, with the line it is about as it stands and where it was said; for whoever keeps those minutes.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`].
pub fn one(conn: &mut Conn, actor: &Actor, event: &Event, id: CorrectionId) -> Result<(Correction, Line, Place)> {
    let correction = store::by_id(conn, id)?;
    let place = session(conn, event, correction.session)?;
    minutes::keep(conn, actor, &place)?;
    let line = lines::line(conn, correction.session, &correction.line_key)?;
    Ok((correction, line, place))
}

fn session(conn: &mut Conn, event: &Event, of: SessionId) -> Result<Place> {
    let tables = events::ops::tables(conn, event.id)?;
    let found = tables.into_iter().find_map(|(table, sessions)| {
        let session = sessions.into_iter().find(|s| s.id == of)?;
        Some(Place { event: event.clone(), table, session })
    });
    found.ok_or(Error::NotFound)
}

/// Decides about a request: the line is mended like any other, with its earlier wordings kept; or it stays, with a reason. Who
/// asked gets a letter. `revision` is that of the line that was read.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Invalid`]; [`Error::NotFound`]; [`Error::Refused`] when it was decided before, when the line
/// changed meanwhile, or when it is in the register.
pub fn decide(
    w: &mut Write<'_>,
    actor: &Actor,
    event: EventId,
    (id, revision): (CorrectionId, i32),
    new: &Decision,
) -> Result<()> {
    let event = events::ops::by_id(w.conn, event)?;
    let (correction, line, place) = one(w.conn, actor, &event, id)?;
    let permit = minutes::keep(w.conn, actor, &place)?;
    let new = rules::decided(new)?;
    if !store::decide(w, &permit, id, &new)? {
        return Err(Error::Refused("refused-reread-decided"));
    }
    if new.accept {
        mend(w, actor, &place, (&line, revision), &new.wording)?;
    }
    let word = if new.accept { "accepted" } else { "declined" };
    audit::record(w, &permit, &format!("event {} correction {word}", event.number), &new.reason)?;
    let Some(asker) = correction.enrolment else { return Ok(()) };
    let asker = store::enrolment(w.conn, asker)?;
    let until = store::find(w.conn, place.session.id)?.map_or(w.now, |r| r.until_at);
    let mut about = about(w, &place, until)?;
    about.insert("accepted".into(), if new.accept { "yes" } else { "no" }.into());
    about.insert("before".into(), correction.before);
    about.insert("wording".into(), if new.accept { new.wording } else { correction.wording });
    about.insert("reason".into(), new.reason);
    send(w, &place, &about, &asker, "line_correction")
}

/// Mends a line as whoever keeps the minutes does.
fn mend(w: &mut Write<'_>, actor: &Actor, place: &Place, (line, revision): (&Line, i32), wording: &str) -> Result<()> {
    let new = NewLine { kind: line.kind, text: wording.to_owned(), who: line.who(), objective: line.objective.clone() };
    if wording == line.text && revision == line.revision {
        return Ok(());
    }
    let act = Act::Mend { line: line.key.clone(), revision, new };
    match minutes::act(w, actor, place, &Sent { key: random_hex::<16>(), at: None, act })? {
        Outcome::Overtaken(_) => Err(Error::Refused("refused-reread-mended")),
        Outcome::Done | Outcome::Known => Ok(()),
    }
}

/// Forgets what is no longer needed: links of those who are forgotten, and what they said beside a correction.
///
/// # Errors
/// The database's.
pub fn sweep(w: &mut Write<'_>) -> Result<()> {
    store::forget(w)
}
