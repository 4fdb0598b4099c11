//! Lists edited in one form without a script: a numbered group of fields for each row and some empty ones; a row that is
//! emptied goes away, and a row's number can be changed to move it.

use domain::access::Actor;
use domain::db::Write;
use domain::id::ProcessId;
use domain::processes::{ProcessPage, ops};
use domain::{Error, Problems};
use maud::{Markup, html};

use super::super::frame::staff_address;
use super::{managed, settings};
use crate::http::{Answer, Fault, Visit};
use crate::locale::Arg;
use crate::ui::Form;

/// Empty rows to add by.
const SPARE: usize = 2;
/// Rows one list may have.
const MOST: usize = 100;

/// What a list of a process is made of.
pub trait Row: Clone + Send + Sized + 'static {
    /// What stands after `/gestione` in its address.
    const PATH: &'static str;
    /// The key of the page's title; with `-hint` and `-row` those of its explanation and of a row's name.
    const KEY: &'static str;
    /// The fields' names, without number.
    const FIELDS: &'static [&'static str];

    /// The rows there are.
    fn of(page: &ProcessPage) -> Vec<Self>;
    /// What stands in a field of a row.
    fn value(&self, field: &str) -> String;
    /// What was typed in row `n`, which is not empty.
    fn typed(v: &Visit, n: usize, p: &mut Problems) -> Self;
    /// The fields of row `n`.
    fn fields(v: &Visit, form: &Form<'_>, n: usize, page: &ProcessPage) -> Markup;
    /// Saves them all.
    ///
    /// # Errors
    /// The domain's.
    fn save(w: &mut Write<'_>, actor: &Actor, process: ProcessId, list: &[Self]) -> domain::Result<()>;
}

/// The name of a field in row `n`.
pub fn name(field: &str, n: usize) -> String {
    format!("{field}-{n}")
}

/// What was typed in a field of row `n`.
pub fn typed<'a>(v: &'a Visit, field: &str, n: usize) -> &'a str {
    v.field(&name(field, n))
}

async fn page_of(v: &Visit) -> Result<ProcessPage, Fault> {
    let process = managed(v).await?;
    v.read(move |conn| ops::page(conn, process)).await
}

/// The form.
pub async fn form<R: Row>(v: Visit) -> Answer {
    let page = page_of(&v).await?;
    v.page(&v.t(R::KEY), &view::<R>(&v, &page, &Problems::default()))
}

/// Saves the rows that are not empty, in the order of their numbers.
pub async fn save<R: Row>(v: Visit) -> Answer {
    let page = page_of(&v).await?;
    let (actor, id, here) = (v.actor().clone(), page.process.id, v.path_only().to_owned());
    let (rows, list, problems) = sent::<R>(&v);
    let saved = if problems.0.is_empty() {
        v.write_once_saying("done-saved", move |()| here, move |w| R::save(w, &actor, id, &list)).await
    } else {
        Err(Error::Invalid(problems).into())
    };
    match saved {
        Err(Fault::Domain(Error::Invalid(problems))) => {
            let problems = renumbered(problems, &rows);
            v.form_again(Error::Invalid(problems).into(), &v.t(R::KEY), |p| view::<R>(&v, &page, p))
        }
        other => other,
    }
}

/// How many rows the form had that was sent.
fn count(v: &Visit) -> usize {
    (1..=MOST).take_while(|n| v.typed().get(&name("place", *n)).is_some()).count()
}

/// The rows that hold something: their numbers in the form, what they say, and what is wrong with it (numbered as the
/// domain does, by their place among those that are kept).
fn sent<R: Row>(v: &Visit) -> (Vec<usize>, Vec<R>, Problems) {
    let filled = |n: &usize| R::FIELDS.iter().any(|f| !typed(v, f, *n).trim().is_empty());
    let place = |n: &usize| typed(v, "place", *n).trim().parse::<usize>().unwrap_or(*n);
    let mut rows: Vec<usize> = (1..=count(v)).filter(filled).collect();
    // A row that was given the number of another comes before it.
    rows.sort_by_key(|n| (place(n), place(n) == *n));
    let mut problems = Problems::default();
    let mut list = Vec::with_capacity(rows.len());
    for (kept, n) in rows.iter().enumerate() {
        let mut mine = Problems::default();
        list.push(R::typed(v, *n, &mut mine));
        problems.0.extend(mine.0.into_iter().map(|mut p| {
            p.field = name(&p.field, kept + 1).into();
            p
        }));
    }
    (rows, list, problems)
}

/// Problems by the numbers the rows have in the form.
fn renumbered(mut problems: Problems, rows: &[usize]) -> Problems {
    for p in &mut problems.0 {
        let at = p.field.rsplit_once('-').and_then(|(f, n)| Some((f.to_owned(), n.parse::<usize>().ok()?)));
        if let Some((field, n)) = at {
            let row = rows.get(n.wrapping_sub(1)).copied().unwrap_or(n);
            p.field = name(&field, row).into();
        }
    }
    problems
}

fn view<R: Row>(v: &Visit, page: &ProcessPage, problems: &Problems) -> Markup {
    let list = R::of(page);
    let mut form = Form::new(v, v.path_only(), problems);
    for (n, row) in (1..).zip(&list) {
        for field in R::FIELDS.iter().chain(&["id"]) {
            form = form.value(&name(field, n), row.value(field));
        }
    }
    let rows = if count(v) > 0 { count(v) } else { (list.len() + SPARE).min(MOST) };
    for n in 1..=rows {
        form = form.value(&name("place", n), n.to_string());
    }
    let fields = html! {
        p { (v.t(&format!("{}-hint", R::KEY))) " " (v.t("rows-hint")) }
        @for n in 1..=rows { (group::<R>(v, &form, n, page)) }
        p { (v.t("rows-more")) }
    };
    let content = form.show(&fields, "settings-save", Some(&staff_address(&page.process, "")));
    settings(v, &page.process, R::PATH, R::KEY, &content)
}

fn group<R: Row>(v: &Visit, form: &Form<'_>, n: usize, page: &ProcessPage) -> Markup {
    let (id, place) = (name("id", n), name("place", n));
    html! {
        fieldset.field.border-top.pt-3 {
            legend.form-label { span.h4 { (row_name::<R>(v, n)) } }
            (R::fields(v, form, n, page))
            @if !form.now_in(&id).is_empty() { input type="hidden" name=(id) value=(form.now_in(&id)); }
            (form.number(&place, "rows-place").expected())
        }
    }
}

/// "Fase 2".
pub fn row_name<R: Row>(v: &Visit, n: usize) -> String {
    v.t_with(&format!("{}-row", R::KEY), &[("n", Arg::from(n))])
}
