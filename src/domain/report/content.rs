//! What the software writes by itself, from what was recorded.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::model::{
    ActFacts, Agreement, Change, Chapter, Content, Outcomes, Participants, PhaseFacts, Ready, Taken, VersionFacts,
    WayFacts, WindowFacts,
};
use super::{order, store};
use crate::Result;
use crate::db::Conn;
use crate::id::{PassageId, ProcessId};
use crate::intake::{self, ContributionState, Outcome, PublishedRequest, Response};
use crate::plans::{self, ChangeKind, Passage, PassageKind, Version};
use crate::processes::{self, ProcessPage};
use crate::register::{self, Channel, Kind};
use crate::{consultations, events, interviews};

/// Gathers everything, or says what is missing. Read it from a snapshot, so that the figures are of one instant.
///
/// # Errors
/// The database's; not found when there is no such process.
pub fn gather(conn: &mut Conn, process: ProcessId) -> Result<Ready> {
    let account = intake::ops::reconcile(conn, process)?;
    if !account.is_complete() {
        return Ok(Ready::No(account));
    }
    let facts = processes::ops::by_id(conn, process)?;
    let page = processes::ops::page(conn, facts)?;
    let mut versions = plans::ops::published(conn, process)?;
    versions.reverse();
    let texts = texts(conn, &versions)?;
    let published = intake::ops::published(conn, process)?;
    let came = register::ops::ways(conn, process)?;
    let late: BTreeSet<i32> = came.iter().filter(|(.., late)| *late).map(|(n, ..)| *n).collect();
    let published: Vec<PublishedRequest> = published.into_iter().filter(|p| !late.contains(&p.contribution)).collect();
    let places = places(conn, process)?;
    let (from_organisations, from_people) = by_author(conn, process)?;
    let states = ContributionState::ALL.iter().map(|s| (s.as_str().to_owned(), account.count(*s))).collect();
    let outcome =
        |o: &Outcome| (*o, i64::try_from(published.iter().filter(|p| p.response.outcome == *o).count()).unwrap_or(0));
    let (explained, lighter) = explained(conn, &versions, &texts, &published)?;
    Ok(Ready::Yes(Box::new(Content {
        phases: phases(&page),
        figures: page
            .figures
            .iter()
            .filter(|f| f.phase_id.is_none())
            .map(|f| (f.label.clone(), f.value.clone()))
            .collect(),
        versions: version_facts(&versions, &texts),
        windows: windows(conn, process, &versions)?,
        received: account.received,
        late: account.late,
        states,
        from_organisations,
        from_people,
        outcomes: Outcome::ALL.iter().map(outcome).filter(|(_, n)| *n > 0).collect(),
        ways: ways(&came, &published),
        received_acts: received_acts(conn, process, &came)?,
        chapters: chapters(&versions, &texts, &published, &places),
        agreement: agreement(conn, &published, lighter)?,
        explained,
        participants: participants(conn, process)?,
        register_head: register::chain::check(conn, process)?.head,
        interviews: super::heard::interviews(conn, process)?,
        events: super::met::events(conn, process, &late)?,
        title: page.process.title,
        slug: page.process.slug,
        summary: page.process.summary,
        founding_act: page.process.founding_act,
        founded_on: page.process.founded_on,
        facilitator: page.process.facilitator,
        introduction: page.process.introduction,
        thanks: page.process.thanks,
        promoters: page.promoters.into_iter().map(|p| (p.name, p.act_kind, p.act_number, p.act_date)).collect(),
        acts: page.acts.into_iter().map(|a| (a.body, a.title, a.act_number, a.act_date, a.note)).collect(),
        documents: page.documents.into_iter().map(|d| (d.title, d.note, d.link)).collect(),
    })))
}

/// Every request with a published response, by chapter.
///
/// # Errors
/// The database's.
pub fn outcomes(conn: &mut Conn, process: ProcessId) -> Result<Outcomes> {
    let mut versions = plans::ops::published(conn, process)?;
    versions.reverse();
    let texts = texts(conn, &versions)?;
    let published = intake::ops::published(conn, process)?;
    let places = places(conn, process)?;
    Ok(Outcomes {
        chapters: chapters(&versions, &texts, &published, &places),
        late: late_numbers(conn, process)?,
        shown: register::ops::public_numbers(conn, process)?.into_iter().collect(),
    })
}

fn texts(conn: &mut Conn, versions: &[Version]) -> Result<HashMap<i32, Vec<Passage>>> {
    versions.iter().map(|v| Ok((v.number, plans::ops::passages(conn, v.id)?))).collect()
}

fn late_numbers(conn: &mut Conn, process: ProcessId) -> Result<BTreeSet<i32>> {
    register::ops::late_numbers(conn, process).map(|numbers| numbers.into_iter().collect())
}

/// Which passage each contribution is on, by its number.
fn places(conn: &mut Conn, process: ProcessId) -> Result<HashMap<i32, Option<PassageId>>> {
    register::ops::places(conn, process).map(|rows| rows.into_iter().collect())
}

fn phases(page: &ProcessPage) -> Vec<PhaseFacts> {
    let of = |phase: &processes::Phase| PhaseFacts {
        title: phase.title.clone(),
        description: phase.description.clone(),
        starts_on: phase.starts_on,
        ends_on: phase.ends_on,
        figures: page
            .figures
            .iter()
            .filter(|f| f.phase_id == Some(phase.id))
            .map(|f| (f.label.clone(), f.value.clone()))
            .collect(),
    };
    page.phases.iter().map(of).collect()
}

fn version_facts(versions: &[Version], texts: &HashMap<i32, Vec<Passage>>) -> Vec<VersionFacts> {
    let mut before: Option<&Vec<Passage>> = None;
    let mut found = Vec::new();
    for version in versions {
        let Some(now) = texts.get(&version.number) else { continue };
        let compared = before.map(|old| plans::compare(old, now));
        let of = compared.as_deref().unwrap_or_default();
        // What changed in its quotation marks only is told apart, below the figures.
        let count =
            |kinds: &[ChangeKind]| of.iter().filter(|c| kinds.contains(&c.kind) && !c.only_typography()).count();
        let changes = compared.is_some().then(|| {
            [
                count(&[ChangeKind::Edited, ChangeKind::MovedAndEdited]),
                count(&[ChangeKind::New]),
                count(&[ChangeKind::Moved, ChangeKind::MovedAndEdited]),
                count(&[ChangeKind::Removed]),
            ]
        });
        let reshaped = count(&[ChangeKind::Reshaped]);
        let (number, passages, note) = (version.number, now.len(), version.note.clone());
        found.push(VersionFacts {
            number,
            published_at: version.published_at.unwrap_or_default(),
            passages,
            note,
            changes,
            reshaped,
        });
        before = Some(now);
    }
    found
}

fn windows(conn: &mut Conn, process: ProcessId, versions: &[Version]) -> Result<Vec<WindowFacts>> {
    let mut found = Vec::new();
    for window in consultations::ops::of_process(conn, process)?.into_iter().rev() {
        let extensions = consultations::ops::extensions(conn, window.id)?;
        found.push(WindowFacts {
            version: versions.iter().find(|v| v.id == window.version_id).map_or(0, |v| v.number),
            opens_at: window.opens_at,
            closes_at: window.closes_at,
            extensions: extensions.into_iter().map(|e| (e.closed_at_before, e.closes_at_after, e.reason)).collect(),
        });
    }
    Ok(found)
}

/// What came in time, by way, and what became of the requests in it; the online consultation first.
fn ways(came: &[(i32, Channel, Kind, bool)], published: &[PublishedRequest]) -> Vec<WayFacts> {
    let way = |channel: Channel, kind: Kind| if kind == Kind::Act { "act" } else { channel.as_str() };
    let words = Channel::ALL.iter().map(|c| c.as_str()).chain(["act"]);
    let of = |word: &str| {
        let mine: BTreeSet<i32> =
            came.iter().filter(|(_, c, k, late)| !late && way(*c, *k) == word).map(|(n, ..)| *n).collect();
        let count = |o: Outcome| {
            let with = |p: &&PublishedRequest| p.response.outcome == o && mine.contains(&p.contribution);
            i64::try_from(published.iter().filter(with).count()).unwrap_or(0)
        };
        WayFacts {
            way: word.to_owned(),
            received: i64::try_from(mine.len()).unwrap_or(0),
            outcomes: Outcome::ALL.iter().map(|o| (*o, count(*o))).filter(|(_, n)| *n > 0).collect(),
        }
    };
    words.map(of).filter(|w| w.received > 0).collect()
}

/// The acts everybody may read.
fn received_acts(conn: &mut Conn, process: ProcessId, came: &[(i32, Channel, Kind, bool)]) -> Result<Vec<ActFacts>> {
    if !came.iter().any(|(_, _, kind, _)| *kind == Kind::Act) {
        return Ok(Vec::new());
    }
    let all = register::acts::of_process(conn, process)?.into_iter().filter(|(c, ..)| register::ops::is_public(c));
    let facts = |(of, act, body): (register::Contribution, register::Act, String)| ActFacts {
        contribution: of.number,
        kind: act.kind,
        body,
        title: act.title,
        act_number: act.act_number,
        act_date: act.act_date,
        sha256: act.sha256,
        file_public: act.file_public,
    };
    Ok(all.map(facts).collect())
}

/// Contributions received in time and standing, that are no acts: from organisations, from people.
fn by_author(conn: &mut Conn, process: ProcessId) -> Result<(i64, i64)> {
    let mut counted = (0, 0);
    for (organisation, _, _, late, kind) in store::senders(conn, process)? {
        match (late || kind == Kind::Act, organisation) {
            (true, _) => {}
            (false, Some(_)) => counted.0 += 1,
            (false, None) => counted.1 += 1,
        }
    }
    Ok(counted)
}

/// Requests by the chapter of the plan they concern: that of the first passage the answer names, else that of the passage
/// the contribution was on, else the plan as a whole.
fn chapters(
    versions: &[Version],
    texts: &HashMap<i32, Vec<Passage>>,
    published: &[PublishedRequest],
    places: &HashMap<i32, Option<PassageId>>,
) -> Vec<Chapter> {
    let numbers: HashMap<_, i32> = versions.iter().map(|v| (v.id, v.number)).collect();
    let newest_first = || versions.iter().rev().filter_map(|v| texts.get(&v.number));
    // A chapter is one passage, whatever its words in each version; its title is the newest.
    let mut titles: Vec<(Option<PassageId>, String)> = vec![(None, String::new())];
    for passages in newest_first() {
        let level = plans::chapter_level(passages);
        for chapter in passages.iter().filter(|p| p.kind == PassageKind::Heading && level.is_some_and(|l| p.level <= l))
        {
            if !titles.iter().any(|(id, _)| *id == chapter.id) {
                titles.push((chapter.id, heading(chapter)));
            }
        }
    }
    let chapter = |p: &PublishedRequest| -> Option<PassageId> {
        let cited = p.response.version_id.and_then(|v| numbers.get(&v)).and_then(|n| texts.get(n));
        let code = p.codes.first().copied();
        // A passage that ended there is looked for where it lived last.
        let lived = || newest_first().find_map(|t| chapter_with(t, code));
        let by_answer = cited.and_then(|t| chapter_with(t, code).or_else(lived));
        let on = places.get(&p.contribution).copied().flatten();
        let by_place = || {
            newest_first().find_map(|t| {
                let x = t.iter().find(|x| on.is_some() && x.id == on)?;
                plans::chapter_of(t, x.position)
            })
        };
        by_answer.or_else(by_place).and_then(|chapter| chapter.id)
    };
    let mut by_chapter: HashMap<Option<PassageId>, Vec<Taken>> = HashMap::new();
    for p in published {
        by_chapter.entry(chapter(p)).or_default().push(taken(p, &numbers));
    }
    let chapter_of = |(id, title): (Option<PassageId>, String)| {
        let mut taken = by_chapter.remove(&id)?;
        taken.sort_by_key(|t| (t.outcome, t.number));
        Some(Chapter { title, taken })
    };
    titles.into_iter().filter_map(chapter_of).collect()
}

fn chapter_with(passages: &[Passage], code: Option<i32>) -> Option<&Passage> {
    let named = passages.iter().find(|p| code.is_some() && p.code == code)?;
    plans::chapter_of(passages, named.position)
}

fn heading(of: &Passage) -> String {
    format!("{} {}", of.number, of.text).trim().to_owned()
}

fn taken(of: &PublishedRequest, numbers: &HashMap<crate::id::VersionId, i32>) -> Taken {
    let PublishedRequest { request, contribution, response, codes } = of;
    Taken {
        number: request.number,
        contribution: *contribution,
        summary: request.summary.clone(),
        theme: request.theme.clone(),
        outcome: response.outcome,
        reason: response.reason.clone(),
        competence: response.competence.clone(),
        deferred: (response.deferred_step.clone(), response.deferred_owner.clone()),
        passages: response.version_id.and_then(|v| numbers.get(&v)).map(|n| (*n, codes.clone())),
    }
}

/// Whether what published answers say of passages is so: asked anew of the versions, not taken from when they were written.
fn agreement(conn: &mut Conn, published: &[PublishedRequest], lighter: Agreement) -> Result<Agreement> {
    let answers: BTreeMap<i32, &Response> = published.iter().map(|p| (p.response.number, &p.response)).collect();
    let answers: Vec<Response> = answers.into_values().cloned().collect();
    let claims = answers.iter().filter(|r| r.version_id.is_some()).count();
    let unfounded = intake::recheck(conn, &answers)?.into_iter().map(|(number, _)| number).collect();
    Ok(Agreement { claims: i64::try_from(claims).unwrap_or(i64::MAX), unfounded, ..lighter })
}

/// Changes of the later versions that no published answer names, with the reason given, if one was; and, of each version, how many
/// more are such as nobody is asked a reason for: quotation marks, dashes or spaces, another form of the same words, numbers that
/// shifted.
fn explained(
    conn: &mut Conn,
    versions: &[Version],
    texts: &HashMap<i32, Vec<Passage>>,
    published: &[PublishedRequest],
) -> Result<(Vec<Change>, Agreement)> {
    let (mut found, mut lighter) = (Vec::new(), Agreement::default());
    for pair in versions.windows(2) {
        let (Some(old), Some(new)) = (texts.get(&pair[0].number), texts.get(&pair[1].number)) else { continue };
        let version = &pair[1];
        let named: BTreeSet<i32> = published
            .iter()
            .filter(|p| p.response.version_id == Some(version.id))
            .flat_map(|p| p.codes.iter().copied())
            .collect();
        let reasons = plans::ops::reasons(conn, version.id)?;
        for change in plans::compare(old, new) {
            let Some(code) = change.code().filter(|c| change.kind != ChangeKind::Same && !named.contains(c)) else {
                continue;
            };
            let reason = reasons.iter().find(|r| r.code == code);
            if reason.is_none() && !change.asks_why() {
                one_more(lighter_of(&mut lighter, &change), version.number);
                continue;
            }
            let note = reason.map(|r| r.note.clone()).unwrap_or_default();
            found.push(Change { version: version.number, code, reason: reason.map(|r| r.kind), note });
        }
    }
    Ok((found, lighter))
}

/// Where a change that nobody is asked a reason for is counted.
fn lighter_of<'a>(counts: &'a mut Agreement, change: &plans::Change) -> &'a mut Vec<(i32, i64)> {
    match change.kind {
        ChangeKind::Reshaped => &mut counts.formal,
        ChangeKind::Renumbered => &mut counts.renumbered,
        _ => &mut counts.typographic,
    }
}

/// One more of a version; the versions come in order.
fn one_more(counts: &mut Vec<(i32, i64)>, version: i32) {
    match counts.last_mut().filter(|(n, _)| *n == version) {
        Some((_, n)) => *n += 1,
        None => counts.push((version, 1)),
    }
}

/// Who took part: organisations of those who commented, of those heard and of those present who agreed, bodies whose acts were
/// received, those the staff entered, each once;
/// citizens counted, never named. A citizen who was heard is counted where the staff enter them: nobody can tell whether they
/// also wrote.
///
/// # Errors
/// The database's.
pub fn participants(conn: &mut Conn, process: ProcessId) -> Result<Participants> {
    let mut names: HashMap<String, String> = HashMap::new();
    let key = |name: &str| name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let mut people = BTreeSet::new();
    let mut citizens = 0;
    // What came late is filed as such: it is not part of what was asked for.
    let in_time = store::senders(conn, process)?.into_iter().filter(|(_, _, _, late, _)| !late);
    for (organisation, account, sender, ..) in in_time {
        match (organisation, account) {
            (Some(name), _) => drop(names.entry(key(&name)).or_insert(name)),
            (None, Some(account)) => drop(people.insert((Some(account), String::new()))),
            (None, None) => drop(people.insert((None, key(&sender)))),
        }
    }
    let heard = interviews::ops::listed_organisations(conn, process)?;
    let there = events::present::listed_organisations(conn, process)?;
    for name in heard.into_iter().chain(there) {
        names.entry(key(&name)).or_insert(name);
    }
    for entry in store::entries_of(conn, process)? {
        citizens += i64::from(entry.citizens);
        if !entry.organisation.is_empty() {
            names.entry(key(&entry.organisation)).or_insert(entry.organisation);
        }
    }
    let mut organisations: Vec<String> = names.into_values().collect();
    order::sort_names(&mut organisations);
    citizens += i64::try_from(people.len()).unwrap_or(0);
    Ok(Participants { organisations, citizens })
}
