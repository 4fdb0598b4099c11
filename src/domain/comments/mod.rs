//! Comments: contributions sent online by those who signed in, on a passage or on the plan as a whole, while the window is
//! open; late texts filed as such; and what came in time by another channel, entered by the staff.

pub mod anchor;
pub mod ops;

pub use crate::register::{Channel, Kind, NamedAs, NewContribution, Receipt};
