//! The guide to the discussion: prepared as Markdown or uploaded, published in editions that do not change, sent to everybody
//! registered, with a seat or waiting for one, and to those who join later, with a log of every letter. Each edition goes to each once.

use diesel::prelude::*;

use super::letters::About;
use super::model::{Enrolment, EnrolmentState, Event};
use super::{enrol_store, ops, store};
use crate::access::{Actor, Permit, ReadEnrolments, Subject};
use crate::clock::Instant;
use crate::db::schema::{enrolments, event_guides, guide_deliveries, outbox};
use crate::db::{Conn, Write};
use crate::id::{EnrolmentId, EventId, GuideId, LetterId, sha256};
use crate::paging::{Page, Slice};
use crate::{Error, Problems, Result, audit, error::Found};

/// What an uploaded guide may weigh, in bytes.
pub const MOST_BYTES: usize = 10 * 1024 * 1024;

/// An edition of a guide, without its bytes.
#[derive(Debug, Clone, Queryable)]
pub struct Guide {
    /// Which one.
    pub id: GuideId,
    /// Its number, from 1.
    pub edition: i32,
    /// The name of its file.
    pub file_name: String,
    /// What kind of file.
    pub content_type: String,
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// When it was published.
    pub published_at: Instant,
}

/// The file of an edition.
#[derive(Debug, Clone)]
pub struct File {
    /// Its name.
    pub name: String,
    /// What kind.
    pub content_type: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Keeps the text of the guide that is being prepared.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Invalid`] over 50,000 characters.
pub fn keep_text(w: &mut Write<'_>, actor: &Actor, id: EventId, text: &str) -> Result<()> {
    let event = store::by_id(w.conn, id)?;
    let permit = ops::manage(actor, event.process_id)?;
    let mut p = Problems::default();
    let text = p.text("text", text, false, 50_000);
    p.check()?;
    store::set_guide_text(w, &permit, id, &text)?;
    audit::record(w, &permit, &format!("event {} guide written", event.number), "")
}

/// Publishes an edition and sends it to everybody registered, also to those who wait (they may get a seat up to the last hour); how
/// many letters were queued.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Refused`] when the event is over or not yet public.
pub fn publish(w: &mut Write<'_>, actor: &Actor, id: EventId, file: &File) -> Result<usize> {
    let event = store::lock(w, id)?;
    let permit = ops::manage(actor, event.process_id)?;
    if !event.to_come() {
        return Err(Error::Refused("refused-event-over"));
    }
    if event.published_at.is_none() {
        return Err(Error::Refused("refused-event-unpublished"));
    }
    let edition = newest(w.conn, id)?.map_or(1, |g| g.edition + 1);
    let guide = GuideId::fresh(w.now);
    diesel::insert_into(event_guides::table)
        .values((
            event_guides::id.eq(guide),
            event_guides::event_id.eq(id),
            event_guides::edition.eq(edition),
            event_guides::file_name.eq(&file.name),
            event_guides::content_type.eq(&file.content_type),
            event_guides::sha256.eq(sha256(&file.bytes)),
            event_guides::bytes.eq(&file.bytes),
            event_guides::published_by.eq(permit.somebody()?),
            event_guides::published_at.eq(w.now),
        ))
        .execute(w.conn)?;
    audit::record(w, &permit, &format!("event {} guide {edition}", event.number), "")?;
    let readers = enrol_store::in_states(w.conn, id, &[EnrolmentState::Seated, EnrolmentState::Waiting])?;
    let about = About::event(w, &event)?.with("edition", edition.to_string());
    let mut sent = 0;
    for reader in &readers {
        sent += usize::from(deliver(w, &about, guide, reader)?);
    }
    Ok(sent)
}

/// Sends the newest edition to one who has just enrolled or got a seat, unless they have it; nothing while there is none.
pub(super) fn deliver_to(w: &mut Write<'_>, event: &Event, to: &Enrolment) -> Result<()> {
    let Some(guide) = newest(w.conn, event.id)? else { return Ok(()) };
    let about = About::event(w, event)?.with("edition", guide.edition.to_string());
    deliver(w, &about, guide.id, to).map(|_| ())
}

fn deliver(w: &mut Write<'_>, about: &About, guide: GuideId, to: &Enrolment) -> Result<bool> {
    if guide_deliveries::table.find((guide, to.id)).count().get_result::<i64>(w.conn)? > 0 {
        return Ok(false);
    }
    let about = about.clone().with("standing", to.state.as_str());
    let Some(letter) = about.send(w, to, "event_guide")? else { return Ok(false) };
    diesel::insert_into(guide_deliveries::table)
        .values((
            guide_deliveries::guide_id.eq(guide),
            guide_deliveries::enrolment_id.eq(to.id),
            guide_deliveries::letter_id.eq(letter),
            guide_deliveries::queued_at.eq(w.now),
            guide_deliveries::waiting.eq(to.state == EnrolmentState::Waiting),
        ))
        .execute(w.conn)?;
    Ok(true)
}

/// The newest edition.
///
/// # Errors
/// The database's.
pub fn newest(conn: &mut Conn, id: EventId) -> Result<Option<Guide>> {
    Ok(editions_of(conn, id)?.into_iter().next())
}

fn editions_of(conn: &mut Conn, id: EventId) -> Result<Vec<Guide>> {
    let rows = event_guides::table.filter(event_guides::event_id.eq(id)).order(event_guides::edition.desc());
    Ok(rows
        .select((
            event_guides::id,
            event_guides::edition,
            event_guides::file_name,
            event_guides::content_type,
            event_guides::sha256,
            event_guides::published_at,
        ))
        .limit(100)
        .load(conn)?)
}

/// All editions, newest first.
///
/// # Errors
/// The database's.
pub fn editions(conn: &mut Conn, id: EventId) -> Result<Vec<Guide>> {
    editions_of(conn, id)
}

/// The file of an edition, byte by byte as it was published; whoever asks was given its event.
///
/// # Errors
/// [`Error::NotFound`].
pub fn file(conn: &mut Conn, id: EventId, edition: i32) -> Result<File> {
    let found = event_guides::table.filter(event_guides::event_id.eq(id).and(event_guides::edition.eq(edition)));
    let (name, content_type, bytes) = found
        .select((event_guides::file_name, event_guides::content_type, event_guides::bytes))
        .first::<(String, String, Vec<u8>)>(conn)
        .found()?;
    Ok(File { name, content_type, bytes })
}

/// A line of the log of deliveries.
#[derive(Debug, Clone, Queryable)]
pub struct Delivery {
    /// Which edition.
    pub edition: i32,
    /// To whom; empty once they are forgotten.
    pub name: String,
    /// To which enrolment.
    pub enrolment: EnrolmentId,
    /// Whether they were waiting for a seat then.
    pub waiting: bool,
    /// When the letter was queued.
    pub queued_at: Instant,
    /// When it left.
    pub sent_at: Option<Instant>,
    /// Why it did not, the last time it was tried.
    pub last_error: String,
    /// The letter.
    pub letter: LetterId,
}

/// To whom which edition went, newest first.
///
/// # Errors
/// [`Error::Denied`].
pub fn deliveries(conn: &mut Conn, actor: &Actor, event: &Event, page: Page) -> Result<Slice<Delivery>> {
    let _permit: Permit<ReadEnrolments> = actor.permit(Subject::of(event.process_id))?;
    let rows = guide_deliveries::table
        .inner_join(event_guides::table.on(event_guides::id.eq(guide_deliveries::guide_id)))
        .inner_join(enrolments::table.on(enrolments::id.eq(guide_deliveries::enrolment_id)))
        .inner_join(outbox::table.on(outbox::id.eq(guide_deliveries::letter_id)))
        .filter(event_guides::event_id.eq(event.id))
        .order((guide_deliveries::queued_at.desc(), enrolments::turn))
        .select((
            event_guides::edition,
            enrolments::name,
            enrolments::id,
            guide_deliveries::waiting,
            guide_deliveries::queued_at,
            outbox::sent_at,
            outbox::last_error,
            outbox::id,
        ))
        .limit(page.limit())
        .offset(page.offset());
    Ok(page.slice(rows.load(conn)?))
}
