//! Which passage continues which.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a failed fixture stops the test there

use proptest::prelude::*;
use reader::align::{Alignment, Kind, Match, OldPassage, align};
use reader::{Block, BlockKind, Body, Span};
use std::collections::HashSet;

const P: BlockKind = BlockKind::Paragraph;
const H: BlockKind = BlockKind::Heading { level: 2 };

fn run(old: &[(BlockKind, &str)], new: &[(BlockKind, &str)]) -> Alignment {
    let passage = |(at, (kind, text)): (usize, &(BlockKind, &str))| OldPassage {
        code: format!("p{at}"),
        kind: *kind,
        number: None,
        text: (*text).to_owned(),
    };
    let block = |(kind, text): &(BlockKind, &str)| Block {
        kind: *kind,
        body: Body::Text(vec![Span { text: (*text).to_owned(), ..Span::default() }]),
        number: None,
    };
    let old: Vec<OldPassage> = old.iter().enumerate().map(passage).collect();
    align(&old, &new.iter().map(block).collect::<Vec<_>>())
}

fn codes(found: &Alignment) -> Vec<&str> {
    found.matches.iter().map(|it| it.code().unwrap_or("-")).collect()
}

const ONE: &str = "Il comune apre uno sportello per le associazioni del territorio";
const TWO: &str = "La mensa scolastica compra prodotti locali e di stagione ogni anno";
const EDITED: &str = "Il comune apre ogni lunedì uno sportello per le associazioni del territorio";

#[test]
fn equal_and_edited_keep_their_code_also_when_moved() {
    let found = run(
        &[(H, "Azioni"), (P, ONE), (P, TWO)],
        &[(H, "Azioni"), (P, TWO), (P, EDITED), (P, "Testo nuovo del tutto")],
    );
    assert_eq!(codes(&found), ["p0", "p2", "p1", "-"]);
    assert!(matches!(found.matches[2], Match::Alike { .. }));
    assert_eq!(found.matches[3], Match::New);
    let moved = found
        .matches
        .iter()
        .filter(|it| matches!(it, Match::Equal { moved: true, .. } | Match::Alike { moved: true, .. }));
    assert_eq!(moved.count(), 1);
    assert_eq!((found.removed.len(), found.undecided.len()), (0, 0));
}

#[test]
fn words_that_become_a_heading_are_left_to_a_person() {
    for (old, new) in [(H, P), (P, H)] {
        let found = run(&[(old, ONE)], &[(new, ONE)]);
        assert!(matches!(&found.matches[0], Match::Unsure(candidates) if candidates.len() == 1), "{found:?}");
        assert_eq!((found.undecided, found.removed), (vec!["p0".to_owned()], Vec::<String>::new()));
        let other = run(&[(old, ONE)], &[(new, TWO)]);
        assert_eq!((other.matches[0].clone(), other.removed), (Match::New, vec!["p0".to_owned()]));
    }
}

#[test]
fn what_repeats_is_decided_by_its_place_or_by_a_person() {
    let old = [(H, "Uno"), (P, ONE), (P, "Come sopra."), (H, "Due"), (P, TWO), (P, "Come sopra.")];
    let found = run(&old, &[(H, "Due"), (P, TWO), (P, "Come sopra."), (H, "Uno"), (P, ONE), (P, "Come sopra.")]);
    assert_eq!(codes(&found), ["p3", "p4", "p5", "p0", "p1", "p2"]);

    let found = run(&[(P, "Da definire"), (P, ONE), (P, "Da definire")], &[(P, "Da definire"), (P, TWO)]);
    assert!(matches!(&found.matches[0], Match::Unsure(candidates) if candidates.len() == 2));
    assert_eq!(found.undecided, ["p0", "p2"]);
}

#[test]
fn two_that_are_as_like_are_left_to_a_person() {
    let other = "Il comune apre uno sportello per le imprese del territorio";
    let new = "Il comune apre uno sportello per le persone del territorio";
    let found = run(&[(P, ONE), (P, TWO), (P, other)], &[(P, new)]);
    let Match::Unsure(candidates) = &found.matches[0] else { panic!("{found:?}") };
    assert_eq!(candidates.len(), 2);
    assert_eq!(found.removed, ["p1"]);
}

#[test]
fn other_figures_are_another_thing() {
    let found = run(
        &[(P, "Linea di azione 12: rendere accessibili i servizi")],
        &[(P, TWO), (P, "Linea di azione 13: rendere accessibili i servizi")],
    );
    assert!(matches!(found.matches[1], Match::Unsure(_)));
}

#[test]
fn a_large_plan_is_matched() {
    let text = |at: usize| {
        (0..30).map(|word| format!("parola{}", (at * 31 + word * 17) % 2_000)).collect::<Vec<_>>().join(" ")
    };
    let olds: Vec<String> = (0..4_000).map(text).collect();
    let news: Vec<String> = olds
        .iter()
        .enumerate()
        .map(|(at, it)| if at % 3 == 0 { format!("{it} aggiunta {at}") } else { it.clone() })
        .collect();
    let old: Vec<(BlockKind, &str)> = olds.iter().map(|it| (P, it.as_str())).collect();
    let new: Vec<(BlockKind, &str)> = news.iter().map(|it| (P, it.as_str())).collect();
    let found = run(&old, &new);
    assert!(found.matches.iter().filter(|it| it.code().is_some()).count() > 3_900);
}

proptest! {
    #[test]
    fn no_code_is_given_twice_and_none_is_lost(old in prop::collection::vec("[a-c]( [a-c]){0,9}", 0..30), new in prop::collection::vec("[a-c]( [a-c]){0,9}", 0..30)) {
        let pick = |all: &'_ [String]| all.iter().map(|it| (if it.len() % 5 == 0 { H } else { P }, it.clone())).collect::<Vec<_>>();
        let (olds, news) = (pick(&old), pick(&new));
        let olds: Vec<(BlockKind, &str)> = olds.iter().map(|(kind, it)| (*kind, it.as_str())).collect();
        let news: Vec<(BlockKind, &str)> = news.iter().map(|(kind, it)| (*kind, it.as_str())).collect();
        let found = run(&olds, &news);
        prop_assert_eq!(found.matches.len(), news.len());
        let kept: Vec<&str> = found.matches.iter().filter_map(Match::code).collect();
        let mut all: HashSet<&str> = kept.iter().copied().collect();
        prop_assert_eq!(all.len(), kept.len());
        all.extend(found.removed.iter().chain(&found.undecided).map(String::as_str));
        prop_assert_eq!(all.len(), olds.len());
        prop_assert_eq!(kept.len() + found.removed.len() + found.undecided.len(), olds.len());
    }
}

/// Sentences of a small vocabulary, each once, some of them headings.
fn sentences(most: usize) -> impl Strategy<Value = Vec<String>> {
    let word =
        prop::sample::select(vec!["orto", "fonte", "piazza", "scuola", "tram", "ombra", "panca", "canale", "ente"]);
    let sentence = prop::collection::vec(word, 4..12).prop_map(|words| words.join(" "));
    prop::collection::hash_set(sentence, 1..most).prop_map(|all| all.into_iter().collect())
}

fn kinds(all: &[String]) -> Vec<(BlockKind, &str)> {
    all.iter().map(|it| (if it.len() % 5 == 0 { H } else { P }, it.as_str())).collect()
}

/// The pairs that were found to say the same: place in the old, place in the new.
fn same(found: &Alignment) -> HashSet<(usize, usize)> {
    let place = |code: &str| code[1..].parse::<usize>().unwrap();
    let pair = |(new, it): (usize, &Match)| match it {
        Match::Equal { code, .. } => Some((place(code), new)),
        _ => None,
    };
    found.matches.iter().enumerate().filter_map(pair).collect()
}

proptest! {
    /// A text aligned with itself: each passage continues itself, also where the same words stand several times.
    #[test]
    fn a_text_continues_itself(of in prop::collection::vec("[a-c]( [a-c]){0,9}", 0..30)) {
        let of = kinds(&of);
        let found = run(&of, &of);
        let all: HashSet<(usize, usize)> = (0..of.len()).map(|n| (n, n)).collect();
        prop_assert_eq!(same(&found), all);
        let still = found.matches.iter().filter(|it| matches!(it, Match::Equal { moved: false, .. })).count();
        prop_assert_eq!(still, of.len());
        prop_assert!(found.removed.is_empty() && found.undecided.is_empty());
        prop_assert!(found.fates.iter().all(|fate| fate.kind == Kind::Unchanged && fate.sure));
    }

    /// What is unchanged from the one to the other is unchanged from the other to the one, whatever moved, went or came.
    #[test]
    fn unchanged_is_unchanged_both_ways(old in sentences(25), cut in prop::collection::vec(any::<bool>(), 25), more in sentences(8), turn in 0_usize..25) {
        let kept = old.iter().zip(&cut).filter(|(_, cut)| !**cut).map(|(it, _)| it.clone());
        let mut new: Vec<String> = kept.chain(more.iter().filter(|it| !old.contains(*it)).cloned()).collect();
        let middle = turn.min(new.len());
        new.rotate_left(middle);
        let (old, new) = (kinds(&old), kinds(&new));
        let (there, back) = (same(&run(&old, &new)), same(&run(&new, &old)));
        let back: HashSet<(usize, usize)> = back.into_iter().map(|(a, b)| (b, a)).collect();
        prop_assert_eq!(&there, &back);
        let words: HashSet<&str> = new.iter().map(|(_, it)| *it).collect();
        // Short lines tell too little by themselves: where one moved, a person is asked.
        let tells = |kind: BlockKind, it: &str| kind == H || it.split(' ').count() >= 8;
        let shared = (0..old.len()).filter(|n| words.contains(old[*n].1) && tells(old[*n].0, old[*n].1));
        let found: HashSet<usize> = there.iter().map(|(old, _)| *old).collect();
        for n in shared {
            prop_assert!(found.contains(&n), "every unchanged passage is found");
        }
    }
}
