//! The guide to the discussion: written here as Markdown or uploaded, looked at, published, and to whom it went.

use actix_web::HttpResponse;
use actix_web::http::header;
use domain::events::guide::{self, Delivery, File, Guide};
use domain::events::{Event, ops};
use domain::paging::{Page, Slice};
use domain::processes::Process;
use domain::{Error, Problems};
use domain::{interviews, plans};
use maud::{Markup, html};

use super::super::{own, staff_address};
use super::{framed, managed, named};
use crate::events::guide_text::{self, Known};
use crate::http::{Answer, Fault, Visit, documents};
use crate::locale::Arg;
use crate::ui::{Form, lists, table, time};

struct Desk {
    process: Process,
    event: Event,
    /// What stands in the form: what was kept, or else a beginning made of event, plan and findings.
    text: String,
    editions: Vec<Guide>,
    log: Slice<Delivery>,
}

async fn load(v: &Visit) -> Result<Desk, Fault> {
    let (process, event) = managed(v).await?;
    let (actor, of, page) = (v.actor().clone(), event.clone(), Page::new(v.page_number(), 50));
    let (id, slug) = (process.id, process.slug.clone());
    let (editions, log, tables, chapters, learnt) = v
        .read(move |conn| {
            let newest = plans::ops::newest(conn, id)?;
            let chapters = match newest {
                Some(version) => plans::ops::passages(conn, version.id)?,
                None => Vec::new(),
            };
            let editions = guide::editions(conn, of.id)?;
            let learnt = interviews::publication::public(conn, id)?;
            Ok((editions, guide::deliveries(conn, &actor, &of, page)?, ops::tables(conn, of.id)?, chapters, learnt))
        })
        .await?;
    let text = if event.guide_text.is_empty() {
        let base = format!("{}/percorsi/{slug}", v.app().config.base_url);
        guide_text::beginning(v.l(), &event, &tables, &Known { chapters: &chapters, learnt: &learnt }, &base)
    } else {
        event.guide_text.clone()
    };
    Ok(Desk { process, event, text, editions, log })
}

/// The page.
pub async fn page(v: Visit) -> Answer {
    let desk = load(&v).await?;
    v.page(&named(&desk.event, &v.t("guide-title")), &view(&v, &desk, &Problems::default()))
}

fn view(v: &Visit, d: &Desk, problems: &Problems) -> Markup {
    let none = Problems::default();
    let (own, upload) =
        (staff_address(&d.process, &d.event, "/guida"), staff_address(&d.process, &d.event, "/guida/pubblica"));
    let here = |action: &str| if v.path_only() == action { problems } else { &none };
    let form = Form::new(v, &own, here(&own)).value("text", &d.text);
    let fields = html! { (form.area("text", "guide-text", 18).max(50_000).hint("guide-text-hint")) };
    let file = Form::new(v, &upload, here(&upload)).with_files();
    let with_file = html! { (file.file("file", "guide-file", ".pdf,.docx,.odt").hint("guide-file-hint")) };
    let content = html! {
        p { (v.t("guide-lead")) }
        @if d.event.to_come() {
            section.block { h2 { (v.t("guide-write")) } (form.show(&fields, "guide-keep", None)) }
            @if !d.event.guide_text.is_empty() {
                p { a href=(format!("{own}/anteprima")) { (v.t("guide-preview")) } }
            }
            section.block {
                h2 { (v.t("guide-publish")) }
                p { (v.t("guide-publish-text")) }
                (file.show(&with_file, "guide-publish-button", None))
            }
        }
        (editions(v, d))
        (log(v, &d.log))
    };
    framed(v, &d.process, &d.event, "/guida", &v.t("guide-title"), &content)
}

fn editions(v: &Visit, d: &Desk) -> Markup {
    html! {
        @if !d.editions.is_empty() {
            section.block {
                h2 { (v.t("guide-editions")) }
                ul { @for g in &d.editions {
                    li {
                        a href=(staff_address(&d.process, &d.event, &format!("/guida/{}", g.edition))) {
                            (v.t_with("guide-edition", &[("n", Arg::from(g.edition.to_string())), ("file", Arg::from(g.file_name.as_str()))]))
                        }
                        ", " (time::instant(v.l(), g.published_at))
                    }
                } }
            }
        }
    }
}

/// To whom which edition went.
fn log(v: &Visit, log: &Slice<Delivery>) -> Markup {
    let heads = ["guide-log-who", "guide-log-edition", "guide-log-queued", "guide-log-sent"].map(|k| v.t(k));
    let columns: Vec<(&str, bool)> = heads.iter().map(|h| (h.as_ref(), false)).collect();
    let sent = |d: &Delivery| match d.sent_at {
        Some(at) => time::instant(v.l(), at),
        None if d.last_error.is_empty() => html! { (v.t("guide-log-waiting")) },
        None => html! { (v.t("guide-log-failed")) },
    };
    let row = |d: &Delivery| {
        let name = if d.name.is_empty() { v.t("people-forgotten").into_owned() } else { d.name.clone() };
        let waiting = html! { @if d.waiting { br; span.text-muted { (v.t("guide-log-standing")) } } };
        vec![html! { (name) (waiting) }, html! { (d.edition) }, time::instant(v.l(), d.queued_at), sent(d)]
    };
    html! {
        @if !log.rows.is_empty() {
            section.block {
                h2 { (v.t("guide-log")) }
                (table::table(&v.t("guide-log"), &columns, &log.rows.iter().map(row).collect::<Vec<_>>()))
                (lists::pager(v, log.page, log.more))
            }
        }
    }
}

/// Keeps the text.
pub async fn save(v: Visit) -> Answer {
    let desk = load(&v).await?;
    let (actor, id, here, text) =
        (v.actor().clone(), desk.event.id, v.path_only().to_owned(), v.field("text").to_owned());
    let done = v.write_once_saying("done-saved", move |()| here, move |w| guide::keep_text(w, &actor, id, &text));
    match done.await {
        Err(fault) => v.form_again(fault, &v.t("guide-title"), |p| view(&v, &desk, p)),
        ok => ok,
    }
}

/// The text as it will be read.
pub async fn preview(v: Visit) -> Answer {
    let (_, event) = managed(&v).await?;
    if event.guide_text.is_empty() {
        return Err(Error::NotFound.into());
    }
    let document = guide_text::document(v.l(), &event, &v.app().config.base_url, v.now())?;
    Ok(HttpResponse::Ok()
        .content_type("text/html; charset=utf-8")
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .insert_header((
            header::CONTENT_SECURITY_POLICY,
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
        ))
        .body(press::html(&document)))
}

/// Publishes what was uploaded, or else the text, printed as PDF.
pub async fn publish(v: Visit) -> Answer {
    let desk = load(&v).await?;
    let file = match made(&v, &desk).await {
        Ok(file) => file,
        Err(fault) => return v.form_again(fault, &v.t("guide-title"), |p| view(&v, &desk, p)),
    };
    let (actor, id, to) = (v.actor().clone(), desk.event.id, staff_address(&desk.process, &desk.event, "/guida"));
    v.write_once_saying("done-guide", move |_| to, move |w| guide::publish(w, &actor, id, &file)).await
}

async fn made(v: &Visit, d: &Desk) -> Result<File, Fault> {
    let refused = |key| {
        let mut p = Problems::default();
        p.add("file", key);
        Fault::from(Error::Invalid(p))
    };
    if let Some(file) = v.file("file") {
        let (extension, content_type) = documents::kind(&file.bytes).ok_or_else(|| refused("problem-guide-file"))?;
        if file.bytes.len() > guide::MOST_BYTES {
            return Err(refused("problem-guide-large"));
        }
        let name = format!("guida-alla-discussione.{extension}");
        return Ok(File { name, content_type: content_type.to_owned(), bytes: file.bytes.to_vec() });
    }
    if d.event.guide_text.is_empty() {
        return Err(refused("problem-guide-none"));
    }
    let l = v.app().locales.of(crate::report::OFFICIAL);
    let document = guide_text::document(l, &d.event, &v.app().config.base_url, v.now())?;
    let bytes = v.slow(move || press::pdf(&document).map_err(|e| Error::Stored(format!("the press: {e}")))).await?;
    Ok(File { name: "guida-alla-discussione.pdf".to_owned(), content_type: "application/pdf".to_owned(), bytes })
}

/// An edition's file.
pub async fn file(v: Visit) -> Answer {
    let (_, event) = managed(&v).await?;
    let edition = v.path_as::<i32>("edition")?;
    own::sent(v.read(move |conn| guide::file(conn, event.id, edition)).await?)
}
