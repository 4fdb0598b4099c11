//! The SQL of responses and of the passages they name.

use std::collections::HashMap;

use diesel::prelude::*;

use crate::access::{ApproveResponse, Permit, PrepareResponse};
use crate::clock::Instant;
use crate::db::schema::{passages, requests, response_passages, responses};
use crate::db::{Conn, Counter, Write, next};
use crate::id::{AccountId, PassageId, ProcessId, RequestId, ResponseId, VersionId};
use crate::intake::model::{Answer, Response, ResponseState};
use crate::{Result, error::Found};

pub fn response_by_number(conn: &mut Conn, process: ProcessId, number: i32) -> Result<Response> {
    let found = responses::table.filter(responses::process_id.eq(process).and(responses::number.eq(number)));
    found.select(Response::as_select()).first(conn).found()
}

pub fn response(conn: &mut Conn, id: ResponseId) -> Result<Response> {
    responses::table.find(id).select(Response::as_select()).first(conn).found()
}

pub fn insert_response(
    w: &mut Write<'_>,
    p: &Permit<PrepareResponse>,
    process: ProcessId,
    answer: &Answer,
    reason: &str,
    supersedes: Option<ResponseId>,
) -> Result<ResponseId> {
    let id = ResponseId::fresh(w.now);
    let number = next(w, process, Counter::Response, 1)?;
    diesel::insert_into(responses::table)
        .values((
            responses::id.eq(id),
            responses::process_id.eq(process),
            responses::number.eq(number),
            responses::outcome.eq(answer.outcome()),
            responses::reason.eq(reason),
            responses::competence.eq(answer.competence()),
            responses::deferred_step.eq(answer.deferred().0),
            responses::deferred_owner.eq(answer.deferred().1),
            responses::version_id.eq(answer.cited().map(|c| c.version)),
            responses::state.eq(ResponseState::Draft),
            responses::return_note.eq(""),
            responses::prepared_by.eq(p.somebody()?),
            responses::prepared_at.eq(w.now),
            responses::supersedes.eq(supersedes),
        ))
        .execute(w.conn)?;
    Ok(id)
}

/// Writes an answer anew: whoever does is now who prepared it, so that the second person is another.
pub fn update_response(
    w: &mut Write<'_>,
    p: &Permit<PrepareResponse>,
    id: ResponseId,
    answer: &Answer,
    reason: &str,
) -> Result<()> {
    diesel::update(responses::table.find(id))
        .set((
            responses::outcome.eq(answer.outcome()),
            responses::reason.eq(reason),
            responses::competence.eq(answer.competence()),
            responses::deferred_step.eq(answer.deferred().0),
            responses::deferred_owner.eq(answer.deferred().1),
            responses::version_id.eq(answer.cited().map(|c| c.version)),
            responses::state.eq(ResponseState::Draft),
            responses::prepared_by.eq(p.somebody()?),
            responses::prepared_at.eq(w.now),
            responses::approved_by.eq(None::<AccountId>),
            responses::approved_at.eq(None::<Instant>),
        ))
        .execute(w.conn)?;
    Ok(())
}

pub fn set_passages(w: &mut Write<'_>, _p: &Permit<PrepareResponse>, id: ResponseId, of: &[PassageId]) -> Result<()> {
    diesel::delete(response_passages::table.filter(response_passages::response_id.eq(id))).execute(w.conn)?;
    for passage in of {
        diesel::insert_into(response_passages::table)
            .values((response_passages::response_id.eq(id), response_passages::passage_id.eq(*passage)))
            .execute(w.conn)?;
    }
    Ok(())
}

pub fn assign(w: &mut Write<'_>, _p: &Permit<PrepareResponse>, id: ResponseId, of: &[RequestId]) -> Result<()> {
    diesel::update(requests::table.filter(requests::response_id.eq(id).and(requests::id.ne_all(of))))
        .set(requests::response_id.eq(None::<ResponseId>))
        .execute(w.conn)?;
    diesel::update(requests::table.filter(requests::id.eq_any(of)))
        .set(requests::response_id.eq(id))
        .execute(w.conn)?;
    Ok(())
}

/// Which requests a response will answer in the place of the public one they have.
pub fn assign_next(w: &mut Write<'_>, _p: &Permit<PrepareResponse>, id: ResponseId, of: &[RequestId]) -> Result<()> {
    diesel::update(requests::table.filter(requests::id.eq_any(of)))
        .set(requests::next_response_id.eq(id))
        .execute(w.conn)?;
    Ok(())
}

pub fn delete_response(w: &mut Write<'_>, _p: &Permit<PrepareResponse>, id: ResponseId) -> Result<()> {
    diesel::update(requests::table.filter(requests::next_response_id.eq(id)))
        .set(requests::next_response_id.eq(None::<ResponseId>))
        .execute(w.conn)?;
    diesel::update(requests::table.filter(requests::response_id.eq(id)))
        .set(requests::response_id.eq(None::<ResponseId>))
        .execute(w.conn)?;
    diesel::delete(response_passages::table.filter(response_passages::response_id.eq(id))).execute(w.conn)?;
    diesel::delete(responses::table.find(id)).execute(w.conn)?;
    Ok(())
}

pub fn submitted(w: &mut Write<'_>, _p: &Permit<PrepareResponse>, id: ResponseId) -> Result<()> {
    diesel::update(responses::table.find(id))
        .set((responses::state.eq(ResponseState::Submitted), responses::return_note.eq("")))
        .execute(w.conn)?;
    Ok(())
}

pub fn approved(w: &mut Write<'_>, p: &Permit<ApproveResponse>, id: ResponseId) -> Result<()> {
    diesel::update(responses::table.find(id))
        .set((
            responses::state.eq(ResponseState::Approved),
            responses::approved_by.eq(p.somebody()?),
            responses::approved_at.eq(w.now),
        ))
        .execute(w.conn)?;
    Ok(())
}

pub fn returned(w: &mut Write<'_>, _p: &Permit<ApproveResponse>, id: ResponseId, note: &str) -> Result<()> {
    diesel::update(responses::table.find(id))
        .set((
            responses::state.eq(ResponseState::Returned),
            responses::return_note.eq(note),
            responses::approved_by.eq(None::<AccountId>),
            responses::approved_at.eq(None::<Instant>),
        ))
        .execute(w.conn)?;
    Ok(())
}

/// Publishes one; what it takes the place of hands over the requests it was prepared for.
pub fn published(w: &mut Write<'_>, _p: &Permit<ApproveResponse>, of: &Response) -> Result<()> {
    diesel::update(responses::table.find(of.id))
        .set((responses::state.eq(ResponseState::Published), responses::published_at.eq(w.now)))
        .execute(w.conn)?;
    diesel::update(requests::table.filter(requests::next_response_id.eq(of.id)))
        .set((requests::response_id.eq(of.id), requests::next_response_id.eq(None::<ResponseId>)))
        .execute(w.conn)?;
    Ok(())
}

/// What takes the place of this one, being prepared or public.
pub fn superseded_by(conn: &mut Conn, id: ResponseId) -> Result<Vec<i32>> {
    let found = responses::table.filter(responses::supersedes.eq(id)).order(responses::number);
    Ok(found.select(responses::number).load(conn)?)
}

/// The numbers of the answers that cite a version, in their order.
pub fn citing(conn: &mut Conn, version: VersionId) -> Result<Vec<i32>> {
    Ok(responses::table
        .filter(responses::version_id.eq(version))
        .order(responses::number)
        .select(responses::number)
        .load(conn)?)
}

/// Approved answers that wait for their publication.
pub fn approved_in(conn: &mut Conn, process: ProcessId) -> Result<Vec<Response>> {
    let found = responses::table
        .filter(responses::process_id.eq(process).and(responses::state.eq(ResponseState::Approved)))
        .order(responses::number);
    Ok(found.select(Response::as_select()).load(conn)?)
}

pub fn responses(conn: &mut Conn, of: &[ResponseId]) -> Result<HashMap<ResponseId, Response>> {
    let rows: Vec<Response> =
        responses::table.filter(responses::id.eq_any(of)).select(Response::as_select()).load(conn)?;
    Ok(rows.into_iter().map(|r| (r.id, r)).collect())
}

pub fn responses_of_process(
    conn: &mut Conn,
    process: ProcessId,
    state: Option<ResponseState>,
) -> Result<Vec<Response>> {
    let mut found = responses::table
        .filter(responses::process_id.eq(process))
        .select(Response::as_select())
        .order(responses::number)
        .into_boxed();
    if let Some(state) = state {
        found = found.filter(responses::state.eq(state));
    }
    Ok(found.load(conn)?)
}

pub fn published_count(conn: &mut Conn, process: ProcessId) -> Result<i64> {
    let found = requests::table.inner_join(responses::table.on(requests::response_id.eq(responses::id.nullable())));
    let found = found.filter(requests::process_id.eq(process).and(responses::state.eq(ResponseState::Published)));
    Ok(found.count().get_result(conn)?)
}

/// The codes of the passages several responses name.
pub fn codes(conn: &mut Conn, of: &[ResponseId]) -> Result<HashMap<ResponseId, Vec<i32>>> {
    let rows: Vec<(ResponseId, i32)> = response_passages::table
        .inner_join(passages::table.on(passages::id.eq(response_passages::passage_id)))
        .filter(response_passages::response_id.eq_any(of))
        .order((response_passages::response_id, passages::code))
        .select((response_passages::response_id, passages::code))
        .load(conn)?;
    let mut found: HashMap<ResponseId, Vec<i32>> = HashMap::new();
    for (id, code) in rows {
        found.entry(id).or_default().push(code);
    }
    Ok(found)
}

/// The passages several responses name.
pub fn cited(conn: &mut Conn, of: &[ResponseId]) -> Result<HashMap<ResponseId, Vec<PassageId>>> {
    let rows: Vec<(ResponseId, PassageId)> = response_passages::table
        .filter(response_passages::response_id.eq_any(of))
        .select((response_passages::response_id, response_passages::passage_id))
        .load(conn)?;
    let mut found: HashMap<ResponseId, Vec<PassageId>> = HashMap::new();
    for (id, passage) in rows {
        found.entry(id).or_default().push(passage);
    }
    Ok(found)
}

pub fn response_counts(conn: &mut Conn, process: ProcessId) -> Result<HashMap<ResponseState, i64>> {
    let rows: Vec<(ResponseState, i64)> = responses::table
        .filter(responses::process_id.eq(process))
        .group_by(responses::state)
        .select((responses::state, diesel::dsl::count_star()))
        .load(conn)?;
    Ok(rows.into_iter().collect())
}
