//! The rules no application may go round, tried by raw SQL on both databases.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails may panic")]

mod support;

use domain::access::Actor;
use domain::db::Db;
use domain::register::Moderation;
use domain::{comments, intake, register};
use support::{House, at, house, raw};

/// A response row; `extra` overrides columns.
fn response(h: &House, number: i32, extra: &[(&str, &str)]) -> String {
    let (prepared, process) = (h.reviewer.account.unwrap(), h.process);
    let mut columns: Vec<(&str, String)> = vec![
        ("id", (1000 + number).to_string()),
        ("process_id", process.to_string()),
        ("number", number.to_string()),
        ("outcome", "'noted'".into()),
        ("reason", "'perché'".into()),
        ("competence", "''".into()),
        ("deferred_step", "''".into()),
        ("deferred_owner", "''".into()),
        ("state", "'draft'".into()),
        ("return_note", "''".into()),
        ("prepared_by", prepared.to_string()),
        ("prepared_at", "1".into()),
    ];
    for (name, value) in extra {
        match columns.iter_mut().find(|(c, _)| c == name) {
            Some(column) => column.1 = (*value).to_owned(),
            None => columns.push((name, (*value).to_owned())),
        }
    }
    let names: Vec<&str> = columns.iter().map(|(n, _)| *n).collect();
    let values: Vec<&str> = columns.iter().map(|(_, v)| v.as_str()).collect();
    format!("INSERT INTO responses ({}) VALUES ({})", names.join(", "), values.join(", "))
}

#[test]
fn an_outcome_needs_its_reason_and_what_it_names() {
    support::on_each(|db| {
        let h = house(db);
        let promoter = h.promoter.account.unwrap().to_string();
        let reviewer = h.reviewer.account.unwrap().to_string();
        let version = h.version.to_string();
        raw(db, &response(&h, 1, &[])).unwrap();
        let refused: &[&[(&str, &str)]] = &[
            &[("reason", "'  '")],
            &[("outcome", "'perhaps'")],
            &[("outcome", "'deferred'")],
            &[("outcome", "'deferred'"), ("deferred_step", "'poi'")],
            &[("outcome", "'integrated'")],
            &[("outcome", "'partially_integrated'")],
            &[("outcome", "'already_present'")],
            &[("state", "'approved'")],
            &[("approved_by", &reviewer)],
            &[("state", "'published'"), ("approved_by", &promoter), ("published_at", "1")],
        ];
        for (n, extra) in refused.iter().enumerate() {
            let number = i32::try_from(n).unwrap() + 10;
            assert!(raw(db, &response(&h, number, extra)).is_err(), "{extra:?}");
        }
        let integrated =
            [("outcome", "'integrated'"), ("version_id", version.as_str()), ("approved_by", promoter.as_str())];
        raw(db, &response(&h, 2, &integrated)).unwrap();
        let publish = "UPDATE responses SET state = 'published', published_at = 1 WHERE number = 2";
        assert!(raw(db, publish).unwrap_err().contains("names its passages"));
        raw(db, "INSERT INTO response_passages SELECT 1002, id FROM passages WHERE code = 1").unwrap();
        raw(db, publish).unwrap();
        for sql in [
            "UPDATE responses SET reason = 'altro' WHERE number = 2",
            "DELETE FROM responses WHERE number = 2",
            "DELETE FROM response_passages WHERE response_id = 1002",
            "INSERT INTO response_passages SELECT 1002, id FROM passages WHERE code = 2",
        ] {
            assert!(raw(db, sql).is_err(), "{sql}");
        }
    });
}

#[test]
fn what_is_published_and_what_only_grows_cannot_be_changed() {
    support::on_each(|db| {
        let h = house(db);
        h.open_window(db, 10);
        let (by, new) = (h.people[0].clone(), h.comment("un commento"));
        db.write(at(1), move |w| comments::ops::send(w, &by, new).map(|_| ())).unwrap();
        for sql in [
            "UPDATE versions SET title = 'altro'",
            "DELETE FROM versions",
            "UPDATE passage_texts SET text = 'altro'",
            "DELETE FROM passage_texts",
            "UPDATE register_entries SET commitment = 'altro'",
            "DELETE FROM register_entries",
            "DELETE FROM contributions",
            "UPDATE audit SET reason = 'altro'",
            "DELETE FROM audit",
            "UPDATE contributions SET moderation = 'refused'",
            "UPDATE contributions SET named_as = 'pseudonym'",
            "UPDATE contributions SET channel = 'paper'",
        ] {
            assert!(raw(db, sql).is_err(), "{sql}");
        }
        let check = db.read(|conn| register::chain::check(conn, h.process)).unwrap();
        assert_eq!((check.entries, check.broken_at), (1, None));
    });
}

#[test]
fn whoever_prepared_an_answer_does_not_approve_it() {
    support::on_each(|db| {
        let h = house(db);
        h.open_window(db, 10);
        let number = answered_by(db, &h, &h.promoter);
        let (by, process) = (h.promoter.clone(), h.process);
        let same = db.write(at(14), move |w| intake::ops::approve(w, &by, process, number, at(12))).unwrap_err();
        assert!(matches!(same, domain::Error::Denied(domain::access::Denied::SamePerson)), "{same:?}");
        let by = h.reviewer.clone();
        let reviewer = db.write(at(14), move |w| intake::ops::approve(w, &by, process, number, at(12))).unwrap_err();
        assert!(matches!(reviewer, domain::Error::Denied(domain::access::Denied::Role)), "{reviewer:?}");
    });
}

fn answered_by(db: &Db, h: &House, who: &Actor) -> i32 {
    let (by, new) = (h.people[0].clone(), h.comment("un commento"));
    let receipt = db.write(at(1), move |w| comments::ops::send(w, &by, new)).unwrap();
    let (by, process) = (who.clone(), h.process);
    db.write(at(12), move |w| {
        let seen = register::Seen { id: receipt.id, revision: 1 };
        register::ops::moderate(w, &by, seen, Moderation::Published, None, "")?;
        let new = intake::NewRequest { summary: "una cosa".into(), ..intake::NewRequest::default() };
        let request = intake::ops::cut(w, &by, receipt.id, &new)?;
        let answer =
            intake::NewResponse { requests: vec![request.number], answer: intake::Answer::Noted, reason: "sì".into() };
        let response = intake::ops::prepare(w, &by, process, &answer)?;
        intake::ops::submit(w, &by, process, response.number)?;
        Ok(response.number)
    })
    .unwrap()
}

#[test]
fn letters_of_opening_and_closing_leave_once() {
    support::on_each(|db| {
        let h = house(db);
        h.open_window(db, 100);
        let (me, process) = (h.people[0].clone(), h.process);
        db.write(at(-400), move |w| domain::processes::ops::subscribe(w, &me, process, true)).unwrap();
        let waiting = |db: &Db| db.read(domain::mail::waiting).unwrap();
        let before = waiting(db);
        let told = |hours: i64| db.write(at(hours), domain::consultations::ops::tell_due).unwrap();
        assert_eq!([told(-1), told(1), told(2), told(53), told(54), told(101)], [0, 1, 0, 1, 0, 0]);
        assert_eq!(waiting(db) - before, 2);
    });
}

#[test]
fn an_organisation_that_is_not_to_be_named_is_not_kept() {
    support::on_each(|db| {
        let h = house(db);
        h.open_window(db, 10);
        let me = h.people[0].clone();
        let mine =
            domain::accounts::NewOrganisation { name: "Ente".into(), category: "other".into(), zone: String::new() };
        let organisation = db.write(at(-1), move |w| domain::accounts::ops::add_organisation(w, &me, &mine)).unwrap();
        let new = register::NewContribution { organisation: Some(organisation), ..h.comment("anonimo") };
        let by = h.people[0].clone();
        let receipt = db.write(at(1), move |w| comments::ops::send(w, &by, new)).unwrap();
        let (by, seen) = (h.reviewer.clone(), register::Seen { id: receipt.id, revision: 1 });
        db.write(at(2), move |w| register::ops::moderate(w, &by, seen, Moderation::Published, None, "")).unwrap();
        let list = db.read(|conn| domain::report::ops::participants(conn, h.process)).unwrap();
        assert_eq!((list.organisations.len(), list.citizens), (0, 1));
    });
}
