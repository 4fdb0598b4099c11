//! The SQL of what intake asks of the register: whose contributions they are, what they say, where they stand.

use std::collections::{HashMap, HashSet};

use diesel::prelude::*;

use super::requests::requests_of_process;
use crate::Result;
use crate::clock::Instant;
use crate::db::Conn;
use crate::db::schema::{accounts, contribution_texts, contributions, requests, responses, versions};
use crate::id::{AccountId, ContributionId, ProcessId, VersionId};
use crate::intake::model::{Outcome, ResponseState};
use crate::intake::reconcile::Facts;
use crate::register::{Link, Moderation, follow};

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
