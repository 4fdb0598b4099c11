//! `serve` and `migrate`.

use anyhow::{Context, Result};
use clap::Args;
use domain::db::{Db, migrate};
use web::{App, Clock, Server, Settings};

use super::tell::{Progress, result, say};
use super::{Config, Format, open, reach};

/// Options of `serve`.
#[derive(Debug, Args)]
pub struct Options {
    /// Where to listen, over the settings
    #[arg(long)]
    bind: Option<String>,
}

/// Options of `migrate`.
#[derive(Debug, Args)]
pub struct MigrateOptions {
    /// How to print what was run
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

/// Runs the site until it is told to stop.
///
/// # Errors
/// No database, no address, a setting that cannot be read.
pub fn run(config: &Config, options: &Options) -> Result<()> {
    let mut settings = config.settings()?;
    if let Some(bind) = &options.bind {
        settings.bind.clone_from(bind);
    }
    if settings.mailbox.is_none() && settings.smtp.is_none() {
        say("mail.smtp is not set: letters wait in the outbox until it is");
    }
    let db = open(config)?;
    site(&db, settings, |address| say(&format!("ascolto listens on http://{address}")))
}

/// Opens the doors and runs the workers; `ready` is called with the address once it listens.
///
/// # Errors
/// The address is taken; the server's.
pub fn site(db: &Db, settings: Settings, ready: impl FnOnce(std::net::SocketAddr)) -> Result<()> {
    actix_web::rt::System::new().block_on(async {
        let bind = settings.bind.clone();
        let app = App::new(db.clone(), settings, Clock::System)?;
        let server = Server::build(app.clone()).with_context(|| format!("cannot listen on {bind}"))?;
        ready(server.address());
        let letters = actix_web::rt::spawn(web::mail::worker(app.clone()));
        let clockwork = actix_web::rt::spawn(web::housekeeping::worker(app));
        server.run().await?;
        letters.abort();
        clockwork.abort();
        db.checkpoint()?;
        Ok(())
    })
}

/// Brings the database up to this program.
///
/// # Errors
/// No database; a statement that fails.
pub fn migrate(config: &Config, options: &MigrateOptions) -> Result<()> {
    let db = reach(config)?;
    let progress = Progress::begin("bringing the database up to this program");
    let ran = migrate::run(&db)?;
    drop(progress);
    match options.format {
        Format::Json => result(&serde_json::to_string(&ran)?),
        Format::Text if ran.is_empty() => say("the database is up to date"),
        Format::Text => {
            ran.iter().for_each(|name| result(name));
            say(&format!("migrations run: {}; the database is up to date", ran.len()));
        }
    }
    Ok(())
}
