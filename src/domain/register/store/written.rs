//! The SQL that writes contributions: what was received, revised, withdrawn, moderated, redacted.

use diesel::prelude::*;

use crate::Result;
use crate::access::{Action, EditComment, Moderate, Permit, WithdrawComment};
use crate::clock::Instant;
use crate::consultations::Consultation;
use crate::db::Write;
use crate::db::schema::{contribution_texts as texts, contributions, seals};
use crate::id::{AccountId, ContributionId};
use crate::register::{Moderation, NewContribution, Refusal, Text};

/// What the register adds to what was sent.
pub struct Stamp {
    pub number: i32,
    pub received_at: Instant,
    pub late: bool,
    pub account: Option<AccountId>,
}

pub fn insert<A: Action>(
    w: &mut Write<'_>,
    _p: &Permit<A>,
    window: &Consultation,
    new: &NewContribution,
    stamp: &Stamp,
) -> Result<ContributionId> {
    let id = ContributionId::fresh(w.now);
    diesel::insert_into(contributions::table)
        .values((
            (
                contributions::id.eq(id),
                contributions::process_id.eq(window.process_id),
                contributions::number.eq(stamp.number),
                contributions::consultation_id.eq(window.id),
                contributions::channel.eq(new.channel),
                contributions::late.eq(stamp.late),
                contributions::kind.eq(new.kind),
                contributions::version_id.eq(new.version),
                contributions::passage_id.eq(new.passage),
                contributions::account_id.eq(stamp.account),
                contributions::organisation_id.eq(new.organisation),
            ),
            (
                contributions::sender.eq(&new.sender),
                contributions::evidence.eq(&new.evidence),
                contributions::shown.eq(new.shown),
                contributions::named_as.eq(new.named_as),
                contributions::pseudonym.eq(&new.pseudonym),
                contributions::revision.eq(1),
                contributions::moderation.eq(Moderation::Waiting),
                contributions::refusal.eq(""),
                contributions::refusal_note.eq(""),
                contributions::received_at.eq(stamp.received_at),
                contributions::recorded_at.eq(w.now),
            ),
        ))
        .execute(w.conn)?;
    Ok(id)
}

/// A revision's words and the salt of its commitment.
pub fn insert_text<A: Action>(
    w: &mut Write<'_>,
    _p: &Permit<A>,
    id: ContributionId,
    revision: i32,
    text: &str,
    proposed: &str,
    salt: &str,
) -> Result<()> {
    diesel::insert_into(texts::table)
        .values((
            texts::contribution_id.eq(id),
            texts::revision.eq(revision),
            texts::text.eq(text),
            texts::proposed.eq(proposed),
            texts::redacted.eq(false),
            texts::written_at.eq(w.now),
        ))
        .execute(w.conn)?;
    diesel::insert_into(seals::table)
        .values((
            seals::contribution_id.eq(id),
            seals::revision.eq(revision),
            seals::salt.eq(salt),
            seals::sealed_text.eq(""),
            seals::sealed_proposed.eq(""),
        ))
        .execute(w.conn)?;
    Ok(())
}

pub fn revised(
    w: &mut Write<'_>,
    _p: &Permit<EditComment>,
    id: ContributionId,
    revision: i32,
    new: &NewContribution,
) -> Result<()> {
    diesel::update(contributions::table.find(id))
        .set((
            contributions::revision.eq(revision),
            contributions::kind.eq(new.kind),
            contributions::shown.eq(new.shown),
            contributions::named_as.eq(new.named_as),
            contributions::pseudonym.eq(&new.pseudonym),
            contributions::organisation_id.eq(new.organisation),
            contributions::moderation.eq(Moderation::Waiting),
            contributions::refusal.eq(""),
            contributions::refusal_note.eq(""),
        ))
        .execute(w.conn)?;
    Ok(())
}

pub fn withdrawn(w: &mut Write<'_>, _p: &Permit<WithdrawComment>, id: ContributionId) -> Result<()> {
    diesel::update(contributions::table.find(id)).set(contributions::withdrawn_at.eq(w.now)).execute(w.conn)?;
    Ok(())
}

pub fn moderated(
    w: &mut Write<'_>,
    _p: &Permit<Moderate>,
    id: ContributionId,
    to: Moderation,
    refusal: Option<Refusal>,
    note: &str,
) -> Result<()> {
    diesel::update(contributions::table.find(id))
        .set((
            contributions::moderation.eq(to),
            contributions::refusal.eq(refusal.map_or("", Refusal::as_str)),
            contributions::refusal_note.eq(note),
            contributions::moderated_at.eq(w.now),
        ))
        .execute(w.conn)?;
    Ok(())
}

pub fn duplicate(
    w: &mut Write<'_>,
    _p: &Permit<Moderate>,
    id: ContributionId,
    of: Option<ContributionId>,
) -> Result<()> {
    diesel::update(contributions::table.find(id)).set(contributions::duplicate_of.eq(of)).execute(w.conn)?;
    Ok(())
}

/// Puts the words as they may be read in the place of the original, which is sealed (once: later redactions keep the
/// first original).
pub fn redacted(w: &mut Write<'_>, _p: &Permit<Moderate>, before: &Text, text: &str, proposed: &str) -> Result<()> {
    let key = (before.contribution_id, before.revision);
    if !before.redacted {
        diesel::update(seals::table.find(key))
            .set((seals::sealed_text.eq(&before.text), seals::sealed_proposed.eq(&before.proposed)))
            .execute(w.conn)?;
    }
    diesel::update(texts::table.find(key))
        .set((texts::text.eq(text), texts::proposed.eq(proposed), texts::redacted.eq(true)))
        .execute(w.conn)?;
    Ok(())
}
