//! What is to be done next in a process, in order, derived from where it stands. Pure.

use domain::access::WindowState;
use domain::intake::{Reconciliation, Why};
use domain::plans::Version;
use domain::processes::{PhaseKind, ProcessPage};

/// Where the process stands.
pub struct Standing {
    /// The process itself.
    pub page: ProcessPage,
    /// Accounts that approve, and accounts that prepare; none where the asker may not know.
    pub roles: Option<(usize, usize, bool)>,
    /// The newest published version.
    pub newest: Option<Version>,
    /// The draft, with how many of its passages a person is to decide on.
    pub draft: Option<(Version, usize)>,
    /// The newest window: version, state.
    pub window: Option<(domain::consultations::Consultation, WindowState)>,
    /// Contributions waiting for moderation, and held.
    pub moderation: (i64, i64),
    /// The account of what was received.
    pub account: Reconciliation,
    /// Responses to be approved, to be written again, to be published.
    pub responses: (i64, i64, i64),
    /// Interviews recorded, and whether anything learnt from them is public.
    pub interviews: (i64, bool),
    /// Whether a report stands.
    pub reported: bool,
}

/// How far a step is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Done.
    Done,
    /// To be done now.
    Todo,
    /// Not yet.
    Later,
    /// May be done, need not.
    Optional,
}

/// Who may take a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Whoever manages the process.
    Manage,
    /// Whoever publishes versions and windows.
    Publish,
    /// Whoever prepares drafts, moderates, answers.
    Prepare,
    /// The second pair of eyes.
    Approve,
}

/// One step.
#[derive(Debug, Clone)]
pub struct Step {
    /// How far.
    pub state: State,
    /// The stem of its sentences: `step-<key>`, and `step-<key>-<how>` for what is to be known.
    pub key: &'static str,
    /// Which of its sentences.
    pub how: &'static str,
    /// The number the sentence speaks of.
    pub n: i64,
    /// Where it is done, after `/gestione`.
    pub rest: &'static str,
    /// Who may.
    pub who: Who,
}

/// A group of steps under a title.
pub struct Group {
    /// The key of the title.
    pub title: &'static str,
    /// In order.
    pub steps: Vec<Step>,
}

const fn step(key: &'static str, rest: &'static str, who: Who, (state, how, n): (State, &'static str, i64)) -> Step {
    Step { state, key, how, n, rest, who }
}

/// Something counted: nothing left is done, or later where it cannot have begun.
const fn counted(n: i64, begun: bool) -> (State, &'static str, i64) {
    match (n, begun) {
        (0, true) => (State::Done, "done", 0),
        (0, false) => (State::Later, "later", 0),
        _ => (State::Todo, "todo", n),
    }
}

const fn done_if(done: bool, otherwise: State) -> (State, &'static str, i64) {
    if done { (State::Done, "done", 0) } else { (otherwise, "todo", 0) }
}

/// Every step, in order.
pub fn groups(s: &Standing) -> Vec<Group> {
    vec![
        Group { title: "steps-process", steps: process(s) },
        Group { title: "steps-interviews", steps: interviews(s) },
        Group { title: "steps-consultation", steps: consultation(s) },
        Group { title: "steps-answers", steps: answers(s) },
        Group { title: "steps-report", steps: report(s) },
    ]
}

fn process(s: &Standing) -> Vec<Step> {
    use State::{Done, Later, Optional, Todo};
    let p = &s.page;
    let ready = !p.promoters.is_empty() && !p.phases.is_empty();
    let mut steps = vec![
        step(
            "facts",
            "/dati",
            Who::Manage,
            done_if(!p.process.founding_act.is_empty() && !p.process.contact.is_empty(), Todo),
        ),
        step("promoters", "/promotori", Who::Manage, done_if(!p.promoters.is_empty(), Todo)),
        step("phases", "/fasi", Who::Manage, done_if(!p.phases.is_empty(), Todo)),
    ];
    if let Some((_, _, two_people)) = s.roles {
        steps.push(step("roles", "/ruoli", Who::Manage, done_if(two_people, Todo)));
    }
    steps.push(step("documents", "/documenti", Who::Manage, done_if(!p.documents.is_empty(), Optional)));
    let publish = match (p.process.published_at.is_some(), ready) {
        (true, _) => (Done, "done", 0),
        (_, true) => (Todo, "todo", 0),
        _ => (Later, "later", 0),
    };
    steps.push(step("publish", "/pubblica", Who::Manage, publish));
    steps
}

/// Who is heard is heard before the draft is written; afterwards it is for the staff to say whether more is to come.
fn interviews(s: &Standing) -> Vec<Step> {
    use State::{Done, Optional, Todo};
    let planned = s.page.phases.iter().any(|p| p.kind == PhaseKind::Interviews);
    let open = if planned && s.newest.is_none() { Todo } else { Optional };
    let heard = match s.interviews {
        (_, true) => (Done, "done", 0),
        (0, false) => (open, "todo", 0),
        (n, false) => (open, "findings", n),
    };
    vec![step("interviews", "/interviste", Who::Prepare, heard)]
}

fn consultation(s: &Standing) -> Vec<Step> {
    use State::{Done, Later, Todo};
    let undecided = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let first = match (&s.draft, &s.newest) {
        (Some((_, n)), None) if *n > 0 => (Todo, "decide", undecided(*n)),
        (Some(_), None) => (Todo, "publish", 0),
        (None, None) => (Todo, "import", 0),
        (_, Some(_)) => (Done, "done", 0),
    };
    let window = match (&s.newest, &s.window) {
        (None, _) => (Later, "later", 0),
        (_, None) => (Todo, "todo", 0),
        (_, Some((_, WindowState::Before))) => (Done, "before", 0),
        (_, Some((_, WindowState::Open))) => (Done, "open", 0),
        (_, Some((_, WindowState::After))) => (Done, "after", 0),
    };
    let who = if first.1 == "publish" { Who::Publish } else { Who::Prepare };
    vec![step("draft", "/piano", who, first), step("window", "/consultazione", Who::Publish, window)]
}

fn answers(s: &Standing) -> Vec<Step> {
    let begun = s.window.as_ref().is_some_and(|(_, state)| *state != WindowState::Before);
    let closed = s.window.as_ref().is_some_and(|(_, state)| *state == WindowState::After);
    let of = |why: Why| i64::try_from(s.account.missing.iter().filter(|m| m.why == why).count()).unwrap_or(i64::MAX);
    let (waiting, held) = s.moderation;
    let (submitted, returned, approved) = s.responses;
    let cut = match (of(Why::NoRequest), closed) {
        (0, _) => counted(0, closed),
        (n, true) => (State::Todo, "todo", n),
        (n, false) => (State::Later, "open", n),
    };
    let prepared = closed && s.account.requests > 0;
    let mut steps = vec![step("moderate", "/contributi", Who::Prepare, counted(waiting, begun))];
    if held > 0 {
        steps.push(step("held", "/contributi", Who::Prepare, counted(held, begun)));
    }
    steps.push(step("cut", "/istruttoria", Who::Prepare, cut));
    steps.push(step("answer", "/istruttoria", Who::Prepare, counted(of(Why::NoResponse), prepared)));
    if returned > 0 {
        steps.push(step("returned", "/riscontri", Who::Prepare, counted(returned, true)));
    }
    steps.push(step("approve", "/riscontri", Who::Approve, counted(submitted, prepared)));
    steps.push(step("release", "/riscontri", Who::Approve, counted(approved, prepared)));
    let accepted = of(Why::StillAccepted);
    if accepted > 0 {
        steps.push(step("accepted", "/riscontri", Who::Prepare, counted(accepted, true)));
    }
    steps
}

fn report(s: &Standing) -> Vec<Step> {
    use State::{Done, Later, Todo};
    let closed = s.window.as_ref().is_some_and(|(_, state)| *state == WindowState::After);
    let soon = if closed { Todo } else { Later };
    let revised = matches!((&s.newest, &s.window), (Some(v), Some((w, _))) if v.id != w.version_id);
    let version = match (revised, &s.draft) {
        (true, _) => (Done, "done", 0),
        (false, Some((_, n))) if closed && *n > 0 => (Todo, "decide", i64::try_from(*n).unwrap_or(i64::MAX)),
        (false, Some(_)) if closed => (Todo, "publish", 0),
        _ => (soon, "todo", 0),
    };
    let approved = !s.page.promoters.is_empty()
        && s.page.promoters.iter().all(|p| !p.act_number.is_empty() && p.act_date.is_some());
    let missing = i64::try_from(s.account.missing.len()).unwrap_or(i64::MAX);
    let report = match (s.reported, closed && s.account.is_complete()) {
        (true, _) => (Done, "done", 0),
        (false, true) => (Todo, "todo", 0),
        (false, false) if closed => (Later, "missing", missing),
        _ => (Later, "later", 0),
    };
    let who = if version.1 == "publish" { Who::Publish } else { Who::Prepare };
    vec![
        step("version", "/piano", who, version),
        step("participants", "/partecipanti", Who::Prepare, (State::Optional, "todo", 0)),
        step("acts", "/promotori", Who::Manage, done_if(approved, soon)),
        step("words", "/resoconto", Who::Prepare, done_if(!s.page.process.introduction.is_empty(), soon)),
        step("report", "/resoconto", Who::Publish, report),
    ]
}
