//! The verbs of restitutions.

use super::gather::{self, behind};
use super::model::{
    Content, Draft, Edition, Format, Frozen, Looked, NewPoint, Of, Point, PointKind, Ready, Rest, Row, Written,
};
use super::{rules, store};
use crate::access::{Action, Actor, Denied, KeepMinutes, Permit, PublishRestitution, Role, Subject};
use crate::clock::Instant;
use crate::db::{Conn, Write};
use crate::events::{self, Event};
use crate::id::{EventId, PointId, RestitutionId, sha256};
use crate::tables::{Kind, Line, Place, ops as minutes, store as lines};
use crate::{Error, Problems, Result, audit};

/// Who facilitates only writes about their own tables, and the event's restitution where they were at any of its tables.
pub(super) fn keep(conn: &mut Conn, actor: &Actor, of: &Of) -> Result<Permit<KeepMinutes>> {
    let Of::Event(event) = of else {
        let Of::Session(place) = of else { return Err(Error::NotFound) };
        return minutes::keep(conn, actor, place);
    };
    let permit: Permit<KeepMinutes> = actor.permit(Subject::of(event.process_id))?;
    if permit.role() != Role::Facilitator {
        return Ok(permit);
    }
    let who = events::tables::facilitators_of(conn, event.id)?;
    let there = who.iter().any(|(_, account, _)| Some(*account) == permit.account());
    if there { Ok(permit) } else { Err(Error::Denied(Denied::Role)) }
}

/// What is restituted, by its name in addresses. Whoever asks was given the event.
///
/// # Errors
/// [`Error::NotFound`].
pub fn named(conn: &mut Conn, event: &Event, name: &str) -> Result<Of> {
    if name == "incontro" {
        return Ok(Of::Event(event.clone()));
    }
    let numbers = name.split_once('-').and_then(|(t, s)| Some((t.parse::<i32>().ok()?, s.parse::<i32>().ok()?)));
    let (table, session) = numbers.ok_or(Error::NotFound)?;
    let tables = events::ops::tables(conn, event.id)?;
    let (table, sessions) = tables.into_iter().find(|(t, _)| t.number == table).ok_or(Error::NotFound)?;
    let session = sessions.into_iter().find(|s| s.position == session).ok_or(Error::NotFound)?;
    Ok(Of::Session(Place { event: event.clone(), table, session }))
}

/// The same, for whoever may write it.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`].
pub fn mine(conn: &mut Conn, actor: &Actor, event: &Event, name: &str) -> Result<Of> {
    let of = named(conn, event, name)?;
    keep(conn, actor, &of)?;
    Ok(of)
}

/// How a restitution stands.
#[derive(Debug, Clone)]
pub struct Stands {
    /// Of what.
    pub of: Of,
    /// How many sentences it has.
    pub sentences: i64,
    /// How many actions.
    pub actions: i64,
    /// The newest edition: its number, and when it was published.
    pub published: Option<(i32, Instant)>,
    /// Whether that edition was taken back.
    pub withdrawn: bool,
}

/// The restitutions of an event that somebody may write, the sessions' first.
///
/// # Errors
/// [`Error::Denied`].
pub fn list(conn: &mut Conn, actor: &Actor, event: &Event) -> Result<Vec<Stands>> {
    let mut all: Vec<Of> =
        minutes::of_event(conn, actor, event)?.into_iter().map(|(place, _)| Of::Session(place)).collect();
    let whole = Of::Event(event.clone());
    if keep(conn, actor, &whole).is_ok() {
        all.push(whole);
    }
    stand(conn, event, all)
}

/// The restitutions of an event that everybody may read: the whole event's first.
///
/// # Errors
/// The database's.
pub fn published(conn: &mut Conn, event: &Event) -> Result<Vec<Stands>> {
    let mut all = vec![Of::Event(event.clone())];
    for (table, sessions) in events::ops::tables(conn, event.id)? {
        let place = |session| Of::Session(Place { event: event.clone(), table: table.clone(), session });
        all.extend(sessions.into_iter().map(place));
    }
    let mut stand = stand(conn, event, all)?;
    stand.retain(|s| s.published.is_some());
    Ok(stand)
}

/// Which of several events have a restitution everybody may read, of a session or of the whole: one statement.
///
/// # Errors
/// The database's.
pub fn published_in(conn: &mut Conn, of: &[EventId]) -> Result<Vec<EventId>> {
    store::published_in(conn, of)
}

fn stand(conn: &mut Conn, event: &Event, all: Vec<Of>) -> Result<Vec<Stands>> {
    let counts = store::counts(conn, event.id)?;
    let published = store::published(conn, event.id)?;
    let stands = |of: Of| {
        let id = of.session();
        let count = |kind| counts.iter().find(|(s, k, _)| *s == id && *k == kind).map_or(0, |(.., n)| *n);
        let newest = published.iter().rfind(|(s, ..)| *s == id);
        Stands {
            sentences: count(PointKind::Sentence),
            actions: count(PointKind::Action),
            published: newest.map(|(_, n, at, _)| (*n, *at)),
            withdrawn: newest.is_some_and(|(.., withdrawn)| *withdrawn),
            of,
        }
    };
    Ok(all.into_iter().map(stands).collect())
}

/// What is being written, and what was published of it.
///
/// # Errors
/// The database's.
pub fn draft(conn: &mut Conn, of: &Of) -> Result<Draft> {
    let Some(id) = store::find(conn, of)? else { return Ok(Draft { points: Vec::new(), editions: Vec::new() }) };
    let rows: Vec<Row> = store::points_of(conn, &[id])?.into_iter().map(|(_, row)| row).collect();
    let ids: Vec<PointId> = rows.iter().map(|r| r.id).collect();
    let mut lines = behind(conn, of, &ids)?;
    let mut sources = gather::sources(conn, of, &ids)?;
    let points = rows.into_iter().map(|row| {
        let (lines, sources) = (lines.remove(&row.id).unwrap_or_default(), sources.remove(&row.id).unwrap_or_default());
        Point { row, lines, sources }
    });
    Ok(Draft { points: points.collect(), editions: store::editions_of(conn, id)? })
}

/// One point of a restitution.
///
/// # Errors
/// [`Error::NotFound`].
pub fn point(conn: &mut Conn, of: &Of, id: PointId) -> Result<Point> {
    draft(conn, of)?.points.into_iter().find(|p| p.row.id == id).ok_or(Error::NotFound)
}

/// What a point may rest on: the lines of the session, in order; the points of the sessions' restitutions.
///
/// # Errors
/// The database's.
pub fn choices(conn: &mut Conn, of: &Of) -> Result<(Vec<Line>, Vec<Rest>)> {
    match of {
        Of::Session(place) => {
            let mut all = lines::since(conn, place.session.id, 0)?;
            all.retain(|l| l.stands() && l.kind != Kind::Heading);
            Ok((all, Vec::new()))
        }
        Of::Event(event) => Ok((Vec::new(), store::session_points(conn, event.id)?)),
    }
}

/// What a new point rests on, each with the revision that is read now.
type Rests = (Vec<(String, i32)>, Vec<(PointId, i32)>);

fn rests(conn: &mut Conn, of: &Of, new: &NewPoint) -> Result<Rests> {
    let (lines, sources) = choices(conn, of)?;
    let lines = lines.into_iter().filter(|l| new.lines.contains(&l.key)).map(|l| (l.key, l.revision));
    let sources = sources.into_iter().filter(|s| new.sources.contains(&s.id)).map(|s| (s.id, s.revision));
    Ok((lines.collect(), sources.collect()))
}

/// Adds a point at the end.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Invalid`], also where it rests on nothing; [`Error::Refused`] when there are too many.
pub fn write(w: &mut Write<'_>, actor: &Actor, of: &Of, new: &NewPoint) -> Result<PointId> {
    let permit = keep(w.conn, actor, of)?;
    if new.kind == PointKind::Action && of.session().is_none() {
        return Err(Error::NotFound);
    }
    let (lines, sources) = rests(w.conn, of, new)?;
    let new = rules::point(new, lines.len() + sources.len())?;
    let id = store::lock(w, &permit, of)?;
    let known = store::points_of(w.conn, &[id])?;
    if known.len() >= rules::MOST_POINTS {
        return Err(Error::Refused("refused-restitution-full"));
    }
    let position = known.last().map_or(0, |(_, row)| row.position) + 1;
    let point = store::insert(w, &permit, id, &new, position)?;
    store::set_rests(w, &permit, point, &lines, &sources)?;
    Ok(point)
}

/// A point of this restitution as it stands now, if it was not written over since.
fn standing(
    w: &mut Write<'_>,
    permit: &Permit<KeepMinutes>,
    of: &Of,
    (point, revision): (PointId, i32),
) -> Result<std::result::Result<(RestitutionId, Row), Written>> {
    let id = store::lock(w, permit, of)?;
    let rows = store::points_of(w.conn, &[id])?;
    let (_, row) = rows.into_iter().find(|(_, row)| row.id == point).ok_or(Error::NotFound)?;
    Ok(if row.revision == revision { Ok((id, row)) } else { Err(Written::Overtaken(Box::new(row))) })
}

/// Writes a point anew. `revision` is the one that was read.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Invalid`]; [`Error::NotFound`].
pub fn mend(
    w: &mut Write<'_>,
    actor: &Actor,
    of: &Of,
    (point, revision): (PointId, i32),
    new: &NewPoint,
) -> Result<Written> {
    let permit = keep(w.conn, actor, of)?;
    let row = match standing(w, &permit, of, (point, revision))? {
        Ok((_, row)) => row,
        Err(overtaken) => return Ok(overtaken),
    };
    let (lines, sources) = rests(w.conn, of, new)?;
    let new = rules::point(&NewPoint { kind: row.kind, ..new.clone() }, lines.len() + sources.len())?;
    store::update(w, &permit, point, &new)?;
    store::set_rests(w, &permit, point, &lines, &sources)?;
    Ok(Written::Done)
}

/// Takes a point out. `revision` is the one that was read.
///
/// # Errors
/// [`Error::Denied`]; [`Error::NotFound`]; [`Error::Refused`] where the event's restitution rests on it.
pub fn remove(w: &mut Write<'_>, actor: &Actor, of: &Of, (point, revision): (PointId, i32)) -> Result<Written> {
    let permit = keep(w.conn, actor, of)?;
    if let Err(overtaken) = standing(w, &permit, of, (point, revision))? {
        return Ok(overtaken);
    }
    if store::is_source(w.conn, point)? {
        return Err(Error::Refused("refused-restitution-rested-on"));
    }
    store::delete(w, &permit, point)?;
    Ok(Written::Done)
}

/// Moves a point one place up or down among those of its kind; the last one there stays where it is.
///
/// # Errors
/// [`Error::Denied`]; [`Error::NotFound`].
pub fn shift(w: &mut Write<'_>, actor: &Actor, of: &Of, point: PointId, up: bool) -> Result<()> {
    let permit = keep(w.conn, actor, of)?;
    let id = store::lock(w, &permit, of)?;
    let mut rows: Vec<Row> = store::points_of(w.conn, &[id])?.into_iter().map(|(_, row)| row).collect();
    let kind = rows.iter().find(|r| r.id == point).ok_or(Error::NotFound)?.kind;
    rows.retain(|r| r.kind == kind);
    let at = rows.iter().position(|r| r.id == point).unwrap_or_default();
    let other = if up { at.checked_sub(1) } else { Some(at + 1) };
    if let Some((mine, other)) = rows.get(at).zip(other.and_then(|n| rows.get(n))) {
        store::set_position(w, &permit, mine.id, other.position)?;
        store::set_position(w, &permit, other.id, mine.position)?;
    }
    Ok(())
}

/// Keeps a line of the session from the public, or shows it again.
///
/// # Errors
/// [`Error::Denied`]; [`Error::NotFound`].
pub fn withhold(w: &mut Write<'_>, actor: &Actor, of: &Of, key: &str, withheld: bool) -> Result<()> {
    let permit = keep(w.conn, actor, of)?;
    lines::line(w.conn, of.session().ok_or(Error::NotFound)?, key)?;
    store::set_withheld(w, &permit, key, withheld)
}

/// The organisations that were heard at an event, and whether each agreed to be named.
///
/// # Errors
/// The database's.
pub fn voices(conn: &mut Conn, event: &Event) -> Result<Vec<(String, bool)>> {
    let agreed = store::voices(conn, event.id)?;
    let mut names = store::organisations(conn, event.id)?;
    names.extend(agreed.iter().filter(|a| !names.contains(a)).cloned().collect::<Vec<_>>());
    Ok(names.into_iter().map(|n| (agreed.contains(&n), n)).map(|(yes, n)| (n, yes)).collect())
}

/// Takes down which organisations agreed to be named beside what was said for them.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Invalid`] for one that was not heard.
pub fn set_voices(w: &mut Write<'_>, actor: &Actor, event: &Event, list: &[String]) -> Result<()> {
    let permit = keep(w.conn, actor, &Of::Event(event.clone()))?;
    let heard = voices(w.conn, event)?;
    if !list.iter().all(|name| heard.iter().any(|(h, _)| h == name)) {
        let mut p = Problems::default();
        p.add("voices", "problem-choose");
        return Err(Error::Invalid(p));
    }
    store::set_voices(w, &permit, event.id, list)?;
    audit::record(w, &permit, &format!("event {} voices", event.number), "")
}

/// What is being written, and what it would say if it were published now, or what is to be done before.
///
/// # Errors
/// The database's.
pub fn look(conn: &mut Conn, of: &Of) -> Result<Looked> {
    let draft = draft(conn, of)?;
    let (ready, alike) = gather::ready(conn, of, &draft.points)?;
    Ok(Looked { draft, ready, alike })
}

/// SHA-256 of what a restitution says: printed in it, and kept beside it.
///
/// # Errors
/// None in practice.
pub fn fingerprint(content: &Content) -> Result<String> {
    Ok(sha256(serde_json::to_string(content)?))
}

/// Whether somebody may publish it: who wrote any of its words does not, nor who has no such role.
///
/// # Errors
/// [`Error::Denied`].
pub fn may_publish(actor: &Actor, of: &Of, points: &[Point]) -> Result<Permit<PublishRestitution>> {
    let permit: Permit<PublishRestitution> = actor.permit(Subject::of(of.event().process_id))?;
    if points.iter().any(|p| Some(p.row.written_by) == permit.account()) {
        return Err(Error::Denied(Denied::SamePerson));
    }
    Ok(permit)
}

/// Publishes an edition whose files were made from `content` beforehand; its number. Everything is gathered again in the
/// transaction: what changed meanwhile makes it stop.
///
/// # Errors
/// [`Error::Denied`], also to who wrote any of it; [`Error::Refused`] before it has begun, while something is missing, when something changed
/// meanwhile, or when nothing changed since the newest edition; [`Error::Invalid`] where words stand in it that are also surnames of
/// people who were there, or names of organisations that have not agreed, and nobody said (`reread`) that they name no one.
pub fn publish(
    w: &mut Write<'_>,
    actor: &Actor,
    of: &Of,
    content: &Content,
    files: &[Frozen],
    reread: bool,
) -> Result<i32> {
    let permit: Permit<PublishRestitution> = actor.permit(Subject::of(of.event().process_id))?;
    if !of.has_begun(w.now) {
        return Err(Error::Refused("refused-restitution-not-held"));
    }
    let id = locked(w, &permit, of)?;
    let Looked { draft, ready, alike } = look(w.conn, of)?;
    may_publish(actor, of, &draft.points)?;
    let Ready::Yes(now) = ready else { return Err(Error::Refused("refused-restitution-missing")) };
    if *now != *content {
        return Err(Error::Refused("refused-restitution-changed"));
    }
    if !alike.is_empty() && !reread {
        let mut p = Problems::default();
        p.add("reread", "problem-restitution-alike");
        return Err(Error::Invalid(p));
    }
    let fingerprint = fingerprint(content)?;
    if draft.editions.first().is_some_and(|e| e.withdrawn.is_none() && e.sha256 == fingerprint) {
        return Err(Error::Refused("refused-restitution-same"));
    }
    let number = draft.editions.first().map_or(0, |e| e.number) + 1;
    store::publish(w, &permit, id, number, &serde_json::to_string(content)?, files)?;
    audit::record(w, &permit, &format!("event {} restitution {}", of.event().number, of.name()), "")?;
    Ok(number)
}

/// Takes an edition back, with a reason for everybody: its page says why and when, its files are no longer handed out. The others stay
/// as they are. Like publishing, it is done by somebody who wrote none of the words that stand.
///
/// # Errors
/// [`Error::Denied`], also to who wrote any of it; [`Error::NotFound`]; [`Error::Invalid`] without a reason, or where it names somebody
/// who was there; [`Error::Refused`] when it was taken back before.
pub fn withdraw(w: &mut Write<'_>, actor: &Actor, of: &Of, number: i32, reason: &str) -> Result<()> {
    let permit: Permit<PublishRestitution> = actor.permit(Subject::of(of.event().process_id))?;
    let id = store::find(w.conn, of)?.ok_or(Error::NotFound)?;
    store::lock(w, &permit, of)?;
    let draft = draft(w.conn, of)?;
    may_publish(actor, of, &draft.points)?;
    let mut p = Problems::default();
    let reason = p.text("reason", reason, true, rules::MAX_REASON);
    // It stands for ever in the place of what may have named them.
    if events::naming::names_somebody(&reason, &gather::names(w.conn, of)?) {
        p.add("reason", "problem-restitution-named");
    }
    p.check()?;
    if !store::withdraw(w, &permit, id, number, &reason)? {
        return Err(Error::Refused("refused-restitution-withdrawn"));
    }
    let subject = format!("event {} restitution {}/{number} withdrawn", of.event().number, of.name());
    audit::record(w, &permit, &subject, &reason)
}

fn locked<A: Action>(w: &mut Write<'_>, permit: &Permit<A>, of: &Of) -> Result<RestitutionId> {
    if store::find(w.conn, of)?.is_none() {
        return Err(Error::Refused("refused-restitution-missing"));
    }
    store::lock(w, permit, of)
}

/// The published editions, newest first.
///
/// # Errors
/// The database's.
pub fn editions(conn: &mut Conn, of: &Of) -> Result<Vec<Edition>> {
    store::find(conn, of)?.map_or(Ok(Vec::new()), |id| store::editions_of(conn, id))
}

/// What an edition says.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Gone`] when it was taken back.
pub fn content(conn: &mut Conn, of: &Of, number: i32) -> Result<Content> {
    let id = served(conn, of, number)?;
    Ok(serde_json::from_str(&store::content(conn, id, number)?)?)
}

fn served(conn: &mut Conn, of: &Of, number: i32) -> Result<RestitutionId> {
    let id = store::find(conn, of)?.ok_or(Error::NotFound)?;
    if store::is_withdrawn(conn, id, number)? { Err(Error::Gone("gone-restitution")) } else { Ok(id) }
}

/// A file of an edition, as it was frozen, and its SHA-256.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Gone`] when it was taken back.
pub fn file(conn: &mut Conn, of: &Of, number: i32, format: Format) -> Result<(Vec<u8>, String)> {
    let id = served(conn, of, number)?;
    store::file(conn, id, number, format)
}
