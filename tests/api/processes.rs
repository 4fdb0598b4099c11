//! A process from its first word to the day everybody sees it, and the desk beside it.

use crate::harness::{Browser, House};

const DESK: &str = "/percorsi/piano-di-prova/gestione";

/// A process made by the administrator, with its browser.
fn created(house: &House) -> Browser<'_> {
    house.at("2031-02-01 10:00");
    house.administrator("capo@example.org");
    let browser = house.signed_in("capo@example.org");
    browser.get("/percorsi/nuovo");
    let facts = [("title", "Piano di prova"), ("summary", "Un piano per provare.\n\nSeconda parte.")];
    let desk = browser.submit("/percorsi/nuovo", &facts);
    assert_eq!(desk.path, DESK, "{}", desk.text());
    assert!(desk.says("Percorso creato") && desk.says("Prossimo passo: Dati del percorso"));
    browser
}

fn save(browser: &Browser<'_>, rest: &str, fields: &[(&str, &str)]) -> crate::harness::Page {
    let address = format!("{DESK}{rest}");
    browser.get(&address);
    browser.submit(&address, fields)
}

/// Promoter and phases, and everybody sees it.
fn published(house: &House) -> Browser<'_> {
    let browser = created(house);
    assert!(
        save(&browser, "/promotori", &[("name-1", "Comune di Prova"), ("contact-1", "ufficio@example.org")])
            .says("Salvato")
    );
    let phases = [
        ("title-1", "Letture"),
        ("kind-1", "analysis"),
        ("starts_on-1", "2031-01-10"),
        ("ends_on-1", "2031-01-31"),
        ("title-2", "Incontro"),
        ("kind-2", "event"),
        ("starts_on-2", "2031-02-10"),
        ("ends_on-2", "2031-02-10"),
    ];
    assert!(save(&browser, "/fasi", &phases).says("Salvato"));
    assert!(save(&browser, "/pubblica", &[]).says("Il percorso è pubblico"));
    browser
}

for_each_database! {
    fn nobody_knows_of_a_process_before_it_is_published(house) {
        let browser = created(house);
        let stranger = house.browser();
        for path in ["/percorsi/piano-di-prova", "/percorsi/piano-di-prova/calendario.ics"] {
            assert_eq!(stranger.open(path).status, 404);
        }
        assert!(!stranger.get("/").says("Piano di prova"));
        assert!(browser.get("/").says("Non ancora pubblici"));
        assert!(browser.get("/percorsi/piano-di-prova").says("non è ancora pubblico"));

        let page = browser.get(&format!("{DESK}/pubblica"));
        assert!(page.says("Aggiungi almeno un ente promotore") && page.says("Aggiungi almeno una fase"));
        let mut forced = browser.get(&format!("{DESK}/dati")).form(&format!("{DESK}/dati"), &[]);
        forced.retain(|(name, _)| name.starts_with('_'));
        assert_eq!(browser.post(&format!("{DESK}/pubblica"), &forced).status, 409);
        assert_eq!(stranger.open("/percorsi/piano-di-prova").status, 404);
    }

    fn everybody_sees_what_was_published(house) {
        published(house);
        let stranger = house.browser();
        assert!(stranger.get("/").says("In corso"), "the first phase is over and the second to come: it is under way");
        let page = stranger.click("Piano di prova");
        for words in ["Comune di Prova", "Letture", "Conclusa", "Incontro", "In programma", "Seconda parte"] {
            assert!(page.says(words), "{words}: {}", page.text());
        }
        assert!(page.all("form").is_empty(), "a page that is kept holds no form");
        let dates = stranger.get("/percorsi/piano-di-prova/calendario.ics").body;
        assert!(dates.contains("DTSTART;VALUE=DATE:20310210") && dates.contains("DTEND;VALUE=DATE:20310211"), "{dates}");
    }

    fn the_home_page_tells_what_runs_what_comes_and_what_is_over(house) {
        published(house);
        let stranger = house.browser();
        let stands = |under: &str| {
            let page = stranger.get("/");
            let heads = page.all("main section.block h2");
            assert_eq!(heads, [under], "{}", page.text());
            assert_eq!(page.all("main section.block .card-title"), ["Piano di prova"]);
        };
        // From 10 January to 10 February.
        for (day, under) in [
            ("2031-01-09 23:59", "In arrivo"),
            ("2031-01-10 00:00", "In corso"),
            ("2031-02-10 23:59", "In corso"),
            ("2031-02-11 00:00", "Conclusi"),
        ] {
            house.at(day);
            stands(under);
        }
    }

    fn the_word_of_an_address_is_taken_once(house) {
        let browser = created(house);
        browser.get("/percorsi/nuovo");
        let again = browser.submit("/percorsi/nuovo", &[("title", "Piano di prova"), ("summary", "Da non perdere")]);
        assert_eq!(again.status, 422);
        assert!(again.says("È già in uso") && again.says("Da non perdere"));
    }

    fn all_that_is_wrong_with_a_new_process_is_told_at_once(house) {
        let browser = created(house);
        browser.get("/percorsi/nuovo");
        let typed = [("slug", "Non va bene!"), ("title", ""), ("summary", "Da non perdere"), ("founded_on", "30 febbraio")];
        let again = browser.submit("/percorsi/nuovo", &typed);
        assert_eq!(again.status, 422);
        assert_eq!(again.all(".error-summary li").len(), 3, "{}", again.text());
        assert!(again.says("Da non perdere"));
    }

    fn rows_are_added_moved_and_emptied(house) {
        let browser = created(house);
        let page = save(&browser, "/documenti", &[("note-2", "senza titolo"), ("title-1", "Primo"), ("link-1", "ftp://x")]);
        assert_eq!(page.status, 422);
        assert!(page.says("Documento 2, Titolo") && page.says("Documento 1, Collegamento"), "{}", page.text());
        assert_eq!(page.one("#f-note-2"), "senza titolo");

        let address = format!("{DESK}/documenti");
        assert!(browser.submit(&address, &[("title-2", "Secondo"), ("link-1", "https://example.org/")]).says("Salvato"));
        browser.submit(&address, &[("title-3", "Terzo"), ("place-3", "1")]);
        assert_eq!(browser.page().attributes("input[name^=title-]", "value"), ["Terzo", "Primo", "Secondo"]);
        browser.submit(&address, &[("title-2", ""), ("link-2", "")]);
        assert_eq!(browser.page().attributes("input[name^=title-]", "value"), ["Terzo", "Secondo"]);
    }

    fn a_figure_stays_with_its_phase(house) {
        let browser = published(house);
        let of = |words: &str| -> String {
            let page = browser.get(&format!("{DESK}/cifre"));
            let names = page.all("select[name=phase-1] option");
            let at = names.iter().position(|n| n == words).unwrap();
            page.attributes("select[name=phase-1] option", "value")[at].clone()
        };
        let meeting = of("Incontro");
        assert!(save(&browser, "/cifre", &[("value-1", "104"), ("label-1", "persone"), ("phase-1", &meeting)]).says("Salvato"));
        // The phase before it goes away, and a day that is none is said to be none.
        let gone = [("title-1", ""), ("kind-1", ""), ("starts_on-1", ""), ("ends_on-1", "")];
        assert!(save(&browser, "/fasi", &gone).says("Salvato"));
        assert!(save(&browser, "/fasi", &[("starts_on-1", "31/02/2031")]).says("Fase 1, Primo giorno"));
        let page = browser.get("/percorsi/piano-di-prova");
        assert_eq!(page.all(".phase").len(), 1);
        assert!(page.one(".phase").contains("104 persone"), "{}", page.one(".phase"));
    }

    fn roles_are_granted_and_taken_back(house) {
        let browser = published(house);
        house.account("Rita Prova", "rita@example.org");
        let roles = format!("{DESK}/ruoli");
        let page = save(&browser, "/ruoli", &[("email", "nessuno@example.org"), ("role", "reviewer")]);
        assert_eq!(page.status, 422);
        assert!(page.says("Nessun account confermato"));
        assert!(browser.submit(&roles, &[("email", "rita@example.org"), ("role", "reviewer")]).says("Ruolo assegnato"));

        let rita = house.signed_in("rita@example.org");
        assert!(rita.get(DESK).says("Spetta a un altro ruolo"));
        assert_eq!(rita.open(&format!("{DESK}/dati")).status, 403);
        assert_eq!(rita.open(&roles).status, 403);
        assert!(rita.get(&format!("{DESK}/atti")).says("Nuovo atto"));
        let act = [("body", "Consiglio comunale"), ("title", "Mozione sul piano"), ("act_number", "7")];
        assert!(rita.submit(&format!("{DESK}/atti"), &act).says("Mozione sul piano"));

        let revoke = browser.get(&roles).attributes("form[action$=revoca]", "action").pop().unwrap();
        assert!(browser.submit(&revoke, &[]).says("Ruolo revocato"));
        assert_eq!(rita.open(DESK).status, 403);
    }

    fn notices_are_asked_for_and_stopped(house) {
        published(house);
        house.account("Ada Prova", "ada@example.org");
        let stranger = house.browser();
        assert_eq!(stranger.open("/percorsi/piano-di-prova/avvisi").status, 303);
        let ada = house.signed_in("ada@example.org");
        let address = "/percorsi/piano-di-prova/avvisi";
        ada.get(address);
        assert!(ada.submit(address, &[]).says("arriveranno"));
        assert!(ada.get(address).says("Non ricevere più"));
        assert!(ada.submit(address, &[]).says("non arriveranno più"));
    }

    fn the_trail_says_who_did_what(house) {
        let browser = published(house);
        let all = browser.get("/amministrazione/tracce");
        for words in ["Creazione del percorso", "Modifica del percorso", "Amministratrice", "Amministratore"] {
            assert!(all.says(words), "{words}");
        }
        let of = browser.get("/amministrazione/tracce?percorso=piano-di-prova");
        assert!(of.says("Modifica del percorso") && !of.says("Creazione del percorso"));
        assert!(browser.get("/amministrazione").says("Piano di prova"));
    }

    fn as_many_statements_for_five_processes_as_for_one(house) {
        let browser = published(house);
        let count = || house.queries(|| browser.get("/")).1;
        let one = count();
        for n in 2..6 {
            browser.get("/percorsi/nuovo");
            browser.submit("/percorsi/nuovo", &[("title", &format!("Piano {n}")), ("summary", "Prova")]);
        }
        assert_eq!(count(), one);
    }
}
