//! The package around the body: its parts, in a fixed order, with a fixed time.

use std::io::{Cursor, Write};

use zip::{CompressionMethod, DateTime, ZipWriter, write::SimpleFileOptions};

use super::{
    body::Body,
    xml::{escape, field, paragraph, run},
};
use crate::{error::PressError, model::Document};

const NAMESPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
                          xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
                          xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\"";
const PROLOG: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
/// How deep lists go.
const LEVELS: u32 = 9;
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// Packs the body and what it needs into a DOCX file.
pub(super) fn pack(doc: &Document, body: Body) -> Result<Vec<u8>, PressError> {
    let styles = include_str!("styles.xml").replace("{lang}", doc.lang.tag());
    let settings = include_str!("settings.xml").replace("{lang}", doc.lang.tag());
    let note_type = "<Override PartName=\"/word/footnotes.xml\" \
                     ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml\"/>\n";
    let types = if body.notes.is_empty() { "" } else { note_type };
    let mut parts = vec![
        ("[Content_Types].xml", include_str!("content_types.xml").replace("</Types>", &format!("{types}</Types>"))),
        ("_rels/.rels", include_str!("rels.xml").to_owned()),
        ("docProps/core.xml", core(doc)),
        ("word/document.xml", format!("{PROLOG}<w:document {NAMESPACES}><w:body>{}</w:body></w:document>", body.xml)),
        ("word/_rels/document.xml.rels", relationships(&body)),
        ("word/styles.xml", styles),
        ("word/settings.xml", settings),
        ("word/fontTable.xml", include_str!("font_table.xml").to_owned()),
        ("word/numbering.xml", numbering(&body)),
        ("word/header1.xml", header(doc)),
        ("word/footer1.xml", footer(doc)),
    ];
    if !body.notes.is_empty() {
        parts.push(("word/footnotes.xml", footnotes(&body.notes)));
        parts
            .push(("word/_rels/footnotes.xml.rels", format!("{RELATIONS}{}</Relationships>", links(&body.note_links))));
    }
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(name, options)?;
        zip.write_all(content.as_bytes())?;
    }
    for (n, (bytes, ending)) in body.pictures.iter().enumerate() {
        zip.start_file(format!("word/media/p{n}.{ending}"), options.compression_method(CompressionMethod::Stored))?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

fn core(doc: &Document) -> String {
    let created = doc.issued.map_or_else(String::new, |m| {
        let time = format!("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", m.year, m.month, m.day, m.hour, m.minute, m.second);
        format!("<dcterms:created xsi:type=\"dcterms:W3CDTF\">{time}</dcterms:created>")
    });
    format!(
        "{PROLOG}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title><dc:subject>{}</dc:subject><dc:creator>{}\
         </dc:creator><dc:language>{}</dc:language>{created}</cp:coreProperties>",
        escape(&doc.title),
        escape(doc.subtitle.as_deref().unwrap_or_default()),
        escape(&doc.promoters.join("; ")),
        doc.lang.tag(),
    )
}

const RELATIONS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships \
                         xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";

fn relationships(body: &Body) -> String {
    let mut out = RELATIONS.to_owned();
    let parts = [
        ("rStyles", "styles", "styles.xml"),
        ("rSettings", "settings", "settings.xml"),
        ("rFonts", "fontTable", "fontTable.xml"),
        ("rNumbering", "numbering", "numbering.xml"),
        ("rHeader", "header", "header1.xml"),
        ("rFooter", "footer", "footer1.xml"),
        ("rNotes", "footnotes", "footnotes.xml"),
    ];
    for (id, kind, target) in parts.iter().filter(|p| p.0 != "rNotes" || !body.notes.is_empty()) {
        out.push_str(&format!("<Relationship Id=\"{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/>"));
    }
    for (n, (_, ending)) in body.pictures.iter().enumerate() {
        out.push_str(&format!("<Relationship Id=\"rPic{n}\" Type=\"{OFFICE}/image\" Target=\"media/p{n}.{ending}\"/>"));
    }
    out.push_str(&links(&body.links));
    out.push_str("</Relationships>");
    out
}

fn links(links: &[String]) -> String {
    let one = |(n, link): (usize, &String)| {
        format!(
            "<Relationship Id=\"rLink{n}\" Type=\"{OFFICE}/hyperlink\" Target=\"{}\" TargetMode=\"External\"/>",
            escape(link)
        )
    };
    links.iter().enumerate().map(one).collect()
}

/// The notes, after the two lines that part them from the text.
fn footnotes(notes: &[String]) -> String {
    format!(
        "{PROLOG}<w:footnotes {NAMESPACES}><w:footnote w:type=\"separator\" \
         w:id=\"0\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type=\"continuationSeparator\" \
         w:id=\"1\"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>{}</w:footnotes>",
        notes.concat()
    )
}

/// Bullets, and one numbering for each numbered list, so that each begins at its own number.
fn numbering(body: &Body) -> String {
    let starts = &body.lists;
    let (designs, lists) = body.numbering.xml();
    let mut out = format!("{PROLOG}<w:numbering {NAMESPACES}>");
    for (id, numbered) in [(0, false), (1, true)] {
        out.push_str(&format!("<w:abstractNum w:abstractNumId=\"{id}\"><w:multiLevelType w:val=\"multilevel\"/>"));
        for level in 0..LEVELS {
            let (format, text) = match (numbered, level % 2) {
                (true, _) => ("decimal", format!("%{}.", level + 1)),
                (false, 0) => ("bullet", "\u{2022}".to_owned()),
                (false, _) => ("bullet", "\u{2013}".to_owned()),
            };
            let left = 425 + level * 425;
            out.push_str(&format!(
                "<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{text}\"/>\
                 <w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"{left}\" w:hanging=\"425\"/></w:pPr><w:rPr><w:color \
                 w:val=\"0066CC\"/></w:rPr></w:lvl>"
            ));
        }
        out.push_str("</w:abstractNum>");
    }
    out.push_str(&designs);
    out.push_str("<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>");
    for (i, start) in starts.iter().enumerate() {
        out.push_str(&format!("<w:num w:numId=\"{}\"><w:abstractNumId w:val=\"1\"/>", i + 2));
        for level in 0..LEVELS {
            out.push_str(&format!(
                "<w:lvlOverride w:ilvl=\"{level}\"><w:startOverride w:val=\"{}\"/></w:lvlOverride>",
                (*start).min(1_000_000)
            ));
        }
        out.push_str("</w:num>");
    }
    out.push_str(&lists);
    out.push_str("</w:numbering>");
    out
}

fn header(doc: &Document) -> String {
    let mut content = run("", &doc.title);
    if let Some(number) = &doc.number {
        content.push_str("<w:r><w:tab/></w:r>");
        content.push_str(&run("", number));
    }
    format!("{PROLOG}<w:hdr {NAMESPACES}>{}</w:hdr>", paragraph("Header", "", &content))
}

fn footer(doc: &Document) -> String {
    let mut content = String::new();
    if let Some(fingerprint) = &doc.fingerprint {
        content.push_str(&run("<w:sz w:val=\"13\"/>", &format!("{} {fingerprint}", doc.labels.fingerprint)));
    }
    content.push_str("<w:r><w:tab/></w:r>");
    content.push_str(&run("", &format!("{} ", doc.labels.page)));
    content.push_str(&field("", "PAGE", "1"));
    let of = if doc.labels.of.is_empty() { "/" } else { &doc.labels.of };
    content.push_str(&run("", &format!(" {of} ")));
    content.push_str(&field("", "NUMPAGES", "1"));
    format!("{PROLOG}<w:ftr {NAMESPACES}>{}</w:ftr>", paragraph("Footer", "", &content))
}
