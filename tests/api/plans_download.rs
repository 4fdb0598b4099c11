//! A version as a file: the same in every form, made once; a draft for its staff only.

use std::io::{Cursor, Read};

use domain::accounts;
use domain::plans::{self, FileFormat};

use crate::harness::Browser;
use crate::plans::{ADMINISTRATOR, DESK, import, process, publish};
use crate::plans_images::PNG;

fn plan() -> String {
    format!(
        "<h1>Acqua piovana</h1><p>Ogni tetto <b>raccoglie</b> acqua &amp; vento per <i>gli orti</i></p>\
         <h2>2.1 Serbatoi</h2><ol><li>grandi sotto le piazze<ul><li>anche di pietra</li></ul></li><li>piccoli nei cortili</li></ol>\
         <p><img src=\"data:image/png;base64,{PNG}\" alt=\"Un serbatoio sotto la piazza\"></p>\
         <table><caption>Litri per zona</caption><tr><th>Zona</th><th colspan='2'>Litri</th></tr>\
         <tr><td rowspan='2'>Centro</td><td>piazze</td><td>100</td></tr><tr><td>viali</td><td>250</td></tr></table>\
         <p>La rete si controlla due volte ogni anno</p>"
    )
}

/// Words that every form says, in this order.
const SAID: [&str; 9] = ["piovana", "vento", "Serbatoi", "grandi", "pietra", "piccoli", "Centro", "250", "controlla"];

fn in_order(text: &str, form: &str) {
    let mut rest = text;
    for word in SAID {
        let at = rest.find(word).unwrap_or_else(|| panic!("{form} lost {word:?} in {text}"));
        rest = &rest[at + word.len()..];
    }
}

fn file(number: i32, ending: &str) -> String {
    format!("/percorsi/valdora/piano/{number}/scarica/piano.{ending}")
}

/// Gives the draft a summary.
fn summarize(staff: &Browser<'_>) {
    let form = format!("{DESK}/sintesi");
    staff.get(&form);
    staff.submit(&form, &[("text", "Acqua e rugiada per gli orti.\n\nEntro il 2031.")]);
}

fn pdf_text(bytes: &[u8]) -> String {
    let pdf = lopdf::Document::load_mem(bytes).unwrap();
    let pages: Vec<u32> = pdf.get_pages().into_keys().collect();
    pdf.extract_text(&pages).unwrap()
}

/// A part of a package.
fn packed(bytes: &[u8], name: &str) -> String {
    let mut text = String::new();
    zip::ZipArchive::new(Cursor::new(bytes)).unwrap().by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

for_each_database! {
    fn a_version_is_taken_away_in_five_forms(house) {
        process(house);
        let (staff, visitor) = (house.signed_in(ADMINISTRATOR), house.browser());
        import(&staff, "acqua.html", plan().as_bytes());
        // A draft: nothing for the public, and for its staff a file that says what it is.
        for format in FileFormat::ALL {
            assert_eq!(visitor.get(&file(1, format.as_str())).status, 404, "{format:?}");
            assert_eq!(visitor.open(&format!("{DESK}/bozza/bozza.{}", format.as_str())).status, 303);
        }
        assert!(staff.get(&format!("{DESK}/anteprima")).says("Scarica la bozza"));
        let draft = staff.get(&format!("{DESK}/bozza/bozza.md"));
        assert!(draft.header("content-disposition").unwrap().contains("valdora-versione-1-bozza.md"));
        assert_eq!(draft.header("cache-control"), Some("no-store"));
        assert!(draft.body.contains("Bozza della versione 1, non pubblicata") && !draft.body.contains("/passaggi/"), "{}", draft.body);
        let json: serde_json::Value = serde_json::from_slice(&staff.get(&format!("{DESK}/bozza/bozza.json")).bytes).unwrap();
        assert!(json["published_at"].is_null() && json["passages"][0]["address"].is_null());

        summarize(&staff);
        publish(&staff);
        let page = visitor.get("/percorsi/valdora/piano");
        assert!(page.says("Scarica la versione 1") && !page.says("KB"), "no size is known yet");
        for (format, kind) in [
            ("pdf", "application/pdf"),
            ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            ("odt", "application/vnd.oasis.opendocument.text"),
            ("md", "text/markdown; charset=utf-8"),
            ("json", "application/json"),
        ] {
            let first = visitor.get(&file(1, format));
            assert_eq!((first.status.as_u16(), first.header("content-type")), (200, Some(kind)));
            assert!(first.header("content-disposition").unwrap().contains(&format!("valdora-versione-1.{format}")));
            assert!(first.header("cache-control").unwrap().starts_with("public"));
            assert_eq!(visitor.get(&file(1, format)).bytes, first.bytes, "{format} is made once");
            let text = match format {
                "pdf" => pdf_text(&first.bytes),
                "docx" | "odt" => {
                    let source = reader::read(&format!("x.{format}"), &first.bytes).unwrap();
                    assert_eq!((source.images.len(), &source.report.differences), (1, &Vec::new()), "{format}");
                    assert!(!source.blocks.iter().any(|b| b.text().contains("In breve") || b.text().contains("rugiada")), "{format}");
                    source.blocks.iter().map(reader::Block::text).collect::<Vec<_>>().join("\n")
                }
                _ => first.body.clone(),
            };
            in_order(&text, format);
        }
        let said = |format: &str| match format {
            "pdf" => pdf_text(&visitor.get(&file(1, "pdf")).bytes),
            "docx" => packed(&visitor.get(&file(1, "docx")).bytes, "word/document.xml"),
            "odt" => packed(&visitor.get(&file(1, "odt")).bytes, "content.xml"),
            format => visitor.get(&file(1, format)).body,
        };
        for format in ["pdf", "docx", "odt", "md", "json"] {
            assert!(said(format).contains("rugiada"), "{format} has no summary");
        }
        let json: serde_json::Value = serde_json::from_slice(&visitor.get(&file(1, "json")).bytes).unwrap();
        assert_eq!(json["summary"], "Acqua e rugiada per gli orti.\n\nEntro il 2031.");
        assert_eq!((json["format"].as_u64(), json["version"].as_u64()), (Some(1), Some(1)));
        let kinds: Vec<&str> = json["passages"].as_array().unwrap().iter().map(|p| p["kind"].as_str().unwrap()).collect();
        assert_eq!(kinds.iter().filter(|k| **k == "list_item").count(), 3, "{kinds:?}");
        assert!(kinds.contains(&"figure") && kinds.contains(&"table") && kinds.contains(&"caption"), "{kinds:?}");
        let first = &json["passages"][0];
        assert_eq!((first["code"].as_str(), first["level"].as_u64()), (Some("P-001"), Some(1)));
        assert!(first["address"].as_str().unwrap().ends_with("/percorsi/valdora/passaggi/1"));
        assert!(visitor.get("/percorsi/valdora/piano").says("KB"));
        for wrong in [file(9, "pdf"), file(1, "exe"), file(1, ""), "/percorsi/valdora/piano/1/scarica/altro.pdf".to_owned()] {
            assert_eq!(visitor.get(&wrong).status, 404, "{wrong}");
        }
    }

    fn an_export_comes_back_as_the_same_plan(house) {
        process(house);
        let (staff, visitor) = (house.signed_in(ADMINISTRATOR), house.browser());
        import(&staff, "acqua.html", plan().as_bytes());
        summarize(&staff);
        publish(&staff);
        for ending in ["docx", "odt"] {
            let export = visitor.get(&file(1, ending)).bytes;
            let desk = import(&staff, &format!("acqua.{ending}"), &export);
            assert!(desk.says("Ogni parola del file si ritrova nei passaggi"), "{}", desk.text());
            assert!(staff.get(&format!("{DESK}/decisioni")).all("button[name=risposta]").is_empty(), "{ending}: nothing is asked");
            assert!(staff.get(&format!("{DESK}/modifiche")).status.is_success());
        }
        publish(&staff);
        let json = |n| serde_json::from_slice::<serde_json::Value>(&visitor.get(&file(n, "json")).bytes).unwrap();
        let said = |plan: serde_json::Value| {
            let passages = plan["passages"].as_array().unwrap().iter();
            passages.map(|p| (p["code"].to_string(), p["kind"].to_string(), p["number"].to_string(), p["text"].to_string())).collect::<Vec<_>>()
        };
        assert_eq!(said(json(2)), said(json(1)), "the same codes on the same words");
    }

    fn a_draft_has_no_file_that_is_kept(house) {
        let id = process(house);
        let staff = house.signed_in(ADMINISTRATOR);
        import(&staff, "acqua.html", plan().as_bytes());
        let by = house.db().read(|c| accounts::ops::credentials(c, ADMINISTRATOR)).unwrap().unwrap().0;
        let by = house.db().read(|c| accounts::ops::actor_by_id(c, by.id)).unwrap();
        let draft = house.db().read(|c| plans::ops::by_number(c, &by, id, 1)).unwrap();
        let kept = house.db().write(house.now(), move |w| plans::ops::keep_file(w, draft.id, FileFormat::Json, b"{}"));
        assert!(kept.is_err());
    }
}
