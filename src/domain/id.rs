//! Identifiers and everything else that is made by chance: the only room that asks for randomness.

use std::sync::atomic::{AtomicI64, Ordering};

use diesel::backend::Backend;
use diesel::deserialize::{self, FromSql, FromSqlRow};
use diesel::expression::AsExpression;
use diesel::serialize::{self, Output, ToSql};
use diesel::sql_types::BigInt;
use rand::RngExt;
use rand::seq::SliceRandom;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::clock::Instant;

/// 2020-01-01 in milliseconds: identifiers count from here.
const EPOCH_MS: i64 = 1_577_836_800_000;
static LAST: AtomicI64 = AtomicI64::new(0);

/// A new identifier: milliseconds and 22 random bits, always above the last one made in this program. Two nodes may in
/// principle make the same one; the primary key refuses it then, and nothing is lost in silence.
#[expect(clippy::disallowed_methods, reason = "chance has its room here")]
pub fn fresh(now: Instant) -> i64 {
    let mut rng = rand::rng();
    let wanted = ((now.0 / 1000 - EPOCH_MS).max(0) << 22) | rng.random_range(0..1 << 22);
    let step = rng.random_range(1..16);
    let next = |last: i64| wanted.max(last + step);
    let before = LAST.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |last| Some(next(last)));
    before.map_or(wanted, next)
}

/// `N` random bytes.
#[expect(clippy::disallowed_methods, reason = "chance has its room here")]
pub fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0_u8; N];
    rand::rng().fill(&mut bytes[..]);
    bytes
}

/// `N` random bytes, in hexadecimal: tokens, salts, keys.
pub fn random_hex<const N: usize>() -> String {
    hex::encode(random::<N>())
}

/// SHA-256 in hexadecimal.
pub fn sha256(bytes: impl AsRef<[u8]>) -> String {
    hex::encode(Sha256::digest(bytes))
}

/// An identifier that tells nothing: not when it was made, nor before or after which other.
#[expect(clippy::disallowed_methods, reason = "chance has its room here")]
pub fn drawn() -> i64 {
    rand::rng().random_range(1..=i64::MAX)
}

/// Puts things in an order of chance.
#[expect(clippy::disallowed_methods, reason = "chance has its room here")]
pub fn shuffle<T>(things: &mut [T]) {
    things.shuffle(&mut rand::rng());
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, AsExpression, FromSqlRow, Serialize, Deserialize)]
        #[diesel(sql_type = BigInt)]
        pub struct $name(pub i64);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { self.0.fmt(f) }
        }

        impl std::str::FromStr for $name {
            type Err = std::num::ParseIntError;
            fn from_str(s: &str) -> Result<Self, Self::Err> { s.parse().map(Self) }
        }

        impl<DB: Backend> FromSql<BigInt, DB> for $name where i64: FromSql<BigInt, DB> {
            fn from_sql(bytes: DB::RawValue<'_>) -> deserialize::Result<Self> { i64::from_sql(bytes).map(Self) }
        }

        impl<DB: Backend> ToSql<BigInt, DB> for $name where i64: ToSql<BigInt, DB> {
            fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> serialize::Result { self.0.to_sql(out) }
        }
    )+};
}

/// Kinds of identifiers that rise with time.
macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {
        kinds! { $($(#[$doc])* $name),+ }
        $(impl $name {
            /// A new one.
            pub fn fresh(now: Instant) -> Self { Self(fresh(now)) }
        })+
    };
}

/// Kinds of identifiers that are drawn at random, because when a row was made must not be told.
macro_rules! drawn_ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {
        kinds! { $($(#[$doc])* $name),+ }
        $(impl $name {
            /// A new one.
            pub fn draw() -> Self { Self(drawn()) }
        })+
    };
}

ids! {
    /// An account: how one signs in.
    AccountId,
    /// An organisation.
    OrganisationId,
    /// A participatory process.
    ProcessId,
    /// A phase of a process.
    PhaseId,
    /// A version of a plan.
    VersionId,
    /// A passage, for all versions it lives in.
    PassageId,
    /// A window in which a version can be commented.
    ConsultationId,
    /// A contribution in the register.
    ContributionId,
    /// One thing asked for in a contribution.
    RequestId,
    /// The answer to one or more requests.
    ResponseId,
    /// A published report.
    ReportId,
    /// An event.
    EventId,
    /// A thematic table of an event.
    TableId,
    /// A session of a table.
    SessionId,
    /// Somebody's enrolment for an event.
    EnrolmentId,
    /// An uploaded document of an event.
    EventFileId,
    /// An edition of an event's guide.
    GuideId,
    /// A restitution: of a session, or of a whole event.
    RestitutionId,
    /// A sentence of a restitution, or an action of the plan that emerged.
    PointId,
    /// A request to correct a line of the minutes.
    CorrectionId,
    /// A letter waiting or sent.
    LetterId,
    /// Any other row.
    RowId,
}

drawn_ids! {
    /// An interview.
    InterviewId,
    /// A theme of the interviews.
    ThemeId,
    /// Something learnt from the interviews.
    FindingId,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_rise_even_when_the_clock_goes_back() {
        let first = fresh(Instant(1_800_000_000_000_000));
        let second = fresh(Instant(1_700_000_000_000_000));
        assert!(second > first);
    }
}
