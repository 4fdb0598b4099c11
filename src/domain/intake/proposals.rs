//! From a proposal to the text: the wording somebody proposed goes into the working draft by one act, whole or adapted, and the
//! passage knows the request it came from.

use diesel::Queryable;

use super::store;
use crate::access::{Actor, Permit, PrepareResponse, ReadRegister, Subject};
use crate::db::{Conn, Write};
use crate::id::{PassageId, ProcessId, RequestId, RowId, VersionId};
use crate::plans::{self, Passage, Typed, Version};
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
    /// The passage of the draft that carries on the one commented, if one does; or the one that was asked for.
    pub there: Option<Passage>,
    /// How it stands to that passage.
    pub way: Way,
    /// Where its words were put in this draft, with what stands there now.
    pub puts: Vec<(Put, String)>,
}

/// How a proposal stands to a passage of the draft. One proposal may go into several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Into the passage that carries on the one commented.
    Own,
    /// Into another, by its code.
    Into(i32),
    /// As a new passage after another, by that one's code.
    After(i32),
}

impl Proposal {
    /// What the form begins with. The passage commented as it would be with the words proposed: its emphasis and links stay where its
    /// words do. Another passage as it is; a new one with what of the proposal stands nowhere yet.
    pub fn whole(&self) -> Option<Typed> {
        let there = self.there.as_ref()?;
        let left = self.left();
        match self.way {
            Way::Own => {
                let words = if parts(&self.proposed).len() < 2 { self.proposed.clone() } else { left.first()?.clone() };
                let block = plans::reworded(&there.block, &words)?;
                Some(Typed { source: plans::source::written(&block), ..Typed::of(there) })
            }
            Way::Into(_) => Some(Typed::of(there)),
            Way::After(_) => {
                let source = plans::source::plain(&left.first().cloned().unwrap_or_default());
                Some(Typed { kind: reader::BlockKind::Paragraph, number: String::new(), source })
            }
        }
    }

    /// The paragraphs of the proposal that stand in no passage it was put into.
    pub fn left(&self) -> Vec<String> {
        let there: Vec<String> = self.puts.iter().map(|(_, text)| tidy(text)).collect();
        parts(&self.proposed).into_iter().filter(|part| !there.contains(&tidy(part))).collect()
    }
}

/// The paragraphs of a wording.
fn parts(of: &str) -> Vec<String> {
    plans::source::parts(of).into_iter().filter(|part| !part.trim().is_empty()).collect()
}

fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Which of the passages a proposal was put into say it as it was proposed. One of several paragraphs is whole only when all of
/// it stands there and nothing else.
fn whole(proposed: &str, there: &[String]) -> Vec<bool> {
    let (wanted, there): (Vec<String>, Vec<String>) =
        (parts(proposed).iter().map(|part| tidy(part)).collect(), there.iter().map(|text| tidy(text)).collect());
    if wanted.len() < 2 {
        return there.iter().map(|text| wanted.contains(text)).collect();
    }
    let all = wanted.iter().all(|part| there.contains(part)) && there.iter().all(|text| wanted.contains(text));
    vec![all; there.len()]
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

/// From which request the words of a passage come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Queryable)]
pub struct PutFrom {
    /// The request's number.
    pub request: i32,
    /// The number of the contribution that makes it.
    pub contribution: i32,
    /// As they were proposed, rather than adapted.
    pub whole: bool,
}

/// The requests whose words were put into a passage of a version, in the order in which they were.
///
/// # Errors
/// The database's.
pub fn put_into(
    conn: &mut Conn,
    _permit: &Permit<ReadRegister>,
    version: VersionId,
    passage: PassageId,
) -> Result<Vec<PutFrom>> {
    store::put_into(conn, version, passage)
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
    way: Way,
) -> Result<Proposal> {
    let request = store::request_by_number(conn, process, number)?;
    let of = register::ops::by_id(conn, request.contribution_id)?;
    let proposed = register::ops::current_text(conn, &of)?.proposed;
    let passage = of.passage_id.filter(|_| !proposed.trim().is_empty()).ok_or(Error::NotFound)?;
    let place = (of.version_id, passage);
    let commented = plans::ops::texts(conn, &[place])?.remove(&place).unwrap_or_default();
    let draft = plans::ops::draft(conn, actor, process)?;
    let (there, puts) = match &draft {
        Some(draft) => {
            let all = plans::ops::passages(conn, draft.id)?;
            let puts = in_draft(conn, request.id, draft, &all)?;
            let heir = match way {
                Way::Own => plans::ops::lineage(conn, draft)?.successor(passage),
                Way::Into(code) | Way::After(code) => all.iter().find(|p| p.code == Some(code)).and_then(|p| p.id),
            };
            (all.into_iter().find(|p| p.id.is_some() && p.id == heir), puts)
        }
        None => (None, Vec::new()),
    };
    let (summary, contribution, draft) = (request.summary, of.number, draft.map(|d| d.number));
    Ok(Proposal { request: number, summary, contribution, commented, proposed, draft, there, way, puts })
}

/// Where the words of a request were put in a draft, with what stands there.
fn in_draft(conn: &mut Conn, of: RequestId, draft: &Version, all: &[Passage]) -> Result<Vec<(Put, String)>> {
    let puts = store::puts(conn, &[of])?.into_iter().filter(|put| put.version == draft.number);
    let text = |code: i32| all.iter().find(|p| p.code == Some(code)).map(|p| p.text.clone());
    Ok(puts.filter_map(|put| Some((put, text(put.code)?))).collect())
}

/// Puts what a request proposes into a passage of the draft, as it was proposed or as it was adapted; the passage's code. Put into
/// one passage after the other, it is in all of them.
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
    let to = open(w, actor, process, number)?;
    let there = plans::ops::propose(w, actor, to.draft.id, row, saw, new)?;
    keep(w, &to, &there)
}

/// Puts what a request proposes into the draft as a new passage after another; its code.
///
/// # Errors
/// As [`put`].
pub fn put_after(
    w: &mut Write<'_>,
    actor: &Actor,
    process: ProcessId,
    number: i32,
    after: RowId,
    new: &Typed,
) -> Result<i32> {
    let to = open(w, actor, process, number)?;
    let row = plans::ops::insert(w, actor, to.draft.id, Some(after), new)?;
    let there = plans::ops::passage(w.conn, to.draft.id, row)?;
    keep(w, &to, &there)
}

/// A request whose words may be put into the draft.
struct Open {
    permit: Permit<PrepareResponse>,
    request: RequestId,
    number: i32,
    proposed: String,
    draft: Version,
}

fn open(w: &mut Write<'_>, actor: &Actor, process: ProcessId, number: i32) -> Result<Open> {
    let permit: Permit<PrepareResponse> = actor.permit(Subject::of(process))?;
    let request = store::request_by_number(w.conn, process, number)?;
    let contribution = register::ops::by_id(w.conn, request.contribution_id)?;
    let proposed = register::ops::current_text(w.conn, &contribution)?.proposed;
    if proposed.trim().is_empty() || contribution.passage_id.is_none() {
        return Err(Error::NotFound);
    }
    if contribution.withdrawn_at.is_some() {
        return Err(Error::Refused("refused-withdrawn"));
    }
    let draft = plans::ops::draft(w.conn, actor, process)?.ok_or(Error::NotFound)?;
    Ok(Open { permit, request: request.id, number, proposed, draft })
}

/// Keeps where its words went, and says anew of all passages they are in whether they stand there as they were proposed.
fn keep(w: &mut Write<'_>, to: &Open, there: &Passage) -> Result<i32> {
    let (Some(passage), Some(code)) = (there.id, there.code) else {
        return Err(Error::Refused("refused-put-undecided"));
    };
    store::put(w, &to.permit, to.draft.id, passage, to.request, false)?;
    let all = plans::ops::passages(w.conn, to.draft.id)?;
    let puts = in_draft(w.conn, to.request, &to.draft, &all)?;
    let texts: Vec<String> = puts.iter().map(|(_, text)| text.clone()).collect();
    let mut how = "adapted";
    for ((put, _), whole) in puts.iter().zip(whole(&to.proposed, &texts)) {
        let id = all.iter().find(|p| p.code == Some(put.code)).and_then(|p| p.id).ok_or(Error::NotFound)?;
        if whole != put.whole {
            store::put_whole(w, &to.permit, to.draft.id, id, to.request, whole)?;
        }
        if whole && put.code == code {
            how = "whole";
        }
    }
    audit::record(w, &to.permit, &format!("request {} put into passage {code}", to.number), how)?;
    Ok(code)
}

/// Where the words of some requests were put, the newest version first.
///
/// # Errors
/// The database's.
pub fn puts(conn: &mut Conn, of: &[RequestId]) -> Result<Vec<Put>> {
    store::puts(conn, of)
}

#[cfg(test)]
mod tests {
    use super::whole;

    #[test]
    fn a_proposal_is_whole_when_all_of_it_stands_there() {
        let texts = |of: &[&str]| of.iter().map(|t| (*t).to_owned()).collect::<Vec<_>>();
        let table: [(&str, &[&str], &[bool]); 6] = [
            ("uno due", &["uno  due"], &[true]),
            ("uno due", &["uno tre"], &[false]),
            ("uno due", &["uno due", "altro passaggio adattato"], &[true, false]),
            ("uno\n\ndue", &["uno"], &[false]),
            ("uno\n\ndue", &["due", "uno"], &[true, true]),
            ("uno\n\ndue", &["uno", "due", "tre"], &[false, false, false]),
        ];
        for (proposed, there, expected) in table {
            assert_eq!(whole(proposed, &texts(there)), expected, "{proposed:?} {there:?}");
        }
    }
}
