//! Writing a point: its words, and the lines it rests on. The second of two who write over one point is shown both.

use actix_web::http::StatusCode;
use domain::id::PointId;
use domain::plans::PassageKind;
use domain::processes::Process;
use domain::tables::Line;
use domain::tables::restitution::{MAX_SHORT, MAX_TEXT, NewPoint, Of, Point, PointKind, Rest, Row, Written, ops};
use domain::{Problems, Result, plans};
use maud::{Markup, html};

use super::{desk, mine, name, where_said};
use crate::http::{Answer, Fault, Visit};
use crate::locale::Arg;
use crate::processes::{StaffSection, staff_frame_within};
use crate::tables::line;
use crate::ui::{self, Choice, Form, Tone, time};

/// Objectives offered.
const MOST_OBJECTIVES: usize = 200;

struct Page {
    process: Process,
    of: Of,
    kind: PointKind,
    lines: Vec<Line>,
    sources: Vec<Rest>,
    objectives: Vec<String>,
    /// What stands there now; nothing for a new one.
    point: Option<Point>,
    /// What somebody else wrote meanwhile.
    theirs: Option<Row>,
}

async fn load(v: &Visit, point: Option<PointId>) -> Result<Page, Fault> {
    let (process, of) = mine(v).await?;
    let typed = [v.query("tipo").unwrap_or(""), v.field("tipo")].into_iter().find_map(PointKind::parse);
    v.read(move |conn| {
        let point = point.map(|id| ops::point(conn, &of, id)).transpose()?;
        let kind = point.as_ref().map(|p| p.row.kind).or(typed).unwrap_or(PointKind::Sentence);
        let kind = if of.session().is_none() { PointKind::Sentence } else { kind };
        let (lines, sources) = ops::choices(conn, &of)?;
        let objectives = if kind == PointKind::Action { objectives(conn, &process, &lines)? } else { Vec::new() };
        Ok(Page { process, of, kind, lines, sources, objectives, point, theirs: None })
    })
    .await
}

/// What the lines are about, and the headings of the newest version of the plan.
fn objectives(conn: &mut domain::db::Conn, process: &Process, lines: &[Line]) -> Result<Vec<String>> {
    let mut out: Vec<String> = lines.iter().map(|l| l.objective.clone()).filter(|o| !o.is_empty()).collect();
    if let Some(version) = plans::ops::newest(conn, process.id)? {
        let all = plans::ops::passages(conn, version.id)?.into_iter();
        out.extend(all.filter(|p| p.kind == PassageKind::Heading).map(|p| p.text));
    }
    out.sort();
    out.dedup();
    out.truncate(MOST_OBJECTIVES);
    Ok(out)
}

/// A new one.
pub async fn new(v: Visit) -> Answer {
    let page = load(&v, None).await?;
    v.page(&title(&v, &page), &view(&v, &page, &Problems::default()))
}

/// One that is there.
pub async fn form(v: Visit) -> Answer {
    let page = load(&v, Some(v.path_as("point")?)).await?;
    v.page(&title(&v, &page), &view(&v, &page, &Problems::default()))
}

fn title(v: &Visit, p: &Page) -> String {
    format!("{} – {}", v.t(heading(p)), name(v.l(), &p.of))
}

const fn heading(p: &Page) -> &'static str {
    match (p.kind, p.point.is_some()) {
        (PointKind::Sentence, false) => "restitution-new-sentence",
        (PointKind::Action, false) => "restitution-new-action",
        (PointKind::Sentence, true) => "restitution-mend-sentence",
        (PointKind::Action, true) => "restitution-mend-action",
    }
}

fn view(v: &Visit, p: &Page, problems: &Problems) -> Markup {
    let mut form = Form::new(v, v.path_only(), problems);
    if let Some(Point { row, lines, sources }) = &p.point {
        let keys: Vec<String> = lines.iter().map(|b| b.line.key.clone()).collect();
        let keys = if keys.is_empty() { sources.iter().map(|s| s.id.to_string()).collect() } else { keys };
        form = form
            .value("text", &row.text)
            .value("objective", &row.objective)
            .value("who", &row.who)
            .value("by_when", &row.by_when)
            .value("means", &row.means)
            .value("lines", keys.join("\n"));
    }
    let revision = p.theirs.as_ref().or_else(|| p.point.as_ref().map(|p| &p.row)).map_or(0, |r| r.revision);
    let most = u32::try_from(MAX_TEXT).unwrap_or(u32::MAX);
    let short = u32::try_from(MAX_SHORT).unwrap_or(u32::MAX);
    let fields = html! {
        input type="hidden" name="tipo" value=(p.kind.as_str());
        input type="hidden" name="revision" value=(revision);
        @if p.kind == PointKind::Action {
            (form.text("objective", "restitution-objective").required().max(short).suggestions("objectives").hint("restitution-objective-hint"))
            datalist #objectives { @for o in &p.objectives { option value=(o) {} } }
            (form.area("text", "restitution-action", 3).required().max(most))
            (form.text("who", "restitution-who").max(short).hint("restitution-who-hint"))
            (form.text("by_when", "restitution-when").max(short))
            (form.text("means", "restitution-means").max(short))
        } @else {
            (form.area("text", "restitution-sentence", 4).required().max(most).counted().hint("restitution-sentence-hint"))
        }
        (rests(v, p, &form))
    };
    let content = html! {
        (ui::head(&v.t(heading(p)), Some(&name(v.l(), &p.of))))
        @if let Some(theirs) = &p.theirs { (overtaken(v, theirs)) }
        @if p.lines.is_empty() && p.sources.is_empty() { (ui::notice(Tone::Info, &html! { p { (v.t("restitution-nothing-to-rest-on")) } })) }
        (form.show(&fields, "restitution-save", Some(&desk(&p.process, &p.of, ""))))
    };
    staff_frame_within(v, &p.process, StaffSection::Events, &name(v.l(), &p.of), &content)
}

/// What it rests on: lines of the minutes, or what the sessions' restitutions say.
fn rests<'a>(v: &Visit, p: &Page, form: &'a Form<'a>) -> Markup {
    let line = |l: &Line| {
        let who = line::name(v, l);
        let kind = v.t(&format!("minutes-kind-{}", l.kind.as_str()));
        let about = [who, l.objective.clone()].into_iter().filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" · ");
        let choice = Choice::new(&l.key, format!("{kind}: {}", l.text));
        if about.is_empty() { choice } else { choice.hint(about) }
    };
    let source =
        |s: &Rest| Choice::new(s.id.to_string(), &s.text).hint(where_said(v.l(), s.table, &s.theme, s.session));
    let choices: Vec<Choice> = p.lines.iter().map(line).chain(p.sources.iter().map(source)).collect();
    let key = if p.of.session().is_some() { "restitution-rests" } else { "restitution-rests-whole" };
    html! { @if !choices.is_empty() { (form.checks("lines", key, choices).expected().hint("restitution-rests-hint")) } }
}

fn overtaken(v: &Visit, theirs: &Row) -> Markup {
    ui::notice(
        Tone::Warning,
        &html! {
            p.notice-title { (v.t_with("restitution-overtaken", &[("name", Arg::from(theirs.writer.as_str()))])) " " (time::instant(v.l(), theirs.written_at)) }
            blockquote {
                @if !theirs.objective.is_empty() { p { strong { (theirs.objective) } } }
                (ui::prose(&theirs.text))
                (super::draft::how(v, &theirs.who, &theirs.by_when, &theirs.means))
            }
            p { (v.t("restitution-overtaken-text")) }
        },
    )
}

fn typed(v: &Visit, p: &Page) -> NewPoint {
    let chosen = v.fields("lines");
    NewPoint {
        kind: p.kind,
        text: v.field("text").to_owned(),
        objective: v.field("objective").to_owned(),
        who: v.field("who").to_owned(),
        by_when: v.field("by_when").to_owned(),
        means: v.field("means").to_owned(),
        lines: chosen.iter().map(|k| (*k).to_owned()).collect(),
        sources: chosen.iter().filter_map(|k| k.parse().ok()).collect(),
    }
}

/// Adds it.
pub async fn create(v: Visit) -> Answer {
    let page = load(&v, None).await?;
    let (actor, of, new) = (v.actor().clone(), page.of.clone(), typed(&v, &page));
    let base = desk(&page.process, &page.of, "");
    let to = move |id: &PointId| format!("{base}#p-{id}");
    match v.write_once_saying("done-restitution", to, move |w| ops::write(w, &actor, &of, &new)).await {
        Err(fault) => v.form_again(fault, &title(&v, &page), |p| view(&v, &page, p)),
        ok => ok,
    }
}

/// Writes it anew.
pub async fn save(v: Visit) -> Answer {
    let id: PointId = v.path_as("point")?;
    let page = load(&v, Some(id)).await?;
    let (actor, of, new) = (v.actor().clone(), page.of.clone(), typed(&v, &page));
    let revision = v.field("revision").parse().unwrap_or(0);
    match v.write(move |w| ops::mend(w, &actor, &of, (id, revision), &new)).await {
        Ok(Written::Overtaken(theirs)) => {
            let page = Page { theirs: Some(*theirs), ..page };
            v.page_as(StatusCode::CONFLICT, &title(&v, &page), &view(&v, &page, &Problems::default()))
        }
        Ok(Written::Done) => v.done("done-restitution", &format!("{}#p-{id}", desk(&page.process, &page.of, ""))),
        Err(fault) => v.form_again(fault, &title(&v, &page), |p| view(&v, &page, p)),
    }
}
