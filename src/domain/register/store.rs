//! The SQL of contributions, their texts, seals and supports.

use std::collections::HashSet;

use diesel::dsl::{exists, not};
use diesel::prelude::*;

use super::duplicates::Link;
use super::model::{Channel, Contribution, Filter, Kind, Moderation, NamedAs, NewContribution, Refusal, Text};
use crate::access::{Action, EditComment, Moderate, Permit, Support, WithdrawComment};
use crate::clock::Instant;
use crate::consultations::Consultation;
use crate::db::schema::{
    accounts, contribution_texts as texts, contributions, organisations, passages, requests, responses, seals, supports,
};
use crate::db::{Conn, Write};
use crate::id::{AccountId, ContributionId, PassageId, ProcessId, VersionId};
use crate::intake::ResponseState;
use crate::paging::Page;
use crate::{Result, error::Found};

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

type LinkRow = (ContributionId, Option<ContributionId>, Option<Instant>, Moderation, bool);

fn link((id, repeats, withdrawn, moderation, late): LinkRow) -> (ContributionId, Link) {
    (id, Link { repeats, live: withdrawn.is_none() && moderation != Moderation::Refused, late })
}

const LINK: (
    contributions::id,
    contributions::duplicate_of,
    contributions::withdrawn_at,
    contributions::moderation,
    contributions::late,
) = (
    contributions::id,
    contributions::duplicate_of,
    contributions::withdrawn_at,
    contributions::moderation,
    contributions::late,
);

/// What some contributions repeat.
pub fn links(conn: &mut Conn, of: &[ContributionId]) -> Result<Vec<(ContributionId, Link)>> {
    let rows: Vec<LinkRow> = contributions::table.filter(contributions::id.eq_any(of)).select(LINK).load(conn)?;
    Ok(rows.into_iter().map(link).collect())
}

/// What the contributions of a process repeat.
pub fn links_of_process(conn: &mut Conn, process: ProcessId) -> Result<Vec<(ContributionId, Link)>> {
    let rows = contributions::table.filter(contributions::process_id.eq(process)).select(LINK);
    Ok(rows.load::<LinkRow>(conn)?.into_iter().map(link).collect())
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

pub fn salt(conn: &mut Conn, id: ContributionId, revision: i32) -> Result<String> {
    seals::table.find((id, revision)).select(seals::salt).first(conn).found()
}

/// What was sealed when parts were blacked out.
pub fn sealed(conn: &mut Conn, id: ContributionId, revision: i32) -> Result<(String, String)> {
    seals::table.find((id, revision)).select((seals::sealed_text, seals::sealed_proposed)).first(conn).found()
}

pub fn by_id(conn: &mut Conn, id: ContributionId) -> Result<Contribution> {
    contributions::table.find(id).select(Contribution::as_select()).first(conn).found()
}

pub fn by_number(conn: &mut Conn, process: ProcessId, number: i32) -> Result<Contribution> {
    let found =
        contributions::table.filter(contributions::process_id.eq(process).and(contributions::number.eq(number)));
    found.select(Contribution::as_select()).first(conn).found()
}

pub fn texts_of(conn: &mut Conn, id: ContributionId) -> Result<Vec<Text>> {
    let rows = texts::table.filter(texts::contribution_id.eq(id)).order(texts::revision);
    Ok(rows.select(Text::as_select()).load(conn)?)
}

pub fn text_of(conn: &mut Conn, id: ContributionId, revision: i32) -> Result<Text> {
    texts::table.find((id, revision)).select(Text::as_select()).first(conn).found()
}

/// The code of a passage that lives in a version.
pub fn code_in(conn: &mut Conn, version: VersionId, passage: PassageId) -> Result<Option<i32>> {
    use crate::db::schema::passage_texts;
    let found = passage_texts::table
        .inner_join(passages::table.on(passage_texts::passage_id.eq(passages::id.nullable())))
        .filter(passage_texts::version_id.eq(version).and(passage_texts::passage_id.eq(passage)));
    Ok(found.select(passages::code).first(conn).optional()?)
}

/// A row of a list before supports are counted: the contribution, its words, the organisation's name, the passage's code.
pub type Row = (Contribution, Text, Option<String>, Option<i32>);

/// Contributions of a process, by number; `public` leaves only those that may be shown.
pub fn list(
    conn: &mut Conn,
    process: ProcessId,
    filter: &Filter,
    public: bool,
    newest_first: bool,
    page: Page,
) -> Result<Vec<Row>> {
    let mut query = contributions::table
        .inner_join(
            texts::table
                .on(texts::contribution_id.eq(contributions::id).and(texts::revision.eq(contributions::revision))),
        )
        .left_join(organisations::table.on(contributions::organisation_id.eq(organisations::id.nullable())))
        .left_join(passages::table.on(contributions::passage_id.eq(passages::id.nullable())))
        .filter(contributions::process_id.eq(process))
        .select((
            Contribution::as_select(),
            Text::as_select(),
            organisations::name.nullable(),
            passages::code.nullable(),
        ))
        .limit(page.limit())
        .offset(page.offset())
        .into_boxed();
    if public {
        query = query.filter(
            contributions::shown
                .eq(true)
                .and(contributions::moderation.eq(Moderation::Published))
                .and(contributions::withdrawn_at.is_null())
                .and(contributions::duplicate_of.is_null()),
        );
    }
    if let Some(numbers) = &filter.numbers {
        query = query.filter(contributions::number.eq_any(numbers));
    }
    if let Some(outcome) = filter.outcome {
        let published = requests::table
            .inner_join(responses::table.on(requests::response_id.eq(responses::id.nullable())))
            .filter(requests::contribution_id.eq(contributions::id))
            .filter(responses::state.eq(ResponseState::Published));
        query = match outcome {
            Some(outcome) => query.filter(exists(published.filter(responses::outcome.eq(outcome)))),
            None => query.filter(not(exists(published))),
        };
    }
    if filter.standing {
        query = query.filter(contributions::withdrawn_at.is_null());
    }
    if let Some(passage) = filter.passage {
        query = query.filter(contributions::passage_id.eq(passage));
    }
    if filter.whole {
        query = query.filter(contributions::passage_id.is_null());
    }
    if let Some(kind) = filter.kind {
        query = query.filter(contributions::kind.eq(kind));
    }
    if let Some(moderation) = filter.moderation {
        query = query.filter(contributions::moderation.eq(moderation));
    }
    if let Some(late) = filter.late {
        query = query.filter(contributions::late.eq(late));
    }
    // In public an organisation's contribution that does not name it is a person's like any other.
    query = match filter.organisations {
        Some(true) if public => query.filter(contributions::named_as.eq(NamedAs::Organisation)),
        Some(false) if public => query.filter(contributions::named_as.ne(NamedAs::Organisation)),
        Some(true) => query.filter(contributions::organisation_id.is_not_null()),
        Some(false) => query.filter(contributions::organisation_id.is_null()),
        None => query,
    };
    query = if newest_first { query.order(contributions::number.desc()) } else { query.order(contributions::number) };
    Ok(query.load(conn)?)
}

/// Contributions sent from one account, newest first, in all processes.
pub fn of_account(conn: &mut Conn, account: AccountId, page: Page) -> Result<Vec<Row>> {
    Ok(contributions::table
        .inner_join(
            texts::table
                .on(texts::contribution_id.eq(contributions::id).and(texts::revision.eq(contributions::revision))),
        )
        .left_join(organisations::table.on(contributions::organisation_id.eq(organisations::id.nullable())))
        .left_join(passages::table.on(contributions::passage_id.eq(passages::id.nullable())))
        .filter(contributions::account_id.eq(account))
        .select((
            Contribution::as_select(),
            Text::as_select(),
            organisations::name.nullable(),
            passages::code.nullable(),
        ))
        .order(contributions::id.desc())
        .limit(page.limit())
        .offset(page.offset())
        .load(conn)?)
}

/// What an account sent on passages of a process, speaking of another version than `but`, in the order of codes.
pub fn places_of_account(
    conn: &mut Conn,
    account: AccountId,
    process: ProcessId,
    but: VersionId,
    page: Page,
) -> Result<Vec<(i32, VersionId, PassageId, i32)>> {
    Ok(contributions::table
        .inner_join(passages::table.on(contributions::passage_id.eq(passages::id.nullable())))
        .filter(contributions::account_id.eq(account).and(contributions::process_id.eq(process)))
        .filter(contributions::version_id.ne(but).and(contributions::withdrawn_at.is_null()))
        .order((passages::code, contributions::number))
        .select((contributions::number, contributions::version_id, passages::id, passages::code))
        .limit(page.limit())
        .offset(page.offset())
        .load(conn)?)
}

pub fn passage_code(conn: &mut Conn, of: &Contribution) -> Result<Option<i32>> {
    let Some(id) = of.passage_id else { return Ok(None) };
    Ok(passages::table.find(id).select(passages::code).first(conn).optional()?)
}

pub fn organisation_name(conn: &mut Conn, of: &Contribution) -> Result<Option<String>> {
    let Some(id) = of.organisation_id else { return Ok(None) };
    Ok(organisations::table.find(id).select(organisations::name).first(conn).optional()?)
}

/// How many shown contributions each passage of a process has.
pub fn shown_by_passage(conn: &mut Conn, process: ProcessId) -> Result<Vec<(Option<PassageId>, i64)>> {
    Ok(contributions::table
        .filter(
            contributions::process_id
                .eq(process)
                .and(contributions::shown.eq(true))
                .and(contributions::moderation.eq(Moderation::Published))
                .and(contributions::withdrawn_at.is_null())
                .and(contributions::duplicate_of.is_null()),
        )
        .group_by(contributions::passage_id)
        .select((contributions::passage_id, diesel::dsl::count_star()))
        .load(conn)?)
}

/// How many support each of these.
pub fn supports_of(conn: &mut Conn, of: &[ContributionId]) -> Result<Vec<(ContributionId, i64)>> {
    Ok(supports::table
        .filter(supports::contribution_id.eq_any(of))
        .group_by(supports::contribution_id)
        .select((supports::contribution_id, diesel::dsl::count_star()))
        .load(conn)?)
}

pub fn support(w: &mut Write<'_>, p: &Permit<Support>, of: ContributionId, on: bool) -> Result<()> {
    let account = p.somebody()?;
    let there = supports::table.find((of, account)).count().get_result::<i64>(w.conn)? > 0;
    if on && !there {
        let row = (supports::contribution_id.eq(of), supports::account_id.eq(account), supports::at.eq(w.now));
        diesel::insert_into(supports::table).values(row).execute(w.conn)?;
    }
    if !on && there {
        diesel::delete(supports::table.find((of, account))).execute(w.conn)?;
    }
    Ok(())
}

pub fn forget_supports(w: &mut Write<'_>, _p: &Permit<EditComment>, of: ContributionId) -> Result<()> {
    diesel::delete(supports::table.filter(supports::contribution_id.eq(of))).execute(w.conn)?;
    Ok(())
}

pub fn is_supported_by(conn: &mut Conn, of: ContributionId, account: AccountId) -> Result<bool> {
    Ok(supports::table.find((of, account)).count().get_result::<i64>(conn)? > 0)
}

/// Evidence, text and proposed text of what came by other channels; the texts as they were first received.
pub fn entered(conn: &mut Conn, process: ProcessId) -> Result<HashSet<(String, String, String)>> {
    let rows = contributions::table
        .inner_join(texts::table.on(texts::contribution_id.eq(contributions::id).and(texts::revision.eq(1))))
        .filter(
            contributions::process_id
                .eq(process)
                .and(contributions::channel.ne(Channel::Online))
                .and(contributions::withdrawn_at.is_null()),
        )
        .select((contributions::evidence, texts::text, texts::proposed));
    Ok(rows.load(conn)?.into_iter().collect())
}

/// How many organisations sent contributions that moderation published, in time: those the list of participants names.
pub fn organisations(conn: &mut Conn, process: ProcessId) -> Result<i64> {
    let standing = contributions::table.filter(
        contributions::process_id
            .eq(process)
            .and(contributions::withdrawn_at.is_null())
            .and(contributions::late.eq(false))
            .and(contributions::moderation.eq(Moderation::Published)),
    );
    Ok(standing.select(diesel::dsl::count(contributions::organisation_id).aggregate_distinct()).first(conn)?)
}

/// How many contributions were received: in time or late, by state of moderation.
pub fn counts(conn: &mut Conn, process: ProcessId) -> Result<Vec<(bool, Moderation, i64)>> {
    Ok(contributions::table
        .filter(contributions::process_id.eq(process))
        .group_by((contributions::late, contributions::moderation))
        .select((contributions::late, contributions::moderation, diesel::dsl::count_star()))
        .load(conn)?)
}

/// How many stand in each state of moderation; what was withdrawn needs none.
pub fn to_moderate(conn: &mut Conn, process: ProcessId) -> Result<Vec<(Moderation, i64)>> {
    Ok(contributions::table
        .filter(contributions::process_id.eq(process).and(contributions::withdrawn_at.is_null()))
        .group_by(contributions::moderation)
        .select((contributions::moderation, diesel::dsl::count_star()))
        .load(conn)?)
}

/// The address and language of whoever sent it from an account.
pub fn author_address(conn: &mut Conn, of: &Contribution) -> Result<Option<(String, String)>> {
    let Some(id) = of.account_id else { return Ok(None) };
    Ok(accounts::table.find(id).select((accounts::email, accounts::lang)).first(conn).optional()?)
}

/// The hash of the entry that took the current revision in.
pub fn hash_of(conn: &mut Conn, of: &Contribution) -> Result<String> {
    use super::chain::Entered;
    use crate::db::schema::register_entries as entries;
    entries::table
        .filter(
            entries::process_id
                .eq(of.process_id)
                .and(entries::number.eq(of.number))
                .and(entries::revision.eq(of.revision))
                .and(entries::act.eq_any([Entered::Received, Entered::Edited])),
        )
        .select(entries::hash)
        .first(conn)
        .found()
}

pub fn ways(conn: &mut Conn, process: ProcessId) -> Result<Vec<(i32, Channel, Kind, bool)>> {
    let all = contributions::table.filter(contributions::process_id.eq(process)).order(contributions::number);
    Ok(all
        .select((contributions::number, contributions::channel, contributions::kind, contributions::late))
        .load(conn)?)
}

pub fn late_numbers(conn: &mut Conn, process: ProcessId) -> Result<Vec<i32>> {
    let late = contributions::table.filter(contributions::process_id.eq(process).and(contributions::late.eq(true)));
    Ok(late.select(contributions::number).load(conn)?)
}

pub fn places(conn: &mut Conn, process: ProcessId) -> Result<Vec<(i32, Option<PassageId>)>> {
    let all = contributions::table.filter(contributions::process_id.eq(process));
    Ok(all.select((contributions::number, contributions::passage_id)).load(conn)?)
}

/// Numbers of those everybody may read: the rule of [`super::ops::is_public`], in SQL.
pub fn public_numbers(conn: &mut Conn, process: ProcessId) -> Result<Vec<i32>> {
    let shown = contributions::table.filter(
        contributions::process_id
            .eq(process)
            .and(contributions::shown.eq(true))
            .and(contributions::moderation.eq(Moderation::Published))
            .and(contributions::withdrawn_at.is_null())
            .and(contributions::duplicate_of.is_null()),
    );
    Ok(shown.select(contributions::number).load(conn)?)
}
