//! From the minutes to the register: a line, or several together, becomes a contribution like any other, with its number.

use std::collections::HashMap;

use super::model::{Chosen, Line, Together};
use super::{ops, rules, store};
use crate::access::{Actor, EnterOther, Permit, Subject, WindowState};
use crate::clock::Instant;
use crate::db::{Conn, Write};
use crate::events::{self, Event, Table};
use crate::id::{ContributionId, EventId, ProcessId, sha256};
use crate::register::{self, Channel, Contribution, NamedAs, NewContribution, Receipt};
use crate::{Error, Problems, Result, audit, consultations};

/// SHA-256 of what lines say, in whatever order: whoever brings them in says so what they have read.
pub fn fingerprint<'a>(lines: impl IntoIterator<Item = &'a Line>) -> String {
    let mut all: Vec<(&str, &str)> = lines.into_iter().map(|l| (l.key.as_str(), l.text.as_str())).collect();
    all.sort_unstable();
    sha256(format!("{all:?}"))
}

/// Brings lines of one event into the register as one contribution, wherever at it they were said. It speaks of the version whose
/// window counts now, and was received when the last of its lines was said: before the window opened like any other, and late once
/// it had closed. The tables are named beside it, nobody who sat there; each line keeps its session (`minute_contributions`).
///
/// # Errors
/// [`Error::Denied`]; [`Error::Invalid`] without lines, or for a passage that is not in the version; [`Error::NotFound`] for lines of
/// another event; [`Error::Refused`] where one is in the register already, was removed, or says something else than
/// what was read, for too many, or while no version has a window.
pub fn contribute(w: &mut Write<'_>, actor: &Actor, event: &Event, new: &Together) -> Result<Receipt> {
    let process = event.process_id;
    let permit: Permit<EnterOther> = actor.permit(Subject::of(process))?;
    let mut changed = Vec::new();
    // Always in the same order: who brings in lines of the same sessions waits here, and nobody mends them meanwhile.
    for at in ops::chosen(w.conn, actor, event, &new.lines)? {
        let keeper = ops::keep(w.conn, actor, &at.place)?;
        let number = store::next_change(w, &keeper, at.place.session.id)?;
        changed.push((at.place.session.id, keeper, number));
    }
    let found = ops::chosen(w.conn, actor, event, &new.lines)?;
    let lines = rules::together(found.into_iter().flat_map(|at| at.lines).collect(), &new.lines)?;
    let window = consultations::ops::current(w.conn, process, w.now)?;
    let window = window.ok_or(Error::Refused("refused-minutes-no-window"))?;
    let said_at = last_said(&lines).unwrap_or(w.now);
    let late = window.state(said_at) == WindowState::After;
    if fingerprint(&lines) != new.seen {
        return Err(Error::Refused("refused-minutes-changed"));
    }
    let words: Vec<&str> = lines.iter().map(|l| l.text.as_str()).collect();
    let row = NewContribution {
        passage: None,
        kind: new.kind,
        text: words.join("\n"),
        proposed: String::new(),
        shown: true,
        named_as: NamedAs::Pseudonym,
        pseudonym: new.named.clone(),
        organisation: None,
        channel: Channel::Table,
        sender: new.named.clone(),
        evidence: new.evidence.clone(),
        version: window.version_id,
    };
    let row = on(w.conn, process, row, new.passage)?;
    let receipt = register::ops::receive(w, &permit, &window, row, said_at, late, None).map_err(elsewhere)?;
    for (session, keeper, number) in &changed {
        let mine: Vec<&Line> = lines.iter().filter(|l| l.session == *session).collect();
        store::contributed(w, keeper, &mine, receipt.id, *number)?;
    }
    audit::record(w, &permit, &format!("contribution {} entered", receipt.number), &new.evidence)?;
    Ok(receipt)
}

/// When the last of some lines was said: that is when what they become was received.
pub fn last_said(lines: &[Line]) -> Option<Instant> {
    lines.iter().map(|l| l.said_at).max()
}

fn on(conn: &mut Conn, of: ProcessId, row: NewContribution, code: Option<i32>) -> Result<NewContribution> {
    let Some(code) = code else { return Ok(row) };
    let passage = store::passage(conn, of, code)?.ok_or(Error::NotFound).map_err(elsewhere)?;
    Ok(NewContribution { passage: Some(passage), ..row })
}

/// A passage that is not there is something wrong with what was typed.
fn elsewhere(e: Error) -> Error {
    if !matches!(e, Error::NotFound) {
        return e;
    }
    let mut p = Problems::default();
    p.add("passage", "problem-passage");
    Error::Invalid(p)
}

/// Where the lines were said that became a contribution, in the order of the tables and sessions; nothing for one that was not
/// said at a table. For the staff.
///
/// # Errors
/// The database's.
pub fn said_where(conn: &mut Conn, of: ContributionId) -> Result<Vec<Chosen>> {
    let lines = store::lines_of(conn, of)?;
    let Some((_, first)) = lines.first() else { return Ok(Vec::new()) };
    let Some(event) = store::event_of(conn, *first)? else { return Ok(Vec::new()) };
    let keys: Vec<String> = lines.iter().map(|(key, _)| key.clone()).collect();
    let event = events::ops::by_id(conn, event)?;
    ops::placed(conn, &event, &keys)
}

/// A table where lines of a contribution were said: the numbers of its event and of itself, its theme.
pub type SaidAt = (i32, i32, String);

/// The tables where the lines were said that became contributions, for everybody; no statement where none of them was said at a table.
///
/// # Errors
/// The database's.
pub fn tables_of(conn: &mut Conn, of: &[&Contribution]) -> Result<HashMap<ContributionId, Vec<SaidAt>>> {
    let ids: Vec<ContributionId> = of.iter().filter(|c| c.channel == Channel::Table).map(|c| c.id).collect();
    let mut found: HashMap<ContributionId, Vec<SaidAt>> = HashMap::new();
    if !ids.is_empty() {
        for (id, event, table, theme) in store::public_places(conn, &ids)? {
            found.entry(id).or_default().push((event, table, theme));
        }
    }
    Ok(found)
}

/// The contributions that what was said at the tables of several events became: event, and number in the register; one statement.
///
/// # Errors
/// The database's.
pub fn of_events(conn: &mut Conn, events: &[EventId]) -> Result<Vec<(EventId, i32)>> {
    store::numbers_in(conn, events)
}

/// The numbers of the contributions that what was said at a table became.
///
/// # Errors
/// The database's.
pub fn of_table(conn: &mut Conn, table: &Table) -> Result<Vec<i32>> {
    store::numbers_of(conn, table.id)
}
