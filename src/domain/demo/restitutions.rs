//! What became of Turin's minutes in the demo: people reread their lines, the facilitator writes the restitutions. Every sentence is
//! invented. They are published by whoever can print them, see [`super::Filled::restituted_at`].

use std::collections::BTreeMap;

use serde::Deserialize;

use super::people::{self, People};
use super::{parse, play};
use crate::access::Actor;
use crate::db::{Db, Write};
use crate::events::{self, Event};
use crate::id::{CorrectionId, PointId, ProcessId};
use crate::paging::Page;
use crate::tables::Place;
use crate::tables::rereading::{self, Decision};
use crate::tables::restitution::{NewPoint, Of, PointKind, ops};
use crate::{Error, Result};

#[derive(Debug, Deserialize)]
struct File {
    sessions: Vec<SessionFile>,
    whole: Vec<WholeFile>,
    reread: Vec<RereadFile>,
}

#[derive(Debug, Deserialize)]
struct SessionFile {
    name: String,
    sentences: Vec<SentenceFile>,
    actions: Vec<ActionFile>,
}

#[derive(Debug, Deserialize)]
struct SentenceFile {
    text: String,
    lines: Vec<usize>,
}

#[derive(Debug, Deserialize)]
struct ActionFile {
    objective: String,
    text: String,
    who: String,
    by_when: String,
    means: String,
    lines: Vec<usize>,
}

#[derive(Debug, Deserialize)]
struct WholeFile {
    text: String,
    from: Vec<String>,
}

/// A correction asked for by whoever said a line: declined where there is a reason, accepted otherwise.
#[derive(Debug, Deserialize)]
struct RereadFile {
    name: String,
    line: usize,
    wording: String,
    note: String,
    reason: String,
}

/// Turin's, from the day after the event to the last sentence.
pub fn torino(db: &Db, people: &People, process: ProcessId) -> Result<()> {
    let file: File = parse(include_str!("content/torino/restitutions.json"))?;
    let by = people::actor(db, people.facilitator)?;
    let event = db.read(|conn| events::ops::by_number(conn, &by, process, 1))?;
    for asked in file.reread {
        reread(db, &by, &event, asked)?;
    }
    let whole = (by.clone(), event.clone());
    db.write(play::rome("2024-12-16T10:00"), move |w| {
        // Every other organisation heard agreed to be named.
        let voices = ops::voices(w.conn, &whole.1)?.into_iter().map(|(name, _)| name).step_by(2).collect::<Vec<_>>();
        ops::set_voices(w, &whole.0, &whole.1, &voices)
    })?;
    let mut first: BTreeMap<String, PointId> = BTreeMap::new();
    for session in file.sessions {
        let (by, event, name) = (by.clone(), event.clone(), session.name.clone());
        let point = db.write(play::rome("2024-12-16T15:00"), move |w| write(w, &by, &event, &session))?;
        first.insert(name, point);
    }
    db.write(play::rome("2024-12-18T09:00"), move |w| {
        let of = Of::Event(event);
        for sentence in file.whole {
            let sources = sentence.from.iter().filter_map(|name| first.get(name).copied()).collect();
            ops::write(w, &by, &of, &NewPoint { sources, ..point(PointKind::Sentence, &sentence.text) })?;
        }
        Ok(())
    })
}

fn point(kind: PointKind, text: &str) -> NewPoint {
    NewPoint {
        kind,
        text: text.to_owned(),
        objective: String::new(),
        who: String::new(),
        by_when: String::new(),
        means: String::new(),
        lines: Vec::new(),
        sources: Vec::new(),
    }
}

/// Writes a session's restitution; its first sentence.
fn write(w: &mut Write<'_>, by: &Actor, event: &Event, file: &SessionFile) -> Result<PointId> {
    let of = ops::mine(w.conn, by, event, &file.name)?;
    let keys: Vec<String> = ops::choices(w.conn, &of)?.0.into_iter().map(|l| l.key).collect();
    let lines = |list: &[usize]| list.iter().filter_map(|n| keys.get(*n).cloned()).collect::<Vec<_>>();
    let mut first = None;
    for s in &file.sentences {
        let id = ops::write(w, by, &of, &NewPoint { lines: lines(&s.lines), ..point(PointKind::Sentence, &s.text) })?;
        first = first.or(Some(id));
    }
    for a in &file.actions {
        let new = NewPoint {
            objective: a.objective.clone(),
            who: a.who.clone(),
            by_when: a.by_when.clone(),
            means: a.means.clone(),
            lines: lines(&a.lines),
            ..point(PointKind::Action, &a.text)
        };
        ops::write(w, by, &of, &new)?;
    }
    first.ok_or_else(|| Error::Stored(format!("demo content: nothing said of {}", file.name)))
}

/// Opens the rereading of a session; who said the line asks for another wording, and it is decided.
fn reread(db: &Db, by: &Actor, event: &Event, file: RereadFile) -> Result<()> {
    let until = play::rome("2024-12-13T18:00");
    let (actor, of, name) = (by.clone(), event.clone(), file.name.clone());
    let place: Place = db.write(play::rome("2024-12-06T09:00"), move |w| {
        let Of::Session(place) = ops::mine(w.conn, &actor, &of, &name)? else { return Err(Error::NotFound) };
        rereading::ops::open(w, &actor, &place, Some(until))?;
        Ok(place)
    })?;
    let wanted = file.wording.clone();
    db.write(play::rome("2024-12-09T20:30"), move |w| {
        let lines = ops::choices(w.conn, &Of::Session(place.clone()))?.0;
        let line = lines.get(file.line).ok_or(Error::NotFound)?;
        let token = rereading::ops::link(w, &place, line.enrolment.ok_or(Error::NotFound)?)?;
        rereading::ops::ask(w, &token, &line.key, &line.text, &file.wording, &file.note)
    })?;
    let (by, event, reason) = (by.clone(), event.clone(), file.reason);
    db.write(play::rome("2024-12-11T11:00"), move |w| {
        let all = rereading::ops::list(w.conn, &by, &event, Page::new(1, 10))?.rows;
        let asked: CorrectionId = all.first().ok_or(Error::NotFound)?.correction.id;
        let (_, line, _) = rereading::ops::one(w.conn, &by, &event, asked)?;
        let decision = Decision { accept: reason.is_empty(), wording: wanted, reason };
        rereading::ops::decide(w, &by, event.id, (asked, line.revision), &decision)
    })
}
