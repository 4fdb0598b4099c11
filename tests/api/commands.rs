//! The command line, run as a person runs it: what it says, what it writes, how it ends.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

use domain::db::{Db, Options};

use crate::harness::{Browser, Fresh, Holds};

/// A demo of its own, filled once.
struct Desk(tempfile::TempDir);

const TORINO: &str = "piano-economia-sociale-torino-2030";
const VALDORA: &str = "piano-verde-spazi-comuni-valdora";
const PROMOTER: &str = "promotore@example.org";

impl Desk {
    fn filled() -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        let data = desk.0.path().join("demo");
        assert!(desk.run(&["demo", "--fill-only", "--data", data.to_str().unwrap()]).status.success());
        desk
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    /// Lets everything that waits pass, as a clerk does who has read it.
    fn moderate(&self) {
        let url = format!("sqlite:{}", self.path().join("demo/ascolto.db").display());
        let db = Db::open(&Options { url, ..Options::default() }).unwrap();
        let passed = "UPDATE contributions SET moderation = 'published' WHERE moderation = 'waiting'";
        db.write(web::Clock::System.now(), move |w| {
            Ok(diesel::RunQueryDsl::execute(diesel::sql_query(passed), w.conn)?)
        })
        .unwrap();
    }

    fn command(&self, database: &str, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ascolto"));
        command.args(args).current_dir(self.path()).env("ASCOLTO_DATABASE_URL", database).stdin(Stdio::null());
        command.env("ASCOLTO_MAIL_FOLDER", self.path().join("mail"));
        command
    }

    fn run(&self, args: &[&str]) -> Output {
        self.command("sqlite:demo/ascolto.db", args).output().unwrap()
    }

    /// Runs what has to succeed; its result.
    fn result(&self, args: &[&str]) -> String {
        let out = self.run(args);
        assert!(out.status.success(), "{args:?}: {}", said(&out));
        String::from_utf8(out.stdout).unwrap()
    }

    /// Runs what has to fail; why.
    fn refusal(&self, args: &[&str]) -> String {
        refused(&self.run(args))
    }
}

fn said(out: &Output) -> String {
    String::from_utf8_lossy(&out.stderr).into_owned()
}

/// The last sentence of a command that failed.
fn refused(out: &Output) -> String {
    assert_eq!(out.status.code(), Some(1), "{}", said(out));
    said(out).lines().last().unwrap().to_owned()
}

#[test]
fn contributions_are_imported_from_a_file() {
    let desk = Desk::filled();
    let import = |file: &'static str| {
        vec!["import", "contributions", file, "--process", VALDORA, "--by", PROMOTER, "--format", "json"]
    };
    let long = "parola ".repeat(3_000);
    let rows = format!("before,after,message\n,\"{long}\",Un capitolo\nparole che non stanno in nessun posto,altre,\n");
    std::fs::write(desk.path().join("rows.csv"), &rows).unwrap();
    let lines = desk.result(&[import("rows.csv"), vec!["--dry-run"]].concat());
    let lines: Vec<serde_json::Value> = lines.lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    assert_eq!(lines[0], serde_json::json!({ "row": 1, "found": "not_found", "passages": [], "proposed": null }));
    assert_eq!(lines.len(), 2);

    let out = desk.run(&import("rows.csv"));
    assert!(said(&out).contains("2 contributions entered, of which late: 0"), "{}", said(&out));
    let again = said(&desk.run(&import("rows.csv")));
    assert!(again.contains("2 rows stand in the register already and are left out"), "{again}");
    assert!(again.contains("0 contributions entered"), "{again}");
    let citizens = |desk: &Desk| {
        desk.moderate();
        let list = desk.result(&["participants", "--process", VALDORA, "--format", "json"]);
        serde_json::from_str::<serde_json::Value>(&list).unwrap()["citizens"].as_i64().unwrap()
    };
    let before = citizens(&desk);
    std::fs::write(desk.path().join("who.csv"), "before,after,message,sender\n,a,b,Cicala\n,c,d,Grillo\n,e,f,cicala\n")
        .unwrap();
    assert!(desk.run(&import("who.csv")).status.success());
    assert_eq!(citizens(&desk), before + 2, "each sender is counted once, and a file without senders is one");

    std::fs::write(desk.path().join("huge.csv"), rows.replace(&long, &long.repeat(3))).unwrap();
    let why = desk.refusal(&import("huge.csv"));
    assert_eq!(why, "ascolto: row 1: text: At most 50,000 characters", "nothing is cut");

    std::fs::write(desk.path().join("columns.csv"), "prima;dopo\na;b\n").unwrap();
    let why = desk.refusal(&import("columns.csv"));
    assert!(why.starts_with("ascolto: columns.csv: columns that are missing: before, after, message;"), "{why}");
}

#[test]
fn a_report_is_written_or_refused_with_what_is_missing() {
    let desk = Desk::filled();
    let files = desk.result(&["report", "--process", TORINO, "--out", "out", "--number", "1", "--format", "json"]);
    let files: serde_json::Value = serde_json::from_str(&files).unwrap();
    for file in files["files"].as_array().unwrap() {
        let bytes = std::fs::read(desk.path().join(file["file"].as_str().unwrap())).unwrap();
        assert_eq!(domain::id::sha256(&bytes), file["sha256"].as_str().unwrap());
    }
    desk.result(&["report", "--process", TORINO, "--out", "newest"]);
    let read = |file: &str| std::fs::read(desk.path().join(file)).unwrap();
    assert_eq!(
        read("newest/resoconto.pdf"),
        read("out/resoconto.pdf"),
        "without a number, the newest as it was frozen"
    );
    desk.result(&["report", "--process", TORINO, "--out", "preview", "--preview"]);
    let preview = String::from_utf8(read("preview/resoconto.html")).unwrap();
    assert!(preview.contains("Anteprima, non pubblicata"));
    assert!(!preview.contains("Resoconto n.") && !preview.contains("SHA-256"), "a preview passes for a report");
    assert_eq!(
        desk.refusal(&["report", "--process", TORINO, "--out", "again", "--publish-by", "promotore@example.org"]),
        "ascolto: Nothing has changed since the last report: another one is published when there is something new to say."
    );
    assert_eq!(
        desk.refusal(&["report", "--process", TORINO, "--out", "out", "--number", "9"]),
        "ascolto: there is no published report 9"
    );
    let refused = desk.run(&["report", "--process", VALDORA, "--out", "none"]);
    let way = format!("http://127.0.0.1:8080/percorsi/{VALDORA}/gestione/istruttoria/");
    let listed = said(&refused);
    assert!(listed.lines().any(|l| l.contains(": no request was cut out of it (") && l.contains(&way)), "{listed}");
    assert_eq!(refused.status.code(), Some(1));
    assert!(!desk.path().join("none").exists());
    assert_eq!(desk.refusal(&["participants", "--process", "x"]), "ascolto: there is no process x");
}

#[test]
fn a_demo_touches_nobodys_work_and_is_whole_or_said_not_to_be() {
    let desk = Desk(tempfile::tempdir().unwrap());
    let make = |database: &str, email: &str| {
        let args = ["admin", "create", "--email", email, "--name", "A B"];
        let mut admin = desk.command(database, &args).stdin(Stdio::piped()).spawn().unwrap();
        std::io::Write::write_all(&mut admin.stdin.take().unwrap(), b"lungaabbastanza9\n").unwrap();
        assert!(admin.wait().unwrap().success());
    };
    make("sqlite:work/ascolto.db", "somebody@example.org");
    for more in [&[][..], &["--fresh"]] {
        let why = desk.refusal(&[&["demo", "--fill-only", "--data", "work"], more].concat());
        assert!(why.contains("work/ascolto.db holds no demonstration"), "{why}");
    }
    assert!(said(&desk.command("sqlite:work/ascolto.db", &["doctor"]).output().unwrap()).contains("in order"));

    make("sqlite:part/ascolto.db", "amministrazione@example.org");
    let why = desk.refusal(&["demo", "--fill-only", "--data", "part"]);
    assert!(why.contains("was interrupted while it was being filled"), "{why}");
    desk.result(&["demo", "--fill-only", "--fresh", "--data", "part"]);
    let again = desk.run(&["demo", "--fill-only", "--data", "part"]);
    assert!(again.status.success() && said(&again).contains("its data are kept"), "{}", said(&again));
}

#[test]
fn the_doctor_names_what_is_wrong() {
    let desk = Desk::filled();
    assert!(desk.run(&["doctor"]).status.success());
    let wrong = |name: &str, value: &str, says: &str| {
        let out = desk.command("sqlite:demo/ascolto.db", &["doctor"]).env(name, value).output().unwrap();
        let found = String::from_utf8(out.stdout).unwrap();
        let line = found.lines().find(|l| l.starts_with("WRONG")).unwrap_or_else(|| panic!("{name}={value}: {found}"));
        assert!(line.contains(says), "{name}={value}: {line}");
        assert_eq!(out.status.code(), Some(1));
        assert!(found.contains(&format!("({name})")) || says == "no such setting", "{found}");
    };
    wrong("ASCOLTO_MAIL_SMPT", "smtp://relay", "no such setting");
    wrong("ASCOLTO_SERVER_BIND", "nowhere", "server.bind");
    wrong("ASCOLTO_SERVER_BASE_URL", "http://example.org", "not HTTPS");
    wrong("ASCOLTO_MAIL_FOLDER", "/dev/null/mail", "cannot write in /dev/null");
    wrong("ASCOLTO_DATABASE_URL", "sqlite:elsewhere.db", "there is none at elsewhere.db");
    let mut relay = desk.command("sqlite:demo/ascolto.db", &["doctor"]);
    let out = relay
        .env("ASCOLTO_MAIL_FOLDER", "")
        .env("ASCOLTO_MAIL_SMTP", "smtp://user:secret@127.0.0.1:1")
        .output()
        .unwrap();
    let found = String::from_utf8(out.stdout).unwrap();
    assert!(found.contains("mail.smtp: 127.0.0.1:1 does not answer") && !found.contains("secret"), "{found}");
}

#[test]
fn a_database_that_is_none_is_said_at_once() {
    let desk = Desk(tempfile::tempdir().unwrap());
    std::fs::write(desk.path().join("junk.db"), "this is no database at all, and never was one".repeat(100)).unwrap();
    let out = desk.command("sqlite:junk.db", &["migrate"]).output().unwrap();
    assert_eq!(said(&out).trim_end(), "ascolto: sqlite:junk.db: database: file is not a database");
    let out = desk.command("sqlite:new/folder/x.db", &["migrate"]).output().unwrap();
    assert!(out.status.success() && said(&out).contains("the database is up to date"), "{}", said(&out));
    let mut admin = desk.command("sqlite:x.db", &["admin", "create", "--email", "a@example.org", "--name", "A B"]);
    let why = refused(&admin.output().unwrap());
    assert_eq!(why, "ascolto: password: At least 10 characters");
}

/// A site that serves; it is stopped when it is dropped.
struct Served(Child);

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
#[allow(clippy::print_stdout, reason = "a test that was not run says so")]
fn on_postgresql_a_site_waits_for_its_migrations() {
    let Some(fresh) = Fresh::postgres(Holds::Nothing).map(Fresh::emptied) else {
        println!("PostgreSQL: not run (ASCOLTO_TEST_POSTGRES is not set)");
        return;
    };
    let desk = Desk(tempfile::tempdir().unwrap());
    let run = |args: &[&str]| desk.command(&fresh.url(), args).output().unwrap();
    let serve = ["serve", "--bind", "127.0.0.1:0"];
    let why = refused(&run(&serve));
    assert!(why.starts_with("ascolto: the database lacks ") && why.contains("run `ascolto migrate` once"), "{why}");
    assert_eq!(refused(&run(&["participants", "--process", "x"])), why, "no other command goes round it");
    let first = run(&["migrate"]);
    let ran = String::from_utf8(first.stdout.clone()).unwrap().lines().count();
    assert!(first.status.success() && why.contains(&format!(" {ran} migrations")), "{why} {}", said(&first));
    let second = run(&["migrate"]);
    assert!(second.stdout.is_empty() && said(&second).contains("the database is up to date"), "{}", said(&second));

    let mut site = Served(desk.command(&fresh.url(), &serve).stderr(Stdio::piped()).spawn().unwrap());
    let mut says = BufReader::new(site.0.stderr.take().unwrap()).lines().map_while(Result::ok);
    let base = says.find_map(|line| line.strip_prefix("ascolto listens on ").map(str::to_owned)).unwrap();
    let home = Browser::at(&base).get("/");
    assert!(home.status == 200 && home.says("Nessun percorso pubblicato"), "{}", home.text());
}
