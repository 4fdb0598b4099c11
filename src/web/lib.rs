//! The house as it is seen from the street: pages, forms, letters. It decides nothing; the `domain` does.
//!
//! # A room in ten lines
//! ```ignore
//! // src/web/comments/mod.rs, then `pub mod comments;` below and `crate::comments::doors()` in http/door.rs `all()`
//! pub fn doors() -> Vec<Door> {
//!     vec![
//!         Door::get("/percorsi/{slug}/commenta", Access::SignedIn, form),
//!         Door::post("/percorsi/{slug}/commenta", Access::SignedIn, send),
//!     ]
//! }
//! async fn form(v: Visit) -> Answer { v.page(&v.t("comment-title"), &view(&v, &Problems::default())) }
//! async fn send(v: Visit) -> Answer {
//!     let (actor, new) = (v.actor().clone(), typed(&v));                       // the closure must be 'static
//!     let slug = v.path("slug").to_owned();
//!     let sent = v.write_once_saying("done-comment", |id: &ContributionId| format!("/ricevute/{id}"),
//!         move |w| comments::ops::send(w, &actor, &slug, &new));               // one op; 303 to its result
//!     match sent.await { Err(fault) => v.form_again(fault, &v.t("comment-title"), |p| view(&v, p)), ok => ok }
//! }
//! fn view(v: &Visit, problems: &Problems) -> Markup {
//!     let form = Form::new(v, v.path_only(), problems).value("text", "what stands there at first");
//!     let fields = html! { (form.area("text", "comment-text", 8).required().max(4000).counted()) };
//!     html! { (ui::head(&v.t("comment-title"), None)) (form.show(&fields, "comment-button", Some("/"))) }
//! }
//! ```
//! Sentences go into `config/locales/{it,en}/<room>.ftl` (a test compares the two and looks up every key written in the
//! sources). `Access` is the first lock only: permits are the domain's. Everything typed is in `v.field(..)`, already with
//! `\n` line ends; `v.now()` is the instant that counts and is what `v.write` hands to the operation as `w.now`.
//!
//! * `v.read(|conn| ..)`, `v.snapshot(..)`, `v.write(|w| ..)`, `v.write_once(location, |w| ..)`: off the async thread.
//!   Clone what goes in (`v` itself is cheap to clone and may go in too).
//! * `Err(domain::Error)?` anywhere becomes the right page: 404, 403 with why and what to do, 409 with the sentence of the
//!   key, 422, 500 with a number. On a refused POST what was typed is shown back to be copied.
//! * `.cached()` on a public door keeps its page whole for anonymous visitors, for a second: no form, no cookie on it.
//! * `.upload(bytes)` lets files through: `v.file("field")` has name and bytes.
//! * Letters: the domain queues a kind; add `letter-<kind>-subject` and `-body` to the locales. Every parameter of the
//!   letter is there as `{ $name }`, and `{ $base_url }`, `{ $owner }`.

#![cfg_attr(
    test,
    allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails may panic")
)]

pub mod accounts;
pub mod app;
pub mod comments;
pub mod events;
pub mod home;
pub mod housekeeping;
pub mod http;
pub mod intake;
pub mod interviews;
pub mod locale;
pub mod mail;
pub mod plans;
pub mod processes;
pub mod report;
pub mod server;
pub mod tables;
pub mod ui;

pub use app::{App, Clock, Network, Settings, Smtp};
pub use http::{Access, Answer, Door, Fault, Limit, Visit};
pub use locale::{Arg, Lang, Locale};
pub use server::Server;
