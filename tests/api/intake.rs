//! From what came in to published outcomes, by two people.

use domain::access::Actor;
use domain::id::ProcessId;
use domain::{accounts, demo, plans, processes};

use crate::harness::{Browser, House, Page};

pub const PLAN: &str = include_str!("../../src/domain/demo/content/quartiere/plan-v1.md");
pub const SLUG: &str = "piano-verde-spazi-comuni-valdora";
const REVIEWER: &str = "istruttoria@example.org";
const PROMOTER: &str = "promotore@example.org";
/// The window of the small process closes sixteen days after the house opens.
const AFTER: &str = "2031-03-20 09:00";

/// The demonstration, and its small process.
pub fn filled(house: &House) -> ProcessId {
    house.demo().quartiere
}

/// Where its staff works.
pub fn desk(rest: &str) -> String {
    format!("/percorsi/{SLUG}/gestione{rest}")
}

/// Signs in as somebody of the demonstration.
pub fn enter<'h>(house: &'h House, email: &str) -> Browser<'h> {
    let browser = house.browser();
    browser.get("/accedi");
    assert_eq!(browser.submit("/accedi", &[("email", email), ("password", demo::PASSWORD)]).path, "/account");
    browser
}

fn actor(house: &House, email: &str) -> Actor {
    let email = email.to_owned();
    let find = |c: &mut _| {
        let (account, _) = accounts::ops::credentials(c, &email)?.unwrap();
        accounts::ops::actor_by_id(c, account.id)
    };
    house.db().read(find).unwrap()
}

/// A second version as a draft: one paragraph says more.
pub fn draft(house: &House, process: ProcessId) {
    let text = PLAN.replace(
        "Ricavare venti orti nel terreno accanto al canale",
        "Ricavare venti orti nel terreno in piano dietro la scuola",
    );
    draft_of(house, process, &text);
}

/// A second version as a draft, or another in its place.
pub fn draft_of(house: &House, process: ProcessId, text: &str) {
    assert_ne!(text, PLAN);
    let (by, text) = (actor(house, REVIEWER), text.to_owned());
    let source = reader::read("plan-v2.md", text.as_bytes()).unwrap();
    let prepared = house.db().read(|c| plans::prepare(c, process, source)).unwrap();
    let version = house.write(move |w| {
        let version = plans::ops::import(w, &by, process, &prepared, "plan-v2.md", &domain::id::sha256(text))?;
        for item in plans::ops::undecided(w.conn, version)? {
            let likely = item.candidates.first().map(|c| c.code);
            plans::ops::decide(w, &by, version, item.passage.row, likely)?;
        }
        Ok(version)
    });
    assert_eq!(house.db().read(|c| plans::ops::by_id(c, version)).unwrap().number, 2);
}

/// Publishes the draft.
pub fn publish_draft(house: &House, process: ProcessId) {
    let by = actor(house, PROMOTER);
    house.write(move |w| {
        let draft = plans::ops::draft(w.conn, &by, process)?.unwrap();
        plans::ops::publish(w, &by, draft.id, "Dopo la consultazione")
    });
}

/// Cuts a request out of a contribution.
pub fn cut(browser: &Browser<'_>, number: i32, quote: &str, summary: &str, theme: &str) -> Page {
    let here = desk(&format!("/istruttoria/{number}"));
    browser.get(&here);
    browser.submit(&here, &[("quote", quote), ("summary", summary), ("theme", theme)])
}

/// Answers requests with an outcome that names nothing; handed in at once.
pub fn noted(browser: &Browser<'_>, requests: &str) -> Page {
    browser.get(&desk(&format!("/riscontri/nuovo?richieste={requests}")));
    browser.submit(&desk("/riscontri/nuovo"), &[("outcome", "noted"), ("reason", "Ne prendiamo atto con piacere.")])
}

/// The small process with everything cut and handed in: responses 1 (noted, for requests 1 and 2), 2 (integrated, for 3),
/// 3 (noted, for 4 and for 5, the motion).
pub fn handed_in(house: &House) -> ProcessId {
    let process = filled(house);
    house.at(AFTER);
    draft(house, process);
    let clerk = enter(house, REVIEWER);
    for (number, theme) in [(1, "Arredi"), (2, "Sala"), (3, "Orti"), (4, "Altro"), (5, "Acqua")] {
        let done = cut(&clerk, number, "", &format!("Richiesta del contributo {number}"), theme);
        assert!(done.says("Richiesta ricavata"), "{}", done.text());
    }
    assert_eq!(noted(&clerk, "1,2").path, desk("/riscontri/1"));
    clerk.get(&desk("/riscontri/nuovo?richieste=3"));
    let code = clerk.page().attributes("input[name=codes]", "value");
    assert_eq!(code.len(), 1, "one passage changed");
    let fields = [("outcome", "integrated"), ("reason", "Il terreno è cambiato."), ("codes", code[0].as_str())];
    assert_eq!(clerk.submit(&desk("/riscontri/nuovo"), &fields).path, desk("/riscontri/2"));
    assert_eq!(noted(&clerk, "4,5").path, desk("/riscontri/3"));
    process
}

/// Approves all and publishes, with the version they name.
pub fn published(house: &House) -> ProcessId {
    let process = handed_in(house);
    let promoter = enter(house, PROMOTER);
    promoter.get(&desk("/riscontri?stato=submitted"));
    let boxes = promoter.page().attributes("input[name=response]", "value");
    let all: Vec<(&str, &str)> = boxes.iter().map(|n| ("response", n.as_str())).collect();
    assert_eq!(all.len(), 3);
    assert!(promoter.submit(&desk("/riscontri/approva"), &all).says("Riscontri approvati"));
    assert!(promoter.get(&desk("/riscontri/pubblica")).says("versione del piano non ancora pubblicata"));
    publish_draft(house, process);
    promoter.get(&desk("/riscontri/pubblica"));
    assert!(promoter.submit(&desk("/riscontri/pubblica"), &[]).says("Riscontri pubblicati"));
    process
}

for_each_database! {
    fn nothing_is_cut_while_its_author_may_still_change_it(house of Demo) {
        filled(house);
        let clerk = enter(house, REVIEWER);
        let page = clerk.get(&desk("/istruttoria"));
        assert!(page.says("5 ricevuti (i tardivi a parte) = 0 con riscontro + 5 da istruire + 0 ritirati + 0 duplicati + 0 rifiutati"), "{}", page.text());
        let (page, queries) = house.queries(|| clerk.get(&desk("/istruttoria")));
        assert!(page.status == 200 && queries <= 14, "{queries} statements");
        let page = clerk.get(&desk("/istruttoria/1"));
        assert!(page.says("può modificare il testo"), "{}", page.text());
        assert!(!page.body.contains("name=\"summary\""));
    }

    fn requests_are_cut_by_their_words(house of Demo) {
        filled(house);
        house.at(AFTER);
        let clerk = enter(house, REVIEWER);
        let here = desk("/istruttoria/1");
        let page = clerk.get(&here);
        let text = page.one("#testo");
        let words: Vec<&str> = text.split(' ').collect();
        let (first, second) = (words[..5].join("  "), words[8..12].join("\n"));

        // Words that are not there are said so, and what was typed stays.
        let wrong = clerk.submit(&here, &[("quote", "parole mai scritte"), ("summary", "Panchine")]);
        assert_eq!(wrong.status, 422);
        assert!(wrong.says("non sono nel testo") && wrong.body.contains("parole mai scritte"));
        assert_eq!(wrong.attributes("#f-summary", "value"), ["Panchine"]);

        // Two excerpts, without a script: the first is kept while the second is asked for.
        clerk.get(&here);
        let mut fields = clerk.page().form(&here, &[("quote", &first), ("summary", "Panchine")]);
        fields.push(("act".to_owned(), "more".to_owned()));
        let more = clerk.post(&here, &fields);
        assert_eq!((more.status.as_u16(), more.attributes("input[name=excerpt]", "value").len()), (200, 1));
        let done = clerk.submit(&here, &[("quote", &second), ("theme", "Arredi")]);
        assert!(done.says("Richiesta ricavata"), "{}", done.text());
        assert_eq!(done.all("#testo mark").join(" "), format!("{} {}", words[..5].join(" "), words[8..12].join(" ")));
        assert_eq!(done.all(".queue-main .contribution-quote").len(), 2);
        assert!(done.attributes("#f-themes option", "value").contains(&"Arredi".to_owned()));

        // The next without requests is a link away; a request can be taken back.
        assert!(done.link("Il prossimo senza richieste: n. 2").is_some());
        let back = format!("{here}/richieste/1/annulla");
        assert!(clerk.submit(&back, &[]).says("Richiesta annullata"));
        assert_eq!(clerk.get(&here).all("#testo mark").len(), 0);
    }

    fn an_outcome_says_all_it_must(house of Demo) {
        let process = filled(house);
        house.at(AFTER);
        let clerk = enter(house, REVIEWER);
        cut(&clerk, 3, "", "Altro terreno per gli orti", "Orti");
        let (form, send) = (desk("/riscontri/nuovo?richieste=1"), desk("/riscontri/nuovo"));
        let answer = |fields: &[(&str, &str)]| {
            clerk.get(&form);
            let page = clerk.submit(&send, fields);
            (page.status.as_u16(), page.all(".invalid-feedback"), page)
        };
        let (status, errors, _) = answer(&[("outcome", "deferred"), ("reason", "Più avanti.")]);
        assert_eq!((status, errors.len()), (422, 2), "{errors:?}");
        let (status, errors, page) = answer(&[("outcome", "integrated"), ("reason", "Fatto."), ("passages", "P-001")]);
        assert_eq!(status, 422, "no later version: {}", page.text());
        assert!(errors.join(" ").contains("successiva"), "{errors:?}");
        let (status, errors, _) = answer(&[("outcome", "already_present"), ("reason", "C’è già."), ("passages", "orti")]);
        assert!(status == 422 && errors.join(" ").contains("P-014, P-020"), "{errors:?}");
        let (status, errors, _) = answer(&[("outcome", "noted"), ("reason", " ")]);
        assert_eq!((status, errors.len()), (422, 1), "{errors:?}");

        draft(house, process);
        let (_, errors, _) = answer(&[("outcome", "integrated"), ("reason", "Fatto."), ("passages", "P-001")]);
        assert!(errors.join(" ").contains("non è cambiato"), "{errors:?}");
        let (_, _, page) = answer(&[("outcome", "already_present"), ("reason", "C’è già."), ("passages", "P-001"), ("draft", "si")]);
        assert!(page.says("salvato in bozza") && page.says("(versione 1)"), "{}", page.text());
        // One request, one response.
        clerk.get(&form);
        assert_eq!(clerk.submit(&send, &[("outcome", "noted"), ("reason", "No.")]).status, 409);
    }

    fn who_prepares_does_not_approve(house of Demo) {
        handed_in(house);
        let promoter = enter(house, PROMOTER);
        promoter.get(&desk("/riscontri/1"));
        let returned = promoter.submit(&desk("/riscontri/1/rimanda"), &[("note", "")]);
        assert_eq!(returned.status, 422);
        assert!(promoter.submit(&desk("/riscontri/1/rimanda"), &[("note", "Più gentile, per favore.")]).says("rimandato"));
        assert!(promoter.get(&desk("/riscontri/1")).says("Più gentile, per favore."));
        // The promoter writes it again, and so cannot approve it.
        promoter.get(&desk("/riscontri/1/modifica"));
        assert!(promoter.submit(&desk("/riscontri/1/modifica"), &[("reason", "Grazie: ne prendiamo atto.")]).says("un’altra persona"));
        assert!(!promoter.page().body.contains("/riscontri/1/approva"));
        let token = promoter.page().form(&desk("/riscontri/1/scarta"), &[]);
        assert_eq!(promoter.post(&desk("/riscontri/1/approva"), &token).status, 403);
        promoter.get(&desk("/riscontri?stato=submitted"));
        let boxes = promoter.page().attributes("input[name=response]", "value");
        assert!(boxes.len() == 2 && boxes[0].starts_with("2.") && boxes[1].starts_with("3."), "{boxes:?}");
        // The reviewer may not approve at all.
        let clerk = enter(house, REVIEWER);
        clerk.get(&desk("/riscontri/2"));
        let token = clerk.page().form(&desk("/riscontri/2/scarta"), &[]);
        assert_eq!(clerk.post(&desk("/riscontri/2/approva"), &token).status, 403);
    }

    fn an_answer_changed_meanwhile_is_not_approved(house of Demo) {
        handed_in(house);
        let (clerk, promoter) = (enter(house, REVIEWER), enter(house, PROMOTER));
        let (one, all) = (desk("/riscontri/1"), desk("/riscontri?stato=submitted"));
        promoter.get(&one);
        let alone = promoter.page().form(&format!("{one}/approva"), &[]);
        promoter.get(&all);
        let boxes = promoter.page().attributes("input[name=response]", "value");
        let together = promoter.page().form(&desk("/riscontri/approva"), &[("response", &boxes[0])]);
        assert!(boxes[0].starts_with("1."), "{boxes:?}");
        house.pass_seconds(60);
        let change = desk("/riscontri/1/modifica");
        clerk.get(&change);
        clerk.submit(&change, &[("outcome", "noted"), ("reason", "Tutt'altra ragione.")]);
        for (path, form) in [(format!("{one}/approva"), alone), (desk("/riscontri/approva"), together)] {
            let page = promoter.post(&path, &form);
            assert!(page.status == 409 && page.says("va riletto"), "{path}: {} {}", page.status, page.text());
        }
        promoter.get(&one);
        assert!(promoter.submit(&format!("{one}/approva"), &[]).says("approvat"));
    }

    fn a_batch_is_published_and_everybody_can_read_it(house of Demo) {
        let process = published(house);
        let letters = house.mailbox();
        let outcomes: Vec<_> = letters.iter().filter(|l| l.body.contains("Ne prendiamo atto") || l.body.contains("Il terreno è cambiato")).collect();
        assert_eq!(outcomes.len(), 4, "one letter an author");

        let stranger = house.browser();
        let all = format!("/percorsi/{SLUG}/esiti");
        let (page, queries) = house.queries(|| stranger.get(&all));
        assert!(queries <= 16, "{queries} statements");
        assert_eq!(page.all("article.contribution").len(), 5);
        assert!(page.says("Presa d’atto") && page.says("Il terreno è cambiato.") && page.says("(versione 2)"));
        assert!(!page.body.contains("_csrf"));
        assert_eq!(stranger.get(&format!("{all}?esito=integrated")).all("article.contribution").len(), 1);
        assert_eq!(stranger.get(&format!("{all}?tema=Sala&esito=noted")).all("article.contribution").len(), 1);
        for name in ["Alba Fantasia", "Dario Prototipi", "Elio Bozzetti", "Flora Abbozzi"] {
            assert!(!page.body.contains(name), "{name} is a person");
        }

        // What is public does not change: something takes its place.
        let clerk = enter(house, REVIEWER);
        clerk.get(&desk("/riscontri/3"));
        assert!(!clerk.page().body.contains("/riscontri/3/modifica"));
        clerk.get(&desk("/riscontri/3/sostituisci"));
        let fields = [("outcome", "not_accepted"), ("reason", "Ci siamo sbagliati."), ("competence", "Regione")];
        assert_eq!(clerk.submit(&desk("/riscontri/3/sostituisci"), &fields).path, desk("/riscontri/4"));
        assert!(clerk.get(&desk("/riscontri/3")).link("Riscontro 4").is_some());
        assert!(stranger.get(&all).says("Ne prendiamo atto con piacere."));
        let title = house.db().read(|c| processes::ops::by_id(c, process)).unwrap().title;
        assert!(stranger.page().title().contains(&title));
    }
}
