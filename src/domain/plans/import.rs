//! A document becomes a draft: outside the transaction the blocks are aligned with the passages of the version before,
//! which may take a second on a long plan; inside it they are written down.

use std::collections::HashMap;

use reader::align::{Alignment, Fate, Kind, Match, OldPassage, Origin};
use reader::{Block, BlockKind, Source};

use super::model::{Candidate, Matched, Passage, PassageKind};
use super::{inner, pictures, store};
use crate::Result;
use crate::clock::Instant;
use crate::db::Conn;
use crate::id::{PassageId, ProcessId, VersionId};

/// A document aligned with the version before it, ready to be kept.
#[derive(Debug, Clone)]
pub struct Prepared {
    /// The published version it was aligned with; none for the first.
    pub base: Option<VersionId>,
    /// The draft it takes the place of, as it was imported: what was decided there, and the codes it gave, are kept.
    pub replaces: Option<(VersionId, Instant)>,
    /// What the reader said.
    pub report: reader::ImportReport,
    /// The blocks, each with what it continues.
    pub placed: Vec<Placed>,
    /// Where the passages went that no block seems to continue.
    pub fates: Vec<Gone>,
    /// The pictures its figures show.
    pub images: Vec<reader::Image>,
}

/// A passage of the version before that no block seems to continue.
#[derive(Debug, Clone)]
pub struct Gone {
    /// Which one.
    pub passage: PassageId,
    /// The block that has its matter, by place from 0.
    pub into: Option<usize>,
    /// In thousandths.
    pub confidence: i32,
    /// If not, a person is to say.
    pub sure: bool,
}

/// A block, and what it continues.
#[derive(Debug, Clone)]
pub struct Placed {
    /// The block.
    pub block: Block,
    /// How it came to its passage.
    pub matched: Matched,
    /// The passage it continues.
    pub passage: Option<PassageId>,
    /// In thousandths.
    pub likeness: i32,
    /// What it may continue, where a person is to say.
    pub candidates: Vec<Candidate>,
    /// The passages it was parted from.
    pub parted: Vec<PassageId>,
    /// How certain that, or what it continues, is: in thousandths.
    pub confidence: i32,
    /// Whether it is sure to be such a part.
    pub sure: bool,
}

/// Aligns a document with the newest published version of a process, and with the draft it takes the place of.
///
/// # Errors
/// The database's.
pub fn prepare(conn: &mut Conn, process: ProcessId, source: Source) -> Result<Prepared> {
    let base = store::newest_published(conn, process)?;
    let old = match &base {
        Some(version) => store::passages(conn, version.id)?,
        None => Vec::new(),
    };
    let draft = store::draft(conn, process)?;
    let drafted = match &draft {
        Some(draft) => store::passages(conn, draft.id)?,
        None => Vec::new(),
    };
    let mut blocks = with_words(source.blocks);
    pictures::remember(&mut blocks, &pictures::words(old.iter().chain(&drafted)));
    let (mut placed, fates) =
        if old.is_empty() { (blocks.into_iter().map(Placed::new).collect(), Vec::new()) } else { place(&old, blocks) };
    if base.is_some() {
        super::again::carry(&mut placed, &drafted);
    }
    let replaces = draft.map(|d| (d.id, d.imported_at));
    Ok(Prepared { base: base.map(|v| v.id), replaces, report: source.report, placed, fates, images: source.images })
}

/// The blocks that are passages: those with words. An image without alternative text is a passage without words: it is kept, and pointed
/// out until somebody writes them. What led to a block that is none leads to the next.
fn with_words(blocks: Vec<Block>) -> Vec<Block> {
    let mut kept = 0;
    let places: Vec<(bool, usize)> = blocks
        .iter()
        .map(|block| {
            let passage = matches!(block.kind, BlockKind::Figure) || !block.text().is_empty();
            let place = kept;
            kept += usize::from(passage);
            (passage, place)
        })
        .collect();
    let lead = |link: &str| {
        let (_, place) = places.get(reader::led(link)?)?;
        (kept > 0).then(|| reader::leading((*place).min(kept - 1)))
    };
    let passages = blocks.into_iter().zip(&places).filter(|(_, (passage, _))| *passage);
    passages
        .map(|(mut block, _)| {
            inner::relink(&mut block, lead);
            block
        })
        .collect()
}

impl Placed {
    /// One that continues nothing.
    pub fn new(block: Block) -> Self {
        let (passage, candidates, parted) = (None, Vec::new(), Vec::new());
        Self { block, matched: Matched::New, passage, likeness: 0, candidates, parted, confidence: 1000, sure: true }
    }
}

fn place(old: &[Passage], blocks: Vec<Block>) -> (Vec<Placed>, Vec<Gone>) {
    let by_code: HashMap<String, &Passage> = old.iter().filter_map(|p| Some((p.code?.to_string(), p))).collect();
    let both = &pictures::names(old.iter().map(|p| &p.block)) & &pictures::names(blocks.iter());
    let known: Vec<OldPassage> = old
        .iter()
        .filter_map(|p| {
            let (kind, number, text) =
                (p.block.kind, p.block.number.clone(), pictures::stand_in(&p.block, &both).text());
            Some(OldPassage { code: p.code?.to_string(), kind, number, text })
        })
        .collect();
    let seen: Vec<Block> = blocks.iter().map(|b| pictures::stand_in(b, &both)).collect();
    let Alignment { matches, fates, origins, .. } = reader::align::align(&known, &seen);
    let found = blocks.into_iter().zip(matches).zip(origins);
    let placed = found.map(|((block, found), origin)| decide(&by_code, block, found, &origin)).collect();
    (placed, fates.iter().filter_map(|fate| gone(&by_code, fate)).collect())
}

fn decide(old: &HashMap<String, &Passage>, block: Block, found: Match, origin: &Origin) -> Placed {
    let kept = |code: &str, matched, likeness| (old.get(code).and_then(|p| p.id), matched, likeness);
    let (passage, matched, likeness) = match &found {
        Match::Equal { code, .. } => kept(code, Matched::Equal, 1000),
        Match::Alike { code, likeness, .. } => kept(code, Matched::Alike, thousandths(*likeness)),
        Match::Unsure(_) => (None, Matched::Unsure, 0),
        Match::New => (None, Matched::New, 0),
    };
    let candidates = match found {
        Match::Unsure(list) => list.iter().filter_map(|c| candidate(old.get(&c.code)?, c.likeness)).take(5).collect(),
        _ => Vec::new(),
    };
    // A part that keeps the code of the whole is the whole; the others say what they were parted from.
    let parts = matched == Matched::New && origin.kind == Kind::Split;
    let parted = origin.from.iter().filter(|_| parts).filter_map(|code| old.get(code)?.id).collect();
    let (confidence, sure) = (thousandths(origin.confidence), origin.sure);
    Placed { block, matched, passage, likeness, candidates, parted, confidence, sure }
}

/// A passage whose matter went into another, or nowhere.
fn gone(old: &HashMap<String, &Passage>, fate: &Fate) -> Option<Gone> {
    let passage = old.get(&fate.code)?.id?;
    let into = match fate.kind {
        Kind::Merged => fate.into.first().copied(),
        Kind::Removed => None,
        _ => return None,
    };
    Some(Gone { passage, into, confidence: thousandths(fate.confidence), sure: fate.sure })
}

fn candidate(of: &Passage, likeness: f32) -> Option<Candidate> {
    Some(Candidate { code: of.code?, likeness: thousandths(likeness), text: of.text.clone() })
}

#[allow(clippy::cast_possible_truncation, reason = "a likeness lies between 0 and 1")]
pub(super) fn thousandths(likeness: f32) -> i32 {
    (likeness.clamp(0.0, 1.0) * 1000.0) as i32
}

/// How a block's kind is kept: the word and the level.
pub fn kind_of(block: &Block) -> (PassageKind, i32) {
    match block.kind {
        BlockKind::Heading { level } => (PassageKind::Heading, i32::from(level)),
        // An image is its alternative text until images are stored; the block itself keeps what it is.
        BlockKind::Paragraph | BlockKind::Figure => (PassageKind::Paragraph, 0),
        BlockKind::ListItem { depth, .. } => (PassageKind::ListItem, i32::from(depth)),
        BlockKind::Table => (PassageKind::Table, 0),
        BlockKind::Quote => (PassageKind::Quote, 0),
        BlockKind::Code => (PassageKind::Code, 0),
        BlockKind::Caption => (PassageKind::Caption, 0),
        BlockKind::Footnote => (PassageKind::Footnote, 0),
    }
}
