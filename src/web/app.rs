//! What every request needs: the database, the settings, the languages, the clock, and what is shared by all workers.

use std::net::IpAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use domain::Result;
use domain::clock::Instant;
use domain::db::Db;
use tokio::sync::Semaphore;

use crate::http::csrf::Key;
use crate::http::limits::Limits;
use crate::http::page_cache::PageCache;
use crate::locale::Locales;

/// Where the time comes from.
#[derive(Debug, Clone, Default)]
pub enum Clock {
    /// The server's clock.
    #[default]
    System,
    /// Microseconds set by a test.
    Fixed(Arc<AtomicI64>),
}

impl Clock {
    /// The instant now.
    #[expect(clippy::disallowed_methods, reason = "the one caller: everything else asks a clock that a test can set")]
    pub fn now(&self) -> Instant {
        match self {
            Self::System => Instant::now(),
            Self::Fixed(at) => Instant(at.load(Ordering::SeqCst)),
        }
    }
}

/// How letters leave: a relay, by host name or address.
#[derive(Debug, Clone)]
pub struct Smtp {
    /// `smtps://user:password@host:465`, `smtp://host:587?tls=required`, as lettre reads them.
    pub url: String,
    /// The sender, as `Name <address>`.
    pub from: String,
}

/// A range of addresses: `10.0.0.0/8`, or one address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Network {
    address: IpAddr,
    bits: u8,
}

impl std::str::FromStr for Network {
    type Err = String;

    fn from_str(text: &str) -> std::result::Result<Self, String> {
        let (address, bits) = text.split_once('/').map_or((text, None), |(a, b)| (a, Some(b)));
        let address: IpAddr = address.parse().map_err(|_| format!("not an address: {text}"))?;
        let most = if address.is_ipv4() { 32 } else { 128 };
        let bits = bits.map_or(Ok(most), str::parse).map_err(|_| format!("not a range: {text}"))?;
        if bits <= most { Ok(Self { address, bits }) } else { Err(format!("not a range: {text}")) }
    }
}

impl Network {
    /// Whether an address lies in the range.
    pub fn contains(&self, ip: IpAddr) -> bool {
        match (self.address, ip) {
            (IpAddr::V4(a), IpAddr::V4(b)) => {
                let shift = 32 - u32::from(self.bits);
                u32::from(a).checked_shr(shift) == u32::from(b).checked_shr(shift)
            }
            (IpAddr::V6(a), IpAddr::V6(b)) => {
                let shift = 128 - u32::from(self.bits);
                u128::from(a).checked_shr(shift) == u128::from(b).checked_shr(shift)
            }
            _ => false,
        }
    }
}

/// How this installation is set up; `main` fills it from its configuration, tests by hand.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Where to listen: `127.0.0.1:8080`; port 0 takes any.
    pub bind: String,
    /// How the public reaches it, without a slash at the end: `https://ascolto.example.org`.
    pub base_url: String,
    /// Who runs it, shown on every page: `Città di Valdora`.
    pub owner: String,
    /// The owner's own site.
    pub owner_url: String,
    /// Where to write about data protection and accessibility.
    pub contact: String,
    /// Whether this is a demonstration: its letters are shown at `/demo/posta`.
    pub demo: bool,
    /// Letters go into this folder, one JSON file each, and nowhere else.
    pub mailbox: Option<PathBuf>,
    /// Letters go to this relay, when there is no mailbox.
    pub smtp: Option<Smtp>,
    /// The reverse proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<Network>,
    /// Whether cookies are `Secure` and HSTS is sent: wherever the public comes by HTTPS.
    pub secure_cookies: bool,
    /// Whether rates are limited.
    pub limits: bool,
    /// Threads that serve; 0 for one a core.
    pub workers: usize,
    /// Whether whole anonymous pages are kept in memory for a second.
    pub page_cache: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            bind: "127.0.0.1:8080".to_owned(),
            base_url: "http://127.0.0.1:8080".to_owned(),
            owner: "Ascolto".to_owned(),
            owner_url: String::new(),
            contact: String::new(),
            demo: false,
            mailbox: None,
            smtp: None,
            trusted_proxies: Vec::new(),
            secure_cookies: false,
            limits: true,
            workers: 0,
            page_cache: true,
        }
    }
}

/// The application, shared by all workers; cheap to clone.
#[derive(Clone)]
pub struct App {
    /// The database.
    pub db: Db,
    /// How it is set up.
    pub config: Arc<Settings>,
    /// The languages.
    pub locales: Arc<Locales>,
    /// The time.
    pub clock: Clock,
    /// Slots for password hashing: it must not take every core (the queue before them is fair).
    pub slots: Arc<Semaphore>,
    /// One document at a time is set for print on a node: whoever waits for the same one finds it made.
    pub press: Arc<Semaphore>,
    /// The key of the forms' tokens.
    pub(crate) key: Arc<Key>,
    pub(crate) pages: Arc<PageCache>,
    pub(crate) limits: Arc<Limits>,
}

impl App {
    /// Brings the parts together; the key of the forms is made at the first start and kept in the database.
    ///
    /// # Errors
    /// The database's; a locale that cannot be read.
    pub fn new(db: Db, config: Settings, clock: Clock) -> Result<Self> {
        let now = clock.now();
        let make = || db.write(now, |w| domain::secrets::get_or_create(w, "forms"));
        let key = make().or_else(|e| if e.is_unique_violation() { make() } else { Err(e) })?;
        let locales = Locales::load().map_err(domain::Error::Stored)?;
        let slots = std::thread::available_parallelism().map_or(1, |n| (n.get() / 2).clamp(1, 4));
        Ok(Self {
            db,
            locales: Arc::new(locales),
            clock,
            slots: Arc::new(Semaphore::new(slots)),
            press: Arc::new(Semaphore::new(1)),
            key: Arc::new(Key::new(&key)),
            pages: Arc::new(PageCache::new()),
            limits: Arc::new(Limits::new(config.limits)),
            config: Arc::new(config),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_network_holds_what_it_says() {
        let net: Network = "10.1.0.0/16".parse().unwrap();
        assert!(net.contains("10.1.2.3".parse().unwrap()));
        assert!(!net.contains("10.2.2.3".parse().unwrap()));
        assert!("0.0.0.0/0".parse::<Network>().unwrap().contains("8.8.8.8".parse().unwrap()));
        assert!("10.0.0.0/33".parse::<Network>().is_err());
    }
}
