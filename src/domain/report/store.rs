//! The SQL of reports, their files and the participants the staff entered.

use diesel::prelude::*;

use super::model::{Entry, EntryChannel, Format, Frozen, Report};
use crate::access::{Permit, PrepareReport, PublishReport};
use crate::db::schema::{contributions, organisations, participant_entries as entries, report_files, reports};
use crate::db::{Conn, Counter, Write, next};
use crate::id::{AccountId, ProcessId, ReportId, RowId, sha256};
use crate::register::{Channel, Kind, Moderation};
use crate::{Result, error::Found};

pub fn insert_entry(
    w: &mut Write<'_>,
    p: &Permit<PrepareReport>,
    process: ProcessId,
    channel: EntryChannel,
    organisation: &str,
    citizens: i32,
) -> Result<()> {
    diesel::insert_into(entries::table)
        .values((
            entries::id.eq(RowId::fresh(w.now)),
            entries::process_id.eq(process),
            entries::channel.eq(channel),
            entries::organisation.eq(organisation),
            entries::citizens.eq(citizens),
            entries::entered_by.eq(p.somebody()?),
            entries::entered_at.eq(w.now),
        ))
        .execute(w.conn)?;
    Ok(())
}

pub fn delete_entry(w: &mut Write<'_>, _p: &Permit<PrepareReport>, process: ProcessId, id: RowId) -> Result<usize> {
    Ok(diesel::delete(entries::table.find(id).filter(entries::process_id.eq(process))).execute(w.conn)?)
}

pub fn entries_of(conn: &mut Conn, process: ProcessId) -> Result<Vec<Entry>> {
    let rows = entries::table.filter(entries::process_id.eq(process)).order(entries::id);
    Ok(rows.select(Entry::as_select()).limit(10_000).load(conn)?)
}

/// Organisation's name or none, account, whoever sent it by another channel, whether it came late, what it is.
pub type Sender = (Option<String>, Option<AccountId>, String, bool, Kind);

/// Who sent contributions that moderation published, shown or not, and their authors did not withdraw: a name nobody has
/// looked at is not public. Who spoke at a table took part in an event, and is counted there.
pub fn senders(conn: &mut Conn, process: ProcessId) -> Result<Vec<Sender>> {
    Ok(contributions::table
        .left_join(organisations::table.on(contributions::organisation_id.eq(organisations::id.nullable())))
        .filter(
            contributions::process_id
                .eq(process)
                .and(contributions::withdrawn_at.is_null())
                .and(contributions::channel.ne(Channel::Table))
                .and(contributions::moderation.eq(Moderation::Published)),
        )
        .order(contributions::number)
        .select((
            organisations::name.nullable(),
            contributions::account_id,
            contributions::sender,
            contributions::late,
            contributions::kind,
        ))
        .load(conn)?)
}

pub fn insert(
    w: &mut Write<'_>,
    p: &Permit<PublishReport>,
    process: ProcessId,
    content: &str,
    files: &[Frozen],
) -> Result<i32> {
    let id = ReportId::fresh(w.now);
    let number = next(w, process, Counter::Report, 1)?;
    diesel::insert_into(reports::table)
        .values((
            reports::id.eq(id),
            reports::process_id.eq(process),
            reports::number.eq(number),
            reports::content.eq(content),
            reports::content_sha256.eq(sha256(content)),
            reports::published_by.eq(p.somebody()?),
            reports::published_at.eq(w.now),
            reports::withdrawn_reason.eq(""),
        ))
        .execute(w.conn)?;
    for file in files {
        diesel::insert_into(report_files::table)
            .values((
                report_files::report_id.eq(id),
                report_files::format.eq(file.format),
                report_files::sha256.eq(sha256(&file.bytes)),
                report_files::bytes.eq(&file.bytes),
            ))
            .execute(w.conn)?;
    }
    Ok(number)
}

/// False where it was withdrawn before.
pub fn withdraw(w: &mut Write<'_>, _p: &Permit<PublishReport>, id: ReportId, reason: &str) -> Result<bool> {
    let standing = reports::table.find(id).filter(reports::withdrawn_at.is_null());
    let changed = diesel::update(standing)
        .set((reports::withdrawn_at.eq(w.now), reports::withdrawn_reason.eq(reason)))
        .execute(w.conn)?;
    Ok(changed > 0)
}

pub fn of_process(conn: &mut Conn, process: ProcessId) -> Result<Vec<Report>> {
    let rows = reports::table.filter(reports::process_id.eq(process)).order(reports::number.desc());
    Ok(rows.select(Report::as_select()).limit(100).load(conn)?)
}

pub fn published_in(conn: &mut Conn, of: &[ProcessId]) -> Result<Vec<ProcessId>> {
    let found = reports::table.filter(reports::process_id.eq_any(of).and(reports::withdrawn_at.is_null()));
    Ok(found.select(reports::process_id).distinct().load(conn)?)
}

pub fn by_number(conn: &mut Conn, process: ProcessId, number: i32) -> Result<(Report, String)> {
    let found = reports::table.filter(reports::process_id.eq(process).and(reports::number.eq(number)));
    found.select((Report::as_select(), reports::content)).first(conn).found()
}

pub fn file(conn: &mut Conn, report: ReportId, format: Format) -> Result<(Vec<u8>, String)> {
    report_files::table.find((report, format)).select((report_files::bytes, report_files::sha256)).first(conn).found()
}

/// Form, size and SHA-256 of a report's files, without their bytes.
pub fn files(conn: &mut Conn, report: ReportId) -> Result<Vec<(Format, i64, String)>> {
    let size = diesel::dsl::sql::<diesel::sql_types::BigInt>("CAST(length(bytes) AS BIGINT)");
    let rows = report_files::table.filter(report_files::report_id.eq(report)).order(report_files::format);
    Ok(rows.select((report_files::format, size, report_files::sha256)).load(conn)?)
}
