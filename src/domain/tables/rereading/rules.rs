//! Until when, and what can be asked.

use super::super::model::Line;
use super::super::rules::{MAX_TEXT, one_line};
use super::model::Decision;
use crate::clock::Instant;
use crate::events::{Enrolment, Event};
use crate::{Error, Problems, Result};

/// Days given where the staff says nothing else.
pub const DAYS: i64 = 7;
/// Days that can be given, counted from when the time is set.
pub const MOST_DAYS: i64 = 60;
/// Characters of why a line should be corrected, and of why it is not.
pub const MAX_NOTE: usize = 1000;

/// The instant that is set: to come, not too far, and not before one that was promised already.
pub fn until(typed: Option<Instant>, now: Instant, promised: Option<Instant>) -> Result<Instant> {
    let mut p = Problems::default();
    let key = match typed {
        None => "problem-when",
        Some(at) if at <= now => "problem-past",
        Some(at) if at > now.plus_days(MOST_DAYS) => "problem-reread-too-far",
        Some(at) if promised.is_some_and(|until| at < until) => "problem-reread-shorter",
        Some(at) => return Ok(at),
    };
    p.add("until_at", key);
    Err(Error::Invalid(p))
}

/// Whether a session is over as far as its minutes can know: the event has begun, and something was said.
pub fn may_open(event: &Event, lines: usize, now: Instant) -> bool {
    event.starts_at <= now && lines > 0
}

/// Whether a line was taken down as somebody's: as said by them, or by the organisation for which they came.
pub fn is_theirs(line: &Line, of: &Enrolment) -> bool {
    let for_organisation =
        line.enrolment.is_none() && !of.organisation.is_empty() && line.organisation == of.organisation;
    line.stands() && (line.enrolment == Some(of.id) || for_organisation)
}

/// What a line should say, and why.
pub fn asked(line: &Line, wording: &str, note: &str) -> Result<(String, String)> {
    let mut p = Problems::default();
    let wording = one_line(&p.text("wording", wording, true, MAX_TEXT));
    let note = p.text("note", note, false, MAX_NOTE);
    if p.0.is_empty() && wording == line.text {
        p.add("wording", "problem-reread-same");
    }
    p.check()?;
    Ok((wording, note))
}

/// What was decided, checked: who declines says why.
pub fn decided(new: &Decision) -> Result<Decision> {
    let mut p = Problems::default();
    let wording = one_line(&p.text("wording", &new.wording, new.accept, MAX_TEXT));
    let reason = p.text("reason", &new.reason, !new.accept, MAX_NOTE);
    p.check()?;
    Ok(Decision { accept: new.accept, wording, reason })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_is_given_and_not_taken_back() {
        let now = Instant(1_000_000_000_000_000);
        let days = |n| now.plus_days(n);
        for (typed, promised, good) in [
            (Some(days(7)), None, true),
            (Some(now), None, false),
            (Some(now.plus_seconds(1)), None, true),
            (Some(days(60)), None, true),
            (Some(days(61)), None, false),
            (Some(days(6)), Some(days(7)), false),
            (Some(days(7)), Some(days(7)), true),
            (None, None, false),
        ] {
            assert_eq!(until(typed, now, promised).is_ok(), good, "{typed:?} {promised:?}");
        }
    }

    #[test]
    fn who_declines_says_why() {
        let decision = |accept, wording: &str, reason: &str| {
            decided(&Decision { accept, wording: wording.into(), reason: reason.into() }).is_ok()
        };
        assert!(decision(true, "così", "") && decision(false, "", "non è stato detto"));
        assert!(!decision(true, " ", "") && !decision(false, "così", " "));
    }
}
