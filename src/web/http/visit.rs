//! One visit: who came, when, what they brought, and the way to the database and back.

use std::borrow::Cow;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use actix_web::cookie::Cookie;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use domain::access::Actor;
use domain::clock::Instant;
use domain::db::{Conn, Write};
use domain::id::random_hex;
use domain::{Error, Problems, once};
use maud::{Markup, html};
use url::form_urlencoded;

use super::cookies::Name;
use super::door::Verb;
use super::{Answer, Door, Fault, Fields, File};
use crate::App;
use crate::locale::{Arg, Lang, Locale};
use crate::ui;

/// What a visit is made of; the gate fills it.
pub(super) struct Inner {
    pub app: App,
    pub verb: Verb,
    pub pattern: &'static str,
    pub uri: String,
    pub params: Vec<(String, String)>,
    pub query: Vec<(String, String)>,
    pub fields: Fields,
    pub actor: Actor,
    pub session: Option<String>,
    pub had_session: bool,
    pub visitor: Option<String>,
    pub new_visitor: OnceLock<String>,
    pub flash: Option<String>,
    pub draft: Option<String>,
    pub lang: Lang,
    pub now: Instant,
    pub ip: IpAddr,
    pub cookies: Mutex<Vec<Cookie<'static>>>,
}

impl Inner {
    pub(super) fn new(app: App, req: &HttpRequest, door: &Door) -> Self {
        let secure = app.config.secure_cookies;
        let cookie = |name: Name| name.of(req, secure).map(str::to_owned);
        let session = cookie(Name::Session);
        let query = form_urlencoded::parse(req.query_string().as_bytes());
        Self {
            verb: door.verb,
            pattern: door.path,
            uri: req.uri().path_and_query().map_or_else(|| "/".to_owned(), ToString::to_string),
            params: req.match_info().iter().map(|(k, v)| (k.to_owned(), v.to_owned())).collect(),
            query: query.take(100).map(|(k, v)| (k.into_owned(), v.into_owned())).collect(),
            fields: Fields::default(),
            actor: Actor::default(),
            had_session: session.is_some(),
            session,
            visitor: cookie(Name::Visitor).filter(|v| v.len() == 32),
            new_visitor: OnceLock::new(),
            flash: cookie(Name::Flash).filter(|k| k.starts_with("done-")),
            draft: cookie(Name::Draft).filter(|k| k.len() == 32),
            lang: Lang::of_request(req),
            now: app.clock.now(),
            ip: sender(&app, req),
            cookies: Mutex::default(),
            app,
        }
    }

    /// What this visitor's forms are bound to, if anything yet.
    pub(super) fn bound_to(&self) -> Option<&str> {
        self.session.as_deref().or(self.visitor.as_deref()).or_else(|| self.new_visitor.get().map(String::as_str))
    }
}

/// The sender's address: the last one in `X-Forwarded-For` that is not a proxy of ours, where a proxy of ours speaks.
fn sender(app: &App, req: &HttpRequest) -> IpAddr {
    let ours = |ip: IpAddr| app.config.trusted_proxies.iter().any(|n| n.contains(ip));
    let peer = req.peer_addr().map_or(IpAddr::from([0, 0, 0, 0]), |a| a.ip());
    if !ours(peer) {
        return peer;
    }
    let forwarded = req.headers().get("x-forwarded-for").and_then(|v| v.to_str().ok()).unwrap_or("");
    forwarded.rsplit(',').filter_map(|a| a.trim().parse().ok()).find(|ip| !ours(*ip)).unwrap_or(peer)
}

/// One visit; every handler takes one. Cheap to clone, and may go into the closures of [`Visit::read`] and
/// [`Visit::write`].
#[derive(Clone)]
pub struct Visit(Arc<Inner>);

impl From<Inner> for Visit {
    fn from(inner: Inner) -> Self {
        Self(Arc::new(inner))
    }
}

/// What the visit is.
impl Visit {
    /// The application.
    pub fn app(&self) -> &App {
        &self.0.app
    }

    /// Who came.
    pub fn actor(&self) -> &Actor {
        &self.0.actor
    }

    /// Whether somebody is signed in.
    pub fn signed_in(&self) -> bool {
        self.0.actor.account.is_some()
    }

    /// The language to answer in.
    pub fn lang(&self) -> Lang {
        self.0.lang
    }

    /// The words of that language.
    pub fn l(&self) -> &Locale {
        self.0.app.locales.of(self.0.lang)
    }

    /// One sentence.
    pub fn t(&self, key: &str) -> Cow<'_, str> {
        self.l().t(key)
    }

    /// One sentence with something in it.
    pub fn t_with(&self, key: &str, args: &[(&'static str, Arg<'_>)]) -> String {
        self.l().t_with(key, args)
    }

    /// The instant that counts: when the last byte was in.
    pub fn now(&self) -> Instant {
        self.0.now
    }

    /// Looks or does.
    pub fn verb(&self) -> Verb {
        self.0.verb
    }

    /// The address as it was asked for: path and query.
    pub fn uri(&self) -> &str {
        &self.0.uri
    }

    /// The path without its query.
    pub fn path_only(&self) -> &str {
        self.0.uri.split('?').next().unwrap_or("/")
    }

    /// The door's pattern: safe to log.
    pub fn pattern(&self) -> &'static str {
        self.0.pattern
    }

    /// Where to go back to after a failure.
    pub(super) fn here_or_home(&self) -> String {
        if self.0.verb == Verb::Get { "/".to_owned() } else { self.path_only().to_owned() }
    }

    /// A part of the path; empty if the pattern has no such part.
    pub fn path(&self, name: &str) -> &str {
        self.0.params.iter().find(|(k, _)| k == name).map_or("", |(_, v)| v.as_str())
    }

    /// A part of the path as an identifier or number.
    ///
    /// # Errors
    /// Not found when it is not one.
    pub fn path_as<T: std::str::FromStr>(&self, name: &str) -> Result<T, Fault> {
        self.path(name).parse().map_err(|_| Fault::Domain(Error::NotFound))
    }

    /// A parameter of the query.
    pub fn query(&self, name: &str) -> Option<&str> {
        self.0.query.iter().find(|(k, _)| k == name).map(|(_, v)| v.as_str())
    }

    /// All parameters of the query.
    pub fn queries(&self) -> &[(String, String)] {
        &self.0.query
    }

    /// The page asked for by `?pagina=`, from 1.
    pub fn page_number(&self) -> i64 {
        self.query("pagina").and_then(|p| p.parse().ok()).unwrap_or(1).max(1)
    }

    /// Everything typed.
    pub fn typed(&self) -> &Fields {
        &self.0.fields
    }

    /// A field of the form; empty when it was not sent.
    pub fn field(&self, name: &str) -> &str {
        self.0.fields.get(name).unwrap_or("")
    }

    /// All values of a field.
    pub fn fields(&self, name: &str) -> Vec<&str> {
        self.0.fields.all(name)
    }

    /// Whether a box was ticked.
    pub fn ticked(&self, name: &str) -> bool {
        !self.field(name).is_empty()
    }

    /// A file of the form.
    pub fn file(&self, name: &str) -> Option<&File> {
        self.0.fields.file(name)
    }

    /// The key of this showing of the form.
    pub fn once(&self) -> &str {
        self.field("_once")
    }

    /// The key of the sentence to be shown at the top of the next page, if one is waiting.
    pub fn flash(&self) -> Option<&str> {
        self.0.flash.as_deref()
    }
}

/// The way to the database.
impl Visit {
    /// Reads.
    ///
    /// # Errors
    /// Whatever `f` returns.
    pub async fn read<T, F>(&self, f: F) -> Result<T, Fault>
    where
        T: Send + 'static,
        F: FnOnce(&mut Conn) -> domain::Result<T> + Send + 'static,
    {
        let db = self.0.app.db.clone();
        apart(move || db.read(f)).await
    }

    /// Reads everything as of one instant.
    ///
    /// # Errors
    /// Whatever `f` returns.
    pub async fn snapshot<T, F>(&self, f: F) -> Result<T, Fault>
    where
        T: Send + 'static,
        F: FnOnce(&mut Conn) -> domain::Result<T> + Send + 'static,
    {
        let db = self.0.app.db.clone();
        apart(move || db.snapshot(f)).await
    }

    /// Writes in one transaction, on disk when this returns.
    ///
    /// # Errors
    /// Whatever `f` returns; then nothing is kept.
    pub async fn write<T, F>(&self, f: F) -> Result<T, Fault>
    where
        T: Send + 'static,
        F: FnOnce(&mut Write<'_>) -> domain::Result<T> + Send + 'static,
    {
        let (db, now) = (self.0.app.db.clone(), self.0.now);
        apart(move || db.write(now, f)).await
    }

    /// Hashes a password: slow work that takes a slot and waits its turn for one.
    ///
    /// # Errors
    /// Whatever `f` returns.
    pub async fn slow<T, F>(&self, f: F) -> Result<T, Fault>
    where
        T: Send + 'static,
        F: FnOnce() -> domain::Result<T> + Send + 'static,
    {
        let _slot = self.0.app.slots.acquire().await.map_err(|e| Fault::Internal(e.to_string()))?;
        apart(f).await
    }

    /// Writes once for one showing of the form and goes (303) to where `location` says its result is; sent again, it goes
    /// there without writing.
    ///
    /// # Errors
    /// Whatever `f` returns.
    pub async fn write_once<T, L, F>(&self, location: L, f: F) -> Answer
    where
        T: Send + 'static,
        L: FnOnce(&T) -> String + Send + 'static,
        F: FnOnce(&mut Write<'_>) -> domain::Result<T> + Send + 'static,
    {
        let key = self.once_key();
        let mine = key.clone();
        let done = self
            .write(move |w| {
                if let Some(key) = &mine {
                    once::claim(w, key)?;
                }
                let location = location(&f(w)?);
                if let Some(key) = &mine {
                    once::done(w, key, &location)?;
                }
                Ok(location)
            })
            .await;
        match (done, key) {
            (Ok(location), _) => self.see(&location),
            // Another node did the same form in this very instant: what it did is found under the key.
            (Err(Fault::Domain(e)), Some(key)) if e.is_unique_violation() => {
                self.write(move |w| once::claim(w, &key)).await?;
                Err(e.into())
            }
            (Err(fault), _) => Err(fault),
        }
    }

    /// The same, with a sentence (`done-...`) at the top of the page it goes to.
    ///
    /// # Errors
    /// Whatever `f` returns.
    pub async fn write_once_saying<T, L, F>(&self, done: &'static str, location: L, f: F) -> Answer
    where
        T: Send + 'static,
        L: FnOnce(&T) -> String + Send + 'static,
        F: FnOnce(&mut Write<'_>) -> domain::Result<T> + Send + 'static,
    {
        let answer = self.write_once(location, f).await?;
        self.say_next(done);
        Ok(answer)
    }

    fn once_key(&self) -> Option<String> {
        let key = self.once();
        (!key.is_empty()).then(|| self.0.app.key.bind(self.0.bound_to().unwrap_or(""), key))
    }
}

async fn apart<T: Send + 'static>(f: impl FnOnce() -> domain::Result<T> + Send + 'static) -> Result<T, Fault> {
    web::block(f).await.map_err(|e| Fault::Internal(e.to_string()))?.map_err(Fault::from)
}

/// The way back.
impl Visit {
    /// A whole page.
    ///
    /// # Errors
    /// None: it is an [`Answer`] for the handler's convenience.
    pub fn page(&self, title: &str, content: &Markup) -> Answer {
        Ok(self.html(StatusCode::OK, ui::layout::page(self, title, content)))
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

    fn say_next(&self, key: &'static str) {
        self.set_cookie(Name::Flash.set(key.to_owned(), self.secure(), None));
    }

    pub(super) fn html(&self, status: StatusCode, page: Markup) -> HttpResponse {
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
    pub(super) fn cookies(&self) -> Vec<Cookie<'static>> {
        let mut out = self.0.cookies.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let sent = |out: &[Cookie<'_>], name: Name| out.iter().any(|c| c.name() == name.text(self.secure()));
        if self.0.had_session && self.0.session.is_none() && !sent(&out, Name::Session) {
            out.push(Name::Session.clear(self.secure()));
        }
        if self.0.flash.is_some() && !sent(&out, Name::Flash) {
            out.push(Name::Flash.clear(self.secure()));
        }
        out
    }

    /// The notice at the top of the page, if something was just done.
    pub fn notice(&self) -> Markup {
        html! {
            @if let Some(key) = self.flash() { div.notice.notice-success role="status" { p { (self.t(key)) } } }
        }
    }
}
