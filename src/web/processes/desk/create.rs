//! A new process.

use domain::processes::{checked_slug, ops};
use domain::{Error, Problems};
use maud::{Markup, html};

use super::facts;
use crate::http::{Answer, Visit};
use crate::ui::{self, Form};

/// The form.
pub async fn form(v: Visit) -> Answer {
    v.page(&v.t("create-title"), &view(&v, &Problems::default()))
}

/// Makes it, and goes to its desk.
pub async fn create(v: Visit) -> Answer {
    let (actor, typed) = (v.actor().clone(), v.field("slug").trim());
    let slug = if typed.is_empty() { word(v.field("title")) } else { typed.to_lowercase() };
    let made = match facts::typed(&v) {
        Err(problems) => {
            let mut all = Problems::default();
            // Only what else is wrong is of interest here.
            let _checked = all.gather(checked_slug(&slug));
            all.0.extend(problems.0);
            Err(Error::Invalid(all).into())
        }
        Ok(facts) => {
            let desk = format!("/percorsi/{slug}/gestione");
            v.write_once_saying("done-created", move |_| desk, move |w| ops::create(w, &actor, &slug, &facts)).await
        }
    };
    match made {
        Err(fault) => v.form_again(fault, &v.t("create-title"), |p| view(&v, p)),
        ok => ok,
    }
}

/// A word for addresses out of a title.
fn word(title: &str) -> String {
    let plain = |c: char| match c {
        'à' | 'á' | 'â' | 'ä' => 'a',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ò' | 'ó' | 'ô' | 'ö' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        'ç' => 'c',
        'ñ' => 'n',
        c if c.is_ascii_alphanumeric() => c,
        _ => '-',
    };
    let all: String = title.to_lowercase().chars().map(plain).collect();
    let mut out = String::new();
    for part in all.split('-').filter(|p| !p.is_empty()) {
        if out.len() + part.len() >= 80 {
            break;
        }
        if !out.is_empty() {
            out.push('-');
        }
        out.push_str(part);
    }
    out
}

fn view(v: &Visit, problems: &Problems) -> Markup {
    let form = Form::new(v, "/percorsi/nuovo", problems);
    let fields = html! {
        (facts::fields(&form))
        (form.text("slug", "create-slug").max(80).hint("create-slug-hint"))
    };
    html! {
        (ui::breadcrumb(&v.t("breadcrumb-label"), &[("/amministrazione", &v.t("layout-administration"))], &v.t("create-title")))
        (ui::head(&v.t("create-title"), Some(&v.t("create-lead"))))
        (form.show(&fields, "create-button", Some("/amministrazione")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_for_addresses() {
        assert_eq!(word("Piano dell’economia — già così, 2030!"), "piano-dell-economia-gia-cosi-2030");
        assert_eq!(word("!?"), "");
        assert!(word(&"parola ".repeat(40)).len() <= 80);
    }
}
