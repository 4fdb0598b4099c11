//! How large a picture is, by its first bytes: PNG, JPEG, GIF, WebP.

/// The ending a file of this kind has, and its media type; `None` for what is none of the four.
pub(crate) fn kind(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    match bytes {
        [0x89, b'P', b'N', b'G', ..] => Some(("png", "image/png")),
        [0xFF, 0xD8, 0xFF, ..] => Some(("jpeg", "image/jpeg")),
        [b'G', b'I', b'F', b'8', ..] => Some(("gif", "image/gif")),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(("webp", "image/webp")),
        _ => None,
    }
}

/// Width and height in pixels; `None` where the bytes do not say.
pub(crate) fn size(bytes: &[u8]) -> Option<(u32, u32)> {
    let (wide, high) = match kind(bytes)?.0 {
        "png" => (big(bytes, 16, 4)?, big(bytes, 20, 4)?),
        "gif" => (little(bytes, 6, 2)?, little(bytes, 8, 2)?),
        "jpeg" => jpeg(bytes)?,
        _ => webp(bytes)?,
    };
    (wide > 0 && high > 0 && wide < 100_000 && high < 100_000).then_some((wide, high))
}

fn big(bytes: &[u8], at: usize, many: usize) -> Option<u32> {
    Some(bytes.get(at..at + many)?.iter().fold(0, |n, b| n << 8 | u32::from(*b)))
}

fn little(bytes: &[u8], at: usize, many: usize) -> Option<u32> {
    Some(bytes.get(at..at + many)?.iter().rev().fold(0, |n, b| n << 8 | u32::from(*b)))
}

/// The first frame header: `SOF0` to `SOF15`, but for the tables among them.
fn jpeg(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut at = 2;
    loop {
        let marker = *bytes.get(at + 1)?;
        if *bytes.get(at)? != 0xFF {
            return None;
        }
        match marker {
            0xFF => at += 1,
            0xC0..=0xCF if !matches!(marker, 0xC4 | 0xC8 | 0xCC) => {
                return Some((big(bytes, at + 7, 2)?, big(bytes, at + 5, 2)?));
            }
            0x01 | 0xD0..=0xD8 => at += 2,
            0xD9 | 0xDA => return None,
            _ => at += 2 + usize::try_from(big(bytes, at + 2, 2)?).ok()?,
        }
    }
}

fn webp(bytes: &[u8]) -> Option<(u32, u32)> {
    match bytes.get(12..16)? {
        b"VP8X" => Some((little(bytes, 24, 3)? + 1, little(bytes, 27, 3)? + 1)),
        b"VP8L" => {
            let packed = little(bytes, 21, 4)?;
            Some(((packed & 0x3FFF) + 1, (packed >> 14 & 0x3FFF) + 1))
        }
        b"VP8 " => Some((little(bytes, 26, 2)? & 0x3FFF, little(bytes, 28, 2)? & 0x3FFF)),
        _ => None,
    }
}

/// The same shape, within a box, at 96 pixels an inch; in the unit of the box, which is so many to the inch.
pub(crate) fn within(bytes: &[u8], inch: u32, wide: u32, high: u32) -> (u32, u32) {
    let (w, h) = size(bytes).unwrap_or((4, 3));
    let (w, h) = (u64::from(w) * u64::from(inch) / 96, u64::from(h) * u64::from(inch) / 96);
    let (w, h) = (w.max(1), h.max(1));
    let (wide, high) = (u64::from(wide), u64::from(high));
    let (w, h) = if w > wide { (wide, (h * wide / w).max(1)) } else { (w, h) };
    let (w, h) = if h > high { ((w * high / h).max(1), high) } else { (w, h) };
    (u32::try_from(w).unwrap_or(1), u32::try_from(h).unwrap_or(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_bytes_tell() {
        let png = [b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".as_slice(), &[0, 0, 1, 0, 0, 0, 0, 128]].concat();
        assert_eq!(size(&png), Some((256, 128)));
        assert_eq!(size(b"GIF89a\x10\x00\x20\x00"), Some((16, 32)));
        let jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 1, 0xFF, 0xC2, 0, 17, 8, 0, 90, 1, 0, 3];
        assert_eq!(size(&jpeg), Some((256, 90)));
        for broken in [b"\x89PNG".as_slice(), &[0xFF, 0xD8, 0xFF], b"GIF8", b"RIFF....WEBPVP8X", b"x", b""] {
            assert_eq!(size(broken), None);
        }
    }

    #[test]
    fn a_picture_keeps_its_shape() {
        let gif = |w: u8, h: u8| [b"GIF89a".as_slice(), &[w, 0, h, 0]].concat();
        assert_eq!(within(&gif(96, 48), 1440, 9000, 9000), (1440, 720));
        assert_eq!(within(&gif(200, 100), 1440, 1000, 9000), (1000, 500));
        assert_eq!(within(&gif(100, 200), 1440, 1000, 500), (250, 500));
    }
}
