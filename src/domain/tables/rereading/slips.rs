//! Slips: who spoke at a table and left no address gets the link on paper. A slip is made for one person and one session; made again,
//! it takes the place of the one before (`docs/decisions/0046-slips.md`).

use super::super::model::{Line, Place};
use super::super::ops as minutes;
use super::{ops, rules, store};
use crate::access::Actor;
use crate::clock::Instant;
use crate::db::{Conn, Write};
use crate::events::Enrolment;
use crate::id::EnrolmentId;
use crate::{Error, Result, audit};

/// Somebody no letter can reach.
#[derive(Debug, Clone)]
pub struct Unreached {
    /// Who.
    pub enrolment: Enrolment,
    /// How many lines were taken down as theirs, or as their organisation's.
    pub lines: usize,
    /// When the slip was made that they have, if there is one.
    pub slip: Option<Instant>,
}

/// A slip, as it is shown once.
#[derive(Debug, Clone)]
pub struct Slip {
    /// For whom.
    pub name: String,
    /// The language they read.
    pub lang: String,
    /// What the link holds; it is kept as SHA-256 only.
    pub token: String,
}

/// For whom slips are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum For {
    /// For one, in the place of the one they had.
    One(EnrolmentId),
    /// For all who have none yet.
    AllWithout,
}

/// Whom a session's rereading concerns.
#[derive(Debug, Clone)]
pub struct Audience {
    /// How many get a letter: those the door saw at this table, and those who are said to have spoken there, who left an address.
    pub letters: usize,
    /// Those whose lines the minutes hold, and who left none; in the order of arrival.
    pub unreached: Vec<Unreached>,
}

/// Whom the rereading of a session concerns.
///
/// # Errors
/// [`Error::Denied`].
pub fn audience(conn: &mut Conn, actor: &Actor, place: &Place) -> Result<Audience> {
    minutes::keep(conn, actor, place)?;
    concerned(conn, place)
}

fn concerned(conn: &mut Conn, place: &Place) -> Result<Audience> {
    let said = ops::standing(conn, place.session.id)?;
    let made = store::slips(conn, place.session.id)?;
    let mine = |e: &Enrolment| said.iter().filter(|l: &&Line| rules::is_theirs(l, e)).count();
    let (reached, others): (Vec<Enrolment>, _) =
        ops::there(conn, place, &said)?.into_iter().partition(|e| !e.email.is_empty());
    let found = others.into_iter().map(|enrolment: Enrolment| {
        let slip = made.iter().find(|(of, _)| *of == enrolment.id).map(|(_, at)| *at);
        Unreached { lines: mine(&enrolment), slip, enrolment }
    });
    Ok(Audience { letters: reached.len(), unreached: found.filter(|u| u.lines > 0).collect() })
}

/// Makes slips. What they hold is told now and never again. The trail says for which places in the order of arrival.
///
/// # Errors
/// [`Error::Denied`]; [`Error::NotFound`] for somebody else; [`Error::Refused`] before the rereading was opened, and where nobody is
/// without a slip.
pub fn make(w: &mut Write<'_>, actor: &Actor, place: &Place, of: For) -> Result<Vec<Slip>> {
    let permit = minutes::keep(w.conn, actor, place)?;
    if store::find(w.conn, place.session.id)?.is_none() {
        return Err(Error::Refused("refused-slips-before"));
    }
    let mut people = concerned(w.conn, place)?.unreached;
    match of {
        For::One(id) => people.retain(|u| u.enrolment.id == id),
        For::AllWithout => people.retain(|u| u.slip.is_none()),
    }
    match (people.is_empty(), of) {
        (true, For::One(_)) => return Err(Error::NotFound),
        (true, For::AllWithout) => return Err(Error::Refused("refused-slips-none")),
        _ => {}
    }
    let ids: Vec<EnrolmentId> = people.iter().map(|u| u.enrolment.id).collect();
    let tokens = store::new_slips(w, &permit, place.session.id, &ids)?;
    let turns: Vec<String> = people.iter().map(|u| u.enrolment.turn.to_string()).collect();
    let name = format!("{}-{}", place.table.number, place.session.position);
    audit::record(w, &permit, &format!("event {} rereading slips {name}", place.event.number), &turns.join(", "))?;
    let slip = |(u, token): (Unreached, String)| Slip { name: u.enrolment.name, lang: u.enrolment.lang, token };
    Ok(people.into_iter().zip(tokens).map(slip).collect())
}
