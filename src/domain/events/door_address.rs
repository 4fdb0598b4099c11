//! The address that whoever walks in may leave, for the link to their own lines. What is wrong with it never keeps anybody outside:
//! it is said, and they are in without it.

use super::door::WalkIn;
use super::enrol_store;
use super::model::{Admission, Enrolment, EnrolmentState, Event};
use super::{rules, store};
use crate::access::{Actor, KeepDoor, Permit, Subject};
use crate::db::{Conn, Write};
use crate::id::{EnrolmentId, EventId, TableId};
use crate::{Error, Problems, Result, audit};

/// Characters of a wrong address that are said again.
const SAID: usize = 80;

/// What is said at the door about an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// What was typed is none, and was not kept.
    Wrong {
        /// Whose it was to be.
        name: String,
        /// What was typed, shortened.
        typed: String,
    },
    /// Somebody else of this event has it: it was not kept.
    Others {
        /// Who walked in.
        name: String,
        /// Whose it is.
        whose: String,
    },
    /// They had enrolled with it: they are in with that enrolment.
    Enrolled {
        /// Their name.
        name: String,
        /// The table they have a seat at.
        table: Option<TableId>,
    },
}

/// What an address turned out to be.
#[derive(Debug)]
pub(super) enum Left {
    /// None was left.
    Nothing,
    /// One of their own.
    Own(String),
    /// None that letters can go to, or somebody else's.
    Unfit(Note),
    /// That of their own enrolment.
    Theirs(Box<Enrolment>),
}

impl Left {
    /// What is to be said about it.
    pub(super) fn note(&self) -> Option<Note> {
        match self {
            Self::Unfit(note) => Some(note.clone()),
            Self::Theirs(e) => Some(Note::Enrolled { name: e.name.clone(), table: e.table_id }),
            Self::Nothing | Self::Own(_) => None,
        }
    }

    /// The address to keep; empty where there is none.
    pub(super) fn address(self) -> String {
        if let Self::Own(address) = self { address } else { String::new() }
    }
}

/// Judges the address that was left. The event's row is taken, so that nobody enrols with it in between.
pub(super) fn left(w: &mut Write<'_>, event: &Event, new: &WalkIn) -> Result<Left> {
    if new.email.trim().is_empty() || event.admission != Admission::Names {
        return Ok(Left::Nothing);
    }
    let name = rules::one_line(&new.name);
    let mut p = Problems::default();
    let email = rules::email(&mut p, &new.email);
    if !p.0.is_empty() {
        let typed = rules::one_line(&new.email).chars().take(SAID).collect();
        return Ok(Left::Unfit(Note::Wrong { name, typed }));
    }
    store::lock(w, event.id)?;
    Ok(match enrol_store::by_address(w.conn, event.id, &email)? {
        None => Left::Own(email),
        Some(known) if same_person(&known.name, &name) => Left::Theirs(Box::new(known)),
        Some(known) => Left::Unfit(Note::Others { name, whose: known.name }),
    })
}

/// Whether two names are one: the same words in any order, without regard to case, accents and marks.
fn same_person(one: &str, other: &str) -> bool {
    let words = |name: &str| {
        let key = rules::name_key(name);
        let mut words: Vec<String> = key.split(' ').map(str::to_owned).collect();
        words.sort();
        words
    };
    words(one) == words(other)
}

/// Sets the address of somebody who walked in, or takes it away where it is empty.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Invalid`], also for one that somebody of this event has; [`Error::NotFound`] for
/// who enrolled (it is theirs to change) and for who was forgotten.
pub fn set(w: &mut Write<'_>, actor: &Actor, id: EventId, of: EnrolmentId, typed: &str) -> Result<()> {
    let event = store::lock(w, id)?;
    let permit: Permit<KeepDoor> = actor.permit(Subject::of(event.process_id))?;
    let known = enrol_store::by_id(w.conn, of)?;
    if known.event_id != id || !may_set(&known) {
        return Err(Error::NotFound);
    }
    let mut p = Problems::default();
    let email = if typed.trim().is_empty() { String::new() } else { rules::email(&mut p, typed) };
    if p.0.is_empty() && !email.is_empty() && is_anothers(w.conn, id, of, &email)? {
        p.add("email", "problem-address-anothers");
    }
    p.check()?;
    enrol_store::set_email(w, &permit, of, &email)?;
    // Letters with links go there: who changed it stays in the trail, which names a place in the order of arrival.
    audit::record(w, &permit, &format!("event {} enrolment {} address", event.number, known.turn), "")
}

fn is_anothers(conn: &mut Conn, event: EventId, of: EnrolmentId, email: &str) -> Result<bool> {
    Ok(enrol_store::by_address(conn, event, email)?.is_some_and(|e| e.id != of))
}

/// Whether the staff keeps the address: of who walked in, until they are forgotten.
pub fn may_set(of: &Enrolment) -> bool {
    of.state == EnrolmentState::WalkIn && of.forgotten_at.is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_known_again_however_it_is_written() {
        for (one, other, same) in [
            ("Nicolò D’Àngelo", "d'angelo  NICOLO", true),
            ("Anna Maria Esempio", "Esempio Anna Maria", true),
            ("Anna Esempio", "Anna Maria Esempio", false),
            ("Anna Esempio", "Bruno Esempio", false),
            ("Anna Esempio", "", false),
        ] {
            assert_eq!(same_person(one, other), same, "{one} {other}");
        }
    }
}
