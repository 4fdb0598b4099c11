//! A draft written inside the product: passage by passage, two people at once, nothing lost and no code given twice.

use crate::harness::{Browser, House, Page};
use crate::plans::{ADMINISTRATOR, DESK, import, process, publish};

const PLAN: &str = "# Verde\n\nGli alberi sono curati da chi abita il quartiere\n\n\
    Le panchine **nuove** stanno all'ombra, vicino a [la fontana](https://example.org/a)\n\n\
    ### Orti\n\n- orti per le scuole\n- orti per le famiglie\n\n| Anno | Spesa |\n|---|---|\n| 2031 | 10 |\n";

pub fn text(rest: &str) -> String {
    format!("{DESK}/testo{rest}")
}

/// A published version, and the next one begun inside the product.
pub fn begun(house: &House) -> Browser<'_> {
    process(house);
    let staff = house.signed_in(ADMINISTRATOR);
    import(&staff, "verde.md", PLAN.as_bytes());
    publish(&staff);
    let begun = staff.submit(&format!("{DESK}/inizia"), &[]);
    assert!(begun.path == text("") && begun.says("ogni passaggio ha tenuto il suo codice"), "{}", begun.text());
    staff
}

/// The address of the form of the passage with a code.
pub fn form_of(staff: &Browser<'_>, code: &str) -> String {
    let page = staff.get(&text(""));
    let at = page
        .all(".working > li")
        .iter()
        .position(|row| row.contains(code))
        .unwrap_or_else(|| panic!("no {code}: {}", page.text()));
    let row = page.attributes(".working > li", "id")[at].clone();
    text(&format!("/{}", &row[1..]))
}

/// Opens the form of a passage and sends it with a button.
pub fn act(staff: &Browser<'_>, code: &str, fields: &[(&str, &str)]) -> Page {
    let form = form_of(staff, code);
    staff.get(&form);
    staff.submit(&form, fields)
}

/// The codes of the draft, in order.
pub fn codes(staff: &Browser<'_>) -> Vec<String> {
    staff.get(&text("")).all(".working .code")
}

for_each_database! {
    fn the_next_version_is_written_here(house) {
        let staff = begun(house);
        assert_eq!(codes(&staff), ["P-001", "P-002", "P-003", "P-004", "P-005", "P-006", "P-007"]);
        assert!(staff.get(DESK).says("Cominciata dalla versione pubblicata") && !staff.page().says("SHA-256"));

        let form = form_of(&staff, "P-003");
        let page = staff.get(&form);
        assert!(page.one("#f-text").contains("Le panchine **nuove** stanno all'ombra, vicino a [la fontana](https://example.org/a)"));
        let shown = staff.submit(&form, &[("passo", "anteprima"), ("text", "Le panchine *comode* stanno all'ombra")]);
        assert!(shown.all("[data-preview] em") == ["comode"] && !shown.all("[data-preview] del").is_empty(), "{}", shown.text());
        assert_eq!(shown.one("#f-text").trim(), "Le panchine *comode* stanno all'ombra", "nothing typed is lost");
        let kept = staff.submit(&form, &[("passo", "salva"), ("text", "Le panchine *comode* stanno all'ombra")]);
        assert!(kept.says("Passaggio salvato") && kept.all(".working em") == ["comode"], "{}", kept.text());

        let empty = act(&staff, "P-003", &[("passo", "salva"), ("text", "  ")]);
        assert_eq!(empty.status, 422);
        let long = act(&staff, "P-003", &[("passo", "salva"), ("text", &"x".repeat(50_001))]);
        assert!(long.status == 422 && long.says("50.000"), "{}", long.one(".error-summary"));
        let hostile = act(&staff, "P-003", &[("passo", "salva"), ("text", "<script>alert(1)</script> [x](javascript:alert(1))")]);
        assert!(hostile.says("Passaggio salvato") && !hostile.body.contains("<script>alert") && !hostile.body.contains("href=\"javascript"));

        let table = act(&staff, "P-007", &[("passo", "salva"), ("text", "| !Anno | !Spesa |\n| 2031 | 12 |\n| 2032 | 14 |")]);
        assert_eq!(table.all(".working tbody tr").len(), 2, "{}", table.text());
        let kind = act(&staff, "P-005", &[("passo", "salva"), ("kind", "number-1"), ("number", "a)"), ("text", "orti per le scuole")]);
        assert!(kind.says("Voce numerata, livello 1") && kind.says("a) orti per le scuole"), "{}", kind.text());

        let page = staff.get(&format!("{DESK}/modifiche"));
        assert!(page.says("P-003") && page.says("P-007") && page.says("Modificato: Amministratrice"), "{}", page.text());
        let history = staff.get(&format!("{}/storia", form_of(&staff, "P-003")));
        assert!(history.says("Testo di partenza") && history.says("Modificato: Amministratrice"), "{}", history.text());
        publish(&staff);
        let compared = house.browser().get("/percorsi/valdora/piano/confronto");
        assert!(compared.says("P-003") && compared.says("P-007") && !compared.says("P-006"), "{}", compared.text());
        assert!(compared.says("da voce di elenco, livello 1 a voce numerata, livello 1; numero a) aggiunto"), "{}", compared.text());
        assert_eq!(staff.get(&text("")).status, 404, "what is published is not written");
    }

    fn passages_are_split_joined_moved_added_and_taken_out(house) {
        let staff = begun(house);
        let uncut = act(&staff, "P-002", &[("passo", "dividi"), ("text", "Gli alberi sono curati")]);
        assert!(uncut.status == 422 && uncut.says("serve una riga vuota"), "{}", uncut.text());
        let whole = act(&staff, "P-002", &[("passo", "salva"), ("text", "Gli alberi\n\nsono curati")]);
        assert!(whole.status == 422 && whole.says("C’è una riga vuota"));

        let split = act(&staff, "P-002", &[("passo", "dividi"), ("text", "Gli alberi sono curati\n\nda chi abita il quartiere")]);
        assert!(split.says("Passaggio diviso"), "{}", split.text());
        assert_eq!(codes(&staff)[..4], ["P-001", "P-002", "P-008", "P-003"]);
        assert!(staff.get(&format!("{DESK}/abbinamenti?come=divisi")).says("Diviso da P-002"));
        // Joined again it is what it was, and the code of the part is not given again.
        let joined = act(&staff, "P-008", &[("passo", "unisci")]);
        assert!(joined.says("Passaggi uniti") && joined.says("Gli alberi sono curati da chi abita il quartiere"), "{}", joined.text());
        assert!(codes(&staff).iter().all(|c| c != "P-008"));
        assert!(staff.get(&format!("{DESK}/abbinamenti?come=divisi")).all(".queue-item").is_empty());

        staff.get(&text(""));
        let after = form_of(&staff, "P-002").rsplit('/').next().unwrap().to_owned();
        staff.get(&text(&format!("/nuovo?dopo={after}")));
        let added = staff.submit(&text("/nuovo"), &[("passo", "salva"), ("text", "Un frutteto per tutti")]);
        assert!(added.says("Passaggio aggiunto"), "{}", added.text());
        assert_eq!(codes(&staff)[..4], ["P-001", "P-002", "P-009", "P-003"]);

        // Two that were published are joined: the first lives on, the other says where it went.
        act(&staff, "P-006", &[("passo", "unisci")]);
        assert!(staff.get(&format!("{DESK}/conclusi")).says("P-006") && staff.page().says("Detto da una persona"), "{}", staff.page().text());
        // A new one above a published one gives way.
        let way = act(&staff, "P-003", &[("passo", "unisci")]);
        assert!(way.says("Un frutteto per tutti Le panchine"), "{}", way.text());
        assert_eq!(codes(&staff)[..3], ["P-001", "P-002", "P-003"]);

        let form = form_of(&staff, "P-007");
        let row = form.rsplit('/').next().unwrap().to_owned();
        let moved = staff.submit(&text(&format!("/{row}/sposta")), &[("verso", "su")]);
        assert!(moved.says("Passaggio spostato"), "{}", moved.text());
        let now = codes(&staff);
        assert_eq!(now, ["P-001", "P-002", "P-003", "P-004", "P-007", "P-005"]);
        act(&staff, "P-004", &[("passo", "togli")]);
        assert!(!codes(&staff).contains(&"P-004".to_owned()));
        staff.get(&text("/nuovo"));
        staff.submit(&text("/nuovo"), &[("passo", "salva"), ("text", "Premessa")]);
        assert_eq!(codes(&staff)[0], "P-010", "neither P-008 nor P-009 is given again");
        publish(&staff);
        let visitor = house.browser();
        assert!(visitor.get("/percorsi/valdora/passaggi/6").says("confluito nel passaggio P-005"));
        assert_eq!(visitor.get("/percorsi/valdora/passaggi/8").status, 404, "it was never published");
    }

    fn who_comes_second_is_shown_both_texts(house) {
        let first = begun(house);
        let second = house.signed_in(ADMINISTRATOR);
        let form = form_of(&first, "P-002");
        first.get(&form);
        second.get(&form);
        assert!(first.submit(&form, &[("passo", "salva"), ("text", "Gli alberi sono curati da chi li pianta")]).says("Passaggio salvato"));
        let clash = second.submit(&form, &[("passo", "salva"), ("text", "Gli alberi sono curati da tutti")]);
        assert_eq!(clash.status, 409);
        assert!(clash.says("Nel frattempo qualcun altro ha cambiato questo passaggio"));
        assert!(clash.all(".sidebyside .redline").iter().any(|t| t.contains("chi li pianta")), "{}", clash.text());
        assert_eq!(clash.one("#f-text").trim(), "Gli alberi sono curati da tutti", "what was typed is still there");
        assert!(first.get(&text("")).says("da chi li pianta"), "nothing was overwritten");
        let knowing = second.submit(&form, &[("passo", "salva"), ("text", "Gli alberi sono curati da tutti, e da chi li pianta")]);
        assert!(knowing.says("Passaggio salvato") && knowing.says("da tutti, e da chi li pianta"));
        // The same while typing: the script is told by a status.
        first.get(&form);
        let mut typed = first.page().form(&form, &[("passo", "da-solo"), ("text", "Gli alberi e i cespugli")]);
        typed.retain(|(name, _)| name != "_once");
        let kept = first.post(&form, &typed);
        assert!(kept.status == 200 && kept.body.contains("\"revision\":4") && kept.body.contains("<p>Gli alberi e i cespugli</p>"), "{}", kept.body);
        assert_eq!(first.post(&form, &typed).status, 409, "the revision seen is no longer the one there");
        for step in ["dividi", "unisci", "togli"] {
            let mut late = typed.clone();
            late.retain(|(name, _)| name != "passo");
            late.push(("passo".into(), step.into()));
            late.push(("text".into(), "uno\n\ndue".into()));
            assert_eq!(first.post(&form, &late).status, 409, "{step}");
        }
    }

    fn what_is_to_be_mended_is_pointed_out(house) {
        process(house);
        let staff = house.signed_in(ADMINISTRATOR);
        let with_image = format!("{PLAN}\n![](senza.png)\n");
        let desk = import(&staff, "verde.md", with_image.as_bytes());
        assert!(desk.says("2 cose da sistemare") && desk.says("titolo di livello 3 subito sotto il livello 1"), "{}", desk.text());
        assert!(desk.says("immagine senza testo alternativo"), "{}", desk.text());
        act(&staff, "P-008", &[("passo", "salva"), ("text", "La pianta del parco")]);
        act(&staff, "P-004", &[("passo", "salva"), ("kind", "heading-2")]);
        assert!(!staff.get(DESK).says("da sistemare"));
        assert!(staff.page().says("2 passaggi modificati a mano"));
        assert!(staff.get(&format!("{DESK}/modifiche")).says("A mano: "), "{}", staff.page().text());
    }
}
