//! The address at which somebody's calendar program reads the events they may know of, without signing in. Its token is kept as SHA-256
//! only; there is one for an account, and whoever makes another ends it (`docs/decisions/0047-a-calendar-of-ones-own.md`).

use diesel::prelude::*;

use super::ops;
use crate::access::{Actor, ManageOwnAccount, Permit, Subject};
use crate::clock::Instant;
use crate::db::schema::calendar_feeds as feeds;
use crate::db::{Conn, Write};
use crate::id::{AccountId, random_hex, sha256};
use crate::{Result, audit, error::Found};

/// When the address was made that stands; none where there is none.
///
/// # Errors
/// The database's.
pub fn made(conn: &mut Conn, of: AccountId) -> Result<Option<Instant>> {
    Ok(feeds::table.find(of).select(feeds::made_at).first(conn).optional()?)
}

/// Makes an address, in the place of the one before; its token, which is nowhere else.
///
/// # Errors
/// [`crate::Error::Denied`] for visitors.
pub fn make(w: &mut Write<'_>, actor: &Actor) -> Result<String> {
    let permit: Permit<ManageOwnAccount> = actor.permit(Subject::installation())?;
    let (of, token) = (permit.somebody()?, random_hex::<24>());
    diesel::delete(feeds::table.find(of)).execute(w.conn)?;
    diesel::insert_into(feeds::table)
        .values((feeds::account_id.eq(of), feeds::token_hash.eq(sha256(&token)), feeds::made_at.eq(w.now)))
        .execute(w.conn)?;
    audit::record(w, &permit, "calendar feed", "")?;
    Ok(token)
}

/// Ends the address, if there is one.
///
/// # Errors
/// [`crate::Error::Denied`] for visitors.
pub fn end(w: &mut Write<'_>, actor: &Actor) -> Result<()> {
    let permit: Permit<ManageOwnAccount> = actor.permit(Subject::installation())?;
    if diesel::delete(feeds::table.find(permit.somebody()?)).execute(w.conn)? > 0 {
        audit::record(w, &permit, "calendar feed ended", "")?;
    }
    Ok(())
}

/// Who reads behind an address, with the roles they have now.
///
/// # Errors
/// [`crate::Error::NotFound`].
pub fn reader(conn: &mut Conn, token: &str) -> Result<Actor> {
    let found = feeds::table.filter(feeds::token_hash.eq(sha256(token))).select(feeds::account_id);
    let account: AccountId = found.first(conn).found()?;
    ops::actor_by_id(conn, account)
}
