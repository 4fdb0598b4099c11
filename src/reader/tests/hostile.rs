//! Files that are not what they seem, or not whole: an error that says why, never a panic, and a bound on time and memory for each.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a failed fixture stops the test there

mod common;
#[path = "../../../tests/fuzz/harness.rs"]
mod harness;

use common::odt::{MIME, odt, odt_with};
use common::{TYPES, docx, docx_with, item, p, zip};
use harness::{alone, measured};
use reader::{Format, ReadError, Source, TooLarge, detect, limits};
use std::time::{Duration, Instant};

/// Most memory that reading any file may take beside the file itself, in kilobytes: what the limits of `limits.rs` come to.
const MEMORY: u64 = 400_000;

/// Reads a file, within the time and memory that any file may take.
fn read(name: &str, bytes: &[u8]) -> Result<reader::Source, ReadError> {
    let (found, took, memory) = measured(|| reader::read(name, bytes));
    assert!(took < PATIENCE, "{name}: {took:?}");
    assert!(memory.is_none_or(|memory| memory < MEMORY), "{name}: {memory:?} kB");
    if took > Duration::from_secs(1) || memory.is_some_and(|memory| memory > 50_000) {
        eprintln!("{name} of {} bytes: {took:?}, {memory:?} kB", bytes.len());
    }
    found
}

const OLE: [u8; 8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

fn ole(stream: &str) -> Vec<u8> {
    let mut bytes = OLE.to_vec();
    bytes.resize(512, 0);
    bytes.extend(stream.encode_utf16().flat_map(u16::to_le_bytes));
    bytes
}

fn good() -> Vec<u8> {
    docx(&[
        p("Titolo1", "Premessa &amp; scopi"), item(1, 0, "uno"), item(1, 1, "due"),
        "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/><w:vMerge w:val=\"restart\"/></w:tcPr><w:p><w:r><w:t>cella</w:t></w:r></w:p></w:tc></w:tr></w:tbl>".into(),
        "<w:p><w:hyperlink r:id=\"rId6\"><w:r><w:t>qui</w:t></w:r></w:hyperlink><w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p>".into(),
    ].concat())
}

#[test]
fn names_and_contents() {
    let _alone = alone();
    assert_eq!(detect("a.docx", &good()), Ok(Format::Docx));
    assert_eq!(detect("a.md", &good()), Ok(Format::Docx));
    assert_eq!(detect("a.md", "# à".as_bytes()), Ok(Format::Markdown));
    assert_eq!(detect("a.md", b""), Err(ReadError::Empty));
    assert_eq!(read("a.md", b" \n\n").unwrap_err(), ReadError::Empty);
    assert_eq!(detect("a.docx", &ole("EncryptedPackage")), Err(ReadError::Encrypted));
    assert_eq!(detect("a.docx", &ole("WordDocument")), Err(ReadError::OldWord));
    assert!(matches!(detect("a.docx", b"testo"), Err(ReadError::WrongExtension { .. })));
    assert!(matches!(detect("a.md", b"%PDF-1.7"), Err(ReadError::WrongExtension { .. })));
    assert!(matches!(detect("a.pdf", b"%PDF-1.7"), Err(ReadError::UnknownFormat { .. })));
    assert!(
        matches!(detect("a.ods", &zip(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "")])), Err(ReadError::UnknownFormat { what }) if what == "ODS")
    );
    assert!(matches!(detect("a.docx", b"PK\x03\x04rotto"), Err(ReadError::Damaged { .. })));
    assert!(matches!(detect("a.md", b"\x01\x00\xff"), Err(ReadError::WrongExtension { .. })));
    for text in [b"\xff\xfec\x00i\x00".as_slice(), b"\xfe\xff\x00c", b"citt\xe0"] {
        assert!(matches!(detect("a.md", text), Err(ReadError::Encoding)), "{text:?}");
    }
    assert_eq!(read("a.docx", &docx("<w:p/>")).unwrap().blocks.len(), 1, "the uncited note is kept");
}

#[test]
fn bombs() {
    let _alone = alone();
    let zeros = " ".repeat(210 * 1024 * 1024);
    let bomb = zip(&[("[Content_Types].xml", TYPES), ("word/document.xml", &zeros)]);
    assert!(bomb.len() < 8 * 1024 * 1024);
    assert!(matches!(read("a.docx", &bomb), Err(ReadError::TooLarge { what: TooLarge::Unzipped, .. })));

    let large = vec![b'a'; 51 * 1024 * 1024];
    assert!(matches!(read("a.md", &large), Err(ReadError::TooLarge { what: TooLarge::Upload, .. })));
    let deep = docx(&["<w:sdt>".repeat(5000), "</w:sdt>".repeat(5000)].concat());
    assert!(matches!(read("a.docx", &deep), Err(ReadError::TooLarge { what: TooLarge::Depth, .. })));
    let quotes = format!("{}x", ">".repeat(20_000));
    assert!(matches!(read("a.md", quotes.as_bytes()), Err(ReadError::TooLarge { what: TooLarge::Depth, .. })));
    let entities = docx("<!DOCTYPE a [<!ENTITY b \"x\">]><w:p><w:r><w:t>&b;uno</w:t></w:r></w:p>");
    assert!(matches!(read("a.docx", &entities), Err(ReadError::Damaged { .. })));
}

/// An archive whose parts declare ten bytes each, whatever is in them.
fn lying(mut archive: Vec<u8>) -> Vec<u8> {
    for (head, size) in [(b"PK\x03\x04", 22), (b"PK\x01\x02", 24)] {
        let at: Vec<usize> = (0..archive.len() - 4).filter(|at| &archive[*at..at + 4] == head).collect();
        for at in at {
            archive[at + size..at + size + 4].copy_from_slice(&10_u32.to_le_bytes());
        }
    }
    archive
}

#[test]
fn a_bomb_that_declares_little_is_not_believed() {
    let _alone = alone();
    let zeros = " ".repeat(210 * 1024 * 1024);
    let word = lying(zip(&[("[Content_Types].xml", TYPES), ("word/document.xml", &zeros)]));
    let open = lying(zip(&[("mimetype", MIME), ("content.xml", &zeros)]));
    drop(zeros);
    for (name, bomb) in [("a.docx", word), ("a.odt", open)] {
        let found = read(name, &bomb).map(|source| source.blocks.len());
        assert!(
            matches!(
                found,
                Err(ReadError::TooLarge { .. }
                    | ReadError::Damaged { .. }
                    | ReadError::UnknownFormat { .. }
                    | ReadError::WrongExtension { .. })
            ),
            "{name}: {found:?}"
        );
    }
}

#[test]
fn what_never_closes_is_not_sought_for_ever() {
    let _alone = alone();
    let from = std::time::Instant::now();
    for mark in ["![", "<a", "&", "[^", "](", "<!--", "`", "**a "] {
        let _ = read("a.md", format!("<div>{0}\n\n{0}", mark.repeat(50_000)).as_bytes());
    }
    let spaces = "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\"> </w:t></w:r><w:r><w:t xml:space=\"preserve\"> </w:t></w:r>";
    let _ = read("a.docx", &docx(&["<w:p>", &spaces.repeat(50_000), "</w:p>"].concat()));
    assert!(from.elapsed().as_secs() < 60, "{:?}", from.elapsed());
}

#[test]
fn the_deepest_that_is_taken_does_not_overflow() {
    let _alone = alone();
    let (open, close) = ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>");
    let deep = docx(&[&open.repeat(65), "<w:p><w:r><w:t>x</w:t></w:r></w:p>", &close.repeat(65)].concat());
    assert_eq!(read("a.docx", &deep).unwrap().blocks[0].text(), "x");
    let deep =
        docx(&["<w:p>", &"<w:ins>".repeat(190), "<w:r><w:t>x</w:t></w:r>", &"</w:ins>".repeat(190), "</w:p>"].concat());
    assert_eq!(read("a.docx", &deep).unwrap().blocks[0].text(), "x");
}

fn too_large(what: TooLarge, of: &Result<reader::Source, ReadError>) -> bool {
    matches!(of, Err(ReadError::TooLarge { what: found, .. }) if *found == what)
}

/// Debug builds on a busy machine; released, each takes a hundredth.
const PATIENCE: Duration = Duration::from_secs(60);

#[test]
fn names_and_contents_of_pages_and_opendocument() {
    let _alone = alone();
    let good = odt("<text:p>Testo</text:p>");
    assert_eq!(detect("a.odt", &good), Ok(Format::Odt));
    assert_eq!(detect("a.docx", &good), Ok(Format::Odt));
    assert_eq!(detect("a.html", b"<p>x"), Ok(Format::Html));
    assert_eq!(detect("senza-nome", b"\xef\xbb\xbf <!doctype HTML><p>x"), Ok(Format::Html));
    let wrong = |name: &str, bytes: &[u8], says: &str| {
        let found = detect(name, bytes);
        assert!(matches!(&found, Err(ReadError::WrongExtension { what, .. }) if what == says), "{name}: {found:?}");
    };
    wrong("a.odt", b"<html>", "HTML");
    wrong("a.docx", b"<!DOCTYPE html>", "HTML");
    wrong("a.html", b"\x01\0\x02", "binary");
    wrong("a.htm", b"MIME-Version: 1.0", "MHTML");
    wrong("a.odt", &zip(&[("mimetype", "application/vnd.oasis.opendocument.presentation")]), "ODP");
    wrong("a.odt", b"testo", "text");
    assert!(matches!(detect("a.odt", b"PK\x03\x04rotto"), Err(ReadError::Damaged { .. })));
    assert!(matches!(read("a.odt", &zip(&[("mimetype", MIME)])), Err(ReadError::Damaged { .. })));
    assert_eq!(read("a.html", b"<html><body></body></html>").unwrap_err(), ReadError::Empty);
}

#[test]
fn what_is_locked_or_holds_a_program() {
    let _alone = alone();
    let manifest = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>";
    let locked = odt_with("", &[("META-INF/manifest.xml", manifest)]);
    assert_eq!(read("a.odt", &locked).unwrap_err(), ReadError::Encrypted);
    let wholly = zip(&[("mimetype", MIME), ("encrypted-package", "x")]);
    assert_eq!(read("a.odt", &wholly).unwrap_err(), ReadError::Encrypted);
    let macros = docx_with("<w:p/>", &[("word/vbaProject.bin", "x")]);
    assert_eq!(read("a.docm", &macros).unwrap_err(), ReadError::Program);
    assert_eq!(read("a.docx", &macros).unwrap_err(), ReadError::Program);
    let basic = odt_with("<text:p>x</text:p>", &[("Basic/Standard/Module1.xml", "x")]);
    assert_eq!(read("a.odt", &basic).unwrap_err(), ReadError::Program);
    let lists = odt_with("<text:p>x</text:p>", &[("Basic/script-lc.xml", "x")]);
    assert_eq!(read("a.odt", &lists).unwrap().blocks.len(), 1);
    // An embedded file is never opened.
    let object = docx_with(
        "<w:p><w:r><w:t>x</w:t><w:object><o:OLEObject/></w:object></w:r></w:p>",
        &[("word/embeddings/o.bin", "MZ")],
    );
    assert_eq!(read("a.docx", &object).unwrap().blocks[0].text(), "x");
}

#[test]
fn entities_are_never_looked_up() {
    let _alone = alone();
    let doctype = "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\"><!ENTITY c \"&b;&b;\">]>";
    let content = format!(
        "{doctype}<office:document-content><office:body><office:text><text:p>&c;</text:p></office:text></office:body></office:document-content>"
    );
    let file = zip(&[("mimetype", MIME), ("content.xml", &content)]);
    assert!(matches!(read("a.odt", &file), Err(ReadError::Damaged { why, .. }) if why.contains("DTD")));
    let page = format!("{doctype}<p>&c; uno</p>");
    assert!(read("a.html", page.as_bytes()).unwrap().blocks.iter().any(|it| it.text().contains("&c; uno")));
}

#[test]
fn a_hundred_megabytes_of_one_paragraph() {
    let _alone = alone();
    let from = Instant::now();
    let long = "parola ".repeat(100 * 1024 * 1024 / 7);
    let word = docx(&["<w:p><w:r><w:t>", &long, "</w:t></w:r></w:p>"].concat());
    assert!(too_large(TooLarge::Unzipped, &read("a.docx", &word)));
    let open = odt(&["<text:p>", &long, "</text:p>"].concat());
    assert!(too_large(TooLarge::Unzipped, &read("a.odt", &open)));
    for name in ["a.html", "a.md"] {
        assert!(too_large(TooLarge::Upload, &read(name, long.as_bytes())));
        assert!(too_large(TooLarge::TextFile, &read(name, &long.as_bytes()[..40 * 1024 * 1024])));
    }
    // Small enough to be opened, too long to be a plan.
    let long = &long[..30 * 1024 * 1024];
    assert!(too_large(
        TooLarge::Text,
        &read("a.docx", &docx(&["<w:p><w:r><w:t>", long, "</w:t></w:r></w:p>"].concat()))
    ));
    assert!(too_large(TooLarge::Text, &read("a.odt", &odt(&["<text:p>", long, "</text:p>"].concat()))));
    assert!(too_large(TooLarge::Text, &read("a.html", ["<p>", long].concat().as_bytes())));
    assert!(from.elapsed() < PATIENCE, "{:?}", from.elapsed());
}

#[test]
fn a_paragraph_is_as_long_as_one_can_comment_on() {
    let _alone = alone();
    let (most, over) = ("è".repeat(limits::PARAGRAPH), "è".repeat(limits::PARAGRAPH + 1));
    let word = |text: &str| docx(&["<w:p><w:r><w:t>", text, "</w:t></w:r></w:p>"].concat());
    assert!(read("a.docx", &word(&most)).is_ok());
    let said = |found: Result<Source, ReadError>| match found {
        Err(ReadError::LongParagraph { begins, limit }) => (begins.chars().count(), limit),
        other => panic!("{other:?}"),
    };
    assert_eq!(said(read("a.docx", &word(&over))), (60, limits::PARAGRAPH));
    assert_eq!(said(read("a.odt", &odt(&["<text:p>", &over, "</text:p>"].concat()))).1, limits::PARAGRAPH);
    assert_eq!(said(read("a.html", format!("<table><tr><td>{over}").as_bytes())).1, limits::PARAGRAPH);
    assert_eq!(said(read("a.md", over.as_bytes())).1, limits::PARAGRAPH);
}

#[test]
fn too_many_parts() {
    let _alone = alone();
    let names: Vec<String> = (0..10_001).map(|at| format!("{at}")).collect();
    let parts: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "")).collect();
    assert!(too_large(TooLarge::Entries, &read("a.odt", &zip(&parts))));
}

/// Shapes on which html5ever alone takes minutes (servo/html5ever issues 788 and 289).
#[test]
fn pages_that_would_keep_the_parser_busy() {
    let _alone = alone();
    let many = |of: &str| of.repeat(50_000);
    let numbered = |open: &str, close: &str| (0..50_000).map(|n| format!("{open}{n}{close}")).collect::<String>();
    for (page, what) in [
        (many("<div>"), TooLarge::Depth),
        (many("<ul><li>"), TooLarge::Depth),
        (many("<b>"), TooLarge::Depth),
        (many("<table><tr><td>"), TooLarge::Depth),
        (numbered("<b x=", ">") + &many("<p>x</b>"), TooLarge::Depth),
        (numbered("<p><i x=", "></p>"), TooLarge::Depth),
        (format!("<p {}>x", numbered(" a", "")), TooLarge::Elements),
        (format!("<p {}>x", numbered("/a", "='>'")), TooLarge::Elements),
        (format!("<svg><p {}>x", numbered("\n", "=\"<\"")), TooLarge::Elements),
    ] {
        let from = Instant::now();
        let found = read("a.html", format!("<html>{page}").as_bytes());
        eprintln!("{page:.30}: {:?}", from.elapsed());
        assert!(too_large(what, &found), "{:.60}: {:?}", page, found.map(|source| source.blocks.len()));
        assert!(from.elapsed() < PATIENCE, "{:.60}: {:?}", page, from.elapsed());
    }
}

#[test]
fn pages_that_never_close() {
    let _alone = alone();
    let from = Instant::now();
    for mark in [
        "<!--",
        "<a x='",
        "<",
        "</",
        "&",
        "<![if !supportLists]>",
        "<script>",
        "<p",
        "<table>x",
        "<![CDATA[",
        "</p>",
        "<select><option>",
        "data:image/png;base64,",
    ] {
        let _ = read("a.html", format!("<p>uno {}", mark.repeat(30_000)).as_bytes());
    }
    assert!(from.elapsed() < PATIENCE, "{:?}", from.elapsed());
}

#[test]
fn the_deepest_page_and_opendocument_that_are_taken() {
    let _alone = alone();
    let around = |open: &str, inner: &str, close: &str, n: usize| [&open.repeat(n), inner, &close.repeat(n)].concat();
    let nest = |open: &str, close: &str, n: usize| around(open, "x", close, n);
    let paragraph = "<text:p>x</text:p>";
    for page in [
        nest("<div>", "</div>", 190),
        nest("<span>", "</span>", 190),
        nest("<ul><li>", "</li></ul>", 95),
        nest("<table><tr><td>", "</table>", 45),
    ] {
        assert_eq!(read("a.html", format!("<html>{page}").as_bytes()).unwrap().blocks[0].text(), "x");
    }
    let spans = format!("<text:p>{}</text:p>", nest("<text:span>", "</text:span>", 190));
    assert_eq!(read("a.odt", &odt(&spans)).unwrap().blocks[0].text(), "x");
    let sections = around("<text:section>", paragraph, "</text:section>", 190);
    assert_eq!(read("a.odt", &odt(&sections)).unwrap().blocks[0].text(), "x");
    let boxes = around("<text:p><draw:frame><draw:text-box>", paragraph, "</draw:text-box></draw:frame></text:p>", 60);
    assert_eq!(read("a.odt", &odt(&boxes)).unwrap().blocks[0].text(), "x");
    let lists = around("<text:list><text:list-item>", paragraph, "</text:list-item></text:list>", 90);
    assert_eq!(read("a.odt", &odt(&lists)).unwrap().blocks[0].text(), "x");
    assert!(too_large(TooLarge::Depth, &read("a.odt", &odt(&nest("<text:section>", "</text:section>", 5_000)))));
}

#[test]
fn circles_and_absurd_figures() {
    let _alone = alone();
    let body = concat!(
        "<text:list xml:id=\"a\" text:continue-list=\"a\" text:style-name=\"L2\"><text:list-item text:start-value=\"4294967295\"><text:p>uno</text:p></text:list-item><text:list-item><text:p>due</text:p></text:list-item></text:list>",
        "<text:h text:outline-level=\"250\">titolo</text:h><text:p>a<text:s text:c=\"4000000000\"/>b</text:p>",
        "<table:table><table:table-row><table:table-cell table:number-columns-spanned=\"99999999\" table:number-rows-spanned=\"0\"><text:p>c</text:p></table:table-cell></table:table-row></table:table>",
    );
    let styles = "<office:document-styles><office:styles><style:style style:name=\"A\" style:family=\"paragraph\" style:parent-style-name=\"B\"/><style:style style:name=\"B\" style:family=\"paragraph\" style:parent-style-name=\"A\"/></office:styles></office:document-styles>";
    let content = format!(
        "<office:document-content><office:body><office:text><text:p text:style-name=\"A\">x</text:p>{body}</office:text></office:body></office:document-content>"
    );
    let source = read("a.odt", &zip(&[("mimetype", MIME), ("content.xml", &content), ("styles.xml", styles)])).unwrap();
    assert_eq!(source.blocks.len(), 6);
    let page = "<p><a name=a href='#b'>1</a></p><p><a name=b href='#a'>1</a> nota <a name=c href='#c'>2</a></p><ol start=4294967295><li>uno<li>due</ol><table><tr><td colspan=99999999 rowspan=-1>x</table>";
    assert_eq!(read("a.html", page.as_bytes()).unwrap().blocks.last().unwrap().text(), "x");
}

#[test]
fn a_number_is_as_long_as_one_can_read() {
    let _alone = alone();
    let from = Instant::now();
    let level = format!(
        r#"<w:lvl w:ilvl="0"><w:start w:val="2000000000"/><w:numFmt w:val="decimal"/><w:lvlText w:val="{}"/></w:lvl>"#,
        "%1.".repeat(5_000)
    );
    let numbering = format!(
        r#"<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="1">{level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>"#
    );
    let item = r#"<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>Voce</w:t></w:r></w:p>"#;
    let file = docx_with(&item.repeat(3_000), &[("word/numbering.xml", &numbering)]);
    let source = read("a.docx", &file).unwrap();
    let items: Vec<_> = source.blocks.iter().filter(|b| b.text() == "Voce").collect();
    assert!(items.len() == 3_000 && items.iter().all(|b| b.number.is_none()));
    assert!(source.report.notes.iter().any(|n| n.what == reader::NoteKind::NumberDropped && n.detail.len() < 300));
    assert!(from.elapsed() < PATIENCE, "{:?}", from.elapsed());
}

#[test]
fn a_plan_has_as_many_paragraphs_as_codes_can_be_given_to() {
    let _alone = alone();
    let one = "<w:p><w:r><w:t>a</w:t></w:r></w:p>";
    assert!(too_large(TooLarge::Blocks, &read("a.docx", &docx(&one.repeat(20_001)))));
    // And the note that nothing cites.
    assert_eq!(read("a.docx", &docx(&one.repeat(19_999))).unwrap().blocks.len(), 20_000);
}

#[test]
fn brackets_without_end_are_not_looked_into() {
    let _alone = alone();
    let from = Instant::now();
    let open = format!("{}a{}", "[".repeat(2_000_000), "](".repeat(900_000));
    assert!(too_large(TooLarge::Text, &read("a.md", open.as_bytes())));
    let short = format!("{}a{}", "[".repeat(170_000), "](".repeat(160_000));
    let _ = read("a.md", short.as_bytes());
    assert!(from.elapsed() < PATIENCE, "{:?}", from.elapsed());
}
