//! What can go wrong, in words a person can act on. Every variant is shown differently by the web room.

use std::borrow::Cow;

use crate::access::Denied;

/// The result of an operation.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// One thing wrong with one field of a form; `key` is looked up in the locales, `arg` is the number it may speak of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The field's name in the form; in a list of rows, with the row's number after it (`title-2`).
    pub field: Cow<'static, str>,
    /// The message's key in the locales.
    pub key: &'static str,
    /// A limit or count the message names, where it has one.
    pub arg: Option<i64>,
}

/// Everything wrong with what was typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Problems(pub Vec<Problem>);

impl Problems {
    /// Adds a problem.
    pub fn add(&mut self, field: impl Into<Cow<'static, str>>, key: &'static str) {
        self.0.push(Problem { field: field.into(), key, arg: None });
    }

    /// Adds a problem that names a number.
    pub fn add_with(&mut self, field: impl Into<Cow<'static, str>>, key: &'static str, arg: i64) {
        self.0.push(Problem { field: field.into(), key, arg: Some(arg) });
    }

    /// What a check found good, or nothing, its problems being added to these: so that all are told in one round.
    ///
    /// # Errors
    /// The check's, unless it is [`Error::Invalid`].
    pub fn gather<T>(&mut self, checked: Result<T>) -> Result<Option<T>> {
        match checked {
            Ok(good) => Ok(Some(good)),
            Err(Error::Invalid(more)) => {
                self.0.extend(more.0);
                Ok(None)
            }
            Err(other) => Err(other),
        }
    }

    /// Fails when there are any.
    ///
    /// # Errors
    /// [`Error::Invalid`] with all of them.
    pub fn check(self) -> Result<()> {
        if self.0.is_empty() { Ok(()) } else { Err(Error::Invalid(self)) }
    }

    /// A trimmed text, with a problem when it is empty (if `required`) or longer than `max` characters, or holds
    /// characters no text may hold (NUL, which PostgreSQL refuses).
    pub fn text(&mut self, field: impl Into<Cow<'static, str>>, value: &str, required: bool, max: usize) -> String {
        let field = field.into();
        let clean: String = value.replace("\r\n", "\n").chars().filter(|c| *c != '\0').collect();
        let clean = if clean.chars().all(is_blank) { "" } else { clean.trim() };
        if required && clean.is_empty() {
            self.add(field.clone(), "problem-required");
        }
        if clean.chars().count() > max {
            self.add_with(field, "problem-too-long", i64::try_from(max).unwrap_or(i64::MAX));
        }
        clean.to_owned()
    }
}

/// Whether a character leaves nothing to read: white space, controls, and signs without width.
fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

/// Why an operation was not done.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// It is not there, or the asker may not know of it.
    #[error("not found")]
    NotFound,
    /// The asker may not.
    #[error("denied: {0:?}")]
    Denied(Denied),
    /// What was typed does not do; it is shown again with the problems.
    #[error("invalid input: {0:?}")]
    Invalid(Problems),
    /// A rule of the procedure says no; the key names the sentence that says why and what to do.
    #[error("refused: {0}")]
    Refused(&'static str),
    /// It was there and was taken back, or its term is over; the key names the sentence that says which and what to do.
    #[error("gone: {0}")]
    Gone(&'static str),
    /// The same form was sent before: this is where its result stands.
    #[error("already done: {0}")]
    AlreadyDone(String),
    /// The database.
    #[error("database: {0}")]
    Database(#[from] diesel::result::Error),
    /// No connection to the database.
    #[error("database connection: {0}")]
    Connection(String),
    /// Stored data that cannot be read back; a fault of ours.
    #[error("stored data: {0}")]
    Stored(String),
}

impl From<serde_json::Error> for Error {
    fn from(e: serde_json::Error) -> Self {
        Self::Stored(e.to_string())
    }
}

impl Error {
    /// Whether a unique constraint said no.
    pub const fn is_unique_violation(&self) -> bool {
        matches!(
            self,
            Self::Database(diesel::result::Error::DatabaseError(diesel::result::DatabaseErrorKind::UniqueViolation, _))
        )
    }
}

/// Turns "no row" into [`Error::NotFound`].
pub trait Found<T> {
    /// The row, or [`Error::NotFound`].
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none; database errors as they are.
    fn found(self) -> Result<T>;
}

impl<T> Found<T> for diesel::QueryResult<T> {
    fn found(self) -> Result<T> {
        self.map_err(|e| if matches!(e, diesel::result::Error::NotFound) { Error::NotFound } else { e.into() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_read_is_no_text() {
        let told = |text: &str| {
            let mut p = Problems::default();
            (p.text("text", text, true, 100), p.0.len())
        };
        for blank in
            ["", "  \n", "\u{200b}\u{200b}", "\u{feff} \u{2060}", "\u{3164}", "\u{a0}\u{ad}", "\u{2800}\u{202e}"]
        {
            assert_eq!(told(blank), (String::new(), 1), "{blank:?}");
        }
        assert_eq!(told(" sì\u{200d} "), ("sì\u{200d}".to_owned(), 0));
    }
}
