//! The tables: minutes kept by plain forms, and by a script that sends what was done without network.

use domain::access::Actor;
use domain::accounts;
use domain::db::Write;
use domain::events::door::{self, Sent, WalkIn};
use domain::events::tables::NewTable;
use domain::events::{self, Session};
use domain::id::{AccountId, EventId, SessionId, TableId};
use domain::processes;
use serde_json::{Value, json};

use crate::events::{DESK, STAFF, facts, process, published, staff};
use crate::harness::{Browser, House, Page};
use crate::intake;

pub const FACILITATOR: &str = "facilita@example.org";
pub const MINUTES: &str = "/percorsi/piano-di-prova/gestione/incontri/1/verbali/1/1";

pub fn add_table(
    w: &mut Write<'_>,
    by: &Actor,
    event: EventId,
    theme: &str,
    facilitators: Vec<AccountId>,
) -> domain::Result<TableId> {
    add_table_of(w, by, event, theme, facilitators, 20)
}

/// One with so many seats.
pub fn add_table_of(
    w: &mut Write<'_>,
    by: &Actor,
    event: EventId,
    theme: &str,
    facilitators: Vec<AccountId>,
    seats: i32,
) -> domain::Result<TableId> {
    let question = Session {
        id: SessionId(0),
        table_id: TableId(0),
        position: 1,
        question: "Quali leve?".into(),
        starts_at: None,
        ends_at: None,
    };
    let new = NewTable { theme: theme.into(), room: String::new(), seats, facilitators, sessions: vec![question] };
    events::tables::add(w, by, event, &new)
}

pub fn actor(house: &House, email: &str) -> Actor {
    let found = |c: &mut _| {
        let (account, _) = accounts::ops::credentials(c, email)?.unwrap();
        accounts::ops::actor_by_id(c, account.id)
    };
    house.db().read(found).unwrap()
}

/// An event with two tables of one session each; the facilitator is at the first, with one person of an organisation.
pub fn session(house: &House) {
    let process = process(house);
    published(house, process, facts("Evento di prova"));
    let by = staff(house);
    house.write(move |w| {
        let event = events::ops::by_number(w.conn, &by, process, 1)?;
        let facilitator = accounts::ops::credentials(w.conn, FACILITATOR)?.unwrap().0.id;
        add_table(w, &by, event.id, "Le leve", vec![facilitator])?;
        add_table(w, &by, event.id, "Le azioni", Vec::new())?;
        Ok(())
    });
    house.at("2031-03-10 16:00");
    let by = staff(house);
    house.write(move |w| {
        let event = events::ops::by_number(w.conn, &by, process, 1)?;
        let table = events::ops::tables(w.conn, event.id)?.remove(0).0.id;
        let new = WalkIn {
            name: "Persona Prova".into(),
            organisation: "Ente Esempio".into(),
            table: Some(table),
            ..WalkIn::default()
        };
        let came = Sent { key: "persona-prova-1".into(), at: None, act: door::Act::WalkIn(new) };
        door::act(w, &by, event.id, &came)
    });
}

pub fn add(browser: &Browser<'_>, kind: &str, text: &str) -> Page {
    browser.get(MINUTES);
    browser.submit(MINUTES, &[("kind", kind), ("text", text)])
}

/// The words of the lines as they are read, headings with a mark.
fn read(browser: &Browser<'_>) -> Vec<String> {
    browser.get(MINUTES).all("[data-groups] h2, [data-groups] .minute-text > span:last-child")
}

/// The key of a line, by its words.
pub fn key(browser: &Browser<'_>, text: &str) -> String {
    let page = browser.get(MINUTES);
    let lines: Value = serde_json::from_str(&page.attributes("[data-lines]", "data-lines")[0]).unwrap();
    let found = lines.as_array().unwrap().iter().find(|l| l["text"] == text);
    found.unwrap_or_else(|| panic!("no {text}: {lines}"))["key"].as_str().unwrap().to_owned()
}

/// Presses one of the buttons beside the lines.
fn press(browser: &Browser<'_>, fields: &[(&str, &str)]) -> Page {
    let page = browser.get(MINUTES);
    let order = format!("{MINUTES}/ordina");
    let mut all = page.form(&order, &[]);
    all.retain(|(name, _)| name != "chosen");
    all.extend(fields.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())));
    // The first of two counts: what is pressed comes after what stands there.
    all.reverse();
    browser.post(&order, &all)
}

/// What the script sends, and what it is answered.
fn send(browser: &Browser<'_>, since: i64, acts: &Value) -> (Page, Value) {
    let token = browser.get(MINUTES).attributes("[data-csrf]", "data-csrf").remove(0);
    let fields = [("_csrf", token), ("since", since.to_string()), ("acts", acts.to_string())];
    let fields: Vec<(String, String)> = fields.into_iter().map(|(k, v)| (k.to_owned(), v)).collect();
    let page = browser.post(&format!("{MINUTES}/righe"), &fields);
    let said = serde_json::from_str(&page.body).unwrap_or(Value::Null);
    (page, said)
}

fn line(house: &House, n: i64, who: &str) -> Value {
    let key = format!("{who}-linea-{n:04}");
    json!({ "key": key, "at": house.now().0 / 1000 - 600_000 + n, "act": "add", "kind": "need", "text": format!("{who} {n}"), "who": "", "objective": "" })
}

fn texts(said: &Value) -> Vec<String> {
    let lines = said["lines"].as_array().unwrap();
    lines.iter().map(|l| l["text"].as_str().unwrap().to_owned()).collect()
}

for_each_database! {
    fn minutes_are_kept_with_plain_forms(house) {
        session(house);
        let browser = house.signed_in(FACILITATOR);
        let page = browser.get("/percorsi/piano-di-prova/gestione/incontri/1/verbali");
        assert!(page.says("Quali leve?") && page.says("Le leve") && !page.says("Le azioni"), "{}", page.text());
        let page = browser.get(MINUTES);
        assert!(page.says("Ancora nessun intervento") && page.says("Persona Prova (Ente Esempio)"), "{}", page.text());

        let who = page.attributes("optgroup option", "value");
        assert_eq!(who.len(), 2, "the person and the organisation: {who:?}");
        let fields = [("kind", "proposal"), ("text", "Orti  in\tcortile"), ("who", &who[0]), ("objective", "Verde di vicinato")];
        let page = browser.submit(MINUTES, &fields);
        assert!(page.says("Intervento aggiunto.") && page.says("Persona Prova (Ente Esempio) · Verde di vicinato · 16:00"), "{}", page.text());
        assert_eq!(page.attributes("input[name=kind][checked]", "value"), ["proposal"], "what was chosen stays");
        assert_eq!(page.attributes("#f-objective", "value"), ["Verde di vicinato"]);
        for (kind, text) in [("need", "Panchine"), ("criticism", "Troppo buio"), ("agreement", "Siamo d’accordo")] {
            house.pass_seconds(1);
            add(&browser, kind, text);
        }
        assert_eq!(read(&browser), ["Orti in cortile", "Panchine", "Troppo buio", "Siamo d’accordo"]);

        let page = add(&browser, "need", &"a".repeat(1001));
        assert!(page.status == 422 && page.says("1000"), "{}", page.text());
        assert_eq!(page.attributes("#f-text", "value"), ["a".repeat(1001)], "what was typed is kept");
        assert_eq!(add(&browser, "need", "  ").status, 422);

        let buio = key(&browser, "Troppo buio");
        assert_eq!(press(&browser, &[("up", &buio)]).status, 303);
        assert_eq!(read(&browser), ["Orti in cortile", "Troppo buio", "Panchine", "Siamo d’accordo"]);
        press(&browser, &[("down", &buio)]);
        press(&browser, &[("down", &buio)]);
        press(&browser, &[("down", &buio)]);
        assert_eq!(read(&browser), ["Orti in cortile", "Panchine", "Siamo d’accordo", "Troppo buio"]);

        let orti = key(&browser, "Orti in cortile");
        press(&browser, &[("join", "si"), ("heading", "Verde"), ("chosen", &orti), ("chosen", &buio)]);
        assert_eq!(read(&browser), ["Verde", "Orti in cortile", "Troppo buio", "Panchine", "Siamo d’accordo"]);
        press(&browser, &[("join", "si"), ("chosen", &buio)]);
        assert_eq!(read(&browser), ["Verde", "Orti in cortile", "Panchine", "Siamo d’accordo", "Troppo buio"]);
        assert_eq!(press(&browser, &[("join", "si")]).status, 409);

        press(&browser, &[("remove", &format!("{buio} 1"))]);
        assert_eq!(read(&browser).len(), 4);
        assert!(browser.page().says("Una riga tolta"));
        press(&browser, &[("restore", &buio)]);
        assert_eq!(read(&browser).len(), 5);
        let verde = key(&browser, "Verde");
        press(&browser, &[("remove", &format!("{verde} 1"))]);
        assert_eq!(read(&browser), ["Orti in cortile", "Panchine", "Siamo d’accordo", "Troppo buio"]);
    }

    fn the_second_of_two_editors_is_told_and_shown_both(house) {
        session(house);
        let (one, two) = (house.signed_in(FACILITATOR), house.signed_in(STAFF));
        add(&one, "need", "Panchine");
        let form = format!("{MINUTES}/righe/{}", key(&one, "Panchine"));
        two.get(&form);
        one.get(&form);
        assert!(one.submit(&form, &[("text", "Panchine all’ombra")]).says("Panchine all’ombra"));
        let page = two.submit(&form, &[("text", "Panchine alte")]);
        assert_eq!(page.status, 409);
        assert!(page.says("Facilitatore Esempio ha corretto") && page.says("Panchine all’ombra"), "{}", page.text());
        assert_eq!(page.one("#f-text"), "Panchine alte", "what was typed is kept");
        assert!(two.submit(&form, &[]).says("Panchine alte"));
        assert_eq!(read(&one), ["Panchine alte"]);
        // What was read before it was mended is not removed.
        let old = format!("{} 1", key(&one, "Panchine alte"));
        assert_eq!(press(&one, &[("remove", &old)]).status, 409);
        assert_eq!(one.get(&form.replace("/righe/", "/righe/x")).status, 404);
    }

    fn what_is_sent_twice_counts_once(house) {
        session(house);
        let (one, two) = (house.signed_in(FACILITATOR), house.signed_in(STAFF));
        let acts = json!([line(house, 1, "a"), line(house, 2, "a")]);
        let (_, first) = send(&one, 0, &acts);
        assert_eq!(texts(&first), ["a 1", "a 2"], "{first}");
        let (_, again) = send(&one, 0, &acts);
        assert_eq!((texts(&again), again["done"].clone()), (texts(&first), first["done"].clone()));

        // The other sees them appear, and nothing more until something changes.
        let ask = |b: &Browser<'_>, since: i64| b.open(&format!("{MINUTES}/righe?da={since}"));
        let since = again["changes"].as_i64().unwrap();
        assert_eq!(ask(&two, since).status, 204);
        assert_eq!(ask(&two, 0).body.matches("\"text\"").count(), 2);

        let mend = |key: &str, text: &str| json!([{ "key": key, "at": 0, "act": "mend", "line": "a-linea-0001", "revision": 1, "kind": "need", "text": text, "who": "", "objective": "" }]);
        let (_, said) = send(&two, since, &mend("mend-two-1", "a uno"));
        assert_eq!((texts(&said), said["done"][0]["is"].clone()), (vec!["a uno".to_owned()], json!("done")));
        let (_, said) = send(&one, since, &mend("mend-one-1", "a primo"));
        assert_eq!((said["done"][0]["is"].clone(), said["done"][0]["line"]["text"].clone()), (json!("overtaken"), json!("a uno")));
        let (_, said) = send(&two, since, &mend("mend-two-1", "a uno"));
        assert_eq!(said["done"][0]["is"], "done", "known, not overtaken by itself");

        // One that cannot be done does not keep the others from it.
        let gone = json!({ "key": "gone-act-1", "at": 0, "act": "remove", "line": "not-a-line", "revision": 1 });
        let (_, said) = send(&one, since, &json!([gone, line(house, 3, "a")]));
        let is: Vec<&Value> = said["done"].as_array().unwrap().iter().map(|d| &d["is"]).collect();
        assert_eq!(is, ["refused", "done"]);
        assert_eq!(read(&one), ["a uno", "a 2", "a 3"]);

        for bad in [json!([{ "key": "x" }]), json!({}), json!([{ "key": "aaaaaaaa", "at": 0, "act": "add", "kind": "poem", "text": "x" }])] {
            assert_eq!(send(&one, 0, &bad).0.status, 400, "{bad}");
        }
        let (_, said) = send(&one, 0, &json!([{ "key": "è", "at": 0, "act": "restore", "line": "a-linea-0002" }]));
        assert_eq!(said["done"][0]["is"], "refused");
    }

    /// The door lets people in after the page was opened: it hears of them with what others write.
    fn who_comes_in_is_seen_while_the_page_stands(house) {
        session(house);
        let browser = house.signed_in(FACILITATOR);
        let mark = browser.get(MINUTES).attributes("[data-mark]", "data-mark").remove(0);
        let ask = |mark: &str| house.queries(|| browser.open(&format!("{MINUTES}/righe?da=0&chi={mark}")));
        let (page, asked) = ask(&mark);
        assert!(page.status == 204 && asked <= 10, "{} {asked} statements", page.status);
        let by = staff(house);
        let (event, tables) = house.db().read(|c| {
            let process = processes::ops::by_slug(c, &by, "piano-di-prova")?;
            let event = events::ops::by_number(c, &by, process.id, 1)?.id;
            Ok((event, events::ops::tables(c, event)?.into_iter().map(|(t, _)| t.id).collect::<Vec<_>>()))
        }).unwrap();
        let door = |key: &str, act: door::Act| {
            let (by, sent) = (by.clone(), Sent { key: key.to_owned(), at: None, act });
            house.write(move |w| door::act(w, &by, event, &sent));
        };
        let walk = |name: &str, organisation: &str, table: TableId| {
            door::Act::WalkIn(WalkIn { name: name.into(), organisation: organisation.into(), table: Some(table), ..WalkIn::default() })
        };
        door("zita-entra-1", walk("Zita Prova", "", tables[0]));
        let (page, asked) = ask(&mark);
        assert!(page.status == 200 && asked <= 10, "{} {asked} statements", page.status);
        let said: Value = serde_json::from_str(&page.body).unwrap();
        let names = |said: &Value| said["present"]["people"].as_array().unwrap().iter().map(|p| (p["name"].as_str().unwrap().to_owned(), p["here"].as_bool().unwrap())).collect::<Vec<_>>();
        assert_eq!(names(&said), [("Persona Prova (Ente Esempio)".to_owned(), true), ("Zita Prova".to_owned(), true)]);
        assert_eq!((said["present"]["sum"].as_str().unwrap(), said["lines"].as_array().unwrap().len()), ("Al tavolo: 2 presenze, 2 posti assegnati", 0));
        let mark = said["present"]["mark"].as_str().unwrap().to_owned();
        assert_eq!(ask(&mark).0.status, 204, "nothing more until something changes");

        // At another table: only their organisation is heard of here, and a person without one not at all.
        door("altra-entra-1", walk("Altra Prova", "", tables[1]));
        assert_eq!(ask(&mark).0.status, 204);
        door("altra-entra-2", walk("Terza Prova", "Ente Nuovo", tables[1]));
        let said: Value = serde_json::from_str(&ask(&mark).0.body).unwrap();
        let organisations: Vec<&str> = said["present"]["organisations"].as_array().unwrap().iter().map(|o| o["name"].as_str().unwrap()).collect();
        assert_eq!((names(&said).len(), organisations), (2, vec!["Ente Esempio", "Ente Nuovo"]));
        // Undone: still at the table, and not there.
        let zita = said["present"]["people"][1]["value"].as_str().unwrap().trim_start_matches("p:").parse().unwrap();
        door("zita-esce-1", door::Act::Undo(zita));
        let said: Value = serde_json::from_str(&ask(said["present"]["mark"].as_str().unwrap()).0.body).unwrap();
        assert!(names(&said).contains(&("Zita Prova".to_owned(), false)), "{said}");
        // With what is sent it is not asked, and without a mark neither.
        let (_, said) = send(&browser, 0, &json!([line(house, 1, "a")]));
        assert_eq!(said["present"], Value::Null);
        let (page, asked) = house.queries(|| browser.open(&format!("{MINUTES}/righe?da=99")));
        assert!(page.status == 200 && page.body.contains("\"present\":null") && asked <= 9, "{} {asked}", page.body);
    }

    /// On a tablet that two people use, what one wrote is not sent by the other; only a page that asks for a token hears who has signed in.
    fn what_another_account_wrote_is_not_taken(house) {
        session(house);
        let (one, two) = (house.signed_in(FACILITATOR), house.signed_in(STAFF));
        let page = two.get(MINUTES);
        let account = |page: &Page| page.attributes("[data-minutes]", "data-account").remove(0);
        let (first, second) = (account(&one.get(MINUTES)), account(&page));
        let csrf = page.attributes("[data-minutes]", "data-csrf").remove(0);
        let send = |whose: &str| {
            let acts = json!([line(house, 1, "a")]).to_string();
            let fields = [("_csrf", csrf.as_str()), ("since", "0"), ("acts", &acts), ("account", whose)].map(|(k, v)| (k.to_owned(), v.to_owned()));
            two.post(&format!("{MINUTES}/righe"), &fields).status
        };
        assert_eq!(send(&first), 403);
        assert!(read(&one).is_empty());
        assert_eq!(send(&second), 200);
        assert_eq!(read(&one), ["a 1"]);
        let ask = |rest: &str| two.open(&format!("{MINUTES}/righe?da=0{rest}"));
        assert_eq!([&first, &second].map(|whose| ask(&format!("&di={whose}")).status.as_u16()), [403, 200]);
        let said: Value = serde_json::from_str(&ask(&format!("&di={first}&token=si")).body).unwrap();
        assert_eq!(said, json!({ "account": second }), "neither lines nor a token");
    }

    /// A hundred and fifty lines of two facilitators, each of whose answers is lost every other time: they send it all again.
    fn a_whole_session_with_the_network_coming_and_going(house) {
        session(house);
        let (one, two) = (house.signed_in(FACILITATOR), house.signed_in(STAFF));
        for from in (0..75).step_by(15) {
            for (browser, who, half) in [(&one, "a", 0), (&two, "b", 1)] {
                let acts: Vec<Value> = (from..from + 15).map(|n| line(house, n * 2 + half, who)).collect();
                send(browser, 0, &json!(acts[..8]));
                send(browser, 0, &json!(acts));
                send(browser, 0, &json!(acts));
            }
        }
        let lines = read(&one);
        let expected: Vec<String> = (0..150).map(|n| format!("{} {n}", if n % 2 == 0 { "a" } else { "b" })).collect();
        assert_eq!(lines, expected, "every line once, in the order in which they were said");
        // One in the middle is put first, and one whose clock is wrong comes last.
        let mut wrong = line(house, 151, "c");
        wrong["at"] = json!(9_000_000_000_000_i64);
        let move_it = json!({ "key": "move-first-1", "at": 0, "act": "move", "lines": ["b-linea-0075"], "under": null, "to": "first" });
        send(&two, 0, &json!([wrong, move_it]));
        let lines = read(&one);
        assert_eq!((lines.len(), lines[0].as_str(), lines[150].as_str()), (151, "b 75", "c 151"));
        let (page, asked) = house.queries(|| one.get(MINUTES));
        assert!(page.status == 200 && asked < 20, "{asked} statements");
        let (page, asked) = house.queries(|| one.open(&format!("{MINUTES}/righe?da=99999")));
        assert!(page.status == 200 && asked < 12, "{asked} statements");
    }

    fn minutes_are_for_who_facilitates_there_and_for_the_staff(house) {
        session(house);
        let other = MINUTES.replace("/1/1", "/2/1");
        let facilitator = house.signed_in(FACILITATOR);
        assert_eq!(facilitator.open(&other).status, 403);
        assert_eq!(facilitator.open(&format!("{other}/righe")).status, 403);
        assert_eq!(house.signed_in(STAFF).open(&other).status, 200);
        assert_eq!(facilitator.open(&MINUTES.replace("/1/1", "/1/2")).status, 404);
        assert_eq!(facilitator.open(&MINUTES.replace("/1/1", "/9/1")).status, 404);

        // Not before it is made ready, nor when it is not to be.
        house.at("2031-03-08 14:00");
        assert!(facilitator.get(MINUTES).says("Il verbale si scrive da due giorni prima"));
        let (_, said) = send(&facilitator, 0, &json!([line(house, 1, "a")]));
        assert_eq!(said["done"][0]["is"], "refused");
    }

    fn a_session_that_was_spoken_in_is_not_taken_away(house) {
        session(house);
        let (one, two) = (house.signed_in(FACILITATOR), house.signed_in(STAFF));
        add(&one, "need", "Panchine");
        let table = format!("{DESK}/1/tavoli/1");
        two.get(&table);
        let page = two.submit(&table, &[("question-1", "")]);
        assert!(page.status == 409 && page.says("verbale"), "{}", page.text());
        two.get(&table);
        assert_eq!(two.submit(&table, &[("question-1", "Quali leve, e perché?")]).status, 200);
        assert_eq!(read(&one), ["Panchine"]);
    }

    fn what_was_said_goes_into_the_register_and_changes_the_plan(house of Demo) {
        let process = intake::filled(house);
        let by = actor(house, "promotore@example.org");
        let event = house.write(move |w| {
            let number = events::ops::create(w, &by, process, &facts("Serata dei tavoli"))?;
            let event = events::ops::by_number(w.conn, &by, process, number)?;
            events::ops::publish(w, &by, event.id)?;
            add_table(w, &by, event.id, "Orti e cortili", Vec::new())?;
            Ok(number)
        });
        house.at("2031-03-10 16:00");
        let minutes = intake::desk(&format!("/incontri/{event}/verbali/1/1"));
        let clerk = intake::enter(house, "istruttoria@example.org");
        for text in ["Il terreno accanto al canale è in discesa", "Meglio dietro la scuola", "Buona la merenda"] {
            house.pass_seconds(1);
            clerk.get(&minutes);
            assert!(clerk.submit(&minutes, &[("kind", "proposal"), ("text", text)]).says(text));
        }
        let keys = clerk.get(&minutes).attributes("[data-groups] input[name=chosen]", "value");
        let form = format!("{minutes}/contributo?riga={}&riga={}", keys[1], keys[0]);
        let action = format!("{minutes}/contributo");
        assert_eq!(clerk.open(&action).status, 409, "none chosen");
        assert!(clerk.get(&form).says("Il terreno accanto al canale è in discesa") && clerk.page().says("Meglio dietro la scuola"));
        let page = clerk.submit(&action, &[("passage", "P-999")]);
        assert!(page.status == 422 && page.says("non c’è un passaggio"), "{}", page.text());
        let page = clerk.submit(&action, &[("passage", "")]);
        assert!(page.says("Le righe sono nel registro.") && page.says("Contributo n. 6"), "{}", page.text());
        assert_eq!(clerk.open(&form).status, 200);
        clerk.get(&form);
        assert_eq!(clerk.submit(&action, &[]).status, 409, "a line is in the register once");
        let mend = format!("{minutes}/righe/{}", keys[0]);
        clerk.get(&mend);
        assert_eq!(clerk.submit(&mend, &[("text", "altro")]).status, 409, "and stays as it was received");
        let key = &keys[0];
        let offered = |of: &str| clerk.get(&minutes).attributes(&format!("{of}:not([hidden])"), "class").len();
        assert_eq!(offered(&format!("[data-mend='{key}']")) + offered(&format!("[name=remove][value^='{key} ']")), 0, "nor is it offered");

        let page = clerk.get(&intake::desk("/contributi/6"));
        assert!(page.says("Tavolo di un incontro") && page.says("Tavolo 1, Serata dei tavoli"), "{}", page.text());
        let stranger = house.browser();
        let table = format!("/percorsi/{}/incontri/{event}/tavoli/1", intake::SLUG);
        let page = stranger.get(&table);
        assert!(page.says("è diventato un contributo") && !page.says("in discesa"), "nobody has looked at it: {}", page.text());
        let by = actor(house, "istruttoria@example.org");
        house.write(move |w| domain::register::ops::publish_all(w, &by, process, &[(6, 1)]));
        let page = stranger.get(&table);
        assert!(page.says("in discesa") && page.says("Tavolo 1, Serata dei tavoli"), "{}", page.text());
        let one = stranger.get(&format!("/percorsi/{}/contributi/6", intake::SLUG));
        assert_eq!(one.link("Tavolo 1. Orti e cortili").as_deref(), Some(table.as_str()), "{}", one.text());

        // From here on it is answered like any other.
        house.at("2031-03-20 09:00");
        intake::draft(house, process);
        assert!(intake::cut(&clerk, 6, "Meglio dietro la scuola", "Orti dietro la scuola", "Orti").says("Richiesta ricavata"));
        let new = intake::desk("/riscontri/nuovo");
        clerk.get(&format!("{new}?richieste=1"));
        let code = clerk.page().attributes("input[name=codes]", "value").remove(0);
        let fields = [("outcome", "integrated"), ("reason", "Il terreno in piano è migliore."), ("codes", code.as_str())];
        assert_eq!(clerk.submit(&new, &fields).path, intake::desk("/riscontri/1"));
        let promoter = intake::enter(house, "promotore@example.org");
        promoter.get(&intake::desk("/riscontri?stato=submitted"));
        let seen = promoter.page().attributes("input[name=response]", "value").remove(0);
        promoter.submit(&intake::desk("/riscontri/approva"), &[("response", &seen)]);
        intake::publish_draft(house, process);
        promoter.get(&intake::desk("/riscontri/pubblica"));
        assert!(promoter.submit(&intake::desk("/riscontri/pubblica"), &[]).says("Riscontri pubblicati"));
        let page = stranger.get(&table);
        assert!(page.says("Integrata") && page.says("Il terreno in piano è migliore."), "{}", page.text());
    }
}
