//! The outbox: a letter is queued in the transaction that causes it, and sent by a worker of the web room afterwards, so
//! that no letter speaks of what was rolled back and none is forgotten when the program is killed.

use std::collections::BTreeMap;

use diesel::prelude::*;

use crate::Result;
use crate::clock::Instant;
use crate::db::schema::outbox;
use crate::db::{Conn, Write};
use crate::id::LetterId;

/// What a letter says, filled into its text by the web room in the reader's language.
pub type Params = BTreeMap<String, String>;

/// A letter waiting to be sent.
#[derive(Debug, Clone, Queryable)]
pub struct Letter {
    /// Which one.
    pub id: LetterId,
    /// Which text: the stem of its keys in the locales (`letter-<kind>-subject`, `letter-<kind>-body`).
    pub kind: String,
    /// An e-mail address.
    pub recipient: String,
    /// `it` or `en`.
    pub lang: String,
    /// JSON of [`Params`].
    pub params: String,
    /// When it was queued.
    pub created_at: Instant,
    /// How often sending failed.
    pub attempts: i32,
}

/// Queues a letter.
///
/// # Errors
/// The database's.
pub fn queue(w: &mut Write<'_>, kind: &str, to: &str, lang: &str, params: &Params) -> Result<()> {
    queue_one(w, kind, to, lang, params).map(|_| ())
}

/// The same, for who keeps a log of what was sent: which letter it is.
///
/// # Errors
/// The database's.
pub fn queue_one(w: &mut Write<'_>, kind: &str, to: &str, lang: &str, params: &Params) -> Result<LetterId> {
    let id = LetterId::fresh(w.now);
    diesel::insert_into(outbox::table)
        .values((
            outbox::id.eq(id),
            outbox::kind.eq(kind),
            outbox::recipient.eq(to),
            outbox::lang.eq(lang),
            outbox::params.eq(serde_json::to_string(params)?),
            outbox::created_at.eq(w.now),
            outbox::due_at.eq(w.now),
            outbox::attempts.eq(0),
            outbox::last_error.eq(""),
        ))
        .execute(w.conn)?;
    Ok(id)
}

/// Takes up to `n` letters that are due and puts their next try off, so that no other node sends them meanwhile.
///
/// # Errors
/// The database's.
pub fn claim(w: &mut Write<'_>, n: i64) -> Result<Vec<Letter>> {
    let due: Vec<LetterId> = outbox::table
        .filter(outbox::sent_at.is_null().and(outbox::due_at.le(w.now)))
        .order(outbox::id)
        .limit(n)
        .select(outbox::id)
        .load(w.conn)?;
    let mut taken = Vec::new();
    for id in due {
        let letter = diesel::update(outbox::table.find(id).filter(outbox::due_at.le(w.now)))
            .set(outbox::due_at.eq(w.now.plus_seconds(300)))
            .returning((
                outbox::id,
                outbox::kind,
                outbox::recipient,
                outbox::lang,
                outbox::params,
                outbox::created_at,
                outbox::attempts,
            ))
            .get_result::<Letter>(w.conn)
            .optional()?;
        taken.extend(letter);
    }
    Ok(taken)
}

/// Marks a letter as sent and forgets its secrets.
///
/// # Errors
/// The database's.
pub fn sent(w: &mut Write<'_>, id: LetterId) -> Result<()> {
    diesel::update(outbox::table.find(id)).set((outbox::sent_at.eq(w.now), outbox::params.eq("{}"))).execute(w.conn)?;
    Ok(())
}

/// Marks a try as failed; the next one comes later and later, with a day and a half at most between two.
///
/// # Errors
/// The database's.
pub fn failed(w: &mut Write<'_>, letter: &Letter, why: &str) -> Result<()> {
    let wait = 60_i64.saturating_mul(1 << letter.attempts.clamp(0, 11));
    diesel::update(outbox::table.find(letter.id))
        .set((
            outbox::attempts.eq(letter.attempts + 1),
            outbox::last_error.eq(why.chars().take(500).collect::<String>()),
            outbox::due_at.eq(w.now.plus_seconds(wait)),
        ))
        .execute(w.conn)?;
    Ok(())
}

/// How many letters wait.
///
/// # Errors
/// The database's.
pub fn waiting(conn: &mut Conn) -> Result<i64> {
    Ok(outbox::table.filter(outbox::sent_at.is_null()).count().get_result(conn)?)
}

/// Whether any letter is due: asked before [`claim`], which writes.
///
/// # Errors
/// The database's.
pub fn due(conn: &mut Conn, now: Instant) -> Result<bool> {
    let found = outbox::table.filter(outbox::sent_at.is_null().and(outbox::due_at.le(now))).select(outbox::id);
    Ok(found.first::<LetterId>(conn).optional()?.is_some())
}
