//! The sheet a reader writes on: blocks in reading order, their notes, their images. The rules that hold whatever the
//! format was stand here once.

use crate::anchors::Anchors;
use crate::error::ReadError;
use crate::images::{Images, NotKept};
use crate::labels;
use crate::model::{Block, BlockKind, Body, Cell, Source, Span, trim_spans};
use crate::own::Own;
use crate::reconcile::{Draft, Raw, close};
use crate::report::{NoteKind, Notes};
use crate::{limits, typed};
use std::collections::HashMap;

/// What has been read so far.
#[derive(Debug, Default)]
pub struct Sheet {
    /// The blocks.
    pub out: Vec<Draft>,
    /// What is to be told.
    pub notes: Notes,
    /// The images whose bytes are at hand.
    pub images: Images,
    /// What an export of ours added, which is left out.
    pub own: Own,
    /// The names of places that links lead to.
    pub anchors: Anchors,
    heading: u8,
    wanted: Vec<Wanted>,
}

/// An image that a block shows, and where in the file its bytes are.
#[derive(Debug)]
struct Wanted {
    block: usize,
    target: String,
}

/// An image as it is met in the text.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Its alternative text; empty when there is none.
    pub alt: String,
    /// Where its bytes are within the file; `None` when they are not in it.
    pub target: Option<String>,
}

impl Sheet {
    /// Where we are, for a note: the block that comes next.
    pub fn place(&self) -> String {
        format!("block:{}", self.out.len() + 1)
    }

    /// Adds a block of text, unless there is none; takes a typed number off its head.
    pub fn text(&mut self, mut spans: Vec<Span>, mut kind: BlockKind, number: Option<String>) {
        self.without_code(&mut spans);
        if kind != BlockKind::Code {
            trim_spans(&mut spans);
        }
        if spans.iter().all(|span| span.text.trim().is_empty()) {
            return;
        }
        let heading = matches!(kind, BlockKind::Heading { .. });
        let may_be_typed = heading || matches!(kind, BlockKind::Paragraph | BlockKind::ListItem { .. });
        let typed = if number.is_none() && may_be_typed { typed::take(&mut spans, heading) } else { None };
        let is_typed = typed.is_some();
        let number = number.and_then(|number| self.bounded(number));
        // An item whose number was typed is numbered, whatever sign the list would put before it.
        if let (BlockKind::ListItem { ordered, .. }, true) = (&mut kind, is_typed) {
            *ordered = true;
        }
        let block = Block { kind, body: Body::Text(spans), number: number.or(typed) };
        if let BlockKind::Heading { level } = kind {
            if level > self.heading + 1 {
                self.notes.add(NoteKind::HeadingSkipped, &self.place(), &block.text());
            }
            self.heading = level;
        }
        self.push(Draft { block, typed: is_typed });
    }

    /// An automatic number that a reader can read; a longer one is told, and left out.
    fn bounded(&mut self, number: String) -> Option<String> {
        let fits = number.chars().nth(limits::NUMBER).is_none();
        if !fits {
            self.notes.add(NoteKind::NumberDropped, &self.place(), &number);
        }
        Some(number).filter(|_| fits)
    }

    fn push(&mut self, draft: Draft) {
        self.anchors.stand(self.out.len());
        self.out.push(draft);
    }

    fn without_code(&mut self, spans: &mut Vec<Span>) {
        if self.own.take_code(spans) {
            self.notes.count(NoteKind::OwnCodesDropped);
        }
    }

    /// Tells of a cell that its list became lines.
    pub fn list_in_cell(&mut self, spans: &[Span]) {
        let text: String = spans.iter().map(|span| span.text.as_str()).collect();
        self.notes.add(NoteKind::ListInCell, &self.place(), &labels::typed(&text));
    }

    /// Adds a table, unless all its cells are empty. Says whether it did.
    pub fn table(&mut self, mut rows: Vec<Vec<Cell>>) -> bool {
        if rows.iter().flatten().all(|cell| cell.spans.is_empty()) {
            return false;
        }
        if guess_head(&mut rows) {
            self.notes.add(NoteKind::HeaderRowGuessed, &self.place(), "");
        }
        let block = Block { kind: BlockKind::Table, body: Body::Table { rows }, number: None };
        self.push(Draft { block, typed: false });
        true
    }

    /// Adds a footnote or endnote, unless it is empty.
    pub fn footnote(&mut self, mut spans: Vec<Span>, number: u32) {
        self.without_code(&mut spans);
        trim_spans(&mut spans);
        if !spans.is_empty() {
            let block = Block { kind: BlockKind::Footnote, body: Body::Text(spans), number: Some(number.to_string()) };
            self.push(Draft { block, typed: false });
        }
    }

    /// Adds an image. That it has no alternative text is told at its own place.
    pub fn figure(&mut self, picture: Picture) {
        let alt = crate::words::tidy(&picture.alt);
        if alt.is_empty() {
            self.notes.add(NoteKind::ImageWithoutAlt, &self.place(), picture.target.as_deref().unwrap_or_default());
        }
        if let Some(target) = picture.target {
            self.wanted.push(Wanted { block: self.out.len(), target });
        }
        let block = Block { kind: BlockKind::Figure, body: Body::Figure { alt, image: None }, number: None };
        self.push(Draft { block, typed: false });
    }

    /// Adds the images that stood within a cell or a note: they follow the block that held them.
    pub fn figures_moved(&mut self, pictures: Vec<Picture>) {
        for picture in pictures {
            self.notes.count(NoteKind::ImageMoved);
            self.figure(picture);
        }
    }

    /// Gets the bytes of the images that are shown. What cannot be kept is told; the figure stands without it.
    pub fn fetch(&mut self, mut bytes: impl FnMut(&str, u64) -> Result<Option<Vec<u8>>, ReadError>) {
        let mut known: HashMap<String, Result<String, NotKept>> = HashMap::new();
        for wanted in std::mem::take(&mut self.wanted) {
            let images = &mut self.images;
            let kept = known.entry(wanted.target.clone()).or_insert_with(|| {
                match bytes(&wanted.target, crate::limits::IMAGE) {
                    Ok(Some(bytes)) => images.keep(bytes),
                    Ok(None) => Err(NotKept::Missing),
                    Err(ReadError::TooLarge { .. }) => Err(NotKept::Large),
                    Err(_) => Err(NotKept::Missing),
                }
            });
            match kept {
                Ok(name) => {
                    let body = self.out.get_mut(wanted.block).map(|draft| &mut draft.block.body);
                    if let Some(Body::Figure { image, .. }) = body {
                        *image = Some(name.clone());
                    }
                }
                Err(why) => {
                    let place = format!("block:{}", wanted.block + 1);
                    self.notes.add(why.note(), &place, &wanted.target);
                }
            }
        }
    }

    /// Closes the reading: `raw` is the file as the independent count saw it.
    pub fn close(mut self, raw: &[Raw]) -> Source {
        let images = self.images.finish();
        self.anchors.lead(&mut self.out, &mut self.notes);
        let (blocks, report) = if self.own.is_known() {
            close(self.out, &self.own.without(raw), self.notes)
        } else {
            close(self.out, raw, self.notes)
        };
        Source { blocks, images, report }
    }
}

/// Without a marked header row, a first row that is all bold above one that is not is one.
fn guess_head(rows: &mut [Vec<Cell>]) -> bool {
    let bold = |cell: &Cell| cell.spans.iter().all(|span| span.bold || span.text.trim().is_empty());
    let marked = rows.iter().flatten().any(|cell| cell.header);
    let [first, second, ..] = rows else {
        return false;
    };
    let filled = first.iter().any(|cell| !cell.spans.is_empty());
    if marked || !filled || first.len() < 2 || !first.iter().all(bold) || second.iter().all(bold) {
        return false;
    }
    first.iter_mut().for_each(|cell| cell.header = true);
    true
}
