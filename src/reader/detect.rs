//! What kind of file is this? The bytes decide, the name helps.

use crate::error::{ReadError, TooLarge};
use crate::{docx, limits};
use serde::{Deserialize, Serialize};

/// The formats that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// Word's Office Open XML.
    Docx,
    /// Markdown or plain text, in UTF-8.
    Markdown,
}

const OLE: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// Tells the format. A Word document is known by its content under any name; Markdown needs a name that says so
/// (`.md`, `.markdown`, `.txt`) and content that is text.
///
/// # Errors
/// [`ReadError::TooLarge`], [`ReadError::Empty`], [`ReadError::Encrypted`], [`ReadError::OldWord`],
/// [`ReadError::WrongExtension`] and [`ReadError::UnknownFormat`].
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
    if bytes.starts_with(b"%PDF-") {
        return Err(not(&extension, "PDF"));
    }
    if bytes.starts_with(b"{\\rtf") {
        return Err(not(&extension, "RTF"));
    }
    text(bytes, extension)
}

fn extension(name: &str) -> String {
    name.rsplit_once('.').map_or_else(String::new, |(_, extension)| extension.trim().to_lowercase())
}

fn not(extension: &str, what: &str) -> ReadError {
    if matches!(extension, "docx" | "md" | "markdown" | "txt") {
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
    } else if extension == "docx" {
        ReadError::Encrypted
    } else {
        not(extension, "OLE")
    }
}

fn zip(bytes: &[u8], extension: &str) -> Result<Format, ReadError> {
    match docx::looks_like(bytes) {
        docx::Looks::Docx => Ok(Format::Docx),
        docx::Looks::Encrypted => Err(ReadError::Encrypted),
        docx::Looks::Odt => Err(not(extension, "ODT")),
        docx::Looks::OtherZip => Err(not(extension, "ZIP")),
        docx::Looks::Broken(why) if extension == "docx" => Err(ReadError::damaged("zip", why)),
        docx::Looks::Broken(_) => Err(not(extension, "ZIP")),
    }
}

fn text(bytes: &[u8], extension: String) -> Result<Format, ReadError> {
    let is_text = std::str::from_utf8(bytes).is_ok_and(|text| !text.contains('\0'));
    match (extension.as_str(), is_text) {
        ("md" | "markdown" | "txt", true) if bytes.len() as u64 > limits::MARKDOWN => {
            Err(ReadError::too_large(TooLarge::Upload, limits::MARKDOWN))
        }
        ("md" | "markdown" | "txt", true) => Ok(Format::Markdown),
        ("docx", true) => Err(ReadError::WrongExtension { extension, what: "text".to_owned() }),
        (_, true) => Err(not(&extension, "text")),
        (_, false) => Err(not(&extension, "binary")),
    }
}
