//! Migrations: those both databases share, then those of each. SQLite runs them at start, PostgreSQL by command, so that
//! several nodes never migrate at once.

use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use super::{Conn, Db};
use crate::{Error, Result};

const COMMON: EmbeddedMigrations = embed_migrations!("../../migrations/common");
const SQLITE: EmbeddedMigrations = embed_migrations!("../../migrations/sqlite");
const POSTGRES: EmbeddedMigrations = embed_migrations!("../../migrations/postgres");

fn sources(conn: &Conn) -> [EmbeddedMigrations; 2] {
    match conn {
        Conn::Sqlite(_) => [COMMON, SQLITE],
        Conn::Postgres(_) => [COMMON, POSTGRES],
    }
}

/// Brings the database up to this program; the names of what was run.
///
/// # Errors
/// The statement that failed, in the database's words.
pub fn run(db: &Db) -> Result<Vec<String>> {
    db.read(|conn| {
        let mut ran = Vec::new();
        for source in sources(conn) {
            let done = conn.run_pending_migrations(source).map_err(|e| Error::Connection(e.to_string()))?;
            ran.extend(done.iter().map(ToString::to_string));
        }
        Ok(ran)
    })
}

/// How many migrations this program knows and the database lacks.
///
/// # Errors
/// No connection.
pub fn pending(db: &Db) -> Result<usize> {
    db.read(|conn| {
        let mut waiting = 0;
        for source in sources(conn) {
            waiting += conn.pending_migrations(source).map_err(|e| Error::Connection(e.to_string()))?.len();
        }
        Ok(waiting)
    })
}
