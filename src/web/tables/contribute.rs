//! Bringing lines of the minutes into the register, as one contribution. Lines of several sessions of the same event can stand in
//! it: they are chosen one session at a time.

use std::collections::HashMap;

use domain::access::{EnterOther, Permit, Subject, WindowState};
use domain::consultations::{self, Consultation};
use domain::id::SessionId;
use domain::processes::Process;
use domain::register::{Kind, Receipt};
use domain::tables::rereading::{self, Rereading};
use domain::tables::{Chosen, Line, MOST_TOGETHER, Place, Together, contribute, ops};
use domain::{Error, Problems, plans};
use maud::{Markup, html};

use super::{address, found, line, list};
use crate::comments::code_typed;
use crate::http::{Answer, Fault, Visit};
use crate::locale::{Arg, Lang, Locale};
use crate::processes::{StaffSection, staff_frame_within};
use crate::ui::{self, Choice, Form, Tone};

/// What the lines of a table may be together; who proposes a wording writes it down elsewhere.
const KINDS: [Kind; 3] = [Kind::Addition, Kind::Appreciation, Kind::Question];

struct Page {
    process: Process,
    /// Where the choice began, and what is gone back to.
    place: Place,
    chosen: Vec<Chosen>,
    /// Every session of the event in which something was said, with how many lines.
    sessions: Vec<(Place, i64)>,
    /// Until when the lines that were chosen can be reread, where that was set.
    rereadings: HashMap<SessionId, Rereading>,
    /// The window that counts, and the number of the version it is about.
    window: Option<(Consultation, i32)>,
}

impl Page {
    fn lines(&self) -> impl Iterator<Item = &Line> {
        self.chosen.iter().flat_map(|at| &at.lines)
    }

    fn keys(&self) -> Vec<&str> {
        self.lines().map(|l| l.key.as_str()).collect()
    }
}

/// The keys that were chosen, each once.
fn keys(v: &Visit) -> Result<Vec<String>, Fault> {
    let asked = v.queries().iter().filter(|(k, _)| k == "riga").map(|(_, key)| key.as_str());
    let mut keys: Vec<String> = asked.chain(v.fields("riga")).map(str::to_owned).collect();
    keys.sort();
    keys.dedup();
    if keys.len() > MOST_TOGETHER {
        return Err(Error::Refused("refused-minutes-too-many").into());
    }
    Ok(keys)
}

/// The lines that were chosen, as they stand.
async fn load(v: &Visit) -> Result<Page, Fault> {
    let (process, place) = found(v).await?;
    let _may: Permit<EnterOther> = v.actor().permit(Subject::of(process.id))?;
    let (actor, at, keys, now) = (v.actor().clone(), place.clone(), keys(v)?, v.now());
    let (mut chosen, sessions, rereadings, window) = v
        .read(move |conn| {
            let chosen = ops::chosen(conn, &actor, &at.event, &keys)?;
            let sessions = ops::of_event(conn, &actor, &at.event)?;
            let ids: Vec<SessionId> = chosen.iter().map(|at| at.place.session.id).collect();
            let rereadings = rereading::ops::of_sessions(conn, &ids)?;
            let window = consultations::ops::current(conn, at.event.process_id, now)?;
            let window = match window {
                Some(w) => Some((plans::ops::by_id(conn, w.version_id)?.number, w)),
                None => None,
            };
            Ok((chosen, sessions, rereadings, window.map(|(n, w)| (w, n))))
        })
        .await?;
    chosen.iter_mut().for_each(|at| at.lines.retain(Line::stands));
    chosen.retain(|at| !at.lines.is_empty());
    if chosen.is_empty() {
        return Err(Error::Refused("refused-minutes-choose").into());
    }
    let sessions = sessions.into_iter().filter(|(_, lines)| *lines > 0).collect();
    Ok(Page { process, place, chosen, sessions, rereadings, window })
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
    let code = p.lines().find_map(|l| l.passage_code).map(ui::plan::code).unwrap_or_default();
    let form = Form::new(v, v.path_only(), problems).value("kind", Kind::Addition.as_str()).value("passage", code);
    let kinds =
        KINDS.iter().map(|k| Choice::new(k.as_str(), v.t(&format!("contribution-kind-{}", k.as_str())))).collect();
    let fields = html! {
        @for key in p.keys() { input type="hidden" name="riga" value=(key); }
        input type="hidden" name="visto" value=(contribute::fingerprint(p.lines()));
        (form.radios("kind", "comment-kind", kinds).required())
        (form.text("passage", "other-passage").width("w-short").hint("other-passage-hint"))
    };
    let content = html! {
        (ui::head(&v.t("minutes-register-title"), Some(&p.place.event.title)))
        p { (v.t("minutes-register-text")) }
        (what_counts(v, p))
        (not_reread(v, p))
        @for at in &p.chosen {
            section.block {
                h2.h4 { (list::where_it_is(v, &at.place)) }
                @for line in &at.lines { (one(v, p, line)) }
            }
        }
        (others(v, p))
        (form.show(&fields, "minutes-register-button", Some(&address(&p.process, &p.place, ""))))
    };
    staff_frame_within(v, &p.process, StaffSection::Events, &list::where_it_is(v, &p.place), &content)
}

/// A line that was chosen, and the way to leave it out.
fn one(v: &Visit, p: &Page, line: &Line) -> Markup {
    let rest: Vec<&str> = p.keys().into_iter().filter(|k| *k != line.key).collect();
    html! {
        blockquote {
            p { (line.text) }
            @if !rest.is_empty() {
                footer { a href=(with(&address(&p.process, &p.place, "/contributo"), &rest)) {
                    (v.t("minutes-register-without")) span.visually-hidden { ": " (line.text) }
                } }
            }
        }
    }
}

/// An address with the lines chosen so far.
fn with(to: &str, keys: &[&str]) -> String {
    let all: Vec<(&str, &str)> = keys.iter().map(|key| ("riga", *key)).collect();
    format!("{to}?{}", ui::query(&all))
}

/// Which version it will speak of, and whether it is in time: what was said last decides.
fn what_counts(v: &Visit, p: &Page) -> Markup {
    let Some((window, version)) = &p.window else {
        return ui::notice(Tone::Warning, &html! { p { (v.t("refused-minutes-no-window")) } });
    };
    let said = p.lines().map(|l| l.said_at).max().unwrap_or(v.now());
    let args = [
        ("version", Arg::from(version.to_string())),
        ("said", Arg::from(v.l().instant(said))),
        ("closes", Arg::from(v.l().instant(window.closes_at))),
    ];
    let late = window.state(said) == WindowState::After;
    let key = if late { "minutes-register-late" } else { "minutes-register-in-time" };
    ui::notice(if late { Tone::Warning } else { Tone::Info }, &html! { p { (v.t_with(key, &args)) } })
}

/// Who spoke may ask for a correction only until the line is in the register: the sessions whose people have not had the time set for
/// it, with the way to give it to them.
fn not_reread(v: &Visit, p: &Page) -> Markup {
    let spoken = |at: &&Chosen| at.lines.iter().any(|l| l.enrolment.is_some() || !l.organisation.is_empty());
    let until = |at: &Chosen| p.rereadings.get(&at.place.session.id).map(|r| r.until_at);
    let early: Vec<&Chosen> =
        p.chosen.iter().filter(spoken).filter(|at| until(at).is_none_or(|until| v.now() < until)).collect();
    if early.is_empty() {
        return html! {};
    }
    let item = |at: &Chosen| {
        html! { li {
            a href=(address(&p.process, &at.place, "/rilettura")) { (list::where_it_is(v, &at.place)) }
            @if let Some(until) = until(at) { ": " (v.t_with("minutes-register-reread-until", &[("when", Arg::from(v.l().instant(until)))])) }
            @else { ": " (v.t("minutes-register-reread-never")) }
        } }
    };
    let said = html! {
        p.notice-title { (v.t("minutes-register-reread")) }
        p { (v.t("minutes-register-reread-text")) }
        ul.mb-0 { @for at in early { (item(at)) } }
    };
    ui::notice(Tone::Warning, &said)
}

/// The sessions from which more lines can be taken.
fn others(v: &Visit, p: &Page) -> Markup {
    let keys = p.keys();
    html! {
        details.fold.mb-4 {
            summary { (v.t("minutes-register-more")) }
            p { (v.t_with("minutes-register-more-text", &[("n", Arg::from(MOST_TOGETHER))])) }
            ul { @for (place, lines) in &p.sessions {
                li {
                    a href=(with(&address(&p.process, place, "/scelta"), &keys)) { (list::where_it_is(v, place)) }
                    " (" (v.t_with("minutes-lines", &[("n", Arg::from(*lines))])) ")"
                }
            } }
        }
    }
}

/// The lines of one session, to be added to those chosen before; those of other sessions go along.
pub async fn choose(v: Visit) -> Answer {
    let (process, place) = found(&v).await?;
    let _may: Permit<EnterOther> = v.actor().permit(Subject::of(process.id))?;
    let (at, keys) = (place.clone(), keys(&v)?);
    let (_, mut lines) = v.read(move |conn| ops::lines(conn, &at, 0)).await?;
    lines.retain(|l| l.stands() && l.contribution.is_none() && l.kind != domain::tables::Kind::Heading);
    let here = |key: &String| lines.iter().any(|l| l.key == *key);
    let action = address(&process, &place, "/contributo");
    let content = html! {
        (ui::head(&v.t("minutes-register-choose"), Some(&list::where_it_is(&v, &place))))
        @if lines.is_empty() { (ui::notice(Tone::Info, &html! { p { (v.t("minutes-register-choose-none")) } })) }
        form method="get" action=(action) {
            @for key in keys.iter().filter(|k| !here(k)) { input type="hidden" name="riga" value=(key); }
            fieldset {
                legend.visually-hidden { (v.t("minutes-register-choose")) }
                @for line in &lines { (choice(&v, line, keys.contains(&line.key))) }
            }
            div.form-actions {
                button.btn.btn-primary { (v.t("minutes-register-choose-button")) }
                @let back: Vec<&str> = keys.iter().map(String::as_str).collect();
                " " a href=(if back.is_empty() { address(&process, &place, "") } else { with(&action, &back) }) { (v.t("form-cancel")) }
            }
        }
    };
    let title = format!("{} – {}", v.t("minutes-register-choose"), list::where_it_is(&v, &place));
    v.page(&title, &staff_frame_within(&v, &process, StaffSection::Events, &list::where_it_is(&v, &place), &content))
}

fn choice(v: &Visit, l: &Line, chosen: bool) -> Markup {
    let id = format!("f-riga-{}", l.key);
    html! {
        div.form-check {
            input.form-check-input type="checkbox" id=(id) name="riga" value=(l.key) checked[chosen];
            label.form-check-label for=(id) {
                span.tag { (v.t(&format!("minutes-kind-{}", l.kind.as_str()))) } " " (l.text) " "
                span.text-muted { (line::about(v, l)) }
            }
        }
    }
}

/// What was typed. The tables are named in the language of the register.
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
    let mut keys: Vec<String> = v.fields("riga").into_iter().map(str::to_owned).collect();
    keys.sort();
    keys.dedup();
    let l = v.app().locales.of(Lang::It);
    let places: Vec<&Place> = p.chosen.iter().map(|at| &at.place).collect();
    Ok(Together {
        // All that were on the page: one that was removed or joined meanwhile is not left out in silence.
        lines: keys,
        seen: v.field("visto").to_owned(),
        kind: kind.unwrap_or(Kind::Addition),
        passage,
        named: named(l, &places),
        evidence: evidence(l, &places),
    })
}

/// Sessions named one by one in the evidence; more are counted.
const MOST_PLACES: usize = 25;

/// Tables named one by one; more are several.
const MOST_NAMED: usize = 5;

/// `Tavolo 3, Laboratorio sul verde`; `Tavoli 1 e 3, Laboratorio sul verde`.
fn named(l: &Locale, places: &[&Place]) -> String {
    let event = places.first().map_or_else(String::new, |p| p.event.title.clone());
    let mut tables: Vec<String> = places.iter().map(|p| p.table.number.to_string()).collect();
    tables.dedup();
    let of = |tables: String| [("event", Arg::from(event.clone())), ("table", Arg::from(tables))];
    match tables.split_last() {
        Some((only, [])) => l.t_with("minutes-register-named", &of(only.clone())),
        Some((last, others)) if tables.len() <= MOST_NAMED => {
            let and = [("some", Arg::from(others.join(", "))), ("last", Arg::from(last.as_str()))];
            l.t_with("minutes-register-named-many", &of(l.t_with("minutes-and", &and)))
        }
        _ => l.t_with("minutes-register-named-more", &of(String::new())),
    }
}

/// `Verbale dell’incontro 1: tavolo 1, sessione 2; tavolo 3, sessione 1`.
fn evidence(l: &Locale, places: &[&Place]) -> String {
    let number = |n: i32| Arg::from(n.to_string());
    let of = |p: &Place| {
        let (event, table, session) = (p.event.number, p.table.number, p.session.position);
        [("event", number(event)), ("table", number(table)), ("session", number(session))]
    };
    match places {
        [only] => l.t_with("minutes-register-evidence", &of(only)),
        // As long as a register's line may be.
        all if all.len() > MOST_PLACES => {
            let event = all.first().map_or(0, |p| p.event.number);
            l.t_with("minutes-register-evidence-more", &[("event", number(event)), ("n", Arg::from(all.len()))])
        }
        all => {
            let each: Vec<String> = all.iter().map(|p| l.t_with("minutes-register-place", &of(p))).collect();
            let event = all.first().map_or(0, |p| p.event.number);
            let args = [("event", number(event)), ("places", Arg::from(each.join("; ")))];
            l.t_with("minutes-register-evidence-many", &args)
        }
    }
}

/// Brings them in.
pub async fn send(v: Visit) -> Answer {
    let page = load(&v).await?;
    let done = match typed(&v, &page) {
        Err(e) => Err(e.into()),
        Ok(new) => {
            let (actor, of) = (v.actor().clone(), page.place.event.clone());
            let to = address(&page.process, &page.place, "");
            let write = move |w: &mut domain::db::Write<'_>| contribute::contribute(w, &actor, &of, &new);
            v.write_once_saying("done-minutes-register", move |_: &Receipt| to, write).await
        }
    };
    match done {
        Err(fault) => v.form_again(fault, &title(&v, &page), |p| view(&v, &page, p)),
        ok => ok,
    }
}
