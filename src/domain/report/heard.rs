//! What the report says of the interviews.

use super::model::{InterviewFacts, ThemeFacts};
use crate::Result;
use crate::db::Conn;
use crate::id::ProcessId;
use crate::interviews::{ops, publication};

/// Who was heard, in numbers, and what was learnt: what everybody may read already.
pub fn interviews(conn: &mut Conn, process: ProcessId) -> Result<InterviewFacts> {
    let heard = ops::heard(conn, process)?;
    let cited = ops::cited(conn, process)?;
    let codes = |id| cited.iter().filter(|s| s.finding == id).map(|s| s.code).collect();
    let themes = publication::public(conn, process)?;
    let theme = |of: &crate::interviews::ByTheme| ThemeFacts {
        title: of.theme.title.clone(),
        interviews: of.theme.interviews,
        findings: of.findings.iter().map(|f| (f.text.clone(), codes(f.id))).collect(),
        withdrawn: of.withdrawn.len(),
    };
    Ok(InterviewFacts { heard, themes: themes.iter().map(theme).collect() })
}
