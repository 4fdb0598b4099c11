//! The documents of an event.

use domain::events::{Document, Event, ops};
use domain::processes::Process;
use domain::{Error, Problems};
use maud::{Markup, html};

use super::super::staff_address;
use super::{framed, managed, named};
use crate::http::{Answer, Fault, Visit};
use crate::locale::Arg;
use crate::ui::Form;

/// Rows one list may have.
const MOST: usize = 40;
const FIELDS: [&str; 3] = ["title", "note", "link"];

async fn load(v: &Visit) -> Result<(Process, Event, Vec<Document>), Fault> {
    let (process, event) = managed(v).await?;
    let id = event.id;
    let list = v.read(move |conn| ops::documents(conn, id)).await?;
    Ok((process, event, list))
}

/// The form.
pub async fn form(v: Visit) -> Answer {
    let (process, event, list) = load(&v).await?;
    v.page(&named(&event, &v.t("event-documents")), &view(&v, &process, &event, &list, &Problems::default()))
}

/// The rows that hold something, by their numbers.
fn filled(v: &Visit) -> Vec<usize> {
    let some = |n: &usize| FIELDS.iter().any(|f| !v.field(&format!("{f}-{n}")).trim().is_empty());
    (1..=MOST).filter(some).collect()
}

fn view(v: &Visit, process: &Process, event: &Event, list: &[Document], problems: &Problems) -> Markup {
    let action = staff_address(process, event, "/documenti");
    let mut form = Form::new(v, &action, problems);
    for (n, d) in (1..).zip(list) {
        for (field, text) in FIELDS.into_iter().zip([&d.title, &d.note, &d.link]) {
            form = form.value(&format!("{field}-{n}"), text);
        }
    }
    let rows = filled(v).last().map_or(list.len() + 2, |n| n + 2).min(MOST);
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
    let content = form.show(&fields, "settings-save", Some(&staff_address(process, event, "")));
    framed(v, process, event, "/documenti", &v.t("event-documents"), &content)
}

/// Saves.
pub async fn save(v: Visit) -> Answer {
    let (process, event, list) = load(&v).await?;
    let rows = filled(&v);
    let of = |n: &usize| {
        let field = |f: &str| v.field(&format!("{f}-{n}")).to_owned();
        Document { title: field("title"), note: field("note"), link: field("link") }
    };
    let new: Vec<Document> = rows.iter().map(of).collect();
    let (actor, id, here) = (v.actor().clone(), event.id, v.path_only().to_owned());
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
            v.form_again(fault, &v.t("event-documents"), |p| view(&v, &process, &event, &list, p))
        }
        other => other,
    }
}
