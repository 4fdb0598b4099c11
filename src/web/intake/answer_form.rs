//! The form of an answer: the requests, the outcomes with what each means, and what each must name.

use domain::Problems;
use domain::intake::{Outcome, Place, Put, RequestLine, ResponseLine};
use domain::plans::{Change, ChangeKind};
use domain::processes::Process;
use maud::{Markup, html};

use super::answer::Act;
use super::words::{desk, first};
use crate::http::Visit;
use crate::locale::Arg;
use crate::processes::{self, StaffSection};
use crate::ui::{self, Choice, Form, plan};

/// What the page knows.
pub struct Desk {
    /// The process.
    pub process: Process,
    /// Which of the three it is.
    pub act: Act,
    /// The answer to be written again, or to be replaced.
    pub before: Option<ResponseLine>,
    /// The requests it is for.
    pub requests: Vec<RequestLine>,
    /// The versions and passages it may name.
    pub place: Place,
    /// Where the words of the requests were put: a new answer begins with that.
    pub puts: Vec<Put>,
}

/// The page.
pub fn view(v: &Visit, d: &Desk, problems: &Problems) -> Markup {
    let title = d.act.title(v);
    let content = html! {
        (ui::head(&title, None))
        @if !d.puts.is_empty() {
            (ui::notice(ui::Tone::Info, &html! {
                p { (v.t("put-filled")) }
                ul { @for put in &d.puts { li { (super::contribution::put_into(v, put)) } } }
            }))
        }
        (requests(v, d))
        (form(v, d, problems))
    };
    processes::staff_frame_within(v, &d.process, StaffSection::Responses, &title, &content)
}

fn requests(v: &Visit, d: &Desk) -> Markup {
    html! {
        section.block aria-labelledby="richieste" {
            h2.h4 #richieste { (v.t_with("answer-requests", &[("n", Arg::from(d.requests.len()))])) }
            ol.queue-list {
                @for r in &d.requests {
                    li.queue-item {
                        div.queue-main {
                            p.queue-title { (v.t_with("intake-request", &[("n", Arg::from(r.request.number.to_string()))])) " " (r.request.summary) }
                            @for words in &r.excerpts { blockquote.contribution-quote { (ui::prose(words)) } }
                            p.queue-meta {
                                a href=(desk(&d.process, &format!("/istruttoria/{}", r.contribution))) {
                                    (v.t_with("intake-of-contribution", &[("n", Arg::from(r.contribution.to_string()))]))
                                }
                                @if let Some(code) = d.place.on.get(&r.contribution).copied().flatten() {
                                    " · " a.code href=(crate::report::passage_href(&d.process.slug, code)) { (plan::code(code)) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn form(v: &Visit, d: &Desk, problems: &Problems) -> Markup {
    let address = d.act.address(&d.process);
    let numbers: Vec<String> = d.requests.iter().map(|r| r.request.number.to_string()).collect();
    let form = filled(Form::new(v, &address, problems), d);
    let outcomes = Outcome::ALL.iter().map(|o| {
        let key = o.as_str();
        Choice::new(key, v.t(&format!("outcome-{key}"))).hint(v.t(&format!("outcome-hint-{key}")))
    });
    let fields = html! {
        input type="hidden" name="requests" value=(numbers.join(","));
        (only(v, d, &form))
        (form.radios("outcome", "answer-outcome", outcomes.collect()).required())
        (form.area("reason", "answer-reason", 6).required().max(10_000).hint("answer-reason-hint"))
        (passages(v, d, &form))
        (elsewhere(v, d, &form, problems))
        (form.tick("draft", "answer-draft").hint("answer-draft-hint"))
    };
    form.show(&fields, "answer-button", Some(&desk(&d.process, "/riscontri")))
}

/// What takes the place of a public answer may do so for some of its requests.
fn only(v: &Visit, d: &Desk, form: &Form<'_>) -> Markup {
    if !matches!(d.act, Act::InPlaceOf(_)) || d.requests.len() < 2 {
        return html! {};
    }
    let choice = |r: &RequestLine| {
        let number = r.request.number.to_string();
        let name = v.t_with("intake-request", &[("n", Arg::from(number.as_str()))]);
        Choice::new(number, format!("{name} {}", first(&r.request.summary, 110)))
    };
    html! { (form.checks("only", "answer-only", d.requests.iter().map(choice).collect()).hint("answer-only-hint")) }
}

/// What stands there before anything is typed.
fn filled<'a>(form: Form<'a>, d: &Desk) -> Form<'a> {
    let Some(before) = &d.before else { return put(form, d) };
    let r = &before.response;
    naming(form, d, &before.codes)
        .value("outcome", r.outcome.as_str())
        .value("reason", r.reason.clone())
        .value("version", before.version.map(|n| n.to_string()).unwrap_or_default())
        .value("competence", r.competence.clone())
        .value("deferred_step", r.deferred_step.clone())
        .value("deferred_owner", r.deferred_owner.clone())
}

/// The passages that are named: ticked where they stand in the list, written otherwise.
fn naming<'a>(form: Form<'a>, d: &Desk, codes: &[i32]) -> Form<'a> {
    let ticks: Vec<i32> = d.place.changes.iter().filter_map(Change::code).collect();
    let (ticked, written): (Vec<i32>, Vec<i32>) = codes.iter().partition(|c| ticks.contains(c));
    let written: Vec<String> = written.iter().map(|c| plan::code(*c)).collect();
    form.value("codes", ticked.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
        .value("passages", written.join(", "))
}

/// What was put into the text is integrated: wholly, if all of it was put as it was proposed and no request is without.
fn put<'a>(form: Form<'a>, d: &Desk) -> Form<'a> {
    let Some(newest) = d.puts.iter().map(|p| p.version).max() else { return form };
    let mine: Vec<&Put> = d.puts.iter().filter(|p| p.version == newest).collect();
    let all = d.requests.iter().all(|r| mine.iter().any(|p| p.request == r.request.id && p.whole));
    let outcome = if all { Outcome::Integrated } else { Outcome::PartiallyIntegrated };
    let mut codes: Vec<i32> = mine.iter().map(|p| p.code).collect();
    codes.sort_unstable();
    codes.dedup();
    naming(form, d, &codes).value("outcome", outcome.as_str()).value("version", newest.to_string())
}

/// The passages an outcome names: to be ticked where few changed, to be written otherwise.
fn passages(v: &Visit, d: &Desk, form: &Form<'_>) -> Markup {
    let kind = |c: &Change| match c.kind {
        ChangeKind::New => "answer-change-new",
        ChangeKind::Removed => "answer-change-removed",
        ChangeKind::Moved => "answer-change-moved",
        ChangeKind::MovedAndEdited => "answer-change-moved-and-edited",
        ChangeKind::Reshaped => "answer-change-reshaped",
        _ => "answer-change-edited",
    };
    let commented: Vec<i32> = d.place.on.values().copied().flatten().collect();
    let tick = |c: &Change| {
        let (code, shown) = (c.code()?, c.after.as_ref().or(c.before.as_ref())?);
        let said = v.t(kind(c));
        let hint =
            if commented.contains(&code) { format!("{}, {said}", v.t("answer-commented")) } else { said.into_owned() };
        Some(Choice::new(code.to_string(), format!("{} – {}", plan::code(code), first(&shown.text, 110))).hint(hint))
    };
    let ticks: Vec<Choice> = d.place.changes.iter().filter_map(tick).collect();
    let auto = std::iter::once(Choice::new("", v.t("answer-version-auto")));
    let versions = d.place.versions.iter().map(|(n, public)| {
        let key = if *public { "answer-version" } else { "answer-version-draft" };
        Choice::new(n.to_string(), v.t_with(key, &[("n", Arg::from(n.to_string()))]))
    });
    html! {
        h2.h4 { (v.t("answer-passages-title")) }
        p.form-text { (v.t("answer-passages-text")) }
        @if !ticks.is_empty() {
            (form.checks("codes", "answer-codes", ticks).hint_text(v.t_with("answer-codes-hint", &[("n", Arg::from(d.place.newest.to_string()))])))
        }
        @if d.place.more { p.form-text { (v.t("answer-more-changes")) } }
        (form.text("passages", "answer-passages").hint("answer-passages-hint"))
        (form.select("version", "answer-version-label", auto.chain(versions).collect()).hint("answer-version-hint"))
    }
}

/// What a deferral and a refusal name.
fn elsewhere(v: &Visit, d: &Desk, form: &Form<'_>, problems: &Problems) -> Markup {
    let wrong = problems.0.iter().any(|p| p.field.starts_with("deferred") || p.field == "competence");
    let used =
        d.before.as_ref().is_some_and(|b| !b.response.competence.is_empty() || !b.response.deferred_step.is_empty());
    html! {
        details.fold open[wrong || used] {
            summary { (v.t("answer-elsewhere-title")) }
            (form.text("deferred_step", "answer-step").max(300).hint("answer-step-hint"))
            (form.text("deferred_owner", "answer-owner").max(300).hint("answer-owner-hint"))
            (form.text("competence", "answer-competence").max(300).hint("answer-competence-hint"))
        }
    }
}
