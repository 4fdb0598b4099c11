//! What the reader said of a file: words in and out, what was not understood, how passages came to their codes.

use std::collections::HashMap;

use domain::id::RowId;
use domain::plans::Passage;
use maud::{Markup, html};
use reader::{Difference, ImportReport, Note};

use super::address;

use crate::http::Visit;
use crate::locale::{Arg, Locale};
use crate::ui::lists::{self, Figure};
use crate::ui::{plan, table};

/// Lines of a list shown at once; the rest unfolds.
const FEW: usize = 50;

/// Where the blocks of the file stand in the draft now.
#[derive(Debug, Default)]
pub struct Rows {
    slug: String,
    codes: HashMap<RowId, (i32, Option<i32>)>,
}

impl Rows {
    /// Of a draft's passages.
    pub fn of(slug: &str, passages: &[Passage]) -> Self {
        Self { slug: slug.to_owned(), codes: passages.iter().map(|p| (p.row, (p.position, p.code))).collect() }
    }
}

/// Words, differences, notes.
pub fn report(v: &Visit, report: &ImportReport, rows: &Rows) -> Markup {
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
            @else { (differences(l, &report.differences, rows)) }
        }
        section.block {
            h2 { (l.t("import-notes")) }
            @if report.notes.is_empty() { p { (l.t("import-no-notes")) } }
            @else { (notes(l, &report.notes, rows)) }
        }
    }
}

fn differences(l: &Locale, list: &[Difference], rows: &Rows) -> Markup {
    let side = |d: &Difference| l.t(if d.lost { "import-lost" } else { "import-gained" }).into_owned();
    let row = |d: &Difference| vec![place(l, &d.place, rows), html! { (side(d)) }, html! { (d.text) }];
    let title = l.t_with("import-differences", &[("n", Arg::from(list.len()))]);
    let (where_, what, words) = (l.t("import-place"), l.t("import-side"), l.t("import-words"));
    let columns = [(where_.as_ref(), false), (what.as_ref(), false), (words.as_ref(), false)];
    html! {
        p { (l.t("import-differences-text")) }
        (folded(l, list, |some| table::table(&title, &columns, &some.iter().map(row).collect::<Vec<_>>())))
    }
}

fn notes(l: &Locale, list: &[Note], rows: &Rows) -> Markup {
    let row = |n: &Note| {
        vec![html! { (l.t(&format!("note-{}", n.what.key()))) }, place(l, &n.place, rows), html! { (n.detail) }]
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

/// A place in words: of the file, as `paragraph:12`; of the draft, as `row:17:9`, with the way to the passage, also where it stands
/// elsewhere by now.
fn place(l: &Locale, place: &str, rows: &Rows) -> Markup {
    let (kind, number) = place.split_once(':').unwrap_or((place, ""));
    let key = match kind {
        "row" => return row(l, number, rows),
        "paragraph" => "import-place-paragraph",
        "footnote" => "import-place-footnote",
        "endnote" => "import-place-endnote",
        "line" => "import-place-line",
        "block" => "import-place-block",
        _ if place.is_empty() => return html! { (l.t("import-place-whole")) },
        _ => return html! { (place) },
    };
    html! { (l.t_with(key, &[("n", Arg::from(number.to_owned()))])) }
}

fn row(l: &Locale, place: &str, rows: &Rows) -> Markup {
    let (row, number) = place.split_once(':').unwrap_or((place, ""));
    let Some((row, (position, code))) = row.parse().ok().map(RowId).and_then(|row| Some((row, rows.codes.get(&row)?)))
    else {
        return html! { (l.t_with("import-place-gone", &[("n", Arg::from(number.to_owned()))])) };
    };
    html! {
        a href=(address::desk(&rows.slug, &format!("/testo/{row}"))) {
            @match code {
                Some(code) => { span.code { (plan::code(*code)) } }
                None => { (l.t_with("import-place-block", &[("n", Arg::from(position.to_string()))])) }
            }
        }
    }
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
            let words = place(l, at, &Rows::default()).into_string();
            assert!(!words.contains('⟦') && !words.is_empty(), "{at}");
        }
        let rows =
            Rows { slug: "x".to_owned(), codes: HashMap::from([(RowId(17), (9, Some(4))), (RowId(18), (10, None))]) };
        let told = |at| place(l, at, &rows).into_string().replace(['\u{2068}', '\u{2069}'], "");
        assert!(
            told("row:17:12").contains("/testo/17\"") && told("row:17:12").contains("P-004"),
            "{}",
            told("row:17:12")
        );
        assert!(told("row:18:13").contains("passaggio 10"), "{}", told("row:18:13"));
        assert!(told("row:19:14").contains("14") && !told("row:19:14").contains("href"), "{}", told("row:19:14"));
        let hostile = [Difference { place: "<b>".into(), text: "<script>".into(), lost: true }];
        assert!(!differences(l, &hostile, &rows).into_string().contains("<script>"));
    }
}
