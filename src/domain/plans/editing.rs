//! The verbs by which a draft is written inside the product, passage by passage. Each names the revision of the passage it
//! saw: who comes second is told. Codes are never given again.

use reader::{BlockKind, Body};

use super::deciding::draft_of;
use super::model::{Act, Edit, End, Matched, Origin, Passage, Said, Version};
use super::{inner, source, store};
use crate::access::{Actor, ImportVersion, Permit, Subject};
use crate::db::{Conn, Counter, Write, next};
use crate::id::{PassageId, ProcessId, RowId, VersionId};
use crate::{Error, Problems, Result, audit, processes};

/// Characters a passage may have as it is typed: as many as in a file.
pub const LONGEST: usize = reader::limits::PARAGRAPH;
/// Passages one may become at once.
const MOST_PARTS: usize = 50;

/// What is typed of a passage.
#[derive(Debug, Clone)]
pub struct Typed {
    /// What it is.
    pub kind: BlockKind,
    /// Its number, if it has one.
    pub number: String,
    /// Its text: see [`source`].
    pub source: String,
}

impl Typed {
    /// What a passage is typed as.
    pub fn of(passage: &Passage) -> Self {
        let (kind, number) = (passage.block.kind, passage.block.number.clone().unwrap_or_default());
        Self { kind, number, source: source::written(&passage.block) }
    }

    /// Its block. An image keeps its picture, whatever is typed.
    ///
    /// # Errors
    /// [`Error::Invalid`] when it is empty, too long, or no table.
    pub fn block(&self, before: Option<&reader::Block>) -> Result<reader::Block> {
        let mut p = Problems::default();
        let clean: String = self.source.replace("\r\n", "\n").chars().filter(|c| *c != '\0').collect();
        let number = p.text("number", &self.number, false, 40);
        let figure = matches!(self.kind, BlockKind::Figure);
        if clean.trim().is_empty() && !figure {
            p.add("text", "problem-required");
        }
        if clean.chars().count() > LONGEST {
            p.add_with("text", "problem-too-long", i64::try_from(LONGEST).unwrap_or(i64::MAX));
        }
        let lines = matches!(self.kind, BlockKind::Code | BlockKind::Table | BlockKind::Figure);
        if !lines && source::parts(&clean).len() > 1 {
            p.add("text", "problem-empty-line");
        }
        let image = match before.map(|b| &b.body) {
            Some(Body::Figure { image, .. }) => image.clone(),
            _ => None,
        };
        let block = source::block(self.kind, &number, &clean, image);
        if block.is_none() && !clean.trim().is_empty() {
            p.add("text", "problem-table");
        }
        p.check()?;
        block.ok_or(Error::NotFound)
    }
}

/// Begins the next version from the published one, whose number was read: every passage carried over with its code.
///
/// # Errors
/// [`Error::Denied`]; [`Error::NotFound`] without a number; [`Error::Refused`] when there is a draft already, nothing
/// published, or another version since.
pub fn begin(w: &mut Write<'_>, actor: &Actor, process: ProcessId, from: Option<i32>) -> Result<VersionId> {
    let permit: Permit<ImportVersion> = actor.permit(Subject::of(process))?;
    let from = from.ok_or(Error::NotFound)?;
    if store::draft(w.conn, process)?.is_some() {
        return Err(Error::Refused("refused-draft-there"));
    }
    let base = store::newest_published(w.conn, process)?.ok_or(Error::Refused("refused-nothing-before"))?;
    if base.number != from {
        return Err(Error::Refused("refused-base-changed"));
    }
    let title = processes::ops::by_id(w.conn, process)?.title;
    let id = store::begin(w, &permit, process, &title)?;
    let passages = store::passages(w.conn, base.id)?;
    store::copy(w, &permit, &passages, id)?;
    store::carry_images(w, base.id, id)?;
    audit::record(w, &permit, &format!("draft from version {}", base.number), "")?;
    Ok(id)
}

/// A passage of a draft, at the revision that was seen.
fn seen(w: &mut Write<'_>, version: VersionId, row: RowId, revision: i32) -> Result<Passage> {
    let passage = store::block(w.conn, version, row)?;
    if passage.revision == revision { Ok(passage) } else { Err(Error::Refused("refused-passage-changed")) }
}

/// Writes a passage anew; its revision.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Invalid`]; [`Error::Refused`] when somebody changed it since it was seen.
pub fn edit(w: &mut Write<'_>, actor: &Actor, version: VersionId, row: RowId, saw: i32, new: &Typed) -> Result<i32> {
    let (draft, permit) = draft_of(w, actor, version)?;
    let before = seen(w, version, row, saw)?;
    let block = new.block(Some(&before.block))?;
    write(w, &permit, &draft, &before, &block, Act::Edited)
}

/// Puts the words somebody proposed into a passage: as [`edit`], and the history says so. Which request it was, the caller keeps.
///
/// # Errors
/// As [`edit`]; [`Error::Refused`] while it is to be decided which passage it is.
pub fn propose(
    w: &mut Write<'_>,
    actor: &Actor,
    version: VersionId,
    row: RowId,
    saw: i32,
    new: &Typed,
) -> Result<Passage> {
    let (draft, permit) = draft_of(w, actor, version)?;
    let before = seen(w, version, row, saw)?;
    if before.id.is_none() {
        return Err(Error::Refused("refused-put-undecided"));
    }
    let block = new.block(Some(&before.block))?;
    write(w, &permit, &draft, &before, &block, Act::Proposal)?;
    store::block(w.conn, version, row)
}

/// Puts a block where a passage was; its revision.
pub(super) fn write(
    w: &mut Write<'_>,
    permit: &Permit<ImportVersion>,
    draft: &Version,
    before: &Passage,
    block: &reader::Block,
    act: Act,
) -> Result<i32> {
    let mut block = block.clone();
    store::settle(w.conn, draft.id, &mut block)?;
    if before.block == block {
        return Ok(before.revision);
    }
    let matched = match before.matched {
        Matched::Equal | Matched::Alike => Matched::ByHand,
        other => other,
    };
    if !store::rewrite(w, permit, before.row, before.revision, &block, matched)? {
        return Err(Error::Refused("refused-passage-changed"));
    }
    let after = store::block(w.conn, draft.id, before.row)?;
    store::keep(w, permit, draft, Some(before), &after, act)?;
    Ok(after.revision)
}

/// Lets a passage change places with the one above it, or below.
///
/// # Errors
/// [`Error::Denied`]; [`Error::NotFound`].
pub fn shift(w: &mut Write<'_>, actor: &Actor, version: VersionId, row: RowId, up: bool) -> Result<()> {
    let (draft, permit) = draft_of(w, actor, version)?;
    let before = store::block(w.conn, version, row)?;
    let Some(other) = store::neighbour(w.conn, version, &before, up)? else { return Ok(()) };
    let other = store::block(w.conn, version, other)?;
    store::swap(w, &permit, &before, &other)?;
    let after = store::block(w.conn, version, row)?;
    store::keep(w, &permit, &draft, Some(&before), &after, Act::Moved)
}

/// Puts a new passage after another, or before all; the row it stands in.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Invalid`]; [`Error::NotFound`].
pub fn insert(
    w: &mut Write<'_>,
    actor: &Actor,
    version: VersionId,
    after: Option<RowId>,
    new: &Typed,
) -> Result<RowId> {
    let (draft, permit) = draft_of(w, actor, version)?;
    let block = new.block(None)?;
    let position = match after {
        Some(row) => store::block(w.conn, version, row)?.position,
        None => 0,
    };
    let there = put(w, &permit, &draft, position, block, Act::Inserted)?;
    audit::record(w, &permit, &format!("draft passage {} inserted", there.code.unwrap_or_default()), "")?;
    Ok(there.row)
}

/// A new passage after a position.
fn put(
    w: &mut Write<'_>,
    permit: &Permit<ImportVersion>,
    draft: &Version,
    after: i32,
    mut block: reader::Block,
    act: Act,
) -> Result<Passage> {
    store::settle(w.conn, draft.id, &mut block)?;
    store::make_room(w, draft.id, after)?;
    let code = next(w, draft.process_id, Counter::Passage, 1)?;
    let passage = store::insert_passage(w, draft.process_id, code)?;
    let row = store::insert_block(w, draft.id, after + 1, passage, block)?;
    let there = store::block(w.conn, draft.id, row)?;
    store::keep(w, permit, draft, None, &there, act)?;
    Ok(there)
}

/// Splits a passage where empty lines stand in what is typed: the first part keeps the code, the others get new ones.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Invalid`] without an empty line; [`Error::Refused`] when somebody changed it since.
pub fn split(w: &mut Write<'_>, actor: &Actor, version: VersionId, row: RowId, saw: i32, new: &Typed) -> Result<()> {
    let (draft, permit) = draft_of(w, actor, version)?;
    let before = seen(w, version, row, saw)?;
    let parts = source::parts(&new.source);
    if parts.len() < 2 || parts.len() > MOST_PARTS || !matches!(before.block.body, Body::Text(_)) {
        let mut p = Problems::default();
        p.add("text", if parts.len() < 2 { "problem-no-cut" } else { "problem-too-many-parts" });
        p.check()?;
    }
    let blocks = parts.iter().enumerate().map(|(n, part)| {
        let kind = if n > 0 && matches!(new.kind, BlockKind::Heading { .. }) { BlockKind::Paragraph } else { new.kind };
        let number = if n == 0 { new.number.clone() } else { String::new() };
        Typed { kind, number, source: part.clone() }.block(None)
    });
    let blocks: Vec<reader::Block> = blocks.collect::<Result<_>>()?;
    write(w, &permit, &draft, &before, &blocks[0], Act::Split)?;
    let published = match before.id {
        Some(id) => store::is_published(w.conn, id)?,
        None => false,
    };
    for (n, block) in (0..).zip(blocks.into_iter().skip(1)) {
        let part = put(w, &permit, &draft, before.position + n, block, Act::Split)?;
        if let (true, Some(passage), Some(from)) = (published, part.id, before.id) {
            let origin = Origin { passage, from, code: 0, said: Said::ByHand, confidence: 1000 };
            store::set_origin(w, version, &origin)?;
        }
    }
    audit::record(w, &permit, &format!("draft passage {} split", before.code.unwrap_or_default()), "")
}

/// Joins a passage to the one before it. The code that was published lives on; where both were, the first.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Refused`] when somebody changed it since, when one of them is still to be decided on, or when
/// they are not both text.
pub fn join(w: &mut Write<'_>, actor: &Actor, version: VersionId, row: RowId, saw: i32) -> Result<RowId> {
    let (draft, permit) = draft_of(w, actor, version)?;
    let second = seen(w, version, row, saw)?;
    let above = store::neighbour(w.conn, version, &second, true)?.ok_or(Error::Refused("refused-nothing-above"))?;
    let first = store::block(w.conn, version, above)?;
    let (Some(one), Some(two)) = (first.id, second.id) else { return Err(Error::Refused("refused-join-undecided")) };
    let body = source::joined(&first.block, &second.block).ok_or(Error::Refused("refused-join-kinds"))?;
    let second_lives = store::is_published(w.conn, two)? && !store::is_published(w.conn, one)?;
    let (kept, gone) = if second_lives { (two, one) } else { (one, two) };
    let (stays, goes) = if second_lives { (&second, &first) } else { (&first, &second) };
    let (stays, goes) = (inner::to_block(stays.row, stays.code), inner::to_block(goes.row, goes.code));
    store::keep(w, &permit, &draft, Some(&second), &second, Act::Removed)?;
    store::take_out(w, &permit, version, &second)?;
    if kept != one {
        store::set_passage(w, &permit, first.row, kept, Matched::ByHand)?;
    }
    let first = Passage { id: Some(kept), ..first };
    write(w, &permit, &draft, &first, &reader::Block { body, ..first.block.clone() }, Act::Joined)?;
    store::lead_anew(w, version, &goes, &stays)?;
    store::other_heir(w, version, gone, kept)?;
    store::no_origins(w, version, gone)?;
    if store::is_published(w.conn, gone)? {
        let end = End { passage: gone, into: Some(kept), said: Said::ByHand, confidence: 1000, likely: None };
        store::set_end(w, version, &end)?;
    }
    store::forget_born(w, &draft, &[gone], &[])?;
    audit::record(w, &permit, &format!("draft passage {} joined", second.code.unwrap_or_default()), "")?;
    Ok(first.row)
}

/// Takes a passage out of the draft. Where it was published before, where its matter went is to be said.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Refused`] when somebody changed it since, or when it is the only one.
pub fn remove(w: &mut Write<'_>, actor: &Actor, version: VersionId, row: RowId, saw: i32) -> Result<()> {
    let (draft, permit) = draft_of(w, actor, version)?;
    let before = seen(w, version, row, saw)?;
    if store::count(w.conn, version)? < 2 {
        return Err(Error::Refused("refused-last-passage"));
    }
    store::keep(w, &permit, &draft, Some(&before), &before, Act::Removed)?;
    store::take_out(w, &permit, version, &before)?;
    if let Some(id) = before.id {
        store::no_heir(w, version, id)?;
        store::no_origins(w, version, id)?;
        store::forget_born(w, &draft, &[id], &[])?;
    }
    audit::record(w, &permit, &format!("draft passage {} removed", before.code.unwrap_or_default()), "")
}

/// A passage of a draft by the row it stands in.
///
/// # Errors
/// [`Error::NotFound`].
pub fn passage(conn: &mut Conn, version: VersionId, row: RowId) -> Result<Passage> {
    store::block(conn, version, row)
}

/// What was done by hand to the passages of a version, or to one, oldest first, for the staff.
///
/// # Errors
/// The database's.
pub fn edits(conn: &mut Conn, _p: &Permit<ImportVersion>, version: VersionId, row: Option<RowId>) -> Result<Vec<Edit>> {
    store::edits(conn, version, row)
}

/// Whether a passage was published before.
///
/// # Errors
/// The database's.
pub fn is_published(conn: &mut Conn, of: PassageId) -> Result<bool> {
    store::is_published(conn, of)
}
