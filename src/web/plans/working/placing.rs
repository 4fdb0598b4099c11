//! Putting a passage of the draft elsewhere: at the head, or after another that is named; a heading with all it contains or alone.

use domain::Problems;
use domain::id::RowId;
use domain::plans::{self, Passage, PassageKind, Typed, Wish};
use maud::{Markup, html};

use super::super::read::title;
use super::edit::{self, Desk};
use super::form::{Pane, view};
use super::{list_address, place};
use crate::http::{Answer, Visit};
use crate::locale::Arg;
use crate::ui::{Choice, Form, plan};

/// Headings that are suggested: a plan of 700 passages has some hundred.
const MOST: usize = 200;

/// What the form needs to know of the draft.
#[derive(Debug, Default)]
pub struct Places {
    /// The headings, by code: where a passage is most often put.
    headings: Vec<(i32, String)>,
    /// How many passages the one to be moved contains.
    contained: usize,
}

impl Places {
    /// Of all passages of the draft, for the one in a row.
    pub fn new(all: &[Passage], row: RowId) -> Self {
        let heading = |p: &&Passage| p.kind == PassageKind::Heading && p.row != row;
        let headings = all.iter().filter(heading).filter_map(|p| Some((p.code?, title(p)))).take(MOST).collect();
        Self { headings, contained: plans::contained(all, row) }
    }
}

/// Moves it; or shows the page again with what is wrong.
pub async fn take(v: &Visit, row: RowId) -> Answer {
    let wish = Wish {
        first: v.field("dove") == "inizio",
        after: v.field("after").to_owned(),
        section: v.field("sezione") == "si",
    };
    let (actor, slug) = (v.actor().clone(), v.path("slug").to_owned());
    let there = slug.clone();
    let done = v.write_once_saying(
        "done-moved",
        move |position: &i32| place(&there, *position, row),
        move |w| {
            let (_, draft) = super::draft(w.conn, &actor, &slug)?;
            Ok(plans::ops::put_after(w, &actor, draft.id, row, &wish)?.position)
        },
    );
    match done.await {
        Err(fault) => {
            let desk = edit::desk(v, Some(row), None).await?;
            let Some(passage) = &desk.passage else { return Err(fault) };
            let typed = Typed::of(passage);
            v.form_again(fault, &desk.title(v), |p| view(v, &desk, &typed, passage.revision, p, Pane::Placing))
        }
        ok => ok,
    }
}

/// The form, folded until it is needed.
pub fn form(v: &Visit, desk: &Desk, problems: &Problems) -> Markup {
    let Some(p) = &desk.passage else { return html! {} };
    let action = list_address(&desk.process.slug, &format!("/{}/sposta", p.row));
    let form = Form::new(v, &action, problems).value("dove", "dopo").value("sezione", "si");
    let choice = |value: &str, key: &str| Choice::new(value, v.t(key));
    let whole = v.t_with("place-section-whole", &[("n", Arg::from(desk.places.contained))]);
    let fields = html! {
        input type="hidden" name="verso" value="dopo";
        (form.radios("dove", "place-where", vec![choice("dopo", "place-after"), choice("inizio", "place-first")]).required())
        (form.text("after", "place-code").max(40).width("w-medium").hint("place-code-hint").suggestions("titoli").expected())
        datalist #titoli { @for (code, title) in &desk.places.headings { option value=(plan::code(*code)) { (title) } } }
        @if desk.places.contained > 0 {
            (form.radios("sezione", "place-section", vec![Choice::new("si", whole), choice("no", "place-section-alone")]).required())
        }
    };
    html! {
        details.fold #sposta open[!problems.0.is_empty() || v.query("sposta").is_some()] {
            summary { (v.t("place-title")) }
            p { (v.t("place-save-first")) }
            (form.show(&fields, "place-go", None))
        }
    }
}
