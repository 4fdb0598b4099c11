//! Restitutions and rereading by raw SQL: what is published stays, who wrote does not publish, time is kept.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails may panic")]

mod support;

use support::{House, at, house, raw};

/// A session with one line, a restitution of it with one sentence, and its rereading until the fourteenth.
fn restituted(h: &House) -> String {
    let by = h.promoter.account.unwrap();
    format!(
        "INSERT INTO events (id, process_id, number, kind, title, programme, place, address, accessibility, online_link, \
         starts_at, ends_at, admission, closes_at, room_seats, remote_seats, state, state_reason, revision, guide_text, \
         created_by, created_at) VALUES (1, {process}, 1, 'participatory', 'Prova', '', 'Sala', '', '', '', {from}, {to}, \
         'names', {from}, 3, 1, 'planned', '', 0, '', {by}, 1), (2, {process}, 2, 'participatory', 'Altra', '', 'Sala', '', '', \
         '', {from}, {to}, 'names', {from}, 3, 1, 'planned', '', 0, '', {by}, 1);\
         INSERT INTO event_tables (id, event_id, number, theme, room, seats) VALUES (1, 1, 1, 'a', '', 2);\
         INSERT INTO table_sessions (id, table_id, position, question) VALUES (1, 1, 1, 'a'), (2, 1, 2, 'b');\
         INSERT INTO minutes (session_id, changes) VALUES (1, 1), (2, 1);\
         INSERT INTO minute_lines (key, session_id, kind, text, organisation, objective, position, revision, changed, said_at, \
         written_at, written_by) VALUES ('linea-uno', 1, 'need', 'detto', '', '', 1, 1, 1, 1, 1, {by});\
         INSERT INTO restitutions (id, event_id, session_id, changes) VALUES (1, 1, 1, 1);\
         INSERT INTO restitution_points (id, restitution_id, kind, text, objective, who, by_when, means, position, revision, \
         written_by, written_at) VALUES (1, 1, 'sentence', 'a', '', '', '', '', 1, 1, {by}, 1);\
         INSERT INTO rereadings (session_id, opened_at, opened_by, until_at) VALUES (1, {from}, {by}, {to})",
        process = h.process,
        from = at(10).0,
        to = at(14).0,
    )
}

fn edition(number: i32, by: impl std::fmt::Display) -> String {
    format!(
        "INSERT INTO restitution_editions (id, restitution_id, number, content, content_sha256, published_by, published_at) \
         VALUES ({number}, 1, {number}, '{{}}', 'x', {by}, 1)"
    )
}

fn correction(id: i32, line: &str, asked: i64) -> String {
    format!(
        "INSERT INTO line_corrections (id, session_id, line_key, before, wording, note, asked_at, state, reason) \
         VALUES ({id}, 1, '{line}', 'detto', 'altro', '', {asked}, 'asked', '')"
    )
}

#[test]
fn what_is_published_stays_and_was_written_by_others() {
    support::on_each(|db| {
        let h = house(db);
        raw(db, &restituted(&h)).unwrap();
        let (writer, other) = (h.promoter.account.unwrap(), h.reviewer.account.unwrap());
        assert!(raw(db, &edition(1, writer)).is_err(), "who wrote it");
        raw(db, &edition(1, other)).unwrap();
        for refused in [
            edition(1, other),
            "UPDATE restitution_editions SET content = 'altro'".to_owned(),
            "DELETE FROM restitution_editions".to_owned(),
            "INSERT INTO restitutions (id, event_id, session_id, changes) VALUES (2, 2, 2, 1)".to_owned(),
            "INSERT INTO restitutions (id, event_id, session_id, changes) VALUES (2, 1, 1, 1)".to_owned(),
            "UPDATE restitution_points SET text = ' '".to_owned(),
            "UPDATE restitution_points SET kind = 'action'".to_owned(),
            "INSERT INTO restitution_sources (point_id, source_id, revision) VALUES (1, 1, 1)".to_owned(),
            "INSERT INTO restitution_lines (point_id, line_key, revision) VALUES (1, 'linea-due', 1)".to_owned(),
        ] {
            assert!(raw(db, &refused).is_err(), "{refused}");
        }
        raw(db, "INSERT INTO restitutions (id, event_id, changes) VALUES (2, 1, 1)").unwrap();
        assert!(
            raw(db, "INSERT INTO restitutions (id, event_id, changes) VALUES (3, 1, 1)").is_err(),
            "one of the event"
        );
    });
}

#[test]
fn a_correction_is_asked_for_in_time_and_decided_once() {
    support::on_each(|db| {
        let h = house(db);
        raw(db, &restituted(&h)).unwrap();
        raw(db, &correction(1, "linea-uno", at(14).0 - 1)).unwrap();
        let by = h.promoter.account.unwrap();
        for refused in [
            correction(2, "linea-uno", at(14).0),
            correction(2, "linea-due", at(13).0),
            format!("UPDATE rereadings SET until_at = {}", at(13).0),
            "UPDATE line_corrections SET state = 'accepted'".to_owned(),
            format!("UPDATE line_corrections SET state = 'declined', decided_by = {by}, decided_at = 1"),
        ] {
            assert!(raw(db, &refused).is_err(), "{refused}");
        }
        raw(db, &format!("UPDATE line_corrections SET state = 'accepted', decided_by = {by}, decided_at = 1")).unwrap();
        assert!(raw(db, "UPDATE line_corrections SET state = 'declined', reason = 'no'").is_err(), "decided once");
        raw(db, &format!("UPDATE rereadings SET until_at = {}", at(15).0)).unwrap();
    });
}
