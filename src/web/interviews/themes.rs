//! The themes: all of them in one form, written together. An address of one theme would tell a proxy's log which was touched
//! after which interview.

use domain::interviews::{State, Theme, TypedTheme, is_enough, ops};
use domain::processes::Process;
use domain::{Error, Problems};
use maud::{Markup, html};

use super::{desk, framed};
use crate::http::{Answer, Fault, Visit};
use crate::locale::Arg;
use crate::processes;
use crate::ui::Form;

/// Empty rows to add by.
const SPARE: usize = 2;
/// Rows the form may have.
const MOST: usize = 60;

/// What the page knows.
struct Desk {
    process: Process,
    list: Vec<(Theme, State)>,
    /// How many interviews are recorded.
    held: i64,
}

async fn read(v: &Visit) -> Result<Desk, Fault> {
    let process = processes::of(v).await?;
    let actor = v.actor().clone();
    v.read(move |conn| {
        let (list, held) = (ops::states(conn, &actor, process.id)?, ops::count(conn, &actor, process.id)?);
        Ok(Desk { process, list, held })
    })
    .await
}

/// The form.
pub async fn form(v: Visit) -> Answer {
    let d = read(&v).await?;
    v.page(&v.t("interviews-themes"), &view(&v, &d, &Problems::default()))
}

fn name(field: &str, n: usize) -> String {
    format!("{field}-{n}")
}

/// Saves the rows that are not empty, in the order of their numbers.
pub async fn save(v: Visit) -> Answer {
    let d = read(&v).await?;
    let (actor, id, here) = (v.actor().clone(), d.process.id, desk(&d.process, "/temi"));
    let (rows, themes) = sent(&v);
    let done = v.write_once_saying("done-saved", move |()| here, move |w| ops::set_themes(w, &actor, id, &themes));
    match done.await {
        Err(Fault::Domain(Error::Invalid(mut problems))) => {
            for p in &mut problems.0 {
                let at = p.field.rsplit_once('-').and_then(|(f, n)| Some((f.to_owned(), n.parse::<usize>().ok()?)));
                if let Some((field, n)) = at {
                    p.field = name(&field, rows.get(n.wrapping_sub(1)).copied().unwrap_or(n)).into();
                }
            }
            v.form_again(Error::Invalid(problems).into(), &v.t("interviews-themes"), |p| view(&v, &d, p))
        }
        other => other,
    }
}

/// How many rows the form had that was sent.
fn count(v: &Visit) -> usize {
    (1..=MOST).take_while(|n| v.typed().get(&name("place", *n)).is_some()).count()
}

/// The rows that hold something, in order: their numbers in the form, and what they say.
fn sent(v: &Visit) -> (Vec<usize>, Vec<TypedTheme>) {
    let typed = |field: &str, n: usize| v.field(&name(field, n)).trim().to_owned();
    let place = |n: &usize| typed("place", *n).parse::<usize>().unwrap_or(*n);
    let mut rows: Vec<usize> =
        (1..=count(v)).filter(|n| !typed("title", *n).is_empty() || !typed("interviews", *n).is_empty()).collect();
    rows.sort_by_key(|n| (place(n), place(n) == *n));
    let theme = |n: &usize| TypedTheme {
        id: typed("id", *n).parse().ok(),
        title: typed("title", *n),
        interviews: typed("interviews", *n).parse().ok(),
    };
    let themes = rows.iter().map(theme).collect();
    (rows, themes)
}

fn view(v: &Visit, d: &Desk, problems: &Problems) -> Markup {
    let (process, list) = (&d.process, &d.list);
    let mut form = Form::new(v, &desk(process, "/temi"), problems);
    for (n, (theme, _)) in (1..).zip(list) {
        form = form
            .value(&name("id", n), theme.id.to_string())
            .value(&name("title", n), theme.title.as_str())
            .value(&name("interviews", n), theme.interviews.to_string());
    }
    let rows = if count(v) > 0 { count(v) } else { (list.len() + SPARE).min(MOST) };
    for n in 1..=rows {
        form = form.value(&name("place", n), n.to_string());
    }
    let fields = html! {
        p { (v.t("rows-hint")) }
        p { (v.t_with("interview-themes-held", &[("n", Arg::from(d.held))])) }
        @for n in 1..=rows { (row(v, &form, n, d)) }
        p { (v.t("rows-more")) }
    };
    let content = form.show(&fields, "settings-save", Some(&desk(process, "")));
    framed(v, process, "/temi", "interviews-themes", "interviews-themes-lead", &content)
}

fn row(v: &Visit, form: &Form<'_>, n: usize, d: &Desk) -> Markup {
    let (id, title, interviews, place) = (name("id", n), name("title", n), name("interviews", n), name("place", n));
    let known = form.now_in(&id).parse().ok().and_then(|id| d.list.iter().find(|(t, _)| t.id == id));
    let words = v.t_with("interview-theme-row", &[("n", Arg::from(n))]);
    let listed = |field: &str| format!("{words}, {}", v.t(field));
    html! {
        fieldset.field.border-top.pt-3 {
            legend.form-label { span.h4 { (words) } }
            @if let Some((theme, state)) = known {
                p.form-text { (stands(v, theme, state)) }
                @if i64::from(theme.interviews) > d.held { p.form-text { strong { (over(v, theme, d.held)) } } }
            }
            (form.text(&title, "interview-theme-title").max(200).expected().listed_as(listed("interview-theme-title")))
            div.field-row {
                (form.number(&interviews, "interview-theme-interviews").expected().listed_as(listed("interview-theme-interviews")))
                (form.number(&place, "rows-place").expected())
            }
            @if !form.now_in(&id).is_empty() { input type="hidden" name=(id) value=(form.now_in(&id)); }
        }
    }
}

/// That a theme is said to rest on more interviews than are recorded.
pub fn over(v: &Visit, theme: &Theme, held: i64) -> String {
    v.t_with("interview-theme-over-held", &[("n", Arg::from(theme.interviews)), ("held", Arg::from(held))])
}

/// How many findings it has, and whether they may be public.
pub fn stands(v: &Visit, theme: &Theme, state: &State) -> String {
    let key = if is_enough(theme.interviews) { "interview-theme-enough" } else { "interview-theme-few" };
    v.t_with(key, &[("public", Arg::from(state.public)), ("waiting", Arg::from(state.ready + state.held_back))])
}
