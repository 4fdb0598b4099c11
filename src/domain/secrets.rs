//! Secrets the program makes for itself at the first start and shares between its nodes through the database.

use diesel::prelude::*;

use crate::Result;
use crate::db::Write;
use crate::db::schema::secrets;
use crate::id::random_hex;

/// The secret with this name (32 random bytes in hexadecimal), made now if there is none yet.
///
/// # Errors
/// A unique violation when another node made it in the same instant: asking again finds it.
pub fn get_or_create(w: &mut Write<'_>, name: &str) -> Result<String> {
    let kept: Option<String> = secrets::table.find(name).select(secrets::value).first(w.conn).optional()?;
    if let Some(value) = kept {
        return Ok(value);
    }
    let value = random_hex::<32>();
    diesel::insert_into(secrets::table).values((secrets::name.eq(name), secrets::value.eq(&value))).execute(w.conn)?;
    Ok(value)
}
