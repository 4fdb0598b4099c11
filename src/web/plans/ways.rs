//! Where a link to another passage leads, from the page it stands on.

use domain::plans::Places;

use super::address;

/// The page on which a passage stands.
#[derive(Debug, Clone, Copy)]
pub enum Ways<'a> {
    /// One that is of no version: to the passage's permanent address.
    Permanent,
    /// A page of a draft's staff: to the preview.
    Draft,
    /// The pages of a version.
    Version {
        /// Its number; none for a draft, in its preview.
        number: Option<i32>,
        /// What stands on this page.
        here: &'a Places,
        /// What stands in the version.
        there: &'a Places,
    },
}

impl Ways<'_> {
    /// The address of a passage: on this page, on another of the version, or, where the version has it no more, its permanent one.
    pub fn to(self, slug: &str, code: i32) -> String {
        let preview = || format!("{}?capitolo={code}#p{code}", address::desk(slug, "/anteprima"));
        match self {
            Self::Permanent => address::passage(slug, code),
            Self::Draft => preview(),
            Self::Version { here, .. } if here.has(code) => format!("#p{code}"),
            Self::Version { there, .. } if !there.has(code) => address::passage(slug, code),
            Self::Version { number: Some(number), .. } => address::reading(slug, number, code, true),
            Self::Version { number: None, .. } => preview(),
        }
    }
}
