//! The grid of questions.

use domain::Problems;
use domain::access::{RecordInterview, Subject};
use domain::interviews::ops;
use domain::processes::Process;
use maud::{Markup, html};

use super::{desk, framed};
use crate::http::{Answer, Fault, Visit};
use crate::processes;
use crate::ui::Form;

async fn read(v: &Visit) -> Result<(Process, Vec<String>), Fault> {
    let process = processes::of(v).await?;
    let (actor, id) = (v.actor().clone(), process.id);
    let list = v.read(move |conn| {
        actor.permit::<RecordInterview>(Subject::of(id))?;
        ops::questions(conn, id)
    });
    Ok((process, list.await?))
}

/// The form.
pub async fn form(v: Visit) -> Answer {
    let (process, list) = read(&v).await?;
    v.page(&v.t("interviews-questions"), &view(&v, &process, &list, &Problems::default()))
}

/// Saves.
pub async fn save(v: Visit) -> Answer {
    let (process, list) = read(&v).await?;
    let (actor, id, here) = (v.actor().clone(), process.id, desk(&process, "/domande"));
    let text = v.field("questions").to_owned();
    let done = v.write_once_saying("done-saved", move |()| here, move |w| ops::set_questions(w, &actor, id, &text));
    match done.await {
        Err(fault) => v.form_again(fault, &v.t("interviews-questions"), |p| view(&v, &process, &list, p)),
        ok => ok,
    }
}

fn view(v: &Visit, process: &Process, list: &[String], problems: &Problems) -> Markup {
    let form = Form::new(v, &desk(process, "/domande"), problems).value("questions", list.join("\n"));
    let fields = html! { (form.area("questions", "interviews-questions-label", 12).hint("interviews-questions-hint")) };
    let content = form.show(&fields, "settings-save", Some(&desk(process, "")));
    framed(v, process, "/domande", "interviews-questions", "interviews-questions-lead", &content)
}
