//! The fuzz target of the notation in which a passage is typed: anything typed is read, and what is written of what was read says the
//! same. How it runs, and how a failure is repeated: `tests/fuzz/harness.rs`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a failure stops the test there")]

#[path = "../../../tests/fuzz/harness.rs"]
mod harness;

use domain::plans::source::{block, parts, written};
use harness::{Outcome, Random, target};
use reader::{Block, BlockKind};

const KINDS: [BlockKind; 5] = [
    BlockKind::Paragraph,
    BlockKind::Table,
    BlockKind::ListItem { depth: 1, ordered: true },
    BlockKind::Code,
    BlockKind::Figure,
];

/// Reading what was written of a block gives the block: once it was read and written, nothing changes any more.
fn parse(bytes: &[u8]) -> Outcome {
    let typed = String::from_utf8_lossy(bytes);
    let _ = parts(&typed);
    let mut taken = false;
    for kind in KINDS {
        let Some(read) = block(kind, "1.", &typed, None) else { continue };
        taken = true;
        let again = |of: &Block| block(kind, "1.", &written(of), None);
        let (Some(once), words) = (again(&read), read.text()) else {
            return Outcome::Wrong(format!("{kind:?}: what was written of it is not read"));
        };
        let tidy = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        if tidy(&once.text()) != tidy(&words) {
            return Outcome::Wrong(format!("{kind:?}: {words:?} became {:?}", once.text()));
        }
    }
    if taken { Outcome::Taken } else { Outcome::Refused }
}

#[test]
fn typed() {
    let change = |random: &mut Random, text: &str| match random.below(3) {
        0 => {
            let mut bytes = text.as_bytes().to_vec();
            random.bytes(&mut bytes);
            bytes
        }
        1 => random.pieces(text, '*').into_bytes(),
        _ => random.pieces(text, '|').into_bytes(),
    };
    target("typed", harness::ROUNDS, change, |text| text.as_bytes().to_vec(), parse);
}
