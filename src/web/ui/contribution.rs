//! One contribution as it is shown everywhere: number, author as they chose to appear, text, state, and its answer.

use domain::clock::Instant;
use maud::{Markup, html};

use super::{badge, prose, time};
use crate::locale::Locale;

/// What the page knows of a contribution.
pub struct Contribution<'a> {
    /// Its register number.
    pub number: i32,
    /// Its own page.
    pub href: &'a str,
    /// The author, as they chose to appear.
    pub author: &'a str,
    /// Its kind, in words.
    pub kind: &'a str,
    /// When it was received.
    pub at: Instant,
    /// The key of its state.
    pub status: &'a str,
    /// The passage it speaks of: link, and the words quoted.
    pub quote: Option<(&'a str, &'a str)>,
    /// Its text; empty when it may not be shown.
    pub text: &'a str,
    /// Another line at its foot: supports, links.
    pub foot: Markup,
    /// The answer, made by [`response`].
    pub response: Markup,
}

/// A contribution.
pub fn article(l: &Locale, c: &Contribution<'_>) -> Markup {
    html! {
        article.contribution.contribution-withdrawn[c.status == "withdrawn"] #{ "c-" (c.number) } {
            header.contribution-head {
                a.contribution-number href=(c.href) { (l.t("contribution-number-short")) " " (c.number) } " "
                span.contribution-author { (c.author) } " "
                span.contribution-kind.tag { (c.kind) } " "
                span.contribution-when { (time::instant(l, c.at)) } " "
                (badge::status(l, c.status))
            }
            @if let Some((cite, words)) = c.quote { blockquote.contribution-quote cite=(cite) { (prose(words)) } }
            @if !c.text.is_empty() { div.contribution-text { (prose(c.text)) } }
            p.contribution-foot { (c.foot) }
            (c.response)
        }
    }
}

/// The answer under a contribution: outcome, reason, the passages that changed or say it (code and link).
pub fn response(l: &Locale, outcome: &str, reason: &str, passages: &[(String, String)]) -> Markup {
    html! {
        section.response {
            h3.response-title { (l.t("response-title")) " " (badge::outcome(l, outcome)) }
            div.response-reason { (prose(reason)) }
            @if !passages.is_empty() {
                p.response-passages {
                    (l.t("response-passages")) " "
                    @for (i, (code, href)) in passages.iter().enumerate() {
                        @if i > 0 { ", " }
                        a.code href=(href) { (code) }
                    }
                }
            }
        }
    }
}
