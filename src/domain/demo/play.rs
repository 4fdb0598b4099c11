//! Steps both demo processes share.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use super::files::{ContributionFile, ProcessFile};
use super::people::{self, People};
use crate::clock::Instant;
use crate::db::Db;
use crate::id::{AccountId, ContributionId, ProcessId, VersionId};
use crate::plans::{self, Passage};
use crate::processes::{self, Document, Facts, Phase, PhaseKind, Promoter};
use crate::register::{self, Channel, Kind, Moderation, NamedAs, NewContribution};
use crate::{Error, Result, comments};

/// The instant at which a wall clock in Rome shows `2025-02-25T10:00` (seconds optional).
pub fn rome(local: &str) -> Instant {
    let read = |format| NaiveDateTime::parse_from_str(local, format).ok();
    read("%Y-%m-%dT%H:%M:%S").or_else(|| read("%Y-%m-%dT%H:%M")).map(Instant::in_rome).unwrap_or_default()
}

/// A day so many days from another.
pub fn day_from(today: NaiveDate, days: Option<i64>) -> Option<NaiveDate> {
    days.and_then(|d| today.checked_add_signed(TimeDelta::days(d)))
}

/// The instant at a wall-clock time in Rome, so many days from a day.
pub fn at_time(today: NaiveDate, days: i64, time: &str) -> Instant {
    let day = day_from(today, Some(days)).unwrap_or(today);
    let time = NaiveTime::parse_from_str(time, "%H:%M").unwrap_or_default();
    Instant::in_rome(day.and_time(time))
}

/// Makes a process with its roles, promoters, phases and documents, and publishes it.
pub fn process(db: &Db, people: &People, file: &ProcessFile, today: NaiveDate, at: Instant) -> Result<ProcessId> {
    let administrator = people::actor(db, people.administrator)?;
    let (act, number) = (&file.founding_act, file.founding_act.number.as_deref());
    // A title often begins with the kind of act it is: then the kind is not said twice.
    let founding = match number {
        Some(number) => format!("{} n. {number}: {}", act.kind, act.title),
        None if act.title.starts_with(&act.kind) => act.title.clone(),
        None => format!("{}: {}", act.kind, act.title),
    };
    let facts = Facts {
        title: file.title.clone(),
        summary: format!("{}\n\n{}", file.summary, file.demo_note),
        founding_act: founding,
        founded_on: file.founding_act.date.or_else(|| day_from(today, file.founding_act.days_from_today)),
        contact: file.promoters.iter().map(|p| p.contact.clone()).collect::<Vec<_>>().join(", "),
        facilitator: file.facilitator.clone(),
    };
    let (slug, by) = (file.slug.clone(), administrator);
    let id = db.write(at, move |w| processes::ops::create(w, &by, &slug, &facts))?;
    people::grant_roles(db, people, id, at)?;
    let promoter = people::actor(db, people.promoter)?;
    let promoters: Vec<Promoter> = file.promoters.iter().map(promoter_of).collect();
    let phases: Vec<Phase> = file.phases.iter().map(|p| phase_of(p, today)).collect();
    let note =
        |d: &super::files::DocumentFile| Document { title: d.title.clone(), note: d.note.clone(), link: String::new() };
    let documents: Vec<Document> = file.documents.iter().map(note).collect();
    db.write(at, move |w| {
        processes::ops::set_promoters(w, &promoter, id, &promoters)?;
        processes::ops::set_phases(w, &promoter, id, &phases)?;
        processes::ops::set_documents(w, &promoter, id, &documents)?;
        processes::ops::publish(w, &promoter, id)
    })?;
    Ok(id)
}

fn promoter_of(file: &super::files::PromoterFile) -> Promoter {
    let act = file.approval_act.as_ref();
    Promoter {
        name: file.name.clone(),
        contact: file.contact.clone(),
        act_kind: act.map(|a| a.kind.clone()).unwrap_or_default(),
        act_number: act.map(|a| a.number.clone()).unwrap_or_default(),
        act_date: act.map(|a| a.date),
    }
}

fn phase_of(file: &super::files::PhaseFile, today: NaiveDate) -> Phase {
    let kind = match file.key.as_str() {
        "document_analysis" => PhaseKind::Analysis,
        "interviews" => PhaseKind::Interviews,
        "participatory_event" => PhaseKind::Event,
        "presentation" => PhaseKind::Presentation,
        _ => PhaseKind::Consultation,
    };
    Phase {
        id: crate::id::PhaseId(0),
        kind,
        title: file.title.clone(),
        description: file.description.clone(),
        starts_on: file.start.or_else(|| day_from(today, file.start_days_from_today)),
        ends_on: file.end.or_else(|| day_from(today, file.end_days_from_today)),
    }
}

/// Imports a Markdown plan as a draft.
pub fn import(
    db: &Db,
    by: AccountId,
    process: ProcessId,
    name: &'static str,
    text: &'static str,
    at: Instant,
) -> Result<VersionId> {
    let source = reader::read(name, text.as_bytes()).map_err(|e| Error::Stored(e.to_string()))?;
    let prepared = db.read(|conn| plans::prepare(conn, process, source))?;
    let by = people::actor(db, by)?;
    let hash = crate::id::sha256(text);
    db.write(at, move |w| plans::ops::import(w, &by, process, &prepared, name, &hash))
}

/// Writes what a draft says in short.
pub fn summarize(db: &Db, by: AccountId, version: VersionId, text: &'static str, at: Instant) -> Result<()> {
    let by = people::actor(db, by)?;
    db.write(at, move |w| {
        let saw = plans::summary::seen(&plans::ops::by_id(w.conn, version)?);
        plans::ops::summarize(w, &by, version, &saw, text)
    })
}

/// Publishes a draft.
pub fn publish(db: &Db, by: AccountId, version: VersionId, note: &'static str, at: Instant) -> Result<()> {
    let by = people::actor(db, by)?;
    db.write(at, move |w| plans::ops::publish(w, &by, version, note))
}

/// The passage that holds an excerpt.
pub fn find<'a>(passages: &'a [Passage], excerpt: &str) -> Result<&'a Passage> {
    let tidy = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let wanted = tidy(excerpt);
    let found = passages
        .iter()
        .find(|p| tidy(&p.text) == wanted)
        .or_else(|| passages.iter().find(|p| tidy(&p.text).contains(&wanted)));
    found.ok_or_else(|| Error::Stored(format!("demo content: no passage holds \"{excerpt}\"")))
}

/// Sends a contribution as its author, and has the reviewer publish it the next minute.
pub fn send(
    db: &Db,
    people: &People,
    version: VersionId,
    file: &ContributionFile,
    at: Instant,
) -> Result<(AccountId, ContributionId)> {
    let account = people::author(db, &file.author)?;
    let passages = db.read(|conn| plans::ops::passages(conn, version))?;
    let passage = file.on.as_deref().map(|on| find(&passages, on)).transpose()?.and_then(|p| p.id);
    let organisation = people::organisation_of(db, account)?;
    let (named_as, pseudonym) = match file.named_as.as_str() {
        "organisation" => (NamedAs::Organisation, ""),
        other => other.strip_prefix("pseudonym:").map_or((NamedAs::Anonymous, ""), |p| (NamedAs::Pseudonym, p)),
    };
    let new = NewContribution {
        version,
        passage,
        kind: Kind::parse(&file.kind).unwrap_or(Kind::Addition),
        text: file.text.clone(),
        proposed: file.proposed.clone().unwrap_or_default(),
        shown: file.public,
        named_as,
        pseudonym: pseudonym.to_owned(),
        organisation,
        channel: Channel::Online,
        sender: String::new(),
        evidence: String::new(),
    };
    let (author, reviewer) = (people::actor(db, account)?, people::actor(db, people.reviewer)?);
    let receipt = db.write(at, move |w| comments::ops::send(w, &author, new))?;
    let id = receipt.id;
    db.write(at.plus_seconds(3600), move |w| {
        register::ops::moderate(w, &reviewer, register::Seen { id, revision: 1 }, Moderation::Published, None, "")
    })?;
    Ok((account, id))
}

/// Others say "me too" to what is shown.
pub fn support(
    db: &Db,
    authors: &[AccountId],
    of: (AccountId, ContributionId),
    wanted: usize,
    at: Instant,
) -> Result<()> {
    for account in authors.iter().filter(|a| **a != of.0).take(wanted) {
        let by = people::actor(db, *account)?;
        db.write(at, move |w| comments::ops::support(w, &by, of.1, true))?;
    }
    Ok(())
}
