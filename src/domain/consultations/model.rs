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

/// What a page on one version says of windows.
#[derive(Debug, Clone, Default)]
pub struct InSight {
    /// The version's own.
    pub own: Option<Consultation>,
    /// One that is open on another version, with that version's number, while this one's is not: a version may be published while
    /// the one before is being commented.
    pub elsewhere: Option<(Consultation, i32)>,
}

impl InSight {
    /// Whether this version can be commented at an instant.
    pub fn open(&self, at: Instant) -> bool {
        self.own.as_ref().is_some_and(|w| w.state(at) == WindowState::Open)
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
