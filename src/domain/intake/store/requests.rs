//! The SQL of requests: their words, their excerpts, and where their proposals were put.

use std::collections::HashMap;

use diesel::prelude::*;

use crate::access::{Moderate, Permit, PrepareResponse};
use crate::db::schema::{
    contributions, passage_requests, passages, request_excerpts, requests, response_passages, responses, versions,
};
use crate::db::{Conn, Counter, Write, next};
use crate::id::{ContributionId, PassageId, ProcessId, RequestId, ResponseId, VersionId};
use crate::intake::model::{Excerpt, NewRequest, Request, Response, ResponseState};
use crate::intake::proposals::{Put, PutFrom};
use crate::register::Contribution;
use crate::{Result, error::Found};

pub fn insert_request(
    w: &mut Write<'_>,
    p: &Permit<PrepareResponse>,
    of: &Contribution,
    new: &NewRequest,
) -> Result<Request> {
    let id = RequestId::fresh(w.now);
    let number = next(w, of.process_id, Counter::Request, 1)?;
    diesel::insert_into(requests::table)
        .values((
            requests::id.eq(id),
            requests::process_id.eq(of.process_id),
            requests::number.eq(number),
            requests::contribution_id.eq(of.id),
            requests::revision.eq(of.revision),
            requests::summary.eq(&new.summary),
            requests::theme.eq(&new.theme),
            requests::cut_by.eq(p.somebody()?),
            requests::cut_at.eq(w.now),
        ))
        .execute(w.conn)?;
    insert_excerpts(w, id, &new.excerpts)?;
    by_id(w.conn, id)
}

fn insert_excerpts(w: &mut Write<'_>, of: RequestId, excerpts: &[Excerpt]) -> Result<()> {
    for (position, excerpt) in (1..).zip(excerpts) {
        diesel::insert_into(request_excerpts::table)
            .values((
                request_excerpts::request_id.eq(of),
                request_excerpts::position.eq(position),
                request_excerpts::starts.eq(excerpt.starts),
                request_excerpts::ends.eq(excerpt.ends),
            ))
            .execute(w.conn)?;
    }
    Ok(())
}

/// Puts the excerpts of a request where its words stand now.
pub fn set_excerpts(w: &mut Write<'_>, _p: &Permit<Moderate>, of: RequestId, excerpts: &[Excerpt]) -> Result<()> {
    diesel::delete(request_excerpts::table.filter(request_excerpts::request_id.eq(of))).execute(w.conn)?;
    insert_excerpts(w, of, excerpts)
}

pub fn set_summary(
    w: &mut Write<'_>,
    _p: &Permit<PrepareResponse>,
    of: RequestId,
    summary: &str,
    theme: &str,
) -> Result<()> {
    diesel::update(requests::table.find(of))
        .set((requests::summary.eq(summary), requests::theme.eq(theme)))
        .execute(w.conn)?;
    Ok(())
}

fn by_id(conn: &mut Conn, id: RequestId) -> Result<Request> {
    requests::table.find(id).select(Request::as_select()).first(conn).found()
}

pub fn delete_request(w: &mut Write<'_>, _p: &Permit<PrepareResponse>, id: RequestId) -> Result<()> {
    diesel::delete(request_excerpts::table.filter(request_excerpts::request_id.eq(id))).execute(w.conn)?;
    diesel::delete(requests::table.find(id)).execute(w.conn)?;
    Ok(())
}

/// Keeps from which request the words of a passage come.
pub fn put(
    w: &mut Write<'_>,
    p: &Permit<PrepareResponse>,
    version: VersionId,
    passage: PassageId,
    request: RequestId,
    whole: bool,
) -> Result<()> {
    diesel::delete(passage_requests::table.find((version, passage, request))).execute(w.conn)?;
    diesel::insert_into(passage_requests::table)
        .values((
            passage_requests::version_id.eq(version),
            passage_requests::passage_id.eq(passage),
            passage_requests::request_id.eq(request),
            passage_requests::whole.eq(whole),
            passage_requests::put_by.eq(p.somebody()?),
            passage_requests::put_at.eq(w.now),
        ))
        .execute(w.conn)?;
    Ok(())
}

/// Says anew whether they stand there as they were proposed.
pub fn put_whole(
    w: &mut Write<'_>,
    _p: &Permit<PrepareResponse>,
    version: VersionId,
    passage: PassageId,
    request: RequestId,
    whole: bool,
) -> Result<()> {
    diesel::update(passage_requests::table.find((version, passage, request)))
        .set(passage_requests::whole.eq(whole))
        .execute(w.conn)?;
    Ok(())
}

/// Where the words of some requests were put, the newest version first.
pub fn puts(conn: &mut Conn, of: &[RequestId]) -> Result<Vec<Put>> {
    let rows: Vec<(RequestId, i32, bool, i32, bool)> = passage_requests::table
        .inner_join(versions::table.on(versions::id.eq(passage_requests::version_id)))
        .inner_join(passages::table.on(passages::id.eq(passage_requests::passage_id)))
        .filter(passage_requests::request_id.eq_any(of))
        .order((versions::number.desc(), passages::code))
        .select((
            passage_requests::request_id,
            versions::number,
            versions::published_at.is_not_null(),
            passages::code,
            passage_requests::whole,
        ))
        .load(conn)?;
    let put = |(request, version, public, code, whole)| Put { request, version, public, code, whole };
    Ok(rows.into_iter().map(put).collect())
}

/// From which requests the words of a passage of a version come, in the order in which they were put there.
pub fn put_into(conn: &mut Conn, version: VersionId, passage: PassageId) -> Result<Vec<PutFrom>> {
    let rows = passage_requests::table
        .inner_join(requests::table.on(requests::id.eq(passage_requests::request_id)))
        .inner_join(contributions::table.on(contributions::id.eq(requests::contribution_id)))
        .filter(passage_requests::version_id.eq(version).and(passage_requests::passage_id.eq(passage)))
        .order((passage_requests::put_at, requests::number));
    Ok(rows.select((requests::number, contributions::number, passage_requests::whole)).load(conn)?)
}

pub fn request_by_number(conn: &mut Conn, process: ProcessId, number: i32) -> Result<Request> {
    let found = requests::table.filter(requests::process_id.eq(process).and(requests::number.eq(number)));
    found.select(Request::as_select()).first(conn).found()
}

pub fn requests_of(conn: &mut Conn, of: &[ContributionId]) -> Result<Vec<Request>> {
    let found = requests::table.filter(requests::contribution_id.eq_any(of)).order(requests::number);
    Ok(found.select(Request::as_select()).load(conn)?)
}

pub fn requests_of_process(conn: &mut Conn, process: ProcessId) -> Result<Vec<Request>> {
    let found = requests::table.filter(requests::process_id.eq(process)).order(requests::number);
    Ok(found.select(Request::as_select()).load(conn)?)
}

/// The requests several responses answer, or will answer once they are public.
pub fn requests_of_responses(conn: &mut Conn, of: &[ResponseId]) -> Result<Vec<Request>> {
    let ids: Vec<_> = of.iter().map(|r| Some(*r)).collect();
    let theirs = requests::response_id.eq_any(ids.clone()).or(requests::next_response_id.eq_any(ids));
    let found = requests::table.filter(theirs).order(requests::number);
    Ok(found.select(Request::as_select()).load(conn)?)
}

/// The stretches of several requests, in order.
pub fn excerpts(conn: &mut Conn, of: &[RequestId]) -> Result<HashMap<RequestId, Vec<Excerpt>>> {
    let rows: Vec<(RequestId, i32, i32)> = request_excerpts::table
        .filter(request_excerpts::request_id.eq_any(of))
        .order((request_excerpts::request_id, request_excerpts::position))
        .select((request_excerpts::request_id, request_excerpts::starts, request_excerpts::ends))
        .load(conn)?;
    let mut found: HashMap<RequestId, Vec<Excerpt>> = HashMap::new();
    for (id, starts, ends) in rows {
        found.entry(id).or_default().push(Excerpt { starts, ends });
    }
    Ok(found)
}

pub fn requests_by_numbers(conn: &mut Conn, process: ProcessId, numbers: &[i32]) -> Result<Vec<Request>> {
    let found = requests::table.filter(requests::process_id.eq(process).and(requests::number.eq_any(numbers)));
    Ok(found.order(requests::number).select(Request::as_select()).load(conn)?)
}

pub fn unanswered(conn: &mut Conn, process: ProcessId) -> Result<Vec<Request>> {
    let found = requests::table.filter(requests::process_id.eq(process).and(requests::response_id.is_null()));
    Ok(found.order(requests::number).select(Request::as_select()).load(conn)?)
}

pub fn themes(conn: &mut Conn, process: ProcessId) -> Result<Vec<String>> {
    let found = requests::table.filter(requests::process_id.eq(process).and(requests::theme.ne("")));
    Ok(found.select(requests::theme).distinct().order(requests::theme).load(conn)?)
}

/// The published requests behind changes of some versions, with the version's number and the passage's code; of one
/// passage or all.
pub fn naming(
    conn: &mut Conn,
    of: &[VersionId],
    passage: Option<PassageId>,
) -> Result<Vec<(i32, i32, Request, Response)>> {
    let mut found = response_passages::table
        .inner_join(responses::table.on(responses::id.eq(response_passages::response_id)))
        .inner_join(requests::table.on(requests::response_id.eq(responses::id.nullable())))
        .inner_join(passages::table.on(passages::id.eq(response_passages::passage_id)))
        .inner_join(versions::table.on(responses::version_id.eq(versions::id.nullable())))
        .filter(responses::state.eq(ResponseState::Published).and(versions::published_at.is_not_null()))
        .order((passages::code, requests::number))
        .select((versions::number, passages::code, Request::as_select(), Response::as_select()))
        .into_boxed();
    found = match passage {
        Some(passage) => found.filter(response_passages::passage_id.eq(passage)),
        None => found.filter(versions::id.eq_any(of)),
    };
    Ok(found.load(conn)?)
}
