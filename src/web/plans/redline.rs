//! What was taken out and put in, as `<del>` and `<ins>`, said in words to those who hear the page.

use maud::{Markup, html};
use reader::compare::Piece;

use super::block::lines;
use crate::locale::Locale;

/// Both together, in reading order.
pub fn whole(l: &Locale, pieces: &[Piece]) -> Markup {
    html! { div.redline { @for piece in pieces { (told(l, piece)) } } }
}

/// Only what was there before, with what was taken out marked.
pub fn before(l: &Locale, pieces: &[Piece]) -> Markup {
    html! { div.redline { @for piece in pieces.iter().filter(|p| !matches!(p, Piece::Added(_))) { (told(l, piece)) } } }
}

/// Only what is there now, with what was put in marked.
pub fn after(l: &Locale, pieces: &[Piece]) -> Markup {
    html! { div.redline { @for piece in pieces.iter().filter(|p| !matches!(p, Piece::Removed(_))) { (told(l, piece)) } } }
}

fn told(l: &Locale, piece: &Piece) -> Markup {
    match piece {
        Piece::Same(text) => lines(text),
        Piece::Added(text) => html! {
            ins { span.visually-hidden { (l.t("redline-added")) " " } (lines(text)) span.visually-hidden { "] " } }
        },
        Piece::Removed(text) => html! {
            del { span.visually-hidden { (l.t("redline-removed")) " " } (lines(text)) span.visually-hidden { "] " } }
        },
    }
}

/// What the two looks mean.
pub fn key(l: &Locale) -> Markup {
    html! { p.redline.redline-key { span { del { (l.t("redline-key-removed")) } } span { ins { (l.t("redline-key-added")) } } } }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{Lang, Locales};

    #[test]
    fn hostile_words_stay_words() {
        let locales = Locales::load().unwrap();
        let pieces = reader::compare::redline("uno <b>due</b> tre", "uno </del><script>x</script> tre");
        for html in [
            whole(locales.of(Lang::It), &pieces),
            before(locales.of(Lang::It), &pieces),
            after(locales.of(Lang::It), &pieces),
        ] {
            let html = html.into_string();
            assert!(!html.contains("<script") && !html.contains("<b>"), "{html}");
        }
    }

    #[test]
    fn each_side_has_its_own() {
        let locales = Locales::load().unwrap();
        let pieces = [Piece::Same("a ".into()), Piece::Removed("b".into()), Piece::Added("c".into())];
        let (old, new) =
            (before(locales.of(Lang::En), &pieces).into_string(), after(locales.of(Lang::En), &pieces).into_string());
        assert!(old.contains("<del>") && !old.contains("<ins>") && new.contains("<ins>") && !new.contains("<del>"));
    }
}
