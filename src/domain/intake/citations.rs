//! Whether the passages an answer names are what it says of them: asked when it is written, again when it is published, and
//! whenever the draft it names was replaced.

use std::collections::{BTreeSet, HashMap};

use super::model::{Outcome, Response};
use super::store;
use crate::Result;
use crate::db::Conn;
use crate::id::{ContributionId, PassageId, VersionId};
use crate::plans::{self, ChangeKind, Version};

/// What an answer says of passages.
#[derive(Debug, Clone)]
pub struct Claim<'a> {
    /// The version it names.
    pub version: VersionId,
    /// The passages.
    pub passages: &'a [PassageId],
    /// Whether they must have changed, or ended, there.
    pub changed: bool,
    /// The versions that were commented.
    pub commented: &'a [VersionId],
}

/// What claims are checked against, read once for several of them.
#[derive(Default)]
pub struct Citations {
    versions: HashMap<VersionId, Version>,
    lives: HashMap<VersionId, BTreeSet<PassageId>>,
    changes: HashMap<(VersionId, VersionId), HashMap<PassageId, ChangeKind>>,
}

impl Citations {
    /// The key of the sentence that says what is wrong with a claim.
    pub fn fault(&mut self, conn: &mut Conn, of: &Claim<'_>) -> Result<Option<&'static str>> {
        if of.passages.is_empty() {
            return Ok(Some("problem-passages-required"));
        }
        if !of.changed {
            let lives = self.lives(conn, of.version)?;
            let all = of.passages.iter().all(|p| lives.contains(p));
            return Ok((!all).then_some("problem-passage-unknown"));
        }
        for before in of.commented {
            if self.number(conn, *before)? >= self.number(conn, of.version)? {
                return Ok(Some("problem-not-later-version"));
            }
            let changes = self.changes(conn, *before, of.version)?;
            for passage in of.passages {
                match changes.get(passage) {
                    None => return Ok(Some("problem-passage-unknown")),
                    // A number that shifted is nothing somebody did to the passage.
                    Some(ChangeKind::Same | ChangeKind::Renumbered) => return Ok(Some("problem-passage-unchanged")),
                    Some(_) => {}
                }
            }
        }
        Ok(None)
    }

    fn number(&mut self, conn: &mut Conn, of: VersionId) -> Result<i32> {
        if let Some(known) = self.versions.get(&of) {
            return Ok(known.number);
        }
        let version = plans::ops::by_id(conn, of)?;
        let number = version.number;
        self.versions.insert(of, version);
        Ok(number)
    }

    fn lives(&mut self, conn: &mut Conn, of: VersionId) -> Result<&BTreeSet<PassageId>> {
        if let std::collections::hash_map::Entry::Vacant(entry) = self.lives.entry(of) {
            entry.insert(plans::ops::passages(conn, of)?.into_iter().filter_map(|p| p.id).collect());
        }
        Ok(&self.lives[&of])
    }

    fn changes(
        &mut self,
        conn: &mut Conn,
        before: VersionId,
        after: VersionId,
    ) -> Result<&HashMap<PassageId, ChangeKind>> {
        if let std::collections::hash_map::Entry::Vacant(entry) = self.changes.entry((before, after)) {
            let changes = plans::ops::changes(conn, before, after)?;
            entry.insert(changes.iter().filter_map(|c| Some((c.id()?, c.kind))).collect());
        }
        Ok(&self.changes[&(before, after)])
    }
}

/// Those of some answers whose passages are no longer what they say of them, each with the key of what is wrong.
///
/// # Errors
/// The database's.
pub fn recheck(conn: &mut Conn, of: &[Response]) -> Result<Vec<(i32, &'static str)>> {
    let citing: Vec<&Response> = of.iter().filter(|r| cites(r.outcome)).collect();
    if citing.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<_> = citing.iter().map(|r| r.id).collect();
    let (passages, requests) = (store::cited(conn, &ids)?, store::requests_of_responses(conn, &ids)?);
    let asked: Vec<ContributionId> = requests.iter().map(|r| r.contribution_id).collect();
    let commented = store::commented(conn, &asked)?;
    let (mut citations, mut found) = (Citations::default(), Vec::new());
    for response in citing {
        let Some(version) = response.version_id else { continue };
        let mine = requests.iter().filter(|r| r.is_of(response.id));
        let versions: BTreeSet<VersionId> = mine.filter_map(|r| commented.get(&r.contribution_id).copied()).collect();
        let claim = Claim {
            version,
            passages: passages.get(&response.id).map(Vec::as_slice).unwrap_or_default(),
            changed: response.outcome != Outcome::AlreadyPresent,
            commented: &versions.into_iter().collect::<Vec<_>>(),
        };
        found.extend(citations.fault(conn, &claim)?.map(|why| (response.number, why)));
    }
    Ok(found)
}

const fn cites(outcome: Outcome) -> bool {
    matches!(outcome, Outcome::Integrated | Outcome::PartiallyIntegrated | Outcome::AlreadyPresent)
}
