//! What is marked as repeating another: its author is told, its answer is the other's, and it is open again when that one
//! no longer stands.

use domain::demo;

use crate::harness::{Browser, House};
use crate::intake::{cut, desk, enter, filled, noted};

const REVIEWER: &str = "istruttoria@example.org";
const PROMOTER: &str = "promotore@example.org";
const DARIO: &str = "dario.prototipi@example.org";
const AFTER: &str = "2031-03-20 09:00";

fn mark(browser: &Browser<'_>, number: i32, of: &str) -> bool {
    let form = desk(&format!("/contributi/{number}/duplicato"));
    browser.get(&form);
    browser.submit(&form, &[("duplicate_of", of)]).status == 200
}

fn last_letter(house: &House, to: &str) -> String {
    house.letter_to(to).body
}

for_each_database! {
    fn a_repetition_shares_the_answer(house of Demo) {
        filled(house);
        house.at(AFTER);
        let clerk = enter(house, REVIEWER);
        assert!(!mark(&clerk, 2, "2"), "itself");
        assert!(mark(&clerk, 2, "1"));
        assert!(last_letter(house, DARIO).contains("contributo n. 1"));
        cut(&clerk, 1, "", "Panchine all’ombra", "Arredi");
        noted(&clerk, "1");
        let promoter = enter(house, PROMOTER);
        promoter.get(&desk("/riscontri/1"));
        promoter.submit(&desk("/riscontri/1/approva"), &[]);
        promoter.get(&desk("/riscontri/pubblica"));
        assert!(promoter.submit(&desk("/riscontri/pubblica"), &[]).says("Riscontri pubblicati"));

        // Both authors are told, each of their own number.
        let letter = last_letter(house, DARIO);
        assert!(letter.contains("n. 2 (dice la stessa cosa del n. 1)") && letter.contains("Ne prendiamo atto"), "{letter}");
        assert!(!last_letter(house, "alba.fantasia@example.org").contains("stessa cosa"));
        let dario = house.browser();
        dario.get("/accedi");
        dario.submit("/accedi", &[("email", DARIO), ("password", demo::PASSWORD)]);
        let page = dario.get("/i-miei-contributi");
        assert!(page.says("Ne prendiamo atto con piacere.") && page.says("riscontro dato al contributo n. 1"), "{}", page.text());
        assert!(!page.says("Ancora senza riscontro"));
    }

    fn a_repetition_of_what_was_refused_is_to_be_dealt_with(house of Demo) {
        filled(house);
        house.at(AFTER);
        let clerk = enter(house, REVIEWER);
        assert!(mark(&clerk, 2, "1"));
        assert!(clerk.get(&desk("/istruttoria")).says("1 duplicati"));
        let refuse = desk("/contributi/1/rifiuta");
        clerk.get(&refuse);
        assert_eq!(clerk.submit(&refuse, &[("refusal", "off_topic")]).status, 200);
        assert!(!mark(&clerk, 3, "1"), "a refused one");
        for page in [clerk.get(&desk("/istruttoria")), clerk.get(&desk("/resoconto"))] {
            assert!(page.says("Ripetono un contributo ritirato, rifiutato o tardivo"), "{}", page.text());
            assert!(page.attributes("dd a", "href").contains(&desk("/contributi/2")), "{}", page.body);
        }
        assert!(clerk.get(&desk("/istruttoria")).says("0 duplicati"));
        let public = desk("").replace("/gestione", "/contributi/2");
        assert!(house.browser().get(&public).says("avrà un riscontro proprio"));

        // Standing by itself again, the chain says so, and so does a letter.
        assert!(mark(&clerk, 2, ""));
        assert!(last_letter(house, DARIO).contains("riscontro proprio"));
        assert!(clerk.get(&desk("/contributi/2")).says("Di nuovo autonomo"));
        assert!(!clerk.get(&desk("/istruttoria")).says("Ripetono un contributo"));
    }
}
