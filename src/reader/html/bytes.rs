//! From bytes to characters, and images out of the way.

use base64::Engine as _;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};
use std::borrow::Cow;

/// How much of the head is looked at to tell what a file is.
const HEAD: usize = 4096;

/// Does it begin as a page does, after what may stand before?
pub fn begins(bytes: &[u8]) -> bool {
    let head = decode(bytes.get(..HEAD).unwrap_or(bytes)).to_lowercase();
    let mut rest = head.trim_start();
    loop {
        let after = [("<?xml", "?>"), ("<!--", "-->")]
            .iter()
            .find_map(|(open, close)| rest.strip_prefix(open).and_then(|rest| rest.split_once(close)));
        match after {
            Some((_, after)) => rest = after.trim_start(),
            None => return rest.starts_with("<!doctype html") || rest.starts_with("<html"),
        }
    }
}

/// Is it text at all?
pub fn is_text(bytes: &[u8]) -> bool {
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    Encoding::for_bom(bytes).is_some() || !head.contains(&0)
}

/// The characters: by the byte order mark, by what the file declares, as UTF-8 if it is; otherwise as Windows' western
/// European, which Word writes and in which every byte means something.
pub fn decode(bytes: &[u8]) -> Cow<'_, str> {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding.decode_with_bom_removal(bytes).0;
    }
    for encoding in [declared(bytes), Some(UTF_8)].into_iter().flatten() {
        if let Some(text) = encoding.decode_without_bom_handling_and_without_replacement(bytes) {
            return text;
        }
    }
    WINDOWS_1252.decode_without_bom_handling(bytes).0
}

/// `<meta charset=...>`, `content="text/html; charset=..."` or `<?xml encoding="...">`.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(bytes.get(..HEAD).unwrap_or(bytes)).to_lowercase();
    let (_, after) = head.split_once("charset=").or_else(|| head.split_once("encoding="))?;
    let label: String = after
        .trim_start_matches(['"', '\'', ' '])
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':'))
        .collect();
    // A file whose declaration could be read byte by byte is not in a wide encoding, whatever it says.
    Encoding::for_label(label.as_bytes()).filter(|encoding| encoding.is_ascii_compatible())
}

/// The images within the page, as Base64.
#[derive(Debug, Default)]
pub struct Embedded<'t> {
    list: Vec<&'t str>,
}

/// The sign that stands for an embedded image in the page.
const SIGN: &str = "data:image;";

/// Takes images out of the page, so that megabytes of Base64 do not go through the parser as one attribute.
pub fn take_images(text: &str) -> (Cow<'_, str>, Embedded<'_>) {
    let mut images = Embedded::default();
    let mut out = String::new();
    let mut rest = text;
    let mut kept = text;
    while let Some(at) = rest.find("data:image/") {
        let (before, tail) = rest.split_at(at);
        let head =
            tail.char_indices().take(80).find(|(_, c)| *c == ',').map_or("", |(end, _)| tail.get(..end).unwrap_or(""));
        let data = tail.get(head.len() + 1..).unwrap_or_default();
        if head.ends_with(";base64") {
            let end = data.find(|c: char| !is_base64(c)).unwrap_or(data.len());
            let (image, after) = data.split_at(end);
            out.push_str(kept.get(..kept.len() - tail.len()).unwrap_or(before));
            out.push_str(&format!("{SIGN}{}", images.list.len()));
            images.list.push(image);
            rest = after;
            kept = after;
        } else {
            rest = tail.get("data:image/".len()..).unwrap_or_default();
        }
    }
    if images.list.is_empty() {
        return (Cow::Borrowed(text), images);
    }
    out.push_str(kept);
    (Cow::Owned(out), images)
}

const fn is_base64(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '+' | '/' | '=' | ' ' | '\t' | '\r' | '\n')
}

impl Embedded<'_> {
    /// The bytes of an image by the sign that stands for it; `None` for what is not in the page.
    pub fn get(&self, target: &str) -> Option<Vec<u8>> {
        const LENIENT: GeneralPurposeConfig =
            GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent);
        let at: usize = target.strip_prefix(SIGN)?.parse().ok()?;
        let text: String = self.list.get(at)?.split_ascii_whitespace().collect();
        GeneralPurpose::new(&STANDARD, LENIENT).decode(text).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_in_word_s_encoding() {
        let word =
            b"<html><head><meta http-equiv=Content-Type content=\"text/html; charset=windows-1252\"></head>citt\xe0";
        assert!(begins(word) && decode(word).ends_with("città"));
        assert!(decode(b"<meta charset=utf-8>citt\xe0").ends_with("città"));
        assert!(decode("<meta charset=utf-16>città".as_bytes()).ends_with("città"));
        assert!(begins("\u{feff}<?xml version='1.0'?>\n<!-- x --><!DOCTYPE HTML>".as_bytes()));
        assert!(!begins(b"<p>") && !is_text(b"a\0b"));
    }

    #[test]
    fn images_are_taken_out() {
        let page = "<img src=\"data:image/png;base64,iVBO\nRw0=\" alt='x'> data:image/png è";
        let (markup, images) = take_images(page);
        assert_eq!(markup, "<img src=\"data:image;0\" alt='x'> data:image/png è");
        assert_eq!(images.get("data:image;0").unwrap(), b"\x89PNG\r");
        assert_eq!((images.get("data:image;1"), images.get("x.png")), (None, None));
    }
}
