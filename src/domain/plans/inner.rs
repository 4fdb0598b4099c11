//! Links from one passage of a plan to another: `#P-036` leads to the passage with that code, wherever a version has it. In a draft,
//! while a person is to say which passage a block is, `#r` and its row lead to it. Pure.

use std::collections::HashSet;

use reader::{Block, Span};

use super::model::Passage;
use super::search;
use crate::id::RowId;

/// The code a link leads to.
pub fn target(link: &str) -> Option<i32> {
    let figures = link.strip_prefix("#P-").filter(|f| f.bytes().all(|b| b.is_ascii_digit()))?;
    search::code(figures)
}

/// The link to a code.
pub fn to(code: i32) -> String {
    format!("#P-{code:03}")
}

/// The row a link leads to, in a draft.
pub fn row(link: &str) -> Option<RowId> {
    let figures = link.strip_prefix("#r").filter(|f| f.bytes().all(|b| b.is_ascii_digit()))?;
    figures.parse().ok().map(RowId)
}

/// The link to a block of a draft: by its code, or by its row.
pub fn to_block(row: RowId, code: Option<i32>) -> String {
    code.map_or_else(|| format!("#r{row}"), to)
}

/// A link as it was typed, where it names a passage: `#p36` is `#P-036`.
pub fn typed(link: &str) -> String {
    let named = link.strip_prefix("#").filter(|name| name.starts_with(['p', 'P']));
    named.and_then(search::code).map_or_else(|| link.to_owned(), to)
}

/// The links of a block that stay within the plan.
pub fn links(block: &Block) -> impl Iterator<Item = &str> {
    block.spans().filter_map(|span| span.link.as_deref()).filter(|link| link.starts_with('#'))
}

/// Leads the links of a block that stay within the plan; those that `lead` gives nothing for keep their words only.
pub fn relink(block: &mut Block, lead: impl Fn(&str) -> Option<String>) {
    let anew = |span: &mut Span| {
        if let Some(link) = span.link.as_deref().filter(|link| link.starts_with('#')) {
            span.link = lead(link);
        }
    };
    block.texts_mut().into_iter().flatten().for_each(anew);
}

/// Where links may lead within some passages.
#[derive(Debug, Default)]
pub struct Places {
    codes: HashSet<i32>,
    rows: HashSet<RowId>,
}

impl Places {
    /// The passages of a version.
    pub fn of(passages: &[Passage]) -> Self {
        let codes = passages.iter().filter_map(|p| p.code).collect();
        Self { codes, rows: passages.iter().map(|p| p.row).collect() }
    }

    /// Some codes.
    pub fn of_codes(codes: impl Iterator<Item = i32>) -> Self {
        Self { codes: codes.collect(), rows: HashSet::new() }
    }

    /// Whether a code stands in it.
    pub fn has(&self, code: i32) -> bool {
        self.codes.contains(&code)
    }

    /// Whether a link leads to one of them.
    pub fn leads(&self, link: &str) -> bool {
        target(link).is_some_and(|code| self.has(code)) || row(link).is_some_and(|row| self.rows.contains(&row))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_names_a_passage_in_one_way() {
        for code in [1, 36, 1234] {
            assert_eq!(target(&to(code)), Some(code));
            assert_eq!(
                (target(&to_block(RowId(7), Some(code))), row(&to_block(RowId(7), Some(code)))),
                (Some(code), None)
            );
        }
        let waits = to_block(RowId(7), None);
        assert_eq!((target(&waits), row(&waits)), (None, Some(RowId(7))));
        for no in [
            "#P-",
            "#P-x",
            "#P--1",
            "#P-+1",
            "#P-1234567890",
            "P-036",
            "#p-036",
            "#P-036\" x",
            "#r",
            "#r-1",
            "#rx",
            "#",
        ] {
            assert_eq!((target(no), row(no)), (None, None), "{no}");
        }
        let table = [
            ("#p36", "#P-036"),
            ("#P-036", "#P-036"),
            ("#P‑36", "#P-036"),
            ("#36", "#36"),
            ("#parte", "#parte"),
            ("#r7", "#r7"),
            ("https://x.it/#p36", "https://x.it/#p36"),
        ];
        for (written, meant) in table {
            assert_eq!(typed(written), meant, "{written}");
        }
    }
}
