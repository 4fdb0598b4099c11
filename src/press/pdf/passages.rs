//! Passages as the template reads them: lists built of their items, headings without gaps, notes beside what they belong to.

use serde_json::{Value, json};

use crate::{
    model::{Block, Span},
    passage::{Passage, PassageBody, PassageCode, Role},
    prepare::{
        grid::{Slot, grid},
        passages::{Hosted, widths},
        picture,
    },
};

/// The deepest list that is set as one; what is deeper is raised to its level.
const DEEPEST: u8 = 5;
/// A longer heading is a paragraph that somebody marked as a heading: no table of contents holds it.
const LONG_HEADING: usize = 1_000;
/// A longer note stands in the text: no foot of a page holds it.
const LONG_NOTE: usize = 1_500;
/// Height of the tallest picture, in millimetres, and the width of the text.
const PICTURE: (u32, u32) = (158, 180);

/// What is known from passage to passage.
#[derive(Default)]
pub(super) struct Passages {
    above: Vec<u8>,
    /// The names under which the template finds the pictures, in the order in which they are met.
    pub(super) pictures: usize,
    /// How many headings there were.
    pub(super) headings: usize,
}

/// Stretches of blocks that are set together: the items of a list, or one block.
pub(super) fn stretches<'h, 'd>(hosted: &'h [Hosted<'d>]) -> impl Iterator<Item = &'h [Hosted<'d>]> {
    hosted.chunk_by(|a, b| depth(a).is_some() && depth(b).is_some())
}

fn depth(hosted: &Hosted<'_>) -> Option<u8> {
    match hosted.block {
        Block::Passage(Passage { body: PassageBody::Text { role: Role::Item { depth, .. }, .. }, .. }) => {
            Some((*depth).min(DEEPEST))
        }
        _ => None,
    }
}

impl Passages {
    /// The passages of a stretch; nothing when it is of other blocks.
    pub(super) fn fit(&mut self, stretch: &[Hosted<'_>]) -> Vec<Value> {
        let [first, ..] = stretch else { return Vec::new() };
        let Block::Passage(passage) = first.block else { return Vec::new() };
        if depth(first).is_some() {
            return lists(stretch).into_iter().map(|list| json!({"kind": "p-list", "list": list})).collect();
        }
        let (short, long) = notes(&first.notes);
        let base = |kind: &str| {
            let mut value = head(passage);
            if let Value::Object(map) = &mut value {
                map.insert("kind".into(), json!(kind));
                map.insert("notes".into(), json!(short));
            }
            value
        };
        // What has no words to hang a note on has its notes under it.
        let mut below: Vec<Value> = Vec::new();
        let mut out = match &passage.body {
            PassageBody::Text { role: Role::Heading(level), spans } => {
                let text = passage.heading().unwrap_or_default().1;
                if text.chars().count() > LONG_HEADING {
                    let place = ("place", json!(passage.anchor));
                    with(base("p-text"), &[("role", json!("text")), ("spans", json!(bold(spans))), place])
                } else {
                    below.extend(short.iter().cloned());
                    self.headings += 1;
                    let rank = self.rank(*level);
                    with(
                        base("p-heading"),
                        &[("level", json!(rank)), ("anchor", json!(passage.anchor)), ("text", json!(text))],
                    )
                }
            }
            PassageBody::Text { role, spans } => with(
                base("p-text"),
                &[("role", json!(name(*role))), ("number", json!(passage.number)), ("spans", json!(spans))],
            ),
            PassageBody::Picture { alt, picture } => {
                below.extend(short.iter().cloned());
                let file = picture.as_ref().filter(|p| picture::kind(&p.bytes).is_some()).map(|p| {
                    self.pictures += 1;
                    let (wide, _) = picture::within(&p.bytes, 254, PICTURE.0 * 10, PICTURE.1 * 10);
                    (file(self.pictures - 1, &p.bytes), wide)
                });
                let words =
                    if alt.is_empty() { passage.code.as_ref().map_or("\u{2014}", |c| c.text.as_str()) } else { alt };
                let (file, wide) = file.unzip();
                with(base("p-picture"), &[("alt", json!(words)), ("file", json!(file)), ("wide", json!(wide))])
            }
            PassageBody::Table(rows) => {
                below.extend(short.iter().cloned());
                let grid = grid(rows);
                let cells: Vec<Vec<Value>> = grid.rows.iter().map(|r| r.iter().filter_map(slot).collect()).collect();
                with(
                    base("p-table"),
                    &[("widths", json!(widths(&grid))), ("head", json!(grid.head)), ("rows", json!(cells))],
                )
            }
        };
        if let (Value::Object(map), false) = (&mut out, below.is_empty()) {
            map.insert("notes".into(), json!([]));
        }
        let note = |n: &Value| json!({"kind": "p-note", "note": n});
        std::iter::once(out).chain(below.iter().chain(&long).map(note)).collect()
    }

    /// The rank of a heading: no rank is skipped, whatever the levels.
    fn rank(&mut self, level: u8) -> usize {
        while self.above.last().is_some_and(|above| *above >= level) {
            self.above.pop();
        }
        self.above.push(level);
        self.above.len().min(5)
    }
}

/// The name of a picture's file in the template's world.
pub(super) fn file(n: usize, bytes: &[u8]) -> String {
    format!("p{n}.{}", picture::kind(bytes).map_or("bin", |kind| kind.0))
}

/// The pictures of a document, under the names that [`Passages::fit`] gives them.
pub(super) fn pictures(blocks: &[Block]) -> Vec<(String, std::sync::Arc<Vec<u8>>)> {
    let shown = blocks.iter().filter_map(|b| match b {
        Block::Passage(Passage { body: PassageBody::Picture { picture: Some(picture), .. }, .. }) => {
            picture::kind(&picture.bytes).map(|_| picture.bytes.clone())
        }
        _ => None,
    });
    shown.enumerate().map(|(n, bytes)| (file(n, &bytes), bytes)).collect()
}

fn with(mut value: Value, more: &[(&str, Value)]) -> Value {
    if let Value::Object(map) = &mut value {
        map.extend(more.iter().map(|(key, v)| ((*key).to_owned(), v.clone())));
    }
    value
}

fn head(passage: &Passage) -> Value {
    let code = passage.code.as_ref();
    let link = code.map(|c| c.link.as_str()).filter(|l| !l.is_empty());
    // A heading is a place by itself.
    let place = passage.anchor.as_ref().filter(|_| passage.heading().is_none());
    json!({"code": code.map(|c: &PassageCode| &c.text), "link": link, "number": Value::Null, "place": place})
}

fn bold(spans: &[Span]) -> Vec<Span> {
    spans.iter().map(|s| Span { bold: true, ..s.clone() }).collect()
}

const fn name(role: Role) -> &'static str {
    match role {
        Role::Quote => "quote",
        Role::Code => "code",
        Role::Caption => "caption",
        Role::Footnote => "note",
        Role::Heading(_) | Role::Text | Role::Item { .. } => "text",
    }
}

/// Notes for the foot of the page, and those too long for it.
fn notes(of: &[&Passage]) -> (Vec<Value>, Vec<Value>) {
    let note = |passage: &&Passage| {
        let PassageBody::Text { spans, .. } = &passage.body else { return (Value::Null, 0) };
        let number = passage.number.clone().unwrap_or_else(|| "*".to_owned());
        let letters = spans.iter().map(|s| s.text.len()).sum();
        (with(head(passage), &[("number", json!(number)), ("spans", json!(spans))]), letters)
    };
    let (long, short): (Vec<_>, Vec<_>) = of.iter().map(note).partition(|n| n.1 > LONG_NOTE);
    let values = |list: Vec<(Value, usize)>| list.into_iter().map(|n| n.0).collect();
    (values(short), values(long))
}

/// A run of items: a list for each stretch of one kind, deeper items within the item they follow.
fn lists(run: &[Hosted<'_>]) -> Vec<Value> {
    let Some(least) = run.first().and_then(depth) else { return Vec::new() };
    let entries: Vec<&[Hosted<'_>]> = run.chunk_by(|_, b| depth(b) > Some(least)).collect();
    let ordered = |entry: &&[Hosted<'_>]| matches!(entry[0].block, Block::Passage(p) if p.number.is_some());
    let list = |entries: &[&[Hosted<'_>]]| {
        let items: Vec<Value> = entries.iter().map(|entry| item(entry)).collect();
        json!({"ordered": ordered(&entries[0]), "items": items})
    };
    entries.chunk_by(|a, b| ordered(a) == ordered(b)).map(list).collect()
}

fn item(entry: &[Hosted<'_>]) -> Value {
    let Some(Hosted { block: Block::Passage(passage), notes: of }) = entry.first() else { return Value::Null };
    let PassageBody::Text { spans, .. } = &passage.body else { return Value::Null };
    let (mut short, long) = notes(of);
    short.extend(long);
    with(
        head(passage),
        &[
            ("number", json!(passage.number)),
            ("spans", json!(spans)),
            ("notes", json!(short)),
            ("lists", json!(lists(&entry[1..]))),
        ],
    )
}

fn slot(slot: &Slot<'_>) -> Option<Value> {
    match slot {
        Slot::Cell { cell, columns, rows } => Some(json!({"spans": cell.spans, "columns": columns, "rows": rows})),
        Slot::Below(_) => None,
        Slot::Empty => Some(json!({"spans": [], "columns": 1, "rows": 1})),
    }
}
