//! Publishing the draft: what it means is said first.

use domain::access::{Permit, PublishVersion, Subject, WindowState};
use domain::plans::{self, Version};
use domain::processes::{self, Process};
use domain::{Error, Problems};
use domain::{consultations, register};
use maud::{Markup, html};

use super::address;
use crate::http::{Answer, Fault, Visit};
use crate::locale::Arg;
use crate::processes::{StaffSection, staff_frame_within};
use crate::ui::{self, Form};

/// What the page says.
struct Draft {
    process: Process,
    version: Version,
    /// Whether a version before it can still be commented.
    open: bool,
    /// Contributions on passages that nothing in the draft carries on.
    lost: usize,
}

async fn load(v: &Visit) -> Result<Draft, Fault> {
    let (actor, slug, now) = (v.actor().clone(), v.path("slug").to_owned(), v.now());
    v.read(move |conn| {
        let process = processes::ops::by_slug(conn, &actor, &slug)?;
        let _may: Permit<PublishVersion> = actor.permit(Subject::of(process.id))?;
        let draft = plans::ops::draft(conn, &actor, process.id)?.ok_or(Error::NotFound)?;
        let windows = consultations::ops::of_process(conn, process.id)?;
        let open = windows.iter().any(|w| w.state(now) == WindowState::Open);
        let lost = register::ops::without_successor(conn, &draft)?.len();
        Ok(Draft { process, version: draft, open, lost })
    })
    .await
}

/// The page that says what publishing means.
pub async fn form(v: Visit) -> Answer {
    let draft = load(&v).await?;
    v.page(&v.t("publish-title"), &view(&v, &draft, &Problems::default()))
}

/// Publishes.
pub async fn publish(v: Visit) -> Answer {
    let draft = load(&v).await?;
    let (actor, note, id) = (v.actor().clone(), v.field("note").to_owned(), draft.version.id);
    let to = address::desk(&draft.process.slug, "");
    let done =
        v.write_once_saying("done-version-published", move |()| to, move |w| plans::ops::publish(w, &actor, id, &note));
    match done.await {
        Err(fault) => v.form_again(fault, &v.t("publish-title"), |p| view(&v, &draft, p)),
        ok => ok,
    }
}

fn view(v: &Visit, Draft { process, version, open, lost }: &Draft, problems: &Problems) -> Markup {
    let action = address::desk(&process.slug, "/pubblica");
    let form = Form::new(v, &action, problems);
    let fields = html! { (form.area("note", "publish-note", 4).max(2000).counted().hint("publish-note-hint")) };
    let title = v.t_with("publish-version", &[("n", Arg::from(version.number.to_string()))]);
    let content = html! {
        (ui::head(&title, Some(&v.t("publish-lead"))))
        (ui::notice(ui::Tone::Warning, &html! {
            ul {
                li { (v.t("publish-immutable")) }
                li { (v.t("publish-codes")) }
                li { (v.t("publish-told")) }
                @if *open { li { (v.t("publish-open")) } }
                @if version.number > 1 { li { (v.t("publish-next")) } }
                @if version.summary.is_empty() {
                    li { (v.t("publish-no-summary")) " " a href=(address::desk(&process.slug, "/sintesi")) { (v.t("summary-write")) } }
                }
                @if *lost > 0 {
                    li { a href=(address::desk(&process.slug, "/senza-seguito")) { (v.t_with("draft-lost", &[("n", Arg::from(*lost))])) } ". " (v.t("publish-lost")) }
                }
            }
        }))
        p { a href=(address::desk(&process.slug, "/anteprima")) { (v.t("draft-preview")) } }
        (form.show(&fields, "publish-button", Some(&address::desk(&process.slug, ""))))
    };
    let name = v.t("publish-title");
    staff_frame_within(v, process, StaffSection::Plan, &name, &content)
}
