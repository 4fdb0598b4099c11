//! The verbs of interviews and findings.
//!
//! What is written about an interview is in the trail without its name; what is written of a finding is in no trail, no letter
//! and no list of sent forms, because each of them keeps an instant. Publishing the set is the official act: `publication`.

use std::collections::HashMap;

use super::model::{Finding, Heard, Interview, NewInterview, Source, State, Theme, TypedTheme};
use super::{rules, store};
use crate::access::{Actor, CiteFinding, KeepFindings, Permit, RecordInterview, Subject};
use crate::db::{Conn, Write};
use crate::id::{FindingId, InterviewId, PassageId, ProcessId, ThemeId};
use crate::paging::{Page, Slice};
use crate::{Error, Problems, Result, audit, plans};

fn recorder(actor: &Actor, process: ProcessId) -> Result<Permit<RecordInterview>> {
    actor.permit(Subject::of(process))
}

fn keeper(actor: &Actor, process: ProcessId) -> Result<Permit<KeepFindings>> {
    actor.permit(Subject::of(process))
}

/// Records that somebody was heard.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Invalid`].
pub fn record(w: &mut Write<'_>, actor: &Actor, process: ProcessId, new: &NewInterview) -> Result<()> {
    let permit = recorder(actor, process)?;
    store::insert(w, &permit, process, &rules::interview(new, w.now.day())?)?;
    audit::record(w, &permit, "interview recorded", "")
}

/// Puts right what was recorded.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Invalid`]; [`Error::NotFound`].
pub fn correct(
    w: &mut Write<'_>,
    actor: &Actor,
    process: ProcessId,
    id: InterviewId,
    new: &NewInterview,
) -> Result<()> {
    let permit = recorder(actor, process)?;
    if store::update(w, &permit, process, id, &rules::interview(new, w.now.day())?)? == 0 {
        return Err(Error::NotFound);
    }
    audit::record(w, &permit, "interview changed", "")
}

/// Forgets that somebody was heard: by mistake, or because they take their consent back.
///
/// # Errors
/// [`Error::Denied`]; [`Error::NotFound`].
pub fn forget(w: &mut Write<'_>, actor: &Actor, process: ProcessId, id: InterviewId) -> Result<()> {
    let permit = recorder(actor, process)?;
    if store::delete(w, &permit, process, id)? == 0 {
        return Err(Error::NotFound);
    }
    audit::record(w, &permit, "interview removed", "")
}

/// An interview, for the staff.
///
/// # Errors
/// [`Error::Denied`]; [`Error::NotFound`].
pub fn one(conn: &mut Conn, actor: &Actor, process: ProcessId, id: InterviewId) -> Result<Interview> {
    recorder(actor, process)?;
    store::one(conn, process, id)
}

/// Who was heard, by day, the newest first; for the staff.
///
/// # Errors
/// [`Error::Denied`].
pub fn list(conn: &mut Conn, actor: &Actor, process: ProcessId, page: Page) -> Result<Slice<Interview>> {
    recorder(actor, process)?;
    Ok(page.slice(store::list(conn, process, page)?))
}

/// How many interviews are recorded; for the staff.
///
/// # Errors
/// [`Error::Denied`].
pub fn count(conn: &mut Conn, actor: &Actor, process: ProcessId) -> Result<i64> {
    recorder(actor, process)?;
    held(conn, process)
}

/// Who was heard, in numbers everybody may know.
///
/// # Errors
/// The database's.
pub fn heard(conn: &mut Conn, process: ProcessId) -> Result<Heard> {
    Ok(rules::heard(&store::counts(conn, process)?))
}

/// The organisations of those heard that agreed to stand among those who took part.
///
/// # Errors
/// The database's.
pub fn listed_organisations(conn: &mut Conn, process: ProcessId) -> Result<Vec<String>> {
    store::listed_organisations(conn, process)
}

/// The grid of questions, in order.
///
/// # Errors
/// The database's.
pub fn questions(conn: &mut Conn, process: ProcessId) -> Result<Vec<String>> {
    store::questions_of(conn, process)
}

/// Sets the grid of questions, one a line.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Invalid`].
pub fn set_questions(w: &mut Write<'_>, actor: &Actor, process: ProcessId, text: &str) -> Result<()> {
    let permit = recorder(actor, process)?;
    store::set_questions(w, &permit, process, &rules::questions(text)?)?;
    audit::record(w, &permit, "interview questions", "")
}

/// The themes, in order, for the staff.
///
/// # Errors
/// [`Error::Denied`].
pub fn themes(conn: &mut Conn, actor: &Actor, process: ProcessId) -> Result<Vec<Theme>> {
    keeper(actor, process)?;
    store::themes_of(conn, process)
}

/// Sets the themes, in order. One with the identifier of a theme that is there is that theme; any other is new. A theme with
/// findings is not taken out; one with public findings keeps its title, and rests on enough interviews.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Invalid`]; [`Error::Refused`] when a theme that is left out has findings.
pub fn set_themes(w: &mut Write<'_>, actor: &Actor, process: ProcessId, list: &[TypedTheme]) -> Result<()> {
    let permit = keeper(actor, process)?;
    let checked = rules::themes(list)?;
    let known = store::themes_of(w.conn, process)?;
    let counts = standing_counts(w.conn, process)?;
    let held = held(w.conn, process)?;
    let mut next: Vec<(Option<ThemeId>, String, i32)> = Vec::with_capacity(list.len());
    let mut p = Problems::default();
    for (n, (x, (title, interviews))) in (1..).zip(list.iter().zip(checked)) {
        let taken = |id: &ThemeId| next.iter().any(|(other, ..)| *other == Some(*id));
        let old = x.id.filter(|id| !taken(id)).and_then(|id| known.iter().find(|t| t.id == id));
        if let Some(old) = old.filter(|o| counts.iter().any(|(id, public, n)| *id == o.id && *public && *n > 0)) {
            if !rules::is_enough(interviews) {
                p.add_with(format!("interviews-{n}"), "problem-theme-published", rules::ENOUGH.into());
            } else if interviews > old.interviews && i64::from(interviews) > held {
                p.add_with(format!("interviews-{n}"), "problem-theme-over-held", held);
            }
            if old.title != title {
                p.add(format!("title-{n}"), "problem-theme-title-published");
            }
        }
        next.push((old.map(|o| o.id), title, interviews));
    }
    if next.len() > rules::MOST_THEMES {
        p.add_with("title-1", "problem-too-many", i64::try_from(rules::MOST_THEMES).unwrap_or(i64::MAX));
    }
    p.check()?;
    let kept = |id: ThemeId| next.iter().any(|(other, ..)| *other == Some(id));
    if counts.iter().any(|(id, ..)| !kept(*id)) {
        return Err(Error::Refused("refused-theme-has-findings"));
    }
    store::set_themes(w, &permit, process, &next)?;
    audit::record(w, &permit, "interview themes", "")
}

/// How many interviews are recorded: each is one with consent, because who takes it back is forgotten.
pub(super) fn held(conn: &mut Conn, process: ProcessId) -> Result<i64> {
    Ok(store::counts(conn, process)?.iter().map(|(_, n, _)| n).sum())
}

/// How many findings each theme has: not public, and public without those that were taken back. A theme all of whose public findings
/// were taken back stands with none.
fn standing_counts(conn: &mut Conn, process: ProcessId) -> Result<Vec<(ThemeId, bool, i64)>> {
    let mut counts = store::finding_counts(conn, process)?;
    for theme in store::withdrawn_themes(conn, process)? {
        if let Some(row) = counts.iter_mut().find(|(id, public, _)| *id == theme && *public) {
            row.2 -= 1;
        }
    }
    Ok(counts)
}

/// Writes something that was learnt, under a theme. The same words under the same theme stand once: a form sent twice does no
/// harm, and needs no key with an instant beside it.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Invalid`].
pub fn write(w: &mut Write<'_>, actor: &Actor, process: ProcessId, theme: Option<ThemeId>, text: &str) -> Result<()> {
    let permit = keeper(actor, process)?;
    let (theme, text) = typed(w.conn, process, theme, text)?;
    if !store::stands(w.conn, theme, &text, None)? {
        store::insert_finding(w, &permit, theme, &text)?;
    }
    Ok(())
}

fn typed(conn: &mut Conn, process: ProcessId, theme: Option<ThemeId>, text: &str) -> Result<(ThemeId, String)> {
    let mut p = Problems::default();
    let known = store::themes_of(conn, process)?;
    let theme = theme.filter(|id| known.iter().any(|t| t.id == *id));
    if theme.is_none() {
        p.add("theme", "problem-choose");
    }
    let text = match rules::finding(text) {
        Ok(text) => text,
        Err(Error::Invalid(problems)) => {
            p.0.extend(problems.0);
            String::new()
        }
        Err(other) => return Err(other),
    };
    p.check()?;
    Ok((theme.unwrap_or(ThemeId(0)), text))
}

fn not_published(conn: &mut Conn, process: ProcessId, id: FindingId) -> Result<Finding> {
    let finding = store::finding(conn, process, id)?;
    if finding.published { Err(Error::Refused("refused-finding-published")) } else { Ok(finding) }
}

/// Mends a finding that is not public yet.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Invalid`], also when the same words stand there already; [`Error::NotFound`];
/// [`Error::Refused`] when it is public.
pub fn mend(
    w: &mut Write<'_>,
    actor: &Actor,
    process: ProcessId,
    id: FindingId,
    theme: Option<ThemeId>,
    text: &str,
) -> Result<()> {
    let permit = keeper(actor, process)?;
    not_published(w.conn, process, id)?;
    let (theme, text) = typed(w.conn, process, theme, text)?;
    if store::stands(w.conn, theme, &text, Some(id))? {
        let mut p = Problems::default();
        p.add("text", "problem-finding-stands");
        p.check()?;
    }
    store::update_finding(w, &permit, id, theme, &text)
}

/// Takes a finding out that is not public yet.
///
/// # Errors
/// [`Error::Denied`]; [`Error::NotFound`]; [`Error::Refused`] when it is public.
pub fn take_out(w: &mut Write<'_>, actor: &Actor, process: ProcessId, id: FindingId) -> Result<()> {
    let permit = keeper(actor, process)?;
    not_published(w.conn, process, id)?;
    store::delete_finding(w, &permit, id)
}

/// Which public findings were taken back, for the staff.
///
/// # Errors
/// [`Error::Denied`].
pub fn withdrawn(conn: &mut Conn, actor: &Actor, process: ProcessId) -> Result<Vec<FindingId>> {
    keeper(actor, process)?;
    store::withdrawn_of(conn, process)
}

/// A finding, for the staff.
///
/// # Errors
/// [`Error::Denied`]; [`Error::NotFound`].
pub fn finding(conn: &mut Conn, actor: &Actor, process: ProcessId, id: FindingId) -> Result<Finding> {
    keeper(actor, process)?;
    store::finding(conn, process, id)
}

/// The findings by theme, public or not, for the staff.
///
/// # Errors
/// [`Error::Denied`].
pub fn findings(conn: &mut Conn, actor: &Actor, process: ProcessId, page: Page) -> Result<Slice<(Theme, Finding)>> {
    keeper(actor, process)?;
    Ok(page.slice(store::findings_page(conn, process, page)?))
}

/// Where the findings stand, theme by theme, for the staff.
///
/// # Errors
/// [`Error::Denied`].
pub fn states(conn: &mut Conn, actor: &Actor, process: ProcessId) -> Result<Vec<(Theme, State)>> {
    keeper(actor, process)?;
    let counts: HashMap<(ThemeId, bool), i64> =
        store::finding_counts(conn, process)?.into_iter().map(|(t, public, n)| ((t, public), n)).collect();
    let state = |theme: Theme| {
        let of = |public: bool| counts.get(&(theme.id, public)).copied().unwrap_or(0);
        let (ready, held_back) = if rules::is_enough(theme.interviews) { (of(false), 0) } else { (0, of(false)) };
        let state = State { public: of(true), ready, held_back };
        (theme, state)
    };
    Ok(store::themes_of(conn, process)?.into_iter().map(state).collect())
}

/// Names a public finding as a source of a passage of a published version.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Invalid`] when there is no such passage or finding.
pub fn cite(w: &mut Write<'_>, actor: &Actor, process: ProcessId, code: i32, finding: Option<FindingId>) -> Result<()> {
    let permit: Permit<CiteFinding> = actor.permit(Subject::of(process))?;
    let mut p = Problems::default();
    let passage = match plans::ops::lives(w.conn, process, code) {
        Ok(lives) => lives.first().and_then(|life| life.passage.id),
        Err(Error::NotFound) => None,
        Err(other) => return Err(other),
    };
    if passage.is_none() {
        p.add("code", "problem-no-such-passage");
    }
    let public = match finding {
        Some(id) if store::withdrawn(w.conn, id)?.is_none() => {
            store::finding(w.conn, process, id).ok().filter(|f| f.published)
        }
        _ => None,
    };
    if public.is_none() {
        p.add("finding", "problem-choose");
    }
    if let (Some(passage), Some(finding)) = (passage, &public)
        && store::is_cited(w.conn, passage, finding.id)?
    {
        p.add("code", "problem-source-stands");
    }
    p.check()?;
    if let (Some(passage), Some(finding)) = (passage, public) {
        store::cite(w, &permit, passage, finding.id)?;
        audit::record(w, &permit, &format!("source of passage {code}"), "")?;
    }
    Ok(())
}

/// Takes a source back that was named by mistake.
///
/// # Errors
/// [`Error::Denied`]; [`Error::NotFound`].
pub fn uncite(w: &mut Write<'_>, actor: &Actor, process: ProcessId, code: i32, finding: FindingId) -> Result<()> {
    let permit: Permit<CiteFinding> = actor.permit(Subject::of(process))?;
    let passage = plans::ops::passage_by_code(w.conn, process, code)?;
    if store::uncite(w, &permit, passage, finding)? == 0 {
        return Err(Error::NotFound);
    }
    audit::record(w, &permit, &format!("source of passage {code} removed"), "")
}

/// What is cited in a process, by the passages' codes.
///
/// # Errors
/// The database's.
pub fn cited(conn: &mut Conn, process: ProcessId) -> Result<Vec<Source>> {
    shown(conn, process, None)
}

/// Nothing is shown while fewer interviews are held than a theme must rest on.
fn shown(conn: &mut Conn, process: ProcessId, passage: Option<PassageId>) -> Result<Vec<Source>> {
    if held(conn, process)? < i64::from(rules::ENOUGH) {
        return Ok(Vec::new());
    }
    store::cited(conn, process, passage)
}

/// The sources of a passage.
///
/// # Errors
/// The database's.
pub fn sources(conn: &mut Conn, process: ProcessId, passage: PassageId) -> Result<Vec<Source>> {
    shown(conn, process, Some(passage))
}

/// How many sources each passage has.
///
/// # Errors
/// The database's.
pub fn source_counts(conn: &mut Conn, process: ProcessId) -> Result<HashMap<PassageId, i64>> {
    Ok(store::source_counts(conn, process)?.into_iter().collect())
}
