//! Files that are not what they seem, or not whole: an error that says why, never a panic.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a failed fixture stops the test there

mod common;

use common::{TYPES, docx, item, p, zip};
use reader::{Format, ReadError, TooLarge, detect, read};

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
    assert!(matches!(detect("a.md", b"\xff\xfe\x00"), Err(ReadError::WrongExtension { .. })));
    assert_eq!(read("a.docx", &docx("<w:p/>")).unwrap().blocks.len(), 1, "the uncited note is kept");
}

#[test]
fn bombs() {
    let zeros = " ".repeat(210 * 1024 * 1024);
    let bomb = zip(&[("[Content_Types].xml", TYPES), ("word/document.xml", &zeros)]);
    assert!(bomb.len() < 1024 * 1024);
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

#[test]
fn what_never_closes_is_not_sought_for_ever() {
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
    let (open, close) = ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>");
    let deep = docx(&[&open.repeat(65), "<w:p><w:r><w:t>x</w:t></w:r></w:p>", &close.repeat(65)].concat());
    assert_eq!(read("a.docx", &deep).unwrap().blocks[0].text(), "x");
    let deep =
        docx(&["<w:p>", &"<w:ins>".repeat(190), "<w:r><w:t>x</w:t></w:r>", &"</w:ins>".repeat(190), "</w:p>"].concat());
    assert_eq!(read("a.docx", &deep).unwrap().blocks[0].text(), "x");
}

/// A small generator, so that a failure comes back with its number.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((self.0 >> 33) % u64::try_from(limit.max(1)).unwrap()).unwrap()
    }

    fn mutate(&mut self, bytes: &mut Vec<u8>) {
        for _ in 0..=self.below(6) {
            let at = self.below(bytes.len());
            match self.below(4) {
                0 => bytes[at] = u8::try_from(self.below(256)).unwrap(),
                1 => bytes.truncate(at.max(1)),
                2 => {
                    let to = (at + self.below(40)).min(bytes.len());
                    bytes.drain(at..to);
                    bytes.push(b'<');
                }
                _ => {
                    let to = (at + self.below(60)).min(bytes.len());
                    let copy = bytes[at..to].to_vec();
                    let into = self.below(bytes.len());
                    bytes.splice(into..into, copy);
                }
            }
        }
    }
}

/// The parts of a good document, changed before zipping: the archive's checksums would stop most changes made after.
#[test]
fn mutated_files_never_panic() {
    let mut random = Random(7);
    std::panic::set_hook(Box::new(|info| {
        eprintln!("{info}");
        std::process::abort();
    }));
    let body = "<w:p><w:pPr><w:pStyle w:val=\"Titolo1\"/></w:pPr><w:r><w:t>Uno &amp; due</w:t></w:r></w:p><w:tbl><w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p><w:r><w:sym w:char=\"F0B7\"/><w:t>x</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
    let markdown = "# Uno\n\n1. due **tre** [x](http://e.it)[^1]\n   > quattro\n\n| a | b |\n|---|---|\n| 1 | `2` |\n\n<p>è &egrave;</p>\n\n[^1]: nota\n";
    for _ in 0..600 {
        let mut zipped = good();
        random.mutate(&mut zipped);
        let _ = read("a.docx", &zipped);
        let mut xml = body.as_bytes().to_vec();
        random.mutate(&mut xml);
        let _ = read("a.docx", &docx(&String::from_utf8_lossy(&xml)));
        let mut text = markdown.as_bytes().to_vec();
        random.mutate(&mut text);
        let _ = read("a.md", String::from_utf8_lossy(&text).as_bytes());
    }
}
