//! What is read of good pages, by hand and as word processors save them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a failed fixture stops the test there

use reader::{Block, BlockKind, Body, ImageKind, NoteKind, Source, read};

fn page(body: &str) -> Source {
    read(
        "prova.html",
        format!("<!DOCTYPE html><html><head><title>x</title></head><body>{body}</body></html>").as_bytes(),
    )
    .unwrap()
}

fn lines(blocks: &[Block]) -> Vec<(BlockKind, String, String)> {
    blocks.iter().map(|it| (it.kind, it.number.clone().unwrap_or_default(), it.text())).collect()
}

fn is(source: &Source, expected: &[(BlockKind, &str, &str)]) {
    let expected: Vec<_> =
        expected.iter().map(|(kind, number, text)| (*kind, (*number).to_owned(), (*text).to_owned())).collect();
    assert_eq!(lines(&source.blocks), expected);
}

fn has(source: &Source, what: NoteKind, detail: &str) -> bool {
    source.report.notes.iter().any(|note| note.what == what && note.detail == detail)
}

fn adds_up(source: &Source) {
    assert_eq!(source.report.differences, []);
    assert_eq!(source.report.words_in_file, source.report.words_in_blocks);
}

const fn item(depth: u8, ordered: bool) -> BlockKind {
    BlockKind::ListItem { depth, ordered }
}

const fn heading(level: u8) -> BlockKind {
    BlockKind::Heading { level }
}

#[test]
fn a_page_by_hand() {
    let source = page(
        "<h1>Premessa</h1><p>Un <strong>piano</strong> <em>aperto</em>\n a tutti, <a href='https://example.org'>qui</a> e <a href='javascript:x'>no</a>.<p>Senza chiusura\
         <ul><li>uno<ul><li>dentro</ul><li><p>due</p><p>segue</p></ul><ol start=3 type=a><li>tre<li value=7>sette</ol>\
         <blockquote><p>Citato</p></blockquote><pre>riga  una\nriga due</pre><h3>Salto</h3><div>libero<br>a capo</div>\
         <script>x()</script><dl><dt>Voce</dt><dd>Senso</dd></dl><del>tolto</del><ins>messo</ins> <s>barrato</s>",
    );
    is(
        &source,
        &[
            (heading(1), "", "Premessa"),
            (BlockKind::Paragraph, "", "Un piano aperto a tutti, qui e no."),
            (BlockKind::Paragraph, "", "Senza chiusura"),
            (item(0, false), "", "uno"),
            (item(1, false), "", "dentro"),
            (item(0, false), "", "due"),
            (BlockKind::Paragraph, "", "segue"),
            (item(0, true), "c.", "tre"),
            (item(0, true), "g.", "sette"),
            (BlockKind::Quote, "", "Citato"),
            (BlockKind::Code, "", "riga una riga due"),
            (heading(3), "", "Salto"),
            (BlockKind::Paragraph, "", "libero a capo"),
            (BlockKind::Paragraph, "", "Voce"),
            (BlockKind::Paragraph, "", "Senso"),
            (BlockKind::Paragraph, "", "messo barrato"),
        ],
    );
    for (what, detail) in [
        (NoteKind::HeadingSkipped, "Salto"),
        (NoteKind::ScriptDropped, "1"),
        (NoteKind::LinkDropped, "javascript:x"),
        (NoteKind::DeletionsAccepted, "1"),
        (NoteKind::InsertionsAccepted, "1"),
        (NoteKind::StrikeDropped, "1"),
    ] {
        assert!(has(&source, what, detail), "{what:?}");
    }
    adds_up(&source);
}

#[test]
fn tables_and_images() {
    let source = page(
        "<table><caption>Gli enti</caption><tr><th>Ente<th colspan=2>Compiti<tr><td rowspan=2>Città<td>uno<ul><li>punto</ul><td>due<tr><td>tre<td><table><tr><td>den<td>tro</table></table>\
         <p>Testo <img src='data:image/gif;base64,R0lGODlhAAAA' alt='La mappa'> e altro</p><p><img src='foto.png'></p><img role=presentation src=fregio.gif>",
    );
    let Body::Table { rows } = &source.blocks[1].body else { panic!("table") };
    assert!(rows[0].iter().all(|cell| cell.header) && !rows[1][0].header);
    assert_eq!((rows[0][1].colspan, rows[1][0].rowspan, rows[2].len()), (2, 2, 2));
    is(
        &source,
        &[
            (BlockKind::Caption, "", "Gli enti"),
            (BlockKind::Table, "", "Ente | Compiti\nCittà | uno • punto | due\ntre | den tro"),
            (BlockKind::Paragraph, "", "Testo e altro"),
            (BlockKind::Figure, "", "La mappa"),
            (BlockKind::Figure, "", ""),
        ],
    );
    assert_eq!((source.images.len(), source.images[0].kind), (1, ImageKind::Gif));
    assert!(matches!(&source.blocks[3].body, Body::Figure { image: Some(name), .. } if *name == source.images[0].name));
    assert!(has(&source, NoteKind::ImageWithoutAlt, "foto.png") && has(&source, NoteKind::ImageDropped, ""));
    assert!(has(&source, NoteKind::ImageMissing, "foto.png"));
    adds_up(&source);
}

/// In the manner of Word's "Save as web page".
#[test]
fn as_word_saves_it() {
    let file = "<html xmlns:o='x' xmlns:w='x'><head><meta http-equiv=Content-Type content='text/html; charset=windows-1252'>\
        <!--[if gte mso 9]><xml><w:Author>Una Persona</w:Author></xml><![endif]-->\
        <style><!-- p.MsoNormal {margin:0} p.Miotitolo, li.Miotitolo {mso-style-name:\"Mio titolo\"; mso-outline-level:3;} .Nascosto {mso-hide:all} --></style></head><body><div class=WordSection1>\
        <p class=MsoTitle>Il piano</p><p class=MsoToc1><a href='#_Toc1'>Premessa 3</a></p>\
        <h1 style='mso-list:l1 level1 lfo2'><a name='_Toc1'></a><![if !supportLists]><span style='mso-list:Ignore'>2.1<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span></span><![endif]>Premessa</h1>\
        <p class=Miotitolo>Terzo livello</p>\
        <p class=MsoNormal>La citt\u{e0}<a style='mso-footnote-id:ftn1' href=\"#_ftn1\" name=\"_ftnref1\" title=''><span class=MsoFootnoteReference><![if !supportFootnotes]>[1]<![endif]></span></a> \u{e8} <b><span lang=IT>nostra</span></b><span class=Nascosto>nascosto</span>.<o:p></o:p></p>\
        <p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>\u{b7}<span>&nbsp;</span></span></span><![endif]>punto</p>\
        <p class=MsoListParagraphCxSpLast style='mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>b)<span>&nbsp;</span></span><![endif]>lettera</p>\
        <p class=MsoListParagraph style='margin-left:72.0pt'>\u{b7}<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span>filtrato</p>\
        <p class=MsoQuote>Citato</p><p class=MsoCaption>Figura 1</p>\
        <!--[if gte vml 1]><v:shape><v:imagedata src='x.png'/></v:shape><![endif]--><![if !vml]><img src='piano_file/image001.png' alt='La piazza'><![endif]>\
        <p class=MsoNormal>Si apre <ins cite='mailto:Una%20Persona' datetime='2024'>domani</ins><del cite='mailto:Una%20Persona'>oggi</del><span class=MsoCommentReference><a class=msocomanchor id='_anchor_1' href='#_msocom_1' name='_msoanchor_1'>[UP1]</a></span>.</p></div>\
        <div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all><hr><![endif]><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href=\"#_ftnref1\" name=\"_ftn1\"><span class=MsoFootnoteReference>[1]</span></a> Vedi la legge.</p></div></div>\
        <div style='mso-element:comment-list'><hr class=msocomoff><div style='mso-element:comment'><div id='_com_1' class=msocomtxt><span style='mso-comment-author:\"Una Persona\"'><a class=msocomoff href='#_msoanchor_1'>[UP1]</a></span><p class=MsoCommentText>segreto</p></div></div></div></body></html>";
    let bytes = encoding_rs::WINDOWS_1252.encode(file).0.into_owned();
    let source = read("piano.htm", &bytes).unwrap();
    is(
        &source,
        &[
            (heading(1), "", "Il piano"),
            (heading(1), "2.1", "Premessa"),
            (heading(3), "", "Terzo livello"),
            (BlockKind::Paragraph, "", "La città è nostra."),
            (BlockKind::Footnote, "1", "Vedi la legge."),
            (item(0, false), "", "punto"),
            (item(1, true), "b)", "lettera"),
            (item(1, false), "", "filtrato"),
            (BlockKind::Quote, "", "Citato"),
            (BlockKind::Caption, "", "Figura 1"),
            (BlockKind::Figure, "", "La piazza"),
            (BlockKind::Paragraph, "", "Si apre domani."),
        ],
    );
    for (what, detail) in [
        (NoteKind::ContentsDropped, "1"),
        (NoteKind::CommentsDropped, "1"),
        (NoteKind::HiddenText, "nascosto"),
        (NoteKind::InsertionsAccepted, "1"),
        (NoteKind::DeletionsAccepted, "1"),
        (NoteKind::FootnotesMoved, "1"),
    ] {
        assert!(has(&source, what, detail), "{what:?}");
    }
    let all = format!("{source:?}");
    assert!(!all.contains("Persona") && !all.contains("segreto") && !all.contains("oggi") && !all.contains("UP1"));
    let lost: Vec<_> = source.report.differences.iter().map(|it| (it.text.as_str(), it.lost)).collect();
    assert_eq!(lost, [("Premessa 3", true), ("nostranascosto.", true), ("nostra.", false)]);
}

/// In the manner of LibreOffice's "Save as HTML".
#[test]
fn as_libreoffice_saves_it() {
    let source = page(
        "<div title=\"header\"><p>Bozza riservata</p></div><h1 class=\"western\">Premessa</h1>\
         <p class=\"western\">Il\npiano<a class=\"sdfootnoteanc\" name=\"sdfootnote1anc\" href=\"#sdfootnote1sym\"><sup>1</sup></a>\n<font color=\"#000000\"><b>nostro</b></font>.</p>\
         <ol><li value=\"2\"><p>due</p><p>segue</p><li><p>tre</p></ol><ul><ul><li><p>profondo</p></ul></ul>\
         <p class=\"contents-1-western\">Premessa 3</p><p class=\"quotations-western\">Citato</p>\
         <center><table><thead><tr><th><p>A</p></th></tr></thead><tbody><tr><td><p>1</p><p>2</p></td></tr></tbody></table></center>\
         <p>Fine<a class=\"sdendnoteanc\" name=\"sdendnote1anc\" href=\"#sdendnote1sym\"><sup>i</sup></a>.</p>\
         <div id=\"sdfootnote1\"><p class=\"sdfootnote\"><a class=\"sdfootnotesym\" name=\"sdfootnote1sym\" href=\"#sdfootnote1anc\">1</a>\n Vedi la legge.</p><p>Anche questa.</p></div>\
         <div id=\"sdendnote1\"><p><a class=\"sdendnotesym\" name=\"sdendnote1sym\" href=\"#sdendnote1anc\">i</a> In fondo.</p></div><div title=\"footer\"><p>Pagina 1</p></div>",
    );
    is(
        &source,
        &[
            (heading(1), "", "Premessa"),
            (BlockKind::Paragraph, "", "Il piano nostro."),
            (BlockKind::Footnote, "1", "Vedi la legge. Anche questa."),
            (item(0, true), "2.", "due"),
            (BlockKind::Paragraph, "", "segue"),
            (item(0, true), "3.", "tre"),
            (item(1, false), "", "profondo"),
            (BlockKind::Quote, "", "Citato"),
            (BlockKind::Table, "", "A\n1 2"),
            (BlockKind::Paragraph, "", "Fine."),
            (BlockKind::Footnote, "1", "In fondo."),
        ],
    );
    assert!(
        has(&source, NoteKind::HeaderDropped, "Bozza riservata") && has(&source, NoteKind::FooterDropped, "Pagina 1")
    );
    let lost: Vec<_> = source.report.differences.iter().map(|it| it.text.as_str()).collect();
    assert_eq!(lost, ["Premessa 3"]);
}
