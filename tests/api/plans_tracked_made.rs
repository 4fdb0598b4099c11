//! Tracked changes of texts made by chance: lists within lists whose items come, go, sink, rise and become something else, and tables
//! whose rows and cells do, that become text or come out of it.

use domain::id::{PassageId, RowId};
use domain::plans::{self, Matched, Passage, PassageKind};
use press::{Lang, Moment, Tracked};
use reader::{Block, BlockKind, Body, Cell, Span};

use crate::office;
use crate::plans_tracked::{lines, rejected, says};
use crate::roundtrip::Dice;

fn kind(dice: &mut Dice) -> (BlockKind, Option<String>) {
    let number = |dice: &mut Dice, of: &[&str]| Some(of[dice.of(of.len())].to_owned());
    match dice.of(12) {
        0 => (BlockKind::Heading { level: u8::try_from(1 + dice.of(4)).unwrap() }, None),
        1 => (BlockKind::Quote, None),
        2..=3 => (BlockKind::Paragraph, None),
        4..=6 => {
            let depth = u8::try_from(dice.of(4)).unwrap();
            (BlockKind::ListItem { depth, ordered: true }, number(dice, &["1.", "2.", "3.", "b)", "iv)", "7)"]))
        }
        _ => (BlockKind::ListItem { depth: u8::try_from(dice.of(4)).unwrap(), ordered: false }, None),
    }
}

fn spans(text: &str) -> Vec<Span> {
    vec![Span { text: text.to_owned(), ..Span::default() }]
}

/// One in ten is a table: a head row, and some of rows below.
fn block(dice: &mut Dice, text: &str) -> Block {
    if dice.of(10) == 0 {
        return table(dice, text);
    }
    let (kind, number) = kind(dice);
    Block { kind, number, body: Body::Text(spans(text)) }
}

fn table(dice: &mut Dice, text: &str) -> Block {
    let (rows, columns) = (2 + dice.of(3), 2 + dice.of(2));
    let cell = |row: usize, column: usize| Cell {
        spans: spans(&format!("{text} {row} {column}")),
        header: row == 0,
        colspan: 1,
        rowspan: 1,
    };
    let rows = (0..rows).map(|r| (0..columns).map(|c| cell(r, c)).collect()).collect();
    Block { kind: BlockKind::Table, number: None, body: Body::Table { rows } }
}

/// A table in which a cell says something else, and a row comes or goes.
fn other_cells(dice: &mut Dice, rows: &[Vec<Cell>]) -> Body {
    let mut rows = rows.to_vec();
    let (row, column) = (dice.of(rows.len()), dice.of(rows[0].len()));
    rows[row][column].spans = spans("detto altrimenti");
    match dice.of(3) {
        0 if rows.len() > 2 => drop(rows.remove(1 + dice.of(rows.len() - 1))),
        1 => {
            let more = rows[0].iter().map(|c| Cell { spans: spans("una riga in più"), header: false, ..c.clone() });
            let more = more.collect();
            rows.insert(1 + dice.of(rows.len()), more);
        }
        _ => {}
    }
    Body::Table { rows }
}

/// An item a level further in, or out; anything else as something else.
fn changed(dice: &mut Dice, of: &Block) -> Block {
    if let Body::Table { rows } = &of.body {
        // Or its words in no table any more.
        let body =
            if dice.of(3) > 0 { other_cells(dice, rows) } else { Body::Text(spans(&of.text().replace('\n', " "))) };
        let kind = if matches!(body, Body::Table { .. }) { BlockKind::Table } else { BlockKind::Paragraph };
        return Block { kind, number: None, body };
    }
    if dice.of(12) == 0 {
        return table(dice, &of.text());
    }
    match of.kind {
        BlockKind::ListItem { depth, ordered } if dice.of(4) > 0 => {
            let depth = if depth > 0 && dice.of(2) == 0 { depth - 1 } else { depth + 1 };
            Block { kind: BlockKind::ListItem { depth, ordered }, ..of.clone() }
        }
        _ => {
            let (kind, number) = kind(dice);
            Block { kind, number, ..of.clone() }
        }
    }
}

/// Two versions: each passage with its number, by which it is known in both.
fn versions(seed: u64) -> [Vec<(i32, Block)>; 2] {
    let mut dice = Dice(seed);
    let mut was = Vec::new();
    let mut is = Vec::new();
    for n in 0..160 {
        let old = block(&mut dice, &format!("Passaggio numero{n} com'era"));
        match dice.of(9) {
            0..=1 => was.push((n, old)),
            2..=3 => {
                is.push((n, changed(&mut dice, &old)));
                was.push((n, old));
            }
            4 => is.push((n, old)),
            5 => {
                let new = changed(&mut dice, &old);
                let table = matches!(new.body, Body::Table { .. });
                let body = if table { new.body } else { Body::Text(spans(&format!("Passaggio numero{n} com'è ora"))) };
                is.push((n, Block { body, ..new }));
                was.push((n, old));
            }
            _ => {
                is.push((n, old.clone()));
                was.push((n, old));
            }
        }
    }
    // Some move.
    for _ in 0..4 {
        let one = is.remove(dice.of(is.len()));
        is.insert(dice.of(is.len()), one);
    }
    [was, is]
}

fn passages(of: &[(i32, Block)]) -> Vec<Passage> {
    let passage = |(at, (n, block)): (usize, &(i32, Block))| Passage {
        row: RowId(i64::try_from(at).unwrap()),
        id: Some(PassageId(i64::from(*n))),
        code: Some(*n),
        position: i32::try_from(at).unwrap() + 1,
        kind: PassageKind::Paragraph,
        level: 0,
        number: block.number.clone().unwrap_or_default(),
        block: block.clone(),
        text: block.text(),
        matched: Matched::Equal,
        likeness: 1000,
        confidence: 1000,
        revision: 1,
    };
    of.iter().enumerate().map(passage).collect()
}

fn differences(was: &[String], is: &[String]) -> Vec<String> {
    let mut out: Vec<String> =
        was.iter().zip(is).filter(|(a, b)| a != b).map(|(a, b)| format!("{b}\n     instead of {a}")).collect();
    if was.len() != is.len() {
        out.push(format!("{} blocks instead of {}", is.len(), was.len()));
    }
    out
}

/// The same without saying which rows of a table are its head: LibreOffice (7.4) forgets that a head is repeated when its table comes
/// to lie at the end of a page. The files written by hand, which fill no page, are compared with their heads (`plans_tracked.rs`).
fn but_heads(of: Vec<String>) -> Vec<String> {
    of.into_iter().map(|line| if line.starts_with("Table") { line.replace('*', "") } else { line }).collect()
}

#[test]
fn texts_made_by_chance_are_both_versions() {
    for seed in 1..=6 {
        let [first, second] = versions(seed);
        let changes = plans::compare(&passages(&first), &passages(&second));
        let docx = press::tracked(&Tracked {
            lang: Lang::It,
            title: "Due versioni".to_owned(),
            author: "Città di Valdora".to_owned(),
            at: Some(Moment { year: 2031, month: 3, day: 3, hour: 9, minute: 0, second: 0 }),
            page: "Pagina".to_owned(),
            blocks: web::plans::tracked_blocks(&changes),
        });
        let docx = docx.unwrap();
        if let Ok(to) = std::env::var("ASCOLTO_TRACKED_TO") {
            std::fs::write(format!("{to}/{seed}.docx"), &docx).unwrap();
        }
        let said = |of: Vec<(i32, Block)>| lines(&of.into_iter().map(|(_, block)| block).collect::<Vec<_>>());
        let (first, second) = (said(first), said(second));
        let holds = |who: &str, was: &[String], is: Vec<String>| {
            let wrong = differences(was, &is);
            assert!(wrong.is_empty(), "seed {seed}, {who}: {}\n{}", wrong.len(), wrong.join("\n"));
        };
        holds("accepted", &second, says("x.docx", &docx));
        holds("rejected", &first, says("x.docx", &rejected(&docx)));
        if office::is_here() {
            let (accepted, rejected) = office::decide(&docx);
            holds("accepted by LibreOffice", &but_heads(second), but_heads(says("x.odt", &accepted)));
            holds("rejected by LibreOffice", &but_heads(first), but_heads(says("x.odt", &rejected)));
        }
    }
}
