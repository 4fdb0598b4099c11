//! The documents of an event: links, and files that are uploaded.

use domain::events::files::{self, EventFile, NewFile};
use domain::events::{Document, Event, ops};
use domain::id::EventFileId;
use domain::processes::Process;
use domain::{Error, Problems};
use maud::{Markup, html};

use super::super::{address, parts, staff_address};
use super::{framed, managed, named};
use crate::http::{Answer, Fault, Visit, documents};
use crate::locale::Arg;
use crate::ui::{self, Form};

/// The bytes of a file, and what else the form holds.
pub const MOST_SENT: usize = domain::uploads::MOST_BYTES + 64 * 1024;

/// Rows one list may have.
const MOST: usize = 40;
const FIELDS: [&str; 3] = ["title", "note", "link"];

/// What the page shows.
struct Desk {
    process: Process,
    event: Event,
    links: Vec<Document>,
    files: Vec<EventFile>,
}

async fn load(v: &Visit) -> Result<Desk, Fault> {
    let (process, event) = managed(v).await?;
    let id = event.id;
    let (links, files) = v.read(move |conn| Ok((ops::documents(conn, id)?, files::of(conn, id)?))).await?;
    Ok(Desk { process, event, links, files })
}

/// The forms.
pub async fn form(v: Visit) -> Answer {
    let desk = load(&v).await?;
    v.page(&named(&desk.event, &v.t("event-documents")), &view(&v, &desk, &Problems::default()))
}

/// The rows that hold something, by their numbers.
fn filled(v: &Visit) -> Vec<usize> {
    let some = |n: &usize| FIELDS.iter().any(|f| !v.field(&format!("{f}-{n}")).trim().is_empty());
    (1..=MOST).filter(some).collect()
}

fn view(v: &Visit, d: &Desk, problems: &Problems) -> Markup {
    let none = Problems::default();
    let (own, upload) =
        (staff_address(&d.process, &d.event, "/documenti"), staff_address(&d.process, &d.event, "/documenti/carica"));
    let here = |action: &str| if v.path_only() == action { problems } else { &none };
    let content = html! {
        p { (v.t(if d.event.kind == domain::events::Kind::Steering { "event-documents-lead-restricted" } else { "event-documents-lead" })) }
        section.block { h2 { (v.t("event-files")) } (uploaded(v, d)) }
        section.block { h2 { (v.t("event-file-new")) } (new_file(v, &upload, here(&upload))) }
        section.block { h2 { (v.t("event-document-links")) } (links(v, d, &own, here(&own))) }
    };
    framed(v, &d.process, &d.event, "/documenti", &v.t("event-documents"), &content)
}

/// What was uploaded, each with the way to take it away.
fn uploaded(v: &Visit, d: &Desk) -> Markup {
    if d.files.is_empty() {
        return html! { p { (v.t("event-files-none")) } };
    }
    let action = staff_address(&d.process, &d.event, "/documenti");
    html! {
        ol.queue-list { @for f in &d.files {
            li.queue-item {
                div.queue-main {
                    p.queue-title { (parts::uploaded(v.l(), &address(&d.process, &d.event, ""), f)) }
                    @if !f.note.is_empty() { p.queue-meta { (f.note) } }
                }
                div.queue-side {
                    form.inline-form method="post" action=(format!("{action}/{}/togli", f.id)) {
                        (ui::form::hidden(v))
                        button.btn.btn-sm.btn-link { (v.t("event-file-remove")) span.visually-hidden { ": " (f.title) } }
                    }
                }
            }
        } }
    }
}

fn new_file(v: &Visit, action: &str, problems: &Problems) -> Markup {
    let form = Form::new(v, action, problems).with_files();
    let fields = html! {
        (form.text("title", "document-title").required().max(300))
        (form.area("note", "document-note", 2).max(1000))
        (form.file("file", "event-file", ".pdf,.docx,.odt").required().hint("act-file-hint"))
    };
    form.show(&fields, "event-file-add", None)
}

fn links(v: &Visit, d: &Desk, action: &str, problems: &Problems) -> Markup {
    let mut form = Form::new(v, action, problems);
    for (n, d) in (1..).zip(&d.links) {
        for (field, text) in FIELDS.into_iter().zip([&d.title, &d.note, &d.link]) {
            form = form.value(&format!("{field}-{n}"), text);
        }
    }
    let rows = filled(v).last().map_or(d.links.len() + 2, |n| n + 2).min(MOST);
    let names: Vec<[String; 3]> = (1..=rows).map(|n| FIELDS.map(|f| format!("{f}-{n}"))).collect();
    let fields = html! {
        p { (v.t("event-documents-hint")) }
        @for (n, [title, note, link]) in (1_usize..).zip(&names) {
            @let row = v.t_with("settings-documents-row", &[("n", Arg::from(n))]);
            @let listed = |key: &str| format!("{row}, {}", v.t(key));
            fieldset.field.border-top.pt-3 {
                legend.form-label { span.h4 { (row) } }
                (form.text(title, "document-title").expected().max(300).listed_as(listed("document-title")))
                (form.area(note, "document-note", 2).max(1000).listed_as(listed("document-note")))
                (form.text(link, "document-link").max(1000).hint("document-link-hint").listed_as(listed("document-link")))
            }
        }
    };
    form.show(&fields, "settings-save", Some(&staff_address(&d.process, &d.event, "")))
}

/// Saves the links.
pub async fn save(v: Visit) -> Answer {
    let desk = load(&v).await?;
    let rows = filled(&v);
    let of = |n: &usize| {
        let field = |f: &str| v.field(&format!("{f}-{n}")).to_owned();
        Document { title: field("title"), note: field("note"), link: field("link") }
    };
    let new: Vec<Document> = rows.iter().map(of).collect();
    let (actor, id, here) = (v.actor().clone(), desk.event.id, v.path_only().to_owned());
    let saved = v.write_once_saying("done-saved", move |()| here, move |w| ops::set_documents(w, &actor, id, &new));
    match saved.await {
        Err(Fault::Domain(Error::Invalid(mut problems))) => {
            for p in &mut problems.0 {
                let at = p.field.rsplit_once('-').and_then(|(f, n)| Some((f.to_owned(), n.parse::<usize>().ok()?)));
                if let Some((field, n)) = at {
                    p.field = format!("{field}-{}", rows.get(n.wrapping_sub(1)).copied().unwrap_or(n)).into();
                }
            }
            let fault = Error::Invalid(problems).into();
            v.form_again(fault, &v.t("event-documents"), |p| view(&v, &desk, p))
        }
        other => other,
    }
}

/// Adds a file.
pub async fn add(v: Visit) -> Answer {
    let desk = load(&v).await?;
    let done = match typed(&v) {
        Err(e) => Err(e.into()),
        Ok(new) => {
            let (actor, id) = (v.actor().clone(), desk.event.id);
            let to = staff_address(&desk.process, &desk.event, "/documenti");
            let write = move |w: &mut domain::db::Write<'_>| files::add(w, &actor, id, new);
            v.write_once_saying("done-event-file", move |()| to, write).await
        }
    };
    match done {
        Err(fault) => v.form_again(fault, &v.t("event-documents"), |p| view(&v, &desk, p)),
        ok => ok,
    }
}

/// What was typed and brought. All that is wrong is said at once.
fn typed(v: &Visit) -> domain::Result<NewFile> {
    let brought = v.file("file").map(|f| (f, documents::kind(&f.bytes)));
    let (content_type, file_name, bytes) = match &brought {
        Some((f, Some((extension, kind)))) => {
            ((*kind).to_owned(), documents::named_as(&f.name, extension), f.bytes.to_vec())
        }
        _ => Default::default(),
    };
    let field = |name: &str| v.field(name).to_owned();
    let new = NewFile { title: field("title"), note: field("note"), file_name, content_type, bytes };
    if !matches!(brought, Some((_, None))) {
        return Ok(new);
    }
    // What is no document is another thing than none at all.
    let mut p = match files::checked(new) {
        Err(Error::Invalid(p)) => p,
        other => return other,
    };
    p.0.retain(|x| x.field != "file");
    p.add("file", "problem-guide-file");
    Err(Error::Invalid(p))
}

/// Takes a file away.
pub async fn remove(v: Visit) -> Answer {
    let (process, event) = managed(&v).await?;
    let (actor, id, file) = (v.actor().clone(), event.id, v.path_as::<EventFileId>("file")?);
    let to = staff_address(&process, &event, "/documenti");
    v.write_once_saying("done-event-file-removed", move |()| to, move |w| files::remove(w, &actor, id, file)).await
}
