//! Between a finding and an interview there is no link: not in the schema, not in the trail, not in the database's files.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails may panic")]

mod support;

use std::collections::BTreeSet;
use std::path::Path;

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};
use domain::access::Actor;
use domain::db::{Db, Kind, Options, migrate};
use domain::id::{ProcessId, ThemeId};
use domain::interviews::{Consent, NewInterview, Published, TypedTheme, Way, ops, publication};
use support::{House, at, house, raw};

#[derive(QueryableByName)]
struct Word {
    #[diesel(sql_type = Text)]
    word: String,
}

#[derive(QueryableByName)]
struct Number {
    #[diesel(sql_type = BigInt)]
    n: i64,
}

fn words(db: &Db, sql: &str) -> Vec<String> {
    let rows: Vec<Word> = db.read(|conn| Ok(diesel::sql_query(sql).load(conn)?)).unwrap();
    rows.into_iter().map(|w| w.word).collect()
}

fn number(db: &Db, sql: &str) -> i64 {
    db.read(|conn| Ok(diesel::sql_query(sql).get_result::<Number>(conn)?.n)).unwrap()
}

fn set(of: &[&str]) -> BTreeSet<String> {
    of.iter().map(|s| (*s).to_owned()).collect()
}

/// Columns of a table with their types.
fn columns(db: &Db, table: &str) -> BTreeSet<String> {
    let sql = match db.kind() {
        Kind::Sqlite => format!("SELECT name || ' ' || lower(type) AS word FROM pragma_table_info('{table}')"),
        Kind::Postgres => format!(
            "SELECT column_name || ' ' || data_type AS word FROM information_schema.columns WHERE table_name = '{table}'"
        ),
    };
    words(db, &sql).into_iter().collect()
}

/// Every foreign key, as "table -> table".
fn references(db: &Db) -> BTreeSet<String> {
    let sql = match db.kind() {
        Kind::Sqlite => {
            "SELECT m.name || ' -> ' || f.\"table\" AS word FROM sqlite_master m, pragma_foreign_key_list(m.name) f \
             WHERE m.type = 'table'"
        }
        Kind::Postgres => {
            "SELECT conrelid::regclass::text || ' -> ' || confrelid::regclass::text AS word FROM pg_constraint \
             WHERE contype = 'f'"
        }
    };
    words(db, sql).into_iter().collect()
}

#[test]
fn the_schema_holds_no_link() {
    support::on_each(|db| {
        let held = columns(db, "findings");
        assert_eq!(held, set(&["id bigint", "theme_id bigint", "text text", "published boolean"]), "{held:?}");
        let all = references(db);
        let touching = |table: &str| -> BTreeSet<String> {
            all.iter().filter(|r| r.split(" -> ").any(|t| t == table)).cloned().collect()
        };
        let of_findings =
            ["findings -> interview_themes", "passage_sources -> findings", "finding_withdrawals -> findings"];
        assert_eq!(touching("findings"), set(&of_findings));
        let back = columns(db, "finding_withdrawals");
        assert_eq!(back, set(&["finding_id bigint", "reason text", "withdrawn_on date"]), "{back:?}");
        assert_eq!(touching("interviews"), set(&["interviews -> processes"]));
        assert_eq!(
            touching("interview_themes"),
            set(&["findings -> interview_themes", "interview_themes -> processes"])
        );
        // No table of this room keeps an instant: the only number as wide as one is an identifier.
        for table in [
            "interviews",
            "interview_themes",
            "interview_questions",
            "findings",
            "passage_sources",
            "finding_withdrawals",
        ] {
            let wide = columns(db, table).into_iter().filter(|c| c.ends_with(" bigint") || c.contains("time"));
            for column in wide {
                assert!(column == "id bigint" || column.ends_with("_id bigint"), "{table}.{column}");
            }
        }
        if db.kind() == Kind::Sqlite {
            let counted = "SELECT sql AS word FROM sqlite_master WHERE name = 'findings'";
            assert!(words(db, counted)[0].contains("WITHOUT ROWID"), "a rowid counts up with every entry");
            assert_eq!(number(db, "SELECT secure_delete AS n FROM pragma_secure_delete"), 1);
        }
    });
}

fn person(i: usize) -> NewInterview {
    NewInterview {
        name: format!("Persona{i:03} Segnaposto"),
        held_on: Some(at(0).day()),
        way: Some(Way::Online),
        minutes: Some(60),
        conducted_by: "Chi chiede".into(),
        consent: Some(Consent::Spoken),
        ..NewInterview::default()
    }
}

/// What was learnt from nobody in particular; each of another length, its number at both ends.
fn text(i: usize) -> String {
    format!("<{i:03}> {} ({i:03})", "parole ".repeat(3 + (i * 37) % 110))
}

const THEMES: [(&str, i32); 3] = [("Lavoro", 12), ("Casa", 3), ("Scuola", 2)];

/// So many that no order of chance looks like that of entry.
const MANY: usize = 120;

fn themes(db: &Db, h: &House) -> Vec<ThemeId> {
    let (by, process) = (h.reviewer.clone(), h.process);
    let list: Vec<TypedTheme> =
        THEMES.map(|(t, n)| TypedTheme { id: None, title: t.into(), interviews: Some(n) }).into_iter().collect();
    db.write(at(0), move |w| {
        ops::set_themes(w, &by, process, &list)?;
        Ok(ops::themes(w.conn, &by, process)?.into_iter().map(|t| t.id).collect())
    })
    .unwrap()
}

fn write(db: &Db, by: &Actor, process: ProcessId, theme: ThemeId, words: String, hour: i64) {
    let by = by.clone();
    db.write(at(hour), move |w| ops::write(w, &by, process, Some(theme), &words)).unwrap();
}

/// Everybody is heard and what was learnt is written in the same hour: the worst there can be. Some of it is mended, some
/// taken out again. What stands there before publication, by its identifiers.
fn heard(db: &Db, h: &House) -> Vec<i64> {
    let (themes, process) = (themes(db, h), h.process);
    for i in 0..MANY {
        let (by, hour) = (h.reviewer.clone(), i64::try_from(i).unwrap());
        db.write(at(hour), move |w| ops::record(w, &by, process, &person(i))).unwrap();
        write(db, &h.reviewer, process, themes[i % 3], text(i), hour);
        if i % 10 == 0 {
            write(db, &h.reviewer, process, themes[0], format!("tolta dopo {i:03}"), hour);
            write(db, &h.reviewer, process, themes[0], format!("corretta dopo {i:03}"), hour);
        }
    }
    let page = domain::paging::Page::new(1, 1000);
    let all = db.read(|conn| ops::findings(conn, &h.reviewer, process, page)).unwrap().rows;
    for (theme, f) in &all {
        let (by, id, theme, words) = (h.reviewer.clone(), f.id, theme.id, f.text.replace("dopo", "poi"));
        if f.text.starts_with("tolta") {
            db.write(at(500), move |w| ops::take_out(w, &by, process, id)).unwrap();
        } else if f.text.starts_with("corretta") {
            db.write(at(500), move |w| ops::mend(w, &by, process, id, Some(theme), &words)).unwrap();
        }
    }
    all.into_iter().map(|(_, f)| f.id.0).collect()
}

/// Pairs that stand the other way round than they were written. Among so many, chance makes about half of all pairs so; six
/// standard deviations from it are one time in a thousand million.
fn is_of_chance(order: &[usize]) -> bool {
    let n = order.len() as f64;
    let turned = order.iter().enumerate().map(|(at, a)| order[at..].iter().filter(|b| *b < a).count()).sum::<usize>();
    let (mean, deviation) = (n * (n - 1.0) / 4.0, (n * (n - 1.0) * (2.0 * n + 5.0) / 72.0).sqrt());
    (turned as f64 - mean).abs() < 6.0 * deviation
}

#[test]
fn the_measure_tells_chance_from_order() {
    assert!(!is_of_chance(&(0..MANY).collect::<Vec<_>>()));
    assert!(!is_of_chance(&(0..MANY).rev().collect::<Vec<_>>()));
    assert!(is_of_chance(&(0..MANY).map(|i| i * 47 % MANY).collect::<Vec<_>>()));
}

/// Publishes what can be published, as whoever read it on the page and ticked that it names nobody.
fn publish(db: &Db, by: &Actor, process: ProcessId, hour: i64) -> domain::Result<Published> {
    let seen = db.read(|conn| publication::fingerprint(&publication::look(conn, by, process)?)).unwrap();
    publication::publish(db, at(hour), by, process, &seen, true)
}

fn published(db: &Db, h: &House) {
    let before = number(db, "SELECT count(*) AS n FROM audit");
    let denied = publish(db, &h.reviewer, h.process, 600);
    assert!(matches!(denied, Err(domain::Error::Denied(_))), "{denied:?}");
    let done = publish(db, &h.promoter, h.process, 600).unwrap();
    assert_eq!((done.findings, done.themes, done.wiped), (MANY / 3 * 2 + 12, 2, true));
    // The trail tells of the set, never of one of it.
    let trail = words(
        db,
        "SELECT DISTINCT subject AS word FROM audit WHERE action IN ('keep_findings', 'record_interview', 'publish_findings')",
    );
    let told: BTreeSet<String> = trail.into_iter().collect();
    assert_eq!(told, set(&["interview themes", "interview recorded", "findings published: 92 in 2 themes"]));
    assert_eq!(number(db, "SELECT count(*) AS n FROM audit"), before + 1);
    assert_eq!(number(db, "SELECT count(*) AS n FROM once_keys") + number(db, "SELECT count(*) AS n FROM outbox"), 0);
    let again = publish(db, &h.promoter, h.process, 700);
    assert!(matches!(again, Err(domain::Error::Refused("refused-no-findings"))), "{again:?}");
}

/// All bytes of the database: the file and its log.
fn bytes(db: &Path) -> Vec<u8> {
    let log = db.with_extension("db-wal");
    [std::fs::read(db).unwrap(), std::fs::read(log).unwrap_or_default()].concat()
}

fn places(all: &[u8], words: &[u8]) -> Vec<usize> {
    let first = words[0];
    let starts = all.iter().enumerate().filter(|(_, b)| **b == first).map(|(i, _)| i);
    starts.filter(|i| all[*i..].starts_with(words)).collect()
}

#[test]
fn the_file_of_sqlite_tells_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("a.db");
    let url = format!("sqlite:{}", path.display());
    let db = Db::open(&Options { url, ..Options::default() }).unwrap();
    migrate::run(&db).unwrap();
    let h = house(&db);
    let ids = heard(&db, &h);
    published(&db, &h);
    let all = bytes(&path);
    let mut order: Vec<(usize, usize)> = Vec::new();
    for i in 0..MANY {
        let (head, tail) = (places(&all, format!("<{i:03}>").as_bytes()), places(&all, format!("({i:03})").as_bytes()));
        assert_eq!((head.len(), tail.len()), (1, 1), "finding {i} stands at {head:?} and {tail:?}");
        order.push((head[0], i));
    }
    order.sort_unstable();
    let order: Vec<usize> = order.into_iter().map(|(_, i)| i).collect();
    assert!(is_of_chance(&order), "{order:?}");
    for gone in ["tolta dopo", "corretta dopo"] {
        assert_eq!(places(&all, gone.as_bytes()), Vec::<usize>::new(), "{gone}");
    }
    for id in ids {
        assert_eq!(places(&all, &id.to_be_bytes()), Vec::<usize>::new(), "the number a finding had before");
    }
    for page in all.chunks(4096) {
        let finding = page.windows(6).any(|w| w == b"parole");
        let person = page.windows(10).any(|w| w == b"Segnaposto");
        assert!(!(finding && person), "a page with a person and a finding");
    }
}

#[test]
fn the_rows_of_postgres_tell_nothing() {
    support::on_each(|db| {
        if db.kind() != Kind::Postgres {
            return;
        }
        let h = house(db);
        heard(db, &h);
        let file = "SELECT pg_relation_filenode('findings')::bigint AS n";
        let before = number(db, file);
        published(db, &h);
        assert_ne!(number(db, file), before, "the table's file was not written anew");
        assert_eq!(number(db, "SELECT count(DISTINCT xmin::text) AS n FROM findings"), 1);
        let rows = words(db, "SELECT text AS word FROM findings ORDER BY ctid");
        let numbers = rows.iter().filter_map(|t| t.strip_prefix('<')?.get(..3)?.parse().ok());
        let order: Vec<usize> = numbers.collect();
        assert_eq!(order.len(), MANY);
        assert!(is_of_chance(&order), "{order:?}");
    });
}

#[test]
fn what_is_published_stays_and_rests_on_three() {
    support::on_each(|db| {
        let h = house(db);
        let themes = themes(db, &h);
        for (n, theme) in (0..).zip(&themes) {
            write(db, &h.reviewer, h.process, *theme, format!("Frase {n}"), n);
            // Sent twice it stands once.
            write(db, &h.reviewer, h.process, *theme, format!("Frase {n}"), n);
        }
        assert_eq!(number(db, "SELECT count(*) AS n FROM findings"), 3);
        // Nobody was heard yet: nothing rests on anything.
        let refused = publish(db, &h.promoter, h.process, 10);
        assert!(matches!(refused, Err(domain::Error::Refused("refused-findings-over-held"))), "{refused:?}");
        let told = raw(
            db,
            "UPDATE findings SET published = TRUE WHERE theme_id IN (SELECT id FROM interview_themes WHERE title = 'Lavoro')",
        );
        assert!(told.expect_err("published on nothing").contains("no more interviews than were held"));
        for i in 0..12 {
            let (by, process) = (h.reviewer.clone(), h.process);
            db.write(at(10), move |w| ops::record(w, &by, process, &person(i))).unwrap();
        }
        publish(db, &h.promoter, h.process, 10).unwrap();
        let public = db.read(|conn| publication::public(conn, h.process)).unwrap();
        let titles: Vec<&str> = public.iter().map(|t| t.theme.title.as_str()).collect();
        assert_eq!(titles, ["Lavoro", "Casa"]);
        let refused = |sql: &str, why: &str| {
            let told = raw(db, sql).expect_err(sql);
            assert!(told.contains(why), "{sql}: {told}");
        };
        refused("UPDATE findings SET text = 'altro' WHERE published", "does not change");
        refused("DELETE FROM findings WHERE published", "is not deleted");
        refused("UPDATE findings SET published = TRUE WHERE NOT published", "rests on three");
        let few = themes[2].0;
        refused(&format!("INSERT INTO findings VALUES (7, {few}, 'x', TRUE)"), "rests on three");
        refused("UPDATE interview_themes SET interviews = 2 WHERE title = 'Casa'", "rests on three interviews");
        refused(
            "INSERT INTO passage_sources SELECT p.id, f.id FROM passages p, findings f WHERE p.code = 1 AND NOT f.published",
            "published",
        );
        raw(db, "INSERT INTO passage_sources SELECT p.id, f.id FROM passages p, findings f WHERE p.code = 1 AND f.published").unwrap();
        // The theme that rests on too few has room to grow; then its finding can be published too.
        raw(db, "UPDATE interview_themes SET interviews = 3 WHERE title = 'Scuola'").unwrap();
        let kept: BTreeSet<i64> = public.iter().flat_map(|t| t.findings.iter().map(|f| f.id.0)).collect();
        publish(db, &h.promoter, h.process, 20).unwrap();
        let now = db.read(|conn| publication::public(conn, h.process)).unwrap();
        let all: BTreeSet<i64> = now.iter().flat_map(|t| t.findings.iter().map(|f| f.id.0)).collect();
        assert!(all.is_superset(&kept) && all.len() == 3, "what can be cited keeps its number");
        assert_eq!(db.read(|conn| ops::cited(conn, h.process)).unwrap().len(), 2);
        taken_back(db, &h);
    });
}

/// A public finding is taken back, by who may publish it; its words are served to nobody, and it stays so.
fn taken_back(db: &Db, h: &House) {
    let public = db.read(|conn| publication::public(conn, h.process)).unwrap();
    let id = public.iter().find(|t| t.theme.title == "Casa").unwrap().findings[0].id;
    let withdraw = |by: &Actor, reason: &'static str| {
        let (by, process) = (by.clone(), h.process);
        db.write(at(30), move |w| publication::withdraw(w, &by, process, id, reason))
    };
    assert!(matches!(withdraw(&h.reviewer, "Un motivo"), Err(domain::Error::Denied(_))));
    for reason in ["  ", "Nominava Persona003 Segnaposto"] {
        assert!(matches!(withdraw(&h.promoter, reason), Err(domain::Error::Invalid(_))), "{reason}");
    }
    withdraw(&h.promoter, "Faceva riconoscere qualcuno").unwrap();
    let again = withdraw(&h.promoter, "Ancora");
    assert!(matches!(again, Err(domain::Error::Refused("refused-finding-withdrawn"))), "{again:?}");
    let public = db.read(|conn| publication::public(conn, h.process)).unwrap();
    let casa = public.iter().find(|t| t.theme.title == "Casa").unwrap();
    assert_eq!((casa.findings.len(), casa.withdrawn[0].id), (0, id));
    assert_eq!(casa.withdrawn[0].withdrawn.reason, "Faceva riconoscere qualcuno");
    let cited = db.read(|conn| ops::cited(conn, h.process)).unwrap();
    let gone = cited.iter().find(|s| s.finding == id).unwrap();
    assert!(gone.text.is_empty() && gone.withdrawn.is_some(), "{gone:?}");
    let told = "SELECT subject AS word FROM audit WHERE action = 'publish_findings' AND reason <> ''";
    assert_eq!(words(db, told), ["finding withdrawn"], "the trail does not say which");
    let refused = |sql: &str, why: &str| {
        let told = raw(db, sql).expect_err(sql);
        assert!(told.contains(why), "{sql}: {told}");
    };
    refused("UPDATE finding_withdrawals SET reason = 'altro'", "stays withdrawn");
    refused("DELETE FROM finding_withdrawals", "stays withdrawn");
    refused(
        &format!("INSERT INTO passage_sources SELECT p.id, {} FROM passages p WHERE p.code = 2", id.0),
        "published",
    );
    // Its theme may rest on fewer now: nothing public is left under it.
    raw(db, "UPDATE interview_themes SET interviews = 2 WHERE title = 'Casa'").unwrap();
    // Where consent is taken back, no more interviews are told than are left; with fewer than three, nothing is shown.
    let heard = |left: usize| {
        let all =
            db.read(|conn| ops::list(conn, &h.reviewer, h.process, domain::paging::Page::new(1, 50))).unwrap().rows;
        for one in &all[left..] {
            let (by, process, id) = (h.reviewer.clone(), h.process, one.id);
            db.write(at(40), move |w| ops::forget(w, &by, process, id)).unwrap();
        }
        db.read(|conn| publication::public(conn, h.process)).unwrap()
    };
    assert_eq!(heard(5).iter().map(|t| t.theme.interviews).collect::<Vec<_>>(), [5, 3]);
    assert!(heard(2).is_empty() && db.read(|conn| ops::cited(conn, h.process)).unwrap().is_empty());
}
