//! A plan, in its forms.

use std::sync::Arc;

use press::{Block, Document, GridCell, Passage, PassageBody, PassageCode, Picture, Role, Span, Summary};

use crate::{fixture, read};

/// One pixel.
const PNG: &[u8] = &[
    0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, b'I', b'H', b'D', b'R', 0, 0, 0, 1, 0, 0, 0, 1, 8,
    6, 0, 0, 0, 0x1f, 0x15, 0xc4, 0x89, 0, 0, 0, 0x0d, b'I', b'D', b'A', b'T', 0x78, 0xda, 0x63, 0x64, 0x60, 0xf8,
    0x5f, 0x0f, 0, 0x02, 0x87, 0x01, 0x80, 0xeb, 0x47, 0xba, 0x92, 0, 0, 0, 0, b'I', b'E', b'N', b'D', 0xae, 0x42,
    0x60, 0x82,
];

fn passage(n: usize, number: Option<&str>, body: PassageBody) -> Block {
    let code = PassageCode { text: format!("P-{n:03}"), link: format!("/percorsi/prova/passaggi/{n}") };
    Block::Passage(Passage { code: Some(code), number: number.map(str::to_owned), body, anchor: None })
}

fn words(role: Role, text: &str) -> PassageBody {
    PassageBody::Text { role, spans: vec![Span::plain(text)] }
}

/// Every kind of passage, each saying the text.
fn plan(text: &str, picture: &[u8]) -> Document {
    let cell = |columns, rows, head| GridCell { spans: vec![Span::bold(text)], head, columns, rows };
    let rows = vec![
        vec![cell(1, 1, true), cell(2, 1, true)],
        vec![cell(1, 2, false), cell(1, 1, false), cell(1, 1, false)],
        vec![cell(2, 1, false)],
    ];
    let picture = Picture { bytes: Arc::new(picture.to_vec()), link: "/percorsi/prova/immagini/x".into() };
    let item = |depth, ordered| words(Role::Item { depth, ordered }, text);
    let bodies = [
        (None, words(Role::Footnote, text)),
        (Some("1"), words(Role::Heading(1), text)),
        (Some("1.1"), words(Role::Heading(4), text)),
        (Some("7"), words(Role::Footnote, text)),
        (None, words(Role::Text, text)),
        (Some("1"), words(Role::Footnote, text)),
        (Some("a)"), item(0, true)),
        (None, item(3, false)),
        (Some("§"), item(0, true)),
        (None, words(Role::Quote, text)),
        (None, words(Role::Code, text)),
        (None, words(Role::Caption, text)),
        (None, PassageBody::Table(rows)),
        (None, PassageBody::Picture { alt: text.into(), picture: Some(picture) }),
        (None, PassageBody::Picture { alt: String::new(), picture: None }),
    ];
    let mut doc = fixture::document(Vec::new());
    doc.base_url = Some("https://ascolto.example".into());
    doc.summary = Some(Summary { title: text.into(), paragraphs: vec![text.into(), format!("{text}\n{text}")] });
    doc.blocks = bodies.into_iter().enumerate().map(|(n, (number, body))| passage(n + 1, number, body)).collect();
    doc
}

#[test]
fn the_pdf_of_a_plan_is_tagged_and_names_its_passages() {
    let bytes = press::pdf(&plan("Testo", PNG)).unwrap();
    let pdf = lopdf::Document::load_mem(&bytes).unwrap();
    let dictionaries = || pdf.objects.values().filter_map(|o| o.as_dict().ok());
    let kinds: Vec<String> = dictionaries()
        .filter_map(|d| d.get(b"S").ok()?.as_name().ok())
        .map(|name| String::from_utf8_lossy(name).into_owned())
        .collect();
    for kind in ["H1", "H2", "P", "L", "LI", "Table", "TH", "TD", "BlockQuote", "Figure", "Note", "Link"] {
        assert!(kinds.iter().any(|k| k == kind), "no {kind} in {kinds:?}");
    }
    assert!(!kinds.iter().any(|k| k == "H4"), "no level is skipped");
    assert!(dictionaries().any(|d| d.get(b"Alt").is_ok()), "the picture has its words");
    let text = read::pdf(&bytes);
    for n in 1..=15 {
        assert!(text.contains(&format!("P-{n:03}")), "no P-{n:03} in {text}");
    }
}

/// The ways within a PDF.
fn ways(bytes: &[u8]) -> usize {
    let pdf = lopdf::Document::load_mem(bytes).unwrap();
    let dictionaries = pdf.objects.values().filter_map(|o| o.as_dict().ok());
    let links = dictionaries.filter(|d| d.get(b"Subtype").and_then(|s| s.as_name()).is_ok_and(|s| s == b"Link"));
    let inner = |d: &&lopdf::Dictionary| {
        let action = d.get(b"A").ok().and_then(|a| pdf.dereference(a).ok()).and_then(|(_, a)| a.as_dict().ok());
        d.get(b"Dest").is_ok()
            || action.is_some_and(|a| a.get(b"S").and_then(|s| s.as_name()).is_ok_and(|s| s == b"GoTo"))
    };
    links.filter(inner).count()
}

#[test]
fn a_passage_leads_to_another_within_the_file() {
    let mut doc = plan("Testo", PNG);
    let before = ways(&press::pdf(&doc).unwrap());
    // Each passage that has words leads to the next, the last to none that is there, to one whose words are nothing, and to a hostile name.
    let mut led = 0;
    for (n, block) in doc.blocks.iter_mut().enumerate() {
        let Block::Passage(passage) = block else { continue };
        match &mut passage.body {
            PassageBody::Text { role: Role::Code, .. } | PassageBody::Picture { .. } => {}
            PassageBody::Text { role, spans } => {
                spans[0].link = Some(format!("#P-{:03}", n + 2));
                // The template prints titles as plain text.
                led += usize::from(!matches!(role, Role::Heading(_)));
            }
            PassageBody::Table(rows) => {
                rows[0][0].spans[0].link = Some(format!("#P-{:03}", n + 2));
                led += 1;
            }
        }
    }
    let nowhere = ["#P-017", "#P-099", "#\"><a", "#"].map(|link| Span::link("no", link));
    doc.blocks.push(passage(16, None, PassageBody::Text { role: Role::Text, spans: nowhere.to_vec() }));
    doc.blocks.push(passage(17, None, words(Role::Text, "\u{0}")));
    let after = ways(&press::pdf(&doc).unwrap());
    assert!(after >= before + led, "{before} and {led} are {after}");
    let names = |xml: &str, start: &str, end: char| -> Vec<String> {
        xml.split(start).skip(1).filter_map(|rest| rest.split(end).next().map(str::to_owned)).collect()
    };
    let docx = press::docx(&doc).unwrap();
    let xml = ["word/document.xml", "word/footnotes.xml"].map(|part| read::docx_part(&docx, part)).concat();
    let (marks, links) = (names(&xml, "w:bookmarkStart w:id=\"", '"'), names(&xml, "w:anchor=\"", '"'));
    let unique: std::collections::BTreeSet<&String> = marks.iter().collect();
    assert!(unique.len() == marks.len() && links.len() >= 12, "{marks:?} {links:?}");
    let named = names(&xml, "w:name=\"", '"');
    assert!(links.iter().all(|link| named.contains(link)), "{links:?} {named:?}");
    let odt = read::docx_part(&press::odt(&doc).unwrap(), "content.xml");
    let (links, markdown) = (names(&odt, "xlink:href=\"#", '"'), press::markdown(&doc));
    assert!(links.iter().all(|link| odt.contains(&format!("text:name=\"{link}\""))), "{links:?}");
    let links = names(&markdown, "](<#", '>');
    assert!(
        links.len() >= 10 && links.iter().all(|link| markdown.contains(&format!("<a id=\"{link}\"></a>"))),
        "{markdown}"
    );
    for text in [&odt, &markdown] {
        assert!(!text.contains("P-099") && !text.contains("#\"") && !text.contains("#P-017"), "{text}");
    }
}

#[test]
fn hostile_strings_in_a_plan_are_printed_as_text() {
    for hostile in fixture::HOSTILE {
        let doc = plan(hostile, PNG);
        press::pdf(&doc).unwrap_or_else(|e| panic!("{hostile:?}: {e}"));
        read::docx_parts(&press::docx(&doc).unwrap());
        read::docx_parts(&press::odt(&doc).unwrap());
        let _ = press::markdown(&doc);
        let _ = press::html(&doc);
    }
}

#[test]
fn a_damaged_picture_is_printed_as_its_words() {
    let broken = [&PNG[..40], b"rotto"].concat();
    let doc = plan("Un serbatoio", &broken);
    assert!(read::pdf(&press::pdf(&doc).unwrap()).contains("serbatoio"));
    read::docx_parts(&press::docx(&doc).unwrap());
}

#[test]
fn the_same_plan_gives_the_same_bytes() {
    let doc = plan("Testo", PNG);
    assert_eq!(press::pdf(&doc).unwrap(), press::pdf(&doc).unwrap());
    assert_eq!(press::odt(&doc).unwrap(), press::odt(&doc).unwrap());
    assert_eq!(press::docx(&doc).unwrap(), press::docx(&doc).unwrap());
    let odt = press::odt(&doc).unwrap();
    assert_eq!(&odt[30..38], b"mimetype", "the first entry says what it is");
}

#[test]
fn the_summary_stands_before_the_contents() {
    let mut doc = plan("Testo", PNG);
    let paragraphs = vec!["Acqua\nper tutti".to_owned(), " ".to_owned(), "- e \"per\" gli: orti".to_owned()];
    doc.summary = Some(Summary { title: "In breve".into(), paragraphs });
    let pdf = read::pdf(&press::pdf(&doc).unwrap());
    let docx = read::docx_part(&press::docx(&doc).unwrap(), "word/document.xml");
    // A page has no contents for a single heading that counts there.
    let page = read::html(&press::html(&doc));
    for (form, text, after) in [("pdf", pdf, "Indice"), ("docx", docx, "Indice"), ("html", page, "Testo")] {
        let place = |words: &str| text.find(words).unwrap_or_else(|| panic!("{form} lost {words:?}: {text}"));
        assert!(place("In breve") < place("Acqua") && place("Acqua") < place(after), "{form}: {text}");
    }
    let markdown = press::markdown(&doc);
    let said = "abstract-title: \"In breve\"\nabstract: |\n  Acqua\n  per tutti\n\n  - e \"per\" gli: orti\n---\n";
    assert!(markdown.contains(said), "{markdown}");
}
