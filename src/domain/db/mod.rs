//! One set of queries over two databases: SQLite inside the program, PostgreSQL beside it.
//!
//! Reads go through [`Db::read`], writes through [`Db::write`], which hands out a [`Write`]: the connection inside a
//! transaction, and the instant that counts. See `docs/decisions/0001-two-databases.md`.

pub mod columns;
mod connection;
mod counters;
mod group_commit;
pub mod migrate;
pub mod schema;
pub mod text_enum;
mod turns;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

pub use connection::{Conn, Kind, MultiBackend};
pub use counters::{Counter, next};

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::r2d2::Pool;

use crate::clock::Instant;
use crate::{Error, Result};
use connection::Manager;
use group_commit::Writer;
use turns::Turns;

/// What an operation writes through: a connection inside a transaction, and the instant that counts for it.
pub struct Write<'a> {
    /// The connection; the transaction is open.
    pub conn: &'a mut Conn,
    /// When the request was in, or when the command was given.
    pub now: Instant,
}

/// The database. Cheap to clone.
#[derive(Clone)]
pub struct Db {
    readers: Pool<Manager>,
    writer: Option<Writer>,
    /// Where there is no one writer: the line of those who write.
    turns: Turns,
    queries: Arc<AtomicU64>,
    generation: Arc<AtomicU64>,
    kind: Kind,
}

/// How to reach the database, and how many connections to keep.
#[derive(Debug, Clone)]
pub struct Options {
    /// `sqlite:PATH` or `postgres://...`.
    pub url: String,
    /// Connections kept for reading (on PostgreSQL for writing too).
    pub connections: u32,
    /// Pieces of work the SQLite writer takes into one commit at most: bounds how long the first of them waits.
    pub group: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self { url: String::new(), connections: 8, group: 256 }
    }
}

impl Db {
    /// Opens the database; nothing is created but an empty SQLite file.
    ///
    /// # Errors
    /// [`Error::Connection`] in words: no such host, no permission, wrong scheme.
    pub fn open(options: &Options) -> Result<Self> {
        let queries = Arc::new(AtomicU64::new(0));
        let kind = Kind::of(&options.url)?;
        let manager = Manager::new(&options.url, Arc::clone(&queries))?;
        // A database that is not there is said at once; the pool would go on trying.
        drop(manager.establish()?);
        let readers = Pool::builder()
            .max_size(options.connections.max(1))
            .min_idle(Some(1))
            .connection_timeout(std::time::Duration::from_secs(10))
            .test_on_check_out(false)
            .error_handler(Box::new(diesel::r2d2::LoggingErrorHandler))
            .build(manager.clone())
            .map_err(|e| Error::Connection(e.to_string()))?;
        let writer = match kind {
            Kind::Sqlite => Some(Writer::start(&manager, options.group)?),
            Kind::Postgres => None,
        };
        let turns = Turns::of(options.connections.max(1));
        Ok(Self { readers, writer, turns, queries, generation: Arc::default(), kind })
    }

    /// Which of the two it is.
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// How many statements were run since the start: tests assert on the difference a page makes.
    pub fn queries(&self) -> u64 {
        self.queries.load(Ordering::Relaxed)
    }

    /// Rises with every committed write of this node: what was rendered under an older number may be stale.
    pub fn generation(&self) -> u64 {
        self.generation.load(Ordering::Acquire)
    }

    /// Reads. Blocks: call it from a thread that may.
    ///
    /// # Errors
    /// Whatever `f` returns, or no connection.
    pub fn read<T>(&self, f: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
        let mut conn = self.readers.get().map_err(|e| Error::Connection(e.to_string()))?;
        f(&mut conn)
    }

    /// Reads everything as of one instant, however long it takes: for reports and counts that must add up.
    ///
    /// # Errors
    /// Whatever `f` returns, or no connection.
    pub fn snapshot<T>(&self, f: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
        self.read(|conn| {
            conn.transaction(|conn| {
                if self.kind == Kind::Postgres {
                    diesel::sql_query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY").execute(conn)?;
                }
                f(conn)
            })
        })
    }

    /// Writes in one transaction, committed (and on disk) when this returns. Blocks. `now` is the instant that counts.
    /// On SQLite what waits is committed together, each under its own savepoint.
    ///
    /// # Errors
    /// Whatever `f` returns (then nothing it wrote stays), or a commit that failed.
    pub fn write<T, F>(&self, now: Instant, f: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&mut Write<'_>) -> Result<T> + Send + 'static,
    {
        let done = match &self.writer {
            Some(writer) => writer.run(move |conn| f(&mut Write { conn, now })),
            None => {
                let _turn = self.turns.take();
                let mut conn = self.readers.get().map_err(|e| Error::Connection(e.to_string()))?;
                conn.transaction(|conn| f(&mut Write { conn, now }))
            }
        };
        self.generation.fetch_add(1, Ordering::AcqRel);
        done
    }

    /// Writes as [`Db::write`] does, and returns at once: `told` learns of the outcome, after the commit and on another
    /// thread; it must be quick, and is dropped uncalled when nobody could take the work. Where there is no thread of one
    /// writer (PostgreSQL) both are given back, for a thread that may wait.
    ///
    /// # Errors
    /// `f` and `told`, untouched.
    pub fn submit<T, F, A>(&self, now: Instant, f: F, told: A) -> std::result::Result<(), (F, A)>
    where
        T: Send + 'static,
        F: FnOnce(&mut Write<'_>) -> Result<T> + Send + 'static,
        A: FnOnce(Result<T>) + Send + 'static,
    {
        let Some(writer) = &self.writer else { return Err((f, told)) };
        let generation = Arc::clone(&self.generation);
        writer.submit(
            move |conn| f(&mut Write { conn, now }),
            move |done| {
                generation.fetch_add(1, Ordering::AcqRel);
                told(done);
            },
        );
        Ok(())
    }

    /// Moves what stands in SQLite's log into its main file, as far as no reader is in the way: for an orderly stop.
    ///
    /// # Errors
    /// The database's.
    pub fn checkpoint(&self) -> Result<()> {
        if self.kind == Kind::Sqlite {
            self.read(|conn| {
                diesel::sql_query("PRAGMA wal_checkpoint(PASSIVE)").execute(conn)?;
                Ok(())
            })?;
        }
        Ok(())
    }

    /// Leaves nothing in the database's files of rows that were taken out of a table, nor of where they stood. SQLite writes
    /// all of itself anew, while nobody else writes: `secure_delete` overwrites what is freed, but not what a page that was
    /// divided still holds of the half that moved away. Then its log goes into the main file and is cut to nothing.
    /// PostgreSQL writes the one table anew. Rows stand in the order of their keys, or as they stood. Called after the commit.
    /// False when somebody who reads without a pause was in the way for ten seconds.
    ///
    /// # Errors
    /// No connection; the database's.
    pub fn wipe(&self, table: &'static str) -> Result<bool> {
        if let Some(writer) = &self.writer {
            return writer.alone(|conn| {
                conn.batch_execute("VACUUM")?;
                let done: Checkpoint = diesel::sql_query("PRAGMA wal_checkpoint(TRUNCATE)").get_result(conn)?;
                Ok(done.busy == 0)
            });
        }
        self.read(|conn| {
            let before = file_of(conn, table)?;
            conn.batch_execute("SET lock_timeout = '10s'")?;
            let done = conn.batch_execute(&format!("VACUUM (FULL) {table}"));
            conn.batch_execute("SET lock_timeout = DEFAULT")?;
            // Who does not own the table is told so in a notice only, and nothing is done.
            Ok(done.is_ok() && file_of(conn, table)? != before)
        })
    }
}

/// Which file PostgreSQL keeps a table in.
fn file_of(conn: &mut Conn, table: &str) -> Result<i64> {
    let sql = format!("SELECT pg_relation_filenode('{table}')::bigint AS n");
    Ok(diesel::sql_query(sql).get_result::<File>(conn)?.n)
}

/// The number of a file.
#[derive(QueryableByName)]
struct File {
    #[diesel(sql_type = diesel::sql_types::BigInt)]
    n: i64,
}

/// What SQLite answers to a checkpoint.
#[derive(QueryableByName)]
struct Checkpoint {
    #[diesel(sql_type = diesel::sql_types::Integer)]
    busy: i32,
}
