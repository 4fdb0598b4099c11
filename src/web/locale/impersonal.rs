//! The Italian of the interface addresses nobody as "tu". Buttons and links may be imperatives, as on the sites of public
//! bodies; what is read as text is impersonal.

use super::*;

/// Each message of a file with its words, on one line; what stands in braces is not words.
fn messages(file: &str) -> Vec<(String, String)> {
    let mut out: Vec<(String, String)> = Vec::new();
    for line in file.lines().filter(|l| !l.starts_with('#')) {
        match line.split_once('=') {
            Some((key, text)) if line.starts_with(|c: char| c.is_ascii_lowercase()) => {
                out.push((key.trim().to_owned(), words(text)));
            }
            _ => {
                if let Some((_, text)) = out.last_mut() {
                    text.push(' ');
                    text.push_str(&words(line));
                }
            }
        }
    }
    out
}

fn words(line: &str) -> String {
    let mut deep = 0;
    let outside = line.chars().filter(|c| {
        deep += i32::from(*c == '{') - i32::from(*c == '}');
        deep <= 0 && *c != '}'
    });
    outside.collect::<String>().trim().to_owned()
}

fn italian() -> Vec<(String, String)> {
    let files = Folder::iter().filter(|n| n.starts_with("it/"));
    files.flat_map(|n| messages(std::str::from_utf8(&Folder::get(&n).unwrap().data).unwrap())).collect()
}

/// Lower-case words, at apostrophes too: "t’ha" is "t" and "ha".
fn split(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty()).map(str::to_lowercase).collect()
}

const TU: [&str; 17] = [
    "tu", "tuo", "tua", "tuoi", "tue", "ti", "te", "hai", "sei", "puoi", "devi", "vuoi", "sai", "avevi", "eri",
    "potrai", "dovrai",
];

/// Messages in which one of those words means something else: key, word.
const SOMETHING_ELSE: [(&str, &str); 0] = [];

#[test]
fn nobody_is_addressed_as_tu() {
    let mut found = Vec::new();
    for (key, text) in italian() {
        let words = split(&text);
        let wrong = TU.iter().filter(|w| words.iter().any(|o| o == *w) && !SOMETHING_ELSE.contains(&(key.as_str(), w)));
        found.extend(wrong.map(|w| format!("{key}: \"{w}\" in \"{text}\"")));
    }
    assert!(found.is_empty(), "said with tu: {found:#?}");
}

const ORDERS: [&str; 37] = [
    "aggiungi",
    "apri",
    "cambia",
    "chiedi",
    "conferma",
    "controlla",
    "copia",
    "copialo",
    "correggi",
    "compila",
    "conserva",
    "decidi",
    "generalo",
    "guarda",
    "importa",
    "indica",
    "invia",
    "lascia",
    "leggi",
    "parti",
    "premi",
    "prepara",
    "pubblica",
    "registrati",
    "ricarica",
    "ricevi",
    "riduci",
    "riprova",
    "salva",
    "salvalo",
    "scegli",
    "scrivi",
    "scrivici",
    "seleziona",
    "togli",
    "toglila",
    "usa",
];

/// Nouns, adjectives and third persons that look like orders where a sentence begins: key, word.
const STATEMENTS: [(&str, &str); 5] = [
    ("done-redacted", "parti"),
    ("publish-note-hint", "pubblica"),
    ("role-promoter-hint", "pubblica"),
    ("role-reviewer-hint", "importa"),
    ("window-reason-hint", "pubblica"),
];

/// What is read as text: whole sentences, hints, problems.
fn running(key: &str, text: &str) -> bool {
    key.split('-').next() == Some("problem") || key.ends_with("-hint") || key.ends_with("-lead") || text.ends_with('.')
}

#[test]
fn text_gives_no_orders() {
    let mut found = Vec::new();
    let unabridged = |(key, text): (String, String)| (key, text.replace(" n.", " numero"));
    for (key, text) in italian().into_iter().map(unabridged).filter(|(k, t)| running(k, t)) {
        for sentence in text.split(['.', ':', ';', '?']) {
            let Some(first) = split(sentence).into_iter().next() else { continue };
            if ORDERS.contains(&first.as_str()) && !STATEMENTS.contains(&(key.as_str(), first.as_str())) {
                found.push(format!("{key}: \"{}\"", sentence.trim()));
            }
        }
    }
    assert!(found.is_empty(), "an order where a statement belongs: {found:#?}");
}

#[test]
fn words_of_a_message_are_found() {
    let found = messages("# tu\na-b = Il tuo { $tu } nome\n    e { $n ->\n        [one] il te\n    }\nc = x\n");
    assert_eq!(found[0].0, "a-b");
    assert_eq!(split(&found[0].1), ["il", "tuo", "nome", "e", "one", "il", "te"]);
    assert_eq!(found.len(), 2);
}
