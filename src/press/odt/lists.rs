//! Lists: opened, gone on with and closed as items come, deeper ones within the item before them.

use std::collections::HashMap;

use super::text::escape;
use crate::prepare::ordinal::{Design, Figure, Ordinal, ordinal};

/// How deep OpenDocument's lists go.
const LEVELS: usize = 10;
const BULLETS: &str = "Bullets";

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Series {
    Headings,
    Items,
}

/// The lists of a document: their designs, and those that are open.
#[derive(Debug, Default)]
pub(super) struct Lists {
    designs: HashMap<(Series, Design), String>,
    order: Vec<(Series, Design)>,
    open: Vec<Open>,
}

#[derive(Debug)]
struct Open {
    style: String,
    last: Option<Ordinal>,
}

impl Lists {
    /// Begins an item; what comes next stands within it. Its number, where no list gives such a one, comes back: it is text.
    pub(super) fn item<'n>(&mut self, xml: &mut String, depth: u8, number: Option<&'n str>) -> Option<&'n str> {
        let depth = usize::from(depth).min(LEVELS - 1);
        self.close(xml, depth + 1);
        let before = self.open.get(depth).and_then(|open| open.last.as_ref());
        let of = number.and_then(|n| ordinal(n, before));
        let style = of.as_ref().map_or_else(|| BULLETS.to_owned(), |of| self.style(Series::Items, &of.design));
        if self.open.get(depth).is_some_and(|open| open.style != style) {
            self.close(xml, depth);
        }
        while self.open.len() < depth {
            xml.push_str(&format!("<text:list text:style-name=\"{BULLETS}\"><text:list-item>"));
            self.open.push(Open { style: BULLETS.to_owned(), last: None });
        }
        match self.open.get(depth) {
            Some(_) => xml.push_str("</text:list-item>"),
            None => {
                xml.push_str(&format!("<text:list text:style-name=\"{style}\">"));
                self.open.push(Open { style, last: None });
            }
        }
        let left = if of.is_none() { number } else { None };
        if let Some(open) = self.open.get_mut(depth) {
            let next = open.last.as_ref().map_or(1, |last| last.value + 1);
            match &of {
                Some(of) if of.value != next => {
                    xml.push_str(&format!("<text:list-item text:start-value=\"{}\">", of.value));
                }
                _ => xml.push_str("<text:list-item>"),
            }
            open.last = of;
        }
        left
    }

    /// Closes the lists that are deeper than so many.
    pub(super) fn close(&mut self, xml: &mut String, depth: usize) {
        while self.open.len() > depth {
            self.open.pop();
            xml.push_str("</text:list-item></text:list>");
        }
    }

    /// A heading, with its number as a list of its own; `None` where no list gives such a number.
    pub(super) fn heading(&mut self, number: &str) -> Option<(String, u32)> {
        let of = ordinal(number, None)?;
        Some((self.style(Series::Headings, &of.design), of.value))
    }

    fn style(&mut self, series: Series, design: &Design) -> String {
        let key = (series, design.clone());
        if let Some(name) = self.designs.get(&key) {
            return name.clone();
        }
        let name = format!("N{}", self.order.len() + 1);
        self.designs.insert(key.clone(), name.clone());
        self.order.push(key);
        name
    }

    /// The designs, as styles.
    pub(super) fn xml(&self) -> String {
        let mut out = list_style(BULLETS, |level| {
            let sign = if level % 2 == 1 { '\u{2022}' } else { '\u{2013}' };
            format!(
                "<text:list-level-style-bullet text:level=\"{level}\" text:bullet-char=\"{sign}\">{}</text:list-level-style-bullet>",
                place(level)
            )
        });
        for (n, (series, design)) in self.order.iter().enumerate() {
            let format = match design.figure {
                Figure::Decimal => "1",
                Figure::Lower => "a",
                Figure::Upper => "A",
                Figure::LowerRoman => "i",
                Figure::UpperRoman => "I",
            };
            let (prefix, suffix) = (escape(&design.prefix), escape(&design.suffix));
            out.push_str(&list_style(&format!("N{}", n + 1), |level| {
                let place = if *series == Series::Items { place(level) } else { beside() };
                format!(
                    "<text:list-level-style-number text:level=\"{level}\" style:num-prefix=\"{prefix}\" \
                     style:num-suffix=\"{suffix}\" style:num-format=\"{format}\" style:num-letter-sync=\"true\">{place}\
                     </text:list-level-style-number>"
                )
            }));
        }
        out
    }
}

fn list_style(name: &str, level: impl Fn(usize) -> String) -> String {
    let levels: String = (1..=LEVELS).map(level).collect();
    format!("<text:list-style style:name=\"{name}\">{levels}</text:list-style>")
}

/// The sign stands in front of the text, which is set in.
fn place(level: usize) -> String {
    let left = level * 75;
    format!(
        "<style:list-level-properties text:list-level-position-and-space-mode=\"label-alignment\"><style:list-level-label-alignment \
         text:label-followed-by=\"listtab\" text:list-tab-stop-position=\"{0}.{1:02}cm\" fo:text-indent=\"-0.75cm\" \
         fo:margin-left=\"{0}.{1:02}cm\"/></style:list-level-properties>",
        left / 100,
        left % 100
    )
}

/// The number stands in the line, a space before the text.
fn beside() -> String {
    "<style:list-level-properties text:list-level-position-and-space-mode=\"label-alignment\"><style:list-level-label-alignment \
     text:label-followed-by=\"space\" fo:text-indent=\"0cm\" fo:margin-left=\"0cm\"/></style:list-level-properties>"
        .to_owned()
}
