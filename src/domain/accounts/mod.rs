//! Accounts: how one signs in, and in whose name one acts. A person registers with an e-mail address confirmed by link,
//! as themselves or also for organisations (a mandate that can be revoked); until then what was typed stands in a row of its
//! own and is no account. Nothing here tells a stranger whether an
//! address is registered: every answer is the same, and so is the work done for it.

pub mod drafts;
pub mod feeds;
mod model;
pub mod ops;
mod password;
mod registrations;
mod rules;
mod store;

pub use model::{Account, GrantLine, Membership, NewAccount, NewOrganisation};
pub use registrations::{Proven, Waiting};
pub use rules::{CATEGORIES, email, email_key};
