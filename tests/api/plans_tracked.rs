//! The comparison as a file with tracked changes: accepted it is the later version, rejected the earlier.

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::plans::{ADMINISTRATOR, DESK, import, process, publish};

const FIRST: &str = "# Acqua\n\n\
    Ogni fontana del parco avrà un rubinetto a **tempo** e una targa con i dati dell'acqua\n\n\
    Le vasche del viale saranno pulite due volte l'anno con prodotti naturali\n\n\
    Gli orti sociali riceveranno acqua piovana raccolta dai tetti delle scuole vicine\n\n\
    Il laghetto ospiterà barche a remi nei giorni festivi d'estate\n\n\
    - primo punto sulle aiuole del centro storico\n- secondo punto sulle aiuole della periferia\n\n\
    | Anno | Spesa |\n|---|---|\n| 2031 | 10 |\n| 2032 | 11 |\n\n\
    1. Il piano <vale> cinque anni & si rivede ogni anno in assemblea pubblica\n";

const SECOND: &str = "# Acqua e fontane\n\n\
    Le vasche del viale saranno pulite tre volte l'anno, con prodotti naturali\n\n\
    Un passaggio del tutto nuovo sulle api che trovano casa sui tetti\n\n\
    Gli orti sociali riceveranno acqua piovana raccolta dai tetti delle scuole vicine\n\n\
    - primo punto sulle aiuole del centro storico\n- secondo punto sulle aiuole della periferia\n\n\
    | Anno | Spesa |\n|---|---|\n| 2031 | 12 |\n| 2032 | 11 |\n| 2033 | 9 |\n\n\
    1. Il piano <vale> dieci anni & si rivede ogni anno in assemblea pubblica\n\n\
    Ogni fontana del parco avrà un rubinetto a **tempo** e una targa con i dati dell'acqua\n";

/// What a text between two marks is taken for.
fn without(xml: &str, open: &str, close: &str, keep: bool) -> String {
    let mut out = String::new();
    let mut rest = xml;
    while let Some(at) = rest.find(open) {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let end = from.find('>').unwrap() + 1;
        if from[..end].ends_with("/>") {
            rest = &from[end..];
            continue;
        }
        let stop = from.find(close).unwrap();
        if keep {
            out.push_str(&from[end..stop]);
        }
        rest = &from[stop + close.len()..];
    }
    out.push_str(rest);
    out
}

/// The file with every change rejected, as a word processor would.
fn rejected(docx: &[u8]) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(docx)).unwrap();
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for n in 0..archive.len() {
        let mut file = archive.by_index(n).unwrap();
        let (name, mut text) = (file.name().unwrap().into_owned(), String::new());
        file.read_to_string(&mut text).unwrap();
        if name == "word/document.xml" {
            let rows: Vec<String> = text
                .split("<w:tr>")
                .enumerate()
                .map(|(n, row)| {
                    let came = n > 0 && row.split("</w:trPr>").next().unwrap().contains("<w:ins ");
                    let (_, after) = row.split_once("</w:tr>").unwrap_or(("", row));
                    if came {
                        after.to_owned()
                    } else if n > 0 {
                        format!("<w:tr>{row}")
                    } else {
                        row.to_owned()
                    }
                })
                .collect();
            text = without(&rows.concat(), "<w:ins ", "</w:ins>", false);
            text = without(&text, "<w:del ", "</w:del>", true).replace("w:delText", "w:t");
        }
        writer.start_file(name, SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// What a file says, a line for each block, its number before it.
fn says(name: &str, bytes: &[u8]) -> Vec<String> {
    let source = reader::read(name, bytes).unwrap();
    let line = |b: &reader::Block| format!("{} {}", b.number.clone().unwrap_or_default(), b.text()).trim().to_owned();
    source.blocks.iter().map(line).collect()
}

for_each_database! {
    fn words_are_found_in_all_their_forms(house) {
        process(house);
        let staff = house.signed_in(ADMINISTRATOR);
        import(&staff, "acqua.md", FIRST.as_bytes());
        let visitor = house.browser();
        let search = "/percorsi/valdora/piano/1/cerca";
        assert_eq!(visitor.get(search).status, 404, "a draft is not searched");
        publish(&staff);
        visitor.get("/percorsi/valdora/piano");
        assert!(visitor.click("Cerca nel piano").path.ends_with("/cerca"));
        let page = visitor.get(&format!("{search}?q=fontane+giardino"));
        assert!(page.says("Nessun passaggio"), "{}", page.text());
        let page = visitor.get(&format!("{search}?q=Fontane"));
        assert!(page.all("mark") == ["fontana"] && page.attributes(".queue-item a.code", "href") == ["/percorsi/valdora/piano/1#p2"], "{}", page.text());
        assert_eq!(page.attributes("#f-q", "value"), ["Fontane"]);
        let hostile = visitor.get(&format!("{search}?q=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E&pagina=99999999"));
        assert!(hostile.status == 200 && !hostile.body.contains("<script>alert"), "{}", hostile.text());
        assert!(visitor.get(&format!("{search}?q=%00{}", "x".repeat(5000))).status.as_u16() < 500);
        assert_eq!(visitor.get("/percorsi/valdora/piano/9/cerca?q=a").status, 404);
    }

    fn accepted_it_is_the_later_version_and_rejected_the_earlier(house) {
        process(house);
        let staff = house.signed_in(ADMINISTRATOR);
        import(&staff, "acqua.md", FIRST.as_bytes());
        publish(&staff);
        let visitor = house.browser();
        let address = "/percorsi/valdora/piano/confronto.docx";
        assert_eq!(visitor.get(address).status, 404, "there is nothing to compare yet");
        import(&staff, "acqua-2.md", SECOND.as_bytes());
        let decisions = format!("{DESK}/decisioni");
        while !staff.get(&decisions).all("button[name=risposta]").is_empty() {
            let first = staff.page().attributes("button[name=risposta]", "value").remove(0);
            staff.submit(&decisions, &[("risposta", &first)]);
        }
        publish(&staff);
        let link = visitor.get("/percorsi/valdora/piano/confronto").link("Scarica il confronto con le revisioni").unwrap();
        let file = visitor.get(&link);
        assert!(file.header("content-disposition").unwrap().contains("valdora-1-2.docx"));
        assert_eq!(says("x.docx", &file.bytes), says("x.md", SECOND.as_bytes()));
        assert_eq!(says("x.docx", &rejected(&file.bytes)), says("x.md", FIRST.as_bytes()));
        let report = reader::read("x.docx", &file.bytes).unwrap().report;
        assert!(report.notes.iter().any(|n| n.what == reader::NoteKind::InsertionsAccepted));
        assert!(report.notes.iter().any(|n| n.what == reader::NoteKind::DeletionsAccepted));
        let mut archive = ZipArchive::new(Cursor::new(&file.bytes)).unwrap();
        let mut xml = String::new();
        archive.by_name("word/document.xml").unwrap().read_to_string(&mut xml).unwrap();
        assert!(xml.contains("w:author=\"Città di Valdora\"") && xml.contains("w:date=\"2031-03-03T09:00:00Z\""), "{}", &xml[..600]);
        assert!(xml.contains("<w:b/>"), "emphasis stays");
        for wrong in ["?da=1&a=1", "?da=x", "?a=9"] {
            assert_eq!(visitor.get(&format!("{address}{wrong}")).status, 404, "{wrong}");
        }
        // A draft is nobody's to compare.
        staff.get(DESK);
        staff.submit(&format!("{DESK}/inizia"), &[]);
        assert_eq!(visitor.get(&format!("{address}?da=2&a=3")).status, 404);
    }
}
