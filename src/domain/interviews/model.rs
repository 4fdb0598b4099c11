//! What interviews and findings are.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use crate::id::{FindingId, InterviewId, ThemeId};
use crate::text_enum;

text_enum! {
    /// How somebody was heard.
    Way {
        /// Face to face.
        InPerson = "in_person",
        /// At a distance.
        Online = "online",
    }
}

text_enum! {
    /// How the person agreed to be heard and to what becomes of it.
    Consent {
        /// On a signed form, or by letter.
        Written = "written",
        /// At the beginning of a recording.
        Recorded = "recorded",
        /// In words, noted by who asked.
        Spoken = "spoken",
    }
}

/// An interview: that it took place, not what was said.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = crate::db::schema::interviews)]
pub struct Interview {
    /// Which one.
    pub id: InterviewId,
    /// Who was heard.
    pub name: String,
    /// The organisation they come from; empty for none.
    pub organisation: String,
    /// Whether they agreed that it stands among those who took part.
    pub organisation_listed: bool,
    /// The day.
    pub held_on: NaiveDate,
    /// How.
    pub way: Way,
    /// For how long.
    pub minutes: i32,
    /// By whom.
    pub conducted_by: String,
    /// How they agreed.
    pub consent: Consent,
}

/// What is typed about an interview.
#[derive(Debug, Clone, Default)]
pub struct NewInterview {
    /// Who was heard.
    pub name: String,
    /// The organisation they come from.
    pub organisation: String,
    /// Whether they agreed that it stands among those who took part.
    pub organisation_listed: bool,
    /// The day.
    pub held_on: Option<NaiveDate>,
    /// How.
    pub way: Option<Way>,
    /// For how long; none where it is no number.
    pub minutes: Option<i32>,
    /// By whom.
    pub conducted_by: String,
    /// How they agreed.
    pub consent: Option<Consent>,
}

/// A theme under which findings are written.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = crate::db::schema::interview_themes)]
pub struct Theme {
    /// Which one.
    pub id: ThemeId,
    /// Its title.
    pub title: String,
    /// On how many interviews it rests, as the staff keep it.
    pub interviews: i32,
}

/// What is typed about a theme.
#[derive(Debug, Clone)]
pub struct TypedTheme {
    /// Which one; none for a new one.
    pub id: Option<ThemeId>,
    /// Its title.
    pub title: String,
    /// On how many interviews it rests; none where it is no number.
    pub interviews: Option<i32>,
}

/// Something learnt from the interviews.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = crate::db::schema::findings)]
pub struct Finding {
    /// Which one: drawn at random, and anew when the set is published for the first time with it.
    pub id: FindingId,
    /// Under which theme.
    pub theme_id: ThemeId,
    /// In words.
    pub text: String,
    /// Whether it was published.
    pub published: bool,
}

/// That a published finding was taken back, for everybody to read.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Withdrawn {
    /// Why.
    pub reason: String,
    /// The day.
    pub on: NaiveDate,
}

/// What is left of a finding that was taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tombstone {
    /// Which finding it was.
    pub id: FindingId,
    /// Why, and when.
    pub withdrawn: Withdrawn,
}

/// The findings of one theme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ByTheme {
    /// The theme. Its interviews are no more than were held.
    pub theme: Theme,
    /// What was learnt, in no order of entry.
    pub findings: Vec<Finding>,
    /// What stood here and was taken back.
    pub withdrawn: Vec<Tombstone>,
}

/// A word of a finding that is to be published, which is also the surname of somebody who was heard or who asked, or the name of an
/// organisation that asked for reserve.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alike {
    /// In which finding.
    pub finding: FindingId,
    /// The word, or the name.
    pub word: String,
    /// The finding's words.
    pub text: String,
}

/// What a publication would do, and what is to be done before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Looked {
    /// Theme by theme.
    pub states: Vec<(Theme, State)>,
    /// How many interviews are recorded.
    pub held: i64,
    /// What would become public: theme and words, in the order of themes and of the alphabet.
    pub ready: Vec<(Theme, Finding)>,
    /// Themes with something to publish that are said to rest on more interviews than are recorded.
    pub too_many: Vec<Theme>,
    /// Findings in which a person who was heard, or who asked, stands with their whole name.
    pub named: Vec<Finding>,
    /// Words that may name somebody: whoever publishes says that they do not.
    pub alike: Vec<Alike>,
}

impl Looked {
    /// Whether nothing has to be mended first.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        !self.ready.is_empty() && self.too_many.is_empty() && self.named.is_empty()
    }
}

/// A published finding as the source of a passage.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Source {
    /// The passage's code.
    pub code: i32,
    /// The finding.
    pub finding: FindingId,
    /// The title of its theme.
    pub theme: String,
    /// In words; empty where it was taken back.
    pub text: String,
    /// Whether it was taken back.
    pub withdrawn: Option<Withdrawn>,
}

/// Who was heard, in numbers that give nobody away: fewer than five are not counted out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heard {
    /// Whether anybody was heard.
    pub any: bool,
    /// How many interviews; none where so few that it is not said.
    pub total: Option<i64>,
    /// In person and online; none where a number would be too small.
    pub ways: Option<(i64, i64)>,
    /// How long on average, to five minutes.
    pub minutes: Option<i64>,
}

/// Where the findings of a process stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct State {
    /// Public already, also those taken back.
    pub public: i64,
    /// Written, and public at the next publication.
    pub ready: i64,
    /// Written, and held back: their themes rest on too few interviews.
    pub held_back: i64,
}

/// What a publication did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Published {
    /// How many findings are public now, and in how many themes.
    pub findings: usize,
    /// Themes with a public finding.
    pub themes: usize,
    /// Whether the database's files hold nothing any more of the order of entry.
    pub wiped: bool,
}
