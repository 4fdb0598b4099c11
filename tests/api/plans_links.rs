//! Links from passage to passage: from the file to the page, over versions, through the editor, and into every file.

use crate::harness::{Browser, House, Page};
use crate::plans::{ADMINISTRATOR, DESK, import, process, publish};

const FIRST: &str = "# Acqua\n\n\
    Si veda [il **capitolo** delle spese](#spese), [la tabella](#tabella), [altrove](#altrove) e [il sito](https://example.org)\n\n\
    Le vasche del viale saranno pulite due volte ogni anno con prodotti naturali\n\n\
    ## Spese\n\n<a id=\"tabella\"></a>\n\n| Voce | Litri |\n|---|---|\n| [le vasche](#vasche) | 100 |\n\n\
    <a id=\"vasche\"></a>Il laghetto ospiterà le barche a remi nei giorni festivi di tutta la stagione\n";

/// The same with everything elsewhere, under other names.
const SECOND: &str = "# Acqua\n\n## Spese\n\n<a id=\"t\"></a>\n\n| Voce | Litri |\n|---|---|\n| [le vasche](#v) | 100 |\n\n\
    <a id=\"v\"></a>Il laghetto ospiterà le barche a remi nei giorni festivi di tutta la stagione\n\n\
    Una premessa nuova che nessuno aveva mai scritto prima di oggi\n\n\
    Si veda [il **capitolo** delle spese](#spese), [la tabella](#t), altrove e [il sito](https://example.org)\n\n\
    Le vasche del viale saranno pulite due volte ogni anno con prodotti naturali\n";

fn text(rest: &str) -> String {
    format!("{DESK}/testo{rest}")
}

/// Where the links of a passage lead.
fn ways(page: &Page, passage: &str) -> Vec<String> {
    page.attributes(&format!("{passage} .passage-text a"), "href")
}

/// The address of the form of the passage with a code.
fn form_of(staff: &Browser<'_>, code: &str) -> String {
    let page = staff.get(&text(""));
    let at = page
        .all(".working > li")
        .iter()
        .position(|row| row.contains(code))
        .unwrap_or_else(|| panic!("no {code}: {}", page.text()));
    text(&format!("/{}", &page.attributes(".working > li", "id")[at][1..]))
}

/// Opens the form of a passage and sends it with a button.
fn act(staff: &Browser<'_>, code: &str, fields: &[(&str, &str)]) -> Page {
    let form = form_of(staff, code);
    staff.get(&form);
    staff.submit(&form, fields)
}

fn first(house: &House) -> Browser<'_> {
    process(house);
    let staff = house.signed_in(ADMINISTRATOR);
    let desk = import(&staff, "acqua.md", FIRST.as_bytes());
    assert!(desk.says("portano al passaggio che si trova lì") && desk.says("altrove (#altrove)"), "{}", desk.text());
    staff
}

const SITE: &str = "https://example.org";

for_each_database! {
    fn a_link_leads_to_its_passage_in_every_version(house) {
        let staff = first(house);
        let visitor = house.browser();
        assert_eq!(ways(&staff.get(&format!("{DESK}/anteprima")), "#p2"), ["#p4", "#p5", SITE]);
        publish(&staff);
        let plan = visitor.get("/percorsi/valdora/piano");
        assert_eq!(ways(&plan, "#p2"), ["#p4", "#p5", SITE]);
        assert_eq!(plan.all("#p2 .passage-text a strong"), ["capitolo"]);
        assert_eq!(ways(&plan, "#p5"), ["#p6"]);
        assert!(plan.all("#p4 h2, #p4 h3").join(" ").contains("Spese") && !plan.all("#p5 table").is_empty());
        // On its own page a passage is in no version: its links lead to the addresses that stay.
        assert_eq!(ways(&visitor.get("/percorsi/valdora/passaggi/2"), "#p2"), ["/percorsi/valdora/passaggi/4", "/percorsi/valdora/passaggi/5", SITE]);
        assert_eq!(visitor.get("/percorsi/valdora/passaggi/5").status, 200);

        // Everything is elsewhere under other names in the next file, and nobody wrote another word but in one passage.
        let desk = import(&staff, "acqua-2.md", SECOND.as_bytes());
        assert!(!desk.says("Decidi su"), "{}", desk.text());
        publish(&staff);
        let plan = visitor.get("/percorsi/valdora/piano/2");
        assert_eq!(ways(&plan, "#p2"), ["#p4", "#p5", SITE]);
        assert_eq!(ways(&plan, "#p5"), ["#p6"]);
        let compared = visitor.get("/percorsi/valdora/piano/confronto?da=1&a=2");
        assert!(compared.all("article.change ins").is_empty() || !compared.all("article.change ins").join(" ").contains("tabella"), "{}", compared.text());
    }

    fn who_writes_the_draft_keeps_the_links_and_sees_where_they_lead(house) {
        let staff = first(house);
        publish(&staff);
        staff.get(DESK);
        staff.submit(&format!("{DESK}/inizia"), &[]);
        assert_eq!(ways(&staff.get(&text("")), ".working > li:nth-child(2)"), [
            format!("{DESK}/anteprima?capitolo=4#p4"), format!("{DESK}/anteprima?capitolo=5#p5"), SITE.to_owned(),
        ]);
        let form = form_of(&staff, "P-002");
        let typed = staff.get(&form).one("#f-text");
        assert!(typed.contains("(#P-004)") && typed.contains("[la tabella](#P-005)"), "{typed}");
        assert!(staff.page().says("[parole](#P-036) per un altro passaggio"));
        assert!(!staff.get(&text("")).says("da sistemare"), "{}", staff.page().text());

        // Typed in another way, and to a passage that is nowhere; words that would be an address of another kind stay words.
        let new = "Vedi [le vasche](#p3), [la tabella](#P-005), [via](#P-099), [x](#javascript:alert) e [y](#P-3\"x)";
        let kept = act(&staff, "P-002", &[("passo", "salva"), ("text", new)]);
        assert!(kept.says("Passaggio salvato") && kept.says("un collegamento porta a #P-099") && kept.says("3 cose da sistemare"), "{}", kept.text());
        assert!(!kept.body.contains("href=\"#javascript") && !kept.body.contains("href=\"#P-3"));
        assert!(staff.get(&form_of(&staff, "P-002")).one("#f-text").contains("[le vasche](#P-003)"));
        let lost = staff.open(&format!("{DESK}/anteprima?capitolo=99"));
        assert_eq!((lost.status.as_u16(), lost.header("location")), (303, Some("/percorsi/valdora/passaggi/99")));

        // Split, the first part keeps the code; joined, what led to the part leads to the whole.
        act(&staff, "P-003", &[("passo", "dividi"), ("text", "Le vasche del viale\n\nsaranno pulite due volte ogni anno")]);
        act(&staff, "P-006", &[("passo", "salva"), ("text", "Il laghetto e [la pulizia](#P-007)")]);
        act(&staff, "P-007", &[("passo", "unisci")]);
        assert!(staff.get(&form_of(&staff, "P-006")).one("#f-text").contains("[la pulizia](#P-003)"));
        // Typed before they were joined, sent after: it leads to the whole as well.
        act(&staff, "P-006", &[("passo", "salva"), ("text", "Il laghetto e ancora [la pulizia](#P-007)")]);
        assert!(staff.get(&form_of(&staff, "P-006")).one("#f-text").contains("ancora [la pulizia](#P-003)"));

        // Taken out, its address says where it went.
        act(&staff, "P-005", &[("passo", "togli")]);
        assert!(staff.get(&text("")).says("un collegamento porta a #P-005"), "{}", staff.page().text());
        publish(&staff);
        let visitor = house.browser();
        let plan = visitor.get("/percorsi/valdora/piano");
        assert_eq!(ways(&plan, "#p2"), ["#p3", "/percorsi/valdora/passaggi/5"], "{}", plan.text());
        assert!(plan.says("via, x e y") && !plan.all("#p6 a").is_empty());
        assert!(visitor.get("/percorsi/valdora/passaggi/5").says("non è più nel piano"));
        let json: serde_json::Value = serde_json::from_slice(&visitor.get("/percorsi/valdora/piano/2/scarica/piano.json").bytes).unwrap();
        let links: Vec<&str> = json["passages"][1]["spans"].as_array().unwrap().iter().filter_map(|s| s["link"].as_str()).collect();
        assert_eq!(links, ["#P-003", "#P-005"], "what leads nowhere is published as words");
    }

    fn a_link_follows_what_a_person_decides(house) {
        process(house);
        let staff = house.signed_in(ADMINISTRATOR);
        let line = |n: i32| format!("<a id=\"linea\"></a>Linea di azione {n}: aprire uno sportello per le associazioni del territorio");
        let head = "# Verde\n\nSi veda [la linea](#linea) del piano del verde di Valdora";
        let orto = "Ogni orto avrà un rubinetto e una persona che lo segue";
        let first = format!("{head}\n\n{}\n\n# Orti\n\nIl comune apre uno sportello per le imprese del territorio\n\n{orto}\n", line(12));
        let second = format!("{head}\n\n# Orti\n\n{orto}\n\n{}\n\nLe api trovano casa sui tetti delle scuole di Valdora\n", line(13));
        import(&staff, "verde.md", first.as_bytes());
        publish(&staff);
        let desk = import(&staff, "verde-2.md", second.as_bytes());
        assert!(desk.says("Decidi su un passaggio"), "{}", desk.text());
        let form = form_of(&staff, "P-002");
        let link = |staff: &Browser<'_>| staff.get(&form).one("#f-text").split("(#").nth(1).unwrap().split(')').next().unwrap().to_owned();
        let waits = link(&staff);
        assert!(waits.starts_with('r'), "the passage has no code yet");
        assert!(!staff.get(&text("")).says("da sistemare") && ways(&staff.page(), ".working > li:nth-child(2)").is_empty());
        // Typed before the decision and sent after it.
        let before = staff.get(&form).one("#f-text").trim().to_owned();
        let decisions = format!("{DESK}/decisioni");
        for (query, answer, code) in [("", "no", "P-008"), ("?prese=si", "3", "P-003")] {
            staff.get(&format!("{decisions}{query}"));
            staff.submit(&decisions, &[("risposta", answer)]);
            assert_eq!(link(&staff), code, "after {answer}");
        }
        // As a page had it between the two decisions, under a code that no passage has any longer.
        staff.get(&form);
        staff.submit(&form, &[("passo", "salva"), ("text", &before.replace(&format!("#{waits}"), "#P-008"))]);
        assert_eq!(link(&staff), "P-003");
        staff.get(&form);
        let kept = staff.submit(&form, &[("passo", "salva"), ("text", &format!("{before}!"))]);
        assert!(kept.says("Passaggio salvato"), "{}", kept.text());
        assert_eq!(link(&staff), "P-003");
        publish(&staff);
        assert_eq!(ways(&house.browser().get("/percorsi/valdora/piano"), "#p2"), ["#p3"]);
    }

    fn in_a_long_plan_a_link_leads_to_its_chapter(house) {
        process(house);
        let staff = house.signed_in(ADMINISTRATOR);
        let chapter = |name: &str, link: &str| {
            let rest: String = (0..90).map(|n| format!("Riga {n} di {name} con le sue parole, tutte diverse da {}\n\n", n * 7)).collect();
            format!("# {name}\n\nSi veda [l'altro capitolo](#{link})\n\n{rest}")
        };
        import(&staff, "lungo.md", format!("{}{}", chapter("Acqua", "terra"), chapter("Terra", "acqua")).as_bytes());
        let all = |staff: &Browser<'_>| house.queries(|| staff.get(&format!("{DESK}/anteprima"))).1;
        let few = all(&staff);
        let preview = staff.get(&format!("{DESK}/anteprima?capitolo=1"));
        assert_eq!(ways(&preview, "#p2"), [format!("{DESK}/anteprima?capitolo=93#p93")]);
        publish(&staff);
        let visitor = house.browser();
        let page = visitor.get("/percorsi/valdora/piano/1/capitolo/1");
        assert_eq!(ways(&page, "#p2"), ["/percorsi/valdora/piano/1/capitolo/93#p93"]);
        let other = visitor.get(ways(&page, "#p2")[0].split('#').next().unwrap());
        assert!(!other.all("#p93").is_empty() && ways(&other, "#p94") == ["/percorsi/valdora/piano/1/capitolo/1#p1"]);
        assert_eq!(ways(&visitor.get("/percorsi/valdora/piano/1?tutto=si"), "#p2"), ["#p93"]);
        // Many links, no more questions to the database.
        let many: String = (1..90).map(|n| format!("Riga {n} che porta a [un'altra](#riga) e [ancora](#terra)\n\n")).collect();
        import(&staff, "lungo-2.md", format!("# Acqua\n\n<a id=riga></a>Prima\n\n{many}\n\n# Terra\n\n{}", chapter("Terra", "acqua")).as_bytes());
        let many = all(&staff);
        assert!(many <= few + 1, "{many} against {few}");
    }
}
