//! `doctor`: what is in force, where it comes from, and what is wrong, in plain words.

use std::net::{TcpStream, ToSocketAddrs};
use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use clap::Args;
use domain::clock::{Instant, ROME};
use domain::db::{Db, Kind, migrate};
use serde::Serialize;

use super::tell::{Progress, result, say};
use super::{Config, Format, words};

/// Options of `doctor`.
#[derive(Debug, Args)]
pub struct Options {
    /// How to print what was found
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

/// What one check found.
#[derive(Debug, Serialize)]
struct Finding {
    what: &'static str,
    ok: bool,
    says: String,
}

/// Checks everything; fails when anything is wrong.
///
/// # Errors
/// Something is wrong.
pub fn run(config: &Config, options: &Options) -> Result<()> {
    let progress = Progress::begin("looking at settings, database, mail, folders and clock");
    let findings = vec![database(config), mail(config), folders(config), clock(), settings(config)];
    drop(progress);
    let wrong = findings.iter().filter(|f| !f.ok).count();
    match options.format {
        Format::Json => {
            let all = serde_json::json!({ "settings": config.printable(), "findings": findings });
            result(&serde_json::to_string_pretty(&all)?);
        }
        Format::Text => {
            for (key, value) in config.printable() {
                result(&format!("{key:<24} {:<40} ({})", value.value, value.source));
            }
            result("");
            for finding in &findings {
                result(&format!(
                    "{} {:<10} {}",
                    if finding.ok { "ok   " } else { "WRONG" },
                    finding.what,
                    finding.says
                ));
            }
        }
    }
    if wrong > 0 {
        bail!("{wrong} of {} checks found something wrong", findings.len());
    }
    say("everything is in order");
    Ok(())
}

fn database(config: &Config) -> Finding {
    let checked = || -> Result<String> {
        let options = config.database()?;
        if let Some(path) = options.url.strip_prefix("sqlite:")
            && !Path::new(path).exists()
        {
            bail!("there is none at {path}: `ascolto admin create` makes it, if that is where it is to be");
        }
        let db = Db::open(&options)?;
        let waiting = migrate::pending(&db)?;
        match (db.kind(), waiting) {
            (_, 0) => {
                let letters = db.read(domain::mail::waiting)?;
                let heads = db.read(domain::accounts::ops::administrators)?;
                if heads == 0 {
                    bail!("it answers, but nobody runs it: make an administrator with `ascolto admin create`");
                }
                Ok(format!("it answers; administrators: {heads}, letters waiting: {letters}"))
            }
            (Kind::Sqlite, n) => Ok(format!("it answers; {n} migrations will run at the next start")),
            (Kind::Postgres, n) => bail!("it lacks {n} migrations: run `ascolto migrate`"),
        }
    };
    found("database", checked())
}

fn found(what: &'static str, checked: Result<String>) -> Finding {
    match checked {
        Ok(says) => Finding { what, ok: true, says },
        Err(e) => Finding { what, ok: false, says: words::of(&e) },
    }
}

fn mail(config: &Config) -> Finding {
    let checked = || -> Result<String> {
        let (smtp, folder) = (config.get("mail.smtp"), config.get("mail.folder"));
        if !folder.is_empty() {
            return Ok(format!("letters go into {folder}"));
        }
        if smtp.is_empty() {
            bail!("mail.smtp is not set: no letter leaves, so nobody can confirm an address");
        }
        let (host, port) = relay(smtp)?;
        let address = (host.as_str(), port).to_socket_addrs().ok().and_then(|mut all| all.next());
        let address = address.with_context(|| format!("mail.smtp: there is no machine called {host}"))?;
        TcpStream::connect_timeout(&address, Duration::from_secs(5))
            .with_context(|| format!("mail.smtp: {host}:{port} does not answer"))?;
        Ok(format!("{host}:{port} answers"))
    };
    found("mail", checked())
}

/// Host and port of a relay's address.
fn relay(address: &str) -> Result<(String, u16)> {
    let parts = address.split_once("://").filter(|(scheme, _)| matches!(*scheme, "smtp" | "smtps"));
    let (scheme, rest) = parts.context("mail.smtp must begin with smtp:// or smtps://")?;
    let rest = rest.rsplit_once('@').map_or(rest, |(_, host)| host);
    let rest = rest.split(['/', '?']).next().unwrap_or(rest);
    let usual = if scheme == "smtps" { 465 } else { 587 };
    Ok(match rest.rsplit_once(':') {
        Some((host, port)) => {
            (host.to_owned(), port.parse().with_context(|| format!("mail.smtp: {port} is not a port"))?)
        }
        None => (rest.to_owned(), usual),
    })
}

fn folders(config: &Config) -> Finding {
    let checked = || -> Result<String> {
        let mut folders = Vec::new();
        if let Some(path) = config.get("database.url").strip_prefix("sqlite:") {
            folders.push(Path::new(path).parent().map_or_else(|| Path::new(".").to_path_buf(), Path::to_path_buf));
        }
        if !config.get("mail.folder").is_empty() {
            folders.push(config.get("mail.folder").into());
        }
        for folder in &folders {
            // What is not there yet is made in the nearest folder that is.
            let there = folder.ancestors().find(|f| f.exists()).unwrap_or_else(|| Path::new("."));
            let probe = there.join(format!(".ascolto-{}", std::process::id()));
            std::fs::write(&probe, b"x").with_context(|| format!("cannot write in {}", there.display()))?;
            std::fs::remove_file(&probe)?;
        }
        Ok("those that are needed can be written".to_owned())
    };
    found("folders", checked())
}

fn clock() -> Finding {
    let now = web::Clock::System.now();
    let shown = now.rome().format("%Y-%m-%d %H:%M:%S %Z").to_string();
    // A deadline is compared with this clock; a clock before this program was written is certainly wrong.
    let ok = now > Instant(1_760_000_000_000_000);
    Finding { what: "clock", ok, says: format!("{shown} ({}); keep it right with NTP", ROME.name()) }
}

fn settings(config: &Config) -> Finding {
    let checked = || -> Result<String> {
        let unknown = config.unknown(std::env::vars_os().filter_map(|(name, _)| name.into_string().ok()));
        if !unknown.is_empty() {
            bail!("there is no such setting: {}", unknown.join(", "));
        }
        let settings = config.settings()?;
        if settings.bind.to_socket_addrs().ok().and_then(|mut all| all.next()).is_none() {
            bail!("server.bind is not like 127.0.0.1:8080: {}", settings.bind);
        }
        let public = !settings.base_url.contains("127.0.0.1") && !settings.base_url.contains("localhost");
        if public && !settings.base_url.starts_with("https://") {
            bail!("server.base_url is public and not HTTPS");
        }
        if public && !settings.secure_cookies {
            bail!("server.secure_cookies must be true where the public comes by HTTPS");
        }
        if public && settings.contact.is_empty() {
            bail!("owner.contact is empty: the privacy and accessibility pages must say where to write");
        }
        Ok("they can be read and fit together".to_owned())
    };
    found("settings", checked())
}
