//! Fresh databases for tests: SQLite always, PostgreSQL where `ASCOLTO_TEST_POSTGRES` names a server.

#![allow(dead_code, clippy::print_stdout, reason = "each test binary uses a part of it; what was not run is said")]

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use diesel::connection::SimpleConnection;
use domain::access::{Actor, Role};
use domain::accounts::{self, NewAccount};
use domain::clock::Instant;
use domain::db::{Conn, Db, Options, migrate};
use domain::id::{AccountId, ProcessId, VersionId, random_hex};
use domain::plans;
use domain::processes::{self, Facts, Phase, PhaseKind, Promoter};

/// Runs a test on each database, an empty and migrated one each time.
pub fn on_each(test: impl Fn(&Db)) {
    let dir = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", dir.path().join("test.db").display());
    run(&url, &test);
    let Ok(server) = std::env::var("ASCOLTO_TEST_POSTGRES") else {
        println!("PostgreSQL: not run (ASCOLTO_TEST_POSTGRES is not set)");
        return;
    };
    let name = format!("ascolto_test_{}", random_hex::<6>());
    let (base, _) = server.rsplit_once('/').unwrap();
    let admin = Db::open(&Options { url: server.clone(), connections: 1, ..Options::default() }).unwrap();
    admin.read(|conn| Ok(conn.batch_execute(&format!("CREATE DATABASE {name}"))?)).unwrap();
    let outcome = catch_unwind(AssertUnwindSafe(|| run(&format!("{base}/{name}"), &test)));
    admin.read(|conn| Ok(conn.batch_execute(&format!("DROP DATABASE {name} WITH (FORCE)"))?)).unwrap();
    if let Err(panic) = outcome {
        resume_unwind(panic);
    }
}

fn run(url: &str, test: &impl Fn(&Db)) {
    let db = Db::open(&Options { url: url.to_owned(), ..Options::default() }).unwrap();
    migrate::run(&db).unwrap();
    println!("on {:?}", db.kind());
    test(&db);
}

/// Raw SQL, as somebody with the database in hand would try it.
pub fn raw(db: &Db, sql: &str) -> Result<(), String> {
    db.read(|conn: &mut Conn| Ok(conn.batch_execute(sql)?)).map_err(|e| e.to_string())
}

/// A day in spring 2025, as an instant.
pub fn at(hours: i64) -> Instant {
    Instant(1_741_000_000_000_000).plus_seconds(hours * 3600)
}

pub fn account(db: &Db, name: &str) -> AccountId {
    let new = NewAccount {
        name: name.to_owned(),
        email: format!("{name}@example.org"),
        password: "tre civette sul comò".to_owned(),
        lang: "it".to_owned(),
        ..NewAccount::default()
    };
    let prepared = accounts::ops::prepare(new).unwrap();
    db.write(at(-1000), move |w| accounts::ops::create_prepared(w, &prepared, false)).unwrap()
}

pub fn actor(db: &Db, id: AccountId) -> Actor {
    db.read(|conn| accounts::ops::actor_by_id(conn, id)).unwrap()
}

/// A published process with a version of five passages, a promoter, a reviewer and two participants.
pub struct House {
    pub process: ProcessId,
    pub version: VersionId,
    pub promoter: Actor,
    pub reviewer: Actor,
    pub people: Vec<Actor>,
}

pub const PLAN: &str = "# Verde\n\nPrimo testo del piano.\n\nSecondo testo, sulle panchine.\n\n- uno\n- due\n";

pub fn house(db: &Db) -> House {
    let root = Actor::system();
    let facts = Facts { title: "Prova".into(), summary: "Un percorso di prova".into(), ..Facts::default() };
    let by = root.clone();
    let process = db.write(at(-900), move |w| processes::ops::create(w, &by, "prova", &facts)).unwrap();
    let [promoter, reviewer, one, two] = ["promoter", "reviewer", "uno", "due"].map(|n| account(db, n));
    for (role, name) in [(Role::Promoter, "promoter"), (Role::Reviewer, "reviewer")] {
        let by = root.clone();
        let email = format!("{name}@example.org");
        db.write(at(-900), move |w| accounts::ops::grant(w, &by, process, &email, role.as_str())).unwrap();
    }
    let (promoter, reviewer) = (actor(db, promoter), actor(db, reviewer));
    let by = promoter.clone();
    db.write(at(-800), move |w| {
        processes::ops::set_promoters(w, &by, process, &[Promoter { name: "Comune".into(), ..Promoter::default() }])?;
        let phase = Phase {
            id: domain::id::PhaseId(0),
            kind: PhaseKind::Consultation,
            title: "Consultazione".into(),
            description: String::new(),
            starts_on: None,
            ends_on: None,
        };
        processes::ops::set_phases(w, &by, process, &[phase])?;
        processes::ops::publish(w, &by, process)
    })
    .unwrap();
    let version = import(db, &reviewer, process, PLAN, at(-700));
    let by = promoter.clone();
    db.write(at(-600), move |w| plans::ops::publish(w, &by, version, "")).unwrap();
    let people = vec![actor(db, one), actor(db, two)];
    House { process, version, promoter, reviewer, people }
}

/// Imports a draft.
pub fn import(db: &Db, by: &Actor, process: ProcessId, text: &str, when: Instant) -> VersionId {
    let source = reader::read("plan.md", text.as_bytes()).unwrap();
    let prepared = db.read(|conn| plans::prepare(conn, process, source)).unwrap();
    let by = by.clone();
    db.write(when, move |w| plans::ops::import(w, &by, process, &prepared, "plan.md", "0")).unwrap()
}

impl House {
    /// Opens the window from hour 0 to hour `hours`.
    pub fn open_window(&self, db: &Db, hours: i64) {
        let (by, version) = (self.promoter.clone(), self.version);
        db.write(at(-500), move |w| {
            domain::consultations::ops::set_window(w, &by, version, at(0), at(hours)).map(|_| ())
        })
        .unwrap();
    }

    /// A comment to be sent.
    pub fn comment(&self, text: &str) -> domain::register::NewContribution {
        domain::register::NewContribution {
            version: self.version,
            passage: None,
            kind: domain::register::Kind::Addition,
            text: text.to_owned(),
            proposed: String::new(),
            shown: true,
            named_as: domain::register::NamedAs::Anonymous,
            pseudonym: String::new(),
            organisation: None,
            channel: domain::register::Channel::Online,
            sender: String::new(),
            evidence: String::new(),
        }
    }
}
