//! What is received.

use chrono::NaiveDate;
use diesel::prelude::*;

use crate::clock::Instant;
use crate::id::{AccountId, ConsultationId, ContributionId, OrganisationId, PassageId, ProcessId, VersionId};
use crate::intake::Outcome;
use crate::text_enum;

text_enum! {
    /// How it came.
    Channel {
        /// On a page of this site.
        Online = "online",
        /// By certified e-mail.
        CertifiedMail = "certified_mail",
        /// On paper.
        Paper = "paper",
        /// Said at a table, and kept in its minutes.
        Table = "table",
        /// Otherwise, as the evidence says.
        Other = "other",
    }
}

text_enum! {
    /// What it is.
    Kind {
        /// It confirms the draft.
        Appreciation = "appreciation",
        /// Something to add.
        Addition = "addition",
        /// Another wording, with the proposed text.
        Rewording = "rewording",
        /// A question.
        Question = "question",
        /// An act of another body: see [`super::Act`].
        Act = "act",
    }
}

impl Kind {
    /// What somebody may send as a comment, or have entered for them.
    pub const SENT: [Self; 4] = [Self::Appreciation, Self::Addition, Self::Rewording, Self::Question];
}

text_enum! {
    /// How its author is named where it is shown: chosen each time.
    NamedAs {
        /// As the organisation it was sent for.
        Organisation = "organisation",
        /// As "una persona".
        Anonymous = "anonymous",
        /// Under a pseudonym given for this one.
        Pseudonym = "pseudonym",
    }
}

text_enum! {
    /// Where moderation stands.
    Moderation {
        /// Nobody has looked yet.
        Waiting = "waiting",
        /// It may be shown, if its author wants.
        Published = "published",
        /// Put aside for a second look.
        Held = "held",
        /// Refused, with a reason from a list.
        Refused = "refused",
    }
}

text_enum! {
    /// Why moderation refuses.
    Refusal {
        /// It insults or threatens.
        Offensive = "offensive",
        /// It discriminates or incites to hatred.
        Discriminatory = "discriminatory",
        /// It names other people's personal data and cannot be redacted.
        PersonalData = "personal_data",
        /// It has nothing to do with the plan.
        OffTopic = "off_topic",
        /// Advertising.
        Advertising = "advertising",
        /// It is illegal otherwise.
        Illegal = "illegal",
    }
}

/// A contribution, without its text.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = crate::db::schema::contributions)]
pub struct Contribution {
    /// Which one.
    pub id: ContributionId,
    /// Of which process.
    pub process_id: ProcessId,
    /// Its number in the register.
    pub number: i32,
    /// The window it came for.
    pub consultation_id: ConsultationId,
    /// How it came.
    pub channel: Channel,
    /// Whether it came after the window closed.
    pub late: bool,
    /// What it is.
    pub kind: Kind,
    /// The version it speaks of.
    pub version_id: VersionId,
    /// The passage it speaks of; none for the plan as a whole.
    pub passage_id: Option<PassageId>,
    /// Whose account it came from; personal.
    pub account_id: Option<AccountId>,
    /// The organisation it was sent for.
    pub organisation_id: Option<OrganisationId>,
    /// Who sent it by another channel; personal.
    pub sender: String,
    /// What proves that it came by another channel, and when.
    pub evidence: String,
    /// Whether its author wants it shown.
    pub shown: bool,
    /// How its author is named.
    pub named_as: NamedAs,
    /// The pseudonym.
    pub pseudonym: String,
    /// How often it was edited; 1 at first.
    pub revision: i32,
    /// Where moderation stands.
    pub moderation: Moderation,
    /// The reason of a refusal: a word of [`Refusal`] or nothing.
    pub refusal: String,
    /// What was added to the reason.
    pub refusal_note: String,
    /// When it was withdrawn.
    pub withdrawn_at: Option<Instant>,
    /// The earlier contribution it repeats.
    pub duplicate_of: Option<ContributionId>,
    /// When it was received: what the deadline was compared with.
    pub received_at: Instant,
    /// When it was entered; later than received for other channels.
    pub recorded_at: Instant,
}

/// What it said, in one revision.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = crate::db::schema::contribution_texts)]
pub struct Text {
    /// Whose.
    pub contribution_id: ContributionId,
    /// Which revision.
    pub revision: i32,
    /// The text.
    pub text: String,
    /// The wording it proposes, empty if none.
    pub proposed: String,
    /// Whether parts were blacked out; the original is sealed then.
    pub redacted: bool,
    /// When.
    pub written_at: Instant,
}

/// What is to be received.
#[derive(Debug, Clone)]
pub struct NewContribution {
    /// The version it speaks of.
    pub version: VersionId,
    /// The passage, or none for the plan as a whole.
    pub passage: Option<PassageId>,
    /// What it is.
    pub kind: Kind,
    /// The text.
    pub text: String,
    /// The proposed wording.
    pub proposed: String,
    /// Whether it may be shown.
    pub shown: bool,
    /// How its author is named.
    pub named_as: NamedAs,
    /// The pseudonym.
    pub pseudonym: String,
    /// The organisation it is sent for.
    pub organisation: Option<OrganisationId>,
    /// How it came.
    pub channel: Channel,
    /// Who sent it, by another channel.
    pub sender: String,
    /// What proves it, by another channel.
    pub evidence: String,
}

/// What its author holds: with the salt anyone can check that the register's commitment is to these words.
#[derive(Debug, Clone, serde::Serialize)]
pub struct Receipt {
    /// Which contribution.
    pub id: ContributionId,
    /// Its number in the register.
    pub number: i32,
    /// When it was received.
    pub received_at: Instant,
    /// The code of the passage it is on; none on the plan as a whole.
    pub passage: Option<i32>,
    /// Which revision.
    pub revision: i32,
    /// Whether it was filed as late.
    pub late: bool,
    /// The text.
    pub text: String,
    /// The proposed wording.
    pub proposed: String,
    /// 32 hexadecimal digits.
    pub salt: String,
    /// SHA-256 of salt and content; stands in the chain.
    pub commitment: String,
    /// The chain's hash after this entry.
    pub hash: String,
}

/// Who is named beside a shown contribution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Author {
    /// An organisation, by name.
    Organisation(String),
    /// "Una persona".
    Person,
    /// The pseudonym given for this contribution.
    Pseudonym(String),
}

/// Which contributions of a process a list shows.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Only on this passage.
    pub passage: Option<PassageId>,
    /// Only on the plan as a whole.
    pub whole: bool,
    /// Only of this kind.
    pub kind: Option<Kind>,
    /// Only in this state of moderation (staff).
    pub moderation: Option<Moderation>,
    /// Only those that came in time (false) or late (true).
    pub late: Option<bool>,
    /// Only of organisations (true) or of people (false).
    pub organisations: Option<bool>,
    /// Only those with these numbers.
    pub numbers: Option<Vec<i32>>,
    /// Only those with a published response of this outcome; `Some(None)`: only those without any yet.
    pub outcome: Option<Option<Outcome>>,
    /// Only those that were not withdrawn.
    pub standing: bool,
}

/// What somebody's contribution is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The contribution's number.
    pub number: i32,
    /// The version it speaks of.
    pub version: VersionId,
    /// The passage.
    pub passage: PassageId,
    /// Its code.
    pub code: i32,
}

/// The words somebody had before them when they decided: of which contribution, and which revision of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    /// The contribution.
    pub id: ContributionId,
    /// Its revision.
    pub revision: i32,
}

impl Seen {
    /// As it stands now.
    pub fn of(of: &Contribution) -> Self {
        Self { id: of.id, revision: of.revision }
    }
}

/// A contribution in a list, with its words, the organisation's name and how many support it.
#[derive(Debug, Clone)]
pub struct ListLine {
    /// The contribution.
    pub contribution: Contribution,
    /// Its words as they may be read.
    pub text: Text,
    /// Who is named.
    pub author: Author,
    /// How many others said "me too".
    pub supports: i64,
    /// The code of the passage it is on.
    pub passage_code: Option<i32>,
}

text_enum! {
    /// What kind of act another body sent.
    ActKind {
        /// A motion, or an agenda item.
        Motion = "motion",
        /// A resolution or a decision.
        Resolution = "resolution",
        /// A letter.
        Letter = "letter",
        /// An opinion.
        Opinion = "opinion",
        /// Another one.
        Other = "other",
    }
}

/// An act of another body, as it stands beside its contribution; who issued it is the contribution's organisation.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = crate::db::schema::register_acts)]
pub struct Act {
    /// Its contribution.
    pub contribution_id: ContributionId,
    /// What kind of act.
    pub kind: ActKind,
    /// Its title or subject.
    pub title: String,
    /// Its number, as whoever issued it writes it.
    pub act_number: String,
    /// Its day.
    pub act_date: NaiveDate,
    /// The name of its file.
    pub file_name: String,
    /// What kind of file, by its bytes.
    pub content_type: String,
    /// SHA-256 of the file's bytes.
    pub sha256: String,
    /// How many bytes the file has.
    pub size: i32,
    /// Whether everybody may read the file.
    pub file_public: bool,
    /// Which entry of the chain holds the file's SHA-256; none yet for one that was received before that was kept.
    pub entry_seq: Option<i32>,
}

/// What is typed of an act, and its file.
#[derive(Debug, Clone)]
pub struct NewAct {
    /// What kind of act.
    pub kind: ActKind,
    /// Its title or subject.
    pub title: String,
    /// Its number.
    pub number: String,
    /// Its day.
    pub date: NaiveDate,
    /// The name of its file.
    pub file_name: String,
    /// What kind of file, by its bytes.
    pub content_type: String,
    /// The file: [`crate::uploads::MOST_BYTES`] at most.
    pub bytes: Vec<u8>,
    /// Whether everybody may read the file.
    pub file_public: bool,
}
