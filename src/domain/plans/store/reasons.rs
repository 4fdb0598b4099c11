//! The SQL of the reasons given for changes that no request explains.

use diesel::prelude::*;

use super::super::model::{ChangeReason, Reason};
use crate::Result;
use crate::access::{ExplainChange, Permit};
use crate::db::schema::{change_reasons, passages, versions};
use crate::db::{Conn, Write};
use crate::id::{PassageId, VersionId};

pub fn explain(
    w: &mut Write<'_>,
    p: &Permit<ExplainChange>,
    version: VersionId,
    passage: PassageId,
    kind: Reason,
    note: &str,
) -> Result<()> {
    diesel::delete(change_reasons::table.find((version, passage))).execute(w.conn)?;
    diesel::insert_into(change_reasons::table)
        .values((
            change_reasons::version_id.eq(version),
            change_reasons::passage_id.eq(passage),
            change_reasons::kind.eq(kind),
            change_reasons::note.eq(note),
            change_reasons::given_by.eq(p.somebody()?),
            change_reasons::given_at.eq(w.now),
        ))
        .execute(w.conn)?;
    Ok(())
}

/// Why passages changed, as the staff said, with the number of the version; of some versions, or of one passage.
pub fn reasons(conn: &mut Conn, of: &[VersionId], passage: Option<PassageId>) -> Result<Vec<(i32, ChangeReason)>> {
    let mut found = change_reasons::table
        .inner_join(passages::table.on(passages::id.eq(change_reasons::passage_id)))
        .inner_join(versions::table.on(versions::id.eq(change_reasons::version_id)))
        .order((passages::code, versions::number))
        .select((
            versions::number,
            change_reasons::passage_id,
            passages::code,
            change_reasons::kind,
            change_reasons::note,
        ))
        .into_boxed();
    found = match passage {
        Some(passage) => found.filter(change_reasons::passage_id.eq(passage)),
        None => found.filter(change_reasons::version_id.eq_any(of)),
    };
    let rows = found.load::<(i32, PassageId, i32, Reason, String)>(conn)?;
    Ok(rows
        .into_iter()
        .map(|(version, passage, code, kind, note)| (version, ChangeReason { passage, code, kind, note }))
        .collect())
}
