//! Builds small documents for tests: Word here, OpenDocument in `odt.rs`.
#![allow(dead_code)] // each test binary uses its part of it

pub mod odt;

use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

pub const TYPES: &str =
    r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#;
const REL: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// Zips parts.
pub fn zip(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer.start_file(*name, SimpleFileOptions::default().compression_level(Some(1))).unwrap();
        writer.write_all(content.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A document with that body and everything else a test needs: styles, lists, notes, comments, a header.
pub fn docx(body: &str) -> Vec<u8> {
    docx_with(body, &[])
}

/// The same with more parts; "rId8" and "rId9" lead to two images.
pub fn docx_with(body: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let document = format!(r#"<w:document xmlns:w="w" xmlns:r="r"><w:body>{body}</w:body></w:document>"#);
    let rels: String = [
        ("rId1", "styles", "styles.xml", ""),
        ("rId2", "numbering", "numbering.xml", ""),
        ("rId3", "footnotes", "footnotes.xml", ""),
        ("rId4", "comments", "comments.xml", ""),
        ("rId5", "header", "header1.xml", ""),
        ("rId6", "hyperlink", "https://example.org/a", r#" TargetMode="External""#),
        ("rId7", "hyperlink", "javascript:alert(1)", r#" TargetMode="External""#),
        ("rId8", "image", "media/a.png", ""),
        ("rId9", "image", "media/b.emf", ""),
    ]
    .iter()
    .map(|(id, kind, target, mode)| format!(r#"<Relationship Id="{id}" Type="{REL}/{kind}" Target="{target}"{mode}/>"#))
    .collect();
    let root = format!(
        r#"<Relationships><Relationship Id="a" Type="{REL}/officeDocument" Target="word/document.xml"/></Relationships>"#
    );
    let links = format!("<Relationships>{rels}</Relationships>");
    let mut parts = vec![
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", &root),
        ("word/document.xml", &document),
        ("word/_rels/document.xml.rels", &links),
        ("word/styles.xml", STYLES),
        ("word/numbering.xml", NUMBERING),
        ("word/footnotes.xml", FOOTNOTES),
        (
            "word/comments.xml",
            r#"<w:comments><w:comment w:id="1" w:author="Persona Inventata" w:initials="PI"><w:p><w:r><w:t>segreto</w:t></w:r></w:p></w:comment></w:comments>"#,
        ),
        ("word/header1.xml", "<w:hdr><w:p><w:r><w:t>Bozza riservata</w:t></w:r></w:p></w:hdr>"),
    ];
    parts.retain(|(name, _)| !more.iter().any(|(other, _)| other == name));
    parts.extend(more);
    zip(&parts)
}

const STYLES: &str = r#"<w:styles>
<w:style w:type="paragraph" w:default="1" w:styleId="Normale"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Titolo1"><w:name w:val="heading 1"/><w:basedOn w:val="Normale"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Titolo2"><w:name w:val="heading 2"/><w:basedOn w:val="Titolo1"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="2"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Mio"><w:name w:val="Mio titolo"/><w:basedOn w:val="Mio"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Sommario1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="character" w:styleId="Forte"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
</w:styles>"#;

const NUMBERING: &str = r#"<w:numbering>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/><w:pStyle w:val="Titolo1"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/><w:pStyle w:val="Titolo2"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
</w:numbering>"#;

const FOOTNOTES: &str = r#"<w:footnotes><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>
<w:footnote w:id="1"><w:p><w:bookmarkStart w:id="9" w:name="nellanota"/><w:bookmarkEnd w:id="9"/><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> Vedi la legge.</w:t></w:r></w:p></w:footnote></w:footnotes>"#;

/// A paragraph in a style.
pub fn p(style: &str, text: &str) -> String {
    format!(r#"<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>"#)
}

/// An item of a list.
pub fn item(list: u8, level: u8, text: &str) -> String {
    format!(
        r#"<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"#
    )
}
