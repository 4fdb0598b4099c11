//! A corrected document takes the place of a draft: what a person decided there, and the codes it gave, are kept, because
//! answers may name them already.

use std::collections::{HashMap, HashSet};

use reader::align::{Match, OldPassage};

use super::import::{Placed, thousandths};
use super::model::{Matched, Passage};
use crate::id::PassageId;

/// Gives the blocks of a document what the draft before it said of the same words.
pub fn carry(placed: &mut [Placed], draft: &[Passage]) {
    let mut taken: HashSet<PassageId> = placed.iter().filter_map(|b| b.passage).collect();
    same_words(placed, draft, &mut taken);
    like_words(placed, draft, &mut taken);
}

/// Words that are the same: a decision by hand, and what was new there, stay.
fn same_words(placed: &mut [Placed], draft: &[Passage], taken: &mut HashSet<PassageId>) {
    let mut said: HashMap<&str, Vec<(PassageId, &Passage)>> = HashMap::new();
    for p in draft.iter().filter(|p| matches!(p.matched, Matched::ByHand | Matched::New) && !p.text.is_empty()) {
        if let Some(id) = p.id {
            said.entry(&p.text).or_default().push((id, p));
        }
    }
    for block in placed.iter_mut().filter(|b| b.matched != Matched::Equal) {
        let text = block.block.text();
        let Some(list) = said.get_mut(text.as_str()) else { continue };
        let free = |(id, _): &(PassageId, &Passage)| !taken.contains(id) || block.passage == Some(*id);
        let Some(at) = list.iter().position(free) else { continue };
        let (id, before) = list.remove(at);
        if let Some(other) = block.passage.replace(id) {
            taken.remove(&other);
        }
        taken.insert(id);
        (block.matched, block.likeness) = (before.matched, before.likeness);
        (block.candidates, block.confidence) = (Vec::new(), 1000);
    }
}

/// What was new in the draft and is nearly the same now keeps its code.
fn like_words(placed: &mut [Placed], draft: &[Passage], taken: &mut HashSet<PassageId>) {
    let born: Vec<(PassageId, &Passage)> = draft
        .iter()
        .filter(|p| p.matched == Matched::New)
        .filter_map(|p| Some((p.id.filter(|id| !taken.contains(id))?, p)))
        .collect();
    let old = |(n, (_, p)): (usize, &(PassageId, &Passage))| OldPassage {
        code: n.to_string(),
        kind: p.block.kind,
        number: p.block.number.clone(),
        text: p.text.clone(),
    };
    let known: Vec<OldPassage> = born.iter().enumerate().map(old).collect();
    let mut fresh: Vec<&mut Placed> =
        placed.iter_mut().filter(|b| b.matched == Matched::New && b.passage.is_none()).collect();
    if known.is_empty() || fresh.is_empty() {
        return;
    }
    let blocks: Vec<_> = fresh.iter().map(|b| b.block.clone()).collect();
    for (block, found) in fresh.iter_mut().zip(reader::align::align(&known, &blocks).matches) {
        let (code, likeness) = match found {
            Match::Equal { code, .. } => (code, 1000),
            Match::Alike { code, likeness, .. } => (code, thousandths(likeness)),
            Match::Unsure(_) | Match::New => continue,
        };
        if let Some((id, _)) = code.parse::<usize>().ok().and_then(|n| born.get(n)) {
            (block.passage, block.likeness) = (Some(*id), likeness);
            taken.insert(*id);
        }
    }
}
