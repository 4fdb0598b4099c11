//! What may be typed about an event, when one may enrol, when the door is open, and what an event may become.

use super::model::{Admission, Document, Event, Facts, NewEnrolment, State, Wish};
use super::{Kind, Mode, Session, Table};
use crate::accounts::{self, CATEGORIES};
use crate::clock::Instant;
pub use crate::names::plain as name_key;
use crate::{Problems, Result};

/// The most seats anything may have.
const MOST_SEATS: i32 = 10_000;
/// How long an event may last, in hours: a desk may stand for a week.
const LONGEST_HOURS: i64 = 24 * 14;
/// The door's page opens so many hours before the event: devices are made ready while there is network.
pub const DOOR_OPENS_HOURS: i64 = 48;
/// And takes corrections for so many days after its end.
const DOOR_CLOSES_DAYS: i64 = 7;

/// Whether an event can be enrolled for at an instant.
pub fn may_enrol(event: &Event, at: Instant) -> bool {
    event.published_at.is_some() && event.to_come() && event.admission == Admission::Names && at < event.closes_at
}

/// Whether seats that become free are still handed to those who wait: until the event begins.
pub fn moves_up(event: &Event, at: Instant) -> bool {
    event.to_come() && at < event.starts_at
}

/// Everybody who has a seat is reminded so long before the beginning, in seconds.
pub const REMIND_SECONDS: i64 = 24 * 3600;

/// Whether a letter of this instant that says when and where the event is comes late enough to serve as the reminder: whoever gets a
/// seat on the last day is not told a second time (`docs/decisions/0037-reminders.md`).
pub fn serves_as_reminder(event: &Event, at: Instant) -> bool {
    event.to_come() && at >= event.starts_at.plus_seconds(-REMIND_SECONDS) && at < event.starts_at
}

/// How near an event is, as people say it in Rome.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Near {
    /// On this day.
    Today,
    /// On the next day.
    Tomorrow,
    /// Later; or it has begun.
    Not,
}

/// How near is what begins at `starts_at`, seen from `at`.
pub fn near(starts_at: Instant, at: Instant) -> Near {
    if at >= starts_at {
        return Near::Not;
    }
    match (starts_at.day() - at.day()).num_days() {
        0 => Near::Today,
        1 => Near::Tomorrow,
        _ => Near::Not,
    }
}

/// Whether who came can be said at an instant.
pub fn door_is_open(event: &Event, at: Instant) -> bool {
    event.published_at.is_some()
        && event.state != State::Cancelled
        && at >= event.starts_at.plus_seconds(-DOOR_OPENS_HOURS * 3600)
        && at < door_closes(event)
}

/// When the door takes nothing any more.
#[must_use]
pub fn door_closes(event: &Event) -> Instant {
    event.ends_at.plus_days(DOOR_CLOSES_DAYS)
}

/// Whether an event may become something else: what was held or cancelled stays so, and nothing was held that has not begun.
pub fn may_become(event: &Event, next: State, at: Instant) -> std::result::Result<(), &'static str> {
    match (event.state, next) {
        (State::Planned | State::MovedOnline, State::Cancelled) | (State::Planned, State::MovedOnline) => Ok(()),
        (State::Planned | State::MovedOnline, State::Held) if at >= event.starts_at => Ok(()),
        (State::Planned | State::MovedOnline, State::Held) => Err("refused-event-not-begun"),
        _ => Err("refused-event-over"),
    }
}

fn link(p: &mut Problems, field: &'static str, value: &str) -> String {
    let link = p.text(field, value, false, 1000);
    if !link.is_empty() && !is_link(&link) {
        p.add(field, "problem-link");
    }
    link
}

fn is_link(link: &str) -> bool {
    let rest = link.strip_prefix("https://").or_else(|| link.strip_prefix("http://"));
    rest.is_some_and(|r| !r.is_empty()) && !link.chars().any(char::is_whitespace)
}

fn seats(p: &mut Problems, field: &'static str, n: i32, least: i32) -> i32 {
    if n < least || n > MOST_SEATS {
        let key = if least > 0 { "problem-seats-from-one" } else { "problem-seats" };
        p.add_with(field, key, i64::from(MOST_SEATS));
    }
    n
}

/// Facts, trimmed and checked; enrolling ends at the beginning where nothing else was typed.
///
/// # Errors
/// [`crate::Error::Invalid`].
pub fn facts(new: &Facts) -> Result<Facts> {
    let mut p = Problems::default();
    let checked = Facts {
        kind: new.kind,
        title: p.text("title", &new.title, true, 200),
        programme: p.text("programme", &new.programme, false, 10_000),
        place: p.text("place", &new.place, false, 200),
        address: p.text("address", &new.address, false, 300),
        accessibility: p.text("accessibility", &new.accessibility, false, 2000),
        online_link: link(&mut p, "online_link", &new.online_link),
        starts_at: new.starts_at,
        ends_at: new.ends_at,
        // Who comes to a meeting of the committee is known by name already.
        admission: if new.kind == Kind::Steering { Admission::Headcount } else { new.admission },
        closes_at: Some(new.closes_at.unwrap_or(new.starts_at)),
        room_seats: seats(&mut p, "room_seats", new.room_seats, 0),
        remote_seats: seats(&mut p, "remote_seats", new.remote_seats, 0),
        past_meant: new.past_meant,
    };
    if checked.place.is_empty() && checked.online_link.is_empty() {
        p.add("place", "problem-place-or-link");
    }
    if new.ends_at <= new.starts_at {
        p.add("ends_at", "problem-ends-before-starts");
    } else if new.ends_at > new.starts_at.plus_seconds(LONGEST_HOURS * 3600) {
        p.add("ends_at", "problem-event-too-long");
    }
    if checked.closes_at.is_some_and(|at| at > new.starts_at) {
        p.add("closes_at", "problem-closes-after-start");
    }
    let names = checked.admission == Admission::Names;
    if names && !checked.place.is_empty() && new.room_seats == 0 {
        p.add("room_seats", "problem-room-seats-needed");
    }
    if names && checked.place.is_empty() && new.remote_seats == 0 {
        p.add("remote_seats", "problem-remote-seats-needed");
    }
    // Whoever gets such a seat needs to know where: an address typed wrongly is said once.
    let told = p.0.iter().any(|x| x.field == "online_link");
    if names && new.remote_seats > 0 && !checked.place.is_empty() && checked.online_link.is_empty() && !told {
        p.add("online_link", "problem-remote-needs-link");
    }
    p.check()?;
    Ok(checked)
}

/// A reason everybody can read, and the link an event that is moved online needs.
pub fn change(next: State, reason: &str, online_link: &str) -> Result<(String, String)> {
    let mut p = Problems::default();
    let reason = p.text("reason", reason, next != State::Held, 2000);
    let online_link = link(&mut p, "online_link", online_link);
    if next == State::MovedOnline && online_link.is_empty() && p.0.iter().all(|x| x.field != "online_link") {
        p.add("online_link", "problem-required");
    }
    p.check()?;
    Ok((reason, online_link))
}

/// The name of a field in a row of a list; rows count from 1.
fn row(field: &str, n: usize) -> String {
    format!("{field}-{}", n + 1)
}

/// Documents, trimmed and checked.
pub fn documents(list: &[Document]) -> Result<Vec<Document>> {
    let mut p = Problems::default();
    let mut checked = Vec::with_capacity(list.len());
    for (n, x) in list.iter().enumerate() {
        let title = p.text(row("title", n), &x.title, true, 300);
        let note = p.text(row("note", n), &x.note, false, 1000);
        let link = p.text(row("link", n), &x.link, false, 1000);
        if !link.is_empty() && !is_link(&link) {
            p.add(row("link", n), "problem-link");
        }
        checked.push(Document { title, note, link });
    }
    p.check()?;
    Ok(checked)
}

/// Whether what is typed of when a session is lies outside the time of its event.
pub fn is_outside(event: &Event, session: &Session) -> bool {
    let within = |at: Option<Instant>| at.is_none_or(|at| at >= event.starts_at && at <= event.ends_at);
    !within(session.starts_at) || !within(session.ends_at)
}

/// Whether two sessions are at the same time, as far as that is known.
fn overlap(a: &Session, b: &Session) -> bool {
    match (a.starts_at, a.ends_at, b.starts_at, b.ends_at) {
        (Some(a_starts), Some(a_ends), Some(b_starts), Some(b_ends)) => a_starts < b_ends && b_starts < a_ends,
        _ => false,
    }
}

/// A table with its sessions, trimmed and checked; the sessions stand in the order of the list. A table has no more seats than the
/// room it stands in (all tables together may have: at each sits who chose it); its sessions are within the event, one after the other.
pub fn table(event: &Event, new: &Table, sessions: &[Session]) -> Result<(Table, Vec<Session>)> {
    let mut p = Problems::default();
    let table = Table {
        theme: p.text("theme", &new.theme, true, 200),
        room: p.text("room", &new.room, false, 200),
        seats: seats(&mut p, "seats", new.seats, 1),
        ..new.clone()
    };
    let bounded = event.admission == Admission::Names && event.room_seats > 0;
    if bounded && new.seats > event.room_seats && p.0.iter().all(|x| x.field != "seats") {
        p.add_with("seats", "problem-table-over-room", i64::from(event.room_seats));
    }
    let mut checked = Vec::with_capacity(sessions.len());
    for (n, x) in sessions.iter().enumerate() {
        let question = p.text(row("question", n), &x.question, true, 1000);
        if matches!((x.starts_at, x.ends_at), (Some(start), Some(end)) if end <= start) {
            p.add(row("ends_at", n), "problem-ends-before-starts");
        } else if is_outside(event, x) {
            p.add(row("starts_at", n), "problem-session-outside");
        } else if sessions[..n].iter().any(|other| overlap(other, x)) {
            p.add(row("starts_at", n), "problem-sessions-overlap");
        }
        checked.push(Session { question, position: i32::try_from(n).unwrap_or(i32::MAX - 1) + 1, ..x.clone() });
    }
    p.check()?;
    Ok((table, checked))
}

/// What may be wished for at an event with these tables.
pub fn wish(p: &mut Problems, event: &Event, tables: &[Table], wish: Wish) -> Wish {
    let known = |t| tables.iter().any(|x| x.id == t);
    match wish.mode {
        Mode::Remote if event.remote_seats == 0 => p.add("mode", "problem-choose"),
        Mode::Room if event.room_seats == 0 => p.add("mode", "problem-choose"),
        _ => {}
    }
    if wish.mode == Mode::Remote || tables.is_empty() {
        return Wish { first: None, second: None, ..wish };
    }
    if !wish.first.is_some_and(known) {
        p.add("first", "problem-choose");
    }
    if wish.second.is_some_and(|t| !known(t)) {
        p.add("second", "problem-choose");
    }
    // The same table twice is one choice.
    Wish { second: wish.second.filter(|s| Some(*s) != wish.first), ..wish }
}

/// What is typed about oneself, trimmed and checked; without a category where one comes for no organisation.
pub fn person(p: &mut Problems, new: &NewEnrolment) -> NewEnrolment {
    let organisation = p.text("organisation", &new.organisation, false, 200);
    if !organisation.is_empty() && !CATEGORIES.contains(&new.category.as_str()) {
        p.add("category", "problem-choose");
    }
    let category = if organisation.is_empty() { String::new() } else { new.category.clone() };
    NewEnrolment {
        name: one_line(&p.text("name", &new.name, true, 120)),
        organisation: one_line(&organisation),
        organisation_listed: new.organisation_listed && !organisation.is_empty(),
        category,
        zone: one_line(&p.text("zone", &new.zone, false, 120)),
        needs: p.text("needs", &new.needs, false, 1000),
        lang: if new.lang == "en" { "en" } else { "it" }.to_owned(),
        ..new.clone()
    }
}

pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// An address for letters, trimmed and checked.
pub fn email(p: &mut Problems, value: &str) -> String {
    accounts::email(p, value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(state: State) -> Event {
        Event {
            id: crate::id::EventId(1),
            process_id: crate::id::ProcessId(1),
            number: 1,
            kind: Kind::Participatory,
            title: "Prova".into(),
            programme: String::new(),
            place: "Sala".into(),
            address: String::new(),
            accessibility: String::new(),
            online_link: String::new(),
            starts_at: Instant(0).plus_days(10),
            ends_at: Instant(0).plus_days(11),
            admission: Admission::Names,
            closes_at: Instant(0).plus_days(9),
            room_seats: 10,
            room_taken: 0,
            remote_seats: 0,
            remote_taken: 0,
            state,
            state_reason: String::new(),
            moved_online_at: None,
            ended_at: None,
            revision: 0,
            guide_text: String::new(),
            published_at: Some(Instant(0)),
            enrolment_changes: 0,
        }
    }

    #[test]
    fn what_an_event_may_become() {
        let (before, during) = (Instant(0), Instant(0).plus_days(10));
        let table = [
            (State::Planned, State::Held, before, Err("refused-event-not-begun")),
            (State::Planned, State::Held, during, Ok(())),
            (State::Planned, State::MovedOnline, before, Ok(())),
            (State::MovedOnline, State::MovedOnline, before, Err("refused-event-over")),
            (State::MovedOnline, State::Held, during, Ok(())),
            (State::MovedOnline, State::Cancelled, before, Ok(())),
            (State::Held, State::Cancelled, during, Err("refused-event-over")),
            (State::Cancelled, State::Planned, before, Err("refused-event-over")),
        ];
        for (from, to, at, expected) in table {
            assert_eq!(may_become(&event(from), to, at), expected, "{from:?} {to:?}");
        }
    }

    #[test]
    fn enrolling_ends_and_the_door_opens_when_they_should() {
        let e = event(State::Planned);
        let day = |n| Instant(0).plus_days(n);
        assert!(may_enrol(&e, day(8)) && !may_enrol(&e, day(9)));
        assert!(moves_up(&e, day(9)) && !moves_up(&e, day(10)));
        for (n, open) in [(7, false), (8, true), (10, true), (17, true), (18, false)] {
            assert_eq!(door_is_open(&e, day(n)), open, "day {n}");
        }
        assert!(!door_is_open(&event(State::Cancelled), day(10)) && !may_enrol(&event(State::Cancelled), day(1)));
    }

    #[test]
    fn a_letter_of_the_last_day_is_the_reminder() {
        let (e, over) = (event(State::Planned), event(State::Cancelled));
        let before = |seconds: i64| e.starts_at.plus_seconds(-seconds);
        let table = [
            (&e, before(REMIND_SECONDS + 1), false),
            (&e, before(REMIND_SECONDS), true),
            (&e, before(3600), true),
            (&e, before(1), true),
            (&e, before(0), false),
            (&e, before(-3600), false),
            (&over, before(3600), false),
        ];
        for (event, at, serves) in table {
            assert_eq!(serves_as_reminder(event, at), serves, "{:?} {at:?}", event.state);
        }
    }

    #[test]
    fn today_and_tomorrow_are_days_of_rome() {
        let rome = |wall: &str| Instant::in_rome(wall.parse().unwrap());
        let table = [
            ("2031-03-10T15:00:00", "2031-03-10T09:00:00", Near::Today),
            ("2031-03-10T15:00:00", "2031-03-10T00:00:00", Near::Today),
            ("2031-03-10T15:00:00", "2031-03-09T23:59:59", Near::Tomorrow),
            ("2031-03-10T15:00:00", "2031-03-09T00:00:00", Near::Tomorrow),
            ("2031-03-10T15:00:00", "2031-03-08T23:59:59", Near::Not),
            ("2031-03-10T15:00:00", "2031-03-10T15:00:00", Near::Not),
            ("2031-03-10T15:00:00", "2031-03-10T16:00:00", Near::Not),
            // After midnight in Rome it is still the day before in UTC.
            ("2031-03-10T00:30:00", "2031-03-09T23:45:00", Near::Tomorrow),
            ("2031-03-10T20:00:00", "2031-03-10T00:15:00", Near::Today),
            // The day on which the clocks go forward has 23 hours, and the next letter is of the day before all the same.
            ("2031-03-30T23:00:00", "2031-03-29T23:30:00", Near::Tomorrow),
        ];
        for (starts_at, at, expected) in table {
            assert_eq!(near(rome(starts_at), rome(at)), expected, "{starts_at} from {at}");
        }
    }

    #[test]
    fn a_table_fits_its_room_and_its_sessions_the_event() {
        let e = event(State::Planned);
        let free = Event { admission: Admission::Headcount, ..e.clone() };
        let hour = |n: i64| Some(e.starts_at.plus_seconds(n * 3600));
        let session = |starts_at, ends_at| Session {
            id: crate::id::SessionId(0),
            table_id: crate::id::TableId(0),
            position: 0,
            question: "?".into(),
            starts_at,
            ends_at,
        };
        let wrong = |event: &Event, seats: i32, times: &[(Option<Instant>, Option<Instant>)]| {
            let new = Table {
                id: crate::id::TableId(0),
                event_id: event.id,
                number: 1,
                theme: "T".into(),
                room: String::new(),
                seats,
                taken: 0,
            };
            let sessions: Vec<Session> = times.iter().map(|(a, b)| session(*a, *b)).collect();
            match table(event, &new, &sessions) {
                Err(crate::Error::Invalid(p)) => p.0.into_iter().map(|x| x.key).collect::<Vec<_>>(),
                _ => Vec::new(),
            }
        };
        let none: Vec<&str> = Vec::new();
        assert_eq!(wrong(&e, 10, &[(None, None), (hour(0), hour(1)), (hour(1), hour(24))]), none);
        assert_eq!(wrong(&e, 11, &[]), ["problem-table-over-room"]);
        assert_eq!(wrong(&free, 11, &[]), none, "no seats are counted");
        assert_eq!(wrong(&e, 0, &[]), ["problem-seats-from-one"]);
        assert_eq!(wrong(&e, 1, &[(hour(-1), hour(1))]), ["problem-session-outside"]);
        assert_eq!(wrong(&e, 1, &[(hour(1), hour(25))]), ["problem-session-outside"]);
        assert_eq!(wrong(&e, 1, &[(hour(1), hour(3)), (hour(2), hour(4))]), ["problem-sessions-overlap"]);
        assert_eq!(wrong(&e, 1, &[(hour(2), hour(1))]), ["problem-ends-before-starts"]);
    }

    #[test]
    fn links_are_addresses() {
        for (link, good) in
            [("https://example.org/x", true), ("https://", false), ("javascript:1", false), ("http://a b", false)]
        {
            assert_eq!(is_link(link), good, "{link}");
        }
    }
}
