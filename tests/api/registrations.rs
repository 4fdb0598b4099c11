//! Enrolling for an event: seats, the waiting list, letters, changing, giving up, the guide, the reminder.

use std::sync::Barrier;

use domain::events::tables::NewTable;
use domain::events::{self, Admission, EnrolmentState, Facts, Kind, Session, enrol};
use domain::id::{EventId, ProcessId, SessionId, TableId};
use domain::paging::Page as Paging;

use crate::events::{DESK, PROCESS, STAFF, facts, process, published, staff};
use crate::harness::{Browser, House, Page, rome};

const FORM: &str = "/percorsi/piano-di-prova/incontri/1/iscrizione";

fn event_of(house: &House, process: ProcessId) -> EventId {
    let by = staff(house);
    house.db().read(|c| Ok(events::ops::by_number(c, &by, process, 1)?.id)).unwrap()
}

fn table(house: &House, event: EventId, theme: &str, seats: i32) -> TableId {
    let (by, theme) = (staff(house), theme.to_owned());
    let session = Session {
        id: SessionId(0),
        table_id: TableId(0),
        position: 0,
        question: "Quali leve?".into(),
        starts_at: None,
        ends_at: None,
    };
    let new = NewTable { theme, room: "Stanza 1".into(), seats, facilitators: vec![], sessions: vec![session] };
    house.write(move |w| events::tables::add(w, &by, event, &new))
}

/// An event with two tables: one of two seats, one of one.
fn small(house: &House) -> (EventId, TableId, TableId) {
    let process = process(house);
    published(house, process, facts("Evento di prova"));
    let event = event_of(house, process);
    (event, table(house, event, "Le leve", 2), table(house, event, "Le azioni", 1))
}

fn sign_up(browser: &Browser<'_>, name: &str, first: TableId, second: Option<TableId>) -> Page {
    browser.get(FORM);
    let (first, second) = (first.to_string(), second.map(|t| t.to_string()).unwrap_or_default());
    let email = format!("{}@example.org", name.to_lowercase().replace(' ', "."));
    browser
        .submit(FORM, &[("name", name), ("email", &email), ("first", &first), ("second", &second), ("consent", "si")])
}

/// The newest letter of a kind to somebody, and the link in it.
fn letter(house: &House, name: &str, kind: &str) -> (web::mail::Written, String) {
    let email = format!("{}@example.org", name.to_lowercase().replace(' ', "."));
    let found = house.mailbox().into_iter().rfind(|l| l.to == email && l.kind == kind);
    let found = found.unwrap_or_else(|| panic!("no {kind} to {email}"));
    let link = house.link(&found);
    (found, link)
}

fn states(house: &House, event: EventId) -> Vec<(EnrolmentState, i64)> {
    let mut found = house.db().read(|c| enrol::counts(c, event)).unwrap();
    found.sort();
    found
}

for_each_database! {
    fn a_citizen_enrols_changes_and_gives_up(house) {
        let (event, one, two) = small(house);
        let browser = house.browser();
        browser.get(&format!("{PROCESS}/incontri/1"));
        let page = browser.click("Iscriviti");
        assert_eq!(page.path, FORM);

        // What is missing is said, and what was typed is still there.
        let page = browser.submit(FORM, &[("name", " "), ("email", "no"), ("needs", "Caratteri grandi")]);
        assert_eq!(page.status, 422);
        for words in ["Questo campo va compilato", "Serve un indirizzo e-mail", "Va scelta una delle voci", "Senza questo consenso"] {
            assert!(page.says(words), "{words}: {}", page.text());
        }
        assert!(page.body.contains("Caratteri grandi"));

        let page = sign_up(&browser, "Ada Esempio", one, Some(two));
        assert!(page.says("Iscrizione ricevuta") && page.says("Il posto c’è"), "{}", page.text());
        assert!(!page.path.contains("iscrizioni/"), "the link is in the letter only");
        let (sent, link) = letter(house, "Ada Esempio", "enrolled");
        assert!(sent.body.contains("Tavolo 1. Le leve") && sent.body.contains("lunedì 10 marzo 2031, ore 15:00"), "{}", sent.body);
        let names: Vec<&str> = sent.attachments.iter().map(|a| a.name.as_str()).collect();
        assert_eq!(names, ["incontro.ics", "codice-ingresso.png"]);
        let ics = String::from_utf8(sent.attachments[0].bytes()).unwrap();
        assert!(ics.contains("DTSTART:20310310T140000Z") && ics.contains("LOCATION:Sala Esempio"), "{ics}");
        assert!(sent.attachments[1].bytes().starts_with(b"\x89PNG"));

        let mine = house.browser();
        let page = mine.get(&link);
        assert!(page.says("Posto assegnato") && page.says("Tavolo 1. Le leve"), "{}", page.text());
        assert!(mine.open(&format!("{link}/codice.svg")).body.starts_with("<svg"));
        mine.get(&link);
        let second = two.to_string();
        let change = mine.page().form(&link, &[("first", &second), ("second", ""), ("needs", "Un posto vicino")]);
        for _ in 0..2 {
            let to = mine.post(&link, &change).header("location").unwrap().to_owned();
            assert_eq!(to.split('?').next(), Some(link.as_str()), "sent twice, it leads to the same place");
        }
        let page = mine.get(&link);
        assert!(page.says("Salvato") && page.says("Tavolo 2. Le azioni"), "{}", page.text());
        assert!(letter(house, "Ada Esempio", "enrolled").0.body.contains("Tavolo 2"));

        mine.get(&format!("{link}/annulla"));
        let page = mine.submit(&format!("{link}/annulla"), &[]);
        assert!(page.says("è stata annullata"), "{}", page.text());
        assert_eq!(mine.open(&format!("{link}/codice.svg")).status, 404);
        assert_eq!(states(house, event), [(EnrolmentState::Cancelled, 1)]);
        let by = staff(house);
        let rows = house.db().read(|c| {
            let e = events::ops::by_id(c, event)?;
            enrol::list(c, &by, &e, EnrolmentState::Cancelled, Paging::new(1, 10))
        }).unwrap().rows;
        assert!(rows[0].name.is_empty() && rows[0].email.is_empty() && rows[0].needs.is_empty(), "{rows:?}");
        // The secret of a link is kept as SHA-256 only, not even where a form sent twice is led to.
        let token = link.rsplit('/').next().unwrap();
        let places: Vec<String> = house.db().read(|c| {
            use diesel::prelude::*;
            Ok(domain::db::schema::once_keys::table.select(domain::db::schema::once_keys::location).load(c)?)
        }).unwrap();
        assert!(places.iter().any(|p| p == "/iscrizioni/{token}") && !places.iter().any(|p| p.contains(token)), "{places:?}");
        // Given up, one may come back.
        assert!(sign_up(&browser, "Ada Esempio", one, None).says("Il posto c’è"));
    }

    fn the_waiting_list_moves_up_by_itself(house) {
        let (event, one, two) = small(house);
        let browser = house.browser();
        for (name, first, second, seat) in [
            ("Prima Esempio", one, None, true),
            ("Seconda Esempio", one, None, true),
            ("Terza Esempio", two, None, true),
            ("Quarta Esempio", two, Some(one), false),
            ("Quinta Esempio", one, None, false),
            ("Sesta Esempio", two, None, false),
        ] {
            let page = sign_up(&browser, name, first, second);
            assert_eq!(page.says("Il posto c’è"), seat, "{name}: {}", page.text());
        }
        let (_, link) = letter(house, "Quinta Esempio", "enrolment_waiting");
        assert!(house.browser().get(&link).says("Prima c’è una persona"));

        // A seat at the first table goes to the fourth, for whom it was the second choice: she came first.
        let (_, gone) = letter(house, "Prima Esempio", "enrolled");
        let first = house.browser();
        first.get(&format!("{gone}/annulla"));
        first.submit(&format!("{gone}/annulla"), &[]);
        assert!(letter(house, "Quarta Esempio", "moved_up").0.body.contains("Tavolo 1. Le leve"));
        assert!(house.browser().get(&link).says("Non c’è nessuno prima"));
        assert_eq!(states(house, event), [(EnrolmentState::Seated, 3), (EnrolmentState::Waiting, 2), (EnrolmentState::Cancelled, 1)]);

        // The second goes over to the second table's list? It is full: she keeps her seat.
        let (_, second) = letter(house, "Seconda Esempio", "enrolled");
        let browser = house.browser();
        browser.get(&second);
        let page = browser.submit(&second, &[("first", &two.to_string())]);
        assert!(page.status == 422 && page.says("È al completo"), "{}", page.text());
        assert!(house.browser().get(&second).says("Tavolo 1. Le leve"));

        // More seats, and the lists move.
        let desk = house.signed_in(STAFF);
        desk.get(&format!("{DESK}/1/tavoli/1"));
        assert_eq!(desk.submit(&format!("{DESK}/1/tavoli/1"), &[("seats", "1")]).status, 422, "two are taken");
        desk.get(&format!("{DESK}/1/tavoli/1"));
        desk.submit(&format!("{DESK}/1/tavoli/1"), &[("seats", "3")]);
        assert!(letter(house, "Quinta Esempio", "moved_up").0.body.contains("Tavolo 1"));
        let page = desk.get(&format!("{DESK}/1/iscritti?stato=attesa"));
        assert!(page.says("Sesta Esempio") && !page.says("Quinta Esempio"), "{}", page.text());

        // Somebody is taken off, with a reason; the seat goes on.
        desk.get(&format!("{DESK}/1/iscritti"));
        let page = desk.click("Terza Esempio");
        let path = page.path.clone();
        assert_eq!(desk.submit(&path, &[]).status, 422);
        desk.get(&path);
        assert!(desk.submit(&path, &[("reason", "Due iscrizioni della stessa persona.")]).says("Iscrizione tolta"));
        assert!(letter(house, "Terza Esempio", "enrolment_removed").0.body.contains("Due iscrizioni"));
        letter(house, "Sesta Esempio", "moved_up");
    }

    fn nobody_learns_who_is_enrolled(house) {
        let (_, one, two) = small(house);
        let browser = house.browser();
        let first = sign_up(&browser, "Ada Esempio", one, None);
        browser.get(FORM);
        let other = [("name", "Un’altra persona"), ("email", " ADA.esempio@example.org"), ("consent", "si")];
        let second = two.to_string();
        let again = browser.submit(FORM, &[&other[..], &[("first", second.as_str())]].concat());
        assert_eq!((again.path.clone(), again.text()), (first.path.clone(), first.text()));
        let (sent, link) = letter(house, "Ada Esempio", "already_enrolled");
        assert!(sent.body.contains("rimasta com’era"));
        assert!(house.browser().get(&link).says("Tavolo 1"), "what stood stands");
        for page in [format!("{PROCESS}/incontri"), format!("{PROCESS}/incontri/1"), FORM.to_owned()] {
            assert!(!house.browser().get(&page).body.contains("Ada Esempio"), "{page}");
        }
        house.account("Curiosa Esempio", "curiosa@example.org");
        let curious = house.signed_in("curiosa@example.org");
        for page in ["/iscritti", "/porta", "/cifre", ""] {
            assert_eq!(curious.open(&format!("{DESK}/1{page}")).status, 403, "{page}");
        }
        assert_eq!(house.browser().open("/iscrizioni/0123456789abcdef").status, 404);
    }

    fn with_an_account_it_is_shorter(house) {
        let (_, one, _) = small(house);
        house.account("Bruna Esempio", "bruna@example.org");
        let browser = house.signed_in("bruna@example.org");
        let page = browser.get(FORM);
        assert!(page.attributes("input[name=email]", "name").is_empty() && page.body.contains("Bruna Esempio"));
        let once = browser.page().form(FORM, &[("first", &one.to_string()), ("consent", "si")]);
        let page = browser.post(FORM, &once);
        let to = page.header("location").unwrap().to_owned();
        assert!(to.starts_with("/iscrizioni/"));
        assert!(browser.get(&to).says("Posto assegnato"));
        // The link is kept nowhere: a second click leads to what is said to those who have none.
        let again = browser.post(FORM, &once).header("location").unwrap().to_owned();
        assert!(browser.get(&again).says("Iscrizione ricevuta") && !again.contains("iscrizioni"), "{again}");
        let page = browser.get(FORM);
        assert!(page.says("C’è già un’iscrizione"), "{}", page.text());
        assert!(browser.submit(&format!("{FORM}/mia"), &[]).says("Posto assegnato"));
    }

    fn plenaries_have_seats_of_their_own(house) {
        let process = process(house);
        let link = "https://video.example.org/x";
        let seats = Facts { online_link: link.into(), room_seats: 1, remote_seats: 1, ..facts("Ibrido") };
        published(house, process, seats);
        let browser = house.browser();
        let enrol = |name: &str, mode: &str| {
            browser.get(FORM);
            let email = format!("{}@example.org", name.to_lowercase().replace(' ', "."));
            browser.submit(FORM, &[("name", name), ("email", &email), ("mode", mode), ("consent", "si")])
        };
        browser.get(FORM);
        let page = browser.submit(FORM, &[("name", "X"), ("email", "x@example.org"), ("consent", "si")]);
        assert_eq!(page.status, 422, "one has to say how");
        assert!(enrol("Una Esempio", "remote").says("Il posto c’è"));
        assert!(enrol("Due Esempio", "remote").says("In lista d’attesa"));
        assert!(enrol("Tre Esempio", "room").says("Il posto c’è"));
        let page = house.browser().get(&letter(house, "Una Esempio", "enrolled").1);
        assert!(page.body.contains(link));
        let page = house.browser().get(&letter(house, "Due Esempio", "enrolment_waiting").1);
        assert!(!page.body.contains(link), "who waits has no seat");
    }

    fn enrolling_ends_when_it_should(house) {
        let (_, one, _) = small(house);
        house.at("2031-03-10 14:59");
        assert!(sign_up(&house.browser(), "Ultima Esempio", one, None).says("Il posto c’è"));
        let browser = house.browser();
        browser.get(FORM);
        let form = browser.page().form(FORM, &[("name", "Tardi"), ("email", "tardi@example.org"), ("first", &one.to_string()), ("consent", "si")]);
        house.at("2031-03-10 15:00");
        let page = browser.post(FORM, &form);
        assert!(page.status == 409 && page.body.contains("tardi@example.org"), "{}", page.text());
        assert!(browser.get(FORM).says("le iscrizioni sono chiuse"));
        let free = Facts { admission: Admission::Headcount, kind: Kind::Evening, ..facts("Libero") };
        let process = house.db().read(|c| domain::processes::ops::by_slug(c, &domain::access::Actor::system(), "piano-di-prova")).unwrap().id;
        published(house, process, Facts { starts_at: rome("2031-03-11 18:00"), ends_at: rome("2031-03-11 20:00"), ..free });
        let page = browser.get(&format!("{PROCESS}/incontri/2"));
        assert!(page.says("L’ingresso è libero") && page.link("Iscriviti").is_none(), "{}", page.text());
    }

    fn the_guide_goes_to_everybody_and_to_those_who_join_later(house) {
        let (_, one, two) = small(house);
        let browser = house.browser();
        sign_up(&browser, "Prima Esempio", one, None);
        sign_up(&browser, "Terza Esempio", two, None);
        sign_up(&browser, "Sesta Esempio", two, None);
        let desk = house.signed_in(STAFF);
        let guide = format!("{DESK}/1/guida");
        let page = desk.get(&guide);
        let text = page.one("textarea[name=text]");
        assert!(text.contains("Tavolo 1. Le leve") && text.contains("Quali leve?"), "{text}");
        assert_eq!(desk.submit(&format!("{guide}/pubblica"), &[]).status, 422, "nothing was kept yet");
        desk.get(&guide);
        assert!(desk.submit(&guide, &[("text", "# Di che cosa si parla\n\nDelle **leve**.\n\n- una\n- due")]).says("Salvato"));
        let page = desk.get(&format!("{guide}/anteprima"));
        assert!(page.body.contains("<strong>leve</strong>"), "{}", page.body);
        desk.get(&guide);
        let bad = desk.upload(&format!("{guide}/pubblica"), &[], &[("file", "guida.pdf", b"<script>alert(1)</script>")]);
        assert!(bad.status == 422 && bad.says("Serve un file PDF"), "{}", bad.text());
        desk.get(&guide);
        let page = desk.submit(&format!("{guide}/pubblica"), &[]);
        assert!(page.says("Guida pubblicata") && page.says("Prima Esempio") && page.says("Sesta Esempio"), "{}", page.text());
        let (_, link) = letter(house, "Prima Esempio", "event_guide");
        let file = house.browser().open(&link);
        assert!(file.bytes.starts_with(b"%PDF-") && file.header("content-type") == Some("application/pdf"));

        // Who waits for a seat is sent it too, and told that they wait.
        let words = "ancora in lista d’attesa";
        let (waits, link) = letter(house, "Sesta Esempio", "event_guide");
        assert!(waits.body.contains(words) && !letter(house, "Prima Esempio", "event_guide").0.body.contains(words), "{}", waits.body);
        assert!(house.browser().open(&link).bytes.starts_with(b"%PDF-"));

        // Another edition by upload; who joins later gets that one only, and who gets a seat has had it already.
        desk.get(&guide);
        desk.upload(&format!("{guide}/pubblica"), &[], &[("file", "nuova.pdf", b"%PDF-1.7 prova")]);
        sign_up(&browser, "Settima Esempio", two, None);
        let (_, gone) = letter(house, "Terza Esempio", "enrolled");
        let third = house.browser();
        third.get(&format!("{gone}/annulla"));
        third.submit(&format!("{gone}/annulla"), &[]);
        letter(house, "Sesta Esempio", "moved_up");
        let guides = |who: &str| house.mailbox().into_iter().filter(|l| l.to == format!("{who}.esempio@example.org") && l.kind == "event_guide").collect::<Vec<_>>();
        assert_eq!((guides("sesta").len(), guides("settima").len(), guides("prima").len()), (2, 1, 2));
        assert_eq!(house.browser().open(&house.link(&guides("settima")[0])).bytes, b"%PDF-1.7 prova");
        assert!(house.browser().open(&house.link(&guides("sesta")[1])).bytes == b"%PDF-1.7 prova");
        let log = desk.get(&guide);
        let rows = log.all("table tbody tr");
        assert_eq!((rows.len(), rows.iter().filter(|r| r.contains("in lista d’attesa")).count()), (7, 3), "{rows:?}");
        assert!(!log.says("in partenza"), "every letter left");
    }

    fn the_day_before_everybody_with_a_seat_is_reminded_once(house) {
        let (_, one, two) = small(house);
        let browser = house.browser();
        sign_up(&browser, "Prima Esempio", one, None);
        sign_up(&browser, "Terza Esempio", two, None);
        sign_up(&browser, "Sesta Esempio", two, None);
        let turn = || web::housekeeping::turn(&house.app, false).unwrap();
        house.at("2031-03-09 14:59");
        turn();
        let reminded = |house: &House| house.mailbox().into_iter().filter(|l| l.kind == "event_reminder").map(|l| l.to).collect::<Vec<_>>();
        assert!(reminded(house).is_empty());
        house.at("2031-03-09 15:00");
        turn();
        turn();
        assert_eq!(reminded(house), ["prima.esempio@example.org", "terza.esempio@example.org"]);
        assert_eq!(letter(house, "Prima Esempio", "event_reminder").0.attachments.len(), 2);
        assert!(letter(house, "Prima Esempio", "event_reminder").0.body.contains("Tavolo 1. "), "{}", letter(house, "Prima Esempio", "event_reminder").0.body);
        // The event is moved: everybody is told, and reminded again.
        let desk = house.signed_in(STAFF);
        desk.get(&format!("{DESK}/1/dati"));
        let later = [("starts_at", "2031-03-12T15:00"), ("ends_at", "2031-03-12T19:00"), ("closes_at", "")];
        assert!(desk.submit(&format!("{DESK}/1/dati"), &later).says("Salvato"));
        assert!(letter(house, "Sesta Esempio", "event_changed").0.body.contains("mercoledì 12 marzo 2031"));
        house.at("2031-03-11 16:00");
        turn();
        assert_eq!(reminded(house).len(), 4);
    }

    fn who_gets_a_seat_on_the_last_day_is_told_once(house) {
        let (_, one, two) = small(house);
        let browser = house.browser();
        sign_up(&browser, "Terza Esempio", two, None);
        sign_up(&browser, "Sesta Esempio", two, None);
        let turn = || web::housekeeping::turn(&house.app, false).unwrap();
        let of = |who: &str, kind: &str| house.mailbox().iter().filter(|l| l.to == format!("{who}.esempio@example.org") && l.kind == kind).count();
        // In the minute in which the reminders leave, before they have.
        house.at("2031-03-09 15:00");
        sign_up(&browser, "Prima Esempio", one, None);
        let (first, _) = letter(house, "Prima Esempio", "enrolled");
        assert!(first.body.contains("l’incontro è domani. Questa lettera vale anche come promemoria"), "{}", first.body);
        turn();
        assert_eq!((of("prima", "event_reminder"), of("terza", "event_reminder"), of("sesta", "event_reminder")), (0, 1, 0));
        assert!(letter(house, "Terza Esempio", "event_reminder").0.body.contains("l’incontro è domani"));
        // On the day itself.
        house.at("2031-03-10 09:00");
        sign_up(&browser, "Seconda Esempio", one, None);
        assert!(letter(house, "Seconda Esempio", "enrolled").0.body.contains("il posto c’è, e l’incontro è oggi"));
        let (_, gone) = letter(house, "Terza Esempio", "enrolled");
        let third = house.browser();
        third.get(&format!("{gone}/annulla"));
        third.submit(&format!("{gone}/annulla"), &[]);
        let (moved, _) = letter(house, "Sesta Esempio", "moved_up");
        assert!(moved.body.contains("un posto, e l’incontro è oggi") && moved.attachments.len() == 2, "{}", moved.body);
        turn();
        for who in ["prima", "seconda", "sesta"] {
            assert_eq!(of(who, "event_reminder"), 0, "{who}");
        }
        // The log: with whom it served.
        let desk = house.signed_in(STAFF);
        for who in ["Prima Esempio", "Seconda Esempio", "Sesta Esempio"] {
            desk.get(&format!("{DESK}/1/iscritti"));
            assert!(desk.click(who).says("vale come promemoria"), "{who}");
        }
        // Moved to another day: who was told is told again in time.
        desk.get(&format!("{DESK}/1/dati"));
        let later = [("starts_at", "2031-03-12T15:00"), ("ends_at", "2031-03-12T19:00"), ("closes_at", "")];
        assert!(desk.submit(&format!("{DESK}/1/dati"), &later).says("Salvato"));
        desk.get(&format!("{DESK}/1/iscritti"));
        assert!(!desk.click("Prima Esempio").says("vale come promemoria"));
        house.at("2031-03-11 16:00");
        turn();
        assert_eq!((of("prima", "event_reminder"), of("seconda", "event_reminder"), of("sesta", "event_reminder")), (1, 1, 1));
    }

    fn what_is_no_longer_needed_is_forgotten(house) {
        let (event, one, _) = small(house);
        let browser = house.browser();
        browser.get(FORM);
        let fields = [("name", "Ada Esempio"), ("email", "ada@example.org"), ("first", &one.to_string()), ("needs", "Una rampa"), ("zone", "Valdora"), ("consent", "si")];
        browser.submit(FORM, &fields);
        let link = house.link(&house.letter_to("ada@example.org"));
        let by = staff(house);
        let kept = || house.db().read(|c| {
            let e = events::ops::by_id(c, event)?;
            Ok(enrol::everybody(c, &by, &e)?.remove(0))
        }).unwrap();
        house.set(rome("2031-03-10 19:00").plus_days(events::ops::NEEDS_DAYS).plus_seconds(-1));
        web::housekeeping::turn(&house.app, true).unwrap();
        assert_eq!(kept().needs, "Una rampa");
        house.pass_seconds(2);
        web::housekeeping::turn(&house.app, true).unwrap();
        assert_eq!((kept().needs.as_str(), kept().name.as_str()), ("", "Ada Esempio"));
        house.set(rome("2031-03-10 19:00").plus_days(events::ops::PEOPLE_DAYS).plus_seconds(1));
        web::housekeeping::turn(&house.app, true).unwrap();
        let left = kept();
        assert_eq!((left.name.as_str(), left.email.as_str(), left.zone.as_str()), ("", "", "Valdora"));
        let gone = house.browser().open(&link);
        assert!(gone.status == 410 && gone.says("sono stati cancellati") && gone.says("pagina iniziale"), "{} {}", gone.status, gone.text());
        assert_eq!(house.browser().open("/iscrizioni/mai-esistito").status, 404, "a link that never was is another thing");
        web::housekeeping::turn(&house.app, true).unwrap();
        assert_eq!(house.browser().open(&format!("{link}/annulla")).status, 410);
    }

    fn organisations_that_agreed_and_were_there_took_part(house) {
        let (event, one, two) = small(house);
        let come = |name: &str, organisation: &str, agreed: bool, table: TableId| {
            let browser = house.browser();
            browser.get(FORM);
            let (email, table) = (format!("{}@example.org", name.to_lowercase()), table.to_string());
            let mut fields = vec![("name", name), ("email", email.as_str()), ("first", table.as_str()), ("consent", "si")];
            fields.extend([("organisation", organisation), ("category", "association")]);
            if agreed {
                fields.push(("organisation_listed", "si"));
            }
            browser.submit(FORM, &fields);
        };
        come("Ada", "Associazione Esempio Uno", true, one);
        come("Bice", "=Esempio; \"Due\"", false, one);
        come("Carla", "Associazione Esempio Tre", true, two);
        house.at("2031-03-10 15:00");
        let by = staff(house);
        house.write(move |w| {
            let of = events::ops::by_id(w.conn, event)?;
            for e in enrol::everybody(w.conn, &by, &of)?.iter().filter(|e| e.name != "Carla") {
                let sent = events::door::Sent { key: format!("prova-porta-{}", e.turn), at: None, act: events::door::Act::In(e.id) };
                events::door::act(w, &by, event, &sent)?;
            }
            Ok(())
        });
        let names = || house.browser().get(&format!("{PROCESS}/partecipanti")).all(".press-names li");
        assert!(names().is_empty(), "the event goes on");
        house.at("2031-03-10 20:00");
        let by = staff(house);
        house.write(move |w| events::ops::set_state(w, &by, event, events::State::Held, "", ""));
        assert_eq!(names(), ["Associazione Esempio Uno"]);

        // The list for a spreadsheet: everybody, and no formula.
        let desk = house.signed_in(STAFF);
        desk.get(&format!("{DESK}/1/iscritti"));
        let file = desk.submit(&format!("{DESK}/1/iscritti/csv"), &[]);
        let text = String::from_utf8(file.bytes.clone()).unwrap();
        assert!(text.starts_with("\u{feff}\"") && text.lines().count() == 4, "{text}");
        assert!(text.contains("\"'=Esempio; \"\"Due\"\"\"") && text.contains("ada@example.org"), "{text}");
        assert!(file.header("content-disposition").unwrap().contains("iscritti-incontro-1.csv"));
        let trail = house.db().read(|c| {
            let permit = domain::access::Actor::system().permit::<domain::access::ReadAudit>(domain::access::Subject::installation())?;
            domain::audit::trail(c, &permit, None, Paging::new(1, 5))
        });
        assert!(trail.unwrap().rows.iter().any(|l| l.subject == "event 1 enrolments taken out"));
        assert_ne!(house.browser().open(&format!("{DESK}/1/iscritti")).status, 200);

        // Who came is forgotten; that the organisation was there is not.
        house.set(rome("2031-03-10 19:00").plus_days(events::ops::PEOPLE_DAYS).plus_seconds(1));
        web::housekeeping::turn(&house.app, true).unwrap();
        assert_eq!(names(), ["Associazione Esempio Uno"]);
    }

    /// Two hundred people want the last five seats in the same instant.
    fn two_hundred_come_for_five_seats(house, |s| s.workers = 2) {
        let process = process(house);
        published(house, process, Facts { room_seats: 5, ..facts("Affollato") });
        let event = event_of(house, process);
        let (threads, each) = (20, 10);
        let start = Barrier::new(threads);
        std::thread::scope(|scope| {
            for t in 0..threads {
                let start = &start;
                scope.spawn(move || {
                    let ready: Vec<_> = (0..each).map(|n| {
                        let browser = house.browser();
                        browser.get(FORM);
                        let email = format!("p{t}-{n}@example.org");
                        let form = browser.page().form(FORM, &[("name", &format!("Persona {t} {n}")), ("email", &email), ("consent", "si")]);
                        (browser, form)
                    }).collect();
                    start.wait();
                    for (browser, form) in ready {
                        let page = browser.post(FORM, &form);
                        assert_eq!(page.status, 303, "{}", page.text());
                    }
                });
            }
        });
        assert_eq!(states(house, event), [(EnrolmentState::Seated, 5), (EnrolmentState::Waiting, 195)]);
        let by = staff(house);
        let all = house.db().read(|c| { let e = events::ops::by_id(c, event)?; enrol::everybody(c, &by, &e) }).unwrap();
        let turns: Vec<i32> = all.iter().map(|e| e.turn).collect();
        assert_eq!(turns, (1..=200).collect::<Vec<_>>());
        assert!(all.iter().all(|e| (e.state == EnrolmentState::Seated) == (e.turn <= 5)), "the first five sit");
        // Three give up: the sixth, seventh and eighth sit.
        for turn in 1..=3 {
            let address = all[turn - 1].email.clone();
            let sent = house.mailbox().into_iter().rfind(|l| l.to == address).unwrap();
            let link = house.link(&sent);
            let browser = house.browser();
            browser.get(&format!("{link}/annulla"));
            browser.submit(&format!("{link}/annulla"), &[]);
        }
        let seated = house.db().read(|c| { let e = events::ops::by_id(c, event)?; enrol::list(c, &by, &e, EnrolmentState::Seated, Paging::new(1, 20)) }).unwrap();
        let mut turns: Vec<i32> = seated.rows.iter().map(|e| e.turn).collect();
        turns.sort_unstable();
        assert_eq!(turns, [4, 5, 6, 7, 8]);
    }
}
