//! What is read of good OpenDocument texts.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a failed fixture stops the test there

mod common;

use common::odt::{h, li, list, odt, odt_with, tp};
use reader::{Block, BlockKind, Body, ImageKind, NoteKind, Source, read};

fn text(xml: &str) -> Source {
    read("prova.odt", &odt(xml)).unwrap()
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

const BULLET: BlockKind = BlockKind::ListItem { depth: 0, ordered: false };
const LETTER: BlockKind = BlockKind::ListItem { depth: 1, ordered: true };
const FIGURE: BlockKind = BlockKind::ListItem { depth: 0, ordered: true };

#[test]
fn headings_lists_and_their_numbers() {
    let nested = list("L1", &[li(&tp("P1", "uno")), li(&tp("P1", "due"))].concat());
    let source = text(
        &[
            h(1, "Premessa"),
            h(1, "Azioni"),
            h(2, "Prima"),
            h(3, "Senza numero"),
            r#"<text:h text:outline-level="2" text:is-list-header="true">Fuori conto</text:h>"#.to_owned(),
            h(2, "Seconda"),
            list("L1", &[li(&(tp("P1", "punto") + &tp("P1", "segue") + &nested)), li(&tp("P1", "altro"))].concat()),
            r#"<text:list xml:id="a" text:style-name="L2">"#.to_owned() + &li(&tp("Standard", "tre")) + "</text:list>",
            tp("Standard", "In mezzo."),
            r#"<text:list text:continue-list="a" text:style-name="L2"><text:list-item><text:p>quattro</text:p><text:list><text:list-item><text:p>sotto</text:p><text:list><text:list-item><text:p>più sotto</text:p></text:list-item></text:list></text:list-item></text:list></text:list-item></text:list>"#.to_owned(),
            list("L2", &(r#"<text:list-item text:start-value="9"><text:p>nove</text:p></text:list-item>"#.to_owned() + "<text:list-header><text:p>intestazione</text:p></text:list-header>")),
            tp("Standard", "a) scritto a mano"),
        ]
        .concat(),
    );
    let expected = [
        (BlockKind::Heading { level: 1 }, "1", "Premessa"),
        (BlockKind::Heading { level: 1 }, "2", "Azioni"),
        (BlockKind::Heading { level: 2 }, "2.1", "Prima"),
        (BlockKind::Heading { level: 3 }, "", "Senza numero"),
        (BlockKind::Heading { level: 2 }, "", "Fuori conto"),
        (BlockKind::Heading { level: 2 }, "2.2", "Seconda"),
        (BULLET, "", "punto"),
        (BlockKind::Paragraph, "", "segue"),
        (LETTER, "a)", "uno"),
        (LETTER, "b)", "due"),
        (BULLET, "", "altro"),
        (FIGURE, "3.", "tre"),
        (BlockKind::Paragraph, "", "In mezzo."),
        (FIGURE, "4.", "quattro"),
        (LETTER, "4.1.", "sotto"),
        (BlockKind::ListItem { depth: 2, ordered: true }, "(I)", "più sotto"),
        (FIGURE, "9.", "nove"),
        (BlockKind::Paragraph, "", "intestazione"),
        (BlockKind::Paragraph, "a)", "scritto a mano"),
    ];
    assert_eq!(lines(&source.blocks), expected.map(|(kind, number, text)| (kind, number.into(), text.into())));
    assert!(
        has(&source, NoteKind::HeaderDropped, "Bozza riservata") && has(&source, NoteKind::FooterDropped, "Pagina 1")
    );
    adds_up(&source);
}

/// As LibreOffice saves an inner list that goes on after other text: in a list that goes on, within items that are there for the depth.
#[test]
fn an_inner_list_goes_on() {
    let inner = |how: &str, text: &str| {
        let list = list("L1", &li(&tp("P1", text)));
        format!("<text:list {how} text:style-name=\"L1\"><text:list-item>{list}</text:list-item></text:list>")
    };
    let between = tp("Standard", "In mezzo.");
    let parts = [
        inner("xml:id=\"b\"", "uno"),
        between.clone(),
        inner("xml:id=\"c\" text:continue-list=\"b\"", "due"),
        between.clone(),
        inner("text:continue-numbering=\"true\"", "tre"),
        between,
        inner("", "di nuovo uno"),
    ];
    let source = text(&parts.concat());
    let items = source.blocks.iter().filter(|block| block.kind == LETTER);
    let numbers: Vec<_> = items.filter_map(|block| block.number.as_deref()).collect();
    assert_eq!(numbers, ["a)", "b)", "c)", "a)"]);
}

#[test]
fn stretches_links_notes_and_captions() {
    let source = text(&[
        tp("Standard", concat!(
            "Il\n  <text:span text:style-name=\"T1\">piano</text:span><text:note text:note-class=\"footnote\"><text:note-citation>1</text:note-citation><text:note-body><text:p>Vedi la <text:a xlink:href=\"https://example.org/l\">legge</text:a>.</text:p></text:note-body></text:note>",
            " e <text:a xlink:href=\"https://example.org/a\">qui</text:a>, <text:a xlink:href=\"javascript:x\">no</text:a><text:s text:c=\"2\"/>vedi <text:bookmark-ref>2.1</text:bookmark-ref><text:line-break/><text:span text:style-name=\"T2\">fine</text:span>",
            "<text:note text:note-class=\"endnote\"><text:note-citation>i</text:note-citation><text:note-body><text:p>In fondo.</text:p></text:note-body></text:note>",
        )),
        tp("P2", "Tutto in grassetto"),
        tp("Quotations", "Citato."),
        tp("Figure", "Figura <text:sequence>1</text:sequence>: la mappa"),
    ].concat());
    let Body::Text(spans) = &source.blocks[0].body else { panic!("text") };
    let styled: Vec<_> = spans.iter().map(|it| (it.text.as_str(), it.bold, it.italic, it.link.as_deref())).collect();
    assert_eq!(
        styled,
        [
            ("Il ", false, false, None),
            ("piano", true, false, None),
            (" e ", false, false, None),
            ("qui", false, false, Some("https://example.org/a")),
            (", no  vedi 2.1\n", false, false, None),
            ("fine", false, true, None),
        ]
    );
    let expected = [
        (BlockKind::Footnote, "1", "Vedi la legge."),
        (BlockKind::Footnote, "1", "In fondo."),
        (BlockKind::Paragraph, "", "Tutto in grassetto"),
        (BlockKind::Quote, "", "Citato."),
        (BlockKind::Caption, "", "Figura 1: la mappa"),
    ];
    assert_eq!(lines(&source.blocks)[1..], expected.map(|(kind, number, text)| (kind, number.into(), text.into())));
    assert!(matches!(&source.blocks[3].body, Body::Text(spans) if spans[0].bold));
    assert!(has(&source, NoteKind::LinkDropped, "javascript:x") && has(&source, NoteKind::FootnotesMoved, "2"));
    adds_up(&source);
}

#[test]
fn changes_are_accepted_and_nobody_is_named() {
    let source = text(concat!(
        "<text:tracked-changes><text:changed-region><text:insertion><office:change-info><dc:creator>Una Persona</dc:creator></office:change-info></text:insertion></text:changed-region>",
        "<text:changed-region><text:deletion><office:change-info><dc:creator>Una Persona</dc:creator></office:change-info><text:p>oggi</text:p></text:deletion></text:changed-region>",
        "<text:changed-region><text:format-change/></text:changed-region></text:tracked-changes>",
        "<text:p>Si apre <text:change-start text:change-id=\"a\"/>domani<text:change-end text:change-id=\"a\"/><text:change text:change-id=\"b\"/>",
        "<office:annotation><dc:creator>Una Persona</dc:creator><text:p>segreto</text:p></office:annotation>.<office:annotation-end/></text:p>",
    ));
    assert_eq!(lines(&source.blocks), [(BlockKind::Paragraph, String::new(), "Si apre domani.".to_owned())]);
    for (what, count) in [
        (NoteKind::InsertionsAccepted, "1"),
        (NoteKind::DeletionsAccepted, "1"),
        (NoteKind::FormattingAccepted, "1"),
        (NoteKind::CommentsDropped, "1"),
    ] {
        assert!(has(&source, what, count), "{what:?}");
    }
    let all = format!("{source:?}");
    assert!(!all.contains("Persona") && !all.contains("segreto") && !all.contains("oggi"));
    adds_up(&source);
}

#[test]
fn tables_keep_merged_cells_and_heads() {
    let source = text(concat!(
        "<table:table><table:table-column table:number-columns-repeated=\"3\"/><table:table-header-rows><table:table-row><table:table-cell><text:p>Ente</text:p></table:table-cell><table:table-cell table:number-columns-spanned=\"2\"><text:p>Compiti</text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table-header-rows>",
        "<table:table-row><table:table-cell table:number-rows-spanned=\"2\"><text:p>Città</text:p></table:table-cell><table:table-cell><text:p>uno</text:p><text:list><text:list-item><text:p>punto</text:p></text:list-item></text:list></table:table-cell><table:table-cell><text:p>due</text:p></table:table-cell></table:table-row>",
        "<table:table-row><table:covered-table-cell/><table:table-cell><text:p>tre</text:p></table:table-cell><table:table-cell><table:table><table:table-row><table:table-cell><text:p>dentro</text:p></table:table-cell></table:table-row></table:table></table:table-cell></table:table-row></table:table>",
    ));
    let Body::Table { rows } = &source.blocks[0].body else { panic!("table") };
    assert!(rows[0].iter().all(|cell| cell.header) && !rows[1][0].header);
    assert_eq!((rows[0][1].colspan, rows[1][0].rowspan, rows[2].len()), (2, 2, 2));
    assert_eq!(source.blocks[0].text(), "Ente | Compiti\nCittà | uno • punto | due\ntre | dentro");
    assert!(has(&source, NoteKind::NestedTable, ""));
    adds_up(&source);
}

#[test]
fn images_boxes_and_what_is_dropped() {
    let png = "\u{89}PNG";
    let frame = |inner: &str| format!("<draw:frame>{inner}</draw:frame>");
    let body = [
        tp("Standard", &("Testo".to_owned() + &frame("<draw:image xlink:href=\"Pictures/a.gif\"/><svg:title>Mappa</svg:title><svg:desc>La mappa dei quartieri</svg:desc>"))),
        tp("Standard", &frame("<draw:image xlink:href=\"Pictures/b.svm\"/>")),
        tp("Standard", &frame("<draw:text-box><text:p>In un riquadro</text:p></draw:text-box>")),
        tp("Standard", &frame("<draw:object xlink:href=\"./Object 1\"/>")),
        "<text:table-of-content><text:index-body><text:p>Premessa 3</text:p></text:index-body></text:table-of-content>".to_owned(),
        "<text:section text:display=\"none\"><text:p>sezione celata</text:p></text:section>".to_owned(),
        tp("Standard", "visibile <text:span text:style-name=\"T3\">nascosto</text:span>"),
    ]
    .concat();
    let source = read("a.odt", &odt_with(&body, &[("Pictures/a.gif", "GIF89a..."), ("Pictures/b.svm", png)])).unwrap();
    let expected = [
        (BlockKind::Paragraph, "Testo"),
        (BlockKind::Figure, "La mappa dei quartieri"),
        (BlockKind::Figure, ""),
        (BlockKind::Paragraph, "In un riquadro"),
        (BlockKind::Paragraph, "visibile"),
    ];
    assert_eq!(lines(&source.blocks), expected.map(|(kind, text)| (kind, String::new(), text.into())));
    assert_eq!((source.images.len(), source.images[0].kind), (1, ImageKind::Gif));
    assert!(matches!(&source.blocks[1].body, Body::Figure { image: Some(name), .. } if *name == source.images[0].name));
    assert!(has(&source, NoteKind::ImageWithoutAlt, "Pictures/b.svm") && has(&source, NoteKind::ObjectDropped, ""));
    assert!(source.report.notes.iter().any(|note| note.what == NoteKind::ImageKindRefused && note.place == "block:3"));
    let lost: Vec<_> = source.report.differences.iter().map(|it| it.text.as_str()).collect();
    assert_eq!(lost, ["Premessa 3", "sezione celata", "nascosto"]);
}
