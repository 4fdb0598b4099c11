//! Acts of other bodies: what was entered, one more, and putting one right or taking it out.

use domain::access::{Permit, PrepareReport, Subject};
use domain::processes::{Act, NewAct, Process, ops};
use domain::{Error, Problems};
use maud::{Markup, html};

use super::super::frame::staff_address;
use super::super::parts;
use super::{facts, settings};
use crate::http::{Answer, Fault, Visit};
use crate::ui::form::button;
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
    let new = typed(&v, &mut problems);
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

fn typed(v: &Visit, problems: &mut Problems) -> NewAct {
    NewAct {
        body: v.field("body").to_owned(),
        title: v.field("title").to_owned(),
        act_number: v.field("act_number").to_owned(),
        act_date: facts::day(v, "act_date", problems),
        note: v.field("note").to_owned(),
    }
}

async fn one(v: &Visit) -> Result<(Process, Act), Fault> {
    let (process, acts) = read(v).await?;
    let id: i64 = v.path_as("id")?;
    let act = acts.into_iter().find(|a| a.id.0 == id).ok_or(Error::NotFound)?;
    Ok((process, act))
}

/// The form that puts one right.
pub async fn edit(v: Visit) -> Answer {
    let (process, act) = one(&v).await?;
    v.page(&v.t("act-correct"), &edit_view(&v, &process, &act, &Problems::default()))
}

/// Puts one right.
pub async fn correct(v: Visit) -> Answer {
    let (process, act) = one(&v).await?;
    let (actor, of, id, back) = (v.actor().clone(), process.id, act.id, staff_address(&process, "/atti"));
    let mut problems = Problems::default();
    let new = typed(&v, &mut problems);
    let done = if problems.0.is_empty() {
        v.write_once_saying("done-act-corrected", move |()| back, move |w| ops::correct_act(w, &actor, of, id, &new))
            .await
    } else {
        Err(Error::Invalid(problems).into())
    };
    match done {
        Err(fault) => v.form_again(fault, &v.t("act-correct"), |p| edit_view(&v, &process, &act, p)),
        ok => ok,
    }
}

/// Takes one out.
pub async fn remove(v: Visit) -> Answer {
    let (process, act) = one(&v).await?;
    let (actor, of, id, back) = (v.actor().clone(), process.id, act.id, staff_address(&process, "/atti"));
    v.write_once_saying("done-act-removed", move |()| back, move |w| ops::remove_act(w, &actor, of, id)).await
}

fn edit_view(v: &Visit, process: &Process, act: &Act, problems: &Problems) -> Markup {
    let here = staff_address(process, &format!("/atti/{}", act.id.0));
    let day = act.act_date.map(|d| d.to_string()).unwrap_or_default();
    let form = Form::new(v, &here, problems)
        .value("body", act.body.as_str())
        .value("title", act.title.as_str())
        .value("act_number", act.act_number.as_str())
        .value("act_date", day)
        .value("note", act.note.as_str());
    let content = html! {
        h2 { (v.t("act-correct")) }
        (form.show(&fields(&form), "act-correct-button", Some(&staff_address(process, "/atti"))))
        details.fold {
            summary { (v.t("act-remove")) }
            p { (v.t("act-remove-text")) }
            (button(v, &format!("{here}/togli"), "btn btn-outline-danger", "act-remove-button", &[]))
        }
    };
    settings(v, process, "/atti", "settings-acts", &content)
}

fn fields(form: &Form<'_>) -> Markup {
    html! {
        (form.text("body", "act-body").required().max(200).hint("act-body-hint"))
        (form.area("title", "act-title", 2).required().max(500))
        div.field-row {
            (form.text("act_number", "act-number-label").required().max(100).width("w-medium"))
            (form.date("act_date", "act-date"))
        }
        (form.area("note", "act-note", 3).max(2000).hint("act-note-hint"))
    }
}

fn view(v: &Visit, process: &Process, acts: &[Act], problems: &Problems) -> Markup {
    let form = Form::new(v, v.path_only(), problems);
    let way = |act: &Act| staff_address(process, &format!("/atti/{}", act.id.0));
    let content = html! {
        p { (v.t("settings-acts-hint")) }
        @if acts.is_empty() { (ui::empty(&v.t("acts-none"), &v.t("acts-none-text"))) }
        @else { ul { @for act in acts { li { (parts::act(v, act)) " " a href=(way(act)) { (v.t("act-correct")) span.visually-hidden { ": " (act.title) } } } } } }
        section.block {
            h2 { (v.t("acts-new")) }
            (form.show(&fields(&form), "acts-button", Some(&staff_address(process, ""))))
        }
    };
    settings(v, process, "/atti", "settings-acts", &content)
}
