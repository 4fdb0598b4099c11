//! Requests stay on their words when parts of a text are blacked out, and can be said anew.

use domain::access::{Actor, ReadAudit, Subject};
use domain::paging::Page;

use crate::harness::Browser;
use crate::intake::{cut, desk, enter, filled, noted};

const REVIEWER: &str = "istruttoria@example.org";
const AFTER: &str = "2031-03-20 09:00";

fn redact(clerk: &Browser<'_>, from: &str, to: &str) -> u16 {
    let form = desk("/contributi/1/oscura");
    let text = clerk.get(&form).one("#f-text");
    assert!(text.contains(from), "{text}");
    clerk.submit(&form, &[("text", &text.replace(from, to)), ("reason", "Dati di una persona.")]).status.as_u16()
}

for_each_database! {
    fn blacking_out_leaves_excerpts_on_their_words(house) {
        filled(house);
        house.at(AFTER);
        let clerk = enter(house, REVIEWER);
        let quote = "quelle di oggi sono basse e senza appoggio";
        assert!(cut(&clerk, 1, quote, "Panchine più alte", "").says("Richiesta ricavata"));
        assert!(cut(&clerk, 1, "vado al mercato a piedi quasi ogni mattina", "A piedi", "").says("Richiesta ricavata"));
        assert_eq!(redact(&clerk, "Ho settantotto anni", "[…]"), 200);
        let quotes = |clerk: &Browser<'_>| clerk.get(&desk("/istruttoria/1")).all(".queue-main .contribution-quote");
        assert_eq!(quotes(&clerk), [quote, "vado al mercato a piedi quasi ogni mattina"]);
        assert_eq!(redact(&clerk, "al mercato a piedi", "[…]"), 200);
        assert_eq!(quotes(&clerk), [quote, "vado […] quasi ogni mattina"]);
        // Nothing left of an excerpt: refused, with everything typed.
        assert_eq!(redact(&clerk, " quelle di oggi sono basse e senza appoggio", ""), 422);
        assert!(clerk.page().says("da cui è ricavata la richiesta 1"), "{}", clerk.page().text());
        assert_eq!(quotes(&clerk)[0], quote);
    }

    fn what_a_request_asks_can_be_said_anew(house) {
        let process = filled(house);
        house.at(AFTER);
        let clerk = enter(house, REVIEWER);
        cut(&clerk, 1, "", "Pancine", "Aredi");
        let form = clerk.get(&desk("/istruttoria/1")).link("Correggi la richiesta 1").unwrap();
        clerk.get(&form);
        assert_eq!(clerk.submit(&form, &[("summary", " ")]).status, 422);
        clerk.get(&form);
        let page = clerk.submit(&form, &[("summary", "Panchine"), ("theme", "Arredi")]);
        assert!(page.says("Richiesta corretta.") && page.says("Panchine") && page.says("Tema: Arredi"), "{}", page.text());
        let audited = house.db().read(|c| {
            let permit = Actor::system().permit::<ReadAudit>(Subject::of(process))?;
            domain::audit::trail(c, &permit, Some(process), Page::new(1, 50))
        });
        assert!(audited.unwrap().rows.iter().any(|a| a.subject == "request 1 corrected"));
        // Once it is with the second person it stays as that person reads it.
        clerk.get(&form);
        let token = clerk.page().form(&form, &[("summary", "Altro")]);
        noted(&clerk, "1");
        assert_eq!(clerk.post(&form, &token).status, 409);
    }
}
