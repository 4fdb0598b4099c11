//! The trail of every act that changes something official: who, when, what, why. It only grows (a database trigger says so).

use diesel::prelude::*;

use crate::Result;
use crate::access::{Action, Permit};
use crate::clock::Instant;
use crate::db::schema::{accounts, audit, processes};
use crate::db::{Conn, Write};
use crate::id::{AccountId, ProcessId, RowId};
use crate::paging::{Page, Slice};

/// Writes one line of the trail, in the transaction of the act itself.
///
/// # Errors
/// The database's.
pub fn record<A: Action>(w: &mut Write<'_>, permit: &Permit<A>, subject: &str, reason: &str) -> Result<()> {
    diesel::insert_into(audit::table)
        .values((
            audit::id.eq(RowId::fresh(w.now)),
            audit::at.eq(w.now),
            audit::process_id.eq(permit.process()),
            audit::account_id.eq(permit.account()),
            audit::role.eq(permit.role().as_str()),
            audit::action.eq(A::NAME),
            audit::subject.eq(subject),
            audit::reason.eq(reason),
        ))
        .execute(w.conn)?;
    Ok(())
}

/// One line of the trail as the administrator reads it.
#[derive(Debug, Clone, Queryable)]
pub struct Line {
    /// When.
    pub at: Instant,
    /// In which role.
    pub role: String,
    /// The action's name.
    pub action: String,
    /// What it was done to.
    pub subject: String,
    /// Why, where a reason was asked for.
    pub reason: String,
    /// Who; none for the system and for erased accounts.
    pub name: Option<String>,
    /// The title of the process, where it was about one.
    pub process: Option<String>,
}

/// The trail, newest first; of one process or of all.
///
/// # Errors
/// The database's.
pub fn trail(
    conn: &mut Conn,
    _permit: &Permit<crate::access::ReadAudit>,
    of: Option<ProcessId>,
    page: Page,
) -> Result<Slice<Line>> {
    let mut query = audit::table
        .left_join(accounts::table.on(audit::account_id.eq(accounts::id.nullable())))
        .left_join(processes::table.on(audit::process_id.eq(processes::id.nullable())))
        .select((
            audit::at,
            audit::role,
            audit::action,
            audit::subject,
            audit::reason,
            accounts::name.nullable(),
            processes::title.nullable(),
        ))
        .order(audit::id.desc())
        .limit(page.limit())
        .offset(page.offset())
        .into_boxed();
    if let Some(process) = of {
        query = query.filter(audit::process_id.eq(process));
    }
    Ok(page.slice(query.load::<Line>(conn)?))
}

/// How many lines speak of an account; for tests and the data subject's own page.
///
/// # Errors
/// The database's.
pub fn count_of(conn: &mut Conn, account: AccountId) -> Result<i64> {
    Ok(audit::table.filter(audit::account_id.eq(account)).count().get_result(conn)?)
}
