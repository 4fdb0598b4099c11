//! Every door of the house is tried by who may not pass it.

use domain::demo;
use web::http::door::{self, Verb};
use web::{Access, Door};

use crate::harness::Browser;

/// The path with something in place of its parameters.
fn filled(door: &Door) -> String {
    let part = |s: &str| if s.starts_with('{') { "1".to_owned() } else { s.to_owned() };
    door.path.split('/').map(part).collect::<Vec<_>>().join("/")
}

/// A new door is a line in `doors.txt`, seen by whoever reviews the change.
#[test]
fn every_door_is_on_the_list() {
    let line = |d: &Door| format!("{:?} {} {:?}\n", d.verb, d.path, d.access);
    let found: String = door::all().iter().map(line).collect();
    let list = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/api/doors.txt");
    if std::env::var_os("ASCOLTO_WRITE_LISTS").is_some() {
        std::fs::write(list, &found).unwrap();
    }
    let known = std::fs::read_to_string(list).unwrap();
    let lacks =
        |a: &str, b: &str| a.lines().filter(|l| !b.lines().any(|m| m == *l)).map(str::to_owned).collect::<Vec<_>>();
    let (new, gone) = (lacks(&found, &known), lacks(&known, &found));
    assert!(
        new.is_empty() && gone.is_empty(),
        "new {new:#?}, gone {gone:#?}: run `ASCOLTO_WRITE_LISTS=1 cargo test --test api on_the_list` and look at the difference"
    );
}

for_each_database! {
    fn a_stranger_passes_public_doors_only(house) {
        for door in door::all() {
            let (path, browser) = (filled(&door), house.browser());
            if door.verb == Verb::Post {
                let page = browser.post(&path, &[("text".to_owned(), "scritto da me".to_owned())]);
                assert_eq!(page.status, 403, "POST {path} without a token");
                // Files are not taken in from strangers at all: nothing that came with them is shown back.
                assert!(door.upload || page.body.contains("scritto da me"), "POST {path} loses what was typed");
                continue;
            }
            let page = browser.open(&path);
            let to_sign_in = page.header("location").is_some_and(|l| l.starts_with("/accedi"));
            match door.access {
                Access::Public | Access::DemoOnly => {
                    assert!(!to_sign_in && page.status.as_u16() < 500, "GET {path}: {}", page.status)
                }
                _ => assert!(page.status == 303 && to_sign_in, "GET {path}: {}", page.status),
            }
        }
    }
}

for_each_database! {
    fn who_has_no_role_passes_no_staff_door(house) {
        house.account("Ada Prova", "ada@example.org");
        let browser = house.signed_in("ada@example.org");
        for door in door::all().iter().filter(|d| matches!(d.access, Access::Staff | Access::Administrator)) {
            let path = filled(door);
            let status = match door.verb {
                Verb::Get => browser.open(&path).status,
                Verb::Post => browser.post(&path, &[]).status,
            };
            // Nobody learns that there is no such process.
            let expected = if door.access == Access::Staff { 404 } else { 403 };
            assert_eq!(status, expected, "{:?} {path}", door.verb);
        }
    }
}

for_each_database! {
    /// Somebody who may do everything is led to send each form by a page that is not ours: without a token, with another
    /// session's, and from another origin.
    fn no_form_is_taken_that_our_page_did_not_give(house of Demo) {
        let enter = |email: &str| {
            let browser = house.browser();
            browser.get("/accedi");
            browser.submit("/accedi", &[("email", email), ("password", demo::PASSWORD)]);
            browser
        };
        let token = |browser: &Browser<'_>| browser.get("/account").attributes("input[name=_csrf]", "value").remove(0);
        let (promoter, administrator) = (enter(demo::SIGN_INS[1].1), enter(demo::SIGN_INS[0].1));
        let foreign = token(&enter(demo::SIGN_INS[4].1));
        for door in door::all().iter().filter(|d| d.verb == Verb::Post) {
            let path = filled(door).replace("/percorsi/1/", "/percorsi/piano-verde-spazi-comuni-valdora/");
            let who = if door.access == Access::Administrator { &administrator } else { &promoter };
            for forged in [None, Some("x"), Some(foreign.as_str())] {
                let fields = forged.map(|t| ("_csrf".to_owned(), t.to_owned()));
                let page = who.post(&path, fields.as_slice());
                let stale = (page.status.as_u16(), page.title()) == (403, "La pagina era aperta da troppo tempo".to_owned());
                assert!(stale, "POST {path} with {forged:?}: {} {}", page.status, page.text());
            }
        }
        // The same form with the token of its own page passes the gate.
        let good = ("_csrf".to_owned(), token(&promoter));
        assert_eq!(promoter.post("/account/enti", &[good]).status, 422);
    }
}
