//! Taking back a public finding, with a reason for everybody.

use domain::Problems;
use domain::id::FindingId;
use domain::interviews::{Finding, MAX_REASON, publication};
use domain::processes::Process;
use maud::{Markup, html};

use super::{desk, framed};
use crate::http::{Answer, Fault, Visit};
use crate::processes;
use crate::ui::{self, Form};

async fn load(v: &Visit) -> Result<(Process, Finding), Fault> {
    let process = processes::of(v).await?;
    let (actor, id) = (v.actor().clone(), v.path_as::<FindingId>("id")?);
    v.read(move |conn| Ok((process.clone(), publication::standing(conn, &actor, process.id, id)?))).await
}

/// The form.
pub async fn form(v: Visit) -> Answer {
    let (process, finding) = load(&v).await?;
    v.page(&v.t("finding-withdraw"), &view(&v, &process, &finding, &Problems::default()))
}

/// Takes it back.
pub async fn save(v: Visit) -> Answer {
    let (process, finding) = load(&v).await?;
    let (actor, of, id, reason) = (v.actor().clone(), process.id, finding.id, v.field("reason").to_owned());
    let (to, write) = (desk(&process, "/risultanze"), move |w: &mut domain::db::Write<'_>| {
        publication::withdraw(w, &actor, of, id, &reason)
    });
    match v.write_once_saying("done-finding-withdrawn", move |()| to, write).await {
        Err(fault) => v.form_again(fault, &v.t("finding-withdraw"), |p| view(&v, &process, &finding, p)),
        ok => ok,
    }
}

fn view(v: &Visit, process: &Process, finding: &Finding, problems: &Problems) -> Markup {
    let form = Form::new(v, v.path_only(), problems);
    let most = u32::try_from(MAX_REASON).unwrap_or(u32::MAX);
    let fields = html! {
        (form.area("reason", "finding-withdraw-reason", 3).required().max(most).counted().hint("finding-withdraw-hint"))
    };
    let content = html! {
        blockquote { (ui::prose(&finding.text)) }
        p { (v.t("finding-withdraw-text")) }
        p { (v.t("finding-withdraw-reports")) }
        (form.show(&fields, "finding-withdraw-button", Some(&desk(process, "/risultanze"))))
    };
    framed(v, process, "/risultanze", "finding-withdraw", "interviews-findings-lead", &content)
}
