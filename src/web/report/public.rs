//! The published reports, for everybody: the page, and the files as they were frozen.

use actix_web::HttpResponse;
use actix_web::http::header;
use domain::Error;
use domain::processes::Process;
use domain::report::{Content, Format, Report, ops};
use maud::{Markup, PreEscaped, html};

use super::document::{Edition, document};
use super::publish::OFFICIAL;
use crate::http::{Answer, Fault, Visit};
use crate::locale::{Arg, Lang};
use crate::processes::{self, Section, address};
use crate::ui::{self, Tone, time};

/// What the page knows.
struct Found {
    process: Process,
    all: Vec<Report>,
    report: Report,
    content: Content,
    files: Vec<(Format, i64, String)>,
}

async fn read(v: &Visit, process: Process, number: Option<i32>) -> Result<Option<Found>, Fault> {
    v.read(move |conn| {
        let all = ops::published(conn, process.id)?;
        let standing = || all.iter().find(|r| r.withdrawn_at.is_none()).or(all.first());
        let Some(number) = number.or_else(|| standing().map(|r| r.number)) else { return Ok(None) };
        let (report, content) = ops::by_number(conn, process.id, number)?;
        let files = ops::files(conn, &report)?;
        Ok(Some(Found { process, all, report, content, files }))
    })
    .await
}

/// The newest that stands; the tombstone of the last one where none does.
pub async fn newest(v: Visit) -> Answer {
    let process = processes::of(&v).await?;
    match read(&v, process.clone(), None).await? {
        Some(found) => show(&v, &found, false),
        None => {
            let title = v.t_with("report-page-title", &[("process", Arg::from(process.title.as_str()))]);
            let content = html! {
                (ui::head(&v.t("report-title"), None))
                (ui::empty(&v.t("report-none"), &v.t("report-none-text")))
                p { a href=(address(&process, "/esiti")) { (v.t("report-to-outcomes")) } }
            };
            v.page(&title, &processes::frame(&v, &process, Section::Report, &content))
        }
    }
}

/// One by its number.
pub async fn edition(v: Visit) -> Answer {
    let (process, number) = (processes::of(&v).await?, v.path_as::<i32>("n")?);
    let found = read(&v, process, Some(number)).await?.ok_or(Fault::Domain(Error::NotFound))?;
    show(&v, &found, true)
}

fn show(v: &Visit, found: &Found, own: bool) -> Answer {
    let r = &found.report;
    let name = v.t_with("doc-number", &[("n", Arg::from(r.number.to_string()))]);
    let title = format!("{name} – {}", found.process.title);
    let content = html! {
        (others(v, found))
        @if r.withdrawn_at.is_some() { (tombstone(v, r, &name)) } @else { (whole(v, found)) }
    };
    let page = if own {
        processes::frame_within(v, &found.process, Section::Report, &name, &content)
    } else {
        processes::frame(v, &found.process, Section::Report, &content)
    };
    v.page(&title, &page)
}

fn whole(v: &Visit, found: &Found) -> Markup {
    let r = &found.report;
    let edition = Edition {
        published: Some((r.number, &r.content_sha256)),
        at: r.published_at,
        base_url: &v.app().config.base_url,
    };
    let doc = document(v.app().locales.of(OFFICIAL), &found.content, &edition);
    html! {
        (downloads(v, found))
        @if v.lang() != Lang::It { (ui::notice(Tone::Info, &html! { p { (v.t("report-official")) } })) }
        (PreEscaped(press::html_body(&doc)))
    }
}

/// The files, with what a phone wants to know before it loads them.
fn downloads(v: &Visit, found: &Found) -> Markup {
    let size = |bytes: i64| v.t_with("report-kilobytes", &[("n", Arg::from((bytes + 1023) / 1024))]);
    let file = |format: Format| {
        address(&found.process, &format!("/resoconto/{}/resoconto.{}", found.report.number, format.as_str()))
    };
    let of = |format: Format| found.files.iter().find(|f| f.0 == format).map(|f| (format, f.1));
    let wanted: Vec<(Format, i64)> = [Format::Pdf, Format::Docx, Format::Html].into_iter().filter_map(of).collect();
    html! {
        section.block.d-print-none aria-label=(v.t("report-files")) {
            ul.list-inline {
                @for (format, bytes) in wanted {
                    li.list-inline-item.mb-2 { a.btn.btn-outline-primary.btn-sm href=(file(format)) { (v.t(&format!("report-file-{}", format.as_str()))) " (" (size(bytes)) ")" } }
                }
            }
            details.fold {
                summary { (v.t("report-hashes")) }
                p { (v.t("report-hashes-text")) }
                dl.definition {
                    @for (format, _, hash) in &found.files { div { dt { "resoconto." (format.as_str()) } dd.hash { (hash) } } }
                }
            }
        }
    }
}

fn others(v: &Visit, found: &Found) -> Markup {
    html! {
        @if found.all.len() > 1 {
            nav.block.d-print-none aria-label=(v.t("report-editions")) {
                p { (v.t("report-editions")) }
                ul {
                    @for r in &found.all {
                        @let name = v.t_with("doc-number", &[("n", Arg::from(r.number.to_string()))]);
                        li {
                            @if r.number == found.report.number { strong aria-current="page" { (name) } }
                            @else { a href=(address(&found.process, &format!("/resoconto/{}", r.number))) { (name) } }
                            ", " (time::instant(v.l(), r.published_at))
                            @if r.withdrawn_at.is_some() { " " (ui::badge::status(v.l(), "withdrawn")) }
                        }
                    }
                }
            }
        }
    }
}

/// What is left of an edition that was withdrawn: its number, its hash, why.
fn tombstone(v: &Visit, r: &Report, name: &str) -> Markup {
    html! {
        (ui::head(name, None))
        div.tombstone {
            p { (v.t("report-withdrawn")) @if let Some(at) = r.withdrawn_at { " " (time::instant(v.l(), at)) } }
            @if !r.withdrawn_reason.is_empty() { (ui::prose(&r.withdrawn_reason)) }
            p { (v.t("report-withdrawn-hash")) }
            p.hash { (r.content_sha256) }
        }
    }
}

/// A file, byte by byte as it was frozen.
pub async fn file(v: Visit) -> Answer {
    let (process, number) = (processes::of(&v).await?, v.path_as::<i32>("n")?);
    let name = v.path("file").to_owned();
    let format = name.strip_prefix("resoconto.").and_then(Format::parse).ok_or(Fault::Domain(Error::NotFound))?;
    let download = format!("resoconto-{}-{number}.{}", process.slug, format.as_str());
    let (public, id) = (process.published_at.is_some(), process.id);
    let (bytes, hash) = v.read(move |conn| ops::file(conn, id, number, format)).await?;
    let (kind, how) = match format {
        Format::Html => ("text/html; charset=utf-8", "inline"),
        Format::Pdf => ("application/pdf", "inline"),
        Format::Docx => ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "attachment"),
    };
    // The bytes never change, but a report can be withdrawn: whoever kept a file asks whether it still stands.
    let cache = if public { "public, no-cache" } else { "no-store" };
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, kind))
        .insert_header((header::CONTENT_DISPOSITION, format!("{how}; filename=\"{download}\"")))
        .insert_header((header::CACHE_CONTROL, cache))
        .insert_header((header::ETAG, format!("\"{hash}\"")))
        // The page brings its own style and nothing else.
        .insert_header((
            header::CONTENT_SECURITY_POLICY,
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
        ))
        .body(bytes))
}
