//! What an alignment says.

use serde::{Deserialize, Serialize};

/// An old passage that may be the one, and how alike it is: from 0, nothing, to 1, the same words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Candidate {
    /// The old passage's code.
    pub code: String,
    /// Share of the words of both that stand in the same order.
    pub likeness: f32,
}

/// Which code a new block has.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Match {
    /// The same text: it keeps the code.
    Equal {
        /// The old passage's code.
        code: String,
        /// It stands in another order than its neighbours did.
        moved: bool,
    },
    /// Edited, and clearly this one: it keeps the code.
    Alike {
        /// The old passage's code.
        code: String,
        /// How alike they are.
        likeness: f32,
        /// It stands in another order than its neighbours did.
        moved: bool,
    },
    /// A person decides: one of these, the likeliest first, or none.
    Unsure(Vec<Candidate>),
    /// It gets a new code: nothing old is like it, or it is a part of a passage whose code another part keeps.
    New,
}

impl Match {
    /// The code it keeps, if that is settled.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        match self {
            Self::Equal { code, .. } | Self::Alike { code, .. } => Some(code),
            Self::Unsure(_) | Self::New => None,
        }
    }
}

/// What happened to a passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// The same text among the same neighbours.
    Unchanged,
    /// Other words, the same passage.
    Edited,
    /// It stands elsewhere, edited or not.
    Moved,
    /// One old passage became several.
    Split,
    /// Several old passages became one.
    Merged,
    /// Its matter is gone.
    Removed,
    /// It was not there.
    New,
}

/// What became of an old passage.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Fate {
    /// Its code.
    pub code: String,
    /// What happened.
    pub kind: Kind,
    /// The new blocks that have its matter, by place from 0, in reading order; none when it was removed. The one that
    /// has its code is the one whose [`Match`] says so.
    pub into: Vec<usize>,
    /// From 0 to 1. It orders, it is not a probability.
    pub confidence: f32,
    /// If not, `kind` and `into` are the likeliest, and a person is to say.
    pub sure: bool,
}

/// Where a new block comes from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Origin {
    /// What happened.
    pub kind: Kind,
    /// The codes of the old passages whose matter it has, in reading order; none when it is new.
    pub from: Vec<String>,
    /// From 0 to 1. It orders, it is not a probability.
    pub confidence: f32,
    /// If not, `kind` and `from` are the likeliest, and a person is to say.
    pub sure: bool,
}

/// How much was looked at.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Effort {
    /// Passages met in the index.
    pub looked_up: usize,
    /// Pairs of passages compared word by word.
    pub compared: usize,
}

/// The whole answer.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Alignment {
    /// One for each new block, in order.
    pub matches: Vec<Match>,
    /// Codes of old passages that no new block may continue: removed, or taken in by another.
    pub removed: Vec<String>,
    /// Codes of old passages without a successor as yet, but offered as candidates.
    pub undecided: Vec<String>,
    /// What became of each old passage, in order.
    pub fates: Vec<Fate>,
    /// Where each new block comes from, in order.
    pub origins: Vec<Origin>,
    /// What it took.
    pub effort: Effort,
}
