//! Prints what reading a file gives: `inspect FILE`, and with `--blocks` every block.

use reader::{Block, BlockKind, Source};
use std::collections::BTreeMap;
use std::io::{Result, Write, stdout};

fn main() -> Result<()> {
    let mut out = stdout().lock();
    let (flags, files): (Vec<String>, Vec<String>) = std::env::args().skip(1).partition(|arg| arg.starts_with("--"));
    for file in files {
        let bytes = std::fs::read(&file)?;
        let from = std::time::Instant::now();
        match reader::read(&file, &bytes) {
            Ok(source) => {
                writeln!(out, "{file}: {:.3} s", from.elapsed().as_secs_f64())?;
                summary(&mut out, &source)?;
                if flags.iter().any(|flag| flag == "--blocks") {
                    source.blocks.iter().try_for_each(|block| line(&mut out, block))?;
                }
            }
            Err(why) => writeln!(out, "{file}: {why}")?,
        }
    }
    Ok(())
}

fn summary(out: &mut impl Write, source: &Source) -> Result<()> {
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    for block in &source.blocks {
        *kinds.entry(format!("{:?}", block.kind)).or_default() += 1;
    }
    let report = &source.report;
    writeln!(out, "  words: {} in the file, {} in the blocks", report.words_in_file, report.words_in_blocks)?;
    writeln!(out, "  blocks: {} {kinds:?}", source.blocks.len())?;
    for difference in &report.differences {
        let sign = if difference.lost { '-' } else { '+' };
        writeln!(out, "  {sign} {}: {}", difference.place, difference.text)?;
    }
    for note in &report.notes {
        writeln!(out, "  {} {} {}", note.what.key(), note.place, note.detail)?;
    }
    Ok(())
}

fn line(out: &mut impl Write, block: &Block) -> Result<()> {
    let number = block.number.as_deref().unwrap_or_default();
    let text = block.text();
    match block.kind {
        BlockKind::Heading { level } => {
            writeln!(out, "{} {number} {text}", "#".repeat(level.into()))
        }
        BlockKind::ListItem { depth, .. } => {
            writeln!(out, "{}* {number} {text}", "  ".repeat(depth.into()))
        }
        kind => writeln!(out, "[{kind:?}] {number} {text}"),
    }
}
