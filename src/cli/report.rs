//! `report`: the published report's files, as they were frozen; a new one, or a preview of it, which says on every page what it
//! is; refused with the list of what is missing.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use clap::Args;
use domain::intake::{Missing, Reconciliation, Why};
use domain::processes::Process;
use domain::report::{Format as Form, Frozen, Ready, gather, ops};
use web::{App, Clock};

use super::tell::{Progress, result, say};
use super::{Config, Format, acting, open, process};

/// Options of `report`.
#[derive(Debug, Args)]
pub struct Options {
    /// The process's word in addresses
    #[arg(long, value_name = "WORD")]
    process: String,
    /// The folder to write resoconto.html, resoconto.pdf and resoconto.docx into
    #[arg(long, value_name = "FOLDER")]
    out: PathBuf,
    /// Publish a new report in the name of this account
    #[arg(long, value_name = "EMAIL")]
    publish_by: Option<String>,
    /// Write the files of this published report, as they were frozen; without it, those of the newest
    #[arg(long, value_name = "N", conflicts_with_all = ["publish_by", "preview"])]
    number: Option<i32>,
    /// Write what the next report would say, without number or fingerprint
    #[arg(long, conflicts_with = "publish_by")]
    preview: bool,
    /// How to print what was found
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

/// Makes or fetches the report.
///
/// # Errors
/// Something is unanswered; a folder that cannot be written.
pub fn run(config: &Config, options: &Options) -> Result<()> {
    let db = open(config)?;
    let process = process(&db, &options.process)?;
    let progress = Progress::begin("gathering, writing and printing the report");
    let app = App::new(db.clone(), config.settings()?, Clock::System)?;
    let newest = match options.number {
        None if !options.preview && options.publish_by.is_none() => newest(&db, process.id)?,
        asked => asked,
    };
    if newest.is_none()
        && let Ready::No(account) = db.snapshot(|conn| gather(conn, process.id))?
    {
        return refuse(config, options, &process, &account);
    }
    if newest.is_none() && !options.preview && options.publish_by.is_none() {
        bail!("no report is published yet: --preview writes what it would say, --publish-by EMAIL publishes it");
    }
    std::fs::create_dir_all(&options.out).with_context(|| format!("cannot make {}", options.out.display()))?;
    let number = match &options.publish_by {
        Some(email) => Some(web::report::publish_now(&app, &acting(&db, email)?, process.id, app.clock.now())?),
        None => newest,
    };
    let files = match number {
        Some(number) => frozen(&db, process.id, number)?,
        None => preview(&app, process.id)?,
    };
    let mut said = Vec::new();
    for file in &files {
        let path = options.out.join(format!("resoconto.{}", file.format.as_str()));
        std::fs::write(&path, &file.bytes).with_context(|| format!("cannot write {}", path.display()))?;
        said.push(
            serde_json::json!({ "file": path, "bytes": file.bytes.len(), "sha256": domain::id::sha256(&file.bytes) }),
        );
    }
    match options.format {
        Format::Json => result(&serde_json::json!({ "number": number, "files": said }).to_string()),
        Format::Text => {
            said.iter().for_each(|f| result(&format!("{} {} bytes", f["file"].as_str().unwrap_or(""), f["bytes"])))
        }
    }
    let what = number.map_or_else(|| "a preview, not published".to_owned(), |n| format!("report {n}"));
    say(&format!("{what}, in {:.1} s", progress.seconds()));
    Ok(())
}

/// The newest report that stands.
fn newest(db: &domain::db::Db, process: domain::id::ProcessId) -> Result<Option<i32>> {
    let all = db.read(|conn| ops::published(conn, process))?;
    Ok(all.into_iter().find(|r| r.withdrawn_at.is_none()).map(|r| r.number))
}

fn frozen(db: &domain::db::Db, process: domain::id::ProcessId, number: i32) -> Result<Vec<Frozen>> {
    let file = |format: &Form| -> Result<Frozen> {
        let (bytes, _) = match db.read(|conn| ops::file(conn, process, number, *format)) {
            Err(domain::Error::Gone(_)) => bail!("report {number} was withdrawn: its files are no longer handed out"),
            file => file.with_context(|| format!("there is no published report {number}"))?,
        };
        Ok(Frozen { format: *format, bytes })
    };
    Form::ALL.iter().map(file).collect()
}

fn preview(app: &App, process: domain::id::ProcessId) -> Result<Vec<Frozen>> {
    let Ready::Yes(content) = app.db.snapshot(|conn| gather(conn, process))? else {
        bail!("something changed meanwhile: try again");
    };
    let edition = web::report::Edition { published: None, at: app.clock.now(), base_url: &app.config.base_url };
    Ok(web::report::render(app.locales.of(web::report::OFFICIAL), &content, &edition)?)
}

fn refuse(config: &Config, options: &Options, process: &Process, account: &Reconciliation) -> Result<()> {
    if options.format == Format::Json {
        result(&serde_json::to_string_pretty(account)?);
    }
    let site = config.get("server.base_url").trim_end_matches('/');
    account.missing.iter().for_each(|m| say(&format!("  {} ({site}{})", lacks(m), web::intake::way(process, m).1)));
    bail!("there is no report while something is unanswered: {} things are missing", account.missing.len())
}

/// What is missing, in words.
fn lacks(m: &Missing) -> String {
    let what = match m.why {
        Why::Moderation => "waits for moderation",
        Why::NoRequest => "no request was cut out of it",
        Why::NoResponse => "has no response",
        Why::NotPublished => "its response is not published",
        Why::StillAccepted => "its response says accepted: it is to be integrated or deferred",
        Why::LostOriginal => "repeats one that was withdrawn, refused or came late",
    };
    let part = |name: &str, n: Option<i32>| n.map(|n| format!(", {name} {n}")).unwrap_or_default();
    format!("contribution {}{}{}: {what}", m.contribution, part("request", m.request), part("response", m.response))
}
