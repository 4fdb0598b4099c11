//! The code that a phone's camera reads at the door: drawn for a page (SVG) and for a letter (PNG).

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use qrcode::{Color, EcLevel, QrCode};

/// Light modules around it, as the standard asks for.
const QUIET: usize = 4;
/// Pixels of a module in a picture.
const PIXELS: usize = 8;

/// Dark and light modules, with the quiet zone, row by row; none for what is too long to be coded.
fn modules(text: &str) -> Option<Vec<Vec<bool>>> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
    let (width, colors) = (code.width(), code.to_colors());
    let side = width + 2 * QUIET;
    let dark = |x: usize, y: usize| {
        let inside = (QUIET..QUIET + width).contains(&x) && (QUIET..QUIET + width).contains(&y);
        inside && colors.get((y - QUIET) * width + x - QUIET) == Some(&Color::Dark)
    };
    Some((0..side).map(|y| (0..side).map(|x| dark(x, y)).collect()).collect())
}

/// As a picture that scales: one path, no style.
pub fn svg(text: &str) -> Option<String> {
    let rows = modules(text)?;
    let side = rows.len();
    let mut path = String::new();
    for (y, row) in rows.iter().enumerate() {
        for (x, _) in row.iter().enumerate().filter(|(_, dark)| **dark) {
            path.push_str(&format!("M{x} {y}h1v1h-1z"));
        }
    }
    Some(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" width=\"{0}\" height=\"{0}\" \
         shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h{side}v{side}h-{side}z\"/><path d=\"{path}\"/></svg>",
        side * PIXELS
    ))
}

/// As a picture that every mail program shows: a PNG of one bit a pixel.
pub fn png(text: &str) -> Option<Vec<u8>> {
    let rows = modules(text)?;
    let side = rows.len() * PIXELS;
    let mut raw = Vec::with_capacity(side * (side / 8 + 1));
    for row in &rows {
        let bits: Vec<bool> = row.iter().flat_map(|dark| std::iter::repeat_n(!dark, PIXELS)).collect();
        let bytes =
            bits.chunks(8).map(|c| c.iter().enumerate().fold(0_u8, |b, (n, on)| b | (u8::from(*on) << (7 - n))));
        let line: Vec<u8> = std::iter::once(0).chain(bytes).collect();
        raw.extend(std::iter::repeat_n(line, PIXELS).flatten());
    }
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::fast());
    packed.write_all(&raw).ok()?;
    let size = u32::try_from(side).ok()?.to_be_bytes();
    // Width, height, one bit of grey, the only compression, filter and order there are.
    let head: Vec<u8> = size.into_iter().chain(size).chain([1, 0, 0, 0, 0]).collect();
    let mut out = b"\x89PNG\r\n\x1a\n".to_vec();
    for (kind, data) in [(b"IHDR", head), (b"IDAT", packed.finish().ok()?), (b"IEND", Vec::new())] {
        let body: Vec<u8> = kind.iter().copied().chain(data.iter().copied()).collect();
        let mut sum = flate2::Crc::new();
        sum.update(&body);
        out.extend(u32::try_from(data.len()).ok()?.to_be_bytes());
        out.extend(body);
        out.extend(sum.sum().to_be_bytes());
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "https://ascolto.example.org/percorsi/piano-di-prova/gestione/incontri/3/porta/0a1b2c3d4e";

    #[test]
    fn both_pictures_show_the_same_code() {
        let rows = modules(TEXT).unwrap();
        let dark = rows.iter().flatten().filter(|d| **d).count();
        assert_eq!(svg(TEXT).unwrap().matches("h1v1").count(), dark);
        let png = png(TEXT).unwrap();
        assert!(png.starts_with(b"\x89PNG") && png.ends_with(&[0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82]));
        // Small beside its letter; how small depends on the compressor that is built in.
        assert!(png.len() < 4000, "{}", png.len());
        // The quiet zone is light, and the corner of a finder is dark.
        assert!(!rows[0][0] && !rows[3][3] && rows[4][4] && rows[4][10] && !rows[5][5]);
    }

    #[test]
    fn what_is_too_long_is_no_code() {
        assert!(svg(&"x".repeat(5000)).is_none());
    }
}
