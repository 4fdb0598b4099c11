//! Recording that somebody was heard, putting it right, forgetting it.

use domain::interviews::{Consent, Interview, NewInterview, Way, ops};
use domain::processes::Process;
use domain::{Error, Problems};
use maud::{Markup, html};

use super::{desk, framed};
use crate::http::{Answer, Fault, Visit};
use crate::processes::{self, typed_day};
use crate::ui::form::button;
use crate::ui::{Choice, Form};

/// The process, where whoever asks may record.
async fn of(v: &Visit) -> Result<Process, Fault> {
    let process = processes::of(v).await?;
    v.actor().permit::<domain::access::RecordInterview>(domain::access::Subject::of(process.id))?;
    Ok(process)
}

/// The form of a new one.
pub async fn form(v: Visit) -> Answer {
    let process = of(&v).await?;
    v.page(&v.t("interviews-record"), &new_view(&v, &process, &Problems::default()))
}

/// Records it.
pub async fn record(v: Visit) -> Answer {
    let process = of(&v).await?;
    let (actor, id, back) = (v.actor().clone(), process.id, desk(&process, ""));
    let done = match typed(&v) {
        Err(problems) => Err(Error::Invalid(problems).into()),
        Ok(new) => {
            v.write_once_saying("done-interview", move |()| back, move |w| ops::record(w, &actor, id, &new)).await
        }
    };
    match done {
        Err(fault) => v.form_again(fault, &v.t("interviews-record"), |p| new_view(&v, &process, p)),
        ok => ok,
    }
}

/// What was typed; a day that is none is a problem.
fn typed(v: &Visit) -> Result<NewInterview, Problems> {
    let mut p = Problems::default();
    let new = NewInterview {
        name: v.field("name").to_owned(),
        organisation: v.field("organisation").to_owned(),
        organisation_listed: v.ticked("organisation_listed"),
        held_on: typed_day(v, "held_on", &mut p),
        way: Way::parse(v.field("way")),
        minutes: v.field("minutes").trim().parse().ok(),
        conducted_by: v.field("conducted_by").to_owned(),
        consent: Consent::parse(v.field("consent")),
    };
    if p.0.is_empty() { Ok(new) } else { Err(p) }
}

async fn one(v: &Visit) -> Result<(Process, Interview), Fault> {
    let process = processes::of(v).await?;
    let (actor, of, id) = (v.actor().clone(), process.id, v.path_as("id")?);
    let found = v.read(move |conn| ops::one(conn, &actor, of, id)).await?;
    Ok((process, found))
}

/// The form that puts one right, and the way to forget it.
pub async fn edit(v: Visit) -> Answer {
    let (process, x) = one(&v).await?;
    v.page(&v.t("interview-correct"), &edit_view(&v, &process, &x, &Problems::default()))
}

/// Puts one right.
pub async fn correct(v: Visit) -> Answer {
    let (process, x) = one(&v).await?;
    let (actor, of, id, back) = (v.actor().clone(), process.id, x.id, desk(&process, ""));
    let done = match typed(&v) {
        Err(problems) => Err(Error::Invalid(problems).into()),
        Ok(new) => {
            let change = move |w: &mut domain::db::Write<'_>| ops::correct(w, &actor, of, id, &new);
            v.write_once_saying("done-interview-corrected", move |()| back, change).await
        }
    };
    match done {
        Err(fault) => v.form_again(fault, &v.t("interview-correct"), |p| edit_view(&v, &process, &x, p)),
        ok => ok,
    }
}

/// Forgets one.
pub async fn forget(v: Visit) -> Answer {
    let process = processes::of(&v).await?;
    let (actor, of, id, back) = (v.actor().clone(), process.id, v.path_as("id")?, desk(&process, ""));
    v.write_once_saying("done-interview-removed", move |()| back, move |w| ops::forget(w, &actor, of, id)).await
}

fn new_view(v: &Visit, process: &Process, problems: &Problems) -> Markup {
    let here = desk(process, "/nuova");
    let form = Form::new(v, &here, problems);
    let content = form.show(&fields(v, &form), "interview-record-button", Some(&desk(process, "")));
    framed(v, process, "", "interviews-record", "interviews-record-lead", &content)
}

fn edit_view(v: &Visit, process: &Process, x: &Interview, problems: &Problems) -> Markup {
    let here = desk(process, &format!("/{}", x.id));
    let form = Form::new(v, &here, problems)
        .value("name", x.name.as_str())
        .value("organisation", x.organisation.as_str())
        .value("organisation_listed", if x.organisation_listed { "si" } else { "" })
        .value("held_on", x.held_on.to_string())
        .value("way", x.way.as_str())
        .value("minutes", x.minutes.to_string())
        .value("conducted_by", x.conducted_by.as_str())
        .value("consent", x.consent.as_str());
    let content = html! {
        (form.show(&fields(v, &form), "interview-correct-button", Some(&desk(process, ""))))
        details.fold {
            summary { (v.t("interview-remove")) }
            p { (v.t("interview-remove-text")) }
            (button(v, &format!("{here}/elimina"), "btn btn-outline-danger", "interview-remove-button", &[]))
        }
    };
    framed(v, process, "", "interview-correct", "interviews-record-lead", &content)
}

fn fields(v: &Visit, form: &Form<'_>) -> Markup {
    let way = |w: &Way| Choice::new(w.as_str(), v.t(&format!("interview-way-{}", w.as_str())));
    let consent = |c: &Consent| Choice::new(c.as_str(), v.t(&format!("interview-consent-{}", c.as_str())));
    html! {
        (form.text("name", "interview-name").required().max(200).hint("interview-name-hint"))
        (form.text("organisation", "interview-organisation").max(300).hint("interview-organisation-hint"))
        (form.tick("organisation_listed", "interview-organisation-listed").hint("interview-organisation-listed-hint"))
        div.field-row {
            (form.date("held_on", "interview-held-on").required())
            (form.number("minutes", "interview-minutes").required())
        }
        (form.radios("way", "interview-way", Way::ALL.iter().map(way).collect()).required())
        (form.text("conducted_by", "interview-conducted-by").required().max(200))
        (form.radios("consent", "interview-consent", Consent::ALL.iter().map(consent).collect()).required().hint("interview-consent-hint"))
    }
}
