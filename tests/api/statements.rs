//! The witness of the questions a page asks its database: every door that shows something, as whoever uses it, on the
//! demonstration's full process, against a checked-in list. A query in a loop shows as a number that grows with the data.

use std::collections::{BTreeMap, BTreeSet};

use domain::demo;
use web::Access;
use web::http::door::{self, Verb};

use crate::harness::{Browser, House};
use crate::matrix::{enter, filled};
use crate::stage::{SLUG, stage, through};

/// What a page may ask beyond the list: a session is marked as used once a while.
const NOW_AND_THEN: u64 = 1;

/// Who stands before it.
fn role_of(access: Access) -> &'static str {
    match access {
        Access::Public | Access::DemoOnly => "visitor",
        Access::SignedIn => "participant",
        Access::Staff => "promoter",
        Access::Administrator => "administrator",
    }
}

/// Doors that show nothing of the demonstration, and why.
const NOTHING_THERE: [&str; 16] = [
    // Turin has no act in its register: tests/api/acts.rs.
    "/percorsi/{slug}/contributi/{number}/atto",
    // Nor was a document of its event uploaded: tests/api/event_files.rs.
    "/percorsi/{slug}/incontri/{n}/documenti/{file}",
    // They lead on.
    "/lingua/{lang}",
    "/carattere/{misura}",
    "/favicon.ico",
    // The newest letter has nothing with it.
    "/demo/posta/{id}/{file}",
    // The demonstration's links are in its letters, and its enrolments of Turin are over; tests/api/registrations.rs counts
    // what they do.
    "/iscrizioni/{token}",
    "/iscrizioni/{token}/",
    // The address of a calendar is shown once: tests/api/events.rs counts what it asks.
    "/calendari/{token}/incontri.ics",
    // So are those of rereading: tests/api/rereading.rs.
    "/riletture/{token}",
    "/riletture/{token}/",
    // It has no pictures.
    "/percorsi/{slug}/immagini/{sha}",
    // One needs a code that is drawn as a picture, one an edition of a guide.
    "/percorsi/{slug}/gestione/incontri/{n}/porta/{code}",
    "/percorsi/{slug}/gestione/incontri/{n}/guida/",
    "/percorsi/{slug}/gestione/richieste/{number}/testo",
    // This is for lines that were chosen.
    "/percorsi/{slug}/gestione/incontri/{n}/verbali/{table}/{session}/contributo",
];

/// Signs in as whoever stands before such a door; a participant, as the author of the first contribution.
fn who<'h>(house: &'h House, role: &str, author: &str) -> Browser<'h> {
    if role != "participant" {
        return enter(house, role);
    }
    let browser = house.browser();
    browser.get("/accedi");
    assert!(browser.submit("/accedi", &[("email", author), ("password", demo::PASSWORD)]).status.is_success());
    browser
}

for_each_database! {
    fn no_page_asks_more_than_it_is_listed_with(house of Published, |s| s.page_cache = false) {
        let author = stage(house);
        let mut counted: BTreeMap<String, u64> = BTreeMap::new();
        let mut missing = Vec::new();
        for role in ["visitor", "participant", "promoter", "administrator"] {
            let browser = who(house, role, &author);
            let doors = door::all().into_iter().filter(|d| d.verb == Verb::Get && role_of(d.access) == role);
            let (mut links, mut waiting) = (BTreeSet::new(), doors.collect::<Vec<_>>());
            // What one page leads to may be found on it only: those behind it are tried again.
            for round in 0..3 {
                let mut nothing = Vec::new();
                for door in waiting {
                    let path = through(door.path, &links, 0).unwrap_or_else(|| filled(door.path, SLUG));
                    let (page, asked) = house.queries(|| browser.open(&path));
                    let status = page.status.as_u16();
                    if status != 200 && round < 2 {
                        nothing.push(door);
                        continue;
                    }
                    let known = NOTHING_THERE.iter().any(|n| door.path == *n || n.ends_with('/') && door.path.starts_with(n));
                    if status != 200 && !known {
                        missing.push(format!("{} {status}", door.path));
                    }
                    let found = page.attributes("a[href]", "href").into_iter();
                    let plain = found.map(|l| l.split(['#', '?']).next().unwrap_or("").to_owned());
                    links.extend(plain.filter(|l| !l.contains("valdora")));
                    counted.insert(format!("{} {status}", door.path), asked);
                }
                waiting = nothing;
            }
        }
        assert!(missing.is_empty(), "a page that is not there proves nothing: {missing:#?}");
        against_the_list(&counted);
    }
}

fn against_the_list(counted: &BTreeMap<String, u64>) {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/api/statements.txt");
    if std::env::var_os("ASCOLTO_WRITE_LISTS").is_some() {
        let lines = counted.iter().map(|(door, n)| format!("{door} {n}\n"));
        let head = "# door, what it answers, statements at most\n".to_owned();
        std::fs::write(path, std::iter::once(head).chain(lines).collect::<String>()).unwrap();
    }
    let list = std::fs::read_to_string(path).unwrap_or_default();
    let listed: BTreeMap<&str, u64> =
        list.lines().filter_map(|l| l.rsplit_once(' ')).filter_map(|(d, n)| Some((d, n.parse().ok()?))).collect();
    let off = |(door, n): (&String, &u64)| match listed.get(door.as_str()) {
        Some(most) if *n <= most + NOW_AND_THEN => None,
        most => Some(format!("{door}: {n} statements, listed: {most:?}")),
    };
    let off: Vec<String> = counted.iter().filter_map(off).collect();
    assert!(
        off.is_empty(),
        "{}\nrun `ASCOLTO_WRITE_LISTS=1 cargo test --test api listed` and look at the difference",
        off.join("\n")
    );
}
