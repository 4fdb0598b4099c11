//! Interviews through the real door: who was heard stays inside, what was learnt comes out by theme, and nothing pairs them.

use diesel::prelude::*;
use domain::db::schema::{audit, interviews, once_keys};
use domain::report;

use crate::harness::{Browser, House, Page};
use crate::intake::{desk, enter, filled};

const REVIEWER: &str = "istruttoria@example.org";
const PROMOTER: &str = "promotore@example.org";
const FACILITATOR: &str = "facilitazione@example.org";
const PUBLIC: &str = "/percorsi/piano-verde-spazi-comuni-valdora";
const TORINO: &str = "/percorsi/piano-economia-sociale-torino-2030";

fn person<'a>(name: &'a str, organisation: &'a str, listed: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("name", name),
        ("organisation", organisation),
        ("organisation_listed", listed),
        ("held_on", "2031-03-02"),
        ("minutes", "50"),
        ("way", "online"),
        ("conducted_by", "Chi chiede"),
        ("consent", "written"),
    ]
}

fn send(browser: &Browser<'_>, rest: &str, fields: &[(&str, &str)]) -> Page {
    browser.get(&desk(rest));
    browser.submit(&desk(rest), fields)
}

/// Two themes, one of which rests on too few interviews.
fn themes(browser: &Browser<'_>) -> Vec<String> {
    let rows = [("title-1", "Orti"), ("interviews-1", "6"), ("title-2", "Panchine"), ("interviews-2", "2")];
    assert!(send(browser, "/interviste/temi", &rows).says("Salvato"));
    let page = browser.get(&desk("/interviste/risultanze"));
    page.attributes("select[name=theme] option", "value")[1..].to_vec()
}

/// Records so many interviews with people who are nobody.
fn heard_so_many(house: &House, browser: &Browser<'_>, n: usize) {
    for i in 0..n {
        house.pass_seconds(1);
        let name = format!("Persona{i} Segnaposto");
        assert!(send(browser, "/interviste/nuova", &person(&name, "", "")).says("Intervista registrata"));
    }
}

fn count(house: &House, of: &'static str) -> i64 {
    house
        .db()
        .read(|c| {
            Ok(match of {
                "audit" => audit::table.count().get_result(c)?,
                _ => once_keys::table.count().get_result(c)?,
            })
        })
        .unwrap()
}

for_each_database! {
    fn who_was_heard_stays_inside(house of Demo) {
        filled(house);
        let clerk = enter(house, FACILITATOR);
        assert!(clerk.get(&desk("/interviste")).says("Nessuna intervista registrata"));
        let done = send(&clerk, "/interviste/nuova", &person("Nome Segretissimo", "Circolo Inventato", "si"));
        assert!(done.says("Intervista registrata") && done.says("Nome Segretissimo") && done.says("2 marzo 2031"), "{}", done.text());
        send(&clerk, "/interviste/nuova", &person("Altra Persona", "Bottega Riservata", ""));
        // A name that is there already is not repeated.
        send(&clerk, "/interviste/nuova", &person("Terza Persona", "COMITATO esempio dei Cortili", "si"));

        let stranger = house.browser();
        let list = stranger.get(&format!("{PUBLIC}/partecipanti"));
        let names = list.all(".press-names li");
        assert!(names.contains(&"Circolo Inventato".to_owned()) && !list.says("Bottega Riservata"), "{names:?}");
        assert_eq!(names.iter().filter(|n| n.to_lowercase().starts_with("comitato esempio dei")).count(), 1, "{names:?}");
        let page = stranger.get(&format!("{PUBLIC}/interviste"));
        assert!(page.says("meno di 5 interviste") && !page.says("online"), "{}", page.text());
        assert!(!page.body.contains("Segretissimo") && page.all("main form").is_empty());

        // Mended, and forgotten.
        let one = clerk.get(&desk("/interviste")).link("Nome Segretissimo").unwrap();
        clerk.get(&one);
        assert!(clerk.submit(&one, &[("name", "Nome Corretto"), ("organisation_listed", "")]).says("Nome Corretto"));
        assert!(!stranger.get(&format!("{PUBLIC}/partecipanti")).says("Circolo Inventato"));
        clerk.get(&one);
        assert!(!clerk.submit(&format!("{one}/elimina"), &[]).says("Nome Corretto"));
        assert_eq!(clerk.get(&one).status, 404);
        let left: i64 = house.db().read(|c| Ok(interviews::table.filter(interviews::name.like("Nome %")).count().get_result(c)?)).unwrap();
        assert_eq!(left, 0);
    }

    fn what_is_typed_wrongly_is_shown_again(house of Demo) {
        filled(house);
        let clerk = enter(house, REVIEWER);
        let mut wrong = person("  ", "", "si");
        wrong[3].1 = "2031-12-24";
        wrong[4].1 = "lungo";
        let page = send(&clerk, "/interviste/nuova", &wrong);
        assert_eq!(page.status, 422);
        for words in ["Questo campo va compilato", "non può essere nel futuro", "da 1 a 1440", "serve il nome dell’ente"] {
            assert!(page.says(words), "{words}: {}", page.text());
        }
        assert_eq!(page.attributes("input[name=minutes]", "value"), ["lungo"]);
        let long = "domanda ".repeat(80);
        assert_eq!(send(&clerk, "/interviste/domande", &[("questions", &long)]).status, 422);
        assert!(send(&clerk, "/interviste/domande", &[("questions", "Che cosa manca?\n\n  E <b>dove</b>? ")]).says("Salvato"));
        let page = house.browser().get(&format!("{PUBLIC}/interviste"));
        assert_eq!(page.all("details li"), ["Che cosa manca?", "E <b>dove</b>?"]);
        let page = send(&clerk, "/interviste/temi", &[("title-1", "Orti"), ("interviews-1", "tante"), ("interviews-2", "3")]);
        assert_eq!(page.status, 422);
        assert!(page.says("Tema 1, Interviste su cui poggia") && page.says("Tema 2, Titolo"), "{}", page.text());
        let participant = enter(house, "partecipante@example.org");
        assert_eq!(participant.get(&desk("/interviste")).status, 403);
    }

    fn what_was_learnt_leaves_no_trace_of_when(house of Demo) {
        filled(house);
        let clerk = enter(house, REVIEWER);
        assert!(clerk.get(&desk("/interviste/risultanze")).says("Prima servono i temi"));
        let themes = themes(&clerk);
        let (acts, keys) = (count(house, "audit"), count(house, "once"));
        clerk.get(&desk("/interviste/risultanze"));
        let form = clerk.page().form(&desk("/interviste/risultanze"), &[("theme", &themes[0]), ("text", "Mancano gli orti.")]);
        for _ in 0..2 {
            let answer = clerk.post(&desk("/interviste/risultanze"), &form);
            assert_eq!((answer.status.as_u16(), answer.header("location")), (303, Some(desk("/interviste/risultanze").as_str())));
        }
        let page = clerk.get(&desk("/interviste/risultanze"));
        assert_eq!(page.all(".queue-main").len(), 1, "a double click writes it once");
        let mend = page.attributes(".queue-side a", "href").remove(0);
        clerk.get(&mend);
        assert!(clerk.submit(&mend, &[("text", "Mancano gli orti di quartiere.")]).says("Risultanza corretta"));
        clerk.get(&desk("/interviste/risultanze"));
        clerk.submit(&desk("/interviste/risultanze"), &[("theme", &themes[0]), ("text", "Da togliere.")]);
        assert_eq!(send(&clerk, "/interviste/risultanze", &[("theme", &themes[0]), ("text", &"x".repeat(2001))]).status, 422);
        let other = clerk.get(&desk("/interviste/risultanze")).attributes(".queue-side a", "href");
        let other = other.into_iter().find(|a| *a != mend).unwrap();
        clerk.get(&other);
        let same = clerk.submit(&other, &[("text", "Mancano gli orti di quartiere.")]);
        assert!(same.status == 422 && same.says("le stesse parole"), "{}", same.text());
        assert!(clerk.submit(&format!("{other}/togli"), &[]).says("Risultanza eliminata"));
        assert_eq!((count(house, "audit"), count(house, "once")), (acts, keys), "no line of the trail, no key of a form");
        assert!(!house.browser().get(&format!("{PUBLIC}/interviste")).says("Mancano gli orti"));
    }

    fn the_set_is_published_and_what_rests_on_few_is_not(house of Demo) {
        filled(house);
        let clerk = enter(house, REVIEWER);
        let themes = themes(&clerk);
        heard_so_many(house, &clerk, 6);
        for (theme, text) in [(0, "Mancano gli orti."), (0, "L’acqua costa."), (1, "Le panchine sono scomode.")] {
            clerk.get(&desk("/interviste/risultanze"));
            clerk.submit(&desk("/interviste/risultanze"), &[("theme", &themes[theme]), ("text", text)]);
        }
        let before = clerk.get(&desk("/interviste/risultanze")).attributes(".queue-side a", "href");
        let page = clerk.get(&desk("/interviste/pubblica"));
        assert!(page.says("2 risultanze nuove") && page.says("Una risultanza resta riservata") && page.says("spetta all’ente promotore"));
        let token = clerk.get(&desk("/interviste/temi")).form(&desk("/interviste/temi"), &[]);
        assert_eq!(clerk.post(&desk("/interviste/pubblica"), &token).status, 403, "a reviewer does not publish");

        let promoter = enter(house, PROMOTER);
        promoter.get(&desk("/interviste/pubblica"));
        let done = promoter.submit(&desk("/interviste/pubblica"), &[]);
        assert!(done.says("Risultanze pubblicate") && done.path == format!("{PUBLIC}/interviste"), "{}", done.text());
        let page = house.browser().get(&format!("{PUBLIC}/interviste"));
        assert!(page.says("Mancano gli orti.") && page.says("L’acqua costa.") && page.says("6 interviste"), "{}", page.text());
        assert!(!page.says("panchine") && !page.says("Panchine"));
        for old in before {
            assert_eq!(clerk.get(&old).status, 404, "each has another number now");
        }
        // What is public stays as it is: the theme keeps its title, and at least three interviews.
        let page = send(&clerk, "/interviste/temi", &[("interviews-1", "2")]);
        assert!(page.status == 422 && page.says("deve poggiare su almeno 3"), "{}", page.text());
        let page = send(&clerk, "/interviste/temi", &[("title-1", ""), ("interviews-1", "")]);
        assert!(page.status == 409 && page.says("ha delle risultanze"), "{}", page.text());
        assert!(send(&clerk, "/interviste/temi", &[("interviews-2", "3"), ("place-2", "1")]).says("Salvato"));
        promoter.get(&desk("/interviste/pubblica"));
        assert!(promoter.page().says("conviene attendere"));
        assert!(promoter.submit(&desk("/interviste/pubblica"), &[]).says("Le panchine sono scomode."));

        // A passage cites one.
        let page = clerk.get(&desk("/interviste/fonti"));
        let finding = page.attributes("select[name=finding] option", "value").remove(1);
        let wrong = clerk.submit(&desk("/interviste/fonti"), &[("finding", &finding), ("code", "P-999")]);
        assert!(wrong.status == 422 && wrong.says("Nessun passaggio ha questo codice"));
        assert!(send(&clerk, "/interviste/fonti", &[("finding", &finding), ("code", "P-003")]).says("Fonte aggiunta"));
        let stranger = house.browser();
        assert!(stranger.get(&format!("{PUBLIC}/passaggi/3")).says("Le panchine sono scomode."));
        assert!(stranger.get(&format!("{PUBLIC}/piano")).says("una fonte del passaggio P-003"));
        assert!(stranger.get(&format!("{PUBLIC}/interviste")).says("Fonte di: P-003"));
        clerk.get(&desk("/interviste/fonti"));
        assert!(clerk.submit(&desk("/interviste/fonti/togli"), &[]).says("Fonte tolta"));
        assert!(!stranger.get(&format!("{PUBLIC}/passaggi/3")).says("scomode"));
    }

    /// The guide to a discussion begins with the published plan and what was learnt; nothing of it that is not public.
    fn the_guide_begins_with_the_plan_and_what_was_learnt(house of Demo) {
        filled(house);
        let clerk = enter(house, REVIEWER);
        let themes = themes(&clerk);
        heard_so_many(house, &clerk, 6);
        let write = |theme: &str, text: &str| {
            clerk.get(&desk("/interviste/risultanze"));
            clerk.submit(&desk("/interviste/risultanze"), &[("theme", theme), ("text", text)]);
        };
        write(&themes[0], "Mancano [gli] orti *subito*\ne #acqua.");
        write(&themes[1], "Le panchine sono scomode.");
        let guide = desk("/incontri/1/guida");
        let text = |by: &Browser<'_>| by.get(&guide).form(&guide, &[]).into_iter().find(|(k, _)| k == "text").unwrap().1;
        // The demonstration's guide is written: an empty one begins anew.
        clerk.get(&guide);
        clerk.submit(&guide, &[("text", "")]);
        assert!(!text(&clerk).contains("subito"), "nothing is public yet: {}", text(&clerk));
        let promoter = enter(house, PROMOTER);
        promoter.get(&desk("/interviste/pubblica"));
        promoter.submit(&desk("/interviste/pubblica"), &[]);

        let begun = text(&clerk);
        let learnt = begun.find("# Che cosa è emerso dalle interviste").unwrap_or_else(|| panic!("{begun}"));
        let plan = begun.find("# Il piano di cui si parla").unwrap_or_else(|| panic!("{begun}"));
        let tables = begun.find("# Tavolo 1.").unwrap_or_else(|| panic!("{begun}"));
        assert!(tables < learnt && learnt < plan, "{begun}");
        assert!(begun[learnt..plan].contains("## Orti\n\n- Mancano \\[gli\\] orti \\*subito\\* e \\#acqua.\n"), "{begun}");
        assert!(!begun.contains("Panchine") && !begun.contains("scomode"), "its theme rests on two interviews: {begun}");

        // Every chapter of the published version, with the address of its passage, and no chapter besides.
        let version = house.db().read(|c| {
            let process = domain::processes::ops::by_slug(c, &domain::access::Actor::system(), "piano-verde-spazi-comuni-valdora")?.id;
            let version = domain::plans::ops::newest(c, process)?.unwrap();
            domain::plans::ops::passages(c, version.id)
        }).unwrap();
        let heads: Vec<(String, i32)> = version.into_iter()
            .filter(|p| p.kind == domain::plans::PassageKind::Heading && p.level <= 2)
            .map(|p| (p.text.clone(), p.code.unwrap())).collect();
        assert!(heads.len() >= 2);
        for (title, code) in &heads {
            assert!(begun[plan..].contains(&format!("- [{title}](")) && begun[plan..].contains(&format!("{PUBLIC}/passaggi/{code})\n")), "{title}: {begun}");
        }
        assert_eq!(begun[plan..].matches("/passaggi/").count(), heads.len(), "{begun}");

        // Kept and looked at as it goes out: the marks are words, and each chapter leads to its passage.
        clerk.get(&guide);
        assert!(clerk.submit(&guide, &[]).says("Salvato"));
        let page = clerk.get(&format!("{guide}/anteprima"));
        assert!(page.says("Mancano [gli] orti *subito* e #acqua.") && !page.says("scomode"), "{}", page.text());
        let links = page.attributes("a", "href");
        for (_, code) in &heads {
            let to = format!("{PUBLIC}/passaggi/{code}");
            assert!(links.iter().any(|l| l.ends_with(&to)), "{to}: {links:?}");
        }
        // A theme that comes to rest on three is public from the next publication on; what was kept stays as it was written.
        assert!(send(&clerk, "/interviste/temi", &[("interviews-2", "3")]).says("Salvato"));
        promoter.get(&desk("/interviste/pubblica"));
        promoter.submit(&desk("/interviste/pubblica"), &[]);
        assert!(!text(&clerk).contains("scomode"));
        clerk.get(&guide);
        clerk.submit(&guide, &[("text", "")]);
        assert!(text(&clerk).contains("## Panchine\n\n- Le panchine sono scomode."), "{}", text(&clerk));
    }

    fn a_theme_rests_on_no_more_interviews_than_were_held(house of Demo) {
        filled(house);
        let (clerk, promoter) = (enter(house, REVIEWER), enter(house, PROMOTER));
        let themes = themes(&clerk);
        heard_so_many(house, &clerk, 5);
        send(&clerk, "/interviste/risultanze", &[("theme", &themes[0]), ("text", "Mancano gli orti.")]);
        let page = clerk.get(&desk("/interviste/temi"));
        assert!(page.says("Sono registrate 5 interviste") && page.says("Poggia su 6, ma ne sono registrate 5."), "{}", page.text());
        let page = promoter.get(&desk("/interviste/pubblica"));
        assert!(page.says("Più interviste di quante ne sono registrate") && page.all("button.btn-primary").is_empty(), "{}", page.text());
        let token = promoter.get(&desk("/interviste/temi")).form(&desk("/interviste/temi"), &[]);
        let page = promoter.post(&desk("/interviste/pubblica"), &token);
        assert!(page.status == 409 && page.says("va corretto il suo numero"), "{}", page.text());
        assert!(send(&clerk, "/interviste/temi", &[("interviews-1", "5")]).says("Salvato"));
        promoter.get(&desk("/interviste/pubblica"));
        assert!(promoter.submit(&desk("/interviste/pubblica"), &[]).says("Risultanze pubblicate"));
        // A public theme does not say more afterwards.
        let page = send(&clerk, "/interviste/temi", &[("interviews-1", "99")]);
        assert!(page.status == 422 && page.says("Al massimo 5: tante sono le interviste registrate"), "{}", page.text());
        // Somebody takes their consent back: the public is told no more than are left.
        let one = clerk.get(&desk("/interviste")).link("Persona0 Segnaposto").unwrap();
        clerk.get(&one);
        assert!(clerk.submit(&format!("{one}/elimina"), &[]).says("il numero di interviste di quel tema va corretto"));
        let page = house.browser().get(&format!("{PUBLIC}/interviste"));
        assert!(page.says("Mancano gli orti.") && page.says("almeno tre interviste") && !page.says("5 interviste ") , "{}", page.text());
    }

    fn a_finding_names_nobody_and_can_be_taken_back(house of Demo) {
        filled(house);
        let (clerk, promoter) = (enter(house, REVIEWER), enter(house, PROMOTER));
        let themes = themes(&clerk);
        heard_so_many(house, &clerk, 5);
        send(&clerk, "/interviste/nuova", &person("Ida Ascoltata", "Fondazione Segreta", ""));
        let written = |text: &str| send(&clerk, "/interviste/risultanze", &[("theme", &themes[0]), ("text", text)]);
        written("Ida Ascoltata dice che la Fondazione Segreta non ci sta.");
        let publish = |fields: &[(&str, &str)]| {
            promoter.get(&desk("/interviste/pubblica"));
            promoter.submit(&desk("/interviste/pubblica"), fields)
        };
        let page = promoter.get(&desk("/interviste/pubblica"));
        assert!(page.says("Nomi di chi è stato ascoltato") && page.all("button.btn-primary").is_empty(), "{}", page.text());
        let token = promoter.get(&desk("/interviste/temi")).form(&desk("/interviste/temi"), &[]);
        assert_eq!(promoter.post(&desk("/interviste/pubblica"), &token).status, 409);
        let mend = clerk.get(&desk("/interviste/risultanze")).attributes(".queue-side a", "href").remove(0);
        clerk.get(&mend);
        clerk.submit(&mend, &[("text", "La signora ascoltata dice che la fondazione segreta non ci sta.")]);
        let page = promoter.get(&desk("/interviste/pubblica"));
        assert!(page.says("«ascoltata»") && page.says("«Fondazione Segreta»") && !page.says("Nomi di chi"), "{}", page.text());
        assert!(publish(&[]).says("Va confermato che queste parole"));
        // The tick is about the words that were on the page.
        promoter.get(&desk("/interviste/pubblica"));
        let old = promoter.page().form(&desk("/interviste/pubblica"), &[("reread", "si")]);
        written("Servono spazi per i giovani.");
        assert_eq!(promoter.post(&desk("/interviste/pubblica"), &old).status, 409);
        assert!(publish(&[("reread", "si")]).says("Risultanze pubblicate"));

        // It was a slip: it is taken back, by who may publish, with a reason for everybody.
        let page = clerk.get(&desk("/interviste/fonti"));
        let all: Vec<(String, String)> = page.attributes("select[name=finding] option", "value").into_iter().zip(page.all("select[name=finding] option")).collect();
        let (finding, _) = all.iter().find(|(_, words)| words.contains("non ci sta")).unwrap();
        send(&clerk, "/interviste/fonti", &[("finding", finding), ("code", "P-003")]);
        let form = desk(&format!("/interviste/risultanze/{finding}/ritira"));
        assert_eq!(clerk.open(&form).status, 403);
        assert!(clerk.get(&desk("/interviste/risultanze")).link("Ritira").is_none());
        assert!(promoter.get(&desk("/interviste/risultanze")).attributes(".queue-side a", "href").contains(&form));
        promoter.get(&form);
        assert_eq!(promoter.submit(&form, &[("reason", " ")]).status, 422);
        let page = promoter.submit(&form, &[("reason", "Nominava Ida Ascoltata")]);
        assert!(page.status == 422 && page.says("Nomina una persona ascoltata") && page.one("#f-reason") == "Nominava Ida Ascoltata", "{}", page.text());
        assert!(promoter.submit(&form, &[("reason", "Faceva riconoscere qualcuno")]).says("Risultanza ritirata."));
        assert_eq!(promoter.open(&form).status, 409);
        let stranger = house.browser();
        for path in ["/interviste", "/passaggi/3"] {
            let page = stranger.get(&format!("{PUBLIC}{path}"));
            assert!(page.says("Risultanza ritirata (") && page.says("Motivo: Faceva riconoscere qualcuno") && !page.says("non ci sta"), "{}", page.text());
        }
        assert!(stranger.get(&format!("{PUBLIC}/interviste")).says("Servono spazi per i giovani."));
        assert!(!clerk.get(&desk("/interviste/fonti")).all("select[name=finding] option").iter().any(|o| o.contains("non ci sta")));
    }

    fn the_thirty_of_torino_are_in_the_report(house of Demo) {
        let filled = house.demo();
        let page = house.browser().get(&format!("{TORINO}/interviste"));
        for words in ["30 interviste", "tutte online", "circa 60 minuti", "Finanza d'impatto", "15 interviste", "I bandi annuali"] {
            assert!(page.says(words), "{words}: {}", page.text());
        }
        assert_eq!(page.all("h3").len(), 6);
        assert!(!page.says("Comunicazione del settore"), "it rests on two");
        let report::Ready::Yes(content) = house.db().snapshot(|c| report::gather(c, filled.torino)).unwrap() else { panic!("not ready") };
        assert_eq!((content.interviews.heard.total, content.interviews.themes.len()), (Some(30), 6));
        let cited: Vec<&Vec<i32>> = content.interviews.themes.iter().flat_map(|t| t.findings.iter().map(|(_, codes)| codes)).filter(|c| !c.is_empty()).collect();
        assert_eq!(cited.len(), 1);
        assert_eq!((content.participants.organisations.len(), content.participants.citizens), (134, 12));
        // What was frozen before there were interviews can still be read.
        let mut old = serde_json::to_value(&content).unwrap();
        old.as_object_mut().unwrap().remove("interviews");
        let old: report::Content = serde_json::from_value(old).unwrap();
        assert!(!old.interviews.heard.any && old.interviews.themes.is_empty());
    }
}
