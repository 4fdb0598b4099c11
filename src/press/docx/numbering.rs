//! Numbers that the word processor writes itself: one list for each stretch of numbers that follow one another, so that whoever
//! adds an item sees the next ones count on.

use std::collections::HashMap;

use super::xml::escape;
use crate::prepare::ordinal::{Figure, Ordinal, ordinal};

/// How deep Word's lists go.
pub(super) const LEVELS: u8 = 9;

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Series {
    /// Headings.
    Headings,
    /// Items of lists.
    Items,
}

/// The lists of a document that count. Lists of other kinds come before them.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    lists: Vec<(Series, u8, Ordinal)>,
    last: HashMap<(Series, u8), (usize, Ordinal)>,
}

/// The first list that counts: 1 are the bullets, and before this come those of a report.
const FIRST: usize = 10_000;

impl Numbering {
    /// The list that gives this number, going on from the one before at that depth where it can; `None` where no list gives
    /// such a number.
    pub(super) fn next(&mut self, series: Series, depth: u8, number: &str) -> Option<usize> {
        let depth = depth.min(LEVELS - 1);
        let before = self.last.get(&(series, depth)).cloned();
        let of = ordinal(number, before.as_ref().map(|b| &b.1))?;
        let goes_on = before.filter(|(_, b)| b.design == of.design && b.value + 1 == of.value).map(|b| b.0);
        let list = goes_on.unwrap_or_else(|| self.list(series, depth, &of));
        self.last.insert((series, depth), (list, of));
        Some(list)
    }

    /// A list that gives this number and nothing else.
    pub(super) fn alone(&mut self, series: Series, depth: u8, number: &str) -> Option<usize> {
        let of = ordinal(number, None)?;
        Some(self.list(series, depth.min(LEVELS - 1), &of))
    }

    /// The lists at hand end here: what comes begins anew.
    pub(super) fn end_items(&mut self) {
        self.last.retain(|(series, _), _| *series != Series::Items);
    }

    fn list(&mut self, series: Series, depth: u8, of: &Ordinal) -> usize {
        self.lists.push((series, depth, of.clone()));
        FIRST + self.lists.len() - 1
    }

    /// What a paragraph says to belong to a list.
    pub(super) fn properties(list: usize, depth: u8) -> String {
        format!("<w:numPr><w:ilvl w:val=\"{depth}\"/><w:numId w:val=\"{list}\"/></w:numPr>")
    }

    /// The designs of the lists, and then the lists, as `numbering.xml` wants them.
    pub(super) fn xml(&self) -> (String, String) {
        let (mut designs, mut lists) = (String::new(), String::new());
        for (n, (series, depth, of)) in self.lists.iter().enumerate() {
            let id = FIRST + n;
            designs
                .push_str(&format!("<w:abstractNum w:abstractNumId=\"{id}\"><w:multiLevelType w:val=\"multilevel\"/>"));
            (0..=*depth).for_each(|level| designs.push_str(&self::level(*series, level, level == *depth, of)));
            designs.push_str("</w:abstractNum>");
            lists.push_str(&format!("<w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"{id}\"/></w:num>"));
        }
        (designs, lists)
    }
}

fn level(series: Series, level: u8, own: bool, of: &Ordinal) -> String {
    let format = match of.design.figure {
        Figure::Decimal => "decimal",
        Figure::Lower => "lowerLetter",
        Figure::Upper => "upperLetter",
        Figure::LowerRoman => "lowerRoman",
        Figure::UpperRoman => "upperRoman",
    };
    let start = if own { of.value } else { 1 };
    let text = format!("{}%{}{}", escape(&of.design.prefix), level + 1, escape(&of.design.suffix));
    let (look, colour) = match series {
        Series::Headings => ("<w:suff w:val=\"space\"/>", ""),
        Series::Items => ("", "<w:rPr><w:color w:val=\"0066CC\"/></w:rPr>"),
    };
    let (left, hanging) = match series {
        Series::Headings => (0, 0),
        Series::Items => (425 + u32::from(level) * 425, 425),
    };
    format!(
        "<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"{start}\"/><w:numFmt w:val=\"{format}\"/>{look}<w:lvlText \
         w:val=\"{text}\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"{left}\" w:hanging=\"{hanging}\"/></w:pPr>{colour}</w:lvl>"
    )
}
