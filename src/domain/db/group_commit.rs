//! One writer for SQLite. What is waiting when it becomes free goes into one transaction, a savepoint for each piece of
//! work, and nobody is answered before the one commit that covers them all is on disk: a flush is shared, never skipped.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use diesel::connection::SimpleConnection;

use super::connection::{Conn, Manager};
use crate::{Error, Result};

/// Work done inside the transaction; what it returns is called with the outcome of the commit.
type Job = Box<dyn FnOnce(&mut Conn) -> (bool, Answer) + Send>;
type Answer = Box<dyn FnOnce(std::result::Result<(), String>) + Send>;

/// A handle on the writer's thread.
#[derive(Clone)]
pub struct Writer {
    jobs: SyncSender<Job>,
}

impl Writer {
    /// Starts the thread with a connection of its own, which takes `most` pieces of work into one commit at most; it ends
    /// when the last handle is dropped.
    pub fn start(manager: &Manager, most: usize) -> Result<Self> {
        let conn = manager.establish()?;
        let (jobs, waiting) = sync_channel::<Job>(4096);
        std::thread::Builder::new()
            .name("sqlite-writer".to_owned())
            .spawn(move || serve(conn, &waiting, most))
            .map_err(|e| Error::Connection(e.to_string()))?;
        Ok(Self { jobs })
    }

    /// Does one piece of work and returns after its commit.
    pub fn run<T, F>(&self, f: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&mut Conn) -> Result<T> + Send + 'static,
    {
        let (answer, answered) = sync_channel::<Result<T>>(1);
        let job: Job = Box::new(move |conn| {
            let outcome = catch_unwind(AssertUnwindSafe(|| f(conn)))
                .unwrap_or_else(|_| Err(Error::Stored("the operation stopped unexpectedly".to_owned())));
            let keep = outcome.is_ok();
            let reply: Answer = Box::new(move |commit| {
                let told = match commit {
                    Err(why) if outcome.is_ok() => Err(Error::Connection(why)),
                    _ => outcome,
                };
                // Nobody listens when the asker was stopped meanwhile: the work is committed all the same.
                let _ = answer.send(told);
            });
            (keep, reply)
        });
        let gone = || Error::Connection("the writer has stopped".to_owned());
        self.jobs.send(job).map_err(|_| gone())?;
        answered.recv().map_err(|_| gone())?
    }
}

fn serve(mut conn: Conn, waiting: &Receiver<Job>, most: usize) {
    while let Ok(first) = waiting.recv() {
        let mut answers = Vec::new();
        let began = conn.batch_execute("BEGIN IMMEDIATE");
        if let Err(e) = began {
            let ((_, answer), why) = (refuse(first), e.to_string());
            answer(Err(why));
            continue;
        }
        answers.push(one(&mut conn, first));
        while answers.len() < most {
            let Ok(next) = waiting.try_recv() else { break };
            answers.push(one(&mut conn, next));
        }
        let committed = conn.batch_execute("COMMIT").map_err(|e| e.to_string());
        if committed.is_err() {
            let _ = conn.batch_execute("ROLLBACK");
        }
        for answer in answers {
            answer(committed.clone());
        }
    }
}

/// A job that cannot be begun is told so without being run.
fn refuse(job: Job) -> (bool, Answer) {
    drop(job);
    (false, Box::new(|why| tracing::error!(?why, "a transaction could not begin")))
}

fn one(conn: &mut Conn, job: Job) -> Answer {
    let opened = conn.batch_execute("SAVEPOINT piece");
    let (keep, answer) = job(conn);
    let closing = if keep { "RELEASE piece" } else { "ROLLBACK TO piece; RELEASE piece" };
    let closed = opened.and_then(|()| conn.batch_execute(closing));
    match closed {
        Ok(()) => answer,
        Err(e) => {
            let why = e.to_string();
            Box::new(move |_| answer(Err(why)))
        }
    }
}
