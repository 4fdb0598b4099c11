//! Where a comment is written: the process, its window, the version, the passage, and for whom one may write.

use domain::access::{Actor, WindowState};
use domain::accounts::{self, Membership};
use domain::clock::Instant;
use domain::consultations::{self, Consultation};
use domain::db::Conn;
use domain::id::PassageId;
use domain::plans::{self, Version};
use domain::processes::{self, Process};
use domain::{Error, Result};

/// The passage a comment is on.
#[derive(Debug, Clone)]
pub struct Spot {
    /// Which one.
    pub id: PassageId,
    /// Its code.
    pub code: i32,
    /// Its words in the version commented.
    pub text: String,
}

/// Where a comment is written.
#[derive(Debug, Clone)]
pub struct Place {
    /// The process.
    pub process: Process,
    /// The version commented.
    pub version: Version,
    /// Its window.
    pub window: Consultation,
    /// The passage, or none for the plan as a whole.
    pub spot: Option<Spot>,
    /// The organisations one acts for.
    pub mine: Vec<Membership>,
}

impl Place {
    /// Where its window stands.
    pub fn state(&self, at: Instant) -> WindowState {
        self.window.state(at)
    }

    /// The passage's code as the form carries it; empty for the plan as a whole.
    pub fn code(&self) -> String {
        self.spot.as_ref().map(|s| s.code.to_string()).unwrap_or_default()
    }
}

/// What was asked for: a version by number (or the one whose window counts now), a passage by code (`12` or `P-012`).
#[derive(Debug, Clone, Default)]
pub struct Asked {
    /// The process.
    pub slug: String,
    /// The version's number.
    pub version: Option<i32>,
    /// The passage's code, as it was sent.
    pub passage: String,
}

/// The number in a code that was typed or sent.
pub fn code_typed(text: &str) -> Option<i32> {
    let text = text.trim();
    let digits = text.strip_prefix("P-").or_else(|| text.strip_prefix("p-")).unwrap_or(text);
    digits.parse().ok()
}

/// Finds the place; `None` instead of it when the process has no window yet.
///
/// # Errors
/// [`Error::NotFound`] for what is not there or may not be known.
pub fn find(conn: &mut Conn, actor: &Actor, asked: &Asked, now: Instant) -> Result<(Process, Option<Place>)> {
    let process = processes::ops::by_slug(conn, actor, &asked.slug)?;
    let (version, window) = match asked.version {
        Some(number) => {
            let version = plans::ops::by_number(conn, actor, process.id, number)?;
            let window = consultations::ops::of_version(conn, version.id)?;
            (Some(version), window)
        }
        None => (None, consultations::ops::current(conn, process.id, now)?),
    };
    let Some(window) = window else { return Ok((process, None)) };
    let version = match version {
        Some(version) => version,
        None => plans::ops::by_id(conn, window.version_id)?,
    };
    let spot = if asked.passage.is_empty() { None } else { Some(spot(conn, &process, &version, &asked.passage)?) };
    let mine = match actor.account {
        Some(account) => accounts::ops::my_organisations(conn, account)?,
        None => Vec::new(),
    };
    let place = Place { process: process.clone(), version, window, spot, mine };
    Ok((process, Some(place)))
}

fn spot(conn: &mut Conn, process: &Process, version: &Version, typed: &str) -> Result<Spot> {
    let code = code_typed(typed).ok_or(Error::NotFound)?;
    let lives = plans::ops::lives(conn, process.id, code)?;
    let life = lives.into_iter().find(|l| l.version.id == version.id).ok_or(Error::NotFound)?;
    Ok(Spot { id: life.passage.id.ok_or(Error::NotFound)?, code, text: life.passage.text })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_read_as_they_are_written() {
        for (typed, code) in [("12", Some(12)), ("P-012", Some(12)), (" p-7 ", Some(7)), ("x", None)] {
            assert_eq!(code_typed(typed), code, "{typed}");
        }
    }
}
