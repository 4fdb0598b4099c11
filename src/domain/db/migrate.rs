//! Migrations: those both databases share and those of each, in the order of their numbers. SQLite runs them at start,
//! PostgreSQL by command, so that several nodes never migrate at once.

use diesel::backend::Backend;
use diesel::migration::{Migration, MigrationSource};
use diesel::prelude::*;
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use super::schema::{enrolments, organisations};
use super::{Conn, Db};
use crate::id::OrganisationId;
use crate::{Error, Result, names};

const COMMON: EmbeddedMigrations = embed_migrations!("../../migrations/common");
const SQLITE: EmbeddedMigrations = embed_migrations!("../../migrations/sqlite");
const POSTGRES: EmbeddedMigrations = embed_migrations!("../../migrations/postgres");

/// The shared ones and those of one database, as one source: a shared one may build on a trigger, and the other way round.
struct Both(EmbeddedMigrations);

impl<DB: Backend> MigrationSource<DB> for Both {
    fn migrations(&self) -> diesel::migration::Result<Vec<Box<dyn Migration<DB>>>> {
        let mut all = MigrationSource::<DB>::migrations(&COMMON)?;
        all.extend(MigrationSource::<DB>::migrations(&self.0)?);
        Ok(all)
    }
}

fn source(conn: &Conn) -> Both {
    Both(match conn {
        Conn::Sqlite(_) => SQLITE,
        Conn::Postgres(_) => POSTGRES,
    })
}

#[allow(clippy::needless_pass_by_value, reason = "map_err hands the error over by value")]
fn failed(e: Box<dyn std::error::Error + Send + Sync>) -> Error {
    Error::Connection(e.to_string())
}

/// Brings the database up to this program; the names of what was run.
///
/// # Errors
/// The statement that failed, in the database's words.
pub fn run(db: &Db) -> Result<Vec<String>> {
    db.read(|conn| {
        let done = conn.run_pending_migrations(source(conn)).map_err(failed)?;
        let done = done.iter().map(ToString::to_string).collect();
        fill_keys(conn)?;
        Ok(done)
    })
}

/// Keys of names that SQL cannot make: of what was there before there were keys. Nothing is left of it the second time.
fn fill_keys(conn: &mut Conn) -> Result<()> {
    let without = organisations::table.filter(organisations::plain_key.eq(""));
    let names: Vec<(OrganisationId, String)> = without.select((organisations::id, organisations::name)).load(conn)?;
    for (id, name) in names {
        let key = organisations::plain_key.eq(names::plain(&name));
        diesel::update(organisations::table.find(id)).set(key).execute(conn)?;
    }
    let without = enrolments::table.filter(enrolments::organisation.ne("").and(enrolments::organisation_key.eq("")));
    let said: Vec<String> = without.select(enrolments::organisation).distinct().load(conn)?;
    for name in said {
        let theirs =
            enrolments::table.filter(enrolments::organisation.eq(&name).and(enrolments::organisation_key.eq("")));
        diesel::update(theirs).set(enrolments::organisation_key.eq(names::plain(&name))).execute(conn)?;
    }
    Ok(())
}

/// Takes everything back, to an empty database: for tests of the way back, which a version of the program may need.
///
/// # Errors
/// The statement that failed, in the database's words.
pub fn revert_all(db: &Db) -> Result<Vec<String>> {
    db.read(|conn| {
        let done = conn.revert_all_migrations(source(conn)).map_err(failed)?;
        Ok(done.iter().map(ToString::to_string).collect())
    })
}

/// How many migrations this program knows and the database lacks.
///
/// # Errors
/// No connection.
pub fn pending(db: &Db) -> Result<usize> {
    db.read(|conn| Ok(conn.pending_migrations(source(conn)).map_err(failed)?.len()))
}
