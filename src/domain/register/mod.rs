//! The register: the numbered chain of everything received, through any channel. What was acknowledged is kept: it can be
//! withdrawn, redacted (the original sealed), refused or marked a duplicate, always visibly. The chain holds salted
//! commitments only, no personal data (design, promise 1).

pub mod acts;
pub mod chain;
mod duplicates;
mod model;
pub mod ops;
mod rules;
mod store;

pub use duplicates::{Link, Repeats, follow};
pub use model::{
    Act, ActKind, Author, Channel, Contribution, Filter, Kind, ListLine, Moderation, NamedAs, NewAct, NewContribution,
    Place, Receipt, Refusal, Seen, Text,
};
pub use rules::{MAX_ELSEWHERE, MAX_TEXT, author, contribution as checked, looks_like_a_name};
