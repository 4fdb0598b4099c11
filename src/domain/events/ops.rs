//! The verbs of events: writing them, showing them, and saying what became of them.

use std::collections::HashMap;

use super::model::{Admission, Document, EnrolmentState, Event, Facts, Guest, Kind, Session, State, Table};
use super::{enrol, enrol_store, letters, rules, store};
use crate::access::{Actor, ManageEvents, Permit, Subject};
use crate::clock::Instant;
use crate::db::{Conn, Counter, Write, next};
use crate::id::{AccountId, EventId, ProcessId, TableId};
use crate::{Error, Problems, Result, accounts, audit};

pub(super) fn manage(actor: &Actor, process: ProcessId) -> Result<Permit<ManageEvents>> {
    actor.permit(Subject::of(process))
}

/// Makes an event, seen by the staff until it is published; its number.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Invalid`].
pub fn create(w: &mut Write<'_>, actor: &Actor, process: ProcessId, facts: &Facts) -> Result<i32> {
    let permit = manage(actor, process)?;
    let facts = rules::facts(facts)?;
    let number = next(w, process, Counter::Event, 1)?;
    store::insert(w, &permit, process, number, &facts)?;
    audit::record(w, &permit, &format!("event {number} created"), "")?;
    Ok(number)
}

/// Changes the facts of an event that is still to be. Seats that were given stay given; where there are more now, those who
/// wait move up. Who enrolled is told by letter of another time or place.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Invalid`], also with fewer seats than are taken, without enrolment while people are enrolled, or with a
/// time wholly in the past that is not meant; [`Error::Refused`] when it is over.
pub fn change(w: &mut Write<'_>, actor: &Actor, id: EventId, facts: &Facts) -> Result<()> {
    let known = store::lock(w, id)?;
    let permit = manage(actor, known.process_id)?;
    if !known.to_come() {
        return Err(Error::Refused("refused-event-over"));
    }
    let facts = rules::facts(facts)?;
    let mut p = Problems::default();
    for (field, seats, taken) in
        [("room_seats", facts.room_seats, known.room_taken), ("remote_seats", facts.remote_seats, known.remote_taken)]
    {
        if seats < taken {
            p.add_with(field, "problem-seats-taken", i64::from(taken));
        }
    }
    let enrolled = enrolled(w.conn, id)?;
    if known.admission == Admission::Names && facts.admission != Admission::Names && enrolled > 0 {
        p.add_with("admission", "problem-admission-enrolled", enrolled);
    }
    let largest = store::tables(w.conn, id)?.iter().map(|t| t.seats).max().unwrap_or(0);
    if facts.room_seats > 0 && facts.room_seats < known.room_seats && facts.room_seats < largest {
        p.add_with("room_seats", "problem-room-under-table", i64::from(largest));
    }
    // An event may begin earlier than it was told, even now; one that would be over already is a slip of the hand, or history.
    let into_the_past = facts.ends_at <= w.now && known.ends_at > w.now;
    if into_the_past && enrolled > 0 && !facts.past_meant {
        p.add_with("past_meant", "problem-past-meant", enrolled);
    }
    if facts.kind == Kind::Steering && known.published_at.is_some() && known.kind != Kind::Steering {
        p.add("kind", "problem-event-was-public");
    }
    p.check()?;
    store::update(w, &permit, id, &facts)?;
    audit::record(w, &permit, &format!("event {} changed", known.number), "")?;
    if facts.starts_at != known.starts_at {
        store::remind_anew(w, &permit, id)?;
    }
    let event = store::by_id(w.conn, id)?;
    let elsewhere = |e: &Event| (e.starts_at, e.ends_at, e.place.clone(), e.address.clone());
    if elsewhere(&event) != elsewhere(&known) {
        letters::to_all(w, &event, "event_changed")?;
    } else if event.online_link != known.online_link {
        // Who waits is not told the link.
        letters::to_seated(w, &event, "event_changed")?;
    }
    enrol::move_up(w, &event)
}

/// How many are enrolled, with a seat or waiting.
fn enrolled(conn: &mut Conn, id: EventId) -> Result<i64> {
    let counts = enrol_store::counts(conn, id)?;
    let standing = |s: &EnrolmentState| matches!(s, EnrolmentState::Seated | EnrolmentState::Waiting);
    Ok(counts.iter().filter(|(s, _)| standing(s)).map(|(_, n)| n).sum())
}

/// Deletes a draft: an event that was never public, of which nothing is kept that somebody else said or did.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Refused`] once it is public, or when somebody enrolled or something was said at its tables.
pub fn delete(w: &mut Write<'_>, actor: &Actor, id: EventId) -> Result<()> {
    let event = store::lock(w, id)?;
    let permit = manage(actor, event.process_id)?;
    if event.published_at.is_some() {
        return Err(Error::Refused("refused-event-published"));
    }
    store::delete(w, &permit, id)?;
    audit::record(w, &permit, &format!("event {} deleted", event.number), "")
}

/// Shows an event to everybody; a meeting of the steering committee, to its guests, who are told by letter.
///
/// # Errors
/// [`Error::Denied`].
pub fn publish(w: &mut Write<'_>, actor: &Actor, id: EventId) -> Result<()> {
    let event = store::by_id(w.conn, id)?;
    let permit = manage(actor, event.process_id)?;
    if event.published_at.is_some() {
        return Ok(());
    }
    store::publish(w, &permit, id)?;
    if event.kind == Kind::Steering {
        for guest in store::guests(w.conn, id)? {
            if let Some((account, _)) = accounts::ops::credentials(w.conn, &guest.email)? {
                letters::invite(w, &event, &account)?;
            }
        }
    }
    audit::record(w, &permit, &format!("event {} published", event.number), "")
}

/// Says that an event was held, is moved online, or is cancelled; the last two with a reason everybody can read, and with a
/// letter to everybody who enrolled.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Invalid`]; [`Error::Refused`] when it cannot become that.
pub fn set_state(
    w: &mut Write<'_>,
    actor: &Actor,
    id: EventId,
    next: State,
    reason: &str,
    online_link: &str,
) -> Result<()> {
    let event = store::lock(w, id)?;
    let permit = manage(actor, event.process_id)?;
    rules::may_become(&event, next, w.now).map_err(Error::Refused)?;
    if event.published_at.is_none() {
        return Err(Error::Refused("refused-event-unpublished"));
    }
    let (reason, online_link) = rules::change(next, reason, online_link)?;
    store::set_state(w, &permit, &event, next, &reason, &online_link)?;
    audit::record(w, &permit, &format!("event {} {}", event.number, next.as_str()), &reason)?;
    let event = store::by_id(w.conn, id)?;
    match next {
        State::MovedOnline => letters::to_all(w, &event, "event_moved"),
        State::Cancelled => letters::to_all(w, &event, "event_cancelled"),
        State::Planned | State::Held => Ok(()),
    }
}

/// Sets the documents of an event, in order.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Invalid`].
pub fn set_documents(w: &mut Write<'_>, actor: &Actor, id: EventId, list: &[Document]) -> Result<()> {
    let event = store::by_id(w.conn, id)?;
    let permit = manage(actor, event.process_id)?;
    store::set_documents(w, &permit, id, &rules::documents(list)?)?;
    audit::record(w, &permit, &format!("event {} documents", event.number), "")
}

/// Lets the account behind an address know of a restricted event, and tells it by letter once that is published.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Invalid`] when no confirmed account has this address.
pub fn invite(w: &mut Write<'_>, actor: &Actor, id: EventId, email: &str) -> Result<()> {
    let event = store::by_id(w.conn, id)?;
    let permit = manage(actor, event.process_id)?;
    let known = accounts::ops::credentials(w.conn, email)?.map(|(a, _)| a).filter(|a| a.confirmed_at.is_some());
    let Some(account) = known else {
        let mut p = Problems::default();
        p.add("email", "problem-no-account");
        return Err(Error::Invalid(p));
    };
    if store::add_guest(w, &permit, id, account.id)? && event.published_at.is_some() && event.to_come() {
        letters::invite(w, &event, &account)?;
    }
    audit::record(w, &permit, &format!("event {} guest {}", event.number, account.id), "")
}

/// Takes somebody off the list of who may know of a restricted event.
///
/// # Errors
/// [`Error::Denied`]; [`Error::NotFound`].
pub fn uninvite(w: &mut Write<'_>, actor: &Actor, id: EventId, guest: AccountId) -> Result<()> {
    let event = store::by_id(w.conn, id)?;
    let permit = manage(actor, event.process_id)?;
    if store::remove_guest(w, &permit, id, guest)? == 0 {
        return Err(Error::NotFound);
    }
    audit::record(w, &permit, &format!("event {} guest {guest} removed", event.number), "")
}

/// Who may know of a restricted event.
///
/// # Errors
/// [`Error::Denied`].
pub fn guests(conn: &mut Conn, actor: &Actor, event: &Event) -> Result<Vec<Guest>> {
    let _permit = manage(actor, event.process_id)?;
    store::guests(conn, event.id)
}

fn may_know(actor: &Actor, event: &Event, guest_of: &[EventId]) -> bool {
    actor.is_staff(event.process_id)
        || event.published_at.is_some() && (event.kind != Kind::Steering || guest_of.contains(&event.id))
}

fn guest_of(conn: &mut Conn, actor: &Actor, process: ProcessId) -> Result<Vec<EventId>> {
    actor.account.map_or(Ok(Vec::new()), |account| store::guest_of(conn, account, process))
}

/// An event by its number, if the asker may know of it.
///
/// # Errors
/// [`Error::NotFound`] otherwise.
pub fn by_number(conn: &mut Conn, actor: &Actor, process: ProcessId, number: i32) -> Result<Event> {
    let event = store::by_number(conn, process, number)?;
    let guest_of = if event.kind == Kind::Steering { guest_of(conn, actor, process)? } else { Vec::new() };
    if may_know(actor, &event, &guest_of) { Ok(event) } else { Err(Error::NotFound) }
}

/// An event by identifier, for operations that have already checked who asks.
///
/// # Errors
/// [`Error::NotFound`].
pub fn by_id(conn: &mut Conn, id: EventId) -> Result<Event> {
    store::by_id(conn, id)
}

/// The events of a process the asker may know of, by their beginning.
///
/// # Errors
/// The database's.
pub fn of_process(conn: &mut Conn, actor: &Actor, process: ProcessId) -> Result<Vec<Event>> {
    let mut found = store::of_process(conn, process)?;
    let guest_of = guest_of(conn, actor, process)?;
    found.retain(|e| may_know(actor, e, &guest_of));
    Ok(found)
}

/// The events of a process that everybody may know of, by their beginning.
///
/// # Errors
/// The database's.
pub fn public(conn: &mut Conn, process: ProcessId) -> Result<Vec<Event>> {
    let mut found = store::of_process(conn, process)?;
    found.retain(|e| e.published_at.is_some() && e.kind != Kind::Steering);
    Ok(found)
}

/// How many tables each event of a process has; those without are not in it.
///
/// # Errors
/// The database's.
pub fn table_counts(conn: &mut Conn, process: ProcessId) -> Result<HashMap<EventId, i64>> {
    let mut counts = HashMap::new();
    for (event, ..) in enrol_store::tables_of(conn, process)? {
        *counts.entry(event).or_default() += 1;
    }
    Ok(counts)
}

/// A calendar of one's own goes back so many days.
pub const RECENT_DAYS: i64 = 365;

/// The published events of all processes that the asker may know of and that end after `since`, each with the address part and the title
/// of its process; what begins last comes first. Two statements.
///
/// # Errors
/// The database's.
pub fn known_to(conn: &mut Conn, actor: &Actor, since: Instant) -> Result<Vec<(Event, String, String)>> {
    let guest_of = actor.account.map_or(Ok(Vec::new()), |account| store::guest_of_any(conn, account))?;
    let mut found = store::published_since(conn, since)?;
    found.retain(|(e, public, ..)| (*public || actor.is_staff(e.process_id)) && may_know(actor, e, &guest_of));
    Ok(found.into_iter().map(|(event, _, slug, title)| (event, slug, title)).collect())
}

/// The documents of an event.
///
/// # Errors
/// The database's.
pub fn documents(conn: &mut Conn, id: EventId) -> Result<Vec<Document>> {
    store::documents(conn, id)
}

/// The tables of an event with their sessions, in order: two statements.
///
/// # Errors
/// The database's.
pub fn tables(conn: &mut Conn, id: EventId) -> Result<Vec<(Table, Vec<Session>)>> {
    let sessions = store::sessions(conn, id)?;
    let of = |table: TableId| sessions.iter().filter(|s| s.table_id == table).cloned().collect();
    Ok(store::tables(conn, id)?.into_iter().map(|t| (t.clone(), of(t.id))).collect())
}

/// Queues the reminders that are due, a day before, to everybody with a seat whom no letter of that day has told yet; how many events
/// were told of. Called every minute by a worker of each node; each event is told of once.
///
/// # Errors
/// The database's.
pub fn tell_due(w: &mut Write<'_>) -> Result<usize> {
    let mut told = 0;
    for event in store::unreminded(w.conn, w.now, w.now.plus_seconds(rules::REMIND_SECONDS))? {
        if store::reminded(w, event.id)? {
            letters::remind(w, &event)?;
            told += 1;
        }
    }
    Ok(told)
}

/// Forgets what is no longer needed of who enrolled: what they need to take part a month after the event, names, addresses,
/// links and acts at the door a year after. What is left tells nobody from anybody.
///
/// # Errors
/// The database's.
pub fn sweep(w: &mut Write<'_>) -> Result<()> {
    enrol_store::forget_needs(w, w.now.plus_days(-NEEDS_DAYS))?;
    enrol_store::forget_people(w, w.now.plus_days(-PEOPLE_DAYS))
}

/// For how many days after an event it is kept what somebody needed to take part.
pub const NEEDS_DAYS: i64 = 30;
/// For how many days after an event it is kept who enrolled and who came.
pub const PEOPLE_DAYS: i64 = 365;

/// What has been counted of a process's events, those one may know of: planned in all, and of these held and cancelled.
pub fn counts(events: &[Event]) -> (i64, i64, i64) {
    let count = |f: &dyn Fn(&Event) -> bool| i64::try_from(events.iter().filter(|e| f(e)).count()).unwrap_or(0);
    (count(&|_| true), count(&|e| e.state == State::Held), count(&|e| e.state == State::Cancelled))
}

/// The instant after which an event counts as past on a page.
pub fn is_past(event: &Event, now: Instant) -> bool {
    !event.to_come() || event.ends_at <= now
}
