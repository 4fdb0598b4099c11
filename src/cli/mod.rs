//! The commands. Each says on standard error what it does, and ends with a sentence that says why when it cannot.

mod admin;
mod config;
mod demo;
mod doctor;
mod import_contributions;
mod import_plan;
mod participants;
mod report;
mod serve;
mod tell;
mod words;

use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::{Parser, Subcommand, ValueEnum};
use domain::access::Actor;
use domain::db::{Db, Kind, migrate};
use domain::processes::{self, Process};

pub use config::Config;

/// Write a plan with the people it concerns, and prove that every word received was answered.
#[derive(Debug, Parser)]
#[command(name = "ascolto", version, about, long_about = None, arg_required_else_help = true)]
pub struct Cli {
    /// A file of settings over the defaults
    #[arg(long, global = true, env = "ASCOLTO_CONFIG")]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

/// How a command prints what it found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people
    Text,
    /// For scripts
    Json,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Run the site
    Serve(serve::Options),
    /// Run a demonstration on this machine, filled with two processes
    Demo(demo::Options),
    /// Bring the database up to this program
    Migrate(serve::MigrateOptions),
    /// Check the installation and say in plain words what is wrong
    Doctor(doctor::Options),
    /// Accounts that run the installation
    #[command(subcommand)]
    Admin(admin::Command),
    /// Bring in a plan, or contributions that came elsewhere
    #[command(subcommand)]
    Import(Import),
    /// Write the list of participants to a file
    Participants(participants::Options),
    /// Make the report: HTML, PDF and DOCX
    Report(report::Options),
}

#[derive(Debug, Subcommand)]
enum Import {
    /// A DOCX, ODT, HTML or Markdown file becomes the draft of the next version
    Plan(import_plan::Options),
    /// A CSV file of proposed changes becomes contributions on the passages they speak of
    Contributions(import_contributions::Options),
}

/// Runs the command line.
///
/// # Errors
/// Whatever kept the command from being done.
pub fn run() -> Result<()> {
    let cli = Cli::parse();
    let config = || Config::load(cli.config.as_deref(), |name| std::env::var(name).ok());
    match cli.command {
        Command::Serve(options) => serve::run(&config()?, &options),
        Command::Demo(options) => demo::run(&options),
        Command::Migrate(options) => serve::migrate(&config()?, &options),
        Command::Doctor(options) => doctor::run(&config()?, &options),
        Command::Admin(command) => admin::run(&config()?, &command),
        Command::Import(Import::Plan(options)) => import_plan::run(&config()?, &options),
        Command::Import(Import::Contributions(options)) => import_contributions::run(&config()?, &options),
        Command::Participants(options) => participants::run(&config()?, &options),
        Command::Report(options) => report::run(&config()?, &options),
    }
}

/// Opens the database; on SQLite it is brought up to this program, on PostgreSQL it must be already.
fn open(config: &Config) -> Result<Db> {
    let db = reach(config)?;
    match db.kind() {
        Kind::Sqlite => drop(migrate::run(&db)?),
        Kind::Postgres => {
            let waiting = migrate::pending(&db)?;
            anyhow::ensure!(
                waiting == 0,
                "the database lacks {waiting} migrations: run `ascolto migrate` once, then try again"
            );
        }
    }
    Ok(db)
}

/// Opens the database as it is; on SQLite the folder is made.
fn reach(config: &Config) -> Result<Db> {
    let options = config.database()?;
    if let Some(path) = options.url.strip_prefix("sqlite:")
        && let Some(folder) = std::path::Path::new(path).parent().filter(|f| !f.as_os_str().is_empty())
    {
        std::fs::create_dir_all(folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;
    }
    Db::open(&options).with_context(|| config::without_password(&options.url))
}

/// The account a command acts for, by its address.
fn acting(db: &Db, email: &str) -> Result<Actor> {
    let found = db.read(|conn| domain::accounts::ops::credentials(conn, email))?;
    let (account, _) = found.with_context(|| format!("there is no account {email}"))?;
    Ok(db.read(|conn| domain::accounts::ops::actor_by_id(conn, account.id))?)
}

/// The process behind a word.
fn process(db: &Db, slug: &str) -> Result<Process> {
    let found = db.read(|conn| processes::ops::by_slug(conn, &Actor::system(), slug));
    found.with_context(|| format!("there is no process {slug}"))
}

/// The sentence a failed command ends with.
pub fn complain(e: &anyhow::Error) {
    tell::say(&format!("ascolto: {}", words::of(e)));
}
