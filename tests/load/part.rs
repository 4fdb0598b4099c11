//! This program called again, to play one part.

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, ChildStdout, Command, Stdio};

/// A process playing a part; stopped hard when dropped.
pub struct Part {
    child: Child,
    says: BufReader<ChildStdout>,
}

impl Part {
    /// Starts it, in an environment of its own.
    pub fn play(args: &[&str], environment: &[(&str, String)]) -> Self {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.args(args).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.envs(environment.iter().map(|(k, v)| (k, v))).spawn().unwrap();
        let says = BufReader::new(child.stdout.take().unwrap());
        Self { child, says }
    }

    /// Hands it what it asks for on its standard input, which ends there.
    pub fn hand(&mut self, text: &str) {
        self.child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    }

    /// The next line it says.
    pub fn line(&mut self) -> String {
        let mut line = String::new();
        self.says.read_line(&mut line).unwrap();
        assert!(!line.is_empty(), "it stopped without a word");
        line.trim().to_owned()
    }

    /// Seconds of processor it has used.
    pub fn seconds(&self) -> f64 {
        const TICKS: f64 = 100.0;
        let text = std::fs::read_to_string(format!("/proc/{}/stat", self.child.id())).unwrap();
        let after = text.rsplit(')').next().unwrap();
        let fields: Vec<f64> = after.split_whitespace().skip(11).take(2).map(|n| n.parse().unwrap()).collect();
        fields.iter().sum::<f64>() / TICKS
    }
}

/// Stops this process once the bench is gone: its end of the standard input closes.
pub fn leave_with_the_bench() {
    std::thread::spawn(|| {
        let _ = std::io::stdin().read_to_end(&mut Vec::new());
        std::process::exit(0);
    });
}

impl Drop for Part {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
