//! Numbers without gaps, per process: the row stays locked until the transaction ends, so that whoever numbers waits in
//! line, on both databases.

use diesel::prelude::*;

use super::Write;
use super::schema::counters;
use crate::Result;
use crate::id::ProcessId;

/// What is numbered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counter {
    /// Contributions, in the register.
    Register,
    /// Entries of the register's chain.
    Chain,
    /// Passage codes.
    Passage,
    /// Versions.
    Version,
    /// Requests.
    Request,
    /// Responses.
    Response,
    /// Reports.
    Report,
    /// Events.
    Event,
}

impl Counter {
    const ALL: [Self; 8] = [
        Self::Register,
        Self::Chain,
        Self::Passage,
        Self::Version,
        Self::Request,
        Self::Response,
        Self::Report,
        Self::Event,
    ];

    const fn name(self) -> &'static str {
        match self {
            Self::Register => "register",
            Self::Chain => "chain",
            Self::Passage => "passage",
            Self::Version => "version",
            Self::Request => "request",
            Self::Response => "response",
            Self::Report => "report",
            Self::Event => "event",
        }
    }

    /// Makes the counters of a new process, all at zero.
    ///
    /// # Errors
    /// The database's.
    pub fn create_all(w: &mut Write<'_>, process: ProcessId) -> Result<()> {
        for counter in Self::ALL {
            diesel::insert_into(counters::table)
                .values((
                    counters::process_id.eq(process),
                    counters::name.eq(counter.name()),
                    counters::value.eq(0_i64),
                ))
                .execute(w.conn)?;
        }
        Ok(())
    }
}

/// Takes `n` numbers and returns the first of them (from 1).
///
/// # Errors
/// Not found when the process does not exist; the database's.
pub fn next(w: &mut Write<'_>, process: ProcessId, counter: Counter, n: i64) -> Result<i32> {
    let last: i64 = diesel::update(counters::table.find((process, counter.name())))
        .set(counters::value.eq(counters::value + n))
        .returning(counters::value)
        .get_result(w.conn)?;
    i32::try_from(last - n + 1).map_err(|e| crate::Error::Stored(e.to_string()))
}
