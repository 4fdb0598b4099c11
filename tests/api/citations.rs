//! The passages an answer names: those that ended too, those of a draft that is replaced, and what is left out of a batch.

use crate::harness::{Browser, House};
use crate::intake::{PLAN, SLUG, cut, desk, draft_of, enter, filled, handed_in, publish_draft, published};

const REVIEWER: &str = "istruttoria@example.org";
const PROMOTER: &str = "promotore@example.org";
const AFTER: &str = "2031-03-20 09:00";
const ORCHARDS: &str =
    "1. Ricavare venti orti nel terreno accanto al canale, da assegnare con un bando aperto anche alle associazioni.\n";

pub fn approve_all(house: &House) -> Browser<'_> {
    let promoter = enter(house, PROMOTER);
    promoter.get(&desk("/riscontri?stato=submitted"));
    let numbers = promoter.page().attributes("input[name=response]", "value");
    let all: Vec<(&str, &str)> = numbers.iter().map(|n| ("response", n.as_str())).collect();
    assert!(promoter.submit(&desk("/riscontri/approva"), &all).says("Riscontri approvati"));
    promoter
}

pub fn publish(promoter: &Browser<'_>) -> bool {
    promoter.get(&desk("/riscontri/pubblica"));
    promoter.submit(&desk("/riscontri/pubblica"), &[]).says("Riscontri pubblicati")
}

for_each_database! {
    fn what_was_asked_to_be_taken_out_is_integrated(house of Demo) {
        let process = filled(house);
        house.at(AFTER);
        assert!(PLAN.contains(ORCHARDS));
        draft_of(house, process, &PLAN.replace(ORCHARDS, ""));
        let clerk = enter(house, REVIEWER);
        cut(&clerk, 3, "", "Togliere gli orti", "Orti");
        let form = clerk.get(&desk("/riscontri/nuovo?richieste=1"));
        let codes = form.attributes("input[name=codes]", "value");
        assert!(form.says("Tolto") && codes.len() == 1, "{}", form.text());
        let fields = [("outcome", "integrated"), ("reason", "Il passaggio è stato tolto."), ("codes", codes[0].as_str())];
        assert_eq!(clerk.submit(&desk("/riscontri/nuovo"), &fields).path, desk("/riscontri/1"));
        let promoter = approve_all(house);
        publish_draft(house, process);
        assert!(publish(&promoter));
        let page = house.browser().get(&format!("/percorsi/{SLUG}/piano/confronto?mostra=tolti"));
        assert!(page.says("Richiesta n. 1"), "{}", page.text());
        let page = house.browser().get(&format!("/percorsi/{SLUG}/passaggi/{}", codes[0]));
        assert!(page.says("Il passaggio è stato tolto."), "{}", page.text());
        assert!(house.browser().get(&format!("/percorsi/{SLUG}/esiti")).says("Il passaggio è stato tolto."));
    }

    fn one_answer_that_waits_does_not_hold_the_others(house of Demo) {
        let process = handed_in(house);
        let promoter = approve_all(house);
        let page = promoter.get(&desk("/riscontri/pubblica"));
        assert!(page.says("Saranno pubblicati 2 riscontri") && page.says("Un riscontro approvato resta fuori"), "{}", page.text());
        assert!(page.says("Riscontro 2 – indica passaggi di una versione del piano non ancora pubblicata"));
        assert!(publish(&promoter));
        let esiti = format!("/percorsi/{SLUG}/esiti");
        assert_eq!(house.browser().get(&esiti).all("article.contribution").len(), 4);
        assert!(promoter.get(&desk("/riscontri/pubblica")).says("Per ora nessun riscontro si può pubblicare"));
        publish_draft(house, process);
        assert!(publish(&promoter));
        house.pass_seconds(2);
        assert_eq!(house.browser().get(&esiti).all("article.contribution").len(), 5);
    }

    fn a_draft_that_answers_name_is_replaced(house of Demo) {
        let process = handed_in(house);
        let promoter = approve_all(house);
        let moved = PLAN.replace("accanto al canale", "in piano dietro la scuola");
        // The same change with a slip put right elsewhere: nothing to check.
        draft_of(house, process, &moved.replace("le aiuole sotto casa", "le aiuole e i vasi sotto casa"));
        let clerk = enter(house, REVIEWER);
        assert!(!clerk.get(&desk("/piano")).says("ricontroll"), "{}", clerk.page().text());
        assert!(clerk.get(&desk("/riscontri/2")).says("(versione 2)"));
        // It is cited: the page names the answer instead of offering what would be refused.
        let page = clerk.get(&desk("/piano"));
        assert!(page.says("va prima tolta la citazione") && page.attributes("a", "href").contains(&desk("/riscontri/2")), "{}", page.text());
        assert_eq!(page.all("form[action$='/piano/scarta']").len(), 0);
        // The file without that change: the answer says what is not so.
        draft_of(house, process, &PLAN.replace("le aiuole sotto casa", "le aiuole e i vasi sotto casa"));
        for page in [clerk.get(&desk("/piano")), clerk.get(&desk("/riscontri"))] {
            assert!(page.says("Un riscontro va ricontrollato") && page.says("non è cambiato in questa versione"), "{}", page.text());
        }
        assert!(clerk.get(&desk("/riscontri/2")).says("Questo riscontro va ricontrollato"));
        publish_draft(house, process);
        let page = promoter.get(&desk("/riscontri/pubblica"));
        assert!(page.says("Riscontro 2 – Uno dei passaggi indicati non è cambiato"), "{}", page.text());
        assert!(publish(&promoter));
        let token = promoter.page().form("/esci", &[]);
        assert_eq!(promoter.post(&desk("/riscontri/pubblica"), &token).status, 409, "the other is not published");
        assert_eq!(house.browser().get(&format!("/percorsi/{SLUG}/esiti")).all("article.contribution").len(), 4);
    }

    fn a_match_is_opened_again(house of Demo) {
        handed_in(house);
        let clerk = enter(house, REVIEWER);
        let list = desk("/piano/abbinamenti");
        assert!(clerk.get(&desk("/piano")).link("Vedi e riapri gli abbinamenti").is_some());
        let edited = format!("{list}?come=modificati");
        assert_eq!(clerk.get(&edited).attributes("input[name=riga]", "value").len(), 1, "one passage changed");
        let page = clerk.submit(&list, &[]);
        assert!(page.says("di nuovo da decidere") && page.path.starts_with(&desk("/piano/decisioni")), "{}", page.text());
        let code = page.attributes("button[name=risposta]", "value").remove(0);
        let page = clerk.submit(&desk("/piano/decisioni"), &[("risposta", &code)]);
        assert!(!page.says("problema"), "{}", page.text());
        assert!(clerk.get(&edited).body.contains("name=\"riga\""));
        assert!(!clerk.get(&desk("/riscontri")).says("ricontroll"));
    }

    fn one_request_of_an_answer_gets_another(house of Demo) {
        published(house);
        let clerk = enter(house, REVIEWER);
        let form = desk("/riscontri/1/sostituisci");
        clerk.get(&form);
        let fields = [("outcome", "not_accepted"), ("reason", "Questa no."), ("only", "2")];
        assert_eq!(clerk.submit(&form, &fields).path, desk("/riscontri/4"));
        assert_eq!(clerk.page().all(".queue-item .queue-title").len(), 1);
        // Nothing takes the place of the same twice, but the other request is free.
        assert!(clerk.get(&form).attributes("input[name=requests]", "value") == ["1"]);
        let promoter = approve_all(house);
        assert!(publish(&promoter));
        house.pass_seconds(2);
        let page = house.browser().get(&format!("/percorsi/{SLUG}/esiti?esito=not_accepted"));
        assert!(page.says("Richiesta del contributo 2") && page.says("Questa no."), "{}", page.text());
        let page = house.browser().get(&format!("/percorsi/{SLUG}/esiti?esito=noted"));
        assert!(page.says("Richiesta del contributo 1") && !page.says("Richiesta del contributo 2"), "{}", page.text());
    }
}
