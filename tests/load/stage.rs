//! What is read and written to: made by the product's own operations, many of them in one transaction.

use std::path::Path;

use domain::access::{Actor, Role};
use domain::accounts::{self, NewAccount};
use domain::clock::Instant;
use domain::comments;
use domain::db::{Db, Options, migrate};
use domain::id::{AccountId, PhaseId, ProcessId, VersionId};
use domain::plans;
use domain::processes::{self, Facts, Phase, PhaseKind, Promoter};
use domain::register::{self, Channel, Kind, NamedAs, NewContribution};

pub const SLUG: &str = "prova-di-carico";
pub const PASSAGES: usize = 100;
pub const COMMENTS: usize = 1000;
pub const PEOPLE: usize = 64;

/// A published process with a version and an open window, and the people who comment.
pub struct Stage {
    pub db: Db,
    pub process: ProcessId,
    version: VersionId,
    promoter: Actor,
    people: Vec<AccountId>,
}

/// Opens a database file; `group` pieces of work at most in one commit.
pub fn open(file: &Path, group: usize) -> Db {
    Db::open(&Options { url: format!("sqlite:{}", file.display()), connections: 8, group }).unwrap()
}

fn days_ago(days: i64) -> Instant {
    web::Clock::System.now().plus_seconds(-days * 24 * 3600)
}

fn account(db: &Db, name: &str) -> AccountId {
    let (email, password) = (format!("{name}@example.org"), "tre civette sul comò".to_owned());
    let new = NewAccount { name: name.to_owned(), email, password, lang: "it".to_owned(), ..NewAccount::default() };
    let prepared = accounts::ops::prepare(new).unwrap();
    db.write(days_ago(30), move |w| accounts::ops::create_prepared(w, &prepared, false)).unwrap()
}

fn actor(db: &Db, id: AccountId) -> Actor {
    db.read(|conn| accounts::ops::actor_by_id(conn, id)).unwrap()
}

fn phase() -> Phase {
    Phase {
        id: PhaseId(0),
        kind: PhaseKind::Consultation,
        title: "Consultazione".into(),
        description: String::new(),
        starts_on: None,
        ends_on: None,
    }
}

/// Ten chapters of nine paragraphs: a hundred passages of some sixty words.
fn plan() -> String {
    let sentence = "il Comune cura gli spazi aperti insieme a chi li vive, con orari chiari e risorse stabili";
    let mut text = String::new();
    for n in 0..PASSAGES {
        match n % 10 {
            0 => text.push_str(&format!("# Capitolo {}\n\n", n / 10 + 1)),
            m => text.push_str(&format!(
                "Azione {}.{m}: {sentence}; {sentence}; nel quartiere {n} {sentence}.\n\n",
                n / 10 + 1
            )),
        }
    }
    text
}

impl Stage {
    /// Sets it in a new database file.
    pub fn set(file: &Path) -> Self {
        let db = open(file, 256);
        migrate::run(&db).unwrap();
        let root = Actor::system();
        let facts =
            Facts { title: "Prova di carico".into(), summary: "Un percorso per misurare".into(), ..Facts::default() };
        let process = db
            .write(days_ago(30), {
                let by = root.clone();
                move |w| processes::ops::create(w, &by, SLUG, &facts)
            })
            .unwrap();
        let promoter = account(&db, "promotrice");
        let grant = move |w: &mut domain::db::Write<'_>| {
            accounts::ops::grant(w, &root, process, "promotrice@example.org", Role::Promoter.as_str())?;
            accounts::ops::grant(w, &root, process, "promotrice@example.org", Role::Reviewer.as_str())
        };
        db.write(days_ago(29), grant).unwrap();
        let promoter = actor(&db, promoter);
        let source = reader::read("piano.md", plan().as_bytes()).unwrap();
        let prepared = db.read(|conn| plans::prepare(conn, process, source)).unwrap();
        let by = promoter.clone();
        let open = move |w: &mut domain::db::Write<'_>| {
            let promoters = [Promoter { name: "Comune di Prova".into(), ..Promoter::default() }];
            processes::ops::set_promoters(w, &by, process, &promoters)?;
            processes::ops::set_phases(w, &by, process, &[phase()])?;
            processes::ops::publish(w, &by, process)?;
            let version = plans::ops::import(w, &by, process, &prepared, "piano.md", "0")?;
            plans::ops::publish(w, &by, version, "")?;
            domain::consultations::ops::set_window(w, &by, version, days_ago(20), days_ago(-20))?;
            Ok(version)
        };
        let version = db.write(days_ago(28), open).unwrap();
        let people = (0..PEOPLE).map(|n| account(&db, &format!("persona-{n}"))).collect();
        Self { db, process, version, promoter, people }
    }

    /// Sends comments on every passage alike, and publishes them all.
    pub fn comment(&self) {
        let passages = self.db.read(|conn| plans::ops::passages(conn, self.version)).unwrap();
        assert_eq!(passages.len(), PASSAGES);
        let people: Vec<Actor> = self.people.iter().map(|id| actor(&self.db, *id)).collect();
        let comments: Vec<(Actor, NewContribution)> =
            (0..COMMENTS).map(|n| (people[n % PEOPLE].clone(), self.words(passages[n % PASSAGES].id, n))).collect();
        let sent = self.db.write(days_ago(2), move |w| {
            comments
                .into_iter()
                .map(|(by, new)| comments::ops::send(w, &by, new).map(|r| (r.number, r.revision)))
                .collect()
        });
        let numbers: Vec<(i32, i32)> = sent.unwrap();
        let (by, process) = (self.promoter.clone(), self.process);
        let published = self.db.write(days_ago(1), move |w| {
            numbers.chunks(500).map(|some| register::ops::publish_all(w, &by, process, some)).sum()
        });
        let published: usize = published.unwrap();
        assert_eq!(published, COMMENTS);
    }

    fn words(&self, passage: Option<domain::id::PassageId>, n: usize) -> NewContribution {
        let text =
            format!("Osservazione {n}: servono panchine all'ombra, una fontanella e un orario scritto all'ingresso.");
        NewContribution {
            version: self.version,
            passage,
            kind: Kind::Addition,
            text,
            proposed: String::new(),
            shown: true,
            named_as: NamedAs::Anonymous,
            pseudonym: String::new(),
            organisation: None,
            channel: Channel::Online,
            sender: String::new(),
            evidence: String::new(),
        }
    }

    /// A session for each of the people: what their cookies hold.
    pub fn sessions(&self) -> Vec<String> {
        let people = self.people.clone();
        let open = move |w: &mut domain::db::Write<'_>| {
            people.iter().map(|id| accounts::ops::open_session(w, *id, None)).collect()
        };
        self.db.write(web::Clock::System.now(), open).unwrap()
    }
}
