//! The hash chain: each entry commits to what was received by `SHA-256(salt, content)` and to the entry before it. Whoever
//! holds a receipt can check their words against the published chain; erasing salt and text leaves the chain whole.

use diesel::prelude::*;
use serde::Serialize;

use crate::clock::Instant;
use crate::db::schema::register_entries as entries;
use crate::db::{Conn, Counter, Write, next};
use crate::id::{ProcessId, sha256};
use crate::paging::{Page, Slice};
use crate::{Result, text_enum};

text_enum! {
    /// What an entry tells.
    Entered {
        /// It was received.
        Received = "received",
        /// Its author changed it.
        Edited = "edited",
        /// Its author withdrew it.
        Withdrawn = "withdrawn",
        /// Moderation passed it.
        Published = "published",
        /// Moderation put it aside.
        Held = "held",
        /// Moderation refused it.
        Refused = "refused",
        /// Parts were blacked out; the original is sealed.
        Redacted = "redacted",
        /// It repeats an earlier one.
        Duplicate = "duplicate",
        /// It no longer counts as a repetition.
        Reinstated = "reinstated",
        /// A person's right to erasure destroyed its text.
        Erased = "erased",
        /// The document of an act: its commitment is the SHA-256 of the file, without salt, so that whoever has the file finds it here.
        File = "file",
    }
}

/// What stands before the first entry.
pub const GENESIS: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// One entry of the chain; public.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Serialize)]
#[diesel(table_name = crate::db::schema::register_entries)]
pub struct Entry {
    /// From 1, without gaps.
    pub seq: i32,
    /// When it was entered.
    pub at: Instant,
    /// What it tells.
    pub act: Entered,
    /// The contribution's number.
    pub number: i32,
    /// Its revision.
    pub revision: i32,
    /// SHA-256 over salt and content.
    pub commitment: String,
    /// The hash of the entry before.
    pub previous: String,
    /// SHA-256 over this entry and the one before.
    pub hash: String,
}

impl Entry {
    /// The hash this entry must have: SHA-256 over its fields joined by `|`, the instant in microseconds.
    pub fn expected_hash(&self) -> String {
        let Self { seq, at, act, number, revision, commitment, previous, .. } = self;
        let act = act.as_str();
        sha256(format!("{previous}|{seq}|{}|{act}|{number}|{revision}|{commitment}", at.0))
    }
}

/// The commitment to a text: SHA-256 over salt, number, revision, text and proposed wording, joined by NUL, which no text
/// may hold.
pub fn commitment(salt: &str, number: i32, revision: i32, text: &str, proposed: &str) -> String {
    sha256(format!("{salt}\0{number}\0{revision}\0{text}\0{proposed}"))
}

/// Adds an entry; the row of the counter keeps others waiting until this transaction ends.
///
/// # Errors
/// The database's.
pub fn append(
    w: &mut Write<'_>,
    process: ProcessId,
    act: Entered,
    number: i32,
    revision: i32,
    commitment: &str,
) -> Result<Entry> {
    let seq = next(w, process, Counter::Chain, 1)?;
    let previous = if seq == 1 {
        GENESIS.to_owned()
    } else {
        entries::table.find((process, seq - 1)).select(entries::hash).first(w.conn)?
    };
    let mut entry = Entry {
        seq,
        at: w.now,
        act,
        number,
        revision,
        commitment: commitment.to_owned(),
        previous,
        hash: String::new(),
    };
    entry.hash = entry.expected_hash();
    diesel::insert_into(entries::table)
        .values((
            entries::process_id.eq(process),
            entries::seq.eq(seq),
            entries::at.eq(entry.at),
            entries::act.eq(act),
            entries::number.eq(number),
            entries::revision.eq(revision),
            entries::commitment.eq(commitment),
            entries::previous.eq(&entry.previous),
            entries::hash.eq(&entry.hash),
        ))
        .execute(w.conn)?;
    Ok(entry)
}

/// A page of the chain, oldest first.
///
/// # Errors
/// The database's.
pub fn entries(conn: &mut Conn, process: ProcessId, page: Page) -> Result<Slice<Entry>> {
    let rows = entries::table
        .filter(entries::process_id.eq(process))
        .order(entries::seq)
        .select(Entry::as_select())
        .limit(page.limit())
        .offset(page.offset())
        .load(conn)?;
    Ok(page.slice(rows))
}

/// The entries of one contribution, oldest first.
///
/// # Errors
/// The database's.
pub fn entries_of(conn: &mut Conn, process: ProcessId, number: i32) -> Result<Vec<Entry>> {
    let of = entries::table.filter(entries::process_id.eq(process).and(entries::number.eq(number)));
    Ok(of.order(entries::seq).select(Entry::as_select()).load(conn)?)
}

/// The last act among some that was entered for a contribution.
///
/// # Errors
/// The database's.
pub fn last_of(conn: &mut Conn, process: ProcessId, number: i32, among: &[Entered]) -> Result<Option<Entered>> {
    let of = entries::table.filter(entries::process_id.eq(process).and(entries::number.eq(number)));
    let some = of.filter(entries::act.eq_any(among)).order(entries::seq.desc());
    Ok(some.select(entries::act).first(conn).optional()?)
}

/// How many entries there are, and the hash of the last.
///
/// # Errors
/// The database's.
pub fn head(conn: &mut Conn, process: ProcessId) -> Result<(i32, String)> {
    let last = entries::table
        .filter(entries::process_id.eq(process))
        .order(entries::seq.desc())
        .select((entries::seq, entries::hash))
        .first(conn)
        .optional()?;
    Ok(last.unwrap_or_else(|| (0, GENESIS.to_owned())))
}

/// What checking a chain found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Check {
    /// How many entries there are.
    pub entries: i32,
    /// The last hash: who publishes it elsewhere can prove that nothing was changed before.
    pub head: String,
    /// The first entry that does not follow from the one before.
    pub broken_at: Option<i32>,
}

/// Recomputes the whole chain, a thousand entries at a time.
///
/// # Errors
/// The database's.
pub fn check(conn: &mut Conn, process: ProcessId) -> Result<Check> {
    let mut found = Check { entries: 0, head: GENESIS.to_owned(), broken_at: None };
    loop {
        let rows: Vec<Entry> = entries::table
            .filter(entries::process_id.eq(process).and(entries::seq.gt(found.entries)))
            .order(entries::seq)
            .select(Entry::as_select())
            .limit(1000)
            .load(conn)?;
        if rows.is_empty() {
            return Ok(found);
        }
        for entry in rows {
            let follows =
                entry.seq == found.entries + 1 && entry.previous == found.head && entry.hash == entry.expected_hash();
            if !follows && found.broken_at.is_none() {
                found.broken_at = Some(entry.seq);
            }
            found.entries = entry.seq;
            found.head = entry.hash;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn any_change_shows(text in "[a-z ]{1,40}", other in "[a-z ]{1,40}") {
            let of = |t: &str| commitment("00", 1, 1, t, "");
            prop_assert_eq!(of(&text) == of(&other), text == other);
        }
    }
}
