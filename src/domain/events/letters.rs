//! Letters to those who enrolled. Each holds a link of its own, of which only the SHA-256 is kept.

use super::model::{Enrolment, EnrolmentState, Event};
use super::{enrol, enrol_store, store};
use crate::accounts::Account;
use crate::db::Write;
use crate::id::{EnrolmentId, LetterId};
use crate::mail::{self, Params};
use crate::{Result, processes};

/// What a letter about an event says, whoever it goes to.
#[derive(Clone)]
pub struct About {
    params: Params,
    event: Event,
}

/// Letters after which nobody has a seat.
const UNSEATED: [&str; 3] = ["enrolment_cancelled", "enrolment_removed", "event_cancelled"];

impl About {
    /// What is to be known of an event.
    pub fn event(w: &mut Write<'_>, event: &Event) -> Result<Self> {
        let process = processes::ops::by_id(w.conn, event.process_id)?;
        let mut params = Params::from([
            ("process".into(), process.title),
            ("slug".into(), process.slug),
            ("event".into(), event.title.clone()),
            ("event_number".into(), event.number.to_string()),
            ("event_id".into(), event.id.to_string()),
            ("revision".into(), event.revision.to_string()),
            ("state".into(), event.state.as_str().to_owned()),
            ("starts_at".into(), event.starts_at.0.to_string()),
            ("ends_at".into(), event.ends_at.0.to_string()),
            ("reason".into(), event.state_reason.clone()),
            ("online".into(), event.online_link.clone()),
        ]);
        let here = |text: &str| if event.in_room() { text.to_owned() } else { String::new() };
        params.insert("place".into(), here(&event.place));
        params.insert("address".into(), here(&event.address));
        Ok(Self { params, event: event.clone() })
    }

    /// Adds something only this letter says.
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.params.insert(name.to_owned(), value.into());
        self
    }

    /// Queues it for one person, with a link to their enrolment. Who has no address gets none.
    pub fn send(&self, w: &mut Write<'_>, to: &Enrolment, kind: &str) -> Result<Option<LetterId>> {
        if to.email.is_empty() {
            return Ok(None);
        }
        let mut params = self.params.clone();
        let online = to.is_online(&self.event);
        params.insert("attends".into(), if online { "online" } else { "room" }.to_owned());
        if online {
            params.insert("place".into(), String::new());
            params.insert("address".into(), String::new());
        }
        // The link of the room is for whoever has a seat in it, and keeps it.
        if to.state != EnrolmentState::Seated || UNSEATED.contains(&kind) {
            params.insert("online".into(), String::new());
        }
        params.insert("token".into(), enrol_store::new_link(w, to.id)?);
        params.insert("code".into(), to.code.clone());
        params.insert("name".into(), to.name.clone());
        mail::queue_one(w, kind, &to.email, &to.lang, &params).map(Some)
    }
}

/// The letter that invites to a restricted meeting: its page, which the account may open, and no enrolment.
pub fn invite(w: &mut Write<'_>, event: &Event, to: &Account) -> Result<()> {
    let mut params = About::event(w, event)?.params;
    params.insert("attends".into(), if event.in_room() { "room" } else { "online" }.to_owned());
    params.insert("name".into(), to.name.clone());
    mail::queue(w, "event_invited", &to.email, &to.lang, &params)
}

/// One letter to everybody whose enrolment stands.
pub fn to_all(w: &mut Write<'_>, event: &Event, kind: &str) -> Result<()> {
    let readers = enrol_store::in_states(w.conn, event.id, &[EnrolmentState::Seated, EnrolmentState::Waiting])?;
    send_to(w, event, kind, &readers)
}

/// One letter to everybody who has a seat.
pub fn to_seated(w: &mut Write<'_>, event: &Event, kind: &str) -> Result<()> {
    let readers = enrol_store::in_states(w.conn, event.id, &[EnrolmentState::Seated])?;
    send_to(w, event, kind, &readers)
}

/// The reminder, to everybody who has a seat and has had no letter that serves as one.
pub fn remind(w: &mut Write<'_>, event: &Event) -> Result<()> {
    let seated = enrol_store::in_states(w.conn, event.id, &[EnrolmentState::Seated])?;
    let readers: Vec<Enrolment> = seated.into_iter().filter(|e| e.reminded_at.is_none()).collect();
    if !readers.is_empty() {
        let (about, tables) = (About::event(w, event)?, store::tables(w.conn, event.id)?);
        for reader in &readers {
            about.clone().with("table", enrol::table_words(&tables, reader)).send(w, reader, "event_reminder")?;
        }
    }
    let told: Vec<EnrolmentId> = readers.iter().filter(|e| !e.email.is_empty()).map(|e| e.id).collect();
    enrol_store::set_reminded(w, &told)
}

fn send_to(w: &mut Write<'_>, event: &Event, kind: &str, readers: &[Enrolment]) -> Result<()> {
    if readers.is_empty() {
        return Ok(());
    }
    let about = About::event(w, event)?;
    for reader in readers {
        about.send(w, reader, kind)?;
    }
    Ok(())
}
