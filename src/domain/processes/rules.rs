//! What may be typed about a process, and where its phases stand.

use chrono::NaiveDate;

use super::model::{Document, Facts, Figure, NewAct, Phase, PhaseState, Promoter};
use crate::{Problems, Result};

/// Where a phase stands on a day. Without dates it is to come; without a last day it goes on until the next.
pub fn phase_state(starts: Option<NaiveDate>, ends: Option<NaiveDate>, today: NaiveDate) -> PhaseState {
    match (starts, ends) {
        (_, Some(end)) if end < today => PhaseState::Past,
        (Some(start), _) if start <= today => PhaseState::Now,
        (None, Some(_)) => PhaseState::Now,
        _ => PhaseState::ToCome,
    }
}

/// A word for addresses: lower-case letters, digits and hyphens.
pub fn slug(value: &str) -> Result<String> {
    let slug = value.trim().to_lowercase();
    let fits = slug.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    let mut p = Problems::default();
    if slug.is_empty() {
        p.add("slug", "problem-required");
    } else if !fits || slug.len() > 80 || slug.starts_with('-') || slug.ends_with('-') || slug == "nuovo" {
        p.add("slug", "problem-slug");
    }
    p.check()?;
    Ok(slug)
}

/// Facts, trimmed and checked.
pub fn facts(new: &Facts) -> Result<Facts> {
    let mut p = Problems::default();
    let checked = Facts {
        title: p.text("title", &new.title, true, 200),
        summary: p.text("summary", &new.summary, true, 5000),
        founding_act: p.text("founding_act", &new.founding_act, false, 1000),
        founded_on: new.founded_on,
        contact: p.text("contact", &new.contact, false, 500),
        facilitator: p.text("facilitator", &new.facilitator, false, 300),
    };
    p.check()?;
    Ok(checked)
}

/// The name of a field in a row of a list; rows count from 1.
fn row(field: &str, n: usize) -> String {
    format!("{field}-{}", n + 1)
}

/// Promoters, trimmed and checked.
pub fn promoters(list: &[Promoter]) -> Result<Vec<Promoter>> {
    let mut p = Problems::default();
    if list.is_empty() {
        p.add("name-1", "problem-required");
    }
    let checked = list.iter().enumerate().map(|(n, x)| Promoter {
        name: p.text(row("name", n), &x.name, true, 200),
        contact: p.text(row("contact", n), &x.contact, false, 300),
        act_kind: p.text(row("act_kind", n), &x.act_kind, false, 200),
        act_number: p.text(row("act_number", n), &x.act_number, false, 100),
        act_date: x.act_date,
    });
    let checked = checked.collect();
    p.check()?;
    Ok(checked)
}

/// Phases, trimmed and checked.
pub fn phases(list: &[Phase]) -> Result<Vec<Phase>> {
    let mut p = Problems::default();
    let mut checked = Vec::with_capacity(list.len());
    for (n, x) in list.iter().enumerate() {
        let title = p.text(row("title", n), &x.title, true, 200);
        let description = p.text(row("description", n), &x.description, false, 5000);
        if matches!((x.starts_on, x.ends_on), (Some(start), Some(end)) if end < start) {
            p.add(row("ends_on", n), "problem-dates-order");
        }
        checked.push(Phase { title, description, ..x.clone() });
    }
    p.check()?;
    Ok(checked)
}

/// Figures, trimmed and checked.
pub fn figures(list: &[Figure]) -> Result<Vec<Figure>> {
    let mut p = Problems::default();
    let checked = list.iter().enumerate().map(|(n, x)| Figure {
        phase_id: x.phase_id,
        label: p.text(row("label", n), &x.label, true, 200),
        value: p.text(row("value", n), &x.value, true, 60),
    });
    let checked = checked.collect();
    p.check()?;
    Ok(checked)
}

/// Reference documents, trimmed and checked; a link is https or http.
pub fn documents(list: &[Document]) -> Result<Vec<Document>> {
    let mut p = Problems::default();
    let mut checked = Vec::with_capacity(list.len());
    for (n, x) in list.iter().enumerate() {
        let title = p.text(row("title", n), &x.title, true, 300);
        let note = p.text(row("note", n), &x.note, false, 1000);
        let link = p.text(row("link", n), &x.link, false, 1000);
        if !link.is_empty() && !link.starts_with("https://") && !link.starts_with("http://") {
            p.add(row("link", n), "problem-link");
        }
        checked.push(Document { title, note, link });
    }
    p.check()?;
    Ok(checked)
}

/// An act, trimmed and checked.
pub fn act(new: &NewAct) -> Result<NewAct> {
    let mut p = Problems::default();
    let checked = NewAct {
        body: p.text("body", &new.body, true, 200),
        title: p.text("title", &new.title, true, 500),
        act_number: p.text("act_number", &new.act_number, true, 100),
        act_date: new.act_date,
        note: p.text("note", &new.note, false, 2000),
    };
    p.check()?;
    Ok(checked)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(d: u32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(2025, 3, d)
    }

    #[test]
    fn a_phase_stands_where_its_days_say() {
        let today = day(10).unwrap();
        let table = [
            (day(1), day(9), PhaseState::Past),
            (day(1), day(10), PhaseState::Now),
            (day(10), day(12), PhaseState::Now),
            (day(10), None, PhaseState::Now),
            (day(11), day(12), PhaseState::ToCome),
            (None, None, PhaseState::ToCome),
            (None, day(9), PhaseState::Past),
        ];
        for (starts, ends, state) in table {
            assert_eq!(phase_state(starts, ends, today), state, "{starts:?} {ends:?}");
        }
    }

    #[test]
    fn slugs() {
        assert_eq!(slug(" Piano-2030 ").unwrap(), "piano-2030");
        for bad in ["", "a b", "è", "-a", "a/b", "nuovo"] {
            assert!(slug(bad).is_err(), "{bad}");
        }
    }
}
