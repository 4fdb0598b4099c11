//! One's own lines, behind the link of a letter or of a slip: reading them, and asking for one to be corrected while there is time.

use domain::tables::rereading::{Correction, MAX_NOTE, Mine, Reread, State, ops};
use domain::tables::{Line, MAX_TEXT};
use domain::{Error, Problems};
use maud::{Markup, html};

use super::super::list;
use crate::http::{Answer, Fault, Visit};
use crate::locale::Arg;
use crate::ui::form::button;
use crate::ui::{self, Form, Tone, time};

async fn load(v: &Visit) -> Result<Reread, Fault> {
    let token = v.path("token").to_owned();
    v.read(move |conn| ops::by_token(conn, &token)).await
}

fn link(v: &Visit, rest: &str) -> String {
    format!("/riletture/{}{rest}", v.path("token"))
}

fn is_open(v: &Visit, r: &Reread) -> bool {
    v.now() < r.rereading.until_at
}

/// The page.
pub async fn page(v: Visit) -> Answer {
    let r = load(&v).await?;
    v.page(&format!("{} – {}", v.t("reread-own"), r.place.event.title), &view(&v, &r))
}

fn head(v: &Visit, r: &Reread, key: &str) -> Markup {
    html! {
        (ui::head(&v.t(key), Some(&r.place.event.title)))
        p { (list::where_it_is(v, &r.place)) ". " (r.place.session.question) }
    }
}

fn view(v: &Visit, r: &Reread) -> Markup {
    let until = [("when", Arg::from(v.l().instant_long(r.rereading.until_at)))];
    html! {
        (head(v, r, "reread-own"))
        @if is_open(v, r) {
            (ui::notice(Tone::Info, &html! { p { (v.t_with("reread-own-until", &until)) } }))
        } @else { (ui::notice(Tone::Warning, &html! { p { (v.t_with("reread-own-over", &until)) } })) }
        p { (v.t("reread-own-text")) }
        @if r.lines.is_empty() { (ui::empty(&v.t("reread-own-none"), &v.t("reread-own-none-text"))) }
        @else { ol.queue-list { @for mine in &r.lines { (one(v, r, mine)) } } }
        (organisation(v, r))
    }
}

fn one(v: &Visit, r: &Reread, m: &Mine) -> Markup {
    let line = &m.line;
    let waits = m.corrections.iter().any(|c| c.state == State::Asked);
    html! {
        li.queue-item id=(format!("r-{}", line.key)) {
            div.queue-main {
                p.mb-1 { (ui::badge::tag(&v.t(&format!("minutes-kind-{}", line.kind.as_str())))) " " (line.text) }
                p.queue-meta {
                    (v.l().hour(line.said_at)) " · "
                    @if line.enrolment.is_some() { (v.t("reread-said-by-you")) } @else { (v.t_with("reread-said-for", &[("name", Arg::from(line.organisation.as_str()))])) }
                }
                @for c in &m.corrections { (asked(v, r, c)) }
                @if line.contribution.is_some() { p.form-text { (v.t("reread-in-register")) } }
            }
            @if is_open(v, r) && !waits && line.contribution.is_none() {
                div.queue-side {
                    a.btn.btn-outline-primary href=(link(v, &format!("/{}", line.key))) { (v.t("reread-ask")) span.visually-hidden { ": " (line.text) } }
                }
            }
        }
    }
}

/// What was asked, and what came of it.
fn asked(v: &Visit, r: &Reread, c: &Correction) -> Markup {
    let (tone, key) = match c.state {
        State::Asked if r.enrolment.email.is_empty() => (Tone::Info, "reread-state-asked-here"),
        State::Asked => (Tone::Info, "reread-state-asked"),
        State::Accepted => (Tone::Success, "reread-state-accepted"),
        State::Declined => (Tone::Warning, "reread-state-declined"),
    };
    ui::notice(
        tone,
        &html! {
            p.notice-title { (v.t(key)) }
            p { (v.t("reread-wanted")) " " q { (c.wording) } " (" (time::instant(v.l(), c.asked_at)) ")" }
            @if !c.reason.is_empty() { (ui::prose(&c.reason)) }
        },
    )
}

/// Whether the organisation one came for may be named.
fn organisation(v: &Visit, r: &Reread) -> Markup {
    if r.enrolment.organisation.is_empty() {
        return html! {};
    }
    let name = [("name", Arg::from(r.enrolment.organisation.as_str()))];
    let (said, press, value) = if r.named {
        ("reread-named", "reread-unname-button", "no")
    } else {
        ("reread-not-named", "reread-name-button", "si")
    };
    html! {
        section.block {
            h2 { (v.t("reread-organisation")) }
            p { (v.t_with(said, &name)) }
            (button(v, &link(v, "/ente"), "btn btn-outline-primary", press, &[("named", value)]))
        }
    }
}

/// Says whether it may.
pub async fn agree(v: Visit) -> Answer {
    let (token, named, to) = (v.path("token").to_owned(), v.field("named") == "si", link(&v, ""));
    v.write_once_saying("done-saved", move |()| to, move |w| ops::agree(w, &token, named)).await
}

/// One line of one's own.
async fn own(v: &Visit) -> Result<(Reread, Line), Fault> {
    let r = load(v).await?;
    let line = r.lines.iter().find(|m| m.line.key == v.path("key")).map(|m| m.line.clone());
    Ok((r, line.ok_or(Error::NotFound)?))
}

/// The form that asks for a correction.
pub async fn form(v: Visit) -> Answer {
    let (r, line) = own(&v).await?;
    if !is_open(&v, &r) {
        return v.see(&link(&v, ""));
    }
    v.page(&title(&v, &r), &ask_view(&v, &r, &line, &Problems::default()))
}

fn title(v: &Visit, r: &Reread) -> String {
    format!("{} – {}", v.t("reread-ask"), r.place.event.title)
}

fn ask_view(v: &Visit, r: &Reread, line: &Line, problems: &Problems) -> Markup {
    let form = Form::new(v, v.path_only(), problems).value("wording", &line.text);
    let fields = html! {
        input type="hidden" name="before" value=(line.text);
        (form.area("wording", "reread-wording", 4).required().max(u32::try_from(MAX_TEXT).unwrap_or(u32::MAX)).counted().hint("reread-wording-hint"))
        (form.area("note", "reread-note", 3).max(u32::try_from(MAX_NOTE).unwrap_or(u32::MAX)).hint("reread-note-hint"))
    };
    html! {
        (head(v, r, "reread-ask"))
        p { (v.t("reread-as-it-is")) }
        blockquote { p { (line.text) } }
        (form.show(&fields, "reread-ask-button", Some(&link(v, ""))))
    }
}

/// Asks.
pub async fn send(v: Visit) -> Answer {
    let (r, line) = own(&v).await?;
    let (token, key) = (v.path("token").to_owned(), line.key.clone());
    let field = |name: &str| v.field(name).to_owned();
    let (before, wording, note) = (field("before"), field("wording"), field("note"));
    let to = link(&v, &format!("#r-{key}"));
    let done = v.write_once_saying(
        "done-reread-asked",
        move |_: &domain::id::CorrectionId| to,
        move |w| ops::ask(w, &token, &key, &before, &wording, &note),
    );
    match done.await {
        Err(fault) => v.form_again(fault, &title(&v, &r), |p| ask_view(&v, &r, &line, p)),
        ok => ok,
    }
}
