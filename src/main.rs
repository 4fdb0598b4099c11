//! `ascolto`: one binary, whose `--help` reads like a table of contents.

mod cli;

use std::io::IsTerminal;
use std::process::ExitCode;

fn main() -> ExitCode {
    let filter = tracing_subscriber::EnvFilter::try_from_env("ASCOLTO_LOG").unwrap_or_else(|_| "warn".into());
    let ansi = std::io::stderr().is_terminal();
    tracing_subscriber::fmt().with_env_filter(filter).with_ansi(ansi).with_writer(std::io::stderr).init();
    match cli::run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(e) => {
            cli::complain(&e);
            ExitCode::FAILURE
        }
    }
}
