//! A fresh database for each story: a copy of one that was migrated once.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock};

use diesel::RunQueryDsl;
use diesel::connection::SimpleConnection;
use domain::db::{Db, Options, migrate};

pub const CONNECTIONS: u32 = 4;

/// A database that is dropped with its story.
pub enum Fresh {
    Sqlite(tempfile::TempDir),
    Postgres { server: String, name: String },
}

pub fn open(url: String, connections: u32) -> Db {
    Db::open(&Options { url, connections, ..Options::default() }).unwrap()
}

impl Fresh {
    pub fn sqlite() -> Self {
        static TEMPLATE: OnceLock<(tempfile::TempDir, PathBuf)> = OnceLock::new();
        let (_, template) = TEMPLATE.get_or_init(|| {
            let dir = tempfile::tempdir().unwrap();
            let path = dir.path().join("template.db");
            let db = open(format!("sqlite:{}", path.display()), 1);
            migrate::run(&db).unwrap();
            // Into the file itself: the copy takes no write-ahead log along.
            db.read(|c| Ok(c.batch_execute("PRAGMA wal_checkpoint(TRUNCATE)")?)).unwrap();
            (dir, path)
        });
        let dir = tempfile::tempdir().unwrap();
        std::fs::copy(template, dir.path().join("ascolto.db")).unwrap();
        Self::Sqlite(dir)
    }

    /// `None` where no server is named.
    pub fn postgres() -> Option<Self> {
        static TEMPLATE: OnceLock<String> = OnceLock::new();
        static ONE_AT_A_TIME: Mutex<u32> = Mutex::new(0);
        let server = std::env::var("ASCOLTO_TEST_POSTGRES").ok()?;
        let template = TEMPLATE.get_or_init(|| migrated(&server));
        let mut n = ONE_AT_A_TIME.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        *n += 1;
        let name = format!("ascolto_test_{}_{n}", std::process::id());
        run(&server, &format!("CREATE DATABASE {name} TEMPLATE {template}"));
        Some(Self::Postgres { server, name })
    }

    pub fn url(&self) -> String {
        match self {
            Self::Sqlite(dir) => format!("sqlite:{}", dir.path().join("ascolto.db").display()),
            Self::Postgres { server, name } => beside(server, name),
        }
    }
}

impl Drop for Fresh {
    fn drop(&mut self) {
        if let Self::Postgres { server, name } = self {
            run(server, &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
        }
    }
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
