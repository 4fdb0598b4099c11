//! The comparison of two versions as a DOCX with tracked changes, for the office that wants to accept them one by one.

use actix_web::HttpResponse;
use actix_web::http::header;
use chrono::{Datelike, Timelike};
use domain::Error;
use domain::plans::{self, Change, ChangeKind, Passage, Version};
use domain::processes;
use press::{
    Lang, Moment, PieceKind, Tracked, TrackedBlock, TrackedCell, TrackedLook, TrackedRole, TrackedRow, TrackedRun,
};
use reader::compare::{Piece, redline};
use reader::{Block, BlockKind, Body, Cell, Span};

use crate::http::{Answer, Fault, Visit};
use crate::locale::Arg;

const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// The file; without `da` and `a` the two newest versions.
pub async fn file(v: Visit) -> Answer {
    let number =
        |name: &str| v.query(name).map(|n| n.parse::<i32>().map_err(|_| Fault::from(Error::NotFound))).transpose();
    let (from, to) = (number("da")?, number("a")?);
    let (actor, slug) = (v.actor().clone(), v.path("slug").to_owned());
    let (process, author, from, to, changes) = v
        .read(move |conn| {
            let process = processes::ops::by_slug(conn, &actor, &slug)?;
            let versions = plans::ops::published(conn, process.id)?;
            let (from, to) = super::compare::pair(&versions, from, to)?.ok_or(Error::NotFound)?;
            let changes = plans::ops::changes(conn, from.id, to.id)?;
            let page = processes::ops::page(conn, process.clone())?;
            let author = page.promoters.first().map(|p| p.name.clone()).unwrap_or_default();
            Ok((process, author, from, to, changes))
        })
        .await?;
    let author = if author.is_empty() { v.app().config.owner.clone() } else { author };
    let title = v.t_with(
        "compare-title",
        &[("from", Arg::from(from.number.to_string())), ("to", Arg::from(to.number.to_string()))],
    );
    let tracked = Tracked {
        lang: Lang::It,
        title: format!("{}. {title}", to.title),
        author,
        at: moment(&to),
        page: v.t("tracked-page").into_owned(),
        blocks: blocks(&changes),
    };
    let bytes = v.slow(move || press::tracked(&tracked).map_err(|e| Error::Stored(e.to_string()))).await?;
    let name = format!("{}-{}-{}.docx", process.slug, from.number, to.number);
    let cache = if process.published_at.is_some() { "public, max-age=86400" } else { "no-store" };
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, DOCX))
        .insert_header((header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")))
        .insert_header((header::CACHE_CONTROL, cache))
        .body(bytes))
}

/// When a version was published, in UTC.
fn moment(of: &Version) -> Option<Moment> {
    let at = chrono::DateTime::from_timestamp_micros(of.published_at?.0)?;
    let small = |n: u32| u8::try_from(n).unwrap_or(1);
    Some(Moment {
        year: u16::try_from(at.year()).ok()?,
        month: small(at.month()),
        day: small(at.day()),
        hour: small(at.hour()),
        minute: small(at.minute()),
        second: small(at.second()),
    })
}

/// All passages of both versions, in the order of the later one. What moved or is gone stands, as taken out, where it stood
/// among those that stay: accepted and rejected, the order is that of one version.
pub fn blocks(changes: &[Change]) -> Vec<TrackedBlock> {
    let moved = |c: &Change| matches!(c.kind, ChangeKind::Moved | ChangeKind::MovedAndEdited);
    let leaves = |c: &&Change| moved(c) || c.kind == ChangeKind::Removed;
    let mut leaving: Vec<&Passage> = changes.iter().filter(leaves).filter_map(|c| c.before.as_ref()).collect();
    leaving.sort_by_key(|p| p.position);
    let mut leaving = leaving.into_iter().peekable();
    let mut out = Vec::new();
    for change in changes {
        match (&change.before, &change.after) {
            (Some(before), Some(after)) if !moved(change) => {
                while let Some(p) = leaving.next_if(|p| p.position < before.position) {
                    out.push(one(Some(&p.block), None));
                }
                match one(Some(&before.block), Some(&after.block)) {
                    both if is_table(&before.block) == is_table(&after.block) && !other_head(&both) => out.push(both),
                    // No run of words can be half a table: what was goes, what is comes.
                    _ => out.extend([one(Some(&before.block), None), one(None, Some(&after.block))]),
                }
            }
            (_, Some(after)) => out.push(one(None, Some(&after.block))),
            (_, None) => {}
        }
    }
    out.extend(leaving.map(|p| one(Some(&p.block), None)));
    out
}

const fn is_table(block: &Block) -> bool {
    matches!(block.body, Body::Table { .. })
}

/// Whether it is a table whose head is another, not only with other words. An office counts the rows of the head and does not count
/// again when some of them go: such a table goes as a whole.
fn other_head(of: &TrackedBlock) -> bool {
    matches!(of, TrackedBlock::Table(rows) if rows.iter().any(|r| r.head && r.change != PieceKind::Same))
}

/// A passage in one version or both; a table in neither or in all of them.
fn one(before: Option<&Block>, after: Option<&Block>) -> TrackedBlock {
    let rows = |block: Option<&Block>| match block.map(|b| &b.body) {
        Some(Body::Table { rows }) => Some(rows.clone()),
        _ => None,
    };
    let fate = match (before, after) {
        (None, _) => PieceKind::Added,
        (_, None) => PieceKind::Removed,
        _ => PieceKind::Same,
    };
    match (rows(before), rows(after)) {
        (None, None) => paragraph(before, after, fate),
        (was, is) => TrackedBlock::Table(table(&was.unwrap_or_default(), &is.unwrap_or_default())),
    }
}

fn paragraph(before: Option<&Block>, after: Option<&Block>, fate: PieceKind) -> TrackedBlock {
    let runs = runs(&signs(before), &signs(after));
    let look = look(after.or(before));
    let was = before.filter(|_| fate == PieceKind::Same).map(|b| self::look(Some(b))).filter(|was| *was != look);
    TrackedBlock::Paragraph { look, was, runs, fate }
}

/// The words of both, by what stays, goes and comes.
fn runs(was: &[Sign], is: &[Sign]) -> Vec<TrackedRun> {
    let words = |of: &[Sign]| of.iter().map(|s| s.0).collect::<String>();
    let (mut old, mut new) = (was.iter(), is.iter());
    let mut runs: Vec<TrackedRun> = Vec::new();
    for piece in redline(&words(was), &words(is)) {
        match &piece {
            // The sign as it is and as it was: they may look different.
            Piece::Same(text) => text.chars().for_each(|_| {
                if let (Some(was), Some(is)) = (old.next(), new.next()) {
                    add(&mut runs, PieceKind::Same, *is, Some((was.1, was.2)).filter(|was| *was != (is.1, is.2)));
                }
            }),
            Piece::Added(text) => {
                new.by_ref().take(text.chars().count()).for_each(|s| add(&mut runs, PieceKind::Added, *s, None));
            }
            Piece::Removed(text) => {
                old.by_ref().take(text.chars().count()).for_each(|s| add(&mut runs, PieceKind::Removed, *s, None));
            }
        }
    }
    runs
}

/// Adds a sign to the last run, if it is of the same kind.
fn add(runs: &mut Vec<TrackedRun>, change: PieceKind, (c, bold, italic): Sign, was: Option<(bool, bool)>) {
    match runs.last_mut() {
        Some(r) if (r.change, r.bold, r.italic, r.was) == (change, bold, italic, was) => r.text.push(c),
        _ => runs.push(TrackedRun { change, text: c.to_string(), bold, italic, was }),
    }
}

/// A sign, and whether it is strong and emphasised.
type Sign = (char, bool, bool);

/// The signs of a block.
fn signs(of: Option<&Block>) -> Vec<Sign> {
    match of.map(|b| &b.body) {
        Some(Body::Text(spans)) => looks(spans).collect(),
        Some(Body::Figure { alt, .. }) => alt.chars().map(|c| (c, false, false)).collect(),
        Some(Body::Table { .. }) | None => Vec::new(),
    }
}

fn looks(spans: &[Span]) -> impl Iterator<Item = Sign> {
    spans.iter().flat_map(|s| s.text.chars().map(|c| (c, s.bold, s.italic)))
}

fn look(of: Option<&Block>) -> TrackedLook {
    let role = match of.map(|b| b.kind) {
        Some(BlockKind::Heading { level }) => TrackedRole::Heading(level),
        Some(BlockKind::ListItem { depth, .. }) => TrackedRole::Item(depth),
        Some(BlockKind::Quote) => TrackedRole::Quote,
        Some(BlockKind::Code) => TrackedRole::Code,
        Some(BlockKind::Caption) => TrackedRole::Caption,
        Some(BlockKind::Footnote) => TrackedRole::Note,
        Some(BlockKind::Paragraph | BlockKind::Table | BlockKind::Figure) | None => TrackedRole::Text,
    };
    TrackedLook { role, number: of.and_then(|b| b.number.clone()) }
}

/// A row in one version or both.
type Pair<'a> = (Option<&'a [Cell]>, Option<&'a [Cell]>);

/// The rows of both: those that are in both stay, with what changed in their cells; where cells reach over several rows and not over the
/// same ones, all go and all come.
fn table(was: &[Vec<Cell>], is: &[Vec<Cell>]) -> Vec<TrackedRow> {
    let built_alike = |(a, b): (&Vec<Cell>, &Vec<Cell>)| form(a).eq(form(b));
    let pairs: Vec<Pair<'_>> = if was.len() == is.len() && was.iter().zip(is).all(built_alike) {
        was.iter().zip(is).map(|(a, b)| (Some(a.as_slice()), Some(b.as_slice()))).collect()
    } else if was.iter().chain(is).flatten().any(|c| c.rowspan > 1) {
        was.iter().map(|r| (Some(r.as_slice()), None)).chain(is.iter().map(|r| (None, Some(r.as_slice())))).collect()
    } else {
        pairs(was, is)
    };
    pairs.into_iter().map(|(was, is)| row(was, is)).collect()
}

/// Which row of the later table is which of the earlier: the same at the beginning and at the end; between them, in order, those that
/// are built alike and have a cell in common, or both are of the head.
fn pairs<'a>(was: &'a [Vec<Cell>], is: &'a [Vec<Cell>]) -> Vec<Pair<'a>> {
    let head = was.iter().zip(is).take_while(|(a, b)| alike(a, b)).count();
    let most = was.len().min(is.len()) - head;
    let tail = was.iter().rev().zip(is.iter().rev()).take(most).take_while(|(a, b)| alike(a, b)).count();
    let kept = |from: usize, to: usize| was[from..].iter().zip(&is[to..]).map(|(a, b)| (Some(&**a), Some(&**b)));
    let mut out: Vec<Pair<'_>> = kept(0, 0).take(head).collect();
    let mut next = head;
    for row in &was[head..was.len() - tail] {
        let is_it = |other: &Vec<Cell>| {
            let common =
                || row.iter().zip(other).any(|(a, b)| !a.spans.is_empty() && looks(&a.spans).eq(looks(&b.spans)));
            form(row).eq(form(other)) && (is_head(row) || common())
        };
        match (next..is.len() - tail).find(|at| is_it(&is[*at])) {
            Some(at) => {
                out.extend(is[next..at].iter().map(|r| (None, Some(&**r))));
                out.push((Some(row), Some(&is[at])));
                next = at + 1;
            }
            None => out.push((Some(row), None)),
        }
    }
    out.extend(is[next..is.len() - tail].iter().map(|r| (None, Some(&**r))));
    out.extend(kept(was.len() - tail, is.len() - tail));
    out
}

/// How the cells of a row are built.
fn form(of: &[Cell]) -> impl Iterator<Item = (bool, u16, u16)> + '_ {
    of.iter().map(|c| (c.header, c.colspan, c.rowspan))
}

fn is_head(of: &[Cell]) -> bool {
    !of.is_empty() && of.iter().all(|c| c.header)
}

/// Whether two rows say the same and look the same: where their links lead is no change of theirs.
fn alike(a: &[Cell], b: &[Cell]) -> bool {
    form(a).eq(form(b)) && a.iter().zip(b).all(|(a, b)| looks(&a.spans).eq(looks(&b.spans)))
}

fn row(was: Option<&[Cell]>, is: Option<&[Cell]>) -> TrackedRow {
    let change = match (was, is) {
        (None, _) => PieceKind::Added,
        (_, None) => PieceKind::Removed,
        _ => PieceKind::Same,
    };
    let cells = is.or(was).unwrap_or_default();
    let signs = |of: Option<&[Cell]>, n: usize| -> Vec<Sign> {
        of.and_then(|cells| cells.get(n)).map(|c| looks(&c.spans).collect()).unwrap_or_default()
    };
    let cell = |(n, c): (usize, &Cell)| TrackedCell {
        runs: runs(&signs(was, n), &signs(is, n)),
        columns: c.colspan,
        rows: c.rowspan,
    };
    TrackedRow { change, head: is_head(cells), cells: cells.iter().enumerate().map(cell).collect() }
}

#[cfg(test)]
mod tests {
    use domain::id::{PassageId, RowId};
    use domain::plans::{Matched, PassageKind, compare};
    use reader::{BlockKind, Cell, Span};

    use super::*;

    fn passage(kind: PassageKind, block: Block) -> Passage {
        Passage {
            row: RowId(1),
            id: Some(PassageId(1)),
            code: Some(1),
            position: 1,
            kind,
            level: 0,
            number: String::new(),
            text: block.text(),
            block,
            matched: Matched::ByHand,
            likeness: 0,
            confidence: 1000,
            revision: 1,
        }
    }

    #[test]
    fn a_text_that_becomes_a_table_goes_and_the_table_comes() {
        let spans = |text: &str| vec![Span { text: text.to_owned(), ..Span::default() }];
        let block = |kind, body| Block { kind, number: None, body };
        let text =
            || passage(PassageKind::Paragraph, block(BlockKind::Paragraph, Body::Text(spans("Dieci litri nel 2031"))));
        let cell = Cell { spans: spans("Dieci litri"), header: false, colspan: 1, rowspan: 1 };
        let table =
            || passage(PassageKind::Table, block(BlockKind::Table, Body::Table { rows: vec![vec![cell.clone()]] }));
        for (before, after, first_is_table) in [(text(), table(), false), (table(), text(), true)] {
            let all = blocks(&compare(&[before], &[after]));
            let tables: Vec<bool> = all.iter().map(|b| matches!(b, TrackedBlock::Table(_))).collect();
            assert_eq!(tables, [first_is_table, !first_is_table]);
            let said = format!("{all:?}");
            assert!(
                said.contains("Dieci litri nel 2031") && said.contains("Removed") && said.contains("Added"),
                "{said}"
            );
        }
    }
}
