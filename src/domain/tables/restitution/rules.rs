//! What a point must have, and what goes under which objective. Which names may not stand in it: `events::naming`.

use super::super::rules::one_line;
use super::model::{Action, NewPoint, Objective, PointKind};
use crate::{Problems, Result};

/// Characters of a sentence or of an action.
pub const MAX_TEXT: usize = 2000;
/// Characters of what goes with an action.
pub const MAX_SHORT: usize = 300;
/// Characters of why an edition is taken back.
pub const MAX_REASON: usize = 1000;
/// Points a restitution may have.
pub const MOST_POINTS: usize = 200;

/// A point, trimmed and checked. `rests` says how many of the lines or points it names are there.
pub fn point(new: &NewPoint, rests: usize) -> Result<NewPoint> {
    let mut p = Problems::default();
    let action = new.kind == PointKind::Action;
    let short = |p: &mut Problems, field: &'static str, value: &str, required: bool| {
        if action { one_line(&p.text(field, value, required, MAX_SHORT)) } else { String::new() }
    };
    let checked = NewPoint {
        text: p.text("text", &new.text, true, MAX_TEXT),
        objective: short(&mut p, "objective", &new.objective, true),
        who: short(&mut p, "who", &new.who, false),
        by_when: short(&mut p, "by_when", &new.by_when, false),
        means: short(&mut p, "means", &new.means, false),
        ..new.clone()
    };
    if rests == 0 {
        p.add("lines", "problem-rests-on-nothing");
    }
    p.check()?;
    Ok(checked)
}

/// Actions under their objectives, each objective where it is named first.
pub fn plan(actions: Vec<(String, Action)>) -> Vec<Objective> {
    let mut out: Vec<Objective> = Vec::new();
    for (title, action) in actions {
        let same = |o: &&mut Objective| o.title.to_lowercase() == title.to_lowercase();
        match out.iter_mut().find(same) {
            Some(objective) => objective.actions.push(action),
            None => out.push(Objective { title, actions: vec![action] }),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::model::Place;
    use super::*;

    fn new(kind: PointKind, text: &str, objective: &str) -> NewPoint {
        NewPoint {
            kind,
            text: text.into(),
            objective: objective.into(),
            who: " il Comune ".into(),
            by_when: String::new(),
            means: String::new(),
            lines: Vec::new(),
            sources: Vec::new(),
        }
    }

    #[test]
    fn a_point_has_words_and_rests_on_something() {
        let fields = |new: &NewPoint, rests| match point(new, rests) {
            Err(crate::Error::Invalid(p)) => p.0.into_iter().map(|p| p.field.into_owned()).collect::<Vec<_>>(),
            _ => Vec::new(),
        };
        let sentence = new(PointKind::Sentence, "Servono orti.", "");
        assert_eq!(point(&sentence, 1).unwrap().who, "", "a sentence has nobody who does it");
        assert_eq!(fields(&sentence, 0), ["lines"]);
        let action = new(PointKind::Action, "", "");
        assert_eq!(fields(&action, 1), ["text", "objective"]);
        assert_eq!(point(&new(PointKind::Action, "a", " b\n c "), 1).unwrap().objective, "b c");
        assert_eq!(fields(&new(PointKind::Sentence, &"a".repeat(MAX_TEXT + 1), ""), 1), ["text"]);
    }

    #[test]
    fn actions_stand_under_their_objective() {
        let action = |text: &str| Action {
            text: text.into(),
            who: String::new(),
            by_when: String::new(),
            means: String::new(),
            lines: Vec::new(),
            unshown: 0,
            place: Place { table: 1, theme: String::new(), session: 1, question: String::new() },
        };
        let under = |title: &str, text: &str| (title.to_owned(), action(text));
        let plan = plan(vec![under("Verde", "a"), under("Acqua", "b"), under("verde", "c")]);
        let said: Vec<(String, usize)> = plan.into_iter().map(|o| (o.title, o.actions.len())).collect();
        assert_eq!(said, [("Verde".to_owned(), 2), ("Acqua".to_owned(), 1)]);
    }
}
