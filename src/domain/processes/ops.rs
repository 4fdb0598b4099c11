//! The verbs of processes.

use super::model::{
    Act, Document, Facts, Figure, NewAct, Phase, PhaseState, Process, ProcessLine, ProcessPage, Promoter,
};
use super::{rules, store};
use crate::access::{Actor, CreateProcess, ManageOwnAccount, ManageProcess, Permit, PrepareReport, Subject};
use crate::clock::Instant;
use crate::db::{Conn, Counter, Write};
use crate::id::{AccountId, PhaseId, ProcessId, RowId};
use crate::mail::{self, Params};
use crate::{Error, Problems, Result, audit};

/// Makes a process, seen by its staff until it is published.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Invalid`], also when the word is taken.
pub fn create(w: &mut Write<'_>, actor: &Actor, slug: &str, facts: &Facts) -> Result<ProcessId> {
    let permit: Permit<CreateProcess> = actor.permit(Subject::installation())?;
    let mut p = Problems::default();
    let (slug, facts) = (p.gather(rules::slug(slug))?, p.gather(rules::facts(facts))?);
    if slug.as_deref().is_some_and(|slug| store::by_slug(w.conn, slug).is_ok()) {
        p.add("slug", "problem-taken");
    }
    let (Some(slug), Some(facts), true) = (slug, facts, p.0.is_empty()) else { return Err(Error::Invalid(p)) };
    let id = store::insert(w, &permit, &slug, &facts)?;
    Counter::create_all(w, id)?;
    audit::record(w, &permit, &format!("process {slug}"), "")?;
    Ok(id)
}

fn manage(actor: &Actor, process: ProcessId) -> Result<Permit<ManageProcess>> {
    actor.permit(Subject::of(process))
}

/// Changes the facts of a process.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Invalid`].
pub fn save_facts(w: &mut Write<'_>, actor: &Actor, process: ProcessId, facts: &Facts) -> Result<()> {
    let permit = manage(actor, process)?;
    store::update(w, &permit, process, &rules::facts(facts)?)?;
    audit::record(w, &permit, "facts", "")
}

/// Sets who promotes, in order, with their approval acts.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Invalid`].
pub fn set_promoters(w: &mut Write<'_>, actor: &Actor, process: ProcessId, list: &[Promoter]) -> Result<()> {
    let permit = manage(actor, process)?;
    store::set_promoters(w, &permit, process, &rules::promoters(list)?)?;
    audit::record(w, &permit, "promoters", "")
}

/// Sets the phases, in order. One with the `id` of a phase that is there is that phase; any other is new.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Invalid`].
pub fn set_phases(w: &mut Write<'_>, actor: &Actor, process: ProcessId, list: &[Phase]) -> Result<Vec<PhaseId>> {
    let permit = manage(actor, process)?;
    let ids = store::set_phases(w, &permit, process, &rules::phases(list)?)?;
    audit::record(w, &permit, "phases", "")?;
    Ok(ids)
}

/// Sets the figures shown on the process page and in the report.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Invalid`].
pub fn set_figures(w: &mut Write<'_>, actor: &Actor, process: ProcessId, list: &[Figure]) -> Result<()> {
    let permit = manage(actor, process)?;
    store::set_figures(w, &permit, process, &rules::figures(list)?)?;
    audit::record(w, &permit, "figures", "")
}

/// Sets the reference documents.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Invalid`].
pub fn set_documents(w: &mut Write<'_>, actor: &Actor, process: ProcessId, list: &[Document]) -> Result<()> {
    let permit = manage(actor, process)?;
    store::set_documents(w, &permit, process, &rules::documents(list)?)?;
    audit::record(w, &permit, "documents", "")
}

/// Shows the process to everybody.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Refused`] while it has no promoter or no phase.
pub fn publish(w: &mut Write<'_>, actor: &Actor, process: ProcessId) -> Result<()> {
    let permit = manage(actor, process)?;
    if store::promoters_of(w.conn, process)?.is_empty() || store::phases_of(w.conn, &[process])?.is_empty() {
        return Err(Error::Refused("refused-process-incomplete"));
    }
    store::publish(w, &permit, process)?;
    audit::record(w, &permit, "published", "")
}

/// Enters an act of another body.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Invalid`].
pub fn enter_act(w: &mut Write<'_>, actor: &Actor, process: ProcessId, act: &NewAct) -> Result<RowId> {
    let permit: Permit<PrepareReport> = actor.permit(Subject::of(process))?;
    let id = store::insert_act(w, &permit, process, &rules::act(act)?)?;
    audit::record(w, &permit, &format!("act {id}"), &act.title)?;
    Ok(id)
}

/// Puts an act that was entered wrongly right.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Invalid`]; [`Error::NotFound`].
pub fn correct_act(w: &mut Write<'_>, actor: &Actor, process: ProcessId, id: RowId, act: &NewAct) -> Result<()> {
    let permit: Permit<PrepareReport> = actor.permit(Subject::of(process))?;
    if store::update_act(w, &permit, process, id, &rules::act(act)?)? == 0 {
        return Err(Error::NotFound);
    }
    audit::record(w, &permit, &format!("act {id} changed"), &act.title)
}

/// Takes an act out that was entered by mistake; published reports keep what they say.
///
/// # Errors
/// [`Error::Denied`]; [`Error::NotFound`].
pub fn remove_act(w: &mut Write<'_>, actor: &Actor, process: ProcessId, id: RowId) -> Result<()> {
    let permit: Permit<PrepareReport> = actor.permit(Subject::of(process))?;
    let act = store::acts_of(w.conn, process)?.into_iter().find(|a| a.id == id).ok_or(Error::NotFound)?;
    store::delete_act(w, &permit, process, id)?;
    audit::record(w, &permit, &format!("act {id} removed"), &act.title)
}

/// Writes the report's introduction and thanks (each up to 20,000 characters).
///
/// # Errors
/// [`Error::Denied`]; [`Error::Invalid`].
pub fn set_report_words(
    w: &mut Write<'_>,
    actor: &Actor,
    process: ProcessId,
    introduction: &str,
    thanks: &str,
) -> Result<()> {
    let permit: Permit<PrepareReport> = actor.permit(Subject::of(process))?;
    let mut p = Problems::default();
    let introduction = p.text("introduction", introduction, false, 20_000);
    let thanks = p.text("thanks", thanks, false, 20_000);
    p.check()?;
    store::set_words(w, &permit, process, &introduction, &thanks)?;
    audit::record(w, &permit, "report introduction and thanks", "")
}

/// The process behind a word, if the asker may know of it.
///
/// # Errors
/// [`Error::NotFound`] otherwise.
pub fn by_slug(conn: &mut Conn, actor: &Actor, slug: &str) -> Result<Process> {
    let process = store::by_slug(conn, slug)?;
    if process.published_at.is_some() || actor.is_staff(process.id) { Ok(process) } else { Err(Error::NotFound) }
}

/// A process by identifier, for operations that have already checked who asks.
///
/// # Errors
/// [`Error::NotFound`].
pub fn by_id(conn: &mut Conn, id: ProcessId) -> Result<Process> {
    store::by_id(conn, id)
}

/// Some processes, in no order.
///
/// # Errors
/// The database's.
pub fn by_ids(conn: &mut Conn, of: &[ProcessId]) -> Result<Vec<Process>> {
    store::by_ids(conn, of)
}

/// Everything the process page shows of the process itself: six statements.
///
/// # Errors
/// The database's.
pub fn page(conn: &mut Conn, process: Process) -> Result<ProcessPage> {
    let id = process.id;
    Ok(ProcessPage {
        promoters: store::promoters_of(conn, id)?,
        phases: store::phases_of(conn, &[id])?.into_iter().map(|(_, p)| p).collect(),
        figures: store::figures_of(conn, id)?,
        documents: store::documents_of(conn, id)?,
        acts: store::acts_of(conn, id)?,
        process,
    })
}

/// The acts of other bodies.
///
/// # Errors
/// The database's.
pub fn acts(conn: &mut Conn, process: ProcessId) -> Result<Vec<Act>> {
    store::acts_of(conn, process)
}

/// The processes the asker may know of, newest first (200 at most), with where they stand today: three statements.
///
/// # Errors
/// The database's.
pub fn list(conn: &mut Conn, actor: &Actor, now: Instant) -> Result<Vec<ProcessLine>> {
    let mut found = store::all(conn, 200)?;
    found.retain(|p| p.published_at.is_some() || actor.is_staff(p.id));
    let ids: Vec<ProcessId> = found.iter().map(|p| p.id).collect();
    let names = store::promoter_names(conn, &ids)?;
    let phases = store::phases_of(conn, &ids)?;
    let line = |process: Process| {
        let mine: Vec<&Phase> = phases.iter().filter(|(p, _)| *p == process.id).map(|(_, p)| p).collect();
        let days = (
            mine.iter().filter_map(|p| p.starts_on).min(),
            mine.iter().filter_map(|p| p.ends_on.or(p.starts_on)).max(),
        );
        let today = now.day();
        let phase = mine
            .iter()
            .rev()
            .find(|p| rules::phase_state(p.starts_on, p.ends_on, today) == PhaseState::Now)
            .map(|p| p.title.clone());
        let promoters = names.iter().filter(|(p, _)| *p == process.id).map(|(_, n)| n.clone()).collect();
        ProcessLine { state: rules::phase_state(days.0, days.1, today), days, promoters, phase, process }
    };
    Ok(found.into_iter().map(line).collect())
}

/// Asks to be told by letter of opening, closing soon, extension, new version and report; or no longer.
///
/// # Errors
/// [`Error::Denied`] for visitors.
pub fn subscribe(w: &mut Write<'_>, actor: &Actor, process: ProcessId, on: bool) -> Result<()> {
    let permit: Permit<ManageOwnAccount> = actor.permit(Subject::of(process))?;
    let account = permit.somebody()?;
    if on { store::subscribe(w, &permit, process, account) } else { store::unsubscribe(w, &permit, process, account) }
}

/// Whether an account asked to be told.
///
/// # Errors
/// The database's.
pub fn is_subscribed(conn: &mut Conn, process: ProcessId, account: AccountId) -> Result<bool> {
    store::is_subscribed(conn, process, account)
}

/// Queues one letter for everybody who asked to be told. `process` and `slug` are added to the parameters.
///
/// # Errors
/// The database's.
pub fn tell_subscribers(w: &mut Write<'_>, process: ProcessId, kind: &str, params: &Params) -> Result<usize> {
    let of = store::by_id(w.conn, process)?;
    let mut params = params.clone();
    params.insert("process".to_owned(), of.title);
    params.insert("slug".to_owned(), of.slug);
    let readers = store::subscribers(w.conn, process)?;
    for (email, lang) in &readers {
        mail::queue(w, kind, email, lang, &params)?;
    }
    Ok(readers.len())
}
