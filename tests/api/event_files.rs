//! Documents of an event that are uploaded: what kind they may be, who reads them, how they are sent, and that they go.

use domain::events::{Facts, Kind};

use crate::events::{DESK, PROCESS, STAFF, facts, process, published};
use crate::harness::{Browser, House, Page};

/// A file of several parts.
fn document() -> Vec<u8> {
    let mut bytes = b"%PDF-1.7 prova ".to_vec();
    bytes.extend((0..700_000_u32).map(|n| u8::try_from(n % 251).unwrap()));
    bytes
}

fn send(browser: &Browser<'_>, title: &str, file: Option<&[u8]>) -> Page {
    browser.get(&format!("{DESK}/1/documenti"));
    let files: Vec<_> = file.map(|bytes| ("file", "La <mappa>.del quartiere.exe", bytes)).into_iter().collect();
    browser.upload(&format!("{DESK}/1/documenti/carica"), &[("title", title), ("note", "Con le aree")], &files)
}

fn address(page: &Page) -> String {
    page.attributes("main a[href*='/documenti/']", "href").remove(0)
}

fn trail(house: &House) -> Page {
    house.administrator("capo@example.org");
    house.signed_in("capo@example.org").get("/amministrazione/tracce")
}

for_each_database! {
    fn a_document_is_uploaded_read_and_taken_away(house) {
        let process = process(house);
        published(house, process, facts("Uno"));
        let (browser, stranger) = (house.signed_in(STAFF), house.browser());
        let done = send(&browser, "Mappa <b>del</b> quartiere", Some(&document()));
        assert!(done.says("Documento caricato") && done.says("Mappa <b>del</b> quartiere"), "{}", done.text());
        assert_eq!(done.path, format!("{DESK}/1/documenti"));

        let page = stranger.get(&format!("{PROCESS}/incontri/1"));
        for words in ["Mappa <b>del</b> quartiere", "La <mappa>.del quartiere.pdf, 684 kB", "Con le aree"] {
            assert!(page.says(words), "{words}: {}", page.text());
        }
        let file = address(&page);
        let got = stranger.open(&file);
        assert!(got.bytes == document(), "{} bytes", got.bytes.len());
        assert_eq!(got.header("content-type"), Some("application/pdf"));
        assert_eq!(got.header("content-disposition"), Some("inline; filename=\"Lamappa.delquartiere.pdf\""));
        assert_eq!(got.header("x-content-type-options"), Some("nosniff"));
        assert!(got.header("content-security-policy").unwrap().contains("sandbox"));
        published(house, process, facts("Due"));
        assert_eq!(stranger.open(&file.replace("incontri/1", "incontri/2")).status, 404, "of another event");

        // A link beside it stays possible, and does not take its place.
        browser.get(&format!("{DESK}/1/documenti"));
        browser.submit(&format!("{DESK}/1/documenti"), &[("title-1", "Il bando"), ("link-1", "https://example.org/b")]);
        let page = stranger.get(&format!("{PROCESS}/incontri/1"));
        assert!(page.says("Il bando") && page.says("Mappa"), "{}", page.text());

        browser.get(&format!("{DESK}/1/documenti"));
        let remove = browser.page().attributes("form[action$='/togli']", "action").remove(0);
        assert!(browser.submit(&remove, &[]).says("Documento tolto"));
        assert_eq!(stranger.open(&file).status, 404);
        assert!(!stranger.get(&format!("{PROCESS}/incontri/1")).says("Mappa"));
        browser.get(&format!("{DESK}/1/documenti"));
        let csrf = browser.page().attributes("input[name=_csrf]", "value").remove(0);
        assert_eq!(browser.post(&remove, &[("_csrf".into(), csrf)]).status, 404, "it is gone already");
        let trail = trail(house);
        assert!(trail.says("incontro 1: documento caricato") && trail.says("incontro 1: documento tolto"), "{}", trail.text());
    }

    fn what_is_no_document_is_told(house) {
        let process = process(house);
        published(house, process, facts("Uno"));
        let browser = house.signed_in(STAFF);
        let large = { let mut all = b"%PDF-1.7".to_vec(); all.resize(domain::uploads::MOST_BYTES + 1, b'x'); all };
        for (title, file, words) in [
            ("Mappa", None, "Questo campo va compilato"),
            ("Mappa", Some(&b"MZ\x90\0 non e un documento"[..]), "Serve un file PDF, DOCX o ODT"),
            ("Mappa", Some(&b"<svg onload=alert(1)>"[..]), "Serve un file PDF, DOCX o ODT"),
            ("", Some(&document()[..]), "Questo campo va compilato"),
            ("Mappa", Some(&large[..]), "al massimo 20 MB"),
        ] {
            let page = send(&browser, title, file);
            assert!(page.status == 422 && page.says(words), "{title} {words}: {} {}", page.status, page.text());
            assert!(page.body.contains("Con le aree"), "what was typed is kept");
        }
        let long = send(&browser, &"M".repeat(301), Some(&document()));
        assert_eq!(long.status, 422, "{}", long.text());
        assert!(!house.browser().get(&format!("{PROCESS}/incontri/1")).says("Mappa"));

        // Who may not write does not upload.
        let csrf = browser.page().attributes("input[name=_csrf]", "value").remove(0);
        for other in [house.signed_in("facilita@example.org"), house.browser()] {
            let page = other.post(&format!("{DESK}/1/documenti/carica"), &[("_csrf".into(), csrf.clone()), ("title".into(), "X".into())]);
            assert_eq!(page.status, 403);
        }
    }

    fn documents_of_a_restricted_meeting_are_for_those_who_may_see_it(house) {
        let process = process(house);
        house.account("Invitata Esempio", "invitata@example.org");
        house.account("Altra Esempio", "altra@example.org");
        published(house, process, Facts { kind: Kind::Steering, ..facts("Cabina di prova") });
        let browser = house.signed_in(STAFF);
        let page = send(&browser, "Ordine del giorno", Some(&document()));
        assert!(page.says("li legge solo chi può vedere"), "{}", page.text());
        let file = address(&page);
        browser.get(&format!("{DESK}/1/invitati"));
        browser.submit(&format!("{DESK}/1/invitati"), &[("email", "invitata@example.org")]);
        let guest = house.signed_in("invitata@example.org");
        assert!(guest.get(&format!("{PROCESS}/incontri/1")).says("Ordine del giorno"));
        assert_eq!(guest.open(&file).status, 200);
        assert!(guest.page().header("cache-control").unwrap().contains("private"));
        for nobody in [house.signed_in("altra@example.org"), house.browser()] {
            assert_eq!(nobody.open(&file).status, 404);
        }
    }
}
