//! A text that waits: somebody wrote before registering, or the session ended meanwhile. It is kept under a key that only
//! the writer's browser holds, then under the account, for 30 days.

use diesel::prelude::*;

use crate::clock::Instant;
use crate::db::schema::drafts;
use crate::db::{Conn, Write};
use crate::id::{AccountId, RowId, random_hex, sha256};
use crate::{Error, Result};

/// How many texts may wait under one key, or for one account, at a time.
const MOST: i64 = 20;

/// Keeps `payload` (JSON, up to 100,000 characters) beside whatever waits under the same key already; the key under which it
/// is found again, a fresh one where `key` is none.
///
/// # Errors
/// [`Error::Refused`] when it is too long, or too many wait.
pub fn keep(w: &mut Write<'_>, key: Option<&str>, account: Option<AccountId>, payload: &str) -> Result<String> {
    if payload.len() > 100_000 {
        return Err(Error::Refused("refused-draft-too-long"));
    }
    let key = key.map_or_else(random_hex::<16>, str::to_owned);
    let beside: i64 = drafts::table.filter(drafts::key_hash.eq(sha256(&key))).count().get_result(w.conn)?;
    if beside >= MOST {
        return Err(Error::Refused("refused-drafts-too-many"));
    }
    diesel::insert_into(drafts::table)
        .values((
            drafts::id.eq(RowId::fresh(w.now)),
            drafts::key_hash.eq(sha256(&key)),
            drafts::account_id.eq(account),
            drafts::payload.eq(payload),
            drafts::created_at.eq(w.now),
            drafts::expires_at.eq(w.now.plus_days(30)),
        ))
        .execute(w.conn)?;
    Ok(key)
}

/// A text that waits.
#[derive(Debug, Clone, Queryable)]
pub struct Draft {
    /// Which one.
    pub id: RowId,
    /// What was typed, as JSON.
    pub payload: String,
    /// Since when it waits.
    pub created_at: Instant,
}

/// The texts that wait for an account, newest first.
///
/// # Errors
/// The database's.
pub fn of_account(conn: &mut Conn, account: AccountId, now: Instant) -> Result<Vec<Draft>> {
    let mine = drafts::table
        .filter(drafts::account_id.eq(account).and(drafts::expires_at.gt(now)))
        .order(drafts::id.desc())
        .select((drafts::id, drafts::payload, drafts::created_at))
        .limit(MOST);
    Ok(mine.load(conn)?)
}

/// Hands the texts under a key to the account that proved to be their writer's.
///
/// # Errors
/// The database's.
pub fn attach(w: &mut Write<'_>, key: &str, account: AccountId) -> Result<()> {
    attach_hashed(w, &sha256(key), account)
}

pub(super) fn attach_hashed(w: &mut Write<'_>, key_hash: &str, account: AccountId) -> Result<()> {
    diesel::update(drafts::table.filter(drafts::key_hash.eq(key_hash).and(drafts::account_id.is_null())))
        .set(drafts::account_id.eq(account))
        .execute(w.conn)?;
    Ok(())
}

/// Forgets one text of an account: it was sent, or its writer threw it away.
///
/// # Errors
/// The database's.
pub fn forget(w: &mut Write<'_>, account: AccountId, id: RowId) -> Result<()> {
    let one = drafts::table.find(id).filter(drafts::account_id.eq(account));
    diesel::delete(one).execute(w.conn)?;
    Ok(())
}
