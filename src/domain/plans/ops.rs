//! The verbs of plans.

use std::collections::{HashMap, HashSet};

use super::compare::{Change, compare};
pub use super::deciding::{
    Kin, codes, decide, decided, ended, kin, lineage, origins, questions, relations, reopen, set_end, set_part,
    undecided,
};
pub use super::editing::{begin, edit, edits, insert, is_published, join, passage, propose, remove, shift, split};
use super::import::Prepared;
use super::model::{ChangeReason, End, FileFormat, Life, Matched, Passage, Reason, Said, Version};
pub use super::placing::put_after;
pub use super::summary::summarize;
use super::{deciding, store};
use crate::access::{Actor, ExplainChange, ImportVersion, Permit, PublishVersion, Subject};
use crate::db::{Conn, Write};
use crate::id::{PassageId, ProcessId, VersionId};
use crate::mail::Params;
use crate::{Error, Problems, Result, audit, processes};

/// Keeps a document as the draft of the next version. A draft that was there is replaced: answers that name it go on naming
/// the passages that are still there, by their codes.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Refused`] when another version was published, or another draft imported, since the document
/// was aligned.
pub fn import(
    w: &mut Write<'_>,
    actor: &Actor,
    process: ProcessId,
    prepared: &Prepared,
    name: &str,
    sha256: &str,
) -> Result<VersionId> {
    let permit: Permit<ImportVersion> = actor.permit(Subject::of(process))?;
    if store::newest_published(w.conn, process)?.map(|v| v.id) != prepared.base {
        return Err(Error::Refused("refused-base-changed"));
    }
    let draft = store::draft(w.conn, process)?;
    if draft.as_ref().map(|d| (d.id, d.imported_at)) != prepared.replaces {
        return Err(Error::Refused("refused-base-changed"));
    }
    let title = processes::ops::by_id(w.conn, process)?.title;
    let name = crate::uploads::named(name);
    let from = store::From { title: &title, source_name: &name, source_sha256: sha256 };
    let id = match &draft {
        Some(draft) => store::replace(w, &permit, draft, prepared, &from)?,
        None => store::insert(w, &permit, process, prepared, &from)?,
    };
    audit::record(w, &permit, &format!("draft from {name}"), "")?;
    Ok(id)
}

/// Throws the draft away.
///
/// # Errors
/// [`Error::Denied`]; [`Error::NotFound`] when there is none.
pub fn discard(w: &mut Write<'_>, actor: &Actor, process: ProcessId) -> Result<()> {
    let permit: Permit<ImportVersion> = actor.permit(Subject::of(process))?;
    let draft = store::draft(w.conn, process)?.ok_or(Error::NotFound)?;
    throw_away(w, &permit, &draft)?;
    audit::record(w, &permit, "draft discarded", "")
}

/// A draft that an answer already cites is not thrown away: the database's foreign keys say so.
fn throw_away(w: &mut Write<'_>, permit: &Permit<ImportVersion>, draft: &Version) -> Result<()> {
    use diesel::result::{DatabaseErrorKind, Error as Sql};
    store::discard(w, permit, draft).map_err(|e| match e {
        Error::Database(Sql::DatabaseError(DatabaseErrorKind::ForeignKeyViolation, _)) => {
            Error::Refused("refused-draft-cited")
        }
        other => other,
    })
}

/// Publishes the draft: immutable from then on. Those who asked to be told are told.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Refused`] while a person is still to say what became of some passages.
pub fn publish(w: &mut Write<'_>, actor: &Actor, version: VersionId, note: &str) -> Result<()> {
    let draft = store::by_id(w.conn, version)?;
    let permit: Permit<PublishVersion> = actor.permit(Subject::of(draft.process_id))?;
    if draft.published_at.is_some() {
        return Err(Error::Refused("refused-version-published"));
    }
    let mut p = Problems::default();
    let note = p.text("note", note, false, 2000);
    p.check()?;
    if !deciding::questions(w.conn, &draft)?.is_empty() {
        return Err(Error::Refused("refused-undecided"));
    }
    store::tidy(w, version)?;
    if let Some(base) = store::newest_published(w.conn, draft.process_id)? {
        for gone in store::ended(w.conn, base.id, version)?.iter().filter(|e| e.said.is_none()) {
            let nowhere = End { passage: gone.id, into: None, said: Said::Program, confidence: 1000, likely: None };
            store::set_end(w, version, &nowhere)?;
        }
    }
    store::drop_blind(w, &draft)?;
    store::forget_leads(w, version)?;
    store::publish(w, &permit, version, &note)?;
    audit::record(w, &permit, &format!("version {} published", draft.number), &note)?;
    let params = Params::from([("version".into(), draft.number.to_string()), ("note".into(), note)]);
    processes::ops::tell_subscribers(w, draft.process_id, "new_version", &params)?;
    Ok(())
}

/// Says why a passage changed in a version that no request explains.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Invalid`]; [`Error::NotFound`].
pub fn explain(
    w: &mut Write<'_>,
    actor: &Actor,
    version: VersionId,
    code: i32,
    kind: Reason,
    note: &str,
) -> Result<()> {
    let of = store::by_id(w.conn, version)?;
    let permit: Permit<ExplainChange> = actor.permit(Subject::of(of.process_id))?;
    let mut p = Problems::default();
    let note = p.text("note", note, true, 2000);
    p.check()?;
    let passage = store::passage_by_code(w.conn, of.process_id, code)?;
    store::explain(w, &permit, version, passage, kind, &note)?;
    audit::record(w, &permit, &format!("passage {code} version {}", of.number), &note)
}

/// Gives one reason for several changes at once.
///
/// # Errors
/// As [`explain`]; [`Error::Invalid`] when no passage is named.
pub fn explain_all(
    w: &mut Write<'_>,
    actor: &Actor,
    version: VersionId,
    codes: &[i32],
    kind: Option<Reason>,
    note: &str,
) -> Result<()> {
    let mut p = Problems::default();
    if codes.is_empty() {
        p.add("codes", "problem-choose-changes");
    }
    if kind.is_none() {
        p.add("kind", "problem-choose");
    }
    p.text("note", note, true, 2000);
    p.check()?;
    let kind = kind.unwrap_or(Reason::Editorial);
    codes.iter().try_for_each(|code| explain(w, actor, version, *code, kind, note))
}

/// The published versions, newest first.
///
/// # Errors
/// The database's.
pub fn published(conn: &mut Conn, process: ProcessId) -> Result<Vec<Version>> {
    store::published(conn, process)
}

/// Which of several processes have a published version: one statement.
///
/// # Errors
/// The database's.
pub fn published_in(conn: &mut Conn, of: &[ProcessId]) -> Result<Vec<ProcessId>> {
    store::published_in(conn, of)
}

/// The newest published version.
///
/// # Errors
/// The database's.
pub fn newest(conn: &mut Conn, process: ProcessId) -> Result<Option<Version>> {
    store::newest_published(conn, process)
}

/// The newest published version of each of some processes: its identifier and number.
///
/// # Errors
/// The database's.
pub fn newest_among(conn: &mut Conn, of: &[ProcessId]) -> Result<HashMap<ProcessId, (VersionId, i32)>> {
    // Numbers rise: the last of a process counts.
    Ok(store::published_among(conn, of)?.into_iter().map(|(process, id, number)| (process, (id, number))).collect())
}

/// The draft, for the staff.
///
/// # Errors
/// [`Error::Denied`].
pub fn draft(conn: &mut Conn, actor: &Actor, process: ProcessId) -> Result<Option<Version>> {
    let _permit: Permit<ImportVersion> = actor.permit(Subject::of(process))?;
    store::draft(conn, process)
}

/// A version by its number: a draft is found by its staff only.
///
/// # Errors
/// [`Error::NotFound`].
pub fn by_number(conn: &mut Conn, actor: &Actor, process: ProcessId, number: i32) -> Result<Version> {
    let version = store::by_number(conn, process, number)?;
    if version.published_at.is_some() || actor.may::<ImportVersion>(process) {
        Ok(version)
    } else {
        Err(Error::NotFound)
    }
}

/// A version by identifier, for operations that have checked who asks.
///
/// # Errors
/// [`Error::NotFound`].
pub fn by_id(conn: &mut Conn, id: VersionId) -> Result<Version> {
    store::by_id(conn, id)
}

/// The passages of a version, in reading order.
///
/// # Errors
/// The database's.
pub fn passages(conn: &mut Conn, version: VersionId) -> Result<Vec<Passage>> {
    store::passages(conn, version)
}

/// How many passages of a version came to their code in each way.
///
/// # Errors
/// The database's.
pub fn matched_counts(conn: &mut Conn, version: VersionId) -> Result<Vec<(Matched, i64)>> {
    store::matched_counts(conn, version)
}

/// A passage in every published version it lives in, newest first.
///
/// # Errors
/// [`Error::NotFound`] when it lives in none.
pub fn lives(conn: &mut Conn, process: ProcessId, code: i32) -> Result<Vec<Life>> {
    let lives = store::lives(conn, process, code)?;
    if lives.is_empty() { Err(Error::NotFound) } else { Ok(lives) }
}

/// In which version a passage ended, and the code of what took its matter in, if it ended.
///
/// # Errors
/// The database's.
pub fn end_of(conn: &mut Conn, passage: PassageId) -> Result<Option<(i32, Option<i32>)>> {
    store::end_of(conn, passage)
}

/// The words of some passages, each in one version: one statement, whatever their number.
///
/// # Errors
/// The database's.
pub fn texts(conn: &mut Conn, of: &[(VersionId, PassageId)]) -> Result<HashMap<(VersionId, PassageId), String>> {
    let ids: Vec<PassageId> = of.iter().map(|(_, p)| *p).collect();
    let rows = store::texts(conn, &ids)?.into_iter();
    let found: HashMap<_, _> = rows.filter_map(|(version, passage, text)| Some(((version, passage?), text))).collect();
    Ok(of.iter().filter_map(|key| Some((*key, found.get(key)?.clone()))).collect())
}

/// Some passages, each as it stands in one version: one statement, whatever their number.
///
/// # Errors
/// The database's.
pub fn blocks(
    conn: &mut Conn,
    of: &[(VersionId, PassageId)],
) -> Result<HashMap<(VersionId, PassageId), reader::Block>> {
    let ids: Vec<PassageId> = of.iter().map(|(_, p)| *p).collect();
    let wanted: HashSet<&(VersionId, PassageId)> = of.iter().collect();
    let rows = store::blocks(conn, &ids)?.into_iter();
    let found = rows.filter_map(|(version, passage, block)| Some(((version, passage?), block)));
    found.filter(|(key, _)| wanted.contains(key)).map(|(key, block)| Ok((key, serde_json::from_str(&block)?))).collect()
}

/// Passages as they stand in some versions, by version and code: one statement, whatever their number.
///
/// # Errors
/// The database's.
pub fn blocks_by_code(
    conn: &mut Conn,
    versions: &[VersionId],
    codes: &[i32],
) -> Result<HashMap<(VersionId, i32), reader::Block>> {
    let rows = store::blocks_by_code(conn, versions, codes)?.into_iter();
    rows.map(|(version, code, block)| Ok(((version, code), serde_json::from_str(&block)?))).collect()
}

/// The last words of some passages, draft or not: one statement, whatever their number.
///
/// # Errors
/// The database's.
pub fn last_words(conn: &mut Conn, of: &[PassageId]) -> Result<HashMap<PassageId, String>> {
    let mut rows = store::texts(conn, of)?;
    // Identifiers rise: the newest version last.
    rows.sort_by_key(|(version, ..)| *version);
    Ok(rows.into_iter().filter_map(|(_, passage, text)| Some((passage?, text))).collect())
}

/// The passage behind a code.
///
/// # Errors
/// [`Error::NotFound`].
pub fn passage_by_code(conn: &mut Conn, process: ProcessId, code: i32) -> Result<PassageId> {
    store::passage_by_code(conn, process, code)
}

/// What changed from one version to another.
///
/// # Errors
/// The database's.
pub fn changes(conn: &mut Conn, before: VersionId, after: VersionId) -> Result<Vec<Change>> {
    Ok(compare(&store::passages(conn, before)?, &store::passages(conn, after)?))
}

/// The reasons given for changes that no request explains.
///
/// # Errors
/// The database's.
pub fn reasons(conn: &mut Conn, version: VersionId) -> Result<Vec<ChangeReason>> {
    reasons_among(conn, &[version])
}

/// The reasons given in some versions.
///
/// # Errors
/// The database's.
pub fn reasons_among(conn: &mut Conn, of: &[VersionId]) -> Result<Vec<ChangeReason>> {
    Ok(store::reasons(conn, of, None)?.into_iter().map(|(_, reason)| reason).collect())
}

/// The reasons given for the changes of one passage, with the number of the version.
///
/// # Errors
/// The database's.
pub fn reasons_of(conn: &mut Conn, passage: PassageId) -> Result<Vec<(i32, ChangeReason)>> {
    store::reasons(conn, &[], Some(passage))
}

/// The passages that ended in some versions, with the code of what took their matter in, if anything did.
///
/// # Errors
/// The database's.
pub fn ends_among(conn: &mut Conn, of: &[VersionId]) -> Result<Vec<(PassageId, Option<i32>)>> {
    store::ends_among(conn, of)
}

/// A picture of a plan: its media type, its bytes, and whether a published version shows it. One that only a draft shows is found
/// by its staff only.
///
/// # Errors
/// [`Error::NotFound`].
pub fn image(conn: &mut Conn, actor: &Actor, process: ProcessId, sha256: &str) -> Result<(String, Vec<u8>, bool)> {
    let (kind, bytes, public) = store::image(conn, process, sha256)?;
    if public || actor.may::<ImportVersion>(process) { Ok((kind, bytes, public)) } else { Err(Error::NotFound) }
}

/// The pictures a version shows, by name, for who prints it.
///
/// # Errors
/// The database's.
pub fn pictures(conn: &mut Conn, version: VersionId) -> Result<HashMap<String, Vec<u8>>> {
    Ok(store::pictures(conn, version)?.into_iter().collect())
}

/// A file of a published version, and its SHA-256; none while nobody has asked for it.
///
/// # Errors
/// The database's.
pub fn file(conn: &mut Conn, version: VersionId, format: FileFormat) -> Result<Option<(Vec<u8>, String)>> {
    store::file(conn, version, format)
}

/// The files of a published version that were made, and how many bytes they have.
///
/// # Errors
/// The database's.
pub fn files(conn: &mut Conn, version: VersionId) -> Result<Vec<(FileFormat, i64)>> {
    store::files(conn, version)
}

/// Keeps a file of a published version, which says nothing that the version does not: no act of anybody's. Made twice, the first
/// stays.
///
/// # Errors
/// The database's; a trigger refuses the file of a draft.
pub fn keep_file(w: &mut Write<'_>, version: VersionId, format: FileFormat, bytes: &[u8]) -> Result<()> {
    store::keep_file(w, version, format, bytes)
}
