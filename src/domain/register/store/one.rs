//! The SQL that reads one contribution: its texts, its seal, its author, its place.

use diesel::prelude::*;

use crate::db::Conn;
use crate::db::schema::{accounts, contribution_texts as texts, contributions, organisations, passages, seals};
use crate::id::{ContributionId, PassageId, ProcessId, VersionId};
use crate::register::{Contribution, Text};
use crate::{Result, error::Found};

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

pub fn salt(conn: &mut Conn, id: ContributionId, revision: i32) -> Result<String> {
    seals::table.find((id, revision)).select(seals::salt).first(conn).found()
}

/// What was sealed when parts were blacked out.
pub fn sealed(conn: &mut Conn, id: ContributionId, revision: i32) -> Result<(String, String)> {
    seals::table.find((id, revision)).select((seals::sealed_text, seals::sealed_proposed)).first(conn).found()
}

/// The hash of the entry that took the current revision in.
pub fn hash_of(conn: &mut Conn, of: &Contribution) -> Result<String> {
    use crate::db::schema::register_entries as entries;
    use crate::register::chain::Entered;
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

/// The address and language of whoever sent it from an account.
pub fn author_address(conn: &mut Conn, of: &Contribution) -> Result<Option<(String, String)>> {
    let Some(id) = of.account_id else { return Ok(None) };
    Ok(accounts::table.find(id).select((accounts::email, accounts::lang)).first(conn).optional()?)
}

pub fn passage_code(conn: &mut Conn, of: &Contribution) -> Result<Option<i32>> {
    let Some(id) = of.passage_id else { return Ok(None) };
    Ok(passages::table.find(id).select(passages::code).first(conn).optional()?)
}

pub fn organisation_name(conn: &mut Conn, of: &Contribution) -> Result<Option<String>> {
    let Some(id) = of.organisation_id else { return Ok(None) };
    Ok(organisations::table.find(id).select(organisations::name).first(conn).optional()?)
}

/// The code of a passage that lives in a version.
pub fn code_in(conn: &mut Conn, version: VersionId, passage: PassageId) -> Result<Option<i32>> {
    use crate::db::schema::passage_texts;
    let found = passage_texts::table
        .inner_join(passages::table.on(passage_texts::passage_id.eq(passages::id.nullable())))
        .filter(passage_texts::version_id.eq(version).and(passage_texts::passage_id.eq(passage)));
    Ok(found.select(passages::code).first(conn).optional()?)
}
