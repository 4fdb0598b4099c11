//! What kind of file is this? The bytes decide, the name helps.

use crate::archive::Archive;
use crate::error::{ReadError, TooLarge};
use crate::{html, limits};
use serde::{Deserialize, Serialize};

/// The formats that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// Word's Office Open XML.
    Docx,
    /// OpenDocument text, which LibreOffice writes.
    Odt,
    /// A web page, or a document that a word processor saved as one.
    Html,
    /// Markdown or plain text, in UTF-8.
    Markdown,
}

const OLE: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// Names that promise a format we read.
const OURS: &[&str] = &["docx", "docm", "odt", "html", "htm", "xhtml", "md", "markdown", "txt"];

/// Tells the format. DOCX and ODT are known by their content under any name; so is HTML that begins as such, unless the
/// name promises an archive; Markdown needs a name that says so (`.md`, `.markdown`, `.txt`) and content that is text.
///
/// # Errors
/// [`ReadError::TooLarge`], [`ReadError::Empty`], [`ReadError::Encrypted`], [`ReadError::OldWord`], [`ReadError::Damaged`],
/// [`ReadError::Encoding`], [`ReadError::WrongExtension`] and [`ReadError::UnknownFormat`].
pub fn detect(name: &str, bytes: &[u8]) -> Result<Format, ReadError> {
    if bytes.len() as u64 > limits::UPLOAD {
        return Err(ReadError::too_large(TooLarge::Upload, limits::UPLOAD));
    }
    if bytes.is_empty() {
        return Err(ReadError::Empty);
    }
    let extension = extension(name);
    if bytes.starts_with(OLE) {
        return Err(ole(bytes, &extension));
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return zip(bytes, &extension);
    }
    for (head, what) in [(b"%PDF-".as_slice(), "PDF"), (b"{\\rtf", "RTF"), (b"MIME-Version:", "MHTML")] {
        if bytes.starts_with(head) {
            return Err(not(&extension, what));
        }
    }
    text(bytes, &extension)
}

fn extension(name: &str) -> String {
    name.rsplit_once('.').map_or_else(String::new, |(_, extension)| extension.trim().to_lowercase())
}

fn not(extension: &str, what: &str) -> ReadError {
    if OURS.contains(&extension) {
        return ReadError::WrongExtension { extension: extension.to_owned(), what: what.to_owned() };
    }
    ReadError::UnknownFormat { what: what.to_owned() }
}

/// A password-protected .docx is an OLE file that holds a stream of that name; so is any old .doc, with another.
fn ole(bytes: &[u8], extension: &str) -> ReadError {
    let holds = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(wide.len()).any(|window| window == wide)
    };
    if holds("EncryptedPackage") {
        ReadError::Encrypted
    } else if holds("WordDocument") || extension == "doc" {
        ReadError::OldWord
    } else if matches!(extension, "docx" | "docm") {
        ReadError::Encrypted
    } else {
        not(extension, "OLE")
    }
}

fn zip(bytes: &[u8], extension: &str) -> Result<Format, ReadError> {
    let mut archive = match Archive::open(bytes) {
        Ok(archive) => archive,
        // What calls itself a document and cannot be opened is a damaged one; anything else is just some archive.
        Err(ReadError::Damaged { .. }) if !matches!(extension, "docx" | "docm" | "odt") => {
            return Err(not(extension, "ZIP"));
        }
        Err(why) => return Err(why),
    };
    let names: Vec<String> = archive.names().collect();
    let has = |name: &str| names.iter().any(|known| known == name);
    if has("[Content_Types].xml") && names.iter().any(|name| name.starts_with("word/")) {
        return Ok(Format::Docx);
    }
    if !has("mimetype") {
        return Err(not(extension, "ZIP"));
    }
    let kind = archive.bytes("mimetype", 1_000)?.unwrap_or_default();
    match String::from_utf8_lossy(&kind).trim().strip_prefix("application/vnd.oasis.opendocument.") {
        Some("text" | "text-template" | "text-web") => Ok(Format::Odt),
        Some("spreadsheet") => Err(not(extension, "ODS")),
        Some("presentation") => Err(not(extension, "ODP")),
        _ => Err(not(extension, "ZIP")),
    }
}

fn text(bytes: &[u8], extension: &str) -> Result<Format, ReadError> {
    let promises_archive = matches!(extension, "docx" | "docm" | "odt");
    let named_html = matches!(extension, "html" | "htm" | "xhtml");
    let begins = html::begins(bytes);
    if begins && promises_archive {
        return Err(not(extension, "HTML"));
    }
    if begins || (named_html && html::is_text(bytes)) {
        return Ok(Format::Html);
    }
    let is_text = std::str::from_utf8(bytes).is_ok_and(|text| !text.contains('\0'));
    match (extension, is_text) {
        ("md" | "markdown" | "txt", true) if bytes.len() as u64 > limits::MARKDOWN => {
            Err(ReadError::too_large(TooLarge::TextFile, limits::MARKDOWN))
        }
        ("md" | "markdown" | "txt", true) => Ok(Format::Markdown),
        // Programs that write text say so by its first bytes, or write no zeros.
        ("md" | "markdown" | "txt", false)
            if !bytes.contains(&0) || bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") =>
        {
            Err(ReadError::Encoding)
        }
        (_, true) => Err(not(extension, "text")),
        (_, false) => Err(not(extension, "binary")),
    }
}
