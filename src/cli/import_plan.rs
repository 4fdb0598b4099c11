//! `import plan`: a file becomes the draft of the next version.

use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::Args;
use domain::plans::{self, Matched};

use super::tell::{Progress, result, say};
use super::{Config, Format, acting, open, process};

/// Options of `import plan`.
#[derive(Debug, Args)]
pub struct Options {
    /// A DOCX, ODT, HTML or Markdown file
    file: PathBuf,
    /// The process's word in addresses
    #[arg(long, value_name = "WORD")]
    process: String,
    /// Whose account does it
    #[arg(long, value_name = "EMAIL")]
    by: String,
    /// How to print what was found
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

/// Imports the file.
///
/// # Errors
/// A file that cannot be read, a person who may not.
pub fn run(config: &Config, options: &Options) -> Result<()> {
    let db = open(config)?;
    let (actor, process) = (acting(&db, &options.by)?, process(&db, &options.process)?);
    let bytes = std::fs::read(&options.file).with_context(|| format!("cannot read {}", options.file.display()))?;
    let name = options.file.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let progress = Progress::begin("reading the document and aligning it with the version before");
    let source = reader::read(&name, &bytes).with_context(|| options.file.display().to_string())?;
    let report = source.report.clone();
    let prepared = db.read(|conn| plans::prepare(conn, process.id, source))?;
    let hash = domain::id::sha256(&bytes);
    let version = db
        .write(web::Clock::System.now(), move |w| plans::ops::import(w, &actor, process.id, &prepared, &name, &hash))?;
    let counts = db.read(|conn| plans::ops::matched_counts(conn, version))?;
    let count = |m: Matched| counts.iter().find(|(x, _)| *x == m).map_or(0, |(_, n)| *n);
    if options.format == Format::Json {
        let matched: serde_json::Map<String, serde_json::Value> =
            counts.iter().map(|(m, n)| (m.as_str().to_owned(), (*n).into())).collect();
        let said = serde_json::json!({
            "words_in_file": report.words_in_file, "words_in_passages": report.words_in_blocks,
            "differences": report.differences, "notes": report.notes, "matched": matched, "seconds": progress.seconds(),
        });
        result(&serde_json::to_string_pretty(&said)?);
        return Ok(());
    }
    result(&format!("words in the file {}, in the passages {}", report.words_in_file, report.words_in_blocks));
    for difference in &report.differences {
        let side = if difference.lost { "only in the file" } else { "only in the passages" };
        result(&format!("  {side}, {}: {}", difference.place, difference.text));
    }
    for note in &report.notes {
        result(&format!("  {} {}: {}", note.place, note.what.key(), note.detail));
    }
    for matched in Matched::ALL {
        result(&format!("{:<8} {}", matched.as_str(), count(*matched)));
    }
    say(&format!("the draft is there ({:.1} s); publish it from the process's pages", progress.seconds()));
    Ok(())
}
