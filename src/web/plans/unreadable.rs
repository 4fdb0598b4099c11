//! Why a file could not be read, in a sentence that says what to do.

use domain::Problems;
use reader::{ReadError, TooLarge};

/// The field of the file.
pub const FIELD: &str = "file";

/// What the file picker offers: what [`reader::read`] reads.
pub const ACCEPTED: &str = ".docx,.odt,.html,.htm,.md,.markdown";

/// The problem, and what the reader said more precisely, for whoever helps.
pub fn problem(why: &ReadError) -> (Problems, String) {
    let mut p = Problems::default();
    let detail = match why {
        ReadError::UnknownFormat { what } => {
            p.add(FIELD, "problem-file-unknown");
            what.clone()
        }
        ReadError::WrongExtension { extension, what } => {
            p.add(FIELD, "problem-file-extension");
            format!(".{extension}: {what}")
        }
        ReadError::OldWord => {
            p.add(FIELD, "problem-file-old-word");
            String::new()
        }
        ReadError::Encrypted => {
            p.add(FIELD, "problem-file-encrypted");
            String::new()
        }
        ReadError::Program => {
            p.add(FIELD, "problem-file-program");
            String::new()
        }
        ReadError::TooLarge { what: TooLarge::Upload, limit } => {
            p.add_with(FIELD, "problem-file-too-large", i64::try_from(limit / (1024 * 1024)).unwrap_or(i64::MAX));
            String::new()
        }
        ReadError::TooLarge { what: TooLarge::TextFile, limit } => {
            p.add_with(FIELD, "problem-file-text-large", i64::try_from(limit / (1024 * 1024)).unwrap_or(i64::MAX));
            String::new()
        }
        ReadError::TooLarge { what: TooLarge::Blocks, limit } => {
            p.add_with(FIELD, "problem-file-blocks", i64::try_from(*limit).unwrap_or(i64::MAX));
            String::new()
        }
        ReadError::TooLarge { what, limit } => {
            p.add(FIELD, "problem-file-too-complex");
            format!("{what}: {limit}")
        }
        ReadError::LongParagraph { begins, limit } => {
            p.add_with(FIELD, "problem-file-paragraph", i64::try_from(*limit).unwrap_or(i64::MAX));
            format!("{begins} …")
        }
        ReadError::Damaged { part, why } => {
            p.add(FIELD, "problem-file-damaged");
            format!("{part}: {why}")
        }
        ReadError::Encoding => {
            p.add(FIELD, "problem-file-encoding");
            String::new()
        }
        ReadError::Empty => {
            p.add(FIELD, "problem-file-empty");
            String::new()
        }
        // The reader may learn to refuse for new reasons: what it says is shown.
        other => {
            p.add(FIELD, "problem-file-damaged");
            other.to_string()
        }
    };
    (p, detail)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{Lang, Locales};
    use crate::ui::form::problem as said;

    #[test]
    fn every_refusal_has_its_sentence_in_both_languages() {
        let (what, part, why) = ("PDF".to_owned(), "word/document.xml".to_owned(), "<x>".to_owned());
        let large = |what| ReadError::TooLarge { what, limit: 52_428_800 };
        let all = [
            ReadError::UnknownFormat { what: what.clone() },
            ReadError::WrongExtension { extension: "docx".to_owned(), what },
            ReadError::OldWord,
            ReadError::Encrypted,
            ReadError::Program,
            large(TooLarge::Upload),
            large(TooLarge::Unzipped),
            large(TooLarge::Entries),
            large(TooLarge::Elements),
            large(TooLarge::Depth),
            large(TooLarge::Text),
            large(TooLarge::TextFile),
            large(TooLarge::Blocks),
            ReadError::Encoding,
            ReadError::LongParagraph { begins: "Parola parola".to_owned(), limit: 50_000 },
            ReadError::Damaged { part, why },
            ReadError::Empty,
        ];
        let locales = Locales::load().unwrap();
        for (lang, error) in Lang::ALL.iter().flat_map(|l| all.iter().map(move |e| (l, e))) {
            let text = said(locales.of(*lang), &problem(error).0.0[0]);
            assert!(text.len() > 20 && !text.contains('⟦'), "{error:?}: {text}");
        }
        assert!(said(locales.of(Lang::It), &problem(&large(TooLarge::Upload)).0.0[0]).contains("50 MB"));
    }
}
