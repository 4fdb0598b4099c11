//! Why a passage changed: the requests behind it, or the reason the staff gave, or that nobody said.

use domain::intake::PublishedRequest;
use domain::plans::ChangeReason;
use maud::{Markup, html};

use super::address;
use crate::locale::{Arg, Locale};
use crate::ui::{self, badge};

/// The explanation of one change.
pub fn why(l: &Locale, slug: &str, requests: &[&PublishedRequest], reason: Option<&ChangeReason>) -> Markup {
    html! {
        div.change-why {
            @if requests.is_empty() && reason.is_none() { p.text-muted { (l.t("change-unexplained")) } }
            @if !requests.is_empty() {
                ul { @for r in requests { li { (request(l, slug, r)) } } }
            }
            @if let Some(reason) = reason {
                p { span.tag { (l.t(&format!("change-reason-{}", reason.kind.as_str()))) } }
                (ui::prose(&reason.note))
            }
        }
    }
}

fn request(l: &Locale, slug: &str, r: &PublishedRequest) -> Markup {
    html! {
        (l.t_with("change-request", &[("n", Arg::from(r.request.number.to_string()))])) " ("
        a href=(address::contribution(slug, r.contribution)) { (l.t_with("change-contribution", &[("n", Arg::from(r.contribution.to_string()))])) }
        ") " (badge::outcome(l, r.response.outcome.as_str()))
        (ui::prose(&r.response.reason))
    }
}
