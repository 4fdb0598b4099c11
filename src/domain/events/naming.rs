//! Names of people and organisations in words that are to be published: restitutions and findings name nobody.

use std::collections::HashSet;

use super::rules::name_key;

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

/// The names of organisations, among these, that stand whole in a text, however they are written. An organisation may be spoken of
/// without having spoken: a person decides. Names shorter than a surname are not looked for.
pub fn organisations<'a>(text: &str, names: &'a [String]) -> Vec<&'a str> {
    let text = format!(" {} ", words(text).join(" "));
    let stands = |name: &str| {
        let name = words(name).join(" ");
        name.chars().count() >= SHORTEST_SURNAME && text.contains(&format!(" {name} "))
    };
    names.iter().map(String::as_str).filter(|name| stands(name)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

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
    fn organisations_are_found_by_their_whole_name() {
        let names = ["Associazione Pedali Inventati", "Fondazione L’Esempio", "Orti", "Xu"].map(str::to_owned);
        for (text, found) in [
            (
                "Associazione pedali inventati offre volontari; Fabio mette le bici.",
                vec!["Associazione Pedali Inventati"],
            ),
            ("La «Fondazione l'esempio» non ci sta", vec!["Fondazione L’Esempio"]),
            ("Servono orti", vec!["Orti"]),
            ("Pedali Inventati", vec![]),
            ("Xu", vec![]),
        ] {
            assert_eq!(organisations(text, &names), found, "{text}");
        }
    }
}
