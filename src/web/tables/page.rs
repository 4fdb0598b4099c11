//! The page of a session: its question, who is there, what was said, and the field that takes what is said next.

use domain::access::EnterOther;
use domain::id::random_hex;
use domain::plans::{self, PassageKind};
use domain::processes::Process;
use domain::tables::{
    Act, Kind, Line, MOST_TOGETHER, NewLine, Outcome, Place, Sent, To, Who, groups, may_write, ops, step,
};
use domain::{Error, Problems};
use maud::{Markup, html};

use super::entry::{self, Choices};
use super::{address, found, line, list, present, sync};
use crate::http::static_files::address as file;
use crate::http::{Answer, Fault, Visit};
use crate::locale::Arg;
use crate::processes::{StaffSection, staff_frame_within};
use crate::ui::{self, Form, Tone};

/// Headings of the plan and objectives offered.
const MOST_OBJECTIVES: usize = 200;

/// What the page shows.
pub struct Page {
    process: Process,
    place: Place,
    changes: i64,
    lines: Vec<Line>,
    choices: Choices,
}

/// Reads it all.
async fn load(v: &Visit) -> Result<Page, Fault> {
    let (process, place) = found(v).await?;
    let (at, id) = (place.clone(), process.id);
    let (changes, lines, choices) = v
        .read(move |conn| {
            let (changes, lines) = ops::lines(conn, &at, 0)?;
            let choices = choices(conn, &at, id, &lines)?;
            Ok((changes, lines, choices))
        })
        .await?;
    Ok(Page { process, place, changes, lines, choices })
}

/// Who may have said it, and what it may be about: the headings of the newest version, and what was named before.
pub fn choices(
    conn: &mut domain::db::Conn,
    place: &Place,
    process: domain::id::ProcessId,
    lines: &[Line],
) -> domain::Result<Choices> {
    let (people, organisations) = ops::people(conn, place)?;
    let mut objectives: Vec<String> = Vec::new();
    let mut named = lines.iter().map(|l| l.objective.clone()).filter(|o| !o.is_empty()).collect::<Vec<_>>();
    named.sort();
    named.dedup();
    objectives.append(&mut named);
    if let Some(version) = plans::ops::newest(conn, process)? {
        let headings = plans::ops::passages(conn, version.id)?.into_iter().filter(|p| p.kind == PassageKind::Heading);
        objectives.extend(headings.filter_map(|p| Some(format!("{} {}", ui::plan::code(p.code?), p.text))));
    }
    objectives.truncate(MOST_OBJECTIVES);
    Ok(Choices { people, organisations, objectives })
}

/// The page.
pub async fn page(v: Visit) -> Answer {
    let page = load(&v).await?;
    v.page(&title(&v, &page), &view(&v, &page, &Problems::default()))
}

fn title(v: &Visit, p: &Page) -> String {
    format!("{} – {}", v.t("minutes-title"), list::where_it_is(v, &p.place))
}

fn view(v: &Visit, p: &Page, problems: &Problems) -> Markup {
    let base = address(&p.process, &p.place, "");
    let open = may_write(&p.place.event, v.now());
    let removed: Vec<&Line> = p.lines.iter().filter(|l| !l.stands()).collect();
    let content = html! {
        link rel="stylesheet" href=(file("luce.css"));
        link rel="stylesheet" href=(file("verbale.css"));
        div.minutes data-minutes=(format!("{base}/righe")) data-session=(p.place.session.id) data-changes=(p.changes)
            data-mark=(present::mark(&p.choices.people, &p.choices.organisations))
            data-account=(v.account_mark()) data-now=(v.now().0 / 1000) data-open[open]
            data-csrf=(v.csrf()) data-worker=(file("verbale-sw.js")) data-lines=(sync::all_of(v, &p.lines)) {
            (words(v))
            div.minutes-head {
                p.minutes-where { (list::where_it_is(v, &p.place)) }
                h1 { (p.place.session.question) }
                (timer(v, &p.place))
            }
            (present::view(v, &p.choices.people))
            @if !open { (ui::notice(Tone::Info, &html! { p { (v.t("refused-minutes-closed")) } })) }
            form method="post" action=(format!("{base}/ordina")) data-minutes-list data-busy-not {
                (ui::form::hidden(v))
                input type="hidden" name="key" value=(random_hex::<16>());
                // What the Enter key presses in the field of a heading.
                button.visually-hidden tabindex="-1" aria-hidden="true" name="join" value="si" { (v.t("minutes-join-button")) }
                p.form-text.minutes-keys { (v.t("minutes-keys")) }
                div data-groups { (line::groups(v, &at(p), &groups(&p.lines))) }
                p.minutes-none data-none hidden[p.lines.iter().any(Line::stands)] { (v.t("minutes-none")) }
                (join(v, p))
                (line::removed(v, &removed))
            }
            @if open { (add(v, p, &base, problems)) }
            (line::templates(v, &at(p)))
            script src=(file("verbale.js")) defer {}
        }
    };
    staff_frame_within(v, &p.process, StaffSection::Events, &list::where_it_is(v, &p.place), &content)
}

/// Where lines lead to.
fn at(p: &Page) -> line::At {
    let register = crate::processes::staff_address(&p.process, "/contributi");
    line::At { minutes: address(&p.process, &p.place, ""), register }
}

/// What the script says, in this language.
fn words(v: &Visit) -> Markup {
    const KEYS: [&str; 29] = [
        "saved",
        "waiting-one",
        "waiting-many",
        "offline",
        "sign-in",
        "denied",
        "other",
        "reload",
        "others-one",
        "others-many",
        "unkept",
        "not-sent",
        "new",
        "moved",
        "added",
        "overtaken",
        "refused",
        "removed-one",
        "removed-many",
        "use-mine",
        "keep-theirs",
        "remove-anyway",
        "write-again",
        "let-go",
        "contribution",
        "timer-start",
        "timer-minute",
        "timer-over",
        "timer-stop",
    ];
    html! {
        div.minutes-words hidden {
            @for kind in Kind::ALL { span data-word=(format!("kind-{}", kind.as_str())) { (v.t(&format!("minutes-kind-{}", kind.as_str()))) } }
            @for key in KEYS { span data-word=(key) { (v.t(&format!("minutes-say-{key}"))) } }
        }
    }
}

/// What is left of the session, or of a round of talk. It needs the script.
fn timer(v: &Visit, place: &Place) -> Markup {
    html! {
        div.minutes-timer data-timer data-starts=[place.session.starts_at.map(domain::clock::Instant::rfc3339)]
            data-ends=[place.session.ends_at.map(domain::clock::Instant::rfc3339)] hidden {
            span.minutes-clock role="timer" aria-label=(v.t("minutes-timer")) { "–:––" }
            @for n in [2, 5, 15] { button.btn.btn-outline-primary type="button" data-minutes-of=(n) { (n) "′" span.visually-hidden { " " (v.t("minutes-timer-start")) } } }
            button.btn.btn-outline-primary type="button" data-minutes-of="0" { (v.t("minutes-timer-stop")) }
        }
        p.minutes-state role="status" data-state {}
    }
}

/// Joining the chosen lines under a heading.
fn join(v: &Visit, p: &Page) -> Markup {
    let all = groups(&p.lines);
    html! {
        details.fold data-join {
            summary { (v.t("minutes-join")) }
            p { (v.t("minutes-join-text")) }
            div.field {
                label.form-label for="f-under" { (v.t("minutes-under")) }
                select.form-select #f-under name="under" {
                    option value="" { (v.t("minutes-under-none")) }
                    @for h in all.iter().filter_map(|g| g.heading.as_ref()) { option value=(h.key) { (h.text) } }
                }
            }
            div.field {
                label.form-label for="f-heading" { (v.t("minutes-heading-new")) }
                input.form-control #f-heading name="heading" maxlength="200" autocomplete="off";
            }
            button.btn.btn-primary name="join" value="si" { (v.t("minutes-join-button")) }
        }
        @if v.actor().may::<EnterOther>(p.process.id) {
            details.fold {
                summary { (v.t("minutes-to-register-what")) }
                p #register-what { (v.t_with("minutes-to-register-text", &[("n", Arg::from(MOST_TOGETHER))])) }
                p { button.btn.btn-outline-primary name="register" value="si" aria-describedby="register-what" { (v.t("minutes-to-register")) } }
            }
        }
    }
}

/// The field that takes what is said next. What was chosen for the line before stays, but for who said it.
fn add(v: &Visit, p: &Page, base: &str, problems: &Problems) -> Markup {
    let asked = |name: &str| v.query(name).unwrap_or("").to_owned();
    let kind = Kind::parse(&asked("tipo")).unwrap_or(Kind::Need);
    let form = Form::new(v, base, problems).value("kind", kind.as_str()).value("objective", asked("obiettivo"));
    let problem = problems.0.iter().find(|x| x.field == "text").map(|x| ui::form::problem(v.l(), x));
    let fields = html! {
        input type="hidden" name="key" value=(random_hex::<16>());
        (entry::kinds(v, &form))
        div.minutes-more {
            (entry::who_field(v, &form, &p.choices, None))
            (entry::objective(v, &form, &p.choices))
        }
        (entry::text(v, &form, problem.as_deref(), v.query("tipo").is_some()))
    };
    let buttons = html! {
        button.btn.btn-primary.btn-lg {
            span data-adding { (v.t("minutes-add")) }
            span data-saving hidden { (v.t("minutes-mend-button")) }
        }
        button.btn.btn-outline-primary type="button" data-leave hidden { (v.t("minutes-leave")) }
    };
    html! {
        section.minutes-entry #aggiungi data-entry aria-label=(v.t("minutes-entry")) {
            div data-stuck role="alert" {}
            p.minutes-mending data-mending hidden { (v.t("minutes-mending")) }
            (form.show_with(&fields, &buttons))
        }
    }
}

/// Takes what was said.
pub async fn take(v: Visit) -> Answer {
    let page = load(&v).await?;
    let sent = Sent { key: v.field("key").to_owned(), at: None, act: Act::Add(entry::typed(&v, Kind::Need)) };
    match once(&v, &page.place, vec![sent]).await {
        Ok(()) => {
            let kept = ui::query(&[("tipo", v.field("kind")), ("obiettivo", v.field("objective"))]);
            v.done("done-minutes-added", &format!("{}?{kept}#aggiungi", address(&page.process, &page.place, "")))
        }
        Err(fault) => v.form_again(fault, &title(&v, &page), |p| view(&v, &page, p)),
    }
}

/// What was pressed beside the lines.
fn pressed(v: &Visit, lines: &[Line]) -> Result<Vec<Sent>, Error> {
    let key = v.field("key").to_owned();
    let one = |act| Ok(vec![Sent { key: key.clone(), at: None, act }]);
    for (button, up) in [("up", true), ("down", false)] {
        if v.ticked(button) {
            let line = v.field(button);
            let under = lines.iter().find(|l| l.key == line).ok_or(Error::NotFound)?.heading.clone();
            // At the end of its group it stays where it is.
            let to = step(lines, line, up).unwrap_or(To::Stay);
            return one(Act::Move { lines: vec![line.to_owned()], under, to });
        }
    }
    if let Some((line, revision)) = v.field("remove").split_once(' ') {
        let revision = revision.parse().map_err(|_| Error::NotFound)?;
        return one(Act::Remove { line: line.to_owned(), revision });
    }
    if v.ticked("restore") {
        return one(Act::Restore { line: v.field("restore").to_owned() });
    }
    joined(v, &key)
}

/// A new heading, where one was typed, and the chosen lines under it.
fn joined(v: &Visit, key: &str) -> Result<Vec<Sent>, Error> {
    let lines: Vec<String> = v.fields("chosen").into_iter().map(str::to_owned).collect();
    let typed = v.field("heading").trim();
    if lines.is_empty() && typed.is_empty() {
        return Err(Error::Refused("refused-minutes-none-chosen"));
    }
    let mut acts = Vec::new();
    let mut under = Some(v.field("under").to_owned()).filter(|h| !h.is_empty());
    if !typed.is_empty() {
        let new = NewLine { kind: Kind::Heading, text: typed.to_owned(), who: Who::Nobody, objective: String::new() };
        acts.push(Sent { key: key.to_owned(), at: None, act: Act::Add(new) });
        under = Some(key.to_owned());
    }
    if !lines.is_empty() {
        let chars: String = key.chars().take(60).collect();
        acts.push(Sent { key: format!("{chars}-m"), at: None, act: Act::Move { lines, under, to: To::Stay } });
    }
    Ok(acts)
}

/// Does it.
pub async fn order(v: Visit) -> Answer {
    let page = load(&v).await?;
    if v.ticked("register") {
        let chosen: Vec<(&str, &str)> = v.fields("chosen").into_iter().map(|key| ("riga", key)).collect();
        return v.see(&format!("{}?{}", address(&page.process, &page.place, "/contributo"), ui::query(&chosen)));
    }
    let sent = pressed(&v, &page.lines)?;
    match once(&v, &page.place, sent).await {
        Ok(()) => v.done("done-minutes", &address(&page.process, &page.place, "")),
        Err(fault) => v.form_again(fault, &title(&v, &page), |p| view(&v, &page, p)),
    }
}

/// Does it all or nothing; the same acts, arrived twice in one instant, are known the second time.
async fn once(v: &Visit, place: &Place, sent: Vec<Sent>) -> Result<(), Fault> {
    match all(v, place, sent.clone()).await {
        Err(Fault::Domain(e)) if e.is_unique_violation() => all(v, place, sent).await,
        other => other,
    }
}

async fn all(v: &Visit, place: &Place, sent: Vec<Sent>) -> Result<(), Fault> {
    let (actor, at) = (v.actor().clone(), place.clone());
    v.write(move |w| {
        for sent in &sent {
            if let Outcome::Overtaken(_) = ops::act(w, &actor, &at, sent)? {
                return Err(Error::Refused("refused-minutes-overtaken"));
            }
        }
        Ok(())
    })
    .await
}
