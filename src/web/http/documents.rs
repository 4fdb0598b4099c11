//! Files that people bring and others read: what kind they are is told by their bytes, and nothing in them runs.

use actix_web::HttpResponse;
use actix_web::http::header;

/// Nothing of what a document might hold is run, loaded or framed.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/// The extension and type of a document that may be brought (PDF, DOCX, ODT), told by its bytes.
pub fn kind(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    if bytes.starts_with(b"%PDF-") {
        return Some(("pdf", "application/pdf"));
    }
    match reader::detect("", bytes) {
        Ok(reader::Format::Docx) => {
            Some(("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"))
        }
        Ok(reader::Format::Odt) => Some(("odt", "application/vnd.oasis.opendocument.text")),
        _ => None,
    }
}

/// The name of a file as it is kept: with the ending its bytes deserve.
pub fn named_as(name: &str, extension: &str) -> String {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    format!("{}.{extension}", stem.chars().take(100).collect::<String>())
}

/// The head of an answer that is a document.
pub fn answer(name: &str, content_type: &str) -> actix_web::HttpResponseBuilder {
    let how = if content_type == "application/pdf" { "inline" } else { "attachment" };
    // A header holds plain signs only.
    let name: String = name.chars().filter(|c| c.is_ascii_alphanumeric() || ".-".contains(*c)).collect();
    let mut response = HttpResponse::Ok();
    response
        .insert_header((header::CONTENT_TYPE, content_type))
        .insert_header((header::CONTENT_DISPOSITION, format!("{how}; filename=\"{name}\"")))
        .insert_header((header::CACHE_CONTROL, "private, no-cache"))
        .insert_header((header::CONTENT_SECURITY_POLICY, POLICY));
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_documents_are_taken() {
        assert_eq!(kind(b"%PDF-1.7 ...").map(|k| k.0), Some("pdf"));
        for bad in [&b"<script>alert(1)</script>"[..], b"MZ\x90", b"", b"\x89PNG"] {
            assert_eq!(kind(bad), None);
        }
    }

    #[test]
    fn a_file_ends_as_its_bytes_say() {
        for (name, kept) in [("Mozione 12.PDF.exe", "Mozione 12.PDF.pdf"), ("senza", "senza.pdf"), ("", ".pdf")] {
            assert_eq!(named_as(name, "pdf"), kept);
        }
    }
}
