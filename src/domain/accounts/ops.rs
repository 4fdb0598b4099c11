//! The verbs of accounts.

use super::model::{Account, GrantLine, Membership, NewAccount, NewOrganisation};
use super::registrations::{self, Proven, Registration, Waiting};
use super::store::AccountRow;
use super::{drafts, password, rules, store};
use crate::access::{Actor, EnterOther, GrantRole, ManageOwnAccount, Permit, Register, Role, Subject};
use crate::clock::Instant;
use crate::db::{Conn, Write};
use crate::id::{AccountId, OrganisationId, ProcessId, RowId};
use crate::mail::{self, Params};
use crate::{Error, Problems, Result, audit};

/// A session lasts two weeks.
pub const SESSION_DAYS: i64 = 14;
/// A confirmation link is good for three days, a reset link for one hour.
const CONFIRM_HOURS: i64 = 72;
const RESET_HOURS: i64 = 1;

/// A registration that was checked and whose password was hashed, outside any transaction: see [`prepare`].
#[derive(Debug, Clone)]
pub struct Prepared {
    new: NewAccount,
    password_hash: String,
}

/// Checks what was typed and hashes the password: slow by design, so it runs before the transaction.
///
/// # Errors
/// [`Error::Invalid`] with everything wrong.
pub fn prepare(new: NewAccount) -> Result<Prepared> {
    let new = rules::account(new)?;
    let password_hash = password::hash(&new.password)?;
    Ok(Prepared { new, password_hash })
}

/// Registers. Whether or not the address was known, the answer is the same and one letter leaves. Nothing that was typed
/// touches what others typed about the same address: each waits in a row of its own for its own letter.
///
/// # Errors
/// The database's.
pub fn register(w: &mut Write<'_>, actor: &Actor, prepared: &Prepared) -> Result<()> {
    let permit: Permit<Register> = actor.permit(Subject::installation())?;
    let Prepared { new, password_hash } = prepared;
    if let Some((known, _)) = store::by_email(w.conn, &new.email)? {
        return mail::queue(w, "already_registered", &known.email, &known.lang, &Params::new());
    }
    let token = registrations::keep(w, &permit, new, password_hash, CONFIRM_HOURS)?;
    mail::queue(w, "confirm", &new.email, &new.lang, &Params::from([("token".into(), token)]))
}

/// The registration behind a link, while it waits to be confirmed.
///
/// # Errors
/// The database's.
pub fn waiting(conn: &mut Conn, token: &str, now: Instant) -> Result<Option<Waiting>> {
    registrations::waiting(conn, token, now)
}

/// Whether whoever opened the link is who registered: they know the password typed then. Slow. Without it a stranger could
/// register somebody's address and be let in by the owner's own press of the button.
pub fn prove(waiting: Waiting, password: &str) -> Option<Proven> {
    let right = password.len() <= 1000 && password::verify(password, Some(&waiting.password_hash));
    right.then_some(Proven { token_hash: waiting.token_hash })
}

/// Makes the account of a registration whose link and password were both given; what others typed about the same address
/// is forgotten.
///
/// # Errors
/// [`Error::Refused`] when the link was used meanwhile.
pub fn confirm(w: &mut Write<'_>, proven: &Proven) -> Result<AccountId> {
    let found = registrations::take(w, &proven.token_hash)?.ok_or(Error::Refused("refused-link-over"))?;
    let Registration { email, name, password_hash, lang, organisation, category, zone, draft_key_hash, .. } = &found;
    let confirmed_at = Some(w.now);
    let id = store::insert(w, &AccountRow { name, email, password_hash, lang, administrator: false, confirmed_at })?;
    if !organisation.is_empty() {
        let (name, category, zone) = (organisation.clone(), category.clone(), zone.clone());
        let organisation = store::organisation(w, &NewOrganisation { name, category, zone })?;
        store::mandate(w, id, organisation)?;
    }
    if let Some(key) = draft_key_hash {
        drafts::attach_hashed(w, key, id)?;
    }
    Ok(id)
}

/// Whether a reset link can still be used.
///
/// # Errors
/// The database's.
pub fn can_reset(conn: &mut Conn, token: &str, now: Instant) -> Result<bool> {
    store::token_is_good(conn, token, "reset", now)
}

/// The account behind an address and a password, if the address was confirmed. Slow, and equally so when the address is
/// unknown; `found` comes from [`credentials`], so that no connection is held meanwhile.
pub fn check_password(found: Option<(Account, String)>, password: &str) -> Option<Account> {
    let hash = found.as_ref().map(|(_, hash)| hash.as_str());
    let right = password.len() <= 1000 && password::verify(password, hash);
    found.map(|(account, _)| account).filter(|a| right && a.confirmed_at.is_some())
}

/// What [`check_password`] compares with.
///
/// # Errors
/// The database's.
pub fn credentials(conn: &mut Conn, email: &str) -> Result<Option<(Account, String)>> {
    store::by_email(conn, email)
}

/// Opens a session; the token for the cookie. A text that waits under `draft_key` goes to the account.
///
/// # Errors
/// The database's.
pub fn open_session(w: &mut Write<'_>, account: AccountId, draft_key: Option<&str>) -> Result<String> {
    if let Some(key) = draft_key {
        drafts::attach(w, key, account)?;
    }
    store::open_session(w, account, SESSION_DAYS)
}

/// Who holds this session.
///
/// # Errors
/// The database's.
pub fn actor(conn: &mut Conn, token: &str, now: Instant) -> Result<Option<Actor>> {
    let Some(account) = store::session(conn, token, now)? else { return Ok(None) };
    Ok(Some(actor_of(conn, account)?))
}

/// Acts as an account, without a session: commands on the server and the demo.
///
/// # Errors
/// Not found.
pub fn actor_by_id(conn: &mut Conn, id: AccountId) -> Result<Actor> {
    let account = store::by_id(conn, id)?;
    actor_of(conn, account)
}

fn actor_of(conn: &mut Conn, account: Account) -> Result<Actor> {
    let roles = store::roles(conn, account.id)?;
    let roles = roles.into_iter().filter_map(|(p, r)| Role::parse(&r).map(|r| (p, r))).collect();
    let Account { id, email, name, administrator, .. } = account;
    Ok(Actor { account: Some(id), name, email, administrator, roles })
}

/// Ends one session.
///
/// # Errors
/// The database's.
pub fn close_session(w: &mut Write<'_>, token: &str) -> Result<()> {
    store::close_session(w, token)
}

/// Ends every session of an account.
///
/// # Errors
/// [`Error::Denied`] for visitors.
pub fn close_all_sessions(w: &mut Write<'_>, actor: &Actor) -> Result<()> {
    let permit: Permit<ManageOwnAccount> = actor.permit(Subject::installation())?;
    store::close_sessions(w, permit.somebody()?)?;
    audit::record(w, &permit, "sign out everywhere", "")
}

/// Sends a link to choose a new password; to an address that is not known, a letter that says so. The answer, and the work,
/// are the same either way.
///
/// # Errors
/// [`Error::Invalid`] for what is no address.
pub fn ask_reset(w: &mut Write<'_>, actor: &Actor, email: &str, lang: &str) -> Result<()> {
    let _permit: Permit<Register> = actor.permit(Subject::installation())?;
    let mut p = Problems::default();
    let email = rules::email(&mut p, email);
    p.check()?;
    let Some((account, _)) = store::by_email(w.conn, &email)? else {
        return mail::queue(w, "reset_unknown", &email, lang, &Params::new());
    };
    let token = store::new_token(w, account.id, "reset", RESET_HOURS)?;
    mail::queue(w, "reset", &account.email, &account.lang, &Params::from([("token".into(), token)]))
}

/// Checks and hashes a new password, outside any transaction.
///
/// # Errors
/// [`Error::Invalid`].
pub fn prepare_password(new: &str) -> Result<String> {
    let mut p = Problems::default();
    rules::password(&mut p, "password", new, &[]);
    p.check()?;
    password::hash(new)
}

/// A new password ends every session, and every other link to choose one.
fn new_password(w: &mut Write<'_>, id: AccountId, hash: &str) -> Result<()> {
    store::set_password(w, id, hash)?;
    store::use_up_tokens(w, id, "reset")?;
    store::close_sessions(w, id)
}

/// Sets a new password by link, and ends every session.
///
/// # Errors
/// [`Error::Refused`] when the link is unknown, used or over.
pub fn reset(w: &mut Write<'_>, token: &str, hash: &str) -> Result<AccountId> {
    let id = store::use_token(w, token, "reset")?.ok_or(Error::Refused("refused-link-over"))?;
    new_password(w, id, hash)?;
    Ok(id)
}

/// Changes one's own password and ends every session.
///
/// # Errors
/// [`Error::Denied`] for visitors.
pub fn change_password(w: &mut Write<'_>, actor: &Actor, hash: &str) -> Result<()> {
    let permit: Permit<ManageOwnAccount> = actor.permit(Subject::installation())?;
    let id = permit.somebody()?;
    new_password(w, id, hash)?;
    audit::record(w, &permit, "password", "")
}

/// Acts for one more organisation.
///
/// # Errors
/// [`Error::Invalid`]; [`Error::Denied`] for visitors.
pub fn add_organisation(w: &mut Write<'_>, actor: &Actor, new: &NewOrganisation) -> Result<OrganisationId> {
    let permit: Permit<ManageOwnAccount> = actor.permit(Subject::installation())?;
    let new = rules::organisation(new)?;
    let organisation = store::organisation(w, &new)?;
    store::mandate(w, permit.somebody()?, organisation)?;
    audit::record(w, &permit, &format!("organisation {organisation}"), "mandate")?;
    Ok(organisation)
}

/// The organisation of this name, made when it is not there yet: for what it sent by another channel. No account acts for
/// it by this.
///
/// # Errors
/// [`Error::Invalid`].
pub fn organisation_named(
    w: &mut Write<'_>,
    _permit: &Permit<EnterOther>,
    new: &NewOrganisation,
) -> Result<OrganisationId> {
    let new = rules::organisation(new)?;
    store::organisation(w, &new)
}

/// No longer acts for an organisation; what was sent in its name stays so.
///
/// # Errors
/// Not found when there was no mandate.
pub fn leave_organisation(w: &mut Write<'_>, actor: &Actor, organisation: OrganisationId) -> Result<()> {
    let permit: Permit<ManageOwnAccount> = actor.permit(Subject::installation())?;
    if store::revoke_mandate(w, &permit, permit.somebody()?, organisation)? == 0 {
        return Err(Error::NotFound);
    }
    audit::record(w, &permit, &format!("organisation {organisation}"), "mandate revoked")
}

/// The organisations one acts for.
///
/// # Errors
/// The database's.
pub fn my_organisations(conn: &mut Conn, account: AccountId) -> Result<Vec<Membership>> {
    store::memberships(conn, account)
}

/// Whether an account acts for an organisation now.
///
/// # Errors
/// The database's.
pub fn acts_for(conn: &mut Conn, account: AccountId, organisation: OrganisationId) -> Result<bool> {
    Ok(store::memberships(conn, account)?.iter().any(|m| m.id == organisation))
}

/// An account, for letters.
///
/// # Errors
/// Not found.
pub fn account(conn: &mut Conn, id: AccountId) -> Result<Account> {
    store::by_id(conn, id)
}

/// Makes a confirmed account by command or for the demo; the password is hashed here.
///
/// # Errors
/// [`Error::Invalid`]; a unique violation when the address is taken.
pub fn create_confirmed(w: &mut Write<'_>, new: NewAccount, administrator: bool) -> Result<AccountId> {
    let prepared = prepare(new)?;
    create_prepared(w, &prepared, administrator)
}

/// The same with the slow part done before.
///
/// # Errors
/// A unique violation when the address is taken.
pub fn create_prepared(w: &mut Write<'_>, prepared: &Prepared, administrator: bool) -> Result<AccountId> {
    let Prepared { new, password_hash } = prepared;
    let confirmed_at = Some(w.now);
    let id = store::insert(
        w,
        &AccountRow { name: &new.name, email: &new.email, password_hash, lang: &new.lang, administrator, confirmed_at },
    )?;
    if let Some(organisation) = &new.organisation {
        let organisation = store::organisation(w, organisation)?;
        store::mandate(w, id, organisation)?;
    }
    Ok(id)
}

/// How many administrators there are: a first one is made by command.
///
/// # Errors
/// The database's.
pub fn administrators(conn: &mut Conn) -> Result<i64> {
    store::administrators(conn)
}

/// Grants a role in a process to the account behind an address.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Invalid`] when there is no such confirmed account or the role is not one that is granted.
pub fn grant(w: &mut Write<'_>, actor: &Actor, process: ProcessId, email: &str, role: &str) -> Result<()> {
    let permit: Permit<GrantRole> = actor.permit(Subject::of(process))?;
    let mut p = Problems::default();
    if !matches!(Role::parse(role), Some(Role::Facilitator | Role::Reviewer | Role::Promoter)) {
        p.add("role", "problem-choose");
    }
    let account = store::by_email(w.conn, email)?.map(|(a, _)| a).filter(|a| a.confirmed_at.is_some());
    if account.is_none() {
        p.add("email", "problem-no-account");
    }
    p.check()?;
    let Some(account) = account else { return Err(Error::NotFound) };
    let held = store::roles(w.conn, account.id)?.iter().any(|(q, r)| *q == process && r == role);
    if !held {
        store::grant(w, &permit, account.id, process, role)?;
        audit::record(w, &permit, &format!("account {} role {role}", account.id), "")?;
    }
    Ok(())
}

/// Takes a role back.
///
/// # Errors
/// [`Error::Denied`]; not found when it was not held.
pub fn revoke(w: &mut Write<'_>, actor: &Actor, process: ProcessId, grant: RowId) -> Result<()> {
    let permit: Permit<GrantRole> = actor.permit(Subject::of(process))?;
    if store::revoke(w, &permit, grant, process)? == 0 {
        return Err(Error::NotFound);
    }
    audit::record(w, &permit, &format!("grant {grant} revoked"), "")
}

/// Who holds which role in a process.
///
/// # Errors
/// The database's.
pub fn grants_in(conn: &mut Conn, _permit: &Permit<GrantRole>, process: ProcessId) -> Result<Vec<GrantLine>> {
    store::grants_in(conn, process)
}

/// Forgets sessions, links and waiting texts whose time is over.
///
/// # Errors
/// The database's.
pub fn sweep(w: &mut Write<'_>) -> Result<()> {
    store::sweep(w)
}
