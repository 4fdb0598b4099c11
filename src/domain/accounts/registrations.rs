//! What was typed to register, until its letter is answered.

use diesel::prelude::*;

use super::model::NewAccount;
use super::rules;
use crate::Result;
use crate::access::{Permit, Register};
use crate::clock::Instant;
use crate::db::schema::registrations;
use crate::db::{Conn, Write};
use crate::id::{random_hex, sha256};

/// A registration as it was typed, checked, with the password hashed.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = crate::db::schema::registrations)]
pub(super) struct Registration {
    pub email: String,
    pub email_key: String,
    pub name: String,
    pub password_hash: String,
    pub lang: String,
    /// Empty where nobody else is represented.
    pub organisation: String,
    pub category: String,
    pub zone: String,
    /// Under which key the texts wait that were written before.
    pub draft_key_hash: Option<String>,
}

/// A registration that waits for its password to be typed again.
#[derive(Debug, Clone)]
pub struct Waiting {
    pub(super) token_hash: String,
    pub(super) password_hash: String,
}

/// A registration whose link and password were both given.
#[derive(Debug, Clone)]
pub struct Proven {
    pub(super) token_hash: String,
}

/// Keeps it for so many hours; the token for its letter.
pub(super) fn keep(
    w: &mut Write<'_>,
    _p: &Permit<Register>,
    new: &NewAccount,
    password_hash: &str,
    hours: i64,
) -> Result<String> {
    let token = random_hex::<24>();
    let organisation = new.organisation.clone().unwrap_or_default();
    diesel::insert_into(registrations::table)
        .values((
            registrations::token_hash.eq(sha256(&token)),
            registrations::email.eq(&new.email),
            registrations::email_key.eq(rules::email_key(&new.email)),
            registrations::name.eq(&new.name),
            registrations::password_hash.eq(password_hash),
            registrations::lang.eq(&new.lang),
            registrations::organisation.eq(&organisation.name),
            registrations::category.eq(&organisation.category),
            registrations::zone.eq(&organisation.zone),
            registrations::draft_key_hash.eq(new.draft_key.as_ref().map(sha256)),
            registrations::created_at.eq(w.now),
            registrations::expires_at.eq(w.now.plus_seconds(hours * 3600)),
        ))
        .execute(w.conn)?;
    Ok(token)
}

pub(super) fn waiting(conn: &mut Conn, token: &str, now: Instant) -> Result<Option<Waiting>> {
    let token_hash = sha256(token);
    let hash = registrations::table
        .find(&token_hash)
        .filter(registrations::expires_at.gt(now))
        .select(registrations::password_hash)
        .first(conn)
        .optional()?;
    Ok(hash.map(|password_hash| Waiting { token_hash, password_hash }))
}

/// Takes it out, and with it everything else that was typed about the same address.
pub(super) fn take(w: &mut Write<'_>, token_hash: &str) -> Result<Option<Registration>> {
    let found: Option<Registration> = registrations::table
        .find(token_hash)
        .filter(registrations::expires_at.gt(w.now))
        .select(Registration::as_select())
        .first(w.conn)
        .optional()?;
    if let Some(found) = &found {
        let same = registrations::email_key.eq(&found.email_key);
        diesel::delete(registrations::table.filter(same)).execute(w.conn)?;
    }
    Ok(found)
}
