//! A passage of the draft is put after another at once, a heading with all it contains or alone; what cannot be is said, and what was
//! typed stays.

use crate::harness::{Browser, Page};
use crate::plans::{ADMINISTRATOR, publish};
use crate::plans_writing::{act, begun, codes, form_of, text};

/// Sends the form that puts a passage elsewhere, from the passage's own page.
pub fn put(staff: &Browser<'_>, code: &str, fields: &[(&str, &str)]) -> Page {
    let form = form_of(staff, code);
    staff.get(&form);
    let mut all = vec![("verso", "dopo")];
    all.extend_from_slice(fields);
    staff.submit(&format!("{form}/sposta"), &all)
}

for_each_database! {
    fn a_passage_is_put_after_another_at_once(house) {
        let staff = begun(house);
        assert_eq!(codes(&staff), ["P-001", "P-002", "P-003", "P-004", "P-005", "P-006", "P-007"]);
        let moved = put(&staff, "P-002", &[("dove", "dopo"), ("after", "p 6")]);
        assert!(moved.says("Passaggio spostato") && moved.status == 200, "{}", moved.text());
        assert_eq!(codes(&staff), ["P-001", "P-003", "P-004", "P-005", "P-006", "P-002", "P-007"]);
        put(&staff, "P-007", &[("dove", "inizio"), ("after", "")]);
        assert_eq!(codes(&staff), ["P-007", "P-001", "P-003", "P-004", "P-005", "P-006", "P-002"]);

        // A heading goes with what it contains, or alone.
        let page = staff.get(&form_of(&staff, "P-004"));
        assert!(page.says("Il titolo con i 3 passaggi che contiene"), "{}", page.text());
        assert_eq!(page.attributes("datalist option", "value"), ["P-001"], "the other headings are suggested");
        put(&staff, "P-004", &[("dove", "dopo"), ("after", "P-001"), ("sezione", "si")]);
        assert_eq!(codes(&staff), ["P-007", "P-001", "P-004", "P-005", "P-006", "P-002", "P-003"]);
        put(&staff, "P-004", &[("dove", "dopo"), ("after", "P-006"), ("sezione", "no")]);
        assert_eq!(codes(&staff), ["P-007", "P-001", "P-005", "P-006", "P-004", "P-002", "P-003"]);
        act(&staff, "P-005", &[("passo", "salva"), ("kind", "number-1"), ("number", "3.2."), ("text", "orti per le scuole")]);
        put(&staff, "P-003", &[("dove", "dopo"), ("after", "3.2")]);
        assert_eq!(codes(&staff)[..4], ["P-007", "P-001", "P-005", "P-003"]);
        // It stands there already: nothing is moved, nothing is wrong.
        assert!(put(&staff, "P-003", &[("dove", "dopo"), ("after", "P-005")]).says("Passaggio spostato"));

        let history = staff.get(&format!("{}/storia", form_of(&staff, "P-003")));
        assert!(history.says("Spostato: Amministratrice"), "{}", history.text());
        publish(&staff);
        let compared = house.browser().get("/percorsi/valdora/piano/confronto");
        assert!(compared.says("spostato"), "{}", compared.text());
    }

    fn what_cannot_be_is_said_and_what_was_typed_stays(house) {
        let staff = begun(house);
        let before = codes(&staff);
        let table = [
            ("P-002", "P-099", "nessun passaggio ha questo codice"),
            ("P-002", "P-002", "È il passaggio da spostare"),
            ("P-004", "P-006", "Sta dentro la parte da spostare"),
            ("P-002", "", "Questo campo va compilato"),
            ("P-002", "<script>alert(1)</script>", "nessun passaggio ha questo codice"),
        ];
        for (code, after, said) in table {
            let page = put(&staff, code, &[("dove", "dopo"), ("after", after)]);
            assert!(page.status == 422 && page.one(".error-summary").contains(said), "{after}: {}", page.text());
            assert_eq!(page.attributes("#f-after", "value").concat(), after, "what was typed stays");
            assert!(!page.body.contains("<script>alert") && page.one("#f-text").len() > 3, "the passage's own form is as it was");
        }
        let long = put(&staff, "P-002", &[("dove", "dopo"), ("after", &"9".repeat(41))]);
        assert!(long.status == 422 && long.one(".error-summary").contains("40"), "{}", long.text());
        assert_eq!(codes(&staff), before);

        // Two have the page open: what the first takes out, the second cannot put anything after; and a passage that is gone is gone.
        let other = house.signed_in(ADMINISTRATOR);
        let (form, gone) = (form_of(&staff, "P-002"), form_of(&staff, "P-003"));
        staff.get(&form);
        other.get(&gone);
        other.submit(&gone, &[("passo", "togli")]);
        let late = staff.submit(&format!("{form}/sposta"), &[("verso", "dopo"), ("dove", "dopo"), ("after", "P-003")]);
        assert!(late.status == 422 && late.says("nessun passaggio ha questo codice"), "{}", late.text());
        staff.get(&form);
        let mut typed = staff.page().form(&format!("{form}/sposta"), &[("dove", "inizio")]);
        typed.retain(|(name, _)| name != "_once");
        assert_eq!(staff.post(&format!("{gone}/sposta"), &typed).status, 404);
        assert_eq!(staff.get(&text("")).all(".working .code").len(), before.len() - 1);
    }
}
