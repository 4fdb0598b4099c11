//! Lists of facts, of numbers, of pages.

use domain::paging::Page;
use maud::{Markup, html};

use super::query;
use crate::http::Visit;
use crate::locale::Arg;

/// Facts: a word and what it is.
pub fn definition(facts: &[(&str, Markup)]) -> Markup {
    html! { dl.definition { @for (word, what) in facts { div { dt { (word) } dd { (what) } } } } }
}

/// One number with what it counts.
pub struct Figure<'a> {
    /// What is counted.
    pub label: &'a str,
    /// How many; may hold a link.
    pub number: Markup,
    /// A word more.
    pub note: Option<&'a str>,
    /// Whether it is the sum that the others must make.
    pub sum: bool,
}

/// Numbers side by side.
pub fn figures(list: &[Figure<'_>]) -> Markup {
    html! {
        dl.figures {
            @for figure in list {
                div.figure-card.figure-sum[figure.sum] {
                    dt { (figure.label) }
                    dd { (figure.number) }
                    @if let Some(note) = figure.note { dd.figure-note { (note) } }
                }
            }
        }
    }
}

/// The way to the pages before and after; nothing when there is one only. The query's other parameters are kept.
pub fn pager(v: &Visit, page: Page, more: bool) -> Markup {
    if page.number == 1 && !more {
        return html! {};
    }
    let to = |n: i64| format!("{}?{}", v.path_only(), with_page(v, n));
    html! {
        nav.pager aria-label=(v.t("pager-label")) {
            @if page.number > 1 { a.pager-prev rel="prev" href=(to(page.number - 1)) { (v.t("pager-previous")) } }
            span.pager-where { (v.t_with("pager-where", &[("n", Arg::from(page.number))])) }
            @if more { a.pager-next rel="next" href=(to(page.number + 1)) { (v.t("pager-next")) } }
        }
    }
}

fn with_page(v: &Visit, n: i64) -> String {
    let number = n.to_string();
    let others = v.queries().iter().filter(|(k, _)| k != "pagina").map(|(k, v)| (k.as_str(), v.as_str()));
    query(&others.chain([("pagina", number.as_str())]).collect::<Vec<_>>())
}
