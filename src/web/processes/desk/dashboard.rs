//! The desk's first page: the next step, what was received and how it adds up, and every step in order.

use std::collections::HashSet;

use domain::access::{
    Actor, ApproveResponse, GrantRole, ImportVersion, ManageProcess, Permit, PrepareResponse, PublishVersion,
    ReadRegister, Subject,
};
use domain::clock::Instant;
use domain::db::Conn;
use domain::id::ProcessId;
use domain::intake::{ContributionState, ResponseState};
use domain::register::Moderation;
use domain::{accounts, consultations, intake, interviews, plans, processes, register, report};
use maud::{Markup, html};

use super::super::frame::{StaffSection, address, staff_address, staff_frame};
use super::checklist::{self, Group, Standing, State, Step, Who};
use crate::http::{Answer, Visit};
use crate::locale::Arg;
use crate::ui::{self, Tone, lists, time};

/// Everything the page is derived from.
fn standing(conn: &mut Conn, actor: &Actor, slug: &str, now: Instant) -> domain::Result<Standing> {
    let process = processes::ops::by_slug(conn, actor, slug)?;
    let id = process.id;
    let permit: Permit<ReadRegister> = actor.permit(Subject::of(id))?;
    let draft = if actor.may::<ImportVersion>(id) { plans::ops::draft(conn, actor, id)? } else { None };
    let draft = match draft {
        Some(d) => {
            let undecided = plans::ops::questions(conn, &d)?.len();
            Some((d, undecided))
        }
        None => None,
    };
    let waiting = register::ops::to_moderate(conn, &permit, id)?;
    let moderation = |of: Moderation| waiting.iter().filter(|(m, _)| *m == of).map(|(_, n)| n).sum();
    let responses = intake::desk::response_counts(conn, &permit, id)?;
    let in_state = |s: ResponseState| responses.get(&s).copied().unwrap_or(0);
    let window = consultations::ops::current(conn, id, now)?.map(|w| {
        let state = w.state(now);
        (w, state)
    });
    Ok(Standing {
        roles: roles(conn, actor, id)?,
        newest: plans::ops::newest(conn, id)?,
        draft,
        window,
        moderation: (moderation(Moderation::Waiting), moderation(Moderation::Held)),
        account: intake::ops::reconcile(conn, id)?,
        responses: (
            in_state(ResponseState::Submitted),
            in_state(ResponseState::Returned),
            in_state(ResponseState::Approved),
        ),
        interviews: (
            interviews::ops::count(conn, actor, id)?,
            interviews::publication::public(conn, id)?.iter().any(|t| !t.findings.is_empty()),
        ),
        reported: report::ops::published(conn, id)?.iter().any(|r| r.withdrawn_at.is_none()),
        page: processes::ops::page(conn, process)?,
    })
}

/// How many approve, how many prepare, and whether an answer can pass through two people.
fn roles(conn: &mut Conn, actor: &Actor, id: ProcessId) -> domain::Result<Option<(usize, usize, bool)>> {
    if !actor.may::<GrantRole>(id) {
        return Ok(None);
    }
    let permit: Permit<GrantRole> = actor.permit(Subject::of(id))?;
    let grants = accounts::ops::grants_in(conn, &permit, id)?;
    let with = |role: &str| grants.iter().filter(|g| g.role == role).map(|g| g.account).collect::<HashSet<_>>();
    let (promoters, reviewers) = (with("promoter"), with("reviewer"));
    let all: HashSet<_> = promoters.union(&reviewers).collect();
    Ok(Some((promoters.len(), reviewers.len(), !promoters.is_empty() && all.len() > 1)))
}

/// The page.
pub async fn page(v: Visit) -> Answer {
    let (actor, slug, now) = (v.actor().clone(), v.path("slug").to_owned(), v.now());
    let s = v.read(move |conn| standing(conn, &actor, &slug, now)).await?;
    let content = staff_frame(&v, &s.page.process, StaffSection::Dashboard, &view(&v, &s));
    v.page(&v.t_with("manage-title", &[("title", Arg::from(s.page.process.title.as_str()))]), &content)
}

fn may(v: &Visit, id: ProcessId, who: Who) -> bool {
    let actor = v.actor();
    match who {
        Who::Manage => actor.may::<ManageProcess>(id),
        Who::Publish => actor.may::<PublishVersion>(id),
        Who::Prepare => actor.may::<PrepareResponse>(id),
        Who::Approve => actor.may::<ApproveResponse>(id),
    }
}

fn view(v: &Visit, s: &Standing) -> Markup {
    let (p, groups) = (&s.page.process, checklist::groups(s));
    let next = groups.iter().flat_map(|g| &g.steps).find(|x| x.state == State::Todo && may(v, p.id, x.who));
    html! {
        (ui::head(&p.title, None))
        (next_step(v, s, next))
        @if let Some((w, _)) = &s.window { (time::countdown(v.l(), v.now(), w.opens_at, w.closes_at)) }
        (account(v, s))
        @for group in &groups { (self::group(v, s, group)) }
        p { a href=(address(p, "")) { (v.t("manage-public-page")) } }
    }
}

fn next_step(v: &Visit, s: &Standing, next: Option<&Step>) -> Markup {
    ui::notice(
        Tone::Info,
        &html! {
            @if let Some(step) = next {
                p.notice-title { (v.t("manage-next")) " " (v.t(&format!("step-{}", step.key))) }
                p { (how(v, step)) }
                a.btn.btn-primary href=(staff_address(&s.page.process, step.rest)) { (v.t("manage-do")) }
            } @else {
                p.notice-title { (v.t("manage-nothing")) }
                p { (v.t("manage-nothing-text")) }
            }
        },
    )
}

/// What was received = what became of it: the account every answer must add up to.
fn account(v: &Visit, s: &Standing) -> Markup {
    let a = &s.account;
    let words: Vec<_> = ContributionState::ALL.iter().map(|x| v.t(&format!("manage-{}", x.as_str()))).collect();
    let (received, late) = (v.t("manage-received"), v.t("process-late"));
    let link = |n: i64, rest: &str| html! { a href=(staff_address(&s.page.process, rest)) { (v.l().number(n)) } };
    let sum = lists::Figure { label: &received, number: link(a.received, "/contributi"), note: None, sum: true };
    let mut figures = vec![sum];
    for (state, label) in ContributionState::ALL.iter().zip(&words) {
        let number = link(a.count(*state), &format!("/istruttoria?stato={}", state.as_str()));
        figures.push(lists::Figure { label, number, note: None, sum: false });
    }
    let shown = a.received + a.late > 0;
    if a.late > 0 {
        figures.push(lists::Figure {
            label: &late,
            number: html! { (v.l().number(a.late)) },
            note: Some("+"),
            sum: false,
        });
    }
    html! { @if shown { section.block { h2 { (v.t("manage-account")) } (lists::figures(&figures)) } } }
}

fn group(v: &Visit, s: &Standing, group: &Group) -> Markup {
    let over = group.steps.iter().all(|step| matches!(step.state, State::Done | State::Optional));
    let list = html! { ol.queue-list { @for step in &group.steps { (item(v, s, step)) } } };
    html! {
        @if over {
            details.fold { summary { (v.t(group.title)) ": " (v.t("manage-all-done")) } (list) }
        } @else {
            section.block { h2 { (v.t(group.title)) } (list) }
        }
    }
}

fn item(v: &Visit, s: &Standing, step: &Step) -> Markup {
    let title = v.t(&format!("step-{}", step.key));
    let (class, word) = match step.state {
        State::Done => ("status status-approved", "step-state-done"),
        State::Todo => ("status status-open", "step-state-todo"),
        State::Later => ("status status-draft", "step-state-later"),
        State::Optional => ("status status-draft", "step-state-optional"),
    };
    html! {
        li.queue-item {
            div.queue-main {
                @if may(v, s.page.process.id, step.who) {
                    a.queue-title href=(staff_address(&s.page.process, step.rest)) { (title) }
                } @else { span.queue-title { (title) } }
                p.queue-meta {
                    (how(v, step))
                    @if !may(v, s.page.process.id, step.who) { " " (v.t("step-not-yours")) }
                }
            }
            div.queue-side { span class=(class) { (v.t(word)) } }
        }
    }
}

fn how(v: &Visit, step: &Step) -> String {
    v.t_with(&format!("step-{}-{}", step.key, step.how), &[("n", Arg::from(step.n))])
}
