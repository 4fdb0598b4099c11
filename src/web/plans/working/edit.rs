//! One passage of the draft: what is typed, its preview, and what the buttons do. Who comes second is shown both texts, and
//! nothing typed is lost.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use domain::id::RowId;
use domain::plans::{self, Passage, Typed, Version};
use domain::processes::Process;
use domain::{Error, Problems};
use reader::BlockKind;

use super::form::{self, Pane, view};
use super::placing::Places;
use super::{kinds, place};
use crate::http::{Answer, Fault, Visit};
use crate::locale::Arg;
use crate::ui::plan;

/// What the page knows.
pub struct Desk {
    /// The process.
    pub process: Process,
    /// Its draft.
    pub draft: Version,
    /// The passage; none for one that is to be.
    pub passage: Option<Passage>,
    /// The one it stands after, or is to.
    pub above: Option<Passage>,
    /// Who changed it last, if anybody did.
    pub last: Option<plans::Edit>,
    /// The requests whose words were put into it.
    pub from: Vec<domain::intake::PutFrom>,
    /// Where it may be put.
    pub places: Places,
}

impl Desk {
    /// What the page is called.
    pub fn title(&self, v: &Visit) -> String {
        match &self.passage {
            None => v.t("edit-passage-new").into_owned(),
            Some(p) => {
                let name = p.code.map_or_else(|| v.t_with("flaw-passage", &[("n", Arg::from(p.position))]), plan::code);
                v.t_with("edit-passage", &[("what", Arg::from(name))])
            }
        }
    }
}

pub(super) async fn desk(v: &Visit, row: Option<RowId>, after: Option<RowId>) -> Result<Desk, Fault> {
    let (actor, slug) = (v.actor().clone(), v.path("slug").to_owned());
    v.read(move |conn| {
        let (process, draft) = super::draft(conn, &actor, &slug)?;
        let all = plans::ops::passages(conn, draft.id)?;
        let at = match row {
            Some(row) => Some(all.iter().position(|p| p.row == row).ok_or(Error::NotFound)?),
            None => None,
        };
        let above = match (at, after) {
            (Some(at), _) => at.checked_sub(1).and_then(|n| all.get(n)).cloned(),
            (None, Some(after)) => Some(all.iter().find(|p| p.row == after).cloned().ok_or(Error::NotFound)?),
            (None, None) => None,
        };
        let last = match row {
            Some(row) => {
                let permit = actor.permit(domain::access::Subject::of(process.id))?;
                plans::ops::edits(conn, &permit, draft.id, Some(row))?.pop().filter(|e| e.act != plans::Act::Imported)
            }
            None => None,
        };
        let passage = at.and_then(|n| all.get(n)).cloned();
        let from = super::from(conn, &actor, &draft, passage.as_ref().and_then(|p| p.id))?;
        let places = row.map(|row| Places::new(&all, row)).unwrap_or_default();
        Ok(Desk { passage, process, draft, above, last, from, places })
    })
    .await
}

fn typed(v: &Visit) -> Typed {
    let kind = kinds::kind(v.field("kind")).unwrap_or(BlockKind::Paragraph);
    Typed { kind, number: v.field("number").to_owned(), source: v.field("text").to_owned() }
}

/// The form for one that is there.
pub async fn open(v: Visit) -> Answer {
    let desk = desk(&v, Some(RowId(v.path_as::<i64>("riga")?)), None).await?;
    let Some(passage) = &desk.passage else { return Err(Error::NotFound.into()) };
    let typed = Typed::of(passage);
    v.page(&desk.title(&v), &view(&v, &desk, &typed, passage.revision, &Problems::default(), Pane::Preview))
}

fn after(v: &Visit, typed: &str) -> Result<Option<RowId>, Fault> {
    let word = if typed.is_empty() { v.query("dopo").unwrap_or("") } else { typed };
    if word.is_empty() {
        return Ok(None);
    }
    word.parse().map(|row| Some(RowId(row))).map_err(|_| Error::NotFound.into())
}

/// The form for a new one.
pub async fn new(v: Visit) -> Answer {
    let desk = desk(&v, None, after(&v, "")?).await?;
    let typed = Typed { kind: BlockKind::Paragraph, number: String::new(), source: String::new() };
    v.page(&desk.title(&v), &view(&v, &desk, &typed, 0, &Problems::default(), Pane::None))
}

/// Puts a new one into the draft, or shows how it would look.
pub async fn put(v: Visit) -> Answer {
    let (typed, after) = (typed(&v), after(&v, v.field("dopo"))?);
    if v.field("passo") == "da-solo" {
        return Ok(json(StatusCode::OK, &serde_json::json!({ "preview": preview(&v, &typed, None) })));
    }
    if v.field("passo") == "anteprima" {
        let desk = desk(&v, None, after).await?;
        return v.page(&desk.title(&v), &view(&v, &desk, &typed, 0, &Problems::default(), Pane::Preview));
    }
    let (actor, slug, new) = (v.actor().clone(), v.path("slug").to_owned(), typed.clone());
    let there = slug.clone();
    let done = v.write_once_saying(
        "done-inserted",
        move |(position, row): &(i32, RowId)| place(&there, *position, *row),
        move |w| {
            let (_, draft) = super::draft(w.conn, &actor, &slug)?;
            let row = plans::ops::insert(w, &actor, draft.id, after, &new)?;
            Ok((plans::ops::passage(w.conn, draft.id, row)?.position, row))
        },
    );
    match done.await {
        Err(fault) => {
            let desk = desk(&v, None, after).await?;
            v.form_again(fault, &desk.title(&v), |p| view(&v, &desk, &typed, 0, p, Pane::None))
        }
        ok => ok,
    }
}

/// What the buttons of a passage's form do.
pub async fn take(v: Visit) -> Answer {
    let row = RowId(v.path_as::<i64>("riga")?);
    let saw: i32 = v.field("vista").parse().unwrap_or(0);
    let typed = typed(&v);
    match v.field("passo") {
        "anteprima" => {
            let desk = desk(&v, Some(row), None).await?;
            v.page(&desk.title(&v), &view(&v, &desk, &typed, saw, &Problems::default(), Pane::Preview))
        }
        "da-solo" => alone(&v, row, saw, typed).await,
        step => {
            let (step, said) = match step {
                "dividi" => (Step::Split, "done-split"),
                "unisci" => (Step::Join, "done-joined"),
                "togli" => (Step::Remove, "done-removed"),
                _ => (Step::Save, "done-passage"),
            };
            let done = act(&v, row, saw, typed.clone(), step, said).await;
            refused(&v, row, saw, typed, done).await
        }
    }
}

#[derive(Clone, Copy)]
enum Step {
    Save,
    Split,
    Join,
    Remove,
}

async fn act(v: &Visit, row: RowId, saw: i32, typed: Typed, step: Step, said: &'static str) -> Answer {
    let (actor, slug) = (v.actor().clone(), v.path("slug").to_owned());
    let there = slug.clone();
    v.write_once_saying(
        said,
        move |(position, row): &(i32, RowId)| place(&there, *position, *row),
        move |w| {
            let (_, draft) = super::draft(w.conn, &actor, &slug)?;
            let at = plans::ops::passage(w.conn, draft.id, row)?.position;
            let there = match step {
                Step::Save => plans::ops::edit(w, &actor, draft.id, row, saw, &typed).map(|_| row)?,
                Step::Split => plans::ops::split(w, &actor, draft.id, row, saw, &typed).map(|()| row)?,
                Step::Join => {
                    // What was typed is kept before it is joined.
                    let revision = plans::ops::edit(w, &actor, draft.id, row, saw, &typed)?;
                    plans::ops::join(w, &actor, draft.id, row, revision)?
                }
                Step::Remove => plans::ops::remove(w, &actor, draft.id, row, saw).map(|()| row)?,
            };
            Ok((at, there))
        },
    )
    .await
}

/// The form again with what is wrong; with both texts, where somebody else was first.
async fn refused(v: &Visit, row: RowId, saw: i32, typed: Typed, done: Answer) -> Answer {
    match done {
        Err(Fault::Domain(Error::Refused("refused-passage-changed"))) => {
            let desk = desk(v, Some(row), None).await?;
            let now = desk.passage.as_ref().map_or(saw, |p| p.revision);
            let page = view(v, &desk, &typed, now, &Problems::default(), Pane::Clash);
            v.page_as(StatusCode::CONFLICT, &desk.title(v), &page)
        }
        Err(fault @ Fault::Domain(Error::Invalid(_))) => {
            let desk = desk(v, Some(row), None).await?;
            v.form_again(fault, &desk.title(v), |p| view(v, &desk, &typed, saw, p, Pane::None))
        }
        other => other,
    }
}

/// Keeps what is typed while it is typed, and says how it will look: the script asks for it, and reads the answer.
async fn alone(v: &Visit, row: RowId, saw: i32, typed: Typed) -> Answer {
    let (actor, slug) = (v.actor().clone(), v.path("slug").to_owned());
    let look = typed.clone();
    let done = v
        .write(move |w| {
            let (_, draft) = super::draft(w.conn, &actor, &slug)?;
            let revision = plans::ops::edit(w, &actor, draft.id, row, saw, &typed)?;
            Ok((revision, plans::ops::passage(w.conn, draft.id, row)?))
        })
        .await;
    let (status, body) = match done {
        Ok((revision, p)) => {
            let preview = preview(v, &look, Some(&p.block));
            (StatusCode::OK, serde_json::json!({ "revision": revision, "preview": preview }))
        }
        Err(Fault::Domain(Error::Refused(_))) => (StatusCode::CONFLICT, serde_json::json!({ "refused": true })),
        Err(Fault::Domain(Error::Invalid(_))) => {
            (StatusCode::UNPROCESSABLE_ENTITY, serde_json::json!({ "invalid": true }))
        }
        Err(other) => return Err(other),
    };
    Ok(json(status, &body))
}

/// How a text will look, where it is one.
fn preview(v: &Visit, typed: &Typed, before: Option<&reader::Block>) -> Option<String> {
    typed.block(before).ok().map(|block| form::looks(v, &block).into_string())
}

fn json(status: StatusCode, body: &serde_json::Value) -> HttpResponse {
    HttpResponse::build(status)
        .insert_header(("cache-control", "no-store"))
        .content_type("application/json")
        .body(body.to_string())
}
