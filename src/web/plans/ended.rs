//! Passages the draft no longer has: where did their matter go?

use domain::paging::{Page, Slice};
use domain::plans::{self, Ended, Heirs, Passage, Said};
use domain::processes::{self, Process};
use domain::{Error, Problems};
use maud::{Markup, html};

use super::address;
use super::passage::start;
use crate::http::{Answer, Fault, Visit};
use crate::locale::Arg;
use crate::processes::{StaffSection, staff_frame_within};
use crate::ui::{self, form, lists, plan};

/// Passages a page, and likely heirs offered for each.
const SIZE: i64 = 20;
const HEIRS: usize = 6;

struct Gone {
    process: Process,
    slice: Slice<Ended>,
    passages: Vec<Passage>,
}

async fn load(v: &Visit) -> Result<Gone, Fault> {
    let (actor, slug) = (v.actor().clone(), v.path("slug").to_owned());
    let page = Page::new(v.field("pagina").parse().unwrap_or_else(|_| v.page_number()), SIZE);
    v.read(move |conn| {
        let process = processes::ops::by_slug(conn, &actor, &slug)?;
        let draft = plans::ops::draft(conn, &actor, process.id)?.ok_or(Error::NotFound)?;
        let ended = match plans::ops::newest(conn, process.id)? {
            Some(base) => plans::ops::ended(conn, base.id, draft.id)?,
            None => Vec::new(),
        };
        let (skip, take) = (usize::try_from(page.offset()).unwrap_or(0), usize::try_from(page.limit()).unwrap_or(0));
        let slice = page.slice(ended.into_iter().skip(skip).take(take).collect());
        Ok(Gone { process, slice, passages: plans::ops::passages(conn, draft.id)? })
    })
    .await
}

/// The page.
pub async fn page(v: Visit) -> Answer {
    let gone = load(&v).await?;
    v.page(&v.t("ended-title"), &view(&v, &gone, &Problems::default()))
}

/// The passage chosen, from the list or by its code.
fn chosen(v: &Visit) -> Result<Option<i32>, Problems> {
    let other = v.field("altro").trim();
    let written = other.trim_start_matches(['p', 'P', '-', ' ']);
    let word = if other.is_empty() { v.field("in") } else { written };
    if other.is_empty() && word.is_empty() {
        return Ok(None);
    }
    word.parse().map(Some).map_err(|_| problem())
}

fn problem() -> Problems {
    let mut problems = Problems::default();
    problems.add("altro", "problem-no-such-passage");
    problems
}

/// Keeps where one passage went.
pub async fn keep(v: Visit) -> Answer {
    let code: i32 = v.field("codice").parse().map_err(|_| Error::NotFound)?;
    let (actor, slug) = (v.actor().clone(), v.path("slug").to_owned());
    let page = v.field("pagina").parse::<i64>().unwrap_or(1);
    let to = format!("{}?pagina={page}#e{}", address::desk(&slug, "/conclusi"), v.field("prossimo"));
    let into = match chosen(&v) {
        Ok(into) => into,
        Err(problems) => return again(&v, problems).await,
    };
    let done = v.write_once_saying(
        "done-ended",
        move |()| to,
        move |w| {
            let process = processes::ops::by_slug(w.conn, &actor, &slug)?;
            let draft = plans::ops::draft(w.conn, &actor, process.id)?.ok_or(Error::NotFound)?;
            plans::ops::set_end(w, &actor, draft.id, code, into)
        },
    );
    match done.await {
        Err(Fault::Domain(Error::NotFound)) if into.is_some() => again(&v, problem()).await,
        answer => answer,
    }
}

async fn again(v: &Visit, problems: Problems) -> Answer {
    let gone = load(v).await?;
    v.form_again(Error::Invalid(problems).into(), &v.t("ended-title"), |p| view(v, &gone, p))
}

fn view(v: &Visit, gone: &Gone, problems: &Problems) -> Markup {
    let heirs = Heirs::new(&gone.passages);
    let content = html! {
        (ui::head(&v.t("ended-title"), Some(&v.t("ended-lead"))))
        @for p in &problems.0 {
            div.error-summary role="alert" tabindex="-1" data-error-summary {
                p.error-summary-title { (form::problem(v.l(), p)) }
                ul { li { a href=(format!("#e{}", v.field("codice"))) { (v.t_with("passage-title", &[("code", Arg::from(v.field("codice").to_owned()))])) } } }
            }
        }
        @if gone.slice.rows.is_empty() { (ui::empty(&v.t("ended-none"), &v.t("ended-none-text"))) }
        @for (i, ended) in gone.slice.rows.iter().enumerate() {
            (one(v, gone, &heirs, ended, gone.slice.rows.get(i + 1).unwrap_or(ended).code))
        }
        (lists::pager(v, gone.slice.page, gone.slice.more))
        p { a href=(address::desk(&gone.process.slug, "")) { (v.t("decide-back")) } }
    };
    let name = v.t("ended-title");
    staff_frame_within(v, &gone.process, StaffSection::Plan, &name, &content)
}

/// Who said where it went: the key of the sentence.
const fn told(ended: &Ended) -> &'static str {
    match (ended.said, ended.into) {
        (None, _) => "ended-unsaid",
        (Some(Said::Unsure), _) => "ended-unsure",
        (Some(Said::Program), Some(_)) => "ended-by-program",
        (Some(Said::Program), None) => "ended-nothing-alike",
        (Some(Said::ByHand), _) => "ended-by-hand",
    }
}

fn one(v: &Visit, gone: &Gone, heirs: &Heirs<'_>, ended: &Ended, next: i32) -> Markup {
    let mut offered = heirs.likely(&ended.text, HEIRS);
    if let Some(p) = gone.passages.iter().find(|p| ended.into.is_some() && p.code == ended.into)
        && !offered.iter().any(|o| o.code == p.code)
    {
        offered.push(p);
    }
    let id = |what: &str| format!("e{}-{what}", ended.code);
    let (typed, mine) = (v.field("altro").to_owned(), v.field("codice") == ended.code.to_string());
    html! {
        section.block id=(format!("e{}", ended.code)) {
            h2 { a.code href=(address::passage(&gone.process.slug, ended.code)) { (plan::code(ended.code)) } }
            blockquote.blockquote { (ui::prose(&ended.text)) }
            p.text-muted { (v.t(told(ended))) }
            form.form method="post" action=(v.path_only()) {
                (form::hidden(v))
                input type="hidden" name="codice" value=(ended.code);
                input type="hidden" name="pagina" value=(gone.slice.page.number);
                input type="hidden" name="prossimo" value=(next);
                div.field {
                    label.form-label for=(id("in")) { (v.t("ended-into")) }
                    select.form-select id=(id("in")) name="in" {
                        option value="" { (v.t("ended-nowhere")) }
                        @for (p, code) in offered.iter().filter_map(|p| Some((p, p.code?))) {
                            option value=(code) selected[ended.into == Some(code)] { (plan::code(code)) " – " (start(&p.text)) }
                        }
                    }
                }
                div.field.field-invalid[mine] {
                    label.form-label for=(id("altro")) { (v.t("ended-other")) " " span.field-optional { "(" (v.t("form-optional")) ")" } }
                    p.form-text id=(id("help")) { (v.t("ended-other-hint")) }
                    input.form-control.w-short id=(id("altro")) name="altro" maxlength="12" value=[mine.then_some(typed)] aria-describedby=(id("help"));
                }
                div.form-actions { button.btn.btn-primary { (v.t("ended-save")) } }
            }
        }
    }
}
