//! The small process whose window is open today, so that a visitor can comment at once.

use chrono::NaiveDate;

use super::files::{ContributionFile, ProcessFile};
use super::people::{self, People};
use super::{meetings, parse, play};
use crate::accounts::NewOrganisation;
use crate::clock::Instant;
use crate::db::Db;
use crate::id::{ProcessId, VersionId};
use crate::register::{self, ActKind, Channel, Kind, Moderation, NamedAs, NewAct, NewContribution, Seen};
use crate::{Result, comments, consultations};

/// The motion of a council that does not exist.
const MOTION: &[u8] = include_bytes!("content/quartiere/mozione.pdf");
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
    let promoter = people::actor(db, people.promoter)?;
    let (opens, closes) = (play::at_time(today, -5, "09:00"), play::at_time(today, 16, "18:00"));
    db.write(play::at_time(today, -6, "16:05"), move |w| {
        consultations::ops::set_window(w, &promoter, version, opens, closes).map(|_| ())
    })?;
    meetings::quartiere(db, people, process, today)?;
    for c in &contributions {
        let at = play::at_time(today, -c.at_days_ago.unwrap_or(1), c.at_time.as_deref().unwrap_or("12:00"));
        play::send(db, people, version, c, at)?;
    }
    motion(db, people, version, today)?;
    Ok(process)
}

/// A motion of the council, as fictitious as the council, enters the register with its file.
fn motion(db: &Db, people: &People, version: VersionId, today: NaiveDate) -> Result<()> {
    let act = NewAct {
        kind: ActKind::Motion,
        title: "Ombra e acqua nei percorsi quotidiani di Ponte Vecchio (atto dimostrativo)".to_owned(),
        number: "7".to_owned(),
        date: play::at_time(today, -3, "12:00").day(),
        file_name: "mozione.pdf".to_owned(),
        content_type: "application/pdf".to_owned(),
        bytes: MOTION.to_vec(),
        file_public: true,
    };
    let council = NewOrganisation {
        name: "Consiglio comunale dimostrativo di Valdora".to_owned(),
        category: "public_body".to_owned(),
        zone: "Valdora".to_owned(),
    };
    let new = NewContribution {
        version,
        passage: None,
        kind: Kind::Act,
        text: "Il Consiglio chiede che il piano del quartiere metta una fontanella ogni trecento metri lungo i percorsi dove \
               saranno piantati gli alberi.\n\nChiede inoltre che l’assemblea di primavera sia convocata insieme alla commissione \
               ambiente, perché i lavori in ritardo siano discussi in pubblico."
            .to_owned(),
        proposed: String::new(),
        shown: true,
        named_as: NamedAs::Organisation,
        pseudonym: String::new(),
        organisation: None,
        channel: Channel::CertifiedMail,
        sender: council.name.clone(),
        evidence: "Protocollo dimostrativo n. 121".to_owned(),
    };
    let (reviewer, publisher) = (people::actor(db, people.reviewer)?, people::actor(db, people.reviewer)?);
    let arrived = play::at_time(today, -2, "10:20");
    let receipt = db.write(play::at_time(today, -1, "16:00"), move |w| {
        comments::ops::enter_act(w, &reviewer, new, arrived, &council, act)
    })?;
    let seen = Seen { id: receipt.id, revision: 1 };
    db.write(play::at_time(today, -1, "16:10"), move |w| {
        register::ops::moderate(w, &publisher, seen, Moderation::Published, None, "")
    })
}
