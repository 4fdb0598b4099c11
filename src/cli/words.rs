//! Why something was not done, in the sentences the pages use, in English.

use domain::Error;
use reader::ReadError;
use web::http::fault;
use web::locale::{Lang, Locale, Locales};
use web::plans::unreadable;
use web::ui::form::problem;

/// What went wrong, from the outside in, in one line of sentences.
pub fn of(e: &anyhow::Error) -> String {
    let Ok(locales) = Locales::load() else { return format!("{e:#}") };
    let l = locales.of(Lang::En);
    let mut said: Vec<String> = Vec::new();
    for cause in e.chain() {
        if let Some(ours) = cause.downcast_ref::<Error>() {
            // "There is no process x" has said it already; what lies below an error of the domain, it has said itself.
            said.extend((said.is_empty() || !matches!(ours, Error::NotFound)).then(|| of_domain(l, ours)));
            break;
        }
        if let Some(unread) = cause.downcast_ref::<ReadError>() {
            let (problems, detail) = unreadable::problem(unread);
            said.extend(problems.0.iter().map(|p| problem(l, p)));
            said.extend(Some(detail).filter(|d| !d.is_empty()));
            break;
        }
        said.push(cause.to_string().trim_end().to_owned());
    }
    said.join(": ")
}

fn of_domain(l: &Locale, e: &Error) -> String {
    match e {
        Error::NotFound => "it is not there".to_owned(),
        Error::Denied(why) => {
            let (title, text) = fault::denied_words(*why);
            format!("{}: {}", l.t(title), l.t(text))
        }
        Error::Invalid(problems) => {
            let all: Vec<String> = problems.0.iter().map(|p| format!("{}: {}", p.field, problem(l, p))).collect();
            all.join("; ")
        }
        Error::Refused(key) => l.t(key).into_owned(),
        Error::Connection(why) => format!("the database does not answer: {}", why.trim_end()),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use anyhow::Context;
    use domain::access::Denied;

    use super::*;

    #[test]
    fn errors_are_told_in_sentences() {
        let told = |e: Error, before: &'static str| {
            let failed = Err::<(), _>(e);
            of(&if before.is_empty() { failed.map_err(Into::into) } else { failed.context(before) }.unwrap_err())
        };
        assert_eq!(told(Error::NotFound, "there is no process x"), "there is no process x");
        assert!(told(Error::Denied(Denied::NotYetOpen), "").contains("once it opens"));
        assert!(told(Error::Refused("refused-base-changed"), "").contains("Import the document again"));
        let mut p = domain::Problems::default();
        p.add_with("text", "problem-too-long", 10);
        assert_eq!(told(Error::Invalid(p), "row 3"), "row 3: text: At most 10 characters");
        let damaged = ReadError::Damaged { part: "zip".to_owned(), why: "no end".to_owned() };
        assert!(of(&damaged.into()).starts_with("It is damaged or incomplete"));
    }
}
