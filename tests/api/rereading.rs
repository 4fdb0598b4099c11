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
        // What goes into the register cannot be corrected by who said it: whoever brings it in is told that nobody has reread it.
        let desk = house.signed_in(STAFF);
        let register = format!("{MINUTES}/contributo?riga={}", key(&facilitator, "Gli orti vanno chiusi la sera"));
        let early = desk.get(&register);
        assert!(early.says("La rilettura di queste righe non è conclusa") && early.says("rilettura non ancora aperta"), "{}", early.text());
        assert!(early.attributes("main .notice a", "href").contains(&OPEN.to_owned()), "{}", early.body);
        let link = opened(house, &facilitator);
        assert!(desk.get(&register).says("rilettura aperta fino a"), "{}", desk.page().text());
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

    /// Who spoke and left no address is handed a slip: made for them alone, seen once, in the place of the one before.
    fn who_left_no_address_gets_a_slip(house) {
        spoken(house);
        let slips = format!("{OPEN}/foglietti");
        let facilitator = house.signed_in(FACILITATOR);
        let page = facilitator.get(OPEN);
        let options = facilitator.get(MINUTES);
        assert!(!page.says("Chi ha parlato e non ha lasciato un indirizzo"), "Persona Prova has said nothing yet: {}", page.text());
        let who = options.attributes("optgroup option", "value").into_iter().zip(options.all("optgroup option"));
        let who = who.into_iter().find(|(_, text)| text.contains("Persona Prova")).unwrap().0;
        house.at("2031-03-10 17:00");
        for text in ["Servono panchine", "E anche fontanelle"] {
            facilitator.get(MINUTES);
            assert!(facilitator.submit(MINUTES, &[("kind", "need"), ("text", text), ("who", &who)]).says(text));
            house.pass_seconds(1);
        }
        house.at("2031-03-11 09:00");
        let page = facilitator.get(OPEN);
        assert!(page.says("Chi ha parlato e non ha lasciato un indirizzo") && page.says("2 righe"), "{}", page.text());
        assert!(page.says("Partono 2 lettere.") && page.attributes("input[name=of]", "value").is_empty(), "not before it is open: {}", page.text());
        let early = page.form(OPEN, &[]);
        assert!(facilitator.post(&slips, &early).status == 409);

        opened(house, &facilitator);
        let before = house.mailbox().len();
        let page = facilitator.get(OPEN);
        let of = page.attributes("input[name=of]", "value");
        assert_eq!(of.len(), 1, "{}", page.text());
        let form = page.form(&slips, &[]);
        let slip = facilitator.post(&slips, &form);
        assert!(slip.status == 200 && slip.says("Persona Prova") && slip.says("18 marzo 2031"), "{} {}", slip.status, slip.text());
        assert_eq!(slip.header("cache-control"), Some("no-store"));
        assert!(slip.body.contains("<svg") && !slip.body.contains(" style="), "a code to be read by a camera");
        let link = slip.one(".receipt strong");
        let path = link.split_once("/riletture/").map(|(_, token)| format!("/riletture/{token}")).unwrap();
        assert_eq!(path.len(), "/riletture/".len() + 20);
        assert_eq!(house.mailbox().len(), before, "no letter");
        // Kept as SHA-256 only; the form sent again makes none and shows none.
        let token = path.rsplit('/').next().unwrap().to_owned();
        let stored = house.db().read(|c| {
            use diesel::prelude::*;
            let (links, keys) = (domain::db::schema::rereading_links::table, domain::db::schema::once_keys::table);
            let hashes: Vec<String> = links.select(domain::db::schema::rereading_links::token_hash).load(c)?;
            let places: Vec<String> = keys.select(domain::db::schema::once_keys::location).load(c)?;
            Ok(hashes.into_iter().chain(places).collect::<Vec<_>>())
        }).unwrap();
        assert!(!stored.iter().any(|s| s.contains(&token)) && stored.contains(&domain::id::sha256(&token)));
        let again = facilitator.post(&slips, &form);
        assert_eq!((again.status.as_u16(), again.header("location")), (303, Some(OPEN)));
        assert!(facilitator.get(OPEN).says("foglietto preparato"));

        // Their own lines, and what was asked is answered there.
        let reader = house.browser();
        let page = reader.get(&path);
        assert!(page.says("Servono panchine") && page.says("E anche fontanelle") && !page.says("Meglio lasciarli aperti"), "{}", page.text());
        let ask = page.attributes(".queue-side a", "href").remove(0);
        reader.get(&ask);
        assert!(reader.submit(&ask, &[("wording", "Servono più panchine")]).says("la risposta si legge qui"));
        let asked = facilitator.get(LIST).attributes(".queue-title", "href").remove(0);
        facilitator.get(&asked);
        assert!(facilitator.submit(&asked, &[("accept", "si"), ("wording", "Servono più panchine")]).says("Decisione presa"));
        assert!(reader.get(&path).says("Correzione accolta"));
        assert_eq!(house.mailbox().len(), before, "nobody is written to");

        // Made again it takes the place of the first; the trail says for which place in the order of arrival, and no name.
        facilitator.get(OPEN);
        let second = facilitator.submit(&slips, &[]).one(".receipt strong");
        assert_ne!(second, link);
        let gone = house.browser().open(&path);
        assert!(gone.status == 410 && gone.says("sostituito da uno nuovo"), "{} {}", gone.status, gone.text());
        let trail: Vec<(String, String)> = house.db().read(|c| {
            use diesel::prelude::*;
            use domain::db::schema::audit;
            let rows = audit::table.filter(audit::subject.like("%slips%")).select((audit::subject, audit::reason));
            Ok(rows.load(c)?)
        }).unwrap();
        assert_eq!(trail, [("event 1 rereading slips 1-1".to_owned(), "1".to_owned()), ("event 1 rereading slips 1-1".to_owned(), "1".to_owned())]);

        // For all at once: nobody is without one. Nobody else's, and not for who keeps other minutes.
        let all: Vec<(String, String)> = facilitator.get(OPEN).form(&slips, &[]).into_iter().filter(|(k, _)| k != "of").collect();
        assert!(facilitator.post(&slips, &all).says("Non manca nessun foglietto"));
        facilitator.get(OPEN);
        assert_eq!(facilitator.submit(&slips, &[("of", "1")]).status, 404);
        assert_eq!(house.signed_in(FACILITATOR).open(&slips.replace("/1/1/", "/2/1/")).status, 403);
        assert_eq!(house.browser().post(&slips, &form).status, 403);

        // With the people, a year after, it ends.
        house.at("2032-03-20 09:00");
        web::housekeeping::turn(&house.app, true).unwrap();
        let path = second.split_once("/riletture/").map(|(_, token)| format!("/riletture/{token}")).unwrap();
        assert_eq!(house.browser().open(&path).status, 410);
    }

    /// Who walked in and left an address gets the letter like everybody; so does who spoke at a table that is not theirs.
    fn who_walked_in_with_an_address_gets_the_letter(house) {
        spoken(house);
        house.at("2031-03-10 17:00");
        let by = staff(house);
        house.write(move |w| {
            let process = domain::processes::ops::by_slug(w.conn, &by, "piano-di-prova")?;
            let event = events::ops::by_number(w.conn, &by, process.id, 1)?;
            let table = events::ops::tables(w.conn, event.id)?.remove(0).0.id;
            let new = door::WalkIn { name: "Zita Passante".into(), email: " zita@example.org ".into(), table: Some(table), ..door::WalkIn::default() };
            door::act(w, &by, event.id, &Sent { key: "zita-passante".into(), at: None, act: Act::WalkIn(new) })
        });
        house.at("2031-03-11 09:00");
        let facilitator = house.signed_in(FACILITATOR);
        assert!(facilitator.get(OPEN).says("Partono 3 lettere."), "{}", facilitator.page().text());
        opened(house, &facilitator);
        let letter = house.letter_to("zita@example.org");
        assert_eq!(letter.kind, "lines_to_reread");
        assert!(house.browser().get(&house.link(&letter)).says("Nessuna riga"));
        // Forgotten with everybody's.
        house.at("2032-03-20 09:00");
        web::housekeeping::turn(&house.app, true).unwrap();
        let left = house.db().read(|c| {
            use diesel::prelude::*;
            use domain::db::schema::enrolments;
            Ok(enrolments::table.filter(enrolments::email.ne("").or(enrolments::email_key.ne(""))).count().get_result::<i64>(c)?)
        }).unwrap();
        assert_eq!(left, 0);
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
