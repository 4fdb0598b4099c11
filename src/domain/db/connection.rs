//! Connections by URL scheme, with the pragmas SQLite needs and every statement counted.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use diesel::connection::{InstrumentationEvent, SimpleConnection};
use diesel::prelude::*;
use diesel::r2d2::ManageConnection;

use crate::{Error, Result};

/// A connection to either database.
#[derive(diesel::MultiConnection)]
pub enum Conn {
    /// The embedded one.
    Sqlite(SqliteConnection),
    /// The server.
    Postgres(PgConnection),
}

/// Which database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The embedded one.
    Sqlite,
    /// The server.
    Postgres,
}

impl Kind {
    /// The kind an address speaks of.
    ///
    /// # Errors
    /// [`Error::Connection`] when it speaks of neither.
    pub fn of(url: &str) -> Result<Self> {
        if url.starts_with("sqlite:") {
            Ok(Self::Sqlite)
        } else if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            Ok(Self::Postgres)
        } else {
            Err(Error::Connection("the address of a database begins with sqlite: or postgres://".to_owned()))
        }
    }
}

/// Makes connections of one kind.
#[derive(Debug, Clone)]
pub struct Manager {
    url: String,
    kind: Kind,
    queries: Arc<AtomicU64>,
}

/// WAL with FULL: what is committed is on disk before the receipt leaves (promise 1). Foreign keys are off by default
/// in SQLite; other programs reading the file are waited for. What is taken out is overwritten, not only forgotten: a text
/// that was blacked out, a finding in the order in which it was written.
const PRAGMAS: &str = "PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; \
    PRAGMA foreign_keys = ON; PRAGMA cache_size = -16000; PRAGMA temp_store = MEMORY; \
    PRAGMA secure_delete = ON;";

impl Manager {
    /// A maker for this address.
    pub fn new(url: &str, queries: Arc<AtomicU64>) -> Result<Self> {
        Ok(Self { url: url.to_owned(), kind: Kind::of(url)?, queries })
    }

    /// One connection, ready for use.
    pub fn establish(&self) -> Result<Conn> {
        let refused = |e: ConnectionError| Error::Connection(e.to_string());
        let mut conn = match self.kind {
            Kind::Sqlite => {
                let path = self.url.trim_start_matches("sqlite:");
                let mut conn = SqliteConnection::establish(path).map_err(refused)?;
                conn.batch_execute(PRAGMAS)?;
                Conn::Sqlite(conn)
            }
            Kind::Postgres => Conn::Postgres(PgConnection::establish(&self.url).map_err(refused)?),
        };
        let queries = Arc::clone(&self.queries);
        conn.set_instrumentation(move |event: InstrumentationEvent<'_>| {
            if let InstrumentationEvent::StartQuery { .. } = event {
                queries.fetch_add(1, Ordering::Relaxed);
            }
        });
        Ok(conn)
    }
}

impl ManageConnection for Manager {
    type Connection = Conn;
    type Error = diesel::r2d2::Error;

    fn connect(&self) -> std::result::Result<Conn, Self::Error> {
        self.establish()
            .map_err(|e| diesel::r2d2::Error::ConnectionError(ConnectionError::BadConnection(e.to_string())))
    }

    fn is_valid(&self, conn: &mut Conn) -> std::result::Result<(), Self::Error> {
        diesel::sql_query("SELECT 1").execute(conn).map(|_| ()).map_err(diesel::r2d2::Error::QueryError)
    }

    fn has_broken(&self, conn: &mut Conn) -> bool {
        use diesel::connection::{AnsiTransactionManager, TransactionManager};
        let _ = std::marker::PhantomData::<AnsiTransactionManager>;
        std::thread::panicking() || <Conn as Connection>::TransactionManager::is_broken_transaction_manager(conn)
    }
}
