//! Sections of the page of a process.

use domain::access::WindowState;
use domain::consultations::Consultation;
use domain::processes::{Figure, Phase, PhaseState, Promoter, phase_state};
use maud::{Markup, html};

use super::frame::address;
use super::page::Shown;
use crate::http::Visit;
use crate::locale::Arg;
use crate::ui::{self, lists, time};

/// The phases as a line of time, with the figures that speak of each.
pub fn phases(v: &Visit, s: &Shown) -> Markup {
    let today = v.now().day();
    html! {
        @if s.page.phases.is_empty() { p { (v.t("process-no-phases")) } }
        ol.phases {
            @for p in &s.page.phases {
                @let state = phase_state(p.starts_on, p.ends_on, today);
                @let (class, word) = look(state);
                li class=(class) aria-current=[(state == PhaseState::Now).then_some("step")] {
                    span.phase-name { (p.title) } " "
                    span.phase-dates { (v.l().days(p.starts_on, p.ends_on)) } " "
                    span.phase-state { (v.t(word)) }
                    div.phase-text { (ui::prose(&p.description)) }
                    (beside(s, p))
                }
            }
        }
    }
}

const fn look(state: PhaseState) -> (&'static str, &'static str) {
    match state {
        PhaseState::Past => ("phase phase-past", "phase-state-past"),
        PhaseState::Now => ("phase phase-now", "phase-state-now"),
        PhaseState::ToCome => ("phase phase-future", "phase-state-future"),
    }
}

fn beside(s: &Shown, phase: &Phase) -> Markup {
    let mine: Vec<&Figure> = s.page.figures.iter().filter(|f| f.phase_id == Some(phase.id)).collect();
    html! {
        @if !mine.is_empty() {
            p.phase-text { @for f in &mine { span.tag { strong { (f.value) } " " (f.label) } " " } }
        }
    }
}

/// What was received, counted, and the figures that belong to no phase.
pub fn numbers(v: &Visit, s: &Shown) -> Markup {
    let (l, own) = (v.l(), |rest: &str| address(&s.page.process, rest));
    let linked = |n: i64, rest: &str| html! { a href=(own(rest)) { (l.number(n)) } };
    let (received, answered, organisations, late) =
        (v.t("process-received"), v.t("process-answered"), v.t("process-organisations"), v.t("process-late"));
    let figure = |label, number| lists::Figure { label, number, note: None, sum: false };
    let mut found = Vec::new();
    if !s.windows.is_empty() {
        found.push(figure(received.as_ref(), linked(s.received, "/registro")));
        if s.organisations > 0 {
            found.push(figure(organisations.as_ref(), linked(s.organisations, "/partecipanti")));
        }
        if s.late > 0 {
            found.push(figure(late.as_ref(), html! { (l.number(s.late)) }));
        }
        if s.answered > 0 {
            found.push(figure(answered.as_ref(), linked(s.answered, "/esiti")));
        }
    }
    let others = s.page.figures.iter().filter(|f| f.phase_id.is_none());
    found.extend(others.map(|f| figure(&f.label, html! { (f.value) })));
    html! {
        @if !found.is_empty() { section.block { h2 { (v.t("process-figures")) } (lists::figures(&found)) } }
    }
}

/// The windows, their extensions with the reasons, and the versions they were about.
pub fn windows(v: &Visit, s: &Shown) -> Markup {
    html! {
        @if !s.windows.is_empty() {
            section.block {
                h2 { (v.t("process-consultation")) }
                @for w in &s.windows { (window(v, s, w)) }
                p { (v.t("process-window-rule")) }
            }
        }
        @if !s.versions.is_empty() {
            section.block {
                h2 { (v.t("process-versions")) }
                ul {
                    @for version in &s.versions {
                        li {
                            a href=(address(&s.page.process, &format!("/piano/{}", version.number))) {
                                (v.t_with("process-version", &[("n", Arg::from(version.number))]))
                            }
                            @if let Some(at) = version.published_at { ", " (v.t("process-published-on")) " " (time::date(v.l(), at)) }
                            @if !version.note.is_empty() { br; (version.note) }
                        }
                    }
                }
            }
        }
    }
}

fn window(v: &Visit, s: &Shown, w: &Consultation) -> Markup {
    let (opens, closes) = match w.state(v.now()) {
        WindowState::Before => ("process-opens", "process-closes"),
        WindowState::Open => ("process-opened", "process-closes"),
        WindowState::After => ("process-opened", "process-closed"),
    };
    let number = s.versions.iter().find(|x| x.id == w.version_id).map(|x| x.number);
    let about = html! {
        @if let Some(n) = number {
            a href=(address(&s.page.process, &format!("/piano/{n}"))) { (v.t_with("process-version", &[("n", Arg::from(n))])) }
        }
    };
    html! {
        (lists::definition(&[
            (&v.t("process-about-version"), about),
            (&v.t(opens), time::instant(v.l(), w.opens_at)),
            (&v.t(closes), time::instant(v.l(), w.closes_at)),
        ]))
        @for x in s.extensions.get(&w.id).into_iter().flatten() {
            div.notice.notice-warning {
                p.notice-title { (v.t_with("process-extended", &[
                    ("from", Arg::from(v.l().instant(x.closed_at_before))),
                    ("to", Arg::from(v.l().instant(x.closes_at_after))),
                ])) }
                p { (v.t("process-extended-on")) " " (time::date(v.l(), x.extended_at)) ". " (v.t("process-reason")) " " (x.reason) }
            }
        }
    }
}

/// Who answers for it: promoters with their approval acts, founding act, contacts, facilitator.
pub fn who(v: &Visit, s: &Shown) -> Markup {
    let p = &s.page.process;
    let founded = html! {
        (p.founding_act)
        @if let Some(day) = p.founded_on { @if !p.founding_act.is_empty() { ", " } (v.l().day(day)) }
    };
    let words = ["process-founding-act", "process-facilitator", "process-contact"].map(|k| v.t(k));
    let mut facts: Vec<(&str, Markup)> = Vec::new();
    if !p.founding_act.is_empty() || p.founded_on.is_some() {
        facts.push((&words[0], founded));
    }
    if !p.facilitator.is_empty() {
        facts.push((&words[1], html! { (p.facilitator) }));
    }
    if !p.contact.is_empty() {
        facts.push((&words[2], contacts(&p.contact)));
    }
    html! {
        section.block {
            h2 { (v.t("process-who")) }
            @for promoter in &s.page.promoters { (self::promoter(v, promoter)) }
            @if !facts.is_empty() { (lists::definition(&facts)) }
        }
    }
}

fn promoter(v: &Visit, p: &Promoter) -> Markup {
    html! {
        p {
            strong { (p.name) }
            @if !p.contact.is_empty() { br; (contacts(&p.contact)) }
            @if let Some(act) = approval(v, p) { br; (v.t("process-approval")) " " (act) }
        }
    }
}

/// The approval act in words: kind, number, day.
pub fn approval(v: &Visit, p: &Promoter) -> Option<String> {
    let number =
        (!p.act_number.is_empty()).then(|| v.t_with("act-number", &[("number", Arg::from(p.act_number.as_str()))]));
    let day = p.act_date.map(|d| v.t_with("act-of", &[("day", Arg::from(v.l().day(d)))]));
    let kind = (!p.act_kind.is_empty()).then(|| p.act_kind.clone());
    let parts: Vec<String> = [kind, number, day].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// Addresses one may write to are links; anything else is left as it was written.
fn contacts(text: &str) -> Markup {
    let is_mail = |w: &str| w.contains('@') && w.contains('.') && !w.contains(['<', '>', '?', '&']);
    html! {
        @for (n, word) in text.split_whitespace().enumerate() {
            @if n > 0 { " " }
            @let bare = word.trim_matches([',', ';', '(', ')']);
            @if is_mail(bare) {
                @let (before, after) = word.split_once(bare).unwrap_or(("", ""));
                (before) a href=(format!("mailto:{bare}")) { (bare) } (after)
            } @else { (word) }
        }
    }
}

/// The reference documents.
pub fn documents(v: &Visit, s: &Shown) -> Markup {
    html! {
        @if !s.page.documents.is_empty() {
            section.block {
                h2 { (v.t("process-documents")) }
                ul {
                    @for d in &s.page.documents {
                        li {
                            @if d.link.is_empty() { strong { (d.title) } } @else { a href=(d.link) { (d.title) } }
                            @if !d.note.is_empty() { br; (d.note) }
                        }
                    }
                }
            }
        }
    }
}

/// Acts of other bodies the process takes note of.
pub fn acts(v: &Visit, s: &Shown) -> Markup {
    html! {
        @if !s.page.acts.is_empty() {
            section.block {
                h2 { (v.t("process-acts")) }
                ul { @for act in &s.page.acts { li { (self::act(v, act)) } } }
            }
        }
    }
}

/// One act: body, number, day, title, note.
pub fn act(v: &Visit, act: &domain::processes::Act) -> Markup {
    html! {
        strong { (act.body) }
        @if !act.act_number.is_empty() { ", " (v.t_with("act-number", &[("number", Arg::from(act.act_number.as_str()))])) }
        @if let Some(day) = act.act_date { " " (v.t_with("act-of", &[("day", Arg::from(v.l().day(day)))])) }
        ": " (act.title)
        @if !act.note.is_empty() { br; span.text-muted { (act.note) } }
    }
}

/// The next events, with the way to each.
pub fn next_events(v: &Visit, s: &Shown) -> Markup {
    html! {
        @if !s.events.is_empty() {
            section.block {
                h2 { (v.t("process-events")) }
                ul { @for e in &s.events {
                    li {
                        a href=(address(&s.page.process, &format!("/incontri/{}", e.number))) { (e.title) } ", "
                        (time::from_to(v.l(), e.starts_at, e.ends_at))
                    }
                } }
            }
        }
    }
}
