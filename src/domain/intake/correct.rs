//! Putting right what requests were cut from: words that are blacked out, a summary that says it badly.

use super::model::{Request, ResponseState};
use super::{excerpts, store};
use crate::access::{Actor, Moderate, Permit, PrepareResponse, Subject};
use crate::db::Write;
use crate::id::ProcessId;
use crate::register::Seen;
use crate::{Error, Problems, Result, audit, register};

/// Blacks out parts of a contribution's text, as [`register::ops::redact`] does, and keeps the excerpts of its requests on
/// their words: they are what an answer quotes.
///
/// # Errors
/// Those of [`register::ops::redact`]; [`Error::Invalid`] when nothing would be left of what a request was cut from.
pub fn redact(w: &mut Write<'_>, actor: &Actor, seen: Seen, text: &str, proposed: &str, reason: &str) -> Result<()> {
    let of = register::ops::by_id(w.conn, seen.id)?;
    let permit: Permit<Moderate> = actor.permit(Subject::of(of.process_id))?;
    let before = register::ops::current_text(w.conn, &of)?;
    register::ops::redact(w, actor, seen, text, proposed, reason)?;
    let after = register::ops::current_text(w.conn, &of)?;
    let cut = store::requests_of(w.conn, &[seen.id])?;
    let places = store::excerpts(w.conn, &cut.iter().map(|r| r.id).collect::<Vec<_>>())?;
    let mut p = Problems::default();
    for (request, places) in places {
        match excerpts::moved(&places, &before.text, &after.text) {
            Some(moved) => store::set_excerpts(w, &permit, request, &moved)?,
            None => {
                let number = cut.iter().find(|r| r.id == request).map_or(0, |r| r.number);
                p.add_with("text", "problem-redact-excerpt", i64::from(number));
            }
        }
    }
    p.check()
}

/// Whether a request may still be changed: its response is not there yet, or still being written.
pub(super) fn changeable(w: &mut Write<'_>, of: &Request) -> Result<()> {
    let Some(id) = of.response_id else { return Ok(()) };
    match store::response(w.conn, id)?.state {
        ResponseState::Draft | ResponseState::Returned => Ok(()),
        _ => Err(Error::Refused("refused-answered")),
    }
}

/// Says anew what a request asks for, and its theme.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Invalid`]; [`Error::Refused`] once its response was handed to the second person.
pub fn correct(
    w: &mut Write<'_>,
    actor: &Actor,
    process: ProcessId,
    number: i32,
    summary: &str,
    theme: &str,
) -> Result<()> {
    let permit: Permit<PrepareResponse> = actor.permit(Subject::of(process))?;
    let request = store::request_by_number(w.conn, process, number)?;
    changeable(w, &request)?;
    let mut p = Problems::default();
    let summary = p.text("summary", summary, true, 300);
    let theme = p.text("theme", theme, false, 100);
    p.check()?;
    store::set_summary(w, &permit, request.id, &summary, &theme)?;
    audit::record(w, &permit, &format!("request {number} corrected"), "")
}
