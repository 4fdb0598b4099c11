//! The report: refused while anything is open, then frozen, numbered, and the same for everybody.

use domain::id::sha256;

use crate::harness::House;
use crate::intake::{cut, desk, enter, filled, published};

const PUBLIC: &str = "/percorsi/piano-verde-spazi-comuni-valdora";
const PROMOTER: &str = "promotore@example.org";
const REVIEWER: &str = "istruttoria@example.org";

fn publish(house: &House) {
    let promoter = enter(house, PROMOTER);
    promoter.get(&desk("/resoconto/pubblica"));
    let done = promoter.submit(&desk("/resoconto/pubblica"), &[]);
    assert!(done.says("Resoconto pubblicato"), "{}", done.text());
}

for_each_database! {
    fn nothing_is_published_while_something_is_missing(house of Demo) {
        filled(house);
        house.at("2031-03-20 09:00");
        let promoter = enter(house, PROMOTER);
        let page = promoter.get(&desk("/resoconto"));
        assert!(page.says("mancano 5 cose"), "{}", page.text());
        assert_eq!(page.attributes("dl.definition a", "href").first().map(String::as_str), Some(desk("/istruttoria/1").as_str()));
        cut(&promoter, 1, "", "Panchine", "Arredi");
        let page = promoter.get(&desk("/resoconto"));
        assert!(page.attributes("dl.definition a", "href").contains(&desk("/riscontri/nuovo?richieste=1")));
        assert!(!promoter.get(&desk("/resoconto/pubblica")).body.contains("editor-publish"));
        let token = promoter.get(&desk("/resoconto")).form(&desk("/resoconto"), &[]);
        assert_eq!(promoter.post(&desk("/resoconto/pubblica"), &token).status, 409);
        assert!(house.browser().get(&format!("{PUBLIC}/resoconto")).says("non è ancora pubblicato"));
    }

    fn participants_are_listed_in_order_and_people_only_counted(house of Demo) {
        filled(house);
        let clerk = enter(house, REVIEWER);
        clerk.get(&desk("/partecipanti"));
        let entered = "zeta aps\n  Émile  srl \n\nassociazione fittizia radici\n<b>Ente</b>";
        let done = clerk.submit(&desk("/partecipanti"), &[("channel", "event"), ("organisations", entered), ("citizens", "3")]);
        assert!(done.says("6 enti e 5 privati cittadini"), "{}", done.text());
        assert_eq!(clerk.submit(&desk("/partecipanti"), &[("citizens", "tanti")]).status, 422);

        let page = house.browser().get(&format!("{PUBLIC}/partecipanti"));
        let names = page.all(".press-names li");
        assert_eq!(names, ["<b>Ente</b>", "Associazione Fittizia Radici", "Comitato Esempio dei Cortili", "Consiglio comunale dimostrativo di Valdora", "Émile srl", "zeta aps"]);
        assert!(page.says("5 privati cittadini") && !page.body.contains("Alba Fantasia"));

        let action = clerk.get(&desk("/partecipanti")).attributes("form.inline-form[action*=partecipanti]", "action").remove(0);
        assert!(clerk.submit(&action, &[]).says("Voce tolta"));
        assert!(house.browser().get(&format!("{PUBLIC}/partecipanti")).says("2 privati cittadini"));
    }

    fn the_documents_it_rests_on_stand_in_each_form(house of Published) {
        let torino = house.demo().torino;
        let process = house.db().read(|c| domain::processes::ops::by_id(c, torino)).unwrap();
        let documents = house.db().read(|c| domain::processes::ops::page(c, process)).unwrap().documents;
        assert!(documents.len() > 5, "{documents:?}");
        for text in crate::everywhere::printed(house, torino) {
            let (_, after) = text.rsplit_once("Documenti di riferimento").unwrap();
            for document in &documents {
                assert!(after.contains(&document.title) && after.contains(&document.note), "{document:?}: {after}");
            }
        }
    }

    fn what_is_published_is_frozen_in_three_forms(house of Demo) {
        published(house);
        let clerk = enter(house, REVIEWER);
        clerk.get(&desk("/resoconto"));
        let words = [("introduction", "Com’è andata.\n\nBene <i>davvero</i>."), ("thanks", "Grazie a chi c’era.")];
        assert!(clerk.submit(&desk("/resoconto"), &words).says("Testi salvati"));
        let preview = clerk.get(&desk("/resoconto/anteprima"));
        assert!(preview.says("Com’è andata.") && preview.says("Bene <i>davvero</i>."));
        assert_eq!(clerk.get(&desk("/resoconto/pubblica")).status, 200);
        let token = clerk.get(&desk("/resoconto")).form(&desk("/resoconto"), &[]);
        assert_eq!(clerk.post(&desk("/resoconto/pubblica"), &token).status, 403, "a reviewer does not publish");
        publish(house);

        let stranger = house.browser();
        let (page, queries) = house.queries(|| stranger.get(&format!("{PUBLIC}/resoconto/1")));
        assert!(queries <= 8, "{queries} statements");
        for words in ["Resoconto n. 1", "Com’è andata.", "Il terreno è cambiato.", "contati e non nominati", "Ricevuti in tutto"] {
            assert!(page.says(words), "{words}: {}", page.text());
        }
        let mut bytes = Vec::new();
        for (name, begins) in [("pdf", "%PDF-1.7"), ("docx", "PK"), ("html", "<!DOCTYPE html>")] {
            let file = stranger.get(&format!("{PUBLIC}/resoconto/1/resoconto.{name}"));
            assert!(file.bytes.starts_with(begins.as_bytes()), "{name}");
            assert_eq!(file.header("etag"), Some(format!("\"{}\"", sha256(&file.bytes)).as_str()));
            assert_eq!(file.header("cache-control"), Some("public, no-cache"), "it may be withdrawn");
            assert!(page.body.contains(&sha256(&file.bytes)), "its hash stands on the page");
            bytes.push(file.bytes);
        }
        assert_eq!(stranger.get(&format!("{PUBLIC}/resoconto/1/resoconto.exe")).status, 404);
        assert_eq!(stranger.get(&format!("{PUBLIC}/resoconto/2")).status, 404);

        // Later words change the next edition, not this one.
        clerk.get(&desk("/resoconto"));
        clerk.submit(&desk("/resoconto"), &[("introduction", "Tutto diverso.")]);
        publish(house);
        assert_eq!(stranger.get(&format!("{PUBLIC}/resoconto/1/resoconto.pdf")).bytes, bytes[0]);
        assert!(!stranger.get(&format!("{PUBLIC}/resoconto/1")).says("Tutto diverso."));
        assert!(stranger.get(&format!("{PUBLIC}/resoconto")).says("Tutto diverso."));
    }

    fn a_report_is_taken_back_with_a_reason_for_everybody(house of Demo) {
        published(house);
        publish(house);
        let (path, file) = (desk("/resoconto/1/ritira"), format!("{PUBLIC}/resoconto/1/resoconto.pdf"));
        let (stranger, clerk, promoter) = (house.browser(), enter(house, REVIEWER), enter(house, PROMOTER));
        assert_eq!(stranger.get(&file).status, 200);
        assert!(clerk.get(&path).says("Lo ritira chi può pubblicarlo") && clerk.page().all("textarea").is_empty());
        let token = clerk.get(&desk("/resoconto")).form(&desk("/resoconto"), &[]);
        assert_eq!(clerk.post(&path, &token).status, 403);
        assert_eq!(promoter.get(&desk("/resoconto/2/ritira")).status, 404);

        promoter.get(&desk("/resoconto"));
        promoter.click("Ritira il resoconto n. 1");
        let bare = promoter.submit(&path, &[("reason", "  ")]);
        assert!(bare.status == 422 && bare.says("Questo campo va compilato"), "{}", bare.text());
        assert_eq!(promoter.submit(&path, &[("reason", &"a".repeat(2001))]).status, 422);
        assert_eq!(stranger.get(&file).status, 200, "nothing happened yet");
        let done = promoter.submit(&path, &[("reason", "Riportava un <b>importo</b> sbagliato.")]);
        assert!(done.says("Resoconto ritirato") && done.link("Ritira il resoconto n. 1").is_none(), "{}", done.text());
        assert!(promoter.get(&path).says("già stato ritirato"));

        let gone = stranger.get(&format!("{PUBLIC}/resoconto/1"));
        assert!(gone.says("Questo resoconto è stato ritirato") && gone.says("Riportava un <b>importo</b> sbagliato."), "{}", gone.text());
        assert!(gone.all(".press").is_empty() && !gone.says("Ricevuti in tutto"));
        for name in ["pdf", "docx", "html"] {
            let file = stranger.get(&format!("{PUBLIC}/resoconto/1/resoconto.{name}"));
            assert!(file.status == 410 && file.says("i suoi file non si possono più scaricare"), "{}", file.text());
        }
        let trail = enter(house, "amministrazione@example.org").get("/amministrazione/tracce");
        assert!(trail.says("resoconto 1 ritirato") && trail.says("Riportava un <b>importo</b> sbagliato."), "{}", trail.text());

        // The same words may be published anew, as a report with its own number.
        publish(house);
        let newest = stranger.get(&format!("{PUBLIC}/resoconto"));
        assert!(newest.says("Resoconto n. 2") && newest.says("Ricevuti in tutto"), "{}", newest.text());
        assert!(stranger.get(&format!("{PUBLIC}/resoconto/1")).says("Questo resoconto è stato ritirato"));
    }
}
