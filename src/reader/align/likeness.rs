//! How many words two texts share. Exact and the same both ways round, which a diff with shortcuts is not.

use std::collections::HashMap;

/// Longer texts are compared as bags of words: their order costs too much.
const LONG: usize = 6_000;

/// The longest run of words that stand in both in the same order, not necessarily side by side.
///
/// Sixty-four words of the one at a time (Hyyrö, "Bit-parallel LCS-length computation revisited", 2004), after what
/// both begin and end with was set aside.
pub fn in_order(a: &[u64], b: &[u64]) -> usize {
    let head = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[head..], &b[head..]);
    let tail = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[..a.len() - tail], &b[..b.len() - tail]);
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if short.is_empty() {
        return head + tail;
    }
    if long.len() > LONG {
        return head + tail + in_any_order(&sorted(short), &sorted(long));
    }
    head + tail + bits(short, long)
}

fn bits(short: &[u64], long: &[u64]) -> usize {
    let blocks = short.len().div_ceil(64);
    let mut rows: HashMap<u64, Vec<u64>> = HashMap::new();
    for (at, word) in short.iter().enumerate() {
        rows.entry(*word).or_insert_with(|| vec![0; blocks])[at / 64] |= 1 << (at % 64);
    }
    let mut state = vec![u64::MAX; blocks];
    for row in long.iter().filter_map(|word| rows.get(word)) {
        let mut carry = false;
        for (kept, marks) in state.iter_mut().zip(row) {
            let hit = *kept & marks;
            let (sum, over) = kept.overflowing_add(hit);
            let (sum, again) = sum.overflowing_add(u64::from(carry));
            carry = over || again;
            *kept = sum | (*kept & !hit);
        }
    }
    // Bits beyond the last word are never hit and stay ones.
    state.iter().map(|block| usize::try_from(block.count_zeros()).unwrap_or(0)).sum()
}

/// How many words both have, in any order; both sorted.
pub fn in_any_order(a: &[u64], b: &[u64]) -> usize {
    let (mut a, mut b) = (a.iter().peekable(), b.iter().peekable());
    let mut shared = 0;
    while let (Some(x), Some(y)) = (a.peek(), b.peek()) {
        match x.cmp(y) {
            std::cmp::Ordering::Less => _ = a.next(),
            std::cmp::Ordering::Greater => _ = b.next(),
            std::cmp::Ordering::Equal => {
                shared += 1;
                a.next();
                b.next();
            }
        }
    }
    shared
}

/// Words in sorted order.
pub fn sorted(words: &[u64]) -> Vec<u64> {
    let mut words = words.to_vec();
    words.sort_unstable();
    words
}

/// Of all words of both, the share that is common: from 0 to 1.
#[allow(clippy::cast_precision_loss, reason = "counts of words are far below what f32 holds exactly")]
pub fn ratio(same: usize, a: usize, b: usize) -> f32 {
    if a + b == 0 { 0.0 } else { 2.0 * same as f32 / (a + b) as f32 }
}

/// Of the words of one, the share that is common: from 0 to 1.
#[allow(clippy::cast_precision_loss, reason = "counts of words are far below what f32 holds exactly")]
pub fn share(same: usize, of: usize) -> f32 {
    if of == 0 { 0.0 } else { same as f32 / of as f32 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The textbook's way.
    fn table(a: &[u64], b: &[u64]) -> usize {
        let mut row = vec![0usize; b.len() + 1];
        for x in a {
            let mut corner = 0;
            for (at, y) in b.iter().enumerate() {
                let up = row[at + 1];
                row[at + 1] = if x == y { corner + 1 } else { up.max(row[at]) };
                corner = up;
            }
        }
        row[b.len()]
    }

    proptest! {
        #[test]
        fn agrees_with_the_textbook(a in prop::collection::vec(0u64..6, 0..200), b in prop::collection::vec(0u64..6, 0..200)) {
            prop_assert_eq!(in_order(&a, &b), table(&a, &b));
            prop_assert_eq!(in_order(&b, &a), table(&a, &b));
            prop_assert!(in_any_order(&sorted(&a), &sorted(&b)) >= in_order(&a, &b));
        }
    }
}
