//! Links and references to a place within the document: the names that places have, and the block each link is led to.
//!
//! While reading, such a link is `#name`. Read, it is `#block:12`: the twelfth block. One that leads nowhere keeps its words only.

use crate::model::{Block, BlockKind, Span, push_span};
use crate::reconcile::Draft;
use crate::report::{NoteKind, Notes};
use std::collections::HashMap;

/// Before the number of a block, from 1, in a link that was led.
const BLOCK: &str = "#block:";
/// A longer name, in bytes, is nobody's.
const LONGEST: usize = 1_000;
/// Links that lead nowhere are told one by one up to so many; of the others, how many.
const TOLD: usize = 500;

/// The names of places, as they are met.
#[derive(Debug, Default)]
pub struct Anchors {
    /// Names of the block that is being read.
    waiting: Vec<String>,
    known: HashMap<String, usize>,
    /// Several blocks are being read that will be one.
    pub held: bool,
    /// Headings are also found by the names that Markdown's readers give them.
    pub by_title: bool,
}

/// The block a link leads to, from 0, if it was led within its document.
#[must_use]
pub fn led(link: &str) -> Option<usize> {
    link.strip_prefix(BLOCK)?.parse::<usize>().ok()?.checked_sub(1)
}

/// The link to a block, from 0.
#[must_use]
pub fn leading(block: usize) -> String {
    format!("{BLOCK}{}", block + 1)
}

impl Anchors {
    /// A name stands here: of the block that comes next.
    pub fn name(&mut self, name: &str) {
        let name = name.trim();
        if !name.is_empty() && name.len() <= LONGEST {
            self.waiting.push(name.to_owned());
        }
    }

    /// A block was added: it has the names that were met. The first of two places with one name counts.
    pub fn stand(&mut self, block: usize) {
        if !self.held {
            for name in self.waiting.drain(..) {
                self.known.entry(name).or_insert(block);
            }
        }
    }

    /// Takes the names met so far out of the way of what is read in between.
    pub fn take(&mut self) -> Vec<String> {
        std::mem::take(&mut self.waiting)
    }

    /// Puts names back before the block that has them.
    pub fn put(&mut self, names: Vec<String>) {
        self.waiting.extend(names);
    }

    /// Leads every link to its block, and tells of those that lead nowhere.
    pub fn lead(mut self, out: &mut [Draft], notes: &mut Notes) {
        if !out.iter().any(|draft| draft.block.spans().any(|span| within(span).is_some())) {
            return;
        }
        self.held = false;
        self.stand(out.len().saturating_sub(1));
        let titles = Titles::of(out, self.by_title);
        let mut told = 0;
        for (at, draft) in out.iter_mut().enumerate() {
            for spans in draft.block.texts_mut() {
                self.lead_spans(spans, &titles, |words| match words {
                    None => notes.count(NoteKind::InnerLinkLed),
                    Some(_) if told == TOLD => notes.count(NoteKind::InnerLinkLost),
                    Some(words) => {
                        told += 1;
                        notes.add(NoteKind::InnerLinkLost, &format!("block:{}", at + 1), &words);
                    }
                });
            }
        }
    }

    /// Leads the links of a text; `tell` hears of each, and the words and name of one that leads nowhere.
    fn lead_spans(&self, spans: &mut Vec<Span>, titles: &Titles, mut tell: impl FnMut(Option<String>)) {
        let read = std::mem::take(spans);
        // A link whose words look different here and there is one link.
        for run in read.chunk_by(|a, b| within(a).is_some() && a.link == b.link) {
            let name = run.first().and_then(within);
            let block = name.and_then(|name| self.find(name, titles));
            if let Some(name) = name {
                let words = || run.iter().map(|span| span.text.as_str()).collect::<String>();
                tell(block.is_none().then(|| format!("{} (#{name})", words().trim())));
            }
            for span in run {
                let link = match name {
                    Some(_) => block.map(leading),
                    None => span.link.clone(),
                };
                push_span(spans, Span { link, ..span.clone() });
            }
        }
    }

    fn find(&self, name: &str, titles: &Titles) -> Option<usize> {
        let find = |name: &str| self.known.get(name).copied().or_else(|| titles.find(name));
        find(name).or_else(|| find(&decoded(name)?))
    }
}

/// The name of a place within the document, where a stretch leads to one.
fn within(span: &Span) -> Option<&str> {
    span.link.as_deref()?.strip_prefix('#')
}

/// Headings by their text.
#[derive(Default)]
struct Titles {
    /// As LibreOffice names them, "1.2.Titolo|outline": letters and figures only, with the number and without.
    outline: HashMap<String, usize>,
    /// As GitHub does, "12-titolo".
    slugs: HashMap<String, usize>,
}

impl Titles {
    fn of(out: &[Draft], slugs: bool) -> Self {
        let mut titles = Self::default();
        let mut given: HashMap<String, usize> = HashMap::new();
        let heading = |block: &Block| matches!(block.kind, BlockKind::Heading { .. });
        for (at, draft) in out.iter().enumerate().filter(|(_, draft)| heading(&draft.block)) {
            let text = draft.block.text();
            let number = draft.block.number.as_deref().unwrap_or_default();
            for name in [letters(&format!("{number}{text}")), letters(&text)] {
                titles.outline.entry(name).or_insert(at);
            }
            if slugs {
                let whole = if draft.typed { format!("{number} {text}") } else { text };
                let slug = slug(&whole);
                let count = given.entry(slug.clone()).or_default();
                let name = if *count == 0 { slug } else { format!("{slug}-{count}") };
                *count += 1;
                titles.slugs.entry(name).or_insert(at);
            }
        }
        titles
    }

    fn find(&self, name: &str) -> Option<usize> {
        match name.strip_suffix("|outline") {
            Some(title) => self.outline.get(&letters(title)).copied(),
            None => self.slugs.get(&name.to_lowercase()).copied(),
        }
    }
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The name GitHub and others give a heading.
fn slug(text: &str) -> String {
    let kept = text.trim().chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    kept.map(|c| if c == ' ' { '-' } else { c }).flat_map(char::to_lowercase).collect()
}

/// A name with its percent signs read; none where there are none, or they say no text.
fn decoded(name: &str) -> Option<String> {
    if !name.contains('%') {
        return None;
    }
    let bytes = name.as_bytes();
    let (mut out, mut at) = (Vec::with_capacity(bytes.len()), 0);
    while let Some(byte) = bytes.get(at) {
        let hex = name.get(at + 1..at + 3).and_then(|hex| u8::from_str_radix(hex, 16).ok());
        match hex.filter(|_| *byte == b'%') {
            Some(value) => {
                out.push(value);
                at += 3;
            }
            None => {
                out.push(*byte);
                at += 1;
            }
        }
    }
    String::from_utf8(out).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Body;

    fn draft(kind: BlockKind, number: Option<&str>, spans: &[(&str, Option<&str>)]) -> Draft {
        let span = |(text, link): &(&str, Option<&str>)| Span {
            text: (*text).into(),
            link: link.map(str::to_owned),
            ..Span::default()
        };
        let body = Body::Text(spans.iter().map(span).collect());
        Draft { block: Block { kind, body, number: number.map(str::to_owned) }, typed: number.is_some() }
    }

    #[test]
    fn each_link_is_led_or_told() {
        let heading = BlockKind::Heading { level: 1 };
        let table = [
            ("#costi", Some(0)),
            ("#12-i-costi", Some(1)),
            ("#12-I-Costi", Some(1)),
            ("#12-i-costi-1", Some(2)),
            ("#1.2.I%20costi|outline", Some(1)),
            ("#I costi|outline", Some(1)),
            ("#in%20fondo", Some(3)),
            ("#altrove", None),
            ("#100%", None),
            ("#", None),
        ];
        for (link, block) in table {
            let mut out = vec![
                draft(BlockKind::Paragraph, None, &[("uno", None)]),
                draft(heading, Some("1.2."), &[("I costi", None)]),
                draft(heading, Some("1.2."), &[("I costi", None)]),
                draft(BlockKind::Paragraph, None, &[("si veda ", None), ("la ", Some(link)), ("spesa", Some(link))]),
            ];
            let mut anchors = Anchors { by_title: true, ..Anchors::default() };
            anchors.name("costi");
            anchors.stand(0);
            anchors.name("costi");
            anchors.stand(2);
            anchors.name("in fondo");
            let mut notes = Notes::default();
            anchors.lead(&mut out, &mut notes);
            let links: Vec<_> = out[3].block.spans().map(|span| span.link.as_deref().and_then(led)).collect();
            let notes = notes.finish();
            match block {
                Some(block) => {
                    assert_eq!(links, [None, Some(block)], "{link}");
                    assert_eq!((notes[0].what, notes[0].detail.as_str()), (NoteKind::InnerLinkLed, "1"), "{link}");
                }
                None => {
                    assert_eq!(out[3].block.text(), "si veda la spesa");
                    assert_eq!(links, [None], "{link}");
                    let told = format!("la spesa ({link})");
                    assert_eq!((notes[0].place.as_str(), notes[0].detail.as_str()), ("block:4", told.as_str()));
                }
            }
        }
    }

    #[test]
    fn only_a_led_link_names_a_block() {
        for (link, block) in
            [("#block:1", Some(0)), ("#block:0", None), ("#block:", None), ("#block:x", None), ("block:1", None)]
        {
            assert_eq!(led(link), block, "{link}");
        }
    }
}
