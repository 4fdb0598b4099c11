//! Automatic numbers: counted as Word counts them, given as text.

use super::styles::NumRef;
use crate::ordinal::{letters, roman};
use crate::report::{NoteKind, Notes};
use crate::xml::El;
use std::collections::HashMap;

/// As much of a level's text as is read: a number of nine levels with something between them.
const TEMPLATE: usize = 100;
/// Word's lists have nine levels.
const LEVELS: usize = 9;

/// All list definitions, and how far each has counted.
#[derive(Debug, Default)]
pub struct Numbering {
    lists: HashMap<String, List>,
    designs: HashMap<String, Vec<Level>>,
    counters: HashMap<String, [Option<u32>; LEVELS]>,
}

#[derive(Debug)]
struct List {
    design: String,
    /// Where a level starts again when this list is first used.
    restarts: HashMap<usize, u32>,
    overrides: HashMap<usize, Level>,
    used: [bool; LEVELS],
}

#[derive(Debug, Clone)]
struct Level {
    start: u32,
    format: String,
    text: String,
    style: Option<String>,
    plain_figures: bool,
}

/// What a numbered paragraph is.
#[derive(Debug, PartialEq, Eq)]
pub struct Item {
    /// 0 for the outermost level.
    pub depth: u8,
    /// Numbered rather than bulleted.
    pub ordered: bool,
    /// A bullet that shows nothing: a further paragraph of the item before.
    pub blank: bool,
    /// The number as it is read.
    pub number: Option<String>,
}

impl Numbering {
    /// Reads `numbering.xml`.
    pub fn read(top: El<'_>) -> Self {
        let mut all = Self::default();
        let mut links = HashMap::new();
        let mut named = HashMap::new();
        for element in top.child("numbering").iter().flat_map(|list| list.children()) {
            if element.name() == "abstractNum" {
                let Some(id) = element.attr("abstractNumId") else {
                    continue;
                };
                let value = |name: &str| element.child(name).and_then(|it| it.attr("val")).map(str::to_owned);
                if let Some(link) = value("numStyleLink") {
                    links.insert(id.to_owned(), link);
                }
                if let Some(name) = value("styleLink") {
                    named.insert(name, id.to_owned());
                }
                all.designs.insert(id.to_owned(), levels(element).into_iter().map(|(_, level)| level).collect());
            } else if element.name() == "num" {
                all.list(element);
            }
        }
        for list in all.lists.values_mut() {
            if let Some(design) = links.get(&list.design).and_then(|link| named.get(link)) {
                list.design.clone_from(design);
            }
        }
        all
    }

    fn list(&mut self, element: El<'_>) {
        let design = element.child("abstractNumId").and_then(|it| it.attr("val"));
        let (Some(id), Some(design)) = (element.attr("numId"), design) else {
            return;
        };
        let mut list = List {
            design: design.to_owned(),
            restarts: HashMap::new(),
            overrides: HashMap::new(),
            used: [false; LEVELS],
        };
        for change in element.children().filter(|child| child.name() == "lvlOverride") {
            let Some(at) = change.attr("ilvl").and_then(|at| at.parse::<usize>().ok()) else {
                continue;
            };
            if let Some(start) = change.child("startOverride").and_then(El::number) {
                list.restarts.insert(at, u32::try_from(start).unwrap_or(1));
            }
            list.overrides.extend(levels(change).into_iter().map(|(_, level)| (at, level)));
        }
        self.lists.insert(id.to_owned(), list);
    }

    /// Counts one more paragraph of a list; `None` when the reference leads nowhere.
    pub fn next(&mut self, reference: &NumRef, style: Option<&str>, notes: &mut Notes) -> Option<Item> {
        let list = self.lists.get_mut(reference.id.as_ref()?)?;
        let design = self.designs.get(&list.design)?;
        let at = reference
            .level
            .or_else(|| design.iter().position(|level| level.style.is_some() && level.style.as_deref() == style))
            .unwrap_or(0)
            .min(LEVELS - 1);
        let level_of = |at: usize| list.overrides.get(&at).or_else(|| design.get(at));
        let level = level_of(at)?.clone();
        let levels: Vec<Option<Level>> = (0..=at).map(|at| level_of(at).cloned()).collect();
        let counters = self.counters.entry(list.design.clone()).or_default();
        let first = list.used.get_mut(at).is_some_and(|used| !std::mem::replace(used, true));
        count(counters, &levels, at, list.restarts.get(&at).copied().filter(|_| first));
        let depth = u8::try_from(at).unwrap_or(u8::MAX);
        if level.format == "bullet" || level.format == "none" {
            let blank = level.text.trim().is_empty();
            return Some(Item { depth, ordered: false, blank, number: None });
        }
        let number = written(&level, &levels, counters, notes);
        let number = (!number.is_empty()).then_some(number);
        Some(Item { depth, ordered: true, blank: false, number })
    }
}

/// One more at this level; deeper levels begin again; levels above that never counted show their start.
fn count(counters: &mut [Option<u32>; LEVELS], levels: &[Option<Level>], at: usize, restart: Option<u32>) {
    let start = |at: usize| levels.get(at).and_then(Option::as_ref).map_or(1, |level| level.start);
    for (above, counter) in counters.iter_mut().enumerate().take(at) {
        counter.get_or_insert_with(|| start(above));
    }
    if let Some(counter) = counters.get_mut(at) {
        *counter = Some(match (restart, *counter) {
            (Some(restart), _) => restart,
            (None, Some(value)) => value.saturating_add(1),
            (None, None) => start(at),
        });
    }
    for counter in counters.iter_mut().skip(at + 1) {
        *counter = None;
    }
}

/// The level's text with its figures: "%1.%2)" becomes "2.1)".
fn written(level: &Level, levels: &[Option<Level>], counters: &[Option<u32>; LEVELS], notes: &mut Notes) -> String {
    let mut out = String::new();
    let mut chars = level.text.chars().peekable();
    while let Some(c) = chars.next() {
        let wanted = chars.peek().and_then(|next| next.to_digit(10)).filter(|digit| c == '%' && *digit > 0);
        let Some(digit) = wanted else {
            out.push(c);
            continue;
        };
        chars.next();
        let at = digit as usize - 1;
        let format = levels.get(at).and_then(Option::as_ref).map_or("decimal", |level| level.format.as_str());
        let format = if level.plain_figures { "decimal" } else { format };
        let value = counters.get(at).copied().flatten().unwrap_or(1);
        out.push_str(&figure(value, format, notes));
    }
    out.trim().to_owned()
}

fn figure(value: u32, format: &str, notes: &mut Notes) -> String {
    match format {
        "decimal" => value.to_string(),
        "decimalZero" => format!("{value:02}"),
        "ordinal" => format!("{value}º"),
        "lowerLetter" => letters(value),
        "upperLetter" => letters(value).to_uppercase(),
        "lowerRoman" => roman(value).to_lowercase(),
        "upperRoman" => roman(value),
        "none" | "bullet" => String::new(),
        _ => {
            notes.count(NoteKind::NumberingSimplified);
            value.to_string()
        }
    }
}

fn levels(parent: El<'_>) -> Vec<(usize, Level)> {
    let read = |element: El<'_>| {
        let value = |name: &str| element.child(name).and_then(|it| it.attr("val"));
        let level = Level {
            start: value("start").and_then(|start| start.parse().ok()).unwrap_or(1),
            format: value("numFmt").unwrap_or("decimal").to_owned(),
            text: value("lvlText").unwrap_or_default().chars().take(TEMPLATE).collect(),
            style: value("pStyle").map(str::to_owned),
            plain_figures: element.flag("isLgl").unwrap_or(false),
        };
        (element.attr("ilvl").and_then(|at| at.parse().ok()).unwrap_or(0), level)
    };
    let mut found: Vec<(usize, Level)> =
        parent.children().filter(|child| child.name() == "lvl").take(LEVELS).map(read).collect();
    found.sort_by_key(|(at, _)| *at);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_as_word_writes_them() {
        let mut notes = Notes::default();
        assert_eq!(figure(28, "lowerLetter", &mut notes), "bb");
        assert_eq!(figure(14, "upperRoman", &mut notes), "XIV");
        assert_eq!(figure(0, "lowerLetter", &mut notes), "0");
        assert_eq!(figure(3, "decimalZero", &mut notes), "03");
        assert_eq!(notes.finish(), vec![]);
    }
}
