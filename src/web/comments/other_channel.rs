//! What came by certified mail or on paper, entered with its own instant of receipt and the evidence for it.

use chrono::NaiveDateTime;
use domain::access::{EnterOther, Permit, Subject};
use domain::accounts::{CATEGORIES, NewOrganisation};
use domain::clock::Instant;
use domain::id::VersionId;
use domain::plans::{self, Version};
use domain::processes::{self, Process};
use domain::register::{self, Channel, Kind, NamedAs, NewContribution};
use domain::{Error, Problems, comments, consultations};
use maud::{Markup, html};

use super::fields::MAX_OTHER;
use super::moderation::address;
use super::place::code_typed;
use crate::http::{Answer, Fault, Visit};
use crate::processes::{StaffSection, staff_frame_within};
use crate::ui::{self, Choice, Form};

/// How something may have come that was not sent or said here.
pub const ELSEWHERE: [Channel; 3] = [Channel::CertifiedMail, Channel::Paper, Channel::Other];

/// What the form needs to know.
pub struct Desk {
    /// The process.
    pub process: Process,
    /// The versions that have a window, newest first.
    pub versions: Vec<Version>,
}

/// Reads it.
///
/// # Errors
/// Not found; denied.
pub async fn desk(v: &Visit) -> Result<Desk, Fault> {
    let (actor, slug) = (v.actor().clone(), v.path("slug").to_owned());
    v.read(move |conn| {
        let process = processes::ops::by_slug(conn, &actor, &slug)?;
        let _permit: Permit<EnterOther> = actor.permit(Subject::of(process.id))?;
        let windows = consultations::ops::of_process(conn, process.id)?;
        let mut versions = plans::ops::published(conn, process.id)?;
        versions.retain(|v| windows.iter().any(|w| w.version_id == v.id));
        versions.sort_by_key(|v| std::cmp::Reverse(v.number));
        Ok(Desk { process, versions })
    })
    .await
}

/// The form.
pub async fn form(v: Visit) -> Answer {
    let desk = desk(&v).await?;
    v.page(&v.t("other-title"), &view(&v, &desk, &Problems::default()))
}

/// What was typed.
struct Typed {
    new: NewContribution,
    code: Option<i32>,
    received_at: Instant,
    by: Option<NewOrganisation>,
}

/// `2025-02-25T18:00`, as a wall clock in Rome shows it.
pub fn instant_typed(text: &str) -> Option<Instant> {
    let read = |format| NaiveDateTime::parse_from_str(text, format).ok();
    read("%Y-%m-%dT%H:%M").or_else(|| read("%Y-%m-%dT%H:%M:%S")).map(Instant::in_rome)
}

fn typed(v: &Visit, desk: &Desk) -> domain::Result<Typed> {
    let mut p = Problems::default();
    let field = |name: &str| v.field(name).to_owned();
    let version = v.field("versione").parse::<VersionId>().ok();
    let version = desk.versions.iter().map(|v| v.id).find(|id| Some(*id) == version);
    let (channel, kind) = (Channel::parse(v.field("channel")), Kind::parse(v.field("kind")));
    let received_at = instant_typed(v.field("received_at").trim());
    let code = code_typed(v.field("passage"));
    let unset = [
        ("versione", version.is_none()),
        ("channel", channel.is_none_or(|c| !ELSEWHERE.contains(&c))),
        ("kind", kind.is_none()),
        ("shown", !matches!(v.field("shown"), "si" | "no")),
    ];
    for (name, _) in unset.iter().filter(|(_, unset)| *unset) {
        p.add(*name, "problem-choose");
    }
    if received_at.is_none() {
        p.add("received_at", "problem-received-at");
    }
    if code.is_none() && !v.field("passage").trim().is_empty() {
        p.add("passage", "problem-passage");
    }
    let by = (!v.field("organisation").trim().is_empty()).then(|| NewOrganisation {
        name: field("organisation"),
        category: field("category"),
        zone: field("zone"),
    });
    let new = NewContribution {
        version: version.unwrap_or(VersionId(0)),
        passage: None,
        kind: kind.unwrap_or(Kind::Addition),
        text: field("text"),
        proposed: field("proposed"),
        shown: v.field("shown") == "si",
        named_as: NamedAs::Anonymous,
        pseudonym: String::new(),
        organisation: None,
        channel: channel.unwrap_or(Channel::Other),
        sender: field("sender"),
        evidence: field("evidence"),
    };
    let new = match register::checked(new) {
        Ok(new) => Some(new),
        Err(Error::Invalid(more)) => {
            p.0.extend(more.0);
            None
        }
        Err(other) => return Err(other),
    };
    p.check()?;
    let (Some(new), Some(received_at)) = (new, received_at) else { return Err(Error::NotFound) };
    // Who is an organisation is named; whoever wrote a letter on paper is a person.
    let named_as = if by.is_some() { NamedAs::Organisation } else { NamedAs::Anonymous };
    Ok(Typed { new: NewContribution { named_as, ..new }, code, received_at, by })
}

/// Enters it.
pub async fn enter(v: Visit) -> Answer {
    let desk = desk(&v).await?;
    let title = v.t("other-title").into_owned();
    let typed = match typed(&v, &desk) {
        Ok(typed) => typed,
        Err(e) => return v.form_again(e.into(), &title, |p| view(&v, &desk, p)),
    };
    let (actor, process, to) = (v.actor().clone(), desk.process.id, address(&desk.process.slug));
    let Typed { mut new, code, received_at, by } = typed;
    let done = v.write_once_saying(
        "done-entered",
        move |r: &register::Receipt| format!("{to}/{}", r.number),
        move |w| {
            if let Some(code) = code {
                new.passage = Some(passage(plans::ops::passage_by_code(w.conn, process, code))?);
            }
            passage(comments::ops::enter_other(w, &actor, new, received_at, by.as_ref()))
        },
    );
    match done.await {
        Err(fault) => v.form_again(fault, &title, |p| view(&v, &desk, p)),
        answer => answer,
    }
}

/// A passage that is not there (or not in that version) is something wrong with what was typed.
///
/// # Errors
/// As problems of the form.
pub fn passage<T>(found: domain::Result<T>) -> domain::Result<T> {
    found.map_err(|e| match e {
        Error::NotFound => {
            let mut p = Problems::default();
            p.add("passage", "problem-passage");
            Error::Invalid(p)
        }
        other => other,
    })
}

fn view(v: &Visit, desk: &Desk, problems: &Problems) -> Markup {
    let action = format!("{}/nuovo", address(&desk.process.slug));
    let newest = desk.versions.first().map(|v| v.id.to_string()).unwrap_or_default();
    let form = Form::new(v, &action, problems).value("versione", newest);
    let title = v.t("other-title");
    let content = html! {
        (ui::head(&title, Some(&v.t("other-lead"))))
        @if desk.versions.is_empty() { (ui::empty(&v.t("comment-no-window"), &v.t("other-no-window-text"))) }
        @else { (form.show(&fields(v, &form, desk), "other-button", Some(&address(&desk.process.slug)))) }
    };
    staff_frame_within(v, &desk.process, StaffSection::Contributions, &title, &content)
}

fn fields(v: &Visit, form: &Form<'_>, desk: &Desk) -> Markup {
    let word = |value: &str, key: &str| Choice::new(value, v.t(key));
    let channels =
        ELSEWHERE.iter().map(|c| word(c.as_str(), &format!("contribution-channel-{}", c.as_str()))).collect();
    let kinds = Kind::SENT.iter().map(|k| word(k.as_str(), &format!("contribution-kind-{}", k.as_str()))).collect();
    let versions =
        desk.versions.iter().map(|v| Choice::new(v.id.to_string(), format!("{} ({})", v.title, v.number))).collect();
    let first = word("", "form-choose");
    let categories =
        std::iter::once(first).chain(CATEGORIES.iter().map(|c| word(c, &format!("category-{c}")))).collect();
    html! {
        (form.radios("channel", "moderation-channel", channels).required())
        (form.datetime("received_at", "other-received-at").required().hint("other-received-at-hint"))
        (form.area("evidence", "moderation-evidence", 2).required().max(1000).hint("other-evidence-hint"))
        (form.text("sender", "moderation-sender").required().max(300).hint("other-sender-hint"))
        (form.text("organisation", "organisation-name").max(200).hint("other-organisation-hint"))
        (form.select("category", "organisation-category", categories))
        (form.text("zone", "organisation-zone").max(120))
        (form.select("versione", "other-version", versions).required())
        (form.text("passage", "other-passage").width("w-short").hint("other-passage-hint"))
        (form.radios("kind", "comment-kind", kinds).required())
        (form.area("text", "receipt-text", 10).required().max(MAX_OTHER))
        (form.area("proposed", "contribution-proposed", 6).max(MAX_OTHER).hint("comment-proposed-hint"))
        (form.radios("shown", "comment-shown", vec![word("si", "comment-shown-yes"), word("no", "comment-shown-no")]).required())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instants_are_those_of_rome() {
        assert_eq!(instant_typed("2025-02-25T18:00").map(Instant::rfc3339).as_deref(), Some("2025-02-25T17:00:00Z"));
        assert_eq!(instant_typed("ieri"), None);
    }
}
