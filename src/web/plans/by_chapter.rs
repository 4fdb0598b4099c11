//! The chapters of two versions that are compared. A chapter is its heading's passage, whatever the heading says in either version.

use std::collections::{HashMap, HashSet};

use domain::plans::{self, Change, ChangeKind, Passage};

use super::read::title;

/// The heading that begins a chapter, by its code; none stands for what comes before the chapters.
pub type Key = Option<i32>;

/// In which chapter each passage of either version stands.
#[derive(Debug, Default)]
pub struct Chapters {
    of: HashMap<i32, Key>,
    names: HashMap<i32, String>,
    /// Those of the later version in reading order, then those that only the earlier one has.
    order: Vec<Key>,
}

impl Chapters {
    /// Reads both; of a passage that lives in both, the later version's chapter counts.
    pub fn of(before: &[Passage], after: &[Passage]) -> Self {
        let mut found = Self { order: vec![None], ..Self::default() };
        for list in [after, before] {
            let level = plans::chapter_level(list).unwrap_or(0);
            let mut chapter = None;
            for (p, code) in list.iter().filter_map(|p| Some((p, p.code?))) {
                if p.kind == plans::PassageKind::Heading && p.level <= level {
                    chapter = Some(code);
                    found.names.entry(code).or_insert_with(|| title(p));
                    if !found.order.contains(&chapter) {
                        found.order.push(chapter);
                    }
                }
                found.of.entry(code).or_insert(chapter);
            }
        }
        found
    }

    /// The chapter a change is in.
    pub fn key(&self, of: &Change) -> Key {
        of.code().and_then(|code| self.of.get(&code)).copied().flatten()
    }

    /// What the chapter's heading says; nothing for what comes before the chapters.
    pub fn name(&self, key: Key) -> &str {
        key.and_then(|code| self.names.get(&code)).map(String::as_str).unwrap_or_default()
    }

    /// The chapters in which something changed.
    pub fn changed(&self, changes: &[Change]) -> Vec<Key> {
        let some: HashSet<Key> = changes.iter().filter(|c| c.kind != ChangeKind::Same).map(|c| self.key(c)).collect();
        self.order.iter().copied().filter(|key| some.contains(key)).collect()
    }
}
