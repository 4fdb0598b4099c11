//! Drafts written by chance, on both databases: no code is given twice, none is given again, and no published passage is lost
//! without standing in the list of those that are; after ten versions every contribution is still found.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails may panic")]

mod support;

use std::collections::{BTreeMap, BTreeSet};

use domain::db::Db;
use domain::id::{PassageId, VersionId};
use domain::plans::{self, Passage, Question, Typed};
use domain::register::{self, NewContribution};
use domain::{Error, Result, comments, consultations};
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

/// What a file of the next version may say: some passages left out, edited, put together, cut, moved, and others added.
fn file(passages: &[Passage], chance: &mut Chance, round: usize) -> String {
    let mut texts: Vec<String> = passages.iter().map(|p| p.text.replace(['\n', '#', '|', '*', '-'], " ")).collect();
    for n in 0..6 {
        let at = chance.below(texts.len());
        match chance.below(6) {
            0 if texts.len() > 3 => drop(texts.remove(at)),
            1 => texts[at].push_str(&format!(" con altre parole {round}")),
            2 => {
                let one = texts.remove(at);
                let to = chance.below(texts.len() + 1);
                texts.insert(to, one);
            }
            3 if at + 1 < texts.len() => {
                let next = texts.remove(at + 1);
                texts[at].push_str(&format!(" {next}"));
            }
            4 => {
                let words: Vec<String> = texts[at].split_whitespace().map(str::to_owned).collect();
                let (one, two) = words.split_at(words.len() / 2);
                texts.splice(at..=at, [one.join(" "), two.join(" ")]);
            }
            _ => {
                texts.insert(at, format!("Cosa nuova numero {round}.{n}, che prima non stava scritta da nessuna parte"))
            }
        }
    }
    let kept = texts.iter().map(|t| t.trim()).filter(|t| !t.is_empty());
    kept.map(|t| format!("{t}\n\n")).collect::<String>() + "Fine del testo\n"
}

/// A person says, by chance, all that is to be said.
fn answer(db: &Db, h: &House, draft: VersionId, chance: &mut Chance, hour: i64) {
    for _ in 0..300 {
        let questions = db
            .read(|conn| {
                let version = plans::ops::by_id(conn, draft)?;
                plans::ops::questions(conn, &version)
            })
            .unwrap();
        let Some(question) = questions.into_iter().find(Question::ready) else { return };
        let (by, one) = (h.reviewer.clone(), chance.below(3));
        db.write(at(hour), move |w| match question {
            Question::Continues(open) => {
                let code = open.candidates.get(one).map(|c| c.code);
                let row = open.passage.row;
                plans::ops::decide(w, &by, draft, row, code).or_else(|e| match e {
                    Error::Refused("refused-code-taken") => plans::ops::decide(w, &by, draft, row, None),
                    other => Err(other),
                })
            }
            Question::Parted { passage, from } => {
                plans::ops::set_part(w, &by, draft, passage.row, from.get(one).map(|c| c.code))
            }
            Question::Went { ended, into } => {
                plans::ops::set_end(w, &by, draft, ended.code, into.code.filter(|_| one > 0))
            }
        })
        .unwrap();
    }
    panic!("the questions have no end");
}

/// What somebody sent: its number, the version and passage it is on, the words there.
struct Sent {
    number: i32,
    version: VersionId,
    code: i32,
    passage: PassageId,
    text: String,
}

/// Opens a window on the newest version and sends contributions on some of its passages.
fn comment(db: &Db, h: &House, version: VersionId, chance: &mut Chance, hour: i64, sent: &mut Vec<Sent>) {
    let by = h.promoter.clone();
    db.write(at(hour), move |w| {
        consultations::ops::set_window(w, &by, version, at(hour + 1), at(hour + 5)).map(|_| ())
    })
    .unwrap();
    let passages = there(db, version);
    for _ in 0..4 {
        let p = &passages[chance.below(passages.len())];
        let (me, new) = (h.people[0].clone(), NewContribution { version, passage: p.id, ..h.comment("una cosa") });
        let receipt = db.write(at(hour + 2), move |w| comments::ops::send(w, &me, new)).unwrap();
        let (code, passage, text) = (p.code.unwrap(), p.id.unwrap(), p.text.clone());
        sent.push(Sent { number: receipt.number, version, code, passage, text });
    }
}

/// Every contribution is found from the newest version: on the passage that carries its own on, or in the list of those that
/// nothing carries on; and always, with the words it was written on, at the address of its passage.
fn found(db: &Db, h: &House, newest: VersionId, sent: &[Sent]) -> (usize, usize) {
    let version = db.read(|conn| plans::ops::by_id(conn, newest)).unwrap();
    let lineage = db.read(|conn| plans::ops::lineage(conn, &version)).unwrap();
    let lost: BTreeSet<i32> = db
        .read(|conn| register::ops::without_successor(conn, &version))
        .unwrap()
        .into_iter()
        .map(|(number, _)| number)
        .collect();
    let lives: BTreeSet<PassageId> = there(db, newest).iter().filter_map(|p| p.id).collect();
    let (mut carried, mut gone) = (0, 0);
    for one in sent {
        let heir = lineage.successor(one.passage);
        assert!(heir.is_none_or(|heir| lives.contains(&heir)), "n. {}: carried on by what is not there", one.number);
        assert_eq!(
            heir.is_none(),
            lost.contains(&one.number),
            "n. {}: found, or in the list, and not both",
            one.number
        );
        if heir.is_some() {
            carried += 1
        } else {
            gone += 1
        }
        let history = db.read(|conn| plans::ops::lives(conn, h.process, one.code)).unwrap();
        let words = history.iter().find(|l| l.version.id == one.version).map(|l| l.passage.text.as_str());
        assert_eq!(words, Some(one.text.as_str()), "n. {}: the words it was written on", one.number);
        if !lives.contains(&one.passage) {
            let end = db.read(|conn| plans::ops::end_of(conn, one.passage)).unwrap();
            assert!(end.is_some(), "n. {}: its passage says in which version it ended", one.number);
        }
    }
    (carried, gone)
}

/// Ten versions, each written by hand or imported from a file, both by chance.
fn ten_versions(db: &Db, seed: u64) {
    let h = house(db);
    let (mut chance, mut sent, mut newest) = (Chance(seed), Vec::new(), h.version);
    let mut codes: BTreeMap<i32, PassageId> = BTreeMap::new();
    let (mut carried, mut gone) = (0, 0);
    for version in 0..10 {
        let hour = 1_000 * (version + 1);
        comment(db, &h, newest, &mut chance, hour, &mut sent);
        let draft = if chance.below(3) == 0 {
            let text = file(&there(db, newest), &mut chance, usize::try_from(version).unwrap());
            support::import(db, &h.reviewer, h.process, &text, at(hour + 10))
        } else {
            let (by, process) = (h.reviewer.clone(), h.process);
            let number = i32::try_from(version).unwrap() + 1;
            db.write(at(hour + 10), move |w| plans::ops::begin(w, &by, process, Some(number))).unwrap()
        };
        for round in 0..15 {
            match act(db, &h, draft, &mut chance, usize::try_from(hour).unwrap() + round) {
                Ok(()) | Err(Error::Refused(_)) => {}
                Err(other) => panic!("seed {seed}, version {version}, round {round}: {other}"),
            }
        }
        answer(db, &h, draft, &mut chance, hour + 200);
        let by = h.promoter.clone();
        db.write(at(hour + 300), move |w| plans::ops::publish(w, &by, draft, "")).unwrap();
        newest = draft;
        let passages = there(db, newest);
        let now: BTreeMap<i32, PassageId> = passages.iter().map(|p| (p.code.unwrap(), p.id.unwrap())).collect();
        assert_eq!(now.len(), passages.len(), "seed {seed}: no code is given twice");
        for (code, id) in now {
            assert_eq!(*codes.entry(code).or_insert(id), id, "seed {seed}: {code} was another passage's");
        }
        (carried, gone) = found(db, &h, newest, &sent);
    }
    assert!(carried > 0 && gone > 0, "seed {seed}: {carried} carried on, {gone} not: both are to be seen");
}

#[test]
fn every_contribution_is_found_after_ten_versions() {
    for seed in [1, 2, 3, 5] {
        support::on_each(|db| ten_versions(db, seed));
    }
}
