//! What is read of intake: requests with their words and answers, as the staff and as everybody reads them.

use std::collections::HashMap;

use super::model::{Filter, PublishedRequest, QueueLine, Request, RequestLine, Response, ResponseLine, ResponseState};
use super::reconcile::{Facts, state_of};
use super::{rules, store};
use crate::access::{Permit, ReadRegister};
use crate::db::Conn;
use crate::id::{ContributionId, PassageId, ProcessId, ResponseId, VersionId};
use crate::paging::{Page, Slice};
use crate::{Error, Result, register};

/// Requests with their words and responses: four statements, whatever their number.
pub(super) fn request_lines(conn: &mut Conn, requests: Vec<Request>) -> Result<Vec<RequestLine>> {
    let ids: Vec<_> = requests.iter().map(|r| r.id).collect();
    let of: Vec<_> = requests.iter().map(|r| r.contribution_id).collect();
    let answered: Vec<_> = requests.iter().filter_map(|r| r.response_id).collect();
    let places = store::excerpts(conn, &ids)?;
    let words = store::words(conn, &of)?;
    let responses = store::responses(conn, &answered)?;
    let line = |request: Request| {
        let places = places.get(&request.id).cloned().unwrap_or_default();
        let (contribution, text) = words.get(&request.contribution_id).cloned().unwrap_or_default();
        RequestLine {
            contribution,
            excerpts: places.iter().map(|e| rules::words_of(&text, *e)).collect(),
            places,
            response: request.response_id.and_then(|id| responses.get(&id).cloned()),
            request,
        }
    };
    Ok(requests.into_iter().map(line).collect())
}

/// The requests cut out of a contribution, for the staff.
///
/// # Errors
/// The database's.
pub fn requests_of(conn: &mut Conn, _p: &Permit<ReadRegister>, of: ContributionId) -> Result<Vec<RequestLine>> {
    let requests = store::requests_of(conn, &[of])?;
    request_lines(conn, requests)
}

/// All requests of a process, for the staff: to choose those one answer is for.
///
/// # Errors
/// The database's.
pub fn all_requests(conn: &mut Conn, _p: &Permit<ReadRegister>, process: ProcessId) -> Result<Vec<RequestLine>> {
    let requests = store::requests_of_process(conn, process)?;
    request_lines(conn, requests)
}

/// The answers of a process, for the staff; in one state or all.
///
/// # Errors
/// The database's.
pub fn responses(
    conn: &mut Conn,
    _p: &Permit<ReadRegister>,
    process: ProcessId,
    state: Option<ResponseState>,
    page: Page,
) -> Result<Slice<ResponseLine>> {
    let all = store::responses_of_process(conn, process, state)?;
    let from = usize::try_from(page.offset()).unwrap_or(0);
    let rows: Vec<Response> = all.into_iter().skip(from).take(usize::try_from(page.limit()).unwrap_or(0)).collect();
    let slice = page.slice(rows);
    let rows = response_lines(conn, process, slice.rows)?;
    Ok(Slice { rows, page, more: slice.more })
}

/// One answer, for the staff.
///
/// # Errors
/// [`Error::NotFound`].
pub fn response(conn: &mut Conn, _p: &Permit<ReadRegister>, process: ProcessId, number: i32) -> Result<ResponseLine> {
    let found = store::response_by_number(conn, process, number)?;
    response_lines(conn, process, vec![found])?.pop().ok_or(Error::NotFound)
}

fn response_lines(conn: &mut Conn, process: ProcessId, rows: Vec<Response>) -> Result<Vec<ResponseLine>> {
    let own: Vec<ResponseId> = rows.iter().map(|r| r.id).collect();
    let requests = store::requests_of_responses(conn, &own)?;
    let requests = request_lines(conn, requests)?;
    let codes = store::codes(conn, &own)?;
    let versions = store::version_numbers(conn, process)?;
    let who: Vec<_> = rows.iter().map(|r| r.prepared_by).collect();
    let names = store::names(conn, &who)?;
    let line = |response: Response| ResponseLine {
        requests: requests.iter().filter(|l| l.request.is_of(response.id)).cloned().collect(),
        codes: codes.get(&response.id).cloned().unwrap_or_default(),
        version: response.version_id.and_then(|v| versions.get(&v).copied()),
        prepared_by: names.get(&response.prepared_by).cloned().unwrap_or_default(),
        response,
    };
    Ok(rows.into_iter().map(line).collect())
}

/// The requests of contributions with their published responses, for everybody who may read those contributions.
///
/// # Errors
/// The database's.
pub fn published_of(conn: &mut Conn, of: &[ContributionId]) -> Result<Vec<PublishedRequest>> {
    let requests = store::requests_of(conn, of)?;
    publish_lines(conn, requests)
}

/// All requests of a process with a published response, by number: what the report is made of.
///
/// # Errors
/// The database's.
pub fn published(conn: &mut Conn, process: ProcessId) -> Result<Vec<PublishedRequest>> {
    let requests = store::requests_of_process(conn, process)?;
    publish_lines(conn, requests)
}

fn publish_lines(conn: &mut Conn, requests: Vec<Request>) -> Result<Vec<PublishedRequest>> {
    let answered: Vec<ResponseId> = requests.iter().filter_map(|r| r.response_id).collect();
    let of: Vec<ContributionId> = requests.iter().map(|r| r.contribution_id).collect();
    let responses = store::responses(conn, &answered)?;
    let numbers = store::numbers(conn, &of)?;
    let codes = store::codes(conn, &answered)?;
    let line = |request: Request| {
        let response = responses.get(&request.response_id?)?.clone();
        let contribution = numbers.get(&request.contribution_id).copied()?;
        let codes = codes.get(&response.id).cloned().unwrap_or_default();
        (response.state == ResponseState::Published).then_some(PublishedRequest {
            request,
            contribution,
            response,
            codes,
        })
    };
    Ok(requests.into_iter().filter_map(line).collect())
}

/// The requests behind the changes of a version, by passage code.
///
/// # Errors
/// The database's.
pub fn behind(conn: &mut Conn, version: VersionId) -> Result<HashMap<i32, Vec<PublishedRequest>>> {
    behind_among(conn, &[version])
}

/// The requests behind the changes of some versions, by passage code.
///
/// # Errors
/// The database's.
pub fn behind_among(conn: &mut Conn, of: &[VersionId]) -> Result<HashMap<i32, Vec<PublishedRequest>>> {
    let rows = store::naming(conn, of, None)?;
    let mut found: HashMap<i32, Vec<PublishedRequest>> = HashMap::new();
    for (_, request) in named(conn, rows)? {
        found.entry(request.codes.first().copied().unwrap_or_default()).or_default().push(request);
    }
    Ok(found)
}

/// The requests behind the changes of one passage, with the number of the version each led to.
///
/// # Errors
/// The database's.
pub fn behind_passage(conn: &mut Conn, passage: PassageId) -> Result<Vec<(i32, PublishedRequest)>> {
    let rows = store::naming(conn, &[], Some(passage))?;
    named(conn, rows)
}

fn named(conn: &mut Conn, rows: Vec<(i32, i32, Request, Response)>) -> Result<Vec<(i32, PublishedRequest)>> {
    let of: Vec<ContributionId> = rows.iter().map(|(_, _, r, _)| r.contribution_id).collect();
    let numbers = store::numbers(conn, &of)?;
    let line = |(version, code, request, response): (i32, i32, Request, Response)| {
        let contribution = numbers.get(&request.contribution_id).copied().unwrap_or_default();
        (version, PublishedRequest { request, contribution, response, codes: vec![code] })
    };
    Ok(rows.into_iter().map(line).collect())
}

/// The queue: contributions with their state, oldest first, all or some; `words` leaves those with that number, or with
/// these words in the text, the proposed wording or what a request asks.
///
/// # Errors
/// The database's.
pub fn queue(
    conn: &mut Conn,
    permit: &Permit<ReadRegister>,
    process: ProcessId,
    filter: Filter,
    words: &str,
    page: Page,
) -> Result<Slice<QueueLine>> {
    let mut facts = store::facts(conn, process)?;
    if !words.trim().is_empty() {
        let found = store::saying(conn, process, words.trim())?;
        facts.retain(|(id, ..)| found.contains(id));
    }
    let wanted = facts.into_iter().filter(|(_, _, late, f)| match filter {
        Filter::In(state) => !late && state_of(*f) == state,
        Filter::Late => *late,
        Filter::All => true,
    });
    let from = usize::try_from(page.offset()).unwrap_or(0);
    let some: Vec<_> = wanted.skip(from).take(usize::try_from(page.limit()).unwrap_or(0)).collect();
    let slice = page.slice(some);
    let numbers: Vec<i32> = slice.rows.iter().map(|(_, n, ..)| *n).collect();
    let mut lines: HashMap<i32, _> = register::ops::staff_lines(conn, permit, process, &numbers)?
        .into_iter()
        .map(|l| (l.contribution.number, l))
        .collect();
    let row = |(_, number, _, facts): (ContributionId, i32, bool, Facts)| {
        let line = lines.remove(&number)?;
        Some(QueueLine { line, state: state_of(facts), requests: facts.requests, answered: facts.answered })
    };
    let (page, more) = (slice.page, slice.more);
    Ok(Slice { rows: slice.rows.into_iter().filter_map(row).collect(), page, more })
}

/// How many requests have a published response.
///
/// # Errors
/// The database's.
pub fn published_count(conn: &mut Conn, process: ProcessId) -> Result<i64> {
    store::published_count(conn, process)
}
