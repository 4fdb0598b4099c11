//! What the reader said of a file: words in and out, what was not understood, how passages came to their codes.

use maud::{Markup, html};
use reader::{Difference, ImportReport, Note};

use crate::http::Visit;
use crate::locale::{Arg, Locale};
use crate::ui::lists::{self, Figure};
use crate::ui::table;

/// Lines of a list shown at once; the rest unfolds.
const FEW: usize = 50;

/// Words, differences, notes.
pub fn report(v: &Visit, report: &ImportReport) -> Markup {
    let l = v.l();
    let number = |n: usize| html! { (l.number(i64::try_from(n).unwrap_or(i64::MAX))) };
    let (file, blocks) = (l.t("import-words-file"), l.t("import-words-passages"));
    html! {
        section.block {
            h2 { (l.t("import-check")) }
            (lists::figures(&[
                Figure { label: &file, number: number(report.words_in_file), note: None, sum: false },
                Figure { label: &blocks, number: number(report.words_in_blocks), note: None, sum: true },
            ]))
            @if report.differences.is_empty() { p { (l.t("import-no-differences")) } }
            @else { (differences(l, &report.differences)) }
        }
        section.block {
            h2 { (l.t("import-notes")) }
            @if report.notes.is_empty() { p { (l.t("import-no-notes")) } }
            @else { (notes(l, &report.notes)) }
        }
    }
}

fn differences(l: &Locale, list: &[Difference]) -> Markup {
    let side = |d: &Difference| l.t(if d.lost { "import-lost" } else { "import-gained" }).into_owned();
    let row = |d: &Difference| vec![html! { (place(l, &d.place)) }, html! { (side(d)) }, html! { (d.text) }];
    let title = l.t_with("import-differences", &[("n", Arg::from(list.len()))]);
    let (where_, what, words) = (l.t("import-place"), l.t("import-side"), l.t("import-words"));
    let columns = [(where_.as_ref(), false), (what.as_ref(), false), (words.as_ref(), false)];
    html! {
        p { (l.t("import-differences-text")) }
        (folded(l, list, |some| table::table(&title, &columns, &some.iter().map(row).collect::<Vec<_>>())))
    }
}

fn notes(l: &Locale, list: &[Note]) -> Markup {
    let row = |n: &Note| {
        vec![html! { (l.t(&format!("note-{}", n.what.key()))) }, html! { (place(l, &n.place)) }, html! { (n.detail) }]
    };
    let title = l.t_with("import-notes-caption", &[("n", Arg::from(list.len()))]);
    let (what, where_, detail) = (l.t("import-note"), l.t("import-place"), l.t("import-detail"));
    let columns = [(what.as_ref(), false), (where_.as_ref(), false), (detail.as_ref(), false)];
    html! {
        p { (l.t("import-notes-text")) }
        (folded(l, list, |some| table::table(&title, &columns, &some.iter().map(row).collect::<Vec<_>>())))
    }
}

/// The first few, and the others behind a fold.
fn folded<T>(l: &Locale, list: &[T], show: impl Fn(&[T]) -> Markup) -> Markup {
    let (first, rest) = list.split_at(list.len().min(FEW));
    html! {
        (show(first))
        @if !rest.is_empty() {
            details.fold { summary { (l.t_with("import-more", &[("n", Arg::from(rest.len()))])) } (show(rest)) }
        }
    }
}

/// A place of the file in words: `paragraph:12`, `block:9`.
fn place(l: &Locale, place: &str) -> String {
    let (kind, number) = place.split_once(':').unwrap_or((place, ""));
    let key = match kind {
        "paragraph" => "import-place-paragraph",
        "footnote" => "import-place-footnote",
        "endnote" => "import-place-endnote",
        "line" => "import-place-line",
        "block" => "import-place-block",
        _ => return if place.is_empty() { l.t("import-place-whole").into_owned() } else { place.to_owned() },
    };
    l.t_with(key, &[("n", Arg::from(number.to_owned()))])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{Lang, Locales};
    use reader::NoteKind;

    #[test]
    fn every_note_is_told_in_both_languages() {
        let locales = Locales::load().unwrap();
        for (lang, kind) in Lang::ALL.iter().flat_map(|l| NoteKind::ALL.iter().map(move |k| (l, k))) {
            let key = format!("note-{}", kind.key());
            assert!(locales.of(*lang).has(&key), "{key} in {}", lang.code());
        }
    }

    #[test]
    fn places_have_words() {
        let locales = Locales::load().unwrap();
        let l = locales.of(Lang::It);
        for at in ["paragraph:12", "footnote:2", "endnote:1", "line:40", "block:9", "", "odd"] {
            assert!(!place(l, at).contains('⟦') && !place(l, at).is_empty(), "{at}");
        }
        let hostile = [Difference { place: "<b>".into(), text: "<script>".into(), lost: true }];
        assert!(!differences(l, &hostile).into_string().contains("<script>"));
    }
}
