//! Acts of other bodies in the register: their number, day and file beside the contribution (`docs/decisions/0031-acts.md`). The file
//! stands in parts, so that whoever reads it never holds it whole.

use std::collections::HashMap;

use diesel::prelude::*;

use super::chain::{self, Entered};
use super::model::{Act, Contribution, Kind, NewAct};
use super::store;
use crate::access::{Actor, EnterOther, Permit, Subject};
use crate::db::schema::{contributions, register_act_parts as parts, register_acts as acts};
use crate::db::{Conn, Write};
use crate::id::{ContributionId, ProcessId, sha256};
use crate::{Problems, Result, audit, error::Found, uploads};

/// What stands for the number of an act that has none, as registries write it: a letter may come without a protocol number.
pub const NO_NUMBER: &str = "s.n.";

/// What is typed of an act, trimmed and checked.
///
/// # Errors
/// [`crate::Error::Invalid`].
pub fn checked(new: NewAct) -> Result<NewAct> {
    let mut p = Problems::default();
    let title = p.text("title", &new.title, true, 500);
    let typed = p.text("act_number", &new.number, false, 100);
    let number = if typed.is_empty() { NO_NUMBER.to_owned() } else { typed };
    uploads::check(&mut p, &new.bytes);
    p.check()?;
    let file_name = uploads::named(&new.file_name);
    Ok(NewAct { title, number, file_name, ..new })
}

/// Keeps the act of a contribution, and its file, whose SHA-256 enters the chain.
///
/// # Errors
/// The database's.
pub fn keep(w: &mut Write<'_>, _permit: &Permit<EnterOther>, of: ContributionId, new: &NewAct) -> Result<()> {
    diesel::insert_into(acts::table)
        .values((
            acts::contribution_id.eq(of),
            acts::kind.eq(new.kind),
            acts::title.eq(&new.title),
            acts::act_number.eq(&new.number),
            acts::act_date.eq(new.date),
            acts::file_name.eq(&new.file_name),
            acts::content_type.eq(&new.content_type),
            acts::sha256.eq(sha256(&new.bytes)),
            acts::size.eq(uploads::size(&new.bytes)?),
            acts::file_public.eq(new.file_public),
        ))
        .execute(w.conn)?;
    for (position, bytes) in uploads::parts(&new.bytes) {
        diesel::insert_into(parts::table)
            .values((parts::contribution_id.eq(of), parts::position.eq(position), parts::bytes.eq(bytes)))
            .execute(w.conn)?;
    }
    seal(w, of, &sha256(&new.bytes))
}

/// Puts the SHA-256 of an act's file into the chain: an entry of its own, so that what others commit to stays as it was
/// (`docs/decisions/0039-files-of-acts-in-the-chain.md`).
fn seal(w: &mut Write<'_>, of: ContributionId, sha256: &str) -> Result<()> {
    let contribution = store::by_id(w.conn, of)?;
    let (process, number, revision) = (contribution.process_id, contribution.number, contribution.revision);
    let entry = chain::append(w, process, Entered::File, number, revision, sha256)?;
    diesel::update(acts::table.find(of)).set(acts::entry_seq.eq(entry.seq)).execute(w.conn)?;
    Ok(())
}

/// Seals the files of acts that were received before files were; how many. It says nothing new of them, so nobody is asked.
///
/// # Errors
/// The database's.
pub fn seal_earlier(w: &mut Write<'_>) -> Result<usize> {
    let open = acts::table.filter(acts::entry_seq.is_null()).order(acts::contribution_id);
    let found: Vec<(ContributionId, String)> =
        open.select((acts::contribution_id, acts::sha256)).limit(100).load(w.conn)?;
    for (of, sha256) in &found {
        seal(w, *of, sha256)?;
    }
    Ok(found.len())
}

/// The acts among some contributions; no statement where none of them is one.
///
/// # Errors
/// The database's.
pub fn among(conn: &mut Conn, of: &[&Contribution]) -> Result<HashMap<ContributionId, Act>> {
    let ids: Vec<ContributionId> = of.iter().filter(|c| c.kind == Kind::Act).map(|c| c.id).collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<Act> = acts::table.filter(acts::contribution_id.eq_any(&ids)).select(Act::as_select()).load(conn)?;
    Ok(rows.into_iter().map(|a| (a.contribution_id, a)).collect())
}

/// Every act of a process with its contribution and who issued it, by the contribution's number.
///
/// # Errors
/// The database's.
pub fn of_process(conn: &mut Conn, process: ProcessId) -> Result<Vec<(Contribution, Act, String)>> {
    use crate::db::schema::organisations;
    Ok(acts::table
        .inner_join(contributions::table.on(contributions::id.eq(acts::contribution_id)))
        .inner_join(organisations::table.on(contributions::organisation_id.eq(organisations::id.nullable())))
        .filter(contributions::process_id.eq(process))
        .order(contributions::number)
        .select((Contribution::as_select(), Act::as_select(), organisations::name))
        .load(conn)?)
}

/// The act of a contribution.
///
/// # Errors
/// [`crate::Error::NotFound`] when it is none.
pub fn of(conn: &mut Conn, id: ContributionId) -> Result<Act> {
    acts::table.find(id).select(Act::as_select()).first(conn).found()
}

/// A part of an act's file, from 0; nothing after the last one. Whoever asks has been told that they may read it.
///
/// # Errors
/// The database's.
pub fn part(conn: &mut Conn, id: ContributionId, position: i32) -> Result<Option<Vec<u8>>> {
    Ok(parts::table.find((id, position)).select(parts::bytes).first(conn).optional()?)
}

/// Lets everybody read the file of an act, or keeps it with the staff.
///
/// # Errors
/// [`crate::Error::Denied`]; [`crate::Error::NotFound`] for what is no act.
pub fn show_file(w: &mut Write<'_>, actor: &Actor, process: ProcessId, number: i32, public: bool) -> Result<()> {
    let permit: Permit<EnterOther> = actor.permit(Subject::of(process))?;
    let contribution = store::by_number(w.conn, process, number)?;
    if of(w.conn, contribution.id)?.file_public == public {
        return Ok(());
    }
    diesel::update(acts::table.find(contribution.id)).set(acts::file_public.eq(public)).execute(w.conn)?;
    let what = if public { "shown" } else { "kept back" };
    audit::record(w, &permit, &format!("file of contribution {number} {what}"), "")
}
