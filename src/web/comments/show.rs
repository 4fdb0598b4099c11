//! How a contribution is shown: author as they chose, words, proposed wording as a redline, answers; or its tombstone.

use std::collections::HashMap;

use domain::db::Conn;
use domain::id::{ContributionId, PassageId, VersionId};
use domain::intake::{self, Outcome, PublishedRequest};
use domain::plans;
use domain::register::{self, Act, Author, Contribution, Kind, ListLine, Moderation, NamedAs, Refusal, Repeats};
use domain::tables::contribute;
use maud::{Markup, html};

use super::acts;
use crate::locale::{Arg, Locale};
use crate::plans::{address, formed, redline};
use crate::ui::{self, badge, time};

/// What stands around the contributions of a page: read for all of them at once.
#[derive(Debug, Default)]
pub struct Around {
    /// The passages' words in the versions commented.
    pub texts: HashMap<(VersionId, PassageId), String>,
    /// Published answers; for one that repeats another, those of the other.
    pub answers: HashMap<ContributionId, Vec<PublishedRequest>>,
    /// The passages the answers name, in the versions commented and in those they are in.
    pub blocks: HashMap<(VersionId, i32), reader::Block>,
    /// What moved from the versions commented to those the answers are in.
    pub moves: HashMap<(VersionId, VersionId), plans::Moves>,
    /// The acts of other bodies among them.
    pub acts: HashMap<ContributionId, Act>,
    /// The tables where some of them were said.
    pub said: HashMap<ContributionId, Vec<contribute::SaidAt>>,
}

impl Around {
    /// Reads it for the lines of a page.
    ///
    /// # Errors
    /// The database's.
    pub fn read(conn: &mut Conn, lines: &[ListLine]) -> domain::Result<Self> {
        let places: Vec<_> =
            lines.iter().filter_map(|l| l.contribution.passage_id.map(|p| (l.contribution.version_id, p))).collect();
        let answers = answers(conn, lines)?;
        let blocks = blocks(conn, lines, &answers)?;
        let of: Vec<&Contribution> = lines.iter().map(|l| &l.contribution).collect();
        let acts = register::acts::among(conn, &of)?;
        let moves = moves(conn, lines, &answers)?;
        let said = contribute::tables_of(conn, &of)?;
        Ok(Self { texts: plans::ops::texts(conn, &places)?, answers, blocks, moves, acts, said })
    }

    /// The words of the passage a contribution is on.
    pub fn passage(&self, of: &Contribution) -> Option<&str> {
        self.texts.get(&(of.version_id, of.passage_id?)).map(String::as_str)
    }
}

/// The passages that answers claim to have changed, as they were and are.
fn blocks(
    conn: &mut Conn,
    lines: &[ListLine],
    answers: &HashMap<ContributionId, Vec<PublishedRequest>>,
) -> domain::Result<HashMap<(VersionId, i32), reader::Block>> {
    let claims = |a: &&PublishedRequest| became(a.response.outcome);
    let mut codes: Vec<i32> = answers.values().flatten().filter(claims).flat_map(|a| a.codes.clone()).collect();
    if codes.is_empty() {
        return Ok(HashMap::new());
    }
    codes.sort_unstable();
    codes.dedup();
    let named = answers.values().flatten().filter_map(|a| a.response.version_id);
    let mut versions: Vec<VersionId> = lines.iter().map(|l| l.contribution.version_id).chain(named).collect();
    versions.sort_unstable();
    versions.dedup();
    plans::ops::blocks_by_code(conn, &versions, &codes)
}

/// What moved from each version commented to the one its answers say the words are in.
fn moves(
    conn: &mut Conn,
    lines: &[ListLine],
    answers: &HashMap<ContributionId, Vec<PublishedRequest>>,
) -> domain::Result<HashMap<(VersionId, VersionId), plans::Moves>> {
    let claims = |a: &&PublishedRequest| became(a.response.outcome) && !a.codes.is_empty();
    let mut pairs: Vec<(VersionId, VersionId)> = Vec::new();
    for of in lines.iter().map(|l| &l.contribution) {
        let named = answers.get(&of.id).into_iter().flatten().filter(claims).filter_map(|a| a.response.version_id);
        pairs.extend(named.map(|to| (of.version_id, to)).filter(|(from, to)| from != to));
    }
    pairs.sort_unstable();
    pairs.dedup();
    plans::moves::among(conn, &pairs)
}

/// Whether an outcome is words of the plan.
const fn became(outcome: Outcome) -> bool {
    matches!(outcome, Outcome::Integrated | Outcome::PartiallyIntegrated)
}

fn answers(conn: &mut Conn, lines: &[ListLine]) -> domain::Result<HashMap<ContributionId, Vec<PublishedRequest>>> {
    let of: Vec<&Contribution> = lines.iter().map(|l| &l.contribution).collect();
    let originals = register::ops::originals(conn, &of)?;
    let answered = |id: ContributionId| match originals.get(&id) {
        Some(Repeats::Standing(original)) => *original,
        _ => id,
    };
    let ids: Vec<ContributionId> = of.iter().map(|c| answered(c.id)).collect();
    let published = intake::ops::published_of(conn, &ids)?;
    let mut found: HashMap<ContributionId, Vec<PublishedRequest>> = HashMap::new();
    for id in of.iter().map(|c| c.id) {
        let mine: Vec<_> = published.iter().filter(|a| a.request.contribution_id == answered(id)).cloned().collect();
        if !mine.is_empty() {
            found.insert(id, mine);
        }
    }
    Ok(found)
}

/// Where a contribution stands, as its badge says it. The first that holds counts.
pub fn state(of: &Contribution) -> &'static str {
    if of.withdrawn_at.is_some() {
        return "withdrawn";
    }
    match of.moderation {
        Moderation::Refused => "refused",
        _ if of.duplicate_of.is_some() => "duplicate",
        Moderation::Waiting => "waiting",
        Moderation::Held => "held",
        Moderation::Published if of.shown => "published",
        Moderation::Published => "received",
    }
}

/// The badge of its state, and that it came late.
pub fn badges(l: &Locale, of: &Contribution) -> Markup {
    html! { (badge::status(l, state(of))) @if of.late { " " (badge::status(l, "late")) } }
}

/// Who is named beside it.
pub fn author(l: &Locale, author: &Author) -> String {
    match author {
        Author::Organisation(name) => name.clone(),
        Author::Person => l.t("contribution-person").into_owned(),
        Author::Pseudonym(name) => l.t_with("contribution-pseudonym", &[("name", Arg::from(name.as_str()))]),
    }
}

/// The same before it is sent.
pub fn author_as(l: &Locale, named_as: NamedAs, organisation: Option<&str>, pseudonym: &str) -> String {
    let named = match (named_as, organisation) {
        (NamedAs::Organisation, Some(name)) => Author::Organisation(name.to_owned()),
        (NamedAs::Pseudonym, _) => Author::Pseudonym(pseudonym.to_owned()),
        _ => Author::Person,
    };
    author(l, &named)
}

/// The name of a kind.
pub fn kind(l: &Locale, kind: Kind) -> String {
    l.t(&format!("contribution-kind-{}", kind.as_str())).into_owned()
}

/// Why moderation refused.
pub fn refusal(l: &Locale, of: &Contribution) -> String {
    Refusal::parse(&of.refusal).map_or_else(String::new, |r| l.t(&format!("refusal-{}", r.as_str())).into_owned())
}

/// A proposed wording beside what stands in the plan.
pub fn proposal(l: &Locale, before: &str, proposed: &str) -> Markup {
    if proposed.is_empty() {
        return html! {};
    }
    html! {
        section.mt-3 {
            p.form-label { (l.t("contribution-proposed")) }
            @if before.is_empty() { div.contribution-text { (ui::prose(proposed)) } }
            @else { (redline::whole(l, &reader::compare::redline(before, proposed))) }
        }
    }
}

/// The link to a passage, by its code.
pub fn passage_link(slug: &str, code: i32) -> Markup {
    html! { a.code href=(address::passage(slug, code)) { (ui::plan::code(code)) } }
}

/// How many support it.
pub fn supports(l: &Locale, n: i64) -> Markup {
    html! { @if n > 0 { (l.t_with("contribution-supports", &[("n", Arg::from(n))])) } }
}

/// A contribution everybody (or this reader) may read.
pub struct Shown<'a> {
    /// The words of the language.
    pub l: &'a Locale,
    /// The process.
    pub slug: &'a str,
    /// The contribution.
    pub line: &'a ListLine,
    /// What stands around it.
    pub around: &'a Around,
    /// Where its number leads.
    pub href: String,
    /// Whether the passage's words are quoted and the answers unfolded.
    pub quoted: bool,
    /// Another line at its foot.
    pub foot: Markup,
    /// Whether whoever reads is of the staff.
    pub staff: bool,
}

impl Shown<'_> {
    /// The contribution.
    pub fn article(&self) -> Markup {
        let (l, of) = (self.l, &self.line.contribution);
        let before = self.around.passage(of).unwrap_or("");
        html! {
            article.contribution.contribution-withdrawn[of.withdrawn_at.is_some()] #{ "c-" (of.number) } {
                h2.visually-hidden { (l.t_with("contribution-title", &[("number", Arg::from(of.number.to_string()))])) }
                header.contribution-head {
                    a.contribution-number href=(self.href) { (l.t("contribution-number-short")) " " (of.number) } " "
                    span.contribution-author { (author(l, &self.line.author)) } " "
                    span.contribution-kind.tag { (kind(l, of.kind)) } " "
                    @if let Some(code) = self.line.passage_code { (passage_link(self.slug, code)) " " }
                    span.contribution-when { (time::instant(l, of.received_at)) } " "
                    (badges(l, of))
                }
                @if let Some(act) = self.around.acts.get(&of.id) { (acts::shown(l, self.slug, of.number, act, self.staff)) }
                (self.said())
                @if self.quoted && !before.is_empty() { blockquote.contribution-quote { (ui::prose(before)) } }
                div.contribution-text { (ui::prose(&self.line.text.text)) }
                @if self.line.text.redacted { p.form-text { (l.t("contribution-redacted")) } }
                (proposal(l, before, &self.line.text.proposed))
                p.contribution-foot { (self.foot) }
                (self.answers())
            }
        }
    }

    /// The tables where it was said, each with the way to it.
    fn said(&self) -> Markup {
        let Some(places) = self.around.said.get(&self.line.contribution.id) else { return html! {} };
        html! {
            p.form-text {
                (self.l.t("contribution-said-at"))
                @for (n, (event, table, theme)) in places.iter().enumerate() {
                    @if n > 0 { "," } " "
                    a href=(format!("/percorsi/{}/incontri/{event}/tavoli/{table}", self.slug)) {
                        (crate::events::table_words(self.l, *table, theme))
                    }
                }
            }
        }
    }

    /// The words a request became: each passage its answer names, as it was commented and as it is in the version named.
    fn became(&self, a: &PublishedRequest) -> Markup {
        let Some(version) = a.response.version_id.filter(|_| became(a.response.outcome)) else { return html! {} };
        let commented = self.line.contribution.version_id;
        let moved = self.around.moves.get(&(commented, version));
        let block = |version: VersionId, code: i32| self.around.blocks.get(&(version, code));
        let words = |of: Option<&reader::Block>| of.map(reader::Block::text).unwrap_or_default();
        html! {
            @for code in &a.codes {
                @let (before, after) = (block(commented, *code), block(version, *code));
                @let (was, is) = (words(before), words(after));
                @let form = before.zip(after).map(|(a, b)| plans::shape(a, b)).unwrap_or_default();
                @let stood = moved.and_then(|m| m.get(code));
                @if was != is || formed::formal(&form) || stood.is_some() {
                    section.response-words {
                        h4.form-label { (self.l.t("response-became")) " " (passage_link(self.slug, *code)) }
                        @if was != is { (redline::whole(self.l, &reader::compare::redline(&was, &is))) (formed::too(self.l, &form)) }
                        @else if form.is_empty() { p { (self.l.t("passage-moved")) } }
                        @else { (formed::same_words(self.l, &form)) }
                        @if let Some(after) = stood { (formed::elsewhere(self.l, self.slug, *after)) }
                    }
                }
            }
        }
    }

    fn answers(&self) -> Markup {
        let Some(found) = self.around.answers.get(&self.line.contribution.id) else { return html! {} };
        let other = found.first().map(|a| a.contribution).filter(|n| *n != self.line.contribution.number);
        let all = html! {
            @if let Some(n) = other { p.form-text { (self.l.t_with("contribution-answer-of", &[("number", Arg::from(n.to_string()))])) } }
            @for a in found { (answer(self.l, self.slug, a)) (self.became(a)) }
        };
        if self.quoted {
            return all;
        }
        let n = Arg::from(found.len());
        html! {
            details.fold {
                summary {
                    (self.l.t_with("contribution-answers", &[("n", n)]))
                    @for a in found { " " (badge::outcome(self.l, a.response.outcome.as_str())) }
                }
                (all)
            }
        }
    }
}

/// One answer: what was asked, the outcome, the reason, the passages.
pub fn answer(l: &Locale, slug: &str, a: &PublishedRequest) -> Markup {
    let r = &a.response;
    html! {
        section.response {
            h3.response-title { (l.t("response-title")) " " (badge::outcome(l, r.outcome.as_str())) }
            p.form-text { (l.t_with("contribution-asked", &[("what", Arg::from(a.request.summary.as_str()))])) }
            div.response-reason { (ui::prose(&r.reason)) }
            @if !r.competence.is_empty() {
                p { (l.t_with("contribution-competence", &[("whose", Arg::from(r.competence.as_str()))])) }
            }
            @if !r.deferred_step.is_empty() {
                p { (l.t_with("contribution-deferred", &[
                    ("step", Arg::from(r.deferred_step.as_str())), ("owner", Arg::from(r.deferred_owner.as_str())),
                ])) }
            }
            @if !a.codes.is_empty() {
                p.response-passages {
                    (l.t("response-passages")) " "
                    @for (i, code) in a.codes.iter().enumerate() { @if i > 0 { ", " } (passage_link(slug, *code)) }
                }
            }
        }
    }
}
