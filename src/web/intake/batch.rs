//! Publishing the approved responses: what will be public, and who is told, before the button.

use domain::access::{ApproveResponse, ReadRegister, Subject};
use domain::intake::{Batch, desk as clerk, ops};
use domain::processes::Process;
use maud::{Markup, html};

use super::words::desk;
use crate::http::{Answer, Visit};
use crate::locale::Arg;
use crate::processes::{self, StaffSection};
use crate::ui::form::button;
use crate::ui::{self, Tone};

/// The page before the button.
pub async fn page(v: Visit) -> Answer {
    let process = processes::of(&v).await?;
    let (actor, id) = (v.actor().clone(), process.id);
    let batch = v
        .read(move |conn| {
            actor.permit::<ApproveResponse>(Subject::of(id))?;
            let permit = actor.permit::<ReadRegister>(Subject::of(id))?;
            clerk::batch(conn, &permit, id)
        })
        .await?;
    let title = v.t("batch-title");
    v.page(
        &title,
        &processes::staff_frame_within(&v, &process, StaffSection::Responses, &title, &view(&v, &process, &batch)),
    )
}

/// Publishes.
pub async fn publish(v: Visit) -> Answer {
    let process = processes::of(&v).await?;
    let (actor, id, next) = (v.actor().clone(), process.id, desk(&process, "/riscontri?stato=published"));
    v.write_once_saying("done-responses-published", move |_| next, move |w| ops::publish(w, &actor, id)).await
}

fn view(v: &Visit, process: &Process, batch: &Batch) -> Markup {
    let said = [
        ("responses", Arg::from(batch.responses.len())),
        ("requests", Arg::from(batch.requests)),
        ("letters", Arg::from(batch.letters)),
    ];
    let links = |numbers: &[i32]| {
        html! {
            @for (i, n) in numbers.iter().enumerate() { @if i > 0 { ", " } a href=(desk(process, &format!("/riscontri/{n}"))) { (n) } }
        }
    };
    html! {
        (ui::head(&v.t("batch-title"), None))
        @if batch.responses.is_empty() && !batch.left_out.is_empty() { (ui::empty(&v.t("batch-none-now"), &v.t("batch-none-now-text"))) }
        @else if batch.responses.is_empty() {
            (ui::empty(&v.t("batch-none"), &v.t("batch-none-text")))
            p { a href=(desk(process, "/riscontri?stato=submitted")) { (v.t("batch-to-submitted")) } }
        } @else {
            p { (v.t_with("batch-text", &said)) }
            p { (v.t_with("batch-letters", &said)) }
            p { (v.t("batch-which")) " " (links(&batch.responses)) }
            (ui::notice(Tone::Warning, &html! { p { (v.t("batch-final")) } }))
            (button(v, &desk(process, "/riscontri/pubblica"), "btn btn-primary", "batch-button", &[]))
        }
        (left_out(v, process, batch))
        p { a href=(desk(process, "/riscontri")) { (v.t("batch-back")) } }
    }
}

/// What is approved and still left out, and why.
fn left_out(v: &Visit, process: &Process, batch: &Batch) -> Markup {
    if batch.left_out.is_empty() {
        return html! {};
    }
    let waits = batch.left_out.iter().any(|l| l.why.is_none());
    ui::notice(
        Tone::Warning,
        &html! {
            p.notice-title { (v.t_with("batch-left-out", &[("n", Arg::from(batch.left_out.len()))])) }
            ul {
                @for l in &batch.left_out {
                    li { (super::recheck::one(v, process, l.number)) " – " (v.t(l.why.unwrap_or("batch-waiting"))) }
                }
            }
            @if waits { p { a href=(desk(process, "/piano")) { (v.t("batch-to-plan")) } } }
        },
    )
}
