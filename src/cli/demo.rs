//! `demo`: everything on this machine, nothing to install, two processes to look at.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use clap::Args;
use domain::db::{Db, Options as Database, migrate};
use domain::demo::{self, Holds};
use web::{App, Clock, Settings};

use super::serve::site;
use super::tell::{Progress, say};

/// Options of `demo`.
#[derive(Debug, Args)]
pub struct Options {
    /// Start over with an empty database
    #[arg(long)]
    fresh: bool,
    /// Where to listen
    #[arg(long, default_value = "127.0.0.1:8080")]
    bind: String,
    /// The folder of the demonstration's database and letters
    #[arg(long, default_value = "var/demo")]
    data: PathBuf,
    /// Fill the database and stop
    #[arg(long)]
    fill_only: bool,
}

/// Runs the demonstration.
///
/// # Errors
/// A folder that cannot be written, an address that is taken.
pub fn run(options: &Options) -> Result<()> {
    let (database, letters) = (options.data.join("ascolto.db"), options.data.join("mail"));
    let url = format!("sqlite:{}", database.display());
    if options.fresh && options.data.exists() {
        is_ours(&url, &database)?;
        remove(&options.data)?;
    }
    std::fs::create_dir_all(&letters).with_context(|| format!("cannot make the folder {}", letters.display()))?;
    let db = Db::open(&Database { url, ..Database::default() })?;
    migrate::run(&db)?;
    let settings = Settings {
        bind: options.bind.clone(),
        base_url: format!("http://{}", options.bind),
        owner: "Dimostrazione di Ascolto".to_owned(),
        contact: "ascolto@example.org".to_owned(),
        demo: true,
        mailbox: Some(letters),
        ..Settings::default()
    };
    match demo::holds(&db)? {
        Holds::Nothing => fill(&db, &settings)?,
        Holds::TheDemo => say("the demonstration is there already: its data are kept (--fresh starts over)"),
        Holds::PartOfTheDemo => {
            bail!("{} was interrupted while it was being filled: start over with --fresh", database.display())
        }
        Holds::SomethingElse => bail!("{} holds no demonstration: choose another folder", database.display()),
    }
    if options.fill_only {
        return Ok(());
    }
    site(&db, settings, |address| welcome(&format!("http://{address}")))
}

/// A database that holds somebody's work is not removed; one that cannot be read any more is.
fn is_ours(url: &str, database: &Path) -> Result<()> {
    let holds = || demo::holds(&Db::open(&Database { url: url.to_owned(), ..Database::default() }).ok()?).ok();
    if database.exists() && holds() == Some(Holds::SomethingElse) {
        bail!("{} holds no demonstration: it is not removed", database.display());
    }
    Ok(())
}

/// Only what the demonstration itself put there is removed.
fn remove(folder: &Path) -> Result<()> {
    for name in ["ascolto.db", "ascolto.db-wal", "ascolto.db-shm"] {
        let path = folder.join(name);
        if path.exists() {
            std::fs::remove_file(&path).with_context(|| format!("cannot remove {}", path.display()))?;
        }
    }
    let letters = folder.join("mail");
    if letters.exists() {
        std::fs::remove_dir_all(&letters).with_context(|| format!("cannot remove {}", letters.display()))?;
    }
    Ok(())
}

fn fill(db: &Db, settings: &Settings) -> Result<()> {
    let progress = Progress::begin("filling the demonstration by playing its history");
    let filled = demo::fill(db, Clock::System.now())?;
    say(&format!("history played in {:.1} s; making the restitutions and the report", progress.seconds()));
    let app = App::new(db.clone(), settings.clone(), Clock::System)?;
    let promoter = super::acting(db, demo::SIGN_INS[1].1)?;
    web::tables::publish_all(&app, &promoter, filled.torino, 1, filled.restituted_at)?;
    web::report::publish_now(&app, &promoter, filled.torino, filled.report_at)?;
    while web::mail::deliver(&app)? > 0 {}
    say(&format!("done in {:.1} s", progress.seconds()));
    Ok(())
}

fn welcome(address: &str) {
    say(&format!("\nAscolto is ready: {address}\n\nSign in at {address}/accedi with"));
    for (role, email) in demo::SIGN_INS {
        say(&format!("  {role:<14} {email}"));
    }
    say(&format!(
        "  password       {}\n\nLetters it sends are read at {address}/demo/posta. Stop with Ctrl-C.",
        demo::PASSWORD
    ));
}
