//! Acts of other bodies: what was entered, and one more.

use domain::access::{Permit, PrepareReport, Subject};
use domain::processes::{Act, NewAct, Process, ops};
use domain::{Error, Problems};
use maud::{Markup, html};

use super::super::frame::staff_address;
use super::super::parts;
use super::{facts, settings};
use crate::http::{Answer, Fault, Visit};
use crate::ui::{self, Form};

async fn read(v: &Visit) -> Result<(Process, Vec<Act>), Fault> {
    let (actor, slug) = (v.actor().clone(), v.path("slug").to_owned());
    v.read(move |conn| {
        let process = ops::by_slug(conn, &actor, &slug)?;
        let _permit: Permit<PrepareReport> = actor.permit(Subject::of(process.id))?;
        let acts = ops::acts(conn, process.id)?;
        Ok((process, acts))
    })
    .await
}

/// The page.
pub async fn page(v: Visit) -> Answer {
    let (process, acts) = read(&v).await?;
    v.page(&v.t("settings-acts"), &view(&v, &process, &acts, &Problems::default()))
}

/// Enters one more.
pub async fn enter(v: Visit) -> Answer {
    let (process, acts) = read(&v).await?;
    let (actor, id, here) = (v.actor().clone(), process.id, v.path_only().to_owned());
    let mut problems = Problems::default();
    let new = NewAct {
        body: v.field("body").to_owned(),
        title: v.field("title").to_owned(),
        act_number: v.field("act_number").to_owned(),
        act_date: facts::day(&v, "act_date", &mut problems),
        note: v.field("note").to_owned(),
    };
    let entered = if problems.0.is_empty() {
        v.write_once_saying("done-act", move |_| here, move |w| ops::enter_act(w, &actor, id, &new)).await
    } else {
        Err(Error::Invalid(problems).into())
    };
    match entered {
        Err(fault) => v.form_again(fault, &v.t("settings-acts"), |p| view(&v, &process, &acts, p)),
        ok => ok,
    }
}

fn view(v: &Visit, process: &Process, acts: &[Act], problems: &Problems) -> Markup {
    let form = Form::new(v, v.path_only(), problems);
    let fields = html! {
        (form.text("body", "act-body").required().max(200).hint("act-body-hint"))
        (form.area("title", "act-title", 2).required().max(500))
        div.field-row {
            (form.text("act_number", "act-number-label").required().max(100).width("w-medium"))
            (form.date("act_date", "act-date"))
        }
        (form.area("note", "act-note", 3).max(2000).hint("act-note-hint"))
    };
    let content = html! {
        p { (v.t("settings-acts-hint")) }
        @if acts.is_empty() { (ui::empty(&v.t("acts-none"), &v.t("acts-none-text"))) }
        @else { ul { @for act in acts { li { (parts::act(v, act)) } } } }
        section.block {
            h2 { (v.t("acts-new")) }
            (form.show(&fields, "acts-button", Some(&staff_address(process, ""))))
        }
    };
    settings(v, process, "/atti", "settings-acts", &content)
}
