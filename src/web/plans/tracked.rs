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
use reader::compare::{Piece, redline, stretches};
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
    let mut tracked = Tracked {
        lang: Lang::It,
        title: format!("{}. {title}", to.title),
        author,
        at: moment(&to),
        page: v.t("tracked-page").into_owned(),
        blocks: Vec::new(),
    };
    let set = move || {
        tracked.blocks = blocks(&changes);
        press::tracked(&tracked).map_err(|e| Error::Stored(e.to_string()))
    };
    let bytes = v.slow(set).await?;
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
    let TrackedBlock::Table(rows) = of else { return false };
    // A row is of the head while those before it in its version are.
    let (mut old, mut new) = (true, true);
    rows.iter().any(|row| {
        let (in_old, in_new) = (row.change != PieceKind::Added, row.change != PieceKind::Removed);
        let other = row.head && row.change != PieceKind::Same && (in_old && old || in_new && new);
        old &= row.head || !in_old;
        new &= row.head || !in_new;
        other
    })
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
    let tall = was.iter().chain(is).flatten().any(|c| c.rowspan > 1);
    let built_alike = was.len() == is.len() && was.iter().zip(is).all(|(a, b)| form(a).eq(form(b)));
    let pairs: Vec<Pair<'_>> = if !tall {
        pairs(was, is)
    } else if built_alike {
        was.iter().zip(is).map(|(a, b)| (Some(&**a), Some(&**b))).collect()
    } else {
        all_change(was, is).collect()
    };
    pairs.into_iter().map(|(was, is)| row(was, is)).collect()
}

fn all_change<'a>(was: &'a [Vec<Cell>], is: &'a [Vec<Cell>]) -> impl Iterator<Item = Pair<'a>> {
    was.iter().map(|r| (Some(&**r), None)).chain(is.iter().map(|r| (None, Some(&**r))))
}

/// Which row of the later table is which of the earlier: those that begin with the same cell, in order; between them, where as many
/// come as go, one by one those that are built alike, and so the rows of the head.
fn pairs<'a>(was: &'a [Vec<Cell>], is: &'a [Vec<Cell>]) -> Vec<Pair<'a>> {
    let first = |row: &Vec<Cell>| row.first().map(|c| c.spans.iter().map(|s| s.text.as_str()).collect::<String>());
    let key = |row: &Vec<Cell>| (form(row).collect::<Vec<_>>(), first(row));
    let keys = |rows: &[Vec<Cell>]| rows.iter().map(key).collect::<Vec<_>>();
    let mut out = Vec::new();
    for stretch in stretches(&keys(was), &keys(is)) {
        let (old, new) = (&was[stretch.old.clone()], &is[stretch.new.clone()]);
        if stretch.same {
            out.extend(old.iter().zip(new).map(|(a, b)| (Some(&**a), Some(&**b))));
            continue;
        }
        let heads = old.iter().zip(new).take_while(|(a, b)| is_head(a) && is_head(b)).count();
        let one_by_one = if old.len() == new.len() { old.len() } else { heads };
        let alike = old.iter().zip(new).take(one_by_one).take_while(|(a, b)| form(a).eq(form(b))).count();
        out.extend(old.iter().zip(new).take(alike).map(|(a, b)| (Some(&**a), Some(&**b))));
        out.extend(all_change(&old[alike..], &new[alike..]));
    }
    out
}

/// How the cells of a row are built.
fn form(of: &[Cell]) -> impl Iterator<Item = (bool, u16, u16)> + '_ {
    of.iter().map(|c| (c.header, c.colspan, c.rowspan))
}

fn is_head(of: &[Cell]) -> bool {
    !of.is_empty() && of.iter().all(|c| c.header)
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

    /// The cells of each row, what went in brackets and what came in braces; before it what became of the row.
    fn drawn(was: &[&str], is: &[&str]) -> Vec<String> {
        let cell = |text: &str| Cell {
            spans: vec![Span { text: text.trim_start_matches('*').to_owned(), ..Span::default() }],
            header: text.starts_with('*'),
            colspan: 1,
            rowspan: 1,
        };
        let rows = |of: &[&str]| of.iter().map(|r| r.split('|').map(cell).collect::<Vec<_>>()).collect::<Vec<_>>();
        let run = |r: &TrackedRun| match r.change {
            PieceKind::Same => r.text.clone(),
            PieceKind::Added => format!("{{{}}}", r.text),
            PieceKind::Removed => format!("[{}]", r.text),
        };
        let cells = |r: &TrackedRow| {
            r.cells.iter().map(|c| c.runs.iter().map(run).collect::<String>()).collect::<Vec<_>>().join("|")
        };
        let sign = |r: &TrackedRow| match r.change {
            PieceKind::Same => "",
            PieceKind::Added => "+",
            PieceKind::Removed => "-",
        };
        table(&rows(was), &rows(is)).iter().map(|r| format!("{}{}", sign(r), cells(r))).collect()
    }

    #[test]
    fn a_row_stays_with_the_words_that_changed_in_it() {
        for (was, is, expected) in [
            (
                &["*Anno|*Spesa", "2031|10"][..],
                &["*Anno|*Spesa in euro", "2031|12"][..],
                &["Anno|Spesa{ in euro}", "2031|[10]{12}"][..],
            ),
            // What shifted is not rewritten into its neighbour.
            (&["A|1", "B|2", "C|3"], &["B|2", "C|3", "D|4"], &["-[A]|[1]", "B|2", "C|3", "+{D}|{4}"]),
            (
                &["A|2031", "B|1", "C|2"],
                &["B|1 e 2", "C|2", "D|2031", "E|9"],
                &["-[A]|[2031]", "B|1{ e 2}", "C|2", "+{D}|{2031}", "+{E}|{9}"],
            ),
            // As many as went, built alike: one by one.
            (&["A|1", "B|2"], &["Z|1", "B|2"], &["[A]{Z}|1", "B|2"]),
            (&["A|1"], &["A|1|x"], &["-[A]|[1]", "+{A}|{1}|{x}"]),
            (&[], &["A"], &["+{A}"]),
            (&["A"], &[], &["-[A]"]),
        ] {
            assert_eq!(drawn(was, is), expected, "{was:?} {is:?}");
        }
    }

    #[test]
    fn a_row_that_only_looks_like_a_head_takes_no_table_with_it() {
        let row = |change, head| TrackedRow { change, head, cells: Vec::new() };
        let table = |rows: &[(PieceKind, bool)]| {
            TrackedBlock::Table(rows.iter().map(|(change, head)| row(*change, *head)).collect())
        };
        use PieceKind::{Added, Removed, Same};
        assert!(!other_head(&table(&[(Same, true), (Same, false), (Added, true), (Removed, false)])));
        assert!(other_head(&table(&[(Removed, true), (Added, true), (Same, false)])));
        assert!(other_head(&table(&[(Removed, false), (Added, true)])), "it had no head and has one");
        assert!(other_head(&table(&[(Same, true), (Added, true), (Same, false)])));
    }
}
