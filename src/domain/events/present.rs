//! Which organisations were there and agreed that this be said: what the report's list of participants takes from events. People
//! are counted by the figures and named nowhere (`docs/decisions/0032-who-was-there.md`).

use std::collections::BTreeSet;

use diesel::prelude::*;

use super::model::{Enrolment, EnrolmentState, Event, Kind, State};
use super::{enrol_store, store};
use crate::access::{Actor, Permit, ReadEnrolments, Subject};
use crate::db::schema::{enrolments, event_organisations as kept, events};
use crate::db::{Conn, Write};
use crate::id::{EventId, ProcessId};
use crate::{Result, audit};

/// The organisations somebody was present for, at events that were held and everybody may know of, where whoever enrolled agreed.
///
/// # Errors
/// The database's.
pub fn listed_organisations(conn: &mut Conn, process: ProcessId) -> Result<Vec<String>> {
    let held = events::process_id.eq(process).and(events::state.eq(State::Held)).and(events::kind.ne(Kind::Steering));
    let mut names: BTreeSet<String> = enrolments::table
        .inner_join(events::table.on(events::id.eq(enrolments::event_id)))
        .filter(held.and(enrolments::present.eq(true)).and(enrolments::organisation_listed.eq(true)))
        .filter(enrolments::organisation.ne(""))
        .select(enrolments::organisation)
        .distinct()
        .load(conn)?
        .into_iter()
        .collect();
    let forgotten: Vec<String> = kept::table
        .inner_join(events::table.on(events::id.eq(kept::event_id)))
        .filter(held)
        .select(kept::organisation)
        .load(conn)?;
    names.extend(forgotten);
    Ok(names.into_iter().collect())
}

/// Keeps the names of organisations that agreed, before it is forgotten who came for them.
pub(super) fn keep(w: &mut Write<'_>, over: &[EventId]) -> Result<()> {
    let agreed: Vec<(EventId, String)> = enrolments::table
        .filter(enrolments::event_id.eq_any(over).and(enrolments::present.eq(true)))
        .filter(enrolments::organisation_listed.eq(true).and(enrolments::organisation.ne("")))
        .select((enrolments::event_id, enrolments::organisation))
        .distinct()
        .load(w.conn)?;
    for (event, organisation) in agreed {
        if kept::table.find((event, &organisation)).count().get_result::<i64>(w.conn)? == 0 {
            let row = (kept::event_id.eq(event), kept::organisation.eq(organisation));
            diesel::insert_into(kept::table).values(row).execute(w.conn)?;
        }
    }
    Ok(())
}

/// How many places in the order of arrival are read at a time.
const TURNS: i32 = 500;

/// Takes the list of who enrolled out of the product: that it was taken, and by whom, stays in the trail.
///
/// # Errors
/// [`crate::Error::Denied`].
pub fn take_out(w: &mut Write<'_>, actor: &Actor, id: EventId) -> Result<()> {
    let event = store::by_id(w.conn, id)?;
    let permit: Permit<ReadEnrolments> = actor.permit(Subject::of(event.process_id))?;
    audit::record(w, &permit, &format!("event {} enrolments taken out", event.number), "")
}

/// A part of the list of who enrolled and did not give it up, by turn: parts count from 0, and nothing comes after the last.
///
/// # Errors
/// [`crate::Error::Denied`].
pub fn part(conn: &mut Conn, actor: &Actor, event: &Event, n: i32) -> Result<Option<Vec<Enrolment>>> {
    let _permit: Permit<ReadEnrolments> = actor.permit(Subject::of(event.process_id))?;
    let (after, last) = (n.saturating_mul(TURNS), enrol_store::last_turn(conn, event.id)?);
    if after >= last {
        return Ok(None);
    }
    let rows = enrolments::table.filter(
        enrolments::event_id
            .eq(event.id)
            .and(enrolments::turn.gt(after))
            .and(enrolments::turn.le(after.saturating_add(TURNS)))
            .and(enrolments::state.ne(EnrolmentState::Cancelled)),
    );
    Ok(Some(rows.order(enrolments::turn).select(Enrolment::as_select()).load(conn)?))
}
