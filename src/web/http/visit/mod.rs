//! One visit: who came, when, what they brought, and the way to the database and back.

mod back;
mod database;

use std::borrow::Cow;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, OnceLock};

use actix_web::HttpRequest;
use actix_web::cookie::Cookie;
use domain::Error;
use domain::access::{Actor, Denied};
use domain::clock::Instant;
use url::form_urlencoded;

use super::cookies::Name;
use super::door::Verb;
use super::{Door, Fault, Fields, File};
use crate::App;
use crate::locale::{Arg, Lang, Locale};
use crate::ui;

/// What a visit is made of; the gate fills it.
pub(in crate::http) struct Inner {
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
    pub size: Option<String>,
    pub came_from: Option<String>,
    pub lang: Lang,
    pub now: Instant,
    pub ip: IpAddr,
    pub cookies: Mutex<Vec<Cookie<'static>>>,
}

impl Inner {
    pub(in crate::http) fn new(app: App, req: &HttpRequest, door: &Door) -> Self {
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
            size: cookie(Name::Size),
            came_from: came_from(&app, req),
            lang: Lang::of_request(req),
            now: app.clock.now(),
            ip: sender(&app, req),
            cookies: Mutex::default(),
            app,
        }
    }

    /// What this visitor's forms are bound to, if anything yet.
    pub(in crate::http) fn bound_to(&self) -> Option<&str> {
        self.session.as_deref().or(self.visitor.as_deref()).or_else(|| self.new_visitor.get().map(String::as_str))
    }
}

/// The page of this house that led here, as the browser tells it.
fn came_from(app: &App, req: &HttpRequest) -> Option<String> {
    let header = |name: &str| req.headers().get(name).and_then(|v| v.to_str().ok());
    let page = url::Url::parse(header("referer")?).ok()?;
    let ours = url::Url::parse(&app.config.base_url).ok().map(|u| u.origin());
    let host = &page[url::Position::BeforeHost..url::Position::AfterPort];
    let inside = ours == Some(page.origin()) || header("host") == Some(host);
    let path = &page[url::Position::BeforePath..url::Position::AfterQuery];
    (inside && ui::local(path).is_some()).then(|| path.to_owned())
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

    /// The account a page belongs to, as pages that keep something in the browser name it; nothing where nobody has signed in.
    pub fn account_mark(&self) -> String {
        self.0.actor.account.map(|a| a.to_string()).unwrap_or_default()
    }

    /// Whether what a page sends comes from the account that page was made for: on a device that several people use another may have
    /// signed in since. What names no account does.
    ///
    /// # Errors
    /// [`Denied::NotYours`].
    pub fn same_account(&self, said: &str) -> Result<(), Fault> {
        if said.is_empty() || said == self.account_mark() {
            Ok(())
        } else {
            Err(Error::Denied(Denied::NotYours).into())
        }
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

    /// A page that can be looked at: this one, or the one whose form was sent.
    pub fn here(&self) -> &str {
        if self.0.verb == Verb::Get { self.uri() } else { self.0.came_from.as_deref().unwrap_or("/") }
    }

    /// Where to go back to after a failure.
    pub(in crate::http) fn here_or_home(&self) -> String {
        if self.0.verb == Verb::Get { "/".to_owned() } else { self.here().to_owned() }
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

    /// The word of the size in which texts are to be set, if one was chosen. Pages that are kept for everybody may not ask.
    pub fn size(&self) -> Option<&str> {
        self.0.size.as_deref()
    }

    /// The key of the sentence to be shown at the top of the next page, if one is waiting.
    pub fn flash(&self) -> Option<&str> {
        self.0.flash.as_deref()
    }
}
