//! A form sent twice is done once: its key is kept in the same transaction as what it did.

use diesel::prelude::*;

use crate::db::schema::once_keys;
use crate::db::Write;
use crate::{Error, Result};

/// Says that the form with this key is being done now. Keys are random, made for one showing of one form.
///
/// # Errors
/// [`Error::AlreadyDone`] with the place of its result when it was done before.
pub fn claim(w: &mut Write<'_>, key: &str) -> Result<()> {
    let before: Option<String> =
        once_keys::table.find(key).select(once_keys::location).first(w.conn).optional()?;
    before.map_or(Ok(()), |location| Err(Error::AlreadyDone(location)))
}

/// Keeps where the result of the form stands.
///
/// # Errors
/// A unique violation when another node did it in the same instant: the transaction is rolled back and tried again.
pub fn done(w: &mut Write<'_>, key: &str, location: &str) -> Result<()> {
    let row = (once_keys::key.eq(key), once_keys::location.eq(location), once_keys::at.eq(w.now));
    diesel::insert_into(once_keys::table).values(row).execute(w.conn)?;
    Ok(())
}

/// Forgets the keys of forms sent more than a week ago.
///
/// # Errors
/// The database's.
pub fn sweep(w: &mut Write<'_>) -> Result<()> {
    diesel::delete(once_keys::table.filter(once_keys::at.lt(w.now.plus_days(-7)))).execute(w.conn)?;
    Ok(())
}
