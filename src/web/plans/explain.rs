//! Changes that no request explains: the staff gives the reason, for one or for many at once.

use std::collections::{BTreeSet, HashMap};

use domain::access::{ExplainChange, Permit, Subject};
use domain::paging::{Page, Slice};
use domain::plans::{self, Change, ChangeKind, ChangeReason, Reason, Version};
use domain::processes::{self, Process};
use domain::{Error, Problems, intake};
use maud::{Markup, html};

use super::compare::{Numbered, form as form_of, words};
use super::{address, formed, redline};
use crate::http::{Answer, Fault, Visit};
use crate::locale::Arg;
use crate::processes::{StaffSection, staff_frame_within};
use crate::ui::{self, Choice, Form, lists, plan};

/// Changes a page.
const SIZE: i64 = 50;

struct Unexplained {
    process: Process,
    from: Version,
    to: Version,
    open: Slice<Change>,
    left: usize,
    given: Vec<ChangeReason>,
}

impl Numbered for Unexplained {
    fn numbers(&self) -> (i32, i32) {
        (self.from.number, self.to.number)
    }
}

async fn load(v: &Visit) -> Result<Option<Unexplained>, Fault> {
    let wanted = v.query("versione").unwrap_or_else(|| v.field("versione")).parse::<i32>().ok();
    let (actor, slug) = (v.actor().clone(), v.path("slug").to_owned());
    let page = Page::new(v.field("pagina").parse().unwrap_or_else(|_| v.page_number()), SIZE);
    v.read(move |conn| {
        let process = processes::ops::by_slug(conn, &actor, &slug)?;
        let _may: Permit<ExplainChange> = actor.permit(Subject::of(process.id))?;
        let versions = plans::ops::published(conn, process.id)?;
        let at = match wanted {
            Some(n) => versions.iter().position(|v| v.number == n).ok_or(Error::NotFound)?,
            None => 0,
        };
        let Some((to, from)) = versions.get(at).cloned().zip(versions.get(at + 1).cloned()) else { return Ok(None) };
        let named: BTreeSet<i32> = intake::ops::behind(conn, to.id)?.into_keys().collect();
        let given = plans::ops::reasons(conn, to.id)?;
        let told: HashMap<i32, &ChangeReason> = given.iter().map(|r| (r.code, r)).collect();
        let mut open = plans::ops::changes(conn, from.id, to.id)?;
        open.retain(|c| c.asks_why() && c.code().is_some_and(|n| !named.contains(&n) && !told.contains_key(&n)));
        let left = open.len();
        let (skip, take) = (usize::try_from(page.offset()).unwrap_or(0), usize::try_from(page.limit()).unwrap_or(0));
        let open = page.slice(open.into_iter().skip(skip).take(take).collect());
        Ok(Some(Unexplained { process, from, to, open, left, given }))
    })
    .await
}

/// The page.
pub async fn page(v: Visit) -> Answer {
    let title = v.t("explain-title");
    match load(&v).await? {
        Some(found) => v.page(&title, &view(&v, &found, &Problems::default())),
        None => {
            let process = crate::processes::of(&v).await?;
            let content = html! { (ui::head(&title, None)) (ui::empty(&v.t("explain-one"), &v.t("explain-one-text"))) };
            v.page(&title, &staff_frame_within(&v, &process, StaffSection::Plan, &title, &content))
        }
    }
}

/// Keeps one reason for the changes that were ticked.
pub async fn keep(v: Visit) -> Answer {
    let found = load(&v).await?.ok_or(Error::NotFound)?;
    let chosen = if v.ticked("whole_page") { "listed" } else { "codes" };
    let codes: Vec<i32> = v.fields(chosen).iter().filter_map(|c| c.parse().ok()).collect();
    let (kind, note) = (Reason::parse(v.field("kind")), v.field("note").to_owned());
    let (actor, version) = (v.actor().clone(), found.to.id);
    let to = format!("{}?versione={}", address::desk(&found.process.slug, "/spiegazioni"), found.to.number);
    let done = v.write_once_saying(
        "done-explained",
        move |()| to,
        move |w| plans::ops::explain_all(w, &actor, version, &codes, kind, &note),
    );
    match done.await {
        Err(fault) => v.form_again(fault, &v.t("explain-title"), |p| view(&v, &found, p)),
        ok => ok,
    }
}

fn view(v: &Visit, found: &Unexplained, problems: &Problems) -> Markup {
    let slug = found.process.slug.as_str();
    let action = address::desk(slug, "/spiegazioni");
    let title = v.t_with(
        "explain-version",
        &[("from", Arg::from(found.from.number.to_string())), ("to", Arg::from(found.to.number.to_string()))],
    );
    let content = html! {
        (ui::head(&title, Some(&v.t("explain-lead"))))
        @if found.left == 0 {
            (ui::empty(&v.t("explain-none"), &v.t("explain-none-text")))
        } @else {
            p { (v.t_with("explain-left", &[("n", Arg::from(found.left))])) }
            (redline::key(v.l()))
            (form(v, found, &action, problems))
            (lists::pager(v, found.open.page, found.open.more))
        }
        (given(v, found))
        p.page-actions { a href=(address::comparison(slug, found.from.number, found.to.number)) { (v.t("explain-to-comparison")) } }
    };
    let name = v.t("explain-title");
    staff_frame_within(v, &found.process, StaffSection::Plan, &name, &content)
}

fn form(v: &Visit, found: &Unexplained, action: &str, problems: &Problems) -> Markup {
    let form = Form::new(v, action, problems);
    let kinds =
        Reason::ALL.iter().map(|k| Choice::new(k.as_str(), v.t(&format!("change-reason-{}", k.as_str())))).collect();
    let choose = problems.0.iter().any(|p| p.field == "codes");
    form.drawn("codes", v.t("explain-choose"));
    let fields = html! {
        input type="hidden" name="versione" value=(found.to.number);
        input type="hidden" name="pagina" value=(found.open.page.number);
        fieldset.field.field-invalid[choose] #f-codes tabindex="-1" {
            legend.form-label { (v.t("explain-choose")) }
            @if choose { p.invalid-feedback { (v.t("problem-choose-changes")) } }
            @if found.open.rows.len() > 1 { (form.tick("whole_page", "explain-whole-page")) }
            @for (code, change) in found.open.rows.iter().filter_map(|c| Some((c.code()?, c))) {
                (one(v, found, &form, code, change))
            }
        }
        (form.radios("kind", "explain-kind", kinds).required())
        (form.area("note", "explain-note", 4).required().max(2000).counted().hint("explain-note-hint"))
    };
    form.show(&fields, "explain-save", None)
}

fn one(v: &Visit, found: &Unexplained, form: &Form<'_>, code: i32, change: &Change) -> Markup {
    let id = format!("x{code}");
    let key = match change.kind {
        ChangeKind::Moved => "change-moved",
        ChangeKind::MovedAndEdited => "change-moved-and-edited",
        ChangeKind::New => "change-new",
        ChangeKind::Removed => "change-removed",
        ChangeKind::Reshaped => "change-reshaped",
        ChangeKind::Edited | ChangeKind::Renumbered | ChangeKind::Same => "change-edited",
    };
    html! {
        div.change {
            input type="hidden" name="listed" value=(code);
            div.form-check {
                input.form-check-input type="checkbox" id=(id) name="codes" value=(code) checked[form.chosen("codes", &code.to_string())];
                label.form-check-label for=(id) { span.code { (plan::code(code)) } " " span.tag { (v.t(key)) } }
            }
            (form_of(v, change))
            @if change.moved() { (formed::elsewhere(v.l(), &found.process.slug, change.stood_after)) }
            (words(v, found, change, 2))
        }
    }
}

/// The reasons given so far.
fn given(v: &Visit, found: &Unexplained) -> Markup {
    html! {
        @if !found.given.is_empty() {
            section.block {
                h2 { (v.t_with("explain-given", &[("n", Arg::from(found.given.len()))])) }
                ul { @for r in &found.given {
                    li {
                        a.code href=(address::passage(&found.process.slug, r.code)) { (plan::code(r.code)) } " "
                        span.tag { (v.t(&format!("change-reason-{}", r.kind.as_str()))) }
                        (ui::prose(&r.note))
                    }
                } }
            }
        }
    }
}
