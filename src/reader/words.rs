//! One rule for counting words, the same everywhere.

/// How many words a text has: pieces between white space (Unicode's, so also the non-breaking space) that hold at least
/// one letter or digit. "l'ente" is one word, "50/2016" is one, a dash alone is none.
#[must_use]
pub fn words(text: &str) -> usize {
    pieces(text).count()
}

/// The words themselves.
pub(crate) fn pieces(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace().filter(|piece| piece.chars().any(char::is_alphanumeric))
}

/// The text with every run of white space as one space, none at the ends.
pub(crate) fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for piece in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(piece);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_what_a_person_would() {
        assert_eq!(words(""), 0);
        assert_eq!(words("l’ente – e\u{a0}la legge 50/2016"), 5);
        assert_eq!(words("• — …"), 0);
        assert_eq!(words("città perché"), 2);
    }

    #[test]
    fn tidies_white_space() {
        assert_eq!(tidy("  a \n\t b\u{a0}c "), "a b c");
    }
}
