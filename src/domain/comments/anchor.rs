//! Where a change proposed elsewhere belongs: the passage that holds the words it changes. Pure.

use crate::plans::Passage;

/// What was found for one proposed change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Anchor {
    /// One passage holds the words: its code, and its text with the change made.
    Found {
        /// The passage's code.
        code: i32,
        /// Its text with the change made.
        proposed: String,
    },
    /// Several passages hold the words: their codes.
    Several(Vec<i32>),
    /// Only markup or a file name changes: no word a reader sees.
    MarkupOnly,
    /// No passage holds the words.
    NotFound,
}

impl Anchor {
    /// Its name in a report.
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Found { .. } => "found",
            Self::Several(_) => "several",
            Self::MarkupOnly => "markup_only",
            Self::NotFound => "not_found",
        }
    }
}

/// Looks for the passage that holds `before`, where `after` is to stand instead. Both may carry light markup (Markdown,
/// reStructuredText) and line breaks in the middle of a sentence.
pub fn find(passages: &[Passage], before: &str, after: &str) -> Anchor {
    let (old, new) = (plain(before), plain(after));
    if words_only(&old) == words_only(&new) && old == new {
        return Anchor::MarkupOnly;
    }
    if old.is_empty() {
        return if is_path(&new) { Anchor::MarkupOnly } else { Anchor::NotFound };
    }
    if is_path(&old) && is_path(&new) {
        return Anchor::MarkupOnly;
    }
    let texts: Vec<(i32, String)> = passages.iter().filter_map(|p| Some((p.code?, plain(&p.text)))).collect();
    let whole = holding(&texts, &old);
    match whole.as_slice() {
        [one] => return found(&texts, *one, &old, &new),
        [] => {}
        several => return Anchor::Several(several.to_vec()),
    }
    by_line(&texts, before, after)
}

/// The change line by line: the lines that are only in the old text, against those only in the new one.
fn by_line(texts: &[(i32, String)], before: &str, after: &str) -> Anchor {
    let lines = |text: &str| text.lines().map(plain).filter(|l| l.split(' ').count() >= 3).collect::<Vec<_>>();
    let (olds, news) = (lines(before), lines(after));
    let gone = olds.iter().enumerate().filter(|(_, l)| !news.contains(l));
    let mut several = Vec::new();
    for (i, line) in gone {
        match holding(texts, line).as_slice() {
            [one] => {
                let new = news.get(i).filter(|_| olds.len() == news.len()).cloned().unwrap_or_else(|| plain(after));
                return found(texts, *one, line, &new);
            }
            [] => {}
            codes => several.extend_from_slice(codes),
        }
    }
    if several.is_empty() { Anchor::NotFound } else { Anchor::Several(several) }
}

fn found(texts: &[(i32, String)], code: i32, old: &str, new: &str) -> Anchor {
    let text = texts.iter().find(|(c, _)| *c == code).map_or("", |(_, t)| t.as_str());
    Anchor::Found { code, proposed: text.replacen(old, new, 1) }
}

fn holding(texts: &[(i32, String)], words: &str) -> Vec<i32> {
    texts.iter().filter(|(_, text)| holds(text, words)).map(|(code, _)| *code).collect()
}

/// Whether a text holds some words as whole words: "art" is not in "partito".
fn holds(text: &str, words: &str) -> bool {
    let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    text.match_indices(words)
        .any(|(at, found)| edge(text[..at].chars().next_back()) && edge(text[at + found.len()..].chars().next()))
}

/// Words without the marks of light markup, one space between them, straight quotes.
fn plain(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    for line in text.lines() {
        let line = line.trim();
        if line.chars().all(|c| "=-~^*#+|_ ".contains(c)) {
            continue;
        }
        let line = line.trim_start_matches(['-', '*', '#', '>', '|', '+']).trim_start();
        clean.push_str(&unmarked(line));
        clean.push(' ');
    }
    clean.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A line without emphasis, code marks, roles and the targets of links.
fn unmarked(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        if c == ':'
            && let Some(role) = role(rest)
        {
            rest = &rest[role..];
            continue;
        }
        if c == '<'
            && let Some(end) = rest.find('>')
        {
            rest = &rest[end + 1..];
            continue;
        }
        rest = &rest[c.len_utf8()..];
        match c {
            '*' | '`' | '\\' => {}
            '’' | '‘' | 'ʼ' => out.push('\''),
            '“' | '”' | '«' | '»' => out.push('"'),
            '–' | '—' | '‑' => out.push('-'),
            '_' if out.chars().next_back().is_none_or(|l| !l.is_alphanumeric())
                || rest.chars().next().is_none_or(|n| !n.is_alphanumeric()) => {}
            other => out.push(other),
        }
    }
    out
}

/// The length of `:ref:` before a backtick.
fn role(text: &str) -> Option<usize> {
    let end = text[1..].find(':')? + 2;
    let name = &text[1..end - 1];
    let word = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    (word && text[end..].starts_with('`')).then_some(end)
}

fn words_only(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Whether a text is nothing but file names.
fn is_path(text: &str) -> bool {
    let name = |w: &str| {
        [".rst", ".md", ".docx", ".html", ".png", ".svg"].iter().any(|e| w.ends_with(e)) || w.starts_with("..")
    };
    !text.is_empty() && text.split(' ').all(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::PassageId;
    use crate::plans::{Matched, PassageKind};

    fn passages(texts: &[&str]) -> Vec<Passage> {
        let of = |(i, text): (i32, &&str)| Passage {
            id: Some(PassageId(i.into())),
            code: Some(i),
            position: i,
            kind: PassageKind::Paragraph,
            level: 0,
            number: String::new(),
            block: reader::Block {
                kind: reader::BlockKind::Paragraph,
                body: reader::Body::Text(Vec::new()),
                number: None,
            },
            text: (*text).to_owned(),
            matched: Matched::New,
            likeness: 0,
        };
        (1..).zip(texts).map(of).collect()
    }

    #[test]
    fn a_change_finds_its_passage() {
        let plan =
            passages(&["Il Comune cura l’albero ogni anno.", "La panchina è verde.", "La panchina è verde scuro."]);
        let cases = [
            ("cura l'albero\nogni anno", "cura l'albero\nogni mese", "found"),
            ("La panchina è", "La panca è", "several"),
            ("**cura** l'albero", "*cura* l'albero", "markup_only"),
            ("allegati/uno.rst", "allegati/due.rst", "markup_only"),
            ("Una frase che non c'è", "altra", "not_found"),
            ("", "Una frase nuova", "not_found"),
        ];
        for (before, after, expected) in cases {
            assert_eq!(find(&plan, before, after).as_str(), expected, "{before}");
        }
        let Anchor::Found { code, proposed } = find(&plan, "ogni anno", "ogni mese") else { panic!("not found") };
        assert_eq!((code, proposed.as_str()), (1, "Il Comune cura l'albero ogni mese."));
    }

    #[test]
    fn words_are_whole() {
        assert!(!holds("partito", "art"));
        assert!(holds("l'art. 3", "art. 3"));
    }

    #[test]
    fn markup_goes_and_words_stay() {
        assert_eq!(plain("-  vedi :ref:`la *guida* <x-y>` e\n   **poi** «altro»"), "vedi la guida e poi \"altro\"");
    }
}
