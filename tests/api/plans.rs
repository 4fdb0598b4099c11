//! From a file to versions that can be read and compared; the window in which they can be commented.

use domain::access::Actor;
use domain::id::ProcessId;
use domain::processes::{self, Facts, Phase, PhaseKind, Promoter};
use domain::{accounts, consultations, plans};

use crate::harness::{Browser, House, Page};

pub const ADMINISTRATOR: &str = "amministra@example.org";
pub const DESK: &str = "/percorsi/valdora/gestione/piano";
const WINDOW: &str = "/percorsi/valdora/gestione/consultazione";

const FIRST: &str = "# Verde\n\nLinea di azione 12: aprire uno sportello per le associazioni del territorio\n\n\
    - alberi lungo le strade\n  1. tigli\n- panchine nuove\n\n\
    | Anno | Spesa |\n|---|---|\n| 2031 | 10 |\n\n\
    # Orti\n\nIl comune apre uno sportello per le imprese del territorio\n\n\
    Ogni orto avrà un rubinetto e una persona che lo segue\n\nI prati si tagliano due volte in estate\n\n\
    Si veda [il sito](https://example.org/?a=1&b=2)\n";

const SECOND: &str = "# Verde\n\n- alberi lungo le strade\n  1. tigli\n- panchine nuove\n\n\
    | Anno | Spesa |\n|---|---|\n| 2031 | 10 |\n\n\
    # Orti\n\n\
    Ogni orto avrà due rubinetti e una persona che lo segue\n\n\
    Si veda [il sito](https://example.org/?a=1&b=2)\n\nLinea di azione 13: aprire uno sportello per le associazioni del territorio\n\n\
    Le api trovano casa sui tetti delle scuole di Valdora\n";

/// A public process without a plan.
pub fn process(house: &House) -> ProcessId {
    let administrator = house.administrator(ADMINISTRATOR);
    let by: Actor = house.db().read(|conn| accounts::ops::actor_by_id(conn, administrator)).unwrap();
    let facts = Facts { title: "Piano del verde".into(), summary: "Il verde di Valdora".into(), ..Facts::default() };
    let (id, days) = (domain::id::PhaseId(0), (None, None));
    let (title, description) = ("Consultazione".into(), String::new());
    let phase = Phase { id, kind: PhaseKind::Consultation, title, description, starts_on: days.0, ends_on: days.1 };
    let promoter = Promoter {
        name: "Città di Valdora".into(),
        contact: String::new(),
        act_kind: String::new(),
        act_number: String::new(),
        act_date: None,
    };
    house.write(move |w| {
        let process = processes::ops::create(w, &by, "valdora", &facts)?;
        processes::ops::set_promoters(w, &by, process, &[promoter])?;
        processes::ops::set_phases(w, &by, process, &[phase])?;
        processes::ops::publish(w, &by, process)?;
        Ok(process)
    })
}

pub fn import(staff: &Browser<'_>, name: &str, bytes: &[u8]) -> Page {
    staff.get(DESK);
    staff.upload(DESK, &[], &[("file", name, bytes)])
}

pub fn publish(staff: &Browser<'_>) -> Page {
    let path = format!("{DESK}/pubblica");
    staff.get(&path);
    staff.submit(&path, &[("note", "Dopo il confronto")])
}

/// A process with its first version published.
fn first_version(house: &House) -> (ProcessId, Browser<'_>) {
    let process = process(house);
    let staff = house.signed_in(ADMINISTRATOR);
    import(&staff, "verde.md", FIRST.as_bytes());
    assert_eq!(publish(&staff).path, DESK);
    (process, staff)
}

pub fn set_window(staff: &Browser<'_>, opens: &str, closes: &str) -> Page {
    staff.get(WINDOW);
    let checked = staff.submit(WINDOW, &[("opens_at", opens), ("closes_at", closes)]);
    if checked.status != 200 { checked } else { staff.submit(WINDOW, &[]) }
}

for_each_database! {
    fn a_draft_becomes_a_version_everybody_reads(house) {
        process(house);
        let (staff, visitor) = (house.signed_in(ADMINISTRATOR), house.browser());
        assert!(visitor.get("/percorsi/valdora/piano").says("La bozza non è ancora pubblicata"));

        let desk = import(&staff, "verde.md", FIRST.as_bytes());
        assert!(desk.says("File importato") && desk.says("Ogni parola del file si ritrova nei passaggi"), "{}", desk.text());
        let preview = staff.click("Guarda l’anteprima");
        assert!(preview.says("Questa è un’anteprima") && preview.says("P-002"));
        assert_eq!(visitor.open(&format!("{DESK}/anteprima")).status, 303, "a stranger has to sign in");
        assert_eq!(visitor.get("/percorsi/valdora/passaggi/2").status, 404, "a draft has no public passages");

        staff.get(DESK);
        assert!(staff.click("Pubblica la versione").says("non si può più cambiare"));
        assert!(publish(&staff).says("Versione pubblicata"));
        let plan = visitor.get("/percorsi/valdora/piano");
        assert_eq!(plan.all("h1"), ["Piano del verde"]);
        assert_eq!(plan.all(".passages h2"), ["Verde", "Orti"]);
        assert_eq!(plan.all("ul.passage-list > li").len(), 2, "two items, one within the first");
        assert_eq!(plan.all("ul.passage-list > li > ol.passage-list > li").len(), 1);
        assert_eq!(plan.all("#p2 .passage-text"), ["Linea di azione 12: aprire uno sportello per le associazioni del territorio"]);
        assert_eq!(plan.attributes("#p2 a.passage-code", "href"), ["/percorsi/valdora/passaggi/2"]);
        assert_eq!(plan.all("thead th").len(), 2);
        assert!(plan.all("main form").is_empty() && plan.header("set-cookie").is_none(), "it can be kept whole");
        assert_eq!(visitor.get("/percorsi/valdora/piano/2").status, 404);
        assert_eq!(visitor.get("/percorsi/valdora/piano/x").status, 404);
    }

    fn the_next_version_keeps_codes_and_tells_what_changed(house) {
        let (_, staff) = first_version(house);
        let visitor = house.browser();
        let desk = import(&staff, "verde-2.md", SECOND.as_bytes());
        assert!(desk.says("Decidi su un passaggio"), "{}", desk.text());
        let refused = staff.get(&format!("{DESK}/pubblica"));
        assert_eq!(refused.status, 200);
        assert_eq!(staff.submit(&format!("{DESK}/pubblica"), &[]).status, 409, "not while one is undecided");

        let decisions = format!("{DESK}/decisioni");
        staff.get(&decisions);
        let unsaid = staff.submit(&decisions, &[]);
        assert!(unsaid.status == 422 && unsaid.says("Va scelta una risposta"));
        let decided = staff.submit(&decisions, &[("risposta", "2")]);
        assert!(decided.path == DESK && decided.says("Decisione salvata"), "{}", decided.text());

        let again = format!("{decisions}?prese=si");
        let chosen = |page: &Page| page.attributes("button[name=risposta][aria-current]", "value");
        staff.get(&decisions);
        assert_eq!(chosen(&staff.click("Rivedi la decisione già presa")), ["2"]);
        let changed = staff.submit(&decisions, &[("risposta", "no")]);
        assert!(changed.says("Decisione salvata"), "{}", changed.text());
        for (answer, shown) in [("no", "no"), ("2", "2"), ("2", "2")] {
            staff.get(&again);
            assert_eq!(chosen(&staff.submit(&decisions, &[("risposta", answer)])), [shown]);
        }

        let ended = format!("{DESK}/conclusi");
        staff.get(&ended);
        let wrong = staff.submit(&ended, &[("altro", "P-999")]);
        assert!(wrong.status == 422 && wrong.says("Nessun passaggio ha questo codice"));
        assert_eq!(wrong.attributes("[aria-describedby][value]", "value"), ["P-999"], "what was typed is still there");
        let first = wrong.attributes("input[name=codice]", "value")[0].clone();
        staff.submit(&ended, &[("altro", "P-2")]);
        publish(&staff);

        let compared = visitor.get("/percorsi/valdora/piano/confronto?da=1&a=2");
        assert!(compared.says("Dalla versione 1 alla versione 2"));
        assert!(compared.all(".sidebyside del").join(" ").contains("12"));
        assert!(compared.all(".sidebyside ins").join(" ").contains("13"));
        assert!(compared.says("nuovo") && compared.says("tolto") && compared.says("Nessuna spiegazione"));
        assert!(!compared.all("article.change").iter().any(|c| c.contains("panchine")), "only what changed, at first");
        assert!(visitor.get("/percorsi/valdora/piano/confronto?da=2&a=1&mostra=tutto").says("panchine"));
        for twice in ["da=1&a=1", "da=2&a=2"] {
            let page = visitor.get(&format!("/percorsi/valdora/piano/confronto?{twice}"));
            assert!(page.says("Dalla versione 1 alla versione 2"), "{}", page.text());
        }
        assert_eq!(visitor.get("/percorsi/valdora/piano/confronto?da=1&a=9").status, 404);

        let passage = visitor.get("/percorsi/valdora/passaggi/2");
        assert!(passage.says("Linea di azione 13") && passage.all(".redline ins").join(" ").contains("13"));
        let gone = visitor.get(&format!("/percorsi/valdora/passaggi/{first}"));
        assert!(gone.says("non è più nel piano") && gone.attributes(".notice a.code", "href") == ["/percorsi/valdora/passaggi/2"]);
        let old = visitor.get("/percorsi/valdora/piano/1");
        assert!(old.says("non è la versione più recente") && old.says("Linea di azione 12"));
    }

    fn changes_are_explained_many_at_once(house) {
        let (_, staff) = first_version(house);
        import(&staff, "verde-2.md", SECOND.as_bytes());
        staff.get(&format!("{DESK}/decisioni"));
        staff.submit(&format!("{DESK}/decisioni"), &[("risposta", "no")]);
        publish(&staff);
        let path = format!("{DESK}/spiegazioni");
        let page = staff.get(&path);
        assert!(page.all("input[name=codes]").len() >= 4, "{}", page.text());
        let unsaid = staff.submit(&path, &[("note", "Riscritto dopo l’incontro")]);
        assert!(unsaid.status == 422 && unsaid.says("Va scelto almeno un passaggio cambiato di questa versione") && unsaid.says("Riscritto dopo l’incontro"));
        let done = staff.submit(&path, &[("whole_page", "si"), ("kind", "editorial"), ("note", "Riscritto dopo l’incontro")]);
        assert!(done.says("Ragione salvata") && done.says("Tutto spiegato"), "{}", done.text());
        let compared = house.browser().get("/percorsi/valdora/piano/confronto");
        assert!(compared.says("Correzione redazionale") && !compared.says("Nessuna spiegazione"));
    }

    fn the_window_is_said_in_words_before_it_is_set(house) {
        let (_, staff) = first_version(house);
        let visitor = house.browser();
        let wrong = set_window(&staff, "2031-03-11T10:00", "2031-03-10T10:00");
        assert_eq!(wrong.status, 422);
        assert_eq!(wrong.attributes("#f-opens_at", "value"), ["2031-03-11T10:00"]);
        assert_eq!(set_window(&staff, "domani", "").status, 422);

        staff.get(WINDOW);
        let twice = staff.submit(WINDOW, &[("opens_at", "2031-03-10T10:00"), ("closes_at", "2031-10-26T02:30")]);
        assert!(twice.says("arrivano due volte") && twice.says("Nulla è ancora salvato") && twice.says("UTC+02:00"));
        assert!(staff.get(WINDOW).says("Aprire la consultazione"), "nothing was kept");

        assert!(set_window(&staff, "2031-03-10T10:00", "2031-03-12T18:00").says("mercoledì 12 marzo 2031, ore 18:00"));
        let before = visitor.get("/percorsi/valdora/piano");
        assert!(before.says("Apre lunedì 10 marzo 2031") && before.link("Commenta").is_none());
        house.at("2031-03-10 10:00");
        assert_eq!(visitor.get("/percorsi/valdora/piano").attributes("#p2 a.passage-comment", "href"), ["/percorsi/valdora/commenta?passaggio=2"]);
        assert!(staff.get(WINDOW).all("#f-opens_at").is_empty(), "an open window can only be extended");

        let extend = format!("{WINDOW}/proroga");
        let bare = staff.submit(&extend, &[("closes_at", "2031-03-12T18:00"), ("reason", " ")]);
        assert!(bare.status == 422 && bare.says("deve venire dopo quella attuale"), "{}", bare.text());
        let longer = staff.submit(&extend, &[("closes_at", "2031-03-14T18:00"), ("reason", "Lo chiedono le scuole")]);
        assert!(longer.says("Consultazione prorogata") && longer.says("Lo chiedono le scuole") && longer.says("14 marzo 2031"));
        house.at("2031-03-14 17:59");
        staff.get(WINDOW);
        let stale = staff.page();
        house.at("2031-03-14 18:00");
        let late = staff.post(&extend, &stale.form(&extend, &[("closes_at", "2031-05-01T18:00"), ("reason", "Tardi")]));
        assert_eq!(late.status, 403);
        assert!(visitor.get("/percorsi/valdora/piano").says("Consultazione chiusa"));
    }

    fn a_window_stays_in_sight_while_the_next_version_is_out(house) {
        let (process, staff) = first_version(house);
        set_window(&staff, "2031-03-10T10:00", "2031-03-12T18:00");
        house.at("2031-03-10 12:00");
        import(&staff, "verde-2.md", SECOND.as_bytes());
        staff.get(&format!("{DESK}/decisioni"));
        staff.submit(&format!("{DESK}/decisioni"), &[("risposta", "no")]);
        publish(&staff);

        let visitor = house.browser();
        let home = visitor.get("/");
        assert!(home.says("mercoledì 12 marzo 2031, ore 18:00"), "{}", home.text());
        assert_eq!(home.link("Leggi e commenta la bozza").as_deref(), Some("/percorsi/valdora/piano/1"));
        assert_eq!(visitor.get("/percorsi/valdora").link("Leggi e commenta la bozza").as_deref(), Some("/percorsi/valdora/piano/1"));
        let instead = "La consultazione è sulla versione 1: qui si legge e si commenta";
        for page in ["/piano", "/piano/novita", "/piano/confronto", "/piano/2/cerca?q=orto", "/passaggi/1"] {
            let page = visitor.get(&format!("/percorsi/valdora{page}"));
            assert_eq!(page.link(instead).as_deref(), Some("/percorsi/valdora/piano/1"), "{}", page.path);
            assert!(page.says("Chiude mercoledì 12 marzo 2031"), "{}", page.path);
        }
        assert!(visitor.get("/percorsi/valdora/piano").all("a.passage-comment").is_empty(), "nobody comments what is not asked about");
        assert!(visitor.get("/percorsi/valdora/passaggi/1").says("Commenta questo passaggio nella versione 1"));
        assert!(visitor.get("/percorsi/valdora/passaggi/2").says("non è più nel piano"));
        let form = visitor.click("Commenta questo passaggio nella versione 1");
        assert!(form.says("Linea di azione 12"), "{}", form.text());
        let open = visitor.get("/percorsi/valdora/piano/1");
        assert!(!open.says(instead) && !open.all("#p2 a.passage-comment").is_empty());
        assert!(staff.get("/percorsi/valdora/gestione").says("12 marzo 2031"));

        // Two windows at once would ask about two texts.
        let second = house.db().read(|conn| plans::ops::newest(conn, process)).unwrap().unwrap().id;
        let (opens, closes) = (crate::harness::rome("2031-03-11 10:00"), crate::harness::rome("2031-03-20 10:00"));
        let set = move |w: &mut domain::db::Write<'_>| consultations::ops::set_window(w, &Actor::system(), second, opens, closes);
        let refused = house.db().write(house.now(), set);
        assert!(matches!(refused, Err(domain::Error::Refused("refused-window-running"))), "{refused:?}");
        house.at("2031-03-12 18:00");
        assert!(!visitor.get("/percorsi/valdora/piano").says(instead));
        assert!(set_window(&staff, "2031-03-13T10:00", "2031-03-20T18:00").says("20 marzo 2031"));
    }

    fn a_window_that_has_not_opened_is_about_the_newest_version(house) {
        let (_, staff) = first_version(house);
        set_window(&staff, "2031-03-10T10:00", "2031-03-12T18:00");
        import(&staff, "verde-2.md", SECOND.as_bytes());
        staff.get(&format!("{DESK}/decisioni"));
        staff.submit(&format!("{DESK}/decisioni"), &[("risposta", "no")]);
        publish(&staff);
        assert_eq!(staff.get(WINDOW).attributes("#f-opens_at", "value"), ["2031-03-10T10:00"], "what was planned is not typed again");
        assert!(set_window(&staff, "2031-03-11T10:00", "2031-03-13T18:00").says("13 marzo 2031"));
        house.at("2031-03-11 12:00");
        let visitor = house.browser();
        assert!(!visitor.get("/percorsi/valdora/piano").all("a.passage-comment").is_empty());
        let old = visitor.get("/percorsi/valdora/piano/1");
        assert!(old.all("a.passage-comment").is_empty() && old.says("La consultazione è sulla versione 2"), "{}", old.text());
    }

    fn a_long_plan_is_read_by_chapters(house) {
        process(house);
        let staff = house.signed_in(ADMINISTRATOR);
        let chapter = |n: usize| format!("# Capitolo {n}\n\n{}", (0..150).map(|i| format!("Capoverso {i} del capitolo {n}\n\n")).collect::<String>());
        import(&staff, "lungo.md", (1..=3).map(chapter).collect::<String>().as_bytes());
        publish(&staff);
        let visitor = house.browser();
        let (plan, queries) = house.queries(|| visitor.get("/percorsi/valdora/piano"));
        assert!(queries <= 7, "{queries}");
        assert!(plan.says("Il piano ha 453 passaggi") && plan.says("Capoverso 149 del capitolo 1") && !plan.says("Capoverso 1 del capitolo 2"));
        let next = visitor.click("Capitolo successivo");
        assert!(next.path.ends_with("/piano/1/capitolo/152") && next.all("h1") == ["Capitolo 2"] && next.all(".passages h2") == ["Capitolo 2"]);
        assert!(next.link("Capitolo precedente").is_some() && next.says("Capitolo 2 di 3"));
        assert_eq!(visitor.get("/percorsi/valdora/piano/1/capitolo/160").all("h1"), ["Capitolo 2"], "any passage of it leads there");
        assert_eq!(visitor.get("/percorsi/valdora/piano/1/capitolo/9999").status, 404);
        assert!(visitor.get("/percorsi/valdora/piano/1?tutto=si").says("Capoverso 149 del capitolo 3"));
        let (_, queries) = house.queries(|| visitor.get("/percorsi/valdora/passaggi/160"));
        assert!(queries <= 20, "{queries}");
    }

    fn who_prepares_does_not_publish(house) {
        let process = process(house);
        let by = house.db().read(|conn| accounts::ops::credentials(conn, ADMINISTRATOR)).unwrap();
        assert!(by.is_some());
        for email in ["istruisce@example.org", "passa@example.org"] {
            house.account("Persona Prova", email);
        }
        house.write(move |w| accounts::ops::grant(w, &Actor { account: None, ..Actor::system() }, process, "istruisce@example.org", "reviewer"));
        let reviewer = house.signed_in("istruisce@example.org");
        assert!(import(&reviewer, "verde.md", FIRST.as_bytes()).says("Spetta a chi ha il ruolo di ente promotore"));
        assert_eq!(reviewer.get(&format!("{DESK}/pubblica")).status, 403);
        assert!(reviewer.get(WINDOW).says("Nessuna versione pubblicata"));
        let other = house.signed_in("passa@example.org");
        for path in [DESK, WINDOW, "/percorsi/valdora/gestione/piano/anteprima"] {
            assert_eq!(other.get(path).status, 403, "{path}");
        }
    }
}

for_each_database! {
    fn files_that_cannot_be_read_say_what_to_do(house) {
        process(house);
        let staff = house.signed_in(ADMINISTRATOR);
        let old_word = [&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1][..], &[0; 600]].concat();
        let table: [(&str, &[u8], &str); 4] = [
            ("piano.pdf", b"%PDF-1.7 ...", "va salvato in uno di questi formati"),
            ("piano.doc", &old_word, ".doc"),
            ("piano.md", b"\n\n", "non contiene testo"),
            ("piano.docx", b"PK\x03\x04 not a zip at all", "salva"),
        ];
        for (name, bytes, sentence) in table {
            let page = import(&staff, name, bytes);
            assert!(page.status == 422 && page.says(sentence), "{name}: {} {}", page.status, page.one(".error-summary"));
        }
        staff.get(DESK);
        let none = staff.upload(DESK, &[], &[]);
        assert!(none.status == 422 && none.says("Va scelto un file"));
    }
}

/// What somebody's word processor may hold.
const HOSTILE: &str = "# \\<script\\>alert(1)\\</script\\>\n\n- \\<img src=x onerror=alert(1)\\>\n\n\
    | \\</td\\>\\<b\\> |\n|---|\n| \"\\> |\n\n> \\<!-- a\n\nUn [luogo](javascript:alert(1)) e \\</p\\>\\<h1\\>titolo\n";

for_each_database! {
    fn hostile_words_stay_words(house) {
        process(house);
        let staff = house.signed_in(ADMINISTRATOR);
        let harmless = |page: &Page| {
            for bad in ["<script>alert", "<img src=x", "<!-- a", "href=\"javascript", "<h1>titolo", "</td><b>"] {
                assert!(!page.body.contains(bad), "{bad} on {}", page.path);
            }
        };
        harmless(&import(&staff, "<script>alert(1)<h1>titolo.md", HOSTILE.as_bytes()));
        harmless(&staff.get(&format!("{DESK}/anteprima")));
        publish(&staff);
        import(&staff, "poi.md", HOSTILE.replace("Un ", "Qualche ").replace("\n> ", "\nAltro ").as_bytes());
        for path in ["decisioni", "conclusi", "pubblica"] {
            harmless(&staff.get(&format!("{DESK}/{path}")));
        }
        publish(&staff);
        harmless(&staff.get(&format!("{DESK}/spiegazioni")));
        for path in ["piano", "piano/1", "piano/confronto?mostra=tutto", "passaggi/1", "passaggi/2", "passaggi/5"] {
            let page = house.browser().get(&format!("/percorsi/valdora/{path}"));
            assert_eq!((page.status.as_u16(), page.all("h1").len()), (200, 1), "{path}");
            harmless(&page);
        }
    }
}

for_each_database! {
    fn a_draft_can_be_thrown_away(house) {
        process(house);
        let staff = house.signed_in(ADMINISTRATOR);
        import(&staff, "verde.md", FIRST.as_bytes());
        let gone = staff.submit(&format!("{DESK}/scarta"), &[]);
        assert!(gone.path == DESK && gone.says("Bozza eliminata") && gone.says("Importare la bozza"));
        assert_eq!(staff.get(&format!("{DESK}/anteprima")).status, 404);
    }
}
