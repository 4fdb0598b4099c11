//! How long aligning takes, and how it comes out where the truth is known: `speed FILE [NEXT]` aligns the file with the
//! next one, with a copy of itself that was edited from a fixed seed, and ten copies of both, one after another.

#[path = "../tests/made/mod.rs"]
mod made;
#[path = "../tests/truth/mod.rs"]
mod truth;

use reader::Block;
use reader::align::{Alignment, align};
use std::io::{Error, Result, Write, stdout};
use truth::judge::{Verdict, judge};

fn main() -> Result<()> {
    let mut out = stdout().lock();
    let files: Vec<String> = std::env::args().skip(1).collect();
    let read = |file: &String| -> Result<Vec<Block>> {
        reader::read(file, &std::fs::read(file)?).map(|source| source.blocks).map_err(Error::other)
    };
    if let Some(next) = files.get(1) {
        timed(&mut out, &format!("{} -> {next}", files[0]), &read(&files[0])?, &read(next)?)?;
    }
    let mut texts = vec![("made, 91,000 words".to_owned(), made::text(1, 91_000))];
    if let Some(file) = files.first() {
        texts.push((file.clone(), read(file)?));
    }
    for (name, old) in texts {
        let (new, rows) = made::copy(&old, 2);
        let found = timed(&mut out, &format!("{name} -> edited copy"), &old, &new)?;
        let figures = judge(&rows, &found);
        writeln!(out, "{figures}")?;
        let bad = figures.others.iter().filter(|(_, verdict)| *verdict != Verdict::Asked);
        bad.into_iter().try_for_each(|(row, verdict)| writeln!(out, "  {verdict:?} {row}"))?;
        let times = |blocks: &[Block]| std::iter::repeat_n(blocks, 10).flatten().cloned().collect::<Vec<_>>();
        timed(&mut out, &format!("{name} -> edited copy, ten times over"), &times(&old), &times(&new))?;
    }
    let old = made::text(3, 910_000);
    timed(&mut out, "made, 910,000 words -> edited copy", &old, &made::copy(&old, 4).0)?;
    Ok(())
}

fn timed(out: &mut impl Write, name: &str, old: &[Block], new: &[Block]) -> Result<Alignment> {
    let words: usize = old.iter().map(Block::words).sum();
    let old = made::passages(old);
    let from = std::time::Instant::now();
    let found = align(&old, new);
    let time = from.elapsed().as_secs_f64();
    let open = found.fates.iter().filter(|it| !it.sure).count();
    writeln!(
        out,
        "{name}: {words} words, {} and {} passages: {time:.2} s, {:?}, {open} old ones open",
        old.len(),
        new.len(),
        found.effort
    )?;
    Ok(found)
}
