//! ODT: OpenDocument text 1.3 written directly, for the reasons the DOCX is. It prints plans: documents made of passages.

mod body;
mod lists;
mod table;
mod text;

use std::io::{Cursor, Write};

use zip::{CompressionMethod, DateTime, ZipWriter, write::SimpleFileOptions};

use crate::{
    error::PressError,
    model::Document,
    prepare::{Place, picture, prepare},
};
use body::Body;
use text::escape;

const PROLOG: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const NAMESPACES: &str = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
                          xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" \
                          xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
                          xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" \
                          xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" \
                          xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" \
                          xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" \
                          xmlns:xlink=\"http://www.w3.org/1999/xlink\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
                          xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" office:version=\"1.3\"";
const MEDIA_TYPE: &str = "application/vnd.oasis.opendocument.text";

/// Writes a plan as an ODT file: heading styles, lists that count, tables with merged cells, footnotes, pictures with their
/// alternative texts, and the code of each passage small after it. Blocks that are no passages are left out.
///
/// # Errors
///
/// Only if the package cannot be packed in memory: no content is refused.
pub fn odt(doc: &Document) -> Result<Vec<u8>, PressError> {
    let doc = prepare(doc, Place::File);
    let body = Body::write(&doc);
    let parts = [
        ("content.xml", content(&body)),
        ("styles.xml", styles(&doc)),
        ("meta.xml", meta(&doc)),
        ("META-INF/manifest.xml", manifest(&body)),
    ];
    let options = SimpleFileOptions::default().last_modified_time(DateTime::default());
    let stored = options.compression_method(CompressionMethod::Stored);
    let packed = options.compression_method(CompressionMethod::Deflated);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // The first entry says what the file is, and stands there as it is.
    zip.start_file("mimetype", stored)?;
    zip.write_all(MEDIA_TYPE.as_bytes())?;
    for (name, part) in parts {
        zip.start_file(name, packed)?;
        zip.write_all(part.as_bytes())?;
    }
    for (n, bytes) in body.pictures.iter().enumerate() {
        zip.start_file(picture_name(n, bytes), stored)?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

/// Where a picture stands in the package.
fn picture_name(n: usize, bytes: &[u8]) -> String {
    format!("Pictures/p{n}.{}", picture::kind(bytes).map_or("bin", |kind| kind.0))
}

fn content(body: &Body) -> String {
    format!(
        "{PROLOG}<office:document-content {NAMESPACES}><office:automatic-styles>{}{}{}</office:automatic-styles><office:body>\
         <office:text>{}</office:text></office:body></office:document-content>",
        include_str!("looks.xml"),
        body.lists.xml(),
        body.columns(),
        body.xml
    )
}

fn styles(doc: &Document) -> String {
    let fill = |text: &str| escape(text);
    let number = doc.number.as_deref().map_or_else(String::new, |n| format!("<text:tab/>{}", fill(n)));
    let of = if doc.labels.of.is_empty() { "/" } else { &doc.labels.of };
    include_str!("styles.xml")
        .replace("{namespaces}", NAMESPACES)
        .replace("{language}", doc.lang.code())
        .replace("{country}", doc.lang.tag().get(3..).unwrap_or_default())
        .replace("{title}", &fill(&doc.title))
        .replace("{number}", &number)
        .replace("{page}", &fill(&doc.labels.page))
        .replace("{of}", &fill(of))
}

fn meta(doc: &Document) -> String {
    let created = doc.issued.map_or_else(String::new, |m| {
        let time = format!("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", m.year, m.month, m.day, m.hour, m.minute, m.second);
        format!("<meta:creation-date>{time}</meta:creation-date>")
    });
    format!(
        "{PROLOG}<office:document-meta {NAMESPACES}><office:meta><meta:generator>Ascolto</meta:generator><dc:title>{}</dc:title>\
         <dc:subject>{}</dc:subject><dc:creator>{}</dc:creator>{created}<dc:language>{}</dc:language></office:meta>\
         </office:document-meta>",
        escape(&doc.title),
        escape(doc.subtitle.as_deref().unwrap_or_default()),
        escape(&doc.promoters.join("; ")),
        doc.lang.tag(),
    )
}

fn manifest(body: &Body) -> String {
    let entry = |path: &str, kind: &str| {
        format!("<manifest:file-entry manifest:full-path=\"{path}\" manifest:media-type=\"{kind}\"/>")
    };
    let mut out = format!(
        "{PROLOG}<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" \
         manifest:version=\"1.3\">{}",
        entry("/", MEDIA_TYPE)
    );
    for part in ["content.xml", "styles.xml", "meta.xml"] {
        out.push_str(&entry(part, "text/xml"));
    }
    for (n, bytes) in body.pictures.iter().enumerate() {
        out.push_str(&entry(&picture_name(n, bytes), picture::kind(bytes).map_or("", |kind| kind.1)));
    }
    out.push_str("</manifest:manifest>");
    out
}
