//! The passages a person is to decide on, one form each: which passage of the version before does this one continue?

use std::collections::{BTreeSet, HashMap};

use domain::paging::{Page, Slice};
use domain::plans::{self, Candidate, Passage, Undecided, Version};
use domain::processes::{self, Process};
use domain::{Error, Problems};
use maud::{Markup, html};

use super::passage::start;
use super::{address, passages, redline};
use crate::http::{Answer, Fault, Visit};
use crate::locale::Arg;
use crate::processes::{StaffSection, staff_frame_within};
use crate::ui::{self, form, lists, plan};

/// Decisions a page.
const SIZE: i64 = 20;

struct Open {
    process: Process,
    draft: Version,
    /// Whether those already decided on are shown, to be decided anew.
    again: bool,
    left: usize,
    decided: usize,
    slice: Slice<Undecided>,
    /// The codes that stand in the draft already.
    taken: BTreeSet<i32>,
    /// The first words of what stands before each passage that is shown, by its position.
    before: HashMap<i32, String>,
}

async fn load(v: &Visit) -> Result<Open, Fault> {
    let (actor, slug) = (v.actor().clone(), v.path("slug").to_owned());
    let again = again(v);
    let number = v.field("pagina").parse().unwrap_or_else(|_| v.page_number());
    let page = Page::new(number, SIZE);
    v.read(move |conn| {
        let process = processes::ops::by_slug(conn, &actor, &slug)?;
        let draft = plans::ops::draft(conn, &actor, process.id)?.ok_or(Error::NotFound)?;
        let (open, decided) = (plans::ops::undecided(conn, draft.id)?, plans::ops::decided(conn, draft.id)?);
        let passages = plans::ops::passages(conn, draft.id)?;
        let taken = passages.iter().filter_map(|p| p.code).collect();
        let (left, done) = (open.len(), decided.len());
        let (skip, take) = (usize::try_from(page.offset()).unwrap_or(0), usize::try_from(page.limit()).unwrap_or(0));
        let slice = page.slice(if again { decided } else { open }.into_iter().skip(skip).take(take).collect());
        let wanted: BTreeSet<i32> = slice.rows.iter().map(|u| u.passage.position).collect();
        let before = passages.windows(2).filter(|p| wanted.contains(&p[1].position));
        let before = before.map(|p| (p[1].position, start(&p[0].text))).collect();
        Ok(Open { process, draft, again, left, decided: done, slice, taken, before })
    })
    .await
}

/// Whether the decisions already taken are asked for.
fn again(v: &Visit) -> bool {
    v.query("prese").is_some() || v.ticked("prese")
}

/// The page.
pub async fn page(v: Visit) -> Answer {
    let open = load(&v).await?;
    v.page(&v.t("decide-title"), &view(&v, &open, &Problems::default()))
}

/// Keeps one decision and goes on to the next.
pub async fn decide(v: Visit) -> Answer {
    let position: i32 = v.field("posizione").parse().map_err(|_| Error::NotFound)?;
    let continues = match v.field("continua") {
        "nuovo" => None,
        other => match other.parse::<i32>() {
            Ok(code) => Some(code),
            Err(_) => {
                let mut problems = Problems::default();
                problems.add("continua", "problem-choose");
                let open = load(&v).await?;
                return v.form_again(Error::Invalid(problems).into(), &v.t("decide-title"), |p| view(&v, &open, p));
            }
        },
    };
    let (actor, slug) = (v.actor().clone(), v.path("slug").to_owned());
    let to = next(&v);
    v.write_once_saying(
        "done-decided",
        move |()| to,
        move |w| {
            let process = processes::ops::by_slug(w.conn, &actor, &slug)?;
            let draft = plans::ops::draft(w.conn, &actor, process.id)?.ok_or(Error::NotFound)?;
            plans::ops::decide(w, &actor, draft.id, position, continues)
        },
    )
    .await
}

/// Where the next decision is; the table of the plan when there is none.
fn next(v: &Visit) -> String {
    let slug = v.path("slug");
    let page = v.field("pagina").parse::<i64>().unwrap_or(1);
    if again(v) {
        return format!("{}?prese=si&pagina={page}#d{}", address::desk(slug, "/decisioni"), v.field("posizione"));
    }
    match v.field("prossimo").parse::<i32>() {
        Ok(position) => format!("{}?pagina={page}#d{position}", address::desk(slug, "/decisioni")),
        Err(_) if page > 1 => address::desk(slug, "/decisioni"),
        Err(_) => address::desk(slug, ""),
    }
}

fn view(v: &Visit, open: &Open, problems: &Problems) -> Markup {
    let slug = open.process.slug.as_str();
    let content = html! {
        @if open.again { (ui::head(&v.t("decide-again-title"), Some(&v.t("decide-again-lead")))) }
        @else { (ui::head(&v.t("decide-title"), Some(&v.t("decide-lead")))) }
        @if !problems.0.is_empty() {
            div.error-summary role="alert" tabindex="-1" data-error-summary {
                p.error-summary-title { (v.t("decide-choose")) }
                ul { li { a href=(format!("#d{}", v.field("posizione"))) { (v.t("decide-choose-which")) } } }
            }
        }
        @let list = address::desk(slug, "/decisioni");
        @if open.again {
            p { a href=(list) { (v.t("decide-again-back")) } }
        } @else if open.decided > 0 {
            p { a href=(format!("{list}?prese=si")) { (v.t_with("decide-decided", &[("n", Arg::from(open.decided))])) } }
        }
        @if open.left == 0 && !open.again {
            (ui::empty(&v.t("decide-none"), &v.t("decide-none-text")))
            p.page-actions { a.btn.btn-primary href=(address::desk(slug, "")) { (v.t("decide-back")) } }
        } @else {
            @if !open.again { p { (v.t_with("decide-left", &[("n", Arg::from(open.left))])) } }
            @for (i, undecided) in open.slice.rows.iter().enumerate() {
                (one(v, open, undecided, open.slice.rows.get(i + 1).map(|u| u.passage.position)))
            }
            (lists::pager(v, open.slice.page, open.slice.more))
        }
    };
    let name = v.t("decide-title");
    staff_frame_within(v, &open.process, StaffSection::Plan, &name, &content)
}

fn one(v: &Visit, open: &Open, undecided: &Undecided, next: Option<i32>) -> Markup {
    let (l, p) = (v.l(), &undecided.passage);
    let own = |c: &Candidate| p.code == Some(c.code);
    let free: Vec<&Candidate> =
        undecided.candidates.iter().filter(|c| own(c) || !open.taken.contains(&c.code)).collect();
    let new = free.is_empty() || (open.again && p.code.is_some() && !free.iter().any(|c| own(c)));
    let title =
        v.t_with("decide-one", &[("n", Arg::from(p.position)), ("version", Arg::from(open.draft.number.to_string()))]);
    html! {
        section.block id=(format!("d{}", p.position)) {
            h2 { (title) }
            div.sidebyside {
                section.side {
                    h3.side-title { (v.t("decide-new-text")) }
                    @if let Some(before) = open.before.get(&p.position) { p.text-muted { (v.t("decide-after")) " " (before) } }
                    div.passage-text { (passages::text(l, p, 4)) }
                }
                section.side {
                    form.form method="post" action=(v.path_only()) {
                        (form::hidden(v))
                        input type="hidden" name="posizione" value=(p.position);
                        input type="hidden" name="pagina" value=(open.slice.page.number);
                        @if open.again { input type="hidden" name="prese" value="si"; }
                        @if let Some(next) = next { input type="hidden" name="prossimo" value=(next); }
                        fieldset.field {
                            legend.form-label { (v.t("decide-question")) }
                            @for (n, c) in free.iter().enumerate() { (choice(v, p, n, c)) }
                            @let id = format!("d{}-nuovo", p.position);
                            div.choice { div.form-check {
                                input.form-check-input type="radio" id=(id) name="continua" value="nuovo" required checked[new];
                                label.form-check-label for=(id) { (v.t("decide-new")) }
                                p.form-text { (v.t("decide-new-text-hint")) }
                            } }
                        }
                        @if free.len() < undecided.candidates.len() { p.form-text { (v.t("decide-taken")) } }
                        div.form-actions { button.btn.btn-primary { (v.t(if open.again { "decide-again-save" } else { "decide-save" })) } }
                    }
                }
            }
        }
    }
}

fn choice(v: &Visit, now: &Passage, n: usize, c: &Candidate) -> Markup {
    let id = format!("d{}-{n}", now.position);
    let percent = v.l().percent(i64::from(c.likeness), 1000);
    let label =
        v.t_with("decide-candidate", &[("code", Arg::from(plan::code(c.code))), ("percent", Arg::from(percent))]);
    html! {
        div.choice { div.form-check {
            input.form-check-input type="radio" id=(id) name="continua" value=(c.code) required checked[now.code == Some(c.code)];
            label.form-check-label for=(id) { (label) }
            (redline::whole(v.l(), &reader::compare::redline(&c.text, &now.text)))
        } }
    }
}
