//! The demo plays the whole way through the product's own rules, on each database.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails may panic")]

mod support;

use domain::clock::Instant;
use domain::db::Db;
use domain::demo;
use domain::intake::{ContributionState, Outcome};
use domain::report::{Ready, gather};

#[test]
fn everything_is_answered_and_adds_up() {
    support::on_each(whole_way);
}

/// 104 came, at five tables of two sessions.
fn meetings(db: &Db, process: domain::id::ProcessId) {
    let by = domain::access::Actor::system();
    db.read(|conn| {
        let event = domain::events::ops::by_number(conn, &by, process, 1)?;
        let tables = domain::events::ops::tables(conn, event.id)?;
        assert!(tables.len() == 5 && tables.iter().all(|(t, s)| s.len() == 2 && (25..=26).contains(&t.taken)));
        let figures = domain::events::figures::of_event(conn, &event)?;
        assert_eq!((figures.present(), figures.all.registered, figures.all.rate()), (104, 129, Some(1938)));
        Ok(())
    })
    .unwrap();
}

fn whole_way(db: &Db) {
    let filled = demo::fill(db, Instant(1_930_000_000_000_000)).unwrap();
    let account = db.read(|conn| domain::intake::ops::reconcile(conn, filled.torino)).unwrap();
    assert_eq!((account.received, account.requests, account.missing.len()), (21, 50, 0));
    assert_eq!(account.count(ContributionState::Answered), 21);
    let Ready::Yes(content) = db.snapshot(|conn| gather(conn, filled.torino)).unwrap() else { panic!("not ready") };
    let [online, table] = &content.ways[..] else { panic!("{:?}", content.ways) };
    assert_eq!((online.way.as_str(), online.received, table.way.as_str(), table.received), ("online", 20, "table", 1));
    assert_eq!(table.outcomes, [(Outcome::Integrated, 1)]);
    // Of what came online, the figures of the source.
    let count = |o| online.outcomes.iter().find(|(x, _)| *x == o).map_or(0, |(_, n)| *n);
    assert_eq!(count(Outcome::Integrated), 38);
    assert_eq!(count(Outcome::PartiallyIntegrated), 5);
    assert_eq!(count(Outcome::AlreadyPresent), 2);
    assert_eq!(count(Outcome::OutOfScope), 1);
    assert_eq!(count(Outcome::NotAccepted), 2);
    assert_eq!(count(Outcome::Deferred), 1);
    assert!(content.explained.iter().all(|c| c.reason.is_some()), "{:?}", content.explained);
    assert_eq!(content.participants.citizens, 12);
    assert_eq!(content.participants.organisations.len(), 134);
    let mut in_order = content.participants.organisations.clone();
    domain::report::sort_names(&mut in_order);
    assert_eq!(content.participants.organisations, in_order);
    assert_eq!(content.versions[1].changes, Some([34, 19, 1, 1]));
    meetings(db, filled.torino);
    let check = db.read(|conn| domain::register::chain::check(conn, filled.torino)).unwrap();
    assert_eq!((check.broken_at, check.entries), (None, 42));
}
