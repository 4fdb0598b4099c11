//! Whatever is done in whatever order, what was received adds up, and the report is refused until nothing is open.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails may panic")]

mod support;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;
use domain::access::{ReadRegister, Subject};
use domain::clock::Instant;
use domain::db::Db;
use domain::db::schema::{contributions, requests, responses};
use domain::id::ContributionId;
use domain::intake::{self, Answer, NewRequest, NewResponse};
use domain::register::{Channel, Moderation, NewContribution, Refusal};
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
    Unmark(usize),
    Edit(usize),
    Redact(usize),
    ByPost,
    Cut(usize),
    Answer(i32, bool),
    Approve(i32),
    Supersede(i32, bool),
    Release,
    Uncut(i32),
}

/// A few acts at a time: one drawn alone, or all that answer a contribution, in their order, or those and then all that
/// answer it otherwise. Acts drawn alone supersede an answer so seldom that a whole run may go by without one.
fn acts() -> impl Strategy<Value = Vec<Act>> {
    let whole = |n| vec![Act::Publish(n), Act::Cut(n), Act::Answer(1, false), Act::Approve(1), Act::Release];
    let anew = move |n| [whole(n), vec![Act::Supersede(1, false), Act::Approve(1), Act::Release]].concat();
    let repeated = |(n, of)| vec![Act::Send, Act::Send, Act::Duplicate(n, of)];
    let step = prop_oneof![
        6 => one_act().prop_map(|act| vec![act]),
        4 => (0_usize..1000).prop_map(whole),
        2 => (0_usize..1000).prop_map(anew),
        1 => (0_usize..1000, 0_usize..1000).prop_map(repeated),
    ];
    proptest::collection::vec(step, 8..24).prop_map(|steps| steps.concat())
}

fn one_act() -> impl Strategy<Value = Act> {
    let any_of = 0_usize..1000;
    let number = 1_i32..1000;
    prop_oneof![
        4 => Just(Act::Send),
        1 => Just(Act::Late),
        1 => any_of.clone().prop_map(Act::Withdraw),
        2 => any_of.clone().prop_map(Act::Publish),
        1 => any_of.clone().prop_map(Act::Hold),
        1 => any_of.clone().prop_map(Act::Refuse),
        3 => (any_of.clone(), any_of.clone()).prop_map(|(a, b)| Act::Duplicate(a, b)),
        1 => any_of.clone().prop_map(Act::Unmark),
        1 => any_of.clone().prop_map(Act::Edit),
        1 => any_of.clone().prop_map(Act::Redact),
        1 => Just(Act::ByPost),
        2 => any_of.prop_map(Act::Cut),
        2 => (number.clone(), any::<bool>()).prop_map(|(n, a)| Act::Answer(n, a)),
        2 => number.clone().prop_map(Act::Approve),
        2 => (number.clone(), any::<bool>()).prop_map(|(n, a)| Act::Supersede(n, a)),
        2 => Just(Act::Release),
        1 => number.prop_map(Act::Uncut),
    ]
}

/// The same act on something there is, and mostly on something it is fit for: numbers drawn blindly would hardly ever lead
/// to an answer. Each fifth stays a blind one.
fn aimed(db: &Db, h: &House, act: Act) -> Act {
    let (received, free, states) = db
        .read(|conn| {
            let received: i64 = contributions::table.count().get_result(conn)?;
            let free = requests::table.filter(requests::process_id.eq(h.process).and(requests::response_id.is_null()));
            let free: Vec<i32> = free.order(requests::number).select(requests::number).load(conn)?;
            let state = diesel::dsl::sql::<diesel::sql_types::Text>("state");
            let states: Vec<(i32, String)> =
                responses::table.order(responses::number).select((responses::number, state)).load(conn)?;
            Ok((usize::try_from(received).unwrap(), free, states))
        })
        .unwrap();
    let one = |n: usize| n % received.max(1);
    let of = |n: i32, fit: &[i32]| match usize::try_from(n).unwrap() {
        n if n % 5 > 0 && !fit.is_empty() => fit[n % fit.len()],
        n => i32::try_from(n % 8).unwrap(),
    };
    let such = |state: &str| states.iter().filter(|(_, s)| s == state).map(|(n, _)| *n).collect::<Vec<_>>();
    match act {
        Act::Withdraw(n) => Act::Withdraw(one(n)),
        Act::Publish(n) => Act::Publish(one(n)),
        Act::Hold(n) => Act::Hold(one(n)),
        Act::Refuse(n) => Act::Refuse(one(n)),
        Act::Duplicate(n, of) => Act::Duplicate(one(n), one(of)),
        Act::Unmark(n) => Act::Unmark(one(n)),
        Act::Edit(n) => Act::Edit(one(n)),
        Act::Redact(n) => Act::Redact(one(n)),
        Act::Cut(n) => Act::Cut(one(n)),
        Act::Answer(n, a) => Act::Answer(of(n, &free), a),
        Act::Approve(n) => Act::Approve(of(n, &such("submitted"))),
        Act::Supersede(n, a) => Act::Supersede(of(n, &such("published")), a),
        Act::Uncut(n) => Act::Uncut(of(n, &free)),
        Act::Send | Act::Late | Act::ByPost | Act::Release => act,
    }
}

fn answer(accepted: bool, requests: Vec<i32>) -> NewResponse {
    let answer = if accepted { Answer::Accepted } else { Answer::Noted };
    NewResponse { requests, answer, reason: "perché".into() }
}

/// Does one act, and says whether it was done: what the rules refuse is refused, and that is right too.
fn does(db: &Db, h: &House, act: &Act, step: i64) -> bool {
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
    let done = match act.clone() {
        Act::Send => db.write(inside, move |w| comments::ops::send(w, &me, new).map(|_| ())),
        Act::Late => db.write(after, move |w| comments::ops::file_late(w, &me, new).map(|_| ())),
        Act::Withdraw(n) => id(n).and_then(|seen| db.write(inside, move |w| comments::ops::withdraw(w, &me, seen.id))),
        Act::Publish(n) => moderate(n, Moderation::Published, None),
        Act::Hold(n) => moderate(n, Moderation::Held, None),
        Act::Refuse(n) => moderate(n, Moderation::Refused, Some(Refusal::OffTopic)),
        Act::Duplicate(n, of) => id(n).and_then(|seen| {
            db.write(after, move |w| register::ops::mark_duplicate(w, &reviewer, seen, Some(number(of))))
        }),
        Act::Unmark(n) => {
            id(n).and_then(|seen| db.write(after, move |w| register::ops::mark_duplicate(w, &reviewer, seen, None)))
        }
        Act::Edit(n) => {
            id(n).and_then(|seen| db.write(inside, move |w| comments::ops::edit(w, &me, seen.id, new).map(|_| ())))
        }
        Act::Redact(n) => {
            id(n).and_then(|seen| db.write(after, move |w| intake::ops::redact(w, &reviewer, seen, "[…]", "", "nomi")))
        }
        Act::ByPost => db.write(after, move |w| {
            let (sender, evidence) = ("Chi scrive".into(), "protocollo 7".into());
            let new = NewContribution { channel: Channel::CertifiedMail, sender, evidence, ..new };
            comments::ops::enter_other(w, &reviewer, new, inside, None).map(|_| ())
        }),
        Act::Cut(n) => id(n).and_then(|seen| {
            let new = NewRequest { summary: "una cosa".into(), ..NewRequest::default() };
            db.write(after, move |w| intake::ops::cut(w, &reviewer, seen.id, &new).map(|_| ()))
        }),
        Act::Answer(n, accepted) => db.write(after, move |w| {
            let response = intake::ops::prepare(w, &reviewer, process, &answer(accepted, vec![n]))?;
            intake::ops::submit(w, &reviewer, process, response.number)
        }),
        Act::Approve(n) => db.write(after, move |w| {
            let permit = promoter.permit::<ReadRegister>(Subject::of(process))?;
            let seen = intake::ops::response(w.conn, &permit, process, n)?.response.prepared_at;
            intake::ops::approve(w, &promoter, process, n, seen)
        }),
        Act::Supersede(n, accepted) => db.write(after, move |w| {
            let response = intake::ops::supersede(w, &reviewer, process, n, &answer(accepted, vec![]))?;
            intake::ops::submit(w, &reviewer, process, response.number)
        }),
        Act::Release => db.write(after, move |w| intake::ops::publish(w, &promoter, process).map(|_| ())),
        Act::Uncut(n) => db.write(after, move |w| intake::ops::uncut(w, &reviewer, process, n)),
    };
    done.is_ok()
}

/// A row as the database holds it.
#[derive(Queryable)]
struct Row {
    id: ContributionId,
    late: bool,
    withdrawn_at: Option<Instant>,
    moderation: String,
    refusal: String,
    duplicate_of: Option<ContributionId>,
}

/// What was received, and of each thing asked for the state and outcome of its answer.
type Rows = (BTreeMap<ContributionId, Row>, Vec<(ContributionId, Option<String>, Option<String>)>);

fn rows(db: &Db, h: &House) -> Rows {
    let text = |column: &'static str| diesel::dsl::sql::<diesel::sql_types::Text>(column);
    db.read(|conn| {
        let received: Vec<Row> = contributions::table
            .filter(contributions::process_id.eq(h.process))
            .select((
                contributions::id,
                contributions::late,
                contributions::withdrawn_at,
                text("moderation"),
                contributions::refusal,
                contributions::duplicate_of,
            ))
            .load(conn)?;
        let word =
            |column: &'static str| diesel::dsl::sql::<diesel::sql_types::Nullable<diesel::sql_types::Text>>(column);
        let asked = requests::table
            .left_join(responses::table.on(requests::response_id.eq(responses::id.nullable())))
            .filter(requests::process_id.eq(h.process))
            .select((requests::contribution_id, word("responses.state"), word("responses.outcome")))
            .load(conn)?;
        Ok((received.into_iter().map(|r| (r.id, r)).collect(), asked))
    })
    .unwrap()
}

/// The promise, said again from the rows alone: what came in time was withdrawn, or refused for a reason, or every request
/// in it has a final answer that is public, or it repeats one that came in time, stands, and is accounted for itself.
fn accounted(of: &Row, rows: &Rows) -> bool {
    let refused = |r: &Row| r.moderation == "refused" && !r.refusal.is_empty();
    if of.withdrawn_at.is_some() || refused(of) {
        return true;
    }
    if of.duplicate_of.is_none() {
        let asked: Vec<_> = rows.1.iter().filter(|(id, ..)| *id == of.id).collect();
        let public = |state: &Option<String>| state.as_deref() == Some("published");
        return of.moderation == "published"
            && !asked.is_empty()
            && asked.iter().all(|(_, state, outcome)| public(state) && outcome.as_deref() != Some("accepted"));
    }
    repeated(of, rows).is_some_and(|last| accounted(last, rows))
}

/// What one that came in time repeats in the end, if that stands and came in time.
fn repeated<'r>(of: &Row, rows: &'r Rows) -> Option<&'r Row> {
    let mut seen = BTreeSet::from([of.id]);
    let mut last = &rows.0[&of.duplicate_of?];
    while let Some(next) = last.duplicate_of {
        if !seen.insert(last.id) {
            return None;
        }
        last = &rows.0[&next];
    }
    (!last.late && last.withdrawn_at.is_none() && last.moderation != "refused").then_some(last)
}

/// What was seen on the way: a property that nothing reaches proves nothing.
#[derive(Debug, Default)]
struct Seen {
    answers: usize,
    ready: usize,
    shared: usize,
    superseded: usize,
    refused: usize,
}

fn holds(db: &Db, h: &House) -> Seen {
    let account = db.read(|conn| intake::ops::reconcile(conn, h.process)).unwrap();
    let counts = db.read(|conn| register::ops::counts(conn, h.process)).unwrap();
    let all: i64 = counts.iter().map(|(_, _, n)| n).sum();
    assert!(account.adds_up(), "{account:?}");
    assert_eq!(account.received + account.late, all, "{account:?}");
    let open = account.count(intake::ContributionState::Open);
    let listed: BTreeSet<i32> = account.missing.iter().map(|m| m.contribution).collect();
    assert_eq!(usize::try_from(open).unwrap(), listed.len(), "each open contribution says what it lacks: {account:?}");
    let ready = db.snapshot(|conn| gather(conn, h.process)).unwrap();
    let rows = rows(db, h);
    let all_accounted = rows.0.values().filter(|r| !r.late).all(|r| accounted(r, &rows));
    assert_eq!(matches!(ready, Ready::Yes(_)), all_accounted, "{account:?}");
    let shares = |r: &Row| r.duplicate_of.is_some() && repeated(r, &rows).is_some();
    let unanswered = rows.0.values().filter(|r| !r.late && !accounted(r, &rows) && !shares(r)).count();
    assert_eq!(usize::try_from(open).unwrap(), unanswered, "{account:?}");
    let check = db.read(|conn| register::chain::check(conn, h.process)).unwrap();
    assert_eq!(check.broken_at, None);
    let answered = |r: &&Row| !r.late && r.withdrawn_at.is_none() && r.refusal.is_empty() && accounted(r, &rows);
    Seen {
        answers: rows.0.values().filter(answered).filter(|r| r.duplicate_of.is_none()).count(),
        ready: usize::from(all_accounted && rows.0.values().any(|r| answered(&r))),
        shared: rows.0.values().filter(answered).filter(|r| r.duplicate_of.is_some()).count(),
        superseded: 0,
        refused: 0,
    }
}

#[test]
fn it_always_adds_up() {
    let config = Config { cases: 16, failure_persistence: None, ..Config::default() };
    let all = RefCell::new(Seen::default());
    TestRunner::new(config)
        .run(&acts(), |list| {
            support::on_each(|db| {
                let h = house(db);
                h.open_window(db, 10);
                let mut all = all.borrow_mut();
                for (step, act) in list.iter().enumerate() {
                    let act = aimed(db, &h, act.clone());
                    let done = does(db, &h, &act, i64::try_from(step).unwrap());
                    let seen = holds(db, &h);
                    all.answers = all.answers.max(seen.answers);
                    all.ready += seen.ready;
                    all.shared += seen.shared;
                    all.superseded += usize::from(done && matches!(act, Act::Supersede(..)));
                    all.refused += usize::from(!done);
                }
            });
            Ok(())
        })
        .unwrap();
    let all = all.into_inner();
    let reached = all.answers > 0 && all.ready > 0 && all.shared > 0 && all.superseded > 0 && all.refused > 0;
    assert!(reached, "hardly anything was reached: {all:?}");
}

/// The acts that answer the first contribution.
const ANSWERED: [Act; 5] = [Act::Publish(0), Act::Cut(0), Act::Answer(1, false), Act::Approve(1), Act::Release];

/// Each act must be allowed; after each the promise holds. Whether the report may be made at the end.
fn played(db: &Db, acts: &[Act]) -> bool {
    let h = house(db);
    h.open_window(db, 10);
    for (step, act) in acts.iter().enumerate() {
        assert!(does(db, &h, act, i64::try_from(step).unwrap()), "{act:?} is refused");
        holds(db, &h);
    }
    matches!(db.snapshot(|conn| gather(conn, h.process)).unwrap(), Ready::Yes(_))
}

#[test]
fn a_repetition_is_answered_by_what_it_repeats() {
    let with = |rest: &[Act]| [&[Act::Send, Act::Send][..], rest].concat();
    support::on_each(|db| assert!(played(db, &with(&[&[Act::Duplicate(1, 0)][..], &ANSWERED].concat()))));
}

#[test]
fn a_repetition_of_what_does_not_stand_is_open_again() {
    let marked = [Act::Send, Act::Send, Act::Duplicate(1, 0)];
    let rest: [&[Act]; 3] = [&[Act::Refuse(0)], &[Act::Withdraw(0)], &[Act::Hold(0), Act::Refuse(0)]];
    for lost in rest {
        support::on_each(|db| assert!(!played(db, &[&marked[..], lost].concat())));
        // Standing by itself it can be answered like any other, or refused.
        let by_itself = [Act::Unmark(1), Act::Refuse(1)];
        support::on_each(|db| assert!(played(db, &[&marked[..], lost, &by_itself].concat())));
    }
}

#[test]
fn marking_refuses_what_no_answer_can_stand_for() {
    support::on_each(|db| {
        let h = house(db);
        h.open_window(db, 10);
        let may = |act: Act| does(db, &h, &act, 1);
        for act in [Act::Send, Act::Send, Act::ByPost, Act::Late, Act::Late, Act::Refuse(1)] {
            assert!(may(act));
        }
        assert!(!may(Act::Duplicate(0, 0)), "itself");
        assert!(!may(Act::Duplicate(0, 1)), "a refused one");
        assert!(!may(Act::Duplicate(2, 3)), "a late one, for one in time");
        assert!(may(Act::Duplicate(3, 4)), "late for late");
        assert!(may(Act::Duplicate(0, 2)));
        assert!(!may(Act::Duplicate(2, 0)), "a circle");
        assert!(!may(Act::Duplicate(1, 0)), "a repetition");
        assert!(may(Act::Unmark(0)) && may(Act::Duplicate(2, 0)));
        holds(db, &h);
    });
}

#[test]
fn the_chain_says_when_a_repetition_stands_by_itself_again() {
    support::on_each(|db| {
        let h = house(db);
        h.open_window(db, 10);
        for act in [Act::Send, Act::Send, Act::Unmark(1), Act::Duplicate(1, 0), Act::Unmark(1), Act::Unmark(1)] {
            assert!(does(db, &h, &act, 1));
        }
        let entries = db.read(|conn| register::chain::entries_of(conn, h.process, 2)).unwrap();
        let told: Vec<&str> = entries.iter().map(|e| e.act.as_str()).collect();
        assert_eq!(told, ["received", "duplicate", "reinstated"]);
        let check = db.read(|conn| register::chain::check(conn, h.process)).unwrap();
        assert_eq!((check.entries, check.broken_at), (4, None));
    });
}

#[test]
fn an_edit_forgets_why_the_words_before_were_refused() {
    support::on_each(|db| {
        let h = house(db);
        h.open_window(db, 10);
        assert!(does(db, &h, &Act::Send, 1) && does(db, &h, &Act::Refuse(0), 1) && does(db, &h, &Act::Edit(0), 2));
        let rows = rows(db, &h);
        let of = rows.0.values().next().unwrap();
        assert_eq!((of.moderation.as_str(), of.refusal.as_str()), ("waiting", ""));
    });
}

#[test]
fn who_was_told_of_a_hold_is_told_of_its_end() {
    support::on_each(|db| {
        let h = house(db);
        h.open_window(db, 10);
        let letters = |acts: &[Act]| {
            let before = db.read(domain::mail::waiting).unwrap();
            assert!(acts.iter().all(|a| does(db, &h, a, 1)));
            db.read(domain::mail::waiting).unwrap() - before
        };
        assert_eq!(letters(&[Act::Send, Act::Publish(0)]), 1, "the receipt");
        assert_eq!(letters(&[Act::Hold(0)]), 1);
        assert_eq!(letters(&[Act::Publish(0)]), 1);
        assert_eq!(letters(&[Act::Hold(0), Act::Edit(0)]), 2, "the hold and the new receipt");
        assert_eq!(letters(&[Act::Publish(0)]), 1, "still owed");
        assert_eq!(letters(&[Act::ByPost, Act::Hold(1), Act::Publish(1)]), 0, "nobody to tell");
    });
}

#[test]
fn what_can_still_be_edited_cannot_be_cut_and_the_other_way_round() {
    support::on_each(|db| {
        let h = house(db);
        h.open_window(db, 10);
        assert!(does(db, &h, &Act::Send, 1) && does(db, &h, &Act::ByPost, 1));
        let cut = |hours: i64, number: i32| {
            let (by, process) = (h.reviewer.clone(), h.process);
            db.write(at(hours), move |w| {
                let of = register::ops::by_number(w.conn, process, number)?;
                let new = NewRequest { summary: "una cosa".into(), ..NewRequest::default() };
                intake::ops::cut(w, &by, of.id, &new).map(|_| ())
            })
        };
        assert!(cut(5, 1).is_err(), "its author may still edit it");
        assert!(cut(5, 2).is_ok(), "nobody can edit what came by post");
        assert!(cut(10, 1).is_ok());
        for number in [1, 2] {
            let (me, new, process) = (h.people[0].clone(), h.comment("altro"), h.process);
            let edited = db.write(at(10), move |w| {
                let of = register::ops::by_number(w.conn, process, number)?;
                comments::ops::edit(w, &me, of.id, new).map(|_| ())
            });
            assert!(edited.is_err(), "{number}");
        }
        let promoter = h.promoter.clone();
        let version = h.version;
        let again = db.write(at(10), move |w| {
            let window = domain::consultations::ops::of_version(w.conn, version)?.unwrap();
            domain::consultations::ops::extend(w, &promoter, window.id, at(20), "ancora")
        });
        assert!(again.is_err(), "a window that closed does not open again");
    });
}
