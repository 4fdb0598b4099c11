//! Why a passage changed: the requests behind it, or the reason the staff gave, or that nobody said.

use std::collections::HashSet;

use domain::intake::PublishedRequest;
use domain::plans::ChangeReason;
use maud::{Markup, html};

use super::address;
use crate::locale::{Arg, Locale};
use crate::ui::{self, badge};

/// The explanation of one change; `public` are the contributions with a page that everybody may read.
pub fn why(
    l: &Locale,
    slug: &str,
    requests: &[&PublishedRequest],
    reason: Option<&ChangeReason>,
    public: &HashSet<i32>,
) -> Markup {
    html! {
        div.change-why {
            @if requests.is_empty() && reason.is_none() { p.text-muted { (l.t("change-unexplained")) } }
            @if !requests.is_empty() {
                ul { @for r in requests { li { (request(l, slug, r, public.contains(&r.contribution))) } } }
            }
            @if let Some(reason) = reason {
                p { span.tag { (l.t(&format!("change-reason-{}", reason.kind.as_str()))) } }
                (ui::prose(&reason.note))
            }
        }
    }
}

fn request(l: &Locale, slug: &str, r: &PublishedRequest, public: bool) -> Markup {
    let name = l.t_with("change-contribution", &[("n", Arg::from(r.contribution.to_string()))]);
    html! {
        (l.t_with("change-request", &[("n", Arg::from(r.request.number.to_string()))])) " ("
        @if public { a href=(address::contribution(slug, r.contribution)) { (name) } } @else { (name) }
        ") " (badge::outcome(l, r.response.outcome.as_str()))
        (ui::prose(&r.response.reason))
    }
}
