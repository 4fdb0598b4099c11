//! Those who enrolled: where they take part and what they are told; what the staff may change under them, and what not.

use domain::events::tables::NewTable;
use domain::events::{self, Facts, Session};
use domain::id::{EventId, SessionId, TableId};
use web::mail::Written;

use crate::events::{DESK, PROCESS, STAFF, facts, process, published, staff};
use crate::harness::{Browser, House, Page, rome};

const FORM: &str = "/percorsi/piano-di-prova/incontri/1/iscrizione";
const LINK: &str = "https://video.example.org/stanza";

/// An event of a few seats in the room and online; with tables of one seat each, where they are named.
fn event(house: &House, seats: (i32, i32), themes: &[&str]) -> EventId {
    let process = process(house);
    published(
        house,
        process,
        Facts { online_link: LINK.into(), room_seats: seats.0, remote_seats: seats.1, ..facts("Evento di prova") },
    );
    let by = staff(house);
    let event = house.db().read(|c| Ok(events::ops::by_number(c, &by, process, 1)?.id)).unwrap();
    for theme in themes {
        let session = Session {
            id: SessionId(0),
            table_id: TableId(0),
            position: 0,
            question: "Quali leve?".into(),
            starts_at: Some(rome("2031-03-10 16:00")),
            ends_at: Some(rome("2031-03-10 17:00")),
        };
        let new = NewTable {
            theme: (*theme).into(),
            room: String::new(),
            seats: 1,
            facilitators: vec![],
            sessions: vec![session],
        };
        let by = staff(house);
        house.write(move |w| events::tables::add(w, &by, event, &new));
    }
    event
}

fn address(name: &str) -> String {
    format!("{}@example.org", name.to_lowercase().replace(' ', "."))
}

fn sign_up(house: &House, name: &str, more: &[(&str, &str)]) -> Page {
    let browser = house.browser();
    browser.get(FORM);
    let email = address(name);
    let mut fields = vec![("name", name), ("email", email.as_str()), ("consent", "si")];
    fields.extend(more);
    browser.submit(FORM, &fields)
}

fn letters(house: &House, name: &str, kind: &str) -> Vec<Written> {
    let to = address(name);
    house.mailbox().into_iter().filter(|l| l.to == to && l.kind == kind).collect()
}

fn letter(house: &House, name: &str, kind: &str) -> (Written, String) {
    let found = letters(house, name, kind).pop().unwrap_or_else(|| panic!("no {kind} to {name}"));
    let link = house.link(&found);
    (found, link)
}

/// The calendar file of a letter, unfolded.
fn calendar(of: &Written) -> String {
    let file = of.attachments.iter().find(|a| a.name.ends_with(".ics")).expect("a calendar file");
    String::from_utf8(file.bytes()).unwrap().replace("\r\n ", "")
}

fn rewrite(browser: &Browser<'_>, fields: &[(&str, &str)]) -> Page {
    let form = format!("{DESK}/1/dati");
    browser.get(&form);
    browser.submit(&form, fields)
}

/// The page of somebody who enrolled, for the staff.
fn person(desk: &Browser<'_>, state: &str, name: &str) -> String {
    desk.get(&format!("{DESK}/1/iscritti?stato={state}"))
        .link(name)
        .unwrap_or_else(|| panic!("no {name}: {}", desk.page().text()))
}

for_each_database! {
    fn the_link_is_for_who_has_a_seat(house) {
        event(house, (1, 1), &[]);
        sign_up(house, "Rita Esempio", &[("mode", "remote")]);
        sign_up(house, "Sara Esempio", &[("mode", "room")]);
        sign_up(house, "Max Esempio", &[("mode", "remote")]);

        // From elsewhere: the link, and neither a room nor a code.
        let (online, own) = letter(house, "Rita Esempio", "enrolled");
        assert!(online.body.contains(LINK) && online.body.contains("Si partecipa online"), "{}", online.body);
        assert!(online.body.contains("ore 15:00 – 19:00 (ora di Roma)"), "when it ends: {}", online.body);
        for word in ["Sala Esempio", "Via di Prova", "ingresso"] {
            assert!(!online.body.contains(word), "{word}: {}", online.body);
        }
        assert_eq!(online.attachments.len(), 1, "no code");
        let file = calendar(&online);
        assert!(file.contains(&format!("LOCATION:{LINK}")) && file.contains(&format!("URL:{LINK}")) && file.contains(&own), "{file}");
        let page = house.browser().get(&own);
        assert!(page.says("Si partecipa online") && page.body.contains(LINK) && !page.says("Sala Esempio") && !page.body.contains("codice.svg"), "{}", page.text());
        assert_eq!(house.browser().open(&format!("{own}/codice.svg")).status, 404);
        let file = house.browser().open(&format!("{own}/incontro.ics")).body;
        assert!(file.contains(&format!("LOCATION:{LINK}")) && file.contains(&format!("URL:{LINK}")) && !file.contains("Sala Esempio"), "{file}");

        // In the room: the room, the code, and the link for who cannot come after all.
        let (room, own) = letter(house, "Sara Esempio", "enrolled");
        assert!(room.body.contains("Sala Esempio") && room.body.contains("All’ingresso si mostra") && room.attachments.len() == 2, "{}", room.body);
        let page = house.browser().get(&own);
        assert!(page.body.contains("codice.svg") && page.says("Sala Esempio"), "{}", page.text());

        // Who waits, who asks again and who gave up are not told the link.
        let (waits, own) = letter(house, "Max Esempio", "enrolment_waiting");
        assert!(!waits.body.contains(LINK), "{}", waits.body);
        sign_up(house, "Max Esempio", &[("mode", "remote")]);
        assert!(!letter(house, "Max Esempio", "already_enrolled").0.body.contains(LINK));
        let file = house.browser().open(&format!("{own}/incontro.ics")).body;
        assert!(!file.contains(LINK) && !file.contains("Sala Esempio"), "{file}");
        let browser = house.browser();
        let (_, own) = letter(house, "Rita Esempio", "enrolled");
        browser.get(&format!("{own}/annulla"));
        assert!(browser.submit(&format!("{own}/annulla"), &[]).says("Iscrizione annullata."));
        let (gone, _) = letter(house, "Rita Esempio", "enrolment_cancelled");
        assert!(!gone.body.contains(LINK) && calendar(&gone).contains("STATUS:CANCELLED"), "{}", gone.body);
        assert!(browser.open(&format!("{own}/incontro.ics")).body.contains("STATUS:CANCELLED"));
        assert!(letter(house, "Max Esempio", "moved_up").0.body.contains(LINK));
    }

    fn seats_online_need_a_link(house) {
        event(house, (2, 0), &[]);
        let desk = house.signed_in(STAFF);
        let page = rewrite(&desk, &[("online_link", ""), ("remote_seats", "5")]);
        assert!(page.status == 422 && page.says("Ci sono posti online: serve il collegamento"), "{}", page.text());
        assert_eq!(page.attributes("input[name=remote_seats]", "value"), ["5"], "what was typed is kept");
        assert!(rewrite(&desk, &[("online_link", LINK), ("remote_seats", "5")]).says("Salvato"));
        sign_up(house, "Rita Esempio", &[("mode", "remote")]);
        for name in ["Sara Esempio", "Ugo Esempio", "Max Esempio"] {
            sign_up(house, name, &[("mode", "room")]);
        }
        // Another link: who has a seat is told, who waits is not.
        let other = "https://video.example.org/altra";
        assert!(rewrite(&desk, &[("online_link", other)]).says("Salvato"));
        let (told, _) = letter(house, "Rita Esempio", "event_changed");
        assert!(told.body.contains(other) && calendar(&told).contains(&format!("LOCATION:{other}")), "{}", told.body);
        assert!(letters(house, "Max Esempio", "event_changed").is_empty());
        // The fields say what they need.
        let page = rewrite(&desk, &[("room_seats", "")]);
        assert!(page.status == 422 && page.says("servono i posti in sala: un numero da 1 in su"), "{}", page.text());
        let page = rewrite(&desk, &[("title", ""), ("starts_at", "domani"), ("room_seats", "")]);
        for words in ["Il giorno e l’ora non sono completi", "Questo campo va compilato", "servono i posti in sala"] {
            assert!(page.says(words), "in one go, {words}: {}", page.text());
        }
    }

    fn what_is_not_changed_under_those_who_enrolled(house) {
        event(house, (2, 0), &[]);
        sign_up(house, "Sara Esempio", &[]);
        let (_, own) = letter(house, "Sara Esempio", "enrolled");
        let desk = house.signed_in(STAFF);
        let page = rewrite(&desk, &[("admission", "headcount")]);
        assert!(page.status == 422 && page.says("C’è già una persona iscritta: prima va tolta"), "{}", page.text());
        // Into the past only where that is meant.
        let past = [("starts_at", "2020-01-01T15:00"), ("ends_at", "2020-01-01T19:00"), ("closes_at", "")];
        let page = rewrite(&desk, &past);
        assert!(page.status == 422 && page.says("l’incontro sarebbe già finito, e c’è una persona iscritta") && page.says("Il giorno e le ore nel passato sono quelli giusti"), "{}", page.text());
        assert!(letters(house, "Sara Esempio", "event_changed").is_empty());
        let mut meant = past.to_vec();
        meant.push(("past_meant", "si"));
        assert!(desk.submit(&format!("{DESK}/1/dati"), &meant).says("Salvato"));
        assert!(rewrite(&desk, &[("starts_at", "2031-03-10T15:00"), ("ends_at", "2031-03-10T19:00")]).says("Salvato"), "to come again");
        // Cancelled: nothing is said of a seat or a code any more.
        let form = format!("{DESK}/1/stato");
        desk.get(&form);
        desk.submit(&form, &[("next", "cancelled"), ("reason", "Sala inagibile")]);
        let page = house.browser().get(&own);
        assert!(page.says("L’incontro è annullato") && !page.says("Posto assegnato") && !page.body.contains("codice.svg") && !page.body.contains(LINK), "{}", page.text());
        assert_eq!(house.browser().open(&format!("{own}/codice.svg")).status, 404);
        assert!(house.browser().open(&format!("{own}/incontro.ics")).body.contains("STATUS:CANCELLED"));
        assert!(!letter(house, "Sara Esempio", "event_cancelled").0.body.contains(LINK));
    }

    fn tables_fit_the_room_and_their_sessions_the_event(house) {
        event(house, (3, 0), &["Le leve"]);
        let desk = house.signed_in(STAFF);
        let form = format!("{DESK}/1/tavoli/1");
        let save = |fields: &[(&str, &str)]| {
            desk.get(&form);
            desk.submit(&form, fields)
        };
        assert!(save(&[("seats", "500")]).says("La sala ha 3 posti: un tavolo non può averne di più"));
        assert!(save(&[("seats", "0")]).says("da 1 a 10"));
        let page = save(&[("starts_at-1", "2031-04-10T16:00"), ("ends_at-1", "2031-04-10T17:00")]);
        assert!(page.status == 422 && page.says("fra l’inizio e la fine dell’incontro"), "{}", page.text());
        let second = [("question-2", "E poi?"), ("starts_at-2", "2031-03-10T16:30"), ("ends_at-2", "2031-03-10T17:30")];
        let page = save(&second);
        assert!(page.status == 422 && page.says("già una sessione nello stesso tempo") && page.body.contains("E poi?"), "{}", page.text());
        assert!(save(&[("seats", "3"), ("question-2", "E poi?"), ("starts_at-2", "2031-03-10T17:00"), ("ends_at-2", "2031-03-10T18:00")]).says("Salvato"));
        assert!(rewrite(&desk, &[("room_seats", "2")]).says("Un tavolo ha 3 posti"));
        // Where the event moves, its sessions are to follow: the desk says which.
        assert!(rewrite(&desk, &[("starts_at", "2031-03-11T15:00"), ("ends_at", "2031-03-11T19:00"), ("closes_at", "")]).says("Salvato"));
        assert!(desk.get(&format!("{DESK}/1")).says("sessioni fuori dall’orario"), "{}", desk.page().text());
        // No more seats at a table than are left in the room.
        let table = desk.get(FORM).attributes("select[name=first] option", "value").remove(1);
        sign_up(house, "Sara Esempio", &[("first", &table)]);
        assert!(house.browser().get(FORM).all("select[name=first] option")[1].contains("restano 2 posti"));
    }

    fn somebody_is_put_at_another_table(house) {
        event(house, (2, 0), &["Le leve", "Le azioni"]);
        let tables = house.browser().get(FORM).attributes("select[name=first] option", "value");
        sign_up(house, "Sara Esempio", &[("first", &tables[1])]);
        sign_up(house, "Max Esempio", &[("first", &tables[1])]);
        let desk = house.signed_in(STAFF);
        let page = person(&desk, "posto", "Sara Esempio");
        let form = format!("{page}/tavolo");
        let seat = |form: &str, page: &str, table: &str| {
            desk.get(page);
            desk.submit(form, &[("table", table)])
        };
        assert_eq!(house.signed_in("facilita@example.org").get(&page).attributes("select[name=table]", "name").len(), 0, "who facilitates reads");
        assert_eq!(seat(&form, &page, "").status, 422);
        let moved = seat(&form, &page, &tables[2]);
        assert!(moved.says("Tavolo assegnato.") && moved.says("Tavolo 2. Le azioni"), "{}", moved.text());
        let (told, _) = letter(house, "Sara Esempio", "enrolment_table");
        assert!(told.body.contains("Tavolo 2. Le azioni") && told.subject.contains("Cambia il tavolo"), "{}", told.body);
        // The seat that became free went to who waited for it; back to it there is no way.
        letter(house, "Max Esempio", "moved_up");
        let full = seat(&form, &page, &tables[1]);
        assert!(full.status == 422 && full.says("non ci sono più posti liberi"), "{}", full.text());
        house.administrator("capo@example.org");
        assert!(house.signed_in("capo@example.org").get("/amministrazione/tracce").says("incontro 1: iscrizione 1 al tavolo 2"));

        // Who waited and was let in sits at a table as those do who came to the door, and is told nothing any more.
        sign_up(house, "Zita Esempio", &[("first", &tables[1])]);
        let waits = person(&desk, "attesa", "Zita Esempio");
        assert!(desk.get(&waits).attributes("select[name=table]", "name").is_empty(), "who waits elsewhere goes on waiting");
        house.at("2031-03-10 15:30");
        let door = desk.get(&waits).link("Apri la pagina del suo codice").unwrap();
        let page = desk.get(&door);
        let button = page.attributes("button[name=in]", "value").remove(0);
        let mut fields = page.form(&format!("{DESK}/1/porta"), &[]);
        fields.push(("in".to_owned(), button));
        desk.post(&format!("{DESK}/1/porta"), &fields);
        let sits = seat(&format!("{waits}/tavolo"), &waits, &tables[1]);
        assert!(sits.says("Tavolo assegnato.") && sits.says("Tavolo 1. Le leve") && sits.says("dalla lista d’attesa"), "{}", sits.text());
        assert!(letters(house, "Zita Esempio", "enrolment_table").is_empty());
    }

    fn a_draft_is_deleted_and_what_was_public_is_not(house) {
        event(house, (2, 0), &["Le leve"]);
        let desk = house.signed_in(STAFF);
        assert!(desk.get(&format!("{DESK}/1")).says("Evento di prova") && !desk.page().says("Elimina la bozza"));
        let token = desk.page().attributes("input[name=_csrf]", "value").remove(0);
        assert_eq!(desk.post(&format!("{DESK}/1/elimina"), &[("_csrf".to_owned(), token)]).status, 409);
        desk.get(&format!("{DESK}/nuovo"));
        let draft = [("title", "Prova da buttare"), ("kind", "seminar"), ("starts_at", "2031-03-12T15:00"), ("ends_at", "2031-03-12T16:00"), ("place", "Sala"), ("room_seats", "5")];
        assert!(desk.submit(&format!("{DESK}/nuovo"), &draft).says("Elimina la bozza"));
        desk.get(&format!("{DESK}/2/tavoli/nuovo"));
        desk.submit(&format!("{DESK}/2/tavoli/nuovo"), &[("theme", "Uno"), ("seats", "5"), ("question-1", "Che cosa?")]);
        desk.get(&format!("{DESK}/2"));
        let page = desk.submit(&format!("{DESK}/2/elimina"), &[]);
        assert!(page.says("Bozza eliminata.") && !page.says("Prova da buttare"), "{}", page.text());
        assert_eq!(desk.open(&format!("{DESK}/2")).status, 404);
        assert!(house.browser().get(&format!("{PROCESS}/incontri")).says("Evento di prova"));
    }
}
