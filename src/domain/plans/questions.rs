//! What a person is to say about a draft before it is published: which passage a block continues, whether one was parted from
//! another, whether one that is gone went into another. Pure.

use std::collections::HashMap;

use super::model::{Candidate, Ended, Origin, Passage, Said, Undecided};
use crate::id::{PassageId, RowId};

/// Something to be said by a person.
#[derive(Debug, Clone, PartialEq)]
pub enum Question {
    /// Which passage of the version before does this block continue?
    Continues(Undecided),
    /// Is this new passage a part of one of the version before?
    Parted {
        /// The new passage.
        passage: Passage,
        /// What it may be a part of.
        from: Vec<Candidate>,
    },
    /// Did this passage, which no block continues, go into that one?
    Went {
        /// The passage that is gone.
        ended: Ended,
        /// The block that seems to have its matter.
        into: Passage,
    },
}

impl Question {
    /// The block of the draft it is about.
    pub const fn block(&self) -> &Passage {
        match self {
            Self::Continues(open) => &open.passage,
            Self::Parted { passage, .. } => passage,
            Self::Went { into, .. } => into,
        }
    }

    /// Whether it can be answered now: whether a passage went into a block is asked once it is said which passage that is.
    pub const fn ready(&self) -> bool {
        match self {
            Self::Went { into, .. } => into.code.is_some(),
            _ => true,
        }
    }
}

/// What is known of a draft.
pub struct Known<'a> {
    /// The passages of the version before.
    pub before: &'a [Passage],
    /// The blocks of the draft.
    pub there: &'a [Passage],
    /// Those that a person is to decide on.
    pub undecided: Vec<Undecided>,
    /// From which passages new ones were parted.
    pub origins: &'a [Origin],
    /// Passages that are gone.
    pub ended: &'a [Ended],
}

/// All that is to be said, in the order of the draft.
pub fn questions(known: Known<'_>) -> Vec<Question> {
    let blocks: HashMap<RowId, &Passage> = known.there.iter().map(|p| (p.row, p)).collect();
    let texts: HashMap<PassageId, &Passage> = known.before.iter().filter_map(|p| Some((p.id?, p))).collect();
    let mut found: Vec<Question> = known.undecided.into_iter().map(Question::Continues).collect();
    for block in known.there {
        let open = |o: &&Origin| o.said == Said::Unsure && Some(o.passage) == block.id;
        let from: Vec<Candidate> = known
            .origins
            .iter()
            .filter(open)
            .filter_map(|o| {
                let (likeness, text) = (o.confidence, texts.get(&o.from)?.text.clone());
                Some(Candidate { code: o.code, likeness, text })
            })
            .collect();
        if !from.is_empty() {
            found.push(Question::Parted { passage: block.clone(), from });
        }
    }
    for ended in known.ended.iter().filter(|e| e.said == Some(Said::Unsure)) {
        if let Some(into) = ended.likely.and_then(|row| blocks.get(&row)) {
            found.push(Question::Went { ended: ended.clone(), into: (*into).clone() });
        }
    }
    found.sort_by_key(|q| (q.block().position, !matches!(q, Question::Continues(_))));
    found
}
