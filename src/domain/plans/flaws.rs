//! What is to be mended in a draft before it is published: what a reader who hears the page would miss. Pure.

use reader::{BlockKind, Body};

use super::model::Passage;

/// Something to be mended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flaw {
    /// An image has no alternative text.
    NoAlternative,
    /// A heading is more than one level below the one before it.
    Skipped {
        /// The level of the heading before; 0 at the beginning.
        from: i32,
        /// Its own.
        to: i32,
    },
    /// A heading without words.
    EmptyHeading,
}

/// The passages to be mended, in order, each with what is wrong.
pub fn flaws(passages: &[Passage]) -> Vec<(&Passage, Flaw)> {
    let (mut level, mut found) = (0, Vec::new());
    for p in passages {
        match (&p.block.kind, &p.block.body) {
            (_, Body::Figure { alt, .. }) if alt.trim().is_empty() => found.push((p, Flaw::NoAlternative)),
            (BlockKind::Heading { .. }, _) => {
                if p.level > level + 1 && level > 0 {
                    found.push((p, Flaw::Skipped { from: level, to: p.level }));
                }
                if p.text.trim().is_empty() {
                    found.push((p, Flaw::EmptyHeading));
                }
                level = p.level;
            }
            _ => {}
        }
    }
    found
}
