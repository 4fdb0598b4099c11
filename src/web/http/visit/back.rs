//! The way back: pages, forms again, other places, cookies.

use std::sync::PoisonError;

use actix_web::HttpResponse;
use actix_web::cookie::Cookie;
use actix_web::http::StatusCode;
use domain::id::random_hex;
use domain::{Error, Problems};
use maud::{Markup, html};

use super::Visit;
use crate::http::cookies::Name;
use crate::http::{Answer, Fault};
use crate::locale::Arg;
use crate::ui;

impl Visit {
    /// A whole page.
    ///
    /// # Errors
    /// None: it is an [`Answer`] for the handler's convenience.
    pub fn page(&self, title: &str, content: &Markup) -> Answer {
        Ok(self.html(StatusCode::OK, ui::layout::page(self, title, content)))
    }

    /// A whole page that says what was not done.
    ///
    /// # Errors
    /// None.
    pub fn page_as(&self, status: StatusCode, title: &str, content: &Markup) -> Answer {
        Ok(self.html(status, ui::layout::page(self, title, content)))
    }

    /// The form again, with what is wrong (422); any other fault stays one.
    ///
    /// # Errors
    /// The fault, when it is not about what was typed.
    pub fn form_again(&self, fault: Fault, title: &str, form: impl FnOnce(&Problems) -> Markup) -> Answer {
        let Fault::Domain(Error::Invalid(problems)) = fault else { return Err(fault) };
        let title = self.t_with("form-error-title", &[("title", Arg::from(title))]);
        Ok(self.html(StatusCode::UNPROCESSABLE_ENTITY, ui::layout::page(self, &title, &form(&problems))))
    }

    /// Goes elsewhere in the house (303).
    ///
    /// # Errors
    /// None.
    pub fn see(&self, location: &str) -> Answer {
        Ok(ui::see_other(location))
    }

    /// Goes elsewhere, where a sentence (`done-...`) is shown at the top.
    ///
    /// # Errors
    /// None.
    pub fn done(&self, key: &'static str, location: &str) -> Answer {
        self.say_next(key);
        self.see(location)
    }

    pub(super) fn say_next(&self, key: &'static str) {
        self.set_cookie(Name::Flash.set(key.to_owned(), self.secure(), None));
    }

    pub(in crate::http) fn html(&self, status: StatusCode, page: Markup) -> HttpResponse {
        let cache = if self.0.had_session { "no-store" } else { "private, no-cache" };
        HttpResponse::build(status)
            .insert_header(("cache-control", cache))
            .content_type("text/html; charset=utf-8")
            .body(page.into_string())
    }

    /// A token for a form of this visitor, who is given a mark if there is none yet.
    pub fn csrf(&self) -> String {
        if self.0.bound_to().is_none() {
            let mark = self.0.new_visitor.get_or_init(random_hex::<16>).clone();
            self.set_cookie(Name::Visitor.set(mark, self.secure(), None));
        }
        self.0.app.key.token(self.0.bound_to().unwrap_or(""))
    }

    fn secure(&self) -> bool {
        self.0.app.config.secure_cookies
    }

    /// Sends a cookie along.
    pub fn set_cookie(&self, cookie: Cookie<'static>) {
        self.0.cookies.lock().unwrap_or_else(PoisonError::into_inner).push(cookie);
    }

    /// Signs in: the token of an open session goes into the cookie.
    pub fn sign_in(&self, token: String) {
        let days = Some(domain::accounts::ops::SESSION_DAYS);
        self.set_cookie(Name::Session.set(token, self.secure(), days));
        for served in [(Name::Visitor, self.0.visitor.is_some()), (Name::Draft, self.0.draft.is_some())] {
            if served.1 {
                self.set_cookie(served.0.clear(self.secure()));
            }
        }
    }

    /// Takes the session's cookie back.
    pub fn sign_out(&self) {
        self.set_cookie(Name::Session.clear(self.secure()));
    }

    /// The key of a text written before signing in, which waits for its writer.
    pub fn draft(&self) -> Option<&str> {
        self.0.draft.as_deref()
    }

    /// Leaves the key of a waiting text with the browser, for a day.
    pub fn keep_draft(&self, key: String) {
        self.set_cookie(Name::Draft.set(key, self.secure(), Some(1)));
    }

    /// The session's token, to end it.
    pub fn session(&self) -> Option<&str> {
        self.0.session.as_deref()
    }

    /// The cookies to be sent: also those to be taken back because they have served.
    pub(in crate::http) fn cookies(&self) -> Vec<Cookie<'static>> {
        let mut out = self.0.cookies.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let sent = |out: &[Cookie<'_>], name: Name| out.iter().any(|c| c.name() == name.text(self.secure()));
        if self.0.had_session && self.0.session.is_none() && !sent(&out, Name::Session) {
            out.push(Name::Session.clear(self.secure()));
        }
        out
    }

    /// The notice at the top of the page, if something was just done.
    pub fn notice(&self) -> Markup {
        if self.flash().is_some() {
            self.set_cookie(Name::Flash.clear(self.secure()));
        }
        html! {
            @if let Some(key) = self.flash() { div.notice.notice-success role="status" { p { (self.t(key)) } } }
        }
    }
}
