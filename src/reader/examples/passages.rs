//! Lists the passages of a file as a truth table names them: `passages FILE` prints place, hash, kind, number and text.

#[path = "../tests/truth/print.rs"]
mod print;

use std::io::{Error, Result, Write, stdout};

fn main() -> Result<()> {
    let mut out = stdout().lock();
    for file in std::env::args().skip(1) {
        let source = reader::read(&file, &std::fs::read(&file)?).map_err(Error::other)?;
        for (at, block) in source.blocks.iter().enumerate() {
            let (number, text) = (block.number.as_deref().unwrap_or("-"), block.text().replace('\n', " / "));
            writeln!(out, "{at}\t{}\t{:?}\t{number}\t{text}", print::of(&block.text()), block.kind)?;
        }
    }
    Ok(())
}
