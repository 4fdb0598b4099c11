//! What is typed to comment: the fields, what they mean, and how they are kept while their writer signs in.

use domain::Problems;
use domain::id::OrganisationId;
use domain::register::{self, Channel, Kind, MAX_ELSEWHERE, MAX_TEXT, NamedAs, NewContribution};
use maud::{Markup, html};
use serde::{Deserialize, Serialize};

use super::place::{Asked, Place};
use crate::http::Visit;
use crate::ui::{Choice, Form};

/// A text may have so many characters.
pub const MAX: u32 = MAX_TEXT as u32;
/// So many, if it came by another channel.
pub const MAX_OTHER: u32 = MAX_ELSEWHERE as u32;

/// What was typed; also what waits, as JSON, for its writer to sign in.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Typed {
    /// The process.
    pub slug: String,
    /// The number of the version commented.
    pub version: Option<i32>,
    /// The passage's code; empty for the plan as a whole.
    pub passage: String,
    /// What it is.
    pub kind: String,
    /// The text.
    pub text: String,
    /// The proposed wording.
    pub proposed: String,
    /// `si` or `no`: whether it may be shown.
    pub shown: String,
    /// `anonymous`, `pseudonym`, `organisation:<id>`.
    pub named_as: String,
    /// The pseudonym.
    pub pseudonym: String,
    /// The waiting text it continues, if it does: forgotten once this is sent.
    #[serde(skip)]
    pub draft: String,
}

impl Typed {
    /// From the form that was sent.
    pub fn of(v: &Visit) -> Self {
        let field = |name: &str| v.field(name).to_owned();
        Self {
            slug: v.path("slug").to_owned(),
            version: v.field("versione").parse().ok(),
            passage: field("passaggio"),
            kind: field("kind"),
            text: field("text"),
            proposed: field("proposed"),
            shown: field("shown"),
            named_as: field("named_as"),
            pseudonym: field("pseudonym"),
            draft: field("bozza"),
        }
    }

    /// Before anything is typed.
    pub fn blank(place: &Place) -> Self {
        Self {
            slug: place.process.slug.clone(),
            version: Some(place.version.number),
            passage: place.code(),
            proposed: place.spot.as_ref().map(|s| s.text.clone()).unwrap_or_default(),
            named_as: "anonymous".to_owned(),
            ..Self::default()
        }
    }

    /// Where it was written.
    pub fn asked(&self) -> Asked {
        Asked { slug: self.slug.clone(), version: self.version, passage: self.passage.clone() }
    }

    /// The fields by name, as the form carries them.
    pub fn fields(&self) -> Vec<(&'static str, String)> {
        vec![
            ("versione", self.version.map(|n| n.to_string()).unwrap_or_default()),
            ("passaggio", self.passage.clone()),
            ("kind", self.kind.clone()),
            ("text", self.text.clone()),
            ("proposed", self.proposed.clone()),
            ("shown", self.shown.clone()),
            ("named_as", self.named_as.clone()),
            ("pseudonym", self.pseudonym.clone()),
            ("bozza", self.draft.clone()),
        ]
    }

    /// What it means, checked.
    ///
    /// # Errors
    /// [`domain::Error::Invalid`] with everything that is wrong.
    pub fn checked(&self, place: &Place) -> domain::Result<NewContribution> {
        let mut p = Problems::default();
        let kind = Kind::parse(&self.kind);
        if kind.is_none() {
            p.add("kind", "problem-choose");
        }
        if !matches!(self.shown.as_str(), "si" | "no") {
            p.add("shown", "problem-choose");
        }
        let (named_as, organisation) = self.author(&mut p);
        let new = NewContribution {
            version: place.version.id,
            passage: place.spot.as_ref().map(|s| s.id),
            kind: kind.unwrap_or(Kind::Addition),
            text: self.text.clone(),
            proposed: self.proposed.clone(),
            shown: self.shown == "si",
            named_as,
            pseudonym: self.pseudonym.clone(),
            organisation,
            channel: Channel::Online,
            sender: String::new(),
            evidence: String::new(),
        };
        let same = place.spot.as_ref().is_some_and(|s| s.text.trim() == new.proposed.trim());
        if new.kind == Kind::Rewording && same {
            p.add("proposed", "problem-proposed-same");
        }
        match register::checked(new) {
            Ok(new) => p.check().map(|()| new),
            Err(domain::Error::Invalid(more)) => {
                p.0.extend(more.0);
                Err(domain::Error::Invalid(p))
            }
            Err(other) => Err(other),
        }
    }

    fn author(&self, p: &mut Problems) -> (NamedAs, Option<OrganisationId>) {
        match self.named_as.strip_prefix("organisation:") {
            Some(id) => (NamedAs::Organisation, id.parse().ok()),
            None if self.named_as == "pseudonym" => (NamedAs::Pseudonym, None),
            None => {
                if self.named_as != "anonymous" {
                    p.add("named_as", "problem-choose");
                }
                (NamedAs::Anonymous, None)
            }
        }
    }
}

/// A form filled with what was typed.
pub fn filled<'a>(v: &'a Visit, action: &str, problems: &'a Problems, typed: &Typed) -> Form<'a> {
    typed.fields().into_iter().fold(Form::new(v, action, problems), |form, (name, value)| form.value(name, value))
}

/// The fields of a comment.
pub fn view(v: &Visit, form: &Form<'_>, place: &Place) -> Markup {
    html! {
        input type="hidden" name="versione" value=(place.version.number);
        input type="hidden" name="passaggio" value=(place.code());
        (form.radios("kind", "comment-kind", kinds(v, place.spot.is_some())).required())
        (form.area("text", "comment-text", 8).required().max(MAX).counted().hint("comment-text-hint"))
        @if place.spot.is_some() {
            (form.area("proposed", "comment-proposed", 8).max(MAX).counted().hint("comment-proposed-hint"))
        }
        (form.radios("shown", "comment-shown", shown(v)).required())
        (form.radios("named_as", "comment-named-as", authors(v, place)).required())
        (form.text("pseudonym", "comment-pseudonym").max(40).width("w-medium").hint("comment-pseudonym-hint"))
    }
}

fn kinds(v: &Visit, on_passage: bool) -> Vec<Choice> {
    // Another wording needs words to start from.
    let offered = Kind::SENT.iter().filter(|k| on_passage || **k != Kind::Rewording);
    let choice = |k: &Kind| {
        let key = format!("contribution-kind-{}", k.as_str());
        Choice::new(k.as_str(), v.t(&key)).hint(v.t(&format!("{key}-hint")))
    };
    offered.map(choice).collect()
}

fn shown(v: &Visit) -> Vec<Choice> {
    vec![
        Choice::new("si", v.t("comment-shown-yes")).hint(v.t("comment-shown-yes-hint")),
        Choice::new("no", v.t("comment-shown-no")).hint(v.t("comment-shown-no-hint")),
    ]
}

fn authors(v: &Visit, place: &Place) -> Vec<Choice> {
    let mut out = vec![
        Choice::new("anonymous", v.t("comment-as-person")).hint(v.t("comment-as-person-hint")),
        Choice::new("pseudonym", v.t("comment-as-pseudonym")).hint(v.t("comment-as-pseudonym-hint")),
    ];
    out.extend(place.mine.iter().map(|m| {
        Choice::new(format!("organisation:{}", m.id), m.name.clone()).hint(v.t("comment-as-organisation-hint"))
    }));
    out
}
