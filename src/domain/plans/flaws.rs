//! What is to be mended in a draft before it is published: what a reader who hears the page would miss, and ways that lead nowhere. Pure.

use reader::{BlockKind, Body};

use super::inner::{self, Places};
use super::model::Passage;

/// Something to be mended.
#[derive(Debug, Clone, PartialEq, Eq)]
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
    /// A link leads to a passage that the draft has not. Published, it leads to where that one went; if it was never published, only
    /// its words stay.
    Away {
        /// Where it leads, as it is typed.
        to: String,
    },
}

/// The passages to be mended, in order, each with what is wrong.
pub fn flaws(passages: &[Passage]) -> Vec<(&Passage, Flaw)> {
    let (mut level, mut found, places) = (0, Vec::new(), Places::of(passages));
    for p in passages {
        match (&p.block.kind, &p.block.body) {
            (_, Body::Figure { alt, .. }) if alt.trim().is_empty() => found.push((p, Flaw::NoAlternative)),
            (BlockKind::Heading { .. }, _) => {
                if p.level > level + 1 {
                    found.push((p, Flaw::Skipped { from: level, to: p.level }));
                }
                if p.text.trim().is_empty() {
                    found.push((p, Flaw::EmptyHeading));
                }
                level = p.level;
            }
            _ => {}
        }
        let mut told: Vec<&str> = Vec::new();
        for to in inner::links(&p.block).filter(|link| !places.leads(link)) {
            if !told.contains(&to) {
                told.push(to);
                found.push((p, Flaw::Away { to: to.to_owned() }));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::RowId;
    use crate::plans::model::{Matched, PassageKind};
    use crate::plans::source;

    fn passage(n: i32, kind: BlockKind, typed: &str) -> Passage {
        let block = source::block(kind, "", typed, None).unwrap();
        let (kind, level) = match kind {
            BlockKind::Heading { level } => (PassageKind::Heading, i32::from(level)),
            _ => (PassageKind::Paragraph, 0),
        };
        Passage {
            row: RowId(n.into()),
            id: None,
            code: (n != 9).then_some(n),
            position: n,
            kind,
            level,
            number: String::new(),
            text: block.text(),
            block,
            matched: Matched::New,
            likeness: 0,
            confidence: 1000,
            revision: 1,
        }
    }

    #[test]
    fn no_level_is_skipped_not_even_at_the_head() {
        let skipped = |levels: &[u8]| {
            let heading = |(n, level): (i32, &u8)| passage(n, BlockKind::Heading { level: *level }, "Titolo");
            let all: Vec<Passage> = (1..).zip(levels).map(heading).collect();
            let told = flaws(&all).into_iter();
            told.map(|(p, flaw)| match flaw {
                Flaw::Skipped { from, to } => (p.position, from, to),
                other => panic!("{other:?}"),
            })
            .collect::<Vec<_>>()
        };
        assert_eq!(skipped(&[1, 2, 3, 1, 1]), []);
        assert_eq!(skipped(&[2, 3]), [(1, 0, 2)]);
        assert_eq!(skipped(&[3, 4, 1]), [(1, 0, 3)]);
        assert_eq!(skipped(&[3, 1, 3]), [(1, 0, 3), (3, 1, 3)]);
        assert_eq!(skipped(&[1, 4, 2]), [(2, 1, 4)]);
        assert_eq!(skipped(&[]), []);
    }

    #[test]
    fn links_that_lead_nowhere_are_told_once_each() {
        let text =
            "[qui](#P-002), [lì](#r9), [via](#P-077) e [via](#P-077), [poi](#sez1), [fuori](https://example.org)";
        let all = [
            passage(1, BlockKind::Paragraph, text),
            passage(2, BlockKind::Table, "| [x](#r8) |"),
            passage(9, BlockKind::Paragraph, "[su](#P-001)"),
        ];
        let told: Vec<(i32, Flaw)> = flaws(&all).into_iter().map(|(p, flaw)| (p.position, flaw)).collect();
        let away = |to: &str| Flaw::Away { to: to.to_owned() };
        assert_eq!(told, [(1, away("#P-077")), (1, away("#sez1")), (2, away("#r8"))]);
    }
}
