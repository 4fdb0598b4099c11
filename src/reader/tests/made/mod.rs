//! Texts made by chance from a fixed seed, and copies of them edited in ways that are known: a truth by construction,
//! as long as one likes.

use super::truth::table::Row;
use reader::align::{Kind, OldPassage};
use reader::{Block, BlockKind, Body, Span};

/// Chance that repeats: SplitMix64.
pub struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// One of so many, from 0.
    pub fn of(&mut self, many: usize) -> usize {
        usize::try_from(self.roll() >> 33).unwrap_or_default() % many.max(1)
    }
}

/// Lines that official texts repeat again and again.
const REPEATED: [&str; 4] = [
    "La fase si chiude con questi atti:",
    "Le attività previste sono:",
    "Il comune e la regione ne danno notizia sui propri siti entro trenta giorni dalla firma.",
    "Resta fermo quanto detto sopra.",
];

/// A block of running text or a heading.
pub fn block(kind: BlockKind, text: &str) -> Block {
    Block { kind, body: Body::Text(vec![Span { text: text.to_owned(), ..Span::default() }]), number: None }
}

/// The same as old passages, coded by their place.
pub fn passages(blocks: &[Block]) -> Vec<OldPassage> {
    let passage = |(at, it): (usize, &Block)| OldPassage {
        code: format!("p{at}"),
        kind: it.kind,
        number: it.number.clone(),
        text: it.text(),
    };
    blocks.iter().enumerate().map(passage).collect()
}

/// A word: few are frequent, most are rare, as in a language.
fn word(dice: &mut Dice) -> String {
    let rank = dice.of(6_000) * dice.of(1_000) / 1_000;
    format!("p{rank}")
}

fn sentence(dice: &mut Dice, words: usize) -> String {
    (0..words).map(|_| word(dice)).collect::<Vec<_>>().join(" ")
}

/// A text of about so many words.
pub fn text(seed: u64, words: usize) -> Vec<Block> {
    let mut dice = Dice(seed);
    let mut blocks = Vec::new();
    let mut left = words;
    while left > 0 {
        let (kind, text) = match dice.of(20) {
            0 => (BlockKind::Heading { level: 2 }, 2 + dice.of(6)),
            1 | 2 => {
                blocks.push(block(BlockKind::Paragraph, REPEATED[dice.of(REPEATED.len())]));
                continue;
            }
            3..=9 => (BlockKind::ListItem { depth: 0, ordered: false }, 3 + dice.of(25)),
            _ => (BlockKind::Paragraph, 15 + dice.of(80)),
        };
        left = left.saturating_sub(text);
        blocks.push(block(kind, &sentence(&mut dice, text)));
    }
    blocks
}

/// What is done to a passage.
enum Done {
    Kept,
    Edited(usize),
    Removed,
    Moved,
    Split,
    Merged,
}

fn done(dice: &mut Dice, words: usize) -> Done {
    match dice.of(100) {
        0..=2 => Done::Removed,
        3 | 4 => Done::Moved,
        5 | 6 if words >= 16 => Done::Split,
        7 | 8 if words >= 8 => Done::Merged,
        9..=24 if words >= 4 => Done::Edited((words / 10).max(1)),
        25..=27 if words >= 12 => Done::Edited(words * 2 / 5),
        _ => Done::Kept,
    }
}

/// Other words in so many places.
fn edited(text: &str, places: usize, dice: &mut Dice) -> String {
    let mut words: Vec<String> = text.split(' ').map(str::to_owned).collect();
    for _ in 0..places {
        let at = dice.of(words.len());
        words[at] = word(dice);
    }
    words.join(" ")
}

/// A copy, edited here and there, and what became of each passage. Tables and the like are only kept or removed.
pub fn copy(old: &[Block], seed: u64) -> (Vec<Block>, Vec<Row>) {
    let mut dice = Dice(seed);
    let mut new: Vec<(Block, Vec<usize>)> = Vec::new();
    let mut kinds: Vec<Kind> = Vec::new();
    let mut moved: Vec<(usize, Block)> = Vec::new();
    for (at, it) in old.iter().enumerate() {
        if dice.of(33) == 0 {
            new.push((block(BlockKind::Paragraph, &sentence(&mut dice, 30)), Vec::new()));
        }
        if kinds.len() > at {
            continue; // merged into the one before
        }
        let text = it.text();
        let prose = matches!(it.kind, BlockKind::Paragraph | BlockKind::ListItem { .. });
        let words = if prose { text.split(' ').count() } else { 0 };
        let (kind, blocks) = match done(&mut dice, words) {
            Done::Removed => (Kind::Removed, Vec::new()),
            // Which of two equal lines was moved nobody could tell.
            Done::Moved if prose && !REPEATED.contains(&text.as_str()) => {
                moved.push((at, it.clone()));
                (Kind::Moved, Vec::new())
            }
            Done::Split => {
                let cut = text.match_indices(' ').nth(words / 3 + dice.of(words / 3)).map_or(0, |(cut, _)| cut);
                (Kind::Split, vec![block(it.kind, &text[..cut]), block(it.kind, &text[cut + 1..])])
            }
            Done::Merged
                if old.get(at + 1).is_some_and(|next| next.kind == BlockKind::Paragraph && next.words() >= 8) =>
            {
                kinds.push(Kind::Merged);
                (Kind::Merged, vec![block(it.kind, &format!("{text} {}", old[at + 1].text()))])
            }
            Done::Edited(places) => {
                let now = edited(&text, places, &mut dice);
                (if now == text { Kind::Unchanged } else { Kind::Edited }, vec![block(it.kind, &now)])
            }
            _ => (Kind::Unchanged, vec![it.clone()]),
        };
        kinds.push(kind);
        let from: Vec<usize> = (at..kinds.len()).collect();
        new.extend(blocks.into_iter().map(|block| (block, from.clone())));
    }
    for (at, it) in moved {
        let to = dice.of(new.len() + 1);
        new.insert(to, (it, vec![at]));
    }
    let rows = rows(&kinds, &new);
    (new.into_iter().map(|(block, _)| block).collect(), rows)
}

fn rows(kinds: &[Kind], new: &[(Block, Vec<usize>)]) -> Vec<Row> {
    let mut into: Vec<Vec<usize>> = vec![Vec::new(); kinds.len()];
    let mut rows = Vec::new();
    for (at, (_, from)) in new.iter().enumerate() {
        from.iter().for_each(|old| into[*old].push(at));
        if from.is_empty() {
            rows.push(Row { old: None, kinds: vec![Kind::New], new: vec![at] });
        }
    }
    rows.extend(kinds.iter().zip(into).enumerate().map(|(at, (kind, new))| Row {
        old: Some(at),
        kinds: vec![*kind],
        new,
    }));
    rows
}
