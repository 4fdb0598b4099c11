//! The pictures of a plan: kept once, at an address that never changes, typed by their bytes, and nothing in them is run.

use crate::harness::{Browser, House};
use crate::plans::{ADMINISTRATOR, DESK, import, process, publish};

/// A picture of one point.
pub const PNG: &str =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";
const SVG: &str = "PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIG9ubG9hZD0iYWxlcnQoMSkiLz4=";

fn page(alt: &str) -> String {
    format!(
        "<!doctype html><html><body><h1>Verde</h1><p>Ecco la pianta del parco, con i vialetti</p>\
         <p><img src=\"data:image/png;base64,{PNG}\" alt=\"{alt}\"></p>\
         <p><img src=\"data:image/svg+xml;base64,{SVG}\" alt=\"Un disegno\"></p></body></html>"
    )
}

/// The addresses of the pictures on a page.
fn pictures(browser: &Browser<'_>, path: &str) -> Vec<String> {
    browser.get(path).attributes(".passage-figure img", "src")
}

pub fn draft(house: &House, alt: &str) -> (String, String) {
    process(house);
    let staff = house.signed_in(ADMINISTRATOR);
    import(&staff, "verde.html", page(alt).as_bytes());
    let found = pictures(&staff, &format!("{DESK}/anteprima"));
    assert_eq!(found.len(), 1, "the drawing that may hold a program is not kept: {}", staff.page().body);
    (found[0].clone(), staff.page().text())
}

for_each_database! {
    fn a_picture_is_public_with_its_version(house) {
        let (address, shown) = draft(house, "La pianta del parco");
        assert!(shown.contains("Un disegno"), "its words stand in its place: {shown}");
        let (staff, visitor) = (house.signed_in(ADMINISTRATOR), house.browser());
        let seen = staff.get(&address);
        assert_eq!((seen.status.as_u16(), seen.header("content-type"), seen.header("cache-control")), (200, Some("image/png"), Some("no-store")));
        assert_eq!(visitor.get(&address).status, 404, "a draft's picture is its staff's");
        publish(&staff);
        let public = visitor.get(&address);
        assert_eq!((public.status.as_u16(), &public.bytes[..4]), (200, &b"\x89PNG"[..]));
        assert!(public.header("cache-control").unwrap().contains("immutable") && public.header("x-content-type-options") == Some("nosniff"));
        let policy = public.header("content-security-policy").unwrap();
        assert!(policy.contains("default-src 'none'") && policy.contains("sandbox"), "{policy}");
        assert_eq!(address.rsplit('/').next().unwrap(), domain::id::sha256(&public.bytes), "its address is what it is");
        let plan = visitor.get("/percorsi/valdora/piano");
        assert_eq!(plan.attributes(".passage-figure img", "alt"), ["La pianta del parco"]);
        for wrong in ["0".repeat(64), "x".into(), "../../etc".into(), "A".repeat(64)] {
            assert_eq!(visitor.get(&format!("/percorsi/valdora/immagini/{wrong}")).status, 404, "{wrong}");
        }
        // The next version, begun here, shows the same; thrown away, it takes nothing along.
        staff.get(DESK);
        staff.submit(&format!("{DESK}/inizia"), &[]);
        assert_eq!(pictures(&staff, &format!("{DESK}/anteprima")), std::slice::from_ref(&address));
        staff.get(DESK);
        staff.submit(&format!("{DESK}/scarta"), &[]);
        assert_eq!(visitor.get(&address).status, 200);
    }

    fn a_picture_without_words_is_kept_and_pointed_out(house) {
        let (address, _) = draft(house, "");
        let staff = house.signed_in(ADMINISTRATOR);
        let desk = staff.get(DESK);
        assert!(desk.says("Una cosa da sistemare") && desk.says("immagine senza testo alternativo"), "{}", desk.text());
        let form = desk.attributes(".notice-warning a", "href").remove(0);
        let page = staff.get(&form);
        assert!(page.attributes("[data-preview] img", "src") == [address.clone()] && page.says("Testo alternativo"), "{}", page.text());
        let kept = staff.submit(&form, &[("passo", "salva"), ("text", "La pianta del parco, vista dall'alto")]);
        assert!(kept.says("Passaggio salvato") && kept.attributes(".passage-figure img", "alt") == ["La pianta del parco, vista dall'alto"]);
        assert!(!staff.get(DESK).says("da sistemare"));
        publish(&staff);
        // A corrected file without the words again: the picture is the same passage.
        let desk = import(&staff, "verde.html", self::page("").as_bytes());
        assert!(!desk.says("da sistemare") && !desk.says("Decidi su"), "its words are remembered: {}", desk.text());
        assert_eq!(staff.get(&format!("{DESK}/anteprima")).attributes(".passage-figure img", "alt"), ["La pianta del parco, vista dall'alto"]);
        staff.get(DESK);
        staff.submit(&format!("{DESK}/scarta"), &[]);
        assert_eq!(house.browser().get(&address).status, 200);
    }

    fn a_draft_that_is_replaced_forgets_its_pictures(house) {
        let (address, _) = draft(house, "La pianta");
        let staff = house.signed_in(ADMINISTRATOR);
        import(&staff, "verde.md", b"# Verde\n\nSolo parole\n");
        assert_eq!(staff.get(&address).status, 404);
    }
}
