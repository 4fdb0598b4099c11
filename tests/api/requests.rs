//! The desk: requests stay on their words when a text is blacked out and can be said anew; what is searched is found; acts
//! of other bodies are put right.

use domain::access::{Actor, ReadAudit, Subject};
use domain::id::ProcessId;
use domain::paging::Page;
use domain::{comments, consultations, register};

use crate::harness::{Browser, House};
use crate::intake::{SLUG, cut, desk, enter, filled, noted};

const REVIEWER: &str = "istruttoria@example.org";
const AFTER: &str = "2031-03-20 09:00";

fn redact(clerk: &Browser<'_>, from: &str, to: &str) -> u16 {
    let form = desk("/contributi/1/oscura");
    let text = clerk.get(&form).one("#f-text");
    assert!(text.contains(from), "{text}");
    clerk.submit(&form, &[("text", &text.replace(from, to)), ("reason", "Dati di una persona.")]).status.as_u16()
}

/// What the audit trail tells, newest first.
fn audited(house: &House, process: ProcessId) -> Vec<String> {
    let trail = house.db().read(|c| {
        let permit = Actor::system().permit::<ReadAudit>(Subject::of(process))?;
        domain::audit::trail(c, &permit, Some(process), Page::new(1, 100))
    });
    trail.unwrap().rows.into_iter().map(|line| line.subject).collect()
}

/// A text that came by certified e-mail, and its number.
fn by_post(house: &House, process: ProcessId) -> i32 {
    let now = house.now();
    house.write(move |w| {
        let window = consultations::ops::current(w.conn, process, now)?.unwrap();
        let new = register::NewContribution {
            version: window.version_id,
            passage: None,
            kind: register::Kind::Addition,
            text: "Più alberi lungo il viale.".into(),
            proposed: String::new(),
            shown: true,
            named_as: register::NamedAs::Anonymous,
            pseudonym: String::new(),
            organisation: None,
            channel: register::Channel::CertifiedMail,
            sender: "Chi scrive".into(),
            evidence: "Messaggio da persona@pec.example.org".into(),
        };
        Ok(comments::ops::enter_other(w, &Actor::system(), new, window.opens_at, None)?.number)
    })
}

for_each_database! {
    fn the_queue_is_searched_by_word_and_number(house of Demo) {
        filled(house);
        house.at(AFTER);
        let clerk = enter(house, REVIEWER);
        cut(&clerk, 4, "", "Un lampione nuovo", "Luci");
        let found = |asked: &str| -> Vec<String> {
            let page = clerk.get(&desk(&format!("/istruttoria?cerca={asked}")));
            assert_eq!(page.attributes("#f-cerca", "value").len(), 1);
            let titles = page.all(".queue-title");
            titles.iter().map(|t| t.split('–').next().unwrap().trim().replace("N. ", "n. ")).collect()
        };
        assert_eq!(found("senza+appoggio"), ["n. 1"]);
        assert_eq!(found("LAMPIONE"), ["n. 4"]);
        assert_eq!(found("3"), ["n. 3"]);
        assert_eq!(found("n.+2"), ["n. 2"]);
        assert_eq!(found("").len(), 5);
        assert!(found("parole+mai+scritte").is_empty());
        let page = clerk.get(&desk("/istruttoria?stato=answered&cerca=appoggio"));
        assert!(page.all(".queue-title").is_empty() && page.body.contains("name=\"stato\""));
    }

    fn who_may_not_moderate_does_not_read_the_evidence(house of Demo) {
        let process = filled(house);
        let number = by_post(house, process);
        let one = desk(&format!("/contributi/{number}"));
        assert!(enter(house, REVIEWER).get(&one).says("persona@pec.example.org"));
        let page = enter(house, "facilitazione@example.org").get(&one);
        assert!(page.status == 200 && page.says("Più alberi"), "{}", page.text());
        assert!(!page.says("persona@pec.example.org") && !page.says("Chi scrive"));
    }

    fn nothing_is_on_a_passage_that_is_not_there(house of Demo) {
        filled(house);
        for asked in ["P-999", "999999999999", "orti"] {
            let page = house.browser().get(&format!("/percorsi/{SLUG}/contributi?passaggio={asked}"));
            assert_eq!((page.status.as_u16(), page.all("article.contribution").len()), (200, 0), "{asked}");
        }
    }

    fn an_act_entered_wrongly_is_put_right_or_taken_out(house of Demo) {
        let process = filled(house);
        let clerk = enter(house, REVIEWER);
        let list = desk("/atti");
        clerk.get(&list);
        let act = [("body", "Consiglio di Valdora"), ("title", "Mozzione sul verde"), ("act_number", "12")];
        assert!(clerk.submit(&list, &act).says("Mozzione sul verde"));
        let form = clerk.page().attributes("main li a", "href").into_iter().find(|a| a.starts_with(&format!("{list}/"))).unwrap();
        clerk.get(&form);
        assert_eq!(clerk.submit(&form, &[("title", " ")]).status, 422);
        clerk.get(&form);
        let page = clerk.submit(&form, &[("title", "Mozione sul verde")]);
        assert!(page.says("Atto corretto.") && page.says("Mozione sul verde") && !page.says("Mozzione"), "{}", page.text());
        clerk.get(&form);
        let page = clerk.submit(&format!("{form}/togli"), &[]);
        assert!(page.says("Atto tolto.") && !page.says("Mozione sul verde"), "{}", page.text());
        assert_eq!(clerk.get(&form).status, 404);
        let said: Vec<String> = audited(house, process).into_iter().filter(|s| s.starts_with("act ")).collect();
        assert!(said.len() == 3 && said[0].ends_with("removed") && said[1].ends_with("changed"), "{said:?}");
    }

    fn blacking_out_leaves_excerpts_on_their_words(house of Demo) {
        filled(house);
        house.at(AFTER);
        let clerk = enter(house, REVIEWER);
        let quote = "quelle di oggi sono basse e senza appoggio";
        assert!(cut(&clerk, 1, quote, "Panchine più alte", "").says("Richiesta ricavata"));
        assert!(cut(&clerk, 1, "vado al mercato a piedi quasi ogni mattina", "A piedi", "").says("Richiesta ricavata"));
        assert_eq!(redact(&clerk, "Ho settantotto anni", "[…]"), 200);
        let quotes = |clerk: &Browser<'_>| clerk.get(&desk("/istruttoria/1")).all(".queue-main .contribution-quote");
        assert_eq!(quotes(&clerk), [quote, "vado al mercato a piedi quasi ogni mattina"]);
        assert_eq!(redact(&clerk, "al mercato a piedi", "[…]"), 200);
        assert_eq!(quotes(&clerk), [quote, "vado […] quasi ogni mattina"]);
        // Nothing left of an excerpt: refused, with everything typed.
        assert_eq!(redact(&clerk, " quelle di oggi sono basse e senza appoggio", ""), 422);
        assert!(clerk.page().says("da cui è ricavata la richiesta 1"), "{}", clerk.page().text());
        assert_eq!(quotes(&clerk)[0], quote);
    }

    fn what_a_request_asks_can_be_said_anew(house of Demo) {
        let process = filled(house);
        house.at(AFTER);
        let clerk = enter(house, REVIEWER);
        cut(&clerk, 1, "", "Pancine", "Aredi");
        let form = clerk.get(&desk("/istruttoria/1")).link("Correggi la richiesta 1").unwrap();
        clerk.get(&form);
        assert_eq!(clerk.submit(&form, &[("summary", " ")]).status, 422);
        clerk.get(&form);
        let page = clerk.submit(&form, &[("summary", "Panchine"), ("theme", "Arredi")]);
        assert!(page.says("Richiesta corretta.") && page.says("Panchine") && page.says("Tema: Arredi"), "{}", page.text());
        assert!(audited(house, process).contains(&"request 1 corrected".to_owned()));
        // Once it is with the second person it stays as that person reads it.
        clerk.get(&form);
        let token = clerk.page().form(&form, &[("summary", "Altro")]);
        noted(&clerk, "1");
        assert_eq!(clerk.post(&form, &token).status, 409);
    }
}
