//! What the report says of the events: where people met, how many came, and what of it is in the register.

use std::collections::BTreeSet;

use super::model::EventFacts;
use crate::Result;
use crate::db::Conn;
use crate::events::{self, Event, State, figures};
use crate::id::{EventId, ProcessId};
use crate::tables::{contribute, restitution};

/// The events everybody may know of; contributions whose numbers are in `late` are counted elsewhere. Seven statements, one where there
/// are no events.
pub fn events(conn: &mut Conn, process: ProcessId, late: &BTreeSet<i32>) -> Result<Vec<EventFacts>> {
    let public = events::ops::public(conn, process)?;
    if public.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<EventId> = public.iter().map(|e| e.id).collect();
    let (each, _) = figures::of_events(conn, process, &ids)?;
    let tables = events::ops::table_counts(conn, process)?;
    let said: Vec<(EventId, i32)> = contribute::of_events(conn, &ids)?;
    let restituted = restitution::ops::published_in(conn, &ids)?;
    let facts = |e: Event| EventFacts {
        number: e.number,
        kind: e.kind,
        tables: tables.get(&e.id).copied().unwrap_or_default(),
        contributions: i64::try_from(said.iter().filter(|(of, n)| *of == e.id && !late.contains(n)).count())
            .unwrap_or(0),
        present: each.iter().find(|(id, _)| *id == e.id && e.state == State::Held).map(|(_, f)| f.present()),
        restitution: restituted.contains(&e.id),
        place: if e.in_room() { e.place } else { String::new() },
        title: e.title,
        starts_at: e.starts_at,
        state: e.state,
        reason: e.state_reason,
    };
    Ok(public.into_iter().map(facts).collect())
}
