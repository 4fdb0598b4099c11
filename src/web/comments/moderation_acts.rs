//! What moderation decides on one contribution: a page for each decision that needs words, a button for the one that does not.

use domain::Problems;
use domain::register::{self, Moderation, Refusal, Seen};
use maud::{Markup, html};

use super::fields::MAX_OTHER;
use super::moderation::{Case, case};
use crate::http::{Answer, Visit};
use crate::locale::Arg;
use crate::processes::{StaffSection, staff_frame_within};
use crate::ui::{self, Choice, Form};

/// The revision that was on the page where this was decided; a form without it was not read at all.
fn seen(v: &Visit, case: &Case) -> Seen {
    Seen { id: case.line.contribution.id, revision: v.field("revisione").parse().unwrap_or(0) }
}

/// Passes it.
pub async fn publish(v: Visit) -> Answer {
    let case = case(&v).await?;
    let (actor, seen, to) = (v.actor().clone(), seen(&v, &case), case.href());
    let done = v.write_once_saying(
        "done-published",
        move |()| to,
        move |w| register::ops::moderate(w, &actor, seen, Moderation::Published, None, ""),
    );
    done.await
}

/// A page with one decision's form.
fn page(v: &Visit, case: &Case, key: &str, form: &Form<'_>, fields: &Markup) -> Markup {
    let title = title(v, case, key);
    let fields = html! { input type="hidden" name="revisione" value=(case.line.contribution.revision); (fields) };
    let content = html! {
        (ui::head(&title, Some(&v.t(&format!("{key}-lead")))))
        @if key != "redact" { div.contribution-text { (ui::prose(&case.line.text.text)) } }
        (form.show(&fields, &format!("{key}-button"), Some(&case.href())))
    };
    staff_frame_within(v, &case.process, StaffSection::Contributions, &title, &content)
}

fn title(v: &Visit, case: &Case, key: &str) -> String {
    v.t_with(&format!("{key}-title"), &[("number", Arg::from(case.line.contribution.number.to_string()))])
}

fn hold_view(v: &Visit, case: &Case, problems: &Problems) -> Markup {
    let form = Form::new(v, &format!("{}/trattieni", case.href()), problems);
    let fields = html! { (form.area("note", "moderation-note", 4).max(2000).hint("moderation-note-hint")) };
    page(v, case, "hold", &form, &fields)
}

/// Why it is put aside.
pub async fn hold_form(v: Visit) -> Answer {
    let case = case(&v).await?;
    v.page(&title(&v, &case, "hold"), &hold_view(&v, &case, &Problems::default()))
}

/// Puts it aside.
pub async fn hold(v: Visit) -> Answer {
    let case = case(&v).await?;
    let (actor, seen, to) = (v.actor().clone(), seen(&v, &case), case.href());
    let note = v.field("note").to_owned();
    let done = v.write_once_saying(
        "done-held",
        move |()| to,
        move |w| register::ops::moderate(w, &actor, seen, Moderation::Held, None, &note),
    );
    match done.await {
        Err(fault) => v.form_again(fault, &title(&v, &case, "hold"), |p| hold_view(&v, &case, p)),
        answer => answer,
    }
}

fn refuse_view(v: &Visit, case: &Case, problems: &Problems) -> Markup {
    let form = Form::new(v, &format!("{}/rifiuta", case.href()), problems);
    let reasons =
        Refusal::ALL.iter().map(|r| Choice::new(r.as_str(), v.t(&format!("refusal-{}", r.as_str())))).collect();
    let fields = html! {
        (form.radios("refusal", "moderation-refusal", reasons).required())
        (form.area("note", "moderation-note", 4).max(2000).hint("moderation-note-hint"))
    };
    page(v, case, "refuse", &form, &fields)
}

/// Why it is refused.
pub async fn refuse_form(v: Visit) -> Answer {
    let case = case(&v).await?;
    v.page(&title(&v, &case, "refuse"), &refuse_view(&v, &case, &Problems::default()))
}

/// Refuses it.
pub async fn refuse(v: Visit) -> Answer {
    let case = case(&v).await?;
    let (actor, seen, to) = (v.actor().clone(), seen(&v, &case), case.href());
    let (refusal, note) = (Refusal::parse(v.field("refusal")), v.field("note").to_owned());
    let done = v.write_once_saying(
        "done-refused",
        move |()| to,
        move |w| register::ops::moderate(w, &actor, seen, Moderation::Refused, refusal, &note),
    );
    match done.await {
        Err(fault) => v.form_again(fault, &title(&v, &case, "refuse"), |p| refuse_view(&v, &case, p)),
        answer => answer,
    }
}

fn redact_view(v: &Visit, case: &Case, problems: &Problems) -> Markup {
    let text = &case.line.text;
    let form = Form::new(v, &format!("{}/oscura", case.href()), problems)
        .value("text", text.text.as_str())
        .value("proposed", text.proposed.as_str());
    let fields = html! {
        (form.area("text", "receipt-text", 12).required().max(MAX_OTHER).hint("redact-text-hint"))
        @if !text.proposed.is_empty() { (form.area("proposed", "contribution-proposed", 8).required().max(MAX_OTHER)) }
        (form.area("reason", "redact-reason", 3).required().max(2000).hint("redact-reason-hint"))
    };
    page(v, case, "redact", &form, &fields)
}

/// What may be read in place of the original.
pub async fn redact_form(v: Visit) -> Answer {
    let case = case(&v).await?;
    v.page(&title(&v, &case, "redact"), &redact_view(&v, &case, &Problems::default()))
}

/// Blacks parts out; the original is sealed.
pub async fn redact(v: Visit) -> Answer {
    let case = case(&v).await?;
    let (actor, seen, to) = (v.actor().clone(), seen(&v, &case), case.href());
    let field = |name: &str| v.field(name).to_owned();
    let (text, proposed, reason) = (field("text"), field("proposed"), field("reason"));
    let done = v.write_once_saying(
        "done-redacted",
        move |()| to,
        move |w| register::ops::redact(w, &actor, seen, &text, &proposed, &reason),
    );
    match done.await {
        Err(fault) => v.form_again(fault, &title(&v, &case, "redact"), |p| redact_view(&v, &case, p)),
        answer => answer,
    }
}

fn duplicate_view(v: &Visit, case: &Case, problems: &Problems) -> Markup {
    let before = case.duplicate_of.map(|n| n.to_string()).unwrap_or_default();
    let form = Form::new(v, &format!("{}/duplicato", case.href()), problems).value("duplicate_of", before);
    let fields = html! { (form.number("duplicate_of", "duplicate-number").hint("duplicate-number-hint")) };
    page(v, case, "duplicate", &form, &fields)
}

/// Which earlier one it repeats.
pub async fn duplicate_form(v: Visit) -> Answer {
    let case = case(&v).await?;
    v.page(&title(&v, &case, "duplicate"), &duplicate_view(&v, &case, &Problems::default()))
}

/// Marks it as repeating an earlier one, or as standing by itself again.
pub async fn duplicate(v: Visit) -> Answer {
    let case = case(&v).await?;
    let (actor, seen, to) = (v.actor().clone(), seen(&v, &case), case.href());
    let typed = v.field("duplicate_of").trim().to_owned();
    // What is not a number names no contribution.
    let of = (!typed.is_empty()).then(|| typed.parse().unwrap_or(0));
    let said = if of.is_some() { "done-duplicate" } else { "done-not-duplicate" };
    let done = v.write_once_saying(said, move |()| to, move |w| register::ops::mark_duplicate(w, &actor, seen, of));
    match done.await {
        Err(fault) => v.form_again(fault, &title(&v, &case, "duplicate"), |p| duplicate_view(&v, &case, p)),
        answer => answer,
    }
}
