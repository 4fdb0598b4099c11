//! The SQL of interviews, themes and findings.

use diesel::dsl::{count_star, sum};
use diesel::prelude::*;

use super::model::{Finding, Interview, Source, Theme, Way, Withdrawn};
use super::rules::{Checked, ENOUGH};
use crate::access::{CiteFinding, KeepFindings, Permit, PublishFindings, RecordInterview};
use crate::db::schema::{
    finding_withdrawals as withdrawals, findings, interview_questions as questions, interview_themes as themes,
    interviews, passage_sources as sources, passages,
};
use crate::db::{Conn, Write};
use crate::id::{FindingId, InterviewId, PassageId, ProcessId, ThemeId};
use crate::paging::Page;
use crate::{Result, error::Found};

/// Findings of one process that are read at once.
const MOST: i64 = 5_000;

macro_rules! columns {
    ($x:ident) => {
        (
            interviews::name.eq(&$x.name),
            interviews::organisation.eq(&$x.organisation),
            interviews::organisation_listed.eq($x.organisation_listed),
            interviews::held_on.eq($x.held_on),
            interviews::way.eq($x.way),
            interviews::minutes.eq($x.minutes),
            interviews::conducted_by.eq(&$x.conducted_by),
            interviews::consent.eq($x.consent),
        )
    };
}

pub fn insert(w: &mut Write<'_>, _p: &Permit<RecordInterview>, process: ProcessId, x: &Checked) -> Result<()> {
    diesel::insert_into(interviews::table)
        .values((interviews::id.eq(InterviewId::draw()), interviews::process_id.eq(process), columns!(x)))
        .execute(w.conn)?;
    Ok(())
}

pub fn update(
    w: &mut Write<'_>,
    _p: &Permit<RecordInterview>,
    process: ProcessId,
    id: InterviewId,
    x: &Checked,
) -> Result<usize> {
    let one = interviews::table.find(id).filter(interviews::process_id.eq(process));
    Ok(diesel::update(one).set(columns!(x)).execute(w.conn)?)
}

pub fn delete(w: &mut Write<'_>, _p: &Permit<RecordInterview>, process: ProcessId, id: InterviewId) -> Result<usize> {
    Ok(diesel::delete(interviews::table.find(id).filter(interviews::process_id.eq(process))).execute(w.conn)?)
}

pub fn one(conn: &mut Conn, process: ProcessId, id: InterviewId) -> Result<Interview> {
    let found = interviews::table.find(id).filter(interviews::process_id.eq(process));
    found.select(Interview::as_select()).first(conn).found()
}

/// By day, the newest first.
pub fn list(conn: &mut Conn, process: ProcessId, page: Page) -> Result<Vec<Interview>> {
    let rows = interviews::table
        .filter(interviews::process_id.eq(process))
        .order((interviews::held_on.desc(), interviews::name, interviews::id))
        .limit(page.limit())
        .offset(page.offset());
    Ok(rows.select(Interview::as_select()).load(conn)?)
}

/// How many were heard in each way, and for how many minutes together.
pub fn counts(conn: &mut Conn, process: ProcessId) -> Result<Vec<(Way, i64, i64)>> {
    let rows = interviews::table.filter(interviews::process_id.eq(process)).group_by(interviews::way).select((
        interviews::way,
        count_star(),
        sum(interviews::minutes),
    ));
    Ok(rows.load::<(Way, i64, Option<i64>)>(conn)?.into_iter().map(|(w, n, m)| (w, n, m.unwrap_or(0))).collect())
}

/// The organisations that agreed to stand among those who took part.
pub fn listed_organisations(conn: &mut Conn, process: ProcessId) -> Result<Vec<String>> {
    let rows = interviews::table.filter(interviews::process_id.eq(process).and(interviews::organisation_listed));
    Ok(rows.select(interviews::organisation).distinct().order(interviews::organisation).load(conn)?)
}

pub fn questions_of(conn: &mut Conn, process: ProcessId) -> Result<Vec<String>> {
    let rows = questions::table.filter(questions::process_id.eq(process)).order(questions::position);
    Ok(rows.select(questions::question).load(conn)?)
}

pub fn set_questions(
    w: &mut Write<'_>,
    _p: &Permit<RecordInterview>,
    process: ProcessId,
    list: &[String],
) -> Result<()> {
    diesel::delete(questions::table.filter(questions::process_id.eq(process))).execute(w.conn)?;
    for (position, question) in (1..).zip(list) {
        let row =
            (questions::process_id.eq(process), questions::position.eq(position), questions::question.eq(question));
        diesel::insert_into(questions::table).values(row).execute(w.conn)?;
    }
    Ok(())
}

pub fn themes_of(conn: &mut Conn, process: ProcessId) -> Result<Vec<Theme>> {
    let rows = themes::table.filter(themes::process_id.eq(process)).order((themes::position, themes::id));
    Ok(rows.select(Theme::as_select()).load(conn)?)
}

/// Writes every theme anew, changed or not: which of them was touched last says nothing of what was heard last.
pub fn set_themes(
    w: &mut Write<'_>,
    _p: &Permit<KeepFindings>,
    process: ProcessId,
    list: &[(Option<ThemeId>, String, i32)],
) -> Result<()> {
    let kept: Vec<ThemeId> = list.iter().filter_map(|(id, ..)| *id).collect();
    diesel::delete(themes::table.filter(themes::process_id.eq(process).and(themes::id.ne_all(kept))))
        .execute(w.conn)?;
    for (position, (id, title, interviews)) in (1..).zip(list) {
        let facts = (themes::position.eq(position), themes::title.eq(title), themes::interviews.eq(interviews));
        match id {
            Some(id) => {
                let one = themes::table.find(id).filter(themes::process_id.eq(process));
                diesel::update(one).set(facts).execute(w.conn)?
            }
            None => diesel::insert_into(themes::table)
                .values((themes::id.eq(ThemeId::draw()), themes::process_id.eq(process), facts))
                .execute(w.conn)?,
        };
    }
    Ok(())
}

/// How many findings each theme has, published and not.
pub fn finding_counts(conn: &mut Conn, process: ProcessId) -> Result<Vec<(ThemeId, bool, i64)>> {
    Ok(findings::table
        .inner_join(themes::table.on(themes::id.eq(findings::theme_id)))
        .filter(themes::process_id.eq(process))
        .group_by((findings::theme_id, findings::published))
        .select((findings::theme_id, findings::published, count_star()))
        .load(conn)?)
}

/// By theme, and in it in the order of what was drawn.
pub fn findings_page(conn: &mut Conn, process: ProcessId, page: Page) -> Result<Vec<(Theme, Finding)>> {
    Ok(findings::table
        .inner_join(themes::table.on(themes::id.eq(findings::theme_id)))
        .filter(themes::process_id.eq(process))
        .order((themes::position, themes::id, findings::id))
        .limit(page.limit())
        .offset(page.offset())
        .select((Theme::as_select(), Finding::as_select()))
        .load(conn)?)
}

/// Those everybody may read: published, under a theme that rests on enough interviews; and whether each was taken back.
pub fn public(conn: &mut Conn, process: ProcessId) -> Result<Vec<(Theme, Finding, Option<Withdrawn>)>> {
    Ok(findings::table
        .inner_join(themes::table.on(themes::id.eq(findings::theme_id)))
        .left_join(withdrawals::table.on(withdrawals::finding_id.eq(findings::id)))
        .filter(themes::process_id.eq(process).and(themes::interviews.ge(ENOUGH)).and(findings::published))
        .order((themes::position, themes::id, findings::id))
        .limit(MOST)
        .select((Theme::as_select(), Finding::as_select(), (withdrawals::reason, withdrawals::withdrawn_on).nullable()))
        .load(conn)?)
}

/// Whether a finding was taken back.
pub fn withdrawn(conn: &mut Conn, id: FindingId) -> Result<Option<Withdrawn>> {
    let found = withdrawals::table.find(id).select((withdrawals::reason, withdrawals::withdrawn_on));
    Ok(found.first(conn).optional()?)
}

/// Takes a published finding back.
pub fn withdraw(w: &mut Write<'_>, _p: &Permit<PublishFindings>, id: FindingId, reason: &str) -> Result<()> {
    let row =
        (withdrawals::finding_id.eq(id), withdrawals::reason.eq(reason), withdrawals::withdrawn_on.eq(w.now.day()));
    diesel::insert_into(withdrawals::table).values(row).execute(w.conn)?;
    Ok(())
}

/// Which of the findings of a process were taken back.
pub fn withdrawn_of(conn: &mut Conn, process: ProcessId) -> Result<Vec<FindingId>> {
    Ok(withdrawals::table
        .inner_join(findings::table.on(findings::id.eq(withdrawals::finding_id)))
        .inner_join(themes::table.on(themes::id.eq(findings::theme_id)))
        .filter(themes::process_id.eq(process))
        .select(findings::id)
        .load(conn)?)
}

/// The theme of each finding that was taken back.
pub fn withdrawn_themes(conn: &mut Conn, process: ProcessId) -> Result<Vec<ThemeId>> {
    Ok(withdrawals::table
        .inner_join(findings::table.on(findings::id.eq(withdrawals::finding_id)))
        .inner_join(themes::table.on(themes::id.eq(findings::theme_id)))
        .filter(themes::process_id.eq(process))
        .select(themes::id)
        .load(conn)?)
}

/// The names of everybody who was heard, and of who asked.
pub fn people(conn: &mut Conn, process: ProcessId) -> Result<Vec<String>> {
    let rows = interviews::table.filter(interviews::process_id.eq(process));
    let pairs: Vec<(String, String)> =
        rows.select((interviews::name, interviews::conducted_by)).distinct().load(conn)?;
    Ok(pairs.into_iter().flat_map(|(heard, asked)| [heard, asked]).collect())
}

/// The organisations that asked for reserve: no interview with somebody of theirs says that they may be listed.
pub fn reserved_organisations(conn: &mut Conn, process: ProcessId) -> Result<Vec<String>> {
    let listed = listed_organisations(conn, process)?;
    let rows = interviews::table.filter(interviews::process_id.eq(process).and(interviews::organisation.ne("")));
    let mut all: Vec<String> =
        rows.select(interviews::organisation).distinct().order(interviews::organisation).load(conn)?;
    all.retain(|name| !listed.contains(name));
    Ok(all)
}

pub fn finding(conn: &mut Conn, process: ProcessId, id: FindingId) -> Result<Finding> {
    findings::table
        .inner_join(themes::table.on(themes::id.eq(findings::theme_id)))
        .filter(findings::id.eq(id).and(themes::process_id.eq(process)))
        .select(Finding::as_select())
        .first(conn)
        .found()
}

/// Whether the same words stand under a theme already, in another finding than this one.
pub fn stands(conn: &mut Conn, theme: ThemeId, text: &str, but: Option<FindingId>) -> Result<bool> {
    let same = findings::table.filter(findings::theme_id.eq(theme).and(findings::text.eq(text)));
    let others = same.filter(findings::id.ne(but.unwrap_or(FindingId(0))));
    Ok(others.count().get_result::<i64>(conn)? > 0)
}

fn put(w: &mut Write<'_>, theme: ThemeId, text: &str, published: bool) -> Result<()> {
    diesel::insert_into(findings::table)
        .values((
            findings::id.eq(FindingId::draw()),
            findings::theme_id.eq(theme),
            findings::text.eq(text),
            findings::published.eq(published),
        ))
        .execute(w.conn)?;
    Ok(())
}

pub fn insert_finding(w: &mut Write<'_>, _p: &Permit<KeepFindings>, theme: ThemeId, text: &str) -> Result<()> {
    put(w, theme, text, false)
}

pub fn update_finding(
    w: &mut Write<'_>,
    _p: &Permit<KeepFindings>,
    id: FindingId,
    theme: ThemeId,
    text: &str,
) -> Result<()> {
    let facts = (findings::theme_id.eq(theme), findings::text.eq(text));
    diesel::update(findings::table.find(id)).set(facts).execute(w.conn)?;
    Ok(())
}

pub fn delete_finding(w: &mut Write<'_>, _p: &Permit<KeepFindings>, id: FindingId) -> Result<()> {
    diesel::delete(findings::table.find(id)).execute(w.conn)?;
    Ok(())
}

/// Everything that is not public yet, with the theme of each.
pub fn waiting(conn: &mut Conn, process: ProcessId) -> Result<Vec<(Theme, Finding)>> {
    Ok(findings::table
        .inner_join(themes::table.on(themes::id.eq(findings::theme_id)))
        .filter(themes::process_id.eq(process).and(findings::published.eq(false)))
        .select((Theme::as_select(), Finding::as_select()))
        .load(conn)?)
}

/// Takes findings out, and puts them in again under new identifiers, in the order given.
pub fn rewrite(w: &mut Write<'_>, _p: &Permit<PublishFindings>, list: &[(Theme, Finding)]) -> Result<()> {
    let ids: Vec<FindingId> = list.iter().map(|(_, f)| f.id).collect();
    for some in ids.chunks(500) {
        diesel::delete(findings::table.filter(findings::id.eq_any(some))).execute(w.conn)?;
    }
    list.iter().try_for_each(|(theme, f)| put(w, theme.id, &f.text, theme.interviews >= ENOUGH))
}

pub fn cite(w: &mut Write<'_>, _p: &Permit<CiteFinding>, passage: PassageId, finding: FindingId) -> Result<()> {
    let row = (sources::passage_id.eq(passage), sources::finding_id.eq(finding));
    diesel::insert_into(sources::table).values(row).execute(w.conn)?;
    Ok(())
}

/// Whether a passage cites a finding.
pub fn is_cited(conn: &mut Conn, passage: PassageId, finding: FindingId) -> Result<bool> {
    Ok(sources::table.find((passage, finding)).count().get_result::<i64>(conn)? > 0)
}

pub fn uncite(w: &mut Write<'_>, _p: &Permit<CiteFinding>, passage: PassageId, finding: FindingId) -> Result<usize> {
    Ok(diesel::delete(sources::table.find((passage, finding))).execute(w.conn)?)
}

/// What is cited, with the codes of the passages, in their order; of one passage or of a whole process.
pub fn cited(conn: &mut Conn, process: ProcessId, passage: Option<PassageId>) -> Result<Vec<Source>> {
    let mut query = sources::table
        .inner_join(passages::table.on(passages::id.eq(sources::passage_id)))
        .inner_join(findings::table.on(findings::id.eq(sources::finding_id)))
        .inner_join(themes::table.on(themes::id.eq(findings::theme_id)))
        .left_join(withdrawals::table.on(withdrawals::finding_id.eq(findings::id)))
        .filter(passages::process_id.eq(process).and(findings::published).and(themes::interviews.ge(ENOUGH)))
        .order((passages::code, themes::position, findings::id))
        .limit(MOST)
        .select((
            passages::code,
            findings::id,
            themes::title,
            findings::text,
            (withdrawals::reason, withdrawals::withdrawn_on).nullable(),
        ))
        .into_boxed();
    if let Some(passage) = passage {
        query = query.filter(sources::passage_id.eq(passage));
    }
    let mut found: Vec<Source> = query.load(conn)?;
    // Words that were taken back are served to nobody.
    found.iter_mut().filter(|s| s.withdrawn.is_some()).for_each(|s| s.text.clear());
    Ok(found)
}

/// How many sources each passage of a process has.
pub fn source_counts(conn: &mut Conn, process: ProcessId) -> Result<Vec<(PassageId, i64)>> {
    Ok(sources::table
        .inner_join(passages::table.on(passages::id.eq(sources::passage_id)))
        .filter(passages::process_id.eq(process))
        .group_by(sources::passage_id)
        .select((sources::passage_id, count_star()))
        .load(conn)?)
}
