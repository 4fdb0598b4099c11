//! Showing the process to everybody.

use domain::processes::{ProcessPage, ops};
use maud::{Markup, html};

use super::super::frame::{StaffSection, address, staff_address, staff_frame_within};
use super::managed;
use crate::http::{Answer, Visit};
use crate::ui::form::button;
use crate::ui::{self, Tone};

/// What will be seen, and the button.
pub async fn page(v: Visit) -> Answer {
    let process = managed(&v).await?;
    let page = v.read(move |conn| ops::page(conn, process)).await?;
    let title = v.t("launch-title");
    v.page(&title, &staff_frame_within(&v, &page.process, StaffSection::Dashboard, &title, &view(&v, &page)))
}

/// Publishes.
pub async fn publish(v: Visit) -> Answer {
    let process = managed(&v).await?;
    let (actor, id, desk) = (v.actor().clone(), process.id, staff_address(&process, ""));
    v.write_once_saying("done-process-published", move |()| desk, move |w| ops::publish(w, &actor, id)).await
}

fn view(v: &Visit, page: &ProcessPage) -> Markup {
    let p = &page.process;
    let lacks = [(page.promoters.is_empty(), "/promotori", "launch-no-promoter"), (page.phases.is_empty(), "/fasi", "launch-no-phase")];
    let ready = lacks.iter().all(|(lacking, ..)| !lacking);
    html! {
        (ui::head(&v.t("launch-title"), Some(&p.title)))
        @if p.published_at.is_some() {
            (ui::notice(Tone::Info, &html! { p { (v.t("launch-already")) } }))
            p { a href=(address(p, "")) { (v.t("launch-look")) } }
        } @else if ready {
            p { (v.t("launch-text")) }
            p { a href=(address(p, "")) { (v.t("launch-preview")) } }
            div.page-actions {
                (button(v, v.path_only(), "btn btn-primary", "launch-button", &[])) " "
                a.btn.btn-link href=(staff_address(p, "")) { (v.t("form-cancel")) }
            }
        } @else {
            p { (v.t("refused-process-incomplete")) }
            ul { @for (_, rest, key) in lacks.iter().filter(|l| l.0) { li { a href=(staff_address(p, rest)) { (v.t(key)) } } } }
        }
    }
}
