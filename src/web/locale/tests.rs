use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use domain::clock::Instant;

use super::*;

/// The files of a language, as they are written.
fn texts(lang: Lang) -> Vec<String> {
    let prefix = format!("{}/", lang.code());
    let files = Folder::iter().filter(|n| n.starts_with(&prefix));
    files.map(|name| String::from_utf8(Folder::get(&name).unwrap().data.into_owned()).unwrap()).collect()
}

fn keys(lang: Lang) -> BTreeSet<String> {
    let prefix = format!("{}/", lang.code());
    let mut out = BTreeSet::new();
    for text in texts(lang) {
        let starts = |l: &&str| l.starts_with(|c: char| c.is_ascii_lowercase());
        let words = text.lines().filter(starts).filter_map(|l| l.split_once('=')).map(|(k, _)| k.trim().to_owned());
        for key in words {
            assert!(out.insert(key.clone()), "{key} is there twice in {prefix}");
        }
    }
    out
}

#[test]
fn both_languages_have_the_same_keys() {
    let (it, en) = (keys(Lang::It), keys(Lang::En));
    let lacks = |a: &BTreeSet<String>, b: &BTreeSet<String>| a.difference(b).cloned().collect::<Vec<_>>();
    assert_eq!(lacks(&it, &en), Vec::<String>::new(), "missing in English");
    assert_eq!(lacks(&en, &it), Vec::<String>::new(), "missing in Italian");
}

/// What each sentence of a language asks to be told.
fn variables(lang: Lang) -> BTreeMap<String, BTreeSet<String>> {
    let mut out: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut key = String::new();
    for text in texts(lang) {
        for line in text.lines().filter(|l| !l.starts_with('#')) {
            if let Some((name, _)) = line.split_once('=').filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase()))
            {
                name.trim().clone_into(&mut key);
            }
            for (at, _) in line.match_indices('$') {
                let word = line[at + 1..].chars().take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c));
                out.entry(key.clone()).or_default().insert(word.collect());
            }
        }
    }
    out
}

#[test]
fn both_languages_are_told_the_same() {
    let (it, en) = (variables(Lang::It), variables(Lang::En));
    assert!(it.len() > 300, "{} sentences with something to be told", it.len());
    let differ: Vec<_> = it.keys().chain(en.keys()).filter(|k| it.get(*k) != en.get(*k)).collect();
    assert!(differ.is_empty(), "{differ:?}");
}

fn sources(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, out);
        } else if path.extension().is_some_and(|e| e == "rs") {
            out.push(path);
        }
    }
}

/// String literals in a source that look like keys: two words or more, joined by hyphens, of a family the locales know.
fn literals(text: &str, families: &BTreeSet<String>) -> Vec<String> {
    let pieces = text.split('"').skip(1).step_by(2).map(str::to_owned);
    let plain = |s: &String| {
        s.contains('-') && s.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_')
    };
    pieces.filter(plain).filter(|s| !s.ends_with('-') && families.contains(s.split('-').next().unwrap())).collect()
}

#[test]
fn every_key_written_in_the_sources_exists() {
    let known = keys(Lang::It);
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    sources(root, &mut files);
    sources(&root.join("../domain"), &mut files);
    let mut missing = BTreeSet::new();
    for file in files.iter().filter(|f| !f.ends_with("locale/tests.rs")) {
        let text = std::fs::read_to_string(file).unwrap();
        let text: String = text.lines().filter(|l| !l.starts_with("//!")).collect::<Vec<_>>().join("\n");
        for call in [".t(\"", ".t_with(\"", "Refused(\"", "problem-", "done(\"", "saying(\""] {
            for (at, _) in text.match_indices(call) {
                let start = if call == "problem-" { at } else { at + call.len() };
                let key: String =
                    text[start..].chars().take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c)).collect();
                let ends = text[start + key.len()..].starts_with('"');
                let quoted = call != "problem-" || text[..at].ends_with('"');
                if ends && quoted && key.contains('-') && !known.contains(&key) {
                    missing.insert(format!("{}: {key}", file.strip_prefix(root).unwrap_or(file).display()));
                }
            }
        }
    }
    assert!(missing.is_empty(), "not in the locales: {missing:#?}");
}

#[test]
fn keys_of_families_written_elsewhere_exist() {
    let known = keys(Lang::It);
    let families = BTreeSet::from(["denied".to_owned(), "fault".to_owned(), "kept".to_owned(), "letter".to_owned()]);
    let mut files = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("http"), &mut files);
    for file in files {
        for key in literals(&std::fs::read_to_string(&file).unwrap(), &families) {
            assert!(known.contains(&key), "{}: {key}", file.display());
        }
    }
}

#[test]
fn dates_and_numbers_are_written_as_each_language_does() {
    let locales = Locales::load().unwrap();
    let (it, en) = (locales.of(Lang::It), locales.of(Lang::En));
    let at = Instant(1_740_502_800_000_000);
    assert_eq!(it.instant(at), "25 febbraio 2025, ore 18:00");
    assert_eq!(en.instant(at), "25 February 2025, 18:00");
    assert_eq!(it.instant_long(at), "martedì 25 febbraio 2025, ore 18:00");
    assert_eq!((it.number(1_234_567), en.number(-12_345)), ("1.234.567".to_owned(), "-12,345".to_owned()));
    assert_eq!((it.duration(59), en.duration(0)), ("meno di un minuto".to_owned(), "less than a minute".to_owned()));
    assert_eq!((it.duration(12 * 86_400), en.duration(60)), ("12 giorni".to_owned(), "1 minute".to_owned()));
    assert_eq!(it.percent(19, 50), "38%");
    assert_eq!((it.hundredths(1250), en.hundredths(7)), ("12,50%".to_owned(), "0.07%".to_owned()));
    assert_eq!(it.shares(&[1, 1, 1]), ["34%", "33%", "33%"]);
    assert_eq!(it.shares(&[38, 5, 2, 1, 2, 1]), ["78%", "10%", "4%", "2%", "4%", "2%"]);
    assert_eq!(it.shares(&[0, 0]), ["–", "–"]);
    assert!(it.t("no-such-key").contains('⟦'));
}
