//! The SQL of processes and of what they are made of.

use diesel::prelude::*;

use super::model::{Act, Document, Facts, Figure, NewAct, Phase, Process, Promoter};
use crate::access::{CreateProcess, ManageOwnAccount, ManageProcess, Permit, PrepareReport};
use crate::db::schema::{accounts, acts, documents, figures, phases, processes, promoters, subscriptions};
use crate::db::{Conn, Write};
use crate::id::{AccountId, PhaseId, ProcessId, RowId};
use crate::{Result, error::Found};

pub fn insert(w: &mut Write<'_>, _p: &Permit<CreateProcess>, slug: &str, facts: &Facts) -> Result<ProcessId> {
    let id = ProcessId::fresh(w.now);
    diesel::insert_into(processes::table)
        .values((
            processes::id.eq(id),
            processes::slug.eq(slug),
            processes::title.eq(&facts.title),
            processes::summary.eq(&facts.summary),
            processes::founding_act.eq(&facts.founding_act),
            processes::founded_on.eq(facts.founded_on),
            processes::contact.eq(&facts.contact),
            processes::facilitator.eq(&facts.facilitator),
            processes::introduction.eq(""),
            processes::thanks.eq(""),
            processes::created_at.eq(w.now),
        ))
        .execute(w.conn)?;
    Ok(id)
}

pub fn update(w: &mut Write<'_>, _p: &Permit<ManageProcess>, id: ProcessId, facts: &Facts) -> Result<()> {
    diesel::update(processes::table.find(id))
        .set((
            processes::title.eq(&facts.title),
            processes::summary.eq(&facts.summary),
            processes::founding_act.eq(&facts.founding_act),
            processes::founded_on.eq(facts.founded_on),
            processes::contact.eq(&facts.contact),
            processes::facilitator.eq(&facts.facilitator),
        ))
        .execute(w.conn)?;
    Ok(())
}

pub fn set_words(
    w: &mut Write<'_>,
    _p: &Permit<PrepareReport>,
    id: ProcessId,
    introduction: &str,
    thanks: &str,
) -> Result<()> {
    diesel::update(processes::table.find(id))
        .set((processes::introduction.eq(introduction), processes::thanks.eq(thanks)))
        .execute(w.conn)?;
    Ok(())
}

pub fn publish(w: &mut Write<'_>, _p: &Permit<ManageProcess>, id: ProcessId) -> Result<()> {
    diesel::update(processes::table.find(id).filter(processes::published_at.is_null()))
        .set(processes::published_at.eq(w.now))
        .execute(w.conn)?;
    Ok(())
}

pub fn by_slug(conn: &mut Conn, slug: &str) -> Result<Process> {
    processes::table.filter(processes::slug.eq(slug)).select(Process::as_select()).first(conn).found()
}

pub fn by_id(conn: &mut Conn, id: ProcessId) -> Result<Process> {
    processes::table.find(id).select(Process::as_select()).first(conn).found()
}

pub fn by_ids(conn: &mut Conn, of: &[ProcessId]) -> Result<Vec<Process>> {
    Ok(processes::table.filter(processes::id.eq_any(of)).select(Process::as_select()).load(conn)?)
}

pub fn all(conn: &mut Conn, limit: i64) -> Result<Vec<Process>> {
    Ok(processes::table.select(Process::as_select()).order(processes::id.desc()).limit(limit).load(conn)?)
}

/// Promoters' names of several processes.
pub fn promoter_names(conn: &mut Conn, of: &[ProcessId]) -> Result<Vec<(ProcessId, String)>> {
    Ok(promoters::table
        .filter(promoters::process_id.eq_any(of))
        .order((promoters::process_id, promoters::position))
        .select((promoters::process_id, promoters::name))
        .load(conn)?)
}

pub fn phases_of(conn: &mut Conn, of: &[ProcessId]) -> Result<Vec<(ProcessId, Phase)>> {
    Ok(phases::table
        .filter(phases::process_id.eq_any(of))
        .order((phases::process_id, phases::position))
        .select((phases::process_id, Phase::as_select()))
        .load(conn)?)
}

pub fn promoters_of(conn: &mut Conn, of: ProcessId) -> Result<Vec<Promoter>> {
    let rows = promoters::table.filter(promoters::process_id.eq(of)).order(promoters::position);
    Ok(rows.select(Promoter::as_select()).load(conn)?)
}

pub fn figures_of(conn: &mut Conn, of: ProcessId) -> Result<Vec<Figure>> {
    let rows = figures::table.filter(figures::process_id.eq(of)).order(figures::position);
    Ok(rows.select(Figure::as_select()).load(conn)?)
}

pub fn documents_of(conn: &mut Conn, of: ProcessId) -> Result<Vec<Document>> {
    let rows = documents::table.filter(documents::process_id.eq(of)).order(documents::position);
    Ok(rows.select(Document::as_select()).load(conn)?)
}

pub fn acts_of(conn: &mut Conn, of: ProcessId) -> Result<Vec<Act>> {
    Ok(acts::table.filter(acts::process_id.eq(of)).order(acts::id).select(Act::as_select()).load(conn)?)
}

pub fn set_promoters(w: &mut Write<'_>, _p: &Permit<ManageProcess>, of: ProcessId, list: &[Promoter]) -> Result<()> {
    diesel::delete(promoters::table.filter(promoters::process_id.eq(of))).execute(w.conn)?;
    for (position, x) in (1..).zip(list) {
        diesel::insert_into(promoters::table)
            .values((
                promoters::id.eq(RowId::fresh(w.now)),
                promoters::process_id.eq(of),
                promoters::position.eq(position),
                promoters::name.eq(&x.name),
                promoters::contact.eq(&x.contact),
                promoters::act_kind.eq(&x.act_kind),
                promoters::act_number.eq(&x.act_number),
                promoters::act_date.eq(x.act_date),
            ))
            .execute(w.conn)?;
    }
    Ok(())
}

/// Phases that are still there keep their identity, because figures speak of them; an identity this process does not have
/// is a new phase.
pub fn set_phases(
    w: &mut Write<'_>,
    _p: &Permit<ManageProcess>,
    of: ProcessId,
    list: &[Phase],
) -> Result<Vec<PhaseId>> {
    let known: Vec<PhaseId> = phases::table.filter(phases::process_id.eq(of)).select(phases::id).load(w.conn)?;
    let gone: Vec<PhaseId> = known.iter().copied().filter(|k| list.iter().all(|x| x.id != *k)).collect();
    let mut ids: Vec<PhaseId> = Vec::with_capacity(list.len());
    diesel::update(figures::table.filter(figures::phase_id.eq_any(gone.iter().map(|g| Some(*g)))))
        .set(figures::phase_id.eq(None::<PhaseId>))
        .execute(w.conn)?;
    diesel::delete(phases::table.filter(phases::id.eq_any(&gone))).execute(w.conn)?;
    for (i, x) in list.iter().enumerate() {
        let facts = (
            phases::position.eq(i32::try_from(i).unwrap_or(i32::MAX) + 1),
            phases::kind.eq(x.kind),
            phases::title.eq(&x.title),
            phases::description.eq(&x.description),
            phases::starts_on.eq(x.starts_on),
            phases::ends_on.eq(x.ends_on),
        );
        if known.contains(&x.id) && !ids.contains(&x.id) {
            diesel::update(phases::table.find(x.id)).set(facts).execute(w.conn)?;
            ids.push(x.id);
        } else {
            let id = PhaseId::fresh(w.now);
            diesel::insert_into(phases::table)
                .values((phases::id.eq(id), phases::process_id.eq(of), facts))
                .execute(w.conn)?;
            ids.push(id);
        }
    }
    Ok(ids)
}

pub fn set_figures(w: &mut Write<'_>, _p: &Permit<ManageProcess>, of: ProcessId, list: &[Figure]) -> Result<()> {
    diesel::delete(figures::table.filter(figures::process_id.eq(of))).execute(w.conn)?;
    for (position, x) in (1..).zip(list) {
        diesel::insert_into(figures::table)
            .values((
                figures::id.eq(RowId::fresh(w.now)),
                figures::process_id.eq(of),
                figures::phase_id.eq(x.phase_id),
                figures::position.eq(position),
                figures::label.eq(&x.label),
                figures::value.eq(&x.value),
            ))
            .execute(w.conn)?;
    }
    Ok(())
}

pub fn set_documents(w: &mut Write<'_>, _p: &Permit<ManageProcess>, of: ProcessId, list: &[Document]) -> Result<()> {
    diesel::delete(documents::table.filter(documents::process_id.eq(of))).execute(w.conn)?;
    for (position, x) in (1..).zip(list) {
        diesel::insert_into(documents::table)
            .values((
                documents::id.eq(RowId::fresh(w.now)),
                documents::process_id.eq(of),
                documents::position.eq(position),
                documents::title.eq(&x.title),
                documents::note.eq(&x.note),
                documents::link.eq(&x.link),
            ))
            .execute(w.conn)?;
    }
    Ok(())
}

pub fn insert_act(w: &mut Write<'_>, p: &Permit<PrepareReport>, of: ProcessId, act: &NewAct) -> Result<RowId> {
    let id = RowId::fresh(w.now);
    diesel::insert_into(acts::table)
        .values((
            acts::id.eq(id),
            acts::process_id.eq(of),
            acts::body.eq(&act.body),
            acts::title.eq(&act.title),
            acts::act_number.eq(&act.act_number),
            acts::act_date.eq(act.act_date),
            acts::note.eq(&act.note),
            acts::entered_by.eq(p.somebody()?),
            acts::entered_at.eq(w.now),
        ))
        .execute(w.conn)?;
    Ok(id)
}

pub fn update_act(
    w: &mut Write<'_>,
    _p: &Permit<PrepareReport>,
    of: ProcessId,
    id: RowId,
    act: &NewAct,
) -> Result<usize> {
    Ok(diesel::update(acts::table.find(id).filter(acts::process_id.eq(of)))
        .set((
            acts::body.eq(&act.body),
            acts::title.eq(&act.title),
            acts::act_number.eq(&act.act_number),
            acts::act_date.eq(act.act_date),
            acts::note.eq(&act.note),
        ))
        .execute(w.conn)?)
}

pub fn delete_act(w: &mut Write<'_>, _p: &Permit<PrepareReport>, of: ProcessId, id: RowId) -> Result<()> {
    diesel::delete(acts::table.find(id).filter(acts::process_id.eq(of))).execute(w.conn)?;
    Ok(())
}

pub fn is_subscribed(conn: &mut Conn, of: ProcessId, account: AccountId) -> Result<bool> {
    Ok(subscriptions::table.find((of, account)).count().get_result::<i64>(conn)? > 0)
}

pub fn subscribe(w: &mut Write<'_>, _p: &Permit<ManageOwnAccount>, of: ProcessId, account: AccountId) -> Result<()> {
    if !is_subscribed(w.conn, of, account)? {
        let row = (
            subscriptions::process_id.eq(of),
            subscriptions::account_id.eq(account),
            subscriptions::created_at.eq(w.now),
        );
        diesel::insert_into(subscriptions::table).values(row).execute(w.conn)?;
    }
    Ok(())
}

pub fn unsubscribe(w: &mut Write<'_>, _p: &Permit<ManageOwnAccount>, of: ProcessId, account: AccountId) -> Result<()> {
    diesel::delete(subscriptions::table.find((of, account))).execute(w.conn)?;
    Ok(())
}

/// Addresses and languages of those who asked to be told.
pub fn subscribers(conn: &mut Conn, of: ProcessId) -> Result<Vec<(String, String)>> {
    Ok(subscriptions::table
        .inner_join(accounts::table.on(accounts::id.eq(subscriptions::account_id)))
        .filter(subscriptions::process_id.eq(of).and(accounts::confirmed_at.is_not_null()))
        .select((accounts::email, accounts::lang))
        .load::<(String, String)>(conn)?)
}
