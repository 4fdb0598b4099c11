//! Holds the alignment of the real pair against the table made by hand: `truth OLD NEW`, and with `--rows` every row that
//! is not simply right. Ends with 1 when a bar is missed.

#[path = "../tests/truth/mod.rs"]
mod truth;

use reader::align::{OldPassage, align};
use std::io::{Error, Result, Write, stdout};
use std::process::ExitCode;

const TABLE: &str = include_str!("../tests/truth/riuso.tsv");

fn main() -> Result<ExitCode> {
    let mut out = stdout().lock();
    let (flags, files): (Vec<String>, Vec<String>) = std::env::args().skip(1).partition(|arg| arg.starts_with("--"));
    let [old, new] = files.as_slice() else {
        writeln!(out, "truth OLD NEW [--rows]")?;
        return Ok(ExitCode::FAILURE);
    };
    let read = |file: &String| -> Result<Vec<reader::Block>> {
        reader::read(file, &std::fs::read(file)?).map(|source| source.blocks).map_err(Error::other)
    };
    let (old, new) = (read(old)?, read(new)?);
    let texts = |blocks: &[reader::Block]| -> Vec<String> { blocks.iter().map(reader::Block::text).collect() };
    let rows = truth::table::read(TABLE, &texts(&old), &texts(&new)).map_err(Error::other)?;
    let passage = |(at, it): (usize, &reader::Block)| OldPassage {
        code: format!("p{at}"),
        kind: it.kind,
        number: it.number.clone(),
        text: it.text(),
    };
    let found = align(&old.iter().enumerate().map(passage).collect::<Vec<_>>(), &new);
    let figures = truth::judge::judge(&rows, &found);
    writeln!(out, "{} passages labelled\n{figures}", rows.len())?;
    if flags.iter().any(|flag| flag == "--rows") {
        figures.others.iter().try_for_each(|(row, verdict)| writeln!(out, "{verdict:?}\t{row}"))?;
    }
    Ok(if figures.missed().is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
