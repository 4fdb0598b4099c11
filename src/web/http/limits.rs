//! How often: by address of the sender, by the account aimed at, by session. Kept in this node's memory.

use std::net::IpAddr;
use std::num::NonZeroU32;

use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota};

/// Which limits a door keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// What is sent in one session (60 at once, then 30 a minute); looking is free.
    Session,
    /// Passwords: by the sender's address (60 at once, then 20 a minute: a whole room may share one), by the e-mail address
    /// typed (60 at once, then 10 a minute) and by both together (8 at once, then one a minute): whoever guesses is stopped
    /// long before the owner of the address, elsewhere, is.
    Credentials,
    /// What sends a letter to an address that was typed: counted the same way, apart.
    Letters,
    /// Files that are made on demand or weigh much, by the sender's address: 60 at once, then 20 a minute. Looking, too, is counted.
    Download,
    /// The door of an event (600 at once, then 120 a minute in one session): an evening without network catches up.
    Door,
}

/// The counters.
pub struct Limits {
    on: bool,
    sender: DefaultKeyedRateLimiter<IpAddr>,
    aim: DefaultKeyedRateLimiter<String>,
    aim_from: DefaultKeyedRateLimiter<String>,
    session: DefaultKeyedRateLimiter<String>,
    door: DefaultKeyedRateLimiter<String>,
    download: DefaultKeyedRateLimiter<IpAddr>,
}

fn quota(at_once: u32, a_minute: u32) -> Quota {
    let some = |n: u32| NonZeroU32::new(n).unwrap_or(NonZeroU32::MIN);
    Quota::per_minute(some(a_minute)).allow_burst(some(at_once))
}

/// Keys kept before those at rest are forgotten.
const MANY: usize = 20_000;

impl Limits {
    /// Fresh counters; `on: false` counts nothing.
    pub fn new(on: bool) -> Self {
        Self {
            on,
            sender: DefaultKeyedRateLimiter::keyed(quota(60, 20)),
            aim: DefaultKeyedRateLimiter::keyed(quota(60, 10)),
            aim_from: DefaultKeyedRateLimiter::keyed(quota(8, 1)),
            session: DefaultKeyedRateLimiter::keyed(quota(60, 30)),
            door: DefaultKeyedRateLimiter::keyed(quota(600, 120)),
            download: DefaultKeyedRateLimiter::keyed(quota(60, 20)),
        }
    }

    /// Counts one use.
    ///
    /// # Errors
    /// Seconds to wait, when it is too much.
    pub fn count(&self, limit: Limit, ip: IpAddr, session: Option<&str>, email: Option<&str>) -> Result<(), u64> {
        if !self.on {
            return Ok(());
        }
        match (limit, session) {
            (Limit::Credentials | Limit::Letters, _) => {
                one(&self.sender, &ip)?;
                let Some(email) = email else { return Ok(()) };
                let aim = format!("{limit:?} {}", email.trim().to_lowercase());
                one(&self.aim_from, &domain::id::sha256(format!("{aim} {ip}")))?;
                one(&self.aim, &domain::id::sha256(aim))
            }
            (Limit::Session, Some(session)) => one(&self.session, &domain::id::sha256(session)),
            (Limit::Door, Some(session)) => one(&self.door, &domain::id::sha256(session)),
            (Limit::Download, _) => one(&self.download, &ip),
            (Limit::Session | Limit::Door, None) => one(&self.sender, &ip),
        }
    }
}

fn one<K: std::hash::Hash + Eq + Clone>(counter: &DefaultKeyedRateLimiter<K>, key: &K) -> Result<(), u64> {
    if counter.len() > MANY {
        counter.retain_recent();
    }
    let wait = |not: governor::NotUntil<_>| not.wait_time_from(DefaultClock::default().now()).as_secs() + 1;
    counter.check_key(key).map_err(wait)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_address_is_tried_eight_times_from_one_place() {
        let limits = Limits::new(true);
        let ip = |n: u8| IpAddr::from([10, 0, 0, n]);
        let tried = |limit, n: u8, email: &str| limits.count(limit, ip(n), None, Some(email));
        for _ in 0..8 {
            assert_eq!(tried(Limit::Credentials, 1, "a@b.it"), Ok(()));
        }
        assert!(tried(Limit::Credentials, 1, " A@b.it").is_err_and(|s| s > 0 && s <= 61));
        assert_eq!(tried(Limit::Credentials, 2, "a@b.it"), Ok(()), "its owner, elsewhere");
        assert_eq!(tried(Limit::Letters, 1, "a@b.it"), Ok(()), "a letter is another matter");
        assert_eq!(tried(Limit::Credentials, 1, "c@b.it"), Ok(()));
        assert!((3..200).any(|n| tried(Limit::Credentials, n, "a@b.it").is_err()), "nor from everywhere at once");
    }
}
