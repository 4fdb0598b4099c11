//! Alphabetical order is a public act: the Unicode collation (root), punctuation not ignored (UTS #10, "non-ignorable").

use icu_collator::options::{AlternateHandling, CollatorOptions};
use icu_collator::{Collator, CollatorBorrowed};

fn collator() -> Option<CollatorBorrowed<'static>> {
    let mut options = CollatorOptions::default();
    options.alternate_handling = Some(AlternateHandling::NonIgnorable);
    Collator::try_new(icu_locale::locale!("und").into(), options).ok()
}

/// Puts names in the order in which they are published; equal ones keep theirs.
pub fn sort_names(names: &mut [String]) {
    match collator() {
        Some(collator) => names.sort_by(|a, b| collator.compare(a, b)),
        None => names.sort(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_and_punctuation_come_before_digits_and_letters() {
        let mut names: Vec<String> = [
            "Zeta",
            "i.e.s.",
            "Émile",
            "In(t)essere",
            "Impact Hub",
            "A cuore",
            "Acuore",
            "2 Ruote",
            "eco",
            "Eco",
            "ISMEL",
        ]
        .map(String::from)
        .to_vec();
        sort_names(&mut names);
        let expected = [
            "2 Ruote",
            "A cuore",
            "Acuore",
            "eco",
            "Eco",
            "Émile",
            "i.e.s.",
            "Impact Hub",
            "In(t)essere",
            "ISMEL",
            "Zeta",
        ];
        assert_eq!(names, expected);
    }
}
