//! How large the text of a plan is set. The pages are kept whole for everybody (decision 0008), so what somebody chose may not
//! stand in them: they all name one small stylesheet, which is each visitor's own. No script is needed (decision 0027).

use actix_web::HttpResponse;
use actix_web::http::header;
use domain::Error;
use maud::{Markup, html};

use crate::http::cookies::Name;
use crate::http::{Answer, Fault, Visit};
use crate::ui;

/// The sizes: the word in addresses, the key of its name, and what the text is multiplied by, in hundredths.
const SIZES: [(&str, &str, u16); 3] =
    [("normale", "size-normal", 100), ("grande", "size-large", 125), ("molto-grande", "size-largest", 160)];

/// Chooses a size and goes back.
pub async fn choose(v: Visit) -> Answer {
    let chosen = SIZES.iter().find(|(word, ..)| *word == v.path("misura")).ok_or(Fault::Domain(Error::NotFound))?;
    v.set_cookie(Name::Size.set(chosen.0.to_owned(), v.app().config.secure_cookies, Some(365)));
    v.see(v.query("ritorno").and_then(ui::local).unwrap_or("/"))
}

/// The stylesheet of whoever asks.
pub async fn sheet(v: Visit) -> Answer {
    let chosen = v.size().and_then(|word| SIZES.iter().position(|(w, ..)| *w == word)).unwrap_or(0);
    Ok(HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "private, no-cache"))
        .insert_header((header::VARY, "Cookie"))
        .content_type("text/css; charset=utf-8")
        .body(rules(chosen)))
}

/// Only on the screen: on paper the sheet of paper decides.
fn rules(chosen: usize) -> String {
    let by = SIZES.get(chosen).map_or(100, |(.., by)| *by);
    let rem = |base: u32| f64::from(base * u32::from(by)) / 1_000_000.0;
    let mark = format!(".size-{chosen}{{font-weight:700;text-decoration:none}}.size-{chosen}::after{{content:\" ✓\"}}");
    if by == 100 {
        return mark;
    }
    format!(
        "{mark}@media screen{{.passages :is(p,li,pre,.table),.plan-summary p,.redline{{font-size:{:.3}rem}}\
         :is(.passages,.plan-summary) h2{{font-size:{:.3}rem}}.passages h3{{font-size:{:.3}rem}}\
         .passages :is(h4,h5,h6){{font-size:{:.3}rem}}}}",
        rem(10_625),
        rem(15_000),
        rem(13_000),
        rem(11_500),
    )
}

/// The stylesheet's place in a page whose text it sets.
pub fn link() -> Markup {
    html! { link rel="stylesheet" href="/carattere.css"; }
}

/// The sizes to choose from.
pub fn choices(v: &Visit) -> Markup {
    html! {
        nav.sizes aria-label=(v.t("size-label")) {
            span aria-hidden="true" { (v.t("size-short")) ": " }
            @for (n, (word, key, _)) in SIZES.iter().enumerate() {
                a class=(format!("size-{n}")) rel="nofollow" href=(format!("/carattere/{word}?{}", ui::query(&[("ritorno", v.here())]))) { (v.t(key)) } " "
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::rules;

    #[test]
    fn the_text_grows_and_the_choice_is_marked() {
        assert_eq!(rules(0), ".size-0{font-weight:700;text-decoration:none}.size-0::after{content:\" ✓\"}");
        assert!(rules(1).contains("font-size:1.328rem") && rules(1).starts_with(".size-1{"), "{}", rules(1));
        assert!(rules(2).contains("font-size:1.700rem") && rules(2).contains("@media screen{"));
    }
}
