//! The SQL of accounts, sessions, tokens, organisations and mandates.

use diesel::prelude::*;

use super::model::{Account, GrantLine, Membership, NewOrganisation};
use super::rules;
use crate::access::{GrantRole, ManageOwnAccount, Permit};
use crate::clock::Instant;
use crate::db::schema::{accounts, grants, mandates, organisations, sessions, tokens};
use crate::db::{Conn, Write};
use crate::id::{AccountId, OrganisationId, ProcessId, RowId, random_hex, sha256};
use crate::{Result, error::Found, names};

/// What is kept of a new account.
pub struct AccountRow<'a> {
    pub name: &'a str,
    pub email: &'a str,
    pub password_hash: &'a str,
    pub lang: &'a str,
    pub administrator: bool,
    pub confirmed_at: Option<Instant>,
}

pub fn by_email(conn: &mut Conn, email: &str) -> Result<Option<(Account, String)>> {
    let found = accounts::table
        .filter(accounts::email_key.eq(rules::email_key(email)))
        .select((Account::as_select(), accounts::password_hash))
        .first(conn);
    Ok(found.optional()?)
}

pub fn by_id(conn: &mut Conn, id: AccountId) -> Result<Account> {
    accounts::table.find(id).select(Account::as_select()).first(conn).found()
}

pub fn insert(w: &mut Write<'_>, row: &AccountRow<'_>) -> Result<AccountId> {
    let id = AccountId::fresh(w.now);
    diesel::insert_into(accounts::table)
        .values((
            accounts::id.eq(id),
            accounts::email.eq(row.email),
            accounts::email_key.eq(rules::email_key(row.email)),
            accounts::name.eq(row.name),
            accounts::password_hash.eq(row.password_hash),
            accounts::lang.eq(row.lang),
            accounts::administrator.eq(row.administrator),
            accounts::confirmed_at.eq(row.confirmed_at),
            accounts::created_at.eq(w.now),
        ))
        .execute(w.conn)?;
    Ok(id)
}

pub fn set_password(w: &mut Write<'_>, id: AccountId, hash: &str) -> Result<()> {
    diesel::update(accounts::table.find(id)).set(accounts::password_hash.eq(hash)).execute(w.conn)?;
    Ok(())
}

pub fn new_token(w: &mut Write<'_>, account: AccountId, kind: &str, hours: i64) -> Result<String> {
    let token = random_hex::<24>();
    diesel::insert_into(tokens::table)
        .values((
            tokens::token_hash.eq(sha256(&token)),
            tokens::kind.eq(kind),
            tokens::account_id.eq(account),
            tokens::created_at.eq(w.now),
            tokens::expires_at.eq(w.now.plus_seconds(hours * 3600)),
        ))
        .execute(w.conn)?;
    Ok(token)
}

/// Uses a token up; the account it belonged to, or none when it is unknown, used or over.
pub fn use_token(w: &mut Write<'_>, token: &str, kind: &str) -> Result<Option<AccountId>> {
    let mine = tokens::table
        .find(sha256(token))
        .filter(tokens::kind.eq(kind).and(tokens::used_at.is_null()).and(tokens::expires_at.gt(w.now)));
    let account = diesel::update(mine).set(tokens::used_at.eq(w.now)).returning(tokens::account_id).get_result(w.conn);
    Ok(account.optional()?)
}

/// Uses up every token of this kind that an account still has.
pub fn use_up_tokens(w: &mut Write<'_>, account: AccountId, kind: &str) -> Result<()> {
    let unused = tokens::account_id.eq(account).and(tokens::kind.eq(kind)).and(tokens::used_at.is_null());
    diesel::update(tokens::table.filter(unused)).set(tokens::used_at.eq(w.now)).execute(w.conn)?;
    Ok(())
}

pub fn token_is_good(conn: &mut Conn, token: &str, kind: &str, now: Instant) -> Result<bool> {
    let good = tokens::table
        .find(sha256(token))
        .filter(tokens::kind.eq(kind).and(tokens::used_at.is_null()).and(tokens::expires_at.gt(now)));
    Ok(good.count().get_result::<i64>(conn)? > 0)
}

pub fn open_session(w: &mut Write<'_>, account: AccountId, days: i64) -> Result<String> {
    let token = random_hex::<32>();
    diesel::delete(sessions::table.filter(sessions::account_id.eq(account).and(sessions::expires_at.le(w.now))))
        .execute(w.conn)?;
    diesel::insert_into(sessions::table)
        .values((
            sessions::token_hash.eq(sha256(&token)),
            sessions::account_id.eq(account),
            sessions::created_at.eq(w.now),
            sessions::seen_at.eq(w.now),
            sessions::expires_at.eq(w.now.plus_days(days)),
        ))
        .execute(w.conn)?;
    Ok(token)
}

pub fn session(conn: &mut Conn, token: &str, now: Instant) -> Result<Option<Account>> {
    let found = sessions::table
        .inner_join(accounts::table.on(accounts::id.eq(sessions::account_id)))
        .filter(sessions::token_hash.eq(sha256(token)).and(sessions::expires_at.gt(now)))
        .select(Account::as_select())
        .first(conn);
    Ok(found.optional()?)
}

pub fn close_session(w: &mut Write<'_>, token: &str) -> Result<()> {
    diesel::delete(sessions::table.find(sha256(token))).execute(w.conn)?;
    Ok(())
}

pub fn close_sessions(w: &mut Write<'_>, account: AccountId) -> Result<()> {
    diesel::delete(sessions::table.filter(sessions::account_id.eq(account))).execute(w.conn)?;
    Ok(())
}

pub fn roles(conn: &mut Conn, account: AccountId) -> Result<Vec<(ProcessId, String)>> {
    let mine = grants::table.filter(grants::account_id.eq(account).and(grants::revoked_at.is_null()));
    Ok(mine.select((grants::process_id, grants::role)).load(conn)?)
}

pub fn grant(
    w: &mut Write<'_>,
    p: &Permit<GrantRole>,
    account: AccountId,
    process: ProcessId,
    role: &str,
) -> Result<()> {
    diesel::insert_into(grants::table)
        .values((
            grants::id.eq(RowId::fresh(w.now)),
            grants::account_id.eq(account),
            grants::process_id.eq(process),
            grants::role.eq(role),
            grants::granted_by.eq(p.account()),
            grants::granted_at.eq(w.now),
        ))
        .execute(w.conn)?;
    Ok(())
}

pub fn revoke(w: &mut Write<'_>, _p: &Permit<GrantRole>, grant: RowId, process: ProcessId) -> Result<usize> {
    let held = grants::table.find(grant).filter(grants::process_id.eq(process).and(grants::revoked_at.is_null()));
    Ok(diesel::update(held).set(grants::revoked_at.eq(w.now)).execute(w.conn)?)
}

pub fn grants_in(conn: &mut Conn, process: ProcessId) -> Result<Vec<GrantLine>> {
    let rows = grants::table
        .inner_join(accounts::table.on(accounts::id.eq(grants::account_id)))
        .filter(grants::process_id.eq(process).and(grants::revoked_at.is_null()))
        .order((accounts::name, grants::id))
        .select((grants::id, accounts::id, accounts::name, accounts::email, grants::role, grants::granted_at))
        .limit(500);
    Ok(rows.load(conn)?)
}

/// The organisation of this name, made when it is not there yet. Names are compared without regard to case and spaces.
pub fn organisation(w: &mut Write<'_>, new: &NewOrganisation) -> Result<OrganisationId> {
    let key = rules::name_key(&new.name);
    let known = organisations::table
        .filter(organisations::name_key.eq(&key))
        .select(organisations::id)
        .first(w.conn)
        .optional()?;
    if let Some(id) = known {
        return Ok(id);
    }
    let id = OrganisationId::fresh(w.now);
    diesel::insert_into(organisations::table)
        .values((
            organisations::id.eq(id),
            organisations::name.eq(&new.name),
            organisations::name_key.eq(key),
            organisations::category.eq(&new.category),
            organisations::zone.eq(&new.zone),
            organisations::created_at.eq(w.now),
            organisations::plain_key.eq(names::plain(&new.name)),
        ))
        .execute(w.conn)?;
    Ok(id)
}

pub fn mandate(w: &mut Write<'_>, account: AccountId, organisation: OrganisationId) -> Result<()> {
    let held = mandates::table.filter(
        mandates::account_id
            .eq(account)
            .and(mandates::organisation_id.eq(organisation))
            .and(mandates::revoked_at.is_null()),
    );
    if held.count().get_result::<i64>(w.conn)? > 0 {
        return Ok(());
    }
    diesel::insert_into(mandates::table)
        .values((
            mandates::id.eq(RowId::fresh(w.now)),
            mandates::account_id.eq(account),
            mandates::organisation_id.eq(organisation),
            mandates::created_at.eq(w.now),
        ))
        .execute(w.conn)?;
    Ok(())
}

pub fn revoke_mandate(
    w: &mut Write<'_>,
    _p: &Permit<ManageOwnAccount>,
    account: AccountId,
    of: OrganisationId,
) -> Result<usize> {
    let held = mandates::table.filter(
        mandates::account_id.eq(account).and(mandates::organisation_id.eq(of)).and(mandates::revoked_at.is_null()),
    );
    Ok(diesel::update(held).set(mandates::revoked_at.eq(w.now)).execute(w.conn)?)
}

pub fn memberships(conn: &mut Conn, account: AccountId) -> Result<Vec<Membership>> {
    let mine = mandates::table
        .inner_join(organisations::table.on(organisations::id.eq(mandates::organisation_id)))
        .filter(mandates::account_id.eq(account).and(mandates::revoked_at.is_null()))
        .order(organisations::name_key)
        .select((organisations::id, organisations::name, organisations::category, organisations::zone))
        .limit(200);
    Ok(mine.load(conn)?)
}

pub fn administrators(conn: &mut Conn) -> Result<i64> {
    Ok(accounts::table.filter(accounts::administrator.eq(true)).count().get_result(conn)?)
}

/// Forgets sessions, links and waiting texts whose time is over.
pub fn sweep(w: &mut Write<'_>) -> Result<()> {
    use crate::db::schema::{drafts, registrations};
    diesel::delete(sessions::table.filter(sessions::expires_at.le(w.now))).execute(w.conn)?;
    diesel::delete(tokens::table.filter(tokens::expires_at.le(w.now.plus_days(-7)))).execute(w.conn)?;
    diesel::delete(registrations::table.filter(registrations::expires_at.le(w.now))).execute(w.conn)?;
    diesel::delete(drafts::table.filter(drafts::expires_at.le(w.now))).execute(w.conn)?;
    Ok(())
}
