//! Files that people upload, as far as every room keeps them alike: what they may weigh and be called, and the parts they are kept
//! in, so that whoever reads one never holds it whole.

use crate::{Error, Problems, Result};

/// What one may weigh, in bytes.
pub const MOST_BYTES: usize = 20 * 1024 * 1024;
/// What a part weighs, in bytes; the last one less.
const PART_BYTES: usize = 256 * 1024;
/// Characters of a name that are kept.
const MOST_NAME: usize = 200;

/// Says of a form's field `file` what is wrong with its bytes.
pub fn check(p: &mut Problems, bytes: &[u8]) {
    if bytes.is_empty() {
        p.add("file", "problem-required");
    } else if bytes.len() > MOST_BYTES {
        p.add("file", "problem-file-large");
    }
}

/// A file's name as it is kept: no control characters, which would break the header that gives it back, and not without end.
pub fn named(name: &str) -> String {
    name.chars().filter(|c| !c.is_control()).take(MOST_NAME).collect()
}

/// What a file weighs, as it is stored.
///
/// # Errors
/// [`Error::NotFound`] beyond two gigabytes, which [`check`] never lets through.
pub fn size(bytes: &[u8]) -> Result<i32> {
    i32::try_from(bytes.len()).map_err(|_| Error::NotFound)
}

/// The parts of a file with their positions, from 0.
pub fn parts(bytes: &[u8]) -> impl Iterator<Item = (i32, &[u8])> {
    (0_i32..).zip(bytes.chunks(PART_BYTES))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_has_bytes_within_bounds() {
        for (bytes, says) in
            [(0, Some("problem-required")), (1, None), (MOST_BYTES, None), (MOST_BYTES + 1, Some("problem-file-large"))]
        {
            let mut p = Problems::default();
            check(&mut p, &vec![0; bytes]);
            assert_eq!(p.check().is_ok(), says.is_none(), "{bytes}");
        }
    }

    #[test]
    fn a_name_is_short_and_plain() {
        assert_eq!(named("a\u{0}b\n.pdf"), "ab.pdf");
        assert_eq!(named(&"é".repeat(300)).chars().count(), MOST_NAME);
    }

    #[test]
    fn parts_are_the_file_again() {
        let bytes: Vec<u8> = (0..PART_BYTES * 2 + 7).map(|n| u8::try_from(n % 251).unwrap()).collect();
        let kept: Vec<(i32, &[u8])> = parts(&bytes).collect();
        assert_eq!(
            kept.iter().map(|(at, part)| (*at, part.len())).collect::<Vec<_>>(),
            [(0, PART_BYTES), (1, PART_BYTES), (2, 7)]
        );
        assert_eq!(kept.iter().flat_map(|(_, part)| part.to_vec()).collect::<Vec<u8>>(), bytes);
        assert_eq!(parts(&[]).count(), 0);
    }
}
