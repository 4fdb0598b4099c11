//! The staff's side of the report: its introduction and thanks, what is missing, the preview, the publication.

use domain::Problems;
use domain::access::PublishReport;
use domain::processes::Process;
use domain::report::{Ready, Report, ops};
use maud::{Markup, PreEscaped, html};

use super::document::{Edition, document};
use super::publish::{OFFICIAL, commit, print};
use crate::http::{Answer, Fault, Visit};
use crate::locale::Arg;
use crate::processes::{self, StaffSection, address, staff_address};
use crate::ui::form::button;
use crate::ui::{self, Form, Tone};

/// What the pages know.
struct Desk {
    process: Process,
    ready: Ready,
    published: Vec<Report>,
    /// The newest report, when nothing changed since.
    same: Option<i32>,
}

async fn read(v: &Visit) -> Result<Desk, Fault> {
    let process = processes::of(v).await?;
    let actor = v.actor().clone();
    v.snapshot(move |conn| {
        let ready = ops::preview(conn, &actor, process.id)?;
        let same = match &ready {
            Ready::Yes(content) => ops::said_already(conn, process.id, content)?,
            Ready::No(_) => None,
        };
        Ok(Desk { ready, same, published: ops::published(conn, process.id)?, process })
    })
    .await
}

/// The page.
pub async fn page(v: Visit) -> Answer {
    let d = read(&v).await?;
    v.page(&v.t("editor-title"), &view(&v, &d, &Problems::default()))
}

/// Keeps introduction and thanks.
pub async fn save(v: Visit) -> Answer {
    let d = read(&v).await?;
    let (actor, id, here) = (v.actor().clone(), d.process.id, staff_address(&d.process, "/resoconto"));
    let (introduction, thanks) = (v.field("introduction").to_owned(), v.field("thanks").to_owned());
    let done = v.write_once_saying(
        "done-report-words",
        move |()| here,
        move |w| domain::processes::ops::set_report_words(w, &actor, id, &introduction, &thanks),
    );
    match done.await {
        Err(fault) => v.form_again(fault, &v.t("editor-title"), |p| view(&v, &d, p)),
        answer => answer,
    }
}

/// What it would say now.
pub async fn preview(v: Visit) -> Answer {
    let d = read(&v).await?;
    let Ready::Yes(content) = &d.ready else { return v.see(&staff_address(&d.process, "/resoconto")) };
    let edition = Edition { published: None, at: v.now(), base_url: &v.app().config.base_url };
    let doc = document(v.app().locales.of(OFFICIAL), content, &edition);
    let title = v.t("editor-preview");
    let body = html! {
        (ui::notice(Tone::Info, &html! { p { (v.t("editor-preview-text")) " " a href=(staff_address(&d.process, "/resoconto")) { (v.t("editor-back")) } } }))
        (PreEscaped(press::html_body(&doc)))
    };
    v.page(&title, &processes::staff_frame_within(&v, &d.process, StaffSection::Report, &title, &body))
}

/// The page before the button.
pub async fn confirm(v: Visit) -> Answer {
    let d = read(&v).await?;
    let title = v.t("editor-publish-title");
    let content = html! {
        (ui::head(&title, None))
        @if matches!(d.ready, Ready::Yes(_)) && d.same.is_none() {
            p { (v.t_with("editor-publish-text", &[("n", Arg::from(number(&d).to_string()))])) }
            p { (v.t("editor-publish-told")) }
            (ui::notice(Tone::Warning, &html! { p { (v.t("editor-publish-final")) } }))
            (button(&v, &staff_address(&d.process, "/resoconto/pubblica"), "btn btn-primary", "editor-publish-button", &[]))
            p { (v.t("editor-publish-slow")) }
        } @else { (state(&v, &d)) }
        p { a href=(staff_address(&d.process, "/resoconto")) { (v.t("editor-back")) } }
    };
    v.page(&title, &processes::staff_frame_within(&v, &d.process, StaffSection::Report, &title, &content))
}

/// Publishes: prints in a slot of its own, then writes.
pub async fn publish(v: Visit) -> Answer {
    let process = processes::of(&v).await?;
    let (app, actor, id, at) = (v.app().clone(), v.actor().clone(), process.id, v.now());
    let by = actor.clone();
    let printed = v.slow(move || print(&app, &by, id, at)).await?;
    let base = address(&process, "/resoconto");
    v.write_once_saying("done-report", move |n| format!("{base}/{n}"), move |w| commit(w, &actor, id, &printed)).await
}

fn number(d: &Desk) -> i32 {
    d.published.first().map_or(1, |r| r.number + 1)
}

fn view(v: &Visit, d: &Desk, problems: &Problems) -> Markup {
    let content = html! {
        (ui::head(&v.t("editor-title"), Some(&v.t("editor-lead"))))
        section.block aria-labelledby="stato" { h2 #stato { (v.t("editor-state")) } (state(v, d)) }
        section.block aria-labelledby="parole" { h2 #parole { (v.t("editor-words")) } (words(v, d, problems)) }
        @if !d.published.is_empty() {
            section.block aria-labelledby="pubblicati" {
                h2 #pubblicati { (v.t("editor-published")) }
                ul { @for r in &d.published { li {
                    a href=(address(&d.process, &format!("/resoconto/{}", r.number))) { (v.t_with("doc-number", &[("n", Arg::from(r.number.to_string()))])) }
                    ", " (ui::time::instant(v.l(), r.published_at))
                    @if r.withdrawn_at.is_some() { " " (ui::badge::status(v.l(), "withdrawn")) }
                    @else if v.actor().may::<PublishReport>(d.process.id) {
                        ". " a href=(staff_address(&d.process, &format!("/resoconto/{}/ritira", r.number))) { (v.t_with("withdraw-report-one", &[("n", Arg::from(r.number.to_string()))])) }
                    }
                } } }
            }
        }
    };
    processes::staff_frame(v, &d.process, StaffSection::Report, &content)
}

/// What is missing, or the way on.
fn state(v: &Visit, d: &Desk) -> Markup {
    html! {
        @match &d.ready {
            Ready::No(account) => {
                (ui::notice(Tone::Warning, &html! {
                    p.notice-title { (v.t_with("editor-missing", &[("n", Arg::from(account.missing.len()))])) }
                    p { (v.t("editor-missing-text")) }
                }))
                (crate::intake::missing(v, &d.process, account))
            },
            Ready::Yes(content) => {
                (ui::notice(Tone::Success, &html! { p { (v.t_with("editor-ready", &[("n", Arg::from(content.received))])) } }))
                @let unsaid = content.explained.iter().filter(|change| change.reason.is_none()).count();
                @if unsaid > 0 {
                    (ui::notice(Tone::Warning, &html! { p {
                        (v.t_with("editor-unsaid", &[("n", Arg::from(unsaid))])) " "
                        a href=(staff_address(&d.process, "/piano/spiegazioni")) { (v.t("editor-unsaid-link")) }
                    } }))
                }
                p {
                    a.btn.btn-outline-primary href=(staff_address(&d.process, "/resoconto/anteprima")) { (v.t("editor-preview")) } " "
                    @if let Some(n) = d.same {
                        (v.t_with("editor-same", &[("n", Arg::from(n.to_string()))]))
                    } @else if v.actor().may::<PublishReport>(d.process.id) {
                        a.btn.btn-primary href=(staff_address(&d.process, "/resoconto/pubblica")) { (v.t_with("editor-publish", &[("n", Arg::from(number(d).to_string()))])) }
                    } @else { (v.t("editor-publish-who")) }
                }
            },
        }
    }
}

fn words(v: &Visit, d: &Desk, problems: &Problems) -> Markup {
    let form = Form::new(v, &staff_address(&d.process, "/resoconto"), problems)
        .value("introduction", d.process.introduction.clone())
        .value("thanks", d.process.thanks.clone());
    let fields = html! {
        (form.area("introduction", "editor-introduction", 12).max(20_000).counted().hint("editor-introduction-hint"))
        (form.area("thanks", "editor-thanks", 6).max(20_000).hint("editor-thanks-hint"))
    };
    form.show(&fields, "editor-save", None)
}
