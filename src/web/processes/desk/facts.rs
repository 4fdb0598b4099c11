//! The facts of a process.

use chrono::NaiveDate;
use domain::processes::{Facts, Process, checked_facts, ops};
use domain::{Error, Problems};
use maud::{Markup, html};

use super::super::frame::staff_address;
use super::{managed, settings};
use crate::http::{Answer, Visit};
use crate::ui::Form;

/// The form.
pub async fn form(v: Visit) -> Answer {
    let process = managed(&v).await?;
    v.page(&v.t("settings-facts"), &view(&v, &process, &Problems::default()))
}

/// Saves.
pub async fn save(v: Visit) -> Answer {
    let process = managed(&v).await?;
    let (actor, id, here) = (v.actor().clone(), process.id, v.path_only().to_owned());
    let saved = match typed(&v) {
        Err(problems) => Err(Error::Invalid(problems).into()),
        Ok(facts) => {
            v.write_once_saying("done-saved", move |()| here, move |w| ops::save_facts(w, &actor, id, &facts)).await
        }
    };
    match saved {
        Err(fault) => v.form_again(fault, &v.t("settings-facts"), |p| view(&v, &process, p)),
        ok => ok,
    }
}

/// What was typed. A day that is none is a problem, told together with all that is wrong beside it.
pub fn typed(v: &Visit) -> Result<Facts, Problems> {
    let mut p = Problems::default();
    let facts = Facts {
        title: v.field("title").to_owned(),
        summary: v.field("summary").to_owned(),
        founding_act: v.field("founding_act").to_owned(),
        founded_on: day(v, "founded_on", &mut p),
        contact: v.field("contact").to_owned(),
        facilitator: v.field("facilitator").to_owned(),
    };
    if p.0.is_empty() {
        return Ok(facts);
    }
    let mut all = Problems::default();
    // Only what else is wrong with it is of interest here.
    let _checked = all.gather(checked_facts(&facts));
    all.0.extend(p.0);
    Err(all)
}

/// A day typed by hand or chosen; nothing where nothing was typed.
pub fn day(v: &Visit, name: &str, p: &mut Problems) -> Option<NaiveDate> {
    let text = v.field(name).trim();
    let read = |format| NaiveDate::parse_from_str(text, format).ok();
    let found =
        read("%Y-%m-%d").or_else(|| read("%d/%m/%Y")).filter(|d| (1800..2200).contains(&chrono::Datelike::year(d)));
    if !text.is_empty() && found.is_none() {
        p.add(name.to_owned(), "problem-date");
    }
    found
}

/// The fields; also of a new process.
pub fn fields(form: &Form<'_>) -> Markup {
    html! {
        (form.text("title", "facts-title").required().max(200))
        (form.area("summary", "facts-summary", 6).required().max(5000).counted().hint("facts-summary-hint"))
        (form.area("founding_act", "facts-founding-act", 3).max(1000).hint("facts-founding-act-hint"))
        (form.date("founded_on", "facts-founded-on"))
        (form.text("contact", "facts-contact").max(500).hint("facts-contact-hint"))
        (form.text("facilitator", "facts-facilitator").max(300).hint("facts-facilitator-hint"))
    }
}

fn view(v: &Visit, p: &Process, problems: &Problems) -> Markup {
    let form = Form::new(v, v.path_only(), problems)
        .value("title", &p.title)
        .value("summary", &p.summary)
        .value("founding_act", &p.founding_act)
        .value("founded_on", p.founded_on.map(|d| d.to_string()).unwrap_or_default())
        .value("contact", &p.contact)
        .value("facilitator", &p.facilitator);
    let fields = html! {
        p { (v.t("facts-address")) " " code { "/percorsi/" (p.slug) } }
        (fields(&form))
    };
    let content = form.show(&fields, "settings-save", Some(&staff_address(p, "")));
    settings(v, p, "/dati", "settings-facts", &content)
}
