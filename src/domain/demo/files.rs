//! The shapes of the demo's content files.

use chrono::NaiveDate;
use serde::Deserialize;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProcessFile {
    pub slug: String,
    pub title: String,
    pub summary: String,
    pub demo_note: String,
    pub promoters: Vec<PromoterFile>,
    pub founding_act: FoundingAct,
    pub facilitator: String,
    pub phases: Vec<PhaseFile>,
    pub documents: Vec<DocumentFile>,
    #[serde(default)]
    pub report: Option<ReportFile>,
    #[serde(default)]
    pub acts: Vec<ActFile>,
}

#[derive(Debug, Deserialize)]
pub struct PromoterFile {
    pub name: String,
    pub contact: String,
    pub approval_act: Option<ApprovalAct>,
}

#[derive(Debug, Deserialize)]
pub struct ApprovalAct {
    pub kind: String,
    pub number: String,
    pub date: NaiveDate,
}

#[derive(Debug, Deserialize)]
pub struct FoundingAct {
    pub kind: String,
    pub title: String,
    pub number: Option<String>,
    pub date: Option<NaiveDate>,
    pub days_from_today: Option<i64>,
}

#[derive(Debug, Deserialize)]
pub struct PhaseFile {
    pub key: String,
    pub title: String,
    pub description: String,
    pub start: Option<NaiveDate>,
    pub end: Option<NaiveDate>,
    pub start_days_from_today: Option<i64>,
    pub end_days_from_today: Option<i64>,
}

#[derive(Debug, Deserialize)]
pub struct DocumentFile {
    pub title: String,
    pub note: String,
}

#[derive(Debug, Deserialize)]
pub struct ReportFile {
    pub introduction: Vec<String>,
    pub thanks: String,
}

#[derive(Debug, Deserialize)]
pub struct ActFile {
    pub body: String,
    pub title: String,
    pub number: String,
    pub date: NaiveDate,
    pub note: String,
}

#[derive(Debug, Deserialize)]
pub struct ContributionFile {
    pub author: AuthorFile,
    pub at: Option<String>,
    pub at_days_ago: Option<i64>,
    pub at_time: Option<String>,
    pub on: Option<String>,
    pub kind: String,
    pub proposed: Option<String>,
    pub text: String,
    pub public: bool,
    pub named_as: String,
    pub support: usize,
    pub requests: Vec<RequestFile>,
}

#[derive(Debug, Deserialize)]
pub struct AuthorFile {
    pub name: String,
    pub organisation: Option<OrganisationFile>,
    pub email: String,
}

#[derive(Debug, Clone, Deserialize)]
pub struct OrganisationFile {
    pub name: String,
    pub category: String,
    pub zone: String,
}

#[derive(Debug, Clone, Deserialize)]
pub struct RequestFile {
    pub excerpt: String,
    pub summary: String,
    pub outcome: String,
    pub reason: String,
    pub passages: Vec<String>,
    pub competence: Option<String>,
    pub deferred_to: Option<DeferredFile>,
    pub theme: String,
    pub answer: Option<String>,
}

#[derive(Debug, Clone, Deserialize)]
pub struct DeferredFile {
    pub step: String,
    pub owner: String,
}

#[derive(Debug, Deserialize)]
pub struct UnexplainedFile {
    pub passage: String,
    pub reason: String,
    pub note: String,
}

#[derive(Debug, Deserialize)]
pub struct ParticipantsFile {
    pub organisations: Vec<String>,
    pub citizens: i32,
}

#[derive(Debug, Deserialize)]
pub struct InterviewsFile {
    pub conducted_by: String,
    pub questions: Vec<String>,
    pub themes: Vec<ThemeFile>,
    pub source: SourceFile,
    pub interviews: Vec<InterviewFile>,
}

#[derive(Debug, Deserialize)]
pub struct ThemeFile {
    pub title: String,
    pub interviews: i32,
    pub findings: Vec<String>,
}

#[derive(Debug, Deserialize)]
pub struct SourceFile {
    pub finding: String,
    pub passage: String,
}

#[derive(Debug, Deserialize)]
pub struct InterviewFile {
    pub name: String,
    pub organisation: String,
    pub listed: bool,
    pub held_on: NaiveDate,
    pub minutes: i32,
    pub consent: String,
}
