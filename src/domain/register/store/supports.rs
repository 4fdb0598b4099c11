//! The SQL of supports.

use diesel::prelude::*;

use crate::Result;
use crate::access::{EditComment, Permit, Support};
use crate::db::schema::supports;
use crate::db::{Conn, Write};
use crate::id::{AccountId, ContributionId};

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
