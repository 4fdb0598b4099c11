//! What a contribution that was marked as a repetition is worth: its answer is that of the one where the chain of
//! repetitions ends, as long as that one stands.

use std::collections::HashMap;

use super::chain::Entered;
use super::model::{Contribution, Moderation, Seen};
use super::{ops, store};
use crate::access::Actor;
use crate::db::{Conn, Write};
use crate::id::{ContributionId, ProcessId};
use crate::mail::Params;
use crate::{Problems, Result, audit};

/// What a contribution repeats: what counts is where the chain of repetitions ends.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Repeats {
    /// Nothing: it stands by itself.
    #[default]
    Nothing,
    /// One that stands: neither withdrawn nor refused, and received in time unless this one came late itself.
    Standing(ContributionId),
    /// One whose answer cannot stand for this one's.
    Lost,
}

/// One contribution, as far as those that repeat it are concerned.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Link {
    /// The one it repeats.
    pub repeats: Option<ContributionId>,
    /// Neither withdrawn nor refused.
    pub live: bool,
    /// It came late.
    pub late: bool,
}

/// Follows the repetitions from one contribution to where they end; a circle ends nowhere.
pub fn follow(from: ContributionId, links: &HashMap<ContributionId, Link>) -> Repeats {
    let Some(start) = links.get(&from) else { return Repeats::Lost };
    let Some(mut at) = start.repeats else { return Repeats::Nothing };
    for _ in 0..links.len() {
        match links.get(&at) {
            None => return Repeats::Lost,
            Some(Link { repeats: Some(next), .. }) => at = *next,
            Some(end) if end.live && (start.late || !end.late) => return Repeats::Standing(at),
            Some(_) => return Repeats::Lost,
        }
    }
    Repeats::Lost
}

/// Whether it stands: neither withdrawn nor refused.
const fn is_live(of: &Contribution) -> bool {
    of.withdrawn_at.is_none() && !matches!(of.moderation, Moderation::Refused)
}

/// The one whose answer a contribution may share: another that stands, is no repetition itself, and came in time unless
/// this one came late too.
fn original(conn: &mut Conn, of: &Contribution, number: i32) -> Result<Contribution> {
    let mut p = Problems::default();
    let other = store::by_number(conn, of.process_id, number).ok();
    match other.filter(|o| o.id != of.id && o.duplicate_of.is_none() && is_live(o)) {
        None => p.add("duplicate_of", "problem-duplicate-of"),
        Some(other) if other.late && !of.late => p.add("duplicate_of", "problem-duplicate-late"),
        Some(other) => return Ok(other),
    }
    p.check()?;
    Err(crate::Error::NotFound)
}

/// Marks a contribution as repeating another, or (with none) as standing by itself again. Its author is told.
///
/// # Errors
/// [`crate::Error::Denied`]; [`crate::Error::Invalid`] when the answer to the other cannot stand for this one: it is not
/// there, is the same, was withdrawn or refused, is a repetition itself, or came late where this one came in time.
pub fn mark_duplicate(w: &mut Write<'_>, actor: &Actor, seen: Seen, of_number: Option<i32>) -> Result<()> {
    let (of, permit) = ops::moderate_permit(w, actor, seen)?;
    let other = of_number.map(|number| original(w.conn, &of, number)).transpose()?;
    let before = of.duplicate_of;
    if before == other.as_ref().map(|o| o.id) {
        return Ok(());
    }
    store::duplicate(w, &permit, of.id, other.as_ref().map(|o| o.id))?;
    match other {
        Some(other) => {
            ops::enter(w, &of, Entered::Duplicate)?;
            audit::record(w, &permit, &format!("contribution {} duplicate of {}", of.number, other.number), "")?;
            ops::tell_author(w, &of, "duplicate", Params::from([("original".into(), other.number.to_string())]))
        }
        None => {
            ops::enter(w, &of, Entered::Reinstated)?;
            audit::record(w, &permit, &format!("contribution {} no longer a duplicate", of.number), "")?;
            ops::tell_author(w, &of, "reinstated", Params::default())
        }
    }
}

/// What some contributions repeat: those that repeat nothing are left out. No statement where none does.
///
/// # Errors
/// The database's.
pub fn originals(conn: &mut Conn, of: &[&Contribution]) -> Result<HashMap<ContributionId, Repeats>> {
    let link = |c: &Contribution| Link { repeats: c.duplicate_of, live: is_live(c), late: c.late };
    let mut links: HashMap<ContributionId, Link> = of.iter().map(|c| (c.id, link(c))).collect();
    loop {
        let known = links.values().filter_map(|l| l.repeats);
        let unknown: Vec<ContributionId> = known.filter(|id| !links.contains_key(id)).collect();
        if unknown.is_empty() {
            break;
        }
        links.extend(store::links(conn, &unknown)?);
    }
    let marked = of.iter().filter(|c| c.duplicate_of.is_some());
    Ok(marked.map(|c| (c.id, follow(c.id, &links))).collect())
}

/// The contributions that stand and share the answer of one of these, each with the one it repeats.
///
/// # Errors
/// The database's.
pub fn copies(
    conn: &mut Conn,
    process: ProcessId,
    of: &[ContributionId],
) -> Result<Vec<(ContributionId, ContributionId)>> {
    let links: HashMap<ContributionId, Link> = store::links_of_process(conn, process)?.into_iter().collect();
    let shares = |id: ContributionId| match follow(id, &links) {
        Repeats::Standing(original) if of.contains(&original) => Some((id, original)),
        _ => None,
    };
    let mut found: Vec<_> = links.iter().filter(|(_, l)| l.live).filter_map(|(id, _)| shares(*id)).collect();
    found.sort_unstable();
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_repetition_is_worth_what_it_ends_in() {
        let link = |repeats: Option<i64>, live, late| Link { repeats: repeats.map(ContributionId), live, late };
        let links: HashMap<ContributionId, Link> = [
            (1, link(None, true, false)),
            (2, link(Some(1), true, false)),
            (3, link(Some(2), true, false)),
            (4, link(None, false, false)),
            (5, link(Some(4), true, false)),
            (6, link(None, true, true)),
            (7, link(Some(6), true, false)),
            (8, link(Some(6), true, true)),
            (9, link(Some(10), true, false)),
            (10, link(Some(9), true, false)),
        ]
        .map(|(id, link)| (ContributionId(id), link))
        .into();
        let of = |id| follow(ContributionId(id), &links);
        let one = Repeats::Standing(ContributionId(1));
        assert_eq!([of(1), of(2), of(3)], [Repeats::Nothing, one, one]);
        assert_eq!([of(5), of(7), of(9), of(99)], [Repeats::Lost; 4], "withdrawn, late, a circle, nothing");
        assert_eq!(of(8), Repeats::Standing(ContributionId(6)), "late ones may repeat late ones");
    }
}
