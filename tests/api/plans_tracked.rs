//! The comparison as a file with tracked changes: accepted it is the later version, rejected the earlier; for our reader, after
//! rejecting by hand, and for LibreOffice.

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::harness::Browser;
use crate::office;
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

/// Every kind of passage, merged cells, lists within lists, emphasis.
const RULES: &str = "<h1>Regole dell'acqua piovana</h1><h2>Dove si raccoglie l'acqua</h2>\
    <p>Premessa alla raccolta comune di acque</p><h3>Tetti e cortili delle scuole</h3>\
    <p>Ogni tetto <b>pubblico</b> raccoglie <i>acqua</i> per gli orti <b>vicini</b> della zona</p>\
    <p>Chi abita vicino al serbatoio ne custodisce la chiave</p>\
    <blockquote><p>Acqua di tutti, acqua di ciascuno e di chi verrà</p></blockquote>\
    <ol><li>serbatoi sotto le piazze grandi</li><li>canali lungo i viali alberati<ol type='a'><li>canali coperti di pietra</li>\
    <li>canali scoperti nel verde</li></ol></li><li>pozzi di quartiere riaperti</li></ol>\
    <ul><li>pompe a mano nei giardini<ul><li>pompe basse per i bambini</li></ul></li><li>fontane in ogni mercato</li></ul>\
    <table><tr><th>Zona</th><th colspan='2'>Litri</th></tr><tr><td rowspan='2'>Centro</td><td>piazze</td><td>100</td></tr>\
    <tr><td>viali</td><td>250</td></tr><tr><td>Collina</td><td>boschi</td><td>900</td></tr></table>\
    <table><tr><th>Anno</th><th>Pozzi</th></tr><tr><td>2031</td><td>4</td></tr></table>\
    <p>La rete si controlla due volte ogni anno</p>";

/// The same: the second heading a level lower, the premise a heading, a paragraph an item, a quotation a paragraph, items that come,
/// go and sink, emphasis that comes and goes, cells that change, a table that goes and one that comes.
const RULES_AGAIN: &str = "<h1>Regole dell'acqua piovana</h1><h3>Dove si raccoglie l'acqua</h3>\
    <h2>Premessa alla raccolta comune di acque</h2><h3>Tetti e cortili delle scuole</h3>\
    <p>Ogni tetto pubblico raccoglie <b>acqua</b> per gli <i>orti</i> <b>vicini</b> della zona</p>\
    <ul><li>Chi abita vicino al serbatoio ne custodisce la chiave</li></ul>\
    <p>Acqua di tutti, acqua di ciascuno e di chi verrà</p>\
    <ol><li>cisterne nuove sotto le scuole</li><li>serbatoi sotto le piazze grandi</li><li>canali lungo i viali alberati<ol type='a'>\
    <li>canali scoperti nel verde</li></ol></li><li>pozzi di quartiere riaperti e curati</li></ol>\
    <ul><li>pompe a mano nei giardini</li><li>pompe basse per i bambini<ul><li>fontane in ogni mercato</li></ul></li></ul>\
    <table><tr><th>Zona</th><th colspan='2'>Litri</th></tr><tr><td rowspan='2'>Centro</td><td>piazze</td><td>120</td></tr>\
    <tr><td>viali</td><td>250</td></tr><tr><td>Collina</td><td>boschi</td><td>900</td></tr></table>\
    <p>La rete si controlla <b>due volte</b> ogni anno</p>\
    <table><tr><th>Mese</th><th>Pioggia attesa</th></tr><tr><td>marzo</td><td>molta</td></tr></table>";

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

/// With the properties that a change of properties names as the old ones.
fn as_it_was(xml: &str, name: &str) -> String {
    let (open, close) = (format!("<{name}>"), format!("</{name}>"));
    let mut out = String::new();
    let mut rest = xml;
    while let Some(at) = rest.find(&format!("<{name}Change ")) {
        let (before, change) = rest.split_at(at);
        out.push_str(&before[..before.rfind(&open).unwrap()]);
        let end = format!("{close}</{name}Change>{close}");
        let (change, after) = change.split_once(&end).unwrap();
        out.push_str(&change[change.find(&open).unwrap()..]);
        out.push_str(&close);
        rest = after;
    }
    out + rest
}

/// The file with every change rejected, as a word processor would.
pub fn rejected(docx: &[u8]) -> Vec<u8> {
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
            text = rows.concat();
            // A paragraph whose mark came is not there; the next one keeps its place.
            let after = |p: &str| p.split_once("</w:p>").map_or(String::new(), |(_, after)| after.to_owned());
            let mut paragraphs = text.split("<w:p>");
            let first = paragraphs.next().unwrap().to_owned();
            let kept = paragraphs.map(|p| if p.contains("<w:rPr><w:ins ") { after(p) } else { format!("<w:p>{p}") });
            text = first + &kept.collect::<String>();
            text = without(&text, "<w:ins ", "</w:ins>", false);
            text = without(&text, "<w:del ", "</w:del>", true).replace("w:delText", "w:t");
            text = as_it_was(&as_it_was(&text, "w:pPr"), "w:rPr");
        }
        writer.start_file(name, SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// What a file says, a line for each block.
pub fn says(name: &str, bytes: &[u8]) -> Vec<String> {
    lines(&reader::read(name, bytes).unwrap().blocks)
}

/// What each block is, its number, its words, how they look, how its cells reach.
pub fn lines(blocks: &[reader::Block]) -> Vec<String> {
    let styled = |spans: &[reader::Span]| {
        let look =
            |s: &reader::Span| [(s.bold, "b"), (s.italic, "i")].iter().filter(|l| l.0).map(|l| l.1).collect::<String>();
        let mut out = String::new();
        for s in spans {
            out.push_str(&if look(s).is_empty() { s.text.clone() } else { format!("<{}:{}>", look(s), s.text) });
        }
        out.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let cell = |c: &reader::Cell| {
        // A word processor makes the text of a head row bold by its style.
        let text: String = c.spans.iter().map(|s| s.text.as_str()).collect();
        format!("{}{text}({}x{})", if c.header { "*" } else { "" }, c.colspan, c.rowspan)
    };
    let line = |b: &reader::Block| {
        let words = match &b.body {
            reader::Body::Text(spans) => styled(spans),
            reader::Body::Table { rows } => {
                rows.iter().map(|r| r.iter().map(cell).collect::<Vec<_>>().join(" | ")).collect::<Vec<_>>().join(" / ")
            }
            reader::Body::Figure { alt, .. } => alt.clone(),
        };
        format!("{:?} {} {words}", b.kind, b.number.clone().unwrap_or_default())
    };
    blocks.iter().map(line).collect()
}

/// Answers whatever is asked about a draft with the first answer that is offered.
fn decide(staff: &Browser<'_>) {
    let decisions = format!("{DESK}/decisioni");
    while !staff.get(&decisions).all("button[name=risposta]").is_empty() {
        let first = staff.page().attributes("button[name=risposta]", "value").remove(0);
        staff.submit(&decisions, &[("risposta", &first)]);
    }
}

/// Accepted and rejected by LibreOffice, the file is one version and the other.
fn holds_in_the_office(docx: &[u8], (first, second): (&str, &str), name: &str) {
    if !office::is_here() {
        return;
    }
    let (accepted, rejected) = office::decide(docx);
    assert_eq!(says("x.odt", &accepted), says(name, second.as_bytes()), "accepted");
    assert_eq!(says("x.odt", &rejected), says(name, first.as_bytes()), "rejected");
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
        // As it is told by phone, or read on paper.
        for code in ["P-002", "p2", "2"] {
            let page = visitor.get(&format!("{search}?q={code}"));
            assert_eq!(page.attributes(".queue-item a.code", "href"), ["/percorsi/valdora/piano/1#p2"], "{}", page.text());
        }
        assert!(visitor.get(&format!("{search}?q=P-099")).says("Nessun passaggio"));
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
        decide(&staff);
        publish(&staff);
        let link = visitor.get("/percorsi/valdora/piano/confronto").link("Scarica il confronto con le revisioni").unwrap();
        let file = visitor.get(&link);
        assert!(file.header("content-disposition").unwrap().contains("valdora-1-2.docx"));
        assert_eq!(says("x.docx", &file.bytes), says("x.md", SECOND.as_bytes()));
        assert_eq!(says("x.docx", &rejected(&file.bytes)), says("x.md", FIRST.as_bytes()));
        holds_in_the_office(&file.bytes, (FIRST, SECOND), "x.md");
        let report = reader::read("x.docx", &file.bytes).unwrap().report;
        assert!(report.notes.iter().any(|n| n.what == reader::NoteKind::InsertionsAccepted));
        assert!(report.notes.iter().any(|n| n.what == reader::NoteKind::DeletionsAccepted));
        let mut archive = ZipArchive::new(Cursor::new(&file.bytes)).unwrap();
        let mut xml = String::new();
        archive.by_name("word/document.xml").unwrap().read_to_string(&mut xml).unwrap();
        assert!(xml.contains("w:author=\"Città di Valdora\"") && xml.contains("w:date=\"2031-03-03T09:00:00Z\""), "{}", &xml[..600]);
        assert!(xml.contains("<w:b/>"), "emphasis stays");
        for wrong in ["?da=x", "?a=9"] {
            assert_eq!(visitor.get(&format!("{address}{wrong}")).status, 404, "{wrong}");
        }
        // A draft is nobody's to compare.
        staff.get(DESK);
        staff.submit(&format!("{DESK}/inizia"), &[]);
        assert_eq!(visitor.get(&format!("{address}?da=2&a=3")).status, 404);
    }

    /// What a paragraph is, at which level, with which number, and how its words look: changed with the words, and alone.
    fn changes_of_kind_and_of_look_are_tracked_too(house) {
        process(house);
        let staff = house.signed_in(ADMINISTRATOR);
        import(&staff, "regole.html", RULES.as_bytes());
        publish(&staff);
        import(&staff, "regole-2.html", RULES_AGAIN.as_bytes());
        decide(&staff);
        publish(&staff);
        let file = house.browser().get("/percorsi/valdora/piano/confronto.docx").bytes;
        assert_eq!(says("x.docx", &file), says("x.html", RULES_AGAIN.as_bytes()));
        assert_eq!(says("x.docx", &rejected(&file)), says("x.html", RULES.as_bytes()));
        let report = reader::read("x.docx", &file).unwrap().report;
        let formats = report.notes.iter().find(|n| n.what == reader::NoteKind::FormattingAccepted);
        assert!(formats.is_some_and(|n| n.detail.parse::<u32>().unwrap() >= 8), "{:?}", report.notes);
        holds_in_the_office(&file, (RULES, RULES_AGAIN), "x.html");
    }
}
