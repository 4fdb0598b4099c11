//! Documents of an event that were uploaded, beside those that are links. Each stands in parts, so that whoever reads one never holds
//! it whole. Who may know of the event may read them.

use diesel::prelude::*;

use super::{ops, store};
use crate::access::Actor;
use crate::clock::Instant;
use crate::db::schema::{event_file_parts as parts, event_files as files};
use crate::db::{Conn, Write};
use crate::id::{EventFileId, EventId, sha256};
use crate::{Error, Problems, Result, audit, error::Found, uploads};

/// How many an event may have.
pub const MOST_FILES: usize = 40;

/// An uploaded document, without its bytes.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = files)]
pub struct EventFile {
    /// Which one.
    pub id: EventFileId,
    /// Of which event.
    pub event_id: EventId,
    /// Its title.
    pub title: String,
    /// What it is.
    pub note: String,
    /// The name of its file.
    pub file_name: String,
    /// What kind of file.
    pub content_type: String,
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// What it weighs, in bytes.
    pub size: i32,
    /// When it was added.
    pub added_at: Instant,
}

/// What is typed to add one.
#[derive(Debug, Clone, Default)]
pub struct NewFile {
    /// Its title.
    pub title: String,
    /// What it is.
    pub note: String,
    /// The name of its file.
    pub file_name: String,
    /// What kind, told by its bytes.
    pub content_type: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// What is typed, trimmed and checked.
///
/// # Errors
/// [`Error::Invalid`].
pub fn checked(new: NewFile) -> Result<NewFile> {
    let mut p = Problems::default();
    let title = p.text("title", &new.title, true, 300);
    let note = p.text("note", &new.note, false, 1000);
    uploads::check(&mut p, &new.bytes);
    p.check()?;
    let file_name = uploads::named(&new.file_name);
    Ok(NewFile { title, note, file_name, ..new })
}

/// Adds a document.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Invalid`]; [`Error::Refused`] where there are [`MOST_FILES`] already.
pub fn add(w: &mut Write<'_>, actor: &Actor, id: EventId, new: NewFile) -> Result<()> {
    let event = store::lock(w, id)?;
    let permit = ops::manage(actor, event.process_id)?;
    let new = checked(new)?;
    if of(w.conn, id)?.len() >= MOST_FILES {
        return Err(Error::Refused("refused-event-files"));
    }
    let file = EventFileId::fresh(w.now);
    diesel::insert_into(files::table)
        .values((
            files::id.eq(file),
            files::event_id.eq(id),
            files::title.eq(&new.title),
            files::note.eq(&new.note),
            files::file_name.eq(&new.file_name),
            files::content_type.eq(&new.content_type),
            files::sha256.eq(sha256(&new.bytes)),
            files::size.eq(uploads::size(&new.bytes)?),
            files::added_by.eq(permit.somebody()?),
            files::added_at.eq(w.now),
        ))
        .execute(w.conn)?;
    for (position, bytes) in uploads::parts(&new.bytes) {
        diesel::insert_into(parts::table)
            .values((parts::file_id.eq(file), parts::position.eq(position), parts::bytes.eq(bytes)))
            .execute(w.conn)?;
    }
    audit::record(w, &permit, &format!("event {} document added", event.number), &new.title)
}

/// Takes a document away, with its bytes.
///
/// # Errors
/// [`Error::Denied`]; [`Error::NotFound`].
pub fn remove(w: &mut Write<'_>, actor: &Actor, id: EventId, file: EventFileId) -> Result<()> {
    let event = store::by_id(w.conn, id)?;
    let permit = ops::manage(actor, event.process_id)?;
    let known = one(w.conn, id, file)?;
    diesel::delete(files::table.find(file)).execute(w.conn)?;
    audit::record(w, &permit, &format!("event {} document removed", event.number), &known.title)
}

/// The uploaded documents of an event, in the order in which they were added.
///
/// # Errors
/// The database's.
pub fn of(conn: &mut Conn, id: EventId) -> Result<Vec<EventFile>> {
    let rows = files::table.filter(files::event_id.eq(id)).order(files::id);
    Ok(rows.select(EventFile::as_select()).limit(100).load(conn)?)
}

/// One of them; whoever asks was given its event.
///
/// # Errors
/// [`Error::NotFound`].
pub fn one(conn: &mut Conn, id: EventId, file: EventFileId) -> Result<EventFile> {
    files::table.find(file).filter(files::event_id.eq(id)).select(EventFile::as_select()).first(conn).found()
}

/// A part of one, from 0; nothing after the last. Whoever asks was given its event.
///
/// # Errors
/// The database's.
pub fn part(conn: &mut Conn, file: EventFileId, position: i32) -> Result<Option<Vec<u8>>> {
    Ok(parts::table.find((file, position)).select(parts::bytes).first(conn).optional()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_has_a_title_and_bytes_within_bounds() {
        let new =
            |title: &str, bytes: usize| NewFile { title: title.into(), bytes: vec![0; bytes], ..NewFile::default() };
        for (title, bytes, fields) in [
            ("Mappa", 1, vec![]),
            (" ", 1, vec!["title"]),
            ("Mappa", 0, vec!["file"]),
            ("Mappa", uploads::MOST_BYTES + 1, vec!["file"]),
            ("", 0, vec!["title", "file"]),
        ] {
            let found = match checked(new(title, bytes)) {
                Ok(_) => Vec::new(),
                Err(Error::Invalid(p)) => p.0.iter().map(|p| p.field.to_string()).collect(),
                Err(e) => panic!("{e}"),
            };
            assert_eq!(found, fields, "{title:?} {bytes}");
        }
    }
}
