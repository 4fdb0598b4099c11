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

/// A request row, cut from the first contribution.
fn request(h: &House, number: i32, response: &str) -> String {
    format!(
        "INSERT INTO requests (id, process_id, number, contribution_id, revision, summary, theme, response_id, cut_by, cut_at) \
         SELECT {}, process_id, {number}, id, 1, 'una cosa', '', {response}, {}, 1 FROM contributions WHERE number = 1",
        2000 + number,
        h.reviewer.account.unwrap(),
    )
}

/// A second version: one passage says more, another is no longer there.
fn later(db: &Db, h: &House) -> domain::id::VersionId {
    let text = support::PLAN.replace("Primo testo del piano.", "Primo testo del piano, più lungo.");
    let version =
        support::import(db, &h.reviewer, h.process, &text.replace("Secondo testo, sulle panchine.\n\n", ""), at(11));
    let by = h.promoter.clone();
    db.write(at(12), move |w| {
        for open in domain::plans::ops::undecided(w.conn, version)? {
            let likely = open.candidates.first().map(|c| c.code);
            domain::plans::ops::decide(w, &by, version, open.passage.row, likely)?;
        }
        domain::plans::ops::publish(w, &by, version, "")
    })
    .unwrap();
    version
}

#[test]
fn an_outcome_needs_its_reason_and_what_it_names() {
    support::on_each(|db| {
        let h = house(db);
        let promoter = h.promoter.account.unwrap().to_string();
        let reviewer = h.reviewer.account.unwrap().to_string();
        h.open_window(db, 10);
        let (by, new) = (h.people[0].clone(), h.comment("un commento"));
        db.write(at(1), move |w| comments::ops::send(w, &by, new).map(|_| ())).unwrap();
        let (first, version) = (h.version.to_string(), later(db, &h).to_string());
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
        // Which of several rules speaks first is the database's business.
        let refused = |why: &str| {
            let said = raw(db, publish).unwrap_err();
            assert!(why.split('|').any(|why| said.contains(why)), "{said}");
        };
        let names = |code: i32| {
            let add = format!("INSERT INTO response_passages SELECT 1002, id FROM passages WHERE code = {code}");
            raw(db, &format!("DELETE FROM response_passages WHERE response_id = 1002; {add}")).unwrap();
        };
        names(2);
        refused("answers a request");
        raw(db, &request(&h, 1, "1002")).unwrap();
        raw(db, "DELETE FROM response_passages WHERE response_id = 1002").unwrap();
        refused("names its passages");
        names(2);
        raw(db, &format!("UPDATE responses SET version_id = {first} WHERE number = 2")).unwrap();
        refused("later than the one|changed or ended there");
        raw(db, &format!("UPDATE responses SET version_id = {version} WHERE number = 2")).unwrap();
        names(1);
        refused("changed or ended there");
        raw(db, "INSERT INTO passages (id, process_id, code) SELECT 77, process_id, 77 FROM passages WHERE code = 1")
            .unwrap();
        names(77);
        refused("changed or ended there");
        for (code, outcome) in [(3, "already_present"), (77, "already_present")] {
            names(code);
            raw(db, &format!("UPDATE responses SET outcome = '{outcome}' WHERE number = 2")).unwrap();
            refused("passages of its version");
        }
        raw(db, "UPDATE responses SET outcome = 'integrated' WHERE number = 2").unwrap();
        // One changed, and one that ended there.
        names(2);
        raw(db, "INSERT INTO response_passages SELECT 1002, id FROM passages WHERE code = 3").unwrap();
        raw(db, publish).unwrap();
        assert!(raw(db, &request(&h, 2, "1002")).unwrap_err().contains("not added"));
        raw(db, &request(&h, 2, "NULL")).unwrap();
        assert!(raw(db, "UPDATE requests SET response_id = 1002 WHERE number = 2").unwrap_err().contains("not added"));
        for sql in [
            "UPDATE responses SET reason = 'altro' WHERE number = 2",
            "DELETE FROM responses WHERE number = 2",
            "DELETE FROM response_passages WHERE response_id = 1002",
            "INSERT INTO response_passages SELECT 1002, id FROM passages WHERE code = 2",
            "UPDATE response_passages SET passage_id = 77 WHERE response_id = 1002",
            "UPDATE requests SET summary = 'un’altra cosa' WHERE number = 1",
            "UPDATE requests SET response_id = NULL WHERE number = 1",
            "DELETE FROM requests WHERE number = 1",
            "UPDATE passage_ends SET into_passage_id = 77",
            "DELETE FROM passage_ends",
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
fn a_public_act_stays_as_it_was_done() {
    support::on_each(|db| {
        let h = house(db);
        h.open_window(db, 10);
        let (by, version) = (h.promoter.clone(), h.version);
        db.write(at(1), move |w| {
            let window = domain::consultations::ops::of_version(w.conn, version)?.unwrap();
            domain::consultations::ops::extend(w, &by, window.id, at(20), "ancora")
        })
        .unwrap();
        let report = format!(
            "INSERT INTO reports (id, process_id, number, content, content_sha256, published_by, published_at, withdrawn_reason) \
             VALUES (1, {}, 1, 'tutto', 'abc', {}, 1, '');
             INSERT INTO report_files (report_id, format, sha256, bytes) SELECT 1, 'html', 'abc', '' WHERE TRUE",
            h.process,
            h.promoter.account.unwrap()
        );
        raw(db, &report).unwrap();
        for sql in [
            "UPDATE extensions SET reason = 'altro'",
            "DELETE FROM extensions",
            "UPDATE reports SET content = 'altro'",
            "UPDATE reports SET content_sha256 = 'altro'",
            "UPDATE reports SET published_at = 2",
            "UPDATE reports SET number = 2",
            "DELETE FROM reports",
            "UPDATE report_files SET sha256 = 'altro'",
            "DELETE FROM report_files",
            "UPDATE reports SET withdrawn_at = 2",
            "UPDATE reports SET withdrawn_at = 2, withdrawn_reason = '  '",
        ] {
            assert!(raw(db, sql).is_err(), "{sql}");
        }
        raw(db, "UPDATE reports SET withdrawn_at = 2, withdrawn_reason = 'un importo sbagliato'").unwrap();
        for sql in ["UPDATE reports SET withdrawn_at = NULL", "UPDATE reports SET withdrawn_reason = 'altro'"] {
            assert!(raw(db, sql).is_err(), "{sql}");
        }
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
