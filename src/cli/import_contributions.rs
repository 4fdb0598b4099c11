//! `import contributions`: a CSV of proposed changes (columns `before`, `after`, `message` and, if there is one, `sender`)
//! becomes contributions on the passages they speak of; what finds no place is kept as a comment on the whole.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use chrono::NaiveDateTime;
use clap::Args;
use domain::access::Actor;
use domain::clock::Instant;
use domain::comments::anchor::{Anchor, Texts};
use domain::db::Db;
use domain::id::ProcessId;
use domain::plans::{Passage, Version};
use domain::register::{Channel, Kind, NamedAs, NewContribution};
use domain::{comments, consultations, plans, register};
use serde::Deserialize;

use super::tell::{Progress, result, say};
use super::{Config, Format, acting, open, process};

/// Options of `import contributions`.
#[derive(Debug, Args)]
pub struct Options {
    /// A CSV file in UTF-8 with the columns before, after and message, and sender where there were several
    file: PathBuf,
    /// The process's word in addresses
    #[arg(long, value_name = "WORD")]
    process: String,
    /// The version they speak of; without it, the one that was last open to comments
    #[arg(long, value_name = "N")]
    version: Option<i32>,
    /// Whose account enters them
    #[arg(long, value_name = "EMAIL")]
    by: String,
    /// When they were received, in Rome; now without it. After the window's end they are late
    #[arg(long, value_name = "YYYY-MM-DDTHH:MM", value_parser = in_rome)]
    received_at: Option<Instant>,
    /// What proves that they were received, kept with each
    #[arg(long, value_name = "TEXT", default_value = "imported from a file")]
    evidence: String,
    /// Enter also the rows that stand in the register already, with the same words and the same evidence
    #[arg(long)]
    again: bool,
    /// Say row by row what would be done, and do nothing
    #[arg(long)]
    dry_run: bool,
    /// How to print what was found
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

#[derive(Debug, Deserialize)]
struct Row {
    /// Its place in the file: the row after the header is 1.
    #[serde(skip)]
    number: usize,
    before: String,
    after: String,
    message: String,
    /// Who sent it; all that name nobody are one sender's.
    #[serde(default)]
    sender: String,
}

/// Imports the file, all of it or nothing.
///
/// # Errors
/// A file that is not such a CSV, a window that has not opened, a person who may not.
pub fn run(config: &Config, options: &Options) -> Result<()> {
    let db = open(config)?;
    let (actor, process) = (acting(&db, &options.by)?, process(&db, &options.process)?);
    let version = version(&db, &actor, process.id, options.version)?;
    let rows = read(&options.file)?;
    let passages = db.read(|conn| plans::ops::passages(conn, version.id))?;
    let texts = Texts::of(&passages);
    let progress = Progress::begin("looking for the passages the rows speak of");
    let mut placed = Vec::with_capacity(rows.len());
    for (i, row) in rows.iter().enumerate() {
        placed.push(texts.find(&row.before, &row.after));
        progress.at(i, rows.len());
    }
    let list = rows.iter().zip(&placed).map(|(row, at)| {
        register::checked(contribution(version.id, &passages, row, at, &options.evidence))
            .with_context(|| format!("row {}", row.number))
    });
    let mut list = list.collect::<Result<Vec<_>>>()?;
    tell(&rows, &placed, options.format)?;
    if !options.again {
        leave_out(&db, &actor, process.id, &mut list)?;
    }
    if options.dry_run {
        say(&format!("nothing was entered ({:.1} s)", progress.seconds()));
        return Ok(());
    }
    let entered = list.len();
    let late = enter(&db, &actor, list, options.received_at)?;
    say(&format!("{entered} contributions entered, of which late: {late} ({:.1} s)", progress.seconds()));
    Ok(())
}

/// The version they speak of, which must have been open to comments.
fn version(db: &Db, actor: &Actor, process: ProcessId, number: Option<i32>) -> Result<Version> {
    let found = db.read(|conn| match number {
        Some(n) => plans::ops::by_number(conn, actor, process, n).map(Some),
        None => match consultations::ops::current(conn, process, web::Clock::System.now())? {
            Some(window) => plans::ops::by_id(conn, window.version_id).map(Some),
            None => Ok(None),
        },
    });
    let found = found.with_context(|| format!("there is no version {}", number.unwrap_or(0)))?;
    let found = found.context("no version has been open to comments yet: set a window first")?;
    if db.read(|conn| consultations::ops::of_version(conn, found.id))?.is_none() {
        bail!("version {} was never open to comments: --version names the one that was", found.number);
    }
    Ok(found)
}

/// Takes out what stands in the register already: a file that is imported twice, or again with more rows, enters nothing
/// twice.
fn leave_out(db: &Db, actor: &Actor, process: ProcessId, list: &mut Vec<NewContribution>) -> Result<()> {
    let known = db.read(|conn| comments::ops::entered(conn, actor, process))?;
    let before = list.len();
    list.retain(|new| !known.contains(&(new.evidence.clone(), new.text.clone(), new.proposed.clone())));
    let left = before - list.len();
    if left > 0 {
        say(&format!("{left} rows stand in the register already and are left out; --again enters them too"));
    }
    Ok(())
}

/// `2025-02-25T18:00`, as a wall clock in Rome shows it.
fn in_rome(text: &str) -> Result<Instant> {
    let read = NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M");
    Ok(Instant::in_rome(read.context("write day and hour, like 2025-02-25T18:00")?))
}

fn read(path: &Path) -> Result<Vec<Row>> {
    let name = path.display();
    let bytes = std::fs::read(path).with_context(|| format!("cannot read {name}"))?;
    let text = String::from_utf8(bytes).ok().with_context(|| format!("{name} is not UTF-8: save it as CSV UTF-8"))?;
    let rows = rows(text.trim_start_matches('\u{feff}')).with_context(|| name.to_string())?;
    if rows.is_empty() {
        bail!("{name}: there are no rows");
    }
    Ok(rows)
}

/// The rows that are not empty. Columns stand between commas, or between semicolons, as spreadsheets in Italian write them.
fn rows(text: &str) -> Result<Vec<Row>> {
    let first = text.lines().next().unwrap_or("");
    let delimiter = if first.contains(',') { b',' } else { b';' };
    let mut file = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(text.as_bytes());
    let columns = file.headers()?.clone();
    let missing: Vec<&str> =
        ["before", "after", "message"].into_iter().filter(|c| !columns.iter().any(|h| h == *c)).collect();
    if !missing.is_empty() {
        let there: Vec<&str> = columns.iter().collect();
        bail!("columns that are missing: {}; columns that are there: {}", missing.join(", "), there.join(", "));
    }
    let mut rows = Vec::new();
    for (i, row) in file.deserialize().enumerate() {
        let row: Row = row.map_err(|e| anyhow!("{}", unreadable(&e)))?;
        if !(row.before.trim().is_empty() && row.after.trim().is_empty() && row.message.trim().is_empty()) {
            rows.push(Row { number: i + 1, ..row });
        }
    }
    Ok(rows)
}

fn unreadable(e: &csv::Error) -> String {
    match e.kind() {
        csv::ErrorKind::UnequalLengths { pos, expected_len, len } => {
            let line = pos.as_ref().map_or(0, csv::Position::line);
            format!("the row at line {line} has {len} columns, the first line {expected_len}: is a quote missing?")
        }
        _ => e.to_string(),
    }
}

/// How many passages a line names.
const NAMED: usize = 8;

fn tell(rows: &[Row], placed: &[Anchor], format: Format) -> Result<()> {
    for (row, at) in rows.iter().zip(placed) {
        let codes = match at {
            Anchor::Found { code, .. } => vec![*code],
            Anchor::Several(codes) => codes.clone(),
            Anchor::MarkupOnly | Anchor::NotFound => Vec::new(),
        };
        let proposed = if let Anchor::Found { proposed, .. } = at { proposed.as_deref() } else { None };
        let line = match format {
            Format::Json => {
                let said = serde_json::json!({
                    "row": row.number, "found": at.as_str(), "passages": codes, "proposed": proposed,
                });
                said.to_string()
            }
            Format::Text => {
                let more = codes.len().saturating_sub(NAMED);
                let mut codes: Vec<String> = codes.iter().take(NAMED).map(|c| format!("P-{c:03}")).collect();
                codes.extend((more > 0).then(|| format!("and {more} more")));
                format!("{:>5}  {:<12} {}", row.number, at.as_str(), codes.join(", ")).trim_end().to_owned()
            }
        };
        result(&line);
    }
    let count = |word: &str| placed.iter().filter(|a| a.as_str() == word).count();
    say(&format!(
        "{} rows: {} found, {} in several places, {} only markup or a file name, {} not found",
        placed.len(),
        count("found"),
        count("several"),
        count("markup_only"),
        count("not_found"),
    ));
    Ok(())
}

/// One row as a contribution: on its passage, with the proposed text or the change in its words; or on the whole.
fn contribution(
    version: domain::id::VersionId,
    passages: &[Passage],
    row: &Row,
    at: &Anchor,
    source: &str,
) -> NewContribution {
    let message = if row.message.trim().is_empty() { "Proposta di modifica" } else { row.message.trim() };
    let in_words =
        || format!("{message}\n\nTesto attuale:\n{}\n\nTesto proposto:\n{}", row.before.trim(), row.after.trim());
    let id = |code: i32| passages.iter().find(|p| p.code == Some(code)).and_then(|p| p.id);
    let (passage, kind, text, proposed) = match at {
        Anchor::Found { code, proposed: Some(text) } => (id(*code), Kind::Rewording, message.to_owned(), text.clone()),
        Anchor::Found { code, proposed: None } => (id(*code), Kind::Addition, in_words(), String::new()),
        _ => (None, Kind::Addition, in_words(), String::new()),
    };
    NewContribution {
        version,
        passage,
        kind,
        text,
        proposed,
        shown: true,
        named_as: NamedAs::Anonymous,
        pseudonym: String::new(),
        organisation: None,
        channel: Channel::Other,
        sender: if row.sender.trim().is_empty() { source.to_owned() } else { row.sender.trim().to_owned() },
        evidence: format!("{source}, row {}", row.number),
    }
}

/// How many of them were late.
fn enter(db: &Db, actor: &Actor, list: Vec<NewContribution>, received_at: Option<Instant>) -> Result<usize> {
    let actor = actor.clone();
    let late = db.write(web::Clock::System.now(), move |w| {
        let mut late = 0;
        for new in list {
            let receipt = comments::ops::enter_other(w, &actor, new, received_at.unwrap_or(w.now), None)?;
            late += usize::from(receipt.late);
        }
        Ok(late)
    })?;
    Ok(late)
}

#[cfg(test)]
#[path = "../../tests/fuzz/harness.rs"]
mod harness;

#[cfg(test)]
mod tests {
    use super::*;

    /// The fuzz target of this file's parser: rows, each with its place, or a reason.
    #[test]
    fn fuzz_csv() {
        use harness::Outcome;
        let change = |random: &mut harness::Random, text: &str| match random.below(3) {
            0 => {
                let mut bytes = text.as_bytes().to_vec();
                random.bytes(&mut bytes);
                bytes
            }
            1 => random.pieces(text, ',').into_bytes(),
            _ => random.pieces(text, '"').into_bytes(),
        };
        let parse = |bytes: &[u8]| match rows(&String::from_utf8_lossy(bytes)) {
            Ok(read) if read.iter().any(|r| r.number == 0) => Outcome::Wrong("a row without a place".to_owned()),
            Ok(_) => Outcome::Taken,
            Err(_) => Outcome::Refused,
        };
        harness::target("csv", harness::ROUNDS, change, |text| text.as_bytes().to_vec(), parse);
    }

    #[test]
    fn rows_are_read_as_spreadsheets_write_them() {
        for text in
            ["before,after,message\na,b,c\n,,\nd,e,\n", "n;before;after;message\r\n1;a;b;c\r\n;;;\r\n2;d;e;\r\n"]
        {
            let read = rows(text).unwrap();
            let read: Vec<_> = read.iter().map(|r| (r.number, r.before.as_str(), r.message.as_str())).collect();
            assert_eq!(read, [(1, "a", "c"), (3, "d", "")]);
        }
    }

    #[test]
    fn what_is_wrong_with_a_file_is_said() {
        let why = |text| format!("{:#}", rows(text).err().unwrap());
        assert_eq!(
            why("prima;after\na;b"),
            "columns that are missing: before, message; columns that are there: prima, after"
        );
        assert_eq!(
            why("before,after,message\na,b,c\na,b,c,d\n"),
            "the row at line 3 has 4 columns, the first line 3: is a quote missing?"
        );
    }
}
