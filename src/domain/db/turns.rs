//! Who writes to PostgreSQL next. A pool hands its connections to whoever is quickest: while two hundred people want the same row, one
//! of them can be passed over until it gives up, and whoever only reads finds every connection held by somebody who waits for that
//! row. So those who write stand in line before they take a connection, and some connections are left to those who read.

use std::sync::{Arc, Condvar, Mutex, PoisonError};

#[derive(Debug, Default)]
struct Line {
    /// The next place in the line.
    next: u64,
    /// How many have finished.
    finished: u64,
}

/// The line of those who write.
#[derive(Debug, Clone)]
pub struct Turns {
    line: Arc<(Mutex<Line>, Condvar)>,
    at_once: u64,
}

/// A turn; it ends when this is dropped.
#[derive(Debug)]
pub struct Turn<'a>(&'a Turns);

impl Turns {
    /// So that of so many connections a quarter, and at least one where there are two, is left to those who read.
    pub fn of(connections: u32) -> Self {
        let left = (connections / 4).max(u32::from(connections > 1));
        Self { line: Arc::default(), at_once: u64::from((connections - left.min(connections)).max(1)) }
    }

    /// Waits until everybody who came before has had a turn, and no more than may write at once are writing.
    pub fn take(&self) -> Turn<'_> {
        let (line, moved) = &*self.line;
        let mut line = line.lock().unwrap_or_else(PoisonError::into_inner);
        let mine = line.next;
        line.next += 1;
        while mine >= line.finished + self.at_once {
            line = moved.wait(line).unwrap_or_else(PoisonError::into_inner);
        }
        drop(line);
        Turn(self)
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        let (line, moved) = &*self.0.line;
        line.lock().unwrap_or_else(PoisonError::into_inner).finished += 1;
        moved.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    use super::*;

    #[test]
    fn some_connections_are_left_to_those_who_read() {
        for (connections, at_once) in [(1, 1), (2, 1), (3, 2), (4, 3), (8, 6), (20, 15)] {
            assert_eq!(Turns::of(connections).at_once, at_once, "{connections}");
        }
    }

    #[test]
    fn everybody_has_a_turn_and_never_too_many_at_once() {
        let turns = Turns::of(4);
        let (now, most, done) = (AtomicUsize::new(0), AtomicUsize::new(0), AtomicUsize::new(0));
        std::thread::scope(|scope| {
            for _ in 0..20 {
                scope.spawn(|| {
                    for _ in 0..5 {
                        let _turn = turns.take();
                        most.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                        std::thread::sleep(Duration::from_micros(200));
                        now.fetch_sub(1, Ordering::SeqCst);
                        done.fetch_add(1, Ordering::SeqCst);
                    }
                });
            }
        });
        assert_eq!(done.load(Ordering::SeqCst), 100);
        assert!(most.load(Ordering::SeqCst) <= 3, "{most:?}");
    }
}
