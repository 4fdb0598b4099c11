//! Writing a comment: the form, its preview, sending it in time or filing it late, and keeping it while one signs in.

use actix_web::http::StatusCode;
use domain::access::{Denied, WindowState};
use domain::accounts::drafts;
use domain::processes::Process;
use domain::register::{Kind, NewContribution, Receipt, looks_like_a_name};
use domain::{Error, Problems, comments};
use maud::{Markup, html};

use super::fields::{self, Typed, filled};
use super::place::{self, Asked, Place};
use super::show;
use crate::http::{Answer, Fault, Visit};
use crate::locale::Arg;
use crate::processes::{Section, frame_within};
use crate::ui::{self, Tone};

/// Where a comment on a process is sent.
pub fn address(slug: &str) -> String {
    format!("/percorsi/{slug}/commenta")
}

/// Finds the place that was asked for; none when the process has no window yet.
pub async fn at(v: &Visit, asked: Asked) -> Result<(Process, Option<Place>), Fault> {
    let (actor, now) = (v.actor().clone(), v.now());
    v.read(move |conn| place::find(conn, &actor, &asked, now)).await
}

/// The form.
pub async fn form(v: Visit) -> Answer {
    let asked = Asked {
        slug: v.path("slug").to_owned(),
        version: v.query("versione").and_then(|n| n.parse().ok()),
        passage: v.query("passaggio").unwrap_or("").to_owned(),
    };
    let (process, place) = at(&v, asked).await?;
    let title = v.t("comment-title").into_owned();
    let Some(place) = place else {
        let text = ui::empty(&v.t("comment-no-window"), &v.t("comment-no-window-text"));
        return v.page(&title, &framed(&v, &process, &text));
    };
    let content = page(&v, &place, &Typed::blank(&place), &Problems::default(), place.state(v.now()));
    v.page(&title, &content)
}

/// What its buttons do.
pub async fn take(v: Visit) -> Answer {
    let typed = Typed::of(&v);
    let (_, place) = at(&v, typed.asked()).await?;
    let Some(place) = place else { return Err(Error::Denied(Denied::NotYetOpen).into()) };
    let title = v.t("comment-title").into_owned();
    let step = v.field("passo");
    if step == "modifica" {
        return v.page(&title, &page(&v, &place, &typed, &Problems::default(), place.state(v.now())));
    }
    let new = match typed.checked(&place) {
        Ok(new) => new,
        Err(e) => return v.form_again(e.into(), &title, |p| page(&v, &place, &typed, p, place.state(v.now()))),
    };
    let named = new.pseudonym.clone();
    let warned = v.ticked("visto") || !looks_like_a_name(&named);
    match step {
        "invia" | "tardivo" if !v.signed_in() => wait(&v, &typed).await,
        "invia" | "tardivo" if warned => send(&v, &place, &typed, new, step == "tardivo").await,
        _ => v.page(&v.t("comment-preview-title"), &preview(&v, &place, &typed, &new)),
    }
}

async fn send(v: &Visit, place: &Place, typed: &Typed, new: NewContribution, late: bool) -> Answer {
    let (actor, slug) = (v.actor().clone(), place.process.slug.clone());
    let to = move |r: &Receipt| format!("/percorsi/{slug}/contributi/{}/ricevuta", r.number);
    let done = if late { "done-filed-late" } else { "done-comment" };
    let draft = typed.draft.parse().ok().zip(actor.account);
    let sent = v.write_once_saying(done, to, move |w| {
        if let Some((draft, me)) = draft {
            drafts::forget(w, me, draft)?;
        }
        if late { comments::ops::file_late(w, &actor, new) } else { comments::ops::send(w, &actor, new) }
    });
    let title = v.t("comment-title").into_owned();
    match sent.await {
        Err(Fault::Domain(Error::Denied(Denied::Closed))) => too_late(v, place, typed),
        Err(Fault::Domain(Error::Denied(Denied::NotYetClosed))) => {
            let form = page(v, place, typed, &Problems::default(), WindowState::Open);
            v.page_as(StatusCode::FORBIDDEN, &title, &form)
        }
        Err(fault) => v.form_again(fault, &title, |p| page(v, place, typed, p, place.state(v.now()))),
        answer => answer,
    }
}

/// The window has closed: everything typed is shown back, with the offer to file it as late.
pub fn too_late(v: &Visit, place: &Place, typed: &Typed) -> Answer {
    let form = page(v, place, typed, &Problems::default(), WindowState::After);
    v.page_as(StatusCode::FORBIDDEN, &v.t("comment-closed-title"), &form)
}

/// Keeps what a visitor typed, beside what they wrote before, and sends them to sign in; it comes back afterwards, on any
/// device.
async fn wait(v: &Visit, typed: &Typed) -> Answer {
    let payload = serde_json::to_string(typed).map_err(Error::from)?;
    let before = v.draft().map(str::to_owned);
    let key = v.write(move |w| drafts::keep(w, before.as_deref(), None, &payload)).await?;
    v.keep_draft(key);
    v.see("/accedi?ritorno=/riprendi")
}

/// The page with the form, as the window stands.
pub fn page(v: &Visit, place: &Place, typed: &Typed, problems: &Problems, state: WindowState) -> Markup {
    let content = html! {
        (countdown(v, place))
        @match state {
            WindowState::Before => (before(v, place)),
            WindowState::Open => { (quoted(v, place)) (editor(v, place, typed, problems, "invia")) }
            WindowState::After => {
                div.notice.notice-warning role=[(!typed.text.is_empty()).then_some("alert")] {
                    p.notice-title { (v.t("comment-closed-title")) }
                    p { (v.t("comment-closed-text")) }
                    p { (v.t("comment-late-text")) }
                }
                (quoted(v, place))
                (editor(v, place, typed, problems, "tardivo"))
            }
        }
    };
    framed(v, &place.process, &content)
}

fn framed(v: &Visit, process: &Process, content: &Markup) -> Markup {
    let here = v.t("comment-title");
    frame_within(v, process, Section::Contributions, &here, &html! { (ui::head(&here, None)) (content) })
}

fn countdown(v: &Visit, place: &Place) -> Markup {
    ui::time::countdown(v.l(), v.now(), place.window.opens_at, place.window.closes_at)
}

fn before(v: &Visit, place: &Place) -> Markup {
    let process = format!("/percorsi/{}", place.process.slug);
    html! {
        p { (v.t("comment-before-text")) }
        p { a href=(format!("{process}/piano/{}", place.version.number)) { (v.t("comment-read-plan")) } }
        p { a href=(process) { (v.t("comment-to-process")) } }
    }
}

/// What is commented: the passage's words, or the plan as a whole.
pub fn quoted(v: &Visit, place: &Place) -> Markup {
    let version = format!("/percorsi/{}/piano/{}", place.process.slug, place.version.number);
    let Some(spot) = &place.spot else {
        return html! { p { (v.t("comment-on-whole")) " " a href=(version) { (place.version.title) } } };
    };
    let href = crate::plans::address::passage(&place.process.slug, spot.code);
    let words = html! { blockquote.contribution-quote cite=(href) { (ui::prose(&spot.text)) } };
    html! {
        p { (v.t("comment-on-passage")) " " (show::passage_link(&place.process.slug, spot.code)) }
        @if spot.text.chars().count() > 900 { details.fold { summary { (v.t("comment-passage-whole")) } (words) } }
        @else { (words) }
    }
}

fn editor(v: &Visit, place: &Place, typed: &Typed, problems: &Problems, step: &str) -> Markup {
    let action = address(&place.process.slug);
    let form = filled(v, &action, problems, typed).keep(kept_key(v, &place.process.slug, &typed.passage));
    let fields = html! {
        @if !typed.draft.is_empty() { input type="hidden" name="bozza" value=(typed.draft); }
        (fields::view(v, &form, place))
    };
    let (label, late) = if step == "tardivo" { ("comment-file-late", true) } else { ("comment-send-now", false) };
    let buttons = html! {
        button.btn.btn-primary name="passo" value="anteprima" { (v.t("comment-preview")) } " "
        button.btn.btn-outline-primary name="passo" value=(step) { (v.t(label)) }
    };
    html! {
        @if !v.signed_in() { (ui::notice(Tone::Info, &html! { p { (v.t("comment-visitor")) } })) }
        @else if place.mine.is_empty() && !late { p.form-text { (v.t("comment-no-organisation")) " " a href="/account" { (v.t("layout-account")) } } }
        (form.show_with(&fields, &buttons))
    }
}

/// Under which key this browser keeps what is typed.
pub fn kept_key(v: &Visit, slug: &str, passage: &str) -> String {
    let who =
        v.actor().account.map_or_else(String::new, |a| domain::id::sha256(a.to_string()).chars().take(8).collect());
    format!("comment-{slug}-{passage}-{who}")
}

/// The comment as it will appear, with what will become of it.
fn preview(v: &Visit, place: &Place, typed: &Typed, new: &NewContribution) -> Markup {
    let closed = place.state(v.now()) == WindowState::After;
    let (step, label) = if closed { ("tardivo", "comment-file-late") } else { ("invia", "comment-send") };
    let title = v.t("comment-preview-title");
    let content = html! {
        (ui::head(&title, Some(&v.t("comment-preview-lead"))))
        (countdown(v, place))
        @if looks_like_a_name(&new.pseudonym) {
            div.notice.notice-warning role="alert" {
                p.notice-title { (v.t("comment-looks-like-name")) }
                p { (v.t_with("comment-looks-like-name-text", &[("pseudonym", Arg::from(new.pseudonym.as_str()))])) }
            }
        }
        @if !new.shown { (ui::notice(Tone::Info, &html! { p { (v.t("comment-preview-hidden")) } })) }
        @if closed { (ui::notice(Tone::Warning, &html! { p { (v.t("comment-late-text")) } })) }
        (as_it_will_appear(v, place, new))
        form.form method="post" action=(address(&place.process.slug)) {
            (ui::form::hidden(v))
            @for (name, value) in typed.fields() { input type="hidden" name=(name) value=(value); }
            input type="hidden" name="visto" value="si";
            @if !v.signed_in() { p { (v.t("comment-preview-visitor")) } }
            div.form-actions {
                button.btn.btn-primary name="passo" value=(step) { (v.t(label)) } " "
                button.btn.btn-outline-primary name="passo" value="modifica" { (v.t("comment-change")) }
            }
        }
    };
    frame_within(v, &place.process, Section::Contributions, &title, &content)
}

fn as_it_will_appear(v: &Visit, place: &Place, new: &NewContribution) -> Markup {
    let organisation = place.mine.iter().find(|m| Some(m.id) == new.organisation).map(|m| m.name.as_str());
    let author = show::author_as(v.l(), new.named_as, organisation, &new.pseudonym);
    let before = place.spot.as_ref().map_or("", |s| s.text.as_str());
    html! {
        article.contribution {
            header.contribution-head {
                span.contribution-author { (author) } " "
                span.contribution-kind.tag { (show::kind(v.l(), new.kind)) } " "
                @if let Some(spot) = &place.spot { span.tag { (ui::plan::code(spot.code)) } }
            }
            div.contribution-text { (ui::prose(&new.text)) }
            @if new.kind == Kind::Rewording { (show::proposal(v.l(), before, &new.proposed)) }
        }
    }
}
