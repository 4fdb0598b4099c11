//! What a point must have, which names may not stand in it, and what goes under which objective.

use std::collections::HashSet;

use super::super::rules::one_line;
use super::model::{Action, NewPoint, Objective, PointKind};
use crate::events::name_key;
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

/// Whether one of these names stands in a text: all its words one after the other, or the last before the others. Names of one word
/// are not looked for, because too many are also words.
pub fn names_somebody(text: &str, names: &[String]) -> bool {
    let text = format!(" {} ", words(text).join(" "));
    names.iter().map(|n| words(n)).filter(|n| n.len() > 1).any(|name| {
        let turned: Vec<&str> = name.last().into_iter().chain(&name[..name.len() - 1]).map(String::as_str).collect();
        text.contains(&format!(" {} ", name.join(" "))) || text.contains(&format!(" {} ", turned.join(" ")))
    })
}

/// A shorter surname is not looked for: too many are articles and abbreviations.
const SHORTEST_SURNAME: usize = 3;

/// The words of a text that are also the surname of somebody among these names, or their only name, however they are written; each
/// once, as it stands in the text. The surname is the last word of a name. Such a word may be an ordinary one: a person decides.
pub fn surnames(text: &str, names: &[String]) -> Vec<String> {
    let theirs: HashSet<String> =
        names.iter().filter_map(|n| words(n).pop()).filter(|s| s.chars().count() >= SHORTEST_SURNAME).collect();
    let mut out: Vec<String> = Vec::new();
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()) {
        if theirs.contains(&name_key(word)) && !out.iter().any(|known| name_key(known) == name_key(word)) {
            out.push(word.to_owned());
        }
    }
    out
}

/// Words without accents, signs and capitals.
fn words(text: &str) -> Vec<String> {
    let apart: String = text.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    name_key(&apart).split_whitespace().map(str::to_owned).collect()
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
    fn names_are_found_however_they_are_written() {
        let names = ["Anna Maria Prova".to_owned(), "Niccolò D'Esempio".to_owned(), "Rosa".to_owned()];
        for (text, found) in [
            ("Lo ha detto Anna Maria Prova.", true),
            ("ANNA MARIA PROVA: servono orti", true),
            ("Prova Anna Maria lo chiede", true),
            ("niccolo d’esempio", true),
            ("Una prova di Anna", false),
            ("La rosa è un fiore", false),
            ("Annamaria Prova", false),
            ("", false),
        ] {
            assert_eq!(names_somebody(text, &names), found, "{text}");
        }
    }

    #[test]
    fn surnames_alone_are_found_word_by_word() {
        let names = ["Anna Maria Prova", "Niccolò D'Esempio", "Rosa", "Ugo De Là", "Ada Segnàposto", "Ida Xu", ""]
            .map(str::to_owned);
        for (text, found) in [
            ("Lo ha detto la signora Prova.", vec!["Prova"]),
            ("lo ha detto PROVA, e prova lo ripete", vec!["PROVA"]),
            ("Un periodo di prova", vec!["prova"]),
            ("Le prove fatte; si riprova", vec![]),
            ("D’Esempio chiede orti", vec!["Esempio"]),
            ("d'esempio", vec!["esempio"]),
            ("La rosa è un fiore", vec!["rosa"]),
            ("Segnaposto e SEGNÀPOSTO", vec!["Segnaposto"]),
            ("Si va di là", vec![]),
            ("Xu", vec![]),
            ("Anna e Maria", vec![]),
            ("Prova/Esempio-Rosa", vec!["Prova", "Esempio", "Rosa"]),
            ("", vec![]),
        ] {
            assert_eq!(surnames(text, &names), found, "{text}");
        }
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
