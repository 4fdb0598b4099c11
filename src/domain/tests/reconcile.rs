//! Whatever is done in whatever order, what was received adds up, and the report is refused until nothing is open.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails may panic")]

mod support;

use domain::access::{ReadRegister, Subject};
use domain::db::Db;
use domain::intake::{self, Answer, NewRequest, NewResponse};
use domain::register::{Moderation, Refusal};
use domain::report::{Ready, gather};
use domain::{comments, register};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use support::{House, at, house};

/// One act of somebody, on one of the contributions there are.
#[derive(Debug, Clone)]
enum Act {
    Send,
    Late,
    Withdraw(usize),
    Publish(usize),
    Hold(usize),
    Refuse(usize),
    Duplicate(usize, usize),
    Cut(usize),
    Answer(i32, bool),
    Approve(i32),
    Release,
    Uncut(i32),
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let act = prop_oneof![
        3 => Just(Act::Send),
        1 => Just(Act::Late),
        1 => (0_usize..8).prop_map(Act::Withdraw),
        4 => (0_usize..8).prop_map(Act::Publish),
        1 => (0_usize..8).prop_map(Act::Hold),
        1 => (0_usize..8).prop_map(Act::Refuse),
        1 => (0_usize..8, 0_usize..8).prop_map(|(a, b)| Act::Duplicate(a, b)),
        4 => (0_usize..8).prop_map(Act::Cut),
        5 => (1_i32..8, any::<bool>()).prop_map(|(n, a)| Act::Answer(n, a)),
        4 => (1_i32..8).prop_map(Act::Approve),
        3 => Just(Act::Release),
        1 => (1_i32..8).prop_map(Act::Uncut),
    ];
    proptest::collection::vec(act, 1..40)
}

/// Does one act; what the rules refuse is refused, and that is right too.
fn does(db: &Db, h: &House, act: &Act, step: i64) {
    // Sending and withdrawing happen in the window, the rest after it: acts of staff do not wait for one another.
    let (inside, after) = (at(1).plus_seconds(step), at(20).plus_seconds(step));
    let (me, reviewer, promoter, process) = (h.people[0].clone(), h.reviewer.clone(), h.promoter.clone(), h.process);
    let number = |n: usize| i32::try_from(n).unwrap() + 1;
    let id =
        |n: usize| db.read(|conn| register::ops::by_number(conn, process, number(n))).map(|c| register::Seen::of(&c));
    let new = h.comment("testo");
    let moderate = |n: usize, to: Moderation, why: Option<Refusal>| {
        let by = reviewer.clone();
        id(n).and_then(|seen| db.write(after, move |w| register::ops::moderate(w, &by, seen, to, why, "")))
    };
    let _ = match act.clone() {
        Act::Send => db.write(inside, move |w| comments::ops::send(w, &me, new).map(|_| ())),
        Act::Late => db.write(after, move |w| comments::ops::file_late(w, &me, new).map(|_| ())),
        Act::Withdraw(n) => id(n).and_then(|seen| db.write(inside, move |w| comments::ops::withdraw(w, &me, seen.id))),
        Act::Publish(n) => moderate(n, Moderation::Published, None),
        Act::Hold(n) => moderate(n, Moderation::Held, None),
        Act::Refuse(n) => moderate(n, Moderation::Refused, Some(Refusal::OffTopic)),
        Act::Duplicate(n, of) => id(n).and_then(|seen| {
            db.write(after, move |w| register::ops::mark_duplicate(w, &reviewer, seen, Some(number(of))))
        }),
        Act::Cut(n) => id(n).and_then(|seen| {
            let new = NewRequest { summary: "una cosa".into(), ..NewRequest::default() };
            db.write(after, move |w| intake::ops::cut(w, &reviewer, seen.id, &new).map(|_| ()))
        }),
        Act::Answer(n, accepted) => db.write(after, move |w| {
            let answer = if accepted { Answer::Accepted } else { Answer::Noted };
            let new = NewResponse { requests: vec![n], answer, reason: "perché".into() };
            let response = intake::ops::prepare(w, &reviewer, process, &new)?;
            intake::ops::submit(w, &reviewer, process, response.number)
        }),
        Act::Approve(n) => db.write(after, move |w| {
            let permit = promoter.permit::<ReadRegister>(Subject::of(process))?;
            let seen = intake::ops::response(w.conn, &permit, process, n)?.response.prepared_at;
            intake::ops::approve(w, &promoter, process, n, seen)
        }),
        Act::Release => db.write(after, move |w| intake::ops::publish(w, &promoter, process).map(|_| ())),
        Act::Uncut(n) => db.write(after, move |w| intake::ops::uncut(w, &reviewer, process, n)),
    };
}

fn holds(db: &Db, h: &House) {
    let account = db.read(|conn| intake::ops::reconcile(conn, h.process)).unwrap();
    let counts = db.read(|conn| register::ops::counts(conn, h.process)).unwrap();
    let all: i64 = counts.iter().map(|(_, _, n)| n).sum();
    assert!(account.adds_up(), "{account:?}");
    assert_eq!(account.received + account.late, all, "{account:?}");
    let open = account.count(intake::ContributionState::Open);
    let listed: std::collections::BTreeSet<i32> = account.missing.iter().map(|m| m.contribution).collect();
    assert_eq!(usize::try_from(open).unwrap(), listed.len(), "each open contribution says what it lacks: {account:?}");
    let ready = db.snapshot(|conn| gather(conn, h.process)).unwrap();
    assert_eq!(matches!(ready, Ready::Yes(_)), open == 0, "{account:?}");
    let check = db.read(|conn| register::chain::check(conn, h.process)).unwrap();
    assert_eq!(check.broken_at, None);
}

#[test]
fn it_always_adds_up() {
    let config = Config { cases: 12, failure_persistence: None, ..Config::default() };
    TestRunner::new(config)
        .run(&acts(), |list| {
            support::on_each(|db| {
                let h = house(db);
                h.open_window(db, 10);
                for (step, act) in list.iter().enumerate() {
                    does(db, &h, act, i64::try_from(step).unwrap());
                }
                holds(db, &h);
            });
            Ok(())
        })
        .unwrap();
}
