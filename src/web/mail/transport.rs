//! How a letter leaves: into the mailbox folder, or to a relay.

use std::path::Path;
use std::sync::OnceLock;

use lettre::message::Mailbox;
use lettre::message::header::ContentType;
use lettre::{Message, SmtpTransport, Transport};

use super::letters::Written;
use crate::{App, Smtp};

/// Sends one letter. Blocks.
///
/// # Errors
/// Why not, for the log and the outbox.
pub fn send(app: &App, letter: &Written) -> Result<(), String> {
    match (&app.config.mailbox, &app.config.smtp) {
        (Some(folder), _) => into(folder, letter),
        (None, Some(smtp)) => by_relay(smtp, letter),
        (None, None) => Err("no relay and no mailbox is configured".to_owned()),
    }
}

/// One file a letter; it appears whole or not at all.
fn into(folder: &Path, letter: &Written) -> Result<(), String> {
    let text = serde_json::to_string_pretty(letter).map_err(|e| e.to_string())?;
    let (part, whole) = (folder.join(format!("{}.part", letter.id)), folder.join(format!("{}.json", letter.id)));
    std::fs::create_dir_all(folder).and_then(|()| std::fs::write(&part, text)).map_err(|e| e.to_string())?;
    std::fs::rename(part, whole).map_err(|e| e.to_string())
}

/// Whether letters can be written for a relay: its address and the sender's can be read. Nothing is sent.
///
/// # Errors
/// Which of the two cannot, and why.
pub fn check(smtp: &Smtp) -> Result<(), String> {
    SmtpTransport::from_url(&smtp.url).map_err(|e| format!("mail.smtp cannot be read: {e}"))?;
    smtp.from.parse::<Mailbox>().map_err(|e| format!("mail.from is not like Name <address>: {}: {e}", smtp.from))?;
    Ok(())
}

static RELAY: OnceLock<Result<SmtpTransport, String>> = OnceLock::new();

fn by_relay(smtp: &Smtp, letter: &Written) -> Result<(), String> {
    let made = RELAY.get_or_init(|| SmtpTransport::from_url(&smtp.url).map(|b| b.build()).map_err(|e| e.to_string()));
    let relay = made.as_ref().map_err(Clone::clone)?;
    let address = |text: &str| text.parse::<Mailbox>().map_err(|e| format!("{text}: {e}"));
    let message = Message::builder()
        .from(address(&smtp.from)?)
        .to(address(&letter.to)?)
        .subject(&letter.subject)
        .header(ContentType::TEXT_PLAIN)
        .body(letter.body.clone())
        .map_err(|e| e.to_string())?;
    relay.send(&message).map(|_| ()).map_err(|e| e.to_string())
}
