//! Mending a line without the script: the second of two is told, and shown both.

use actix_web::http::StatusCode;
use domain::processes::Process;
use domain::tables::{Act, Kind, Line, MAX_TEXT, Outcome, Place, Sent, Wording, ops};
use domain::{Problems, id::random_hex};
use maud::{Markup, html};

use super::entry::{self, Choices, who_value};
use super::{address, found, line, list, page};
use crate::http::{Answer, Fault, Visit};
use crate::locale::Arg;
use crate::processes::{StaffSection, staff_frame_within};
use crate::ui::{self, Form, Tone};

struct Mending {
    process: Process,
    place: Place,
    line: Line,
    choices: Choices,
    before: Vec<Wording>,
    /// Whether the line is shown because somebody else mended it meanwhile.
    overtaken: bool,
}

async fn load(v: &Visit) -> Result<Mending, Fault> {
    let (process, place) = found(v).await?;
    let (at, id, key) = (place.clone(), process.id, v.path("key").to_owned());
    let (line, choices, before) = v
        .read(move |conn| {
            let line = ops::line(conn, &at, &key)?;
            let choices = page::choices(conn, &at, id, std::slice::from_ref(&line))?;
            let before = ops::wordings(conn, &line)?;
            Ok((line, choices, before))
        })
        .await?;
    Ok(Mending { process, place, line, choices, before, overtaken: false })
}

/// The form.
pub async fn form(v: Visit) -> Answer {
    let m = load(&v).await?;
    v.page(&title(&v, &m), &view(&v, &m, &Problems::default()))
}

fn title(v: &Visit, m: &Mending) -> String {
    format!("{} – {}", v.t("minutes-mend-title"), list::where_it_is(v, &m.place))
}

fn view(v: &Visit, m: &Mending, problems: &Problems) -> Markup {
    let form = Form::new(v, v.path_only(), problems)
        .value("kind", m.line.kind.as_str())
        .value("text", &m.line.text)
        .value("who", who_value(&m.line.who()))
        .value("objective", &m.line.objective);
    let name = line::name(v, &m.line);
    let fields = html! {
        input type="hidden" name="key" value=(random_hex::<16>());
        input type="hidden" name="revision" value=(m.line.revision);
        @if m.line.kind == Kind::Heading {
            (form.text("text", "minutes-heading").required().max(200))
        } @else {
            (entry::kinds(v, &form))
            (form.area("text", "minutes-text", 3).required().max(u32::try_from(MAX_TEXT).unwrap_or(u32::MAX)))
            (entry::who_field(v, &form, &m.choices, Some((&m.line, name.as_str()))))
            (entry::objective(v, &form, &m.choices))
        }
    };
    let content = html! {
        (ui::head(&v.t("minutes-mend-title"), Some(&list::where_it_is(v, &m.place))))
        @if m.overtaken {
            (ui::notice(Tone::Warning, &html! {
                p.notice-title { (v.t_with("minutes-overtaken", &[("name", Arg::from(m.line.writer.as_str()))])) }
                blockquote { p { (m.line.text) } }
                p { (v.t("minutes-overtaken-text")) }
            }))
        }
        (form.show(&fields, "minutes-mend-button", Some(&address(&m.process, &m.place, ""))))
        @if !m.before.is_empty() {
            section.block {
                h2 { (v.t("minutes-before")) }
                @for was in &m.before {
                    blockquote { p { (was.text) } footer.text-muted { (was.writer) ", " (ui::time::instant(v.l(), was.written_at)) } }
                }
            }
        }
    };
    staff_frame_within(v, &m.process, StaffSection::Events, &list::where_it_is(v, &m.place), &content)
}

/// Mends it.
pub async fn save(v: Visit) -> Answer {
    let m = load(&v).await?;
    let act = Act::Mend {
        line: m.line.key.clone(),
        revision: v.field("revision").parse().unwrap_or(0),
        new: entry::typed(&v, m.line.kind),
    };
    let sent = Sent { key: v.field("key").to_owned(), at: None, act };
    let (actor, at) = (v.actor().clone(), m.place.clone());
    match v.write(move |w| ops::act(w, &actor, &at, &sent)).await {
        Ok(Outcome::Overtaken(line)) => {
            let m = Mending { line: *line, overtaken: true, ..m };
            v.page_as(StatusCode::CONFLICT, &title(&v, &m), &view(&v, &m, &Problems::default()))
        }
        Ok(_) => v.done("done-minutes", &format!("{}#r-{}", address(&m.process, &m.place, ""), m.line.key)),
        Err(fault) => v.form_again(fault, &title(&v, &m), |p| view(&v, &m, p)),
    }
}
