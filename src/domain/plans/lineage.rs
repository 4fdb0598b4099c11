//! Where the matter of a passage is now: passages that ended are followed from one to the next. Pure.

use std::collections::{HashMap, HashSet};

use crate::id::PassageId;

/// Where passages went, over all versions up to one.
#[derive(Debug, Default)]
pub struct Lineage {
    into: HashMap<PassageId, Option<PassageId>>,
    lives: HashSet<PassageId>,
}

impl Lineage {
    /// Of a version: the passages that live in it, and where those before it went, the earliest version first: what a later
    /// one says of the same passage counts.
    pub fn new(
        lives: impl IntoIterator<Item = PassageId>,
        ends: impl IntoIterator<Item = (PassageId, Option<PassageId>)>,
    ) -> Self {
        Self { lives: lives.into_iter().collect(), into: ends.into_iter().collect() }
    }

    /// The passage of the version that has the matter of another; itself, if it lives there.
    pub fn successor(&self, of: PassageId) -> Option<PassageId> {
        let (mut at, mut seen) = (of, HashSet::new());
        while !self.lives.contains(&at) {
            // A passage that ended in another which later ended in it: nobody carries them on.
            if !seen.insert(at) {
                return None;
            }
            at = (*self.into.get(&at)?)?;
        }
        Some(at)
    }

    /// The passages that ended and that no passage of the version carries on.
    pub fn lost(&self) -> HashSet<PassageId> {
        self.into.keys().copied().filter(|of| self.successor(*of).is_none()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const fn p(id: i64) -> PassageId {
        PassageId(id)
    }

    #[test]
    fn matter_is_followed_to_where_it_is() {
        let lineage = Lineage::new(
            [p(1), p(9)],
            [
                (p(2), Some(p(3))),
                (p(3), Some(p(1))),
                (p(4), None),
                (p(5), Some(p(4))),
                (p(6), Some(p(7))),
                (p(7), Some(p(6))),
            ],
        );
        let of = |id| lineage.successor(p(id));
        assert_eq!((of(1), of(2), of(3)), (Some(p(1)), Some(p(1)), Some(p(1))));
        assert_eq!((of(4), of(5), of(6), of(8)), (None, None, None, None));
        assert_eq!(lineage.lost(), HashSet::from([p(4), p(5), p(6), p(7)]));
    }

    #[test]
    fn what_a_later_version_says_counts() {
        let lineage = Lineage::new([p(1)], [(p(2), None), (p(2), Some(p(1)))]);
        assert_eq!(lineage.successor(p(2)), Some(p(1)));
    }

    proptest! {
        /// After ten random versions every passage there ever was lives, is carried on by one that does, or is told lost.
        #[test]
        fn none_is_lost_in_silence(fates in proptest::collection::vec(proptest::collection::vec(0_i64..6, 12), 10)) {
            let mut lives: Vec<PassageId> = (0..12).map(p).collect();
            let (mut ever, mut ends) = (lives.clone(), Vec::new());
            for (version, round) in fates.iter().enumerate() {
                let mut next: Vec<PassageId> = Vec::new();
                for (at, of) in lives.iter().enumerate() {
                    match round[at % 12] {
                        0 => ends.push((*of, None)),
                        1 if !next.is_empty() => ends.push((*of, next.last().copied())),
                        _ => next.push(*of),
                    }
                }
                next.push(p(100 + i64::try_from(version).unwrap()));
                ever.extend(next.last());
                lives = next;
            }
            let lineage = Lineage::new(lives.clone(), ends);
            let lost = lineage.lost();
            for of in ever {
                let found = lineage.successor(of);
                prop_assert!(found.is_some_and(|at| lives.contains(&at)) != lost.contains(&of));
            }
        }
    }
}
