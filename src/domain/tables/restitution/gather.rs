//! From the drafts to what is published: which lines may be shown, whose organisation is named, and what is missing.

use std::collections::HashMap;

use super::model::{
    Action, Alike, Behind, Content, Heard, Missing, Of, Place, Point, PointKind, Ready, Rest, Row, Sentence, Why,
};
use super::{rules, store};
use crate::db::Conn;
use crate::events::{self, naming};
use crate::id::PointId;
use crate::tables::{Line, rereading, store as lines};
use crate::{Result, processes};

/// The lines behind points of a session's restitution, in the order in which they were said.
pub fn behind(conn: &mut Conn, of: &Of, points: &[PointId]) -> Result<HashMap<PointId, Vec<Behind>>> {
    let Some(session) = of.session() else { return Ok(HashMap::new()) };
    let links = store::lines_of(conn, points)?;
    let all = lines::since(conn, session, 0)?;
    let withheld = store::withheld(conn, &[session])?;
    let mut barred = store::held_back(conn, &[session])?;
    barred.extend(rereading::asked(conn, &[session])?);
    let mut out: HashMap<PointId, Vec<Behind>> = HashMap::new();
    for line in all {
        for (point, _, read) in links.iter().filter(|(_, key, _)| *key == line.key) {
            let (withheld, barred) = (withheld.contains(&line.key), barred.contains(&line.key));
            out.entry(*point).or_default().push(Behind { line: line.clone(), read: *read, withheld, barred });
        }
    }
    Ok(out)
}

/// What the sentences of an event's restitution rest on.
pub fn sources(conn: &mut Conn, of: &Of, points: &[PointId]) -> Result<HashMap<PointId, Vec<Rest>>> {
    let Of::Event(event) = of else { return Ok(HashMap::new()) };
    let links = store::sources_of(conn, points)?;
    let mut out: HashMap<PointId, Vec<Rest>> = HashMap::new();
    for rest in store::session_points(conn, event.id)? {
        for (point, _, read) in links.iter().filter(|(_, source, _)| *source == rest.id) {
            out.entry(*point).or_default().push(Rest { read: *read, ..rest.clone() });
        }
    }
    Ok(out)
}

/// What would be published, or what is missing.
pub fn ready(conn: &mut Conn, of: &Of, points: &[Point]) -> Result<(Ready, Vec<Alike>)> {
    let names = names(conn, of)?;
    let unnamed = unnamed(conn, of)?;
    let alike = points.iter().flat_map(|p| alike(p, &names, &unnamed)).collect();
    Ok((stands(conn, of, points, &names)?, alike))
}

/// The people who were there, and who facilitated: none of them is named.
pub fn names(conn: &mut Conn, of: &Of) -> Result<Vec<String>> {
    let mut names = store::people(conn, of.event().id)?;
    names.extend(events::tables::facilitators_of(conn, of.event().id)?.into_iter().map(|(.., name)| name));
    Ok(names)
}

/// The organisations that were there, or that lines name, and have not agreed to be named.
fn unnamed(conn: &mut Conn, of: &Of) -> Result<Vec<String>> {
    let agreed = store::voices(conn, of.event().id)?;
    let mut there = store::organisations(conn, of.event().id)?;
    there.extend(store::enrolled_for(conn, of.event().id)?);
    there.retain(|name| !agreed.contains(name));
    there.sort();
    there.dedup();
    Ok(there)
}

fn stands(conn: &mut Conn, of: &Of, points: &[Point], names: &[String]) -> Result<Ready> {
    let mut missing: Vec<Missing> = points.iter().filter_map(|p| wrong(p, names)).collect();
    if points.is_empty() {
        missing.push(Missing { why: Why::Nothing, point: None, words: String::new() });
    }
    let content = match of {
        Of::Session(_) => session(conn, of, points)?,
        Of::Event(_) => match whole(conn, of, points)? {
            Ok(content) => content,
            Err(sessions) => {
                missing.extend(sessions);
                return Ok(Ready::No(missing));
            }
        },
    };
    Ok(if missing.is_empty() { Ready::Yes(Box::new(content)) } else { Ready::No(missing) })
}

/// What keeps a point from being published.
fn wrong(point: &Point, names: &[String]) -> Option<Missing> {
    let row = &point.row;
    let said = [&row.text, &row.objective, &row.who, &row.by_when, &row.means];
    let mut shown = point.lines.iter().filter(|b| b.shown());
    let (why, words) = if point.overtaken() || (point.lines.is_empty() && point.sources.is_empty()) {
        (Why::Overtaken, row.text.clone())
    } else if said.into_iter().any(|text| naming::names_somebody(text, names)) {
        (Why::Named, row.text.clone())
    } else if let Some(line) = shown.find(|b| naming::names_somebody(&b.line.text, names)) {
        (Why::NamedBehind, line.line.text.clone())
    } else {
        return None;
    };
    Some(Missing { why, point: Some(row.id), words })
}

/// Words of a point, and of the lines that would be shown behind it, that are also somebody's surname, or the name of an organisation
/// that has not agreed: each once.
fn alike(point: &Point, names: &[String], unnamed: &[String]) -> Vec<Alike> {
    let row = &point.row;
    let own = [&row.text, &row.objective, &row.who, &row.by_when, &row.means];
    let shown = point.lines.iter().filter(|b| b.shown()).map(|b| &b.line.text);
    let mut out: Vec<Alike> = Vec::new();
    for text in own.into_iter().chain(shown) {
        let organisations = naming::organisations(text, unnamed).into_iter().map(str::to_owned);
        for word in naming::surnames(text, names).into_iter().chain(organisations) {
            if out.iter().all(|a| a.word != word) {
                out.push(Alike { point: row.id, word, text: text.clone() });
            }
        }
    }
    out
}

/// What both kinds say of where they come from.
fn begun(conn: &mut Conn, of: &Of) -> Result<Content> {
    let event = of.event();
    let process = processes::ops::by_id(conn, event.process_id)?;
    let page = processes::ops::page(conn, process)?;
    let session = match of {
        Of::Session(at) => Some(Place {
            table: at.table.number,
            theme: at.table.theme.clone(),
            session: at.session.position,
            question: at.session.question.clone(),
        }),
        Of::Event(_) => None,
    };
    Ok(Content {
        process: page.process.title,
        promoters: page.promoters.into_iter().map(|p| p.name).collect(),
        event: event.title.clone(),
        number: event.number,
        held_at: event.starts_at,
        session,
        sentences: Vec::new(),
        plan: Vec::new(),
    })
}

fn session(conn: &mut Conn, of: &Of, points: &[Point]) -> Result<Content> {
    let voices = store::voices(conn, of.event().id)?;
    let mut content = begun(conn, of)?;
    let Some(place) = content.session.clone() else { return Ok(content) };
    let mut actions = Vec::new();
    for Point { row, lines, .. } in points {
        let heard: Vec<Heard> = lines.iter().filter(|b| b.shown()).map(|b| heard(&b.line, &voices)).collect();
        let unshown = lines.len() - heard.len();
        match row.kind {
            PointKind::Sentence => {
                let text = row.text.clone();
                content.sentences.push(Sentence { text, lines: heard, unshown, from: Vec::new() });
            }
            PointKind::Action => {
                actions.push((row.objective.clone(), action(row, (heard, unshown), &place)));
            }
        }
    }
    content.plan = rules::plan(actions);
    Ok(content)
}

fn action(row: &Row, (lines, unshown): (Vec<Heard>, usize), place: &Place) -> Action {
    Action {
        text: row.text.clone(),
        who: row.who.clone(),
        by_when: row.by_when.clone(),
        means: row.means.clone(),
        lines,
        unshown,
        place: place.clone(),
    }
}

/// A line as the public reads it: beside it stands the organisation it was said for, where that agreed, or nobody.
fn heard(line: &Line, voices: &[String]) -> Heard {
    let said_for =
        if line.enrolment.is_some() { line.person_for.clone().unwrap_or_default() } else { line.organisation.clone() };
    let by = Some(said_for).filter(|name| voices.contains(name)).unwrap_or_default();
    Heard { kind: line.kind, text: line.text.clone(), by }
}

/// The whole event's, out of its own sentences and the newest editions of the sessions'; or the sessions that are to be published
/// before.
fn whole(conn: &mut Conn, of: &Of, points: &[Point]) -> Result<std::result::Result<Content, Vec<Missing>>> {
    let mut content = begun(conn, of)?;
    let editions = newest(conn, of)?;
    let rests = store::session_points(conn, of.event().id)?;
    let mut missing: Vec<Missing> = Vec::new();
    let mut late = |rest: &Rest| {
        let words = format!("{}-{}", rest.table, rest.session);
        if missing.iter().all(|m: &Missing| m.words != words) {
            missing.push(Missing { why: Why::Session, point: None, words });
        }
    };
    // What the sessions' restitutions say now must be what was published of them.
    let place = |rest: &Rest| editions.iter().find(|c| says(c, rest)).and_then(|c| c.session.clone());
    rests.iter().filter(|r| place(r).is_none()).for_each(&mut late);
    for Point { row, sources, .. } in points {
        let from = sources.iter().filter_map(|s| Some((place(s)?, s.text.clone()))).collect();
        content.sentences.push(Sentence { text: row.text.clone(), lines: Vec::new(), unshown: 0, from });
    }
    let actions = editions.into_iter().flat_map(|c| c.plan);
    content.plan =
        rules::plan(actions.flat_map(|o| o.actions.into_iter().map(move |a| (o.title.clone(), a))).collect());
    Ok(if missing.is_empty() { Ok(content) } else { Err(missing) })
}

/// Whether an edition says what a point says.
fn says(content: &Content, rest: &Rest) -> bool {
    let here = content.session.as_ref().is_some_and(|s| (s.table, s.session) == (rest.table, rest.session));
    here && match rest.kind {
        PointKind::Sentence => content.sentences.iter().any(|s| s.text == rest.text),
        PointKind::Action => content.plan.iter().flat_map(|o| &o.actions).any(|a| a.text == rest.text),
    }
}

/// The newest edition of each session's restitution, by table and session.
fn newest(conn: &mut Conn, of: &Of) -> Result<Vec<Content>> {
    let ids: Vec<_> = store::sessions(conn, of.event().id)?;
    let mut found = HashMap::new();
    for (id, _, content) in store::contents(conn, &ids)? {
        found.insert(id, content);
    }
    let mut out = Vec::with_capacity(found.len());
    for json in found.into_values() {
        out.push(serde_json::from_str::<Content>(&json)?);
    }
    out.sort_by_key(|c| c.session.as_ref().map(|s| (s.table, s.session)));
    Ok(out)
}
