//! Automatic numbers: counted as OpenDocument says (part 3, 5.3 and 19.880), given as text.

use crate::ordinal::{columns, letters, roman};
use crate::xml::El;
use std::collections::HashMap;

/// As much as is read of what stands around the figures of a number.
const TEMPLATE: usize = 100;
/// OpenDocument's lists have ten levels.
pub const LEVELS: usize = 10;

/// All list styles, and how far each list has counted.
#[derive(Debug, Default)]
pub struct Lists {
    designs: HashMap<String, Vec<Option<Level>>>,
    outline: Vec<Option<Level>>,
    runs: Vec<Run>,
    by_id: HashMap<String, usize>,
    last: HashMap<String, usize>,
}

/// How far one list has counted.
#[derive(Debug, Default)]
struct Run {
    counters: [Option<u32>; LEVELS],
}

#[derive(Debug, Clone)]
struct Level {
    bullet: bool,
    /// A bullet or number that shows nothing.
    blank: bool,
    format: String,
    sync: bool,
    prefix: String,
    suffix: String,
    /// How many levels the number shows.
    shown: usize,
    start: u32,
    /// "%1%.%2%)": what newer writers give beside prefix and suffix.
    template: Option<String>,
}

/// A list that is open.
#[derive(Debug, Clone, Default)]
pub struct Open {
    style: Option<String>,
    run: usize,
    /// 0 for the outermost.
    pub depth: usize,
    /// Another list goes on in it.
    goes_on: bool,
}

/// What a numbered paragraph is.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Item {
    /// Numbered rather than bulleted.
    pub ordered: bool,
    /// Shows nothing: the paragraph is one like others.
    pub blank: bool,
    /// The number as it is read.
    pub number: Option<String>,
}

impl Lists {
    /// Reads the list styles of a part.
    pub fn read(&mut self, part: El<'_>) {
        for list in ["styles", "automatic-styles"].iter().filter_map(|name| part.child(name)) {
            for element in list.children() {
                match (element.name(), element.attr("name")) {
                    ("outline-style", _) => self.outline = levels(element),
                    ("list-style", Some(name)) => {
                        self.designs.insert(name.to_owned(), levels(element));
                    }
                    _ => {}
                }
            }
        }
    }

    /// A list begins: on its own, or within another; `bare` says that nothing stands before it in the item it is in. That one is there for
    /// the depth alone: where its list goes on, so does this one.
    pub fn open(&mut self, element: El<'_>, within: Option<&Open>, bare: bool) -> Open {
        let own = element.attr("style-name").map(str::to_owned);
        let goes_on = element.attr("continue-numbering") == Some("true");
        if let Some(parent) = within {
            let depth = (parent.depth + 1).min(LEVELS - 1);
            let goes_on = goes_on || (bare && parent.goes_on);
            if let Some(counter) = self.runs.get_mut(parent.run).and_then(|run| run.counters.get_mut(depth)) {
                *counter = counter.filter(|_| goes_on);
            }
            return Open { style: own.or_else(|| parent.style.clone()), run: parent.run, depth, goes_on };
        }
        let named = element.attr("continue-list").and_then(|id| self.by_id.get(id)).copied();
        let key = own.clone().unwrap_or_default();
        let before = named.or_else(|| self.last.get(&key).copied().filter(|_| goes_on));
        let run = before.unwrap_or_else(|| {
            self.runs.push(Run::default());
            self.runs.len() - 1
        });
        if let Some(id) = element.attr("id") {
            self.by_id.insert(id.to_owned(), run);
        }
        self.last.insert(key, run);
        Open { style: own, run, depth: 0, goes_on: before.is_some() }
    }

    /// Counts one more item; `by_paragraph` is the list style of its paragraph's style, `start` where it asks to begin.
    pub fn item(&mut self, open: &Open, by_paragraph: Option<&str>, start: Option<u32>) -> Item {
        let design = open.style.as_deref().or(by_paragraph).and_then(|name| self.designs.get(name));
        let nothing = Vec::new();
        let levels = design.unwrap_or(&nothing);
        let Some(run) = self.runs.get_mut(open.run) else {
            return Item::default();
        };
        next(levels, &mut run.counters, open.depth, start)
    }

    /// Counts one more heading that stands in no list: by its style's list, or by the document's outline.
    pub fn heading(&mut self, level: u8, by_paragraph: Option<&str>, start: Option<u32>) -> Item {
        let key = by_paragraph.map_or_else(|| "\u{0}outline".to_owned(), |name| format!("\u{0}{name}"));
        let run = *self.last.entry(key).or_insert_with(|| {
            self.runs.push(Run::default());
            self.runs.len() - 1
        });
        let levels = by_paragraph.and_then(|name| self.designs.get(name)).unwrap_or(&self.outline);
        let Some(run) = self.runs.get_mut(run) else {
            return Item::default();
        };
        next(levels, &mut run.counters, usize::from(level).saturating_sub(1), start)
    }
}

/// One more at this level: deeper levels begin again; levels above that never counted show their start.
fn next(levels: &[Option<Level>], counters: &mut [Option<u32>; LEVELS], at: usize, start: Option<u32>) -> Item {
    let level_of = |at: usize| levels.get(at).and_then(Option::as_ref);
    let begin = |at: usize| level_of(at).map_or(1, |level| level.start);
    for (above, counter) in counters.iter_mut().enumerate().take(at) {
        counter.get_or_insert_with(|| begin(above));
    }
    if let Some(counter) = counters.get_mut(at) {
        *counter = Some(start.unwrap_or_else(|| counter.map_or_else(|| begin(at), |value| value.saturating_add(1))));
    }
    for counter in counters.iter_mut().skip(at + 1) {
        *counter = None;
    }
    match level_of(at) {
        None => Item::default(),
        Some(level) if level.bullet || level.blank => Item { ordered: false, blank: level.blank, number: None },
        Some(level) => {
            let number = written(level, levels, counters, at);
            Item { ordered: true, blank: false, number: Some(number).filter(|number| !number.is_empty()) }
        }
    }
}

fn written(level: &Level, levels: &[Option<Level>], counters: &[Option<u32>; LEVELS], at: usize) -> String {
    let figure = |at: usize| {
        let value = counters.get(at).copied().flatten().unwrap_or(1);
        levels.get(at).and_then(Option::as_ref).map_or_else(String::new, |level| level.figure(value))
    };
    if let Some(template) = &level.template {
        let mut out = String::new();
        for (n, part) in template.split('%').enumerate() {
            match part.parse::<usize>() {
                Ok(wanted @ 1..=LEVELS) if n % 2 == 1 => out.push_str(&figure(wanted - 1)),
                _ => out.push_str(part),
            }
        }
        return out.trim().to_owned();
    }
    let from = (at + 1).saturating_sub(level.shown.max(1));
    let figures: Vec<String> = (from..=at).map(figure).filter(|figure| !figure.is_empty()).collect();
    format!("{}{}{}", level.prefix, figures.join("."), level.suffix).trim().to_owned()
}

impl Level {
    fn read(element: El<'_>) -> Self {
        let value = |key: &str| element.attr(key).unwrap_or_default().chars().take(TEMPLATE).collect::<String>();
        let figure = |key: &str| element.attr(key).and_then(|value| value.parse::<u32>().ok());
        let bullet = element.name() != "list-level-style-number" && element.name() != "outline-level-style";
        let sign = value("bullet-char");
        let image = element.name() == "list-level-style-image";
        let format = value("num-format");
        Self {
            bullet,
            blank: if bullet { !image && sign.trim().is_empty() } else { format.is_empty() },
            format,
            sync: element.attr("num-letter-sync") == Some("true"),
            prefix: value("num-prefix"),
            suffix: value("num-suffix"),
            shown: figure("display-levels").and_then(|n| usize::try_from(n).ok()).unwrap_or(1),
            start: figure("start-value").unwrap_or(1),
            template: Some(value("num-list-format")).filter(|it| it.contains('%')),
        }
    }

    fn figure(&self, value: u32) -> String {
        let alphabet = if self.sync { letters } else { columns };
        match self.format.as_str() {
            "" => String::new(),
            "a" => alphabet(value),
            "A" => alphabet(value).to_uppercase(),
            "i" => roman(value).to_lowercase(),
            "I" => roman(value),
            _ => value.to_string(),
        }
    }
}

fn levels(design: El<'_>) -> Vec<Option<Level>> {
    let mut out: Vec<Option<Level>> = vec![None; LEVELS];
    for element in design.children() {
        let at = element.attr("level").and_then(|level| level.parse::<usize>().ok());
        if let Some(place) = at.and_then(|at| out.get_mut(at.checked_sub(1)?)) {
            *place = Some(Level::read(element));
        }
    }
    out
}
