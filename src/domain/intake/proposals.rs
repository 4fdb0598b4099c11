//! From a proposal to the text: the wording somebody proposed goes into the working draft by one act, whole or adapted, and the
//! passage knows the request it came from.

use super::store;
use crate::access::{Actor, Permit, PrepareResponse, ReadRegister, Subject};
use crate::db::{Conn, Write};
use crate::id::{ProcessId, RequestId, RowId};
use crate::plans::{self, Passage, Typed};
use crate::{Error, Result, audit, register};

/// A request whose contribution proposes a wording, and the passage of the draft it is about.
#[derive(Debug, Clone)]
pub struct Proposal {
    /// The request's number.
    pub request: i32,
    /// What it asks for.
    pub summary: String,
    /// The contribution's number.
    pub contribution: i32,
    /// The words of the passage when they were commented.
    pub commented: String,
    /// The words proposed in their place.
    pub proposed: String,
    /// The number of the draft, if there is one.
    pub draft: Option<i32>,
    /// The passage of the draft that carries on the one commented, if one does.
    pub there: Option<Passage>,
}

impl Proposal {
    /// The passage as it would be with the words proposed: its emphasis and links stay where its words do.
    pub fn whole(&self) -> Option<Typed> {
        let there = self.there.as_ref()?;
        let block = plans::reworded(&there.block, &self.proposed)?;
        Some(Typed { source: plans::source::written(&block), ..Typed::of(there) })
    }
}

/// Where the words of a request were put.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Put {
    /// The request.
    pub request: RequestId,
    /// The number of the version.
    pub version: i32,
    /// Whether that is public.
    pub public: bool,
    /// The passage's code.
    pub code: i32,
    /// As they were proposed, rather than adapted.
    pub whole: bool,
}

/// What a request proposes.
///
/// # Errors
/// [`Error::NotFound`] when its contribution proposes no wording, or it stands on no passage.
pub fn proposal(
    conn: &mut Conn,
    actor: &Actor,
    _permit: &Permit<ReadRegister>,
    process: ProcessId,
    number: i32,
) -> Result<Proposal> {
    let request = store::request_by_number(conn, process, number)?;
    let of = register::ops::by_id(conn, request.contribution_id)?;
    let proposed = register::ops::current_text(conn, &of)?.proposed;
    let passage = of.passage_id.filter(|_| !proposed.trim().is_empty()).ok_or(Error::NotFound)?;
    let place = (of.version_id, passage);
    let commented = plans::ops::texts(conn, &[place])?.remove(&place).unwrap_or_default();
    let draft = plans::ops::draft(conn, actor, process)?;
    let there = match &draft {
        Some(draft) => {
            let heir = plans::ops::lineage(conn, draft)?.successor(passage);
            let all = plans::ops::passages(conn, draft.id)?;
            all.into_iter().find(|p| p.id.is_some() && p.id == heir)
        }
        None => None,
    };
    let (summary, contribution, draft) = (request.summary, of.number, draft.map(|d| d.number));
    Ok(Proposal { request: number, summary, contribution, commented, proposed, draft, there })
}

/// Puts what a request proposes into a passage of the draft, as it was proposed or as it was adapted; the passage's code.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Invalid`]; [`Error::Refused`] when somebody changed the passage since it was seen, when it is
/// still to be decided which it is, or when the contribution was withdrawn.
pub fn put(
    w: &mut Write<'_>,
    actor: &Actor,
    process: ProcessId,
    number: i32,
    (row, saw): (RowId, i32),
    new: &Typed,
) -> Result<i32> {
    let permit: Permit<PrepareResponse> = actor.permit(Subject::of(process))?;
    let reading: Permit<ReadRegister> = actor.permit(Subject::of(process))?;
    let of = proposal(w.conn, actor, &reading, process, number)?;
    let request = store::request_by_number(w.conn, process, number)?;
    let contribution = register::ops::by_id(w.conn, request.contribution_id)?;
    if contribution.withdrawn_at.is_some() {
        return Err(Error::Refused("refused-withdrawn"));
    }
    let draft = plans::ops::draft(w.conn, actor, process)?.ok_or(Error::NotFound)?;
    let there = plans::ops::propose(w, actor, draft.id, row, saw, new)?;
    let (Some(passage), Some(code)) = (there.id, there.code) else {
        return Err(Error::Refused("refused-put-undecided"));
    };
    let tidy = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let whole = tidy(&there.text) == tidy(&of.proposed);
    store::put(w, &permit, draft.id, passage, request.id, whole)?;
    let how = if whole { "whole" } else { "adapted" };
    audit::record(w, &permit, &format!("request {number} put into passage {code}"), how)?;
    Ok(code)
}

/// Where the words of some requests were put, the newest version first.
///
/// # Errors
/// The database's.
pub fn puts(conn: &mut Conn, of: &[RequestId]) -> Result<Vec<Put>> {
    store::puts(conn, of)
}
