//! The demo's letter box: every letter that would have left, with links that work.

use std::path::{Path, PathBuf};

use actix_web::HttpResponse;
use actix_web::http::header;
use domain::Error;
use domain::clock::Instant;
use maud::{Markup, html};

use super::letters::Written;
use crate::http::{Access, Answer, Door, Fault, Visit};
use crate::ui;

/// The doors of this room.
pub fn doors() -> Vec<Door> {
    vec![
        Door::get("/demo/posta", Access::DemoOnly, list),
        Door::get("/demo/posta/{id}", Access::DemoOnly, show),
        Door::get("/demo/posta/{id}/{file}", Access::DemoOnly, attachment),
    ]
}

fn folder(v: &Visit) -> Result<PathBuf, Fault> {
    v.app().config.mailbox.clone().ok_or(Fault::Domain(Error::NotFound))
}

/// How many letters the list shows.
const MOST: usize = 200;

/// The letters in a folder, newest first.
pub fn read(folder: &Path) -> Vec<Written> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut files: Vec<PathBuf> = entries.filter_map(|e| e.ok().map(|e| e.path())).collect();
    files.retain(|p| p.extension().is_some_and(|e| e == "json"));
    files.sort_unstable_by(|a, b| b.cmp(a));
    files.truncate(MOST);
    files.iter().filter_map(|p| serde_json::from_slice(&std::fs::read(p).ok()?).ok()).collect()
}

/// The list.
async fn list(v: Visit) -> Answer {
    let folder = folder(&v)?;
    let letters = v.read(move |_| Ok(read(&folder))).await?;
    let content = html! {
        (ui::head(&v.t("letterbox-title"), Some(&v.t("letterbox-lead"))))
        @if letters.is_empty() { (ui::empty(&v.t("letterbox-none"), &v.t("letterbox-none-text"))) }
        @else {
            ol.queue-list {
                @for letter in &letters {
                    li.queue-item data-kind=(letter.kind) { div.queue-main {
                        a.queue-title href=(format!("/demo/posta/{}", letter.id)) { (letter.subject) }
                        p.queue-meta { (letter.to) ", " (queued(&v, letter)) }
                    } }
                }
            }
        }
    };
    v.page(&v.t("letterbox-title"), &content)
}

/// One letter.
async fn show(v: Visit) -> Answer {
    let (folder, id) = (folder(&v)?, v.path("id").to_owned());
    let letters = v.read(move |_| Ok(read(&folder))).await?;
    let letter = letters.into_iter().find(|l| l.id == id).ok_or(Fault::Domain(Error::NotFound))?;
    let base = v.app().config.base_url.clone();
    let content = html! {
        (ui::head(&letter.subject, None))
        (ui::lists::definition(&[
            (&v.t("letterbox-to"), html! { (letter.to) }),
            (&v.t("letterbox-at"), queued(&v, &letter)),
        ]))
        div.prose lang=(letter.lang) { (linked(&letter.body, &base)) }
        @if !letter.attachments.is_empty() {
            p { (v.t("letterbox-attachments")) }
            ul { @for file in &letter.attachments { li { a href=(format!("/demo/posta/{}/{}", letter.id, file.name)) { (file.name) } } } }
        }
        p { a href="/demo/posta" { (v.t("letterbox-back")) } }
    };
    v.page(&letter.subject, &content)
}

/// When it was queued, as dates are written everywhere.
fn queued(v: &Visit, letter: &Written) -> Markup {
    Instant::of_rfc3339(&letter.at).map_or_else(|| html! { (letter.at) }, |at| ui::time::instant(v.l(), at))
}

/// A file of a letter.
async fn attachment(v: Visit) -> Answer {
    let (folder, id, name) = (folder(&v)?, v.path("id").to_owned(), v.path("file").to_owned());
    let letters = v.read(move |_| Ok(read(&folder))).await?;
    let letter = letters.into_iter().find(|l| l.id == id).ok_or(Fault::Domain(Error::NotFound))?;
    let file = letter.attachments.into_iter().find(|f| f.name == name).ok_or(Fault::Domain(Error::NotFound))?;
    let how = if file.content_type.starts_with("image/") { "inline" } else { "attachment" };
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, file.content_type.clone()))
        .insert_header((header::CONTENT_DISPOSITION, format!("{how}; filename=\"{}\"", file.name)))
        .body(file.bytes()))
}

/// The text with its addresses of this house as links, wherever this house is reached now.
fn linked(body: &str, base: &str) -> Markup {
    html! {
        @for paragraph in body.split("\n\n").filter(|p| !p.trim().is_empty()) {
            p {
                @for (i, line) in paragraph.lines().enumerate() {
                    @if i > 0 { br; }
                    @for (n, word) in line.split(' ').enumerate() {
                        @if n > 0 { " " }
                        @if let Some(path) = word.strip_prefix(base).and_then(ui::local) { a href=(path) { (word) } }
                        @else { (word) }
                    }
                }
            }
        }
    }
}
