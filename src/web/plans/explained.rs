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
            @for answered in together(requests) { (answer(l, slug, &answered, public)) }
            @if let Some(reason) = reason {
                p { span.tag { (l.t(&format!("change-reason-{}", reason.kind.as_str()))) } }
                (ui::prose(&reason.note))
            }
        }
    }
}

/// The requests of each response, in the order in which the responses come: what answers forty is said once.
fn together<'a>(requests: &[&'a PublishedRequest]) -> Vec<Vec<&'a PublishedRequest>> {
    let mut found: Vec<Vec<&PublishedRequest>> = Vec::new();
    for r in requests {
        match found.iter_mut().find(|group| group[0].response.id == r.response.id) {
            Some(group) => group.push(r),
            None => found.push(vec![r]),
        }
    }
    found
}

/// What was asked, the outcome and its reason.
fn answer(l: &Locale, slug: &str, requests: &[&PublishedRequest], public: &HashSet<i32>) -> Markup {
    let Some(response) = requests.first().map(|r| &r.response) else { return html! {} };
    html! {
        div.change-answer {
            @for r in requests {
                p.change-asked {
                    strong { (r.request.summary) } " "
                    span.change-from { (from(l, slug, r, public.contains(&r.contribution))) }
                }
            }
            (badge::outcome(l, response.outcome.as_str()))
            (ui::prose(&response.reason))
        }
    }
}

/// Where a request comes from.
fn from(l: &Locale, slug: &str, r: &PublishedRequest, public: bool) -> Markup {
    let name = l.t_with("change-contribution", &[("n", Arg::from(r.contribution.to_string()))]);
    html! {
        "(" (l.t_with("change-request", &[("n", Arg::from(r.request.number.to_string()))])) ", "
        @if public { a href=(address::contribution(slug, r.contribution)) { (name) } } @else { (name) }
        ")"
    }
}
