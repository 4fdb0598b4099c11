//! What is promised of every document: the same words in every format, tags, the same bytes, and no string that breaks it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that meets an unexpected value should stop there"
)]

mod fixture;
mod plan;
mod read;

use press::{Block, Figure, Item, List, PressError, Span, Table};

use fixture::{document, every_block, words};

#[test]
fn every_format_says_the_same_words() {
    let doc = every_block();
    let pdf = press::pdf(&doc).unwrap();
    let mut texts = vec![
        ("HTML", read::html(&press::html(&doc))),
        ("fragment", read::html(&press::html_body(&doc))),
        ("DOCX", read::docx(&press::docx(&doc).unwrap())),
        ("PDF", read::pdf(&pdf)),
    ];
    texts.extend(read::pdftotext(&pdf).map(|text| ("pdftotext", text)));
    for (format, text) in texts {
        let said: String = text.split_whitespace().collect();
        for word in words(&doc) {
            assert!(said.contains(&word), "{format} lost {word:?}:\n{text}");
        }
    }
}

#[test]
fn a_short_document_has_no_page_for_its_title_and_none_for_its_contents() {
    let blocks = || {
        vec![
            Block::heading(1, "Di che cosa si è discusso"),
            Block::text("Di panchine."),
            Block::heading(1, "Sintesi"),
            Block::text("Servono."),
        ]
    };
    let pages = |doc: &press::Document| {
        let pdf = press::pdf(doc).unwrap();
        (lopdf::Document::load_mem(&pdf).unwrap().get_pages().len(), read::pdf(&pdf))
    };
    let long = document(blocks());
    let short = press::Document { short: true, ..document(blocks()) };
    let ((many, with), (one, without)) = (pages(&long), pages(&short));
    assert!(many >= 3 && one == 1, "{many} {one}");
    assert!(with.contains("Indice") && !without.contains("Indice"), "{without}");
    let docx = press::docx(&short).unwrap();
    for text in [without, read::docx(&docx), read::html(&press::html(&short))] {
        for said in ["Piano dei luoghi comuni", "Resoconto n. 7", "Di panchine.", "Servono."] {
            assert!(text.contains(said), "{said}: {text}");
        }
        assert!(!text.contains("Indice"), "{text}");
    }
    assert!(!read::docx_part(&docx, "word/document.xml").contains(" TOC \\o "));
}

#[test]
fn the_pdf_is_tagged_and_says_its_language_and_what_it_conforms_to() {
    let bytes = press::pdf(&every_block()).unwrap();
    let pdf = lopdf::Document::load_mem(&bytes).unwrap();
    let catalog = pdf.catalog().unwrap();
    assert!(catalog.has(b"StructTreeRoot") && catalog.has(b"Outlines"));
    assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"it-IT");
    let mark = pdf.dereference(catalog.get(b"MarkInfo").unwrap()).unwrap().1.as_dict().unwrap();
    assert!(mark.get(b"Marked").unwrap().as_bool().unwrap());

    let kinds: Vec<_> = pdf
        .objects
        .values()
        .filter_map(|o| o.as_dict().ok()?.get(b"S").ok()?.as_name().ok())
        .map(|name| String::from_utf8_lossy(name).into_owned())
        .collect();
    for kind in ["H1", "H2", "P", "L", "LI", "Table", "Caption", "TH", "TD", "BlockQuote", "TOC", "Link"] {
        assert!(kinds.iter().any(|k| k == kind), "no {kind}");
    }
    let raw = String::from_utf8_lossy(&bytes);
    assert!(
        raw.contains("<pdfuaid:part>1<") && raw.contains("<pdfaid:part>2<") && raw.contains("<pdfaid:conformance>A<")
    );

    // PDF/A demands a date: without one the claim is not made.
    let undated = press::pdf(&press::Document { issued: None, ..every_block() }).unwrap();
    let raw = String::from_utf8_lossy(&undated);
    assert!(raw.contains("<pdfuaid:part>1<") && !raw.contains("<pdfaid:part>"));
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let doc = every_block();
    let print = || (press::html(&doc), press::pdf(&doc).unwrap(), press::docx(&doc).unwrap());
    let first = print();
    let (a, b) = std::thread::scope(|s| {
        let (a, b) = (s.spawn(print), s.spawn(print));
        (a.join().unwrap(), b.join().unwrap())
    });
    assert!(first == a && first == b);
}

#[test]
fn a_document_survives_being_stored() {
    let doc = every_block();
    let json = serde_json::to_string(&doc).unwrap();
    assert_eq!(serde_json::from_str::<press::Document>(&json).unwrap(), doc);
}

#[test]
fn an_empty_document_is_still_a_document() {
    let mut doc = document(Vec::new());
    doc.title = String::new();
    doc.promoters.clear();
    (doc.subtitle, doc.number, doc.fingerprint) = (None, None, None);
    for label in [&mut doc.labels.contents, &mut doc.labels.page, &mut doc.labels.of, &mut doc.labels.table] {
        label.clear();
    }
    check(&doc).unwrap();
    doc.blocks = vec![
        Block::heading(3, " "),
        Block::Paragraph { spans: Vec::new() },
        Block::Table(Table::default()),
        Block::Table(Table { rows: vec![vec![], vec![vec!["x".into()]]], ..Table::default() }),
        Block::Table(Table { caption: "Vuota".into(), ..Table::default() }),
        Block::Table(Table { caption: "Sola testa".into(), head: vec!["A".into()], ..Table::default() }),
        Block::List(List { ordered: true, start: Some(u32::MAX), items: vec![Item::default()] }),
        Block::Figures { items: Vec::new() },
        Block::Figures { items: vec![Figure { value: String::new(), label: "x".into() }] },
        Block::Redline { pieces: Vec::new() },
        Block::Names { items: Vec::new() },
        Block::Names { items: vec![String::new(); 7] },
        Block::PageBreak,
        Block::PageBreak,
    ];
    check(&doc).unwrap();
}

#[test]
fn hostile_strings_are_printed_as_text() {
    for hostile in fixture::HOSTILE {
        let doc = fixture::everywhere(hostile);
        check(&doc).unwrap_or_else(|e| panic!("{hostile:?}: {e}"));
    }
    let doc = fixture::everywhere("#panic(\"x\") $1/0$ </w:t><script>alert(1)</script> @nessuno `c` *b* \\");
    let said = read::html(&press::html(&doc));
    for text in [read::pdf(&press::pdf(&doc).unwrap()), read::docx(&press::docx(&doc).unwrap()), said] {
        for word in ["#panic(\"x\")", "$1/0$", "</w:t><script>alert(1)</script>", "@nessuno", "`c`", "*b*"] {
            assert!(text.contains(word), "lost {word:?} in\n{text}");
        }
    }
    assert!(!press::html(&doc).contains("<script"));
}

#[test]
fn very_long_words_and_texts_are_printed_whole() {
    let word = "x".repeat(100_000);
    let cell = "parola ".repeat(5_000);
    let doc = document(vec![
        Block::text(&word),
        Block::Table(Table {
            caption: "Lunga".into(),
            head: vec!["A".into(), "B".into()],
            rows: vec![vec![vec![Span::plain(&cell)], vec![Span::plain(&word[..20_000])]]],
            ..Table::default()
        }),
        Block::Names { items: vec!["n".repeat(5_000); 9] },
    ]);
    let printed = read::pdf(&check(&doc).unwrap());
    assert_eq!(printed.matches('x').count(), 120_000);
    assert!(printed.matches('n').count() >= 45_000);
    check(&fixture::everywhere(&"parola ".repeat(300))).unwrap();
    check(&fixture::everywhere(&word[..1_500])).unwrap();
}

#[test]
fn every_character_can_be_printed() {
    // Every character of the scripts a European body meets, one in seven of all others; each beside a mark that combines.
    let all = ('\u{0}'..='\u{2fff}').chain(('\u{3000}'..='\u{10ffff}').step_by(97)).chain('\u{1f300}'..='\u{1faff}');
    let text: String = all.flat_map(|c| [c, ' ', c, '\u{301}', ' ']).collect();
    let chars: Vec<char> = text.chars().collect();
    let blocks = chars.chunks(400).map(|c| Block::text(c.iter().collect::<String>())).collect();
    check(&document(blocks)).unwrap();
}

#[test]
fn links_lead_only_where_a_reader_may_be_sent() {
    let link = |target: &str| Block::Paragraph { spans: vec![Span::link("qui", target)] };
    let doc = document(vec![
        link("javascript:alert(1)"),
        link("#manca"),
        link("/piano"),
        link("https://ascolto.example/x?a=1&b=2"),
    ]);
    let html = press::html(&doc);
    assert!(!html.contains("javascript") && !html.contains("#manca") && !html.contains("\"/piano\""));
    assert!(html.contains("href=\"https://ascolto.example/x?a=1&amp;b=2\""));
    assert!(press::html_body(&doc).contains("href=\"/piano\""));
    let based = press::Document { base_url: Some("https://ascolto.example".into()), ..doc };
    assert!(press::html(&based).contains("href=\"https://ascolto.example/piano\""));
    assert!(
        read::docx_part(&press::docx(&based).unwrap(), "word/_rels/document.xml.rels")
            .contains("ascolto.example/piano")
    );
}

#[test]
fn the_fragment_keeps_to_the_sites_content_security_policy() {
    let html = press::html_body(&every_block());
    assert!(!html.contains("style=") && !html.contains("<style") && !html.contains("<html"));
    assert!(html.contains("<caption") && html.contains("scope=\"col\"") && html.contains("<nav"));
}

#[test]
fn the_docx_repeats_table_headings_and_says_its_language() {
    let bytes = press::docx(&every_block()).unwrap();
    let body = read::docx_part(&bytes, "word/document.xml");
    for part in ["<w:tblHeader/>", "w:val=\"Heading1\"", " TOC \\o ", "w:val=\"Caption\"", "PAGEREF"] {
        assert!(body.contains(part), "no {part}");
    }
    assert!(read::docx_part(&bytes, "word/styles.xml").contains("<w:lang w:val=\"it-IT\""));
    assert!(read::docx_part(&bytes, "docProps/core.xml").contains("<dc:language>it-IT<"));
    assert!(read::docx_part(&bytes, "word/footer1.xml").contains("NUMPAGES"));
}

/// Prints in every format, checks that each is a well-formed file, and hands back the PDF.
fn check(doc: &press::Document) -> Result<Vec<u8>, PressError> {
    let html = press::html(doc);
    assert!(html.ends_with("</html>\n"));
    read::docx(&press::docx(doc)?);
    let pdf = press::pdf(doc)?;
    assert!(pdf.starts_with(b"%PDF-1.7"));
    Ok(pdf)
}
