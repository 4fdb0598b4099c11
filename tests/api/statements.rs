//! The witness of the questions a page asks its database: every door that shows something, as whoever uses it, on the
//! demonstration's full process, against a checked-in list. A query in a loop shows as a number that grows with the data.

use std::collections::BTreeMap;

use domain::demo;
use web::Access;
use web::http::door::{self, Verb};

use crate::matrix::{enter, filled};

/// Twenty contributions, fifty requests, two versions, a report, a hundred and fifty participants.
const SLUG: &str = "piano-economia-sociale-torino-2030";

/// What a page may ask beyond the list: a session is marked as used once a while.
const NOW_AND_THEN: u64 = 1;

/// Who stands before it.
fn role(access: Access) -> &'static str {
    match access {
        Access::Public | Access::DemoOnly => "visitor",
        Access::SignedIn => "participant",
        Access::Staff => "promoter",
        Access::Administrator => "administrator",
    }
}

for_each_database! {
    fn no_page_asks_more_than_it_is_listed_with(house, |s| s.page_cache = false) {
        demo::fill(house.db(), house.now()).unwrap();
        let mut counted: BTreeMap<String, u64> = BTreeMap::new();
        for who in ["visitor", "participant", "promoter", "administrator"] {
            let browser = enter(house, who);
            for door in door::all().iter().filter(|d| d.verb == Verb::Get && role(d.access) == who) {
                let (page, asked) = house.queries(|| browser.open(&filled(door.path, SLUG)));
                counted.insert(format!("{} {}", door.path, page.status.as_u16()), asked);
            }
        }
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
