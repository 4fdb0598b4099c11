//! Promise 1, seen from the system's side: a trace of the program's calls shows the comment written to the log of the
//! database, that log flushed, and only then the answer with the receipt.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use crate::harness::Browser;

const ADDRESS: &str = "/percorsi/piano-verde-spazi-comuni-valdora/commenta";
const WORDS: &str = "Parole-che-si-ritrovano-sul-disco-7f3a9c";

/// The demo under the tracer; both are stopped when it is dropped.
struct Traced {
    tracer: Child,
    base: String,
}

impl Traced {
    fn start(data: &Path, trace: &Path) -> Self {
        let mut tracer = Command::new("strace")
            .args([
                "-f",
                "-y",
                "-s",
                "9000",
                "-e",
                "trace=fdatasync,fsync,write,writev,sendto,sendmsg,pwrite64,read,readv,recvfrom",
                "-o",
            ])
            .args([
                trace.as_os_str(),
                env!("CARGO_BIN_EXE_ascolto").as_ref(),
                "demo".as_ref(),
                "--data".as_ref(),
                data.as_os_str(),
            ])
            .args(["--bind", "127.0.0.1:0"])
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut says = BufReader::new(tracer.stderr.take().unwrap()).lines().map_while(Result::ok);
        let ready = says.find(|l| l.contains("Ascolto is ready: "));
        let base = ready.unwrap().rsplit("Ascolto is ready: ").next().unwrap().trim().to_owned();
        std::thread::spawn(move || says.for_each(drop));
        Self { tracer, base }
    }

    /// Stops the program, and waits for the tracer to have written everything down.
    fn stop(mut self) {
        self.tell("-TERM");
        let _ = self.tracer.wait();
    }

    /// Sends the program a signal; the tracer is its parent.
    fn tell(&self, signal: &str) {
        let children = format!("/proc/{0}/task/{0}/children", self.tracer.id());
        let program = std::fs::read_to_string(children).unwrap_or_default();
        if let Some(program) = program.split_whitespace().next() {
            let _ = Command::new("kill").args([signal, program]).status();
        }
    }
}

impl Drop for Traced {
    fn drop(&mut self) {
        self.tell("-KILL");
        let _ = self.tracer.kill();
        let _ = self.tracer.wait();
    }
}

/// Why the story cannot be told here, if it cannot.
fn untraceable() -> Option<&'static str> {
    match Command::new("strace").args(["-f", "-e", "trace=fsync", "-o", "/dev/null", "true"]).output() {
        Err(_) => Some("there is no strace"),
        Ok(out) if !out.status.success() => Some("tracing is not permitted"),
        Ok(_) => None,
    }
}

#[test]
#[allow(clippy::print_stdout, reason = "a test that was not run says so")]
fn the_commit_is_on_disk_before_the_receipt_leaves() {
    if let Some(why) = untraceable() {
        assert!(std::env::var_os("CI").is_none(), "CI must trace: {why}");
        println!("NOT RUN: {why}");
        return;
    }
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let (data, trace) = (folder.path().join("demo"), folder.path().join("trace"));
    fill(&data);
    let traced = Traced::start(&data, &trace);
    comment(&traced.base);
    traced.stop();
    in_order(&String::from_utf8_lossy(&std::fs::read(trace).unwrap()));
}

/// Plays the demo's history: the program finds it there, and keeps it.
fn fill(data: &Path) {
    let mut ascolto = Command::new(env!("CARGO_BIN_EXE_ascolto"));
    assert!(ascolto.args(["demo", "--fill-only", "--data"]).arg(data).output().unwrap().status.success());
}

fn comment(base: &str) {
    let browser = Browser::at(base);
    browser.get("/accedi");
    let page = browser.submit("/accedi", &[("email", "partecipante@example.org"), ("password", "prova-ascolto-2025")]);
    assert_eq!(page.path, "/account", "{}", page.text());
    browser.get(ADDRESS);
    let mut fields = browser.page().form(ADDRESS, &[("kind", "addition"), ("text", WORDS), ("shown", "si")]);
    fields.push(("passo".to_owned(), "invia".to_owned()));
    let answer = browser.post(ADDRESS, &fields);
    assert_eq!(answer.status, 303, "{}", answer.text());
    assert!(answer.header("location").unwrap().ends_with("/ricevuta"));
}

/// The order of what the tracer saw. A call that another thread's interrupted stands on two lines: it began at the first and
/// ended at the second.
fn in_order(trace: &str) {
    let lines: Vec<&str> = trace.lines().collect();
    let after = |from: usize, what: &str, is: &dyn Fn(&str) -> bool| {
        let found = lines[from..].iter().position(|l| is(l));
        from + found.unwrap_or_else(|| panic!("{what}: not after line {from} of the trace"))
    };
    let asked = after(0, "the form", &|l| l.contains(&format!("\"POST {ADDRESS} ")));
    let written = after(asked, "the words in the log", &|l| {
        l.contains("pwrite64(") && l.contains(".db-wal>") && l.contains(WORDS)
    });
    let flushing = after(written, "a flush of the log", &|l| is_flush(l) && l.contains(".db-wal>"));
    let flushed = if lines[flushing].contains("<unfinished") {
        let thread = lines[flushing].split(' ').next().unwrap();
        after(flushing, "the end of the flush", &|l| l.starts_with(thread) && l.contains("sync resumed>"))
    } else {
        flushing
    };
    assert!(lines[flushed].trim_end().ends_with("= 0"), "the flush failed: {}", lines[flushed]);
    let answered = after(asked, "the answer", &|l| l.contains("\"HTTP/1.1 303 "));
    let told = format!("form {asked}, words {written}, flushed {flushed}, answer {answered}");
    assert!(flushed < answered, "the answer left before the flush had ended: {told}");
}

fn is_flush(line: &str) -> bool {
    line.contains(" fdatasync(") || line.contains(" fsync(")
}
