//! Publishing the set of findings: what will be public, what will not, and why.

use domain::access::PublishFindings;
use domain::interviews::{Alike, Finding, Looked, State, Theme, publication};
use domain::processes::Process;
use domain::{Error, Problems};
use maud::{Markup, html};

use super::{desk, framed, themes};
use crate::http::{Answer, Fault, Visit};
use crate::locale::Arg;
use crate::processes::{self, address};
use crate::ui::form::button;
use crate::ui::{self, Form, Tone};

struct Desk {
    process: Process,
    looked: Looked,
}

async fn read(v: &Visit) -> Result<Desk, Fault> {
    let process = processes::of(v).await?;
    let (actor, id) = (v.actor().clone(), process.id);
    let looked = v.read(move |conn| publication::look(conn, &actor, id)).await?;
    Ok(Desk { process, looked })
}

/// The page before the button.
pub async fn page(v: Visit) -> Answer {
    let d = read(&v).await?;
    v.page(&v.t("interviews-publish"), &view(&v, &d, &Problems::default()))
}

/// Publishes. Blocks a thread: afterwards the database's files are wiped of the order in which findings were written.
pub async fn publish(v: Visit) -> Answer {
    let process = processes::of(&v).await?;
    let (app, actor, id, now) = (v.app().clone(), v.actor().clone(), process.id, v.now());
    let (seen, reread) = (v.field("seen").to_owned(), v.ticked("reread"));
    match v.slow(move || publication::publish(&app.db, now, &actor, id, &seen, reread)).await {
        Ok(_) => v.done("done-findings-published", &address(&process, "/interviste")),
        Err(fault @ Fault::Domain(Error::Invalid(_))) => {
            let d = read(&v).await?;
            v.form_again(fault, &v.t("interviews-publish"), |p| view(&v, &d, p))
        }
        Err(fault) => Err(fault),
    }
}

fn view(v: &Visit, d: &Desk, problems: &Problems) -> Markup {
    let list = &d.looked.states;
    let sum = |of: fn(&State) -> i64| list.iter().map(|(_, s)| of(s)).sum::<i64>();
    let (public, ready, held_back) = (sum(|s| s.public), sum(|s| s.ready), sum(|s| s.held_back));
    let n = |n: i64| [("n", Arg::from(n))];
    let content = html! {
        section.block aria-labelledby="saranno" {
            h2 #saranno { (v.t("findings-will-be-public")) }
            p { (v.t_with("findings-ready", &n(ready))) " " @if public > 0 { (v.t_with("findings-public-already", &n(public))) } }
            (part(v, list, |s| s.public + s.ready > 0))
            @if ready > 0 { (words(v, &d.looked.ready)) }
        }
        @if held_back > 0 {
            section.block aria-labelledby="non-saranno" {
                h2 #non-saranno { (v.t("findings-held-back-title")) }
                p { (v.t_with("findings-held-back", &n(held_back))) }
                (part(v, list, |s| s.held_back > 0))
            }
        }
        (to_mend(v, d))
        @if d.looked.is_ready() {
            (ui::notice(Tone::Warning, &html! {
                p { (v.t("findings-publish-final")) }
                @if public > 0 { p { (v.t("findings-publish-again")) } }
            }))
            p { (v.t("findings-publish-order")) }
            (leave(v, d, problems))
        }
        p { a href=(address(&d.process, "/interviste")) { (v.t("interviews-see-public")) } }
    };
    framed(v, &d.process, "/pubblica", "interviews-publish", "interviews-publish-lead", &content)
}

/// The words that would become public, by theme.
fn words(v: &Visit, ready: &[(Theme, Finding)]) -> Markup {
    html! {
        details.fold {
            summary { (v.t("findings-ready-words")) }
            @for group in ready.chunk_by(|a, b| a.0.id == b.0.id) {
                p { strong { (group.first().map_or("", |(t, _)| t.title.as_str())) } }
                ul { @for (_, f) in group { li { (ui::prose(&f.text)) } } }
            }
        }
    }
}

/// What keeps the set from being published.
fn to_mend(v: &Visit, d: &Desk) -> Markup {
    let one = |f: &Finding| desk(&d.process, &format!("/risultanze/{}", f.id));
    html! {
        @if !d.looked.too_many.is_empty() {
            (ui::notice(Tone::Warning, &html! {
                p.notice-title { (v.t("findings-over-held")) }
                p { (v.t("findings-over-held-text")) }
                ul { @for t in &d.looked.too_many { li { strong { (t.title) } ": " (themes::over(v, t, d.looked.held)) } } }
                p { a href=(desk(&d.process, "/temi")) { (v.t("findings-to-themes")) } }
            }))
        }
        @if !d.looked.named.is_empty() {
            (ui::notice(Tone::Warning, &html! {
                p.notice-title { (v.t("findings-named")) }
                p { (v.t("findings-named-text")) }
                ul { @for f in &d.looked.named { li { a href=(one(f)) { (crate::plans::start(&f.text)) } } } }
            }))
        }
    }
}

/// The button, after the words that may name somebody; or who presses it.
fn leave(v: &Visit, d: &Desk, problems: &Problems) -> Markup {
    if !v.actor().may::<PublishFindings>(d.process.id) {
        return html! {
            @if !d.looked.alike.is_empty() { (alike(v, d)) }
            p { (v.t("findings-publish-who")) }
        };
    }
    let (to, seen) = (desk(&d.process, "/pubblica"), publication::fingerprint(&d.looked).unwrap_or_default());
    if d.looked.alike.is_empty() {
        return html! {
            div.page-actions {
                (button(v, &to, "btn btn-primary", "findings-publish-button", &[("seen", seen.as_str())])) " "
                a.btn.btn-link href=(desk(&d.process, "/risultanze")) { (v.t("form-cancel")) }
            }
        };
    }
    let form = Form::new(v, &to, problems);
    let fields =
        html! { input type="hidden" name="seen" value=(seen); (form.tick("reread", "findings-reread").required()) };
    html! { (alike(v, d)) (form.show(&fields, "findings-publish-button", Some(&desk(&d.process, "/risultanze")))) }
}

fn alike(v: &Visit, d: &Desk) -> Markup {
    let to = |a: &Alike| desk(&d.process, &format!("/risultanze/{}", a.finding));
    ui::notice(
        Tone::Info,
        &html! {
            p.notice-title { (v.t("findings-alike")) }
            p { (v.t("findings-alike-text")) }
            ul { @for a in &d.looked.alike { li { a href=(to(a)) { "«" (a.word) "»" } ": " (a.text) } } }
        },
    )
}

fn part(v: &Visit, list: &[(Theme, State)], wanted: fn(&State) -> bool) -> Markup {
    html! {
        ul { @for (theme, state) in list.iter().filter(|(_, s)| wanted(s)) {
            li { strong { (theme.title) } br; (themes::stands(v, theme, state)) }
        } }
    }
}
