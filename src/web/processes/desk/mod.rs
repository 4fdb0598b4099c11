//! The desk of the staff of a process: what is to be done next, and the facts the process is made of.

mod acts;
mod checklist;
mod create;
mod dashboard;
mod facts;
mod publish;
mod roles;
mod rows;
mod tables;

pub use facts::day as typed_day;

use domain::access::{GrantRole, ManageProcess, Permit, PrepareReport, Subject};
use domain::processes::{Document, Figure, Phase, Process, Promoter, ops};
use maud::{Markup, html};

use super::frame::{StaffSection, staff_address, staff_frame_within};
use crate::http::{Access, Door, Fault, Visit};
use crate::ui;

/// The doors of the desk.
pub fn doors() -> Vec<Door> {
    use Access::{Administrator, Staff};
    vec![
        Door::get("/percorsi/nuovo", Administrator, create::form),
        Door::post("/percorsi/nuovo", Administrator, create::create),
        Door::get("/percorsi/{slug}/gestione", Staff, dashboard::page),
        Door::get("/percorsi/{slug}/gestione/dati", Staff, facts::form),
        Door::post("/percorsi/{slug}/gestione/dati", Staff, facts::save),
        Door::get("/percorsi/{slug}/gestione/promotori", Staff, rows::form::<Promoter>),
        Door::post("/percorsi/{slug}/gestione/promotori", Staff, rows::save::<Promoter>),
        Door::get("/percorsi/{slug}/gestione/fasi", Staff, rows::form::<Phase>),
        Door::post("/percorsi/{slug}/gestione/fasi", Staff, rows::save::<Phase>),
        Door::get("/percorsi/{slug}/gestione/cifre", Staff, rows::form::<Figure>),
        Door::post("/percorsi/{slug}/gestione/cifre", Staff, rows::save::<Figure>),
        Door::get("/percorsi/{slug}/gestione/documenti", Staff, rows::form::<Document>),
        Door::post("/percorsi/{slug}/gestione/documenti", Staff, rows::save::<Document>),
        Door::get("/percorsi/{slug}/gestione/atti", Staff, acts::page),
        Door::post("/percorsi/{slug}/gestione/atti", Staff, acts::enter),
        Door::get("/percorsi/{slug}/gestione/atti/{id}", Staff, acts::edit),
        Door::post("/percorsi/{slug}/gestione/atti/{id}", Staff, acts::correct),
        Door::get("/percorsi/{slug}/gestione/atti/{id}/togli", Staff, acts::edit),
        Door::post("/percorsi/{slug}/gestione/atti/{id}/togli", Staff, acts::remove),
        Door::get("/percorsi/{slug}/gestione/ruoli", Staff, roles::page),
        Door::post("/percorsi/{slug}/gestione/ruoli", Staff, roles::grant),
        Door::post("/percorsi/{slug}/gestione/ruoli/{id}/revoca", Staff, roles::revoke),
        Door::get("/percorsi/{slug}/gestione/pubblica", Staff, publish::page),
        Door::post("/percorsi/{slug}/gestione/pubblica", Staff, publish::publish),
    ]
}

/// The process, where whoever asks may change its facts.
///
/// # Errors
/// Not found; denied to those of its staff who may not.
async fn managed(v: &Visit) -> Result<Process, Fault> {
    let (actor, slug) = (v.actor().clone(), v.path("slug").to_owned());
    v.read(move |conn| {
        let process = ops::by_slug(conn, &actor, &slug)?;
        let _permit: Permit<ManageProcess> = actor.permit(Subject::of(process.id))?;
        Ok(process)
    })
    .await
}

/// The pages about what the process is made of: address and key of the name.
const SETTINGS: [(&str, &str); 7] = [
    ("/dati", "settings-facts"),
    ("/promotori", "settings-promoters"),
    ("/fasi", "settings-phases"),
    ("/cifre", "settings-figures"),
    ("/documenti", "settings-documents"),
    ("/atti", "settings-acts"),
    ("/ruoli", "settings-roles"),
];

fn may(v: &Visit, process: &Process, rest: &str) -> bool {
    match rest {
        "/atti" => v.actor().may::<PrepareReport>(process.id),
        "/ruoli" => v.actor().may::<GrantRole>(process.id),
        _ => v.actor().may::<ManageProcess>(process.id),
    }
}

/// The first of those pages that this person may enter.
pub fn first_settings(v: &Visit, process: &Process) -> Option<&'static str> {
    SETTINGS.into_iter().map(|(rest, _)| rest).find(|rest| may(v, process, rest))
}

/// One of those pages, with the way to the others this person may enter.
fn settings(v: &Visit, process: &Process, here: &str, key: &str, content: &Markup) -> Markup {
    let body = html! {
        (ui::head(&v.t(key), Some(&process.title)))
        nav aria-label=(v.t("settings-nav")) {
            ul.nav.nav-pills.mb-4 {
                @for (rest, name) in SETTINGS.into_iter().filter(|(rest, _)| may(v, process, rest)) {
                    li.nav-item {
                        a.nav-link.active[rest == here] aria-current=[(rest == here).then_some("page")]
                            href=(staff_address(process, rest)) { (v.t(name)) }
                    }
                }
            }
        }
        (content)
    };
    staff_frame_within(v, process, StaffSection::Settings, &v.t(key), &body)
}
