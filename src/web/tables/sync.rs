//! What the script asks: the lines that changed, who came or went, and to do what was done while there was no network.

use actix_web::HttpResponse;
use domain::clock::Instant;
use domain::tables::{Act, Answered, Kind, Line, NewLine, Outcome, Place, Sent, To, is_key, ops};
use domain::{Error, Problems};
use serde::Deserialize;
use serde_json::{Value, json};

use super::entry::{who, who_value};
use super::{found, line, present};
use crate::http::fault::denied_words;
use crate::http::{Answer, Fault, Visit};
use crate::ui;

/// Acts taken at once; the script sends fewer.
const MOST_ACTS: usize = 100;

/// A line as the script types it.
#[derive(Deserialize)]
struct Words {
    kind: String,
    text: String,
    #[serde(default)]
    who: String,
    #[serde(default)]
    objective: String,
}

impl Words {
    fn line(self) -> Option<NewLine> {
        Some(NewLine {
            kind: Kind::parse(&self.kind)?,
            text: self.text,
            who: who(&self.who),
            objective: self.objective,
        })
    }
}

/// An act as the script keeps it. `at` is in milliseconds of the server's clock, as far as the device knows it.
#[derive(Deserialize)]
#[serde(tag = "act", rename_all = "lowercase")]
enum Kept {
    Add {
        #[serde(flatten)]
        new: Words,
    },
    Mend {
        line: String,
        revision: i32,
        #[serde(flatten)]
        new: Words,
    },
    Move {
        lines: Vec<String>,
        under: Option<String>,
        /// `stay`, `first`, or the key of the line before.
        to: String,
    },
    Remove {
        line: String,
        revision: i32,
    },
    Restore {
        line: String,
    },
}

#[derive(Deserialize)]
struct Envelope {
    key: String,
    at: i64,
    #[serde(flatten)]
    act: Kept,
}

impl Envelope {
    fn sent(self) -> Option<Sent> {
        let act = match self.act {
            Kept::Add { new } => Act::Add(new.line()?),
            Kept::Mend { line, revision, new } => Act::Mend { line, revision, new: new.line()? },
            Kept::Move { lines, under, to } => Act::Move { lines, under, to: to_of(to) },
            Kept::Remove { line, revision } => Act::Remove { line, revision },
            Kept::Restore { line } => Act::Restore { line },
        };
        Some(Sent { key: self.key, at: Some(Instant(self.at.saturating_mul(1000))), act })
    }
}

fn to_of(to: String) -> To {
    match to.as_str() {
        "stay" => To::Stay,
        "first" => To::First,
        _ => To::After(to),
    }
}

/// What is read for an answer: the number of the last change, the lines that changed, and who is at the table where that is
/// not what the script shows already.
struct Heard {
    changes: i64,
    lines: Vec<Line>,
    present: Option<Value>,
}

async fn hear(v: &Visit, place: &Place, since: i64, shown: Option<&str>) -> Result<Heard, Fault> {
    let (at, asked) = (place.clone(), shown.is_some());
    let (changes, lines, people) = v
        .read(move |conn| {
            let (changes, lines) = ops::lines(conn, &at, since)?;
            let people = if asked { Some(ops::people(conn, &at)?) } else { None };
            Ok((changes, lines, people))
        })
        .await?;
    let news = people.filter(|(people, organisations)| Some(present::mark(people, organisations).as_str()) != shown);
    let present = news.map(|(people, organisations)| present::said(v, &people, &organisations));
    Ok(Heard { changes, lines, present })
}

/// The lines that changed after `?da=`, and who is at the table where `?chi=` is not its mark; nothing (204) where nothing did. A page of
/// another account (`?di=`) is told nothing but who has signed in, where it asks for a token.
pub async fn since(v: Visit) -> Answer {
    let (_, place) = found(&v).await?;
    let token = v.query("token").is_some();
    match v.same_account(v.query("di").unwrap_or("")) {
        Err(_) if token => return Ok(json_of(&json!({ "account": v.account_mark() }))),
        other => other?,
    }
    let since = v.query("da").and_then(|n| n.parse().ok()).unwrap_or(0);
    let heard = hear(&v, &place, since, v.query("chi")).await?;
    // The token goes along only where it was asked for: it changes with every answer.
    if heard.changes == since && heard.present.is_none() && !token {
        return Ok(HttpResponse::NoContent().finish());
    }
    Ok(answer(&v, &heard, &[], token))
}

/// Does what is sent, each act once, and answers with what came of each and with what changed.
pub async fn acts(v: Visit) -> Answer {
    let (_, place) = found(&v).await?;
    v.same_account(v.field("account"))?;
    let since = v.field("since").parse().unwrap_or(0);
    let sent: Vec<Envelope> = serde_json::from_str(v.field("acts")).map_err(|_| Fault::Malformed)?;
    let sent: Option<Vec<Sent>> = sent.into_iter().take(MOST_ACTS).map(Envelope::sent).collect();
    let sent = sent.ok_or(Fault::Malformed)?;
    let done = match all(&v, &place, &sent).await {
        Err(Fault::Domain(e)) if e.is_unique_violation() => all(&v, &place, &sent).await,
        other => other,
    }?;
    // Who is at the table is asked for with what others wrote: what is sent at each line is not held up by it.
    Ok(answer(&v, &hear(&v, &place, since, None).await?, &done, false))
}

async fn all(v: &Visit, place: &Place, sent: &[Sent]) -> Result<Vec<Answered>, Fault> {
    let (actor, at, sent) = (v.actor().clone(), place.clone(), sent.to_vec());
    v.write(move |w| ops::act_all(w, &actor, &at, &sent)).await
}

fn answer(v: &Visit, heard: &Heard, done: &[Answered], token: bool) -> HttpResponse {
    json_of(&json!({
        "changes": heard.changes,
        "now": v.now().0 / 1000,
        "csrf": token.then(|| v.csrf()),
        "account": token.then(|| v.account_mark()),
        "lines": heard.lines.iter().map(|l| shown(v, l)).collect::<Vec<_>>(),
        "present": heard.present,
        "done": done.iter().map(|d| outcome(v, d)).collect::<Vec<_>>(),
    }))
}

fn json_of(said: &Value) -> HttpResponse {
    HttpResponse::Ok().insert_header(("cache-control", "no-store")).json(said)
}

/// The lines as the script reads them.
pub fn all_of(v: &Visit, lines: &[Line]) -> String {
    Value::Array(lines.iter().map(|l| shown(v, l)).collect()).to_string()
}

fn shown(v: &Visit, l: &Line) -> Value {
    json!({
        "key": l.key, "kind": l.kind.as_str(), "text": l.text, "who": who_value(&l.who()), "name": line::name(v, l),
        "objective": l.objective, "heading": l.heading, "position": l.position, "revision": l.revision,
        "hour": v.l().hour(l.said_at), "writer": l.writer, "removed": !l.stands(), "contribution": l.contribution,
    })
}

/// What came of an act: `done`, `overtaken` with the line as it stands, or `refused` with why.
fn outcome(v: &Visit, d: &Answered) -> Value {
    match &d.outcome {
        Ok(Outcome::Done | Outcome::Known) => json!({ "key": d.key, "is": "done" }),
        Ok(Outcome::Overtaken(line)) => json!({ "key": d.key, "is": "overtaken", "line": shown(v, line) }),
        Err(e) => json!({ "key": d.key, "is": "refused", "why": why(v, e, &d.key) }),
    }
}

fn why(v: &Visit, e: &Error, key: &str) -> String {
    match e {
        Error::Invalid(Problems(problems)) => {
            problems.iter().map(|p| ui::form::problem(v.l(), p)).collect::<Vec<_>>().join(" ")
        }
        Error::Refused(key) => v.t(key).into_owned(),
        Error::Denied(why) => v.t(denied_words(*why).1).into_owned(),
        _ if is_key(key) => v.t("refused-minutes-gone").into_owned(),
        _ => v.t("refused-minutes-key").into_owned(),
    }
}
