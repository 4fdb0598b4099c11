//! Passages whose words are the same and whose form is another: said wherever a change is said, claimed by answers, and set apart
//! where only numbers shifted.

use crate::citations::{approve_all, publish as publish_answers};
use crate::harness::Browser;
use crate::intake::{PLAN as GREEN, cut, desk, draft_of, enter, filled, publish_draft};
use crate::plans::{ADMINISTRATOR, DESK, publish, set_window};
use crate::plans_reading::comment;
use crate::plans_writing::{act, begun, text};

const PLAN: &str = "/percorsi/valdora/piano";
const COMPARISON: &str = "/percorsi/valdora/piano/confronto";
const REVIEWER: &str = "istruttoria@example.org";
const TREES: &str = "Gli alberi sono curati da chi abita il quartiere";

/// The paragraph becomes a heading, the bold goes and the link leads elsewhere, the list is numbered, cells are one.
fn reshape(staff: &Browser<'_>) {
    act(staff, "P-002", &[("passo", "salva"), ("kind", "heading-2"), ("text", TREES)]);
    let benches = "Le panchine nuove stanno all'ombra, vicino a [la fontana](https://example.org/b)";
    act(staff, "P-003", &[("passo", "salva"), ("text", benches)]);
    act(staff, "P-004", &[("passo", "salva"), ("number", "2")]);
    act(staff, "P-007", &[("passo", "salva"), ("text", "| !Anno | !Spesa |\n| 2031 | {2x1}10 |")]);
}

for_each_database! {
    fn another_form_of_the_same_words_is_told(house) {
        let staff = begun(house);
        set_window(&staff, "2031-03-03T11:00", "2031-03-14T18:00");
        house.at("2031-03-04 10:00");
        let ada = house.account("Ada Prova", "ada@example.org");
        comment(house, ada, &[2, 5]);
        let staff = house.signed_in(ADMINISTRATOR);
        reshape(&staff);
        let matches = staff.get(&format!("{DESK}/abbinamenti?come=uguali"));
        assert!(matches.says("Stesse parole, cambia la forma: da paragrafo a titolo di livello 2."), "{}", matches.text());
        publish(&staff);

        let visitor = house.browser();
        let page = visitor.get(COMPARISON);
        for told in [
            "Stesse parole, cambia la forma: da paragrafo a titolo di livello 2.",
            "grassetto o corsivo diversi; collegamento diverso.",
            "numero 2 aggiunto.",
            "tabella: celle unite diversamente.",
        ] {
            assert!(page.says(told), "{told}: {}", page.text());
        }
        assert!(page.says("4 cambiamenti") && page.says("4 nella forma") && page.says("0 modificati"), "{}", page.text());
        assert!(!page.says("Nessuna spiegazione") || page.text().matches("Nessuna spiegazione").count() == 1, "{}", page.text());
        assert_eq!(page.all("#p2 .sidebyside h4"), [TREES], "as it was and as it is, side by side");
        let inline = visitor.get(&format!("{COMPARISON}?da=1&a=2&mostra=forma&vista=continua"));
        assert!(inline.all(".change").len() == 4 && inline.all(".sidebyside").is_empty(), "{}", inline.text());

        let history = visitor.get("/percorsi/valdora/passaggi/2");
        assert!(history.one("#storia").contains("da paragrafo a titolo di livello 2"), "{}", history.text());
        assert!(visitor.get(PLAN).says("Cambia la forma: come?"));
        let english = house.browser();
        english.get(&format!("/lingua/en?ritorno={COMPARISON}"));
        assert!(english.get(COMPARISON).says("Same words, another form: from paragraph to heading of level 2."), "{}", english.page().text());

        let own = house.signed_in("ada@example.org").get("/percorsi/valdora/piano/novita").all("[aria-labelledby=commentati] article");
        assert!(own[0].starts_with("P-002 cambia la forma") && own[1].starts_with("P-005 invariato"), "{own:?}");
        // Of another address a reason is asked, of another look none.
        let asked = staff.get(&format!("{DESK}/spiegazioni")).attributes("input[name=codes]", "value");
        assert_eq!(asked, ["3"]);

        // Only its number: set apart, and shown to who asks for it.
        staff.get(DESK);
        staff.submit(&format!("{DESK}/inizia"), &[]);
        let saved = act(&staff, "P-004", &[("passo", "salva"), ("number", "3")]);
        assert!(saved.says("Passaggio salvato"), "{}", saved.text());
        let row = crate::plans_writing::form_of(&staff, "P-004");
        assert!(staff.get(&format!("{row}/storia")).says("cambia solo il numero: da 2 a 3."), "{}", staff.page().text());
        publish(&staff);
        let page = visitor.get(&format!("{COMPARISON}?da=2&a=3"));
        assert!(page.says("Nulla da mostrare") && page.says("0 cambiamenti") && page.says("1 solo rinumerato"), "{}", page.text());
        let page = visitor.get(&format!("{COMPARISON}?da=2&a=3&mostra=rinumerati"));
        assert!(page.says("Stesse parole, cambia solo il numero: da 2 a 3."), "{}", page.text());
        assert!(visitor.get("/percorsi/valdora/passaggi/4").one("#storia").contains("cambia solo il numero: da 2 a 3."));
        assert!(!visitor.get(PLAN).says("come?"), "a number that shifted is not pointed out");
        assert!(staff.get(&format!("{DESK}/spiegazioni")).says("Tutto spiegato"));
        assert_eq!(staff.get(&text("")).status, 404);
    }

    fn an_answer_may_name_another_form_but_no_number_that_shifted(house of Demo) {
        let process = filled(house);
        house.at("2031-03-20 09:00");
        // The first numbered item is an item of its own kind now; the second moves up to 1.
        let was = "1. Ricavare venti orti";
        assert!(GREEN.contains(was));
        draft_of(house, process, &GREEN.replace(was, "- Ricavare venti orti").replace("2. Firmare", "1. Firmare"));
        let clerk = enter(house, REVIEWER);
        cut(&clerk, 3, "", "Non contare gli orti", "Orti");
        let form = clerk.get(&desk("/riscontri/nuovo?richieste=1"));
        let codes = form.attributes("input[name=codes]", "value");
        assert!(form.says("Cambia la forma") && codes.len() == 1, "{codes:?} {}", form.text());
        let shifted = (codes[0].parse::<i32>().unwrap() + 1).to_string();
        let claim = [("outcome", "integrated"), ("reason", "Non è più contato."), ("passages", shifted.as_str())];
        let refused = clerk.submit(&desk("/riscontri/nuovo"), &claim);
        assert!(refused.status == 422 && refused.says("non è cambiato in questa versione"), "{}", refused.text());
        let fields = [("outcome", "integrated"), ("reason", "Non è più contato."), ("passages", ""), ("codes", codes[0].as_str())];
        assert_eq!(clerk.submit(&desk("/riscontri/nuovo"), &fields).path, desk("/riscontri/1"), "{}", clerk.page().text());
        let promoter = approve_all(house);
        publish_draft(house, process);
        assert!(publish_answers(&promoter), "{}", promoter.page().text());
        let page = house.browser().get(&format!("/percorsi/{}/contributi/3", crate::intake::SLUG));
        assert!(page.says("Stesse parole, cambia la forma: da voce numerata, livello 1 a voce di elenco, livello 1; numero 1. tolto."), "{}", page.text());
        let page = house.browser().get(&format!("/percorsi/{}/piano/confronto", crate::intake::SLUG));
        assert!(page.says("Richiesta n. 1") && page.says("1 solo rinumerato"), "{}", page.text());
    }

    fn a_passage_that_only_moved_is_told_to_have_moved(house) {
        let staff = begun(house);
        set_window(&staff, "2031-03-03T11:00", "2031-03-14T18:00");
        house.at("2031-03-04 10:00");
        let ada = house.account("Ada Prova", "ada@example.org");
        comment(house, ada, &[2, 5]);
        let staff = house.signed_in(ADMINISTRATOR);
        crate::plans_placing::put(&staff, "P-002", &[("dove", "dopo"), ("after", "P-006")]);
        publish(&staff);

        let visitor = house.browser();
        let history = visitor.get("/percorsi/valdora/passaggi/2").one("#storia");
        assert!(history.contains("Le parole non cambiano, il posto sì.") && history.contains("prima stava dopo P-001."), "{history}");
        assert!(history.contains("Nessuna spiegazione"), "why it moved is asked like any change: {history}");
        let still = visitor.get("/percorsi/valdora/passaggi/5").one("#storia");
        assert!(still.contains("Le parole non cambiano.") && !still.contains("Spostato"), "{still}");
        let own = house.signed_in("ada@example.org").get("/percorsi/valdora/piano/novita?da=2").all("[aria-labelledby=commentati] article");
        assert!(own[0].starts_with("P-002 spostato") && own[0].contains("prima stava dopo P-001."), "{own:?}");
        assert!(own[1].starts_with("P-005 invariato"), "{own:?}");

        let asked = staff.get(&format!("{DESK}/spiegazioni"));
        assert!(asked.says("Spostato: prima stava dopo P-001."), "{}", asked.text());
        staff.submit(&format!("{DESK}/spiegazioni"), &[("codes", "2"), ("kind", "editorial"), ("note", "Sta meglio con gli orti.")]);
        house.pass_seconds(2);
        let history = visitor.get("/percorsi/valdora/passaggi/2").one("#storia");
        assert!(history.contains("prima stava dopo P-001.") && history.contains("Sta meglio con gli orti."), "{history}");

        // Other words and another place at once; and what had stood first had stood after nothing.
        staff.get(DESK);
        staff.submit(&format!("{DESK}/inizia"), &[]);
        act(&staff, "P-002", &[("passo", "salva"), ("text", "Gli alberi sono curati da chi abita la via")]);
        crate::plans_placing::put(&staff, "P-002", &[("dove", "inizio"), ("after", "")]);
        publish(&staff);
        let history = visitor.get("/percorsi/valdora/passaggi/2").one("#storia");
        assert!(history.contains("prima stava dopo P-006.") && history.contains("la via"), "{history}");
        staff.get(DESK);
        staff.submit(&format!("{DESK}/inizia"), &[]);
        crate::plans_placing::put(&staff, "P-002", &[("dove", "dopo"), ("after", "P-007")]);
        publish(&staff);
        let history = visitor.get("/percorsi/valdora/passaggi/2").one("#storia");
        assert!(history.contains("prima stava all’inizio."), "{history}");
        assert!(visitor.get(COMPARISON).says("prima stava all’inizio."), "{}", visitor.page().text());
    }

    fn an_answer_shows_that_its_passage_moved(house of Demo) {
        let process = filled(house);
        house.at("2031-03-20 09:00");
        let line = GREEN.lines().find(|l| l.contains("Ricavare venti orti")).unwrap();
        let other = GREEN.lines().find(|l| l.contains("Firmare")).unwrap();
        let turned = GREEN.replace(line, "@").replace(other, &other.replace("2.", "1.")).replace('@', "");
        let moved = format!("{}\n\nUltime cose.\n\n{}\n", turned.trim_end(), line.trim_start_matches("1. ").trim());
        draft_of(house, process, &moved);
        let clerk = enter(house, REVIEWER);
        cut(&clerk, 3, "", "Mettere gli orti in fondo", "Orti");
        let form = clerk.get(&desk("/riscontri/nuovo?richieste=1"));
        assert!(form.says("Spostato"), "{}", form.text());
        let there = form.attributes("input[name=codes]", "value");
        let passages = house.db().read(|c| {
            let draft = domain::plans::ops::draft(c, &domain::access::Actor::system(), process)?.unwrap();
            domain::plans::ops::passages(c, draft.id)
        });
        let code = passages.unwrap().into_iter().find(|p| p.text.contains("venti orti")).and_then(|p| p.code).unwrap().to_string();
        assert!(there.contains(&code), "{there:?}");
        let fields = [("outcome", "integrated"), ("reason", "Gli orti stanno in fondo."), ("passages", ""), ("codes", code.as_str())];
        assert_eq!(clerk.submit(&desk("/riscontri/nuovo"), &fields).path, desk("/riscontri/1"), "{}", clerk.page().text());
        let promoter = approve_all(house);
        publish_draft(house, process);
        assert!(publish_answers(&promoter), "{}", promoter.page().text());
        let page = house.browser().get(&format!("/percorsi/{}/contributi/3", crate::intake::SLUG));
        let words = page.all(".response-words").join(" ");
        assert!(words.contains("Spostato: prima stava dopo P-"), "{words} {}", page.text());
    }

    fn other_signs_are_no_other_words_and_a_chapter_is_its_heading(house) {
        crate::plans::process(house);
        let staff = house.signed_in(ADMINISTRATOR);
        let first = "# L'acqua\n\nLe vasche dell'ente saranno pulite due volte ogni anno\n\nUna riga che nella versione dopo non ci sarà più\n\n\
            I pozzi dell'area sono **chiusi** da dieci anni\n\n# La terra\n\nGli orti crescono vicino al canale\n";
        let second = "# L’acqua\n\nLe vasche dell’ente saranno pulite due volte ogni anno\n\nI pozzi dell’area sono chiusi da dieci anni\n\n\
            # La terra\n\nGli orti crescono vicino al fiume grande\n";
        crate::plans::import(&staff, "primo.md", first.as_bytes());
        publish(&staff);
        set_window(&staff, "2031-03-03T11:00", "2031-03-14T18:00");
        house.at("2031-03-04 10:00");
        let ada = house.account("Ada Prova", "ada@example.org");
        comment(house, ada, &[2]);
        let staff = house.signed_in(ADMINISTRATOR);
        crate::plans::import(&staff, "secondo.md", second.as_bytes());
        publish(&staff);
        staff.get(&format!("{DESK}/spiegazioni"));
        staff.submit(&format!("{DESK}/spiegazioni"), &[("codes", "3"), ("kind", "editorial"), ("note", "Ripeteva la riga sopra.")]);
        house.pass_seconds(2);

        let visitor = house.browser();
        let page = visitor.get(COMPARISON);
        let text = page.text();
        for told in ["3 cambiamenti", "1 modificato", "1 tolto", "1 nella forma", "2 solo tipografici", "0 spostati"] {
            assert!(text.contains(told), "{told}: {text}");
        }
        let chapters = page.all("table tbody tr");
        assert_eq!(chapters.len(), 2, "a chapter whose heading has another apostrophe is one: {chapters:?}");
        assert!(chapters[0].starts_with("L’acqua") && chapters[1].starts_with("La terra"), "{chapters:?}");
        let signs = visitor.get(&format!("{COMPARISON}?da=1&a=2&mostra=tipografici"));
        assert!(signs.all(".change-head").iter().all(|head| head.ends_with("solo segni tipografici")), "{:?}", signs.all(".change-head"));
        let part = visitor.get(&format!("{COMPARISON}?da=1&a=2&capitolo=1"));
        assert!(part.says("1 cambiamento") && part.says("0 tolti") && part.all("table strong") == ["La terra"], "{}", part.text());
        let own = house.signed_in("ada@example.org").get("/percorsi/valdora/piano/novita").all("[aria-labelledby=commentati] article");
        assert!(own[0].starts_with("P-002 solo segni tipografici"), "{own:?}");
        assert!(visitor.get("/percorsi/valdora/passaggi/2").one("#storia").contains("Cambiano solo virgolette, trattini o spazi."));
        let gone = visitor.get("/percorsi/valdora/passaggi/3").one("#storia");
        assert!(gone.contains("Tolto in questa versione.") && gone.contains("Ripeteva la riga sopra."), "{gone}");
    }

    fn what_the_import_says_of_a_passage_leads_to_it(house) {
        crate::plans::process(house);
        let staff = house.signed_in(ADMINISTRATOR);
        let text = "# Verde\n\nUna riga con [un rimando](#altrove) che non porta da nessuna parte\n\nUn'altra riga del piano del verde\n";
        let desk = crate::plans::import(&staff, "verde.md", text.as_bytes());
        let link = desk.link("P-002").unwrap();
        assert!(staff.get(&link).one("#f-text").contains("un rimando"), "{}", staff.page().text());
        crate::plans_placing::put(&staff, "P-002", &[("dove", "dopo"), ("after", "P-003")]);
        assert_eq!(staff.get(DESK).link("P-002"), Some(link), "wherever it stands by now");
        act(&staff, "P-002", &[("passo", "togli")]);
        assert!(staff.get(DESK).says("passaggio 2 del file, che nella bozza non c’è più"), "{}", staff.page().text());
    }
}
