//! A fresh database for each story: a copy of one that was migrated once.

use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicI64;
use std::sync::{Arc, Mutex, OnceLock};

use diesel::RunQueryDsl;
use diesel::connection::SimpleConnection;
use domain::access::Actor;
use domain::accounts;
use domain::db::{Db, Options, migrate};
use domain::demo::{self, Filled};
use web::{App, Clock};

use super::house::{OPENED, rome, settings};

pub const CONNECTIONS: u32 = 4;

/// What is in the database that a story begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// The tables, and nothing in them.
    Nothing,
    /// The demonstration, filled when the house opens.
    Demo,
    /// The same, with the restitutions and the report of its full process.
    Published,
}

/// A database that is dropped with its story.
pub struct Fresh {
    at: Place,
    demo: Option<Filled>,
}

enum Place {
    Sqlite(tempfile::TempDir),
    Postgres { server: String, name: String },
}

pub fn open(url: String, connections: u32) -> Db {
    Db::open(&Options { url, connections, ..Options::default() }).unwrap()
}

/// Filling takes seconds and always ends the same: it is done once a run, and copied.
fn fill(db: &Db) -> Filled {
    domain::demo::fill(db, rome(OPENED)).unwrap()
}

/// So does printing.
fn publish(db: &Db, filled: &Filled) {
    let app = App::new(db.clone(), settings(), Clock::Fixed(Arc::new(AtomicI64::new(rome(OPENED).0)))).unwrap();
    let promoter = promoter(db);
    web::tables::publish_all(&app, &promoter, filled.torino, 1, filled.restituted_at).unwrap();
    web::report::publish_now(&app, &promoter, filled.torino, filled.report_at).unwrap();
}

/// Who answers for the processes of the demonstration.
pub fn promoter(db: &Db) -> Actor {
    let (account, _) = db.read(|c| accounts::ops::credentials(c, demo::SIGN_INS[1].1)).unwrap().unwrap();
    db.read(|c| accounts::ops::actor_by_id(c, account.id)).unwrap()
}

impl Fresh {
    pub fn sqlite(holds: Holds) -> Self {
        static EMPTY: OnceLock<tempfile::TempDir> = OnceLock::new();
        static DEMO: OnceLock<(tempfile::TempDir, Filled)> = OnceLock::new();
        static PUBLISHED: OnceLock<tempfile::TempDir> = OnceLock::new();
        let empty = || EMPTY.get_or_init(|| sqlite_template(None, migrate::run).0);
        let demo = || DEMO.get_or_init(|| sqlite_template(Some(empty()), |db| Ok(fill(db))));
        let published = |(dir, filled): &'static (tempfile::TempDir, Filled)| {
            PUBLISHED.get_or_init(|| {
                sqlite_template(Some(dir), |db| {
                    publish(db, filled);
                    Ok(())
                })
                .0
            })
        };
        let (template, demo) = match holds {
            Holds::Nothing => (empty(), None),
            Holds::Demo => (&demo().0, Some(demo().1)),
            Holds::Published => (published(demo()), Some(demo().1)),
        };
        Self { at: Place::Sqlite(sqlite_copy(template)), demo }
    }

    /// `None` where no server is named.
    pub fn postgres(holds: Holds) -> Option<Self> {
        static EMPTY: OnceLock<String> = OnceLock::new();
        static DEMO: OnceLock<(String, Filled)> = OnceLock::new();
        static PUBLISHED: OnceLock<String> = OnceLock::new();
        let server = std::env::var("ASCOLTO_TEST_POSTGRES").ok()?;
        let empty = || EMPTY.get_or_init(|| migrated(&server));
        let demo = || DEMO.get_or_init(|| template(&server, empty(), TEMPLATES[0], fill));
        let published = |(name, filled): &'static (String, Filled)| {
            PUBLISHED.get_or_init(|| template(&server, name, TEMPLATES[1], |db| publish(db, filled)).0)
        };
        let (template, demo) = match holds {
            Holds::Nothing => (empty(), None),
            Holds::Demo => (&demo().0, Some(demo().1)),
            Holds::Published => (published(demo()), Some(demo().1)),
        };
        let name = copied(&server, template);
        Some(Self { at: Place::Postgres { server, name }, demo })
    }

    pub fn url(&self) -> String {
        match &self.at {
            Place::Sqlite(dir) => sqlite_url(dir),
            Place::Postgres { server, name } => beside(server, name),
        }
    }

    /// Takes everything out of it, the tables too: what a server's administrator hands over.
    pub fn emptied(self) -> Self {
        run(&self.url(), "DROP SCHEMA public CASCADE; CREATE SCHEMA public");
        self
    }

    /// The demonstration, where it was asked for.
    pub fn demo(&self) -> Option<Filled> {
        self.demo
    }
}

impl Drop for Fresh {
    fn drop(&mut self) {
        if let Place::Postgres { server, name } = &self.at {
            run(server, &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
        }
    }
}

fn sqlite_url(dir: &tempfile::TempDir) -> String {
    format!("sqlite:{}", dir.path().join("ascolto.db").display())
}

fn sqlite_copy(of: &tempfile::TempDir) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    std::fs::copy(of.path().join("ascolto.db"), dir.path().join("ascolto.db")).unwrap();
    dir
}

/// A database to copy: what `make` made of nothing, or of a copy.
fn sqlite_template<T>(
    of: Option<&tempfile::TempDir>,
    make: impl FnOnce(&Db) -> domain::Result<T>,
) -> (tempfile::TempDir, T) {
    let dir = of.map_or_else(|| tempfile::tempdir().unwrap(), sqlite_copy);
    let db = open(sqlite_url(&dir), CONNECTIONS);
    let made = make(&db).unwrap();
    // Into the file itself: a copy takes no write-ahead log along.
    db.read(|c| Ok(c.batch_execute("PRAGMA wal_checkpoint(TRUNCATE)")?)).unwrap();
    (dir, made)
}

/// A database of this run, as the template is.
fn copied(server: &str, template: &str) -> String {
    static ONE_AT_A_TIME: Mutex<u32> = Mutex::new(0);
    let mut n = ONE_AT_A_TIME.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    *n += 1;
    let name = format!("ascolto_test_{}_{n}", std::process::id());
    run(server, &format!("CREATE DATABASE {name} TEMPLATE {template}"));
    name
}

/// A template with the demonstration in it. It is this run's own: what earlier runs left is dropped first.
fn template<T>(server: &str, of: &str, begins: &str, make: impl FnOnce(&Db) -> T) -> (String, T) {
    let name = format!("{begins}{}", std::process::id());
    for left in left_behind(server, begins) {
        run(server, &format!("DROP DATABASE IF EXISTS {left} WITH (FORCE)"));
    }
    run(server, &format!("CREATE DATABASE {name} TEMPLATE {of}"));
    let made = make(&open(beside(server, &name), CONNECTIONS));
    run(server, &format!("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"));
    (name, made)
}

/// How the names of those templates begin; the rest is the number of the run.
const TEMPLATES: [&str; 2] = ["ascolto_demo_", "ascolto_published_"];

/// Templates of runs that have ended; one with our own number is such a one too.
fn left_behind(server: &str, begins: &str) -> Vec<String> {
    #[derive(diesel::QueryableByName)]
    struct Named {
        #[diesel(sql_type = diesel::sql_types::Text)]
        datname: String,
    }
    let known = format!("SELECT datname::text FROM pg_database WHERE starts_with(datname, '{begins}')");
    let all: Vec<Named> = open(server.to_owned(), 1).read(|c| Ok(diesel::sql_query(known).load(c)?)).unwrap();
    let ended = |name: &String| {
        let pid = &name[begins.len()..];
        pid == std::process::id().to_string() || !Path::new("/proc").join(pid).exists()
    };
    all.into_iter().map(|n| n.datname).filter(ended).collect()
}

/// The same server, another database.
fn beside(server: &str, name: &str) -> String {
    let (before, after) = server.rsplit_once('/').unwrap();
    let options = after.split_once('?').map_or(String::new(), |(_, o)| format!("?{o}"));
    format!("{before}/{name}{options}")
}

fn run(server: &str, sql: &str) {
    let db = open(server.to_owned(), 1);
    db.read(|c| Ok(c.batch_execute(sql)?)).unwrap_or_else(|e| panic!("{sql}: {e}"));
}

/// The template for these very migrations: made once a server, kept for the next run.
fn migrated(server: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations");
    let mut files = Vec::new();
    collect(&root, &mut files);
    files.sort();
    let all: String =
        files.iter().map(|f| format!("{}\n{}", f.display(), std::fs::read_to_string(f).unwrap())).collect();
    let name = format!("ascolto_template_{}", &domain::id::sha256(all)[..16]);
    let known = format!("SELECT 1 FROM pg_database WHERE datname = '{name}'");
    if open(server.to_owned(), 1).read(|c| Ok(diesel::sql_query(known).execute(c)?)).unwrap() == 1 {
        return name;
    }
    let making = format!("{name}_{}", std::process::id());
    run(server, &format!("CREATE DATABASE {making}"));
    let url = beside(server, &making);
    migrate::run(&open(url, 1)).unwrap();
    // Another run may have made it meanwhile: then ours is dropped and theirs is used.
    let end = format!("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{making}'");
    run(server, &end);
    let db = open(server.to_owned(), 1);
    let renamed = db.read(|c| Ok(c.batch_execute(&format!("ALTER DATABASE {making} RENAME TO {name}"))?));
    if renamed.is_err() {
        run(server, &format!("DROP DATABASE {making} WITH (FORCE)"));
    }
    name
}

fn collect(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { collect(&path, out) } else { out.push(path) }
    }
}
