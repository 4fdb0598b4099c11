//! Doors: a route with who may pass it. There is no default [`Access`], so that none is public by omission.

use std::future::Future;
use std::sync::Arc;

use futures_util::FutureExt;
use futures_util::future::LocalBoxFuture;

use super::{Answer, Limit, Visit};

/// Who may pass a door. What may be done behind it is the domain's to say (its permits); this is the first lock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Access {
    /// Everybody.
    Public,
    /// Who has signed in.
    SignedIn,
    /// Who has any role in the process of `{slug}`.
    Staff,
    /// Who runs the installation.
    Administrator,
    /// Everybody, where the installation is a demonstration; nowhere else does the door exist.
    DemoOnly,
}

/// How a door is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verb {
    /// Looks (GET and HEAD).
    Get,
    /// Does (POST).
    Post,
}

/// What stands behind a door.
pub type Handler = Arc<dyn Fn(Visit) -> LocalBoxFuture<'static, Answer> + Send + Sync>;

/// A route, who may pass it, and what stands behind it.
#[derive(Clone)]
pub struct Door {
    /// Look or do.
    pub verb: Verb,
    /// The pattern, as actix reads it.
    pub path: &'static str,
    /// Who may pass.
    pub access: Access,
    /// Bytes a body may have.
    pub max_bytes: usize,
    /// Whether files come through it.
    pub upload: bool,
    /// Whether its pages may be kept whole for anonymous visitors.
    pub cached: bool,
    /// How often it may be used.
    pub limit: Limit,
    pub(super) handler: Handler,
}

/// What a form without files may weigh.
const FORM_BYTES: usize = 256 * 1024;

impl Door {
    /// A door to look through.
    pub fn get<F, R>(path: &'static str, access: Access, handler: F) -> Self
    where
        F: Fn(Visit) -> R + Send + Sync + 'static,
        R: Future<Output = Answer> + 'static,
    {
        Self::new(Verb::Get, path, access, handler)
    }

    /// A door to do something through.
    pub fn post<F, R>(path: &'static str, access: Access, handler: F) -> Self
    where
        F: Fn(Visit) -> R + Send + Sync + 'static,
        R: Future<Output = Answer> + 'static,
    {
        Self::new(Verb::Post, path, access, handler)
    }

    fn new<F, R>(verb: Verb, path: &'static str, access: Access, handler: F) -> Self
    where
        F: Fn(Visit) -> R + Send + Sync + 'static,
        R: Future<Output = Answer> + 'static,
    {
        let handler: Handler = Arc::new(move |v| handler(v).boxed_local());
        let (max_bytes, limit) = (FORM_BYTES, Limit::Session);
        Self { verb, path, access, max_bytes, upload: false, cached: false, limit, handler }
    }

    /// Lets files through, up to so many bytes in all.
    #[must_use]
    pub const fn upload(mut self, max_bytes: usize) -> Self {
        (self.upload, self.max_bytes) = (true, max_bytes);
        self
    }

    /// Keeps the whole page for anonymous visitors, for a second at most: it must hold no form and set no cookie.
    #[must_use]
    pub const fn cached(mut self) -> Self {
        self.cached = true;
        self
    }

    /// Limits how often it may be used.
    #[must_use]
    pub const fn limit(mut self, limit: Limit) -> Self {
        self.limit = limit;
        self
    }
}

/// Every door of the house.
pub fn all() -> Vec<Door> {
    let rooms = [
        crate::home::doors(),
        crate::accounts::doors(),
        crate::processes::doors(),
        crate::plans::doors(),
        crate::events::doors(),
        crate::tables::doors(),
        crate::comments::doors(),
        crate::intake::doors(),
        crate::interviews::doors(),
        crate::report::doors(),
        crate::mail::doors(),
    ];
    let mut doors: Vec<Door> = rooms.into_iter().flatten().collect();
    doors.sort_by_key(|d| (order(d.path), d.verb));
    doors
}

/// `/percorsi/nuovo` before `/percorsi/{slug}` before `/percorsi/{rest:.*}`: the router takes the first that matches.
fn order(path: &str) -> Vec<(u8, &str)> {
    let rank = |s: &str| if s.contains(":.*") { 2 } else { u8::from(s.contains('{')) };
    path.split('/').map(|s| (rank(s), s)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_door_is_there_twice() {
        let mut seen = std::collections::BTreeSet::new();
        for door in all() {
            assert!(seen.insert((door.verb, door.path)), "{:?} {}", door.verb, door.path);
            assert!(!door.cached || (door.verb == Verb::Get && door.access == Access::Public), "{}", door.path);
        }
    }

    #[test]
    fn words_come_before_parameters() {
        let mut paths = vec!["/a/{rest:.*}", "/a/{slug}", "/a/nuovo", "/a"];
        paths.sort_by_key(|p| order(p));
        assert_eq!(paths, ["/a", "/a/nuovo", "/a/{slug}", "/a/{rest:.*}"]);
    }
}
