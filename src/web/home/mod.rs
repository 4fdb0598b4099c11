//! The home page, the language switch, the pages the law asks for, and the house's health.

mod list;
mod pages;

use actix_web::HttpResponse;
use actix_web::http::header;

use crate::http::cookies::Name;
use crate::http::static_files;
use crate::http::{Access, Answer, Door, Fault, Visit};
use crate::locale::Lang;
use crate::ui;

/// The doors of this room.
pub fn doors() -> Vec<Door> {
    vec![
        Door::get("/", Access::Public, list::home).cached(),
        Door::get("/lingua/{lang}", Access::Public, language),
        Door::get("/accessibilita", Access::Public, pages::accessibility).cached(),
        Door::get("/privacy", Access::Public, pages::privacy).cached(),
        Door::get("/salute", Access::Public, health),
        Door::get("/favicon.ico", Access::Public, icon),
    ]
}

/// Chooses a language and goes back.
pub async fn language(v: Visit) -> Answer {
    let lang = Lang::parse(v.path("lang")).ok_or(Fault::Domain(domain::Error::NotFound))?;
    v.set_cookie(Name::Lang.set(lang.code().to_owned(), v.app().config.secure_cookies, Some(365)));
    v.see(v.query("ritorno").and_then(ui::local).unwrap_or("/"))
}

/// Our mark, for what has no head to name it in: files and answers for machines, opened in a browser.
pub async fn icon(_: Visit) -> Answer {
    Ok(HttpResponse::Found().insert_header((header::LOCATION, static_files::address("icon.svg"))).finish())
}

/// Whether the database answers: for whoever watches over the house.
pub async fn health(v: Visit) -> Answer {
    let waiting = v.read(domain::mail::waiting).await;
    Ok(match waiting {
        Ok(n) => HttpResponse::Ok().json(serde_json::json!({ "status": "ok", "letters_waiting": n })),
        Err(_) => HttpResponse::ServiceUnavailable().json(serde_json::json!({ "status": "database" })),
    })
}
