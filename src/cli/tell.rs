//! What commands say: sentences on standard error, results on standard output.

use std::io::Write;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

/// One line on standard error.
pub fn say(line: &str) {
    let _ = writeln!(std::io::stderr(), "{line}");
}

/// One line of the result on standard output.
pub fn result(line: &str) {
    let _ = writeln!(std::io::stdout(), "{line}");
}

/// Says every two seconds how far a long task is, and nothing if it takes less.
pub struct Progress {
    began: Instant,
    done: Arc<AtomicUsize>,
    of: Arc<AtomicUsize>,
    /// Dropped with the task: the clock stops.
    _running: Sender<()>,
}

impl Progress {
    /// Begins a task.
    pub fn begin(what: &'static str) -> Self {
        say(what);
        let (began, (done, of)) = (Instant::now(), <(Arc<AtomicUsize>, Arc<AtomicUsize>)>::default());
        let (running, stopped) = channel();
        let counts = (Arc::clone(&done), Arc::clone(&of));
        std::thread::spawn(move || {
            while stopped.recv_timeout(Duration::from_secs(2)) == Err(RecvTimeoutError::Timeout) {
                let (done, of) = (counts.0.load(Ordering::Relaxed), counts.1.load(Ordering::Relaxed));
                let far = if of > 0 { format!("{done}/{of}, ") } else { String::new() };
                say(&format!("{what}: {far}{} s", began.elapsed().as_secs()));
            }
        });
        Self { began, done, of, _running: running }
    }

    /// Says where it is.
    pub fn at(&self, done: usize, of: usize) {
        self.done.store(done, Ordering::Relaxed);
        self.of.store(of, Ordering::Relaxed);
    }

    /// Seconds since it began.
    pub fn seconds(&self) -> f64 {
        self.began.elapsed().as_secs_f64()
    }
}
