//! Accepting comments, against one transaction for each.

use std::collections::BTreeSet;
use std::path::Path;

use diesel::QueryDsl;
use diesel::RunQueryDsl;
use domain::db::schema::contributions;
use domain::register::chain;
use web::{App, Clock, Server, Settings};

use crate::client::{self, Done, Task};
use crate::figures::Figures;
use crate::part::{self, Part};
use crate::stage::{self, PEOPLE, SLUG, Stage};
use crate::{asked, flush};

/// Pieces of work in one commit at most: one, and what the product takes.
const GROUPS: [usize; 2] = [1, 256];
const DELAY_MICROS: u64 = 4000;

/// The server's part.
pub fn serve(file: &str, group: usize) {
    part::leave_with_the_bench();
    let settings = Settings { bind: "127.0.0.1:0".to_owned(), limits: false, ..Settings::default() };
    let app = App::new(stage::open(Path::new(file), group), settings, Clock::System).unwrap();
    actix_web::rt::System::new().block_on(async {
        let server = Server::build(app).unwrap();
        println!("{}", server.address());
        server.run().await.unwrap();
    });
}

/// The bench.
pub fn run(folder: &Path) {
    let file = folder.join("writing.db");
    let stage = Stage::set(&file);
    let (sessions, process) = (stage.sessions(), stage.process);
    stage
        .db
        .read(|c| Ok(diesel::connection::SimpleConnection::batch_execute(c, "PRAGMA wal_checkpoint(TRUNCATE)")?))
        .unwrap();
    drop(stage);
    let (rounds, seconds) = (asked("ASCOLTO_LOAD_ROUNDS", 5), asked("ASCOLTO_LOAD_SECONDS", 3));
    println!("\nAccepting comments: SQLite, synchronous=FULL, {PEOPLE} clients, {rounds} rounds of {seconds} s");
    let shim = std::env::var("ASCOLTO_SLOW_FLUSH").ok();
    let delays: Vec<Option<String>> = if shim.is_some() { vec![None, shim] } else { vec![None] };
    for shim in delays {
        let mut rates = [Figures::default(), Figures::default()];
        let (mut last, mut cost) = (vec![String::new(); 2], [Figures::default(), Figures::default()]);
        for round in 0..rounds {
            for (n, group) in GROUPS.into_iter().enumerate() {
                // A file of its own each time: the last one's connections may still be closing.
                let copy = folder.join(format!("copy-{}-{round}-{group}.db", shim.is_some()));
                fresh(&file, &copy);
                let (done, cpu) = once(&copy, group, shim.as_deref(), &sessions, seconds as f64);
                kept(&copy, process, &done);
                rates[n].0.push(done.answers as f64 / done.seconds);
                cost[n].0.push(cpu * 1e6 / done.answers as f64);
                last[n] = format!(
                    "median {:.0} ms, 99th percentile {:.0} ms in the last round",
                    done.median_ms, done.slow_ms
                );
            }
        }
        println!(
            "\n{} ({})",
            if shim.is_some() { "each flush delayed by 4 ms" } else { "the disk's own flush" },
            flush::load()
        );
        for (n, group) in GROUPS.into_iter().enumerate() {
            println!(
                "  at most {group:>3} in a commit: comments a second {:<24} server's processor a comment, µs: {}; {}",
                rates[n].to_string(),
                cost[n],
                last[n]
            );
        }
        println!("  together / one transaction a comment: {}", rates[1].over(&rates[0]));
    }
    println!("  every comment that was acknowledged is there, and no other; every chain holds");
}

fn fresh(from: &Path, to: &Path) {
    std::fs::copy(from, to).unwrap();
    std::fs::File::open(to).unwrap().sync_all().unwrap();
}

/// One run: what the clients saw, and the seconds of processor the server took. The server is stopped hard, at once.
fn once(file: &Path, group: usize, shim: Option<&str>, sessions: &[String], seconds: f64) -> (Done, f64) {
    let environment = shim.map_or_else(Vec::new, |shim| {
        vec![("LD_PRELOAD", shim.to_owned()), ("SLOW_FLUSH_US", DELAY_MICROS.to_string())]
    });
    let mut server = Part::play(&["serve-comments", file.to_str().unwrap(), &group.to_string()], &environment);
    let address = server.line();
    let path = format!("/percorsi/{SLUG}/commenta");
    let from =
        format!("Origin: http://{address}\r\nSec-Fetch-Site: same-origin\r\nReferer: http://{address}{path}\r\n");
    let heads = sessions
        .iter()
        .map(|s| client::head("POST", &address, &path, &format!("{from}Cookie: sessione={s}\r\n")))
        .collect();
    let forms = actix_web::rt::System::new().block_on(async {
        let mut forms = Vec::new();
        for session in sessions {
            forms.push(form(&address, &path, session).await);
        }
        forms
    });
    let mut client = Part::play(&["post"], &[]);
    let before = server.seconds();
    client.hand(&serde_json::to_string(&Task { address, seconds, heads, forms }).unwrap());
    let done = serde_json::from_str(&client.line()).unwrap();
    let cpu = server.seconds() - before;
    (done, cpu)
}

/// The form as its page holds it, but for its own key and the text.
async fn form(address: &str, path: &str, session: &str) -> String {
    let head =
        client::head("GET", address, &format!("{path}?passaggio=15"), &format!("Cookie: sessione={session}\r\n\r\n"));
    let page = client::ask(address, &head).await;
    let body = String::from_utf8(page.body).unwrap();
    let value = |name: &str| {
        let after =
            body.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap_or_else(|| panic!("no {name} in {body}"));
        after.split('"').next().unwrap().to_owned()
    };
    let (token, version) = (value("_csrf"), value("versione"));
    web::ui::query(&[
        ("_csrf", &token),
        ("versione", &version),
        ("passaggio", "15"),
        ("kind", "addition"),
        ("shown", "si"),
        ("named_as", "anonymous"),
        ("pseudonym", ""),
        ("proposed", ""),
        ("passo", "invia"),
    ])
}

/// Nothing acknowledged is missing, nothing is there twice, the chain holds.
fn kept(file: &Path, process: domain::id::ProcessId, done: &Done) {
    let receipts: BTreeSet<i32> = done.led.iter().map(|to| number(to)).collect();
    assert_eq!(receipts.len(), done.answers, "a number was given twice");
    let db = stage::open(file, 1);
    let (rows, check) = db
        .read(|conn| {
            let rows: Vec<i32> = contributions::table.select(contributions::number).load(conn)?;
            Ok((rows, chain::check(conn, process)?))
        })
        .unwrap();
    assert_eq!(rows.len(), receipts.len(), "comments kept and comments acknowledged");
    assert_eq!(rows.into_iter().collect::<BTreeSet<_>>(), receipts);
    assert_eq!((check.entries, check.broken_at), (i32::try_from(receipts.len()).unwrap(), None));
}

/// `/percorsi/{slug}/contributi/{number}/ricevuta`
fn number(to: &str) -> i32 {
    to.split('/').nth(4).and_then(|n| n.parse().ok()).unwrap_or_else(|| panic!("no receipt: {to}"))
}
