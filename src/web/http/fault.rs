//! What goes wrong, and the page that says so in words a person can act on.

use actix_web::http::{StatusCode, header};
use actix_web::{HttpResponse, ResponseError};
use domain::access::Denied;
use domain::id::random_hex;
use domain::{Error, Problems};
use maud::{Markup, html};

use super::door::Verb;
use super::{Visit, kept};
use crate::locale::Arg;
use crate::ui;

/// What a handler gives back.
pub type Answer = Result<HttpResponse, Fault>;

/// Why there is no page.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// The domain said no.
    #[error(transparent)]
    Domain(#[from] Error),
    /// The form does not come from one of our pages as shown to this browser; `ours` when the browser says it does and
    /// only its token is of another session.
    #[error("forged form")]
    Forged {
        /// Whether the browser says it comes from our own page.
        ours: bool,
    },
    /// Too often.
    #[error("too many")]
    TooMany {
        /// Seconds to wait.
        after: u64,
    },
    /// Too big.
    #[error("too large")]
    TooLarge {
        /// Bytes that would do.
        max: usize,
    },
    /// Not a form.
    #[error("malformed")]
    Malformed,
    /// There is such a page, but not for this method.
    #[error("method not allowed")]
    Method,
    /// Ours.
    #[error("internal: {0}")]
    Internal(String),
}

impl ResponseError for Fault {
    fn status_code(&self) -> StatusCode {
        match self {
            Self::Domain(Error::NotFound) => StatusCode::NOT_FOUND,
            Self::Domain(Error::Gone(_)) => StatusCode::GONE,
            Self::Domain(Error::Denied(_)) | Self::Forged { .. } => StatusCode::FORBIDDEN,
            Self::Domain(Error::Invalid(_)) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Domain(Error::Refused(_)) => StatusCode::CONFLICT,
            Self::Domain(e) if e.is_unique_violation() => StatusCode::CONFLICT,
            Self::Domain(Error::AlreadyDone(_)) => StatusCode::SEE_OTHER,
            Self::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::TooLarge { .. } => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Malformed => StatusCode::BAD_REQUEST,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::Domain(Error::Database(_) | Error::Connection(_) | Error::Stored(_)) | Self::Internal(_) => {
                StatusCode::INTERNAL_SERVER_ERROR
            }
        }
    }
}

/// The answer to a visit that failed.
pub fn answer(v: &Visit, fault: &Fault) -> HttpResponse {
    match fault {
        Fault::Domain(Error::AlreadyDone(location)) => return ui::see_other(location),
        Fault::Domain(Error::Denied(Denied::SignIn)) if v.verb() == Verb::Get => {
            return ui::see_other(&sign_in_and_back(v));
        }
        _ => {}
    }
    let said = say(v, fault);
    let title = v.t(said.title).into_owned();
    let page = ui::layout::page(v, &title, &body(v, fault, &title, said));
    let mut response = v.html(fault.status_code(), page);
    if let Fault::TooMany { after } = fault {
        response.headers_mut().insert(header::RETRY_AFTER, header::HeaderValue::from(*after));
    }
    response
}

fn sign_in_and_back(v: &Visit) -> String {
    format!("/accedi?{}", ui::query(&[("ritorno", v.here())]))
}

/// The words of a fault: keys of the locales.
struct Said {
    title: &'static str,
    text: String,
    /// What to do next: a link and its words.
    next: (String, &'static str),
}

fn say(v: &Visit, fault: &Fault) -> Said {
    let home = || ("/".to_owned(), "fault-home");
    let back = || (v.here_or_home(), "fault-back");
    let said = |title, text: &str, next| Said { title, text: v.t(text).into_owned(), next };
    match fault {
        Fault::Domain(Error::NotFound) => said("fault-not-found", "fault-not-found-text", home()),
        Fault::Domain(Error::Gone(key)) => said("fault-gone", key, home()),
        Fault::Domain(Error::Denied(why)) => denied(v, *why),
        Fault::Domain(Error::Invalid(_)) => said("fault-invalid", "fault-invalid-text", back()),
        Fault::Domain(Error::Refused(key)) => said("fault-refused", key, back()),
        Fault::Domain(e) if e.is_unique_violation() => said("fault-race", "fault-race-text", back()),
        Fault::Forged { ours: true } => said("fault-stale", "fault-stale-text", back()),
        Fault::Forged { ours: false } => said("fault-forged", "fault-forged-text", back()),
        Fault::TooMany { after } => {
            let text = v.t_with("fault-too-many-text", &[("seconds", Arg::from(*after))]);
            Said { title: "fault-too-many", text, next: back() }
        }
        Fault::TooLarge { max } => {
            let text = v.t_with("fault-too-large-text", &[("kilobytes", Arg::from(*max / 1024))]);
            Said { title: "fault-too-large", text, next: back() }
        }
        Fault::Malformed => said("fault-malformed", "fault-malformed-text", back()),
        Fault::Method => said("fault-method", "fault-method-text", back()),
        Fault::Domain(_) | Fault::Internal(_) => {
            let number = random_hex::<4>();
            tracing::error!(target: "web", incident = number, uri = v.pattern(), error = %fault, "a fault of ours");
            let text = v.t_with("fault-internal-text", &[("number", Arg::from(number))]);
            Said { title: "fault-internal", text, next: back() }
        }
    }
}

fn denied(v: &Visit, why: Denied) -> Said {
    let (title, text) = denied_words(why);
    let next = match why {
        Denied::SignIn => (sign_in_and_back(v), "denied-sign-in-next"),
        Denied::Role => ("/account".to_owned(), "denied-role-next"),
        _ => (v.here_or_home(), "fault-back"),
    };
    Said { title, text: v.t(text).into_owned(), next }
}

/// Why one may not: the keys of a title and of a sentence.
pub const fn denied_words(why: Denied) -> (&'static str, &'static str) {
    match why {
        Denied::SignIn => ("denied-sign-in", "denied-sign-in-text"),
        Denied::Role => ("denied-role", "denied-role-text"),
        Denied::NotYetOpen => ("denied-not-yet-open", "denied-not-yet-open-text"),
        Denied::Closed => ("denied-closed", "denied-closed-text"),
        Denied::NotYetClosed => ("denied-not-yet-closed", "denied-not-yet-closed-text"),
        Denied::NotYours => ("denied-not-yours", "denied-not-yours-text"),
        Denied::SamePerson => ("denied-same-person", "denied-same-person-text"),
    }
}

fn body(v: &Visit, fault: &Fault, title: &str, said: Said) -> Markup {
    html! {
        (ui::head(title, None))
        div.notice.notice-warning role="alert" {
            p { (said.text) }
            @if let Fault::Domain(Error::Invalid(problems)) = fault { (listed(v, problems)) }
        }
        (kept::typed(v, matches!(fault, Fault::Forged { ours: true })))
        p { a href=(said.next.0) { (v.t(said.next.1)) } }
    }
}

fn listed(v: &Visit, problems: &Problems) -> Markup {
    html! { ul { @for p in &problems.0 { li { (p.field) ": " (ui::form::problem(v.l(), p)) } } } }
}
