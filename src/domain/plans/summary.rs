//! The summary of a version: what the plan says in plain words, shown before its chapters. It is written while the version is
//! a draft and published with it.

use super::deciding::draft_of;
use super::model::Version;
use super::store;
use crate::access::Actor;
use crate::db::Write;
use crate::id::{VersionId, sha256};
use crate::{Error, Problems, Result, audit};

/// Characters it may have: two pages of print, which is as much as somebody reads before the text itself.
pub const LONGEST: u32 = 5_000;

/// What names the summary somebody had before them when they began to write: who comes second is told.
pub fn seen(of: &Version) -> String {
    sha256(&of.summary)[..16].to_owned()
}

/// Writes the summary of a draft anew; an empty one is none.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Invalid`] when it is too long; [`Error::Refused`] when the version is published, or somebody
/// else wrote it since `saw`.
pub fn summarize(w: &mut Write<'_>, actor: &Actor, version: VersionId, saw: &str, text: &str) -> Result<()> {
    let (draft, permit) = draft_of(w, actor, version)?;
    let mut p = Problems::default();
    let text = p.text("text", text, false, usize::try_from(LONGEST).unwrap_or(usize::MAX));
    p.check()?;
    if text == draft.summary {
        return Ok(());
    }
    if saw != seen(&draft) {
        return Err(Error::Refused("refused-summary-changed"));
    }
    store::summarize(w, &permit, version, &text)?;
    audit::record(w, &permit, "draft summary", "")
}
