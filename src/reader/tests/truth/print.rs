//! A passage's fingerprint: what a truth table keeps instead of its text.

use sha2::{Digest, Sha256};
use std::fmt::Write;

/// The first 12 hexadecimal digits of the SHA-256 of the text, its white space normalised.
pub fn of(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    Sha256::digest(text.as_bytes()).iter().take(6).fold(String::new(), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}
