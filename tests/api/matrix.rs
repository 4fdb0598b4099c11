//! The witness of the permissions: every door, as every role, before, during and after the window, against a checked-in list.

use std::fmt::Write;

use domain::clock::Instant;
use domain::demo;
use web::http::door::{self, Verb};
use web::{Access, Door};

use crate::harness::{Browser, House, Page};

/// The small process of the demo: its window opened five days ago and closes in sixteen.
const SLUG: &str = "piano-verde-spazi-comuni-valdora";

/// Doors that end the session they are tried with: they are tried last, each time with a new one.
const ENDING: [&str; 3] = ["/esci", "/account/esci-ovunque", "/account/password"];

/// A door's path with something of the demonstration in place of its parameters.
pub fn filled(path: &str, slug: &str) -> String {
    let part = |s: &str| match s {
        "{slug}" => slug.to_owned(),
        "{code}" => "2".to_owned(),
        "{lang}" => "it".to_owned(),
        "{which}" => "1-1".to_owned(),
        s if s.starts_with('{') => "1".to_owned(),
        s => s.to_owned(),
    };
    path.split('/').map(part).collect::<Vec<_>>().join("/")
}

/// Signs in as the demonstration's account of a role; a visitor stays one.
pub fn enter<'h>(house: &'h House, role: &str) -> Browser<'h> {
    let browser = house.browser();
    if let Some((_, email)) = demo::SIGN_INS.iter().find(|(r, _)| *r == role) {
        browser.get("/accedi");
        let page = browser.submit("/accedi", &[("email", email), ("password", demo::PASSWORD)]);
        assert!(page.status.is_success(), "{role} could not sign in: {}", page.text());
    }
    browser
}

/// What the door answered, in a word.
pub fn word(page: &Page) -> String {
    let location = page.header("location").unwrap_or("");
    match page.status.as_u16() {
        303 if location.starts_with("/accedi") => "in".to_owned(),
        code => code.to_string(),
    }
}

fn try_door(browser: &Browser<'_>, door: &Door) -> String {
    let path = filled(door.path, SLUG);
    if door.verb == Verb::Get {
        return word(&browser.open(&path));
    }
    let form = browser.open("/password-dimenticata");
    let token = form.attributes("input[name=_csrf]", "value").into_iter().next().unwrap_or_default();
    word(&browser.post(&path, &[("_csrf".to_owned(), token)]))
}

/// Every door at one moment, as somebody who has just signed in: the session must not be what is over.
fn column(house: &House, role: &str, at: Instant, doors: &[Door], ending: &[Door]) -> Vec<String> {
    house.set(at);
    let browser = enter(house, role);
    let tried = doors.iter().map(|door| try_door(&browser, door));
    let last = ending.iter().map(|door| try_door(&enter(house, role), door));
    tried.chain(last).collect()
}

for_each_database! {
    fn every_door_answers_every_role_as_listed(house of Demo) {
        let now = house.now();
        let moments = [now.plus_days(-6), now, now.plus_days(17)];
        let roles = ["visitor", "participant", "facilitator", "reviewer", "promoter", "administrator"];
        let (ending, doors): (Vec<Door>, Vec<Door>) =
            door::all().into_iter().filter(|d| !d.path.starts_with("/salute")).partition(|d| ENDING.contains(&d.path));
        let mut cells: Vec<Vec<String>> = vec![Vec::new(); doors.len() + ending.len()];
        for role in roles {
            for moment in moments {
                let column = column(house, role, moment, &doors, &ending);
                cells.iter_mut().zip(column).for_each(|(row, cell)| row.push(cell));
            }
        }
        let mut found =
            format!("# door, then for each of {} the answer before, during and after the window\n", roles.join(", "));
        let all: Vec<Door> = doors.into_iter().chain(ending).collect();
        for (door, cells) in all.iter().zip(&cells) {
            let cells: Vec<String> = cells.chunks(3).map(|c| c.join(" ")).collect();
            writeln!(found, "{:?} {} {:?} | {}", door.verb, door.path, door.access, cells.join(" | ")).unwrap();
            assert!(!cells.iter().any(|c| c.contains("500")), "{:?} {}: {cells:?}", door.verb, door.path);
            if matches!(door.access, Access::Staff | Access::Administrator) {
                assert!(!cells[0].contains("200") && !cells[1].contains("200"), "{:?} {}: {cells:?}", door.verb, door.path);
            }
        }
        compare("matrix.txt", &found);
    }
}

pub fn compare(name: &str, found: &str) {
    let path = format!("{}/tests/api/{name}", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("ASCOLTO_WRITE_LISTS").is_some() {
        std::fs::write(&path, found).unwrap();
    }
    let known = std::fs::read_to_string(&path).unwrap_or_default();
    let differs: Vec<String> = found
        .lines()
        .filter(|l| !known.lines().any(|k| k == *l))
        .map(|l| format!("is   {l}"))
        .chain(known.lines().filter(|k| !found.lines().any(|l| l == *k)).map(|k| format!("was  {k}")))
        .collect();
    assert!(
        differs.is_empty(),
        "{}\nrun `ASCOLTO_WRITE_LISTS=1 cargo test --test api as_listed` and look at the difference",
        differs.join("\n")
    );
}
