//! One writer for SQLite. What is waiting when it becomes free goes into one transaction, a savepoint for each piece of
//! work, and nobody is answered before the one commit that covers them all is on disk: a flush is shared, never skipped.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, Sender, channel, sync_channel};

use diesel::connection::SimpleConnection;

use super::connection::{Conn, Manager};
use crate::{Error, Result};

/// What the writer does.
enum Job {
    /// Inside a transaction, with others.
    Piece(Piece),
    /// Outside any transaction, while nobody else writes.
    Alone(Box<dyn FnOnce(&mut Conn) + Send>),
}

/// Work done inside the transaction; what it returns is called with the outcome of the commit.
type Piece = Box<dyn FnOnce(&mut Conn) -> (bool, Answer) + Send>;
type Answer = Box<dyn FnOnce(std::result::Result<(), String>) + Send>;

/// A handle on the writer's thread.
#[derive(Clone)]
pub struct Writer {
    jobs: Sender<Job>,
}

impl Writer {
    /// Starts the thread with a connection of its own, which takes `most` pieces of work into one commit at most; it ends
    /// when the last handle is dropped.
    pub fn start(manager: &Manager, most: usize) -> Result<Self> {
        let conn = manager.establish()?;
        // Without a bound: whoever hands work in waits for its answer, so no more waits here than there are requests.
        let (jobs, waiting) = channel::<Job>();
        std::thread::Builder::new()
            .name("sqlite-writer".to_owned())
            .spawn(move || serve(conn, &waiting, most))
            .map_err(|e| Error::Connection(e.to_string()))?;
        Ok(Self { jobs })
    }

    /// Does one piece of work and returns after its commit.
    ///
    /// # Errors
    /// The work's own; the disk's, where the commit failed: then nothing of it is kept.
    pub fn run<T, F>(&self, f: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&mut Conn) -> Result<T> + Send + 'static,
    {
        self.hand_in(f).recv().map_err(|_| gone())?
    }

    /// Does what cannot be done inside a transaction, between two of them: nobody else writes meanwhile.
    ///
    /// # Errors
    /// The work's own.
    pub fn alone<T, F>(&self, f: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&mut Conn) -> Result<T> + Send + 'static,
    {
        let (answer, answered) = sync_channel::<Result<T>>(1);
        let job = Job::Alone(Box::new(move |conn| {
            // Nobody listens when the asker was stopped meanwhile.
            let _ = answer.send(f(conn));
        }));
        let _ = self.jobs.send(job);
        answered.recv().map_err(|_| gone())?
    }

    /// Puts one piece of work in the queue; where its outcome will come.
    fn hand_in<T, F>(&self, f: F) -> Receiver<Result<T>>
    where
        T: Send + 'static,
        F: FnOnce(&mut Conn) -> Result<T> + Send + 'static,
    {
        let (answer, answered) = sync_channel::<Result<T>>(1);
        self.submit(f, move |told| {
            // Nobody listens when the asker was stopped meanwhile: the work is committed all the same.
            let _ = answer.send(told);
        });
        answered
    }

    /// Puts one piece of work in the queue and returns at once; `told` is called on the writer's thread, after the commit,
    /// and must be quick. It is dropped uncalled when the writer could not take the work.
    pub fn submit<T, F, A>(&self, f: F, told: A)
    where
        T: Send + 'static,
        F: FnOnce(&mut Conn) -> Result<T> + Send + 'static,
        A: FnOnce(Result<T>) + Send + 'static,
    {
        let piece: Piece = Box::new(move |conn| {
            let outcome = catch_unwind(AssertUnwindSafe(|| f(conn)))
                .unwrap_or_else(|_| Err(Error::Stored("the operation stopped unexpectedly".to_owned())));
            let keep = outcome.is_ok();
            let answer: Answer = Box::new(move |commit| {
                told(match commit {
                    Err(why) if outcome.is_ok() => Err(Error::Connection(why)),
                    _ => outcome,
                });
            });
            (keep, answer)
        });
        // A writer that has stopped drops the work, and `told` with it.
        let _ = self.jobs.send(Job::Piece(piece));
    }
}

fn gone() -> Error {
    Error::Connection("the writer has stopped".to_owned())
}

fn serve(mut conn: Conn, waiting: &Receiver<Job>, most: usize) {
    while let Ok(first) = waiting.recv() {
        let mut next = Some(first);
        while let Some(job) = next.take() {
            match job {
                Job::Alone(work) => work(&mut conn),
                Job::Piece(piece) => next = group(&mut conn, piece, waiting, most),
            }
        }
    }
}

/// Takes what is waiting into one transaction with the first piece; what came and cannot be done inside one.
fn group(conn: &mut Conn, first: Piece, waiting: &Receiver<Job>, most: usize) -> Option<Job> {
    if let Err(why) = conn.batch_execute("BEGIN IMMEDIATE") {
        tracing::error!(%why, "a transaction could not begin");
        // Whoever asked learns that the writer did not take it.
        drop(first);
        return None;
    }
    let (mut answers, mut apart) = (Vec::new(), None);
    let mut whole = one(conn, first, &mut answers);
    while whole.is_ok() && answers.len() < most {
        match waiting.try_recv() {
            Ok(Job::Piece(next)) => whole = one(conn, next, &mut answers),
            Ok(alone) => {
                apart = Some(alone);
                break;
            }
            Err(_) => break,
        }
    }
    let committed = whole.and_then(|()| conn.batch_execute("COMMIT")).map_err(|e| e.to_string());
    if let Err(why) = &committed {
        tracing::error!(%why, pieces = answers.len(), "a transaction was not kept");
        let _ = conn.batch_execute("ROLLBACK");
    }
    for answer in answers {
        answer(committed.clone());
    }
    apart
}

/// Does one piece of work in a savepoint. An error means that the transaction around it is no more: SQLite ends it by
/// itself when the disk is full or fails (<https://www.sqlite.org/lang_transaction.html>, "Response To Errors Within A
/// Transaction"), and whatever came before in it is gone too.
fn one(conn: &mut Conn, piece: Piece, answers: &mut Vec<Answer>) -> diesel::QueryResult<()> {
    conn.batch_execute("SAVEPOINT piece")?;
    let (keep, answer) = piece(conn);
    answers.push(answer);
    conn.batch_execute(if keep { "RELEASE piece" } else { "ROLLBACK TO piece; RELEASE piece" })
}

#[cfg(test)]
mod tests {
    use diesel::RunQueryDsl;

    use super::*;
    use crate::db::{Db, Options};

    /// What SQLite does by itself when the disk fails in the middle of a transaction.
    #[test]
    fn nobody_is_told_yes_of_work_that_was_undone_with_anothers() {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}", folder.path().join("a.db").display());
        let db = Db::open(&Options { url: url.clone(), ..Options::default() }).unwrap();
        drop(db);
        let manager = Manager::new(&url, std::sync::Arc::default()).unwrap();
        let writer = Writer::start(&manager, 256).unwrap();
        writer.run(|c| Ok(c.batch_execute("CREATE TABLE t (n INTEGER)")?)).unwrap();
        let (go, wait) = sync_channel::<()>(0);
        let held = writer.hand_in(move |_| wait.recv().map_err(|e| Error::Stored(e.to_string())));
        let piece = |sql: &'static str, fails: bool| {
            writer.hand_in(move |c| {
                c.batch_execute(sql)?;
                if fails { Err(Error::Stored("disk".to_owned())) } else { Ok(()) }
            })
        };
        let before = piece("INSERT INTO t VALUES (1)", false);
        let failing = piece("ROLLBACK", true);
        let after = piece("INSERT INTO t VALUES (2)", false);
        go.send(()).unwrap();
        let told = [held, before, failing, after].map(|h| h.recv().unwrap().is_ok());
        assert_eq!(told, [false, false, false, true]);
        let sum = diesel::dsl::sql::<diesel::sql_types::BigInt>("(SELECT sum(n) FROM t)");
        let kept = writer.run(|c| Ok(diesel::select(sum).get_result::<i64>(c)?));
        assert_eq!(kept.unwrap(), 2);
    }
}
