//! The verbs of the register that every channel shares: receive, revise, withdraw, moderate, redact;
//! [`super::duplicates`] marks what repeats another.

use std::collections::HashSet;

use super::chain::{self, Entered};
pub use super::duplicates::{copies, mark_duplicate, originals};
use super::model::{
    Channel, Contribution, Filter, Kind, ListLine, Moderation, NewContribution, Place, Receipt, Refusal, Seen, Text,
};
use super::store::{Row, Stamp};
use super::{rules, store};
use crate::access::{Action, Actor, EditComment, Moderate, Permit, ReadRegister, Subject, Support, WithdrawComment};
use crate::clock::Instant;
use crate::consultations::Consultation;
use crate::db::{Conn, Counter, Write, next};
use crate::id::{AccountId, ContributionId, PassageId, ProcessId, VersionId, random_hex};
use crate::mail::{self, Params};
use crate::paging::{Page, Slice};
use crate::{Error, Problems, Result, audit, plans};

/// Receives a contribution: numbers it, keeps it, seals it into the chain. Who may, and when, the caller has asked.
///
/// # Errors
/// [`Error::Invalid`]; [`Error::NotFound`] when the passage does not live in the version.
pub fn receive<A: Action>(
    w: &mut Write<'_>,
    permit: &Permit<A>,
    window: &Consultation,
    new: NewContribution,
    received_at: Instant,
    late: bool,
    account: Option<AccountId>,
) -> Result<Receipt> {
    let new = rules::contribution(new)?;
    let passage = match new.passage {
        Some(passage) => Some(store::code_in(w.conn, new.version, passage)?.ok_or(Error::NotFound)?),
        None => None,
    };
    let number = next(w, window.process_id, Counter::Register, 1)?;
    let id = store::insert(w, permit, window, &new, &Stamp { number, received_at, late, account })?;
    let salt = random_hex::<16>();
    store::insert_text(w, permit, id, 1, &new.text, &new.proposed, &salt)?;
    let commitment = chain::commitment(&salt, number, 1, &new.text, &new.proposed);
    let entry = chain::append(w, window.process_id, Entered::Received, number, 1, &commitment)?;
    let NewContribution { text, proposed, .. } = new;
    let hash = entry.hash;
    Ok(Receipt { id, number, received_at, passage, revision: 1, late, text, proposed, salt, commitment, hash })
}

/// Keeps a new revision of a contribution; the earlier ones stay.
///
/// # Errors
/// [`Error::Invalid`].
pub fn revise(
    w: &mut Write<'_>,
    permit: &Permit<EditComment>,
    of: &Contribution,
    new: NewContribution,
) -> Result<Receipt> {
    let new = rules::contribution(new)?;
    let revision = of.revision + 1;
    // Who said "me too" said it of other words.
    store::forget_supports(w, permit, of.id)?;
    store::revised(w, permit, of.id, revision, &new)?;
    let salt = random_hex::<16>();
    store::insert_text(w, permit, of.id, revision, &new.text, &new.proposed, &salt)?;
    let commitment = chain::commitment(&salt, of.number, revision, &new.text, &new.proposed);
    let entry = chain::append(w, of.process_id, Entered::Edited, of.number, revision, &commitment)?;
    let NewContribution { text, proposed, .. } = new;
    let (id, number, received_at, late) = (of.id, of.number, of.received_at, of.late);
    let (passage, hash) = (store::passage_code(w.conn, of)?, entry.hash);
    Ok(Receipt { id, number, received_at, passage, revision, late, text, proposed, salt, commitment, hash })
}

/// Withdraws a contribution; number, date and the fact stay visible.
///
/// # Errors
/// The database's.
pub fn withdraw(w: &mut Write<'_>, permit: &Permit<WithdrawComment>, of: &Contribution) -> Result<()> {
    store::withdrawn(w, permit, of.id)?;
    enter(w, of, Entered::Withdrawn)
}

/// Says "me too", or no longer.
///
/// # Errors
/// [`Error::NotFound`] when it is not shown.
pub fn support(w: &mut Write<'_>, permit: &Permit<Support>, of: &Contribution, on: bool) -> Result<()> {
    if !is_public(of) {
        return Err(Error::NotFound);
    }
    store::support(w, permit, of.id, on)
}

/// An entry that repeats the current revision's commitment.
pub(super) fn enter(w: &mut Write<'_>, of: &Contribution, act: Entered) -> Result<()> {
    let text = original(w.conn, of)?;
    let salt = store::salt(w.conn, of.id, of.revision)?;
    let commitment = chain::commitment(&salt, of.number, of.revision, &text.0, &text.1);
    chain::append(w, of.process_id, act, of.number, of.revision, &commitment)?;
    Ok(())
}

/// The words as they were sent, sealed or not.
fn original(conn: &mut Conn, of: &Contribution) -> Result<(String, String)> {
    let text = store::text_of(conn, of.id, of.revision)?;
    if text.redacted { store::sealed(conn, of.id, of.revision) } else { Ok((text.text, text.proposed)) }
}

/// Nobody decides on words they have not read: what was on their page must be what stands.
pub(super) fn moderate_permit(
    w: &mut Write<'_>,
    actor: &Actor,
    seen: Seen,
) -> Result<(Contribution, Permit<Moderate>)> {
    let of = store::by_id(w.conn, seen.id)?;
    let permit = actor.permit(Subject::of(of.process_id))?;
    if of.withdrawn_at.is_some() {
        return Err(Error::Refused("refused-withdrawn"));
    }
    if of.revision != seen.revision {
        return Err(Error::Refused("refused-changed-meanwhile"));
    }
    Ok((of, permit))
}

/// Publishes, holds or refuses; a refusal needs a reason from the list. The author is told of a refusal and of a hold, and
/// of what is published after either.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Invalid`]; [`Error::Refused`] when withdrawn, or changed by its author since it was read.
pub fn moderate(
    w: &mut Write<'_>,
    actor: &Actor,
    seen: Seen,
    to: Moderation,
    refusal: Option<Refusal>,
    note: &str,
) -> Result<()> {
    let (of, permit) = moderate_permit(w, actor, seen)?;
    let id = of.id;
    let mut p = Problems::default();
    let note = p.text("note", note, false, 2000);
    let act = match to {
        Moderation::Published => Entered::Published,
        Moderation::Held => Entered::Held,
        Moderation::Refused => Entered::Refused,
        Moderation::Waiting => return Err(Error::NotFound),
    };
    if to == Moderation::Refused && refusal.is_none() {
        p.add("refusal", "problem-choose");
    }
    p.check()?;
    if of.moderation == to && to == Moderation::Published {
        return Ok(());
    }
    let refusal = refusal.filter(|_| to == Moderation::Refused);
    let before =
        chain::last_of(w.conn, of.process_id, of.number, &[Entered::Published, Entered::Held, Entered::Refused])?;
    store::moderated(w, &permit, id, to, refusal, &note)?;
    enter(w, &of, act)?;
    let why = refusal.map_or("", Refusal::as_str);
    audit::record(w, &permit, &format!("contribution {} {}", of.number, to.as_str()), &format!("{why} {note}"))?;
    let params = Params::from([("refusal".into(), why.to_owned()), ("note".into(), note)]);
    match to {
        Moderation::Refused => tell_author(w, &of, "refused", params),
        Moderation::Held => tell_author(w, &of, "held", params),
        _ if matches!(before, Some(Entered::Held | Entered::Refused)) => {
            tell_author(w, &of, "released", Params::default())
        }
        _ => Ok(()),
    }
}

/// Publishes the contributions with these numbers and revisions, up to 500 at a time: how a clerk who has read the list says
/// so once. Those withdrawn or changed meanwhile are passed over; how many were published.
///
/// # Errors
/// [`Error::Denied`].
pub fn publish_all(w: &mut Write<'_>, actor: &Actor, process: ProcessId, seen: &[(i32, i32)]) -> Result<usize> {
    let _permit: Permit<Moderate> = actor.permit(Subject::of(process))?;
    let mut published = 0;
    for (number, revision) in seen.iter().take(500) {
        let of = store::by_number(w.conn, process, *number)?;
        if of.withdrawn_at.is_none() && of.revision == *revision {
            moderate(w, actor, Seen::of(&of), Moderation::Published, None, "")?;
            published += 1;
        }
    }
    Ok(published)
}

/// Blacks out parts of the current text: what may be read takes the original's place, and the original is sealed. The
/// author is told.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Invalid`] without a text or a reason.
pub fn redact(w: &mut Write<'_>, actor: &Actor, seen: Seen, text: &str, proposed: &str, reason: &str) -> Result<()> {
    let (of, permit) = moderate_permit(w, actor, seen)?;
    let before = store::text_of(w.conn, of.id, of.revision)?;
    let mut p = Problems::default();
    let longest = rules::longest(of.channel);
    let text = p.text("text", text, true, longest);
    let proposed = p.text("proposed", proposed, !before.proposed.is_empty(), longest);
    let reason = p.text("reason", reason, true, 2000);
    p.check()?;
    store::redacted(w, &permit, &before, &text, &proposed)?;
    enter(w, &of, Entered::Redacted)?;
    audit::record(w, &permit, &format!("contribution {} redacted", of.number), &reason)?;
    tell_author(w, &of, "redacted", Params::from([("reason".into(), reason)]))
}

pub(super) fn tell_author(w: &mut Write<'_>, of: &Contribution, kind: &str, mut params: Params) -> Result<()> {
    let Some((email, lang)) = store::author_address(w.conn, of)? else { return Ok(()) };
    let process = crate::processes::ops::by_id(w.conn, of.process_id)?;
    params.insert("number".to_owned(), of.number.to_string());
    params.insert("process".to_owned(), process.title);
    params.insert("slug".to_owned(), process.slug);
    mail::queue(w, kind, &email, &lang, &params)
}

/// Whether everybody may read it.
pub fn is_public(of: &Contribution) -> bool {
    of.shown && of.moderation == Moderation::Published && of.withdrawn_at.is_none() && of.duplicate_of.is_none()
}

/// A contribution by its number.
///
/// # Errors
/// [`Error::NotFound`].
pub fn by_number(conn: &mut Conn, process: ProcessId, number: i32) -> Result<Contribution> {
    store::by_number(conn, process, number)
}

/// A contribution by identifier.
///
/// # Errors
/// [`Error::NotFound`].
pub fn by_id(conn: &mut Conn, id: ContributionId) -> Result<Contribution> {
    store::by_id(conn, id)
}

/// All revisions of a contribution's words, oldest first; for its author and the staff.
///
/// # Errors
/// The database's.
pub fn history(conn: &mut Conn, of: &Contribution) -> Result<Vec<Text>> {
    store::texts_of(conn, of.id)
}

/// The current words, as they may be read.
///
/// # Errors
/// The database's.
pub fn current_text(conn: &mut Conn, of: &Contribution) -> Result<Text> {
    store::text_of(conn, of.id, of.revision)
}

/// The receipt of the current revision, for its author only: it holds the salt.
///
/// # Errors
/// [`Error::NotFound`] for anybody else.
pub fn receipt(conn: &mut Conn, actor: &Actor, of: &Contribution) -> Result<Receipt> {
    if of.account_id.is_none() || of.account_id != actor.account {
        return Err(Error::NotFound);
    }
    let (text, proposed) = original(conn, of)?;
    let salt = store::salt(conn, of.id, of.revision)?;
    let commitment = chain::commitment(&salt, of.number, of.revision, &text, &proposed);
    let hash = store::hash_of(conn, of)?;
    let (id, number, received_at, revision, late) = (of.id, of.number, of.received_at, of.revision, of.late);
    let passage = store::passage_code(conn, of)?;
    Ok(Receipt { id, number, received_at, passage, revision, late, text, proposed, salt, commitment, hash })
}

/// The code of the passage a contribution is on.
///
/// # Errors
/// The database's.
pub fn passage_code(conn: &mut Conn, of: &Contribution) -> Result<Option<i32>> {
    store::passage_code(conn, of)
}

/// The number of the earlier contribution it repeats.
///
/// # Errors
/// The database's.
pub fn duplicate_of(conn: &mut Conn, of: &Contribution) -> Result<Option<i32>> {
    of.duplicate_of.map(|id| store::by_id(conn, id).map(|c| c.number)).transpose()
}

/// The contributions everybody may read.
///
/// # Errors
/// The database's.
pub fn public_list(conn: &mut Conn, process: ProcessId, filter: &Filter, page: Page) -> Result<Slice<ListLine>> {
    let rows = store::list(conn, process, filter, true, true, page)?;
    lines(conn, page, rows)
}

/// The register as the staff reads it.
///
/// # Errors
/// The database's.
pub fn staff_list(
    conn: &mut Conn,
    _p: &Permit<ReadRegister>,
    process: ProcessId,
    filter: &Filter,
    page: Page,
) -> Result<Slice<ListLine>> {
    let rows = store::list(conn, process, filter, false, false, page)?;
    lines(conn, page, rows)
}

/// What one has sent, newest first.
///
/// # Errors
/// [`Error::Denied`] for visitors.
pub fn my_list(conn: &mut Conn, actor: &Actor, page: Page) -> Result<Slice<ListLine>> {
    let account = actor.account.ok_or(Error::Denied(crate::access::Denied::SignIn))?;
    let rows = store::of_account(conn, account, page)?;
    lines(conn, page, rows)
}

/// The contributions one has sent on passages of a process, and not withdrawn, that speak of another version than the one given:
/// in the order of the passages' codes.
///
/// # Errors
/// [`Error::Denied`] for visitors.
pub fn my_places(
    conn: &mut Conn,
    actor: &Actor,
    process: ProcessId,
    but: VersionId,
    page: Page,
) -> Result<Slice<Place>> {
    let account = actor.account.ok_or(Error::Denied(crate::access::Denied::SignIn))?;
    let rows = store::places_of_account(conn, account, process, but, page)?;
    let place = |(number, version, passage, code)| Place { number, version, passage, code };
    Ok(page.slice(rows.into_iter().map(place).collect()))
}

/// One contribution as a line of a list.
///
/// # Errors
/// The database's.
pub fn line(conn: &mut Conn, of: Contribution, passage_code: Option<i32>) -> Result<ListLine> {
    let text = store::text_of(conn, of.id, of.revision)?;
    let organisation = store::organisation_name(conn, &of)?;
    let supports = store::supports_of(conn, &[of.id])?.first().map_or(0, |(_, n)| *n);
    Ok(ListLine { text, author: rules::author(&of, organisation.as_deref()), supports, passage_code, contribution: of })
}

fn lines(conn: &mut Conn, page: Page, rows: Vec<Row>) -> Result<Slice<ListLine>> {
    let slice = page.slice(rows);
    let ids: Vec<ContributionId> = slice.rows.iter().map(|r| r.0.id).collect();
    let supports: std::collections::HashMap<_, _> = store::supports_of(conn, &ids)?.into_iter().collect();
    let line = |(contribution, text, organisation, passage_code): Row| ListLine {
        author: rules::author(&contribution, organisation.as_deref()),
        supports: supports.get(&contribution.id).copied().unwrap_or(0),
        text,
        passage_code,
        contribution,
    };
    Ok(Slice { rows: slice.rows.into_iter().map(line).collect(), page: slice.page, more: slice.more })
}

/// How many shown contributions each passage has; none is the plan as a whole.
///
/// # Errors
/// The database's.
pub fn shown_by_passage(conn: &mut Conn, process: ProcessId) -> Result<Vec<(Option<PassageId>, i64)>> {
    store::shown_by_passage(conn, process)
}

/// How many were received, by late or not and by state of moderation.
///
/// # Errors
/// The database's.
pub fn counts(conn: &mut Conn, process: ProcessId) -> Result<Vec<(bool, Moderation, i64)>> {
    store::counts(conn, process)
}

/// What came by other channels and was not withdrawn: evidence, text and proposed text of each, as first received.
///
/// # Errors
/// The database's.
pub fn entered(conn: &mut Conn, process: ProcessId) -> Result<HashSet<(String, String, String)>> {
    store::entered(conn, process)
}

/// How many stand in each state of moderation, without those withdrawn.
///
/// # Errors
/// The database's.
pub fn to_moderate(conn: &mut Conn, _p: &Permit<ReadRegister>, process: ProcessId) -> Result<Vec<(Moderation, i64)>> {
    store::to_moderate(conn, process)
}

/// How many organisations sent contributions that moderation published, in time.
///
/// # Errors
/// The database's.
pub fn organisations(conn: &mut Conn, process: ProcessId) -> Result<i64> {
    store::organisations(conn, process)
}

/// Whether an account supports a contribution.
///
/// # Errors
/// The database's.
pub fn is_supported_by(conn: &mut Conn, of: ContributionId, account: AccountId) -> Result<bool> {
    store::is_supported_by(conn, of, account)
}

/// Some contributions by number, as the staff reads them.
///
/// # Errors
/// The database's.
pub fn staff_lines(
    conn: &mut Conn,
    _p: &Permit<ReadRegister>,
    process: ProcessId,
    numbers: &[i32],
) -> Result<Vec<ListLine>> {
    let page = Page::new(1, i64::try_from(numbers.len()).unwrap_or(i64::MAX - 1));
    let filter = Filter { numbers: Some(numbers.to_vec()), ..Filter::default() };
    let rows = store::list(conn, process, &filter, false, false, page)?;
    Ok(lines(conn, page, rows)?.rows)
}

/// How each contribution came, what it is, and whether late, by number.
///
/// # Errors
/// The database's.
pub fn ways(conn: &mut Conn, process: ProcessId) -> Result<Vec<(i32, Channel, Kind, bool)>> {
    store::ways(conn, process)
}

/// The numbers of those that came late.
///
/// # Errors
/// The database's.
pub fn late_numbers(conn: &mut Conn, process: ProcessId) -> Result<Vec<i32>> {
    store::late_numbers(conn, process)
}

/// The numbers of those everybody may read.
///
/// # Errors
/// The database's.
pub fn public_numbers(conn: &mut Conn, process: ProcessId) -> Result<Vec<i32>> {
    store::public_numbers(conn, process)
}

/// Which passage each contribution is on, by number.
///
/// # Errors
/// The database's.
pub fn places(conn: &mut Conn, process: ProcessId) -> Result<Vec<(i32, Option<PassageId>)>> {
    store::places(conn, process)
}

/// The contributions on passages that no passage of a version carries on, by number, each with its passage: what was said of
/// them stays, and stands in a list that says so. The version may be a draft: then it is what publishing it would bring.
///
/// # Errors
/// The database's.
pub fn without_successor(conn: &mut Conn, version: &plans::Version) -> Result<Vec<(i32, PassageId)>> {
    let lost = plans::ops::lineage(conn, version)?.lost();
    if lost.is_empty() {
        return Ok(Vec::new());
    }
    let on = store::places(conn, version.process_id)?.into_iter().filter_map(|(n, p)| Some((n, p?)));
    let mut found: Vec<(i32, PassageId)> = on.filter(|(_, p)| lost.contains(p)).collect();
    found.sort_unstable();
    Ok(found)
}
