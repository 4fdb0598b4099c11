//! Aligns two files: `align OLD NEW`, and with `--pairs` what became of each block.

use reader::align::{Kind, Match, OldPassage, align};
use std::collections::{BTreeMap, HashMap};
use std::io::{Error, Result, Write, stdout};

fn main() -> Result<()> {
    let mut out = stdout().lock();
    let (flags, files): (Vec<String>, Vec<String>) = std::env::args().skip(1).partition(|arg| arg.starts_with("--"));
    let [old, new] = files.as_slice() else {
        return writeln!(out, "align OLD NEW [--pairs]");
    };
    let read = |file: &String| -> Result<Vec<reader::Block>> {
        reader::read(file, &std::fs::read(file)?).map(|source| source.blocks).map_err(Error::other)
    };
    let (old, new) = (read(old)?, read(new)?);
    let passages: Vec<OldPassage> = old
        .iter()
        .enumerate()
        .map(|(at, it)| OldPassage {
            code: format!("p{at}"),
            kind: it.kind,
            number: it.number.clone(),
            text: it.text(),
        })
        .collect();
    let from = std::time::Instant::now();
    let result = align(&passages, &new);
    let time = from.elapsed().as_secs_f64();
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    for fate in &result.fates {
        *kinds.entry(format!("{:?}{}", fate.kind, if fate.sure { "" } else { "?" })).or_default() += 1;
    }
    for origin in result.origins.iter().filter(|it| it.kind == Kind::New) {
        *kinds.entry(format!("{:?}{}", origin.kind, if origin.sure { "" } else { "?" })).or_default() += 1;
    }
    let asked = result.matches.iter().filter(|it| matches!(it, Match::Unsure(_))).count();
    writeln!(out, "old {} new {}: {kinds:?}; new ones without a code yet {asked}", old.len(), new.len())?;
    writeln!(out, "{:?}; {time:.3} s", result.effort)?;
    if flags.iter().any(|flag| flag == "--pairs") {
        let texts: HashMap<&str, &str> = passages.iter().map(|it| (it.code.as_str(), it.text.as_str())).collect();
        for (block, found) in new.iter().zip(&result.matches) {
            show(&mut out, &block.text(), found, &texts)?;
        }
        for fate in result.fates.iter().filter(|it| !it.sure || !matches!(it.kind, Kind::Unchanged | Kind::Edited)) {
            writeln!(out, "{fate:?}")?;
        }
    }
    Ok(())
}

fn show(out: &mut impl Write, text: &str, found: &Match, texts: &HashMap<&str, &str>) -> Result<()> {
    match found {
        Match::Alike { code, likeness, moved } => {
            let moved = if *moved { " moved" } else { "" };
            writeln!(out, "ALIKE {likeness:.2}{moved}\n  - {}\n  + {text}", texts[code.as_str()])
        }
        Match::Equal { code, moved } => {
            let what = if *moved { "MOVED" } else { "EQUAL" };
            writeln!(out, "{what} {code}: {text}")
        }
        Match::Unsure(candidates) => {
            writeln!(out, "UNSURE + {text}")?;
            let mut each = candidates.iter();
            each.try_for_each(|it| writeln!(out, "  {:.2} - {} {}", it.likeness, it.code, texts[it.code.as_str()]))
        }
        Match::New => writeln!(out, "NEW {text}"),
    }
}
