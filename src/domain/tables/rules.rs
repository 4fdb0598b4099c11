//! What may be written, what comes before what, and which lines stand together.

use std::collections::HashMap;

use super::model::{Group, Kind, Line, NewLine, To, Who};
use crate::clock::Instant;
use crate::events::{DOOR_OPENS_HOURS, Event, State};
use crate::{Error, Problems, Result};

/// Characters of a line.
pub const MAX_TEXT: usize = 1000;
/// Characters of what it is about.
pub const MAX_OBJECTIVE: usize = 300;
/// Lines a session's minutes may have, headings and removed ones with them.
pub const MOST_LINES: i64 = 2000;
/// Lines that may become one contribution together: of the longest lines, one a line, as many as the register takes
/// ([`crate::register::MAX_ELSEWHERE`]).
pub const MOST_TOGETHER: usize = 49;
/// Between lines at the end of the order, in microseconds.
const STEP: i64 = 1000;

/// Whether a key is one: 8 to 64 letters, digits and hyphens.
pub fn is_key(key: &str) -> bool {
    (8..=64).contains(&key.len()) && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
}

/// Whether minutes may be written at an instant: once the door is made ready, and afterwards, unless the event is not to be.
pub fn may_write(event: &Event, at: Instant) -> bool {
    event.published_at.is_some()
        && event.state != State::Cancelled
        && at >= event.starts_at.plus_seconds(-DOOR_OPENS_HOURS * 3600)
}

/// When a line was said. A device's clock may be wrong: nothing is said after it arrives, nor before minutes may be written.
/// What cannot have been said then was said now.
pub fn said_at(event: &Event, at: Option<Instant>, now: Instant) -> Instant {
    let opens = event.starts_at.plus_seconds(-DOOR_OPENS_HOURS * 3600);
    at.filter(|at| (opens..=now).contains(at)).unwrap_or(now)
}

/// A line, trimmed, checked, and on one line. A heading is nobody's.
pub fn line(new: &NewLine) -> Result<NewLine> {
    let mut p = Problems::default();
    let who = match (&new.who, new.kind) {
        (_, Kind::Heading) => Who::Nobody,
        (Who::Organisation(name), _) => {
            let name = p.text("who", name, false, 200);
            if name.is_empty() { Who::Nobody } else { Who::Organisation(name) }
        }
        (other, _) => other.clone(),
    };
    let checked = NewLine {
        kind: new.kind,
        text: one_line(&p.text("text", &new.text, true, MAX_TEXT)),
        who,
        objective: one_line(&p.text("objective", &new.objective, false, MAX_OBJECTIVE)),
    };
    p.check()?;
    Ok(checked)
}

pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The code of the passage that what is typed begins with: `P-014 Orti` is 14.
pub fn passage_code(objective: &str) -> Option<i32> {
    let rest = objective.strip_prefix(['P', 'p'])?.strip_prefix('-')?;
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let after = rest[digits..].chars().next();
    if after.is_some_and(char::is_alphanumeric) { None } else { rest[..digits].parse().ok() }
}

/// New positions for lines that are moved, and for those that must make room; `order` is everything there is, in order. None
/// where a line is not there, or is to stand after itself.
pub fn moved(order: &[(String, i64)], moving: &[String], to: &To) -> Option<Vec<(String, i64)>> {
    if !moving.iter().all(|m| order.iter().any(|(k, _)| k == m)) {
        return None;
    }
    let rest: Vec<&(String, i64)> = order.iter().filter(|(k, _)| !moving.contains(k)).collect();
    let index = match to {
        To::Stay => return Some(Vec::new()),
        To::First => 0,
        To::After(key) => rest.iter().position(|(k, _)| k == key)? + 1,
    };
    let many = i64::try_from(moving.len()).unwrap_or(i64::MAX / STEP - 1);
    let next = rest.get(index).map(|(_, at)| *at);
    let before = match (index.checked_sub(1).and_then(|i| rest.get(i)), next) {
        (Some((_, at)), _) => *at,
        (None, Some(next)) => next - STEP * (many + 1),
        (None, None) => 0,
    };
    let gap = next.map_or(STEP * (many + 1), |next| next - before);
    // Whole microseconds between two lines are seldom used up; where they are, those after make room.
    let step = if gap > many { gap / (many + 1) } else { 1 };
    let mut last = before;
    let mut out: Vec<(String, i64)> = Vec::new();
    for key in moving {
        last += step;
        out.push((key.clone(), last));
    }
    for (key, at) in rest.iter().skip(index) {
        if *at > last {
            break;
        }
        last += 1;
        out.push((key.clone(), last));
    }
    Some(out)
}

/// Lines as they are read: under their headings, in order; those under none, or under one that was removed, last.
pub fn groups(lines: &[Line]) -> Vec<Group> {
    let (headings, said): (Vec<&Line>, Vec<&Line>) =
        lines.iter().filter(|l| l.stands()).partition(|l| l.kind == Kind::Heading);
    let mut out: Vec<Group> =
        headings.iter().map(|h| Group { heading: Some((*h).clone()), lines: Vec::new() }).collect();
    out.push(Group { heading: None, lines: Vec::new() });
    let at: HashMap<&str, usize> = headings.iter().enumerate().map(|(n, h)| (h.key.as_str(), n)).collect();
    for line in said {
        let group = line.heading.as_deref().and_then(|h| at.get(h)).copied().unwrap_or(headings.len());
        out[group].lines.push(line.clone());
    }
    out
}

/// The lines that are to become one contribution, in the order in which they stand.
pub fn together(lines: Vec<Line>, keys: &[String]) -> Result<Vec<Line>> {
    if keys.len() > MOST_TOGETHER {
        return Err(Error::Refused("refused-minutes-too-many"));
    }
    if keys.is_empty() {
        let mut p = Problems::default();
        p.add("lines", "problem-choose");
        return Err(Error::Invalid(p));
    }
    let chosen: Vec<Line> = lines.into_iter().filter(|l| keys.contains(&l.key)).collect();
    let gone = keys.iter().any(|k| !chosen.iter().any(|l| l.key == *k));
    if gone || chosen.iter().any(|l| l.kind == Kind::Heading) {
        return Err(Error::NotFound);
    }
    if chosen.iter().any(|l| !l.stands()) {
        return Err(Error::Refused("refused-minutes-gone"));
    }
    if chosen.iter().any(|l| l.contribution.is_some()) {
        return Err(Error::Refused("refused-minutes-in-register"));
    }
    Ok(chosen)
}

/// Where a line goes that is moved one place up or down among those it stands with; none where it is the last there.
pub fn step(lines: &[Line], key: &str, up: bool) -> Option<To> {
    let groups = groups(lines);
    let headings: Vec<&Line> = groups.iter().filter_map(|g| g.heading.as_ref()).collect();
    let within = groups.iter().map(|g| g.lines.iter().collect()).chain([headings]);
    let with: Vec<&Line> = within.into_iter().find(|all: &Vec<&Line>| all.iter().any(|l| l.key == key))?;
    let at = with.iter().position(|l| l.key == key)?;
    match (up, at) {
        (true, 0) => None,
        (true, 1) => Some(To::First),
        (true, _) => Some(To::After(with[at - 2].key.clone())),
        (false, _) => with.get(at + 1).map(|next| To::After(next.key.clone())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::{EnrolmentId, SessionId};

    fn order(list: &[(&str, i64)]) -> Vec<(String, i64)> {
        list.iter().map(|(k, at)| ((*k).to_owned(), *at)).collect()
    }

    /// The keys in order once these lines are moved.
    fn after(list: &[(&str, i64)], moving: &[&str], to: &To) -> Option<String> {
        let moving: Vec<String> = moving.iter().map(|k| (*k).to_owned()).collect();
        let changes = moved(&order(list), &moving, to)?;
        let mut all = order(list);
        for (key, at) in changes {
            all.iter_mut().find(|(k, _)| *k == key).unwrap().1 = at;
        }
        all.sort_by(|a, b| (a.1, &a.0).cmp(&(b.1, &b.0)));
        Some(all.into_iter().map(|(k, _)| k).collect())
    }

    #[test]
    fn lines_go_where_they_are_put() {
        let wide = [("a", 1000), ("b", 2000), ("c", 3000), ("d", 4000)];
        let tight = [("a", 1), ("b", 2), ("c", 3), ("d", 9)];
        let tied = [("a", 5), ("b", 5), ("c", 5), ("d", 5)];
        for list in [wide, tight, tied] {
            let to = |key: &str| To::After(key.to_owned());
            for (moving, to, expected) in [
                (vec!["c"], To::First, Some("cabd")),
                (vec!["a"], to("d"), Some("bcda")),
                (vec!["d"], to("a"), Some("adbc")),
                (vec!["d", "b"], to("a"), Some("adbc")),
                (vec!["a", "b"], to("c"), Some("cabd")),
                (vec!["b"], to("a"), Some("abcd")),
                (vec!["b"], To::Stay, Some("abcd")),
                (vec!["a", "b", "c", "d"], To::First, Some("abcd")),
                (vec!["b"], to("b"), None),
                (vec!["x"], To::First, None),
                (vec!["b"], to("x"), None),
            ] {
                assert_eq!(after(&list, &moving, &to).as_deref(), expected, "{list:?} {moving:?} {to:?}");
            }
        }
    }

    #[test]
    fn a_line_with_room_moves_alone() {
        let list = order(&[("a", 1000), ("b", 2000), ("c", 3000)]);
        let moved = moved(&list, &["c".to_owned()], &To::After("a".to_owned())).unwrap();
        assert_eq!(moved, order(&[("c", 1500)]));
    }

    fn said(key: &str, kind: Kind, heading: Option<&str>, position: i64) -> Line {
        Line {
            key: key.into(),
            kind,
            text: key.into(),
            enrolment: None,
            person: None,
            person_for: None,
            organisation: String::new(),
            objective: String::new(),
            passage_code: None,
            heading: heading.map(str::to_owned),
            position,
            revision: 1,
            changed: 1,
            said_at: Instant(position),
            writer: String::new(),
            removed_at: None,
            contribution: None,
            session: SessionId(1),
        }
    }

    fn session() -> Vec<Line> {
        vec![
            said("a", Kind::Need, Some("h"), 1),
            said("b", Kind::Need, None, 2),
            said("h", Kind::Heading, None, 3),
            said("c", Kind::Proposal, Some("h"), 4),
            said("k", Kind::Heading, None, 5),
            said("d", Kind::Proposal, None, 6),
        ]
    }

    fn read(lines: &[Line]) -> String {
        let keys = |g: &Group| g.lines.iter().map(|l| l.key.as_str()).collect::<String>();
        let one = |g: &Group| format!("{}:{}", g.heading.as_ref().map_or("-", |h| &h.key), keys(g));
        groups(lines).iter().map(one).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn lines_stand_under_their_headings() {
        let mut lines = session();
        assert_eq!(read(&lines), "h:ac k: -:bd");
        lines[0].removed_at = Some(Instant(9));
        assert_eq!(read(&lines), "h:c k: -:bd");
        lines[2].removed_at = Some(Instant(9));
        assert_eq!(read(&lines), "k: -:bcd", "what stood under a heading that is gone stands under none");
        assert_eq!(read(&[]), "-:");
    }

    #[test]
    fn lines_become_one_contribution_once() {
        let mut lines = session();
        let keys = |k: &[&str]| k.iter().map(|k| (*k).to_owned()).collect::<Vec<_>>();
        let found = |lines: &[Line], k: &[&str]| {
            together(lines.to_vec(), &keys(k)).map(|c| c.iter().map(|l| l.key.clone()).collect::<String>())
        };
        assert_eq!(found(&lines, &["d", "a"]).unwrap(), "ad", "as they were said");
        assert!(matches!(found(&lines, &[]), Err(Error::Invalid(_))));
        assert!(matches!(found(&lines, &["h"]), Err(Error::NotFound)), "a heading was not said");
        assert!(matches!(found(&lines, &["x"]), Err(Error::NotFound)));
        assert!(matches!(found(&lines, &["a", "x"]), Err(Error::NotFound)), "all or none");
        assert!(matches!(found(&lines, &["a"; MOST_TOGETHER + 1]), Err(Error::Refused("refused-minutes-too-many"))));
        lines[1].removed_at = Some(Instant(9));
        let gone = lines[1].key.clone();
        assert!(matches!(found(&lines, &[&gone]), Err(Error::Refused("refused-minutes-gone"))));
        lines[1].removed_at = None;
        lines[0].contribution = Some(7);
        assert!(matches!(found(&lines, &["a", "b"]), Err(Error::Refused("refused-minutes-in-register"))));
    }

    #[test]
    fn a_step_is_among_those_one_stands_with() {
        let lines = session();
        for (key, up, to) in [
            ("c", true, Some(To::First)),
            ("a", true, None),
            ("a", false, Some(To::After("c".into()))),
            ("d", true, Some(To::First)),
            ("d", false, None),
            ("k", true, Some(To::First)),
            ("h", false, Some(To::After("k".into()))),
            ("x", true, None),
        ] {
            assert_eq!(step(&lines, key, up), to, "{key} {up}");
        }
    }

    #[test]
    fn a_passage_is_named_at_the_beginning() {
        for (text, code) in [
            ("P-014 Orti", Some(14)),
            ("p-7", Some(7)),
            ("P-014, orti", Some(14)),
            ("P-", None),
            ("P-14bis", None),
            ("Orti P-014", None),
            ("", None),
            ("P-99999999999", None),
        ] {
            assert_eq!(passage_code(text), code, "{text}");
        }
    }

    #[test]
    fn a_line_needs_words() {
        let new = |kind, text: &str, who| NewLine { kind, text: text.into(), who, objective: String::new() };
        assert!(line(&new(Kind::Need, " \u{200b} ", Who::Nobody)).is_err());
        assert!(line(&new(Kind::Need, &"a".repeat(MAX_TEXT + 1), Who::Nobody)).is_err());
        let heading = line(&new(Kind::Heading, " Orti ", Who::Person(EnrolmentId(1)))).unwrap();
        assert_eq!((heading.text.as_str(), heading.who), ("Orti", Who::Nobody));
        let blank = line(&new(Kind::Need, "a", Who::Organisation("  ".into()))).unwrap();
        assert_eq!(blank.who, Who::Nobody);
    }

    #[test]
    fn keys_are_plain() {
        assert!(is_key("0d9f2a11-5c3e-4b7a") && is_key(&"a".repeat(64)));
        for bad in ["", "short", "ha spazi ma è lunga", &"a".repeat(65)] {
            assert!(!is_key(bad), "{bad}");
        }
    }
}
