//! What html5ever does not bound: the attributes of one tag, each of which it compares with each.

use crate::error::{ReadError, TooLarge};
use crate::limits;

/// Pieces that end before a "<" or with a ">".
pub struct Pieces<'t>(pub &'t str);

impl<'t> Iterator for Pieces<'t> {
    type Item = &'t str;

    fn next(&mut self) -> Option<&'t str> {
        let bytes = self.0.as_bytes();
        let first = *bytes.first()?;
        let end = if first == b'<' {
            bytes.iter().skip(1).position(|b| matches!(b, b'>' | b'<')).map(|at| at + 1)
        } else {
            bytes.iter().position(|b| *b == b'<')
        };
        let end =
            end.map_or(bytes.len(), |end| if first == b'<' && bytes.get(end) == Some(&b'>') { end + 1 } else { end });
        let (piece, rest) = self.0.split_at(end.max(1));
        self.0 = rest;
        Some(piece)
    }
}

/// While the parser says nothing, it is within a comment or within one tag, whose attributes pile up.
#[derive(Default)]
pub struct Guard {
    /// The silence began with a comment or declaration.
    comment: bool,
    dividers: usize,
}

impl Guard {
    /// Adds up what a piece brings, before the parser sees it.
    pub fn before(&mut self, piece: &str) -> Result<(), ReadError> {
        if self.dividers == 0 {
            self.comment = piece.starts_with("<!") || piece.starts_with("<?");
        }
        if !piece.starts_with('<') && self.dividers == 0 {
            return Ok(());
        }
        let divides = |b: &u8| matches!(b, b' ' | b'\t' | b'\n' | b'\r' | 0x0C | b'/' | b'"' | b'\'');
        self.dividers += 1 + piece.as_bytes().iter().filter(|b| divides(b)).count();
        if !self.comment && self.dividers > limits::TAG {
            return Err(ReadError::too_large(TooLarge::Elements, limits::TAG as u64));
        }
        Ok(())
    }

    /// The parser spoke: what was open is closed.
    pub fn after(&mut self, spoke: bool) {
        if spoke {
            *self = Self::default();
        }
    }
}
