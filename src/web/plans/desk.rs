//! The staff's table of the plan: versions, the file that comes in, the draft that becomes of it.

use domain::Problems;
use domain::access::{ImportVersion, Permit, PublishVersion, ReadRegister, Subject};
use domain::plans::{self, Relation, Version};
use domain::processes::{self, Process};
use domain::{intake, register};
use maud::{Markup, html};

use super::matched::RELATIONS;
use super::{address, imported, unreadable, working};
use crate::http::{Answer, Fault, Visit};
use crate::locale::Arg;
use crate::processes::{StaffSection, staff_frame};
use crate::ui::form::button;
use crate::ui::lists::{self, Figure};
use crate::ui::{self, Form, time};

/// What a file may weigh, with the form around it.
pub const FILE_BYTES: usize = 50 * 1024 * 1024 + 64 * 1024;

/// Everything the page shows.
struct Desk {
    process: Process,
    published: Vec<Version>,
    draft: Option<Draft>,
}

struct Draft {
    version: Version,
    /// Answers whose passages are no longer what they say of them.
    recheck: Vec<(i32, &'static str)>,
    /// Answers that cite the draft: while there are any it cannot be thrown away.
    citing: Vec<i32>,
    /// What its passages are to the version before, and how many of each.
    relations: Vec<(Relation, usize)>,
    /// What a person is to say still.
    questions: usize,
    /// Contributions on passages that nothing in the draft carries on.
    lost: usize,
    /// Alternative texts that are missing, levels of headings that were skipped.
    mends: Vec<working::Mend>,
    /// Where what the reader said is to be found.
    rows: imported::Rows,
    /// Passages changed by hand.
    changed: usize,
    /// Passages of the version before that the draft no longer has, and how many of them say where they went.
    ended: (usize, usize),
}

async fn load(v: &Visit) -> Result<Desk, Fault> {
    let (actor, slug) = (v.actor().clone(), v.path("slug").to_owned());
    v.read(move |conn| {
        let process = processes::ops::by_slug(conn, &actor, &slug)?;
        let published = plans::ops::published(conn, process.id)?;
        let draft = match plans::ops::draft(conn, &actor, process.id)? {
            None => None,
            Some(version) => {
                let (ended, related) = match published.first() {
                    Some(base) => (
                        plans::ops::ended(conn, base.id, version.id)?,
                        plans::ops::relations(conn, base.id, version.id)?,
                    ),
                    None => (Vec::new(), Vec::new()),
                };
                let may: Permit<ImportVersion> = actor.permit(Subject::of(process.id))?;
                let edits = plans::ops::edits(conn, &may, version.id, None)?;
                let count = |r: &Relation| (*r, related.iter().filter(|x| x.relation == *r).count());
                let told = ended.iter().filter(|e| e.into.is_some()).count();
                let passages = plans::ops::passages(conn, version.id)?;
                let permit = actor.permit::<ReadRegister>(Subject::of(process.id))?;
                Some(Draft {
                    recheck: intake::desk::recheck(conn, &permit, process.id)?,
                    citing: intake::desk::citing(conn, &permit, version.id)?,
                    relations: Relation::ALL.iter().map(count).collect(),
                    rows: imported::Rows::of(&process.slug, &passages),
                    mends: working::mends(&passages),
                    changed: working::changed(edits.into_iter().filter(|e| e.at >= version.imported_at).collect())
                        .len(),
                    questions: plans::ops::questions(conn, &version)?.len(),
                    lost: if ended.is_empty() { 0 } else { register::ops::without_successor(conn, &version)?.len() },
                    ended: (ended.len(), told),
                    version,
                })
            }
        };
        Ok(Desk { process, published, draft })
    })
    .await
}

/// The page.
pub async fn page(v: Visit) -> Answer {
    let desk = load(&v).await?;
    v.page(&v.t("desk-title"), &view(&v, &desk, &Problems::default(), "")?)
}

/// Takes a file in: read and aligned before the transaction, kept as the draft within it.
pub async fn import(v: Visit) -> Answer {
    let Some(file) = v.file(unreadable::FIELD).cloned() else {
        let mut problems = Problems::default();
        problems.add(unreadable::FIELD, "problem-file-missing");
        return again(&v, problems, "").await;
    };
    let process = crate::processes::of(&v).await?;
    let _may: Permit<ImportVersion> = v.actor().permit(Subject::of(process.id))?;
    let (name, bytes) = (file.name.clone(), file.bytes.clone());
    let read = v.slow(move || Ok((reader::read(&name, &bytes), domain::id::sha256(&bytes)))).await?;
    let (source, digest) = match read {
        (Ok(source), digest) => (source, digest),
        (Err(why), _) => {
            let (problems, detail) = unreadable::problem(&why);
            return again(&v, problems, &detail).await;
        }
    };
    let id = process.id;
    let prepared = v.read(move |conn| plans::prepare(conn, id, source)).await?;
    let (actor, name, to) = (v.actor().clone(), file.name, address::desk(&process.slug, ""));
    v.write_once_saying(
        "done-imported",
        move |_| to,
        move |w| plans::ops::import(w, &actor, id, &prepared, &name, &digest),
    )
    .await
}

async fn again(v: &Visit, problems: Problems, detail: &str) -> Answer {
    let desk = load(v).await?;
    let content = view(v, &desk, &problems, detail)?;
    v.form_again(domain::Error::Invalid(problems).into(), &v.t("desk-title"), |_| content)
}

/// Throws the draft away.
pub async fn discard(v: Visit) -> Answer {
    let process = crate::processes::of(&v).await?;
    let (actor, to) = (v.actor().clone(), address::desk(&process.slug, ""));
    v.write_once_saying("done-draft-discarded", move |()| to, move |w| plans::ops::discard(w, &actor, process.id)).await
}

fn view(v: &Visit, desk: &Desk, problems: &Problems, detail: &str) -> Result<Markup, Fault> {
    let draft = match &desk.draft {
        Some(draft) => draft_section(v, desk, draft)?,
        None => html! {},
    };
    let content = html! {
        (ui::head(&v.t("desk-title"), Some(&v.t("desk-lead"))))
        (draft)
        @if desk.draft.is_none() && !desk.published.is_empty() {
            section.block {
                h2 { (v.t("desk-begin")) }
                p { (v.t("desk-begin-text")) }
                (button(v, &address::desk(&desk.process.slug, "/inizia"), "btn btn-primary", "desk-begin-button", &[("versione", &desk.published[0].number.to_string())]))
            }
        }
        (upload(v, desk, problems, detail))
        (published(v, desk))
    };
    Ok(staff_frame(v, &desk.process, StaffSection::Plan, &content))
}

fn upload(v: &Visit, desk: &Desk, problems: &Problems, detail: &str) -> Markup {
    let action = address::desk(&desk.process.slug, "");
    let form = Form::new(v, &action, problems).with_files();
    let field = form.file(unreadable::FIELD, "desk-file", unreadable::ACCEPTED).required().hint("desk-file-hint");
    let fields = html! {
        (field)
        @if !detail.is_empty() { p.text-muted { (v.t("desk-file-detail")) " " code { (detail) } } }
    };
    let (title, text) = match (desk.draft.is_some(), desk.published.is_empty()) {
        (true, _) => ("desk-replace", "desk-replace-text"),
        (false, true) => ("desk-first", "desk-first-text"),
        (false, false) => ("desk-next", "desk-next-text"),
    };
    let shown = html! { p { (v.t(text)) } (form.show(&fields, "desk-upload", None)) };
    html! {
        section.block {
            @if desk.draft.is_some() && problems.0.is_empty() {
                details.fold { summary { (v.t(title)) } (shown) }
            } @else {
                h2 { (v.t(title)) }
                (shown)
            }
        }
    }
}

fn draft_section(v: &Visit, desk: &Desk, draft: &Draft) -> Result<Markup, Fault> {
    let (slug, version) = (desk.process.slug.as_str(), &draft.version);
    let report = version.report()?;
    let args = [
        ("n", Arg::from(version.number.to_string())),
        ("file", Arg::from(version.source_name.clone())),
        ("when", Arg::from(v.l().instant(version.imported_at))),
    ];
    Ok(html! {
        section.block {
            h2 { (v.t_with("draft-title", &[("n", Arg::from(version.number.to_string()))])) }
            @if version.source_name.is_empty() { p { (v.t_with("draft-begun", &args)) } }
            @else {
                p { (v.t_with("draft-from", &args)) }
                p.small.text-muted { "SHA-256 " span.hash { (version.source_sha256) } }
            }
            (working::mend(v, slug, &draft.mends))
            (crate::intake::recheck::notice(v, &desk.process, &draft.recheck))
            (steps(v, desk, draft))
            @if !desk.published.is_empty() { h3 { (v.t("matched-title")) } (related(v, slug, &draft.relations)) p { a href=(address::desk(slug, "/abbinamenti")) { (v.t("matches-open")) } } }
        }
        @if !version.source_name.is_empty() { (imported::report(v, &report, &draft.rows)) }
        details.fold {
            summary { (v.t("draft-discard")) }
            @if draft.citing.is_empty() {
                p { (v.t("draft-discard-text")) }
                (button(v, &address::desk(slug, "/scarta"), "btn btn-outline-danger", "draft-discard-button", &[]))
            } @else {
                p { (v.t("draft-discard-cited")) }
                ul { @for number in &draft.citing { li { (crate::intake::recheck::one(v, &desk.process, *number)) } } }
            }
        }
    })
}

/// What is left to do before the draft is published, in order.
fn steps(v: &Visit, desk: &Desk, draft: &Draft) -> Markup {
    let slug = desk.process.slug.as_str();
    let (undecided, (ended, told)) = (draft.questions, draft.ended);
    let (decide, ends) = (address::desk(slug, "/decisioni"), address::desk(slug, "/conclusi"));
    let may_publish = v.actor().may::<PublishVersion>(desk.process.id);
    html! {
        ul.queue-list {
            li.queue-item { div.queue-main {
                a.queue-title href=(address::desk(slug, "/testo")) { (v.t("draft-write")) }
                p.queue-meta {
                    (v.t("draft-write-text"))
                    @if draft.changed > 0 { " " a href=(address::desk(slug, "/modifiche")) { (v.t_with("draft-changed", &[("n", Arg::from(draft.changed))])) } }
                }
            } }
            li.queue-item { div.queue-main {
                a.queue-title href=(address::desk(slug, "/anteprima")) { (v.t("draft-preview")) }
                p.queue-meta { (v.t("draft-preview-text")) }
            } }
            li.queue-item {
                div.queue-main {
                    a.queue-title href=(address::desk(slug, "/sintesi")) { (v.t("summary-title")) }
                    p.queue-meta { (v.t(if draft.version.summary.is_empty() { "draft-summary-none" } else { "draft-summary-text" })) }
                }
                @if draft.version.summary.is_empty() { div.queue-side { (ui::badge::tag(&v.t("step-state-todo"))) } }
            }
            @if undecided > 0 {
                li.queue-item {
                    div.queue-main {
                        a.queue-title href=(decide) { (v.t_with("draft-undecided", &[("n", Arg::from(undecided))])) }
                        p.queue-meta { (v.t("draft-undecided-text")) }
                    }
                    div.queue-side { (ui::badge::tag(&v.t("step-state-todo"))) }
                }
            }
            @if ended > 0 {
                li.queue-item { div.queue-main {
                    a.queue-title href=(ends) { (v.t_with("draft-ended", &[("n", Arg::from(ended))])) }
                    p.queue-meta { (v.t_with("draft-ended-text", &[("n", Arg::from(told))])) }
                } }
            }
            @if draft.lost > 0 {
                li.queue-item { div.queue-main {
                    a.queue-title href=(address::desk(slug, "/senza-seguito")) { (v.t_with("draft-lost", &[("n", Arg::from(draft.lost))])) }
                    p.queue-meta { (v.t("draft-lost-text")) }
                } }
            }
            li.queue-item { div.queue-main {
                @if undecided > 0 { p.queue-title { (v.t("draft-publish")) } p.queue-meta { (v.t("draft-publish-undecided")) } }
                @else if may_publish {
                    a.queue-title href=(address::desk(slug, "/pubblica")) { (v.t("draft-publish")) }
                    p.queue-meta { (v.t("draft-publish-text")) }
                } @else { p.queue-title { (v.t("draft-publish")) } p.queue-meta { (v.t("draft-publish-role")) } }
            } }
        }
    }
}

/// How many passages are what to the version before, each with the way to their list.
fn related(v: &Visit, slug: &str, relations: &[(Relation, usize)]) -> Markup {
    let list = address::desk(slug, "/abbinamenti");
    let labels: Vec<(String, Markup)> = RELATIONS
        .iter()
        .map(|(word, key, relation)| {
            let n = relations.iter().find(|(r, _)| r == relation).map_or(0, |(_, n)| *n);
            let number = v.l().number(i64::try_from(n).unwrap_or(i64::MAX));
            (
                v.t(key).into_owned(),
                html! { @if n > 0 { a href=(format!("{list}?come={word}")) { (number) } } @else { (number) } },
            )
        })
        .collect();
    let sum = relations.iter().map(|(_, n)| *n).sum::<usize>();
    let total = v.t("matched-total");
    let mut figures: Vec<Figure<'_>> =
        labels.iter().map(|(label, number)| Figure { label, number: number.clone(), note: None, sum: false }).collect();
    let number = html! { (v.l().number(i64::try_from(sum).unwrap_or(i64::MAX))) };
    figures.push(Figure { label: &total, number, note: None, sum: true });
    lists::figures(&figures)
}

fn published(v: &Visit, desk: &Desk) -> Markup {
    let slug = desk.process.slug.as_str();
    html! {
        section.block {
            h2 { (v.t("desk-published")) }
            @if desk.published.is_empty() { p { (v.t("desk-none-published")) } }
            @else { ol.queue-list {
                @for (i, version) in desk.published.iter().enumerate() {
                    @let n = version.number;
                    li.queue-item { div.queue-main {
                        a.queue-title href=(address::version(slug, n)) { (v.t_with("plan-version", &[("n", Arg::from(n.to_string()))])) }
                        p.queue-meta {
                            @if let Some(at) = version.published_at { (v.t("desk-published-on")) " " (time::instant(v.l(), at)) ". " }
                            (version.source_name)
                        }
                        @if let Some(before) = desk.published.get(i + 1) {
                            p {
                                a href=(address::comparison(slug, before.number, n)) { (v.t("plan-compare")) } " · "
                                a href=(format!("{}?versione={n}", address::desk(slug, "/spiegazioni"))) { (v.t("desk-explain")) }
                            }
                        }
                    } }
                }
            } }
            @if !desk.published.is_empty() { p { a href=(format!("/percorsi/{slug}/gestione/consultazione")) { (v.t("desk-window")) } } }
        }
    }
}
