//! The receipt: register number, instant, full text, and what lets anyone check that the register holds these very words.

use domain::access::WindowState;
use domain::consultations;
use domain::processes::{self, Process};
use domain::register::{self, Contribution, Receipt, Text};
use maud::{Markup, html};

use super::{show, write};
use crate::http::{Answer, Visit};
use crate::locale::Arg;
use crate::processes::{Section, frame_within};
use crate::ui::{self, Tone};

/// What the page shows.
struct Held {
    process: Process,
    of: Contribution,
    receipt: Receipt,
    history: Vec<Text>,
    open: bool,
    passage: Option<i32>,
    duplicate_of: Option<i32>,
}

/// The page, for the author only.
pub async fn page(v: Visit) -> Answer {
    let (actor, slug, now) = (v.actor().clone(), v.path("slug").to_owned(), v.now());
    let number = v.path_as::<i32>("number")?;
    let held = v.read(move |conn| {
        let process = processes::ops::by_slug(conn, &actor, &slug)?;
        let of = register::ops::by_number(conn, process.id, number)?;
        let receipt = register::ops::receipt(conn, &actor, &of)?;
        let window = consultations::ops::by_id(conn, of.consultation_id)?;
        let open = window.state(now) == WindowState::Open && of.withdrawn_at.is_none();
        let history = register::ops::history(conn, &of)?;
        let passage = register::ops::passage_code(conn, &of)?;
        let duplicate_of = register::ops::duplicate_of(conn, &of)?;
        Ok(Held { process, of, receipt, history, open, passage, duplicate_of })
    });
    let held = held.await?;
    let title = v.t_with("receipt-title", &[("number", Arg::from(number.to_string()))]);
    v.page(&title, &view(&v, &held, &title))
}

fn view(v: &Visit, h: &Held, title: &str) -> Markup {
    let content = html! {
        (ui::head(title, None))
        @if h.receipt.late { (ui::notice(Tone::Warning, &html! { p { (v.t("receipt-late")) } })) }
        span data-kept-clear=(write::kept_key(v, &h.process.slug, &h.passage.map(|c| c.to_string()).unwrap_or_default())) {}
        (paper(v, h))
        (state(v, h))
        (words(v, h))
        (check(v, h))
        (history(v, h))
        p.d-print-none { a href="/i-miei-contributi" { (v.t("mine-title")) } }
    };
    frame_within(v, &h.process, Section::Contributions, title, &content)
}

fn paper(v: &Visit, h: &Held) -> Markup {
    let (l, r) = (v.l(), &h.receipt);
    let exact = html! { time datetime=(r.received_at.rfc3339()) { (l.instant_exact(r.received_at)) } " (" (v.t("receipt-rome")) ")" };
    let passage = h.passage.map_or_else(|| v.t("receipt-whole").into_owned(), ui::plan::code);
    let kind = show::kind(l, h.of.kind);
    let shown = v.t(if h.of.shown { "receipt-shown-yes" } else { "receipt-shown-no" });
    let code = |text: &str| html! { span.hash { (text) } };
    ui::plan::receipt(
        &v.t("receipt-number"),
        &r.number.to_string(),
        &[
            (&v.t("receipt-process"), html! { (h.process.title) }),
            (&v.t("receipt-received"), exact),
            (&v.t("receipt-passage"), html! { (passage) }),
            (&v.t("comment-kind"), html! { (kind) }),
            (&v.t("comment-shown"), html! { (shown) }),
            (&v.t("receipt-revision"), html! { (r.revision) }),
            (&v.t("receipt-salt"), code(&r.salt)),
            (&v.t("receipt-commitment"), code(&r.commitment)),
            (&v.t("receipt-hash"), code(&r.hash)),
        ],
        "",
    )
}

/// Where it stands, and what may still be done.
fn state(v: &Visit, h: &Held) -> Markup {
    let base = format!("/percorsi/{}/contributi/{}", h.process.slug, h.of.number);
    let reason = show::refusal(v.l(), &h.of);
    html! {
        p { (v.t("receipt-state")) " " (show::badges(v.l(), &h.of)) }
        @if !reason.is_empty() { p { (v.t("contribution-refused-because")) " " (reason) } }
        @if !h.of.refusal_note.is_empty() { p { (h.of.refusal_note) } }
        @if let Some(other) = h.duplicate_of {
            p { a href=(format!("/percorsi/{}/contributi/{other}", h.process.slug)) {
                (v.t_with("contribution-duplicate-of", &[("number", Arg::from(other.to_string()))]))
            } }
        }
        @if h.open {
            p.form-actions.d-print-none {
                a.btn.btn-outline-primary href=(format!("{base}/modifica")) { (v.t("receipt-edit")) } " "
                a.btn.btn-outline-danger href=(format!("{base}/ritira")) { (v.t("receipt-withdraw")) }
            }
        } @else if h.of.withdrawn_at.is_none() { p.d-print-none { (v.t("receipt-closed")) } }
    }
}

fn words(v: &Visit, h: &Held) -> Markup {
    html! {
        section.block {
            h2 { (v.t("receipt-text")) }
            div.contribution-text { (ui::prose(&h.receipt.text)) }
            @if !h.receipt.proposed.is_empty() {
                h3 { (v.t("contribution-proposed")) }
                div.contribution-text { (ui::prose(&h.receipt.proposed)) }
            }
            @if h.history.last().is_some_and(|t| t.redacted) { (ui::notice(Tone::Info, &html! { p { (v.t("receipt-redacted")) } })) }
        }
    }
}

/// How anybody checks it, in words and with any computer.
fn check(v: &Visit, h: &Held) -> Markup {
    let (r, register) = (&h.receipt, format!("/percorsi/{}/registro", h.process.slug));
    let (number, revision) = (r.number.to_string(), r.revision.to_string());
    let values = [
        ("number", number.as_str()), ("revision", revision.as_str()), ("salt", r.salt.as_str()),
        ("text", r.text.as_str()), ("proposed", r.proposed.as_str()),
    ];
    html! {
        section.block {
            h2 { (v.t("receipt-check")) }
            (ui::prose(&v.t("receipt-check-text")))
            div.d-print-none { (ui::form::button(v, &format!("{register}/verifica"), "btn btn-outline-primary", "receipt-check-now", &values)) }
            details.fold {
                summary { (v.t("receipt-check-how")) }
                (ui::prose(&v.t("receipt-check-formula")))
                p { code { "printf '%s\\0%s\\0%s\\0%s\\0%s' \"$" (v.t("receipt-var-salt")) "\" " (number) " " (revision)
                    " \"$" (v.t("receipt-var-text")) "\" \"$" (v.t("receipt-var-proposed")) "\" | sha256sum" } }
                p { a href=(register) { (v.t("receipt-register")) } }
            }
        }
    }
}

fn history(v: &Visit, h: &Held) -> Markup {
    let before: Vec<&Text> = h.history.iter().filter(|t| t.revision < h.receipt.revision).collect();
    html! {
        @if !before.is_empty() {
            section.block.d-print-none {
                h2 { (v.t("receipt-history")) }
                div.folds { @for text in before { (revision(v, text)) } }
            }
        }
    }
}

/// An earlier revision, folded.
pub fn revision(v: &Visit, text: &Text) -> Markup {
    let at = v.l().instant(text.written_at);
    let args = [("n", Arg::from(text.revision.to_string())), ("at", Arg::from(at))];
    html! {
        details.fold {
            summary { (v.t_with("receipt-revision-of", &args)) }
            (ui::prose(&text.text))
            @if !text.proposed.is_empty() { p.form-label { (v.t("contribution-proposed")) } (ui::prose(&text.proposed)) }
        }
    }
}

