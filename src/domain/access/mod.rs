//! Who may do what. A [`Permit`] is the key of every write: only this room makes one, after role **and** window were checked.

mod actions;

pub use actions::*;

use serde::{Deserialize, Serialize};

use crate::clock::Instant;
use crate::id::{AccountId, ProcessId};
use crate::{Error, Result};

/// In which capacity somebody acts. Staff roles are granted per process; every signed-in account is a participant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Role {
    /// Nobody has signed in.
    Visitor,
    /// A confirmed account.
    Participant,
    /// Records what is said at a table.
    Facilitator,
    /// Prepares answers.
    Reviewer,
    /// Answers for the process: publishes, approves.
    Promoter,
    /// Runs the installation; acts in every process, but does not stand in for the second pair of eyes.
    Administrator,
}

impl Role {
    /// All of them, least first.
    pub const ALL: [Self; 6] =
        [Self::Visitor, Self::Participant, Self::Facilitator, Self::Reviewer, Self::Promoter, Self::Administrator];

    /// The word kept in the database and in the audit trail.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Visitor => "visitor",
            Self::Participant => "participant",
            Self::Facilitator => "facilitator",
            Self::Reviewer => "reviewer",
            Self::Promoter => "promoter",
            Self::Administrator => "administrator",
        }
    }

    /// The role behind the word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|r| r.as_str() == word)
    }
}

/// What the clock says of a window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WindowState {
    /// Not yet open.
    Before,
    /// Open.
    Open,
    /// Closed.
    After,
}

/// When an action may be done, as to the window of the version it speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// The window does not matter.
    Always,
    /// Only while it is open.
    WhileOpen,
    /// Only once it has closed (what is late is filed as such).
    AfterClose,
    /// As long as it has not closed.
    BeforeClose,
}

impl When {
    const fn allows(self, state: Option<WindowState>) -> bool {
        match self {
            Self::Always => true,
            Self::WhileOpen => matches!(state, Some(WindowState::Open)),
            Self::AfterClose => matches!(state, Some(WindowState::After)),
            Self::BeforeClose => matches!(state, Some(WindowState::Open | WindowState::Before)),
        }
    }
}

/// Something that can be done; see `actions.rs`.
pub trait Action {
    /// Its name in the audit trail and in the matrix.
    const NAME: &'static str;
    /// Who may.
    const ROLES: &'static [Role];
    /// When.
    const WHEN: When;
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Denied {
    /// One has to sign in first.
    SignIn,
    /// The account has no such role here.
    Role,
    /// The window has not opened yet.
    NotYetOpen,
    /// The window has closed.
    Closed,
    /// The window has not closed yet.
    NotYetClosed,
    /// It belongs to somebody else.
    NotYours,
    /// Who prepared it cannot approve it.
    SamePerson,
}

/// Who asks.
#[derive(Debug, Clone, Default)]
pub struct Actor {
    /// The account signed in, if any.
    pub account: Option<AccountId>,
    /// Its name, for the page's head.
    pub name: String,
    /// Its e-mail address, for its own pages.
    pub email: String,
    /// Whether it runs the installation.
    pub administrator: bool,
    /// Its roles, by process.
    pub roles: Vec<(ProcessId, Role)>,
}

/// What an action is to be done to.
#[derive(Debug, Clone, Copy)]
pub struct Subject {
    /// The process it belongs to, if it belongs to one.
    pub process: Option<ProcessId>,
    /// The state of the window at the instant that counts, where there is a window.
    pub window: Option<WindowState>,
}

impl Subject {
    /// Something of the installation itself.
    pub const fn installation() -> Self {
        Self { process: None, window: None }
    }

    /// Something of a process, outside any window.
    pub const fn of(process: ProcessId) -> Self {
        Self { process: Some(process), window: None }
    }

    /// Something of a process that depends on a window.
    pub const fn within(process: ProcessId, window: WindowState) -> Self {
        Self { process: Some(process), window: Some(window) }
    }
}

impl Actor {
    /// The highest role held in a process.
    pub fn role_in(&self, process: Option<ProcessId>) -> Role {
        if self.account.is_none() {
            return Role::Visitor;
        }
        if self.administrator {
            return Role::Administrator;
        }
        let held = self.roles.iter().filter(|(p, _)| Some(*p) == process).map(|(_, r)| *r);
        held.max().unwrap_or(Role::Participant)
    }

    /// The roles held in a process: what one may do is what any of them may.
    fn holds(&self, process: Option<ProcessId>, role: Role) -> bool {
        match role {
            Role::Visitor => true,
            Role::Participant => self.account.is_some(),
            Role::Administrator => self.administrator,
            staff => self.roles.iter().any(|(p, r)| Some(*p) == process && *r == staff),
        }
    }

    /// Whether any role in this process lets one do it, whatever the window says: for showing or hiding a link.
    pub fn may<A: Action>(&self, process: ProcessId) -> bool {
        A::ROLES.iter().any(|r| self.holds(Some(process), *r))
    }

    /// Whether one is staff of this process: sees what is not yet public.
    pub fn is_staff(&self, process: ProcessId) -> bool {
        self.administrator || self.roles.iter().any(|(p, _)| *p == process)
    }

    /// The permit for one action on one subject.
    ///
    /// # Errors
    /// [`Error::Denied`] with the reason: role first, then window, so that nobody learns of windows they may not use.
    pub fn permit<A: Action>(&self, on: Subject) -> Result<Permit<A>> {
        let Some(role) = A::ROLES.iter().rev().copied().find(|r| self.holds(on.process, *r)) else {
            let why = if self.account.is_none() { Denied::SignIn } else { Denied::Role };
            return Err(Error::Denied(why));
        };
        if !A::WHEN.allows(on.window) {
            let why = match (A::WHEN, on.window) {
                (_, Some(WindowState::Before)) => Denied::NotYetOpen,
                (When::AfterClose, _) => Denied::NotYetClosed,
                _ => Denied::Closed,
            };
            return Err(Error::Denied(why));
        }
        Ok(Permit { account: self.account, role, process: on.process, action: std::marker::PhantomData })
    }

    /// The system itself: the worker that sends letters, the first start, a command on the server.
    pub fn system() -> Self {
        Self { administrator: true, account: None, name: "system".into(), ..Self::default() }
    }
}

/// Leave to do one action on one subject; only [`Actor::permit`] makes one.
#[derive(Debug)]
pub struct Permit<A: Action> {
    account: Option<AccountId>,
    role: Role,
    process: Option<ProcessId>,
    action: std::marker::PhantomData<A>,
}

impl<A: Action> Permit<A> {
    /// Who.
    pub const fn account(&self) -> Option<AccountId> {
        self.account
    }

    /// Who, where it must be somebody.
    ///
    /// # Errors
    /// [`Denied::SignIn`] for the system and for visitors.
    pub fn somebody(&self) -> Result<AccountId> {
        self.account.ok_or(Error::Denied(Denied::SignIn))
    }

    /// In which role.
    pub const fn role(&self) -> Role {
        self.role
    }

    /// In which process.
    pub const fn process(&self) -> Option<ProcessId> {
        self.process
    }
}

/// The instant that counts for a window: when the last byte of the request was in.
pub type Received = Instant;
