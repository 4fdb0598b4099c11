//! Compression: what the browser takes, and the bytes for it.

use std::io::Write;

use actix_web::HttpRequest;
use actix_web::http::header;
use actix_web::web::Bytes;

/// How a body is packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// Zstandard: quick and small.
    Zstd,
    /// Brotli: small; too slow for pages made on demand, right for files and for pages that are kept.
    Brotli,
    /// What everything understands.
    Gzip,
    /// As it is.
    Identity,
}

impl Encoding {
    /// All, best first.
    pub const ALL: [Self; 4] = [Self::Zstd, Self::Brotli, Self::Gzip, Self::Identity];

    /// Its name in the headers.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Zstd => "zstd",
            Self::Brotli => "br",
            Self::Gzip => "gzip",
            Self::Identity => "identity",
        }
    }

    /// Its place in [`Self::ALL`].
    pub const fn index(self) -> usize {
        match self {
            Self::Zstd => 0,
            Self::Brotli => 1,
            Self::Gzip => 2,
            Self::Identity => 3,
        }
    }

    /// The first of `offered` the browser takes.
    pub fn of(req: &HttpRequest, offered: &[Self]) -> Self {
        let accepts = req.headers().get(header::ACCEPT_ENCODING).and_then(|v| v.to_str().ok()).unwrap_or("");
        let taken = |e: &Self| accepts.split(',').any(|item| item_takes(item, e.name()));
        offered.iter().copied().find(taken).unwrap_or(Self::Identity)
    }

    /// Packs; the smaller the more `thorough` (for what is kept).
    pub fn pack(self, bytes: &[u8], thorough: bool) -> Option<Bytes> {
        match self {
            Self::Identity => None,
            Self::Zstd => zstd::bulk::compress(bytes, if thorough { 9 } else { 1 }).ok().map(Bytes::from),
            Self::Gzip => {
                let level = flate2::Compression::new(if thorough { 8 } else { 4 });
                let mut out = flate2::write::GzEncoder::new(Vec::with_capacity(bytes.len() / 3), level);
                out.write_all(bytes).ok()?;
                out.finish().ok().map(Bytes::from)
            }
            Self::Brotli => {
                let quality = if thorough { 9 } else { 4 };
                let mut out = brotli::CompressorWriter::new(Vec::new(), 16 * 1024, quality, 22);
                out.write_all(bytes).ok()?;
                Some(Bytes::from(out.into_inner()))
            }
        }
    }
}

fn item_takes(item: &str, name: &str) -> bool {
    let (kind, weight) = item.split_once(';').map_or((item, ""), |(k, w)| (k, w.trim()));
    kind.trim() == name && !matches!(weight, "q=0" | "q=0.0" | "q=0.00" | "q=0.000")
}
