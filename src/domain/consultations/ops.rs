//! The verbs of windows.

use super::model::{Consultation, Extension, InSight};
use super::{rules, store};
use crate::access::{Actor, Denied, ExtendWindow, Permit, SetWindow, Subject, WindowState};
use crate::clock::Instant;
use crate::db::{Conn, Write};
use crate::id::{ConsultationId, ProcessId, VersionId};
use crate::mail::Params;
use crate::{Error, Problems, Result, audit, processes};

/// "Closing soon" is told this long before the end.
const SOON_SECONDS: i64 = 48 * 3600;

/// Sets the window of a published version. Until it opens it may be set anew; from then on it can only be extended.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Invalid`]; [`Error::Refused`] when it has opened already, or while that of another version is open.
/// One of another version that has not opened yet becomes this one's.
pub fn set_window(
    w: &mut Write<'_>,
    actor: &Actor,
    version: VersionId,
    opens_at: Instant,
    closes_at: Instant,
) -> Result<ConsultationId> {
    let process = store::published_version(w.conn, version)?;
    let permit: Permit<SetWindow> = actor.permit(Subject::of(process))?;
    if let Some(known) = store::of_version(w.conn, version)?
        && known.state(w.now) != WindowState::Before
    {
        return Err(Error::Refused("refused-window-opened"));
    }
    let others = store::of_process(w.conn, process)?;
    let mut others = others.iter().filter(|c| c.version_id != version);
    // Nobody could tell which of two texts is being asked about.
    if others.clone().any(|c| c.state(w.now) == WindowState::Open) {
        return Err(Error::Refused("refused-window-running"));
    }
    rules::window(opens_at, closes_at, w.now)?;
    // One that was to open on the version before is about this one now.
    if let Some(planned) = others.find(|c| c.state(w.now) == WindowState::Before) {
        store::move_to(w, &permit, planned, version)?;
    }
    let id = store::set(w, &permit, process, version, opens_at, closes_at)?;
    audit::record(w, &permit, &format!("window {} to {}", opens_at.rfc3339(), closes_at.rfc3339()), "")?;
    Ok(id)
}

/// Whether a window could be set so: for the page that shows its instants in words before they are kept.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Invalid`].
pub fn check_window(
    actor: &Actor,
    process: ProcessId,
    opens_at: Instant,
    closes_at: Instant,
    now: Instant,
) -> Result<()> {
    let _permit: Permit<SetWindow> = actor.permit(Subject::of(process))?;
    rules::window(opens_at, closes_at, now)
}

/// Extends a window that has not closed, with a reason everybody can read, and tells those who asked to be told.
///
/// # Errors
/// [`Error::Denied`], also when it has closed; [`Error::Invalid`] when not later or without a reason.
pub fn extend(w: &mut Write<'_>, actor: &Actor, id: ConsultationId, closes_at: Instant, reason: &str) -> Result<()> {
    let of = store::by_id(w.conn, id)?;
    let permit: Permit<ExtendWindow> = actor.permit(Subject::within(of.process_id, of.state(w.now)))?;
    let mut p = Problems::default();
    let reason = p.text("reason", reason, true, 2000);
    if closes_at <= of.closes_at {
        p.add("closes_at", "problem-not-later");
    }
    p.check()?;
    store::extend(w, &permit, &of, closes_at, &reason)?;
    audit::record(w, &permit, &format!("window to {}", closes_at.rfc3339()), &reason)?;
    let params = Params::from([("closes_at".into(), closes_at.0.to_string()), ("reason".into(), reason)]);
    processes::ops::tell_subscribers(w, of.process_id, "extended", &params)?;
    Ok(())
}

/// The window of a version, if it has one.
///
/// # Errors
/// The database's.
pub fn of_version(conn: &mut Conn, version: VersionId) -> Result<Option<Consultation>> {
    store::of_version(conn, version)
}

/// A window by identifier.
///
/// # Errors
/// [`Error::NotFound`].
pub fn by_id(conn: &mut Conn, id: ConsultationId) -> Result<Consultation> {
    store::by_id(conn, id)
}

/// The windows of a process, newest first.
///
/// # Errors
/// The database's.
pub fn of_process(conn: &mut Conn, process: ProcessId) -> Result<Vec<Consultation>> {
    store::of_process(conn, process)
}

/// The window that counts for a process at an instant: the one that is open, or else the newest.
///
/// # Errors
/// The database's.
pub fn current(conn: &mut Conn, process: ProcessId, at: Instant) -> Result<Option<Consultation>> {
    Ok(counting(&store::of_process(conn, process)?, at).cloned())
}

/// The rule of [`current`], among the windows of one process, newest first.
pub fn counting(all: &[Consultation], at: Instant) -> Option<&Consultation> {
    all.iter().find(|c| c.state(at) == WindowState::Open).or_else(|| all.first())
}

/// The windows that a page on a version speaks of: one statement.
///
/// # Errors
/// The database's.
pub fn in_sight(conn: &mut Conn, process: ProcessId, version: VersionId, at: Instant) -> Result<InSight> {
    let all = store::of_processes(conn, &[process])?;
    let own = all.iter().find(|(c, _)| c.version_id == version).map(|(c, _)| c.clone());
    let elsewhere = all.into_iter().find(|(c, _)| c.version_id != version && c.state(at) == WindowState::Open);
    let shown = InSight { own, elsewhere: None };
    Ok(if shown.open(at) { shown } else { InSight { elsewhere, ..shown } })
}

/// The windows of several processes with the numbers of their versions, newest first: one statement.
///
/// # Errors
/// The database's.
pub fn of_processes(conn: &mut Conn, of: &[ProcessId]) -> Result<Vec<(Consultation, i32)>> {
    store::of_processes(conn, of)
}

/// The extensions of several windows, oldest first: one statement.
///
/// # Errors
/// The database's.
pub fn extensions_in(conn: &mut Conn, of: &[ConsultationId]) -> Result<Vec<(ConsultationId, Extension)>> {
    store::extensions_in(conn, of)
}

/// The extensions of a window, oldest first.
///
/// # Errors
/// The database's.
pub fn extensions(conn: &mut Conn, id: ConsultationId) -> Result<Vec<Extension>> {
    store::extensions_of(conn, id)
}

/// What a participant's act on a version is subject to at an instant: **the** deadline rule. Called inside the writing
/// transaction, it sees every extension that was committed before; windows only widen.
///
/// # Errors
/// [`Denied::NotYetOpen`] when the version has no window at all.
pub fn subject(conn: &mut Conn, version: VersionId, at: Instant) -> Result<(Consultation, Subject)> {
    let window = store::of_version(conn, version)?.ok_or(Error::Denied(Denied::NotYetOpen))?;
    let subject = Subject::within(window.process_id, window.state(at));
    Ok((window, subject))
}

/// Queues the letters "it has opened" and "it closes soon" that are due; how many windows were told of. Called every
/// minute by a worker of each node; each window is told of once.
///
/// # Errors
/// The database's.
pub fn tell_due(w: &mut Write<'_>) -> Result<usize> {
    let mut told = 0;
    for window in store::opened_untold(w.conn, w.now)? {
        if store::opening_told(w, window.id)? {
            told += tell(w, &window, "opened")?;
        }
    }
    for window in store::closing_untold(w.conn, w.now, w.now.plus_seconds(SOON_SECONDS))? {
        if store::closing_told(w, window.id)? {
            told += tell(w, &window, "closing_soon")?;
        }
    }
    Ok(told)
}

fn tell(w: &mut Write<'_>, window: &Consultation, kind: &str) -> Result<usize> {
    let params = Params::from([("closes_at".into(), window.closes_at.0.to_string())]);
    processes::ops::tell_subscribers(w, window.process_id, kind, &params)?;
    Ok(1)
}
