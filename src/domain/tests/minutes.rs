//! Minutes by raw SQL: a line is there once, stands under a heading of its own session, and goes into the register once.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails may panic")]

mod support;

use support::{House, at, house, raw};

/// Two sessions of a table, each with its minutes.
fn sessions(h: &House) -> String {
    let by = h.promoter.account.unwrap();
    format!(
        "INSERT INTO events (id, process_id, number, kind, title, programme, place, address, accessibility, online_link, \
         starts_at, ends_at, admission, closes_at, room_seats, remote_seats, state, state_reason, revision, guide_text, \
         created_by, created_at) VALUES (1, {}, 1, 'participatory', 'Prova', '', 'Sala', '', '', '', {}, {}, 'names', {}, \
         3, 1, 'planned', '', 0, '', {by}, 1);\
         INSERT INTO event_tables (id, event_id, number, theme, room, seats) VALUES (1, 1, 1, 'a', '', 2);\
         INSERT INTO table_sessions (id, table_id, position, question) VALUES (1, 1, 1, 'a'), (2, 1, 2, 'b');\
         INSERT INTO minutes (session_id, changes) VALUES (1, 1), (2, 1)",
        h.process,
        at(10).0,
        at(14).0,
        at(10).0
    )
}

fn line(h: &House, key: &str, session: i32, kind: &str, heading: &str) -> String {
    format!(
        "INSERT INTO minute_lines (key, session_id, kind, text, organisation, objective, heading, position, revision, changed, \
         said_at, written_at, written_by) VALUES ('{key}', {session}, '{kind}', 'detto', '', '', {heading}, 1, 1, 1, 1, 1, {})",
        h.promoter.account.unwrap()
    )
}

#[test]
fn a_line_is_there_once() {
    support::on_each(|db| {
        let h = house(db);
        raw(db, &sessions(&h)).unwrap();
        raw(db, &line(&h, "titolo-1", 1, "heading", "NULL")).unwrap();
        raw(db, &line(&h, "intervento-1", 1, "need", "'titolo-1'")).unwrap();
        for refused in [
            line(&h, "intervento-1", 1, "need", "NULL"),
            line(&h, "intervento-1", 2, "need", "NULL"),
            line(&h, "intervento-2", 2, "need", "'titolo-1'"),
            line(&h, "titolo-2", 1, "heading", "'titolo-1'"),
            line(&h, "intervento-3", 1, "poem", "NULL"),
            line(&h, "corta", 1, "need", "NULL"),
            line(&h, "intervento-4", 3, "need", "NULL"),
            "UPDATE minute_lines SET text = ' '".to_owned(),
            "DELETE FROM table_sessions WHERE id = 1".to_owned(),
        ] {
            assert!(raw(db, &refused).is_err(), "{refused}");
        }
        raw(db, &line(&h, "intervento-2", 2, "need", "NULL")).unwrap();
    });
}
