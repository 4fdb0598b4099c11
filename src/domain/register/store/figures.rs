//! The SQL of figures, and of what the reports ask of all contributions of a process at once.

use diesel::prelude::*;

use crate::Result;
use crate::db::Conn;
use crate::db::schema::contributions;
use crate::id::{PassageId, ProcessId};
use crate::register::{Channel, Kind, Moderation};

/// How many shown contributions each passage of a process has.
pub fn shown_by_passage(conn: &mut Conn, process: ProcessId) -> Result<Vec<(Option<PassageId>, i64)>> {
    Ok(contributions::table
        .filter(
            contributions::process_id
                .eq(process)
                .and(contributions::shown.eq(true))
                .and(contributions::moderation.eq(Moderation::Published))
                .and(contributions::withdrawn_at.is_null())
                .and(contributions::duplicate_of.is_null()),
        )
        .group_by(contributions::passage_id)
        .select((contributions::passage_id, diesel::dsl::count_star()))
        .load(conn)?)
}

/// How many organisations sent contributions that moderation published, in time: those the list of participants names.
pub fn organisations(conn: &mut Conn, process: ProcessId) -> Result<i64> {
    let standing = contributions::table.filter(
        contributions::process_id
            .eq(process)
            .and(contributions::withdrawn_at.is_null())
            .and(contributions::late.eq(false))
            .and(contributions::moderation.eq(Moderation::Published)),
    );
    Ok(standing.select(diesel::dsl::count(contributions::organisation_id).aggregate_distinct()).first(conn)?)
}

/// How many contributions were received: in time or late, by state of moderation.
pub fn counts(conn: &mut Conn, process: ProcessId) -> Result<Vec<(bool, Moderation, i64)>> {
    Ok(contributions::table
        .filter(contributions::process_id.eq(process))
        .group_by((contributions::late, contributions::moderation))
        .select((contributions::late, contributions::moderation, diesel::dsl::count_star()))
        .load(conn)?)
}

/// How many stand in each state of moderation; what was withdrawn needs none.
pub fn to_moderate(conn: &mut Conn, process: ProcessId) -> Result<Vec<(Moderation, i64)>> {
    Ok(contributions::table
        .filter(contributions::process_id.eq(process).and(contributions::withdrawn_at.is_null()))
        .group_by(contributions::moderation)
        .select((contributions::moderation, diesel::dsl::count_star()))
        .load(conn)?)
}

pub fn ways(conn: &mut Conn, process: ProcessId) -> Result<Vec<(i32, Channel, Kind, bool)>> {
    let all = contributions::table.filter(contributions::process_id.eq(process)).order(contributions::number);
    Ok(all
        .select((contributions::number, contributions::channel, contributions::kind, contributions::late))
        .load(conn)?)
}

pub fn late_numbers(conn: &mut Conn, process: ProcessId) -> Result<Vec<i32>> {
    let late = contributions::table.filter(contributions::process_id.eq(process).and(contributions::late.eq(true)));
    Ok(late.select(contributions::number).load(conn)?)
}

pub fn places(conn: &mut Conn, process: ProcessId) -> Result<Vec<(i32, Option<PassageId>)>> {
    let all = contributions::table.filter(contributions::process_id.eq(process));
    Ok(all.select((contributions::number, contributions::passage_id)).load(conn)?)
}

/// Numbers of those everybody may read: the rule of [`crate::register::ops::is_public`], in SQL.
pub fn public_numbers(conn: &mut Conn, process: ProcessId) -> Result<Vec<i32>> {
    let shown = contributions::table.filter(
        contributions::process_id
            .eq(process)
            .and(contributions::shown.eq(true))
            .and(contributions::moderation.eq(Moderation::Published))
            .and(contributions::withdrawn_at.is_null())
            .and(contributions::duplicate_of.is_null()),
    );
    Ok(shown.select(contributions::number).load(conn)?)
}
