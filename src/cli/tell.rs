//! What commands say: sentences on standard error, results on standard output.

use std::io::Write;
use std::time::{Duration, Instant};

/// One line on standard error.
pub fn say(line: &str) {
    let _ = writeln!(std::io::stderr(), "{line}");
}

/// One line of the result on standard output.
pub fn result(line: &str) {
    let _ = writeln!(std::io::stdout(), "{line}");
}

/// Says how far a long task is, once a second, but nothing in the first two.
pub struct Progress {
    what: &'static str,
    began: Instant,
    said: Instant,
}

impl Progress {
    /// Begins a task.
    #[allow(clippy::disallowed_methods, reason = "how long a command takes is not a time of the product")]
    pub fn begin(what: &'static str) -> Self {
        say(what);
        let began = Instant::now();
        Self { what, began, said: began + Duration::from_secs(1) }
    }

    /// Says where it is.
    #[allow(clippy::disallowed_methods, reason = "how long a command takes is not a time of the product")]
    pub fn at(&mut self, done: usize, of: usize) {
        if self.said.elapsed() > Duration::from_secs(1) {
            self.said = Instant::now();
            say(&format!("{} {done}/{of}", self.what));
        }
    }

    /// Seconds since it began.
    pub fn seconds(&self) -> f64 {
        self.began.elapsed().as_secs_f64()
    }
}
