//! Hostile files through the real door: each is answered with 422 or 413 in words, never with a fault of ours, and the desk is
//! as it was. How much time and memory a reading may take is measured in `src/reader/tests`.

use std::sync::LazyLock;

use crate::plans::{ADMINISTRATOR, DESK, import, process};

#[path = "../fuzz/harness.rs"]
mod chance;
#[path = "../../src/reader/tests/common/mod.rs"]
mod made;

use made::odt::{MIME, odt, odt_with};
use made::{TYPES, docx, docx_with, zip};

const COMPLEX: &str = "troppo grande o troppo intricato";
const DAMAGED: &str = "danneggiato o incompleto";
const ENCRYPTED: &str = "protetto da una password";
const PROGRAM: &str = "Contiene un programma";
const OTHER: &str = "Il contenuto non corrisponde al nome del file";

/// An OLE container with a stream of that name: what a password makes of a .docx, and what an old .doc is.
fn ole(stream: &str) -> Vec<u8> {
    let mut bytes = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    bytes.resize(512, 0);
    bytes.extend(stream.encode_utf16().flat_map(u16::to_le_bytes));
    bytes
}

fn paragraph(words: &str) -> Vec<u8> {
    docx(&["<w:p><w:r><w:t>", words, "</w:t></w:r></w:p>"].concat())
}

/// Made once, because some of them take seconds to pack.
static FILES: LazyLock<Vec<(&str, Vec<u8>, &str)>> = LazyLock::new(hostile);

/// Name, bytes, what is said of it.
fn hostile() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let entities = "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>";
    let laughs = "<!DOCTYPE a [<!ENTITY a \"ah\"><!ENTITY b \"&a;&a;&a;\">]>";
    let document = format!(
        "{entities}<office:document-content><office:body><office:text><text:p>&b;</text:p></office:text></office:body></office:document-content>"
    );
    let locked = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>";
    let long = "parola ".repeat(100 * 1024 * 1024 / 7);
    let zeros = "0".repeat(210 * 1024 * 1024);
    let many: Vec<String> = (0..10_001).map(|n| n.to_string()).collect();
    let many: Vec<(&str, &str)> = many.iter().map(|n| (n.as_str(), "")).collect();
    let deep = ["<w:sdt>".repeat(5_000), "</w:sdt>".repeat(5_000)].concat();
    vec![
        ("bomba.docx", zip(&[("[Content_Types].xml", TYPES), ("word/document.xml", &zeros)]), COMPLEX),
        ("bomba.odt", zip(&[("mimetype", MIME), ("content.xml", &zeros)]), COMPLEX),
        ("parti.odt", zip(&many), COMPLEX),
        ("profondo.docx", docx(&deep), COMPLEX),
        ("profondo.html", format!("<html>{}", "<div>".repeat(50_000)).into_bytes(), COMPLEX),
        ("profondo.md", format!("{}x", ">".repeat(20_000)).into_bytes(), COMPLEX),
        ("paragrafo.docx", paragraph(&long), COMPLEX),
        ("paragrafo.odt", odt(&["<text:p>", &long, "</text:p>"].concat()), COMPLEX),
        ("paragrafo-breve.docx", paragraph(&long[..30 * 1024 * 1024]), COMPLEX),
        ("paragrafo-lungo.docx", paragraph(&long[..11 * 1024 * 1024]), "più di 50.000 caratteri"),
        ("paragrafo.md", long.as_bytes()[..5 * 1024 * 1024].to_vec(), "È troppo grande"),
        ("entita.odt", zip(&[("mimetype", MIME), ("content.xml", &document)]), DAMAGED),
        ("risate.docx", docx(&format!("{laughs}<w:p><w:r><w:t>&b;</w:t></w:r></w:p>")), DAMAGED),
        ("macro.docx", docx_with("<w:p/>", &[("word/vbaProject.bin", "x")]), PROGRAM),
        ("macro.odt", odt_with("<text:p>x</text:p>", &[("Basic/Standard/Module1.xml", "x")]), PROGRAM),
        ("segreto.docx", ole("EncryptedPackage"), ENCRYPTED),
        ("segreto.odt", odt_with("", &[("META-INF/manifest.xml", locked)]), ENCRYPTED),
        ("segreto-tutto.odt", zip(&[("mimetype", MIME), ("encrypted-package", "x")]), ENCRYPTED),
        ("vecchio.docx", ole("WordDocument"), "vecchio documento Word"),
        ("pdf.docx", b"%PDF-1.7 ...".to_vec(), OTHER),
        ("pagina.odt", b"<!doctype html><p>x".to_vec(), OTHER),
        ("foglio.odt", zip(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet")]), OTHER),
        ("programma.md", b"MZ\x90\0\x03\0\0\0".to_vec(), OTHER),
        ("programma.exe", b"MZ\x90\0\x03\0\0\0".to_vec(), "va salvato in uno di questi formati"),
        ("tronco.docx", docx("<w:p/>")[..200].to_vec(), DAMAGED),
        ("vuoto.docx", Vec::new(), "non contiene testo"),
        ("../../etc/passwd", b"root:x:0:0".to_vec(), "va salvato in uno di questi formati"),
    ]
}

for_each_database! {
    fn hostile_files_are_answered_in_words(house) {
        let files = &*FILES;
        process(house);
        let staff = house.signed_in(ADMINISTRATOR);
        for (name, bytes, says) in files {
            let page = import(&staff, name, bytes);
            assert!(page.status == 422 && page.one(".error-summary").contains(says), "{name}: {} {}", page.status, page.text());
            assert!(!page.says("root:") && page.says("Importare la bozza"), "{name}: {}", page.text());
        }
        // More than any file may weigh is refused before it is looked at; the hundred megabytes are not kept.
        let large = vec![b'a'; 51 * 1024 * 1024];
        let page = import(&staff, "grande.html", &large);
        assert!(page.status == 413 && page.says("Troppo grande"), "{}", page.text());
        assert!(staff.get(DESK).says("Importare la bozza"), "the desk is as it was");
    }

    fn files_changed_by_chance_are_taken_or_refused(house) {
        process(house);
        let staff = house.signed_in(ADMINISTRATOR);
        let (mut taken, mut refused) = (0_u64, 0_u64);
        let many = std::env::var("ASCOLTO_DOOR_CHANGES").map_or(120, |n| n.parse().expect("a number"));
        for seed in 0..many {
            let mut random = chance::Random::new(seed);
            let format = ["docx", "odt", "html", "md"][random.below(4)];
            let texts = chance::corpus(format);
            let text = &texts[random.below(texts.len())].1;
            let changed = random.elements(text);
            let mut bytes = match format {
                "docx" => docx(&changed),
                "odt" => odt(&changed),
                _ => changed.into_bytes(),
            };
            if random.below(4) == 0 {
                random.bytes(&mut bytes);
            }
            let page = import(&staff, &format!("caso.{format}"), &bytes);
            match page.status.as_u16() {
                200 => taken += 1,
                422 => refused += 1,
                other => panic!("seed {seed}, {format}: {other} {}", page.text()),
            }
            // What was taken is shown, whatever stands in it.
            if page.status == 200 && seed % 10 == 0 {
                let preview = staff.get(&format!("{DESK}/anteprima"));
                assert!(preview.status == 200 && staff.get(&format!("{DESK}/testo")).status == 200, "seed {seed}: {}", preview.text());
            }
        }
        assert!(taken > many / 3 && refused > many / 12, "{taken} taken, {refused} refused");
    }
}
