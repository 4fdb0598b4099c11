//! The SQL of what repeats what.

use diesel::prelude::*;

use crate::Result;
use crate::clock::Instant;
use crate::db::Conn;
use crate::db::schema::contributions;
use crate::id::{ContributionId, ProcessId};
use crate::register::{Link, Moderation};

type LinkRow = (ContributionId, Option<ContributionId>, Option<Instant>, Moderation, bool);

fn link((id, repeats, withdrawn, moderation, late): LinkRow) -> (ContributionId, Link) {
    (id, Link { repeats, live: withdrawn.is_none() && moderation != Moderation::Refused, late })
}

const LINK: (
    contributions::id,
    contributions::duplicate_of,
    contributions::withdrawn_at,
    contributions::moderation,
    contributions::late,
) = (
    contributions::id,
    contributions::duplicate_of,
    contributions::withdrawn_at,
    contributions::moderation,
    contributions::late,
);

/// What some contributions repeat.
pub fn links(conn: &mut Conn, of: &[ContributionId]) -> Result<Vec<(ContributionId, Link)>> {
    let rows: Vec<LinkRow> = contributions::table.filter(contributions::id.eq_any(of)).select(LINK).load(conn)?;
    Ok(rows.into_iter().map(link).collect())
}

/// What the contributions of a process repeat.
pub fn links_of_process(conn: &mut Conn, process: ProcessId) -> Result<Vec<(ContributionId, Link)>> {
    let rows = contributions::table.filter(contributions::process_id.eq(process)).select(LINK);
    Ok(rows.load::<LinkRow>(conn)?.into_iter().map(link).collect())
}
