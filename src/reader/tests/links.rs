//! Links and references to a place within a document, in each format: each is led to its block, or told.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a failed fixture stops the test there

mod common;

use common::docx;
use common::odt::{h, odt, tp};
use reader::{NoteKind, Source, led, read};

/// What each link says, and the text of the block it leads to.
fn ways(source: &Source) -> Vec<(String, String)> {
    let linked = source.blocks.iter().flat_map(reader::Block::spans).filter(|span| span.link.is_some());
    linked
        .map(|span| {
            let link = span.link.as_deref().unwrap();
            let text = led(link).map_or_else(|| link.to_owned(), |block| source.blocks[block].text());
            (span.text.trim().to_owned(), text)
        })
        .collect()
}

fn are(source: &Source, expected: &[(&str, &str)]) {
    let expected: Vec<_> = expected.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
    assert_eq!(ways(source), expected);
    assert_eq!(source.report.differences, []);
    assert_eq!(source.report.words_in_file, source.report.words_in_blocks);
}

/// How many links were led, and what is told of each that was not.
fn told(source: &Source) -> (String, Vec<(String, String)>) {
    let of = |what: NoteKind| source.report.notes.iter().filter(move |note| note.what == what);
    let led = of(NoteKind::InnerLinkLed).map(|note| note.detail.clone()).collect();
    (led, of(NoteKind::InnerLinkLost).map(|note| (note.place.clone(), note.detail.clone())).collect())
}

fn lost(place: &str, detail: &str) -> Vec<(String, String)> {
    vec![(place.to_owned(), detail.to_owned())]
}

#[test]
fn in_word() {
    let mark = |name: &str| format!(r#"<w:bookmarkStart w:id="1" w:name="{name}"/><w:bookmarkEnd w:id="1"/>"#);
    let run = |text: &str| format!(r#"<w:r><w:t xml:space="preserve">{text}</w:t></w:r>"#);
    let field = |code: &str, text: &str| {
        let char = |kind: &str| format!(r#"<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>"#);
        let code = format!(r#"<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>"#);
        format!("{}{code}{}{}{}", char("begin"), char("separate"), run(text), char("end"))
    };
    let body = [
        mark("_Toc7"),
        format!(r#"<w:p><w:pPr><w:pStyle w:val="Titolo1"/></w:pPr>{}{}</w:p>"#, mark("_Ref1"), run("Obiettivi")),
        format!("<w:p>{}</w:p>", mark("vuoto")),
        format!("<w:p>{}{}{}</w:p>", run("Primo, "), mark("a metà"), run("secondo.")),
        format!(
            "<w:tbl><w:tr><w:tc>{}<w:p>{}{}</w:p></w:tc></w:tr></w:tbl>",
            mark("tabella"),
            mark("cella"),
            run("Spesa")
        ),
        format!(r#"<w:p>{}<w:r><w:footnoteReference w:id="1"/></w:r></w:p>"#, run("Con nota.")),
        [
            "<w:p>".to_owned(),
            run("Si veda "),
            r#"<w:hyperlink w:anchor="_Toc7"><w:r><w:t>uno </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>e due</w:t></w:r></w:hyperlink>"#.to_owned(),
            field(r"REF _Ref1 \r \h", " tre"),
            field(r"PAGEREF cella \h", " quattro"),
            field(r#"HYPERLINK \l "vuoto""#, " cinque"),
            format!(r#"<w:fldSimple w:instr=" NOTEREF nellanota \h ">{}</w:fldSimple>"#, run(" sei")),
            format!(r#"<w:hyperlink w:anchor="a metà">{}</w:hyperlink>"#, run(" sette")),
            format!(r#"<w:hyperlink w:anchor="fine">{}</w:hyperlink>"#, run(" otto")),
            "</w:p>".to_owned(),
        ]
        .concat(),
        format!(r#"<w:p><w:hyperlink w:anchor="altrove">{}</w:hyperlink></w:p>"#, run("Da nessuna parte")),
        mark("fine"),
    ];
    let source = read("prova.docx", &docx(&body.concat())).unwrap();
    are(
        &source,
        &[
            ("uno", "Obiettivi"),
            ("e due", "Obiettivi"),
            ("tre", "Obiettivi"),
            ("quattro", "Spesa"),
            ("cinque", "Primo, secondo."),
            ("sei", "Vedi la legge."),
            ("sette", "Primo, secondo."),
            ("otto", "Da nessuna parte"),
        ],
    );
    assert_eq!(told(&source), ("7".to_owned(), lost("block:7", "Da nessuna parte (#altrove)")));
}

#[test]
fn in_opendocument() {
    let link = |to: &str, text: &str| format!(r#" <text:a xlink:type="simple" xlink:href="{to}">{text}</text:a>"#);
    let note = r#"<text:note text:id="ftn7" text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p><text:bookmark text:name="nella nota"/>La nota.</text:p></text:note-body></text:note>"#;
    let body = [
        h(1, r#"<text:bookmark-start text:name="segno"/>Obiettivi<text:bookmark-end text:name="segno"/>"#),
        tp("Standard", r#"Primo<text:reference-mark text:name="punto"/>."#),
        r#"<table:table table:name="Tabella1"><table:table-row><table:table-cell><text:p>Spesa</text:p></table:table-cell></table:table-row></table:table>"#.to_owned(),
        tp("Standard", r#"Figura <text:sequence text:ref-name="refFigura0">1</text:sequence>"#),
        tp("Standard", &format!("Con nota.{note}")),
        tp(
            "Standard",
            &[
                "Si veda",
                &link("#segno", "uno"),
                &link("#Obiettivi%7Coutline", "due"),
                r#" <text:bookmark-ref text:ref-name="segno" text:reference-format="page">tre</text:bookmark-ref>"#,
                r#" <text:reference-ref text:ref-name="punto">quattro</text:reference-ref>"#,
                r#" <text:sequence-ref text:ref-name="refFigura0">cinque</text:sequence-ref>"#,
                r#" <text:note-ref text:ref-name="ftn7">sei</text:note-ref>"#,
                &link("#nella nota", "sette"),
                &link("#Tabella1|table", "otto"),
                &link("#9.Altro|outline", "nove"),
            ]
            .concat(),
        ),
    ];
    let source = read("prova.odt", &odt(&body.concat())).unwrap();
    are(
        &source,
        &[
            ("uno", "Obiettivi"),
            ("due", "Obiettivi"),
            ("tre", "Obiettivi"),
            ("quattro", "Primo."),
            ("cinque", "Figura 1"),
            ("sei", "Con nota."),
            ("sette", "La nota."),
            ("otto", "Spesa"),
        ],
    );
    assert_eq!(told(&source), ("8".to_owned(), lost("block:7", "nove (#9.Altro|outline)")));
}

#[test]
fn in_a_page() {
    let page = "<!DOCTYPE html><html><body><div id=tutto><h1 id=obiettivi>Obiettivi</h1><p>Primo <span id=span>punto</span>.</p><a name='I costi'></a>\
        <p>Secondo.</p><ul id=elenco><li id=voce>Voce</li></ul><table><tr><td id=cella>Spesa</td></tr></table></div>\
        <p>Si veda <a href='#tutto'>uno</a> <a href='#obiettivi'>due</a> <a href='#span'>tre <b>punti</b></a> <a href='#I%20costi'>quattro</a> \
        <a href='#voce'>cinque</a> <a href='#cella'>sei</a> <a href='#elenco'>sette</a> <a href='#\" onclick=\"x'>otto</a></p></body></html>";
    let source = read("prova.html", page.as_bytes()).unwrap();
    are(
        &source,
        &[
            ("uno", "Obiettivi"),
            ("due", "Obiettivi"),
            ("tre", "Primo punto."),
            ("punti", "Primo punto."),
            ("quattro", "Secondo."),
            ("cinque", "Voce"),
            ("sei", "Spesa"),
            ("sette", "Voce"),
        ],
    );
    assert_eq!(told(&source), ("7".to_owned(), lost("block:6", "otto (#\" onclick=\"x)")));
}

#[test]
fn in_markdown() {
    let text = "# 1. I costi\n\nPrimo <a id=\"punto\"></a>punto.\n\n## I costi {#spesa}\n\n<a name='tabella'></a>\n\n| A |\n| --- |\n| Spesa |\n\n\
        Con nota[^1].\n\n[^1]: La nota <a id=nota></a>qui.\n\n    E ancora.\n\n<table><tr><td id=\"html\">Altra</td></tr></table>\n\n\
        Si veda [uno](#1-i-costi), [due](#punto), [tre](#i-costi), [quattro](#tabella), [cinque](#nota), [sei](#html), [**sette**](#altrove), [otto](#spesa).\n";
    let source = read("prova.md", text.as_bytes()).unwrap();
    are(
        &source,
        &[
            ("uno", "I costi"),
            ("due", "Primo punto."),
            ("tre", "I costi"),
            ("quattro", "A\nSpesa"),
            ("cinque", "La nota qui. E ancora."),
            ("sei", "Altra"),
            ("otto", "I costi"),
        ],
    );
    let first = source.blocks.iter().flat_map(reader::Block::spans).filter_map(|s| led(s.link.as_deref()?)).next();
    assert_eq!(first, Some(0), "two headings have one text: the number tells them apart");
    assert_eq!(told(&source), ("7".to_owned(), lost("block:8", "sette (#altrove)")));
    assert!(source.report.notes.iter().all(|note| note.what != NoteKind::HtmlDropped), "{:?}", source.report.notes);
}

#[test]
fn a_heading_with_a_name_loses_no_word_however_it_is_written() {
    let headings = [
        "## I costi {#spesa}",
        "## I costi {#spesa} ##",
        "  ## I costi {#spesa}  ",
        "I costi {#spesa}\n===",
        "I costi {#spesa}\n---",
        "> ## I costi {#spesa}",
        "> I costi {#spesa}\n> ---",
        "- ## I costi {#spesa}",
    ];
    for heading in headings {
        let text = format!("Si veda [là](#spesa).\n\n{heading}\n\nFine.\n");
        let source = read("nota.md", text.as_bytes()).unwrap();
        are(&source, &[("là", "I costi")]);
    }
    // In braces within other words it is one of them.
    for words in ["Le spese {#spesa} restano", "Le spese {#spesa}", "## Le spese {# spesa}", "# Le spese {#}"] {
        let source = read("nota.md", format!("{words}\n\nFine.\n").as_bytes()).unwrap();
        are(&source, &[]);
        assert!(source.blocks[0].text().contains("{#"), "{words}");
    }
}
