//! A text that waits: somebody wrote before registering, or the session ended meanwhile. It is kept under a key that only
//! the writer's browser holds, then under the account, for 30 days.

use diesel::prelude::*;

use crate::clock::Instant;
use crate::db::schema::drafts;
use crate::db::{Conn, Write};
use crate::id::{AccountId, RowId, random_hex, sha256};
use crate::{Error, Result};

/// Keeps `payload` (JSON, up to 100,000 characters) and returns the key under which it is found again.
///
/// # Errors
/// [`Error::Refused`] when it is too long.
pub fn keep(w: &mut Write<'_>, account: Option<AccountId>, payload: &str) -> Result<String> {
    if payload.len() > 100_000 {
        return Err(Error::Refused("refused-draft-too-long"));
    }
    let key = random_hex::<16>();
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

/// The text behind a key.
///
/// # Errors
/// The database's.
pub fn by_key(conn: &mut Conn, key: &str, now: Instant) -> Result<Option<String>> {
    let found = drafts::table
        .filter(drafts::key_hash.eq(sha256(key)).and(drafts::expires_at.gt(now)))
        .select(drafts::payload)
        .first(conn);
    Ok(found.optional()?)
}

/// The newest text that waits for an account, with its row.
///
/// # Errors
/// The database's.
pub fn of_account(conn: &mut Conn, account: AccountId, now: Instant) -> Result<Option<(RowId, String)>> {
    let found = drafts::table
        .filter(drafts::account_id.eq(account).and(drafts::expires_at.gt(now)))
        .order(drafts::id.desc())
        .select((drafts::id, drafts::payload))
        .first(conn);
    Ok(found.optional()?)
}

/// Hands a text to the account that proved to be its writer's.
///
/// # Errors
/// The database's.
pub fn attach(w: &mut Write<'_>, key: &str, account: AccountId) -> Result<()> {
    diesel::update(drafts::table.filter(drafts::key_hash.eq(sha256(key)).and(drafts::account_id.is_null())))
        .set(drafts::account_id.eq(account))
        .execute(w.conn)?;
    Ok(())
}

/// Forgets the texts of an account once one was sent, and every text whose time is over.
///
/// # Errors
/// The database's.
pub fn forget(w: &mut Write<'_>, account: AccountId) -> Result<()> {
    let over = drafts::account_id.eq(account).or(drafts::expires_at.le(w.now).and(drafts::account_id.is_null()));
    diesel::delete(drafts::table.filter(over.assume_not_null())).execute(w.conn)?;
    Ok(())
}
