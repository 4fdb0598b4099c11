//! Seats by raw SQL: no statement gives one too many, and what is taken is counted by the database itself.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails may panic")]

mod support;

use diesel::prelude::*;
use domain::db::Db;
use domain::db::schema::{event_tables, events};
use support::{House, at, house, raw};

/// An event of three seats in the room and one from elsewhere, with a table of two and one of one.
fn event(h: &House) -> String {
    let by = h.promoter.account.unwrap();
    format!(
        "INSERT INTO events (id, process_id, number, kind, title, programme, place, address, accessibility, online_link, \
         starts_at, ends_at, admission, closes_at, room_seats, remote_seats, state, state_reason, revision, guide_text, \
         created_by, created_at) VALUES (1, {}, 1, 'participatory', 'Prova', '', 'Sala', '', '', '', {}, {}, 'names', {}, \
         3, 1, 'planned', '', 0, '', {by}, 1);\
         INSERT INTO event_tables (id, event_id, number, theme, room, seats) VALUES (1, 1, 1, 'a', '', 2), (2, 1, 2, 'b', '', 1)",
        h.process,
        at(10).0,
        at(14).0,
        at(10).0
    )
}

fn enrol(n: i32, state: &str, mode: &str, table: &str) -> String {
    format!(
        "INSERT INTO enrolments (id, event_id, turn, code, name, name_key, email, email_key, lang, organisation, category, \
         zone, needs, mode, first_table, table_id, state, consented_at, enrolled_at) VALUES ({n}, 1, {n}, 'c{n}', 'Prova', \
         'prova', '', '', 'it', '', '', '', '', '{mode}', {table}, {table}, '{state}', 1, 1)"
    )
}

fn taken(db: &Db) -> (i32, i32, Vec<i32>) {
    db.read(|c| {
        let (room, remote) = events::table.select((events::room_taken, events::remote_taken)).first(c)?;
        let tables = event_tables::table.order(event_tables::number).select(event_tables::taken).load(c)?;
        Ok((room, remote, tables))
    })
    .unwrap()
}

#[test]
fn no_statement_gives_a_seat_twice() {
    support::on_each(|db| {
        let h = house(db);
        raw(db, &event(&h)).unwrap();
        raw(db, &enrol(1, "seated", "room", "1")).unwrap();
        raw(db, &enrol(2, "seated", "room", "2")).unwrap();
        raw(db, &enrol(3, "seated", "remote", "NULL")).unwrap();
        assert_eq!(taken(db), (2, 1, vec![1, 1]));
        let refused = |sql: &str| assert!(raw(db, sql).is_err(), "{sql}");
        refused(&enrol(4, "seated", "room", "2"));
        refused(&enrol(4, "seated", "remote", "NULL"));
        raw(db, &enrol(4, "seated", "room", "1")).unwrap();
        refused(&enrol(5, "seated", "room", "NULL"));
        raw(db, &enrol(5, "waiting", "room", "NULL")).unwrap();
        refused("UPDATE enrolments SET state = 'seated' WHERE id = 5");
        refused("UPDATE enrolments SET table_id = 2 WHERE id = 1");
        refused("UPDATE events SET room_seats = 2 WHERE id = 1");
        refused("UPDATE event_tables SET seats = 1 WHERE id = 1");
        assert_eq!(taken(db), (3, 1, vec![2, 1]), "what was refused changed nothing");
        raw(db, "UPDATE enrolments SET state = 'cancelled', table_id = NULL WHERE id = 2").unwrap();
        assert_eq!(taken(db), (2, 1, vec![2, 0]));
        raw(db, "UPDATE enrolments SET table_id = 2 WHERE id = 1").unwrap();
        raw(db, "UPDATE enrolments SET state = 'seated' WHERE id = 5").unwrap();
        assert_eq!(taken(db), (3, 1, vec![1, 1]));
        raw(db, "DELETE FROM enrolments WHERE id = 4").unwrap();
        assert_eq!(taken(db), (2, 1, vec![0, 1]));
        // Who comes to the door takes no seat of those who enrolled.
        raw(db, &enrol(6, "walk_in", "room", "2")).unwrap();
        assert_eq!(taken(db), (2, 1, vec![0, 1]));
        for odd in [
            "UPDATE enrolments SET state = 'waiting' WHERE id = 1",
            "UPDATE enrolments SET mode = 'remote' WHERE id = 1",
            "UPDATE enrolments SET present = TRUE, state = 'cancelled', table_id = NULL WHERE id = 1",
            "UPDATE enrolments SET second_table = first_table WHERE id = 1",
            "UPDATE events SET state = 'cancelled' WHERE id = 1",
            "UPDATE events SET place = '' WHERE id = 1",
        ] {
            refused(odd);
        }
    });
}

#[test]
fn one_address_enrols_once_and_a_guide_stays_as_it_is() {
    support::on_each(|db| {
        let h = house(db);
        raw(db, &event(&h)).unwrap();
        raw(db, &enrol(1, "seated", "room", "1")).unwrap();
        raw(db, &enrol(2, "waiting", "room", "NULL")).unwrap();
        raw(db, "UPDATE enrolments SET email_key = 'a@example.org' WHERE id = 1").unwrap();
        assert!(raw(db, "UPDATE enrolments SET email_key = 'a@example.org' WHERE id = 2").is_err());
        raw(db, "UPDATE enrolments SET state = 'cancelled', table_id = NULL WHERE id = 1").unwrap();
        raw(db, "UPDATE enrolments SET email_key = 'a@example.org' WHERE id = 2").unwrap();
        let by = h.promoter.account.unwrap();
        let bytes = match db.kind() {
            domain::db::Kind::Sqlite => "x'00'",
            domain::db::Kind::Postgres => "'\\x00'",
        };
        raw(
            db,
            &format!("INSERT INTO event_guides (id, event_id, edition, file_name, content_type, sha256, bytes, published_by, published_at) VALUES (1, 1, 1, 'g', 'application/pdf', 'x', {bytes}, {by}, 1)"),
        )
        .unwrap();
        assert!(raw(db, "UPDATE event_guides SET file_name = 'h'").is_err());
        assert!(raw(db, "DELETE FROM event_guides").is_err());
    });
}
