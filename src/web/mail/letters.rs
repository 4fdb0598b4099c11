//! The text of a letter: plain, short lines, a subject that says what it is.

use domain::mail::{Letter, Params};
use serde::{Deserialize, Serialize};

use crate::App;
use crate::locale::{Arg, Lang};

/// A letter ready to be sent.
#[derive(Debug, Clone, Serialize, Deserialize, PartialEq, Eq)]
pub struct Written {
    /// Its identifier in the outbox: rises with time.
    pub id: String,
    /// When it was queued.
    pub at: String,
    /// To whom.
    pub to: String,
    /// What kind.
    pub kind: String,
    /// In which language.
    pub lang: String,
    /// What it is about.
    pub subject: String,
    /// What it says.
    pub body: String,
}

/// Fills the words of its kind. Besides its own parameters every letter knows `base_url` and `owner`.
pub fn write(app: &App, letter: &Letter) -> Written {
    let params: Params = serde_json::from_str(&letter.params).unwrap_or_default();
    let locale = app.locales.of(Lang::parse(&letter.lang).unwrap_or_default());
    let mut args: Vec<(String, String)> = params.into_iter().collect();
    args.push(("base_url".to_owned(), app.config.base_url.clone()));
    args.push(("owner".to_owned(), app.config.owner.clone()));
    let args: Vec<(&str, Arg<'_>)> = args.iter().map(|(k, v)| (k.as_str(), Arg::from(v.as_str()))).collect();
    let kind = &letter.kind;
    let subject = locale.fill(&format!("letter-{kind}-subject"), &args);
    let body = locale.fill(&format!("letter-{kind}-body"), &args);
    let foot = locale.fill("letter-foot", &args);
    Written {
        id: format!("{:020}", letter.id.0),
        at: letter.created_at.rfc3339(),
        to: letter.recipient.clone(),
        kind: kind.clone(),
        lang: letter.lang.clone(),
        subject: subject.split_whitespace().collect::<Vec<_>>().join(" "),
        body: wrapped(&format!("{body}\n\n-- \n{foot}\n")),
    }
}

/// Lines of 72 characters at most; addresses are never broken, nor is a line that ends a signature mark.
fn wrapped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 40);
    for line in text.lines() {
        if line.chars().count() <= 72 {
            out.push_str(line);
        } else {
            let mut width = 0;
            for word in line.split_whitespace() {
                let long = word.chars().count();
                if width > 0 && width + 1 + long > 72 {
                    out.push('\n');
                    width = 0;
                } else if width > 0 {
                    out.push(' ');
                    width += 1;
                }
                out.push_str(word);
                width += long;
            }
        }
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_short_and_addresses_whole() {
        let url = format!("https://example.org/{}", "a".repeat(90));
        let text = wrapped(&format!("{} {url} fine\n\n-- \nx", "parola ".repeat(30).trim()));
        assert!(text.lines().all(|l| l.chars().count() <= 72 || l == url));
        assert!(text.contains("\n-- \nx\n") && text.contains(&url));
    }
}
