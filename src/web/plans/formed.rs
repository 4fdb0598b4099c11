//! What is different about the form or the place of a passage, in words: from a paragraph to a heading, from one number to
//! another, from after one passage to after another.

use domain::plans::Facet;
use maud::{Markup, html};

use super::address;
use super::working::kind_name;
use crate::locale::{Arg, Locale};
use crate::ui::plan;

/// All of it, one thing after the other.
pub fn list(l: &Locale, form: &[Facet]) -> String {
    form.iter().map(|f| one(l, f)).collect::<Vec<_>>().join("; ")
}

fn one(l: &Locale, facet: &Facet) -> String {
    match facet {
        Facet::Kind { from, to } => {
            let name = |kind| lower(&kind_name(l, kind));
            l.t_with("form-kind", &[("from", Arg::from(name(*from))), ("to", Arg::from(name(*to)))])
        }
        Facet::Number { from, to } => {
            let key = match (from.is_empty(), to.is_empty()) {
                (true, _) => "form-number-given",
                (_, true) => "form-number-gone",
                _ => "form-number",
            };
            l.t_with(key, &[("from", Arg::from(from.as_str())), ("to", Arg::from(to.as_str()))])
        }
        Facet::Emphasis => l.t("form-emphasis").into_owned(),
        Facet::Link => l.t("form-link").into_owned(),
        Facet::Cells => l.t("form-cells").into_owned(),
        Facet::Headers => l.t("form-headers").into_owned(),
        Facet::Picture => l.t("form-picture").into_owned(),
    }
}

/// A name within a sentence.
fn lower(name: &str) -> String {
    let mut signs = name.chars();
    signs.next().map(|first| first.to_lowercase().chain(signs).collect()).unwrap_or_default()
}

/// Whether something of it is more than a number in the place of another.
pub fn formal(form: &[Facet]) -> bool {
    form.iter().any(|f| !f.renumbers())
}

/// The sentence for a passage whose words are the same; nothing, where its form is too.
pub fn same_words(l: &Locale, form: &[Facet]) -> Markup {
    match form {
        [Facet::Number { from, to }] if !formal(form) => {
            let words = [("from", Arg::from(from.as_str())), ("to", Arg::from(to.as_str()))];
            html! { p.text-muted { (l.t_with("form-only-number", &words)) } }
        }
        _ => sentence(l, "form-only", form),
    }
}

/// The sentence for a passage whose words, or whose place, changed as well.
pub fn too(l: &Locale, form: &[Facet]) -> Markup {
    sentence(l, "form-too", form)
}

/// The sentence for a passage that stands elsewhere: after which one it had stood, if not first.
pub fn elsewhere(l: &Locale, slug: &str, stood_after: Option<i32>) -> Markup {
    html! {
        p.text-muted {
            @match stood_after {
                Some(code) => { (l.t("change-stood-after")) " " a.code href=(address::passage(slug, code)) { (plan::code(code)) } "." }
                None => { (l.t("change-stood-first")) }
            }
        }
    }
}

fn sentence(l: &Locale, key: &str, form: &[Facet]) -> Markup {
    html! { @if !form.is_empty() { p.text-muted { (l.t_with(key, &[("what", Arg::from(list(l, form)))])) } } }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{Lang, Locales};
    use reader::BlockKind;

    #[test]
    fn form_is_told_in_plain_words() {
        let locales = Locales::load().unwrap();
        let told = |lang, form: &[Facet]| {
            same_words(locales.of(lang), form).into_string().replace(['\u{2068}', '\u{2069}'], "")
        };
        let kind = Facet::Kind { from: BlockKind::Paragraph, to: BlockKind::Heading { level: 2 } };
        let number = |from: &str, to: &str| Facet::Number { from: from.to_owned(), to: to.to_owned() };
        let of: [(&[Facet], &str, &str); 4] = [
            (&[], "", ""),
            (
                std::slice::from_ref(&kind),
                "Stesse parole, cambia la forma: da paragrafo a titolo di livello 2.",
                "Same words, another form: from paragraph to heading of level 2.",
            ),
            (
                &[number("3.1", "3.2")],
                "Stesse parole, cambia solo il numero: da 3.1 a 3.2.",
                "Same words, only the number changes: from 3.1 to 3.2.",
            ),
            (
                &[number("", "3.2"), Facet::Picture, Facet::Cells],
                "Stesse parole, cambia la forma: numero 3.2 aggiunto; immagine sostituita; tabella: celle unite diversamente.",
                "Same words, another form: number 3.2 added; another picture; table: cells merged differently.",
            ),
        ];
        for (form, italian, english) in of {
            for (lang, words) in [(Lang::It, italian), (Lang::En, english)] {
                let wanted =
                    if words.is_empty() { String::new() } else { format!("<p class=\"text-muted\">{words}</p>") };
                assert_eq!(told(lang, form), wanted);
            }
        }
    }
}
