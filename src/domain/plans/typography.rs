//! Changes that a reader does not read: other quotation marks, dashes, spaces. Pure.

/// Whether two texts say the same, letter by letter, and differ only in the form of quotation marks, apostrophes, dashes,
/// dots or spaces.
pub fn same_words(a: &str, b: &str) -> bool {
    a != b && plain(a) == plain(b)
}

/// A text with straight quotes, plain dashes, single spaces; spaces beside punctuation and dashes are no difference.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '’' | '‘' | 'ʼ' | '`' | '´' | '′' => out.push('\''),
            '“' | '”' | '„' | '«' | '»' | '″' => out.push('"'),
            '–' | '—' | '‑' | '‐' | '−' => out.push('-'),
            '…' => out.push_str("..."),
            '\u{ad}' | '\u{200b}' | '\u{feff}' => {}
            c if c.is_whitespace() => out.push(' '),
            c => out.push(c),
        }
    }
    let mut tidy = String::with_capacity(out.len());
    let mut gap = false;
    for c in out.chars() {
        if c == ' ' {
            gap = true;
            continue;
        }
        let beside = |c: char| matches!(c, '"' | '\'' | '-' | ',' | ';' | ':' | '.' | '!' | '?' | '(' | ')');
        if gap && tidy.chars().next_back().is_some_and(|last| !beside(last) && !beside(c)) {
            tidy.push(' ');
        }
        gap = false;
        tidy.push(c);
    }
    tidy
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_the_same_is_the_same() {
        let same = [
            ("l'ente \"pubblico\" - sempre", "l’ente “pubblico” – sempre"),
            ("uno  due\u{a0}tre", "uno due tre"),
            ("ecc...", "ecc…"),
            ("« così »", "\"così\""),
            ("fine .", "fine."),
        ];
        for (a, b) in same {
            assert!(same_words(a, b), "{a} / {b}");
        }
        for (a, b) in
            [("uno due", "unodue"), ("perche", "perché"), ("2030", "2031"), ("Ente", "ente"), ("uguale", "uguale")]
        {
            assert!(!same_words(a, b), "{a} / {b}");
        }
    }
}
