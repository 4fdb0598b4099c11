//! What the machine can do by itself.

use std::io::{Seek, SeekFrom, Write};
use std::path::Path;
use std::time::Instant;

use crate::figures::Figures;

/// The disk's own flush: 4 KB written, then `fdatasync`, 200 times.
pub fn describe(folder: &Path) -> String {
    let mut file = std::fs::File::create(folder.join("flush")).unwrap();
    let one = |n: u64| {
        file.seek(SeekFrom::Start(n * 4096)).unwrap();
        file.write_all(&[u8::try_from(n % 251).unwrap(); 4096]).unwrap();
        let began = Instant::now();
        file.sync_data().unwrap();
        began.elapsed().as_secs_f64() * 1e3
    };
    let all = Figures((0..200).map(one).collect());
    format!(
        "a flush (fdatasync of 4 KB) takes {:.2} ms at the median, {:.2} to {:.2} from the 5th to the 95th percentile",
        all.at(0.5),
        all.at(0.05),
        all.at(0.95)
    )
}

/// How busy the machine is with other things.
pub fn load() -> String {
    let text = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let one = text.split(' ').next().unwrap_or("?").to_owned();
    format!("load average {one} over the last minute")
}
