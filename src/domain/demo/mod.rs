//! The demo: two processes, filled by playing the product's own operations under instants of their own, so that the history
//! they show is true. Real organisations stand in lists of names only; whoever speaks is fictitious, and visibly so.

mod files;
mod interviews;
mod meetings;
mod minutes;
mod people;
mod play;
mod quartiere;
mod restitutions;
mod torino;

pub use people::{PASSWORD, People, SIGN_INS};

use crate::access::Actor;
use crate::clock::Instant;
use crate::db::Db;
use crate::id::ProcessId;
use crate::{Error, Result, accounts, processes, report};

/// What was filled.
#[derive(Debug, Clone, Copy)]
pub struct Filled {
    /// The finished process: everything is answered, and its report can be published.
    pub torino: ProcessId,
    /// When the restitutions of its tables are to be published.
    pub restituted_at: Instant,
    /// When that report is to be published.
    pub report_at: Instant,
    /// The process whose window is open.
    pub quartiere: ProcessId,
}

/// Fills an empty, migrated database.
///
/// # Errors
/// Whatever an operation refuses: the demo takes no way round the rules.
pub fn fill(db: &Db, now: Instant) -> Result<Filled> {
    let people = people::register(db)?;
    let (torino, report_at) = torino::play(db, &people)?;
    let quartiere = quartiere::play(db, &people, now)?;
    let restituted_at = play::rome("2024-12-19T10:00");
    Ok(Filled { torino, restituted_at, report_at, quartiere })
}

/// What a database holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// Nothing yet.
    Nothing,
    /// A demo that was interrupted while it was being filled.
    PartOfTheDemo,
    /// The demo, to its last act: the published report.
    TheDemo,
    /// Somebody's work.
    SomethingElse,
}

/// What the database holds.
///
/// # Errors
/// The database's.
pub fn holds(db: &Db) -> Result<Holds> {
    db.read(|conn| {
        let [(_, first), ..] = SIGN_INS;
        if accounts::ops::credentials(conn, first)?.is_none() {
            let nobody = accounts::ops::administrators(conn)? == 0;
            return Ok(if nobody { Holds::Nothing } else { Holds::SomethingElse });
        }
        let torino = processes::ops::by_slug(conn, &Actor::system(), &torino::slug()?).ok();
        let reports = torino.map(|t| report::ops::published(conn, t.id)).transpose()?;
        Ok(if reports.is_some_and(|r| !r.is_empty()) { Holds::TheDemo } else { Holds::PartOfTheDemo })
    })
}

fn parse<T: serde::de::DeserializeOwned>(text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(|e| Error::Stored(format!("demo content: {e}")))
}
