//! A house of its own for each story, built as `main` builds it, on a port of its own.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::mpsc;
use std::thread::JoinHandle;

use chrono::NaiveDateTime;
use domain::accounts::{self, NewAccount};
use domain::clock::Instant;
use domain::db::{Db, Write};
use domain::demo::Filled;
use domain::id::AccountId;
use web::mail::Written;
use web::{App, Clock, Server, Settings};

use super::Browser;
use super::database::{CONNECTIONS, Fresh, Holds, open};

/// What the clock of every house shows at first; the demonstration is filled at that instant too.
pub const OPENED: &str = "2031-03-03 10:00";

/// The password of everybody in the stories.
pub const PASSWORD: &str = "tre gatti sul tetto";

/// A server, its database, its clock and its letters.
pub struct House {
    /// The application, for what a story looks up behind the door.
    pub app: App,
    pub base: String,
    clock: Arc<AtomicI64>,
    handle: actix_web::dev::ServerHandle,
    thread: Option<JoinHandle<()>>,
    _mail: tempfile::TempDir,
    // Last: dropped once nobody holds a connection.
    database: Fresh,
}

/// The settings of every house.
pub fn settings() -> Settings {
    Settings {
        bind: "127.0.0.1:0".to_owned(),
        base_url: "http://ascolto.test".to_owned(),
        owner: "Città di Valdora".to_owned(),
        demo: true,
        limits: false,
        workers: 1,
        ..Settings::default()
    }
}

impl House {
    /// On SQLite, with these changes to the settings.
    pub fn on_sqlite(holds: Holds, change: impl FnOnce(&mut Settings)) -> Self {
        Self::build(Fresh::sqlite(holds), change)
    }

    /// On PostgreSQL, where a server is named.
    pub fn on_postgres(holds: Holds, change: impl FnOnce(&mut Settings)) -> Option<Self> {
        Fresh::postgres(holds).map(|fresh| Self::build(fresh, change))
    }

    fn build(database: Fresh, change: impl FnOnce(&mut Settings)) -> Self {
        let mail = tempfile::tempdir().unwrap();
        let clock = Arc::new(AtomicI64::new(rome(OPENED).0));
        let mut settings = Settings { mailbox: Some(mail.path().to_owned()), ..settings() };
        change(&mut settings);
        let db = open(database.url(), CONNECTIONS);
        let app = App::new(db, settings, Clock::Fixed(Arc::clone(&clock))).unwrap();
        let (started, starting) = mpsc::channel();
        let inside = app.clone();
        let thread = std::thread::spawn(move || {
            actix_web::rt::System::new().block_on(async {
                let server = Server::build(inside).unwrap();
                started.send((server.address(), server.handle())).unwrap();
                server.run().await.unwrap();
            });
        });
        let (address, handle) = starting.recv().unwrap();
        let base = format!("http://{address}");
        Self { app, base, clock, handle, thread: Some(thread), _mail: mail, database }
    }

    /// What the demonstration in this house is: one that was asked for as a `house of Demo`.
    pub fn demo(&self) -> Filled {
        self.database.demo().expect("the story is told of a `house of Demo`")
    }

    /// A browser nobody has used yet.
    pub fn browser(&self) -> Browser<'_> {
        Browser::at(&self.base)
    }

    /// A browser in which somebody has signed in.
    pub fn signed_in(&self, email: &str) -> Browser<'_> {
        let browser = self.browser();
        browser.get("/accedi");
        let page = browser.submit("/accedi", &[("email", email), ("password", PASSWORD)]);
        assert_eq!(page.path, "/account", "{email} could not sign in: {}", page.text());
        browser
    }

    /// Makes a confirmed account behind the door; its password is [`PASSWORD`].
    pub fn account(&self, name: &str, email: &str) -> AccountId {
        self.create(name, email, false)
    }

    /// Makes who runs the installation.
    pub fn administrator(&self, email: &str) -> AccountId {
        self.create("Amministratrice", email, true)
    }

    fn create(&self, name: &str, email: &str, administrator: bool) -> AccountId {
        let (name, email, password) = (name.to_owned(), email.to_owned(), PASSWORD.to_owned());
        let new = NewAccount { name, email, password, lang: "it".to_owned(), ..NewAccount::default() };
        let prepared = accounts::ops::prepare(new).unwrap();
        self.write(move |w| accounts::ops::create_prepared(w, &prepared, administrator))
    }

    /// Writes behind the door, now.
    pub fn write<T: Send + 'static>(&self, f: impl FnOnce(&mut Write<'_>) -> domain::Result<T> + Send + 'static) -> T {
        self.app.db.write(self.now(), f).unwrap()
    }

    /// The database.
    pub fn db(&self) -> &Db {
        &self.app.db
    }

    /// The instant it is in this house.
    pub fn now(&self) -> Instant {
        self.app.clock.now()
    }

    /// Sets the clock, as a wall clock in Rome shows it: `2031-03-11 17:59`.
    pub fn at(&self, wall: &str) {
        self.clock.store(rome(wall).0, Ordering::SeqCst);
    }

    /// Sets the clock to an instant.
    pub fn set(&self, at: Instant) {
        self.clock.store(at.0, Ordering::SeqCst);
    }

    /// Lets time pass.
    pub fn pass_seconds(&self, seconds: i64) {
        self.clock.fetch_add(seconds * 1_000_000, Ordering::SeqCst);
    }

    /// Statements run by `f`.
    pub fn queries<T>(&self, f: impl FnOnce() -> T) -> (T, u64) {
        let before = self.app.db.queries();
        let done = f();
        (done, self.app.db.queries() - before)
    }

    /// Sends what is due and returns all letters ever sent, oldest first.
    pub fn mailbox(&self) -> Vec<Written> {
        web::mail::deliver(&self.app).unwrap();
        let folder = self.app.config.mailbox.as_ref().unwrap();
        let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
        files.sort();
        files.iter().map(|f| serde_json::from_slice(&std::fs::read(f).unwrap()).unwrap()).collect()
    }

    /// The newest letter to an address.
    pub fn letter_to(&self, email: &str) -> Written {
        self.mailbox().into_iter().rfind(|l| l.to == email).unwrap_or_else(|| panic!("no letter to {email}"))
    }

    /// The path of the first link in a letter.
    pub fn link(&self, letter: &Written) -> String {
        let base = &self.app.config.base_url;
        let link = letter.body.split_whitespace().find_map(|w| w.strip_prefix(base.as_str()));
        link.unwrap_or_else(|| panic!("no link in {}", letter.body)).to_owned()
    }
}

/// The instant at which a wall clock in Rome shows this.
pub fn rome(wall: &str) -> Instant {
    Instant::in_rome(NaiveDateTime::parse_from_str(wall, "%Y-%m-%d %H:%M").unwrap())
}

impl Drop for House {
    fn drop(&mut self) {
        let stopped = self.handle.stop(false);
        actix_web::rt::System::new().block_on(stopped);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
