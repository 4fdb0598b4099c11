//! Bringing lines of the minutes into the register, as one contribution.

use domain::access::{EnterOther, Permit, Subject};
use domain::processes::Process;
use domain::register::{Kind, Receipt};
use domain::tables::{Line, Place, Together, contribute, ops};
use domain::{Error, Problems};
use maud::{Markup, html};

use super::{address, found, list};
use crate::comments::code_typed;
use crate::http::{Answer, Fault, Visit};
use crate::locale::{Arg, Lang};
use crate::processes::{StaffSection, staff_frame_within};
use crate::ui::{self, Choice, Form};

/// What the lines of a table may be together; who proposes a wording writes it down elsewhere.
const KINDS: [Kind; 3] = [Kind::Addition, Kind::Appreciation, Kind::Question];

struct Page {
    process: Process,
    place: Place,
    lines: Vec<Line>,
}

/// The lines that were chosen, as they stand.
async fn load(v: &Visit) -> Result<Page, Fault> {
    let (process, place) = found(v).await?;
    let _may: Permit<EnterOther> = v.actor().permit(Subject::of(process.id))?;
    let at = place.clone();
    let (_, mut lines) = v.read(move |conn| ops::lines(conn, &at, 0)).await?;
    let asked = v.queries().iter().filter(|(k, _)| k == "riga").map(|(_, key)| key.as_str());
    let chosen: Vec<&str> = asked.chain(v.fields("riga")).collect();
    lines.retain(|l| l.stands() && chosen.contains(&l.key.as_str()));
    if lines.is_empty() {
        return Err(Error::Refused("refused-minutes-choose").into());
    }
    Ok(Page { process, place, lines })
}

/// The form.
pub async fn form(v: Visit) -> Answer {
    let page = load(&v).await?;
    v.page(&title(&v, &page), &view(&v, &page, &Problems::default()))
}

fn title(v: &Visit, p: &Page) -> String {
    format!("{} – {}", v.t("minutes-register-title"), list::where_it_is(v, &p.place))
}

fn view(v: &Visit, p: &Page, problems: &Problems) -> Markup {
    let code = p.lines.iter().find_map(|l| l.passage_code).map(ui::plan::code).unwrap_or_default();
    let form = Form::new(v, v.path_only(), problems).value("kind", Kind::Addition.as_str()).value("passage", code);
    let kinds =
        KINDS.iter().map(|k| Choice::new(k.as_str(), v.t(&format!("contribution-kind-{}", k.as_str())))).collect();
    let fields = html! {
        @for line in &p.lines { input type="hidden" name="riga" value=(line.key); }
        (form.radios("kind", "comment-kind", kinds).required())
        (form.text("passage", "other-passage").width("w-short").hint("other-passage-hint"))
    };
    let content = html! {
        (ui::head(&v.t("minutes-register-title"), Some(&list::where_it_is(v, &p.place))))
        p { (v.t("minutes-register-text")) }
        blockquote { @for line in &p.lines { p { (line.text) } } }
        (form.show(&fields, "minutes-register-button", Some(&address(&p.process, &p.place, ""))))
    };
    staff_frame_within(v, &p.process, StaffSection::Events, &list::where_it_is(v, &p.place), &content)
}

/// What was typed. The table is named in the language of the register.
fn typed(v: &Visit, p: &Page) -> Result<Together, Error> {
    let mut problems = Problems::default();
    let kind = Kind::parse(v.field("kind")).filter(|k| KINDS.contains(k));
    if kind.is_none() {
        problems.add("kind", "problem-choose");
    }
    let passage = code_typed(v.field("passage"));
    if passage.is_none() && !v.field("passage").trim().is_empty() {
        problems.add("passage", "problem-passage");
    }
    problems.check()?;
    let l = v.app().locales.of(Lang::It);
    let number = |n: i32| Arg::from(n.to_string());
    let (event, table, session) = (p.place.event.number, p.place.table.number, p.place.session.position);
    let args = || [("event", number(event)), ("table", number(table)), ("session", number(session))];
    Ok(Together {
        lines: p.lines.iter().map(|l| l.key.clone()).collect(),
        kind: kind.unwrap_or(Kind::Addition),
        passage,
        named: l.t_with("minutes-register-named", &args()),
        evidence: l.t_with("minutes-register-evidence", &args()),
    })
}

/// Brings them in.
pub async fn send(v: Visit) -> Answer {
    let page = load(&v).await?;
    let done = match typed(&v, &page) {
        Err(e) => Err(e.into()),
        Ok(new) => {
            let (actor, at, to) = (v.actor().clone(), page.place.clone(), address(&page.process, &page.place, ""));
            let write = move |w: &mut domain::db::Write<'_>| contribute::contribute(w, &actor, &at, &new);
            v.write_once_saying("done-minutes-register", move |_: &Receipt| to, write).await
        }
    };
    match done {
        Err(fault) => v.form_again(fault, &title(&v, &page), |p| view(&v, &page, p)),
        ok => ok,
    }
}
