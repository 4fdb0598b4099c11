//! The small process whose window is open today, so that a visitor can comment at once.

use super::files::{ContributionFile, ProcessFile};
use super::people::People;
use super::{meetings, parse, play};
use crate::clock::Instant;
use crate::db::Db;
use crate::id::ProcessId;
use crate::{Result, consultations};

const PLAN: &str = include_str!("content/quartiere/plan-v1.md");
const SUMMARY: &str = include_str!("content/quartiere/sintesi.md");

/// Plays it up to now.
pub fn play(db: &Db, people: &People, now: Instant) -> Result<ProcessId> {
    let file: ProcessFile = parse(include_str!("content/quartiere/process.json"))?;
    let contributions: Vec<ContributionFile> = parse(include_str!("content/quartiere/contributions.json"))?;
    let today = now.day();
    let process = play::process(db, people, &file, today, play::at_time(today, -17, "10:00"))?;
    let version = play::import(db, people.reviewer, process, "plan-v1.md", PLAN, play::at_time(today, -6, "10:00"))?;
    play::summarize(db, people.reviewer, version, SUMMARY, play::at_time(today, -6, "11:00"))?;
    play::publish(db, people.promoter, version, "Bozza per la consultazione", play::at_time(today, -6, "16:00"))?;
    let promoter = super::people::actor(db, people.promoter)?;
    let (opens, closes) = (play::at_time(today, -5, "09:00"), play::at_time(today, 16, "18:00"));
    db.write(play::at_time(today, -6, "16:05"), move |w| {
        consultations::ops::set_window(w, &promoter, version, opens, closes).map(|_| ())
    })?;
    meetings::quartiere(db, people, process, today)?;
    for c in &contributions {
        let at = play::at_time(today, -c.at_days_ago.unwrap_or(1), c.at_time.as_deref().unwrap_or("12:00"));
        play::send(db, people, version, c, at)?;
    }
    Ok(process)
}
