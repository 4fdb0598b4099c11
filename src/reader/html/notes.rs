//! Footnotes and endnotes of a page: two anchors that lead to each other, each bearing a short mark. Word, LibreOffice and
//! pandoc all write them so, under different names.

use super::marks;
use crate::words::tidy;
use crate::xml::{El, TEXT};
use std::collections::HashMap;

/// Longest mark, in characters: a number or Roman figures in brackets, an arrow.
const MARK: usize = 8;

/// The notes of a page.
#[derive(Default)]
pub struct Notes<'t> {
    /// The anchor that cites, and the index of its note.
    citing: HashMap<usize, usize>,
    /// The anchors that lead back, whose marks are no text.
    back: HashMap<usize, usize>,
    list: Vec<Note<'t>>,
    /// What holds a note, and is not read where it stands.
    held: HashMap<usize, usize>,
}

/// One note.
struct Note<'t> {
    end: bool,
    container: Option<El<'t>>,
    given: bool,
}

struct Anchor<'t> {
    element: El<'t>,
    names: Vec<&'t str>,
    leads: &'t str,
}

impl<'t> Notes<'t> {
    /// Finds the notes of a page.
    pub fn find(body: El<'t>) -> Self {
        let mut anchors = Vec::new();
        collect(body, None, &mut anchors);
        let mut by_name: HashMap<&str, usize> = HashMap::new();
        for (at, anchor) in anchors.iter().enumerate() {
            for name in &anchor.names {
                by_name.entry(name).or_insert(at);
            }
        }
        let mut notes = Self::default();
        for (at, anchor) in anchors.iter().enumerate() {
            let Some((other, back)) = by_name.get(anchor.leads).and_then(|other| Some((*other, anchors.get(*other)?)))
            else {
                continue;
            };
            if other > at && anchor.names.contains(&back.leads) && !notes.back.contains_key(&back.element.key()) {
                let index = notes.list.len();
                notes.citing.insert(anchor.element.key(), index);
                notes.back.insert(back.element.key(), index);
                let end = anchor.leads.contains("edn") || anchor.leads.contains("endnote");
                notes.list.push(Note { end, container: None, given: false });
            }
        }
        if !notes.list.is_empty() {
            notes.contain(body);
        }
        notes
    }

    /// What holds a note is the largest part of the page with that one anchor in it. Says how many anchors stand below.
    fn contain(&mut self, element: El<'t>) -> (usize, Option<usize>) {
        let (mut count, mut only) = (0, None);
        let mut below = Vec::new();
        for child in element.children() {
            let (more, note) = self.contain(child);
            count += more;
            if let (1, Some(note)) = (more, note) {
                only = Some(note);
                below.push((child, note));
            }
        }
        let own = self.citing.contains_key(&element.key());
        if let Some(note) = self.back.get(&element.key()) {
            return (count + 1, Some(*note));
        }
        count += usize::from(own);
        if count > 1 || own || element.name() == "body" {
            for (child, note) in below {
                self.held.insert(child.key(), note);
                if let Some(note) = self.list.get_mut(note) {
                    note.container = Some(child);
                }
            }
            only = None;
        }
        (count, only)
    }

    /// The note an element cites, which is to be read now: whether it is an endnote, and what holds it. `None` for any
    /// element that cites none; `Some(None)` for one that cites a note a second time.
    pub fn cited(&mut self, element: El<'t>) -> Option<Option<(bool, El<'t>)>> {
        let note = self.list.get_mut(*self.citing.get(&element.key())?)?;
        if std::mem::replace(&mut note.given, true) {
            return Some(None);
        }
        Some(note.container.map(|container| (note.end, container)))
    }

    /// Whether an element holds a note.
    pub fn holds(&self, element: El<'_>) -> bool {
        self.held.contains_key(&element.key())
    }

    /// Whether an element is the mark at a note's head or end.
    pub fn leads_back(&self, element: El<'_>) -> bool {
        self.back.contains_key(&element.key())
    }
}

/// The anchors that may belong to a note, with the names under which they are found: their own and that of the list item
/// or block they stand in (pandoc names the item).
fn collect<'t>(element: El<'t>, item: Option<&'t str>, out: &mut Vec<Anchor<'t>>) {
    if marks::apart(element).is_some() {
        return;
    }
    let own = element.attr("id");
    let item = if matches!(element.name(), "li" | "aside") { own.or(item) } else { item };
    if element.name() == "a"
        && let Some(leads) = element.attr("href").and_then(|href| href.strip_prefix('#')).filter(|it| !it.is_empty())
        && is_mark(element)
    {
        let names = [own, element.attr("name"), item].into_iter().flatten().collect();
        out.push(Anchor { element, names, leads });
    }
    for child in element.children() {
        collect(child, item, out);
    }
}

fn is_mark(element: El<'_>) -> bool {
    let mut text = String::new();
    for piece in element.descendants().filter(|it| it.name() == TEXT) {
        text.push_str(piece.text());
        if text.len() > 100 {
            return false;
        }
    }
    let text = tidy(&text);
    !text.is_empty() && text.chars().count() <= MARK
}
