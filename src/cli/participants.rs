//! `participants`: the published list, to a file.

use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::Args;
use domain::report::ops;

use super::tell::{Progress, result, say};
use super::{Config, Format, open, process};

/// Options of `participants`.
#[derive(Debug, Args)]
pub struct Options {
    /// The process's word in addresses
    #[arg(long, value_name = "WORD")]
    process: String,
    /// The file to write; standard output without it
    #[arg(long)]
    out: Option<PathBuf>,
    /// One name a line, or JSON
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

/// Writes the list.
///
/// # Errors
/// No such process, a file that cannot be written.
pub fn run(config: &Config, options: &Options) -> Result<()> {
    let db = open(config)?;
    let process = process(&db, &options.process)?;
    let progress = Progress::begin("gathering who took part");
    let list = db.snapshot(|conn| ops::participants(conn, process.id))?;
    let text = match options.format {
        Format::Json => serde_json::to_string_pretty(&list)?,
        Format::Text => {
            let mut lines: Vec<String> =
                list.organisations.iter().enumerate().map(|(i, name)| format!("{}. {name}", i + 1)).collect();
            lines.push(format!("privati cittadini: {}", list.citizens));
            lines.join("\n")
        }
    };
    drop(progress);
    let found = format!("{} organisations and {} citizens", list.organisations.len(), list.citizens);
    match &options.out {
        Some(path) => {
            std::fs::write(path, text + "\n").with_context(|| format!("cannot write {}", path.display()))?;
            say(&format!("{found}, in {}", path.display()));
        }
        None => {
            result(&text);
            say(&found);
        }
    }
    Ok(())
}
