//! A plan as a citizen reads it: what it says in short, where one is in it, the text as large as one needs, and what changed
//! since one wrote.

use domain::access::Actor;
use domain::{accounts, comments, consultations, plans, register};

use crate::harness::{Browser, House};
use crate::plans::{ADMINISTRATOR, DESK, import, process, publish, set_window};

const FIRST: &str = "# Ombra\n\nOgni piazza avrà alberi che in dieci anni fanno ombra a metà del selciato\n\n\
    Le fermate del tram saranno coperte con una tettoia e una panca di legno\n\n\
    La ghiaia del viale sarà rastrellata ogni lunedì di primavera dai giardinieri\n\n\
    # Acqua\n\nUna fontanella ogni trecento metri lungo le strade principali della città\n";
const SECOND: &str = "# Ombra\n\nOgni piazza avrà alberi che in otto anni fanno ombra a metà del selciato\n\n\
    Le fermate del tram saranno coperte con una tettoia e una panca di legno\n\n\
    # Acqua\n\nUna fontanella ogni trecento metri lungo le strade principali della città\n";
const PLAN: &str = "/percorsi/valdora/piano";
const NEWS: &str = "/percorsi/valdora/piano/novita";

fn summary() -> String {
    format!("{DESK}/sintesi")
}

fn publish_second(staff: &Browser<'_>) {
    import(staff, "secondo.md", SECOND.as_bytes());
    assert!(publish(staff).says("Versione pubblicata"), "{}", staff.page().text());
}

fn process_id(house: &House) -> domain::id::ProcessId {
    house.db().read(|c| domain::processes::ops::by_slug(c, &Actor::system(), "valdora")).unwrap().id
}

/// Comments on passages, by code, as an account sends them.
pub fn comment(house: &House, by: domain::id::AccountId, codes: &'static [i32]) {
    let (actor, id, now) =
        (house.db().read(|c| accounts::ops::actor_by_id(c, by)).unwrap(), process_id(house), house.now());
    house.write(move |w| {
        let window = consultations::ops::current(w.conn, id, now)?.unwrap();
        for code in codes {
            let new = register::NewContribution {
                version: window.version_id,
                passage: Some(plans::ops::passage_by_code(w.conn, id, *code)?),
                kind: register::Kind::Addition,
                text: "Si può fare prima.".into(),
                proposed: String::new(),
                shown: true,
                named_as: register::NamedAs::Anonymous,
                pseudonym: String::new(),
                organisation: None,
                channel: register::Channel::Online,
                sender: String::new(),
                evidence: String::new(),
            };
            comments::ops::send(w, &actor, new)?;
        }
        Ok(())
    });
}

for_each_database! {
    fn what_it_says_in_short_comes_first(house) {
        process(house);
        let staff = house.signed_in(ADMINISTRATOR);
        assert_eq!(staff.get(&summary()).status, 404, "there is no draft to write one for");
        import(&staff, "primo.md", FIRST.as_bytes());
        assert!(staff.get(DESK).says("Manca: è ciò che si legge per primo"), "{}", staff.page().text());
        assert!(staff.get(&format!("{DESK}/pubblica")).says("Manca la sintesi in parole semplici"));

        staff.get(&summary());
        let long = staff.submit(&summary(), &[("text", &"x".repeat(5_001))]);
        assert!(long.status == 422 && long.one("#f-text").len() == 5_001, "{}", long.status);
        staff.get(&summary());
        let other = house.signed_in(ADMINISTRATOR);
        other.get(&summary());
        let kept = staff.submit(&summary(), &[("text", "Più ombra.\n\nPiù <b>acqua</b>.")]);
        assert!(kept.path == DESK && kept.says("Sintesi salvata") && kept.says("Scritta. Si può cambiare"), "{}", kept.text());
        let clash = other.submit(&summary(), &[("text", "Meno sole.")]);
        assert!(clash.status == 409 && clash.one("#f-text").trim() == "Meno sole." && clash.says("Più ombra."), "{}", clash.text());
        assert!(other.submit(&summary(), &[("text", "Meno sole.\n\nPiù <b>acqua</b>.")]).says("Sintesi salvata"));
        assert!(staff.get(&format!("{DESK}/anteprima")).one(".plan-summary").contains("Meno sole."));

        // A file imported again keeps it; publishing fixes it.
        import(&staff, "primo.md", FIRST.replace("lunedì", "martedì").as_bytes());
        assert!(!staff.get(&format!("{DESK}/pubblica")).says("Manca la sintesi"));
        publish(&staff);
        let plan = house.browser().get(PLAN);
        assert_eq!(plan.all(".plan-summary p"), ["Meno sole.", "Più <b>acqua</b>."]);
        assert!(plan.body.find("plan-summary").unwrap() < plan.body.find("class=\"passages\"").unwrap());
        assert_eq!(staff.get(&summary()).status, 404);
        assert!(staff.get("/percorsi/valdora/gestione").status.is_success());

        // The next one begins without, and shows the one before; without, nothing is shown.
        import(&staff, "secondo.md", SECOND.as_bytes());
        assert!(staff.get(&summary()).says("Meno sole.") && staff.page().one("#f-text").is_empty());
        publish(&staff);
        assert!(house.browser().get(PLAN).all(".plan-summary").is_empty());
    }

    fn a_chapter_says_where_one_is(house) {
        process(house);
        let staff = house.signed_in(ADMINISTRATOR);
        import(&staff, "primo.md", FIRST.as_bytes());
        publish(&staff);
        let visitor = house.browser();
        assert!(visitor.get(PLAN).says("Circa un minuto di lettura"), "{}", visitor.page().text());
        let first = visitor.click("Leggi un capitolo alla volta");
        assert_eq!((first.all("h1"), first.one(".plan-where span")), (vec!["Ombra".to_owned()], "Capitolo 1 di 2".to_owned()));
        let behind: u32 = first.attributes(".plan-where progress", "value")[0].parse().unwrap();
        assert!((50..90).contains(&behind) && first.all(".toc [aria-current]") == ["Ombra"], "{behind}");
        let last = visitor.click("Capitolo successivo");
        assert!(last.says("Capitolo 2 di 2") && last.attributes("progress", "value") == ["100"] && last.link("Capitolo precedente").is_some());
        assert!(last.says("Su questa versione non c’è una consultazione"), "the window is in sight");
    }

    fn the_text_is_as_large_as_one_needs(house) {
        process(house);
        let staff = house.signed_in(ADMINISTRATOR);
        import(&staff, "primo.md", FIRST.as_bytes());
        publish(&staff);
        house.pass_seconds(2);
        let (one, other) = (house.browser(), house.browser());
        let before = other.get(PLAN);
        one.get(PLAN);
        let back = one.click("molto grande");
        assert_eq!((back.path.as_str(), back.body.as_str()), (PLAN, before.body.as_str()), "one page for everybody");
        assert_eq!(one.cookies().get("carattere").map(String::as_str), Some("molto-grande"));
        let (large, plain) = (one.get("/carattere.css"), other.get("/carattere.css"));
        assert!(large.body.contains("font-size:1.700rem") && !plain.body.contains("font-size"), "{}", large.body);
        assert_eq!(large.header("content-type"), Some("text/css; charset=utf-8"));
        assert!(other.cookies().is_empty(), "who chooses nothing is given nothing");
        assert_eq!(one.open("/carattere/enorme").status, 404);
        assert_eq!(one.open("/carattere/normale?ritorno=https://evil.example/").header("location"), Some("/"));
        one.set_cookie("carattere", "}body{display:none");
        assert_eq!(one.get("/carattere.css").body, plain.body);
    }

    fn what_changed_since_one_wrote(house) {
        process(house);
        let staff = house.signed_in(ADMINISTRATOR);
        import(&staff, "primo.md", FIRST.as_bytes());
        publish(&staff);
        set_window(&staff, "2031-03-03T11:00", "2031-03-14T18:00");
        house.at("2031-03-04 10:00");
        let ada = house.account("Ada Prova", "ada@example.org");
        comment(house, ada, &[2, 3, 3, 4]);
        let reader = house.signed_in("ada@example.org");
        assert!(reader.get(NEWS).says("non è stato scritto su passaggi di una versione precedente"));
        assert!(reader.get("/i-miei-contributi").link("Che cosa è cambiato da allora").is_none());

        publish_second(&staff);
        reader.get("/i-miei-contributi");
        let (page, queries) = house.queries(|| reader.click("Che cosa è cambiato da allora"));
        assert!(page.path == NEWS && queries <= 14, "{queries} {}", page.path);
        let own = page.all("[aria-labelledby=commentati] article");
        assert_eq!(own.len(), 3, "{own:?}");
        assert!(own[0].starts_with("P-002 modificato") && own[0].contains("contributo n. 1"), "{own:?}");
        assert_eq!(page.all("[aria-labelledby=commentati] article del")[0], "[tolto: dieci]");
        assert!(own[1].starts_with("P-003 invariato") && own[1].contains("contributo n. 2, contributo n. 3"), "{own:?}");
        assert!(own[2].starts_with("P-004 tolto"), "{own:?}");
        assert!(page.says("Tutto ciò che è cambiato dalla versione 1"));

        // Everybody may ask since when; who did not sign in is told how to find their own.
        let visitor = house.browser();
        assert!(visitor.get(PLAN).link("Novità per chi ha già commentato").is_some());
        let news = visitor.get(&format!("{NEWS}?da=1"));
        assert!(news.says("serve l’account") && !news.body.contains("contributo n."), "{}", news.text());
        assert_eq!(visitor.get(&format!("{NEWS}?da=9")).status, 404);
        assert_eq!(visitor.get(&format!("{NEWS}?da=x")).status, 404);
        assert!(visitor.get(&format!("{NEWS}?da=2")).says("Non ci sono versioni più recenti"));
        let stranger = house.account("Bruno Prova", "bruno@example.org");
        assert!(stranger.0 > 0 && !house.signed_in("bruno@example.org").get(NEWS).body.contains("contributo n."));
    }

    fn a_comparison_counts_each_change_once(house) {
        process(house);
        let staff = house.signed_in(ADMINISTRATOR);
        let many: Vec<String> = (1..8).map(|n| format!("Il capoverso numero {n} parla di una cosa e non di un'altra, come si vede leggendolo\n\n")).collect();
        import(&staff, "primo.md", format!("# Uno\n\n{}# Due\n\nFine del testo\n", many.concat()).as_bytes());
        publish(&staff);
        let mut moved = many.clone();
        let first = moved.remove(0).replace("leggendolo", "leggendolo bene");
        moved.push(first);
        import(&staff, "secondo.md", format!("# Uno\n\n{}# Due\n\nFine del testo\n", moved.concat()).as_bytes());
        publish(&staff);
        let page = house.browser().get(&format!("{PLAN}/confronto?da=2&a=1"));
        let counts = page.all(".queue-count");
        let of = |word: &str| counts.iter().find(|c| c.ends_with(word)).unwrap_or_else(|| panic!("{counts:?}")).clone();
        assert_eq!((of("cambiamento"), of("spostato e modificato")), ("1 cambiamento".to_owned(), "1 spostato e modificato".to_owned()));
        assert_eq!(counts.iter().filter(|c| c.starts_with("1 ")).count(), 2, "{counts:?}");
        assert!(page.says("nell’ordine in cui sono uscite: dalla 1 alla 2"), "{}", page.text());
        assert!(!house.browser().get(&format!("{PLAN}/confronto?da=1&a=2")).says("nell’ordine in cui"));
    }
}
