//! The interviews, for everybody: how many were heard and how, the questions, and what was learnt by theme.

use std::collections::HashMap;

use domain::access::RecordInterview;
use domain::id::FindingId;
use domain::interviews::{ByTheme, FEW, Heard, Tombstone, Withdrawn, ops, publication};
use domain::processes::Process;
use maud::{Markup, html};

use super::desk;
use crate::http::{Answer, Visit};
use crate::locale::{Arg, Locale};
use crate::processes::{self, Section, address};
use crate::ui::{self, plan};

struct Found {
    process: Process,
    heard: Heard,
    questions: Vec<String>,
    themes: Vec<ByTheme>,
    cited: HashMap<FindingId, Vec<i32>>,
}

/// The page.
pub async fn page(v: Visit) -> Answer {
    let process = processes::of(&v).await?;
    let found = v
        .read(move |conn| {
            let mut cited: HashMap<FindingId, Vec<i32>> = HashMap::new();
            for source in ops::cited(conn, process.id)? {
                cited.entry(source.finding).or_default().push(source.code);
            }
            Ok(Found {
                heard: ops::heard(conn, process.id)?,
                questions: ops::questions(conn, process.id)?,
                themes: publication::public(conn, process.id)?,
                cited,
                process,
            })
        })
        .await?;
    let title = v.t_with("interviews-page-title", &[("process", Arg::from(found.process.title.as_str()))]);
    v.page(&title, &processes::frame(&v, &found.process, Section::Interviews, &view(&v, &found)))
}

fn view(v: &Visit, f: &Found) -> Markup {
    html! {
        (ui::head(&v.t("interviews-title"), Some(&v.t("interviews-lead"))))
        @if !f.heard.any && f.themes.is_empty() {
            (ui::empty(&v.t("interviews-public-none"), &v.t("interviews-public-none-text")))
        }
        @if f.heard.any {
            section.block aria-labelledby="ascolto" {
                h2 #ascolto { (v.t("interviews-how")) }
                p { (heard(v.l(), &f.heard)) }
            }
        }
        @if !f.questions.is_empty() {
            details.fold {
                summary { (v.t("interviews-asked")) }
                ol { @for question in &f.questions { li { (question) } } }
            }
        }
        @if f.heard.any || !f.themes.is_empty() { (learnt(v, f)) }
        @if v.actor().may::<RecordInterview>(f.process.id) {
            p { a href=(desk(&f.process, "")) { (v.t("interviews-to-desk")) } }
        }
    }
}

/// Who was heard, in a few sentences; a number too small is not said.
pub fn heard(l: &Locale, of: &Heard) -> String {
    let mut said = vec![match of.total {
        Some(n) => l.t_with("interviews-heard-total", &[("n", Arg::from(n))]),
        None => l.t_with("interviews-heard-few", &[("n", Arg::from(FEW))]),
    }];
    match of.ways {
        Some((0, _)) if of.total.is_some() => said.push(l.t("interviews-heard-online").into_owned()),
        Some((_, 0)) if of.total.is_some() => said.push(l.t("interviews-heard-in-person").into_owned()),
        Some((in_person, online)) if of.total.is_some() => {
            let both = [("in_person", Arg::from(in_person)), ("online", Arg::from(online))];
            said.push(l.t_with("interviews-heard-both", &both));
        }
        _ => {}
    }
    said.extend(of.minutes.map(|n| l.t_with("interviews-heard-minutes", &[("n", Arg::from(n))])));
    said.join(" ")
}

/// On how many interviews a theme rests; few are not counted out.
pub fn rests(l: &Locale, interviews: i32) -> String {
    if i64::from(interviews) < FEW {
        return l.t("interviews-theme-rests-few").into_owned();
    }
    l.t_with("interviews-theme-rests", &[("n", Arg::from(interviews))])
}

fn learnt(v: &Visit, f: &Found) -> Markup {
    html! {
        section.block aria-labelledby="risultanze" {
            h2 #risultanze { (v.t("interviews-learnt")) }
            @if f.themes.is_empty() { p { (v.t("interviews-learnt-none")) } }
            @else { p { (v.t("interviews-learnt-text")) } }
            @for t in &f.themes {
                h3 { (t.theme.title) }
                p.text-muted { (rests(v.l(), t.theme.interviews)) }
                ul {
                    @for finding in &t.findings {
                        li id=(format!("r{}", finding.id)) { (ui::prose(&finding.text)) (cited(v, f, finding.id)) }
                    }
                    @for gone in &t.withdrawn { (tombstone(v, gone)) }
                }
            }
        }
    }
}

fn tombstone(v: &Visit, gone: &Tombstone) -> Markup {
    html! { li.text-muted id=(format!("r{}", gone.id)) { (withdrawn(v.l(), &gone.withdrawn)) } }
}

/// What stands in the place of a finding that was taken back.
pub fn withdrawn(l: &Locale, of: &Withdrawn) -> String {
    let when = l.day(of.on);
    let all = [("when", Arg::from(when.as_str())), ("reason", Arg::from(of.reason.as_str()))];
    l.t_with("finding-withdrawn", &all)
}

fn cited(v: &Visit, f: &Found, id: FindingId) -> Markup {
    let codes = f.cited.get(&id).map(Vec::as_slice).unwrap_or_default();
    html! {
        @if !codes.is_empty() {
            p {
                (v.t("interviews-cited-by"))
                @for code in codes { " " a.code href=(address(&f.process, &format!("/passaggi/{code}"))) { (plan::code(*code)) } }
            }
        }
    }
}
