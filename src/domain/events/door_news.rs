//! What a door hears while it stands open: who was let in by another one, or not after all; who enrolled, who got a seat or another
//! table, who gave theirs up, since it asked last.

use diesel::dsl::{count_star, exists, max};
use diesel::prelude::*;

use super::door::{self, Done, MOST_PEOPLE};
use super::enrol_store;
use super::model::{Enrolment, EnrolmentState, Event};
use crate::Result;
use crate::access::{Actor, KeepDoor, Permit, Subject};
use crate::clock::Instant;
use crate::db::Conn;
use crate::db::schema::{door_acts, enrolments};
use crate::id::{EnrolmentId, EventId, TableId};

/// An act bears the instant at which it arrived and is seen once it is committed: what arrived so many seconds before the last one
/// that was seen is told again, which changes nothing.
const OVERLAP_SECONDS: i64 = 60;

/// How far a door has heard: acts, the last place in the order of arrival, when the last act arrived, changes of those who enrolled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Mark {
    acts: i64,
    turn: i32,
    at: i64,
    changes: i32,
}

impl Mark {
    /// Out of what a page sent back; whatever else it sent has heard nothing.
    fn parse(text: &str) -> Self {
        let mut parts = text.split('-').map(|n| n.parse::<i64>().ok().filter(|n| *n >= 0));
        let mut next = || parts.next().flatten();
        let (acts, turn, at, changes) = (next(), next(), next(), next());
        let small = |n: Option<i64>| n.and_then(|n| i32::try_from(n).ok());
        match (acts, small(turn), at, small(changes)) {
            (Some(acts), Some(turn), Some(at), Some(changes)) => Self { acts, turn, at, changes },
            _ => Self::default(),
        }
    }

    fn text(self) -> String {
        format!("{}-{}-{}-{}", self.acts, self.turn, self.at, self.changes)
    }
}

/// What is new.
#[derive(Debug, Clone)]
pub struct News {
    /// How far it goes: what to ask with next.
    pub mark: String,
    /// Everybody something was done about, of whom something changed, and who enrolled since.
    pub people: Vec<Enrolment>,
    /// Who is not in the list any more.
    pub gone: Vec<EnrolmentId>,
    /// How many are there: at each table, and at none.
    pub at: Vec<(Option<TableId>, i64)>,
    /// Heads, where no names are taken.
    pub heads: i64,
    /// The last acts, newest first.
    pub acts: Vec<Done>,
}

/// How far a page has heard that is made now: two statements.
///
/// # Errors
/// The database's.
pub fn mark(conn: &mut Conn, event: &Event) -> Result<String> {
    Ok(now(conn, event)?.text())
}

/// The event was read before: what changed in between is told again, never missed.
fn now(conn: &mut Conn, event: &Event) -> Result<Mark> {
    let all = door_acts::table.filter(door_acts::event_id.eq(event.id));
    let (acts, at): (i64, Option<Instant>) = all.select((count_star(), max(door_acts::recorded_at))).first(conn)?;
    let turn = enrol_store::last_turn(conn, event.id)?;
    Ok(Mark { acts, turn, at: at.map_or(0, |at| at.0), changes: event.enrolment_changes })
}

/// What is new since a mark: two statements where nothing is, and then none is the answer; six otherwise.
///
/// # Errors
/// [`crate::Error::Denied`].
pub fn since(conn: &mut Conn, actor: &Actor, event: &Event, mark: &str) -> Result<Option<News>> {
    let _permit: Permit<KeepDoor> = actor.permit(Subject::of(event.process_id))?;
    // How far it goes first: what is done in between is told again, never missed.
    let (heard, now) = (Mark::parse(mark), now(conn, event)?);
    if heard == now {
        return Ok(None);
    }
    let there = enrol_store::present_at(conn, event.id)?;
    let (gone, people): (Vec<_>, Vec<_>) =
        touched(conn, event.id, heard)?.into_iter().partition(|e| e.state == EnrolmentState::Cancelled);
    let news = News {
        mark: now.text(),
        people,
        gone: gone.into_iter().map(|e| e.id).collect(),
        at: there.into_iter().map(|(table, _, n)| (table, n)).collect(),
        heads: door::heads(conn, event.id)?,
        acts: door::last(conn, event.id)?,
    };
    Ok(Some(news))
}

fn touched(conn: &mut Conn, id: EventId, heard: Mark) -> Result<Vec<Enrolment>> {
    let after = Instant(heard.at).plus_seconds(-OVERLAP_SECONDS);
    let about = door_acts::table
        .filter(door_acts::enrolment_id.eq(enrolments::id.nullable()))
        .filter(door_acts::recorded_at.ge(after));
    let rows = enrolments::table
        .filter(enrolments::event_id.eq(id))
        .filter(enrolments::turn.gt(heard.turn).or(enrolments::changed.gt(heard.changes)).or(exists(about)))
        // Whoever is there to be let in comes first: those who gave their place up are many nowhere.
        .order((enrolments::state.eq(EnrolmentState::Cancelled), enrolments::name_key, enrolments::id));
    Ok(rows.select(Enrolment::as_select()).limit(MOST_PEOPLE).load(conn)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_mark_has_heard_nothing() {
        let mark = Mark { acts: 3, turn: 40, at: 1_700_000_000_000_000, changes: 7 };
        assert_eq!(Mark::parse(&mark.text()), mark);
        for bad in [
            "",
            "3",
            "3-40-1",
            "3-40-1-",
            "-1-2-3-4",
            "3-99999999999-1-1",
            "3-40-1-99999999999",
            "a-b-c-d",
            "3-40-1-1x",
            "' OR 1=1",
        ] {
            assert_eq!(Mark::parse(bad), Mark::default(), "{bad}");
        }
    }
}
