//! The images of a document: their type by their bytes, never by their name, and no more of them than can be stored.
//!
//! Kept: PNG, JPEG, GIF and WebP, which every browser shows and none runs. Not kept: SVG (it may hold a program), EMF and
//! WMF (Windows' own, shown by no browser), everything else. What is not kept is told; its block stands, with its
//! alternative text. Nothing is decoded here: whoever shows an image may still find it damaged.

use crate::limits;
use crate::report::NoteKind;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// An image of the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Image {
    /// SHA-256 of the bytes, in lower-case hexadecimal: what [`crate::Body::Figure`] calls it. The same picture has the same
    /// name in every version of a document.
    pub name: String,
    /// Its type.
    pub kind: ImageKind,
    /// Its bytes, as they stand in the file: at most [`limits::IMAGE`] each and [`limits::IMAGES`] in all.
    pub bytes: Vec<u8>,
}

/// A type of image that is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ImageKind {
    /// `image/png`
    Png,
    /// `image/jpeg`
    Jpeg,
    /// `image/gif`
    Gif,
    /// `image/webp`
    Webp,
}

impl ImageKind {
    /// By the first bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Option<Self> {
        match bytes {
            [0x89, b'P', b'N', b'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => Some(Self::Png),
            [0xFF, 0xD8, 0xFF, ..] => Some(Self::Jpeg),
            [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Some(Self::Gif),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(Self::Webp),
            _ => None,
        }
    }

    /// The media type under which it is to be served.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Gif => "image/gif",
            Self::Webp => "image/webp",
        }
    }
}

/// Why an image is not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotKept {
    /// It is not in the file, or not where the file says.
    Missing,
    /// Of no type that is kept.
    Kind,
    /// Larger than [`limits::IMAGE`].
    Large,
    /// Too many, or too much in all, before it.
    Many,
}

impl NotKept {
    /// What is told of it.
    pub const fn note(self) -> NoteKind {
        match self {
            Self::Missing => NoteKind::ImageMissing,
            Self::Kind => NoteKind::ImageKindRefused,
            Self::Large => NoteKind::ImageTooLarge,
            Self::Many => NoteKind::ImagesTooMany,
        }
    }
}

/// Collects images while reading.
#[derive(Debug, Default)]
pub struct Images {
    list: Vec<Image>,
    total: u64,
}

impl Images {
    /// Keeps an image; gives its name, or says why it is not kept.
    pub fn keep(&mut self, bytes: Vec<u8>) -> Result<String, NotKept> {
        let kind = ImageKind::of(&bytes).ok_or(NotKept::Kind)?;
        let size = bytes.len() as u64;
        if size > limits::IMAGE {
            return Err(NotKept::Large);
        }
        let name: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        if self.list.iter().any(|known| known.name == name) {
            return Ok(name);
        }
        if self.total + size > limits::IMAGES || self.list.len() >= limits::IMAGE_COUNT {
            return Err(NotKept::Many);
        }
        self.total += size;
        self.list.push(Image { name: name.clone(), kind, bytes });
        Ok(name)
    }

    /// All of them, each once, in the order in which they are first shown.
    pub fn finish(self) -> Vec<Image> {
        self.list
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bytes_tell_the_type_and_the_name() {
        let mut images = Images::default();
        let png = [b"\x89PNG\r\n\x1a\n".as_slice(), b"x"].concat();
        let name = images.keep(png.clone()).unwrap();
        assert_eq!((name.len(), images.keep(png)), (64, Ok(name)));
        assert!(images.keep(b"<svg onload='x()'/>".to_vec()).is_err());
        assert!(images.keep(b"GIF89".to_vec()).is_err());
        let images = images.finish();
        assert_eq!((images.len(), images[0].kind.media_type()), (1, "image/png"));
    }
}
