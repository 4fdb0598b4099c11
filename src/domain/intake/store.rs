//! The SQL of requests, responses and the passages they name.

use std::collections::{HashMap, HashSet};

use diesel::prelude::*;

use super::model::{Answer, Excerpt, NewRequest, Outcome, Request, Response, ResponseState};
use super::proposals::Put;
use super::reconcile::Facts;
use crate::access::{ApproveResponse, Moderate, Permit, PrepareResponse};
use crate::clock::Instant;
use crate::db::schema::{
    accounts, contribution_texts, contributions, passage_requests, passages, request_excerpts, requests,
    response_passages, responses, versions,
};
use crate::db::{Conn, Counter, Write, next};
use crate::id::{AccountId, ContributionId, PassageId, ProcessId, RequestId, ResponseId, VersionId};
use crate::register::{Contribution, Link, Moderation, follow};
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

pub fn request_by_number(conn: &mut Conn, process: ProcessId, number: i32) -> Result<Request> {
    let found = requests::table.filter(requests::process_id.eq(process).and(requests::number.eq(number)));
    found.select(Request::as_select()).first(conn).found()
}

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

/// The requests several responses answer, or will answer once they are public.
pub fn requests_of_responses(conn: &mut Conn, of: &[ResponseId]) -> Result<Vec<Request>> {
    let ids: Vec<_> = of.iter().map(|r| Some(*r)).collect();
    let theirs = requests::response_id.eq_any(ids.clone()).or(requests::next_response_id.eq_any(ids));
    let found = requests::table.filter(theirs).order(requests::number);
    Ok(found.select(Request::as_select()).load(conn)?)
}

pub fn requests_of(conn: &mut Conn, of: &[ContributionId]) -> Result<Vec<Request>> {
    let found = requests::table.filter(requests::contribution_id.eq_any(of)).order(requests::number);
    Ok(found.select(Request::as_select()).load(conn)?)
}

pub fn requests_of_process(conn: &mut Conn, process: ProcessId) -> Result<Vec<Request>> {
    let found = requests::table.filter(requests::process_id.eq(process)).order(requests::number);
    Ok(found.select(Request::as_select()).load(conn)?)
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

/// Number and current words of several contributions, as they may be read.
pub fn words(conn: &mut Conn, of: &[ContributionId]) -> Result<HashMap<ContributionId, (i32, String)>> {
    let rows: Vec<(ContributionId, i32, String)> = contributions::table
        .inner_join(
            contribution_texts::table.on(contribution_texts::contribution_id
                .eq(contributions::id)
                .and(contribution_texts::revision.eq(contributions::revision))),
        )
        .filter(contributions::id.eq_any(of))
        .select((contributions::id, contributions::number, contribution_texts::text))
        .load(conn)?;
    Ok(rows.into_iter().map(|(id, number, text)| (id, (number, text))).collect())
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

/// The version each of several contributions speaks of.
pub fn commented(conn: &mut Conn, of: &[ContributionId]) -> Result<HashMap<ContributionId, VersionId>> {
    let rows = contributions::table.filter(contributions::id.eq_any(of));
    Ok(rows.select((contributions::id, contributions::version_id)).load(conn)?.into_iter().collect())
}

pub fn version_numbers(conn: &mut Conn, process: ProcessId) -> Result<HashMap<VersionId, i32>> {
    let rows: Vec<(VersionId, i32)> =
        versions::table.filter(versions::process_id.eq(process)).select((versions::id, versions::number)).load(conn)?;
    Ok(rows.into_iter().collect())
}

pub fn names(conn: &mut Conn, of: &[AccountId]) -> Result<HashMap<AccountId, String>> {
    let rows: Vec<(AccountId, String)> =
        accounts::table.filter(accounts::id.eq_any(of)).select((accounts::id, accounts::name)).load(conn)?;
    Ok(rows.into_iter().collect())
}

/// What decides the state of every contribution of a process: two statements, whatever their number.
pub fn facts(conn: &mut Conn, process: ProcessId) -> Result<Vec<(ContributionId, i32, bool, Facts)>> {
    type Row = (ContributionId, i32, bool, Option<Instant>, Moderation, Option<ContributionId>);
    let rows: Vec<Row> = contributions::table
        .filter(contributions::process_id.eq(process))
        .order(contributions::number)
        .select((
            contributions::id,
            contributions::number,
            contributions::late,
            contributions::withdrawn_at,
            contributions::moderation,
            contributions::duplicate_of,
        ))
        .load(conn)?;
    let answers: Vec<(ContributionId, Option<ResponseState>, Option<Outcome>)> = requests::table
        .left_join(responses::table.on(requests::response_id.eq(responses::id.nullable())))
        .filter(requests::process_id.eq(process))
        .select((requests::contribution_id, responses::state.nullable(), responses::outcome.nullable()))
        .load(conn)?;
    let mut counted: HashMap<ContributionId, (i64, i64)> = HashMap::new();
    for (id, state, outcome) in answers {
        let entry = counted.entry(id).or_default();
        entry.0 += 1;
        entry.1 += i64::from(state == Some(ResponseState::Published) && outcome != Some(Outcome::Accepted));
    }
    let link = |(id, _, late, withdrawn, moderation, repeats): &Row| {
        let live = withdrawn.is_none() && *moderation != Moderation::Refused;
        (*id, Link { repeats: *repeats, live, late: *late })
    };
    let links: HashMap<ContributionId, Link> = rows.iter().map(link).collect();
    let read = |(id, number, late, withdrawn, moderation, _): Row| {
        let (requests, answered) = counted.get(&id).copied().unwrap_or_default();
        let facts = Facts {
            withdrawn: withdrawn.is_some(),
            refused: moderation == Moderation::Refused,
            repeats: follow(id, &links),
            undecided: matches!(moderation, Moderation::Waiting | Moderation::Held),
            requests,
            answered,
        };
        (id, number, late, facts)
    };
    Ok(rows.into_iter().map(read).collect())
}

/// The contributions with a number, or with some words in what they say, propose or ask.
pub fn saying(conn: &mut Conn, process: ProcessId, words: &str) -> Result<HashSet<ContributionId>> {
    let wanted = words.to_lowercase();
    let number: Option<i32> = wanted.trim_start_matches("n.").trim().parse().ok();
    let rows: Vec<(ContributionId, i32, String, String)> = contributions::table
        .inner_join(
            contribution_texts::table.on(contribution_texts::contribution_id
                .eq(contributions::id)
                .and(contribution_texts::revision.eq(contributions::revision))),
        )
        .filter(contributions::process_id.eq(process))
        .select((contributions::id, contributions::number, contribution_texts::text, contribution_texts::proposed))
        .load(conn)?;
    let says = |text: &str| text.to_lowercase().contains(&wanted);
    let found = rows.iter().filter(|(_, n, text, proposed)| Some(*n) == number || says(text) || says(proposed));
    let asked = requests_of_process(conn, process)?;
    let asking = asked.iter().filter(|r| says(&r.summary) || says(&r.theme)).map(|r| r.contribution_id);
    Ok(found.map(|(id, ..)| *id).chain(asking).collect())
}

/// Numbers of the contributions of these identifiers.
pub fn numbers(conn: &mut Conn, of: &[ContributionId]) -> Result<HashMap<ContributionId, i32>> {
    let rows: Vec<(ContributionId, i32)> = contributions::table
        .filter(contributions::id.eq_any(of))
        .select((contributions::id, contributions::number))
        .load(conn)?;
    Ok(rows.into_iter().collect())
}

/// A contribution and its number; the account that sent it, with address and language.
pub type Author = (ContributionId, i32, AccountId, String, String);

/// Whose accounts sent these contributions.
pub fn authors(conn: &mut Conn, of: &[ContributionId]) -> Result<Vec<Author>> {
    Ok(contributions::table
        .inner_join(accounts::table.on(contributions::account_id.eq(accounts::id.nullable())))
        .filter(contributions::id.eq_any(of))
        .order(contributions::number)
        .select((contributions::id, contributions::number, accounts::id, accounts::email, accounts::lang))
        .load(conn)?)
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

pub fn response_counts(conn: &mut Conn, process: ProcessId) -> Result<HashMap<ResponseState, i64>> {
    let rows: Vec<(ResponseState, i64)> = responses::table
        .filter(responses::process_id.eq(process))
        .group_by(responses::state)
        .select((responses::state, diesel::dsl::count_star()))
        .load(conn)?;
    Ok(rows.into_iter().collect())
}
