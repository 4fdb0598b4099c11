//! One deadline: at the second it closes, across both clock changes, under concurrent posts and an extension.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails may panic")]

mod support;

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use domain::access::{Denied, WindowState};
use domain::clock::Instant;
use domain::{Error, comments, consultations, register};
use support::{at, house};

#[test]
fn everything_a_participant_does_asks_the_same_rule() {
    support::on_each(|db| {
        let h = house(db);
        h.open_window(db, 10);
        let me = h.people[0].clone();
        let send = |when: Instant| {
            let (by, new) = (me.clone(), h.comment("testo"));
            db.write(when, move |w| comments::ops::send(w, &by, new))
        };
        assert!(matches!(send(Instant(at(0).0 - 1)), Err(Error::Denied(Denied::NotYetOpen))));
        let first = send(at(0)).unwrap();
        send(Instant(at(10).0 - 1)).unwrap();
        assert!(matches!(send(at(10)), Err(Error::Denied(Denied::Closed))));
        let id = first.id;
        let (by, new) = (me.clone(), h.comment("altro"));
        assert!(matches!(
            db.write(at(10), move |w| comments::ops::edit(w, &by, id, new)),
            Err(Error::Denied(Denied::Closed))
        ));
        let by = me.clone();
        assert!(matches!(
            db.write(at(10), move |w| comments::ops::withdraw(w, &by, id)),
            Err(Error::Denied(Denied::Closed))
        ));
        let by = h.people[1].clone();
        assert!(matches!(
            db.write(at(10), move |w| comments::ops::support(w, &by, id, true)),
            Err(Error::Denied(Denied::Closed))
        ));
        let (by, new) = (me.clone(), h.comment("tardivo"));
        assert!(matches!(
            db.write(at(9), move |w| comments::ops::file_late(w, &by, new)),
            Err(Error::Denied(Denied::NotYetClosed))
        ));
        let (by, new) = (me.clone(), h.comment("tardivo"));
        let late = db.write(at(11), move |w| comments::ops::file_late(w, &by, new)).unwrap();
        assert!(late.late);
        assert_eq!(late.number, 3);
        let account = db.read(|conn| domain::intake::ops::reconcile(conn, h.process)).unwrap();
        assert_eq!((account.received, account.late), (2, 1));
    });
}

#[test]
fn what_came_in_time_by_another_channel_keeps_its_own_instant() {
    support::on_each(|db| {
        let h = house(db);
        h.open_window(db, 10);
        let enter = |received: Instant| {
            let new = register::NewContribution {
                channel: register::Channel::CertifiedMail,
                sender: "mittente".into(),
                evidence: "protocollo 12".into(),
                ..h.comment("per PEC")
            };
            let by = h.reviewer.clone();
            db.write(at(30), move |w| comments::ops::enter_other(w, &by, new, received, None))
        };
        assert!(!enter(at(9)).unwrap().late);
        assert!(enter(at(11)).unwrap().late);
        assert!(matches!(enter(at(31)), Err(Error::Invalid(_))));
        assert!(matches!(enter(at(-1)), Err(Error::Invalid(_))));
    });
}

#[test]
fn a_hundred_posts_around_the_closing_are_each_on_the_right_side() {
    support::on_each(|db| {
        let h = Arc::new(house(db));
        h.open_window(db, 10);
        let turn = AtomicI64::new(0);
        std::thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    loop {
                        let n = turn.fetch_add(1, Ordering::SeqCst);
                        if n >= 100 {
                            break;
                        }
                        let when = Instant(at(10).0 - 50 + n);
                        let (by, new) = (h.people[usize::try_from(n % 2).unwrap()].clone(), h.comment("testo"));
                        let sent = db.write(when, move |w| comments::ops::send(w, &by, new));
                        assert_eq!(sent.is_ok(), n < 50, "{n}: {sent:?}");
                    }
                });
            }
        });
        let account = db.read(|conn| domain::intake::ops::reconcile(conn, h.process)).unwrap();
        assert_eq!(account.received, 50);
        let check = db.read(|conn| register::chain::check(conn, h.process)).unwrap();
        assert_eq!((check.entries, check.broken_at), (50, None));
    });
}

#[test]
fn an_extension_is_public_has_a_reason_and_counts_at_once() {
    support::on_each(|db| {
        let h = house(db);
        h.open_window(db, 10);
        let window = db.read(|conn| consultations::ops::of_version(conn, h.version)).unwrap().unwrap();
        let extend = |when: Instant, to: Instant, why: &'static str| {
            let (by, id) = (h.promoter.clone(), window.id);
            db.write(when, move |w| consultations::ops::extend(w, &by, id, to, why))
        };
        assert!(matches!(extend(at(5), at(20), " "), Err(Error::Invalid(_))));
        assert!(matches!(extend(at(5), at(9), "prima"), Err(Error::Invalid(_))));
        extend(at(5), at(20), "molte richieste").unwrap();
        let (by, new) = (h.people[0].clone(), h.comment("testo"));
        db.write(at(15), move |w| comments::ops::send(w, &by, new)).unwrap();
        assert!(matches!(extend(at(20), at(30), "tardi"), Err(Error::Denied(Denied::Closed))));
        let now = db.read(|conn| consultations::ops::by_id(conn, window.id)).unwrap();
        assert_eq!(
            (now.closes_at, now.state(at(19)), now.state(at(20))),
            (at(20), WindowState::Open, WindowState::After)
        );
        assert_eq!(db.read(|conn| consultations::ops::extensions(conn, window.id)).unwrap().len(), 1);
    });
}

#[test]
fn a_window_shown_in_rome_closes_when_the_wall_clock_says_so() {
    let local = |text: &str| chrono::NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap();
    // The night of 30 March has 23 hours, that of 26 October 25.
    for (opens, closes, hours) in
        [("2025-03-29 18:00", "2025-03-30 18:00", 23), ("2025-10-25 18:00", "2025-10-26 18:00", 25)]
    {
        let (from, to) = (Instant::in_rome(local(opens)), Instant::in_rome(local(closes)));
        assert_eq!((to.0 - from.0) / 3_600_000_000, hours);
        assert_eq!(consultations::state(from, to, Instant(to.0 - 1)), WindowState::Open);
        assert_eq!(consultations::state(from, to, to), WindowState::After);
        assert_eq!(to.rome().format("%H:%M").to_string(), "18:00");
    }
}
