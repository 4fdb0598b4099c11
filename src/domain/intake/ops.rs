//! The verbs of intake.

use std::collections::HashMap;

use super::citations::{self, Citations, Claim};
pub use super::correct::{correct, redact};
use super::lines::request_lines;
pub use super::lines::{
    all_requests, behind, behind_among, behind_passage, published, published_count, published_of, queue, requests_of,
    response, responses,
};
use super::model::{Answer, LeftOut, NewRequest, NewResponse, Outcome, Request, Response, ResponseState};
pub use super::proposals::{proposal, put, put_after, puts};
use super::reconcile::{ContributionState, Facts, Missing, Reconciliation, Why, state_of};
use super::{rules, store};
use crate::access::{Actor, ApproveResponse, Denied, Permit, PrepareResponse, Subject, WindowState};
use crate::clock::Instant;
use crate::db::{Conn, Write};
use crate::id::{ContributionId, PassageId, ProcessId, ResponseId, VersionId};
use crate::mail::{self, Params};
use crate::register::{Contribution, Repeats};
use crate::{Error, Problems, Result, audit, consultations, plans, processes, register};

fn prepare_permit(actor: &Actor, process: ProcessId) -> Result<Permit<PrepareResponse>> {
    actor.permit(Subject::of(process))
}

/// Cuts a request out of a contribution, once its words can no longer change: after the window has closed, or at once for
/// what is late or came by another channel.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Invalid`]; [`Error::Refused`] while its author may still change it, or when it was
/// withdrawn.
pub fn cut(w: &mut Write<'_>, actor: &Actor, id: ContributionId, new: &NewRequest) -> Result<Request> {
    let of = register::ops::by_id(w.conn, id)?;
    let permit = prepare_permit(actor, of.process_id)?;
    settled(w.conn, w.now, &of)?;
    let text = register::ops::current_text(w.conn, &of)?;
    let new = rules::request(new, &text.text)?;
    let request = store::insert_request(w, &permit, &of, &new)?;
    audit::record(w, &permit, &format!("request {} of contribution {}", request.number, of.number), "")?;
    Ok(request)
}

pub(super) fn settled(conn: &mut Conn, now: Instant, of: &Contribution) -> Result<()> {
    if of.withdrawn_at.is_some() {
        return Err(Error::Refused("refused-withdrawn"));
    }
    let window = consultations::ops::by_id(conn, of.consultation_id)?;
    let may_change = of.account_id.is_some() && !of.late && window.state(now) != WindowState::After;
    if may_change { Err(Error::Refused("refused-cut-while-open")) } else { Ok(()) }
}

/// Takes a request back, while its response is not public.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Refused`] when it was answered.
pub fn uncut(w: &mut Write<'_>, actor: &Actor, process: ProcessId, number: i32) -> Result<()> {
    let permit = prepare_permit(actor, process)?;
    let request = store::request_by_number(w.conn, process, number)?;
    super::correct::changeable(w, &request)?;
    if super::proposals::puts(w.conn, &[request.id])?.iter().any(|put| put.public) {
        return Err(Error::Refused("refused-request-in-text"));
    }
    if let Some(id) = request.response_id
        && store::requests_of_responses(w.conn, &[id])?.len() == 1
    {
        store::delete_response(w, &permit, id)?;
    }
    store::delete_request(w, &permit, request.id)?;
    audit::record(w, &permit, &format!("request {number} taken back"), "")
}

/// Checks an answer: its words, and that the passages it names are there and, where it claims so, changed.
fn checked(
    w: &mut Write<'_>,
    process: ProcessId,
    new: &NewResponse,
    requests: &[Request],
) -> Result<(Answer, String, Vec<PassageId>)> {
    let mut p = Problems::default();
    let reason = p.text("reason", &new.reason, true, 10_000);
    if requests.is_empty() {
        p.add("requests", "problem-requests-required");
    }
    let answer = new.answer.clone().check(&mut p);
    p.check()?;
    let passages = cited_passages(w, process, &answer, requests)?;
    Ok((answer, reason, passages))
}

fn cited_passages(
    w: &mut Write<'_>,
    process: ProcessId,
    answer: &Answer,
    requests: &[Request],
) -> Result<Vec<PassageId>> {
    let Some(cited) = answer.cited() else { return Ok(Vec::new()) };
    if plans::ops::by_id(w.conn, cited.version)?.process_id != process {
        return Err(Error::NotFound);
    }
    let mut found = Vec::new();
    for code in &cited.codes {
        match plans::ops::passage_by_code(w.conn, process, *code) {
            Ok(passage) => found.push(passage),
            Err(Error::NotFound) => return Err(wrong_passages("problem-passage-unknown")),
            Err(other) => return Err(other),
        }
    }
    let commented = commented_versions(w, requests)?;
    let (version, changed) = (cited.version, answer.claims_change());
    let claim = Claim { version, passages: &found, changed, commented: &commented };
    match Citations::default().fault(w.conn, &claim)? {
        Some(why) => Err(wrong_passages(why)),
        None => Ok(found),
    }
}

fn wrong_passages(why: &'static str) -> Error {
    let mut p = Problems::default();
    p.add("passages", why);
    Error::Invalid(p)
}

fn commented_versions(w: &mut Write<'_>, requests: &[Request]) -> Result<Vec<VersionId>> {
    let mut found = Vec::new();
    for request in requests {
        let version = register::ops::by_id(w.conn, request.contribution_id)?.version_id;
        if !found.contains(&version) {
            found.push(version);
        }
    }
    Ok(found)
}

fn free_requests(
    w: &mut Write<'_>,
    process: ProcessId,
    numbers: &[i32],
    mine: Option<ResponseId>,
) -> Result<Vec<Request>> {
    let mut found: Vec<Request> = Vec::new();
    for number in numbers {
        let request = store::request_by_number(w.conn, process, *number)?;
        if request.response_id.is_some() && request.response_id != mine {
            return Err(Error::Refused("refused-has-response"));
        }
        if !found.iter().any(|r| r.id == request.id) {
            found.push(request);
        }
    }
    Ok(found)
}

/// Prepares an answer to one or several requests; its number.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Invalid`]; [`Error::Refused`] when one of them has a response already.
pub fn prepare(w: &mut Write<'_>, actor: &Actor, process: ProcessId, new: &NewResponse) -> Result<Response> {
    let permit = prepare_permit(actor, process)?;
    let requests = free_requests(w, process, &new.requests, None)?;
    let (answer, reason, passages) = checked(w, process, new, &requests)?;
    let id = store::insert_response(w, &permit, process, &answer, &reason, None)?;
    store::set_passages(w, &permit, id, &passages)?;
    let ids: Vec<_> = requests.iter().map(|r| r.id).collect();
    store::assign(w, &permit, id, &ids)?;
    let response = store::response(w.conn, id)?;
    audit::record(w, &permit, &format!("response {} {}", response.number, answer.outcome().as_str()), "")?;
    Ok(response)
}

fn editable(w: &mut Write<'_>, process: ProcessId, number: i32) -> Result<Response> {
    let response = store::response_by_number(w.conn, process, number)?;
    match response.state {
        ResponseState::Published => Err(Error::Refused("refused-response-published")),
        _ => Ok(response),
    }
}

/// Writes an answer anew before it is public; it must then be submitted again.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Invalid`]; [`Error::Refused`] once it is public.
pub fn rewrite(w: &mut Write<'_>, actor: &Actor, process: ProcessId, number: i32, new: &NewResponse) -> Result<()> {
    let permit = prepare_permit(actor, process)?;
    let response = editable(w, process, number)?;
    let requests = match response.supersedes {
        Some(_) => store::requests_of_responses(w.conn, &[response.id])?,
        None => free_requests(w, process, &new.requests, Some(response.id))?,
    };
    let (answer, reason, passages) = checked(w, process, new, &requests)?;
    store::update_response(w, &permit, response.id, &answer, &reason)?;
    store::set_passages(w, &permit, response.id, &passages)?;
    if response.supersedes.is_none() {
        let ids: Vec<_> = requests.iter().map(|r| r.id).collect();
        store::assign(w, &permit, response.id, &ids)?;
    }
    audit::record(w, &permit, &format!("response {number} {}", answer.outcome().as_str()), "rewritten")
}

/// Prepares what will take the place of a published response: how *accepted* becomes *integrated*, or a mistake is put
/// right; for the requests named, or for all it answers. The old one stays, and stays readable.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Invalid`]; [`Error::Refused`] unless it is public and nothing takes its place for these
/// requests yet.
pub fn supersede(
    w: &mut Write<'_>,
    actor: &Actor,
    process: ProcessId,
    number: i32,
    new: &NewResponse,
) -> Result<Response> {
    let permit = prepare_permit(actor, process)?;
    let before = store::response_by_number(w.conn, process, number)?;
    let mut requests = store::requests_of_responses(w.conn, &[before.id])?;
    requests.retain(|r| new.requests.is_empty() || new.requests.contains(&r.number));
    let taken = requests.is_empty() || requests.iter().any(|r| r.next_response_id.is_some());
    if before.state != ResponseState::Published || taken {
        return Err(Error::Refused("refused-supersede"));
    }
    let (answer, reason, passages) = checked(w, process, new, &requests)?;
    let id = store::insert_response(w, &permit, process, &answer, &reason, Some(before.id))?;
    store::set_passages(w, &permit, id, &passages)?;
    let ids: Vec<_> = requests.iter().map(|r| r.id).collect();
    store::assign_next(w, &permit, id, &ids)?;
    let response = store::response(w.conn, id)?;
    audit::record(w, &permit, &format!("response {} in place of {number}", response.number), "")?;
    Ok(response)
}

/// Throws away an answer that is not public.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Refused`] once it is public.
pub fn discard(w: &mut Write<'_>, actor: &Actor, process: ProcessId, number: i32) -> Result<()> {
    let permit = prepare_permit(actor, process)?;
    let response = editable(w, process, number)?;
    store::delete_response(w, &permit, response.id)?;
    audit::record(w, &permit, &format!("response {number} discarded"), "")
}

/// Hands an answer to the second person.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Refused`] unless it is being written.
pub fn submit(w: &mut Write<'_>, actor: &Actor, process: ProcessId, number: i32) -> Result<()> {
    let permit = prepare_permit(actor, process)?;
    let response = store::response_by_number(w.conn, process, number)?;
    if !matches!(response.state, ResponseState::Draft | ResponseState::Returned) {
        return Err(Error::Refused("refused-response-state"));
    }
    store::submitted(w, &permit, response.id)?;
    audit::record(w, &permit, &format!("response {number} submitted"), "")
}

fn second_person(
    w: &mut Write<'_>,
    actor: &Actor,
    process: ProcessId,
    number: i32,
) -> Result<(Response, Permit<ApproveResponse>)> {
    let permit: Permit<ApproveResponse> = actor.permit(Subject::of(process))?;
    let response = store::response_by_number(w.conn, process, number)?;
    if permit.account() == Some(response.prepared_by) {
        return Err(Error::Denied(Denied::SamePerson));
    }
    Ok((response, permit))
}

/// Approves an answer another person prepared.
///
/// # Errors
/// [`Error::Denied`], also for whoever prepared it; [`Error::Refused`] unless it was submitted, and where it is no longer the
/// answer prepared at the instant `seen`, which the asker read.
pub fn approve(w: &mut Write<'_>, actor: &Actor, process: ProcessId, number: i32, seen: Instant) -> Result<()> {
    let (response, permit) = second_person(w, actor, process, number)?;
    if response.prepared_at != seen {
        return Err(Error::Refused("refused-response-changed"));
    }
    if response.state != ResponseState::Submitted {
        return Err(Error::Refused("refused-response-state"));
    }
    store::approved(w, &permit, response.id)?;
    audit::record(w, &permit, &format!("response {number} approved"), "")
}

/// Sends an answer back with a note.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Invalid`] without a note; [`Error::Refused`] unless it was submitted or approved.
pub fn send_back(w: &mut Write<'_>, actor: &Actor, process: ProcessId, number: i32, note: &str) -> Result<()> {
    let (response, permit) = second_person(w, actor, process, number)?;
    let mut p = Problems::default();
    let note = p.text("note", note, true, 2000);
    p.check()?;
    if !matches!(response.state, ResponseState::Submitted | ResponseState::Approved) {
        return Err(Error::Refused("refused-response-state"));
    }
    store::returned(w, &permit, response.id, &note)?;
    audit::record(w, &permit, &format!("response {number} sent back"), &note)
}

/// Which approved answers can be published now, and which are left out: those that name passages of a version that is not
/// public, or that are no longer what the answer says of them.
pub(super) fn releasable(conn: &mut Conn, process: ProcessId) -> Result<(Vec<Response>, Vec<LeftOut>)> {
    let approved = store::approved_in(conn, process)?;
    let public: Vec<VersionId> = plans::ops::published(conn, process)?.into_iter().map(|v| v.id).collect();
    let wrong: HashMap<i32, &'static str> = citations::recheck(conn, &approved)?.into_iter().collect();
    let (mut ready, mut left_out) = (Vec::new(), Vec::new());
    for response in approved {
        let (number, why) = (response.number, wrong.get(&response.number).copied());
        let waits = response.version_id.is_some_and(|v| !public.contains(&v));
        if waits || why.is_some() { left_out.push(LeftOut { number, why }) } else { ready.push(response) }
    }
    Ok((ready, left_out))
}

/// Publishes the approved answers of a process that can be; each author gets one letter with every outcome. How many were
/// published.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Refused`] when there are some, but none that can be.
pub fn publish(w: &mut Write<'_>, actor: &Actor, process: ProcessId) -> Result<usize> {
    let permit: Permit<ApproveResponse> = actor.permit(Subject::of(process))?;
    let (batch, left_out) = releasable(w.conn, process)?;
    if batch.is_empty() && !left_out.is_empty() {
        return Err(Error::Refused("refused-version-not-published"));
    }
    for response in &batch {
        store::published(w, &permit, response)?;
    }
    if !batch.is_empty() {
        let ids: Vec<ResponseId> = batch.iter().map(|r| r.id).collect();
        tell_authors(w, process, &ids)?;
        let numbers: Vec<String> = batch.iter().map(|r| r.number.to_string()).collect();
        audit::record(w, &permit, &format!("responses published: {}", numbers.join(", ")), "")?;
    }
    Ok(batch.len())
}

/// One letter an author, with every outcome of every contribution that this batch touched, and of those that repeat one.
fn tell_authors(w: &mut Write<'_>, process: ProcessId, batch: &[ResponseId]) -> Result<()> {
    let of = processes::ops::by_id(w.conn, process)?;
    let mut touched: Vec<ContributionId> =
        store::requests_of_responses(w.conn, batch)?.iter().map(|r| r.contribution_id).collect();
    touched.sort_unstable();
    touched.dedup();
    let requests = store::requests_of(w.conn, &touched)?;
    let lines = request_lines(w.conn, requests)?;
    let answers: Vec<ResponseId> = lines.iter().filter_map(|l| l.request.response_id).collect();
    let codes = store::codes(w.conn, &answers)?;
    let copies: HashMap<_, _> = register::ops::copies(w.conn, process, &touched)?.into_iter().collect();
    touched.extend(copies.keys());
    let mut letters: HashMap<(i64, String, String), Vec<serde_json::Value>> = HashMap::new();
    for (contribution, number, account, email, lang) in store::authors(w.conn, &touched)? {
        let told = letters.entry((account.0, email, lang)).or_default();
        let answered = copies.get(&contribution).copied().unwrap_or(contribution);
        for line in lines.iter().filter(|l| l.request.contribution_id == answered) {
            let Some(response) = line.response.as_ref().filter(|r| r.state == ResponseState::Published) else {
                continue;
            };
            told.push(serde_json::json!({
                "contribution": number,
                "repeats": (answered != contribution).then_some(line.contribution),
                "request": line.request.summary,
                "outcome": response.outcome.as_str(),
                "reason": response.reason,
                "step": response.deferred_step,
                "owner": response.deferred_owner,
                "competence": response.competence,
                "codes": codes.get(&response.id).cloned().unwrap_or_default(),
            }));
        }
    }
    let mut letters: Vec<_> = letters.into_iter().collect();
    letters.sort_by_key(|((account, ..), _)| *account);
    for ((_, email, lang), told) in letters {
        let params = Params::from([
            ("process".to_owned(), of.title.clone()),
            ("slug".to_owned(), of.slug.clone()),
            ("outcomes".to_owned(), serde_json::to_string(&told)?),
        ]);
        mail::queue(w, "outcomes", &email, &lang, &params)?;
    }
    Ok(())
}

/// The account of what was received, and what is missing for it to be complete.
///
/// # Errors
/// The database's.
pub fn reconcile(conn: &mut Conn, process: ProcessId) -> Result<Reconciliation> {
    let facts = store::facts(conn, process)?;
    let requests = store::requests_of_process(conn, process)?;
    let answered: Vec<ResponseId> = requests.iter().filter_map(|r| r.response_id).collect();
    let responses = store::responses(conn, &answered)?;
    let mut by_contribution: HashMap<ContributionId, Vec<&Request>> = HashMap::new();
    for request in &requests {
        by_contribution.entry(request.contribution_id).or_default().push(request);
    }
    let mut found = Reconciliation::default();
    for (id, number, late, facts) in facts {
        if late {
            found.late += 1;
            continue;
        }
        let state = state_of(facts);
        found.received += 1;
        found.requests += facts.requests;
        *found.by_state.entry(state.as_str()).or_default() += 1;
        if state == ContributionState::Open {
            let mine = by_contribution.get(&id).map(Vec::as_slice).unwrap_or_default();
            found.missing.extend(missing(number, &facts, mine, &responses));
        }
    }
    Ok(found)
}

fn missing(
    contribution: i32,
    facts: &Facts,
    requests: &[&Request],
    responses: &HashMap<ResponseId, Response>,
) -> Vec<Missing> {
    let of = |request: Option<i32>, response: Option<i32>, why| Missing { contribution, request, response, why };
    if facts.repeats == Repeats::Lost {
        return vec![of(None, None, Why::LostOriginal)];
    }
    let mut found = Vec::new();
    if facts.undecided {
        found.push(of(None, None, Why::Moderation));
    }
    if requests.is_empty() {
        found.push(of(None, None, Why::NoRequest));
    }
    for request in requests {
        match request.response_id.and_then(|id| responses.get(&id)) {
            None => found.push(of(Some(request.number), None, Why::NoResponse)),
            Some(r) if r.state != ResponseState::Published => {
                found.push(of(Some(request.number), Some(r.number), Why::NotPublished));
            }
            Some(r) if r.outcome == Outcome::Accepted => {
                found.push(of(Some(request.number), Some(r.number), Why::StillAccepted));
            }
            Some(_) => {}
        }
    }
    found
}
