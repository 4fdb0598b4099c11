//! The fuzz targets of the four readers of files: good files, changed by chance; never a panic, and a bound on time and memory
//! each. How they run, and how a failure is repeated: `tests/fuzz/harness.rs`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a failure stops the test there

mod common;
#[path = "../../../tests/fuzz/harness.rs"]
mod harness;

use common::docx_with;
use common::odt::odt_with;
use harness::{Outcome, ROUNDS, Random, target};
use reader::{ReadError, read};

/// `build` makes a file of a text. Of five changes one is of the file's own bytes, one of the text's, one of the order of its tags;
/// two keep its elements whole.
fn files(format: &str, build: impl Fn(&str) -> Vec<u8>) {
    let name = format!("a.{format}");
    let change = |random: &mut Random, text: &str| match random.below(5) {
        0 => {
            let mut file = build(text);
            random.bytes(&mut file);
            file
        }
        1 => {
            let mut bytes = text.as_bytes().to_vec();
            random.bytes(&mut bytes);
            build(&String::from_utf8_lossy(&bytes))
        }
        2 => build(&random.pieces(text, if format == "md" { '\n' } else { '>' })),
        _ => build(&random.elements(text)),
    };
    let parse = |bytes: &[u8]| match read(&name, bytes) {
        Ok(source)
            if source.report.words_in_blocks == 0
                && source.report.words_in_file > 0
                && source.report.differences.is_empty() =>
        {
            Outcome::Wrong("words were lost and nothing says so".to_owned())
        }
        Ok(_) => Outcome::Taken,
        Err(ReadError::Damaged { why, .. }) if why == "the parser stopped" => Outcome::Wrong("it panicked".to_owned()),
        Err(_) => Outcome::Refused,
    };
    target(format, ROUNDS, change, &build, parse);
}

#[test]
fn word() {
    files("docx", |text| docx_with(text, &[("word/media/a.png", "GIF89a...")]));
}

#[test]
fn opendocument() {
    files("odt", |text| odt_with(text, &[("Pictures/a.gif", "GIF89a...")]));
}

#[test]
fn page() {
    files("html", |text| text.as_bytes().to_vec());
}

#[test]
fn markdown() {
    files("md", |text| text.as_bytes().to_vec());
}
