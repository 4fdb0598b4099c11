//! What became of every passage: properties that hold of any two texts, a small pair with all kinds in it, and how the
//! work grows.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a failed fixture stops the test there

mod made;
mod truth;

use made::{Dice, block, passages};
use proptest::prelude::*;
use reader::align::{Alignment, Effort, Kind, Match, align};
use reader::{Block, BlockKind};
use std::collections::HashSet;
use truth::judge::{Verdict, judge};

const TABLE: &str = include_str!("truth/biblioteca.tsv");

fn texts(blocks: &[Block]) -> Vec<String> {
    blocks.iter().map(Block::text).collect()
}

fn markdown(text: &str) -> Vec<Block> {
    reader::read("a.md", text.as_bytes()).unwrap().blocks
}

#[test]
fn the_small_pair_comes_out_as_it_was_labelled() {
    let old = markdown(include_str!("truth/biblioteca-1.md"));
    let new = markdown(include_str!("truth/biblioteca-2.md"));
    let rows = truth::table::read(TABLE, &texts(&old), &texts(&new)).unwrap();
    let figures = judge(&rows, &align(&passages(&old), &new));
    assert_eq!(figures.kinds.len(), 7, "every kind is in it");
    assert_eq!(figures.missed(), Vec::<String>::new(), "{figures}\n{:?}", figures.others);
    assert!(figures.others.iter().all(|(_, verdict)| *verdict == Verdict::Asked), "{:?}", figures.others);
}

#[test]
fn a_made_copy_comes_out_as_it_was_made() {
    for seed in 0..20 {
        let old = made::text(seed, 12_000);
        let (new, rows) = made::copy(&old, seed + 100);
        let figures = judge(&rows, &align(&passages(&old), &new));
        assert_eq!(
            figures.count(&["Edited", "Moved", "Split", "Merged", "Unchanged"], Verdict::Wrong),
            0,
            "seed {seed}\n{figures}{:?}",
            figures.others
        );
    }
}

/// Counted, not timed: ten times the text may take ten times the comparisons, and the logarithm's share more.
#[test]
fn the_work_grows_no_faster_than_n_log_n() {
    let effort = |words: usize| -> (Effort, usize) {
        let old = made::text(7, words);
        let found = align(&passages(&old), &made::copy(&old, 8).0);
        (found.effort, old.len())
    };
    let (small, n) = effort(91_000);
    for times in [3, 10] {
        let (large, m) = effort(91_000 * times);
        let bound = |few: usize| few * m / n * (m.ilog2() as usize + 1) / (n.ilog2() as usize);
        assert!(large.compared <= bound(small.compared), "{times}: {small:?} of {n}, {large:?} of {m}");
        assert!(large.looked_up <= bound(small.looked_up), "{times}: {small:?} of {n}, {large:?} of {m}");
    }
}

/// The same, where everything repeats: copies of one text, one after another.
#[test]
fn repeating_does_not_make_it_grow_with_the_square() {
    let old = made::text(9, 8_000);
    let new = made::copy(&old, 10).0;
    let effort = |times: usize| {
        let many = |blocks: &[Block]| std::iter::repeat_n(blocks, times).flatten().cloned().collect::<Vec<_>>();
        align(&passages(&many(&old)), &many(&new)).effort
    };
    let (two, twenty) = (effort(2), effort(20));
    assert!(twenty.compared <= 15 * two.compared, "{two:?} {twenty:?}");
    // A word is met alone, in a pair and in a three, in 24 places each at most, and looked for from both sides.
    assert!(twenty.looked_up <= 8_000 * 20 * 2 * 3 * 24, "{two:?} {twenty:?}");
}

/// Every passage is told of once, no code is given twice, and both sides tell the same story.
fn adds_up(old: &[Block], new: &[Block], found: &Alignment) {
    assert_eq!((found.fates.len(), found.origins.len(), found.matches.len()), (old.len(), new.len(), new.len()));
    let codes: Vec<&str> = found.matches.iter().filter_map(Match::code).collect();
    assert_eq!(codes.len(), codes.iter().collect::<HashSet<_>>().len(), "a code was given twice");
    for (at, fate) in found.fates.iter().enumerate() {
        assert_eq!(fate.code, format!("p{at}"));
        assert!((0.0..=1.0).contains(&fate.confidence), "{fate:?}");
        let heirs = found.matches.iter().filter(|it| it.code() == Some(&fate.code)).count();
        match fate.kind {
            Kind::New => panic!("an old passage is not new"),
            Kind::Removed => assert_eq!((fate.into.len(), heirs), (0, 0), "{fate:?}"),
            Kind::Split => assert!(fate.into.len() > 1 && (heirs == 1 || !fate.sure), "{fate:?}"),
            Kind::Merged => assert!(fate.into.len() == 1 && heirs <= 1, "{fate:?}"),
            Kind::Unchanged | Kind::Edited | Kind::Moved => {
                assert_eq!(fate.into.len(), 1, "{fate:?}");
                assert_eq!(heirs, usize::from(fate.sure), "{fate:?}");
            }
        }
        for new in fate.into.iter().filter(|_| fate.sure) {
            let origin = &found.origins[*new];
            assert!(origin.from.contains(&fate.code) && origin.kind == fate.kind, "{fate:?} {origin:?}");
        }
    }
    for (at, origin) in found.origins.iter().enumerate() {
        assert!((0.0..=1.0).contains(&origin.confidence), "{origin:?}");
        assert_eq!(origin.from.is_empty(), origin.kind == Kind::New, "{origin:?}");
        assert_ne!(origin.kind, Kind::Removed);
        for code in origin.from.iter().filter(|_| origin.sure) {
            let fate = found.fates.iter().find(|it| it.code == **code).unwrap();
            assert!(fate.into.contains(&at) && fate.kind == origin.kind, "{fate:?} {origin:?}");
        }
    }
    let open = found.undecided.iter().chain(&found.removed).collect::<HashSet<_>>().len();
    assert_eq!(open + codes.len(), old.len());
}

fn equal_pairs(found: &Alignment, flip: bool) -> HashSet<(usize, usize)> {
    let each = found.matches.iter().enumerate().filter_map(|(new, it)| match it {
        Match::Equal { code, .. } => Some((code[1..].parse().unwrap(), new)),
        _ => None,
    });
    each.map(|(old, new): (usize, usize)| if flip { (new, old) } else { (old, new) }).collect()
}

/// Few words, short and long lines, many of them the same; and a version after it that keeps most.
fn versions() -> impl Strategy<Value = (Vec<Block>, Vec<Block>)> {
    let line = prop_oneof!["[a-c]( [a-c]){0,3}", "[a-z]{2}( [a-z]{2}){3,14}"];
    let block = (line, 0..8u8).prop_map(|(text, kind)| match kind {
        0 => block(BlockKind::Heading { level: 2 }, &text),
        _ => block(BlockKind::Paragraph, &text),
    });
    (prop::collection::vec(block.clone(), 0..40), prop::collection::vec(block, 0..10), any::<u64>()).prop_map(
        |(old, more, seed)| {
            let mut dice = Dice(seed);
            let mut new: Vec<Block> = old.iter().filter(|_| dice.of(8) > 0).cloned().collect();
            for it in more {
                new.insert(dice.of(new.len() + 1), it);
            }
            if !new.is_empty() && dice.of(2) == 0 {
                let it = new.remove(dice.of(new.len()));
                new.insert(dice.of(new.len() + 1), it);
            }
            (old, new)
        },
    )
}

/// The old version with lines struck out and lines put in: nothing changed places.
fn in_order() -> impl Strategy<Value = (Vec<Block>, Vec<Block>)> {
    let line = prop_oneof!["[a-b]", "[a-z]{2}( [a-z]{2}){8,12}", Just("come sopra".to_owned())];
    let block = line.prop_map(|text| block(BlockKind::Paragraph, &text));
    let old = prop::collection::vec((block.clone(), 0..6u8, prop::option::weighted(0.1, block)), 0..40);
    old.prop_map(|old| {
        let kept = |(it, keep, more): &(Block, u8, Option<Block>)| {
            (*keep > 0).then(|| it.clone()).into_iter().chain(more.clone()).collect::<Vec<_>>()
        };
        (old.iter().map(|(it, ..)| it.clone()).collect(), old.iter().flat_map(kept).collect())
    })
}

proptest! {
    #[test]
    fn every_passage_has_one_fate((old, new) in versions()) {
        adds_up(&old, &new, &align(&passages(&old), &new));
    }

    #[test]
    fn a_text_is_unchanged_in_itself((old, _) in versions()) {
        let found = align(&passages(&old), &old);
        prop_assert!(found.fates.iter().enumerate().all(|(at, it)| it.kind == Kind::Unchanged && it.into == [at] && it.sure));
    }

    #[test]
    fn what_is_unchanged_is_so_both_ways((old, new) in versions()) {
        let there = align(&passages(&old), &new);
        let back = align(&passages(&new), &old);
        prop_assert_eq!(equal_pairs(&there, false), equal_pairs(&back, true));
    }

    #[test]
    fn equal_lines_keep_their_order((old, new) in in_order()) {
        let found = align(&passages(&old), &new);
        let mut pairs: Vec<(usize, usize)> = equal_pairs(&found, false).into_iter().collect();
        pairs.sort_unstable();
        for (at, (a, b)) in pairs.iter().enumerate() {
            for (c, d) in &pairs[at + 1..] {
                prop_assert!(old[*a].text() != old[*c].text() || b < d, "{a}->{b} crosses {c}->{d}");
            }
        }
    }
}

#[test]
fn made_copies_add_up_both_ways() {
    for seed in 0..3 {
        let old = made::text(seed, 5_000);
        let new = made::copy(&old, seed).0;
        let there = align(&passages(&old), &new);
        let back = align(&passages(&new), &old);
        adds_up(&old, &new, &there);
        adds_up(&new, &old, &back);
        assert_eq!(equal_pairs(&there, false), equal_pairs(&back, true));
    }
}

/// A check that finds nothing wrong must be seen to find what is.
#[test]
fn the_judge_sees_what_is_wrong() {
    let old = markdown(include_str!("truth/biblioteca-1.md"));
    let new = markdown(include_str!("truth/biblioteca-2.md"));
    let rows = truth::table::read(TABLE, &texts(&old), &texts(&new)).unwrap();
    let right = align(&passages(&old), &new);
    let judged = |spoil: &dyn Fn(&mut Alignment)| {
        let mut found = right.clone();
        spoil(&mut found);
        judge(&rows, &found).missed().join("; ")
    };
    assert_eq!(judged(&|_| {}), "");
    assert!(judged(&|it| it.fates[3].into = vec![6]).contains("silently wrong"), "edited, but elsewhere");
    assert!(judged(&|it| it.fates[15].kind = Kind::Edited).contains("silently wrong"), "a split told as an edit");
    assert!(judged(&|it| it.fates[4].kind = Kind::Edited).contains("silently wrong"), "removed, told as edited");
    assert!(judged(&|it| it.fates[2].sure = false).contains("unchanged"), "unchanged, but asked about");
    assert!(judged(&|it| it.fates.iter_mut().for_each(|it| it.sure = false)).contains("before a person"));
    assert!(truth::table::read(TABLE, &texts(&new), &texts(&new)).is_err(), "a table of other files");
}
