//! The summary that stands before the chapters: read by everybody, written by the staff while the version is a draft.

use actix_web::http::StatusCode;
use domain::access::{ImportVersion, Permit, Subject};
use domain::plans::{self, Version, summary};
use domain::processes::{self, Process};
use domain::{Error, Problems};
use maud::{Markup, html};

use super::{address, redline};
use crate::http::{Answer, Fault, Visit};
use crate::locale::Arg;
use crate::processes::{StaffSection, staff_frame_within};
use crate::ui::{self, Form};

/// What a version says in plain words; nothing where nobody wrote it.
pub fn shown(v: &Visit, version: &Version) -> Markup {
    html! {
        @if !version.summary.is_empty() {
            section.plan-summary.prose aria-labelledby="in-breve" {
                h2.h3 #in-breve { (v.t("summary-heading")) }
                (ui::prose(&version.summary))
            }
        }
    }
}

struct Desk {
    process: Process,
    draft: Version,
    /// What the version before said.
    before: String,
}

async fn load(v: &Visit) -> Result<Desk, Fault> {
    let (actor, slug) = (v.actor().clone(), v.path("slug").to_owned());
    v.read(move |conn| {
        let process = processes::ops::by_slug(conn, &actor, &slug)?;
        let _may: Permit<ImportVersion> = actor.permit(Subject::of(process.id))?;
        let draft = plans::ops::draft(conn, &actor, process.id)?.ok_or(Error::NotFound)?;
        let before = plans::ops::newest(conn, process.id)?.map(|v| v.summary).unwrap_or_default();
        Ok(Desk { process, draft, before })
    })
    .await
}

/// The page where it is written.
pub async fn page(v: Visit) -> Answer {
    let desk = load(&v).await?;
    v.page(&v.t("summary-title"), &view(&v, &desk, &Problems::default(), false))
}

/// Keeps what was written. Who comes second is shown both texts.
pub async fn take(v: Visit) -> Answer {
    let desk = load(&v).await?;
    let (actor, version) = (v.actor().clone(), desk.draft.id);
    let (saw, text) = (v.field("vista").to_owned(), v.field("text").to_owned());
    let to = address::desk(&desk.process.slug, "");
    let done = v.write_once_saying(
        "done-summary",
        move |()| to,
        move |w| plans::ops::summarize(w, &actor, version, &saw, &text),
    );
    match done.await {
        Err(Fault::Domain(Error::Refused("refused-summary-changed"))) => {
            let desk = load(&v).await?;
            let page = view(&v, &desk, &Problems::default(), true);
            v.page_as(StatusCode::CONFLICT, &v.t("summary-title"), &page)
        }
        Err(fault) => v.form_again(fault, &v.t("summary-title"), |p| view(&v, &desk, p, false)),
        ok => ok,
    }
}

fn view(v: &Visit, desk: &Desk, problems: &Problems, clash: bool) -> Markup {
    let here = address::desk(&desk.process.slug, "/sintesi");
    let form = Form::new(v, &here, problems).value("text", desk.draft.summary.clone()).keep(format!(
        "summary-{}-{}",
        desk.draft.id,
        summary::seen(&desk.draft)
    ));
    let fields = html! {
        input type="hidden" name="vista" value=(summary::seen(&desk.draft));
        (form.area("text", "summary-text", 12).max(summary::LONGEST).counted().hint("summary-hint"))
    };
    let title = v.t("summary-title");
    let content = html! {
        (ui::head(&title, Some(&v.t_with("summary-lead", &[("n", Arg::from(desk.draft.number.to_string()))]))))
        @if clash { (clashed(v, desk)) }
        (form.show(&fields, "summary-save", Some(&address::desk(&desk.process.slug, ""))))
        @if !desk.before.is_empty() && desk.before != desk.draft.summary {
            details.fold { summary { (v.t("summary-before")) } (ui::prose(&desk.before)) }
        }
    };
    staff_frame_within(v, &desk.process, StaffSection::Plan, &title, &content)
}

/// Somebody else was first: both texts; what was typed is still in the form, and saving again takes the place of theirs.
fn clashed(v: &Visit, desk: &Desk) -> Markup {
    let pieces = reader::compare::redline(&desk.draft.summary, v.field("text"));
    html! {
        div.notice.notice-warning role="alert" tabindex="-1" data-error-summary {
            p.notice-title { (v.t("summary-clash-title")) }
            p { (v.t("summary-clash")) }
        }
        div.sidebyside {
            section.side { h2.side-title { (v.t("clash-theirs")) } (redline::before(v.l(), &pieces)) }
            section.side { h2.side-title { (v.t("clash-mine")) } (redline::after(v.l(), &pieces)) }
        }
    }
}
