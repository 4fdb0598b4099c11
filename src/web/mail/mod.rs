//! Letters: their text, the worker that sends what the domain queued, and the demo's letter box.

mod attached;
mod letterbox;
mod letters;
mod transport;

use std::time::Duration;

use domain::Result;
use domain::mail as outbox;

pub use attached::Attachment;
pub use letterbox::doors;
pub use letters::Written;
pub use transport::check;

use crate::App;

/// How many letters are taken at once.
const HANDFUL: i64 = 20;

/// Sends what is due, for as long as the program runs. Asks the database only after a write of this node, and every half
/// minute for those of others and for second tries.
pub async fn worker(app: App) {
    let (mut seen, mut quiet) = (None, 0_u32);
    loop {
        let generation = app.db.generation();
        if seen != Some(generation) || quiet >= 30 {
            (seen, quiet) = (Some(generation), 0);
            let node = app.clone();
            match actix_web::web::block(move || deliver(&node)).await {
                Ok(Ok(0)) => {}
                Ok(Ok(n)) => tracing::info!(target: "mail", n, "letters sent"),
                Ok(Err(e)) => tracing::error!(target: "mail", error = %e, "letters could not be taken"),
                Err(e) => tracing::error!(target: "mail", error = %e, "the worker's turn broke off"),
            }
        }
        quiet += 1;
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
}

/// Sends every letter that is due now; how many left. Blocks.
///
/// # Errors
/// The database's; a letter that cannot be sent is kept and tried again later.
pub fn deliver(app: &App) -> Result<usize> {
    let mut left = 0;
    loop {
        // Asked first, because taking writes, and every write makes pages that are kept stale.
        if !app.db.read(|conn| outbox::due(conn, app.clock.now()))? {
            return Ok(left);
        }
        let letters = app.db.write(app.clock.now(), |w| outbox::claim(w, HANDFUL))?;
        for letter in letters {
            let written = letters::write(app, &letter);
            match transport::send(app, &written) {
                Ok(()) => {
                    let id = letter.id;
                    app.db.write(app.clock.now(), move |w| outbox::sent(w, id))?;
                    left += 1;
                }
                Err(why) => {
                    tracing::warn!(target: "mail", kind = letter.kind, why, "a letter was not sent");
                    app.db.write(app.clock.now(), move |w| outbox::failed(w, &letter, &why))?;
                }
            }
        }
    }
}
