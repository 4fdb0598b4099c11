//! Turin's metropolitan plan for the social economy, 2024-25: the real facts, in words of our own, played whole.

use std::collections::HashMap;

use super::files::{ContributionFile, ParticipantsFile, ProcessFile, RequestFile, UnexplainedFile};
use super::minutes::{self, Contributed};
use super::people::{self, People};
use super::{interviews, meetings, parse, play, restitutions};
use crate::access::Actor;
use crate::clock::Instant;
use crate::db::Db;
use crate::id::{AccountId, ContributionId, ProcessId, VersionId};
use crate::intake::{self, Answer, Cited, Excerpt, NewRequest, NewResponse};
use crate::plans::{self, Passage, Reason};
use crate::processes::{self, Figure, NewAct};
use crate::report::{self, EntryChannel, NewEntry};
use crate::{Error, Result, consultations};

const V1: &str = include_str!("content/torino/plan-v1.md");
const V2: &str = include_str!("content/torino/plan-v2.md");
const SUMMARY: &str = include_str!("content/torino/sintesi.md");

/// Its word in addresses.
pub fn slug() -> Result<String> {
    Ok(parse::<ProcessFile>(include_str!("content/torino/process.json"))?.slug)
}

/// Plays it from the founding agreement to the last answer; the report is left to whoever can print it.
pub fn play(db: &Db, people: &People) -> Result<(ProcessId, Instant)> {
    let file: ProcessFile = parse(include_str!("content/torino/process.json"))?;
    let contributions: Vec<ContributionFile> = parse(include_str!("content/torino/contributions.json"))?;
    let founded = play::rome("2024-07-18T15:00");
    let process = play::process(db, people, &file, founded.day(), founded)?;
    meetings::torino(db, people, process)?;
    minutes::torino(db, people, process)?;
    restitutions::torino(db, people, process)?;
    let heard = interviews::hear(db, people, process)?;
    let first = play::import(db, people.reviewer, process, "plan-v1.md", V1, play::rome("2025-02-20T11:00"))?;
    play::summarize(db, people.reviewer, first, SUMMARY, play::rome("2025-02-21T09:00"))?;
    play::publish(db, people.promoter, first, "Bozza per la consultazione aperta", play::rome("2025-02-24T12:00"))?;
    interviews::cite(db, people, process, first, &heard)?;
    open_window(db, people, first)?;
    let sent = comment(db, people, first, &contributions)?;
    let said = minutes::contribute(db, people, process)?;
    let second = play::import(db, people.reviewer, process, "plan-v2.md", V2, play::rome("2025-03-18T09:30"))?;
    play::summarize(db, people.reviewer, second, SUMMARY, play::rome("2025-03-18T10:00"))?;
    decide(db, people, second)?;
    answer(db, people, process, (first, second), &contributions, &sent, &said)?;
    explain(db, people, second)?;
    publish(db, people, process, second)?;
    prepare_report(db, people, process, &file)?;
    Ok((process, play::rome("2025-04-14T10:00")))
}

fn open_window(db: &Db, people: &People, version: VersionId) -> Result<()> {
    let by = people::actor(db, people.promoter)?;
    let (opens, closes) = (play::rome("2025-02-25T10:00"), play::rome("2025-03-11T18:00"));
    db.write(play::rome("2025-02-24T12:05"), move |w| {
        consultations::ops::set_window(w, &by, version, opens, closes).map(|_| ())
    })
}

fn comment(db: &Db, people: &People, version: VersionId, list: &[ContributionFile]) -> Result<Vec<ContributionId>> {
    let mut sent: Vec<(AccountId, ContributionId)> = Vec::new();
    for file in list {
        let at = play::rome(file.at.as_deref().unwrap_or_default().get(..19).unwrap_or_default());
        sent.push(play::send(db, people, version, file, at)?);
    }
    let mut authors: Vec<AccountId> = sent.iter().map(|(a, _)| *a).collect();
    authors.push(people.participant);
    authors.dedup();
    for (of, file) in sent.iter().zip(list).filter(|(_, f)| f.public) {
        play::support(db, &authors, *of, file.support, play::rome("2025-03-11T17:58"))?;
    }
    Ok(sent.into_iter().map(|(_, c)| c).collect())
}

/// What the alignment leaves to a person, the demo's reviewer decides for the likeliest, or for a new passage.
fn decide(db: &Db, people: &People, version: VersionId) -> Result<()> {
    let by = people::actor(db, people.reviewer)?;
    for item in db.read(|conn| plans::ops::undecided(conn, version))? {
        let (by, row) = (by.clone(), item.passage.row);
        let likely = item.candidates.first().filter(|c| c.likeness >= 500).map(|c| c.code);
        db.write(play::rome("2025-03-18T10:00"), move |w| {
            plans::ops::decide(w, &by, version, row, likely).or_else(|e| match e {
                Error::Refused("refused-code-taken") => plans::ops::decide(w, &by, version, row, None),
                other => Err(other),
            })
        })?;
    }
    Ok(())
}

struct Intake {
    reviewer: Actor,
    promoter: Actor,
    process: ProcessId,
    first: (VersionId, Vec<Passage>),
    second: (VersionId, Vec<Passage>),
}

fn answer(
    db: &Db,
    people: &People,
    process: ProcessId,
    (first, second): (VersionId, VersionId),
    list: &[ContributionFile],
    sent: &[ContributionId],
    said: &Contributed,
) -> Result<()> {
    let intake = Intake {
        reviewer: people::actor(db, people.reviewer)?,
        promoter: people::actor(db, people.promoter)?,
        process,
        first: (first, db.read(|conn| plans::ops::passages(conn, first))?),
        second: (second, db.read(|conn| plans::ops::passages(conn, second))?),
    };
    let mut shared: HashMap<String, (Vec<i32>, RequestFile)> = HashMap::new();
    let mut single: Vec<(Vec<i32>, RequestFile)> = Vec::new();
    for (file, id) in list.iter().zip(sent) {
        for request in &file.requests {
            let number = cut(db, &intake, *id, &file.text, request)?;
            match &request.answer {
                Some(key) => shared.entry(key.clone()).or_insert_with(|| (Vec::new(), request.clone())).0.push(number),
                None => single.push((vec![number], request.clone())),
            }
        }
    }
    let number = cut(db, &intake, said.id, &said.text, &said.request)?;
    single.push((vec![number], said.request.clone()));
    single.extend(shared.into_values());
    single.sort_by_key(|(numbers, _)| numbers.first().copied());
    for (numbers, file) in single {
        respond(db, &intake, numbers, &file)?;
    }
    Ok(())
}

fn cut(db: &Db, intake: &Intake, id: ContributionId, text: &str, file: &RequestFile) -> Result<i32> {
    let missing = || Error::Stored(format!("demo content: \"{}\" is not in the contribution", file.excerpt));
    let at = text.find(&file.excerpt).ok_or_else(missing)?;
    let count = |s: &str| i32::try_from(s.chars().count()).unwrap_or(0);
    let starts = count(&text[..at]);
    let new = NewRequest {
        excerpts: vec![Excerpt { starts, ends: starts + count(&file.excerpt) }],
        summary: file.summary.clone(),
        theme: file.theme.clone(),
    };
    let by = intake.reviewer.clone();
    db.write(play::rome("2025-03-13T10:00"), move |w| Ok(intake::ops::cut(w, &by, id, &new)?.number))
}

fn respond(db: &Db, intake: &Intake, requests: Vec<i32>, file: &RequestFile) -> Result<()> {
    let new = NewResponse { requests, answer: answer_of(intake, file)?, reason: file.reason.clone() };
    let (reviewer, promoter, process) = (intake.reviewer.clone(), intake.promoter.clone(), intake.process);
    let prepared_at = play::rome("2025-03-20T10:00");
    let number = db.write(prepared_at, move |w| {
        let response = intake::ops::prepare(w, &reviewer, process, &new)?;
        intake::ops::submit(w, &reviewer, process, response.number)?;
        Ok(response.number)
    })?;
    db.write(play::rome("2025-03-27T15:00"), move |w| intake::ops::approve(w, &promoter, process, number, prepared_at))
}

fn answer_of(intake: &Intake, file: &RequestFile) -> Result<Answer> {
    let cited = |of: &(VersionId, Vec<Passage>)| -> Result<Cited> {
        let codes = file.passages.iter().map(|e| play::find(&of.1, e).map(|p| p.code.unwrap_or_default()));
        Ok(Cited { version: of.0, codes: codes.collect::<Result<_>>()? })
    };
    let competence = file.competence.clone().unwrap_or_default();
    Ok(match file.outcome.as_str() {
        "integrated" => Answer::Integrated(cited(&intake.second)?),
        "partially_integrated" => Answer::PartiallyIntegrated(cited(&intake.second)?),
        "already_present" => Answer::AlreadyPresent(cited(&intake.first).or_else(|_| cited(&intake.second))?),
        "deferred" => {
            let to =
                file.deferred_to.as_ref().ok_or_else(|| Error::Stored("demo content: deferred to whom?".into()))?;
            Answer::Deferred { step: to.step.clone(), owner: to.owner.clone() }
        }
        "out_of_scope" => Answer::OutOfScope { competence },
        _ => Answer::NotAccepted { competence },
    })
}

fn explain(db: &Db, people: &People, version: VersionId) -> Result<()> {
    let list: Vec<UnexplainedFile> = parse(include_str!("content/torino/unexplained.json"))?;
    let passages = db.read(|conn| plans::ops::passages(conn, version))?;
    let by = people::actor(db, people.reviewer)?;
    merge(db, people, version, &passages)?;
    for file in list {
        let code = play::find(&passages, &file.passage)?.code.unwrap_or_default();
        let (by, kind) = (by.clone(), Reason::parse(&file.reason).unwrap_or(Reason::Editorial));
        db.write(play::rome("2025-03-28T12:00"), move |w| {
            plans::ops::explain(w, &by, version, code, kind, &file.note)
        })?;
    }
    Ok(())
}

/// The one passage the second version no longer has went into the catalogue of suppliers.
fn merge(db: &Db, people: &People, version: VersionId, passages: &[Passage]) -> Result<()> {
    let into = play::find(passages, "con una sezione dedicata alle cooperative di inserimento")?.code;
    let by = people::actor(db, people.reviewer)?;
    let process = db.read(|conn| plans::ops::by_id(conn, version))?.process_id;
    let base = db.read(|conn| plans::ops::newest(conn, process))?.ok_or(Error::NotFound)?;
    for gone in db.read(|conn| plans::ops::ended(conn, base.id, version))? {
        let by = by.clone();
        db.write(play::rome("2025-03-28T11:00"), move |w| {
            plans::ops::set_end(w, &by, version, gone.code, into)?;
            let note = "Il passaggio è stato unito alla voce sul catalogo dei fornitori, senza cambiarne il contenuto.";
            plans::ops::explain(w, &by, version, gone.code, Reason::Editorial, note)
        })?;
    }
    Ok(())
}

fn publish(db: &Db, people: &People, process: ProcessId, second: VersionId) -> Result<()> {
    let note = "Versione finale, con le modifiche nate dalla consultazione e il capitolo su attuazione, monitoraggio e valutazione";
    play::publish(db, people.promoter, second, note, play::rome("2025-04-02T09:00"))?;
    let by = people::actor(db, people.promoter)?;
    db.write(play::rome("2025-04-03T09:00"), move |w| intake::ops::publish(w, &by, process).map(|_| ()))
}

fn prepare_report(db: &Db, people: &People, process: ProcessId, file: &ProcessFile) -> Result<()> {
    let list: ParticipantsFile = parse(include_str!("content/torino/participants.json"))?;
    let known = db.read(|conn| report::ops::participants(conn, process))?;
    let citizens = list.citizens - i32::try_from(known.citizens).unwrap_or(0);
    let (organisations, channel) = (list.organisations, EntryChannel::Other);
    let by = people::actor(db, people.reviewer)?;
    let words = file.report.as_ref();
    let introduction = words.map(|r| r.introduction.join("\n\n")).unwrap_or_default();
    let thanks = words.map(|r| r.thanks.clone()).unwrap_or_default();
    let acts: Vec<NewAct> = file.acts.iter().map(act_of).collect();
    let figures = figures(db, process)?;
    let promoter = people::actor(db, people.promoter)?;
    db.write(play::rome("2025-04-04T10:00"), move |w| {
        report::ops::enter(w, &by, process, &NewEntry { channel, organisations, citizens })?;
        for act in &acts {
            processes::ops::enter_act(w, &by, process, act)?;
        }
        processes::ops::set_report_words(w, &by, process, &introduction, &thanks)?;
        processes::ops::set_figures(w, &promoter, process, &figures)
    })
}

fn act_of(file: &super::files::ActFile) -> NewAct {
    NewAct {
        body: file.body.clone(),
        title: file.title.clone(),
        act_number: file.number.clone(),
        act_date: Some(file.date),
        note: file.note.clone(),
    }
}

/// The figures of the source, each beside its phase.
fn figures(db: &Db, process: ProcessId) -> Result<Vec<Figure>> {
    let phases = db.read(|conn| {
        let of = processes::ops::by_id(conn, process)?;
        processes::ops::page(conn, of)
    })?;
    let table = [
        (1, "interviste in profondità", "30"),
        (2, "persone all'incontro", "104"),
        (2, "tavoli tematici", "5"),
        (2, "sessioni per tavolo", "2"),
        (3, "proposte ricevute online", "20"),
        (3, "giorni di consultazione", "15"),
    ];
    let figure = |(phase, label, value): (usize, &str, &str)| Figure {
        phase_id: phases.phases.get(phase).map(|p| p.id),
        label: label.to_owned(),
        value: value.to_owned(),
    };
    Ok(table.into_iter().map(figure).collect())
}
