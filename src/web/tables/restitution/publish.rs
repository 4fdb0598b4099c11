//! Publishing a restitution: what it will say, the button, and the printing.

use domain::access::{Actor, Denied};
use domain::clock::Instant;
use domain::db::Write;
use domain::events;
use domain::id::ProcessId;
use domain::tables::restitution::{Content, Format, Frozen, Looked, Of, Ready, ops};
use domain::{Error, Problems, Result};
use maud::{Markup, html};

use super::draft::{self, Desk};
use super::paper::{self, Edition};
use super::{address, desk, mine, name, public};
use crate::App;
use crate::http::fault::denied_words;
use crate::http::{Answer, Fault, Visit};
use crate::report::OFFICIAL;
use crate::ui::form::button;
use crate::ui::{self, Form, Tone};

/// The page before the button.
pub async fn page(v: Visit) -> Answer {
    let d = draft::load(&v).await?;
    v.page(&title(&v, &d), &draft::framed(&v, &d, &view(&v, &d, &Problems::default())))
}

fn title(v: &Visit, d: &Desk) -> String {
    format!("{} – {}", v.t("restitution-publish"), name(v.l(), &d.of))
}

fn view(v: &Visit, d: &Desk, problems: &Problems) -> Markup {
    let back = desk(&d.process, &d.of, "");
    html! {
        (ui::head(&v.t("restitution-publish"), Some(&name(v.l(), &d.of))))
        @match &d.ready {
            Ready::No(missing) => { (draft::missing_list(v, d, missing)) },
            Ready::Yes(content) => {
                p { (v.t("restitution-publish-text")) }
                (leave(v, d, content, problems))
                section.block aria-labelledby="dira" {
                    h2 #dira { (v.t("restitution-will-say")) }
                    (public::content(v, content, 3))
                }
            },
        }
        p { a href=(back) { (v.t("restitution-back")) } }
    }
}

/// The button, or why there is none.
fn leave(v: &Visit, d: &Desk, content: &Content, problems: &Problems) -> Markup {
    if !draft::changed(d, content) {
        return html! { p { (v.t("restitution-same")) } };
    }
    if !d.of.has_begun(v.now()) {
        return html! { (ui::notice(Tone::Info, &html! { p { (v.t("refused-restitution-not-held")) } })) };
    }
    let seen = ops::fingerprint(content).unwrap_or_default();
    match ops::may_publish(v.actor(), &d.of, &d.draft.points) {
        Ok(_) if d.alike.is_empty() => {
            html! { (button(v, &desk(&d.process, &d.of, "/pubblica"), "btn btn-primary", "restitution-publish-button", &[("seen", seen.as_str())])) }
        }
        Ok(_) => {
            let form = Form::new(v, &desk(&d.process, &d.of, "/pubblica"), problems);
            let fields = html! { input type="hidden" name="seen" value=(seen); (form.tick("reread", "restitution-reread").required()) };
            html! { (draft::alike_list(v, d)) (form.show(&fields, "restitution-publish-button", None)) }
        }
        Err(Error::Denied(Denied::SamePerson)) => {
            ui::notice(Tone::Info, &html! { p { (v.t("restitution-publish-other")) } })
        }
        Err(Error::Denied(why)) => ui::notice(Tone::Info, &html! { p { (v.t(denied_words(why).1)) } }),
        Err(_) => html! {},
    }
}

/// A restitution that was printed and can be published.
struct Printed {
    content: Content,
    fingerprint: String,
    files: Vec<Frozen>,
    number: i32,
}

/// Gathers and prints. Slow: call it from a thread that may block.
fn print(app: &App, of: &Of, at: Instant) -> Result<Printed> {
    let Looked { draft, ready, .. } = app.db.snapshot(|conn| ops::look(conn, of))?;
    let Ready::Yes(content) = ready else { return Err(Error::Refused("refused-restitution-missing")) };
    let number = draft.editions.first().map_or(0, |e| e.number) + 1;
    let fingerprint = ops::fingerprint(&content)?;
    let edition = Edition { number, fingerprint: &fingerprint, at, base_url: &app.config.base_url };
    let doc = paper::document(app.locales.of(OFFICIAL), &content, &edition);
    let failed = |e: press::PressError| Error::Stored(format!("the press: {e}"));
    let files = vec![
        Frozen { format: Format::Pdf, bytes: press::pdf(&doc).map_err(failed)? },
        Frozen { format: Format::Docx, bytes: press::docx(&doc).map_err(failed)? },
    ];
    Ok(Printed { content: *content, fingerprint, files, number })
}

/// The number is printed in the files: another edition published meanwhile would make it a lie.
fn commit(w: &mut Write<'_>, actor: &Actor, of: &Of, printed: &Printed, reread: bool) -> Result<i32> {
    let number = ops::publish(w, actor, of, &printed.content, &printed.files, reread)?;
    if number == printed.number { Ok(number) } else { Err(Error::Refused("refused-restitution-changed")) }
}

/// Gathers, prints and publishes in one go; the number of the edition.
fn publish_now(app: &App, actor: &Actor, of: &Of, now: Instant) -> Result<i32> {
    let printed = print(app, of, now)?;
    let (actor, of) = (actor.clone(), of.clone());
    app.db.write(now, move |w| commit(w, &actor, &of, &printed, true))
}

/// Publishes, for the demonstration, whose surnames are those of nobody, every restitution of an event of which something is written, the sessions' first. Slow: call it from a thread that may
/// block.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Refused`] while something is missing.
pub fn publish_all(app: &App, actor: &Actor, process: ProcessId, event: i32, now: Instant) -> Result<usize> {
    let list = app.db.read(|conn| {
        let event = events::ops::by_number(conn, actor, process, event)?;
        ops::list(conn, actor, &event)
    })?;
    let written: Vec<Of> = list.into_iter().filter(|s| s.sentences + s.actions > 0).map(|s| s.of).collect();
    for of in &written {
        publish_now(app, actor, of, now)?;
    }
    Ok(written.len())
}

/// Publishes: prints in a slot of its own, then writes.
pub async fn publish(v: Visit) -> Answer {
    let (process, of) = mine(&v).await?;
    let (app, subject, at) = (v.app().clone(), of.clone(), v.now());
    let printed = v.slow(move || print(&app, &subject, at)).await?;
    let (actor, to, reread) = (v.actor().clone(), address(&process, &of, ""), v.ticked("reread"));
    // What is published, and what the tick is about, are the words that were on the page.
    let seen = v.field("seen") == printed.fingerprint;
    let write = move |w: &mut Write<'_>| match commit(w, &actor, &of, &printed, reread) {
        Ok(_) if !seen => Err(Error::Refused("refused-restitution-changed")),
        done => done,
    };
    match v.write_once_saying("done-restitution-published", move |_: &i32| to, write).await {
        Err(fault @ Fault::Domain(Error::Invalid(_))) => {
            let d = draft::load(&v).await?;
            v.form_again(fault, &title(&v, &d), |p| draft::framed(&v, &d, &view(&v, &d, p)))
        }
        other => other,
    }
}
