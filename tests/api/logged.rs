//! What the log says while findings are written, mended and published: at its most verbose, no line carries what would pair a finding
//! with an interview, a person or an hour.

use std::io::Write;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, Once, PoisonError};

use diesel::prelude::*;
use domain::db::schema::{findings, interview_themes, interviews};
use tracing_subscriber::filter::{LevelFilter, dynamic_filter_fn};
use tracing_subscriber::prelude::*;

use crate::harness::{Browser, House};
use crate::intake::{desk, enter, filled};

/// Lines that were written while somebody listened, by whichever story.
static HEARD: Mutex<Vec<u8>> = Mutex::new(Vec::new());
static LISTENING: AtomicUsize = AtomicUsize::new(0);

struct Ear;

impl Write for Ear {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        HEARD.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Listens to everything the program says, as with `ASCOLTO_LOG=trace`, while `f` runs. Other stories may speak meanwhile.
fn heard<T>(f: impl FnOnce() -> T) -> (T, Vec<String>) {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let listening =
            dynamic_filter_fn(|about, _| LISTENING.load(Ordering::SeqCst) > 0 && !is_the_client(about.target()));
        let told = tracing_subscriber::fmt::layer().with_ansi(false).with_writer(|| Ear).with_filter(listening);
        tracing_subscriber::registry().with(LevelFilter::TRACE).with(told).init();
    });
    LISTENING.fetch_add(1, Ordering::SeqCst);
    let from = HEARD.lock().unwrap().len();
    let done = f();
    let text = String::from_utf8_lossy(&HEARD.lock().unwrap()[from..]).into_owned();
    LISTENING.fetch_sub(1, Ordering::SeqCst);
    let said_by = |line: &str| line.split_whitespace().nth(2).unwrap_or_default().to_owned();
    let lines = text.lines().filter(|l| !is_the_client(&said_by(l))).map(str::to_owned).collect();
    (done, lines)
}

/// What the stories' client is made of speaks through the same log; it is not the program.
fn is_the_client(target: &str) -> bool {
    ["ureq", "html5ever", "markup5ever", "selectors", "cssparser"].iter().any(|part| target.starts_with(part))
}

const THEME: &str = "Ortaggi Zafferanati";
const OTHER: &str = "Panche Ametista";
const TEXT: &str = "Mancano i cordonetti turchesi";
const MENDED: &str = "Mancano i cordonetti vermigli";
const SECOND: &str = "Le lanterne cobalto costano";
const NAME: &str = "Nome Segretissimissimo";
const BODY: &str = "Circolo Inventatissimo";

fn send(browser: &Browser<'_>, rest: &str, fields: &[(&str, &str)]) {
    browser.get(&desk(rest));
    let page = browser.submit(&desk(rest), fields);
    assert_eq!(page.status, 200, "{rest}: {}", page.text());
}

/// Three interviews, two themes, findings written, mended, taken out and published.
fn everything(house: &House) -> Vec<String> {
    let clerk = enter(house, "istruttoria@example.org");
    let person = [
        ("name", NAME),
        ("organisation", BODY),
        ("organisation_listed", "si"),
        ("minutes", "50"),
        ("way", "online"),
        ("conducted_by", "Chi chiede"),
        ("consent", "written"),
    ];
    for day in ["2031-02-27", "2031-02-28", "2031-03-02"] {
        send(&clerk, "/interviste/nuova", &[&person[..], &[("held_on", day)]].concat());
    }
    let rows = [("title-1", THEME), ("interviews-1", "3"), ("title-2", OTHER), ("interviews-2", "2")];
    send(&clerk, "/interviste/temi", &rows);
    let themes = clerk.get(&desk("/interviste/risultanze")).attributes("select[name=theme] option", "value");
    for text in [TEXT, SECOND] {
        send(&clerk, "/interviste/risultanze", &[("theme", &themes[1]), ("text", text)]);
    }
    let page = clerk.get(&desk("/interviste/risultanze"));
    let mend = page.attributes(".queue-side a", "href");
    let mut ids = identifiers(house);
    for one in &mend {
        if clerk.get(one).body.contains(TEXT) {
            clerk.submit(one, &[("text", MENDED)]);
        }
    }
    // What is refused, and what the database refuses, is said to whoever wrote it and to nobody else.
    let long = format!("{MENDED} {}", "x".repeat(2001));
    clerk.get(&desk("/interviste/risultanze"));
    assert_eq!(clerk.submit(&desk("/interviste/risultanze"), &[("theme", &themes[1]), ("text", &long)]).status, 422);
    let promoter = enter(house, "promotore@example.org");
    send(&promoter, "/interviste/pubblica", &[]);
    ids.extend(identifiers(house));
    ids.extend(themes.into_iter().filter(|t| !t.is_empty()));
    ids
}

fn identifiers(house: &House) -> Vec<String> {
    house
        .db()
        .read(|c| {
            let mut all: Vec<i64> = findings::table.select(findings::id).load(c)?;
            all.extend(interviews::table.select(interviews::id).load::<i64>(c)?);
            all.extend(interview_themes::table.select(interview_themes::id).load::<i64>(c)?);
            Ok(all.iter().map(ToString::to_string).collect())
        })
        .unwrap()
}

for_each_database! {
    fn no_line_of_the_log_speaks_of_a_finding(house of Demo) {
        filled(house);
        let (ids, lines) = heard(|| everything(house));
        // It is the log of what was done: each request stands in it, by the pattern of its address.
        let pattern = "/percorsi/{slug}/gestione/interviste/risultanze";
        let said = lines.iter().filter(|l| l.contains("answered") && l.contains(pattern) && l.contains("POST")).count();
        assert!(said >= 4, "{said} of {} lines", lines.len());
        assert!(lines.iter().any(|l| l.contains("TRACE")), "at its most verbose");
        assert!(ids.len() > 4, "{ids:?}");
        let words = [THEME, OTHER, TEXT, MENDED, SECOND, NAME, BODY, "cordonetti", "lanterne", "Segretissimissimo"];
        for line in &lines {
            for word in words.iter().copied().chain(ids.iter().map(String::as_str)) {
                assert!(!line.contains(word), "{word}: {line}");
                let sent = word.replace(' ', "+");
                assert!(!line.contains(&sent), "{sent}: {line}");
            }
        }
    }
}
