//! The way back: all migrations taken back leave nothing, and run again they make the same database.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails may panic")]

mod support;

use diesel::prelude::*;
use diesel::sql_types::Text;
use domain::db::{Db, Kind, migrate};

#[derive(QueryableByName)]
struct Thing {
    #[diesel(sql_type = Text)]
    what: String,
}

/// Tables with their columns, indexes, triggers and functions.
fn everything(db: &Db) -> Vec<String> {
    let sql = match db.kind() {
        Kind::Sqlite => {
            "SELECT type || ' ' || name || ' ' || coalesce(sql, '') AS what FROM sqlite_master \
             WHERE name NOT LIKE 'sqlite_%' AND name NOT LIKE '__diesel%' ORDER BY what"
        }
        Kind::Postgres => {
            "SELECT 'column ' || table_name || '.' || column_name || ' ' || data_type AS what \
               FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '__diesel%' \
             UNION ALL SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename NOT LIKE '__diesel%' \
             UNION ALL SELECT 'trigger ' || pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal \
             UNION ALL SELECT 'function ' || pg_get_functiondef(p.oid) FROM pg_proc p \
               JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = 'public' AND p.proname NOT LIKE 'diesel%' \
             ORDER BY what"
        }
    };
    let things: Vec<Thing> = db.read(|conn| Ok(diesel::sql_query(sql).load(conn)?)).unwrap();
    things.into_iter().map(|t| t.what).collect()
}

#[test]
fn what_is_taken_back_can_be_run_again() {
    support::on_each(|db| {
        let before = everything(db);
        assert!(before.len() > 80, "{}", before.len());
        let back = migrate::revert_all(db).unwrap();
        assert_eq!(everything(db), Vec::<String>::new());
        assert_eq!(migrate::pending(db).unwrap(), back.len());
        assert_eq!(migrate::run(db).unwrap().len(), back.len());
        assert_eq!(everything(db), before);
    });
}
