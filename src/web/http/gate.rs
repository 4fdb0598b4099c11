//! Behind every door: who comes, may they, what do they bring, was the form ours; then the handler; then the way out.

use actix_web::http::header::{self, HeaderValue};
use actix_web::http::{Method, StatusCode};
use actix_web::{HttpRequest, HttpResponse, web};
use domain::Error;
use domain::access::Denied;
use domain::accounts;
use domain::processes;

use super::cookies::Name;
use super::door::Verb;
use super::encoding::Encoding;
use super::visit::Inner;
use super::{Access, Door, Fault, Fields, Visit, csrf, fault, page_cache, received};
use crate::App;

/// Answers one request.
pub async fn enter(app: App, door: &Door, req: HttpRequest, payload: web::Payload) -> HttpResponse {
    let encoding = Encoding::of(&req, &Encoding::ALL);
    if door.cached && app.config.page_cache && is_anonymous(&app, &req) {
        let make = || pass(app.clone(), door, &req, payload);
        return page_cache::serve(&app, &req, encoding, make).await;
    }
    packed(pass(app, door, &req, payload).await, encoding)
}

/// Answers what no door answers.
pub async fn nowhere(app: App, req: HttpRequest, known_path: bool) -> HttpResponse {
    let fault = if known_path { Fault::Method } else { Fault::Domain(Error::NotFound) };
    let wall = Door::get("", Access::Public, |_| async { Err(Fault::Domain(Error::NotFound)) });
    let v = Visit::from(Inner::new(app, &req, &wall));
    let response = fault::answer(&v, &fault);
    packed(leave(&v, response), Encoding::of(&req, &Encoding::ALL))
}

fn is_anonymous(app: &App, req: &HttpRequest) -> bool {
    let secure = app.config.secure_cookies;
    Name::Session.of(req, secure).is_none() && Name::Flash.of(req, secure).is_none()
}

async fn pass(app: App, door: &Door, req: &HttpRequest, payload: web::Payload) -> HttpResponse {
    let mut inner = Inner::new(app, req, door);
    let admitted = admit(&mut inner, door, req, payload).await;
    let v = Visit::from(inner);
    let outcome = match admitted {
        Ok(()) => (door.handler)(v.clone()).await,
        Err(fault) => Err(fault),
    };
    let response = outcome.unwrap_or_else(|fault| fault::answer(&v, &fault));
    leave(&v, response)
}

async fn admit(inner: &mut Inner, door: &Door, req: &HttpRequest, payload: web::Payload) -> Result<(), Fault> {
    identify(inner).await?;
    if door.access == Access::DemoOnly && !inner.app.config.demo {
        return Err(Error::NotFound.into());
    }
    let may = allowed(inner, door).await;
    if door.verb == Verb::Get {
        may?;
        if door.limit == super::Limit::Download {
            let counted = inner.app.limits.count(door.limit, inner.ip, None, None);
            counted.map_err(|after| Fault::TooMany { after })?;
        }
        return Ok(());
    }
    if door.upload && may.is_err() {
        return may;
    }
    // Everything is taken in before it is refused: what was typed is shown back.
    let body = received::body(payload, door.max_bytes).await;
    inner.now = inner.app.clock.now();
    inner.fields = Fields::parse(req.headers(), body?).await.ok_or(Fault::Malformed)?;
    may?;
    let ours = csrf::same_origin(req, &inner.app.config.base_url);
    let token = inner.fields.get("_csrf").unwrap_or("");
    if !ours || !inner.bound_to().is_some_and(|to| inner.app.key.holds(to, token)) {
        return Err(Fault::Forged { ours });
    }
    let (session, email) = (inner.session.as_deref(), inner.fields.get("email"));
    let counted = inner.app.limits.count(door.limit, inner.ip, session, email);
    counted.map_err(|after| Fault::TooMany { after })
}

/// Who comes: no statement is run for who brings no session.
async fn identify(inner: &mut Inner) -> Result<(), Fault> {
    let Some(token) = inner.session.clone() else { return Ok(()) };
    let (db, now) = (inner.app.db.clone(), inner.now);
    let found = web::block(move || db.read(|conn| accounts::ops::actor(conn, &token, now))).await;
    match found.map_err(|e| Fault::Internal(e.to_string()))?? {
        Some(actor) => inner.actor = actor,
        None => inner.session = None,
    }
    Ok(())
}

async fn allowed(inner: &Inner, door: &Door) -> Result<(), Fault> {
    let denied = |why| Err(Error::Denied(why).into());
    let signed_in = inner.actor.account.is_some();
    match door.access {
        Access::Public | Access::DemoOnly => Ok(()),
        _ if !signed_in => denied(Denied::SignIn),
        Access::SignedIn => Ok(()),
        Access::Administrator if inner.actor.administrator => Ok(()),
        Access::Administrator => denied(Denied::Role),
        Access::Staff => {
            let slug = inner.params.iter().find(|(k, _)| k == "slug").map(|(_, v)| v.clone());
            let slug = slug.ok_or_else(|| Fault::Internal("a staff door without {slug}".to_owned()))?;
            let (db, actor) = (inner.app.db.clone(), inner.actor.clone());
            let found = web::block(move || {
                db.read(|conn| {
                    let process = processes::ops::by_slug(conn, &actor, &slug)?;
                    Ok(actor.is_staff(process.id))
                })
            });
            let staff = found.await.map_err(|e| Fault::Internal(e.to_string()))??;
            if staff { Ok(()) } else { denied(Denied::Role) }
        }
    }
}

/// The way out: cookies, and what may be kept of the answer.
fn leave(v: &Visit, mut response: HttpResponse) -> HttpResponse {
    for cookie in v.cookies() {
        if let Ok(value) = HeaderValue::from_str(&cookie.to_string()) {
            response.headers_mut().append(header::SET_COOKIE, value);
        }
    }
    response
}

/// Packs what is text and long enough; what chose its own encoding goes as it is.
fn packed(response: HttpResponse, encoding: Encoding) -> HttpResponse {
    const SHORT: usize = 1024;
    let text = response.headers().get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).is_some_and(is_text);
    if encoding == Encoding::Identity || !text || response.headers().contains_key(header::CONTENT_ENCODING) {
        return response;
    }
    // Brotli is too slow for what is made on demand; whoever takes it takes gzip too.
    let encoding = if encoding == Encoding::Brotli { Encoding::Gzip } else { encoding };
    let (mut head, body) = response.into_parts();
    let body = match actix_web::body::MessageBody::try_into_bytes(body) {
        Ok(bytes) => bytes,
        Err(stream) => return head.set_body(stream),
    };
    let small = (body.len() >= SHORT).then(|| encoding.pack(&body, false)).flatten();
    let Some(small) = small else { return head.set_body(body).map_into_boxed_body() };
    head.headers_mut().insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding.name()));
    head.headers_mut().append(header::VARY, HeaderValue::from_static("Accept-Encoding"));
    head.set_body(small).map_into_boxed_body()
}

fn is_text(kind: &str) -> bool {
    ["text/", "application/json", "application/xml", "image/svg"].iter().any(|k| kind.starts_with(k))
}

/// Whether a request only looks.
pub fn looks(method: &Method) -> bool {
    method == Method::GET || method == Method::HEAD
}

/// The statuses a page may be kept with.
pub const fn keepable(status: StatusCode) -> bool {
    matches!(status, StatusCode::OK)
}
