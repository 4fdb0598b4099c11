//! How a letter leaves: into the mailbox folder, or to a relay.

use std::path::Path;
use std::sync::OnceLock;

use lettre::message::header::ContentType;
use lettre::message::{Attachment, Mailbox, MultiPart, SinglePart};
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
    let head = Message::builder().from(address(&smtp.from)?).to(address(&letter.to)?).subject(&letter.subject);
    let message = if letter.attachments.is_empty() {
        head.header(ContentType::TEXT_PLAIN).body(letter.body.clone())
    } else {
        head.multipart(with_files(letter)?)
    };
    let message = message.map_err(|e| e.to_string())?;
    relay.send(&message).map(|_| ()).map_err(|e| e.to_string())
}

/// The text first, then what goes with it.
fn with_files(letter: &Written) -> Result<MultiPart, String> {
    let mut parts = MultiPart::mixed().singlepart(SinglePart::plain(letter.body.clone()));
    for file in &letter.attachments {
        let kind = ContentType::parse(&file.content_type).map_err(|e| format!("{}: {e}", file.content_type))?;
        parts = parts.singlepart(Attachment::new(file.name.clone()).body(file.bytes(), kind));
    }
    Ok(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_with_files_has_them_after_its_text() {
        let file = |name: &str, content_type: &str, bytes: &[u8]| crate::mail::Attachment {
            name: name.to_owned(),
            content_type: content_type.to_owned(),
            hex: hex::encode(bytes),
        };
        let letter = Written {
            id: "1".into(),
            at: String::new(),
            to: "a@example.org".into(),
            kind: "enrolled".into(),
            lang: "it".into(),
            subject: "Prova".into(),
            body: "Il testo\n".into(),
            attachments: vec![
                file("incontro.ics", "text/calendar; charset=utf-8", b"BEGIN:VCALENDAR"),
                file("codice.png", "image/png", b"\x89PNG"),
            ],
        };
        let text = String::from_utf8(with_files(&letter).unwrap().formatted()).unwrap();
        let at = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words}: {text}"));
        assert!(at("Il testo") < at("filename=\"incontro.ics\"") && at("text/calendar") < at("image/png"));
    }
}
