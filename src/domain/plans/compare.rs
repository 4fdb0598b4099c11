//! What changed between two versions, passage by passage and word by word; and, where the words are the same, in the form.

use std::collections::HashMap;

use super::model::Passage;
use super::moves::moves;
use super::shape::{Facet, shape};
use super::typography::same_words;
use crate::id::PassageId;

/// What became of a passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangeKind {
    /// Nothing.
    Same,
    /// Its words are the same and it stands where it stood: its number is another. That comes about by itself wherever something
    /// was put in before.
    Renumbered,
    /// Its words are the same and it stands where it stood: its form is another.
    Reshaped,
    /// Its words changed.
    Edited,
    /// It stands elsewhere, with the same words.
    Moved,
    /// It stands elsewhere, with other words.
    MovedAndEdited,
    /// It was not there before.
    New,
    /// It is no longer there.
    Removed,
}

/// A passage in two versions.
#[derive(Debug, Clone)]
pub struct Change {
    /// What became of it.
    pub kind: ChangeKind,
    /// As it was.
    pub before: Option<Passage>,
    /// As it is.
    pub after: Option<Passage>,
    /// The code of the passage it stood after, where it moved and did not stand first.
    pub stood_after: Option<i32>,
    /// What is different about its form, also where its words or its place changed.
    pub form: Vec<Facet>,
    /// Said once, when it is compared: lists and counts ask it of each change again and again.
    typographic: bool,
}

impl Change {
    /// Its code.
    pub fn code(&self) -> Option<i32> {
        self.after.as_ref().or(self.before.as_ref()).and_then(|p| p.code)
    }

    /// Which passage.
    pub fn id(&self) -> Option<PassageId> {
        self.after.as_ref().or(self.before.as_ref()).and_then(|p| p.id)
    }

    /// Whether it stands elsewhere.
    pub fn moved(&self) -> bool {
        matches!(self.kind, ChangeKind::Moved | ChangeKind::MovedAndEdited)
    }

    /// Whether it is nothing but other quotation marks, dashes or spaces.
    pub fn only_typography(&self) -> bool {
        self.typographic
    }

    /// Whether it is one for whoever looks for what changed: neither typography nor numbers that shifted.
    pub fn counts(&self) -> bool {
        !matches!(self.kind, ChangeKind::Same | ChangeKind::Renumbered) && !self.typographic
    }

    /// Whether a reason is asked for where no request explains it: another form alone says nothing new, another picture or
    /// another address does.
    pub fn asks_why(&self) -> bool {
        self.counts() && (self.kind != ChangeKind::Reshaped || self.form.iter().any(Facet::replaces))
    }

    fn removed(before: &Passage) -> Self {
        let kind = ChangeKind::Removed;
        Self {
            kind,
            before: Some(before.clone()),
            after: None,
            stood_after: None,
            form: Vec::new(),
            typographic: false,
        }
    }

    /// The words taken out and put in, in reading order.
    pub fn redline(&self) -> Vec<reader::compare::Piece> {
        let text = |p: &Option<Passage>| p.as_ref().map(|p| p.text.clone()).unwrap_or_default();
        reader::compare::redline(&text(&self.before), &text(&self.after))
    }
}

/// Every passage of either version, in the order of the later one; removed ones after the passage they followed.
pub fn compare(before: &[Passage], after: &[Passage]) -> Vec<Change> {
    let was: HashMap<PassageId, &Passage> = before.iter().filter_map(|p| p.id.map(|id| (id, p))).collect();
    let is: HashMap<PassageId, &Passage> = after.iter().filter_map(|p| p.id.map(|id| (id, p))).collect();
    let codes = |of: &[Passage]| of.iter().filter_map(|p| p.code).collect::<Vec<i32>>();
    let moved = moves(&codes(before), &codes(after));
    let mut removed: HashMap<Option<PassageId>, Vec<&Passage>> = HashMap::new();
    let mut anchor = None;
    for p in before {
        match p.id.filter(|id| is.contains_key(id)) {
            Some(id) => anchor = Some(id),
            None => removed.entry(anchor).or_default().push(p),
        }
    }
    let mut gone = |after: &Option<PassageId>| removed.remove(after).into_iter().flatten().map(Change::removed);
    let mut changes: Vec<Change> = gone(&None).collect();
    for p in after {
        let old = p.id.and_then(|id| was.get(&id)).copied();
        let form = old.map(|old| shape(&old.block, &p.block)).unwrap_or_default();
        let formal = form.iter().any(|f| !f.renumbers());
        let stood = p.code.and_then(|code| moved.get(&code));
        let kind = match old {
            None => ChangeKind::New,
            Some(old) => match (stood.is_some(), old.text != p.text) {
                (true, true) => ChangeKind::MovedAndEdited,
                (true, false) => ChangeKind::Moved,
                (false, true) => ChangeKind::Edited,
                (false, false) if formal => ChangeKind::Reshaped,
                (false, false) if !form.is_empty() => ChangeKind::Renumbered,
                (false, false) => ChangeKind::Same,
            },
        };
        let stood_after = stood.copied().flatten();
        let light = kind == ChangeKind::Edited && !formal;
        let typographic = light && old.is_some_and(|old| same_words(&old.text, &p.text));
        changes.push(Change { kind, before: old.cloned(), after: Some(p.clone()), stood_after, form, typographic });
        changes.extend(gone(&p.id).filter(|_| p.id.is_some()));
    }
    changes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plans::model::{Matched, PassageKind};

    fn passage(id: i64, position: i32, text: &str) -> Passage {
        let span = reader::Span { text: text.to_owned(), ..reader::Span::default() };
        Passage {
            row: crate::id::RowId(id),
            id: Some(PassageId(id)),
            code: i32::try_from(id).ok(),
            position,
            kind: PassageKind::Paragraph,
            level: 0,
            number: String::new(),
            block: reader::Block {
                kind: reader::BlockKind::Paragraph,
                body: reader::Body::Text(vec![span]),
                number: None,
            },
            text: text.to_owned(),
            matched: Matched::Equal,
            likeness: 1000,
            confidence: 1000,
            revision: 1,
        }
    }

    #[test]
    fn each_passage_is_told_once() {
        let before = [passage(1, 1, "uno"), passage(2, 2, "due"), passage(3, 3, "tre"), passage(4, 4, "quattro")];
        let after =
            [passage(4, 1, "quattro"), passage(1, 2, "uno"), passage(2, 3, "due e mezzo"), passage(5, 4, "cinque")];
        let changes = compare(&before, &after);
        assert_eq!(changes[0].stood_after, Some(3));
        let told: Vec<_> = changes.iter().map(|c| (c.code(), c.kind)).collect();
        assert_eq!(
            told,
            vec![
                (Some(4), ChangeKind::Moved),
                (Some(1), ChangeKind::Same),
                (Some(2), ChangeKind::Edited),
                (Some(3), ChangeKind::Removed),
                (Some(5), ChangeKind::New),
            ]
        );
    }

    #[test]
    fn where_the_words_are_the_same_the_form_is_told() {
        let numbered = |id: i64, number: &str, level: u8| {
            let mut p = passage(id, i32::try_from(id).unwrap(), "titolo");
            p.block.kind = reader::BlockKind::Heading { level };
            p.block.number = Some(number.to_owned());
            p
        };
        let image = |id: i64, name: &str| {
            let mut p = passage(id, i32::try_from(id).unwrap(), "foto");
            p.block.body = reader::Body::Figure { alt: "foto".to_owned(), image: Some(name.to_owned()) };
            p
        };
        let quoted = |words: &str, level: u8| {
            let mut p = passage(4, 4, words);
            p.block.kind = reader::BlockKind::Heading { level };
            p
        };
        let before = [numbered(1, "3.1", 2), numbered(2, "3.2", 2), image(3, "a"), quoted("l'ente", 1)];
        let after = [numbered(1, "3.2", 2), numbered(2, "3.2.1", 3), image(3, "b"), quoted("l’ente", 1)];
        let told = |before: &[Passage], after: &[Passage]| -> Vec<(ChangeKind, bool, bool)> {
            compare(before, after).iter().map(|c| (c.kind, c.counts(), c.asks_why())).collect()
        };
        assert_eq!(
            told(&before, &after),
            [
                (ChangeKind::Renumbered, false, false),
                (ChangeKind::Reshaped, true, false),
                (ChangeKind::Reshaped, true, true),
                (ChangeKind::Edited, false, false),
            ]
        );
        let higher = compare(&[quoted("l'ente", 1)], &[quoted("l’ente", 2)]);
        assert!(!higher[0].only_typography() && higher[0].form.len() == 1, "quotation marks and a level");
        let elsewhere = [passage(9, 1, "nove"), numbered(1, "4", 2), numbered(2, "5", 2)];
        let moved = [numbered(1, "1", 3), numbered(2, "2", 2), passage(9, 3, "nove")];
        let kinds: Vec<_> = compare(&elsewhere, &moved).into_iter().map(|c| (c.kind, c.form.len())).collect();
        assert!(kinds.contains(&(ChangeKind::Moved, 0)) && kinds.contains(&(ChangeKind::Reshaped, 2)), "{kinds:?}");
    }
}
