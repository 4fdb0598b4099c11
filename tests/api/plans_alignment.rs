//! What became of each passage from one version to the next: what is sure is taken, what is not is asked, and no contribution
//! is orphaned without standing in a list.

use domain::access::Actor;
use domain::id::ProcessId;
use domain::{comments, consultations, plans, register};

use crate::harness::{House, Page};
use crate::plans::{ADMINISTRATOR, DESK, import, process, publish, set_window};

const FIRST: &str = "# Acqua\n\n\
    Ogni fontana del parco avrà un rubinetto a tempo e una targa con i dati dell'acqua, e la manutenzione sarà affidata \
    alle associazioni del quartiere che ne faranno richiesta entro giugno\n\n\
    Le vasche del viale saranno pulite due volte l'anno con prodotti naturali\n\n\
    I tombini della piazza saranno controllati dopo ogni temporale forte\n\n\
    Gli orti sociali riceveranno acqua piovana raccolta dai tetti delle scuole vicine\n\n\
    Un contatore leggibile sarà messo all'ingresso di ogni area verde comunale\n\n\
    Il laghetto ospiterà barche a remi nei giorni festivi d'estate\n\n\
    L'ente gestore - con il comune - pubblica \"i consumi\" ogni mese sul sito\n\n\
    # Fine\n\nIl piano vale cinque anni e si rivede ogni anno in assemblea\n";

const SECOND: &str = "# Acqua\n\n\
    Ogni fontana del parco avrà un rubinetto a tempo e una targa con i dati dell'acqua\n\n\
    La manutenzione sarà affidata alle associazioni del quartiere che ne faranno richiesta entro giugno\n\n\
    Le vasche del viale saranno pulite due volte l'anno con prodotti naturali e i tombini della piazza saranno controllati \
    dopo ogni temporale forte\n\n\
    Un contatore leggibile sarà messo all'ingresso di ogni area verde comunale\n\n\
    L’ente gestore – con il comune – pubblica “i consumi” ogni mese sul sito\n\n\
    # Fine\n\nIl piano vale cinque anni e si rivede ogni anno in assemblea\n\n\
    Gli orti sociali riceveranno acqua piovana raccolta dai tetti delle scuole vicine\n";

/// Comments on passages of the newest version, entered as they came by post.
fn comment_on(house: &House, process: ProcessId, codes: &'static [i32]) {
    let now = house.now();
    house.write(move |w| {
        let window = consultations::ops::current(w.conn, process, now)?.unwrap();
        for code in codes {
            let new = register::NewContribution {
                version: window.version_id,
                passage: Some(plans::ops::passage_by_code(w.conn, process, *code)?),
                kind: register::Kind::Addition,
                text: format!("Su questo passaggio, il {code}: si può fare di più."),
                proposed: String::new(),
                shown: true,
                named_as: register::NamedAs::Anonymous,
                pseudonym: String::new(),
                organisation: None,
                channel: register::Channel::Paper,
                sender: "Chi scrive".into(),
                evidence: "Foglio consegnato allo sportello".into(),
            };
            comments::ops::enter_other(w, &Actor::system(), new, window.opens_at, None)?;
        }
        Ok(())
    });
}

/// The rows of the list of one relation: `(code, meta)`.
fn related(page: &Page) -> Vec<String> {
    page.all(".queue-item .queue-main")
}

for_each_database! {
    fn what_is_sure_is_taken_and_told(house) {
        let process = process(house);
        let staff = house.signed_in(ADMINISTRATOR);
        import(&staff, "acqua.md", FIRST.as_bytes());
        publish(&staff);
        set_window(&staff, "2031-03-10T10:00", "2031-03-12T18:00");
        house.at("2031-03-10 12:00");
        comment_on(house, process, &[4, 7, 7]);

        let desk = import(&staff, "acqua-2.md", SECOND.as_bytes());
        assert!(!desk.says("Decidi su"), "{}", desk.text());
        assert!(desk.says("2 contributi resterebbero senza seguito"), "{}", desk.text());
        let list = |come: &str| related(&staff.get(&format!("{DESK}/abbinamenti?come={come}")));
        let parted = list("divisi");
        assert!(parted.len() == 1 && parted[0].contains("P-011") && parted[0].contains("Diviso da P-002"), "{parted:?}");
        let moved = list("spostati");
        assert!(moved.len() == 1 && moved[0].contains("P-005"), "{moved:?}");
        assert!(list("modificati").iter().any(|row| row.contains("P-003") && row.contains("Vi è confluito P-004")));

        let lost = staff.get(&format!("{DESK}/senza-seguito"));
        assert!(lost.says("P-007") && lost.says("contributo n. 2, contributo n. 3") && !lost.says("P-004"), "{}", lost.text());
        assert!(staff.get(&format!("{DESK}/pubblica")).says("2 contributi resterebbero senza seguito"));
        publish(&staff);

        let visitor = house.browser();
        let compared = visitor.get("/percorsi/valdora/piano/confronto");
        assert!(compared.says("Spostato: prima stava dopo P-004") && compared.says("Nato dalla divisione di P-002"), "{}", compared.text());
        assert!(compared.says("Senza seguito, 2: contributo n. 2"), "{}", compared.text());
        assert!(compared.says("Cambiamenti per capitolo") && !compared.says("pubblica “i consumi”"), "typography is set apart");
        let typography = visitor.get("/percorsi/valdora/piano/confronto?mostra=tipografici");
        assert!(typography.all("article.change").len() == 1 && typography.says("Cambiano solo virgolette, trattini o spazi"));
        let inline = visitor.get("/percorsi/valdora/piano/confronto?vista=continua");
        assert!(inline.all(".sidebyside").is_empty() && !inline.all(".redline del").is_empty());
        let chapter = visitor.get("/percorsi/valdora/piano/confronto?capitolo=1");
        assert!(chapter.all("article.change").len() == 1 && chapter.says("P-005"), "{}", chapter.text());
        let public = visitor.get("/percorsi/valdora/piano/2/senza-seguito");
        assert!(public.says("2 contributi in tutto") && public.says("P-007"), "{}", public.text());
        assert!(visitor.get("/percorsi/valdora/piano/1/senza-seguito").says("Nessun contributo è senza seguito"));
        assert!(!staff.get(&format!("{DESK}/spiegazioni")).says("consumi"), "it explains itself");
    }

    fn a_passage_has_one_address_for_ever(house) {
        process(house);
        let staff = house.signed_in(ADMINISTRATOR);
        import(&staff, "acqua.md", FIRST.as_bytes());
        publish(&staff);
        import(&staff, "acqua-2.md", SECOND.as_bytes());
        publish(&staff);
        // In the third the passage that took another in is gone too.
        let paragraph = SECOND.split("\n\n").nth(3).unwrap();
        assert!(paragraph.starts_with("Le vasche"));
        import(&staff, "acqua-3.md", SECOND.replace(&format!("{paragraph}\n\n"), "").as_bytes());
        let visitor = house.browser();
        for written in ["P-004", "p-4", "P004", "4"] {
            let page = visitor.get(&format!("/percorsi/valdora/passaggi/{written}"));
            assert!(page.status == 200 && page.path.ends_with("/passaggi/4") && page.says("I tombini"), "{written}");
            assert!(page.says("Il suo contenuto è confluito nel passaggio P-003"), "{}", page.text());
        }
        assert_eq!(visitor.get("/percorsi/valdora/passaggi/P-x").status, 404);
        let kin = |code: i32| visitor.get(&format!("/percorsi/valdora/passaggi/{code}")).all("dl.definition dd");
        assert!(kin(2).contains(&"P-011 (Versione 2)".to_owned()));
        assert!(kin(11).contains(&"P-002 (Versione 2)".to_owned()));
        assert!(kin(3).contains(&"P-004 (Versione 2)".to_owned()));

        staff.get(&format!("{DESK}/conclusi"));
        staff.submit(&format!("{DESK}/conclusi"), &[("altro", "P-006")]);
        publish(&staff);
        let page = visitor.get("/percorsi/valdora/passaggi/4");
        assert!(page.says("confluito nel passaggio P-003") && page.says("Oggi si legge in P-006"), "{}", page.text());
    }
}
