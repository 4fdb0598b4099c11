//! The clerk's desk: what one needs at hand to work through three hundred contributions.

use std::collections::{BTreeSet, HashMap};

use super::model::{Batch, Neighbours, Request, RequestLine, ResponseState};
use super::{ContributionState, Facts, citations, lines, ops, state_of, store};
use crate::access::{Actor, Permit, PrepareResponse, ReadRegister, Subject};
use crate::clock::Instant;
use crate::db::{Conn, Write};
use crate::id::{ContributionId, ProcessId, ResponseId, VersionId};
use crate::register::{self, Contribution};
use crate::{Error, Result};

/// Whether requests may be cut out of a contribution now; the key of the sentence that says why not.
///
/// # Errors
/// The database's.
pub fn cut_refusal(conn: &mut Conn, now: Instant, of: &Contribution) -> Result<Option<&'static str>> {
    match ops::settled(conn, now, of) {
        Ok(()) => Ok(None),
        Err(Error::Refused(key)) => Ok(Some(key)),
        Err(other) => Err(other),
    }
}

/// Where one goes from a contribution.
///
/// # Errors
/// The database's.
pub fn neighbours(conn: &mut Conn, _p: &Permit<ReadRegister>, process: ProcessId, number: i32) -> Result<Neighbours> {
    let facts = store::facts(conn, process)?;
    let open: Vec<_> = facts.iter().filter(|(_, _, _, f)| state_of(*f) == ContributionState::Open).collect();
    // What came late is owed no answer: whoever works through the rest is not led to it.
    let due = |f: &Facts, late: bool| f.requests == 0 && !late;
    let uncut = || open.iter().filter(|(_, n, late, f)| due(f, *late) && *n != number).map(|(_, n, ..)| *n);
    Ok(Neighbours {
        before: open.iter().rev().map(|(_, n, ..)| *n).find(|n| *n < number),
        after: open.iter().map(|(_, n, ..)| *n).find(|n| *n > number),
        uncut: uncut().find(|n| *n > number).or_else(|| uncut().next()),
    })
}

/// The themes used so far in a process, in alphabetical order.
///
/// # Errors
/// The database's.
pub fn themes(conn: &mut Conn, _p: &Permit<ReadRegister>, process: ProcessId) -> Result<Vec<String>> {
    store::themes(conn, process)
}

/// Some requests by number, for the staff; numbers that are not there are left out.
///
/// # Errors
/// The database's.
pub fn some_requests(
    conn: &mut Conn,
    _p: &Permit<ReadRegister>,
    process: ProcessId,
    numbers: &[i32],
) -> Result<Vec<RequestLine>> {
    let requests = store::requests_by_numbers(conn, process, numbers)?;
    lines::request_lines(conn, requests)
}

/// The requests without a response, for the staff: of a theme (empty for any) and with some words in what they ask.
///
/// # Errors
/// The database's.
pub fn unanswered(
    conn: &mut Conn,
    _p: &Permit<ReadRegister>,
    process: ProcessId,
    theme: &str,
    words: &str,
) -> Result<Vec<Request>> {
    let words = words.trim().to_lowercase();
    let mut found = store::unanswered(conn, process)?;
    found.retain(|r| {
        (theme.is_empty() || r.theme == theme) && (words.is_empty() || r.summary.to_lowercase().contains(&words))
    });
    Ok(found)
}

/// Requests with their words.
///
/// # Errors
/// The database's.
pub fn lines(conn: &mut Conn, _p: &Permit<ReadRegister>, requests: Vec<Request>) -> Result<Vec<RequestLine>> {
    lines::request_lines(conn, requests)
}

/// How many responses are in each state.
///
/// # Errors
/// The database's.
pub fn response_counts(
    conn: &mut Conn,
    _p: &Permit<ReadRegister>,
    process: ProcessId,
) -> Result<HashMap<ResponseState, i64>> {
    store::response_counts(conn, process)
}

/// The numbers of what takes the place of a response, being prepared or public.
///
/// # Errors
/// The database's.
pub fn superseded_by(conn: &mut Conn, _p: &Permit<ReadRegister>, of: ResponseId) -> Result<Vec<i32>> {
    store::superseded_by(conn, of)
}

/// The number of a response by its identifier: of the one another takes the place of.
///
/// # Errors
/// [`Error::NotFound`].
pub fn number_of(conn: &mut Conn, _p: &Permit<ReadRegister>, of: ResponseId) -> Result<i32> {
    Ok(store::response(conn, of)?.number)
}

/// What publishing now would make public.
///
/// # Errors
/// The database's.
pub fn batch(conn: &mut Conn, _p: &Permit<ReadRegister>, process: ProcessId) -> Result<Batch> {
    let (ready, left_out) = ops::releasable(conn, process)?;
    let ids: Vec<ResponseId> = ready.iter().map(|r| r.id).collect();
    let requests = store::requests_of_responses(conn, &ids)?;
    let mut of: Vec<ContributionId> = requests.iter().map(|r| r.contribution_id).collect();
    of.extend(register::ops::copies(conn, process, &of)?.into_iter().map(|(copy, _)| copy));
    let authors: BTreeSet<_> = store::authors(conn, &of)?.into_iter().map(|(_, _, account, ..)| account).collect();
    Ok(Batch {
        responses: ready.iter().map(|r| r.number).collect(),
        requests: requests.len(),
        letters: authors.len(),
        left_out,
    })
}

/// The answers not public yet whose passages are no longer what they say of them, because the draft they name was replaced
/// or decided otherwise: their numbers, each with the key of what is wrong.
///
/// # Errors
/// The database's.
pub fn recheck(conn: &mut Conn, _p: &Permit<ReadRegister>, process: ProcessId) -> Result<Vec<(i32, &'static str)>> {
    let mut all = store::responses_of_process(conn, process, None)?;
    all.retain(|r| r.state != ResponseState::Published);
    citations::recheck(conn, &all)
}

/// The numbers of the answers that cite a version: while there are any, its draft cannot be thrown away.
///
/// # Errors
/// The database's.
pub fn citing(conn: &mut Conn, _p: &Permit<ReadRegister>, version: VersionId) -> Result<Vec<i32>> {
    store::citing(conn, version)
}

/// Hands several answers to the second person at once; how many.
///
/// # Errors
/// Those of [`ops::submit`], for the first that cannot be: then none is.
pub fn submit_all(w: &mut Write<'_>, actor: &Actor, process: ProcessId, numbers: &[i32]) -> Result<usize> {
    let _permit: Permit<PrepareResponse> = actor.permit(Subject::of(process))?;
    numbers.iter().try_for_each(|n| ops::submit(w, actor, process, *n))?;
    Ok(numbers.len())
}

/// Approves several answers at once, none of which the asker prepared; how many.
///
/// # Errors
/// Those of [`ops::approve`], for the first that cannot be: then none is.
pub fn approve_all(w: &mut Write<'_>, actor: &Actor, process: ProcessId, seen: &[(i32, Instant)]) -> Result<usize> {
    let _permit: Permit<crate::access::ApproveResponse> = actor.permit(Subject::of(process))?;
    seen.iter().try_for_each(|(n, at)| ops::approve(w, actor, process, *n, *at))?;
    Ok(seen.len())
}
