//! The SQL of the files of published versions.

use diesel::prelude::*;

use super::super::model::FileFormat;
use crate::Result;
use crate::db::schema::plan_files as files;
use crate::db::{Conn, Write};
use crate::id::{VersionId, sha256};

/// A file, and its SHA-256, if it was made.
pub fn file(conn: &mut Conn, version: VersionId, format: FileFormat) -> Result<Option<(Vec<u8>, String)>> {
    Ok(files::table.find((version, format)).select((files::bytes, files::sha256)).first(conn).optional()?)
}

/// The files that were made, and how large they are.
pub fn files(conn: &mut Conn, version: VersionId) -> Result<Vec<(FileFormat, i64)>> {
    let size = diesel::dsl::sql::<diesel::sql_types::BigInt>("CAST(length(bytes) AS BIGINT)");
    Ok(files::table.filter(files::version_id.eq(version)).select((files::format, size)).load(conn)?)
}

/// Keeps a file; what another node made meanwhile stays.
pub fn keep_file(w: &mut Write<'_>, version: VersionId, format: FileFormat, bytes: &[u8]) -> Result<()> {
    let known: i64 = files::table.find((version, format)).count().get_result(w.conn)?;
    if known == 0 {
        diesel::insert_into(files::table)
            .values((
                files::version_id.eq(version),
                files::format.eq(format),
                files::sha256.eq(sha256(bytes)),
                files::bytes.eq(bytes),
                files::made_at.eq(w.now),
            ))
            .execute(w.conn)?;
    }
    Ok(())
}
