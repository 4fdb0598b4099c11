//! From a proposal to the text: one act puts it into the draft, the answer is filled in, and afterwards the passage says why it
//! changed and the request which words it became.

use domain::access::Actor;
use domain::id::ProcessId;
use domain::{comments, consultations, plans, register};

use crate::harness::House;
use crate::intake::{SLUG, cut, desk, enter, filled, publish_draft};

const REVIEWER: &str = "istruttoria@example.org";
const PROMOTER: &str = "promotore@example.org";
const AFTER: &str = "2031-03-20 09:00";
const WAS: &str = "nel terreno accanto al canale";
const PROPOSED: &str = "nel terreno in piano dietro la scuola";

/// A rewording of one passage, as it came on paper: its number, the code of the passage, and the passage's words.
fn rewording(house: &House, process: ProcessId, from: &'static str, to: &'static str) -> (i32, i32) {
    house.write(move |w| {
        let window = consultations::ops::of_process(w.conn, process)?.remove(0);
        let passages = plans::ops::passages(w.conn, window.version_id)?;
        let p = passages.into_iter().find(|p| p.text.contains(from)).unwrap();
        let new = register::NewContribution {
            version: window.version_id,
            passage: p.id,
            kind: register::Kind::Rewording,
            text: "Il terreno accanto al canale si allaga.".into(),
            proposed: p.text.replace(from, to),
            shown: true,
            named_as: register::NamedAs::Pseudonym,
            pseudonym: "Chi coltiva".into(),
            organisation: None,
            channel: register::Channel::Paper,
            sender: "Chi scrive".into(),
            evidence: "Foglio consegnato allo sportello".into(),
        };
        let sent = comments::ops::enter_other(w, &Actor::system(), new, window.opens_at, None)?;
        Ok((sent.number, p.code.unwrap()))
    })
}

/// Where a passage stands in the draft.
fn row_of(house: &House, process: ProcessId, code: i32) -> i64 {
    let passages = house.db().read(|c| {
        let draft = plans::ops::draft(c, &Actor::system(), process)?.unwrap();
        plans::ops::passages(c, draft.id)
    });
    passages.unwrap().into_iter().find(|p| p.code == Some(code)).unwrap().row.0
}

for_each_database! {
    fn a_proposal_is_put_into_the_text_and_answered(house of Demo) {
        let process = filled(house);
        house.at(AFTER);
        let (number, code) = rewording(house, process, WAS, PROPOSED);
        let clerk = enter(house, REVIEWER);
        clerk.get(&desk(&format!("/contributi/{number}")));
        let moderation = desk(&format!("/contributi/{number}/pubblica"));
        if clerk.page().body.contains(&moderation) {
            clerk.submit(&moderation, &[]);
        }
        cut(&clerk, number, "", "Orti in un terreno che non si allaga", "Orti");
        let page = clerk.get(&desk(&format!("/istruttoria/{number}")));
        let link = page.link("Metti nel testo la proposta").unwrap();
        assert!(clerk.get(&link).says("Non c’è una bozza in cui metterla"), "{}", clerk.page().text());
        clerk.get(&desk("/piano"));
        clerk.submit(&desk("/piano/inizia"), &[]);

        let page = clerk.get(&link);
        assert!(page.says("Nella bozza della versione 2") && page.one("#f-text").contains(PROPOSED), "{}", page.text());
        let put = clerk.submit(&link, &[]);
        assert!(put.says("La proposta è nella bozza") && put.path.contains("/riscontri/nuovo"), "{}", put.text());
        assert_eq!(put.attributes("input[name=outcome][checked]", "value"), ["integrated"], "put as it was proposed");
        assert!(put.attributes("input[name=codes][checked]", "value") == [code.to_string()], "{}", put.text());
        assert!(put.says("com’era stata proposta"));
        let answered = clerk.submit(&desk("/riscontri/nuovo"), &[("reason", "Il terreno accanto al canale si allaga davvero.")]);
        assert!(answered.path.contains("/riscontri/1"), "{}", answered.text());

        // The passage and its history say so, and what was put is not lost when the words are adapted again.
        let row = row_of(house, process, code);
        for rest in ["", "/storia"] {
            let page = clerk.get(&desk(&format!("/piano/testo/{row}{rest}")));
            assert!(page.says(&format!("(contributo n. {number}), come proposta")), "{}", page.text());
        }
        let again = clerk.get(&link);
        let adapted = again.one("#f-text").trim().replace("dietro la scuola", "dietro la scuola nuova");
        let put = clerk.submit(&link, &[("text", &adapted)]);
        assert_eq!(put.attributes("input[name=outcome][checked]", "value"), ["partially_integrated"]);
        assert!(put.says("adattata"), "{}", put.text());

        let promoter = enter(house, PROMOTER);
        promoter.get(&desk("/riscontri?stato=submitted"));
        let waiting = promoter.page().attributes("input[name=response]", "value");
        promoter.submit(&desk("/riscontri/approva"), &[("response", &waiting[0])]);
        publish_draft(house, process);
        promoter.get(&desk("/riscontri/pubblica"));
        assert!(promoter.submit(&desk("/riscontri/pubblica"), &[]).says("Riscontri pubblicati"), "{}", promoter.page().text());
        house.pass_seconds(2);

        let visitor = house.browser();
        let plan = visitor.get(&format!("/percorsi/{SLUG}/piano"));
        assert!(plan.says("Modificato: perché?"), "{}", plan.text());
        let passage = visitor.get(&format!("/percorsi/{SLUG}/passaggi/{code}"));
        let why = passage.all(".change-why").join(" ");
        assert!(why.contains("Orti in un terreno che non si allaga") && why.contains("si allaga davvero") && why.contains("Chi coltiva"), "{why}");
        let request = visitor.get(&format!("/percorsi/{SLUG}/contributi/{number}"));
        assert!(request.says("Le parole che è diventata") && request.all(".response-words ins").join(" ").contains("scuola nuova"), "{}", request.text());
        // What stands in the published text is not taken back.
        let back = clerk.get(&desk(&format!("/istruttoria/{number}")));
        assert!(back.says("Messa nel passaggio"), "{}", back.text());
    }

    fn one_proposal_goes_into_several_passages(house of Demo) {
        let process = filled(house);
        house.at(AFTER);
        let (number, code) = rewording(house, process, WAS, "nel terreno della scuola.\n\nIl canale resta agli argini * erbosi");
        let clerk = enter(house, REVIEWER);
        cut(&clerk, number, "", "Orti alla scuola, argini al canale", "Orti");
        clerk.get(&desk("/piano"));
        clerk.submit(&desk("/piano/inizia"), &[]);
        let link = clerk.get(&desk(&format!("/istruttoria/{number}"))).link("Metti nel testo la proposta").unwrap();
        let page = clerk.get(&link);
        assert!(page.one("#f-text").contains("terreno della scuola") && !page.one("#f-text").contains("argini"), "{}", page.text());
        let more = clerk.submit(&link, &[("poi", "altro")]);
        assert!(more.path == link && more.says("Si può continuare con un altro") && more.says(&format!("P-{code:03}")), "{}", more.text());

        // The second paragraph as a new passage after it: what is left of the proposal stands in the form, its signs plain.
        let after = clerk.get(&format!("{link}?codice=P-{code:03}&come=dopo"));
        assert!(after.says("Passaggio nuovo dopo") && after.one("#f-text").contains("argini \\* erbosi"), "{}", after.one("#f-text"));
        let put = clerk.submit(&link, &[]);
        assert_eq!(put.attributes("input[name=outcome][checked]", "value"), ["integrated"], "{}", put.text());
        assert_eq!(put.attributes("input[name=codes][checked]", "value").len(), 2, "{}", put.text());

        // And into another passage, which begins as it stands; then it is no longer the proposal alone.
        let other = clerk.get(&format!("{link}?codice=1&come=in"));
        let there = other.one("#f-text").trim().to_owned();
        let put = clerk.submit(&link, &[("text", &format!("{there} e del canale"))]);
        assert_eq!(put.attributes("input[name=outcome][checked]", "value"), ["partially_integrated"], "{}", put.text());
        assert!(put.says("Messa nel passaggio P-001") && put.says("adattata"), "{}", put.text());
        let page = clerk.get(&desk(&format!("/istruttoria/{number}")));
        assert_eq!(page.text().matches("Messa nel passaggio").count(), 3, "{}", page.text());

        let none = clerk.get(&format!("{link}?codice=P-999&come=in"));
        assert!(none.status == 200 && none.says("Nella bozza non c’è un passaggio con questo codice"), "{}", none.text());
        clerk.get(&format!("{link}?codice=1&come=dopo"));
        let empty = clerk.submit(&link, &[("text", " ")]);
        assert!(empty.status == 422 && empty.says("Passaggio nuovo dopo P-001"), "{}", empty.text());
    }

    fn what_was_changed_meanwhile_is_not_overwritten(house of Demo) {
        let process = filled(house);
        house.at(AFTER);
        let (number, code) = rewording(house, process, WAS, PROPOSED);
        let clerk = enter(house, REVIEWER);
        cut(&clerk, number, "", "Orti altrove", "Orti");
        clerk.get(&desk("/piano"));
        clerk.submit(&desk("/piano/inizia"), &[]);
        let link = clerk.get(&desk(&format!("/istruttoria/{number}"))).link("Metti nel testo la proposta").unwrap();
        clerk.get(&link);
        let other = enter(house, PROMOTER);
        let draft = house.db().read(|c| plans::ops::draft(c, &Actor::system(), process)).unwrap().unwrap();
        let row = house.db().read(|c| plans::ops::passages(c, draft.id)).unwrap().into_iter().find(|p| p.code == Some(code)).unwrap().row;
        let form = desk(&format!("/piano/testo/{row}"));
        other.get(&form);
        other.submit(&form, &[("passo", "salva"), ("text", "Ricavare trenta orti.")]);
        let clash = clerk.submit(&link, &[]);
        assert!(clash.status == 409 && clash.says("Nel frattempo qualcun altro") && clash.says("è già cambiato nella bozza"), "{}", clash.text());
        assert!(clash.one("#f-text").contains(PROPOSED), "what was to be put is still there");
        // Without the proposal there is nothing to put; a stranger may not.
        assert_eq!(clerk.get(&desk("/richieste/99/testo")).status, 404);
        assert_eq!(house.browser().open(&link).status, 303);
        // A draft thrown away takes it along.
        clerk.get(&link);
        assert!(clerk.submit(&link, &[]).says("La proposta è nella bozza"));
        clerk.get(&desk("/piano"));
        assert!(clerk.submit(&desk("/piano/scarta"), &[]).says("Bozza eliminata"), "{}", clerk.page().text());
        assert!(!clerk.get(&desk(&format!("/istruttoria/{number}"))).says("Messa nel passaggio"));
    }

    fn reasons_outlive_a_new_import(house of Demo) {
        let process = filled(house);
        house.at(AFTER);
        let text = crate::intake::PLAN.replace(WAS, PROPOSED);
        crate::intake::draft_of(house, process, &text);
        let draft = house.db().read(|c| plans::ops::draft(c, &Actor::system(), process)).unwrap().unwrap();
        let passages = house.db().read(|c| plans::ops::passages(c, draft.id)).unwrap();
        let code = passages.iter().find(|p| p.text.contains(PROPOSED)).unwrap().code.unwrap();
        let by = house.db().read(|c| {
            let (account, _) = domain::accounts::ops::credentials(c, REVIEWER)?.unwrap();
            domain::accounts::ops::actor_by_id(c, account.id)
        });
        let by = by.unwrap();
        let version = draft.id;
        house.write(move |w| plans::ops::explain(w, &by, version, code, plans::Reason::Motion, "Lo chiede il consiglio"));
        crate::intake::draft_of(house, process, &text.replace("venti orti", "trenta orti"));
        let kept = house.db().read(|c| plans::ops::reasons(c, version)).unwrap();
        assert!(kept.len() == 1 && kept[0].code == code && kept[0].note == "Lo chiede il consiglio", "{kept:?}");
    }
}
