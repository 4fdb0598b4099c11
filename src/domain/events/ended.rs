//! Links of letters whose term is over. What they led to was forgotten with the people; that there was such a link is kept, by the
//! SHA-256 of its token alone, so that whoever follows one is told what became of it and not that there never was anything.

use diesel::prelude::*;

use crate::db::schema::ended_links;
use crate::db::{Conn, Write};
use crate::id::sha256;
use crate::{Error, Result};

/// Keeps that links ended, in one statement: `hashes` is a query of our own for the hashes of their tokens.
///
/// # Errors
/// The database's.
pub fn keep(w: &mut Write<'_>, hashes: &str) -> Result<()> {
    let now = w.now.0;
    let all =
        format!("INSERT INTO ended_links (token_hash, ended_at) SELECT token_hash, {now} FROM ({hashes}) AS links");
    diesel::sql_query(all).execute(w.conn)?;
    Ok(())
}

/// What is answered to a link that leads to nothing: that its term is over, or that there is no such link.
///
/// # Errors
/// The database's.
pub fn why(conn: &mut Conn, token: &str, over: &'static str) -> Result<Error> {
    let known = ended_links::table.find(sha256(token)).count().get_result::<i64>(conn)? > 0;
    Ok(if known { Error::Gone(over) } else { Error::NotFound })
}
