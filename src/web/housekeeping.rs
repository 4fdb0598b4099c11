//! What is done by the clock rather than by a visit: letters of windows and events, and forgetting what is over.

use std::time::Duration;

use domain::{Result, accounts, consultations, events, once, register, tables};

use crate::App;

/// Minutes between two sweeps.
const SWEEP_EVERY: u32 = 60;

/// Works every minute, for as long as the program runs. Several nodes may do so at once.
pub async fn worker(app: App) {
    let mut minute = 0_u32;
    loop {
        let (node, sweep) = (app.clone(), minute.is_multiple_of(SWEEP_EVERY));
        match actix_web::web::block(move || turn(&node, sweep)).await {
            Ok(Ok(())) => {}
            Ok(Err(e)) => tracing::error!(target: "housekeeping", error = %e, "a turn was not done"),
            Err(e) => tracing::error!(target: "housekeeping", error = %e, "a turn broke off"),
        }
        minute = minute.wrapping_add(1);
        tokio::time::sleep(Duration::from_secs(60)).await;
    }
}

/// One turn: queues the letters of windows that opened or close soon and of events that are a day away, and now and then forgets what is over.
///
/// # Errors
/// The database's.
pub fn turn(app: &App, sweep: bool) -> Result<()> {
    app.db.write(app.clock.now(), move |w| {
        consultations::ops::tell_due(w)?;
        events::ops::tell_due(w)?;
        if sweep {
            accounts::ops::sweep(w)?;
            events::ops::sweep(w)?;
            tables::rereading::ops::sweep(w)?;
            register::acts::seal_earlier(w)?;
            once::sweep(w)?;
        }
        Ok(())
    })
}
