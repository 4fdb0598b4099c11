//! What is written, when, by whom; its receipt, its place in public, and what moderation makes of it.

use domain::access::{Actor, Role};
use domain::accounts;
use domain::clock::Instant;
use domain::id::{ProcessId, VersionId};
use domain::{consultations, plans, processes};

use crate::harness::{Browser, House, Page, rome};

const PLAN: &str = "# Piano del verde\n\nOgni quartiere ha un giardino.\n\nI giardini chiudono alle otto.\n";
pub const BASE: &str = "/percorsi/piano-del-verde";
pub const COMMENT: &str = "/percorsi/piano-del-verde/commenta";
const HOSTILE: &str = "</textarea><script>alert(1)</script> \"'&amp; <b>x</b> { $n } \u{202e}verso";

/// A process with a plan of three passages, commented from 1 March 10:00 to 11 March 18:00.
pub struct Stage {
    pub process: ProcessId,
    version: VersionId,
}

fn staff(house: &House, name: &str, email: &str, process: ProcessId, role: Role) -> Actor {
    let account = house.account(name, email);
    let (email, system) = (email.to_owned(), Actor::system());
    house.write(move |w| accounts::ops::grant(w, &system, process, &email, role.as_str()));
    house.db().read(move |c| accounts::ops::actor_by_id(c, account)).unwrap()
}

pub fn stage(house: &House) -> Stage {
    house.at("2031-02-20 09:00");
    let administrator = house.administrator("amministra@example.org");
    let administrator = house.db().read(move |c| accounts::ops::actor_by_id(c, administrator)).unwrap();
    let facts = processes::Facts { title: "Piano del verde".into(), summary: "Giardini.".into(), ..Default::default() };
    let by = administrator.clone();
    let process = house.write(move |w| {
        let id = processes::ops::create(w, &by, "piano-del-verde", &facts)?;
        let promoter = processes::Promoter {
            name: "Città di Valdora".into(),
            contact: "x@example.org".into(),
            act_kind: String::new(),
            act_number: String::new(),
            act_date: None,
        };
        processes::ops::set_promoters(w, &by, id, &[promoter])?;
        let phase = processes::Phase {
            id: domain::id::PhaseId(0),
            kind: processes::PhaseKind::Consultation,
            title: "Consultazione".into(),
            description: String::new(),
            starts_on: None,
            ends_on: None,
        };
        processes::ops::set_phases(w, &by, id, &[phase])?;
        processes::ops::publish(w, &by, id)?;
        Ok(id)
    });
    let source = reader::read("piano.md", PLAN.as_bytes()).unwrap();
    let prepared = house.db().read(|c| plans::prepare(c, process, source)).unwrap();
    let (opens, closes) = (rome("2031-03-01 10:00"), rome("2031-03-11 18:00"));
    let version = house.write(move |w| {
        let version = plans::ops::import(w, &administrator, process, &prepared, "piano.md", "00")?;
        plans::ops::publish(w, &administrator, version, "")?;
        consultations::ops::set_window(w, &administrator, version, opens, closes)?;
        Ok(version)
    });
    staff(house, "Rita Revisore", "rita@example.org", process, Role::Reviewer);
    house.at("2031-03-03 10:00");
    Stage { process, version }
}

const WORDS: [(&str, &str); 4] =
    [("kind", "addition"), ("text", "Mancano le panchine."), ("shown", "si"), ("named_as", "anonymous")];

pub fn with<'a>(step: &'a str, more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut out: Vec<_> = WORDS.iter().filter(|(k, _)| !more.iter().any(|(m, _)| m == k)).copied().collect();
    out.extend_from_slice(more);
    out.push(("passo", step));
    out
}

pub fn send(browser: &Browser<'_>, more: &[(&str, &str)]) -> Page {
    browser.get(&format!("{COMMENT}?passaggio=2"));
    browser.submit(COMMENT, &with("invia", more))
}

pub fn register_length(house: &House, stage: &Stage) -> usize {
    let process = stage.process;
    let counts = house.db().read(move |c| domain::register::ops::counts(c, process)).unwrap();
    counts.iter().map(|c| usize::try_from(c.2).unwrap()).sum()
}

for_each_database! {
    fn a_comment_from_form_to_receipt(house) {
        let stage = stage(house);
        house.account("Ada Prova", "ada@example.org");
        let ada = house.signed_in("ada@example.org");
        let form = ada.get(&format!("{COMMENT}?passaggio=2"));
        assert!(form.says("Ogni quartiere ha un giardino.") && form.says("P-002"));
        let empty = ada.submit(COMMENT, &[("passo", "invia")]);
        assert_eq!(empty.status, 422);
        assert!(empty.says("Questo campo va compilato"));

        let preview = send_step(&ada, "anteprima", &[("kind", "rewording"), ("proposed", "Ogni quartiere ha due giardini.")]);
        assert_eq!((preview.one(".redline ins").contains("due giardini"), register_length(house, &stage)), (true, 0));
        let back = ada.submit(COMMENT, &[("passo", "modifica")]);
        assert_eq!(back.one("#f-text").trim(), "Mancano le panchine.");
        let receipt = ada.submit(COMMENT, &[("passo", "invia")]);
        assert_eq!(receipt.path, format!("{BASE}/contributi/1/ricevuta"));
        assert_eq!(receipt.one(".receipt-number"), "1");
        assert!(receipt.says("3 marzo 2031, ore 10:00:00"));

        // The letter holds the same, word for word.
        let letter = house.letter_to("ada@example.org");
        assert!(letter.body.contains("Mancano le panchine.") && letter.body.contains("Ogni quartiere ha due giardini."));
        let salt = receipt.all(".hash")[0].clone();
        assert!(letter.body.contains(&salt));

        // Anybody can check it; nobody else can see it.
        let verify = format!("{BASE}/registro/verifica");
        let stranger = house.browser();
        stranger.get(&verify);
        let fields = [("number", "1"), ("salt", salt.as_str()), ("text", "Mancano le panchine."), ("proposed", "Ogni quartiere ha due giardini.")];
        assert!(stranger.submit(&verify, &fields).says("Corrisponde"));
        assert!(stranger.submit(&verify, &[("text", "Mancano le panchine!")]).says("Non corrisponde"));
        house.account("Bruno Prova", "bruno@example.org");
        let bruno = house.signed_in("bruno@example.org");
        assert_eq!(bruno.open(&receipt.path).status, 404);
        let public = bruno.get(&format!("{BASE}/contributi/1"));
        assert!(!public.says("panchine") && public.says("aspetta il controllo"));
    }

    fn a_window_closes_at_its_second(house) {
        let stage = stage(house);
        house.account("Ada Prova", "ada@example.org");
        let ada = house.signed_in("ada@example.org");
        ada.get(&format!("{COMMENT}?passaggio=2"));
        let filled = ada.page().form(COMMENT, &with("invia", &[]));
        house.at("2031-03-11 17:59");
        house.pass_seconds(59);
        assert_eq!(ada.post(COMMENT, &filled).status, 303);
        assert!(ada.get(&format!("{BASE}/contributi/1/modifica")).says("Modificare un contributo"));
        let edit = ada.page().form(&format!("{BASE}/contributi/1/modifica"), &[("text", "Ripensato.")]);
        ada.get(&format!("{BASE}/contributi/1/ritira"));
        let withdrawal = ada.page().form(&format!("{BASE}/contributi/1/ritira"), &[]);
        ada.get(&format!("{COMMENT}?passaggio=2"));
        let second = ada.page().form(COMMENT, &with("invia", &[("text", "Arrivo tardi.")]));

        house.at("2031-03-11 18:00");
        let closed = ada.post(COMMENT, &second);
        assert_eq!(closed.status, 403);
        assert!(closed.says("La consultazione è chiusa"));
        assert_eq!(closed.one("#f-text").trim(), "Arrivo tardi.", "nothing typed is lost");
        let edited = ada.post(&format!("{BASE}/contributi/1/modifica"), &edit);
        assert_eq!((edited.status.as_u16(), edited.one("#f-text").trim()), (403, "Ripensato."));
        assert_eq!(ada.post(&format!("{BASE}/contributi/1/ritira"), &withdrawal).status, 403);
        for change in ["modifica", "ritira"] {
            let page = ada.get(&format!("{BASE}/contributi/1/{change}"));
            assert!(page.says("La consultazione non è aperta"), "no button that could only refuse");
            assert!(page.all("main form").is_empty(), "{change}");
        }
        assert_eq!(register_length(house, &stage), 1);

        // The same words, filed as late: numbered, counted apart.
        let again = ada.post(COMMENT, &second);
        assert_eq!(again.status, 403);
        let late = ada.submit(COMMENT, &[("passo", "tardivo")]);
        assert_eq!(late.path, format!("{BASE}/contributi/2/ricevuta"));
        assert!(late.says("Tardivo"));
    }

    fn a_form_sent_twice_is_one_contribution(house) {
        let stage = stage(house);
        house.account("Ada Prova", "ada@example.org");
        let ada = house.signed_in("ada@example.org");
        ada.get(&format!("{COMMENT}?passaggio=2"));
        let filled = ada.page().form(COMMENT, &with("invia", &[]));
        let (first, second) = (ada.post(COMMENT, &filled), ada.post(COMMENT, &filled));
        assert_eq!((first.status, first.header("location")), (second.status, second.header("location")));
        assert_eq!(register_length(house, &stage), 1);
    }

    fn what_a_visitor_wrote_waits_across_registration(house) {
        let stage = stage(house);
        let phone = house.browser();
        let sign_in = send(&phone, &[("text", HOSTILE)]);
        assert!(sign_in.path.starts_with("/accedi?ritorno=") && sign_in.says("resta in attesa"));
        phone.get("/registrati");
        phone.submit("/registrati", &[("name", "Ada Prova"), ("email", "ada@example.org"), ("password", "quattro pere nel cesto")]);
        // The letter is opened on another device.
        let computer = house.browser();
        let link = house.link(&house.letter_to("ada@example.org"));
        computer.get(&link);
        let waiting = computer.submit(&link, &[("password", "quattro pere nel cesto")]);
        assert_eq!(waiting.path, "/riprendi");
        assert!(waiting.one("#f-text").contains("<script>alert(1)</script>") && !waiting.body.contains("<script>alert"));
        assert_eq!(register_length(house, &stage), 0);
        let receipt = computer.submit(COMMENT, &[("passo", "invia")]);
        assert!(receipt.path.ends_with("/contributi/1/ricevuta"), "{}", receipt.text());
        assert!(computer.get("/riprendi").says("Nessun testo in attesa"));
        assert!(computer.get("/i-miei-contributi").says("In attesa di pubblicazione"));
    }

    fn of_several_texts_that_wait_none_is_lost(house) {
        let stage = stage(house);
        house.account("Ada Prova", "ada@example.org");
        let ada = house.browser();
        for text in ["Il primo testo.", "Il secondo testo.", "Il terzo testo."] {
            send(&ada, &[("text", text)]);
        }
        ada.get("/accedi");
        let page = ada.submit("/accedi", &[("email", "ada@example.org"), ("password", crate::harness::PASSWORD)]);
        assert_eq!(page.path, "/riprendi");
        assert!(["primo", "secondo", "terzo"].iter().all(|n| page.says(&format!("Il {n} testo."))), "{}", page.text());
        let links = page.attributes("a[href^='/riprendi?testo=']", "href");
        // Newest first: the second is sent, the third thrown away; the first stays.
        ada.get(&links[1]);
        assert!(ada.submit(COMMENT, &[("passo", "invia")]).says("Il secondo testo."));
        ada.get(&links[0]);
        ada.submit("/riprendi/scarta", &[]);
        let left = ada.get("/riprendi");
        assert!(left.one("#f-text").contains("Il primo testo."), "{}", left.text());
        assert_eq!(register_length(house, &stage), 1);
    }

    fn hostile_words_stay_words(house) {
        let stage = stage(house);
        house.account("Ada Prova", "ada@example.org");
        let ada = house.signed_in("ada@example.org");
        let receipt = send(&ada, &[
            ("kind", "rewording"), ("text", HOSTILE), ("proposed", HOSTILE), ("named_as", "pseudonym"), ("pseudonym", "<i>io</i>"),
        ]);
        assert!(receipt.path.ends_with("/ricevuta"), "{}", receipt.text());
        let rita = house.signed_in("rita@example.org");
        let desk = format!("{BASE}/gestione/contributi");
        rita.get(&desk);
        rita.submit(&format!("{desk}/pubblica"), &[("numero", "1.1")]);
        let case = format!("{desk}/1");
        let pages = [
            ada.get("/i-miei-contributi"), ada.get(&format!("{BASE}/contributi/1/modifica")), rita.get(&format!("{desk}?stato=tutti")),
            rita.get(&case), rita.get(&format!("{case}/oscura")), house.browser().get(&format!("{BASE}/contributi")),
            house.browser().get(&format!("{BASE}/contributi/1")), ada.get(&receipt.path),
        ];
        for page in pages {
            assert_eq!(page.status, 200, "{}", page.path);
            assert!(!page.body.contains("<script>alert") && !page.body.contains("<i>io"), "{}", page.path);
        }
        let public = house.browser().get(&format!("{BASE}/contributi"));
        assert!(public.says("<i>io</i>") && !public.body.contains("Ada Prova"));
        assert_eq!(register_length(house, &stage), 1);
    }

    fn moderation_leaves_a_tombstone(house) {
        stage(house);
        house.account("Ada Prova", "ada@example.org");
        let ada = house.signed_in("ada@example.org");
        for text in ["Uno.", "Due.", "Il telefono è 011 5550000.", "Quattro."] {
            send(&ada, &[("text", text)]);
        }
        send(&ada, &[("text", "Solo per voi."), ("shown", "no")]);
        let rita = house.signed_in("rita@example.org");
        let case = |n: i32| format!("{BASE}/gestione/contributi/{n}");
        let public = |n: i32| house.browser().get(&format!("{BASE}/contributi/{n}"));

        rita.get(&format!("{}/rifiuta", case(1)));
        assert_eq!(rita.submit(&format!("{}/rifiuta", case(1)), &[]).status, 422);
        rita.submit(&format!("{}/rifiuta", case(1)), &[("refusal", "off_topic"), ("note", "È un altro piano.")]);
        assert!(public(1).says("non riguarda il piano") && !public(1).says("Uno."));
        assert!(house.letter_to("ada@example.org").body.contains("È un altro piano."));

        rita.get(&format!("{}/duplicato", case(2)));
        assert_eq!(rita.submit(&format!("{}/duplicato", case(2)), &[("duplicate_of", "99")]).status, 422);
        rita.submit(&format!("{}/duplicato", case(2)), &[("duplicate_of", "4")]);
        assert_eq!(public(2).link("Ripete il contributo n. 4").unwrap(), format!("{BASE}/contributi/4"));

        rita.get(&format!("{}/oscura", case(3)));
        rita.submit(&format!("{}/oscura", case(3)), &[("text", "Il telefono è [omissis]."), ("reason", "Dato personale.")]);
        rita.get(&case(3));
        rita.submit(&format!("{}/pubblica", case(3)), &[]);
        assert!(public(3).says("[omissis]") && !public(3).body.contains("5550000"));
        assert!(ada.get(&format!("{BASE}/contributi/3/ricevuta")).says("5550000"), "the author's receipt holds the original");

        rita.get(&case(5));
        rita.submit(&format!("{}/pubblica", case(5)), &[]);
        assert!(public(5).says("ha chiesto di non mostrarlo") && !public(5).says("Solo per voi"));
        ada.get(&format!("{BASE}/contributi/4/ritira"));
        ada.submit(&format!("{BASE}/contributi/4/ritira"), &[]);
        assert!(public(4).says("lo ha ritirato") && !public(4).says("Quattro."));

        let chain = house.browser().get(&format!("{BASE}/registro"));
        assert!(chain.says("La catena è integra"));
        let json = house.browser().get(&format!("{BASE}/registro.json"));
        let json: serde_json::Value = serde_json::from_str(&json.body).unwrap();
        assert_eq!((json["broken_at"].is_null(), json["entries"].as_array().unwrap().len()), (true, 11));
        assert!(!json.to_string().contains("5550000"));
    }

    fn nobody_decides_on_words_they_have_not_read(house) {
        stage(house);
        house.account("Ada Prova", "ada@example.org");
        let (ada, rita) = (house.signed_in("ada@example.org"), house.signed_in("rita@example.org"));
        let (case, list) = (format!("{BASE}/gestione/contributi/1"), format!("{BASE}/gestione/contributi"));
        let edit = |text: &str| {
            let here = format!("{BASE}/contributi/1/modifica");
            ada.get(&here);
            ada.submit(&here, &[("text", text)])
        };
        let public = || house.browser().get(&format!("{BASE}/contributi/1"));
        send(&ada, &[("text", "Bello.")]);
        let stale: Vec<_> = ["/pubblica", "/trattieni", "/rifiuta", "/oscura", "/duplicato"]
            .iter()
            .map(|act| {
                rita.get(&if *act == "/pubblica" { case.clone() } else { format!("{case}{act}") });
                let typed: &[(&str, &str)] = match *act {
                    "/rifiuta" => &[("refusal", "off_topic")],
                    "/oscura" => &[("text", "[omissis]"), ("reason", "Dato personale.")],
                    _ => &[],
                };
                (format!("{case}{act}"), rita.page().form(&format!("{case}{act}"), typed))
            })
            .collect();
        rita.get(&list);
        let ticked = rita.page().form(&format!("{list}/pubblica"), &[("numero", "1.1")]);
        assert!(edit("Una cosa che nessuno ha ancora letto.").status.is_success());
        for (path, form) in &stale {
            let page = rita.post(path, form);
            assert!(page.status == 409 && page.says("va riletto"), "{path}: {} {}", page.status, page.text());
        }
        rita.post(&format!("{list}/pubblica"), &ticked);
        assert!(!public().says("nessuno ha ancora letto"));
        rita.get(&case);
        rita.submit(&format!("{case}/pubblica"), &[]);
        assert!(public().says("nessuno ha ancora letto"));

        // Support was given to other words.
        house.account("Bruno Prova", "bruno@example.org");
        let (bruno, support) = (house.signed_in("bruno@example.org"), format!("{BASE}/contributi/1/sostieni"));
        bruno.get(&support);
        bruno.submit(&support, &[]);
        assert!(bruno.get(&format!("{BASE}/contributi/1")).says("Una persona lo sostiene"));
        assert!(edit("Il contrario di prima.").status.is_success());
        rita.get(&case);
        rita.submit(&format!("{case}/pubblica"), &[]);
        assert!(public().says("Il contrario") && !public().says("Una persona lo sostiene"));
    }

    fn support_is_given_and_taken_back(house) {
        stage(house);
        house.account("Ada Prova", "ada@example.org");
        house.account("Bruno Prova", "bruno@example.org");
        let (ada, bruno) = (house.signed_in("ada@example.org"), house.signed_in("bruno@example.org"));
        send(&ada, &[]);
        let support = format!("{BASE}/contributi/1/sostieni");
        assert_eq!(bruno.open(&support).status, 404, "not shown yet");
        let rita = house.signed_in("rita@example.org");
        rita.get(&format!("{BASE}/gestione/contributi/1"));
        rita.submit(&format!("{BASE}/gestione/contributi/1/pubblica"), &[]);
        bruno.get(&support);
        let after = bruno.submit(&support, &[]);
        assert!(after.says("Una persona lo sostiene") && !after.body.contains("Bruno Prova</span"));
        bruno.get(&support);
        assert!(!bruno.submit(&support, &[]).says("lo sostiene"));
        assert!(ada.get(&support).all("form[action$=sostieni]").is_empty(), "nobody supports their own");
    }

    fn what_came_on_paper_keeps_its_own_instant(house) {
        let stage = stage(house);
        house.at("2031-03-20 09:00");
        let rita = house.signed_in("rita@example.org");
        let form = format!("{BASE}/gestione/contributi/nuovo");
        rita.get(&form);
        let fields = [
            ("channel", "paper"), ("received_at", "2031-03-11T17:59"), ("evidence", "Protocollo 12/2031"), ("sender", "Carla Prova"),
            ("organisation", "Circolo Fittizio"), ("category", "association"), ("passage", "P-002"), ("kind", "addition"),
            ("text", "Per iscritto."), ("shown", "si"),
        ];
        assert_eq!(rita.submit(&form, &[("received_at", "2031-02-01T09:00")]).status, 422);
        let wrong: Vec<_> = fields.iter().map(|(k, v)| (*k, if *k == "passage" { "P-999" } else { *v })).collect();
        let answer = rita.submit(&form, &wrong);
        assert_eq!((answer.status.as_u16(), answer.one("#f-text").trim()), (422, "Per iscritto."));
        let case = rita.submit(&form, &fields);
        assert!(case.path.ends_with("/gestione/contributi/1") && case.says("Protocollo 12/2031") && !case.says("Tardivo"));
        rita.submit(&format!("{BASE}/gestione/contributi/1/pubblica"), &[]);
        let public = house.browser().get(&format!("{BASE}/contributi/1"));
        assert!(public.says("Circolo Fittizio") && !public.body.contains("Carla Prova") && !public.body.contains("Protocollo"));
        assert_eq!((register_length(house, &stage), stage.version.0 > 0), (1, true));
    }

    fn the_list_asks_the_same_number_of_questions_for_many(house) {
        stage(house);
        house.account("Ada Prova", "ada@example.org");
        let ada = house.signed_in("ada@example.org");
        let rita = house.signed_in("rita@example.org");
        let (desk, reader) = (format!("{BASE}/gestione/contributi"), house.browser());
        let publish = |n: &str| {
            rita.get(&desk);
            rita.submit(&format!("{desk}/pubblica"), &[("numero", &format!("{n}.1"))]);
            house.pass_seconds(2);
        };
        send(&ada, &[]);
        publish("1");
        let count = || house.queries(|| reader.get(&format!("{BASE}/contributi"))).1;
        let few = count();
        for n in ["2", "3", "4"] {
            send(&ada, &[("kind", "rewording"), ("proposed", "Altro.")]);
            publish(n);
        }
        assert_eq!(count(), few);
        assert!(few <= 12, "{few} questions");
    }
}

fn send_step(browser: &Browser<'_>, step: &str, more: &[(&str, &str)]) -> Page {
    browser.get(&format!("{COMMENT}?passaggio=2"));
    browser.submit(COMMENT, &with(step, more))
}

#[test]
fn instants_are_compared_as_the_clock_stamps_them() {
    assert_eq!(rome("2031-03-11 18:00"), Instant(rome("2031-03-11 17:59").0 + 60_000_000));
}
