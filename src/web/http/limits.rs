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
    /// Passwords and links: by the sender's address (60 at once, then 20 a minute: a whole room may share one) and by
    /// the e-mail address typed (8 at once, then one a minute).
    Credentials,
}

/// The counters.
pub struct Limits {
    on: bool,
    sender: DefaultKeyedRateLimiter<IpAddr>,
    aim: DefaultKeyedRateLimiter<String>,
    session: DefaultKeyedRateLimiter<String>,
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
            aim: DefaultKeyedRateLimiter::keyed(quota(8, 1)),
            session: DefaultKeyedRateLimiter::keyed(quota(60, 30)),
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
            (Limit::Credentials, _) => {
                one(&self.sender, &ip)?;
                email.map_or(Ok(()), |e| one(&self.aim, &domain::id::sha256(e.trim().to_lowercase())))
            }
            (Limit::Session, Some(session)) => one(&self.session, &domain::id::sha256(session)),
            (Limit::Session, None) => one(&self.sender, &ip),
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
    fn one_address_is_tried_eight_times() {
        let limits = Limits::new(true);
        let ip = |n: u8| IpAddr::from([10, 0, 0, n]);
        for n in 0..8 {
            assert_eq!(limits.count(Limit::Credentials, ip(n), None, Some("a@b.it")), Ok(()));
        }
        assert!(limits.count(Limit::Credentials, ip(9), None, Some(" A@b.it")).is_err_and(|s| s > 0 && s <= 61));
        assert_eq!(limits.count(Limit::Credentials, ip(9), None, Some("c@b.it")), Ok(()));
    }
}
