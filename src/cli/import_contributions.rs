//! `import contributions`: a CSV of proposed changes (columns `before`, `after`, `message`) becomes contributions on the
//! passages they speak of; what finds no place is kept as a comment on the whole.

use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::Args;
use domain::clock::Instant;
use domain::comments::anchor::{self, Anchor};
use domain::db::Db;
use domain::plans::Passage;
use domain::register::{Channel, Kind, MAX_TEXT, NamedAs, NewContribution};
use domain::{comments, plans};
use serde::Deserialize;

use super::tell::{Progress, result, say};
use super::{Config, Format, acting, open, process};

/// Options of `import contributions`.
#[derive(Debug, Args)]
pub struct Options {
    /// A CSV file with the columns before, after and message
    file: PathBuf,
    /// The process's word in addresses
    #[arg(long)]
    process: String,
    /// The version they speak of; the newest without it
    #[arg(long)]
    version: Option<i32>,
    /// Whose account enters them
    #[arg(long)]
    by: String,
    /// What proves that they were received, kept with each
    #[arg(long, default_value = "imported from a file")]
    evidence: String,
    /// Say row by row what would be done, and do nothing
    #[arg(long)]
    dry_run: bool,
    /// How to print what was found
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

#[derive(Debug, Deserialize)]
struct Row {
    before: String,
    after: String,
    #[serde(default)]
    message: String,
}

/// Imports the file, all of it or nothing.
///
/// # Errors
/// A file that is not such a CSV, a window that has not opened, a person who may not.
pub fn run(config: &Config, options: &Options) -> Result<()> {
    let db = open(config)?;
    let (actor, process) = (acting(&db, &options.by)?, process(&db, &options.process)?);
    let number = options.version;
    let version = db.read(|conn| match number {
        Some(n) => plans::ops::by_number(conn, &actor, process.id, n).map(Some),
        None => plans::ops::newest(conn, process.id),
    })?;
    let version = version.context("no version is published yet")?;
    let passages = db.read(|conn| plans::ops::passages(conn, version.id))?;
    let mut progress = Progress::begin("looking for the passages the rows speak of");
    let rows = read(&options.file)?;
    let mut placed = Vec::with_capacity(rows.len());
    for (i, row) in rows.iter().enumerate() {
        placed.push(anchor::find(&passages, &row.before, &row.after));
        progress.at(i, rows.len());
    }
    tell(&placed, options.format)?;
    if options.dry_run {
        say(&format!("nothing was entered ({:.1} s)", progress.seconds()));
        return Ok(());
    }
    let list = rows.iter().zip(&placed).enumerate().map(|(i, (row, at))| {
        contribution(version.id, &passages, row, at, &format!("{}, row {}", options.evidence, i + 1))
    });
    let list: Vec<NewContribution> = list.collect();
    let entered = enter(&db, &actor, list)?;
    say(&format!("{entered} contributions entered ({:.1} s)", progress.seconds()));
    Ok(())
}

fn read(path: &std::path::Path) -> Result<Vec<Row>> {
    let mut file = csv::Reader::from_path(path).with_context(|| format!("cannot read {}", path.display()))?;
    let rows: std::result::Result<Vec<Row>, csv::Error> = file.deserialize().collect();
    rows.with_context(|| format!("{} is not a CSV with the columns before, after and message", path.display()))
}

fn tell(placed: &[Anchor], format: Format) -> Result<()> {
    for (i, at) in placed.iter().enumerate() {
        let codes = match at {
            Anchor::Found { code, .. } => vec![*code],
            Anchor::Several(codes) => codes.clone(),
            _ => Vec::new(),
        };
        let line = match format {
            Format::Json => serde_json::json!({ "row": i + 1, "found": at.as_str(), "passages": codes }).to_string(),
            Format::Text => {
                let codes: Vec<String> = codes.iter().map(|c| format!("P-{c:03}")).collect();
                format!("{:>5}  {:<12} {}", i + 1, at.as_str(), codes.join(", "))
            }
        };
        result(&line);
    }
    let count = |word: &str| placed.iter().filter(|a| a.as_str() == word).count();
    say(&format!(
        "{} rows: {} found, {} in several places, {} only markup or a file name, {} not found",
        placed.len(), count("found"), count("several"), count("markup_only"), count("not_found"),
    ));
    Ok(())
}

/// One row as a contribution: on its passage with the proposed text, or on the whole with the change in its words.
fn contribution(version: domain::id::VersionId, passages: &[Passage], row: &Row, at: &Anchor, evidence: &str) -> NewContribution {
    let message = if row.message.trim().is_empty() { "Proposta di modifica" } else { row.message.trim() };
    let (passage, kind, text, proposed) = match at {
        Anchor::Found { code, proposed } => {
            let passage = passages.iter().find(|p| p.code == Some(*code)).and_then(|p| p.id);
            (passage, Kind::Rewording, message.to_owned(), proposed.clone())
        }
        _ => {
            let text = format!("{message}\n\nTesto attuale:\n{}\n\nTesto proposto:\n{}", row.before.trim(), row.after.trim());
            (None, Kind::Addition, text, String::new())
        }
    };
    NewContribution {
        version,
        passage,
        kind,
        text: text.chars().take(MAX_TEXT).collect(),
        proposed: proposed.chars().take(MAX_TEXT).collect(),
        shown: true,
        named_as: NamedAs::Anonymous,
        pseudonym: String::new(),
        organisation: None,
        channel: Channel::Other,
        sender: evidence.to_owned(),
        evidence: evidence.to_owned(),
    }
}

fn enter(db: &Db, actor: &domain::access::Actor, list: Vec<NewContribution>) -> Result<usize> {
    let (actor, n) = (actor.clone(), list.len());
    db.write(Instant::now(), move |w| {
        for new in list {
            comments::ops::enter_other(w, &actor, new, w.now, None)?;
        }
        Ok(())
    })?;
    Ok(n)
}
