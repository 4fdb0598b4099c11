//! Events: written by the staff, seen by everybody (or by those who are invited), held, moved, cancelled.

use domain::access::{Actor, Role};
use domain::events::{Admission, Facts, Kind};
use domain::id::ProcessId;
use domain::processes::{self, Phase, PhaseKind, Promoter};
use domain::{accounts, events};

use crate::harness::{Browser, House, Page, rome};

pub const PROCESS: &str = "/percorsi/piano-di-prova";
pub const DESK: &str = "/percorsi/piano-di-prova/gestione/incontri";
pub const STAFF: &str = "segreteria@example.org";

/// A published process with a member of staff, a facilitator and nobody else.
pub fn process(house: &House) -> ProcessId {
    house.at("2031-03-01 10:00");
    house.account("Segreteria Esempio", STAFF);
    house.account("Facilitatore Esempio", "facilita@example.org");
    house.write(|w| {
        let root = Actor::system();
        let facts = processes::Facts {
            title: "Piano di prova".into(),
            summary: "Un piano.".into(),
            ..processes::Facts::default()
        };
        let id = processes::ops::create(w, &root, "piano-di-prova", &facts)?;
        accounts::ops::grant(w, &root, id, STAFF, Role::Promoter.as_str())?;
        accounts::ops::grant(w, &root, id, "facilita@example.org", Role::Facilitator.as_str())?;
        processes::ops::set_promoters(w, &root, id, &[Promoter { name: "Comune".into(), ..Promoter::default() }])?;
        let phase = Phase {
            id: domain::id::PhaseId(0),
            kind: PhaseKind::Event,
            title: "Incontro".into(),
            description: String::new(),
            starts_on: None,
            ends_on: None,
        };
        processes::ops::set_phases(w, &root, id, &[phase])?;
        processes::ops::publish(w, &root, id)?;
        Ok(id)
    })
}

pub fn staff(house: &House) -> Actor {
    house
        .db()
        .read(|c| {
            let found = accounts::ops::credentials(c, STAFF)?;
            accounts::ops::actor_by_id(c, found.unwrap().0.id)
        })
        .unwrap()
}

/// An event of the tenth of March, three in the afternoon, to be changed.
pub fn facts(title: &str) -> Facts {
    Facts {
        kind: Kind::Participatory,
        title: title.into(),
        programme: "Plenaria e tavoli.".into(),
        place: "Sala Esempio".into(),
        address: "Via di Prova 1".into(),
        accessibility: "Ingresso in piano.".into(),
        online_link: String::new(),
        starts_at: rome("2031-03-10 15:00"),
        ends_at: rome("2031-03-10 19:00"),
        admission: Admission::Names,
        closes_at: None,
        room_seats: 100,
        remote_seats: 0,
        past_meant: false,
    }
}

/// Makes and publishes an event behind the door; its number.
pub fn published(house: &House, process: ProcessId, facts: Facts) -> i32 {
    let by = staff(house);
    house.write(move |w| {
        let number = events::ops::create(w, &by, process, &facts)?;
        let event = events::ops::by_number(w.conn, &by, process, number)?;
        events::ops::publish(w, &by, event.id)?;
        Ok(number)
    })
}

fn typed(browser: &Browser<'_>, change: &[(&str, &str)]) -> Page {
    let address = format!("{DESK}/nuovo");
    browser.get(&address);
    let mut fields = vec![
        ("title", "Evento di prova"),
        ("kind", "participatory"),
        ("starts_at", "2031-03-10T15:00"),
        ("ends_at", "2031-03-10T19:00"),
        ("place", "Sala Esempio"),
        ("room_seats", "40"),
    ];
    for (name, value) in change {
        fields.retain(|(n, _)| n != name);
        fields.push((name, value));
    }
    browser.submit(&address, &fields)
}

for_each_database! {
    fn an_event_is_written_and_everybody_sees_it(house) {
        process(house);
        let browser = house.signed_in(STAFF);
        let stranger = house.browser();
        assert!(stranger.get(&format!("{PROCESS}/incontri")).says("Nessun incontro in calendario"));

        let page = typed(&browser, &[("place", ""), ("ends_at", "2031-03-10T14:00"), ("room_seats", "tanti")]);
        assert_eq!(page.status, 422);
        assert!(page.says("Serve un numero intero"), "{}", page.text());
        let page = typed(&browser, &[("place", ""), ("ends_at", "2031-03-10T14:00")]);
        assert!(page.says("Serve un luogo") && page.says("La fine deve venire dopo l’inizio"), "{}", page.text());
        let page = typed(&browser, &[("online_link", "ftp://x"), ("closes_at", "2031-03-10T16:00")]);
        assert!(page.says("https://") && page.says("devono chiudere al più tardi"), "{}", page.text());

        let page = typed(&browser, &[("accessibility", "Ingresso in piano."), ("online_link", "https://video.example.org/1"), ("remote_seats", "50")]);
        assert_eq!(page.path, format!("{DESK}/1"), "{}", page.text());
        // A table with two sessions, one of them with its hours.
        browser.click("Nuovo tavolo");
        let fields = [
            ("theme", "Le leve"), ("room", "Stanza 1"), ("seats", "20"), ("question-1", "Quali leve?"),
            ("starts_at-1", "2031-03-10T15:30"), ("ends_at-1", "2031-03-10T16:30"), ("question-2", "Quali azioni?"),
        ];
        let page = browser.submit(&format!("{DESK}/1/tavoli/nuovo"), &fields);
        assert!(page.says("Tavolo 1. Le leve") && page.says("0 / 20"), "{}", page.text());
        browser.get(&format!("{DESK}/1/tavoli/1"));
        let facilitator = browser.page().attributes("input[name=facilitators]", "value").remove(0);
        let fields = [("facilitators", facilitator.as_str()), ("question-1", ""), ("starts_at-1", ""), ("ends_at-1", ""), ("question-3", "Chi le fa?")];
        let page = browser.submit(&format!("{DESK}/1/tavoli/1"), &fields);
        assert!(page.says("Facilitatore Esempio"), "{}", page.text());

        assert_eq!(stranger.open(&format!("{PROCESS}/incontri/1")).status, 404, "not public yet");
        assert!(stranger.get(&format!("{PROCESS}/incontri")).says("Nessun incontro"));
        let page = browser.submit(&format!("{DESK}/1/pubblica"), &[]);
        assert!(page.says("L’incontro è pubblico"), "{}", page.text());

        let page = stranger.get(&format!("{PROCESS}/incontri"));
        assert!(page.says("Evento di prova") && page.says("In programma"), "{}", page.text());
        let page = stranger.click("Evento di prova");
        for words in ["lunedì 10 marzo 2031, ore 15:00 – 19:00", "Sala Esempio", "Ingresso in piano", "Quali azioni?", "Chi le fa?", "restano 20 posti", "Lo riceve chi ha un posto"] {
            assert!(page.says(words), "{words}: {}", page.text());
        }
        assert!(!page.body.contains("video.example.org"), "the link is for those who enrol");
        assert!(!page.says("Quali leve?") && !page.body.contains("Facilitatore Esempio"));

        let file = stranger.open(&format!("{PROCESS}/incontri/1/incontro.ics"));
        assert!(file.body.contains("DTSTART:20310310T140000Z") && file.body.contains("LOCATION:Sala Esempio"), "{}", file.body);
        let feed = stranger.open(&format!("{PROCESS}/incontri/calendario.ics"));
        assert!(feed.body.contains("SUMMARY:Evento di prova") && feed.header("content-type").unwrap().starts_with("text/calendar"));

        let trail = { house.administrator("capo@example.org"); house.signed_in("capo@example.org").get("/amministrazione/tracce") };
        for words in ["incontro 1 creato", "incontro 1: tavolo 1", "incontro 1: tavolo 1 modificato", "incontro 1 pubblicato"] {
            assert!(trail.says(words), "{words}: {}", trail.text());
        }
    }

    fn held_moved_and_cancelled(house) {
        let process = process(house);
        for title in ["Uno", "Due", "Tre"] {
            published(house, process, facts(title));
        }
        let browser = house.signed_in(STAFF);
        let stranger = house.browser();
        let say = |n: i32, fields: &[(&str, &str)]| {
            browser.get(&format!("{DESK}/{n}/stato"));
            browser.submit(&format!("{DESK}/{n}/stato"), fields)
        };
        assert_eq!(say(1, &[("next", "held")]).status, 409, "it has not begun");
        let page = say(1, &[("next", "cancelled")]);
        assert!(page.status == 422 && page.says("Questo campo va compilato"), "{}", page.text());
        assert!(say(1, &[("next", "cancelled"), ("reason", "Manca la sala.")]).says("L’incontro è annullato"));
        let page = say(2, &[("next", "moved_online"), ("reason", "Piove molto.")]);
        assert_eq!(page.status, 422, "without a link nobody finds it");
        let page = say(2, &[("next", "moved_online"), ("reason", "Piove molto."), ("online_link", "https://video.example.org/2")]);
        assert!(page.says("spostato online"), "{}", page.text());
        house.at("2031-03-10 19:30");
        assert!(say(2, &[("next", "held")]).says("risulta svolto"));
        assert!(say(3, &[("next", "held")]).says("risulta svolto"));

        let page = stranger.get(&format!("{PROCESS}/incontri"));
        let figures = page.all("dl.figures > div");
        assert_eq!(figures, ["In calendario3", "Svolti2", "Annullati1"], "{figures:?}");
        assert!(stranger.get(&format!("{PROCESS}/incontri/1")).says("Manca la sala."));
        let page = stranger.get(&format!("{PROCESS}/incontri/2"));
        assert!(page.says("L’incontro si tiene online") && page.says("Svolto"), "{}", page.text());
        let feed = stranger.open(&format!("{PROCESS}/incontri/calendario.ics")).body;
        assert_eq!((feed.matches("STATUS:CANCELLED").count(), feed.matches("BEGIN:VEVENT").count()), (1, 3));
        assert!(browser.get(&format!("{DESK}/1/stato")).says("già svolto o annullato"));
        assert_eq!(stranger.get(&format!("{PROCESS}/incontri/1/cifre")).status, 404, "it was not held");
        assert!(stranger.get(&format!("{PROCESS}/incontri/cifre")).says("Tre"));
    }

    fn a_restricted_meeting_is_known_to_those_invited(house) {
        let process = process(house);
        house.account("Invitata Esempio", "invitata@example.org");
        house.account("Altra Esempio", "altra@example.org");
        published(house, process, Facts { kind: Kind::Steering, ..facts("Cabina di prova") });
        let browser = house.signed_in(STAFF);
        browser.get(&format!("{DESK}/1/invitati"));
        assert_eq!(browser.submit(&format!("{DESK}/1/invitati"), &[("email", "nessuno@example.org")]).status, 422);
        browser.get(&format!("{DESK}/1/invitati"));
        let page = browser.submit(&format!("{DESK}/1/invitati"), &[("email", "invitata@example.org")]);
        assert!(page.says("Invitata Esempio"), "{}", page.text());
        let told = house.letter_to("invitata@example.org");
        assert!(told.kind == "event_invited" && told.body.contains("Cabina di prova") && told.body.contains(&format!("{PROCESS}/incontri/1")), "{}", told.body);

        let (guest, other, stranger) =
            (house.signed_in("invitata@example.org"), house.signed_in("altra@example.org"), house.browser());
        for page in ["", "/1", "/1/incontro.ics", "/1/iscrizione", "/calendario.ics"] {
            let path = format!("{PROCESS}/incontri{page}");
            assert!(guest.open(&path).body.contains("Cabina di prova"), "{path}");
            for nobody in [&other, &stranger] {
                let seen = nobody.open(&path);
                assert!(!seen.body.contains("Cabina di prova"), "{path}: {}", seen.status);
            }
        }
        assert!(guest.get(&format!("{PROCESS}/incontri/1")).says("Riunione riservata"));
        browser.get(&format!("{DESK}/1/invitati"));
        let remove = browser.page().attributes("form[action$='/togli']", "action").remove(0);
        browser.submit(&remove, &[]);
        assert_eq!(guest.open(&format!("{PROCESS}/incontri/1")).status, 404);
    }

    /// A calendar program does not sign in: it reads behind an address of somebody's own, with the rights they have at that moment.
    fn a_calendar_program_reads_what_one_may_know(house) {
        let process = process(house);
        house.account("Invitata Esempio", "invitata@example.org");
        house.account("Altra Esempio", "altra@example.org");
        published(house, process, facts("Serata aperta"));
        published(house, process, Facts { kind: Kind::Steering, ..facts("Cabina di prova") });
        published(house, process, facts("Tutti insieme"));
        let by = staff(house);
        // One that is not published yet: the staff knows of it, a calendar does not.
        house.write(move |w| events::ops::create(w, &by, process, &facts("Ancora in bozza")));
        let staff = house.signed_in(STAFF);
        staff.get(&format!("{DESK}/2/invitati"));
        staff.submit(&format!("{DESK}/2/invitati"), &[("email", "invitata@example.org")]);

        // Made, shown once, kept as SHA-256 only; sent again the form shows nothing.
        let address = |browser: &Browser<'_>| {
            let page = browser.get("/account");
            let form = page.form("/account/calendario", &[]);
            let page = browser.post("/account/calendario", &form);
            assert!(page.status == 200 && page.header("cache-control") == Some("no-store"), "{} {}", page.status, page.text());
            let said = page.one("main strong code");
            assert_eq!(page.link("Apri nel programma di calendario").unwrap(), said.replacen("http", "webcal", 1).replacen("webcals", "webcal", 1));
            let again = browser.post("/account/calendario", &form);
            assert_eq!((again.status.as_u16(), again.header("location")), (303, Some("/account")));
            format!("/calendari/{}", said.split_once("/calendari/").unwrap().1)
        };
        let guest = house.signed_in("invitata@example.org");
        assert!(!guest.get("/account").says("Indirizzo creato"));
        let mine = address(&guest);
        let page = guest.get("/account");
        assert!(page.says("Indirizzo creato") && !page.body.contains(&mine), "{}", page.text());
        let token = mine.split('/').nth(2).unwrap().to_owned();
        let stored: Vec<String> = house.db().read(|c| {
            use diesel::prelude::*;
            use domain::db::schema::{calendar_feeds, once_keys};
            let hashes: Vec<String> = calendar_feeds::table.select(calendar_feeds::token_hash).load(c)?;
            let places: Vec<String> = once_keys::table.select(once_keys::location).load(c)?;
            Ok(hashes.into_iter().chain(places).collect())
        }).unwrap();
        assert!(stored.contains(&domain::id::sha256(&token)) && !stored.iter().any(|s| s.contains(&token)), "{stored:?}");

        // Without a session, the restricted meeting too; each with its process.
        let program = house.browser();
        let (feed, asked) = house.queries(|| program.open(&mine));
        assert!(feed.status == 200 && asked <= 8, "{} {asked} statements", feed.status);
        assert!(feed.header("content-type").unwrap().starts_with("text/calendar"), "{:?}", feed.header("content-type"));
        assert_eq!((feed.header("cache-control"), feed.header("x-robots-tag"), feed.header("set-cookie")), (Some("private, no-cache"), Some("noindex"), None));
        let unfolded = |page: &Page| page.body.replace("\r\n ", "");
        assert_eq!(unfolded(&feed).matches("BEGIN:VEVENT").count(), 3, "{}", feed.body);
        for words in ["SUMMARY:Cabina di prova – Piano di prova", "SUMMARY:Serata aperta – Piano di prova", "/percorsi/piano-di-prova/incontri/2"] {
            assert!(unfolded(&feed).contains(words), "{words}: {}", feed.body);
        }
        let other = house.signed_in("altra@example.org");
        let theirs = address(&other);
        assert!(!program.open(&theirs).body.contains("Cabina"));
        // Those who work at the process know of it without being invited.
        let desk = address(&staff);
        let told = unfolded(&program.open(&desk));
        assert!(told.contains("Cabina di prova") && !told.contains("Ancora in bozza"), "{told}");

        // Who is no longer invited reads what everybody reads, under the same address.
        staff.get(&format!("{DESK}/2/invitati"));
        let remove = staff.page().attributes("form[action$='/togli']", "action").remove(0);
        staff.submit(&remove, &[]);
        let feed = program.open(&mine);
        assert!(feed.status == 200 && !feed.body.contains("Cabina") && feed.body.contains("Serata aperta"), "{}", feed.body);

        // Made anew, the first leads nowhere; ended, none does.
        let anew = address(&guest);
        assert_eq!((program.open(&mine).status.as_u16(), program.open(&anew).status.as_u16()), (404, 200));
        guest.get("/account");
        assert!(guest.submit("/account/calendario/togli", &[]).says("L’indirizzo non vale più"));
        assert_eq!(program.open(&anew).status, 404);
        for bad in ["/calendari/x/incontri.ics", "/calendari/%27%20OR%201=1/incontri.ics", &format!("/calendari/{}/incontri.ics", "a".repeat(5000))] {
            assert_eq!(program.open(bad).status, 404, "{bad}");
        }
        assert_eq!(house.browser().open("/account/calendario").status, 303);
        assert_eq!(program.open(&theirs).status, 200, "nobody else's is touched");
        // A year later an event is no longer told.
        house.at("2032-03-12 09:00");
        assert!(!program.open(&theirs).body.contains("BEGIN:VEVENT"));
        let trail = { house.administrator("capo@example.org"); house.signed_in("capo@example.org").get("/amministrazione/tracce") };
        assert!(trail.says("indirizzo del proprio calendario"), "{}", trail.text());
    }

    fn what_was_said_of_an_event_is_changed(house) {
        let process = process(house);
        published(house, process, facts("Uno"));
        let browser = house.signed_in(STAFF);
        browser.get(&format!("{DESK}/1/dati"));
        let page = browser.submit(&format!("{DESK}/1/dati"), &[("title", "Uno e mezzo"), ("room_seats", "30")]);
        assert!(page.says("Salvato"), "{}", page.text());
        browser.get(&format!("{DESK}/1/documenti"));
        let page = browser.submit(&format!("{DESK}/1/documenti"), &[("note-2", "senza titolo"), ("title-1", "Primo"), ("link-1", "javascript:1")]);
        assert_eq!(page.status, 422);
        assert!(page.says("Documento 2") && page.says("Primo") | page.body.contains("Primo"), "{}", page.text());
        browser.get(&format!("{DESK}/1/documenti"));
        assert!(browser.submit(&format!("{DESK}/1/documenti"), &[("title-1", "Il programma"), ("link-1", "https://example.org/p")]).says("Salvato"));
        let page = house.browser().get(&format!("{PROCESS}/incontri/1"));
        assert!(page.says("Uno e mezzo") && page.says("Il programma"), "{}", page.text());
        let facilitator = house.signed_in("facilita@example.org");
        assert_eq!(facilitator.open(&format!("{DESK}/1")).status, 200);
        assert_eq!(facilitator.open(&format!("{DESK}/1/dati")).status, 403);
    }
}
