//! The door: by name, by code, without enrolment, by head; undone, sent twice, from several doors, late.

use domain::accounts::{self, NewOrganisation};
use domain::events::door::{self, Act, Outcome, Sent, WalkIn};
use domain::events::{self, Admission, Facts, Kind, NewEnrolment, Wish, enrol};
use domain::id::{EnrolmentId, EventId, TableId};
use domain::processes;
use serde_json::{Value, json};

use crate::events::{DESK, STAFF, facts, process, published, staff};
use crate::harness::{Browser, House, Page, rome};
use crate::tables::{actor as actor_of, add_table_of, session};

const DOOR: &str = "/percorsi/piano-di-prova/gestione/incontri/1/porta";

/// An event with these people, on its day.
fn evening(house: &House, names: &[&str]) -> EventId {
    let process = process(house);
    published(house, process, Facts { room_seats: 100, ..facts("Evento di prova") });
    let by = staff(house);
    let event = house.db().read(|c| Ok(events::ops::by_number(c, &by, process, 1)?.id)).unwrap();
    for (n, name) in names.iter().enumerate() {
        let new = NewEnrolment {
            name: (*name).to_owned(),
            email: format!("p{n}@example.org"),
            lang: "it".into(),
            organisation: String::new(),
            organisation_listed: false,
            category: String::new(),
            zone: if n % 2 == 0 { "Valdora".into() } else { " valdora ".into() },
            needs: String::new(),
            wish: Wish { mode: events::Mode::Room, first: None, second: None },
            consent: true,
        };
        house.write(move |w| enrol::enrol(w, &domain::access::Actor::default(), event, &new).map(|_| ()));
    }
    house.at("2031-03-10 14:30");
    event
}

fn press(browser: &Browser<'_>, page: &Page, button: (&str, &str)) -> Page {
    let mut form = page.form(DOOR, &[]);
    form.push((button.0.to_owned(), button.1.to_owned()));
    let first = browser.post(DOOR, &form);
    if first.status == 303 { browser.get(first.header("location").unwrap()) } else { first }
}

fn id_of(page: &Page, name: &str) -> String {
    let names = page.all("li[data-person] .queue-title");
    let at = names.iter().position(|n| n == name).unwrap_or_else(|| panic!("{name}: {names:?}"));
    page.attributes("li[data-person]", "data-person").remove(at)
}

fn people(house: &House, event: EventId) -> Vec<(String, bool)> {
    let by = staff(house);
    let list = house
        .db()
        .read(|c| {
            let e = events::ops::by_id(c, event)?;
            door::list(c, &by, &e)
        })
        .unwrap();
    list.people.into_iter().map(|e| (e.name, e.present)).collect()
}

fn people_there(house: &House, event: EventId) -> usize {
    people(house, event).into_iter().filter(|p| p.1).count()
}

for_each_database! {
    fn three_letters_and_one_press(house) {
        let event = evening(house, &["Nicolò D’Àngelo", "Anna Maria Esempio", "Bruno Esempio"]);
        let browser = house.signed_in("facilita@example.org");
        let page = browser.get(&format!("{DOOR}?nome=nic"));
        assert_eq!(page.all("li[data-person] .queue-title"), ["Nicolò D’Àngelo"]);
        assert_eq!(browser.get(&format!("{DOOR}?nome=MAR")).all("li[data-person] .queue-title"), ["Anna Maria Esempio"]);
        assert!(browser.get(&format!("{DOOR}?nome=xyz")).says("Nessuno con queste lettere"));
        let page = browser.get(DOOR);
        let id = id_of(&page, "Nicolò D’Àngelo");
        let came = press(&browser, &page, ("in", &id));
        assert!(came.says("Ingresso registrato"), "{}", came.text());
        // The same form again (a second press, a second tab) changes nothing.
        press(&browser, &page, ("in", &id));
        assert_eq!(people(house, event).iter().filter(|p| p.1).count(), 1);
        assert_eq!(browser.get(DOOR).all("section ul li").len(), 1, "one act");
        let page = browser.get(DOOR);
        // Who is in does not give their place up by the link of a letter, and is told why.
        let link = house.link(&house.letter_to("p0@example.org"));
        let mine = house.browser();
        assert!(!mine.get(&link).says("Annulla l’iscrizione"), "{}", mine.page().text());
        assert!(mine.get(&format!("{link}/annulla")).says("L’ingresso è già stato registrato"), "{}", mine.page().text());
        let csrf = mine.open("/password-dimenticata").attributes("input[name=_csrf]", "value").remove(0);
        let refused = mine.post(&format!("{link}/annulla"), &[("_csrf".to_owned(), csrf)]);
        assert!(refused.status == 409 && refused.says("L’ingresso è già stato registrato"), "{}", refused.text());
        let undone = press(&browser, &page, ("undo", &id));
        assert!(undone.says("Ingresso annullato") && people(house, event).iter().all(|p| !p.1));
        let nobody = press(&browser, &browser.get(DOOR), ("in", "12345"));
        assert_eq!(nobody.status, 404);
    }

    fn a_camera_opens_the_page_of_one_person(house) {
        let event = evening(house, &["Ada Esempio"]);
        let code = house.db().read(|c| {
            let e = events::ops::by_id(c, event)?;
            Ok(enrol::everybody(c, &staff(house), &e)?.remove(0).code)
        }).unwrap();
        assert_eq!(house.browser().open(&format!("{DOOR}/{code}")).status, 303, "a stranger is asked to sign in");
        let browser = house.signed_in(STAFF);
        let page = browser.get(&format!("{DOOR}/{code}"));
        assert!(page.says("Ada Esempio"), "{}", page.text());
        let id = page.attributes("button[name=in]", "value").remove(0);
        press(&browser, &page, ("in", &id));
        assert_eq!(people(house, event), [("Ada Esempio".to_owned(), true)]);
        assert!(browser.get(&format!("{DOOR}/{code}")).says("risulta già presente"));
        assert_eq!(browser.open(&format!("{DOOR}/ffffffffff")).status, 404);
    }

    fn a_code_read_without_network_is_sent_afterwards_once(house) {
        let event = evening(house, &["Ada Esempio", "Bruno Esempio"]);
        let code = house.db().read(|c| {
            let e = events::ops::by_id(c, event)?;
            Ok(enrol::everybody(c, &staff(house), &e)?.remove(0).code)
        }).unwrap();
        let browser = house.signed_in(STAFF);
        let page = browser.get(DOOR);
        // The page holds a mark of the code and not the code.
        let marks = page.attributes("li[data-person]", "data-code");
        assert!(marks.contains(&door::code_mark(&code)) && !page.body.contains(&code), "{marks:?}");
        let csrf = page.attributes("input[name=_csrf]", "value").remove(0);
        let send = |key: &str, code: &str| {
            let at = (house.now().0 / 1000 - 60_000).to_string();
            let fields = [("_csrf", csrf.as_str()), ("key", key), ("code", code), ("at", &at), ("script", "si")];
            browser.post(DOOR, &fields.map(|(k, v)| (k.to_owned(), v.to_owned())))
        };
        for known in [false, true, true] {
            let page = send("a-code-kept-in-a-phone", &code);
            assert!(page.status == 200 && page.body == format!("{{\"known\":{known}}}"), "{} {}", page.status, page.body);
        }
        assert_eq!(people(house, event), [("Ada Esempio".to_owned(), true), ("Bruno Esempio".to_owned(), false)]);
        for bad in ["ffffffffff", "' OR 1=1 --", &"f".repeat(5000)] {
            assert_eq!(send("another-code-in-a-phone", bad).status, 404, "{bad}");
        }
        assert_eq!(browser.get(DOOR).all("section ul li").len(), 1, "one act");
    }

    fn who_comes_without_enrolment_is_in_at_once(house) {
        let process = process(house);
        published(house, process, Facts { room_seats: 2, ..facts("Piccolo") });
        house.at("2031-03-10 15:10");
        let browser = house.signed_in(STAFF);
        let walk = |name: &str| {
            browser.get(DOOR);
            // The form for walk-ins is the one with a name to be typed.
            let page = browser.page();
            let csrf = page.attributes("input[name=_csrf]", "value").remove(0);
            let key = domain::id::random_hex::<16>();
            let fields = [("_csrf", csrf.as_str()), ("key", &key), ("walk_in", "si"), ("name", name)];
            browser.post(DOOR, &fields.map(|(k, v)| (k.to_owned(), v.to_owned())))
        };
        assert_eq!(walk("Passante Esempio").status, 303);
        let page = walk(" ");
        assert!(page.status == 422 && page.says("Questo campo va compilato"), "{}", page.text());
        assert_eq!(walk("Altra Passante").status, 303);
        let page = walk("Terza Passante");
        assert!(page.status == 422 && page.says("La sala è piena") && page.body.contains("Terza Passante"), "{}", page.text());
        let page = browser.get(DOOR);
        assert_eq!(page.all("[data-door-present]"), ["2"]);
    }

    /// An address may be left. What is wrong with it is said, and they are in all the same; nobody is there twice.
    fn who_walks_in_may_leave_an_address(house) {
        let event = evening(house, &["Anna Esempio", "Bruno Esempio"]);
        let browser = house.signed_in(STAFF);
        let page = browser.get(DOOR);
        assert_eq!(page.attributes("input[name=email]", "type"), ["text"], "the browser is not to judge it");
        let csrf = page.attributes("input[name=_csrf]", "value").remove(0);
        let walk = |key: &str, name: &str, email: &str, late: bool, script: bool| {
            let mut fields = vec![("_csrf", csrf.clone()), ("key", key.to_owned()), ("walk_in", "si".into()), ("name", name.into()), ("email", email.into())];
            if late {
                fields.push(("at", (house.now().0 / 1000 - 60_000).to_string()));
            }
            if script {
                fields.push(("script", "si".into()));
            }
            browser.post(DOOR, &fields.into_iter().map(|(k, v)| (k.to_owned(), v)).collect::<Vec<_>>())
        };
        let said = |page: &Page| serde_json::from_str::<Value>(&page.body).unwrap();
        assert_eq!(said(&walk("passa-uno-1", "Zita Passante", " Zita@Example.org ", false, true)), json!({ "known": false }));
        assert_eq!(said(&walk("passa-uno-1", "Zita Passante", " Zita@Example.org ", false, true)), json!({ "known": true }));
        // Wrong, too long, hostile; also where it was kept waiting without network.
        for (n, bad) in ["zita", "a@b", "<script>alert(1)</script>@x.it", &format!("{}@example.org", "a".repeat(300)), "' OR 1=1 --"].iter().enumerate() {
            let said = said(&walk(&format!("passa-male-{n}"), &format!("Persona {n}"), bad, n % 2 == 0, true));
            let note = said["note"].as_str().unwrap_or_else(|| panic!("{bad}: {said}"));
            assert!(note.starts_with(&format!("Persona {n}: ingresso segnato, ma senza indirizzo")) && note.chars().count() < 400, "{note}");
        }
        // Somebody else's.
        let note = said(&walk("passa-altri-1", "Carla Passante", "p1@example.org", false, true))["note"].as_str().unwrap().to_owned();
        assert!(note.contains("lo ha già lasciato Bruno Esempio"), "{note}");
        // Their own: it is the enrolment that comes in, however the name is written.
        let note = said(&walk("passa-anna-1", "esempio  ANNA", "P0@example.org", true, true))["note"].as_str().unwrap().to_owned();
        assert!(note.starts_with("Anna Esempio era già nell’elenco"), "{note}");
        let already = said(&walk("passa-anna-2", "Anna Esempio", "p0@example.org", false, true))["already"].as_str().unwrap().to_owned();
        assert!(already.starts_with("Anna Esempio risulta già presente"), "{already}");
        let already = said(&walk("passa-zita-2", "Zita Passante", "zita@example.org", false, true))["already"].as_str().unwrap().to_owned();
        assert!(already.starts_with("Zita Passante risulta già presente"), "{already}");
        let there = people(house, event);
        assert_eq!(there.iter().filter(|p| p.0 == "Anna Esempio").count(), 1, "{there:?}");
        assert_eq!((there.len(), there.iter().filter(|p| p.1).count()), (9, 8), "{there:?}");
        let everybody = house.db().read(|c| {
            let e = events::ops::by_id(c, event)?;
            enrol::everybody(c, &staff(house), &e)
        }).unwrap();
        let kept: Vec<&str> = everybody.iter().filter(|e| e.state == events::EnrolmentState::WalkIn).map(|e| e.email.as_str()).collect();
        assert_eq!(kept, ["Zita@Example.org", "", "", "", "", "", ""]);

        // Without a script a sentence says the same.
        for (key, name, email, words) in [
            ("passa-piano-1", "Dora Passante", "dora", "non è un indirizzo e-mail valido"),
            ("passa-piano-2", "Elio Passante", "p1@example.org", "lo ha già lasciato un’altra persona"),
            ("passa-piano-3", "Bruno Esempio", "p1@example.org", "la persona era già nell’elenco"),
        ] {
            assert_eq!(walk(key, name, email, false, false).status, 303);
            assert!(browser.get(DOOR).says(words), "{words}: {}", browser.page().text());
        }
        // Who enrols with it afterwards is told what stands: they sit where the door put them, and no form changes that.
        let new = NewEnrolment {
            name: "Zita Passante".into(), email: "zita@example.org".into(), lang: "it".into(), organisation: String::new(),
            organisation_listed: false, category: String::new(), zone: String::new(), needs: String::new(),
            wish: Wish { mode: events::Mode::Room, first: None, second: None }, consent: true,
        };
        house.write(move |w| enrol::enrol(w, &domain::access::Actor::default(), event, &new).map(|_| ()));
        let letter = house.letter_to("Zita@Example.org");
        assert_eq!(letter.kind, "already_enrolled");
        let (link, zita) = (house.link(&letter), house.browser());
        assert!(zita.get(&link).attributes("input[name=name]", "value").is_empty(), "{}", zita.page().text());
        let mut form = zita.get("/accedi").form("/accedi", &[]);
        form.extend([("name", "Zita"), ("mode", "remote")].map(|(k, v)| (k.to_owned(), v.to_owned())));
        let page = zita.post(&link, &form);
        assert!(page.status == 409 && page.says("Chi è arrivato senza iscrizione"), "{} {}", page.status, page.text());
        // The staff puts it right; of who enrolled it is theirs.
        let one = browser.get(&format!("{DESK}/1/iscritti?stato=porta")).link("Dora Passante").unwrap();
        let form = format!("{one}/indirizzo");
        browser.get(&one);
        assert!(browser.submit(&form, &[("email", "dora chiocciola")]).says("Serve un indirizzo") || browser.page().status == 422);
        assert_eq!(browser.page().attributes("input[name=email]", "value"), ["dora chiocciola"], "what was typed is kept");
        browser.get(&one);
        assert!(browser.submit(&form, &[("email", "p1@example.org")]).says("lo ha già lasciato un’altra persona"));
        browser.get(&one);
        assert!(browser.submit(&form, &[("email", "dora@example.org")]).says("dora@example.org"));
        browser.get(&one);
        assert!(!browser.submit(&form, &[("email", "")]).says("dora@example.org"));
        let anna = browser.get(&format!("{DESK}/1/iscritti")).link("Anna Esempio").unwrap();
        assert!(browser.get(&anna).attributes("input[name=email]", "value").is_empty());
        let token = browser.get(&one).form(&form, &[("email", "altra@example.org")]);
        assert_eq!(browser.post(&format!("{anna}/indirizzo"), &token).status, 404);
    }

    /// What kind of organisation somebody came for is not asked where it is known, and never more than one choice.
    fn a_known_organisation_brings_its_category(house) {
        let process = process(house);
        published(house, process, facts("Serata degli enti"));
        let by = staff(house);
        let event = house.db().read(|c| Ok(events::ops::by_number(c, &by, process, 1)?.id)).unwrap();
        let account = house.account("Iscritta Prova", "iscritta@example.org");
        house.write(move |w| {
            let actor = accounts::ops::actor_by_id(w.conn, account)?;
            let new = NewOrganisation { name: "Cooperativa Àncora".into(), category: "cooperative".into(), zone: "Porto".into() };
            accounts::ops::add_organisation(w, &actor, &new)
        });
        let new = NewEnrolment {
            name: "Ada Esempio".into(), email: "ada@example.org".into(), lang: "it".into(), organisation: "Scuola Prova".into(),
            organisation_listed: false, category: "school_university".into(), zone: "Collina".into(), needs: String::new(),
            wish: Wish { mode: events::Mode::Room, first: None, second: None }, consent: true,
        };
        house.write(move |w| enrol::enrol(w, &domain::access::Actor::default(), event, &new).map(|_| ()));
        house.at("2031-03-10 14:30");
        let browser = house.signed_in(STAFF);
        let page = browser.get(DOOR);
        assert_eq!(page.attributes("datalist option", "value"), ["Cooperativa Àncora", "Scuola Prova"]);
        assert_eq!(page.attributes("datalist option", "data-category"), ["cooperative", "school_university"]);
        let csrf = page.attributes("input[name=_csrf]", "value").remove(0);
        let walk = |name: &str, organisation: &str, category: &str, late: bool| {
            let mut fields = vec![("_csrf", csrf.clone()), ("key", domain::id::random_hex::<16>()), ("walk_in", "si".into()), ("name", name.into()), ("organisation", organisation.into()), ("category", category.into())];
            if late {
                fields.push(("at", (house.now().0 / 1000 - 60_000).to_string()));
            }
            browser.post(DOOR, &fields.into_iter().map(|(k, v)| (k.to_owned(), v)).collect::<Vec<_>>())
        };
        for (name, organisation, category, late) in [
            ("Uno Passante", "cooperativa  ANCORA", "", false),
            ("Due Passante", "Scuola prova", "", true),
            ("Tre Passante", "Ente Nuovo", "", false),
            ("Quattro Passante", "Ente Nuovo", "foundation", false),
            ("Cinque Passante", "Cooperativa Àncora", "company", false),
            ("Sei Passante", "", "foundation", false),
        ] {
            let page = walk(name, organisation, category, late);
            assert_eq!(page.status, 303, "{name}: {}", page.text());
        }
        let page = walk("Sette Passante", "Ente Nuovo", "pirati", false);
        assert!(page.status == 422 && page.body.contains("Sette Passante"), "{}", page.text());
        let everybody = house.db().read(|c| {
            let e = events::ops::by_id(c, event)?;
            enrol::everybody(c, &by, &e)
        }).unwrap();
        let kept = |name: &str| everybody.iter().find(|e| e.name == name).map(|e| (e.category.as_str(), e.zone.as_str())).unwrap();
        assert_eq!(kept("Uno Passante"), ("cooperative", "Porto"));
        assert_eq!(kept("Due Passante"), ("school_university", ""), "a zone somebody said of themself is theirs");
        assert_eq!(kept("Tre Passante"), ("other", ""));
        assert_eq!(kept("Quattro Passante"), ("foundation", ""));
        assert_eq!(kept("Cinque Passante"), ("company", "Porto"), "what the desk chose counts");
        assert_eq!(kept("Sei Passante"), ("", ""), "for no organisation there is no category");
    }

    /// However many organisations there are, each is known at the door, by one question more at most.
    fn an_organisation_is_known_among_thousands(house) {
        let process = process(house);
        published(house, process, facts("Serata degli enti"));
        let by = staff(house);
        let event = house.db().read(|c| Ok(events::ops::by_number(c, &by, process, 1)?.id)).unwrap();
        house.at("2031-03-10 14:30");
        let walk = |key: &str, organisation: &str| {
            let new = WalkIn { name: "Passante Esempio".into(), organisation: organisation.into(), ..WalkIn::default() };
            let (by, sent) = (by.clone(), Sent { key: key.into(), at: None, act: Act::WalkIn(new) });
            house.queries(|| house.write(move |w| door::act(w, &by, event, &sent))).1
        };
        let alone = walk("cammina-uno-1", "Ente Zuccone 1100");
        house.write(move |w| {
            use diesel::prelude::*;
            for n in 0..1100_i64 {
                let name = format!("Énte Zuccone {n:04}");
                let sql = format!(
                    "INSERT INTO organisations (id, name, name_key, category, zone, created_at, plain_key) \
                     VALUES ({n}, '{name}', '{}', 'cooperative', 'Zona {n}', 0, '{}')",
                    name.to_lowercase(), domain::names::plain(&name)
                );
                diesel::sql_query(sql).execute(w.conn)?;
            }
            for n in 0..1100_i64 {
                let name = format!("Scuola Zùcca {n:04}");
                let sql = format!(
                    "INSERT INTO enrolments (id, event_id, turn, code, name, name_key, email, email_key, lang, organisation, category, zone, needs, \
                     mode, state, consented_at, enrolled_at, organisation_key) \
                     VALUES ({}, {event}, {}, 'c{n:09}', 'Persona {n}', 'persona {n}', '', '', 'it', '{name}', 'school_university', '', '', \
                     'room', 'waiting', 0, 0, '{}')",
                    n + 5, n + 10_000, domain::names::plain(&name)
                );
                diesel::sql_query(sql).execute(w.conn)?;
            }
            Ok(())
        });
        let registered = walk("cammina-due-1", "ente  ZUCCONE 1099");
        let said = walk("cammina-tre-1", "scuola zucca 1099");
        assert!(registered <= alone && said <= alone, "{alone} {registered} {said}");
        let everybody = house.db().read(|c| {
            let e = events::ops::by_id(c, event)?;
            enrol::everybody(c, &by, &e)
        }).unwrap();
        let kept: Vec<(&str, &str)> = everybody.iter().filter(|e| e.state == events::EnrolmentState::WalkIn).map(|e| (e.category.as_str(), e.zone.as_str())).collect();
        assert!(kept.contains(&("cooperative", "Zona 1099")) && kept.contains(&("school_university", "")) && kept.contains(&("other", "")), "{kept:?}");
    }

    fn heads_are_counted_where_no_names_are_taken(house) {
        let process = process(house);
        let free = Facts { admission: Admission::Headcount, kind: Kind::Evening, room_seats: 0, ..facts("Serata") };
        published(house, process, free);
        house.at("2031-03-10 15:10");
        let browser = house.signed_in(STAFF);
        for (button, sum) in [("+10", "10"), ("+1", "11"), ("-1", "10")] {
            let page = press(&browser, &browser.get(DOOR), ("heads", button));
            assert_eq!(page.all("[data-door-present]"), [sum], "{button}");
        }
        let page = press(&browser, &browser.get(DOOR), ("heads", "-11"));
        assert!(page.status == 422 && page.says("non può scendere sotto zero"), "{}", page.text());
        let desk = house.signed_in(STAFF);
        desk.get(&format!("{DESK}/1/stato"));
        desk.submit(&format!("{DESK}/1/stato"), &[("next", "held")]);
        let page = house.browser().get("/percorsi/piano-di-prova/incontri/1/cifre");
        assert_eq!(page.all("dl.figures > div"), ["Presenti10"]);
    }

    fn the_door_opens_and_closes(house) {
        evening(house, &["Ada Esempio"]);
        let browser = house.signed_in(STAFF);
        let page = browser.get(DOOR);
        let id = id_of(&page, "Ada Esempio");
        house.at("2031-03-08 14:59");
        assert!(browser.get(DOOR).says("si apre 48 ore prima"));
        assert_eq!(press(&browser, &page, ("in", &id)).status, 409);
        house.at("2031-03-17 19:00");
        assert_eq!(press(&browser, &page, ("in", &id)).status, 409);
    }

    /// What was done without network arrives late, perhaps twice, perhaps out of order, from two doors: each act counts once,
    /// and of each person the last one.
    fn what_arrives_late_counts_once_and_in_its_own_order(house) {
        let event = evening(house, &["Ada Esempio", "Bruno Esempio"]);
        let by = staff(house);
        let ids: Vec<EnrolmentId> = house.db().read(|c| {
            let e = events::ops::by_id(c, event)?;
            Ok(enrol::everybody(c, &by, &e)?.into_iter().map(|e| e.id).collect())
        }).unwrap();
        house.at("2031-03-10 16:00");
        let send = |key: &str, at: &str, act: Act| {
            let (by, sent) = (by.clone(), Sent { key: key.to_owned(), at: Some(rome(at)), act });
            house.write(move |w| door::act(w, &by, event, &sent))
        };
        let (ada, bruno) = (ids[0], ids[1]);
        // The undoing of 14:40 arrives before what it undid.
        assert_eq!(send("door-two-0001", "2031-03-10 14:40", Act::Undo(ada)), Outcome::Done);
        assert_eq!(send("door-one-0001", "2031-03-10 14:35", Act::In(ada)), Outcome::Done);
        assert_eq!(send("door-one-0001", "2031-03-10 14:35", Act::In(ada)), Outcome::Known);
        assert_eq!(send("door-one-0002", "2031-03-10 14:36", Act::In(bruno)), Outcome::Done);
        let walk = || Act::WalkIn(WalkIn { name: "Carla Passante".into(), ..WalkIn::default() });
        assert_eq!(send("door-one-0003", "2031-03-10 14:37", walk()), Outcome::Done);
        assert_eq!(send("door-one-0003", "2031-03-10 14:37", walk()), Outcome::Known);
        // A device whose clock runs ahead does not write the future.
        send("door-one-0004", "2040-01-01 00:00", Act::Undo(bruno));
        house.pass_seconds(60);
        send("door-one-0005", "2031-03-10 16:01", Act::In(bruno));
        let names = |present: bool| people(house, event).into_iter().filter(|p| p.1 == present).map(|p| p.0).collect::<Vec<_>>();
        assert_eq!(names(true), ["Bruno Esempio", "Carla Passante"]);
        assert_eq!(names(false), ["Ada Esempio"]);
    }

    /// One door hears of what another did: once, in few statements, and who tries to let the same person in is told since when.
    fn a_door_hears_of_the_others(house) {
        let event = evening(house, &["Ada Esempio", "Bruno Esempio"]);
        let (one, two) = (house.signed_in(STAFF), house.signed_in("facilita@example.org"));
        let (page, other) = (one.get(DOOR), two.get(DOOR));
        let (ada, bruno) = (id_of(&page, "Ada Esempio"), id_of(&page, "Bruno Esempio"));
        let mark = |page: &Page| page.attributes("[data-mark]", "data-mark").remove(0);
        let csrf = |page: &Page| page.attributes("input[name=_csrf]", "value").remove(0);
        let ask = |mark: &str| house.queries(|| two.open(&format!("{DOOR}/presenze?segno={mark}")));
        let send = |browser: &Browser<'_>, page: &Page, key: &str, field: (&str, &str)| -> Value {
            let fields = [("_csrf", csrf(page).as_str()), ("key", key), field, ("script", "si")].map(|(k, v)| (k.to_owned(), v.to_owned()));
            serde_json::from_str(&browser.post(DOOR, &fields).body).unwrap()
        };
        let (nothing, asked) = ask(&mark(&other));
        assert!(nothing.status == 204 && asked <= 8, "{} {asked} statements", nothing.status);
        assert_eq!(send(&one, &page, "one-lets-ada-in", ("in", &ada)), json!({ "known": false }));
        let (news, asked) = ask(&mark(&other));
        assert!(news.status == 200 && asked <= 14, "{} {asked} statements", news.status);
        let said: Value = serde_json::from_str(&news.body).unwrap();
        let people = |said: &Value| said["people"].as_array().unwrap().iter().map(|p| (p["id"].as_str().unwrap().to_owned(), p["here"].as_bool().unwrap())).collect::<Vec<_>>();
        assert_eq!((people(&said), said["present"].clone()), (vec![(ada.clone(), true)], json!(1)));
        assert!(said["last"].as_str().unwrap().contains("14:30 – Ada Esempio: ingresso"), "{said}");
        assert!(said["people"][0]["row"].as_str().unwrap().contains("Ada Esempio"), "{said}");
        let heard = said["mark"].as_str().unwrap().to_owned();
        assert_eq!(ask(&heard).0.status, 204);

        // Who lets the same person in again is told, and nothing is changed by it.
        house.at("2031-03-10 14:42");
        let said = send(&two, &other, "two-lets-ada-in", ("in", &ada));
        assert_eq!(said["already"], "Ada Esempio risulta già presente: l’ingresso delle 14:30 è stato segnato da Segreteria Esempio.", "{said}");
        assert_eq!(people(&serde_json::from_str(&ask(&heard).0.body).unwrap()), [(ada.clone(), true)]);
        assert_eq!(send(&two, &other, "two-lets-ada-in", ("in", &ada)), json!({ "known": true }));
        let again = press(&two, &two.get(DOOR), ("in", &ada));
        assert!(again.says("La persona risultava già presente"), "{}", again.text());

        // Undone, a stranger who walks in, somebody who enrols meanwhile.
        house.at("2031-03-10 14:50");
        let heard = mark(&two.get(DOOR));
        send(&one, &page, "one-undoes-ada-1", ("undo", &ada));
        house.pass_seconds(120);
        send(&one, &page, "one-lets-bruno-in", ("in", &bruno));
        let walk = ("_csrf", csrf(&one.get(DOOR)));
        let fields = [walk, ("key", "one-walks-in-1".to_owned()), ("walk_in", "si".to_owned()), ("name", "Carla Passante".to_owned()), ("script", "si".to_owned())];
        one.post(DOOR, &fields.map(|(k, v)| (k.to_owned(), v)));
        let said: Value = serde_json::from_str(&ask(&heard).0.body).unwrap();
        let here: Vec<bool> = people(&said).into_iter().map(|p| p.1).collect();
        assert_eq!((here, said["present"].clone()), (vec![false, true, true], json!(2)), "{said}");
        // What is no mark has heard nothing; another event's staff hear nothing at all.
        for bad in ["", "x", "9-9-9-9", "%27+OR+1%3D1", "99999999999999999999-1-1"] {
            assert_eq!(ask(bad).0.status, 200, "{bad}");
        }
        assert_eq!(house.browser().open(&format!("{DOOR}/presenze")).status, 303);
        assert_eq!(people_there(house, event), 2);
    }

    /// The script is told why in words, and nothing else: it gives back what was typed.
    fn why_an_act_was_not_taken_is_said_to_the_script(house) {
        let event = evening(house, &["Ada Esempio"]);
        let (by, browser) = (staff(house), house.signed_in(STAFF));
        let table = {
            let by = by.clone();
            house.write(move |w| add_table_of(w, &by, event, "Le leve", Vec::new(), 1))
        };
        let facts = Facts { room_seats: 1, ..facts("Evento di prova") };
        let page = browser.get(DOOR);
        let send = |fields: &[(&str, &str)]| {
            let mut form = browser.get(DOOR).form(DOOR, &[]);
            form.retain(|(name, _)| name == "_csrf" || name == "key");
            form.extend(fields.iter().chain(&[("script", "si")]).map(|(k, v)| ((*k).to_owned(), (*v).to_owned())));
            let answer = browser.post(DOOR, &form);
            (answer.status.as_u16(), serde_json::from_str::<Value>(&answer.body).map_or(Value::Null, |said| said["why"].clone()))
        };
        let ada = id_of(&page, "Ada Esempio");
        assert_eq!(send(&[("in", &ada)]), (200, Value::Null));
        let actor = by.clone();
        house.write(move |w| events::ops::change(w, &actor, event, &facts).map(|_| ()));
        let table = table.to_string();
        let (status, why) = send(&[("walk_in", "si"), ("name", "Guido Passante"), ("table", &table)]);
        assert!(status == 422 && why == "La sala è piena", "{status} {why}");
        let (status, why) = send(&[("walk_in", "si"), ("name", " ")]);
        assert!(status == 422 && !why.as_str().unwrap().is_empty(), "{status} {why}");
        let (status, why) = send(&[("heads", "3")]);
        assert!(status == 409 && why.as_str().unwrap().contains("nomi"), "{status} {why}");
        assert_eq!(send(&[("in", "12345")]), (404, Value::Null));
        assert_eq!(people_there(house, event), 1);
    }

    /// On a phone that two people use, what one did is not sent by the other: what a page sends says whose page it is.
    fn what_is_of_another_account_is_not_taken(house) {
        let event = evening(house, &["Ada Esempio"]);
        let (one, two) = (house.signed_in(STAFF), house.signed_in("facilita@example.org"));
        let (page, other) = (one.get(DOOR), two.get(DOOR));
        let account = |page: &Page| page.attributes("[data-door-waiting]", "data-account").remove(0);
        assert!(account(&page) != account(&other) && !account(&page).is_empty());
        let ada = id_of(&page, "Ada Esempio");
        let send = |whose: &str| {
            let mut form = other.form(DOOR, &[]);
            form.extend([("in", ada.as_str()), ("account", whose), ("script", "si")].map(|(k, v)| (k.to_owned(), v.to_owned())));
            two.post(DOOR, &form).status
        };
        assert_eq!(send(&account(&page)), 403, "two does not send what one did");
        assert_eq!(people_there(house, event), 0);
        assert_eq!(send(&account(&other)), 200);
        assert_eq!(people_there(house, event), 1);
        // What is new is told to the page's own account only.
        let news = |whose: &str| two.open(&format!("{DOOR}/presenze?di={whose}")).status;
        assert_eq!([account(&page), account(&other)].map(|whose| news(&whose).as_u16()), [403, 200]);
        let code = house.db().read(|c| {
            let e = events::ops::by_id(c, event)?;
            Ok(enrol::everybody(c, &staff(house), &e)?.remove(0).code)
        }).unwrap();
        press(&two, &two.get(DOOR), ("undo", &ada));
        let page = two.get(&format!("{DOOR}/{code}"));
        assert_eq!(page.attributes("[data-send-now]", "data-account"), [account(&other)]);
    }

    /// What people need may speak of their health: who looks at the door's page reads it, the copy that a device keeps says that there is
    /// something to be asked.
    fn the_copy_that_is_kept_does_not_say_what_people_need(house) {
        evening(house, &["Ada Esempio"]);
        let by = staff(house);
        let new = NewEnrolment {
            name: "Bruno Esempio".into(), email: "bruno@example.org".into(), lang: "it".into(), organisation: String::new(),
            organisation_listed: false, category: String::new(), zone: String::new(), needs: "Una rampa per la carrozzina".into(),
            wish: Wish { mode: events::Mode::Room, first: None, second: None }, consent: true,
        };
        house.at("2031-03-05 10:00");
        let event = house.db().read(|c| {
            let process = processes::ops::by_slug(c, &by, "piano-di-prova")?;
            Ok(events::ops::by_number(c, &by, process.id, 1)?.id)
        }).unwrap();
        house.write(move |w| enrol::enrol(w, &domain::access::Actor::default(), event, &new).map(|_| ()));
        house.at("2031-03-10 14:30");
        let browser = house.signed_in("facilita@example.org");
        let (page, copy) = (browser.get(DOOR), browser.get(&format!("{DOOR}?copia=si")));
        let told = |page: &Page| page.all("li[data-person] .queue-meta");
        assert!(told(&page)[1].ends_with("Una rampa per la carrozzina"), "{:?}", told(&page));
        assert!(told(&copy)[1].ends_with("ha esigenze di accesso: chiedere alla persona") && !copy.body.contains("rampa"), "{:?}", told(&copy));
        assert!(!told(&copy)[0].contains("esigenze"), "{:?}", told(&copy));
        // A page that was kept asks about everybody once there is network.
        let said: Value = serde_json::from_str(&browser.open(&format!("{DOOR}/presenze?segno=")).body).unwrap();
        assert!(said["people"].as_array().unwrap().len() == 2 && said.to_string().contains("Una rampa"), "{said}");
        // Until the door takes nothing any more.
        let until = page.attributes("[data-door-waiting]", "data-until").remove(0);
        assert_eq!(until, (rome("2031-03-17 19:00").0 / 1000).to_string());
        // Whoever signs in on a device does not find what another one read there.
        assert!(house.browser().get("/accedi").attributes("script", "src").iter().any(|s| s.ends_with("uscita.js")));
    }

    /// A door that stands open hears of seats too: who changed their table, who moved up from the waiting list, who gave their place up.
    fn a_door_hears_of_seats_that_change(house) {
        let process = process(house);
        published(house, process, Facts { room_seats: 3, ..facts("Evento di prova") });
        let by = staff(house);
        let event = house.db().read(|c| Ok(events::ops::by_number(c, &by, process, 1)?.id)).unwrap();
        let actor = by.clone();
        let (one, two) = house.write(move |w| {
            let mut table = |theme: &str| add_table_of(w, &actor, event, theme, Vec::new(), 3);
            Ok((table("Le leve")?, table("Le azioni")?))
        });
        let person = move |name: &str, first: TableId| NewEnrolment {
            name: name.into(), email: format!("{}@example.org", name.to_lowercase().replace(' ', ".")), lang: "it".into(),
            organisation: String::new(), organisation_listed: false, category: String::new(), zone: String::new(), needs: String::new(),
            wish: Wish { mode: events::Mode::Room, first: Some(first), second: None }, consent: true,
        };
        // Only who has signed in gets a link with the answer.
        let signed = actor_of(house, "facilita@example.org");
        let ada = house.write(move |w| {
            let ada = enrol::enrol(w, &signed, event, &person("Ada Esempio", one))?.token;
            for name in ["Bruno Esempio", "Carla Esempio", "Dario Esempio"] {
                enrol::enrol(w, &domain::access::Actor::default(), event, &person(name, one))?;
            }
            Ok(ada.unwrap())
        });
        house.at("2031-03-10 14:30");
        let browser = house.signed_in(STAFF);
        let page = browser.get(DOOR);
        let places = |page: &Page| page.all("li[data-person] .queue-meta");
        assert_eq!(places(&page), ["Tavolo 1. Le leve", "Tavolo 1. Le leve", "Tavolo 1. Le leve", "in lista d’attesa"]);
        let ids: Vec<String> = page.attributes("li[data-person]", "data-person");
        let ask = |mark: &str| {
            let (news, asked) = house.queries(|| browser.open(&format!("{DOOR}/presenze?segno={mark}")));
            assert!(asked <= if news.status == 204 { 8 } else { 14 }, "{asked} statements");
            if news.status == 204 { Value::Null } else { serde_json::from_str::<Value>(&news.body).unwrap() }
        };
        let told = |said: &Value| said["people"].as_array().unwrap().iter().map(|p| {
            let row = p["row"].as_str().unwrap();
            let place = ["Tavolo 1. Le leve", "Tavolo 2. Le azioni", "in lista d’attesa"].into_iter().find(|w| row.contains(w)).unwrap();
            (p["id"].as_str().unwrap().to_owned(), place)
        }).collect::<Vec<_>>();
        let mark = page.attributes("[data-mark]", "data-mark").remove(0);
        assert_eq!(ask(&mark), Value::Null);

        // Another table.
        let token = ada.clone();
        house.write(move |w| enrol::change(w, &token, &person("Ada Esempio", two)));
        let said = ask(&mark);
        assert_eq!((told(&said), &said["gone"]), (vec![(ids[0].clone(), "Tavolo 2. Le azioni")], &json!([])), "{said}");
        let mark = said["mark"].as_str().unwrap().to_owned();
        assert_eq!(ask(&mark), Value::Null);
        // What says nothing else is no news.
        let token = ada.clone();
        house.write(move |w| enrol::change(w, &token, &person("Ada Esempio", two)));
        assert_eq!(ask(&mark), Value::Null);
        // What somebody needs, and their name.
        let token = ada.clone();
        house.write(move |w| enrol::change(w, &token, &NewEnrolment { needs: "Una rampa".into(), ..person("Ada Altra", two) }));
        let said = ask(&mark);
        let row = said["people"][0]["row"].as_str().unwrap();
        assert!(row.contains("Ada Altra") && row.contains("Una rampa"), "{row}");

        // Somebody is taken off the list: whoever waited has the seat.
        let mark = said["mark"].as_str().unwrap().to_owned();
        let (actor, bruno) = (by.clone(), ids[1].parse::<EnrolmentId>().unwrap());
        house.write(move |w| enrol::remove(w, &actor, event, bruno, "Lo ha chiesto per telefono."));
        let said = ask(&mark);
        assert_eq!((told(&said), &said["gone"]), (vec![(ids[3].clone(), "Tavolo 1. Le leve")], &json!([ids[1]])), "{said}");
        assert_eq!(ask(said["mark"].as_str().unwrap()), Value::Null);
        // Given up by the link.
        house.write(move |w| enrol::cancel(w, &ada));
        let after = ask(said["mark"].as_str().unwrap());
        assert_eq!((told(&after), &after["gone"]), (vec![], &json!([ids[0]])), "{after}");
        // Whoever heard nothing yet is told everything; and the page says the same.
        let all = ask("");
        assert_eq!((told(&all).len(), all["gone"].as_array().unwrap().len()), (2, 2), "{all}");
        assert_eq!(places(&browser.get(DOOR)), ["Tavolo 1. Le leve", "Tavolo 1. Le leve"]);
    }

    /// Twenty doors at once: eighty people come, each is sent twice.
    fn many_doors_at_once(house, |s| s.workers = 2) {
        let names: Vec<String> = (0..80).map(|n| format!("Persona {n}")).collect();
        let event = evening(house, &names.iter().map(String::as_str).collect::<Vec<_>>());
        let ids: Vec<EnrolmentId> = house.db().read(|c| {
            let e = events::ops::by_id(c, event)?;
            Ok(enrol::everybody(c, &staff(house), &e)?.into_iter().map(|e| e.id).collect())
        }).unwrap();
        let browser = house.signed_in(STAFF);
        let csrf = browser.get(DOOR).attributes("input[name=_csrf]", "value").remove(0);
        let cookies = browser.cookies();
        std::thread::scope(|scope| {
            for lot in ids.chunks(8) {
                for _ in 0..2 {
                    let (cookies, csrf) = (&cookies, &csrf);
                    scope.spawn(move || {
                        let door = house.browser();
                        cookies.iter().for_each(|(k, v)| door.set_cookie(k, v));
                        for id in lot {
                            let fields = [("_csrf", csrf.clone()), ("key", format!("act-of-{id}")), ("in", id.to_string()), ("script", "si".to_owned())];
                            let page = door.post(DOOR, &fields.map(|(k, v)| (k.to_owned(), v)));
                            assert_eq!(page.status, 200, "{}", page.body);
                        }
                    });
                }
            }
        });
        let came = people(house, event);
        assert!(came.iter().all(|p| p.1) && came.len() == 80);
        let acts = house.db().read(|c| {
            use diesel::prelude::*;
            Ok(domain::db::schema::door_acts::table.count().get_result::<i64>(c)?)
        }).unwrap();
        assert_eq!(acts, 80);
    }

    fn figures_add_up_and_give_nobody_away(house) {
        let names: Vec<String> = (0..16).map(|n| format!("Persona {n:02}")).collect();
        let event = evening(house, &names.iter().map(String::as_str).collect::<Vec<_>>());
        let by = staff(house);
        let ids: Vec<EnrolmentId> = house.db().read(|c| {
            let e = events::ops::by_id(c, event)?;
            Ok(enrol::everybody(c, &by, &e)?.into_iter().map(|e| e.id).collect())
        }).unwrap();
        for (n, id) in ids.into_iter().take(10).enumerate() {
            let (by, sent) = (by.clone(), Sent { key: format!("figures-{n}"), at: None, act: Act::In(id) });
            house.write(move |w| door::act(w, &by, event, &sent));
        }
        let walk = WalkIn { name: "Passante Esempio".into(), zone: "Lontano".into(), ..WalkIn::default() };
        let sent = Sent { key: "figures-walk".into(), at: None, act: Act::WalkIn(walk) };
        let actor = by.clone();
        house.write(move |w| door::act(w, &actor, event, &sent));
        house.at("2031-03-10 19:30");
        let desk = house.signed_in(STAFF);
        let page = desk.get(&format!("{DESK}/1/cifre"));
        assert!(page.says("Lontano") && page.says("37,50%"), "{}", page.text());
        desk.get(&format!("{DESK}/1/stato"));
        desk.submit(&format!("{DESK}/1/stato"), &[("next", "held")]);
        let page = house.browser().get("/percorsi/piano-di-prova/incontri/1/cifre");
        let sums = page.all("dl.figures > div");
        assert_eq!(sums[0], "Iscritti con posto16", "{sums:?}");
        assert!(sums[1].starts_with("Presenti11") && sums[2] == "Assenti6" && sums[3] == "Assenti su iscritti37,50%", "{sums:?}");
        // The one from afar is not told, nor what would tell by difference.
        let rows = page.all("table tbody tr");
        assert!(rows.iter().any(|r| r.contains("Altre zone") && r.contains('*')), "{rows:?}");
        assert!(rows.iter().all(|r| !r.contains("Valdora") || r.contains('*')), "{rows:?}");
        assert!(!page.body.contains("Persona") && !page.body.contains("Passante") && !page.body.contains("Lontano"));
        assert!(house.browser().get("/percorsi/piano-di-prova/incontri/cifre").says("37,50%"));
    }
    /// Of all events together: what each table saw, by event; and of few people nothing.
    fn figures_of_all_events_have_their_tables(house) {
        session(house);
        let by = staff(house);
        let (event, tables) = house.db().read(|c| {
            let process = processes::ops::by_slug(c, &by, "piano-di-prova")?;
            let event = events::ops::by_number(c, &by, process.id, 1)?.id;
            Ok((event, events::ops::tables(c, event)?.into_iter().map(|(t, _)| t.id).collect::<Vec<_>>()))
        }).unwrap();
        for n in 0..11 {
            let new = WalkIn { name: format!("Persona {n}"), zone: "Valdora".into(), table: Some(tables[n % 2]), ..WalkIn::default() };
            let (by, sent) = (by.clone(), Sent { key: format!("figures-of-{n}"), at: None, act: Act::WalkIn(new) });
            house.write(move |w| door::act(w, &by, event, &sent));
        }
        house.at("2031-03-10 21:30");
        let desk = house.signed_in(STAFF);
        desk.get(&format!("{DESK}/1/stato"));
        desk.submit(&format!("{DESK}/1/stato"), &[("next", "held")]);
        let page = house.browser().get("/percorsi/piano-di-prova/incontri/cifre");
        let rows = page.all("table tbody tr");
        assert!(rows.iter().any(|r| r.starts_with("Evento di prova – Tavolo 1. Le leve") && r.contains('7')), "{rows:?}");
        assert!(rows.iter().any(|r| r.starts_with("Evento di prova – Tavolo 2. Le azioni") && r.contains('5')), "{rows:?}");
        // One came for an organisation: neither that row nor the other is told.
        assert!(rows.iter().any(|r| r.starts_with("Altro") && r.contains('*') && !r.contains('1')), "{rows:?}");
        assert!(!rows.iter().any(|r| r.contains("11")), "{rows:?}");
        let heads = page.all("h2");
        assert!(["Tavolo per tavolo", "Da dove", "Per tipo di ente"].iter().all(|h| heads.iter().any(|x| x == h)), "{heads:?}");
    }
}
