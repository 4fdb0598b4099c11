//! The verbs of comments. Each asks the one deadline rule inside the writing transaction.

use std::collections::HashSet;

use crate::access::{
    Action, Actor, Comment, Denied, EditComment, EnterOther, FileLate, Permit, Subject, Support, WindowState,
    WithdrawComment,
};
use crate::accounts::NewOrganisation;
use crate::clock::Instant;
use crate::consultations::{self, Consultation};
use crate::db::{Conn, Write};
use crate::id::{AccountId, ContributionId, ProcessId};
use crate::mail::{self, Params};
use crate::register::{self, Channel, Contribution, Kind, NamedAs, NewAct, NewContribution, Receipt};
use crate::{Error, Problems, Result, accounts, audit, plans, processes};

/// Who acts, and that they may speak for the organisation they name.
fn author<A: Action>(conn: &mut Conn, permit: &Permit<A>, new: &NewContribution) -> Result<AccountId> {
    let account = permit.somebody()?;
    if let Some(organisation) = new.organisation
        && !accounts::ops::acts_for(conn, account, organisation)?
    {
        let mut p = Problems::default();
        p.add("named_as", "problem-choose-organisation");
        p.check()?;
    }
    Ok(account)
}

/// Sends a comment while the window is open; the receipt stands on the page and leaves by letter.
///
/// # Errors
/// [`Error::Denied`] outside the window; [`Error::Invalid`].
pub fn send(w: &mut Write<'_>, actor: &Actor, new: NewContribution) -> Result<Receipt> {
    let (window, subject) = consultations::ops::subject(w.conn, new.version, w.now)?;
    let permit: Permit<Comment> = actor.permit(subject)?;
    keep(w, actor, &permit, &window, new, false)
}

/// Files a text that came too late: numbered, counted apart, never mixed in.
///
/// # Errors
/// [`Error::Denied`] unless the window has closed; [`Error::Invalid`].
pub fn file_late(w: &mut Write<'_>, actor: &Actor, new: NewContribution) -> Result<Receipt> {
    let (window, subject) = consultations::ops::subject(w.conn, new.version, w.now)?;
    let permit: Permit<FileLate> = actor.permit(subject)?;
    keep(w, actor, &permit, &window, new, true)
}

fn keep<A: Action>(
    w: &mut Write<'_>,
    actor: &Actor,
    permit: &Permit<A>,
    window: &Consultation,
    new: NewContribution,
    late: bool,
) -> Result<Receipt> {
    let account = author(w.conn, permit, &new)?;
    let new = NewContribution { channel: Channel::Online, ..new };
    let receipt = register::ops::receive(w, permit, window, new, w.now, late, Some(account))?;
    tell(w, actor, account, window, "receipt", &receipt)?;
    Ok(receipt)
}

fn own(conn: &mut Conn, actor: &Actor, id: ContributionId) -> Result<Contribution> {
    let of = register::ops::by_id(conn, id)?;
    match actor.account {
        None => Err(Error::Denied(Denied::SignIn)),
        account if of.account_id != account => Err(Error::NotFound),
        _ => Ok(of),
    }
}

fn may_still_change(of: &Contribution) -> Result<()> {
    if of.withdrawn_at.is_some() {
        return Err(Error::Refused("refused-withdrawn"));
    }
    Ok(())
}

/// Changes one's own comment while the window is open; the earlier words stay in its history.
///
/// # Errors
/// [`Error::NotFound`] for somebody else's; [`Error::Denied`] outside the window; [`Error::Invalid`].
pub fn edit(w: &mut Write<'_>, actor: &Actor, id: ContributionId, new: NewContribution) -> Result<Receipt> {
    let of = own(w.conn, actor, id)?;
    let (window, subject) = consultations::ops::subject(w.conn, of.version_id, w.now)?;
    let permit: Permit<EditComment> = actor.permit(subject)?;
    may_still_change(&of)?;
    let account = author(w.conn, &permit, &new)?;
    let new = NewContribution { version: of.version_id, passage: of.passage_id, channel: of.channel, ..new };
    let receipt = register::ops::revise(w, &permit, &of, new)?;
    tell(w, actor, account, &window, "receipt", &receipt)?;
    Ok(receipt)
}

/// Withdraws one's own comment while the window is open.
///
/// # Errors
/// [`Error::NotFound`] for somebody else's; [`Error::Denied`] outside the window.
pub fn withdraw(w: &mut Write<'_>, actor: &Actor, id: ContributionId) -> Result<()> {
    let of = own(w.conn, actor, id)?;
    let (_, subject) = consultations::ops::subject(w.conn, of.version_id, w.now)?;
    let permit: Permit<WithdrawComment> = actor.permit(subject)?;
    may_still_change(&of)?;
    register::ops::withdraw(w, &permit, &of)
}

/// Says "me too" to somebody else's shown comment, or no longer, while the window is open.
///
/// # Errors
/// [`Error::NotFound`] when it is not shown; [`Error::Refused`] for one's own; [`Error::Denied`] outside the window.
pub fn support(w: &mut Write<'_>, actor: &Actor, id: ContributionId, on: bool) -> Result<()> {
    let of = register::ops::by_id(w.conn, id)?;
    let (_, subject) = consultations::ops::subject(w.conn, of.version_id, w.now)?;
    let permit: Permit<Support> = actor.permit(subject)?;
    if of.account_id == actor.account {
        return Err(Error::Refused("refused-own-support"));
    }
    register::ops::support(w, &permit, &of, on)
}

/// Enters what came by certified e-mail or on paper, with its own instant of receipt and the evidence for it; in the name of
/// an organisation, where one sent it.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Invalid`], also when the instant lies ahead or before the window opened.
pub fn enter_other(
    w: &mut Write<'_>,
    actor: &Actor,
    new: NewContribution,
    received_at: Instant,
    by: Option<&NewOrganisation>,
) -> Result<Receipt> {
    let of = plans::ops::by_id(w.conn, new.version)?;
    let permit: Permit<EnterOther> = actor.permit(Subject::of(of.process_id))?;
    let window = consultations::ops::of_version(w.conn, of.id)?.ok_or(Error::Denied(Denied::NotYetOpen))?;
    let mut p = Problems::default();
    if matches!(new.channel, Channel::Online | Channel::Table) {
        p.add("channel", "problem-choose");
    }
    // An act has a way in of its own: it comes with its number, day and file.
    if new.kind == Kind::Act {
        p.add("kind", "problem-choose");
    }
    if received_at > w.now || window.state(received_at) == WindowState::Before {
        p.add("received_at", "problem-received-at");
    }
    p.check()?;
    let mut new = new;
    if let Some(by) = by {
        new.organisation = Some(accounts::ops::organisation_named(w, &permit, by)?);
    }
    let late = window.state(received_at) == WindowState::After;
    let evidence = new.evidence.clone();
    let receipt = register::ops::receive(w, &permit, &window, new, received_at, late, None)?;
    audit::record(w, &permit, &format!("contribution {} entered", receipt.number), &evidence)?;
    Ok(receipt)
}

/// Enters an act of another body, issued by `by`, with its file. It is received whenever it arrives: the window is for those
/// who were asked to comment, and a body that deliberates in its own time was not, so that an act is never late (decision 0031).
///
/// # Errors
/// [`Error::Denied`]; [`Error::Invalid`], also when the instant lies ahead; [`Error::NotFound`] when the passage does not live in
/// the version.
pub fn enter_act(
    w: &mut Write<'_>,
    actor: &Actor,
    new: NewContribution,
    received_at: Instant,
    by: &NewOrganisation,
    act: NewAct,
) -> Result<Receipt> {
    let of = plans::ops::by_id(w.conn, new.version)?;
    let permit: Permit<EnterOther> = actor.permit(Subject::of(of.process_id))?;
    let window = consultations::ops::of_version(w.conn, of.id)?.ok_or(Error::Denied(Denied::NotYetOpen))?;
    let act = register::acts::checked(act)?;
    let mut p = Problems::default();
    if received_at > w.now {
        p.add("received_at", "problem-act-ahead");
    }
    if act.date > w.now.day() {
        p.add("act_date", "problem-act-ahead");
    } else if received_at.day() < act.date {
        p.add("received_at", "problem-act-before-its-day");
    }
    p.check()?;
    let organisation = Some(accounts::ops::organisation_named(w, &permit, by)?);
    let new = NewContribution {
        kind: Kind::Act,
        named_as: NamedAs::Organisation,
        organisation,
        proposed: String::new(),
        shown: true,
        ..new
    };
    let evidence = new.evidence.clone();
    let receipt = register::ops::receive(w, &permit, &window, new, received_at, false, None)?;
    register::acts::keep(w, &permit, receipt.id, &act)?;
    audit::record(w, &permit, &format!("contribution {} entered", receipt.number), &evidence)?;
    Ok(receipt)
}

/// What came by other channels and stands: evidence, text and proposed text of each.
///
/// # Errors
/// [`Error::Denied`].
pub fn entered(conn: &mut Conn, actor: &Actor, process: ProcessId) -> Result<HashSet<(String, String, String)>> {
    let _permit: Permit<EnterOther> = actor.permit(Subject::of(process))?;
    register::ops::entered(conn, process)
}

/// The letter that carries the receipt: number, instant, full text, salt and hash.
fn tell(
    w: &mut Write<'_>,
    actor: &Actor,
    account: AccountId,
    window: &Consultation,
    kind: &str,
    receipt: &Receipt,
) -> Result<()> {
    let process = processes::ops::by_id(w.conn, window.process_id)?;
    let to = accounts::ops::account(w.conn, account)?;
    let params = Params::from([
        ("name".to_owned(), actor.name.clone()),
        ("process".to_owned(), process.title),
        ("slug".to_owned(), process.slug),
        ("number".to_owned(), receipt.number.to_string()),
        ("revision".to_owned(), receipt.revision.to_string()),
        ("received_at".to_owned(), receipt.received_at.0.to_string()),
        ("passage".to_owned(), receipt.passage.map(|code| format!("P-{code:03}")).unwrap_or_default()),
        ("late".to_owned(), if receipt.late { "yes" } else { "no" }.to_owned()),
        ("text".to_owned(), receipt.text.clone()),
        ("proposed".to_owned(), receipt.proposed.clone()),
        ("salt".to_owned(), receipt.salt.clone()),
        ("commitment".to_owned(), receipt.commitment.clone()),
        ("hash".to_owned(), receipt.hash.clone()),
    ]);
    mail::queue(w, kind, &to.email, &to.lang, &params)
}
