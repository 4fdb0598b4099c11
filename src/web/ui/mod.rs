//! What pages are made of. The class names are those of `assets/README.md`.

pub mod badge;
pub mod form;
pub mod layout;
pub mod lists;
pub mod plan;
pub mod table;
pub mod time;

use actix_web::HttpResponse;
use actix_web::http::header;
use maud::{Markup, html};
use url::form_urlencoded;

pub use form::{Choice, Form};

use crate::http::static_files;

/// Goes elsewhere (303).
pub fn see_other(location: &str) -> HttpResponse {
    HttpResponse::SeeOther().insert_header((header::LOCATION, location)).finish()
}

/// `a=1&b=2`, escaped.
pub fn query(pairs: &[(&str, &str)]) -> String {
    form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
}

/// The path if it leads to a page of this house; what leads elsewhere is not followed.
pub fn local(path: &str) -> Option<&str> {
    let inside = path.starts_with('/') && !path.starts_with("//") && !path.starts_with("/\\");
    (inside && path.len() < 2000 && !path.chars().any(|c| c.is_control() || c == '\\')).then_some(path)
}

/// The head of a page: its title, and what it is in a sentence.
pub fn head(title: &str, lead: Option<&str>) -> Markup {
    html! {
        div.page-head {
            h1 { (title) }
            @if let Some(lead) = lead { p.lead { (lead) } }
        }
    }
}

/// The way from home to here: links, then this page's own name.
pub fn breadcrumb(label: &str, way: &[(&str, &str)], here: &str) -> Markup {
    html! {
        nav.breadcrumb-box aria-label=(label) {
            ol.breadcrumb {
                @for (href, name) in way { li.breadcrumb-item { a href=(href) { (name) } } }
                li.breadcrumb-item.active aria-current="page" { (here) }
            }
        }
    }
}

/// An icon beside a word (never alone); names are in `assets/icons.txt`.
pub fn icon(name: &str) -> Markup {
    let href = format!("{}#it-{name}", static_files::address("icons.svg"));
    html! { svg.icon.icon-sm aria-hidden="true" { use href=(href) {} } }
}

/// How a notice looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// To be known.
    Info,
    /// Done.
    Success,
    /// Mind this.
    Warning,
    /// Wrong.
    Danger,
}

/// A notice.
pub fn notice(tone: Tone, content: &Markup) -> Markup {
    let class = match tone {
        Tone::Info => "notice notice-info",
        Tone::Success => "notice notice-success",
        Tone::Warning => "notice notice-warning",
        Tone::Danger => "notice notice-danger",
    };
    html! { div class=(class) { (content) } }
}

/// The paragraphs of plain text: an empty line parts them.
pub fn paragraphs(text: &str) -> impl Iterator<Item = &str> {
    text.split("\n\n").map(str::trim).filter(|p| !p.is_empty())
}

/// Plain text as paragraphs; a line end is kept.
pub fn prose(text: &str) -> Markup {
    html! {
        @for paragraph in paragraphs(text) {
            p { @for (i, line) in paragraph.lines().enumerate() { @if i > 0 { br; } (line) } }
        }
    }
}

/// A list with nothing in it: what that means, and what to do.
pub fn empty(title: &str, text: &str) -> Markup {
    html! { div.empty { p.empty-title { (title) } p { (text) } } }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_paths_of_this_house_are_followed() {
        for good in ["/", "/percorsi/x?y=1#z"] {
            assert_eq!(local(good), Some(good));
        }
        for bad in ["", "x", "//evil.example", "/\\evil.example", "https://evil.example", "/a\nb", "javascript:1"] {
            assert_eq!(local(bad), None, "{bad}");
        }
    }

    #[test]
    fn prose_is_escaped() {
        assert_eq!(prose("a <b>\nc\n\n\nd").into_string(), "<p>a &lt;b&gt;<br>c</p><p>d</p>");
    }
}
