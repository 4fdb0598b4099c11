//! From the record to the frozen files: gather, print, publish.

use domain::access::{Actor, PublishReport, Subject};
use domain::clock::Instant;
use domain::db::Write;
use domain::id::ProcessId;
use domain::report::{Content, Format, Frozen, Ready, ops};
use domain::{Error, Result};

use super::document::{Edition, document};
use crate::App;
use crate::locale::{Lang, Locale};

/// The language of what is official.
pub const OFFICIAL: Lang = Lang::It;

/// Prints a report in its three forms; the same content always gives the same bytes. Slow (seconds): call it from a thread
/// that may block.
///
/// # Errors
/// [`Error::Stored`] when the press fails: a defect of ours, no content is refused.
pub fn render(l: &Locale, content: &Content, edition: &Edition<'_>) -> Result<Vec<Frozen>> {
    let doc = document(l, content, edition);
    let failed = |e: press::PressError| Error::Stored(format!("the press: {e}"));
    Ok(vec![
        Frozen { format: Format::Html, bytes: press::html(&doc).into_bytes() },
        Frozen { format: Format::Pdf, bytes: press::pdf(&doc).map_err(failed)? },
        Frozen { format: Format::Docx, bytes: press::docx(&doc).map_err(failed)? },
    ])
}

/// A report that was printed and can be published.
pub struct Printed {
    content: Box<Content>,
    files: Vec<Frozen>,
    number: i32,
}

/// Gathers and prints what [`commit`] publishes. Slow: call it from a thread that may block.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Refused`] while anything is unanswered.
pub fn print(app: &App, actor: &Actor, process: ProcessId, at: Instant) -> Result<Printed> {
    let _permit = actor.permit::<PublishReport>(Subject::of(process))?;
    let (ready, number) =
        app.db.snapshot(|conn| Ok((ops::preview(conn, actor, process)?, ops::next_number(conn, process)?)))?;
    let Ready::Yes(content) = ready else { return Err(Error::Refused("refused-not-reconciled")) };
    let fingerprint = ops::fingerprint(&content)?;
    let edition = Edition { published: Some((number, &fingerprint)), at, base_url: &app.config.base_url };
    let files = render(app.locales.of(OFFICIAL), &content, &edition)?;
    Ok(Printed { content, files, number })
}

/// Publishes what was printed; its number.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Refused`] when something changed since it was printed.
pub fn commit(w: &mut Write<'_>, actor: &Actor, process: ProcessId, printed: &Printed) -> Result<i32> {
    // The number is printed in the files: another report published meanwhile would make it a lie.
    if ops::next_number(w.conn, process)? != printed.number {
        return Err(Error::Refused("refused-report-changed"));
    }
    ops::publish(w, actor, process, &printed.content, &printed.files)
}

/// Gathers, prints and publishes a report in one go; its number. Slow: call it from a thread that may block.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Refused`] while anything is unanswered, or when something changed while it was printed.
pub fn publish_now(app: &App, actor: &Actor, process: ProcessId, now: Instant) -> Result<i32> {
    let printed = print(app, actor, process, now)?;
    let actor = actor.clone();
    app.db.write(now, move |w| commit(w, &actor, process, &printed))
}
