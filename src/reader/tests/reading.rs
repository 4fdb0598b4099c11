//! What is read of good files.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a failed fixture stops the test there

mod common;

use common::{docx, docx_with, item, p};
use reader::{Block, BlockKind, Body, NoteKind, Source, read};

fn body(xml: &str) -> Source {
    read("prova.docx", &docx(xml)).unwrap()
}

fn lines(blocks: &[Block]) -> Vec<(BlockKind, String, String)> {
    blocks.iter().map(|it| (it.kind, it.number.clone().unwrap_or_default(), it.text())).collect()
}

fn has(source: &Source, what: NoteKind, detail: &str) -> bool {
    source.report.notes.iter().any(|note| note.what == what && note.detail == detail)
}

fn adds_up(source: &Source) {
    assert_eq!(source.report.differences, []);
    assert_eq!(source.report.words_in_file, source.report.words_in_blocks);
}

#[test]
fn headings_lists_and_their_numbers() {
    let source = body(
        &[
            p("Titolo1", "Premessa"),
            p("Titolo1", "Azioni"),
            p("Titolo2", "Prima"),
            p("Titolo2", "Seconda"),
            p("Mio", "Terzo livello"),
            item(1, 0, "punto"),
            item(1, 1, "uno"),
            item(1, 1, "due"),
            item(1, 0, "altro"),
            item(1, 1, "di nuovo"),
            p("Normale", "a) scritto a mano"),
        ]
        .concat(),
    );
    let bullet = BlockKind::ListItem { depth: 0, ordered: false };
    let letter = BlockKind::ListItem { depth: 1, ordered: true };
    let expected = [
        (BlockKind::Heading { level: 1 }, "1", "Premessa"),
        (BlockKind::Heading { level: 1 }, "2", "Azioni"),
        (BlockKind::Heading { level: 2 }, "2.1", "Prima"),
        (BlockKind::Heading { level: 2 }, "2.2", "Seconda"),
        (BlockKind::Heading { level: 3 }, "", "Terzo livello"),
        (bullet, "", "punto"),
        (letter, "a)", "uno"),
        (letter, "b)", "due"),
        (bullet, "", "altro"),
        (letter, "a)", "di nuovo"),
        (BlockKind::Paragraph, "a)", "scritto a mano"),
        (BlockKind::Footnote, "1", "Vedi la legge."), // nothing cites it: it stands at the end
    ];
    assert_eq!(lines(&source.blocks), expected.map(|(kind, number, text)| (kind, number.into(), text.into())));
    adds_up(&source);
}

#[test]
fn runs_links_and_notes() {
    let source = body(concat!(
        r#"<w:p><w:r><w:t xml:space="preserve">Il </w:t></w:r><w:r><w:rPr><w:rStyle w:val="Forte"/><w:i/></w:rPr><w:t>piano</w:t></w:r>"#,
        r#"<w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:t xml:space="preserve"> e </w:t></w:r>"#,
        r#"<w:hyperlink r:id="rId6"><w:r><w:t>qui</w:t></w:r></w:hyperlink><w:hyperlink r:id="rId7"><w:r><w:t>no</w:t></w:r></w:hyperlink>"#,
        r#"<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "mailto:a@example.org" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>posta</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>"#,
    ));
    let Body::Text(spans) = &source.blocks[0].body else { panic!("text") };
    let styled: Vec<_> = spans.iter().map(|it| (it.text.as_str(), it.bold, it.italic, it.link.as_deref())).collect();
    assert_eq!(
        styled,
        [
            ("Il ", false, false, None),
            ("piano", true, true, None),
            (" e ", false, false, None),
            ("qui", false, false, Some("https://example.org/a")),
            ("no", false, false, None),
            ("posta", false, false, Some("mailto:a@example.org")),
        ]
    );
    assert_eq!(lines(&source.blocks)[1], (BlockKind::Footnote, "1".into(), "Vedi la legge.".into()));
    assert!(has(&source, NoteKind::LinkDropped, "javascript:alert(1)"));
    assert!(has(&source, NoteKind::CommentsDropped, "1"));
    assert!(has(&source, NoteKind::HeaderDropped, "Bozza riservata"));
    let all = format!("{source:?}");
    assert!(!all.contains("segreto") && !all.contains("Persona"), "who wrote in the margin stays there");
    adds_up(&source);
}

#[test]
fn tracked_changes_are_accepted() {
    let source = body(concat!(
        r#"<w:p><w:r><w:t xml:space="preserve">Si apre </w:t></w:r><w:ins w:id="1" w:author="Persona Inventata"><w:r><w:t>domani</w:t></w:r></w:ins><w:del w:id="2" w:author="Persona Inventata"><w:r><w:delText>oggi</w:delText></w:r></w:del></w:p>"#,
        r#"<w:p><w:pPr><w:rPr><w:del w:id="3" w:author="Persona Inventata"/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">Prima </w:t></w:r></w:p><w:p><w:r><w:t>e dopo.</w:t></w:r></w:p>"#,
        r#"<w:p><w:moveFrom w:id="4" w:author="Persona Inventata"><w:r><w:t>spostato</w:t></w:r></w:moveFrom></w:p><w:p><w:moveTo w:id="5" w:author="Persona Inventata"><w:r><w:t>spostato</w:t></w:r></w:moveTo></w:p>"#,
    ));
    let texts: Vec<String> = source.blocks.iter().take(3).map(Block::text).collect();
    assert_eq!(texts, ["Si apre domani", "Prima e dopo.", "spostato"]);
    assert!(has(&source, NoteKind::InsertionsAccepted, "1"));
    assert!(has(&source, NoteKind::DeletionsAccepted, "2"));
    assert!(has(&source, NoteKind::MovesAccepted, "1"));
    adds_up(&source);
    assert!(!format!("{source:?}").contains("Persona"), "who changed it is nobody's business");
}

#[test]
fn changes_of_marks_and_within_cells_are_counted_too() {
    let source = body(concat!(
        r#"<w:p><w:pPr><w:rPr><w:ins/></w:rPr></w:pPr><w:r><w:t>Uno.</w:t></w:r></w:p><w:p><w:r><w:t>Due.</w:t></w:r></w:p>"#,
        r#"<w:tbl><w:tr><w:tc><w:tcPr><w:tcPrChange><w:tcPr/></w:tcPrChange></w:tcPr>"#,
        r#"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">Una riga </w:t></w:r></w:p><w:p><w:r><w:t>sola.</w:t></w:r></w:p>"#,
        r#"</w:tc></w:tr></w:tbl>"#,
    ));
    assert_eq!(source.blocks[2].text(), "Una riga sola.");
    assert!(has(&source, NoteKind::InsertionsAccepted, "1"));
    assert!(has(&source, NoteKind::DeletionsAccepted, "1"));
    assert!(has(&source, NoteKind::FormattingAccepted, "1"));
    adds_up(&source);
}

#[test]
fn references_within_and_looks_are_told() {
    let source = body(concat!(
        r#"<w:p><w:hyperlink w:anchor="costi"><w:r><w:t xml:space="preserve">I costi </w:t></w:r></w:hyperlink>"#,
        r#"<w:fldSimple w:instr=" REF _Ref12 \h "><w:r><w:t xml:space="preserve">al punto 3.2 </w:t></w:r></w:fldSimple>"#,
        r#"<w:r><w:rPr><w:u w:val="single"/></w:rPr><w:t xml:space="preserve">nuovo </w:t></w:r>"#,
        r#"<w:r><w:rPr><w:u w:val="none"/><w:smallCaps w:val="0"/></w:rPr><w:t>e no.</w:t></w:r></w:p>"#,
    ));
    assert_eq!(source.blocks[0].text(), "I costi al punto 3.2 nuovo e no.");
    assert!(has(&source, NoteKind::InnerLinkLost, "I costi (#costi)"));
    assert!(has(&source, NoteKind::InnerLinkLost, "al punto 3.2 (#_Ref12)"));
    assert!(has(&source, NoteKind::LookDropped, "1"));
    adds_up(&source);
}

#[test]
fn tables_keep_merged_cells_and_heads() {
    let cell = |properties: &str, text: &str| {
        format!("<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>")
    };
    let table = [
        "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>",
        &cell("", "Ente"),
        &cell(r#"<w:gridSpan w:val="2"/>"#, "Compiti"),
        "</w:tr><w:tr>",
        &cell(r#"<w:vMerge w:val="restart"/>"#, "Città"),
        &cell("", "uno"),
        &cell("", "due"),
        "</w:tr><w:tr>",
        &cell("<w:vMerge/>", ""),
        &cell("", "tre"),
        "<w:tc><w:tbl><w:tr>",
        &cell("", "dentro"),
        "</w:tr></w:tbl></w:tc></w:tr></w:tbl>",
    ]
    .concat();
    let source = body(&table);
    let Body::Table { rows } = &source.blocks[0].body else { panic!("table") };
    assert!(rows[0].iter().all(|cell| cell.header) && !rows[1][0].header);
    assert_eq!((rows[0][1].colspan, rows[1][0].rowspan, rows[2].len()), (2, 2, 2));
    assert_eq!(source.blocks[0].text(), "Ente | Compiti\nCittà | uno | due\ntre | dentro");
    assert!(source.report.notes.iter().any(|note| note.what == NoteKind::NestedTable));
    adds_up(&source);
}

#[test]
fn a_list_in_a_cell_keeps_its_signs() {
    let note = r#"<w:footnotes><w:footnote w:id="1"><w:p><w:r><w:t>Vale:</w:t></w:r></w:p>"#.to_owned()
        + &item(1, 1, "nella nota")
        + "</w:footnote></w:footnotes>";
    let cell = [
        item(1, 0, "punto"),
        item(1, 1, "primo"),
        item(1, 1, "secondo"),
        "<w:p><w:r><w:t>dopo</w:t></w:r><w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p>".to_owned(),
        item(1, 1, ""),
    ]
    .concat();
    let table = format!("<w:tbl><w:tr><w:tc>{cell}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>", p("", "solo testo"));
    let file = common::docx_with(&format!("{}{table}", item(1, 1, "fuori")), &[("word/footnotes.xml", &note)]);
    let source = reader::read("prova.docx", &file).unwrap();
    assert_eq!(source.blocks[1].text(), "• punto a) primo b) secondo dopo | solo testo");
    assert_eq!(source.blocks[2].text(), "Vale: a) nella nota");
    adds_up(&source);
    let told: Vec<_> = source.report.notes.iter().filter(|n| n.what == NoteKind::ListInCell).collect();
    assert_eq!(told.len(), 2, "{told:?}");
    assert_eq!((told[0].place.as_str(), told[0].detail.as_str()), ("block:2", "• punto primo secondo dopo"));

    let list = "<ul><li>punto<ol type=a><li>primo</li><li>secondo</li></ol></li><li></li></ul><p>dopo</p>";
    let page = reader::read("prova.html", format!("<table><tr><td>{list}</td></tr></table>").as_bytes()).unwrap();
    assert_eq!(page.blocks[0].text(), "• punto a. primo b. secondo dopo");
    adds_up(&page);
    assert!(page.report.notes.iter().any(|n| n.what == NoteKind::ListInCell && n.place == "block:1"));
}

#[test]
fn what_is_dropped_is_listed() {
    let source = body(&[
        p("Sommario1", "Premessa 3"),
        r#"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>nascosto</w:t></w:r><w:r><w:t>visibile</w:t></w:r><w:r><w:drawing><w:docPr/></w:drawing></w:r></w:p>"#.into(),
    ].concat());
    assert_eq!(source.blocks[0].text(), "visibile");
    let lost: Vec<_> = source.report.differences.iter().filter(|it| it.lost).map(|it| it.text.as_str()).collect();
    assert_eq!(lost, ["Premessa 3", "nascostovisibile"]);
    assert!(has(&source, NoteKind::HiddenText, "nascosto") && has(&source, NoteKind::ObjectDropped, ""));
}

#[test]
fn an_index_made_plain_is_listed_with_its_words() {
    let run = |place: &str, text: &str| {
        format!(r#"<w:r><w:rPr><w:vertAlign w:val="{place}"/></w:rPr><w:t>{text}</w:t></w:r>"#)
    };
    let source =
        body(&format!("<w:p><w:r><w:t>S</w:t></w:r>{}{}</w:p>", run("subscript", "TCO"), run("baseline", " basta")));
    assert!(has(&source, NoteKind::RaisedFlattened, "TCO"));
    assert!(!has(&source, NoteKind::RaisedFlattened, "basta"));
    adds_up(&source);
    let page = reader::read("prova.html", b"<p>CO<sub>2</sub> e nota<a href='#n1'><sup>1</sup></a></p>").unwrap();
    assert!(has(&page, NoteKind::RaisedFlattened, "2") && !has(&page, NoteKind::RaisedFlattened, "1"));
    let text = r#"<text:p>H<text:span text:style-name="T4">2</text:span>O</text:p>"#;
    let source = reader::read("prova.odt", &common::odt::odt(text)).unwrap();
    assert!(has(&source, NoteKind::RaisedFlattened, "2"), "{:?}", source.report);
}

#[test]
fn images_become_figures() {
    let drawing = |properties: &str, picture: &str| {
        format!("<w:r><w:drawing><wp:docPr {properties}/>{picture}</w:drawing></w:r>")
    };
    let png = |id: &str| format!("<a:blip r:embed=\"{id}\"/>");
    let decoration = "<wp:docPr descr=\"fregio\"><adec:decorative val=\"1\"/></wp:docPr>";
    let body = [
        "<w:p><w:r><w:t>Testo</w:t></w:r>",
        &drawing("descr=\"La mappa dei quartieri\"", &png("rId8")),
        &drawing("title=\"Un grafico\"", "<c:chart r:id=\"rId9\"/>"),
        &format!("<w:r><w:drawing>{decoration}{}</w:drawing></w:r></w:p>", png("rId8")),
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Logo</w:t></w:r>",
        &drawing("id=\"1\"", &png("rId9")),
        "</w:p></w:tc></w:tr></w:tbl><w:p><w:r><w:pict><v:shape alt=\"La piazza\"><v:imagedata r:id=\"rId8\"/></v:shape></w:pict></w:r></w:p>",
    ]
    .concat();
    let parts = [("word/media/a.png", "GIF89a..."), ("word/media/b.emf", "altro")];
    let source = read("prova.docx", &docx_with(&body, &parts)).unwrap();
    let expected = [
        (BlockKind::Paragraph, "Testo"),
        (BlockKind::Figure, "La mappa dei quartieri"),
        (BlockKind::Figure, "Un grafico"),
        (BlockKind::Table, "Logo"),
        (BlockKind::Figure, ""),
        (BlockKind::Figure, "La piazza"),
    ];
    let got: Vec<_> = source.blocks.iter().take(6).map(|it| (it.kind, it.text())).collect();
    assert_eq!(got, expected.map(|(kind, text)| (kind, text.to_owned())));
    // The type is the bytes', not the name's; the same image is kept once.
    assert_eq!((source.images.len(), source.images[0].kind), (1, reader::ImageKind::Gif));
    for at in [1, 5] {
        assert!(
            matches!(&source.blocks[at].body, Body::Figure { image: Some(it), .. } if *it == source.images[0].name)
        );
    }
    let places: Vec<_> = source.report.notes.iter().map(|it| (it.what, it.place.as_str())).collect();
    for note in [
        (NoteKind::ImageDropped, "block:1"),
        (NoteKind::ObjectDropped, "block:1"),
        (NoteKind::ImageWithoutAlt, "block:5"),
        (NoteKind::ImageKindRefused, "block:5"),
        (NoteKind::ImageMoved, ""),
    ] {
        assert!(places.contains(&note), "{note:?} in {places:?}");
    }
    adds_up(&source);
    let json = serde_json::to_string(&source).unwrap();
    assert!(!json.contains("GIF89a") && serde_json::from_str::<Source>(&json).unwrap().blocks == source.blocks);
}

#[test]
fn markdown_without_html() {
    let text = "---\ntitolo: x\n---\n# Premessa\n\nUn **piano** [aperto](https://example.org) e [no](javascript:x)[^1].\n\n1. uno\n   - dentro\n2. due\n\n> citato\n\n<div onclick=\"x\">Testo <b>in HTML</b></div>\n\nRiga con <script>x</script> dentro.\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n```\ncodice  qui\n```\n\n[^1]: La nota.\n";
    let source = read("prova.md", text.as_bytes()).unwrap();
    let numbered = BlockKind::ListItem { depth: 0, ordered: true };
    let expected = [
        (BlockKind::Heading { level: 1 }, "", "Premessa"),
        (BlockKind::Paragraph, "", "Un piano aperto e no."),
        (BlockKind::Footnote, "1", "La nota."),
        (numbered, "1.", "uno"),
        (BlockKind::ListItem { depth: 1, ordered: false }, "", "dentro"),
        (numbered, "2.", "due"),
        (BlockKind::Quote, "", "citato"),
        (BlockKind::Paragraph, "", "Testo in HTML"),
        (BlockKind::Paragraph, "", "Riga con x dentro."),
        (BlockKind::Table, "", "A | B\n1 | 2"),
        (BlockKind::Code, "", "codice qui"),
    ];
    assert_eq!(lines(&source.blocks), expected.map(|(kind, number, text)| (kind, number.into(), text.into())));
    let json = serde_json::to_string(&source.blocks).unwrap();
    let image = read("a.md", b"# Uno\n\nTesto ![La mappa](mappa.png) qui\n\n![](due.png)\n").unwrap();
    let kinds: Vec<_> = image.blocks.iter().map(|it| (it.kind, it.text())).collect();
    assert_eq!(
        kinds[1..],
        [
            (BlockKind::Paragraph, "Testo qui".into()),
            (BlockKind::Figure, "La mappa".into()),
            (BlockKind::Figure, String::new())
        ]
    );
    assert!(has(&image, NoteKind::ImageWithoutAlt, "due.png"));
    adds_up(&image);
    assert!(!json.contains('<') && !json.contains("javascript"));
    assert_eq!(serde_json::from_str::<Vec<Block>>(&json).unwrap(), source.blocks);
}

/// What Markdown has no marks for comes as HTML: there merged cells, captions and head columns are read as in a page.
#[test]
fn markdown_with_tables_in_html() {
    let text = "# Uno\n\nTesto\n\n<table>\n<caption>Litri *per* [zona]</caption>\n<thead>\n<tr><th>Zona</th><th colspan=\"2\">Litri</th></tr>\n\
        </thead>\n<tr><th rowspan=\"2\">Centro<script>x()</script></th><td>`piazze`<br>vie</td><td>1_0 | 0</td></tr>\n<tr><td>viali</td><td><b>2</b></td></tr>\n\
        </table>\n\n<figcaption>Figura 1. Una **goccia**</figcaption>\n\n<p role=\"heading\" aria-level=\"8\">2.1 Sotto</p>\n\n<p>Un <i>altro</i></p>\n\n\
        - voce\n\n  <table><tr><td>dentro</td></tr></table>\n\nFine\n<table><tr><td>aperta";
    let source = read("prova.md", text.as_bytes()).unwrap();
    let expected = [
        (BlockKind::Heading { level: 1 }, "", "Uno"),
        (BlockKind::Paragraph, "", "Testo"),
        (BlockKind::Caption, "", "Litri *per* [zona]"),
        (BlockKind::Table, "", "Zona | Litri\nCentro | `piazze` vie | 1_0 | 0\nviali | 2"),
        (BlockKind::Caption, "", "Figura 1. Una **goccia**"),
        (BlockKind::Heading { level: 8 }, "2.1", "Sotto"),
        (BlockKind::Paragraph, "", "Un altro"),
        (BlockKind::ListItem { depth: 0, ordered: false }, "", "voce"),
        (BlockKind::Table, "", "dentro"),
        (BlockKind::Paragraph, "", "Fine"),
        (BlockKind::Table, "", "aperta"),
    ];
    assert_eq!(lines(&source.blocks), expected.map(|(kind, number, text)| (kind, number.into(), text.into())));
    let Body::Table { rows } = &source.blocks[3].body else { panic!("{:?}", source.blocks[3]) };
    let shape: Vec<Vec<_>> =
        rows.iter().map(|row| row.iter().map(|c| (c.header, c.colspan, c.rowspan)).collect()).collect();
    assert_eq!(shape[0], [(true, 1, 1), (true, 2, 1)]);
    assert_eq!((shape[1][0], shape[2].len(), rows[2][1].spans[0].bold), ((true, 1, 2), 2, true));
    adds_up(&source);
    assert!(
        read("a.md", format!("# Uno\n\n{}", "<table><tr><td>".repeat(500)).as_bytes()).is_err(),
        "a bound on depth"
    );
}
