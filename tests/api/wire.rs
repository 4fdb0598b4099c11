//! What happens between a browser and the house, and no page does: a form that arrives in two pieces around the opening or the
//! closing of the window, and one form that arrives eight times at once.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::Barrier;
use std::time::{Duration, Instant};

use crate::comments::{BASE, COMMENT, register_length, stage, with};
use crate::harness::{Browser, House};

/// A comment that is filled in: its body as a browser sends it.
fn filled(browser: &Browser<'_>, text: &str) -> Vec<(String, String)> {
    browser.get(&format!("{COMMENT}?passaggio=2"));
    browser.page().form(COMMENT, &with("invia", &[("text", text)]))
}

/// Sends the head and half of a form at one instant, and the rest at another; the whole answer.
fn in_two_pieces(house: &House, browser: &Browser<'_>, fields: &[(String, String)], first: &str, rest: &str) -> String {
    let body = web::ui::query(&fields.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect::<Vec<_>>());
    let cookies: Vec<String> = browser.cookies().into_iter().map(|(name, value)| format!("{name}={value}")).collect();
    let head = format!(
        "POST {COMMENT} HTTP/1.1\r\nHost: ascolto.test\r\nAccept-Language: it\r\nConnection: close\r\nCookie: {}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n",
        cookies.join("; "),
        body.len()
    );
    let (before, after) = body.split_at(body.len() / 2);
    let mut wire = TcpStream::connect(house.base.strip_prefix("http://").unwrap()).unwrap();
    wire.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
    second(house, first);
    let asked = house.db().queries();
    wire.write_all(format!("{head}{before}").as_bytes()).unwrap();
    // It has looked up who comes: from here on it waits for the rest. The pause lets it get there.
    let begun = Instant::now();
    while house.db().queries() == asked {
        assert!(begun.elapsed() < Duration::from_secs(20), "nobody took the first half");
        std::thread::sleep(Duration::from_millis(10));
    }
    std::thread::sleep(Duration::from_millis(200));
    second(house, rest);
    wire.write_all(after.as_bytes()).unwrap();
    let mut answer = Vec::new();
    wire.read_to_end(&mut answer).unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}

/// Sets the clock to a second: `2031-03-11 17:59:59`.
fn second(house: &House, wall: &str) {
    let (minute, seconds) = wall.rsplit_once(':').unwrap();
    house.at(minute);
    house.pass_seconds(seconds.parse().unwrap());
}

for_each_database! {
    /// The instant that counts is that of the last byte.
    fn what_is_begun_in_time_and_ends_too_late_is_too_late(house) {
        let stage = stage(house);
        house.account("Ada Prova", "ada@example.org");
        let ada = house.signed_in("ada@example.org");
        let form = filled(&ada, "Arrivo a metà.");
        let late = in_two_pieces(house, &ada, &form, "2031-03-11 17:59:59", "2031-03-11 18:00:00");
        assert!(late.starts_with("HTTP/1.1 403 "), "{late}");
        assert!(late.contains("La consultazione è chiusa") && late.contains("Arrivo a metà."), "{late}");
        assert_eq!(register_length(house, &stage), 0);
        // In two pieces, and both in time.
        let form = { house.at("2031-03-11 17:58"); filled(&ada, "Arrivo intero.") };
        let taken = in_two_pieces(house, &ada, &form, "2031-03-11 17:59:58", "2031-03-11 17:59:59");
        assert!(taken.starts_with("HTTP/1.1 303 ") && taken.contains(&format!("{BASE}/contributi/1/ricevuta")), "{taken}");
        assert_eq!(register_length(house, &stage), 1);
    }

    fn what_is_begun_too_early_and_ends_in_time_is_taken(house) {
        let stage = stage(house);
        house.account("Ada Prova", "ada@example.org");
        let ada = house.signed_in("ada@example.org");
        let form = filled(&ada, "Arrivo presto.");
        let early = in_two_pieces(house, &ada, &form, "2031-03-01 09:59:58", "2031-03-01 09:59:59");
        assert!(early.starts_with("HTTP/1.1 403 "), "{early}");
        assert_eq!(register_length(house, &stage), 0);
        let taken = in_two_pieces(house, &ada, &form, "2031-03-01 09:59:59", "2031-03-01 10:00:00");
        assert!(taken.starts_with("HTTP/1.1 303 ") && taken.contains(&format!("{BASE}/contributi/1/ricevuta")), "{taken}");
        assert_eq!(register_length(house, &stage), 1);
    }

    /// A hand that trembles, a network that repeats: eight requests with one form, at once.
    fn one_form_eight_times_at_once_is_one_contribution(house, |s| s.workers = 4) {
        let stage = stage(house);
        house.account("Ada Prova", "ada@example.org");
        let ada = house.signed_in("ada@example.org");
        for n in 1..=4 {
            let form = filled(&ada, &format!("Una volta sola, la numero {n}."));
            let (together, cookies) = (Barrier::new(8), ada.cookies());
            let mut places: Vec<String> = std::thread::scope(|scope| {
                let send = || {
                    let tab = house.browser();
                    cookies.iter().for_each(|(name, value)| tab.set_cookie(name, value));
                    together.wait();
                    let answer = tab.post(COMMENT, &form);
                    assert_eq!(answer.status, 303, "{}", answer.text());
                    answer.header("location").unwrap().to_owned()
                };
                let all: Vec<_> = (0..8).map(|_| scope.spawn(send)).collect();
                all.into_iter().map(|one| one.join().unwrap()).collect()
            });
            places.dedup();
            assert_eq!(places, [format!("{BASE}/contributi/{n}/ricevuta")], "eight answers, one place");
            assert_eq!(register_length(house, &stage), n);
        }
        assert_eq!(house.mailbox().iter().filter(|letter| letter.to == "ada@example.org").count(), 4, "a letter each");
        let chain = house.db().read(|c| domain::register::chain::check(c, stage.process)).unwrap();
        assert_eq!((chain.broken_at, chain.entries), (None, 4));
    }
}
