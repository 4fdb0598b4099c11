//! Instants, and the only place that reads the system's clock.
//!
//! PostgreSQL keeps microseconds, so an [`Instant`] is a whole number of them: what is compared in memory is what was stored.

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeZone, Utc};
use chrono_tz::Tz;
use diesel::backend::Backend;
use diesel::deserialize::{self, FromSql, FromSqlRow};
use diesel::expression::AsExpression;
use diesel::serialize::{self, Output, ToSql};
use diesel::sql_types::BigInt;
use serde::{Deserialize, Serialize};

/// The time zone of every window and every date shown: `Europe/Rome` (design, promise 4).
pub const ROME: Tz = chrono_tz::Europe::Rome;

/// A point in time: microseconds since the Unix epoch, UTC.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, AsExpression, FromSqlRow, Serialize, Deserialize, Default,
)]
#[diesel(sql_type = BigInt)]
pub struct Instant(pub i64);

impl Instant {
    /// What the server's clock says now.
    #[expect(clippy::disallowed_methods, reason = "the one place that may read the clock")]
    pub fn now() -> Self {
        Self(Utc::now().timestamp_micros())
    }

    /// The instant at which a wall clock in Rome shows `local`; in the hour that autumn repeats, the first of the two;
    /// in the hour that spring skips, the first instant after it.
    pub fn in_rome(local: NaiveDateTime) -> Self {
        let found = ROME.from_local_datetime(&local);
        let at = found.earliest().or_else(|| {
            let later = local + chrono::TimeDelta::hours(1);
            ROME.from_local_datetime(&later)
                .earliest()
                .map(|t| t - chrono::TimeDelta::minutes(i64::from(minute_of(local))))
        });
        Self(at.map_or_else(|| local.and_utc().timestamp_micros(), |t| t.timestamp_micros()))
    }

    /// The same point as chrono keeps it.
    pub fn utc(self) -> DateTime<Utc> {
        DateTime::from_timestamp_micros(self.0).unwrap_or_default()
    }

    /// What a wall clock in Rome shows at this instant.
    pub fn rome(self) -> DateTime<Tz> {
        self.utc().with_timezone(&ROME)
    }

    /// The day in Rome at this instant.
    pub fn day(self) -> NaiveDate {
        self.rome().date_naive()
    }

    /// This instant moved by whole seconds, forwards or back.
    #[must_use]
    pub const fn plus_seconds(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds.saturating_mul(1_000_000)))
    }

    /// This instant moved by whole days of 24 hours.
    #[must_use]
    pub const fn plus_days(self, days: i64) -> Self {
        self.plus_seconds(days * 86_400)
    }

    /// RFC 3339 in UTC, for `<time datetime>` and JSON.
    pub fn rfc3339(self) -> String {
        self.utc().to_rfc3339_opts(chrono::SecondsFormat::Secs, true)
    }

    /// What [`Self::rfc3339`] wrote.
    pub fn of_rfc3339(text: &str) -> Option<Self> {
        chrono::DateTime::parse_from_rfc3339(text).ok().map(|at| Self(at.timestamp_micros()))
    }
}

fn minute_of(local: NaiveDateTime) -> u32 {
    use chrono::Timelike;
    local.minute()
}

impl<DB: Backend> FromSql<BigInt, DB> for Instant
where
    i64: FromSql<BigInt, DB>,
{
    fn from_sql(bytes: DB::RawValue<'_>) -> deserialize::Result<Self> {
        i64::from_sql(bytes).map(Self)
    }
}

impl<DB: Backend> ToSql<BigInt, DB> for Instant
where
    i64: ToSql<BigInt, DB>,
{
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> serialize::Result {
        self.0.to_sql(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
    }

    #[test]
    fn rome_is_read_right_across_both_clock_changes() {
        let table = [
            ("2025-02-25 18:00", "2025-02-25T17:00:00Z"),
            ("2025-03-30 01:59", "2025-03-30T00:59:00Z"),
            ("2025-03-30 02:30", "2025-03-30T01:00:00Z"),
            ("2025-03-30 03:00", "2025-03-30T01:00:00Z"),
            ("2025-10-26 02:30", "2025-10-26T00:30:00Z"),
            ("2025-10-26 03:00", "2025-10-26T02:00:00Z"),
        ];
        for (local, utc) in table {
            assert_eq!(Instant::in_rome(at(local)).rfc3339(), utc, "{local}");
            assert_eq!(Instant::of_rfc3339(utc), Some(Instant::in_rome(at(local))), "{utc}");
        }
    }
}
