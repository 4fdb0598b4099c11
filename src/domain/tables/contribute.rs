//! From the minutes to the register: a line, or several together, becomes a contribution like any other, with its number.

use super::model::{Place, Together};
use super::{ops, rules, store};
use crate::access::{Actor, EnterOther, Permit, Subject, WindowState};
use crate::db::{Conn, Write};
use crate::events::Table;
use crate::register::{self, Channel, NamedAs, NewContribution, Receipt};
use crate::{Error, Problems, Result, audit, consultations};

/// Brings lines into the register as one contribution. It speaks of the version whose window counts now, and was received when
/// the last of its lines was said: before the window opened like any other, and late once it had closed. The table is named beside
/// it, nobody who sat there.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Invalid`] without lines, or for a passage that is not in the version; [`Error::NotFound`] for lines of
/// another session; [`Error::Refused`] where one is in the register already, or while no version has a window.
pub fn contribute(w: &mut Write<'_>, actor: &Actor, place: &Place, new: &Together) -> Result<Receipt> {
    let process = place.event.process_id;
    let permit: Permit<EnterOther> = actor.permit(Subject::of(process))?;
    let keeper = ops::keep(w.conn, actor, place)?;
    let changed = store::next_change(w, &keeper, place.session.id)?;
    let lines = rules::together(store::since(w.conn, place.session.id, 0)?, &new.lines)?;
    let window = consultations::ops::current(w.conn, process, w.now)?;
    let window = window.ok_or(Error::Refused("refused-minutes-no-window"))?;
    let said_at = lines.iter().map(|l| l.said_at).max().unwrap_or(w.now);
    let late = window.state(said_at) == WindowState::After;
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
    let row = on(w.conn, place, row, new.passage)?;
    let receipt = register::ops::receive(w, &permit, &window, row, said_at, late, None).map_err(elsewhere)?;
    store::contributed(w, &keeper, &lines, receipt.id, changed)?;
    audit::record(w, &permit, &format!("contribution {} entered", receipt.number), &new.evidence)?;
    Ok(receipt)
}

fn on(conn: &mut Conn, place: &Place, row: NewContribution, code: Option<i32>) -> Result<NewContribution> {
    let Some(code) = code else { return Ok(row) };
    let passage = store::passage(conn, place.event.process_id, code)?.ok_or(Error::NotFound).map_err(elsewhere)?;
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

/// The numbers of the contributions that what was said at a table became.
///
/// # Errors
/// The database's.
pub fn of_table(conn: &mut Conn, table: &Table) -> Result<Vec<i32>> {
    store::numbers_of(conn, table.id)
}
