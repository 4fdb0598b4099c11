//! Around every page: the head with the way in and out, the foot with what the law asks for.

use maud::{DOCTYPE, Markup, html};

use super::query;
use crate::http::Visit;
use crate::http::static_files::address;
use crate::locale::{Arg, Lang};

/// A whole page.
pub fn page(v: &Visit, title: &str, content: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(v.lang().code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) " – Ascolto" }
                link rel="preload" href=(address("fonts/titillium-web-400.woff2")) as="font" type="font/woff2" crossorigin;
                link rel="icon" type="image/svg+xml" href=(address("icon.svg"));
                link rel="stylesheet" href=(address("ascolto.css"));
                link rel="stylesheet" media="print" href=(address("stampa.css"));
                script src=(address("ascolto.js")) defer {}
            }
            body {
                a.skiplink href="#main" { (v.t("layout-skip")) }
                header.site-header { (slim(v)) (bar(v)) }
                @if v.app().config.demo {
                    aside.notice.notice-info.notice-wide aria-label=(v.t("layout-demo-label")) {
                        div.container { p { (v.t("layout-demo")) " " a href="/demo/posta" { (v.t("layout-demo-mail")) } } }
                    }
                }
                // On paper, where there is no address bar. A link that only its reader holds is not written there.
                @if v.here().starts_with("/percorsi/") { p.printed hidden { (title) br; (v.app().config.base_url) (v.here()) } }
                main #main.container tabindex="-1" { (v.notice()) (content) }
                (footer(v))
            }
        }
    }
}

fn slim(v: &Visit) -> Markup {
    let config = &v.app().config;
    html! {
        div.site-slim { div.container {
            @if config.owner_url.is_empty() { span.site-body { (config.owner) } }
            @else { a.site-body href=(config.owner_url) { (config.owner) } }
            ul.site-tools {
                @for lang in Lang::ALL { li { (language(v, lang)) } }
                @if v.signed_in() {
                    li { a.site-person href="/account" { (v.actor().name) } }
                    li {
                        form method="post" action="/esci" {
                            input type="hidden" name="_csrf" value=(v.csrf());
                            button.site-button { (v.t("layout-sign-out")) }
                        }
                    }
                } @else {
                    li { a href=(sign_in(v)) { (v.t("layout-sign-in")) } }
                    li { a href="/registrati" { (v.t("layout-register")) } }
                }
            }
        } }
    }
}

fn sign_in(v: &Visit) -> String {
    let here = v.path_only();
    let away = ["/accedi", "/registrati", "/password", "/conferma", "/lingua"].iter().any(|p| here.starts_with(p));
    if away || here == "/" { "/accedi".to_owned() } else { format!("/accedi?{}", query(&[("ritorno", v.here())])) }
}

fn language(v: &Visit, lang: Lang) -> Markup {
    let href = format!("/lingua/{}?{}", lang.code(), query(&[("ritorno", v.here())]));
    html! {
        @if lang == v.lang() { span aria-current="true" { (lang.own_name()) } }
        @else { a href=(href) lang=(lang.code()) hreflang=(lang.code()) rel="nofollow" { (lang.own_name()) } }
    }
}

fn bar(v: &Visit) -> Markup {
    let current = |at: bool| at.then_some("page");
    let path = v.path_only();
    html! {
        div.site-bar { div.container {
            a.site-name href="/" { "Ascolto" }
            nav.site-nav aria-label=(v.t("layout-main-nav")) { ul {
                li { a href="/" aria-current=[current(path == "/")] { (v.t("layout-processes")) } }
                @if v.actor().administrator {
                    @let at = path.starts_with("/amministrazione");
                    li { a href="/amministrazione" aria-current=[current(at)] { (v.t("layout-administration")) } }
                }
                @if v.signed_in() {
                    li { a href="/i-miei-contributi" aria-current=[current(path == "/i-miei-contributi")] { (v.t("layout-mine")) } }
                    li.d-none.d-md-block { a href="/account" aria-current=[current(path.starts_with("/account"))] { (v.t("layout-account")) } }
                }
            } }
        } }
    }
}

fn footer(v: &Visit) -> Markup {
    let config = &v.app().config;
    html! {
        footer.site-footer { div.container {
            p.site-footer-name { (config.owner) }
            ul.site-links {
                li { a href="/accessibilita" { (v.t("layout-accessibility")) } }
                li { a href="/privacy" { (v.t("layout-privacy")) } }
                @if !config.contact.is_empty() { li { a href=(format!("mailto:{}", config.contact)) { (config.contact) } } }
            }
            p.site-small { (v.t_with("layout-small", &[("owner", Arg::from(config.owner.as_str()))])) }
        } }
    }
}
