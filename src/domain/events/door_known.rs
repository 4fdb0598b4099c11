//! Organisations that are known already, for whoever comes to a door without having enrolled: what kind they are and where from need
//! not be asked again.

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::rules;
use crate::Result;
use crate::db::Conn;
use crate::db::schema::{enrolments, events, organisations};
use crate::id::ProcessId;

/// Organisations that are suggested at most, of each source.
const MOST: i64 = 1000;

/// An organisation that is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// Its name, as it was written first.
    pub name: String,
    /// Its category: one of [`crate::accounts::CATEGORIES`].
    pub category: String,
    /// Its zone, where it said one. What a person who came for it said of themself is not the organisation's.
    pub zone: String,
}

/// What the door's page suggests: the organisations that are registered, and those for which somebody enrolled for an event of the process: by name, two statements.
///
/// # Errors
/// The database's.
pub fn organisations(conn: &mut Conn, of: ProcessId) -> Result<Vec<Known>> {
    let said: Vec<(String, String)> = enrolments::table
        .inner_join(events::table.on(events::id.eq(enrolments::event_id)))
        .filter(events::process_id.eq(of).and(enrolments::organisation.ne("")))
        .filter(enrolments::category.ne_all(["", "other"]))
        .select((enrolments::organisation, enrolments::category))
        .distinct()
        .order((enrolments::organisation, enrolments::category))
        .limit(MOST)
        .load(conn)?;
    let registered: Vec<(String, String, String)> = organisations::table
        .select((organisations::name, organisations::category, organisations::zone))
        .order(organisations::name_key)
        .limit(MOST)
        .load(conn)?;
    let said = said.into_iter().map(|(name, category)| (name, category, String::new()));
    let mut by_name: BTreeMap<String, Known> = BTreeMap::new();
    for (name, category, zone) in registered.into_iter().chain(said) {
        by_name.entry(rules::name_key(&name)).or_insert(Known { name, category, zone });
    }
    Ok(by_name.into_values().collect())
}

/// What is known of an organisation of this name, however many there are; names are compared without regard to case, accents and
/// marks. Two statements at most, each by an index.
///
/// # Errors
/// The database's.
pub fn named(conn: &mut Conn, of: ProcessId, name: &str) -> Result<Option<Known>> {
    let key = rules::name_key(name);
    if key.is_empty() {
        return Ok(None);
    }
    let registered = organisations::table.filter(organisations::plain_key.eq(&key)).order(organisations::name_key);
    let columns = (organisations::name, organisations::category, organisations::zone);
    if let Some((name, category, zone)) = registered.select(columns).first(conn).optional()? {
        return Ok(Some(Known { name, category, zone }));
    }
    let said = enrolments::table
        .inner_join(events::table.on(events::id.eq(enrolments::event_id)))
        .filter(events::process_id.eq(of).and(enrolments::organisation_key.eq(&key)))
        // The condition of the index stands in the query, or it is not used.
        .filter(enrolments::organisation_key.ne("").and(enrolments::category.ne_all(["", "other"])))
        .order((enrolments::organisation, enrolments::category))
        .select((enrolments::organisation, enrolments::category));
    let found: Option<(String, String)> = said.first(conn).optional()?;
    Ok(found.map(|(name, category)| Known { name, category, zone: String::new() }))
}
