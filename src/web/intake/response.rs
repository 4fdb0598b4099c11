//! One response: what it says, where it stands, and what comes next.

use domain::Problems;
use domain::access::{ApproveResponse, PrepareResponse, ReadRegister, Subject};
use domain::clock::Instant;
use domain::intake::{Outcome, ResponseLine, ResponseState, desk as clerk, ops};
use domain::processes::Process;
use maud::{Markup, html};

use super::words::desk;
use crate::http::{Answer, Fault, Visit};
use crate::locale::Arg;
use crate::processes::{self, StaffSection};
use crate::ui::form::button;
use crate::ui::{self, Form, Tone, badge, lists, plan, time};

/// What the page knows.
struct Desk {
    process: Process,
    line: ResponseLine,
    replaces: Option<i32>,
    replaced_by: Option<i32>,
}

async fn read(v: &Visit) -> Result<Desk, Fault> {
    let process = processes::of(v).await?;
    let (actor, number) = (v.actor().clone(), v.path_as::<i32>("number")?);
    v.read(move |conn| {
        let permit = actor.permit::<ReadRegister>(Subject::of(process.id))?;
        let line = ops::response(conn, &permit, process.id, number)?;
        let replaces = line.response.supersedes.map(|id| clerk::number_of(conn, &permit, id)).transpose()?;
        let replaced_by = clerk::superseded_by(conn, &permit, line.response.id)?;
        Ok(Desk { process, line, replaces, replaced_by })
    })
    .await
}

/// The page.
pub async fn page(v: Visit) -> Answer {
    let d = read(&v).await?;
    v.page(&title(&v, &d), &view(&v, &d, &Problems::default()))
}

/// Hands it to the second person.
pub async fn submit(v: Visit) -> Answer {
    let (process, number) = (processes::of(&v).await?, v.path_as::<i32>("number")?);
    let (actor, id, here) = (v.actor().clone(), process.id, desk(&process, &format!("/riscontri/{number}")));
    v.write_once_saying("done-response-submitted", move |()| here, move |w| ops::submit(w, &actor, id, number)).await
}

/// Approves it.
pub async fn approve(v: Visit) -> Answer {
    let (process, number) = (processes::of(&v).await?, v.path_as::<i32>("number")?);
    let (actor, id, next) = (v.actor().clone(), process.id, desk(&process, "/riscontri?stato=submitted"));
    // A form without it was not read at all.
    let seen = Instant(v.field("preparato").parse().unwrap_or(0));
    let done = v.write_once_saying(
        "done-response-approved",
        move |()| next,
        move |w| ops::approve(w, &actor, id, number, seen),
    );
    done.await
}

/// Sends it back with a note.
pub async fn send_back(v: Visit) -> Answer {
    let d = read(&v).await?;
    let (actor, id, number, note) =
        (v.actor().clone(), d.process.id, d.line.response.number, v.field("note").to_owned());
    let next = desk(&d.process, "/riscontri?stato=submitted");
    let done = v.write_once_saying(
        "done-response-returned",
        move |()| next,
        move |w| ops::send_back(w, &actor, id, number, &note),
    );
    match done.await {
        Err(fault) => v.form_again(fault, &title(&v, &d), |p| view(&v, &d, p)),
        answer => answer,
    }
}

/// Throws it away.
pub async fn discard(v: Visit) -> Answer {
    let (process, number) = (processes::of(&v).await?, v.path_as::<i32>("number")?);
    let (actor, id, back) = (v.actor().clone(), process.id, desk(&process, "/riscontri"));
    v.write_once_saying("done-response-discarded", move |()| back, move |w| ops::discard(w, &actor, id, number)).await
}

fn title(v: &Visit, d: &Desk) -> String {
    v.t_with("response-name", &[("n", Arg::from(d.line.response.number.to_string()))])
}

fn view(v: &Visit, d: &Desk, problems: &Problems) -> Markup {
    let (title, r) = (title(v, d), &d.line.response);
    let content = html! {
        div.page-head {
            h1 { (title) }
            p { (badge::outcome(v.l(), r.outcome.as_str())) " " (badge::status(v.l(), r.state.as_str())) }
        }
        @if r.state == ResponseState::Returned && !r.return_note.is_empty() {
            (ui::notice(Tone::Warning, &html! { p.notice-title { (v.t("response-returned")) } (ui::prose(&r.return_note)) }))
        }
        section.block aria-labelledby="dice" { h2.h4 #dice { (v.t("response-says")) } (says(v, d)) }
        section.block aria-labelledby="richieste" {
            h2.h4 #richieste { (v.t_with("answer-requests", &[("n", Arg::from(d.line.requests.len()))])) }
            (requests(v, d))
        }
        section.block aria-labelledby="poi" { h2.h4 #poi { (v.t("response-next")) } (next(v, d, problems)) }
    };
    processes::staff_frame_within(v, &d.process, StaffSection::Responses, &title, &content)
}

fn says(v: &Visit, d: &Desk) -> Markup {
    let (r, slug) = (&d.line.response, d.process.slug.as_str());
    let other = |n: i32| html! { a href=(desk(&d.process, &format!("/riscontri/{n}"))) { (v.t_with("response-name", &[("n", Arg::from(n.to_string()))])) } };
    let passages = html! {
        @for (i, code) in d.line.codes.iter().enumerate() {
            @if i > 0 { ", " }
            a.code href=(crate::report::passage_href(slug, *code)) { (plan::code(*code)) }
        }
        @if let Some(n) = d.line.version { " " (v.t_with("response-of-version", &[("n", Arg::from(n.to_string()))])) }
    };
    let (reason, prepared, by) = (v.t("answer-reason"), v.t("response-prepared"), &d.line.prepared_by);
    let (names, step, owner, whose) =
        (v.t("response-passages"), v.t("answer-step"), v.t("answer-owner"), v.t("answer-competence"));
    let (published, replaces, replaced) =
        (v.t("response-published"), v.t("response-replaces"), v.t("response-replaced-by"));
    let mut facts: Vec<(&str, Markup)> = vec![(&reason, ui::prose(&r.reason))];
    if !d.line.codes.is_empty() {
        facts.push((&names, passages));
    }
    for (label, text) in [(&step, &r.deferred_step), (&owner, &r.deferred_owner), (&whose, &r.competence)] {
        if !text.is_empty() {
            facts.push((label, html! { (text) }));
        }
    }
    facts.push((&prepared, html! { (by) ", " (time::instant(v.l(), r.prepared_at)) }));
    if let Some(at) = r.published_at {
        facts.push((&published, time::instant(v.l(), at)));
    }
    facts.extend(d.replaces.map(|n| (replaces.as_ref(), other(n))));
    facts.extend(d.replaced_by.map(|n| (replaced.as_ref(), other(n))));
    lists::definition(&facts)
}

fn requests(v: &Visit, d: &Desk) -> Markup {
    html! {
        @if d.line.requests.is_empty() { p { (v.t("response-handed-over")) } }
        ol.queue-list {
            @for q in &d.line.requests {
                li.queue-item { div.queue-main {
                    p.queue-title { (v.t_with("intake-request", &[("n", Arg::from(q.request.number.to_string()))])) " " (q.request.summary) }
                    @for words in &q.excerpts { blockquote.contribution-quote { (ui::prose(words)) } }
                    p.queue-meta {
                        a href=(desk(&d.process, &format!("/istruttoria/{}", q.contribution))) {
                            (v.t_with("intake-of-contribution", &[("n", Arg::from(q.contribution.to_string()))]))
                        }
                    }
                } }
            }
        }
    }
}

/// What comes next: for whom it is to do, the button; for everybody else, who is to do it.
fn next(v: &Visit, d: &Desk, problems: &Problems) -> Markup {
    let (r, actor) = (&d.line.response, v.actor());
    let (prepares, approves) = (actor.may::<PrepareResponse>(d.process.id), actor.may::<ApproveResponse>(d.process.id));
    let own = actor.account == Some(r.prepared_by);
    let to = |rest: &str| desk(&d.process, &format!("/riscontri/{}{rest}", r.number));
    html! {
        @match r.state {
            ResponseState::Draft | ResponseState::Returned => {
                p { (v.t("response-next-draft")) }
                @if prepares { (button(v, &to("/invia"), "btn btn-primary", "response-submit", &[])) }
            },
            ResponseState::Submitted if approves && own => (ui::notice(Tone::Info, &html! { p { (v.t("response-next-own")) } })),
            ResponseState::Submitted if approves => {
                p { (v.t("response-next-approve")) }
                (button(v, &to("/approva"), "btn btn-primary", "response-approve", &[("preparato", &r.prepared_at.0.to_string())]))
            },
            ResponseState::Submitted => p { (v.t("response-next-submitted")) },
            ResponseState::Approved => {
                p { (v.t("response-next-approved")) }
                @if approves { p { a.btn.btn-primary href=(desk(&d.process, "/riscontri/pubblica")) { (v.t("response-to-batch")) } } }
            },
            ResponseState::Published => {
                p {
                    (v.t(if r.outcome == Outcome::Accepted { "response-next-accepted" } else { "response-next-published" })) " "
                    a href=(processes::address(&d.process, "/esiti")) { (v.t("response-to-outcomes")) }
                }
                @if prepares && d.replaced_by.is_none() { p { a.btn.btn-outline-primary href=(to("/sostituisci")) { (v.t("response-replace")) } } }
            },
        }
        @if approves && !own && matches!(r.state, ResponseState::Submitted | ResponseState::Approved) { (send_back_form(v, &to("/rimanda"), problems)) }
        @if prepares && r.state != ResponseState::Published { (change(v, &to)) }
    }
}

fn send_back_form(v: &Visit, address: &str, problems: &Problems) -> Markup {
    let form = Form::new(v, address, problems);
    let fields = html! { (form.area("note", "response-note", 3).required().max(2000).hint("response-note-hint")) };
    html! {
        details.fold open[!problems.0.is_empty()] {
            summary { (v.t("response-send-back")) }
            (form.show(&fields, "response-send-back-button", None))
        }
    }
}

fn change(v: &Visit, to: &impl Fn(&str) -> String) -> Markup {
    html! {
        p { a.btn.btn-outline-primary href=(to("/modifica")) { (v.t("response-edit")) } }
        details.fold {
            summary { (v.t("response-discard")) }
            p { (v.t("response-discard-text")) }
            (button(v, &to("/scarta"), "btn btn-outline-danger", "response-discard-button", &[]))
        }
    }
}
