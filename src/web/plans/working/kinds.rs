//! What a passage may be, as a form calls it: one word for kind and level together.

use reader::BlockKind;

use crate::http::Visit;
use crate::locale::{Arg, Locale};
use crate::ui::Choice;

/// The word of a kind.
pub fn word(kind: BlockKind) -> String {
    match kind {
        BlockKind::Heading { level } => format!("heading-{level}"),
        BlockKind::ListItem { depth, ordered: false } => format!("item-{}", depth + 1),
        BlockKind::ListItem { depth, ordered: true } => format!("number-{}", depth + 1),
        BlockKind::Paragraph => "paragraph".to_owned(),
        BlockKind::Table => "table".to_owned(),
        BlockKind::Quote => "quote".to_owned(),
        BlockKind::Code => "code".to_owned(),
        BlockKind::Caption => "caption".to_owned(),
        BlockKind::Footnote => "footnote".to_owned(),
        BlockKind::Figure => "figure".to_owned(),
    }
}

/// The kind behind a word.
pub fn kind(word: &str) -> Option<BlockKind> {
    let (name, level) = word.split_once('-').unwrap_or((word, ""));
    let level = || level.parse::<u8>().ok().filter(|n| (1..=9).contains(n));
    Some(match name {
        "heading" => BlockKind::Heading { level: level()? },
        "item" => BlockKind::ListItem { depth: level()? - 1, ordered: false },
        "number" => BlockKind::ListItem { depth: level()? - 1, ordered: true },
        "paragraph" => BlockKind::Paragraph,
        "table" => BlockKind::Table,
        "quote" => BlockKind::Quote,
        "code" => BlockKind::Code,
        "caption" => BlockKind::Caption,
        "footnote" => BlockKind::Footnote,
        "figure" => BlockKind::Figure,
        _ => return None,
    })
}

/// The words of a kind.
pub fn name(l: &Locale, kind: BlockKind) -> String {
    let with = |key: &str, n: u8| l.t_with(key, &[("n", Arg::from(i32::from(n)))]);
    match kind {
        BlockKind::Heading { level } => with("kind-heading", level),
        BlockKind::ListItem { depth, ordered: false } => with("kind-item", depth + 1),
        BlockKind::ListItem { depth, ordered: true } => with("kind-number", depth + 1),
        BlockKind::Paragraph => l.t("kind-paragraph").into_owned(),
        BlockKind::Table => l.t("kind-table").into_owned(),
        BlockKind::Quote => l.t("kind-quote").into_owned(),
        BlockKind::Code => l.t("kind-code").into_owned(),
        BlockKind::Caption => l.t("kind-caption").into_owned(),
        BlockKind::Footnote => l.t("kind-footnote").into_owned(),
        BlockKind::Figure => l.t("kind-figure").into_owned(),
    }
}

/// What a passage may become: an image stays one, a table and text change into each other as they are typed.
pub fn choices(v: &Visit, now: BlockKind) -> Vec<Choice> {
    let choice = |kind: BlockKind| Choice::new(word(kind), name(v.l(), kind));
    if now == BlockKind::Figure {
        return vec![choice(now)];
    }
    let headings = (1..=6).map(|level| BlockKind::Heading { level });
    let items =
        [false, true].into_iter().flat_map(|o| (0..4).map(move |depth| BlockKind::ListItem { depth, ordered: o }));
    let others = [BlockKind::Quote, BlockKind::Caption, BlockKind::Footnote, BlockKind::Code, BlockKind::Table];
    let mut all: Vec<BlockKind> = vec![BlockKind::Paragraph];
    all.extend(headings.chain(items).chain(others));
    if !all.contains(&now) {
        all.push(now);
    }
    all.into_iter().map(choice).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_a_kind() {
        let kinds = [
            BlockKind::Heading { level: 9 },
            BlockKind::ListItem { depth: 8, ordered: true },
            BlockKind::ListItem { depth: 0, ordered: false },
            BlockKind::Figure,
            BlockKind::Footnote,
        ];
        for k in kinds {
            assert_eq!(kind(&word(k)), Some(k));
        }
        for bad in ["", "heading", "heading-0", "heading-10", "item-", "script", "number--1"] {
            assert_eq!(kind(bad), None, "{bad}");
        }
    }
}
