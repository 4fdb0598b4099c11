//! The queue: what came in, in counts that add up, and what is missing.

use domain::access::{ReadRegister, Subject};
use domain::intake::{ContributionState, Filter, Missing, QueueLine, Reconciliation, Why, ops};
use domain::paging::{Page, Slice};
use domain::processes::Process;
use maud::{Markup, html};

use super::words::{desk, first};
use crate::comments::show;
use crate::http::{Answer, Visit};
use crate::locale::Arg;
use crate::processes::{self, StaffSection};
use crate::ui::{self, Tone, badge, lists, plan, time};

/// How many links one kind of missing thing gets.
const LINKS: usize = 200;

/// The page.
pub async fn page(v: Visit) -> Answer {
    let process = processes::of(&v).await?;
    let (actor, id, filter, words) = (v.actor().clone(), process.id, filter(&v), words(&v));
    let page = Page::new(v.page_number(), 50);
    let (account, rows) = v
        .read(move |conn| {
            let permit = actor.permit::<ReadRegister>(Subject::of(id))?;
            Ok((ops::reconcile(conn, id)?, ops::queue(conn, &permit, id, filter, &words, page)?))
        })
        .await?;
    let title = v.t("intake-title");
    let content = html! {
        (ui::head(&title, Some(&v.t("intake-lead"))))
        (sum(&v, &account))
        (to_do(&v, &process, &account))
        (list(&v, &process, &account, filter, &rows))
    };
    v.page(&title, &processes::staff_frame(&v, &process, StaffSection::Intake, &content))
}

fn filter(v: &Visit) -> Filter {
    match v.query("stato") {
        Some("late") => Filter::Late,
        Some(word) => ContributionState::parse(word).map_or(Filter::All, Filter::In),
        None => Filter::All,
    }
}

/// What is searched for.
fn words(v: &Visit) -> String {
    v.query("cerca").unwrap_or_default().to_owned()
}

/// The sum as a sum: whoever looks can add it up.
fn sum(v: &Visit, account: &Reconciliation) -> Markup {
    let l = v.l();
    let state = |s: ContributionState| (l.t(&format!("intake-state-{}", s.as_str())), account.count(s));
    html! {
        section.block aria-labelledby="sum" {
            h2.h4 #sum { (v.t("intake-sum-title")) }
            p {
                strong { (l.number(account.received)) } " " (v.t("intake-sum-received")) " = "
                @for (i, (label, n)) in ContributionState::ALL.map(state).iter().enumerate() {
                    @if i > 0 { " + " }
                    strong { (l.number(*n)) } " " (label.to_lowercase())
                }
                "."
                @if account.late > 0 { " " (v.t_with("intake-sum-late", &[("n", Arg::from(account.late))])) }
            }
            @if !account.adds_up() { (ui::notice(Tone::Danger, &html! { p { (v.t("intake-sum-wrong")) } })) }
        }
    }
}

fn to_do(v: &Visit, process: &Process, account: &Reconciliation) -> Markup {
    let n = account.missing.len();
    html! {
        @if account.is_complete() {
            @if account.received > 0 {
                (ui::notice(Tone::Success, &html! { p { (v.t("intake-complete")) " " a href=(desk(process, "/resoconto")) { (v.t("intake-to-report")) } } }))
            }
        } @else {
            details.fold {
                summary { (v.t_with("intake-missing-count", &[("n", Arg::from(n))])) }
                (missing(v, process, account))
            }
        }
    }
}

/// What keeps the report from being made, kind by kind, each with the way to where it is done.
pub fn missing(v: &Visit, process: &Process, account: &Reconciliation) -> Markup {
    let kinds = [
        (Why::LostOriginal, "intake-missing-lost-original"),
        (Why::Moderation, "intake-missing-moderation"),
        (Why::NoRequest, "intake-missing-no-request"),
        (Why::NoResponse, "intake-missing-no-response"),
        (Why::NotPublished, "intake-missing-not-published"),
        (Why::StillAccepted, "intake-missing-still-accepted"),
    ];
    html! {
        dl.definition {
            @for (why, key) in kinds {
                @let links = ways(process, account, why);
                @let all = links.len();
                @if all > 0 {
                    div {
                        dt { (v.t_with(key, &[("n", Arg::from(all))])) }
                        dd {
                            @for (i, (number, href)) in links.iter().take(LINKS).enumerate() {
                                @if i > 0 { ", " }
                                a href=(href) { (number) }
                            }
                            @if all > LINKS { " " (v.t_with("intake-missing-more", &[("n", Arg::from(all - LINKS))])) }
                        }
                    }
                }
            }
        }
    }
}

fn ways(process: &Process, account: &Reconciliation, why: Why) -> Vec<(i32, String)> {
    let mut found: Vec<_> = account.missing.iter().filter(|m| m.why == why).map(|m| way(process, m)).collect();
    found.sort();
    found.dedup();
    found
}

/// The number that is shown, and where the thing is done.
pub fn way(process: &Process, m: &Missing) -> (i32, String) {
    match (m.why, m.request, m.response) {
        (Why::Moderation | Why::LostOriginal, ..) => {
            (m.contribution, desk(process, &format!("/contributi/{}", m.contribution)))
        }
        (_, _, Some(response)) => (response, desk(process, &format!("/riscontri/{response}"))),
        (_, Some(request), None) => (request, desk(process, &format!("/riscontri/nuovo?richieste={request}"))),
        _ => (m.contribution, desk(process, &format!("/istruttoria/{}", m.contribution))),
    }
}

fn list(v: &Visit, process: &Process, account: &Reconciliation, filter: Filter, rows: &Slice<QueueLine>) -> Markup {
    html! {
        section.queue aria-labelledby="list" {
            h2.h4 #list { (v.t("intake-list-title")) }
            (filters(v, process, account, filter))
            (search(v))
            @if rows.rows.is_empty() { (ui::empty(&v.t("intake-none"), &v.t("intake-none-text"))) }
            @else { ol.queue-list { @for row in &rows.rows { (item(v, process, row)) } } }
            (lists::pager(v, rows.page, rows.more))
        }
    }
}

/// By a number or by words, within the filter chosen.
fn search(v: &Visit) -> Markup {
    let state = v.query("stato").unwrap_or_default();
    html! {
        form.filters method="get" action=(v.path_only()) role="search" {
            @if !state.is_empty() { input type="hidden" name="stato" value=(state); }
            div.field {
                label.form-label for="f-cerca" { (v.t("intake-search")) }
                input.form-control type="search" id="f-cerca" name="cerca" value=(words(v)) maxlength="200";
            }
            div.form-actions { button.btn.btn-primary { (v.t("intake-search-button")) } }
        }
    }
}

fn filters(v: &Visit, process: &Process, account: &Reconciliation, filter: Filter) -> Markup {
    let here = desk(process, "/istruttoria");
    let one = |on: bool, word: &str, label: &str, n: i64| {
        let href = if word.is_empty() { here.clone() } else { format!("{here}?stato={word}") };
        html! { a.queue-count href=(href) aria-current=[on.then_some("true")] { b { (v.l().number(n)) } " " (label) } " " }
    };
    html! {
        p.queue-counts {
            (one(filter == Filter::All, "", &v.t("intake-filter-all"), account.received + account.late))
            @for state in [ContributionState::Open, ContributionState::Answered, ContributionState::Withdrawn, ContributionState::Duplicate, ContributionState::Refused] {
                (one(filter == Filter::In(state), state.as_str(), &v.t(&format!("intake-state-{}", state.as_str())), account.count(state)))
            }
            (one(filter == Filter::Late, "late", &v.t("intake-filter-late"), account.late))
        }
    }
}

fn item(v: &Visit, process: &Process, row: &QueueLine) -> Markup {
    let (l, c) = (v.l(), &row.line.contribution);
    let requests = [("n", Arg::from(row.requests)), ("answered", Arg::from(row.answered))];
    html! {
        li.queue-item {
            div.queue-main {
                a.queue-title href=(desk(process, &format!("/istruttoria/{}", c.number))) {
                    (v.t("contribution-number-short")) " " (c.number) " – " (first(&row.line.text.text, 100))
                }
                p.queue-meta {
                    (super::contribution::author(v, &row.line.author)) " · " (show::kind(v.l(), c.kind))
                    @if let Some(code) = row.line.passage_code { " · " (plan::code(code)) }
                    " · " (time::date(l, c.received_at)) " · " (v.t_with("intake-requests-count", &requests))
                }
            }
            div.queue-side {
                (badge::status(l, row.state.as_str()))
                @if c.late { " " (badge::status(l, "late")) }
            }
        }
    }
}
