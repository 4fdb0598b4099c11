//! Reads printed files back.

use std::{
    io::{Cursor, Read, Write},
    process::{Command, Stdio},
};

/// The text of an HTML page.
pub fn html(page: &str) -> String {
    let body = page.split_once("</style>").map_or(page, |(_, body)| body);
    let mut text = String::new();
    for piece in body.split('<').skip(1) {
        let (tag, after) = piece.split_once('>').expect("a tag that ends");
        if tag.starts_with("br") || !["/strong", "/em", "/a", "a ", "strong", "em"].iter().any(|t| tag.starts_with(t)) {
            text.push(' ');
        }
        text.push_str(after);
    }
    for (code, c) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
        text = text.replace(code, c);
    }
    text
}

/// The text of a DOCX: its body, header and footer. Every part must be well-formed XML.
pub fn docx(bytes: &[u8]) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    for index in 0..zip.len() {
        let mut part = String::new();
        zip.by_index(index).unwrap().read_to_string(&mut part).unwrap();
        let xml = roxmltree::Document::parse(&part).unwrap_or_else(|e| panic!("part {index}: {e}"));
        for node in xml.descendants() {
            match node.tag_name().name() {
                "t" => text.push_str(node.text().unwrap_or_default()),
                "p" | "br" | "tab" => text.push('\n'),
                _ => {}
            }
        }
    }
    text
}

/// Checks that every XML part of a DOCX or ODT is well-formed.
pub fn docx_parts(bytes: &[u8]) {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    for index in 0..zip.len() {
        let mut part = Vec::new();
        zip.by_index(index).unwrap().read_to_end(&mut part).unwrap();
        if part.starts_with(b"<?xml") {
            let part = String::from_utf8(part).unwrap();
            roxmltree::Document::parse(&part).unwrap_or_else(|e| panic!("part {index}: {e}"));
        }
    }
}

/// One part of a DOCX.
pub fn docx_part(bytes: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut part = String::new();
    zip.by_name(name).unwrap().read_to_string(&mut part).unwrap();
    part
}

/// The text of a PDF, in the order it was set.
pub fn pdf(bytes: &[u8]) -> String {
    let pdf = lopdf::Document::load_mem(bytes).unwrap();
    let pages: Vec<_> = pdf.get_pages().into_keys().collect();
    pdf.extract_text(&pages).unwrap()
}

/// The text of a PDF as poppler reads it; nothing, said aloud, where poppler is not installed, which CI does not let pass.
pub fn pdftotext(bytes: &[u8]) -> Option<String> {
    let child = Command::new("pdftotext")
        .args(["-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn();
    let Ok(mut child) = child else {
        assert!(std::env::var_os("CI").is_none(), "CI must read the PDF: there is no pdftotext");
        let _ = writeln!(std::io::stderr(), "pdftotext is not installed: its reading of the PDF was not checked");
        return None;
    };
    let mut stdin = child.stdin.take().unwrap();
    let input = bytes.to_vec();
    let writer = std::thread::spawn(move || stdin.write_all(&input));
    let out = child.wait_with_output().unwrap();
    writer.join().unwrap().unwrap();
    Some(String::from_utf8(out.stdout).unwrap())
}
