//! Publishing the set of findings, and taking one back. Before it is published each finding is looked at for the names of those who
//! were heard: between a finding and an interview there is still no link, only words that are alike (docs/decisions/0048).

use super::model::{Alike, ByTheme, Finding, Looked, Published, Theme, Tombstone};
use super::{ops, rules, store};
use crate::access::{Actor, KeepFindings, Permit, PublishFindings, Subject};
use crate::clock::Instant;
use crate::db::{Conn, Db};
use crate::events::naming;
use crate::id::{FindingId, ProcessId, sha256, shuffle};
use crate::{Error, Problems, Result, audit, db};

/// What would be published now, and what is to be done before; for the staff.
///
/// # Errors
/// [`Error::Denied`].
pub fn look(conn: &mut Conn, actor: &Actor, process: ProcessId) -> Result<Looked> {
    let _: Permit<KeepFindings> = actor.permit(Subject::of(process))?;
    let states = ops::states(conn, actor, process)?;
    let held = ops::held(conn, process)?;
    let order = |theme: &Theme| states.iter().position(|(t, _)| t.id == theme.id);
    let mut ready = store::waiting(conn, process)?;
    ready.retain(|(theme, _)| rules::is_enough(theme.interviews));
    ready.sort_by(|(a, f), (b, g)| (order(a), &f.text).cmp(&(order(b), &g.text)));
    let mut too_many: Vec<Theme> =
        ready.iter().map(|(t, _)| t).filter(|t| i64::from(t.interviews) > held).cloned().collect();
    too_many.dedup();
    let (people, reserved) = (store::people(conn, process)?, store::reserved_organisations(conn, process)?);
    let named = ready.iter().map(|(_, f)| f).filter(|f| naming::names_somebody(&f.text, &people)).cloned().collect();
    let alike = ready.iter().flat_map(|(_, f)| alike(f, &people, &reserved)).collect();
    Ok(Looked { states, held, ready, too_many, named, alike })
}

fn alike(of: &Finding, people: &[String], reserved: &[String]) -> Vec<Alike> {
    let organisations = naming::organisations(&of.text, reserved).into_iter().map(str::to_owned);
    let words = naming::surnames(&of.text, people).into_iter().chain(organisations);
    words.map(|word| Alike { finding: of.id, word, text: of.text.clone() }).collect()
}

/// SHA-256 of the words that would be published and of those that may name somebody: what the page before the button shows, and
/// what the tick is about.
///
/// # Errors
/// None in practice.
pub fn fingerprint(of: &Looked) -> Result<String> {
    let ready: Vec<(&str, &str)> = of.ready.iter().map(|(t, f)| (t.title.as_str(), f.text.as_str())).collect();
    let alike: Vec<(&str, &str)> = of.alike.iter().map(|a| (a.word.as_str(), a.text.as_str())).collect();
    Ok(sha256(serde_json::to_string(&(ready, alike))?))
}

/// Publishes the set: whatever is not public yet is taken out and put in again, in an order of chance and under new
/// identifiers, in one transaction; under themes that rest on enough interviews it is public from then on. Then the files of
/// the database are wiped of what was taken out. `seen` is the fingerprint of what was on the page, `reread` that whoever publishes
/// says that no word of it names anybody. Blocks.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Refused`] when there is nothing to publish, when a theme is said to rest on more interviews than are
/// recorded, when somebody is named, or when something changed meanwhile; [`Error::Invalid`] where words stand in it that may name
/// somebody, and nobody said that they do not.
pub fn publish(
    db: &Db,
    now: Instant,
    actor: &Actor,
    process: ProcessId,
    seen: &str,
    reread: bool,
) -> Result<Published> {
    let (actor, seen) = (actor.clone(), seen.to_owned());
    let (findings, themes) = db.write(now, move |w| {
        let permit: Permit<PublishFindings> = actor.permit(Subject::of(process))?;
        let looked = look(w.conn, &actor, process)?;
        may_be_published(&looked, &seen, reread)?;
        let mut waiting = store::waiting(w.conn, process)?;
        shuffle(&mut waiting);
        store::rewrite(w, &permit, &waiting)?;
        let public = public(w.conn, process)?;
        let with = public.iter().filter(|t| !t.findings.is_empty());
        let (findings, themes) = (public.iter().map(|t| t.findings.len()).sum::<usize>(), with.count());
        audit::record(w, &permit, &format!("findings published: {findings} in {themes} themes"), "")?;
        Ok((findings, themes))
    })?;
    let wiped = db.wipe("findings").unwrap_or(false);
    if !wiped {
        tracing::warn!(target: "interviews", "the files of the database could not be wiped after findings were published");
    }
    Ok(Published { findings, themes, wiped })
}

fn may_be_published(of: &Looked, seen: &str, reread: bool) -> Result<()> {
    if of.ready.is_empty() {
        return Err(Error::Refused("refused-no-findings"));
    }
    if !of.too_many.is_empty() {
        return Err(Error::Refused("refused-findings-over-held"));
    }
    if !of.named.is_empty() {
        return Err(Error::Refused("refused-findings-named"));
    }
    if fingerprint(of)? != seen {
        return Err(Error::Refused("refused-findings-changed"));
    }
    if !of.alike.is_empty() && !reread {
        let mut p = Problems::default();
        p.add("reread", "problem-findings-alike");
        return Err(Error::Invalid(p));
    }
    Ok(())
}

/// What everybody may read, by theme. Nothing while fewer interviews are held than a theme must rest on: consent was taken back.
///
/// # Errors
/// The database's.
pub fn public(conn: &mut Conn, process: ProcessId) -> Result<Vec<ByTheme>> {
    let held = ops::held(conn, process)?;
    if held < i64::from(rules::ENOUGH) {
        return Ok(Vec::new());
    }
    let mut found: Vec<ByTheme> = Vec::new();
    for (mut theme, finding, withdrawn) in store::public(conn, process)? {
        if found.last().is_none_or(|last| last.theme.id != theme.id) {
            theme.interviews = rules::rests_on(theme.interviews, held);
            found.push(ByTheme { theme, findings: Vec::new(), withdrawn: Vec::new() });
        }
        let Some(last) = found.last_mut() else { continue };
        match withdrawn {
            Some(withdrawn) => last.withdrawn.push(Tombstone { id: finding.id, withdrawn }),
            None => last.findings.push(finding),
        }
    }
    Ok(found)
}

/// A public finding that stands, for whoever may take it back.
///
/// # Errors
/// [`Error::Denied`]; [`Error::NotFound`], also where it is not public; [`Error::Refused`] when it was taken back before.
pub fn standing(conn: &mut Conn, actor: &Actor, process: ProcessId, id: FindingId) -> Result<Finding> {
    let _: Permit<PublishFindings> = actor.permit(Subject::of(process))?;
    let finding = store::finding(conn, process, id)?;
    if !finding.published {
        return Err(Error::NotFound);
    }
    if store::withdrawn(conn, id)?.is_some() {
        return Err(Error::Refused("refused-finding-withdrawn"));
    }
    Ok(finding)
}

/// Takes a public finding back, with a reason for everybody: in its place, and where a passage cites it, stand the day and the reason.
/// The trail says that one was, not which.
///
/// # Errors
/// [`Error::Denied`]; [`Error::NotFound`]; [`Error::Invalid`] without a reason, or where it names somebody who was heard;
/// [`Error::Refused`] when it was taken back before.
pub fn withdraw(w: &mut db::Write<'_>, actor: &Actor, process: ProcessId, id: FindingId, reason: &str) -> Result<()> {
    let permit: Permit<PublishFindings> = actor.permit(Subject::of(process))?;
    standing(w.conn, actor, process, id)?;
    let mut p = Problems::default();
    let reason = p.text("reason", reason, true, rules::MAX_REASON);
    // It stands for ever in the place of what may have named them.
    let people = store::people(w.conn, process)?;
    let reserved = store::reserved_organisations(w.conn, process)?;
    if naming::names_somebody(&reason, &people) || !naming::organisations(&reason, &reserved).is_empty() {
        p.add("reason", "problem-finding-reason-named");
    }
    p.check()?;
    store::withdraw(w, &permit, id, &reason)?;
    audit::record(w, &permit, "finding withdrawn", &reason)
}
