//! What can be done in a process now: the first thing one sees of it.

use domain::access::WindowState;
use maud::{Markup, html};

use super::frame::address;
use super::page::Shown;
use crate::http::Visit;
use crate::ui::{self, Tone, time};

/// A countdown where there is a window, a sentence, and one or two buttons.
pub fn what(v: &Visit, s: &Shown) -> Markup {
    let content = match s.window(v) {
        Some((w, WindowState::Before)) => html! {
            (time::countdown(v.l(), v.now(), w.opens_at, w.closes_at))
            p { (v.t("now-before-text")) }
            (buttons(v, s, &[("/avvisi", "now-tell-opening"), (&s.asked_about(w), "now-read-draft")]))
        },
        Some((w, WindowState::Open)) => html! {
            (time::countdown(v.l(), v.now(), w.opens_at, w.closes_at))
            p { (v.t("now-open-text")) }
            (buttons(v, s, &[(&s.asked_about(w), "now-comment"), ("/commenta", "now-comment-whole"), ("/contributi", "now-read-comments")]))
            p.mt-3 { a href=(address(&s.page.process, "/avvisi")) { (v.t("now-tell")) } }
        },
        Some((w, WindowState::After)) => html! {
            @if s.reports.is_empty() { (time::countdown(v.l(), v.now(), w.opens_at, w.closes_at)) }
            (after(v, s))
        },
        None => without_window(v, s),
    };
    html! {
        section.block aria-labelledby="now" {
            (ui::notice(Tone::Info, &html! {
                h2.notice-title #now { (v.t("now-title")) }
                (content)
            }))
        }
    }
}

fn after(v: &Visit, s: &Shown) -> Markup {
    html! {
        @if !s.reports.is_empty() {
            p { (v.t("now-report-text")) }
            (buttons(v, s, &[("/resoconto", "now-read-report"), ("/esiti", "now-read-outcomes"), ("/piano", "now-read-plan")]))
        } @else if s.answered > 0 {
            p { (v.t("now-answered-text")) }
            (buttons(v, s, &[("/esiti", "now-read-outcomes"), ("/piano", "now-read-plan"), ("/avvisi", "now-tell")]))
        } @else {
            p { (v.t("now-closed-text")) }
            (buttons(v, s, &[("/contributi", "now-read-comments"), ("/piano", "now-read-draft"), ("/avvisi", "now-tell")]))
        }
    }
}

fn without_window(v: &Visit, s: &Shown) -> Markup {
    html! {
        @if s.reports.is_empty() {
            p { (v.t(if s.versions.is_empty() { "now-nothing-text" } else { "now-plan-text" })) }
            @if s.versions.is_empty() { (buttons(v, s, &[("/avvisi", "now-tell")])) }
            @else { (buttons(v, s, &[("/piano", "now-read-plan"), ("/avvisi", "now-tell")])) }
        } @else { (after(v, s)) }
    }
}

/// The first is what most come for.
fn buttons(v: &Visit, s: &Shown, list: &[(&str, &str)]) -> Markup {
    html! {
        div.page-actions {
            @for (n, (rest, key)) in list.iter().enumerate() {
                a class=(if n == 0 { "btn btn-primary" } else { "btn btn-outline-primary" })
                    href=(address(&s.page.process, rest)) { (v.t(key)) } " "
            }
        }
    }
}
