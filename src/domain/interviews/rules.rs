//! What may be typed about interviews, and what of them may be told.

use chrono::{Datelike, NaiveDate};

use super::model::{Consent, Heard, NewInterview, TypedTheme, Way};
use crate::{Error, Problems, Result};

/// A theme's findings are public when it rests on so many interviews at least (issue: "Interviews").
pub const ENOUGH: i32 = 3;
/// Numbers of people under this are not told (design, promise 5).
pub const FEW: i64 = 5;
/// No interview of a process of ours was held before: an earlier day is a slip of the hand.
const EARLIEST_YEAR: i32 = 2000;
/// Questions a grid may have.
const MOST_QUESTIONS: usize = 100;
/// Themes a process may have.
pub const MOST_THEMES: usize = 50;

/// Characters of why a finding is taken back.
pub const MAX_REASON: usize = 1000;

/// On how many interviews a theme is said to rest: no more than were held. The staff's number may be too high since somebody took
/// their consent back.
pub fn rests_on(interviews: i32, held: i64) -> i32 {
    interviews.min(i32::try_from(held).unwrap_or(i32::MAX))
}

/// Whether a theme's findings may be public.
pub const fn is_enough(interviews: i32) -> bool {
    interviews >= ENOUGH
}

/// An interview that was checked.
#[derive(Debug, Clone)]
pub struct Checked {
    pub name: String,
    pub organisation: String,
    pub organisation_listed: bool,
    pub held_on: NaiveDate,
    pub way: Way,
    pub minutes: i32,
    pub conducted_by: String,
    pub consent: Consent,
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// An interview, trimmed and checked; it took place, so its day is not in the future.
pub fn interview(new: &NewInterview, today: NaiveDate) -> Result<Checked> {
    let mut p = Problems::default();
    let name = one_line(&p.text("name", &new.name, true, 200));
    let organisation = one_line(&p.text("organisation", &new.organisation, false, 300));
    match new.held_on {
        None => p.add("held_on", "problem-required"),
        Some(day) if day > today => p.add("held_on", "problem-held-later"),
        Some(day) if day.year() < EARLIEST_YEAR => p.add("held_on", "problem-held-long-ago"),
        Some(_) => {}
    }
    let minutes = new.minutes.filter(|m| (1..=1440).contains(m));
    if minutes.is_none() {
        p.add("minutes", "problem-minutes");
    }
    if new.way.is_none() {
        p.add("way", "problem-choose");
    }
    let conducted_by = one_line(&p.text("conducted_by", &new.conducted_by, true, 200));
    if new.consent.is_none() {
        p.add("consent", "problem-choose");
    }
    if new.organisation_listed && organisation.is_empty() {
        p.add("organisation", "problem-organisation-to-list");
    }
    match (new.held_on, new.way, minutes, new.consent) {
        (Some(held_on), Some(way), Some(minutes), Some(consent)) if p.0.is_empty() => Ok(Checked {
            name,
            organisation,
            organisation_listed: new.organisation_listed,
            held_on,
            way,
            minutes,
            conducted_by,
            consent,
        }),
        _ => Err(Error::Invalid(p)),
    }
}

/// The grid of questions: one a line.
pub fn questions(text: &str) -> Result<Vec<String>> {
    let mut p = Problems::default();
    let found: Vec<String> =
        text.lines().map(one_line).filter(|q| !p.text("questions", q, false, 500).is_empty()).collect();
    if found.len() > MOST_QUESTIONS {
        p.add_with("questions", "problem-too-many", i64::try_from(MOST_QUESTIONS).unwrap_or(i64::MAX));
    }
    // Each long line would say so: once is enough.
    p.0.dedup();
    p.check()?;
    Ok(found)
}

/// Themes in order, trimmed and checked: title, and on how many interviews each rests.
pub fn themes(list: &[TypedTheme]) -> Result<Vec<(String, i32)>> {
    let mut p = Problems::default();
    let mut checked: Vec<(String, i32)> = Vec::with_capacity(list.len());
    for (n, x) in (1..).zip(list) {
        let title = one_line(&p.text(format!("title-{n}"), &x.title, true, 200));
        if !title.is_empty() && checked.iter().any(|(t, _)| t.to_lowercase() == title.to_lowercase()) {
            p.add(format!("title-{n}"), "problem-taken");
        }
        let interviews = x.interviews.filter(|i| (0..=10_000).contains(i));
        if interviews.is_none() {
            p.add(format!("interviews-{n}"), "problem-number");
        }
        checked.push((title, interviews.unwrap_or(0)));
    }
    p.check()?;
    Ok(checked)
}

/// What was learnt, in words.
pub fn finding(text: &str) -> Result<String> {
    let mut p = Problems::default();
    let text = p.text("text", text, true, 2000);
    p.check()?;
    Ok(text)
}

/// What may be told of interviews, from each way's number and minutes: no number of people between one and four, nor two
/// numbers one of which could be worked out to be one.
pub fn heard(counts: &[(Way, i64, i64)]) -> Heard {
    let of = |way: Way| counts.iter().filter(|(w, ..)| *w == way).map(|(_, n, _)| n).sum::<i64>();
    let (in_person, online) = (of(Way::InPerson), of(Way::Online));
    let (total, minutes) = (in_person + online, counts.iter().map(|(.., m)| m).sum::<i64>());
    let enough = |n: i64| n == 0 || n >= FEW;
    Heard {
        any: total > 0,
        total: enough(total).then_some(total),
        ways: (enough(in_person) && enough(online)).then_some((in_person, online)),
        minutes: (total >= FEW).then(|| ((2 * minutes + 5 * total) / (10 * total) * 5).max(5)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2024, 10, d).unwrap()
    }

    fn typed() -> NewInterview {
        NewInterview {
            name: "  Nome   Inventato ".into(),
            held_on: Some(day(3)),
            way: Some(Way::Online),
            minutes: Some(60),
            conducted_by: "Chi chiede".into(),
            consent: Some(Consent::Written),
            ..NewInterview::default()
        }
    }

    fn wrong(new: &NewInterview) -> Vec<String> {
        match interview(new, day(3)) {
            Err(Error::Invalid(p)) => p.0.into_iter().map(|p| p.field.into_owned()).collect(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn an_interview_says_who_when_how_and_by_what_leave() {
        assert_eq!(interview(&typed(), day(3)).unwrap().name, "Nome Inventato");
        let nothing = wrong(&NewInterview::default());
        assert_eq!(nothing, ["name", "held_on", "minutes", "way", "conducted_by", "consent"]);
        assert_eq!(wrong(&NewInterview { held_on: Some(day(4)), ..typed() }), ["held_on"]);
        assert_eq!(wrong(&NewInterview { minutes: Some(0), ..typed() }), ["minutes"]);
        assert_eq!(wrong(&NewInterview { organisation_listed: true, ..typed() }), ["organisation"]);
    }

    #[test]
    fn a_question_is_a_line() {
        assert_eq!(questions(" Che cosa manca? \n\n  E   dove?\n").unwrap(), ["Che cosa manca?", "E dove?"]);
        assert!(questions(&"a\n".repeat(101)).is_err());
        assert!(questions(&"a".repeat(501)).is_err());
    }

    #[test]
    fn themes_have_titles_of_their_own() {
        let theme = |title: &str, interviews| TypedTheme { id: None, title: title.into(), interviews };
        assert_eq!(themes(&[theme("Lavoro", Some(3))]).unwrap(), [("Lavoro".to_owned(), 3)]);
        assert!(themes(&[theme("Lavoro", Some(3)), theme("lavoro", Some(4))]).is_err());
        assert!(themes(&[theme("Lavoro", None)]).is_err());
        assert!(themes(&[theme("", Some(1))]).is_err());
    }

    #[test]
    fn no_small_number_is_told_and_none_can_be_worked_out() {
        use Way::{InPerson, Online};
        let table = [
            (vec![], (false, Some(0), Some((0, 0)), None)),
            (vec![(Online, 4, 240)], (true, None, None, None)),
            (vec![(Online, 30, 1810)], (true, Some(30), Some((0, 30)), Some(60))),
            (vec![(InPerson, 4, 100), (Online, 26, 1500)], (true, Some(30), None, Some(55))),
            (vec![(InPerson, 5, 300), (Online, 5, 330)], (true, Some(10), Some((5, 5)), Some(65))),
        ];
        for (counts, (any, total, ways, minutes)) in table {
            assert_eq!(heard(&counts), Heard { any, total, ways, minutes }, "{counts:?}");
        }
    }
}
