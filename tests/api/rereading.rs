//! Rereading: those who were at the table read their own lines behind a link, ask for corrections in time, and get an answer.

use domain::access::Actor;
use domain::events::door::{self, Act, Sent};
use domain::events::{self, Mode, NewEnrolment, Wish, enrol};

use crate::events::{STAFF, staff};
use crate::harness::{Browser, House};
use crate::tables::{FACILITATOR, MINUTES, key, session};

const OPEN: &str = "/percorsi/piano-di-prova/gestione/incontri/1/verbali/1/1/rilettura";
const LIST: &str = "/percorsi/piano-di-prova/gestione/incontri/1/correzioni";
const ANNA: &str = "anna@example.org";

/// Anna enrols for an organisation, comes, and says something; her organisation says something; so does somebody else.
fn spoken(house: &House) {
    session(house);
    house.at("2031-03-05 10:00");
    house.write(|w| {
        let process = domain::processes::ops::by_slug(w.conn, &Actor::system(), "piano-di-prova")?;
        let event = events::ops::by_number(w.conn, &Actor::system(), process.id, 1)?;
        let table = events::ops::tables(w.conn, event.id)?.remove(0).0.id;
        for (name, email) in
            [("Anna Esempio", ANNA), ("Bruno Esempio", "bruno@example.org"), ("Carla Assente", "carla@example.org")]
        {
            let new = NewEnrolment {
                name: name.into(),
                email: email.into(),
                lang: "it".into(),
                organisation: if email == ANNA { "Cooperativa Esempio".into() } else { String::new() },
                category: if email == ANNA { "cooperative".into() } else { String::new() },
                zone: String::new(),
                needs: String::new(),
                wish: Wish { mode: Mode::Room, first: Some(table), second: None },
                consent: true,
                organisation_listed: false,
            };
            enrol::enrol(w, &Actor::default(), event.id, &new)?;
        }
        Ok(())
    });
    house.at("2031-03-10 16:30");
    let by = staff(house);
    house.write(move |w| {
        let process = domain::processes::ops::by_slug(w.conn, &by, "piano-di-prova")?;
        let event = events::ops::by_number(w.conn, &by, process.id, 1)?;
        for (n, e) in enrol::everybody(w.conn, &by, &event)?.into_iter().enumerate() {
            if e.name.contains("Assente") || e.email.is_empty() {
                continue;
            }
            door::act(w, &by, event.id, &Sent { key: format!("presente-{n}"), at: None, act: Act::In(e.id) })?;
        }
        Ok(())
    });
    let browser = house.signed_in(FACILITATOR);
    let page = browser.get(MINUTES);
    let options: Vec<(String, String)> =
        page.attributes("optgroup option", "value").into_iter().zip(page.all("optgroup option")).collect();
    let who = |words: &str| options.iter().find(|(_, text)| text.contains(words)).unwrap().0.clone();
    for (who, text) in [
        (who("Anna Esempio"), "Gli orti vanno chiusi la sera"),
        ("o:Cooperativa Esempio".to_owned(), "La cooperativa tiene le chiavi"),
        (who("Bruno Esempio"), "Meglio lasciarli aperti"),
    ] {
        house.pass_seconds(1);
        browser.get(MINUTES);
        assert!(browser.submit(MINUTES, &[("kind", "need"), ("text", text), ("who", &who)]).says(text));
    }
    house.at("2031-03-11 09:00");
}

/// Opens the rereading for a week; Anna's link.
fn opened(house: &House, by: &Browser<'_>) -> String {
    by.get(OPEN);
    let page = by.submit(OPEN, &[]);
    assert!(
        page.says("La rilettura è aperta fino a martedì 18 marzo 2031, ore 9:00") || page.says("18 marzo 2031"),
        "{}",
        page.text()
    );
    house.link(&house.letter_to(ANNA))
}

for_each_database! {
    fn who_was_there_asks_for_a_correction_and_gets_an_answer(house) {
        spoken(house);
        let facilitator = house.signed_in(FACILITATOR);
        assert!(facilitator.get(OPEN).says("Partono 2 lettere."), "{}", facilitator.page().text());
        let link = opened(house, &facilitator);
        let letters = house.mailbox();
        let sent: Vec<&str> = letters.iter().filter(|l| l.kind == "lines_to_reread").map(|l| l.to.as_str()).collect();
        assert_eq!(sent, [ANNA, "bruno@example.org"], "who was there and left an address, and nobody else");

        // One's own lines and one's organisation's; nobody else's.
        let anna = house.browser();
        let page = anna.get(&link);
        assert!(page.says("Gli orti vanno chiusi la sera") && page.says("La cooperativa tiene le chiavi"), "{}", page.text());
        assert!(!page.says("Meglio lasciarli aperti") && !page.body.contains("Bruno"), "{}", page.text());
        let form = page.attributes(".queue-side a", "href").remove(0);
        anna.get(&form);
        assert_eq!(anna.submit(&form, &[]).status, 422, "the same words are no correction");
        assert_eq!(anna.submit(&form, &[("wording", "")]).status, 422);
        assert_eq!(anna.submit(&form, &[("wording", &"a".repeat(1001))]).status, 422);
        let wanted = [("wording", "Gli orti vanno chiusi la notte"), ("note", "Ho detto notte.")];
        let page = anna.submit(&form, &wanted);
        assert!(page.says("Richiesta inviata.") && page.says("Gli orti vanno chiusi la notte"), "{}", page.text());
        anna.get(&form);
        assert_eq!(anna.submit(&form, &wanted).status, 409, "one at a time");
        let second = anna.get(&link).attributes(".queue-side a", "href").remove(0);
        anna.get(&second);
        assert!(anna.submit(&second, &[("wording", "Le chiavi non le ha nessuno")]).says("Richiesta inviata."));
        let bruno = house.mailbox().into_iter().rfind(|l| l.to == "bruno@example.org").unwrap();
        let others = format!("{}/{}", house.link(&bruno), form.rsplit('/').next().unwrap());
        assert_eq!(house.browser().open(&others).status, 404, "of somebody else");

        // The staff decides: one changes the line, with its history; the other does not, with a reason.
        let page = facilitator.get("/percorsi/piano-di-prova/gestione/incontri/1/verbali");
        assert!(page.says("2 correzioni richieste aspettano una decisione."), "{}", page.text());
        let page = facilitator.get(LIST);
        assert!(page.says("Anna Esempio") && page.says("da decidere"), "{}", page.text());
        let asked = page.attributes(".queue-title", "href");
        let (keys, night) = (&asked[0], &asked[1]);
        facilitator.get(night);
        assert_eq!(facilitator.submit(night, &[("accept", "no")]).status, 422, "who declines says why");
        assert_eq!(facilitator.submit(night, &[("accept", "si"), ("wording", " ")]).status, 422);
        assert!(facilitator.submit(night, &[("accept", "si"), ("wording", "Gli orti vanno chiusi di notte")]).says("Decisione presa"));
        let mend = format!("{MINUTES}/righe/{}", key(&facilitator, "Gli orti vanno chiusi di notte"));
        assert!(facilitator.get(&mend).says("Gli orti vanno chiusi la sera"), "the history is kept");
        let letter = house.letter_to(ANNA);
        assert!(letter.subject.starts_with("Correzione accolta") && letter.body.contains("Gli orti vanno chiusi di notte"), "{}", letter.body);
        facilitator.get(keys);
        facilitator.submit(keys, &[("accept", "no"), ("reason", "È stato detto così.")]);
        let letter = house.letter_to(ANNA);
        assert!(letter.subject.starts_with("Correzione non accolta") && letter.body.contains("È stato detto così."), "{}", letter.body);
        let page = anna.get(&house.link(&letter));
        assert!(page.says("Correzione accolta") && page.says("Correzione non accolta") && page.says("È stato detto così."), "{}", page.text());
        assert!(anna.get(&link).says("Correzione accolta"), "the first link still leads there");
        facilitator.get(keys);
        assert!(!facilitator.page().says("Conferma la decisione"), "decided once");
    }

    fn after_its_time_nothing_is_asked_any_more(house) {
        spoken(house);
        let facilitator = house.signed_in(FACILITATOR);
        let link = opened(house, &facilitator);
        let anna = house.browser();
        let form = anna.get(&link).attributes(".queue-side a", "href").remove(0);
        anna.get(&form);
        house.at("2031-03-18 09:00");
        let page = anna.submit(&form, &[("wording", "Altro")]);
        assert!(page.status == 409 && page.says("Il termine per chiedere correzioni è passato."), "{}", page.text());
        let page = anna.get(&link);
        assert!(page.says("Il termine per chiedere correzioni è passato: era") && page.says("18 marzo 2031"), "{}", page.text());
        assert!(page.attributes(".queue-side a", "href").is_empty());
        // More time can be given, never less.
        let again = house.signed_in(FACILITATOR);
        again.get(OPEN);
        assert_eq!(again.submit(OPEN, &[("until_at", "2031-03-17T09:00")]).status, 422);
        assert_eq!(again.submit(OPEN, &[("until_at", "2031-09-17T09:00")]).status, 422);
        assert_eq!(again.submit(OPEN, &[("until_at", "")]).status, 422);
        assert_eq!(again.submit(OPEN, &[("until_at", "2031-03-25T18:00")]).status, 200);
        anna.get(&form);
        assert!(anna.submit(&form, &[("wording", "Altro")]).says("Richiesta inviata."));

        // A year after the event links are gone with the people.
        house.at("2032-03-20 09:00");
        web::housekeeping::turn(&house.app, true).unwrap();
        let gone = anna.open(&link);
        assert!(gone.status == 410 && gone.says("Il tempo per rileggere e correggere è finito"), "{} {}", gone.status, gone.text());
        assert_eq!(anna.open(&form).status, 410);
        assert_eq!(house.browser().open("/riletture/non-esiste").status, 404);
    }

    fn a_line_in_question_is_not_shown_and_its_sentence_is_told(house) {
        spoken(house);
        let facilitator = house.signed_in(FACILITATOR);
        let (form, desk) = ("/percorsi/piano-di-prova/gestione/incontri/1/restituzioni/1-1/nuovo", "/percorsi/piano-di-prova/gestione/incontri/1/restituzioni/1-1");
        let line = key(&facilitator, "Gli orti vanno chiusi la sera");
        facilitator.get(form);
        facilitator.submit(form, &[("text", "Gli orti si chiudono."), ("lines", &line)]);
        let link = opened(house, &facilitator);
        let anna = house.browser();
        let ask = anna.get(&link).attributes(".queue-side a", "href").remove(0);
        anna.get(&ask);
        anna.submit(&ask, &[("wording", "Gli orti vanno chiusi la notte")]);
        let staff = house.signed_in(STAFF);
        assert!(staff.get(desk).says("ne ha chiesto la correzione"), "{}", staff.page().text());
        assert!(!staff.get(&format!("{desk}/pubblica")).says("vanno chiusi la sera"));
        let asked = facilitator.get(LIST).attributes(".queue-title", "href").remove(0);
        facilitator.get(&asked);
        facilitator.submit(&asked, &[("accept", "si")]);
        assert!(staff.get(desk).says("occorre rileggere"), "{}", staff.page().text());
        // The organisation may be named, if it says so.
        let voices = "/percorsi/piano-di-prova/gestione/incontri/1/restituzioni/enti";
        assert!(facilitator.get(voices).attributes("input[name=voices][checked]", "value").is_empty());
        anna.get(&link);
        assert!(anna.submit(&format!("{link}/ente"), &[]).says("ha acconsentito"));
        assert_eq!(facilitator.get(voices).attributes("input[name=voices][checked]", "value"), ["Cooperativa Esempio"]);
        assert!(anna.submit(&format!("{link}/ente"), &[]).says("non si legge nessun nome"));
    }

    fn rereading_opens_after_the_event_for_who_keeps_the_minutes(house) {
        spoken(house);
        assert_eq!(house.signed_in(FACILITATOR).open(&OPEN.replace("/1/1/", "/2/1/")).status, 403);
        let staff = house.signed_in(STAFF);
        let other = OPEN.replace("/1/1/", "/2/1/");
        staff.get(&other);
        assert_eq!(staff.submit(&other, &[]).status, 409, "nothing was said there");
        assert!(staff.get(LIST).says("Nessuna correzione richiesta"));
    }
}
