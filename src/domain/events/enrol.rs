//! Enrolling, changing one's mind, giving a seat up, and moving up. Every verb that gives or frees a seat takes the event's
//! row first, so that whoever comes at the same instant waits in line (`docs/decisions/0014-seats.md`).

use super::enrol_store::Row;
use super::letters::About;
use super::model::{Enrolment, EnrolmentState, Event, NewEnrolment, Table, Wish};
use super::seats::{Free, Seat};
use super::{ended, enrol_store, guide, ops, rules, store};
use crate::access::{Actor, Enrol, Permit, ReadEnrolments, Subject};
use crate::clock::Instant;
use crate::db::{Conn, Write};
use crate::id::{EnrolmentId, EventId, TableId};
use crate::paging::{Page, Slice};
use crate::{Error, Problems, Result, audit};

/// What came of enrolling.
#[derive(Debug, Clone)]
pub struct Enrolled {
    /// With a seat, or waiting.
    pub state: EnrolmentState,
    /// The token of a link to it, for whoever has signed in; others find it in their letter.
    pub token: Option<String>,
}

/// Enrols. Whether or not the address was enrolled already, the answer is the same; what stands is in the letter.
///
/// # Errors
/// [`Error::Invalid`]; [`Error::Refused`] when one cannot enrol (any more).
pub fn enrol(w: &mut Write<'_>, actor: &Actor, id: EventId, new: &NewEnrolment) -> Result<Enrolled> {
    let event = store::lock(w, id)?;
    let _permit: Permit<Enrol> = actor.permit(Subject::of(event.process_id))?;
    open(w, &event)?;
    let tables = store::tables(w.conn, id)?;
    let new = checked(actor, &event, &tables, new)?;
    let link = |w: &mut Write<'_>, id| actor.account.map(|_| enrol_store::new_link(w, id)).transpose();
    let about = About::event(w, &event)?;
    if let Some(known) = enrol_store::by_address(w.conn, id, &new.email)? {
        about.with("standing", known.state.as_str()).send(w, &known, "already_enrolled")?;
        return Ok(Enrolled { state: known.state, token: link(w, known.id)? });
    }
    let seat = free(&event, &tables).take(new.wish);
    let state = if seat.is_some() { EnrolmentState::Seated } else { EnrolmentState::Waiting };
    let turn = store::next_turn(w, id)?;
    let row = Row { event: id, turn, account: actor.account, state, seat: seat.flatten(), new: &new };
    let enrolment = enrol_store::insert(w, &row)?;
    confirm(w, &about, &event, &tables, &enrolment)?;
    Ok(Enrolled { state, token: link(w, enrolment.id)? })
}

fn open(w: &Write<'_>, event: &Event) -> Result<()> {
    if rules::may_enrol(event, w.now) { Ok(()) } else { Err(Error::Refused("refused-enrolment-closed")) }
}

/// What was typed, checked; letters of whoever has signed in go to the address of the account.
fn checked(actor: &Actor, event: &Event, tables: &[Table], new: &NewEnrolment) -> Result<NewEnrolment> {
    let mut p = Problems::default();
    let person = rules::person(&mut p, new);
    let email = if actor.account.is_some() { actor.email.clone() } else { rules::email(&mut p, &new.email) };
    let wish = rules::wish(&mut p, event, tables, new.wish);
    if !new.consent {
        p.add("consent", "problem-consent");
    }
    p.check()?;
    Ok(NewEnrolment { email, wish, ..person })
}

fn free(event: &Event, tables: &[Table]) -> Free {
    Free {
        room: event.room_seats - event.room_taken,
        remote: event.remote_seats - event.remote_taken,
        tables: tables.iter().map(|t| (t.id, t.seats - t.taken)).collect(),
    }
}

/// The letter that says what stands, and the guide where there is one.
fn confirm(w: &mut Write<'_>, about: &About, event: &Event, tables: &[Table], of: &Enrolment) -> Result<()> {
    if of.state == EnrolmentState::Waiting {
        about.send(w, of, "enrolment_waiting")?;
    } else {
        seat_letter(w, about, event, tables, of, "enrolled")?;
    }
    guide::deliver_to(w, event, of)
}

/// The letter that gives a seat: on the last day it is the reminder too.
fn seat_letter(
    w: &mut Write<'_>,
    about: &About,
    event: &Event,
    tables: &[Table],
    of: &Enrolment,
    kind: &str,
) -> Result<()> {
    let reminds = rules::serves_as_reminder(event, w.now);
    let about = about.clone().with("reminds", if reminds { "yes" } else { "" });
    let sent = about.with("table", table_words(tables, of)).send(w, of, kind)?;
    if sent.is_some() && reminds {
        enrol_store::set_reminded(w, &[of.id])?;
    }
    Ok(())
}

/// The table as a letter names it: `3. Theme`; nothing where there is none.
pub(super) fn table_words(tables: &[Table], of: &Enrolment) -> String {
    let table = tables.iter().find(|t| Some(t.id) == of.table_id);
    table.map(|t| format!("{}. {}", t.number, t.theme)).unwrap_or_default()
}

/// The enrolment behind a link, with its event.
///
/// # Errors
/// [`Error::Gone`] once its term is over and the people are forgotten; [`Error::NotFound`].
pub fn by_token(conn: &mut Conn, token: &str) -> Result<(Event, Enrolment)> {
    let enrolment = match enrol_store::by_token(conn, token) {
        Err(Error::NotFound) => return Err(ended::why(conn, token, "gone-enrolment")?),
        found => found?,
    };
    Ok((store::by_id(conn, enrolment.event_id)?, enrolment))
}

/// A new link to one's own enrolment, for whoever has signed in.
///
/// # Errors
/// [`Error::NotFound`] when there is none.
pub fn own_link(w: &mut Write<'_>, actor: &Actor, id: EventId) -> Result<String> {
    let account = actor.account.ok_or(Error::Denied(crate::access::Denied::SignIn))?;
    let mine = enrol_store::of_account(w.conn, id, account)?.ok_or(Error::NotFound)?;
    enrol_store::new_link(w, mine.id)
}

/// One's own enrolment, for whoever has signed in.
///
/// # Errors
/// The database's.
pub fn own(conn: &mut Conn, actor: &Actor, id: EventId) -> Result<Option<Enrolment>> {
    actor.account.map_or(Ok(None), |account| enrol_store::of_account(conn, id, account))
}

/// How many wait before this one.
///
/// # Errors
/// The database's.
pub fn waiting_before(conn: &mut Conn, of: &Enrolment) -> Result<i64> {
    enrol_store::waiting_before(conn, of.event_id, of.turn)
}

/// Changes what was typed. Who has a seat keeps it unless another one that is wished for is free.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Invalid`], also when what is wished for now is full; [`Error::Refused`] when it is too late,
/// was given up, or when they walked in.
pub fn change(w: &mut Write<'_>, token: &str, new: &NewEnrolment) -> Result<()> {
    let (event, known) = locked(w, token)?;
    open(w, &event)?;
    // Who walked in sits where the door put them, beside the seats that are given.
    if known.state == EnrolmentState::WalkIn {
        return Err(Error::Refused("refused-enrolment-walked-in"));
    }
    let tables = store::tables(w.conn, event.id)?;
    let mut p = Problems::default();
    let person = rules::person(&mut p, new);
    let wish = rules::wish(&mut p, &event, &tables, new.wish);
    p.check()?;
    enrol_store::update(w, known.id, &person)?;
    if wish == known.wish() {
        return Ok(());
    }
    let mut free = free(&event, &tables);
    if known.state == EnrolmentState::Seated {
        give_back(&mut free, &known);
    }
    let seat = free.take(wish);
    if seat.is_none() && known.state == EnrolmentState::Seated {
        let mut p = Problems::default();
        p.add(if wish.first.is_some() { "first" } else { "mode" }, "problem-seat-full");
        return Err(Error::Invalid(p));
    }
    // Who waits goes on waiting until those before have been asked.
    let seat = if known.state == EnrolmentState::Waiting { None } else { seat };
    enrol_store::set_wish(w, known.id, wish, seat)?;
    if known.state == EnrolmentState::Seated && seat.flatten() != known.table_id {
        let now = enrol_store::by_id(w.conn, known.id)?;
        About::event(w, &event)?.with("table", table_words(&tables, &now)).send(w, &now, "enrolled")?;
    }
    move_up(w, &event)
}

fn give_back(free: &mut Free, known: &Enrolment) {
    match known.mode {
        super::Mode::Room => free.room += 1,
        super::Mode::Remote => free.remote += 1,
    }
    for (_, left) in free.tables.iter_mut().filter(|(t, _)| Some(*t) == known.table_id) {
        *left += 1;
    }
}

fn locked(w: &mut Write<'_>, token: &str) -> Result<(Event, Enrolment)> {
    let found = enrol_store::by_token(w.conn, token)?;
    let event = store::lock(w, found.event_id)?;
    let enrolment = enrol_store::by_id(w.conn, found.id)?;
    if enrolment.state == EnrolmentState::Cancelled || enrolment.forgotten_at.is_some() {
        return Err(Error::Refused("refused-enrolment-cancelled"));
    }
    Ok((event, enrolment))
}

/// Gives an enrolment up by its link: what it said of the person is forgotten, and whoever waited first gets the seat.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Refused`] when it was given up before, when they are there, or when the event is over.
pub fn cancel(w: &mut Write<'_>, token: &str) -> Result<()> {
    let (event, known) = locked(w, token)?;
    may_cancel(&event, &known, w.now).map_err(Error::Refused)?;
    About::event(w, &event)?.send(w, &known, "enrolment_cancelled")?;
    enrol_store::cancel(w, known.id)?;
    move_up(w, &event)
}

/// Whether one may still give one's place up, or why not.
///
/// # Errors
/// The key of the reason.
pub fn may_cancel(event: &Event, known: &Enrolment, now: Instant) -> std::result::Result<(), &'static str> {
    match () {
        () if !event.to_come() || now >= event.ends_at => Err("refused-event-over"),
        () if known.present => Err("refused-enrolment-entered"),
        () => Ok(()),
    }
}

/// Takes somebody off the list, with a reason they are told.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Invalid`] without a reason; [`Error::NotFound`]; [`Error::Refused`] when they are there.
pub fn remove(w: &mut Write<'_>, actor: &Actor, id: EventId, of: EnrolmentId, reason: &str) -> Result<()> {
    let event = store::lock(w, id)?;
    let permit = ops::manage(actor, event.process_id)?;
    let known = enrol_store::by_id(w.conn, of)?;
    if known.event_id != id || known.state == EnrolmentState::Cancelled {
        return Err(Error::NotFound);
    }
    if known.present {
        return Err(Error::Refused("refused-enrolment-present"));
    }
    let mut p = Problems::default();
    let reason = p.text("reason", reason, true, 1000);
    p.check()?;
    About::event(w, &event)?.with("why", &reason).send(w, &known, "enrolment_removed")?;
    enrol_store::cancel(w, of)?;
    // The trail outlives the person's data: it names a place in the list.
    audit::record(w, &permit, &format!("event {} enrolment {} removed", event.number, known.turn), "")?;
    move_up(w, &event)
}

/// Puts somebody at another table: who has a seat in the room, or came to the door; or gives one to somebody who waits and was let in.
/// They are told by letter until the event begins.
///
/// # Errors
/// [`Error::Denied`]; [`Error::NotFound`]; [`Error::Invalid`] where there is no such table, or no seat at it; [`Error::Refused`] for
/// who takes part from elsewhere, or waits and is not there.
pub fn move_to(w: &mut Write<'_>, actor: &Actor, id: EventId, of: EnrolmentId, to: Option<TableId>) -> Result<()> {
    let event = store::lock(w, id)?;
    let permit = ops::manage(actor, event.process_id)?;
    let known = enrol_store::by_id(w.conn, of)?;
    if known.event_id != id || known.state == EnrolmentState::Cancelled {
        return Err(Error::NotFound);
    }
    if !known.may_be_moved() {
        return Err(Error::Refused("refused-table-not-seated"));
    }
    let tables = store::tables(w.conn, id)?;
    let table = seat_at(w.conn, &event, &tables, &known, to)?;
    if known.table_id == Some(table.id) {
        return Ok(());
    }
    if known.state == EnrolmentState::Seated {
        enrol_store::seat(w, of, Some(table.id))?;
    } else {
        enrol_store::sit_down(w, of, table.id)?;
    }
    audit::record(
        w,
        &permit,
        &format!("event {} enrolment {} at table {}", event.number, known.turn, table.number),
        "",
    )?;
    if event.to_come() && w.now < event.starts_at {
        let now = enrol_store::by_id(w.conn, of)?;
        About::event(w, &event)?.with("table", table_words(&tables, &now)).send(w, &now, "enrolment_table")?;
    }
    move_up(w, &event)
}

/// The table, if it has a seat: of those that are given out, for who has one; among who is there, for who came to the door.
fn seat_at<'a>(
    conn: &mut Conn,
    event: &Event,
    tables: &'a [Table],
    of: &Enrolment,
    to: Option<TableId>,
) -> Result<&'a Table> {
    let mut p = Problems::default();
    let Some(table) = tables.iter().find(|t| Some(t.id) == to) else {
        p.add("table", "problem-choose");
        return Err(Error::Invalid(p));
    };
    let taken = if of.state == EnrolmentState::Seated {
        i64::from(table.taken)
    } else {
        let there = enrol_store::present_at(conn, event.id)?;
        there.iter().filter(|(t, ..)| *t == Some(table.id)).map(|(.., n)| n).sum()
    };
    if of.table_id != Some(table.id) && taken >= i64::from(table.seats) {
        p.add("table", "problem-table-full");
    }
    p.check()?;
    Ok(table)
}

/// Hands free seats to those who wait, in their order, with a letter each. The event's row is held by the caller.
pub(super) fn move_up(w: &mut Write<'_>, event: &Event) -> Result<()> {
    if !rules::moves_up(event, w.now) {
        return Ok(());
    }
    let waiting = enrol_store::waiting(w.conn, event.id)?;
    if waiting.is_empty() {
        return Ok(());
    }
    let (event, tables) = (store::by_id(w.conn, event.id)?, store::tables(w.conn, event.id)?);
    let given: Vec<(EnrolmentId, Seat)> = free(&event, &tables).hand_out(&waiting);
    if given.is_empty() {
        return Ok(());
    }
    let about = About::event(w, &event)?;
    for (id, seat) in given {
        let seated = enrol_store::seat(w, id, seat)?;
        seat_letter(w, &about, &event, &tables, &seated, "moved_up")?;
        guide::deliver_to(w, &event, &seated)?;
    }
    Ok(())
}

/// Who enrolled, by state, a page at a time.
///
/// # Errors
/// [`Error::Denied`].
pub fn list(
    conn: &mut Conn,
    actor: &Actor,
    event: &Event,
    state: EnrolmentState,
    page: Page,
) -> Result<Slice<Enrolment>> {
    let _permit: Permit<ReadEnrolments> = actor.permit(Subject::of(event.process_id))?;
    enrol_store::page(conn, event.id, state, page)
}

/// Everybody whose enrolment stands in one of these states, in the order of turns: for the export.
///
/// # Errors
/// [`Error::Denied`].
pub fn everybody(conn: &mut Conn, actor: &Actor, event: &Event) -> Result<Vec<Enrolment>> {
    let _permit: Permit<ReadEnrolments> = actor.permit(Subject::of(event.process_id))?;
    let states = [EnrolmentState::Seated, EnrolmentState::Waiting, EnrolmentState::WalkIn];
    enrol_store::in_states(conn, event.id, &states)
}

/// One enrolment of an event.
///
/// # Errors
/// [`Error::Denied`]; [`Error::NotFound`].
pub fn one(conn: &mut Conn, actor: &Actor, event: &Event, id: EnrolmentId) -> Result<Enrolment> {
    let _permit: Permit<ReadEnrolments> = actor.permit(Subject::of(event.process_id))?;
    let found = enrol_store::by_id(conn, id)?;
    if found.event_id == event.id { Ok(found) } else { Err(Error::NotFound) }
}

/// How many enrolments stand in each state.
///
/// # Errors
/// The database's.
pub fn counts(conn: &mut Conn, id: EventId) -> Result<Vec<(EnrolmentState, i64)>> {
    enrol_store::counts(conn, id)
}

/// Whether a wish could be met now: for the page that tells before one enrols.
pub fn would_fit(event: &Event, tables: &[Table], wish: Wish) -> bool {
    free(event, tables).take(wish).is_some()
}
