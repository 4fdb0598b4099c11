//! Why a passage changed: the requests behind it, or the reason the staff gave, or that nobody said.

use std::collections::HashMap;

use domain::db::Conn;
use domain::id::ProcessId;
use domain::intake::PublishedRequest;
use domain::paging::Page;
use domain::plans::ChangeReason;
use domain::register::{self, Author, Filter};
use maud::{Markup, html};

use super::address;
use crate::comments::show;
use crate::locale::{Arg, Locale};
use crate::ui::{self, badge};

/// The contributions with a page that everybody may read, each with who is named beside it.
pub type Public = HashMap<i32, Author>;

/// Of those behind some requests: who is named, where everybody may read it.
///
/// # Errors
/// The database's.
pub fn public<'a>(
    conn: &mut Conn,
    process: ProcessId,
    requests: impl Iterator<Item = &'a PublishedRequest>,
) -> domain::Result<Public> {
    let mut numbers: Vec<i32> = requests.map(|r| r.contribution).collect();
    numbers.sort_unstable();
    numbers.dedup();
    if numbers.is_empty() {
        return Ok(Public::new());
    }
    let page = Page::new(1, i64::try_from(numbers.len()).unwrap_or(i64::MAX - 1));
    let filter = Filter { numbers: Some(numbers), ..Filter::default() };
    let lines = register::ops::public_list(conn, process, &filter, page)?.rows;
    Ok(lines.into_iter().map(|line| (line.contribution.number, line.author)).collect())
}

/// The explanation of one change.
pub fn why(
    l: &Locale,
    slug: &str,
    requests: &[&PublishedRequest],
    reason: Option<&ChangeReason>,
    public: &Public,
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
fn answer(l: &Locale, slug: &str, requests: &[&PublishedRequest], public: &Public) -> Markup {
    let Some(response) = requests.first().map(|r| &r.response) else { return html! {} };
    html! {
        div.change-answer {
            @for r in requests {
                p.change-asked {
                    strong { (r.request.summary) } " "
                    span.change-from { (from(l, slug, r, public.get(&r.contribution))) }
                }
            }
            (badge::outcome(l, response.outcome.as_str()))
            (ui::prose(&response.reason))
        }
    }
}

/// Where a request comes from.
fn from(l: &Locale, slug: &str, r: &PublishedRequest, public: Option<&Author>) -> Markup {
    let name = l.t_with("change-contribution", &[("n", Arg::from(r.contribution.to_string()))]);
    html! {
        "(" (l.t_with("change-request", &[("n", Arg::from(r.request.number.to_string()))])) ", "
        @match public {
            Some(author) => { a href=(address::contribution(slug, r.contribution)) { (name) } ", " (show::author(l, author)) }
            None => { (name) }
        }
        ")"
    }
}
