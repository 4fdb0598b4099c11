//! How a plan is read: which chapter a passage belongs to, and the table of contents.

use super::model::{Passage, PassageKind};

/// The position of the heading of the highest level found under which a passage stands, if any: its chapter.
pub fn chapter_of(passages: &[Passage], position: i32) -> Option<&Passage> {
    let top = passages.iter().filter(|p| p.kind == PassageKind::Heading).map(|p| p.level).min()?;
    let before = passages.iter().filter(|p| p.position <= position);
    before.filter(|p| p.kind == PassageKind::Heading && p.level == top).last()
}

/// The headings of the two highest levels, in order.
pub fn contents(passages: &[Passage]) -> Vec<&Passage> {
    let headings: Vec<&Passage> = passages.iter().filter(|p| p.kind == PassageKind::Heading).collect();
    let top = headings.iter().map(|p| p.level).min().unwrap_or(1);
    headings.into_iter().filter(|p| p.level <= top + 1).collect()
}

/// The members of a sequence of numbers that are out of order: what is left when a longest rising part is taken out.
pub fn out_of_order(sequence: &[i32]) -> Vec<usize> {
    let mut tails: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; sequence.len()];
    for (i, value) in sequence.iter().enumerate() {
        let at = tails.partition_point(|t| sequence[*t] < *value);
        before[i] = at.checked_sub(1).and_then(|p| tails.get(p).copied());
        if at == tails.len() { tails.push(i) } else { tails[at] = i }
    }
    let mut rising = vec![false; sequence.len()];
    let mut next = tails.last().copied();
    while let Some(i) = next {
        rising[i] = true;
        next = before[i];
    }
    rising.iter().enumerate().filter(|(_, r)| !**r).map(|(i, _)| i).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn one_moved_passage_is_one_out_of_order() {
        assert_eq!(out_of_order(&[1, 2, 5, 3, 4]), vec![2]);
        assert!(out_of_order(&[1, 2, 3]).is_empty());
        assert!(out_of_order(&[]).is_empty());
    }

    proptest! {
        #[test]
        fn what_is_left_rises(sequence in proptest::collection::vec(0_i32..100, 0..40)) {
            let out = out_of_order(&sequence);
            let left: Vec<i32> =
                sequence.iter().enumerate().filter(|(i, _)| !out.contains(i)).map(|(_, v)| *v).collect();
            prop_assert!(left.windows(2).all(|w| w[0] < w[1]));
        }
    }
}
