//! A draft written by chance, on both databases: no code is given twice, none is given again, and no published passage is lost
//! without standing in the list of those that are.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails may panic")]

mod support;

use std::collections::BTreeSet;

use domain::db::Db;
use domain::id::VersionId;
use domain::plans::{self, Passage, Typed};
use domain::{Error, Result};
use reader::BlockKind;
use support::{House, at, house};

/// Numbers that look like chance and are the same each time (a linear congruential generator).
struct Chance(u64);

impl Chance {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % n.max(1)
    }
}

fn typed(source: &str) -> Typed {
    Typed { kind: BlockKind::Paragraph, number: String::new(), source: source.to_owned() }
}

/// One act, on one passage.
fn act(db: &Db, h: &House, draft: VersionId, chance: &mut Chance, round: usize) -> Result<()> {
    let passages = there(db, draft);
    let p: Passage = passages[chance.below(passages.len())].clone();
    let (which, by, hour) = (chance.below(6), h.reviewer.clone(), i64::try_from(round).unwrap());
    db.write(at(100 + hour), move |w| match which {
        0 => {
            let new = typed(&format!("parole nuove {round} al posto delle altre"));
            plans::ops::edit(w, &by, draft, p.row, p.revision, &new).map(|_| ())
        }
        1 => plans::ops::shift(w, &by, draft, p.row, round.is_multiple_of(2)),
        2 => {
            plans::ops::split(w, &by, draft, p.row, p.revision, &typed(&format!("una parte {round}\n\nl'altra parte")))
        }
        3 => plans::ops::join(w, &by, draft, p.row, p.revision).map(|_| ()),
        4 => plans::ops::insert(w, &by, draft, Some(p.row), &typed(&format!("aggiunta {round}"))).map(|_| ()),
        _ => plans::ops::remove(w, &by, draft, p.row, p.revision),
    })
}

fn there(db: &Db, version: VersionId) -> Vec<Passage> {
    db.read(|conn| plans::ops::passages(conn, version)).unwrap()
}

#[test]
fn codes_are_never_given_again() {
    support::on_each(|db| {
        let h = house(db);
        let (by, process) = (h.reviewer.clone(), h.process);
        let draft = db.write(at(1), move |w| plans::ops::begin(w, &by, process, Some(1))).unwrap();
        let base: BTreeSet<i32> = there(db, h.version).iter().filter_map(|p| p.code).collect();
        let (mut chance, mut ever, mut now) = (Chance(7), base.clone(), base.clone());
        for round in 0..120 {
            match act(db, &h, draft, &mut chance, round) {
                Ok(()) | Err(Error::Refused(_)) => {}
                Err(other) => panic!("round {round}: {other}"),
            }
            let passages = there(db, draft);
            let positions: Vec<i32> = passages.iter().map(|p| p.position).collect();
            assert_eq!(positions, (1..).take(passages.len()).collect::<Vec<i32>>(), "round {round}");
            let codes: BTreeSet<i32> = passages.iter().filter_map(|p| p.code).collect();
            assert_eq!(codes.len(), passages.len(), "round {round}: each has a code of its own");
            for new in codes.difference(&now) {
                assert!(!ever.contains(new), "round {round}: {new} is given again");
            }
            ever.extend(&codes);
            now = codes;
        }
        let gone = db.read(|conn| plans::ops::ended(conn, h.version, draft)).unwrap();
        let gone: BTreeSet<i32> = gone.iter().map(|e| e.code).collect();
        let missing: BTreeSet<i32> = base.difference(&now).copied().collect();
        assert_eq!(gone, missing, "a published passage lives or is told as ended");
        let by = h.promoter.clone();
        db.write(at(900), move |w| plans::ops::publish(w, &by, draft, "")).unwrap();
        let version = db.read(|conn| plans::ops::by_id(conn, draft)).unwrap();
        let lineage = db.read(|conn| plans::ops::lineage(conn, &version)).unwrap();
        let codes = db.read(|conn| plans::ops::codes(conn, h.process)).unwrap();
        for (passage, code) in codes.into_iter().filter(|(_, code)| base.contains(code)) {
            assert!(lineage.successor(passage).is_some() || lineage.lost().contains(&passage), "{code}");
        }
    });
}

#[test]
fn history_says_who_and_when() {
    support::on_each(|db| {
        let h = house(db);
        let (by, process) = (h.reviewer.clone(), h.process);
        let draft = db.write(at(1), move |w| plans::ops::begin(w, &by, process, Some(1))).unwrap();
        let p = there(db, draft)[1].clone();
        let edit = |by: &domain::access::Actor, hour: i64, saw: i32, words: &'static str| {
            let (by, row) = (by.clone(), p.row);
            db.write(at(hour), move |w| plans::ops::edit(w, &by, draft, row, saw, &typed(words)))
        };
        assert_eq!(edit(&h.reviewer, 2, 1, "uno").unwrap(), 2);
        assert_eq!(edit(&h.reviewer, 2, 2, "due").unwrap(), 3, "within ten minutes it is one line");
        assert_eq!(edit(&h.promoter, 2, 3, "tre").unwrap(), 4, "another person's is another");
        assert_eq!(edit(&h.promoter, 3, 4, "quattro").unwrap(), 5);
        assert!(matches!(edit(&h.reviewer, 3, 4, "cinque"), Err(Error::Refused("refused-passage-changed"))));
        let edits = db
            .read(|conn| {
                let permit = h.reviewer.permit(domain::access::Subject::of(h.process))?;
                plans::ops::edits(conn, &permit, draft, Some(p.row))
            })
            .unwrap();
        let told: Vec<(&str, &str)> = edits.iter().map(|e| (e.text.as_str(), e.name.as_str())).collect();
        assert_eq!(told[0].0, "Primo testo del piano.");
        assert_eq!(told[1..], [("due", "reviewer"), ("tre", "promoter"), ("quattro", "promoter")]);
    });
}
