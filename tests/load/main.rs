//! The bench: how fast pages are read and comments accepted, as ratios between two ways of doing it that take turns within
//! one run. Server and client are processes of their own (this program, called again with a part to play).
//!
//! It is not a test: `just load` runs it, a plain `cargo test` only passes by.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a bench that fails panics"
)]

mod client;
mod figures;
mod flush;
mod part;
mod reading;
mod stage;
mod writing;

use std::path::{Path, PathBuf};

fn main() {
    tracing_subscriber::fmt().with_max_level(tracing::Level::WARN).with_writer(std::io::stderr).init();
    let mut args = std::env::args().skip(1);
    match args.next().as_deref() {
        Some("serve-pages") => reading::serve(&args.next().unwrap()),
        Some("serve-comments") => writing::serve(&args.next().unwrap(), args.next().unwrap().parse().unwrap()),
        Some("get") => client::get(),
        Some("post") => client::post(),
        _ if std::env::var_os("ASCOLTO_LOAD").is_some() => bench(),
        _ => println!("the bench is not run here: `just load` does"),
    }
}

fn bench() {
    let folder = tempfile::tempdir_in(scratch()).unwrap();
    println!(
        "{} cores; {}; {}",
        std::thread::available_parallelism().unwrap(),
        flush::load(),
        flush::describe(folder.path())
    );
    let only = std::env::var("ASCOLTO_LOAD_ONLY").unwrap_or_default();
    if only != "writing" {
        reading::run(folder.path());
    }
    if only != "reading" {
        writing::run(folder.path());
    }
    println!("\nafterwards: {}; {}", flush::load(), flush::describe(folder.path()));
}

/// On the disk that is built on, not in a memory file system.
fn scratch() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).to_owned();
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// A number from the environment, or another.
fn asked(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|n| n.parse().ok()).unwrap_or(otherwise)
}
