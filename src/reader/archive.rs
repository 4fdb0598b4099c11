//! An archive of parts (DOCX, ODT): which there are, and what is in them, within limits.

use crate::error::{ReadError, TooLarge};
use crate::limits;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// An open archive.
pub struct Archive<'b> {
    zip: ZipArchive<Cursor<&'b [u8]>>,
    budget: u64,
}

impl<'b> Archive<'b> {
    /// Opens the archive; refuses one that declares too much.
    pub fn open(bytes: &'b [u8]) -> Result<Self, ReadError> {
        let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|why| ReadError::damaged("zip", why))?;
        if zip.len() > limits::ENTRIES {
            return Err(ReadError::too_large(TooLarge::Entries, limits::ENTRIES as u64));
        }
        let mut declared = 0_u64;
        for at in 0..zip.len() {
            let entry = zip.by_index_raw(at).map_err(|why| ReadError::damaged("zip", why))?;
            if entry.encrypted() {
                return Err(ReadError::Encrypted);
            }
            declared = declared.saturating_add(entry.size());
        }
        if declared > limits::UNZIPPED {
            return Err(ReadError::too_large(TooLarge::Unzipped, limits::UNZIPPED));
        }
        Ok(Self { zip, budget: limits::UNZIPPED })
    }

    /// The names of the parts.
    pub fn names(&self) -> impl Iterator<Item = String> {
        self.zip.file_names().flatten().map(std::borrow::Cow::into_owned)
    }

    /// The text of a part, `None` when there is no such part.
    pub fn text(&mut self, part: &str) -> Result<Option<String>, ReadError> {
        match self.bytes(part, limits::PART)? {
            Some(bytes) => decode(part, bytes).map(Some),
            None => Ok(None),
        }
    }

    /// The bytes of a part, at most `limit` of them. What is really unzipped counts, not what is declared; a part that
    /// declares too much is not unzipped at all.
    pub fn bytes(&mut self, part: &str, limit: u64) -> Result<Option<Vec<u8>>, ReadError> {
        let Some(at) = self.zip.index_for_name(part) else {
            return Ok(None);
        };
        let entry = self.zip.by_index(at).map_err(|why| ReadError::damaged(part, why))?;
        let limit = limit.min(self.budget);
        if entry.size() > limit {
            return Err(ReadError::too_large(TooLarge::Unzipped, limit));
        }
        let mut bytes = Vec::new();
        entry.take(limit + 1).read_to_end(&mut bytes).map_err(|why| ReadError::damaged(part, why))?;
        if bytes.len() as u64 > limit {
            return Err(ReadError::too_large(TooLarge::Unzipped, limit));
        }
        self.budget -= bytes.len() as u64;
        Ok(Some(bytes))
    }
}

fn decode(part: &str, bytes: Vec<u8>) -> Result<String, ReadError> {
    let wide = |order: fn([u8; 2]) -> u16| {
        let units = bytes.chunks_exact(2).skip(1).map(|pair| order([pair[0], pair[1]]));
        char::decode_utf16(units).collect::<Result<String, _>>().map_err(|why| ReadError::damaged(part, why))
    };
    match bytes.as_slice() {
        [0xFF, 0xFE, ..] => wide(u16::from_le_bytes),
        [0xFE, 0xFF, ..] => wide(u16::from_be_bytes),
        [0xEF, 0xBB, 0xBF, ..] => {
            String::from_utf8(bytes.get(3..).unwrap_or_default().to_vec()).map_err(|why| ReadError::damaged(part, why))
        }
        _ => String::from_utf8(bytes).map_err(|why| ReadError::damaged(part, why)),
    }
}
