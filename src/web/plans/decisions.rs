//! What a person is to say of a draft, one section each, both texts side by side with their words compared: a button for each
//! answer, and with the script a key. What is said is kept at once; the rest may wait.

use std::collections::{BTreeSet, HashMap};

use domain::id::RowId;
use domain::paging::{Page, Slice};
use domain::plans::{self, Candidate, Ended, Passage, Question, Undecided, Version};
use domain::processes::{self, Process};
use domain::{Error, Problems};
use maud::{Markup, html};

use super::passage::start;
use super::ways::Ways;
use super::{address, passages, redline};
use crate::http::{Answer, Fault, Visit};
use crate::locale::Arg;
use crate::processes::{StaffSection, staff_frame_within};
use crate::ui::{self, form, lists, plan};

/// Questions a page.
const SIZE: i64 = 20;

struct Open {
    process: Process,
    draft: Version,
    /// Whether those already decided on are shown, to be decided anew.
    again: bool,
    left: usize,
    /// How many blocks may have continued only passages that others continue by now.
    bare: usize,
    decided: usize,
    slice: Slice<Question>,
    /// The codes that stand in the draft already.
    taken: BTreeSet<i32>,
    /// The first words of what stands before each passage that is shown, by its row.
    before: HashMap<RowId, String>,
    /// The same, of the passages of the version before, by their code.
    stood_after: HashMap<i32, String>,
}

async fn load(v: &Visit) -> Result<Open, Fault> {
    let (actor, slug) = (v.actor().clone(), v.path("slug").to_owned());
    let again = again(v);
    let number = v.field("pagina").parse().unwrap_or_else(|_| v.page_number());
    let page = Page::new(number, SIZE);
    v.read(move |conn| {
        let process = processes::ops::by_slug(conn, &actor, &slug)?;
        let draft = plans::ops::draft(conn, &actor, process.id)?.ok_or(Error::NotFound)?;
        let (open, decided) = (plans::ops::questions(conn, &draft)?, plans::ops::decided(conn, draft.id)?);
        let passages = plans::ops::passages(conn, draft.id)?;
        let taken = passages.iter().filter_map(|p| p.code).collect();
        let (left, done) = (open.len(), decided.len());
        let undecided: Vec<Undecided> = open.iter().filter_map(continuing).cloned().collect();
        let bare = plans::ops::without_candidates(&undecided, &passages).len();
        let (skip, take) = (usize::try_from(page.offset()).unwrap_or(0), usize::try_from(page.limit()).unwrap_or(0));
        let all = if again { decided.into_iter().map(Question::Continues).collect() } else { open };
        let slice = page.slice(all.into_iter().skip(skip).take(take).collect());
        let wanted: BTreeSet<RowId> = slice.rows.iter().map(|q| q.block().row).collect();
        let before = passages.windows(2).filter(|p| wanted.contains(&p[1].row));
        let before = before.map(|p| (p[1].row, start(&p[0].text))).collect();
        let old = match plans::ops::newest(conn, process.id)? {
            Some(base) => plans::ops::passages(conn, base.id)?,
            None => Vec::new(),
        };
        let stood_after = old.windows(2).filter_map(|two| Some((two[1].code?, start(&two[0].text)))).collect();
        Ok(Open { process, draft, again, left, bare, decided: done, slice, taken, before, stood_after })
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

/// What was said: which question, and its answer.
enum Said {
    Continues(RowId, Option<i32>),
    Part(RowId, Option<i32>),
    Went(i32, Option<i32>),
    /// All that may have continued only what others continue by now is new.
    Rest,
}

/// What the form says; none where no answer was chosen.
fn said(v: &Visit) -> Result<Option<Said>, Fault> {
    let number = |name: &str| v.field(name).parse::<i64>().map_err(|_| Fault::from(Error::NotFound));
    if v.field("domanda") == "altri" {
        return Ok(Some(Said::Rest));
    }
    let code = match v.field("risposta") {
        "" => return Ok(None),
        "no" => None,
        other => Some(other.parse::<i32>().map_err(|_| Fault::from(Error::NotFound))?),
    };
    Ok(Some(match v.field("domanda") {
        "parte" => Said::Part(RowId(number("riga")?), code),
        "dove" => Said::Went(i32::try_from(number("codice")?).unwrap_or_default(), code),
        _ => Said::Continues(RowId(number("riga")?), code),
    }))
}

/// Keeps one answer and goes on to the next question.
pub async fn decide(v: Visit) -> Answer {
    let Some(said) = said(&v)? else {
        let mut problems = Problems::default();
        problems.add("risposta", "problem-choose");
        let open = load(&v).await?;
        return v.form_again(Error::Invalid(problems).into(), &v.t("decide-title"), |p| view(&v, &open, p));
    };
    let (actor, slug) = (v.actor().clone(), v.path("slug").to_owned());
    let to = next(&v);
    v.write_once_saying(
        "done-decided",
        move |()| to,
        move |w| {
            let process = processes::ops::by_slug(w.conn, &actor, &slug)?;
            let draft = plans::ops::draft(w.conn, &actor, process.id)?.ok_or(Error::NotFound)?;
            match said {
                Said::Continues(row, code) => plans::ops::decide(w, &actor, draft.id, row, code),
                Said::Part(row, from) => plans::ops::set_part(w, &actor, draft.id, row, from),
                Said::Went(code, into) => plans::ops::set_end(w, &actor, draft.id, code, into),
                Said::Rest => plans::ops::decide_rest(w, &actor, draft.id).map(drop),
            }
        },
    )
    .await
}

/// Where the next question is; the table of the plan when there is none.
fn next(v: &Visit) -> String {
    let slug = v.path("slug");
    let page = v.field("pagina").parse::<i64>().unwrap_or(1);
    let list = address::desk(slug, "/decisioni");
    if again(v) {
        return format!("{list}?prese=si&pagina={page}#{}", mark(v.field("questa")));
    }
    match v.field("prossima") {
        "" if page > 1 => list,
        "" => address::desk(slug, ""),
        next => format!("{list}?pagina={page}#{}", mark(next)),
    }
}

/// The name of a question within its page, as an address may end.
fn mark(name: &str) -> String {
    name.chars().filter(char::is_ascii_alphanumeric).take(30).collect()
}

/// The same, of a question: its kind and what it is about.
fn name(question: &Question) -> String {
    match question {
        Question::Continues(open) => format!("d{}", open.passage.row),
        Question::Parted { passage, .. } => format!("p{}", passage.row),
        Question::Went { ended, .. } => format!("e{}", ended.code),
    }
}

fn view(v: &Visit, open: &Open, problems: &Problems) -> Markup {
    let slug = open.process.slug.as_str();
    let list = address::desk(slug, "/decisioni");
    let content = html! {
        @if open.again { (ui::head(&v.t("decide-again-title"), Some(&v.t("decide-again-lead")))) }
        @else { (ui::head(&v.t("decide-title"), Some(&v.t("decide-lead")))) }
        @if !problems.0.is_empty() {
            div.error-summary role="alert" tabindex="-1" data-error-summary {
                p.error-summary-title { (v.t("decide-choose")) }
                ul { li { a href=(format!("#{}", mark(v.field("questa")))) { (v.t("decide-choose-which")) } } }
            }
        }
        @if open.again {
            p { a href=(list) { (v.t("decide-again-back")) } }
        } @else if open.decided > 0 {
            p { a href=(format!("{list}?prese=si")) { (v.t_with("decide-decided", &[("n", Arg::from(open.decided))])) } }
        }
        @if open.left == 0 && !open.again {
            (ui::empty(&v.t("decide-none"), &v.t("decide-none-text")))
        } @else {
            @if !open.again { p { (v.t_with("decide-left", &[("n", Arg::from(open.left))])) } }
            @if open.bare > 1 && !open.again { (rest(v, open)) }
            (redline::key(v.l()))
            p.form-text data-keys-help hidden { (v.t("decide-keys")) }
            @for (i, question) in open.slice.rows.iter().enumerate() {
                (one(v, open, question, open.slice.rows.get(i + 1)))
            }
            (lists::pager(v, open.slice.page, open.slice.more))
        }
        p.page-actions { a.btn.btn-outline-primary href=(address::desk(slug, "")) { (v.t("decide-back")) } }
    };
    let name = v.t("decide-title");
    staff_frame_within(v, &open.process, StaffSection::Plan, &name, &content)
}

/// The block that a question asks of which passage it continues.
const fn continuing(question: &Question) -> Option<&Undecided> {
    match question {
        Question::Continues(open) => Some(open),
        _ => None,
    }
}

/// One button for all that has nothing left to choose from.
fn rest(v: &Visit, open: &Open) -> Markup {
    html! {
        form method="post" action=(v.path_only()) {
            (form::hidden(v))
            input type="hidden" name="domanda" value="altri";
            p { (v.t_with("decide-rest", &[("n", Arg::from(open.bare))])) " "
                button.btn.btn-outline-primary { (v.t_with("decide-rest-button", &[("n", Arg::from(open.bare))])) } }
        }
    }
}

/// One question: what is asked, the texts, an answer a button.
fn one(v: &Visit, open: &Open, question: &Question, next: Option<&Question>) -> Markup {
    let name = name(question);
    let title = |key: &str| {
        let (n, version) = (question.block().position, open.draft.number.to_string());
        v.t_with(key, &[("n", Arg::from(n)), ("version", Arg::from(version))])
    };
    let (kind, heading, answers) = match question {
        Question::Continues(undecided) => ("continua", title("decide-one"), continues(v, open, undecided)),
        Question::Parted { passage, from } => ("parte", title("decide-part"), part(v, open, passage, from)),
        Question::Went { ended, into } => {
            let code = plan::code(ended.code);
            ("dove", v.t_with("decide-went", &[("code", Arg::from(code.as_str()))]), went(v, open, ended, into))
        }
    };
    html! {
        section.block.question id=(name) tabindex="-1" data-question aria-labelledby=(format!("{name}-t")) {
            h2.h4 id=(format!("{name}-t")) { (heading) }
            @if let Some(before) = open.before.get(&question.block().row) { p.text-muted { (v.t("decide-after")) " " (before) } }
            form method="post" action=(v.path_only()) {
                (form::hidden(v))
                input type="hidden" name="domanda" value=(kind);
                input type="hidden" name="riga" value=(question.block().row);
                @if let Question::Went { ended, .. } = question { input type="hidden" name="codice" value=(ended.code); }
                input type="hidden" name="questa" value=(name);
                input type="hidden" name="pagina" value=(open.slice.page.number);
                @if open.again { input type="hidden" name="prese" value="si"; }
                @if let Some(next) = next { input type="hidden" name="prossima" value=(self::name(next)); }
                (answers)
            }
        }
    }
}

/// A button that says one answer; the key is written on it.
fn answer(key: &str, value: &str, chosen: bool, words: &str) -> Markup {
    let class = if chosen { "btn btn-primary" } else { "btn btn-outline-primary" };
    html! {
        button class=(class) name="risposta" value=(value) data-key=(key) aria-current=[chosen.then_some("true")] aria-keyshortcuts=(key) {
            (words) " " kbd aria-hidden="true" { (key) }
        }
    }
}

/// What a passage may continue: each with its text beside, the words compared.
fn continues(v: &Visit, open: &Open, undecided: &Undecided) -> Markup {
    let p = &undecided.passage;
    let own = |c: &Candidate| p.code == Some(c.code);
    let free: Vec<&Candidate> =
        undecided.candidates.iter().filter(|c| own(c) || !open.taken.contains(&c.code)).collect();
    let new = open.again && p.code.is_some() && !free.iter().any(|c| own(c));
    html! {
        @if free.is_empty() { div.passage-text { (passages::text(v.l(), &open.process.slug, p, 4, Ways::Draft)) } }
        @for (n, c) in free.iter().enumerate() {
            @let percent = v.l().percent(i64::from(c.likeness), 1000);
            @let words = v.t_with("decide-candidate", &[("code", Arg::from(plan::code(c.code))), ("percent", Arg::from(percent))]);
            div.answer {
                (beside(v, open.stood_after.get(&c.code), &c.text, &p.text))
                (answer(&(n + 1).to_string(), &c.code.to_string(), open.again && own(c), &words))
            }
        }
        div.answer {
            (answer("0", "no", new, &v.t("decide-new")))
            p.form-text { (v.t("decide-new-text-hint")) @if free.len() < undecided.candidates.len() { " " (v.t("decide-taken")) } }
        }
    }
}

/// The text in the version before and in the draft.
fn beside(v: &Visit, after: Option<&String>, was: &str, is: &str) -> Markup {
    let pieces = reader::compare::redline(was, is);
    html! {
        div.sidebyside {
            section.side {
                h3.side-title { (v.t("decide-old-text")) }
                @if let Some(after) = after { p.text-muted { (v.t("decide-after")) " " (after) } }
                (redline::before(v.l(), &pieces))
            }
            section.side { h3.side-title { (v.t("decide-new-text")) } (redline::after(v.l(), &pieces)) }
        }
    }
}

fn part(v: &Visit, open: &Open, p: &Passage, from: &[Candidate]) -> Markup {
    html! {
        @for (n, c) in from.iter().enumerate() {
            @let words = v.t_with("decide-part-yes", &[("code", Arg::from(plan::code(c.code)))]);
            div.answer { (beside(v, open.stood_after.get(&c.code), &c.text, &p.text)) (answer(&(n + 1).to_string(), &c.code.to_string(), false, &words)) }
        }
        div.answer { (answer("0", "no", false, &v.t("decide-part-no"))) }
    }
}

fn went(v: &Visit, open: &Open, ended: &Ended, into: &Passage) -> Markup {
    html! {
        (beside(v, open.stood_after.get(&ended.code), &ended.text, &into.text))
        div.answer {
            @match into.code {
                Some(code) => {
                    @let words = v.t_with("decide-went-yes", &[("code", Arg::from(plan::code(code)))]);
                    (answer("1", &code.to_string(), false, &words))
                }
                None => { p.form-text { (v.t("decide-went-first")) " " a href=(format!("#d{}", into.row)) { (v.t_with("decide-went-which", &[("n", Arg::from(into.position))])) } } }
            }
        }
        div.answer { (answer("0", "no", false, &v.t("decide-went-no"))) }
    }
}
