//! A version as a file: PDF, DOCX, ODT, Markdown, JSON. A published version's file is made when it is first asked for, and kept;
//! a draft's, for its staff, is made each time and says on every page what it is.

mod document;
mod json;

pub use document::printed;

use std::collections::HashMap;

use actix_web::HttpResponse;
use actix_web::http::header;
use domain::clock::Instant;
use domain::plans::{self, FileFormat, Passage, Version};
use domain::processes::{self, Process};
use domain::{Error, db::Conn};
use maud::{Markup, html};

use super::address;
use crate::App;
use crate::http::{Answer, Visit};
use crate::locale::Arg;

/// Everything a file says.
struct Edition {
    process: Process,
    promoters: Vec<String>,
    version: Version,
    passages: Vec<Passage>,
    pictures: HashMap<String, Vec<u8>>,
    /// When it was published, or, of a draft, when it was asked for.
    at: Instant,
    /// How the public reaches the site.
    base_url: String,
}

impl Edition {
    fn load(
        conn: &mut Conn,
        (process, version): (Process, Version),
        now: Instant,
        base_url: String,
    ) -> domain::Result<Self> {
        let page = processes::ops::page(conn, process)?;
        let passages = plans::ops::passages(conn, version.id)?;
        let pictures = plans::ops::pictures(conn, version.id)?;
        let promoters = page.promoters.iter().map(|p| p.name.clone()).collect();
        let at = version.published_at.unwrap_or(now);
        Ok(Self { process: page.process, promoters, version, passages, pictures, at, base_url })
    }

    /// The file. Slow: call it from a thread that may block.
    fn make(&self, app: &App, format: FileFormat) -> domain::Result<Vec<u8>> {
        let l = app.locales.of(crate::report::OFFICIAL);
        let failed = |e: press::PressError| Error::Stored(format!("the press: {e}"));
        match format {
            FileFormat::Pdf => press::pdf(&document::document(l, self)).map_err(failed),
            FileFormat::Docx => press::docx(&document::document(l, self)).map_err(failed),
            FileFormat::Odt => press::odt(&document::document(l, self)).map_err(failed),
            FileFormat::Markdown => Ok(press::markdown(&document::document(l, self)).into_bytes()),
            FileFormat::Json => Ok(serde_json::to_vec_pretty(&json::plan(self))?),
        }
    }
}

/// The form that a file's name asks for.
fn format(v: &Visit, stem: &str) -> Result<FileFormat, Error> {
    let ending = v.path("file").strip_prefix(stem).and_then(|rest| rest.strip_prefix('.'));
    ending.and_then(FileFormat::parse).ok_or(Error::NotFound)
}

/// A file of a published version.
pub async fn file(v: Visit) -> Answer {
    let (number, format) = (v.path_as::<i32>("n")?, format(&v, "piano")?);
    let (actor, slug) = (v.actor().clone(), v.path("slug").to_owned());
    let (process, version, kept) = v
        .read(move |conn| {
            let process = processes::ops::by_slug(conn, &actor, &slug)?;
            let version = plans::ops::by_number(conn, &actor, process.id, number)?;
            if version.published_at.is_none() {
                return Err(Error::NotFound);
            }
            let kept = plans::ops::file(conn, version.id, format)?;
            Ok((process, version, kept))
        })
        .await?;
    let name = format!("{}-versione-{number}.{}", process.slug, format.as_str());
    let public = process.published_at.is_some();
    let bytes = match kept {
        Some((bytes, _)) => bytes,
        None => make(&v, process, version, format).await?,
    };
    Ok(answer(format, &name, public, bytes))
}

/// Makes the file and keeps it; who comes while it is being made waits for it.
async fn make(
    v: &Visit,
    process: Process,
    version: Version,
    format: FileFormat,
) -> Result<Vec<u8>, crate::http::Fault> {
    let (app, now, id) = (v.app().clone(), v.now(), version.id);
    let kept = move |conn: &mut Conn| Ok(plans::ops::file(conn, id, format)?.map(|(bytes, _)| bytes));
    let made = move || {
        let base_url = app.config.base_url.clone();
        let edition = app.db.snapshot(|conn| Edition::load(conn, (process, version), now, base_url))?;
        let bytes = edition.make(&app, format)?;
        let keep = bytes.clone();
        match app.db.write(now, move |w| plans::ops::keep_file(w, id, format, &keep)) {
            // Another node made it in this very instant: both are the same.
            Err(e) if !e.is_unique_violation() => Err(e),
            _ => Ok(bytes),
        }
    };
    v.in_turn(kept, made).await
}

/// A file of the draft, for its staff.
pub async fn draft(v: Visit) -> Answer {
    let format = format(&v, "bozza")?;
    let (actor, slug, now) = (v.actor().clone(), v.path("slug").to_owned(), v.now());
    let (app, base_url) = (v.app().clone(), v.app().config.base_url.clone());
    let edition = v
        .snapshot(move |conn| {
            let process = processes::ops::by_slug(conn, &actor, &slug)?;
            let draft = plans::ops::draft(conn, &actor, process.id)?.ok_or(Error::NotFound)?;
            Edition::load(conn, (process, draft), now, base_url)
        })
        .await?;
    let name = format!("{}-versione-{}-bozza.{}", edition.process.slug, edition.version.number, format.as_str());
    let bytes = v.in_turn(|_| Ok(None), move || edition.make(&app, format)).await?;
    Ok(answer(format, &name, false, bytes))
}

fn answer(format: FileFormat, name: &str, public: bool, bytes: Vec<u8>) -> HttpResponse {
    let kind = match format {
        FileFormat::Pdf => "application/pdf",
        FileFormat::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        FileFormat::Odt => "application/vnd.oasis.opendocument.text",
        FileFormat::Markdown => "text/markdown; charset=utf-8",
        FileFormat::Json => "application/json",
    };
    let cache = if public { "public, max-age=86400, immutable" } else { "no-store" };
    HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, kind))
        .insert_header((header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")))
        .insert_header((header::CACHE_CONTROL, cache))
        .insert_header((header::ETAG, format!("\"{}\"", domain::id::sha256(&bytes))))
        .insert_header((header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .body(bytes)
}

/// The files of a version, with the size of those that were made: in sight, and out of the way until they are wanted.
pub fn part(v: &Visit, slug: &str, number: i32, sizes: &[(FileFormat, i64)]) -> Markup {
    let size = |format: &FileFormat| sizes.iter().find(|s| s.0 == *format).map(|s| (s.1 + 1023) / 1024);
    html! {
        details.fold.d-print-none {
            summary { (v.t_with("download-title", &[("n", Arg::from(number.to_string()))])) }
            ul {
                @for format in FileFormat::ALL {
                    li {
                        a href=(address::file(slug, number, format.as_str())) rel="nofollow" {
                            (v.t(&format!("download-{}", format.as_str())))
                            @if let Some(n) = size(format) { " (" (v.t_with("report-kilobytes", &[("n", Arg::from(n))])) ")" }
                        }
                    }
                }
            }
            p.small { (v.t("download-text")) }
        }
    }
}

/// The files of the draft.
pub fn draft_part(v: &Visit, slug: &str) -> Markup {
    html! {
        details.fold {
            summary { (v.t("download-draft")) }
            ul {
                @for format in FileFormat::ALL {
                    li { a href=(address::desk(slug, &format!("/bozza/bozza.{}", format.as_str()))) { (v.t(&format!("download-{}", format.as_str()))) } }
                }
            }
            p.small { (v.t("download-draft-text")) }
        }
    }
}
