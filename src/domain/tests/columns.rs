//! Every column of the real database is declared public, personal or secret.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails may panic")]

mod support;

use std::collections::BTreeSet;

use diesel::prelude::*;
use diesel::sql_types::Text;
use domain::db::Kind;
use domain::db::columns::COLUMNS;

#[derive(QueryableByName)]
struct Column {
    #[diesel(sql_type = Text)]
    name: String,
}

#[test]
fn every_column_is_declared() {
    let declared: BTreeSet<String> = COLUMNS.iter().map(|(t, c, _)| format!("{t}.{c}")).collect();
    support::on_each(|db| {
        let sql = match db.kind() {
            Kind::Sqlite => {
                "SELECT m.name || '.' || c.name AS name FROM sqlite_master m, pragma_table_info(m.name) c \
                 WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND m.name NOT LIKE '__diesel%'"
            }
            Kind::Postgres => {
                "SELECT (table_name || '.' || column_name)::text AS name FROM information_schema.columns \
                 WHERE table_schema = 'public' AND table_name NOT LIKE '__diesel%'"
            }
        };
        let there: Vec<Column> = db.read(|conn| Ok(diesel::sql_query(sql).load(conn)?)).unwrap();
        let there: BTreeSet<String> = there.into_iter().map(|c| c.name).collect();
        assert_eq!(there, declared);
    });
}
