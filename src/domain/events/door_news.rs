//! What one door hears of the others: who was let in, or not after all, since it asked last.

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
use crate::id::{EventId, TableId};

/// An act bears the instant at which it arrived and is seen once it is committed: what arrived so many seconds before the last one
/// that was seen is told again, which changes nothing.
const OVERLAP_SECONDS: i64 = 60;

/// How far a door has heard: acts, the last place in the order of arrival, when the last act arrived.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Mark {
    acts: i64,
    turn: i32,
    at: i64,
}

impl Mark {
    /// Out of what a page sent back; whatever else it sent has heard nothing.
    fn parse(text: &str) -> Self {
        let mut parts = text.split('-').map(|n| n.parse::<i64>().ok().filter(|n| *n >= 0));
        let mut next = || parts.next().flatten();
        match (next(), next().and_then(|n| i32::try_from(n).ok()), next()) {
            (Some(acts), Some(turn), Some(at)) => Self { acts, turn, at },
            _ => Self::default(),
        }
    }

    fn text(self) -> String {
        format!("{}-{}-{}", self.acts, self.turn, self.at)
    }
}

/// What is new.
#[derive(Debug, Clone)]
pub struct News {
    /// How far it goes: what to ask with next.
    pub mark: String,
    /// Everybody something was done about, and who enrolled since.
    pub people: Vec<Enrolment>,
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
    Ok(now(conn, event.id)?.text())
}

fn now(conn: &mut Conn, id: EventId) -> Result<Mark> {
    let all = door_acts::table.filter(door_acts::event_id.eq(id));
    let (acts, at): (i64, Option<Instant>) = all.select((count_star(), max(door_acts::recorded_at))).first(conn)?;
    Ok(Mark { acts, turn: enrol_store::last_turn(conn, id)?, at: at.map_or(0, |at| at.0) })
}

/// What is new since a mark: two statements where nothing is, and then none is the answer; six otherwise.
///
/// # Errors
/// [`crate::Error::Denied`].
pub fn since(conn: &mut Conn, actor: &Actor, event: &Event, mark: &str) -> Result<Option<News>> {
    let _permit: Permit<KeepDoor> = actor.permit(Subject::of(event.process_id))?;
    // How far it goes first: what is done in between is told again, never missed.
    let (heard, now) = (Mark::parse(mark), now(conn, event.id)?);
    if heard == now {
        return Ok(None);
    }
    let there = enrol_store::present_at(conn, event.id)?;
    let news = News {
        mark: now.text(),
        people: touched(conn, event.id, heard)?,
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
        .filter(enrolments::event_id.eq(id).and(enrolments::state.ne(EnrolmentState::Cancelled)))
        .filter(enrolments::turn.gt(heard.turn).or(exists(about)))
        .order((enrolments::name_key, enrolments::id));
    Ok(rows.select(Enrolment::as_select()).limit(MOST_PEOPLE).load(conn)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_mark_has_heard_nothing() {
        let mark = Mark { acts: 3, turn: 40, at: 1_700_000_000_000_000 };
        assert_eq!(Mark::parse(&mark.text()), mark);
        for bad in ["", "3", "3-40", "3-40-", "-1-2-3", "3-99999999999-1", "a-b-c", "3-40-1x", "' OR 1=1"] {
            assert_eq!(Mark::parse(bad), Mark::default(), "{bad}");
        }
    }
}
