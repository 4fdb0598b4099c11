//! The verbs of reports.

use super::content::{self, gather};
use super::model::{Content, Entry, Format, Frozen, MAX_REASON, NewEntry, Outcomes, Participants, Ready, Report};
use super::store;
use crate::access::{Actor, Permit, PrepareReport, PublishReport, Subject};
use crate::db::{Conn, Write};
use crate::id::{ProcessId, RowId, sha256};
use crate::mail::Params;
use crate::{Error, Problems, Result, audit, processes};

/// Enters participants of a channel that is not in the product; how many organisations were entered.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Invalid`].
pub fn enter(w: &mut Write<'_>, actor: &Actor, process: ProcessId, new: &NewEntry) -> Result<usize> {
    let permit: Permit<PrepareReport> = actor.permit(Subject::of(process))?;
    let mut p = Problems::default();
    let names: Vec<String> = new
        .organisations
        .iter()
        .map(|name| p.text("organisations", name, false, 300).split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|name| !name.is_empty())
        .collect();
    if names.is_empty() && new.citizens <= 0 {
        p.add("organisations", "problem-required");
    }
    if names.len() > 2000 || !(0..=100_000).contains(&new.citizens) {
        p.add("citizens", "problem-number");
    }
    p.check()?;
    for name in &names {
        store::insert_entry(w, &permit, process, new.channel, name, 0)?;
    }
    if new.citizens > 0 {
        store::insert_entry(w, &permit, process, new.channel, "", new.citizens)?;
    }
    let subject = format!("{} organisations, {} citizens entered", names.len(), new.citizens);
    audit::record(w, &permit, &subject, new.channel.as_str())?;
    Ok(names.len())
}

/// Takes an entry back.
///
/// # Errors
/// [`Error::Denied`]; [`Error::NotFound`].
pub fn remove(w: &mut Write<'_>, actor: &Actor, process: ProcessId, entry: RowId) -> Result<()> {
    let permit: Permit<PrepareReport> = actor.permit(Subject::of(process))?;
    if store::delete_entry(w, &permit, process, entry)? == 0 {
        return Err(Error::NotFound);
    }
    audit::record(w, &permit, "participant entry removed", "")
}

/// What the staff entered.
///
/// # Errors
/// [`Error::Denied`].
pub fn entries(conn: &mut Conn, actor: &Actor, process: ProcessId) -> Result<Vec<Entry>> {
    let _permit: Permit<PrepareReport> = actor.permit(Subject::of(process))?;
    store::entries_of(conn, process)
}

/// Who took part.
///
/// # Errors
/// The database's.
pub fn participants(conn: &mut Conn, process: ProcessId) -> Result<Participants> {
    content::participants(conn, process)
}

/// Every request with a published response, by chapter of the plan.
///
/// # Errors
/// The database's.
pub fn outcomes(conn: &mut Conn, process: ProcessId) -> Result<Outcomes> {
    content::outcomes(conn, process)
}

/// What the report would say now, or what is missing.
///
/// # Errors
/// [`Error::Denied`].
pub fn preview(conn: &mut Conn, actor: &Actor, process: ProcessId) -> Result<Ready> {
    let _permit: Permit<PrepareReport> = actor.permit(Subject::of(process))?;
    gather(conn, process)
}

/// Publishes a report whose files were made from `content` beforehand; its number. In the transaction everything is
/// gathered again: what changed meanwhile makes it stop, so that no file says other than the record.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Refused`] while anything is unanswered, when something changed meanwhile, or when nothing
/// changed since the newest report.
pub fn publish(
    w: &mut Write<'_>,
    actor: &Actor,
    process: ProcessId,
    content: &Content,
    files: &[Frozen],
) -> Result<i32> {
    let permit: Permit<PublishReport> = actor.permit(Subject::of(process))?;
    let Ready::Yes(now) = gather(w.conn, process)? else { return Err(Error::Refused("refused-not-reconciled")) };
    if *now != *content {
        return Err(Error::Refused("refused-report-changed"));
    }
    if said_already(w.conn, process, content)?.is_some() {
        return Err(Error::Refused("refused-report-same"));
    }
    let number = store::insert(w, &permit, process, &serde_json::to_string(content)?, files)?;
    audit::record(w, &permit, &format!("report {number} published"), "")?;
    processes::ops::tell_subscribers(w, process, "report", &Params::from([("number".into(), number.to_string())]))?;
    Ok(number)
}

/// Takes a report back, with a reason for everybody: its page says why and when, its files are no longer handed out, its number and
/// fingerprint remain. The others stay as they are. It cannot be undone; what it said can be published anew, with another number.
///
/// # Errors
/// [`Error::Denied`]; [`Error::NotFound`]; [`Error::Invalid`] without a reason; [`Error::Refused`] when it was taken back before.
pub fn withdraw(w: &mut Write<'_>, actor: &Actor, process: ProcessId, number: i32, reason: &str) -> Result<()> {
    let permit: Permit<PublishReport> = actor.permit(Subject::of(process))?;
    let (report, _) = store::by_number(w.conn, process, number)?;
    let mut p = Problems::default();
    let reason = p.text("reason", reason, true, MAX_REASON);
    p.check()?;
    if !store::withdraw(w, &permit, report.id, &reason)? {
        return Err(Error::Refused("refused-report-withdrawn"));
    }
    audit::record(w, &permit, &format!("report {number} withdrawn"), &reason)
}

/// The number of the newest report, if it stands and says exactly this.
///
/// # Errors
/// The database's.
pub fn said_already(conn: &mut Conn, process: ProcessId, content: &Content) -> Result<Option<i32>> {
    let newest = store::of_process(conn, process)?.into_iter().next().filter(|r| r.withdrawn_at.is_none());
    let fingerprint = fingerprint(content)?;
    Ok(newest.filter(|r| r.content_sha256 == fingerprint).map(|r| r.number))
}

/// The number the next report will have.
///
/// # Errors
/// The database's.
pub fn next_number(conn: &mut Conn, process: ProcessId) -> Result<i32> {
    Ok(store::of_process(conn, process)?.first().map_or(1, |r| r.number + 1))
}

/// SHA-256 of what a report says: printed in it, and kept beside it.
///
/// # Errors
/// None in practice.
pub fn fingerprint(content: &Content) -> Result<String> {
    Ok(sha256(serde_json::to_string(content)?))
}

/// The published reports, newest first.
///
/// # Errors
/// The database's.
pub fn published(conn: &mut Conn, process: ProcessId) -> Result<Vec<Report>> {
    store::of_process(conn, process)
}

/// Which of several processes have a report that stands: one statement.
///
/// # Errors
/// The database's.
pub fn published_in(conn: &mut Conn, of: &[ProcessId]) -> Result<Vec<ProcessId>> {
    store::published_in(conn, of)
}

/// A published report with its content.
///
/// # Errors
/// [`Error::NotFound`].
pub fn by_number(conn: &mut Conn, process: ProcessId, number: i32) -> Result<(Report, Content)> {
    let (report, content) = store::by_number(conn, process, number)?;
    Ok((report, serde_json::from_str(&content)?))
}

/// The files of a published report: form, size, SHA-256.
///
/// # Errors
/// The database's.
pub fn files(conn: &mut Conn, of: &Report) -> Result<Vec<(Format, i64, String)>> {
    store::files(conn, of.id)
}

/// A file of a published report, as it was frozen, and its SHA-256.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Gone`] when the report was withdrawn.
pub fn file(conn: &mut Conn, process: ProcessId, number: i32, format: Format) -> Result<(Vec<u8>, String)> {
    let (report, _) = store::by_number(conn, process, number)?;
    if report.withdrawn_at.is_some() {
        return Err(Error::Gone("gone-report"));
    }
    store::file(conn, report.id, format)
}
