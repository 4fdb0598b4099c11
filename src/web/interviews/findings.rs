//! What was learnt: writing it under a theme, mending it until it is public. Nothing here keeps an instant: no key of the form
//! sent, no line of the trail.

use domain::access::PublishFindings;
use domain::id::FindingId;
use domain::interviews::{Finding, Theme, is_enough, ops};
use domain::paging::{Page, Slice};
use domain::processes::Process;
use domain::{Error, Problems};
use maud::{Markup, html};

use super::{desk, framed};
use crate::http::{Answer, Fault, Visit};
use crate::locale::Arg;
use crate::processes;
use crate::ui::form::button;
use crate::ui::{self, Choice, Form, Tone, lists};

/// What the page knows.
struct Desk {
    process: Process,
    themes: Vec<Theme>,
    found: Slice<(Theme, Finding)>,
    /// Which of those that are public were taken back.
    withdrawn: Vec<FindingId>,
}

async fn read(v: &Visit) -> Result<Desk, Fault> {
    let process = processes::of(v).await?;
    let (actor, page) = (v.actor().clone(), Page::new(v.page_number(), 50));
    v.read(move |conn| {
        let themes = ops::themes(conn, &actor, process.id)?;
        let found = ops::findings(conn, &actor, process.id, page)?;
        let withdrawn = ops::withdrawn(conn, &actor, process.id)?;
        Ok(Desk { process, themes, found, withdrawn })
    })
    .await
}

/// The page: the form, and what stands there by theme.
pub async fn page(v: Visit) -> Answer {
    let d = read(&v).await?;
    v.page(&v.t("interviews-findings"), &view(&v, &d, &Problems::default()))
}

/// Writes one. Sent twice it stands once, because the same words under the same theme do.
pub async fn write(v: Visit) -> Answer {
    let d = read(&v).await?;
    let (actor, id) = (v.actor().clone(), d.process.id);
    let (theme, text) = (v.field("theme").parse().ok(), v.field("text").to_owned());
    match v.write(move |w| ops::write(w, &actor, id, theme, &text)).await {
        Ok(()) => v.done("done-finding", &desk(&d.process, "/risultanze")),
        // Another node wrote the very same words in this very instant.
        Err(Fault::Domain(e)) if e.is_unique_violation() => v.done("done-finding", &desk(&d.process, "/risultanze")),
        Err(fault) => v.form_again(fault, &v.t("interviews-findings"), |p| view(&v, &d, p)),
    }
}

struct One {
    process: Process,
    themes: Vec<Theme>,
    finding: Finding,
}

async fn one(v: &Visit) -> Result<One, Fault> {
    let process = processes::of(v).await?;
    let (actor, id) = (v.actor().clone(), v.path_as::<FindingId>("id")?);
    v.read(move |conn| {
        let finding = ops::finding(conn, &actor, process.id, id)?;
        if finding.published {
            return Err(Error::Refused("refused-finding-published"));
        }
        Ok(One { themes: ops::themes(conn, &actor, process.id)?, finding, process })
    })
    .await
}

/// The form that mends one, and the way to take it out.
pub async fn edit(v: Visit) -> Answer {
    let d = one(&v).await?;
    v.page(&v.t("finding-mend"), &edit_view(&v, &d, &Problems::default()))
}

/// Mends one.
pub async fn mend(v: Visit) -> Answer {
    let d = one(&v).await?;
    let (actor, of, id) = (v.actor().clone(), d.process.id, d.finding.id);
    let (theme, text) = (v.field("theme").parse().ok(), v.field("text").to_owned());
    match v.write(move |w| ops::mend(w, &actor, of, id, theme, &text)).await {
        Ok(()) => v.done("done-finding-mended", &desk(&d.process, "/risultanze")),
        Err(fault) => v.form_again(fault, &v.t("finding-mend"), |p| edit_view(&v, &d, p)),
    }
}

/// Takes one out.
pub async fn take_out(v: Visit) -> Answer {
    let process = processes::of(&v).await?;
    let (actor, of, id) = (v.actor().clone(), process.id, v.path_as::<FindingId>("id")?);
    v.write(move |w| ops::take_out(w, &actor, of, id)).await?;
    v.done("done-finding-removed", &desk(&process, "/risultanze"))
}

fn fields(v: &Visit, form: &Form<'_>, themes: &[Theme]) -> Markup {
    let choose = Choice::new("", v.t("finding-theme-choose"));
    let choices = std::iter::once(choose).chain(themes.iter().map(|t| Choice::new(t.id.to_string(), t.title.clone())));
    html! {
        (form.select("theme", "finding-theme", choices.collect()).required())
        (form.area("text", "finding-text", 4).required().max(2000).counted().hint("finding-text-hint"))
    }
}

fn view(v: &Visit, d: &Desk, problems: &Problems) -> Markup {
    let form = Form::new(v, &desk(&d.process, "/risultanze"), problems);
    let content = html! {
        @if d.themes.is_empty() {
            (ui::empty(&v.t("findings-no-theme"), &v.t("findings-no-theme-text")))
            p { a.btn.btn-primary href=(desk(&d.process, "/temi")) { (v.t("findings-to-themes")) } }
        } @else {
            section.block aria-labelledby="scrivi" {
                h2 #scrivi { (v.t("finding-new")) }
                (form.show(&fields(v, &form, &d.themes), "finding-button", None))
            }
            section.block aria-labelledby="scritte" {
                h2 #scritte { (v.t("findings-written")) }
                @if d.found.rows.is_empty() { p { (v.t("findings-none")) } }
                @for group in d.found.rows.chunk_by(|a, b| a.0.id == b.0.id) { (self::group(v, d, group)) }
                (lists::pager(v, d.found.page, d.found.more))
            }
        }
    };
    framed(v, &d.process, "/risultanze", "interviews-findings", "interviews-findings-lead", &content)
}

fn group(v: &Visit, d: &Desk, group: &[(Theme, Finding)]) -> Markup {
    let Some((theme, _)) = group.first() else { return html! {} };
    let rests = v.t_with("finding-theme-rests", &[("n", Arg::from(theme.interviews))]);
    html! {
        h3 { (theme.title) }
        p.queue-meta { (rests) @if !is_enough(theme.interviews) { " " (v.t("finding-theme-too-few")) } }
        ul.queue-list {
            @for (_, finding) in group {
                li.queue-item {
                    div.queue-main { (ui::prose(&finding.text)) }
                    div.queue-side {
                        @if d.withdrawn.contains(&finding.id) { (ui::badge::tag(&v.t("finding-withdrawn-tag"))) }
                        @else if finding.published {
                            (ui::badge::tag(&v.t("finding-public")))
                            @if v.actor().may::<PublishFindings>(d.process.id) {
                                " " a href=(desk(&d.process, &format!("/risultanze/{}/ritira", finding.id))) {
                                    (v.t("finding-withdraw-link")) span.visually-hidden { ": " (crate::plans::start(&finding.text)) }
                                }
                            }
                        }
                        @else {
                            a href=(desk(&d.process, &format!("/risultanze/{}", finding.id))) {
                                (v.t("finding-mend-link")) span.visually-hidden { ": " (crate::plans::start(&finding.text)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn edit_view(v: &Visit, d: &One, problems: &Problems) -> Markup {
    let here = desk(&d.process, &format!("/risultanze/{}", d.finding.id));
    let form = Form::new(v, &here, problems)
        .value("theme", d.finding.theme_id.to_string())
        .value("text", d.finding.text.as_str());
    let content = html! {
        (form.show(&fields(v, &form, &d.themes), "finding-mend-button", Some(&desk(&d.process, "/risultanze"))))
        details.fold {
            summary { (v.t("finding-remove")) }
            (ui::notice(Tone::Warning, &html! { p { (v.t("finding-remove-text")) } }))
            (button(v, &format!("{here}/togli"), "btn btn-outline-danger", "finding-remove-button", &[]))
        }
    };
    framed(v, &d.process, "/risultanze", "finding-mend", "interviews-findings-lead", &content)
}
