//! What a passage's page says of its sources.

use domain::interviews::Source;
use maud::{Markup, html};

use super::public::withdrawn;
use crate::http::Visit;

/// The findings a passage cites, with the way to the others of their themes.
pub fn sources(v: &Visit, slug: &str, list: &[Source]) -> Markup {
    html! {
        @if !list.is_empty() {
            section.block #fonti {
                h2 { (v.t("passage-sources")) }
                p { (v.t("passage-sources-text")) }
                ul {
                    @for source in list {
                        li {
                            @match &source.withdrawn {
                                Some(of) => { span.text-muted { (withdrawn(v.l(), of)) } },
                                None => { (source.text) },
                            }
                            " "
                            a href=(format!("/percorsi/{slug}/interviste#r{}", source.finding)) { (v.t("passage-source-theme")) " " (source.theme) }
                        }
                    }
                }
            }
        }
    }
}
