//! Where a passage of a draft is put: at the head, or after another that is named by its code or its number; a heading alone or with
//! all it contains.

use super::deciding::draft_of;
use super::model::{Act, Passage, PassageKind};
use super::search::{bare, code};
use super::store;
use crate::access::Actor;
use crate::db::Write;
use crate::id::{RowId, VersionId};
use crate::{Error, Problems, Result, audit};

/// Characters a code or number may have as it is typed.
const LONGEST: usize = 40;

/// Where somebody wants a passage to stand.
#[derive(Debug, Clone, Default)]
pub struct Wish {
    /// Before all others.
    pub first: bool,
    /// Else after the one with this code or number, as it was typed.
    pub after: String,
    /// A heading goes with all it contains.
    pub section: bool,
}

/// The passages that change places, by position, and the position after which they go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// The first of them.
    pub from: i32,
    /// The last of them.
    pub to: i32,
    /// After which position.
    pub after: i32,
}

/// How many passages a heading contains: those up to the next heading that is not below it.
pub fn contained(all: &[Passage], row: RowId) -> usize {
    let Some(at) = all.iter().position(|p| p.row == row).filter(|at| all[*at].kind == PassageKind::Heading) else {
        return 0;
    };
    let below = |p: &&Passage| p.kind != PassageKind::Heading || p.level > all[at].level;
    all[at + 1..].iter().take_while(below).count()
}

/// What changes places; nothing, where all stands there already. Else the key of what is wrong.
fn step(all: &[Passage], row: RowId, wish: &Wish) -> std::result::Result<Option<Step>, &'static str> {
    let Some(at) = all.iter().position(|p| p.row == row) else { return Err("problem-after-unknown") };
    let last = at + if wish.section { contained(all, row) } else { 0 };
    let (from, to) = (all[at].position, all[last].position);
    let after = if wish.first { 0 } else { named(all, wish.after.trim())?.position };
    match after {
        after if after == from => Err("problem-after-itself"),
        after if after > from && after <= to => Err("problem-after-within"),
        after if after == at.checked_sub(1).map_or(0, |above| all[above].position) => Ok(None),
        after => Ok(Some(Step { from, to, after })),
    }
}

/// The passage somebody means: by its code, or by the number it is read with where no other has it.
fn named<'a>(all: &'a [Passage], typed: &str) -> std::result::Result<&'a Passage, &'static str> {
    if typed.is_empty() {
        return Err("problem-required");
    }
    let (code, number) = (code(typed), bare(typed));
    let coded = all.iter().find(|p| code.is_some() && p.code == code);
    let numbered: Vec<&Passage> = all.iter().filter(|p| !number.is_empty() && bare(&p.number) == number).collect();
    let plain = typed.starts_with(|c: char| c.is_ascii_digit());
    match (coded, numbered.as_slice()) {
        (Some(p), []) => Ok(p),
        (Some(p), _) if !plain => Ok(p),
        (Some(p), [other]) if p.row == other.row => Ok(p),
        (None, [p]) => Ok(p),
        (None, []) => Err("problem-after-unknown"),
        _ => Err("problem-after-several"),
    }
}

/// Puts a passage of a draft elsewhere, a heading with all it contains if so wished; where it stands now. What stands there is read in
/// the same transaction: of two who move the same one, the later says where it is, and the history names both.
///
/// # Errors
/// [`Error::Denied`]; [`Error::NotFound`] for a passage that is no longer there; [`Error::Invalid`] when the one named is not there, is
/// itself, or goes with it.
pub fn put_after(w: &mut Write<'_>, actor: &Actor, version: VersionId, row: RowId, wish: &Wish) -> Result<Passage> {
    let (draft, permit) = draft_of(w, actor, version)?;
    let before = store::block(w.conn, version, row)?;
    let mut p = Problems::default();
    if !wish.first {
        p.text("after", &wish.after, true, LONGEST);
    }
    p.check()?;
    let step = match step(&store::passages(w.conn, version)?, row, wish) {
        Ok(Some(step)) => step,
        Ok(None) => return Ok(before),
        Err(key) => {
            let mut p = Problems::default();
            p.add("after", key);
            return Err(Error::Invalid(p));
        }
    };
    store::transfer(w, &permit, version, step)?;
    let after = store::block(w.conn, version, row)?;
    store::keep(w, &permit, &draft, Some(&before), &after, Act::Moved)?;
    audit::record(w, &permit, &format!("draft passage {} moved", before.code.unwrap_or_default()), "")?;
    Ok(after)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plans::Matched;

    /// A plan of headings (level above 0) and paragraphs (0), numbered as given; the rows are 11, 12, …, the codes 21, 22, ….
    fn plan(of: &[(i32, &str)]) -> Vec<Passage> {
        let passage = |(position, (level, number)): (i32, &(i32, &str))| Passage {
            row: RowId(i64::from(position) + 10),
            id: None,
            code: Some(position + 20),
            position,
            kind: if *level > 0 { PassageKind::Heading } else { PassageKind::Paragraph },
            level: *level,
            number: (*number).to_owned(),
            block: reader::Block {
                kind: reader::BlockKind::Paragraph,
                body: reader::Body::Text(Vec::new()),
                number: None,
            },
            text: String::new(),
            matched: Matched::New,
            likeness: 0,
            confidence: 1000,
            revision: 1,
        };
        (1..).zip(of).map(passage).collect()
    }

    #[test]
    fn a_passage_goes_where_it_is_told() {
        // Of the second level is the third, of the first the first and the sixth; the others are paragraphs and items.
        let all = plan(&[(1, "1"), (0, ""), (2, "1.1"), (0, "4)"), (0, "5)"), (1, "22"), (0, "4)")]);
        let told = |row: i64, after: &str, section: bool| {
            let wish = Wish { first: after == "head", after: after.to_owned(), section };
            step(&all, RowId(row), &wish).map(|s| s.map(|s| (s.from, s.to, s.after)))
        };
        let table = [
            ((12, "P-026", false), Ok(Some((2, 2, 6)))),
            ((12, "p 25", false), Ok(Some((2, 2, 5)))),
            ((12, "1.1", false), Ok(Some((2, 2, 3)))),
            ((12, "1.1.", false), Ok(Some((2, 2, 3)))),
            ((17, "head", false), Ok(Some((7, 7, 0)))),
            ((13, "P-027", true), Ok(Some((3, 5, 7)))),
            ((13, "P-027", false), Ok(Some((3, 3, 7)))),
            ((13, "head", true), Ok(Some((3, 5, 0)))),
            ((11, "P-027", true), Ok(Some((1, 5, 7)))),
            ((13, "P-024", false), Ok(Some((3, 3, 4)))),
            ((13, "P-024", true), Err("problem-after-within")),
            ((13, "P-023", true), Err("problem-after-itself")),
            ((12, "P-021", false), Ok(None)),
            ((11, "head", true), Ok(None)),
            ((12, "P-099", false), Err("problem-after-unknown")),
            ((12, "capitolo 9", false), Err("problem-after-unknown")),
            ((12, "5", false), Ok(Some((2, 2, 5)))),
            ((12, "4", false), Err("problem-after-several")),
            // The code of one and the number of another.
            ((12, "22", false), Err("problem-after-several")),
            ((13, "P-022", false), Ok(None)),
            ((12, " ", false), Err("problem-required")),
            ((99, "P-021", false), Err("problem-after-unknown")),
        ];
        for ((row, after, section), wanted) in table {
            assert_eq!(told(row, after, section), wanted, "{row} after {after:?}, section {section}");
        }
        assert_eq!([11, 12, 13, 16, 99].map(|row| contained(&all, RowId(row))), [4, 0, 2, 1, 0]);
    }
}
