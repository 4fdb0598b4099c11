//! What a window is.

use diesel::prelude::*;

use crate::access::WindowState;
use crate::clock::Instant;
use crate::id::{ConsultationId, ProcessId, VersionId};

/// A window: two instants and the zone they are shown in.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = crate::db::schema::consultations)]
pub struct Consultation {
    /// Which one.
    pub id: ConsultationId,
    /// Of which process.
    pub process_id: ProcessId,
    /// Which version can be commented.
    pub version_id: VersionId,
    /// First instant at which it is open.
    pub opens_at: Instant,
    /// First instant at which it is closed.
    pub closes_at: Instant,
    /// `Europe/Rome`.
    pub zone: String,
}

impl Consultation {
    /// Where it stands at an instant.
    pub fn state(&self, at: Instant) -> WindowState {
        super::rules::state(self.opens_at, self.closes_at, at)
    }
}

/// An extension: a public act.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = crate::db::schema::extensions)]
pub struct Extension {
    /// When it would have closed.
    pub closed_at_before: Instant,
    /// When it closes instead.
    pub closes_at_after: Instant,
    /// Why.
    pub reason: String,
    /// When this was decided.
    pub extended_at: Instant,
}
