//! The home page, the language switch, the pages the law asks for, and the house's health.

mod pages;

use actix_web::HttpResponse;
use domain::processes::{PhaseState, ProcessLine, ops};
use maud::{Markup, html};

use crate::http::cookies::Name;
use crate::http::{Access, Answer, Door, Fault, Visit};
use crate::locale::{Arg, Lang};
use crate::ui;

/// The doors of this room.
pub fn doors() -> Vec<Door> {
    vec![
        Door::get("/", Access::Public, home).cached(),
        Door::get("/lingua/{lang}", Access::Public, language),
        Door::get("/accessibilita", Access::Public, pages::accessibility).cached(),
        Door::get("/privacy", Access::Public, pages::privacy).cached(),
        Door::get("/salute", Access::Public, health),
    ]
}

/// The processes one may know of.
pub async fn home(v: Visit) -> Answer {
    let (actor, now) = (v.actor().clone(), v.now());
    let found = v.read(move |conn| ops::list(conn, &actor, now)).await?;
    let content = html! {
        (ui::head(&v.t("home-title"), Some(&v.t("home-lead"))))
        @if found.is_empty() { (ui::empty(&v.t("home-none"), &v.t("home-none-text"))) }
        div.cards { @for line in &found { (card(&v, line)) } }
    };
    v.page(&v.t("home-title"), &content)
}

fn card(v: &Visit, line: &ProcessLine) -> Markup {
    let state = match line.state {
        PhaseState::Past => "phase-state-past",
        PhaseState::Now => "phase-state-now",
        PhaseState::ToCome => "phase-state-future",
    };
    let (p, promoters) = (&line.process, line.promoters.join(", "));
    html! {
        article.card { div.card-body {
            h2.card-title { a href=(format!("/percorsi/{}", p.slug)) { (p.title) } }
            p.card-text { (p.summary) }
            @if !promoters.is_empty() { p.card-meta { (v.t_with("home-promoted-by", &[("names", Arg::from(promoters))])) } }
            p.card-meta { (v.l().days(line.days.0, line.days.1)) }
            p.card-foot {
                (ui::badge::tag(&v.t(state)))
                @if let Some(phase) = &line.phase { " " (phase) }
                @if p.published_at.is_none() { " " (ui::badge::status(v.l(), "draft")) }
            }
        } }
    }
}

/// Chooses a language and goes back.
pub async fn language(v: Visit) -> Answer {
    let lang = Lang::parse(v.path("lang")).ok_or(Fault::Domain(domain::Error::NotFound))?;
    v.set_cookie(Name::Lang.set(lang.code().to_owned(), v.app().config.secure_cookies, Some(365)));
    v.see(v.query("ritorno").and_then(ui::local).unwrap_or("/"))
}

/// Whether the database answers: for whoever watches over the house.
pub async fn health(v: Visit) -> Answer {
    let waiting = v.read(domain::mail::waiting).await;
    Ok(match waiting {
        Ok(n) => HttpResponse::Ok().json(serde_json::json!({ "status": "ok", "letters_waiting": n })),
        Err(_) => HttpResponse::ServiceUnavailable().json(serde_json::json!({ "status": "database" })),
    })
}
