//! The cookies: a session, a visitor's mark for the forms before it, a language, and a sentence for the next page.

use actix_web::HttpRequest;
use actix_web::cookie::time::Duration;
use actix_web::cookie::{Cookie, SameSite};
use actix_web::http::header;

/// Names; behind HTTPS the first two carry `__Host-`, which no other host of the same domain can set.
#[derive(Debug, Clone, Copy)]
pub enum Name {
    /// Who is signed in.
    Session,
    /// The mark the forms of anonymous visitors are bound to.
    Visitor,
    /// The language chosen.
    Lang,
    /// The key of a sentence to be shown once.
    Flash,
    /// The key of a text that waits for its writer to sign in.
    Draft,
    /// How large the text of a plan is set.
    Size,
}

impl Name {
    /// As the browser knows it.
    pub const fn text(self, secure: bool) -> &'static str {
        match (self, secure) {
            (Self::Session, true) => "__Host-sessione",
            (Self::Session, false) => "sessione",
            (Self::Visitor, true) => "__Host-visita",
            (Self::Visitor, false) => "visita",
            (Self::Lang, _) => "lingua",
            (Self::Flash, _) => "avviso",
            (Self::Size, _) => "carattere",
            (Self::Draft, true) => "__Host-bozza",
            (Self::Draft, false) => "bozza",
        }
    }

    /// What it holds in this request; borrowed, nothing is allocated.
    pub fn of(self, req: &HttpRequest, secure: bool) -> Option<&str> {
        let wanted = self.text(secure);
        let lines = req.headers().get_all(header::COOKIE).filter_map(|v| v.to_str().ok());
        let mut pairs = lines.flat_map(|l| l.split(';')).filter_map(|p| p.trim().split_once('='));
        pairs.find(|(k, v)| *k == wanted && !v.is_empty()).map(|(_, v)| v)
    }

    /// Sets it; without days it lasts as long as the browser.
    pub fn set(self, value: String, secure: bool, days: Option<i64>) -> Cookie<'static> {
        let mut cookie = Cookie::new(self.text(secure), value);
        cookie.set_path("/");
        cookie.set_http_only(true);
        cookie.set_secure(secure);
        cookie.set_same_site(SameSite::Lax);
        cookie.set_max_age(days.map(Duration::days));
        cookie
    }

    /// Takes it back.
    pub fn clear(self, secure: bool) -> Cookie<'static> {
        let mut cookie = self.set(String::new(), secure, None);
        cookie.make_removal();
        cookie
    }
}
