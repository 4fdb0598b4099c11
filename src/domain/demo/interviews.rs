//! The thirty interviews of Turin's process: fictitious people, and what was learnt in words of our own, by theme.

use super::files::{InterviewsFile, SourceFile};
use super::people::{self, People};
use super::{parse, play};
use crate::db::Db;
use crate::id::{ProcessId, VersionId};
use crate::interviews::{Consent, NewInterview, TypedTheme, Way, ops, publication};
use crate::{Error, Result, plans};

/// Records who was heard, writes what was learnt, and publishes it before the draft is written; what a passage will cite.
pub fn hear(db: &Db, people: &People, process: ProcessId) -> Result<SourceFile> {
    let file: InterviewsFile = parse(include_str!("content/torino/interviews.json"))?;
    let by = people::actor(db, people.reviewer)?;
    let heard: Vec<NewInterview> = file.interviews.iter().map(|x| new(&file, x)).collect();
    let questions = file.questions.join("\n");
    let typed =
        |t: &super::files::ThemeFile| TypedTheme { id: None, title: t.title.clone(), interviews: Some(t.interviews) };
    let themes: Vec<TypedTheme> = file.themes.iter().map(typed).collect();
    let learnt: Vec<Vec<String>> = file.themes.into_iter().map(|t| t.findings).collect();
    db.write(play::rome("2024-12-03T17:00"), move |w| {
        ops::set_questions(w, &by, process, &questions)?;
        for new in &heard {
            ops::record(w, &by, process, new)?;
        }
        ops::set_themes(w, &by, process, &themes)?;
        for (theme, texts) in ops::themes(w.conn, &by, process)?.iter().zip(&learnt) {
            for text in texts {
                ops::write(w, &by, process, Some(theme.id), text)?;
            }
        }
        Ok(())
    })?;
    let promoter = people::actor(db, people.promoter)?;
    let seen = db.read(|conn| publication::fingerprint(&publication::look(conn, &promoter, process)?))?;
    // Fictitious people: a word that is also the surname of one of them names nobody.
    publication::publish(db, play::rome("2024-12-04T10:00"), &promoter, process, &seen, true)?;
    Ok(file.source)
}

fn new(file: &InterviewsFile, x: &super::files::InterviewFile) -> NewInterview {
    NewInterview {
        name: x.name.clone(),
        organisation: x.organisation.clone(),
        organisation_listed: x.listed,
        held_on: Some(x.held_on),
        way: Some(Way::Online),
        minutes: Some(x.minutes),
        conducted_by: file.conducted_by.clone(),
        consent: Consent::parse(&x.consent),
    }
}

/// One passage of the draft says what was learnt, and where from.
pub fn cite(db: &Db, people: &People, process: ProcessId, version: VersionId, source: &SourceFile) -> Result<()> {
    let by = people::actor(db, people.reviewer)?;
    let passages = db.read(|conn| plans::ops::passages(conn, version))?;
    let code = play::find(&passages, &source.passage)?.code.unwrap_or_default();
    let public = db.read(|conn| publication::public(conn, process))?;
    let found = public.iter().flat_map(|t| &t.findings).find(|f| f.text.starts_with(&source.finding)).map(|f| f.id);
    let finding = found.ok_or_else(|| Error::Stored(format!("demo content: no finding \"{}\"", source.finding)))?;
    db.write(play::rome("2025-02-24T12:30"), move |w| ops::cite(w, &by, process, code, Some(finding)))
}
