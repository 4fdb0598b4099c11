//! The responses, by state; several can be handed over or approved at once.

use std::collections::HashMap;

use domain::access::{ApproveResponse, PrepareResponse, ReadRegister, Subject};
use domain::clock::Instant;
use domain::intake::{ResponseLine, ResponseState, desk as clerk, ops};
use domain::paging::{Page, Slice};
use domain::processes::Process;
use maud::{Markup, html};

use super::words::{desk, first};
use crate::http::{Answer, Visit};
use crate::locale::Arg;
use crate::processes::{self, StaffSection};
use crate::ui::{self, badge, lists};

/// What the page knows.
struct Desk {
    process: Process,
    state: Option<ResponseState>,
    counts: HashMap<ResponseState, i64>,
    free: usize,
    rows: Slice<ResponseLine>,
}

/// The page.
pub async fn page(v: Visit) -> Answer {
    let process = processes::of(&v).await?;
    let (actor, state) = (v.actor().clone(), v.query("stato").and_then(ResponseState::parse));
    let page = Page::new(v.page_number(), 50);
    let d = v
        .read(move |conn| {
            let permit = actor.permit::<ReadRegister>(Subject::of(process.id))?;
            Ok(Desk {
                counts: clerk::response_counts(conn, &permit, process.id)?,
                free: clerk::unanswered(conn, &permit, process.id, "", "")?.len(),
                rows: ops::responses(conn, &permit, process.id, state, page)?,
                state,
                process,
            })
        })
        .await?;
    let title = v.t("responses-title");
    v.page(&title, &processes::staff_frame(&v, &d.process, StaffSection::Responses, &view(&v, &d)))
}

/// The answers ticked, and when what was read of each was prepared: `12.1742403600000000`.
fn ticked(v: &Visit) -> Vec<(i32, Instant)> {
    let seen = |value: &str| {
        let (number, at) = value.split_once('.')?;
        Some((number.parse().ok()?, Instant(at.parse().ok()?)))
    };
    v.fields("response").into_iter().filter_map(seen).take(200).collect()
}

/// Hands those ticked to the second person.
pub async fn submit(v: Visit) -> Answer {
    let process = processes::of(&v).await?;
    let numbers: Vec<i32> = ticked(&v).into_iter().map(|(number, _)| number).collect();
    let (actor, id, back) = (v.actor().clone(), process.id, desk(&process, "/riscontri?stato=submitted"));
    v.write_once_saying("done-responses-submitted", move |_| back, move |w| clerk::submit_all(w, &actor, id, &numbers))
        .await
}

/// Approves those ticked.
pub async fn approve(v: Visit) -> Answer {
    let process = processes::of(&v).await?;
    let (actor, id, seen, back) =
        (v.actor().clone(), process.id, ticked(&v), desk(&process, "/riscontri?stato=approved"));
    v.write_once_saying("done-responses-approved", move |_| back, move |w| clerk::approve_all(w, &actor, id, &seen))
        .await
}

fn view(v: &Visit, d: &Desk) -> Markup {
    let approved = d.counts.get(&ResponseState::Approved).copied().unwrap_or(0);
    html! {
        div.page-head {
            h1 { (v.t("responses-title")) }
            p.lead { (v.t("responses-lead")) }
            p.page-actions {
                @if d.free > 0 && v.actor().may::<PrepareResponse>(d.process.id) {
                    a.btn.btn-primary href=(desk(&d.process, "/riscontri/nuovo")) { (v.t_with("responses-new", &[("n", Arg::from(d.free))])) } " "
                }
                @if approved > 0 && v.actor().may::<ApproveResponse>(d.process.id) {
                    a.btn.btn-outline-primary href=(desk(&d.process, "/riscontri/pubblica")) { (v.t_with("responses-publish", &[("n", Arg::from(approved))])) }
                }
            }
        }
        section.queue aria-label=(v.t("responses-title")) {
            (filters(v, d))
            @if d.rows.rows.is_empty() { (ui::empty(&v.t("responses-none"), &v.t("responses-none-text"))) }
            @else { (rows(v, d)) }
            (lists::pager(v, d.rows.page, d.rows.more))
        }
    }
}

fn filters(v: &Visit, d: &Desk) -> Markup {
    let here = desk(&d.process, "/riscontri");
    let one = |state: Option<ResponseState>, label: &str, n: i64| {
        let href = state.map_or_else(|| here.clone(), |s| format!("{here}?stato={}", s.as_str()));
        html! { a.queue-count href=(href) aria-current=[(d.state == state).then_some("true")] { b { (v.l().number(n)) } " " (label) } " " }
    };
    html! {
        p.queue-counts {
            (one(None, &v.t("responses-all"), d.counts.values().sum()))
            @for state in ResponseState::ALL {
                (one(Some(*state), &v.t(&format!("responses-{}", state.as_str())), d.counts.get(state).copied().unwrap_or(0)))
            }
        }
    }
}

/// What can be done with several rows of this list at once: address, button, and whether to each row.
fn together(v: &Visit, d: &Desk) -> Option<(&'static str, &'static str)> {
    let actor = v.actor();
    match d.state? {
        ResponseState::Draft | ResponseState::Returned if actor.may::<PrepareResponse>(d.process.id) => {
            Some(("/riscontri/invia", "responses-submit"))
        }
        ResponseState::Submitted if actor.may::<ApproveResponse>(d.process.id) => {
            Some(("/riscontri/approva", "responses-approve"))
        }
        _ => None,
    }
}

fn rows(v: &Visit, d: &Desk) -> Markup {
    let me = v.actor().account;
    let own = |r: &ResponseLine| d.state == Some(ResponseState::Submitted) && Some(r.response.prepared_by) == me;
    html! {
        @match together(v, d) {
            Some((address, button)) => {
                form method="post" action=(desk(&d.process, address)) {
                    (ui::form::hidden(v))
                    ol.queue-list { @for r in &d.rows.rows { (item(v, d, r, !own(r))) } }
                    @if d.rows.rows.iter().all(own) { p { (v.t("responses-all-own")) } }
                    @else { div.form-actions { button.btn.btn-primary { (v.t(button)) } } }
                }
            },
            None => { ol.queue-list { @for r in &d.rows.rows { (item(v, d, r, false)) } } },
        }
    }
}

fn item(v: &Visit, d: &Desk, r: &ResponseLine, tick: bool) -> Markup {
    let n = r.response.number.to_string();
    let seen = format!("{n}.{}", r.response.prepared_at.0);
    let requests: Vec<String> = r.requests.iter().map(|q| q.request.number.to_string()).collect();
    let said = [("n", Arg::from(requests.len())), ("numbers", Arg::from(requests.join(", ")))];
    html! {
        li.queue-item {
            div.queue-main {
                @if tick {
                    div.form-check {
                        input.form-check-input type="checkbox" name="response" value=(seen) id=(format!("t-{n}"));
                        label.form-check-label for=(format!("t-{n}")) { (v.t_with("responses-tick", &[("n", Arg::from(n.as_str()))])) }
                    }
                }
                a.queue-title href=(desk(&d.process, &format!("/riscontri/{n}"))) {
                    (v.t_with("response-name", &[("n", Arg::from(n.as_str()))])) " – " (first(&r.response.reason, 100))
                }
                p.queue-meta {
                    (v.t_with("responses-for", &said)) " · " (v.t_with("responses-by", &[("name", Arg::from(r.prepared_by.as_str()))]))
                }
            }
            div.queue-side {
                (badge::outcome(v.l(), r.response.outcome.as_str())) " " (badge::status(v.l(), r.response.state.as_str()))
            }
        }
    }
}
