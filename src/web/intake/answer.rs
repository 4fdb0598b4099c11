//! Writing an answer: for the first time, again, or in the place of one that is public.

use domain::Problems;
use domain::access::{PrepareResponse, ReadRegister, Subject};
use domain::intake::{self, ResponseLine, desk as clerk, ops};
use domain::processes::Process;

use super::answer_form::{Desk, view};
use super::answer_typed::Typed;
use super::choose;
use super::words::desk;
use crate::http::{Answer, Fault, Visit};
use crate::locale::Arg;
use crate::processes;

/// Which of the three it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// A new one.
    New,
    /// The same one again.
    Again(i32),
    /// In the place of a public one.
    InPlaceOf(i32),
}

impl Act {
    /// Where its form is sent.
    pub fn address(self, process: &Process) -> String {
        match self {
            Self::New => desk(process, "/riscontri/nuovo"),
            Self::Again(n) => desk(process, &format!("/riscontri/{n}/modifica")),
            Self::InPlaceOf(n) => desk(process, &format!("/riscontri/{n}/sostituisci")),
        }
    }

    /// Its title.
    pub fn title(self, v: &Visit) -> String {
        let with = |key: &str, n: i32| v.t_with(key, &[("n", Arg::from(n.to_string()))]);
        match self {
            Self::New => v.t("answer-title").into_owned(),
            Self::Again(n) => with("answer-title-again", n),
            Self::InPlaceOf(n) => with("answer-title-in-place", n),
        }
    }
}

/// The form for a new one; without requests, the page where they are chosen.
pub async fn new(v: Visit) -> Answer {
    let process = processes::of(&v).await?;
    let numbers = choose::chosen(&v);
    if numbers.is_empty() {
        return choose::page(v, process).await;
    }
    show(&v, process, Act::New, numbers).await
}

/// The form for writing one again.
pub async fn edit(v: Visit) -> Answer {
    let (process, number) = (processes::of(&v).await?, v.path_as("number")?);
    show(&v, process, Act::Again(number), Vec::new()).await
}

/// The form for one that takes another's place.
pub async fn replacement(v: Visit) -> Answer {
    let (process, number) = (processes::of(&v).await?, v.path_as("number")?);
    show(&v, process, Act::InPlaceOf(number), Vec::new()).await
}

async fn show(v: &Visit, process: Process, act: Act, numbers: Vec<i32>) -> Answer {
    let d = read(v, process, act, numbers).await?;
    v.page(&act.title(v), &view(v, &d, &Problems::default()))
}

/// Prepares a new one.
pub async fn prepare(v: Visit) -> Answer {
    let process = processes::of(&v).await?;
    send(v, process, Act::New).await
}

/// Writes one again.
pub async fn rewrite(v: Visit) -> Answer {
    let (process, number) = (processes::of(&v).await?, v.path_as("number")?);
    send(v, process, Act::Again(number)).await
}

/// Prepares one that takes another's place.
pub async fn supersede(v: Visit) -> Answer {
    let (process, number) = (processes::of(&v).await?, v.path_as("number")?);
    send(v, process, Act::InPlaceOf(number)).await
}

async fn send(v: Visit, process: Process, act: Act) -> Answer {
    let (actor, id, typed) = (v.actor().clone(), process.id, Typed::of(&v));
    let (numbers, draft) = (typed.requests.clone(), typed.draft);
    let base = desk(&process, "/riscontri");
    let said = if draft { "done-response-draft" } else { "done-response-submitted" };
    let done = v.write_once_saying(
        said,
        move |n: &i32| format!("{base}/{n}"),
        move |w| {
            let new = typed.resolve(w.conn, &actor, id)?;
            let number = match act {
                Act::New => ops::prepare(w, &actor, id, &new)?.number,
                Act::Again(n) => ops::rewrite(w, &actor, id, n, &new).map(|()| n)?,
                Act::InPlaceOf(n) => ops::supersede(w, &actor, id, n, &new)?.number,
            };
            if !draft {
                ops::submit(w, &actor, id, number)?;
            }
            Ok(number)
        },
    );
    match done.await {
        Err(fault) => {
            let d = read(&v, process, act, numbers).await?;
            v.form_again(fault, &act.title(&v), |p| view(&v, &d, p))
        }
        answer => answer,
    }
}

async fn read(v: &Visit, process: Process, act: Act, numbers: Vec<i32>) -> Result<Desk, Fault> {
    let actor = v.actor().clone();
    v.read(move |conn| {
        actor.permit::<PrepareResponse>(Subject::of(process.id))?;
        let permit = actor.permit::<ReadRegister>(Subject::of(process.id))?;
        let before: Option<ResponseLine> = match act {
            Act::New => None,
            Act::Again(n) | Act::InPlaceOf(n) => Some(ops::response(conn, &permit, process.id, n)?),
        };
        let requests = match &before {
            Some(line) if matches!(act, Act::InPlaceOf(_)) => {
                line.requests.iter().filter(|r| r.request.next_response_id.is_none()).cloned().collect()
            }
            Some(line) => line.requests.clone(),
            None => clerk::some_requests(conn, &permit, process.id, &numbers)?,
        };
        let place = intake::place(conn, &actor, &permit, process.id, &requests)?;
        let ids: Vec<_> = requests.iter().map(|r| r.request.id).collect();
        let puts = if act == Act::New { ops::puts(conn, &ids)? } else { Vec::new() };
        Ok(Desk { process, act, before, requests, place, puts })
    })
    .await
}
