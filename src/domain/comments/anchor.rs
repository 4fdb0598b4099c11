//! Where a change proposed elsewhere belongs: the passage that holds the words it changes. Pure.

use std::ops::Range;

use crate::plans::Passage;

/// What was found for one proposed change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Anchor {
    /// One passage holds all the words that change.
    Found {
        /// The passage's code.
        code: i32,
        /// Its text with the change made, and nothing else; none where the words stand in it more than once, or nothing
        /// would be left of it.
        proposed: Option<String>,
    },
    /// Several passages hold the words: their codes.
    Several(Vec<i32>),
    /// Only markup or a file name changes: no word a reader sees.
    MarkupOnly,
    /// No passage holds the words, or not all of them.
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

/// A version's passages, ready to be looked through.
pub struct Texts<'p>(Vec<(i32, Plain<'p>)>);

/// Where some words stand: which of the passages, and from which byte of its plain text on.
type Place = (usize, usize);

impl<'p> Texts<'p> {
    /// Of these passages.
    pub fn of(passages: &'p [Passage]) -> Self {
        Self(passages.iter().filter_map(|p| Some((p.code?, Plain::of(&p.text)))).collect())
    }

    /// Looks for the passage that holds `before`, where `after` is to stand instead. Both may carry light markup (Markdown,
    /// reStructuredText) and line breaks in the middle of a sentence.
    pub fn find(&self, before: &str, after: &str) -> Anchor {
        let (old, new) = (Plain::of(before), Plain::of(after));
        let paths = (old.text.is_empty() || is_path(&old.text)) && is_path(&new.text);
        if old.text == new.text || paths {
            return Anchor::MarkupOnly;
        }
        let places = if old.text.is_empty() { Vec::new() } else { self.holding(&old.text) };
        match places.as_slice() {
            [] => self.by_line(before, after),
            [one] => self.found(one.0, vec![self.edit(*one, &old, &new)]),
            several => self.several(several),
        }
    }

    /// The change line by line. It is found only if every line that changes is, in one passage: what was asked for
    /// elsewhere would be lost.
    fn by_line(&self, before: &str, after: &str) -> Anchor {
        let (olds, news) = (lines(before), lines(after));
        let paired = olds.len() == news.len();
        let (mut places, mut edits, mut all) = (Vec::new(), Vec::new(), true);
        for (i, old) in olds.iter().enumerate() {
            let same = if paired { old.text == news[i].text } else { news.iter().any(|n| n.text == old.text) };
            if same {
                continue;
            }
            // Fewer words than three stand everywhere.
            let held = if old.text.split(' ').count() < 3 { Vec::new() } else { self.holding(&old.text) };
            all &= !held.is_empty();
            if let ([one], true) = (held.as_slice(), paired) {
                edits.push(Some(self.edit(*one, old, &news[i])));
            } else {
                edits.push(None);
            }
            places.extend(held);
        }
        match (self.several(&places), edits.into_iter().collect()) {
            (Anchor::Found { .. }, Some(edits)) if all => self.found(places[0].0, edits),
            (Anchor::Found { .. }, _) if !all => Anchor::NotFound,
            (other, _) => other,
        }
    }

    fn found(&self, passage: usize, mut edits: Vec<(Range<usize>, String)>) -> Anchor {
        let (code, plain) = &self.0[passage];
        let mut proposed = plain.whole.to_owned();
        edits.sort_by_key(|(at, _)| at.start);
        let apart = edits.windows(2).all(|two| two[0].0.end <= two[1].0.start);
        if apart {
            edits.into_iter().rev().for_each(|(at, new)| proposed.replace_range(at, &new));
        }
        Anchor::Found { code: *code, proposed: Some(proposed).filter(|text| apart && !text.trim().is_empty()) }
    }

    /// Of words that stand in several places, which may be one passage.
    fn several(&self, places: &[Place]) -> Anchor {
        let mut codes: Vec<i32> = places.iter().map(|(passage, _)| self.0[*passage].0).collect();
        codes.sort_unstable();
        codes.dedup();
        match codes.as_slice() {
            [] => Anchor::NotFound,
            [one] => Anchor::Found { code: *one, proposed: None },
            _ => Anchor::Several(codes),
        }
    }

    /// What is to change in a passage's own text: only what differs, so that its quotes and apostrophes stay its own.
    fn edit(&self, (passage, at): Place, old: &Plain<'_>, new: &Plain<'_>) -> (Range<usize>, String) {
        let (head, tail) = common_ends(&old.text, &new.text);
        let gone = self.0[passage].1.place(at + head..at + old.text.len() - tail);
        (gone, new.own(head..new.text.len() - tail))
    }

    /// Where some words stand as whole words: "art" is not in "partito".
    fn holding(&self, words: &str) -> Vec<Place> {
        let places = |(i, (_, plain)): (usize, &(i32, Plain<'_>))| {
            whole_words(&plain.text, words).into_iter().map(move |at| (i, at)).collect::<Vec<_>>()
        };
        self.0.iter().enumerate().flat_map(places).collect()
    }
}

fn whole_words(text: &str, words: &str) -> Vec<usize> {
    let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let edge = |inner: Option<char>, outer: Option<char>| !(word(inner) && word(outer));
    let whole = |at: &usize| {
        edge(words.chars().next(), text[..*at].chars().next_back())
            && edge(words.chars().next_back(), text[at + words.len()..].chars().next())
    };
    text.match_indices(words).map(|(at, _)| at).filter(whole).collect()
}

/// How many bytes two texts have in common at the beginning, and at the end of what is left.
fn common_ends(a: &str, b: &str) -> (usize, usize) {
    let same = |pairs: &mut dyn Iterator<Item = (char, char)>| -> usize {
        pairs.take_while(|(x, y)| x == y).map(|(x, _)| x.len_utf8()).sum()
    };
    let head = same(&mut a.chars().zip(b.chars()));
    (head, same(&mut a[head..].chars().rev().zip(b[head..].chars().rev())))
}

fn lines(text: &str) -> Vec<Plain<'_>> {
    text.lines().map(Plain::of).filter(|line| !line.text.is_empty()).collect()
}

/// A text as it is compared: without the marks of light markup, one space between words, straight quotes.
struct Plain<'t> {
    whole: &'t str,
    text: String,
    /// For each byte of `text`, where its character begins in `whole`.
    at: Vec<usize>,
}

impl<'t> Plain<'t> {
    fn of(whole: &'t str) -> Self {
        let (mut text, mut at) = (String::with_capacity(whole.len()), Vec::with_capacity(whole.len()));
        let mut begins = 0;
        for line in whole.split_inclusive('\n') {
            let from = begins;
            begins += line.len();
            if line.chars().all(|c| "=-~^*#+|_ \r\n".contains(c)) {
                continue;
            }
            let bare = line.trim_start().trim_start_matches(['-', '*', '#', '>', '|', '+']).trim_start();
            for (i, c) in unmarked(bare) {
                let c = if c.is_whitespace() { ' ' } else { straight(c) };
                if c == ' ' && (text.is_empty() || text.ends_with(' ')) {
                    continue;
                }
                text.push(c);
                at.resize(text.len(), from + line.len() - bare.len() + i);
            }
        }
        text.truncate(text.trim_end().len());
        Self { whole, text, at }
    }

    /// The end, in the whole, of the character whose last byte in the plain text is before this one.
    fn end(&self, byte: usize) -> usize {
        let begins = byte.checked_sub(1).map(|b| self.at[b]);
        begins.map_or(0, |b| b + self.whole[b..].chars().next().map_or(0, char::len_utf8))
    }

    /// A stretch of the plain text, in the whole.
    fn place(&self, of: Range<usize>) -> Range<usize> {
        let end = self.end(of.end);
        if of.is_empty() { end..end } else { self.at[of.start]..end }
    }

    /// A stretch of the plain text, with quotes and dashes as they were written.
    fn own(&self, of: Range<usize>) -> String {
        let written = |i: usize| self.whole[self.at[i]..].chars().next().filter(|c| !c.is_whitespace()).unwrap_or(' ');
        self.text[of.clone()].char_indices().map(|(i, _)| written(of.start + i)).collect()
    }
}

const fn straight(c: char) -> char {
    match c {
        '’' | '‘' | 'ʼ' => '\'',
        '“' | '”' | '«' | '»' => '"',
        '–' | '—' | '‑' => '-',
        other => other,
    }
}

/// A line's characters without emphasis, code marks, roles and the targets of links, each with where it begins.
fn unmarked(line: &str) -> Vec<(usize, char)> {
    let mut out: Vec<(usize, char)> = Vec::with_capacity(line.len());
    let mut i = 0;
    while let Some(c) = line[i..].chars().next() {
        let rest = &line[i..];
        if c == ':'
            && let Some(role) = role(rest)
        {
            i += role;
            continue;
        }
        if c == '<'
            && let Some(end) = rest.find('>')
        {
            i += end + 1;
            // `words <target>`: the space belongs to the mark.
            if line[i..].starts_with('`') && out.last().is_some_and(|(_, c)| *c == ' ') {
                out.pop();
            }
            continue;
        }
        if rest.starts_with("\\ ") {
            // reStructuredText's space that is none.
            i += 2;
            continue;
        }
        let next = line[i + c.len_utf8()..].chars().next();
        let inner = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let mark = match c {
            '*' | '`' | '\\' => true,
            '_' => !(inner(out.last().map(|(_, c)| *c)) && inner(next)),
            _ => false,
        };
        if !mark {
            out.push((i, c));
        }
        i += c.len_utf8();
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
            row: crate::id::RowId(i.into()),
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
            confidence: 1000,
            revision: 1,
        };
        (1..).zip(texts).map(of).collect()
    }

    fn found(code: i32, proposed: &str) -> Anchor {
        Anchor::Found { code, proposed: Some(proposed.to_owned()) }
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
            assert_eq!(Texts::of(&plan).find(before, after).as_str(), expected, "{before}");
        }
    }

    #[test]
    fn only_what_changes_is_changed() {
        let plan = passages(&["L’albero  «grande» del partito, l’art 3 e l’art. 4 – e basta.", "Via tutto."]);
        let texts = Texts::of(&plan);
        let cases = [
            ("l'albero \"grande\"", "l'albero \"vecchio\"", None),
            (
                "L'albero \"grande\"",
                "L'albero \"vecchio\"",
                Some("L’albero  «vecchio» del partito, l’art 3 e l’art. 4 – e basta."),
            ),
            ("art 3 e", "art. 3 e", Some("L’albero  «grande» del partito, l’art. 3 e l’art. 4 – e basta.")),
            (", l'art 3", ", e l’art 3", Some("L’albero  «grande» del partito, e l’art 3 e l’art. 4 – e basta.")),
            (
                "e `basta <#fine>`__.",
                "e\n*amen* “così”.",
                Some("L’albero  «grande» del partito, l’art 3 e l’art. 4 – e amen “così”."),
            ),
        ];
        for (before, after, proposed) in cases {
            let expected = proposed.map_or(Anchor::NotFound, |text| found(1, text));
            assert_eq!(texts.find(before, after), expected, "{before}");
        }
        let twice = Anchor::Found { code: 1, proposed: None };
        assert_eq!(texts.find("art", "articolo"), twice, "in which of the two places?");
        assert_eq!(texts.find("Via tutto.", ""), Anchor::Found { code: 2, proposed: None }, "nothing would be left");
    }

    #[test]
    fn a_change_of_several_lines_is_found_only_as_a_whole() {
        let plan = passages(&[
            "Il parco apre alle otto di mattina, e chiude alle dieci di sera.",
            "La fontana resta accesa sempre.",
        ]);
        let texts = Texts::of(&plan);
        let both = (
            "Il parco apre alle otto\naltro che non c’è\ne chiude alle dieci",
            "Il parco apre alle nove\naltro che non c’è\ne chiude alle undici",
        );
        assert_eq!(
            texts.find(both.0, both.1),
            found(1, "Il parco apre alle nove di mattina, e chiude alle undici di sera.")
        );
        let two = ("chiude alle dieci\n- La fontana resta", "chiude alle nove\n- La fontana non resta");
        assert_eq!(texts.find(two.0, two.1), Anchor::Several(vec![1, 2]));
        let part = ("chiude alle dieci\nparole che mancano qui", "chiude alle nove\naltre parole");
        assert_eq!(texts.find(part.0, part.1), Anchor::NotFound);
        assert_eq!(texts.find("chiude alle dieci\nqui sopra", ""), Anchor::NotFound, "a line too short to be sure of");
    }

    #[test]
    fn words_are_whole() {
        assert!(whole_words("partito", "art").is_empty());
        assert_eq!(whole_words("l'art. 3", "art. 3"), [2]);
        assert_eq!(whole_words("nome, per", ", per"), [4]);
    }

    #[test]
    fn markup_goes_and_words_stay() {
        let plain = |text| Plain::of(text).text;
        assert_eq!(plain("-  vedi :ref:`la *guida* <x-y>` e\n   **poi** «altro»"), "vedi la guida e poi \"altro\"");
        assert_eq!(plain("`Linee guida <https://x.example/a_b>`__."), "Linee guida.");
        assert_eq!(plain("(S\\ :sub:`TCO`\\ < T)"), "(STCO< T)");
        assert_eq!(plain("\n====\n| a  |\r\n"), "a |");
    }

    proptest::proptest! {
        #[test]
        fn any_text_can_be_made_plain(text in "[ a-zé’«»<>`_*:\\\\\n|#-]{0,40}") {
            let plain = Plain::of(&text);
            let own = plain.own(0..plain.text.len());
            let again: String = own.chars().map(straight).collect();
            proptest::prop_assert_eq!(again, plain.text);
        }
    }
}
