//! Reads two files that should be the same document and prints where their blocks differ: `same FIRST SECOND`.

use reader::{Block, Body, Cell, Span};
use std::io::{Result, Write, stdout};

fn main() -> Result<()> {
    let mut out = stdout().lock();
    let files: Vec<String> = std::env::args().skip(1).collect();
    let read = |name: &String| -> Result<Vec<Block>> {
        let source = reader::read(name, &std::fs::read(name)?).map_err(std::io::Error::other)?;
        Ok(source.blocks)
    };
    let [first, second] = files.as_slice() else {
        return writeln!(out, "two files are asked for");
    };
    let (one, two) = (read(first)?, read(second)?);
    let count = |what: &dyn Fn(&Block, &Block) -> bool| one.iter().zip(&two).filter(|(a, b)| what(a, b)).count();
    writeln!(
        out,
        "{} and {} blocks; of pairs at the same place equal by text {}, kind {}, number {}, emphasis {}, links {}, cells {}",
        one.len(),
        two.len(),
        count(&|a, b| a.text() == b.text()),
        count(&|a, b| a.kind == b.kind),
        count(&|a, b| a.number == b.number),
        count(&|a, b| emphasis(a) == emphasis(b)),
        count(&|a, b| links(a) == links(b)),
        count(&|a, b| cells(a) == cells(b)),
    )?;
    for (at, (a, b)) in one.iter().zip(&two).enumerate() {
        if (a.kind, &a.number, a.text()) != (b.kind, &b.number, b.text())
            || emphasis(a) != emphasis(b)
            || cells(a) != cells(b)
        {
            writeln!(out, "{}:\n - {}\n + {}", at + 1, line(a), line(b))?;
        }
    }
    Ok(())
}

fn line(block: &Block) -> String {
    format!("{:?} {:?} {:?} {:?} {:?}", block.kind, block.number, block.text(), emphasis(block), cells(block))
}

fn spans(block: &Block) -> Vec<&Span> {
    match &block.body {
        Body::Text(spans) => spans.iter().collect(),
        Body::Table { rows } => rows.iter().flatten().flat_map(|cell| &cell.spans).collect(),
        Body::Figure { .. } => Vec::new(),
    }
}

/// The words in bold and in italics, white space aside.
fn emphasis(block: &Block) -> (String, String) {
    let text = |wanted: fn(&Span) -> bool| -> String {
        let all: String = spans(block).into_iter().filter(|span| wanted(span)).map(|span| span.text.as_str()).collect();
        all.split_whitespace().collect()
    };
    (text(|span| span.bold), text(|span| span.italic))
}

fn links(block: &Block) -> Vec<&str> {
    let mut links: Vec<&str> = spans(block).into_iter().filter_map(|span| span.link.as_deref()).collect();
    links.dedup();
    links
}

fn cells(block: &Block) -> Vec<Vec<(u16, u16, bool)>> {
    let shape = |cell: &Cell| (cell.colspan, cell.rowspan, cell.header);
    match &block.body {
        Body::Table { rows } => rows.iter().map(|row| row.iter().map(shape).collect()).collect(),
        _ => Vec::new(),
    }
}
