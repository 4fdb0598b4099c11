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

    /// The list that Turin printed is in the order of the rule, but for one pair of neighbours: *Community* comes before *Compagnia*,
    /// because of its second m, and was printed after it.
    #[test]
    fn the_order_of_the_real_list_is_that_of_the_printed_one_but_for_one_pair() {
        let file: serde_json::Value =
            serde_json::from_str(include_str!("../demo/content/torino/participants.json")).unwrap();
        let printed: Vec<String> = serde_json::from_value(file["organisations"].clone()).unwrap();
        assert_eq!(printed.len(), 134);
        let mut ours = printed.clone();
        sort_names(&mut ours);
        let differs: Vec<(usize, &str, &str)> = (1..)
            .zip(ours.iter().zip(&printed))
            .filter(|(_, (ours, printed))| ours != printed)
            .map(|(n, (ours, printed))| (n, ours.as_str(), printed.as_str()))
            .collect();
        let (community, compagnia) =
            ("Fondazione Community Land Trust Terreno Comune", "Fondazione Compagnia di San Paolo");
        assert_eq!(differs, [(68, community, compagnia), (69, compagnia, community)]);
        // Whatever order they come in, it is the same one.
        ours.reverse();
        sort_names(&mut ours);
        assert_eq!((ours[67].as_str(), ours[68].as_str()), (community, compagnia));
    }
}
